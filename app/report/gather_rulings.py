"""Gathers the white cell's rulings of a turn, and its challenge."""

from __future__ import annotations

from app.core import events as ev
from app.core.book import Book
from app.core.history import facts_of
from app.core.ledger import turn_ledger
from app.core.proposal import proposed_ledger
from app.core.secrecy import line_secret
from app.core.state import State, TurnRecord
from app.core.values import AddedLine, LedgerLine, Ruling
from app.core.why import cause_title
from app.report import facts as f
from app.report.gather_seats import seat_fact
from app.report.trail import Trail


class RulingGatherer:
    """Gathers rulings, added lines and challenges."""

    def __init__(self, book: Book, state: State, trail: Trail) -> None:
        self._book = book
        self._state = state
        self._trail = trail

    def rulings(self, record: TurnRecord) -> tuple[f.RulingFact, ...]:
        """What the white cell ruled in a turn, in the order of the log."""
        lines = {line.key: line for line in self._lines(record)}
        ruled = [
            self._ruling(record, ruling, lines[ruling.line])
            for ruling in record.rulings
            if ruling.line in lines
        ]
        added = [self._added(record, line) for line in record.added]
        return tuple(sorted((*ruled, *added), key=lambda ruling: ruling.seq))

    def _ruling(self, record: TurnRecord, ruling: Ruling, line: LedgerLine) -> f.RulingFact:
        challenge = record.challenge
        seq, _ = self._trail.find(ev.LineRuled, lambda event: event.ruling == ruling, record.number)
        by_challenge = challenge is not None and challenge.ruling == ruling
        if by_challenge:
            seq, _ = self._trail.find(ev.ChallengeSettled, lambda _: True, record.number)
        return f.RulingFact(
            turn=record.number,
            seq=seq,
            gauge=line.gauge,
            gauge_name=self._book.gauge(line.gauge).name,
            cause=line.cause,
            cause_title=cause_title(self._book, line),
            printed=line.made,
            ruled=ruling.value,
            is_added=False,
            reason=ruling.reason,
            public=ruling.public,
            by_challenge=by_challenge,
            is_swallowed=self._is_swallowed(record, ruling, line.gauge),
            tensions=line.tensions,
            secrecy=line_secret(self._book, self._state, record.number, line),
        )

    def _added(self, record: TurnRecord, line: AddedLine) -> f.RulingFact:
        seq, _ = self._trail.find(ev.LineAdded, lambda event: event.line == line, record.number)
        by_challenge = record.challenge is not None and record.challenge.catch == line
        if by_challenge:
            seq, _ = self._trail.find(ev.ChallengeSettled, lambda _: True, record.number)
        return f.RulingFact(
            turn=record.number,
            seq=seq,
            gauge=line.gauge,
            gauge_name=self._book.gauge(line.gauge).name,
            cause="W",
            cause_title="",
            printed=None,
            ruled=line.change,
            is_added=True,
            reason=line.reason,
            public=line.public,
            by_challenge=by_challenge,
            tensions=line.tensions,
        )

    def _is_swallowed(self, record: TurnRecord, ruling: Ruling, gauge: str) -> bool:
        """Whether the gauge would have ended where it did without the ruling."""
        facts = facts_of(self._book, self._state, record.number)
        free = self._state.setup.mode == "free"
        others = [r for r in record.rulings if r != ruling]
        without = turn_ledger(self._book, facts, others, record.added, is_free=free)
        with_it = turn_ledger(self._book, facts, record.rulings, record.added, is_free=free)
        return without.gauges[gauge] == with_it.gauges[gauge]

    def challenge(self, record: TurnRecord) -> f.ChallengeFact | None:
        """The turn\'s challenge, if there was one."""
        challenge = record.challenge
        if challenge is None:
            return None
        seq, _ = self._trail.find(ev.ChallengeSettled, lambda _: True, record.number)
        line = next((x for x in self._lines(record) if x.key == challenge.line), None)
        return f.ChallengeFact(
            turn=record.number,
            seq=seq,
            seat=seat_fact(self._book, self._state, challenge.argument.seat),
            gauge_name=self._book.gauge(line.gauge).name if line else "",
            cause=cause_title(self._book, line) if line else "",
            action=challenge.argument.action,
            result=challenge.argument.result,
            pros=challenge.argument.pros,
            cons=challenge.argument.cons,
            dice=challenge.argument.dice,
            likelihoods=challenge.argument.likelihoods,
            total=challenge.total,
            outcome=challenge.outcome,
            secrecy=line_secret(self._book, self._state, record.number, line) if line else "",
        )

    def _lines(self, record: TurnRecord) -> tuple[LedgerLine, ...]:
        """The accepted ledger, or the one proposed while the turn is being adjudicated."""
        if record.ledger or not record.is_closed or record.after is not None:
            return record.ledger
        return proposed_ledger(self._book, self._state, record).lines
