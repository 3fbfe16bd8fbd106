"""Gathers the facts of each turn: injects, moves, consultations, rulings, causes."""

from __future__ import annotations

from datetime import datetime

from app.core import events as ev
from app.core.book import ADDED, BOUNDS, CEILING, LIMIT, PROCEDURE, Book
from app.core.own import is_own
from app.core.polls import are_open, turn_items
from app.core.secrecy import line_secret
from app.core.state import PhaseVisit, State, TurnRecord
from app.core.values import (
    LedgerLine,
    Phase,
    PlayedMove,
    Stage,
)
from app.core.why import cause_title, explain_gauge
from app.report import facts as f
from app.report.gather_own import argument_fact, card_text, is_reworded, written_as
from app.report.gather_rulings import RulingGatherer
from app.report.gather_seats import level, seat_fact
from app.report.signed_texts import text_facts
from app.report.trail import Trail


def inject_facts(book: Book, state: State, trail: Trail) -> tuple[f.InjectFact, ...]:
    """Every inject of the deck: planned, due, released."""
    return tuple(_inject(book, state, trail, inject) for inject in book.injects)


def _inject(book: Book, state: State, trail: Trail, inject: str) -> f.InjectFact:
    card = book.injects[inject].inject
    turn, release = next(
        ((r.number, x) for r in state.turns for x in r.releases if x.inject == inject), (None, None)
    )
    written = written_as(state, inject)
    seq, at = trail.find(ev.InjectReleased, lambda event: event.inject == inject)
    seats = [seat.id for seat in book.deck.seats]
    named = [s for name in card.to for s in seats if s == name or s in book.names.get(name, ())]
    return f.InjectFact(
        id=inject,
        title=card.title,
        kind=card.kind,
        first=card.turns[0],
        last=card.turns[1],
        to=() if card.is_public else tuple(seat_fact(book, state, s) for s in dict.fromkeys(named)),
        source=card.source,
        medium=card.medium,
        time=card.time,
        text=release.text or card.text if release else card.text,
        question=card.question,
        expected=card.expected,
        tensions=card.tensions,
        turn=turn,
        at=at,
        seq=seq,
        is_edited=bool(release and release.text),
        due=tuple(r.number for r in state.turns if inject in r.passed_over),
        secrecy="" if card.is_public else "private inject",
        is_written=written is not None,
        is_reworded=is_reworded(trail, inject),
        why=written.reason if written else "",
    )


class TurnGatherer:
    """Gathers one turn after the other."""

    def __init__(
        self, book: Book, state: State, trail: Trail, injects: tuple[f.InjectFact, ...]
    ) -> None:
        self._book = book
        self._state = state
        self._trail = trail
        self._injects = injects

    def turns(self) -> tuple[f.TurnFact, ...]:
        """The turns that were begun."""
        return tuple(self._turn(record) for record in self._state.turns if record.number)

    def _turn(self, record: TurnRecord) -> f.TurnFact:
        plan = self._book.turn(record.number)
        moves = self._moves(record) if record.is_closed else ()
        rulings = RulingGatherer(self._book, self._state, self._trail)
        started, ended = record.visits[0].at, self._ended(record)
        return f.TurnFact(
            number=record.number,
            theme=plan.theme,
            task=plan.task,
            started=started,
            ended=ended,
            minutes_used=minutes_between(started, ended) if ended else None,
            minutes_planned=self._planned(record),
            is_closed=record.is_closed,
            is_settled=record.after is not None,
            is_shown=record.poll_is_settled or not turn_items(self._book, record.number),
            is_open=are_open(self._book, self._state, record.number),
            injects=tuple(i for i in self._injects if i.turn == record.number),
            due=tuple(i for i in self._injects if record.number in i.due),
            moves=moves,
            quiet_seats=tuple(
                dict.fromkeys(m.seat for m in moves if m.channel == "quiet" and m.is_revealed)
            ),
            consultations=self._consultations(record),
            rulings=rulings.rulings(record),
            challenge=rulings.challenge(record),
            gauges=self._gauges(record),
            sentences=tuple((self._seat(seat), text) for seat, text in record.sentences),
            skips=tuple(self._skip(record, visit) for visit in record.visits if visit.skipped),
            texts=text_facts(self._book, self._state, record),
        )

    def _seat(self, seat: str) -> f.SeatFact:
        return seat_fact(self._book, self._state, seat)

    def _ended(self, record: TurnRecord) -> str:
        over = (v.at for v in record.visits if v.phase in (Phase.HOT_WASH, Phase.ENDED))
        later = (r.visits[0].at for r in self._state.turns if r.number > record.number)
        return next(over, "") or next(later, "")

    def _planned(self, record: TurnRecord) -> int:
        plan = self._book.turn(record.number).minutes
        chosen = dict(self._state.setup.minutes)
        phases = type(plan).model_fields
        return sum(chosen.get(phase, getattr(plan, phase)) or 0 for phase in phases)

    def _skip(self, record: TurnRecord, visit: PhaseVisit) -> f.SkipFact:
        return f.SkipFact(record.number, tuple(visit.skipped), visit.reason)

    # --- moves -------------------------------------------------------------------------------

    def _moves(self, record: TurnRecord) -> tuple[f.MoveFact, ...]:
        order = [seat.id for seat in self._book.deck.seats]
        plays = sorted(record.plays, key=lambda play: order.index(play.seat))
        seq, _ = self._trail.find(ev.HandInClosed, lambda _: True, record.number)
        return tuple(self._move(record, play, seq) for play in plays)

    def _move(self, record: TurnRecord, play: PlayedMove, seq: int) -> f.MoveFact:
        card = self._book.move(play.move)
        return f.MoveFact(
            turn=record.number,
            seq=seq,
            seat=self._seat(play.seat),
            id=play.move,
            title=card.title,
            channel=play.channel,
            cost=card.cost,
            host=self._name(play.host),
            target=self._name(play.target),
            addressee=self._name(play.addressee),
            signers=tuple(self._seat(seat) for seat in play.signers),
            asked=tuple(self._seat(seat) for seat in play.asked if seat not in play.signers),
            audience=play.audience,
            choices=self._choices(play),
            consulted=tuple(
                (self._seat(c.asked), c.answer)
                for c in record.consultations
                if c.asking == play.seat and c.about == play.move
            ),
            reason=play.reason,
            wording=play.wording or card.public or card_text(self._book, play.move),
            is_revealed=play.seat in record.revealed,
            tensions=card.tensions,
            secrecy="quiet" if play.channel == "quiet" else "",
            is_free=is_own(play.move),
            text=card_text(self._book, play.move),
            argued=argument_fact(self._book, self._trail, record, play.move),
        )

    def _name(self, who: str) -> str:
        return self._book.name(who) if who else ""

    def _choices(self, play: PlayedMove) -> tuple[tuple[str, str], ...]:
        """Label and what was chosen, for each choice beyond host, target and addressee."""
        card = self._book.move(play.move)
        chosen = dict(play.choices)
        return tuple(
            (
                choice.label,
                ", ".join(choice.options.get(x) or self._name(x) for x in chosen[choice.id]),
            )
            for choice in card.choices
            if choice.id in chosen and choice.id not in ("host", "target", "addressee")
        )

    def _consultations(self, record: TurnRecord) -> tuple[f.ConsultationFact, ...]:
        quiet = {p.move for p in record.plays if p.channel == "quiet"}
        cards = {card.id for card in self._book.deck.moves}
        return tuple(
            f.ConsultationFact(
                self._seat(c.asking),
                self._seat(c.asked),
                self._book.titles.get(c.about, c.about),
                c.answer,
                is_move=c.about in cards,
                secrecy="quiet" if c.about in quiet else "",
            )
            for c in record.consultations
        )

    # --- lines -------------------------------------------------------------------------------

    def _gauges(self, record: TurnRecord) -> tuple[f.GaugeTurn, ...]:
        seq, _ = self._trail.find(ev.LedgerAccepted, lambda _: True, record.number)
        lines = [(line, self._released(line)) for r in record.releases for line in r.lines]
        lines += [(line, seq) for line in record.ledger]
        return tuple(
            f.GaugeTurn(
                gauge.id,
                level(self._book, gauge.id, record.opening[gauge.id]),
                level(self._book, gauge.id, record.after[gauge.id]) if record.after else None,
                tuple(self._cause(record, x, at) for x, at in lines if x.gauge == gauge.id),
                self._sentence(gauge.id, [x for x, _ in lines if x.gauge == gauge.id]),
            )
            for gauge in self._book.deck.gauges
        )

    def _sentence(self, gauge: str, lines: list[LedgerLine]) -> str:
        return explain_gauge(self._book, self._state, gauge, lines) if lines else ""

    def _released(self, line: LedgerLine) -> int:
        return self._trail.find(ev.InjectReleased, lambda event: event.inject == line.cause)[0]

    def _cause(self, record: TurnRecord, line: LedgerLine, seq: int) -> f.CauseFact:
        cut_by = self._book.titles.get(line.cut_by, line.cut_by)
        return f.CauseFact(
            id="" if line.step == PROCEDURE else line.cause,
            title=cause_title(self._book, line),
            via=line.via,
            kind=self._kind(line),
            asked=line.asked,
            change=line.change,
            cut_by=f"{line.cut_by} {cut_by}" if cut_by != line.cut_by else cut_by,
            is_ruled=line.ruled is not None,
            public=line.public,
            tensions=line.tensions,
            seq=seq,
            secrecy=line_secret(self._book, self._state, record.number, line),
        )

    def _kind(self, line: LedgerLine) -> f.CauseKind:
        if line.step in (LIMIT, CEILING):
            return "limit"
        if line.step == ADDED:
            return "added"
        if line.step == BOUNDS:
            return "bounds"
        if line.stage is Stage.BRIEF:
            return "inject"
        return "card" if line.cause in self._book.needs else "rule"


def minutes_between(start: str, end: str) -> int:
    """Whole minutes between two moments of the log, rounded."""
    return round((datetime.fromisoformat(end) - datetime.fromisoformat(start)).total_seconds() / 60)
