"""Who may read what: takes away from the facts what an audience may not see.

This is the report's secrecy boundary: what comes after it never receives hidden content.

- *participants*: only what every seat may see, shown in the session or not. Hidden gauges by band,
  and before their reveal not at all; quiet moves as some quiet activity; no private inject, no
  private concern that its seat has not read out, no reason of a ruling, no answer to a
  consultation, no line that reads a hidden gauge.
- *reviewers*: also digits, answers to consultations, reasons. Private injects, concerns and quiet
  moves only where their class is ticked.
- *internal*: everything.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from app.report import facts as f
from app.report.few import told_gap, told_poll
from app.report.free_text import Names
from app.report.model import Audience
from app.report.signed_texts import as_participants_read


@dataclass(frozen=True, slots=True)
class Include:
    """Classes of private things that reviewers may read in full. Participants never do."""

    private_injects: bool = False
    concerns: bool = False
    quiet_moves: bool = False


class _Secretive(Protocol):
    @property
    def secrecy(self) -> f.Secret: ...


S = TypeVar("S", bound=_Secretive)


NOTHING_PRIVATE = Include()


def seen_by(facts: f.Facts, audience: Audience, include: Include = NOTHING_PRIVATE) -> f.Facts:
    """The facts that this audience may read."""
    if audience == "internal":
        return facts
    if audience == "participants":
        names = Names(facts.turns, quiet=True, unrevealed=True)
        return names.out_of_facts(_Participants(facts).facts())
    names = Names(facts.turns, quiet=not include.quiet_moves, unrevealed=False)
    return names.out_of_facts(_for_reviewers(facts, include))


# --- reviewers ---------------------------------------------------------------------------------


def _for_reviewers(facts: f.Facts, include: Include) -> f.Facts:
    shut: set[f.Secret] = set()
    if not include.private_injects:
        shut.add("private inject")
    if not include.quiet_moves:
        shut.add("quiet")
    if shut:
        shut.add("quiet and private")
    kept = replace(
        facts,
        turns=tuple(_without(turn, shut) for turn in facts.turns),
        injects=_open(facts.injects, shut),
        seats=tuple(_shut_seat(seat, shut, include.concerns) for seat in facts.seats),
        log=_open((_known(row) if row.secrecy in shut else row for row in facts.log), shut),
        amendments=_open(facts.amendments, shut),
    )
    concerns = not include.concerns and any(not s.concern_is_revealed for s in facts.seats)
    left_out = _left_out(facts, shut, concerns=concerns)
    return replace(kept, left_out=left_out)


def _without(turn: f.TurnFact, shut: set[f.Secret]) -> f.TurnFact:
    """The turn for reviewers: causes keep their change, but what is shut loses its name."""
    return replace(
        turn,
        injects=_open(turn.injects, shut),
        due=_open(turn.due, shut),
        moves=_open(turn.moves, shut),
        consultations=tuple(
            replace(c, about="") if c.secrecy in shut else c for c in turn.consultations
        ),
        rulings=tuple(_unnamed_ruling(r) if r.secrecy in shut else r for r in turn.rulings),
        challenge=turn.challenge
        if not turn.challenge or turn.challenge.secrecy not in shut
        else None,
        gauges=tuple(_without_shut(gauge, shut) for gauge in turn.gauges),
    )


def _without_shut(gauge: f.GaugeTurn, shut: set[f.Secret]) -> f.GaugeTurn:
    """A gauge's turn without what stays shut; told in a sentence only where nothing does."""
    is_open = not any(cause.secrecy in shut for cause in gauge.causes)
    causes = _causes(gauge.causes, shut)
    return replace(gauge, causes=causes, sentence=gauge.sentence if is_open else "")


def _known(row: f.LogRow) -> f.LogRow:
    """A row about several injects without the private ones; a row of private ones as it is."""
    known = dict(row.details).get("open", "")
    if not known:
        return row
    return replace(row, details=(("injects", known), ("open", known)), secrecy="white cell")


def _causes(causes: Iterable[f.CauseFact], shut: set[f.Secret]) -> tuple[f.CauseFact, ...]:
    """The causes; those that are shut without a name, and not at all where they did nothing."""
    kept = (cause for cause in causes if cause.secrecy not in shut or cause.change)
    return tuple(_unnamed(cause) if cause.secrecy in shut else cause for cause in kept)


def _unnamed(cause: f.CauseFact) -> f.CauseFact:
    return replace(cause, id="", title="", via="", cut_by="", public="", tensions=(), seq=0)


def _unnamed_ruling(ruling: f.RulingFact) -> f.RulingFact:
    return replace(ruling, cause="", cause_title="", reason="", public="", tensions=(), seq=0)


def _shut_seat(seat: f.SeatView, shut: set[f.Secret], concerns: bool) -> f.SeatView:
    return replace(
        seat,
        concerns=seat.concerns if concerns or seat.concern_is_revealed else (),
        objectives=tuple(replace(o, moves=()) if o.secrecy in shut else o for o in seat.objectives),
    )


def _open(things: Iterable[S], shut: set[f.Secret]) -> tuple[S, ...]:
    return tuple(thing for thing in things if thing.secrecy not in shut)


def _left_out(facts: f.Facts, shut: Iterable[f.Secret], *, concerns: bool) -> tuple[f.LeftOut, ...]:
    """Which classes were taken away, of those that the session has."""
    has: dict[f.LeftOut, bool] = {
        "private inject": "private inject" in shut
        and any(i.secrecy == "private inject" and i.turn for i in facts.injects),
        "quiet": "quiet" in shut and any(turn.quiet_seats for turn in facts.turns),
        "concern": concerns,
    }
    return tuple(name for name, is_so in has.items() if is_so)


# --- participants ------------------------------------------------------------------------------


class _Participants:
    """Builds the facts anew from what the room may show."""

    def __init__(self, facts: f.Facts) -> None:
        self._facts = facts
        self._sight = {gauge.id: gauge.sight for gauge in facts.gauges}
        self._unshown = {turn.number for turn in facts.turns if not turn.is_shown}
        self._opened = {turn.number for turn in facts.turns if turn.is_open}

    def facts(self) -> f.Facts:
        whole = self._facts
        concerns = any(not seat.concern_is_revealed for seat in whole.seats)
        shut: set[f.Secret] = set(_SHUT)
        return replace(
            whole,
            seats=tuple(self._seat(seat) for seat in whole.seats),
            gauges=tuple(self._gauge(gauge) for gauge in whole.gauges),
            turns=tuple(self._turn(turn) for turn in whole.turns),
            injects=tuple(_told(i) for i in whole.injects if _is_told(i)),
            polls=tuple(told_poll(poll) for poll in whole.polls if poll.is_open),
            gaps=tuple(told_gap(gap) for gap in whole.gaps if gap.is_open),
            leaders=tuple(pair for pair in whole.leaders if pair.is_open),
            heard=tuple(pair for pair in whole.heard if pair.is_open),
            checks=(),
            notes=tuple(n for n in whole.notes if n.kind == "insight" and n.is_starred),
            end=replace(whole.end, test="", reason="") if whole.end.is_over else _NOT_OVER,
            log=tuple(_plain_row(r) for r in whole.log if not r.secrecy and r.status != "undone"),
            amendments=tuple(a for a in whole.amendments if not a.secrecy),
            undone=0,
            left_out=_left_out(whole, shut, concerns=concerns),
        )

    def _level(self, gauge: str, turn: int, found: f.Level | None) -> f.Level | None:
        """What the room may know of a level at the end of a turn."""
        if found is None or turn in self._unshown:
            return None
        if self._sight[gauge] == "digit":
            return found
        if self._sight[gauge] == "at reveal" and not self._is_revealed(turn):
            return None
        return replace(found, digit=None)

    def _is_revealed(self, turn: int) -> bool:
        """Whether a gauge that is hidden until reveal was open in this turn (0: the start)."""
        return turn in self._opened if turn else bool(self._opened)

    def _gauge(self, gauge: f.GaugeFact) -> f.GaugeFact:
        levels = (self._level(gauge.id, turn, found) for turn, found in enumerate(gauge.levels))
        return replace(gauge, levels=tuple(levels))

    def _turn(self, turn: f.TurnFact) -> f.TurnFact:
        return replace(
            turn,
            injects=tuple(_told(i) for i in turn.injects if _is_told(i)),
            due=(),
            moves=tuple(_revealed_move(m) for m in turn.moves if m.is_revealed and not m.secrecy),
            consultations=tuple(
                replace(c, about="", answer="", is_move=False) for c in turn.consultations
            ),
            rulings=tuple(self._ruling(r) for r in turn.rulings),
            challenge=None,
            gauges=tuple(self._gauge_turn(turn.number, gauge) for gauge in turn.gauges),
            skips=tuple(replace(skip, reason="") for skip in turn.skips),
            texts=tuple(as_participants_read(text) for text in turn.texts),
        )

    def _gauge_turn(self, turn: int, gauge: f.GaugeTurn) -> f.GaugeTurn:
        before = self._level(gauge.gauge, turn - 1, gauge.before)
        after = self._level(gauge.gauge, turn, gauge.after)
        if after is None or (self._sight[gauge.gauge] == "at reveal" and before is None):
            return replace(gauge, before=before, after=after, causes=(), sentence="")
        named = [c for c in gauge.causes if not c.secrecy and c.public]
        is_digit = self._sight[gauge.gauge] == "digit"
        causes = tuple(_public_cause(c, is_digit=is_digit) for c in named if c.change)
        return replace(gauge, before=before, after=after, causes=causes, sentence="")

    def _may_hear(self, ruling: f.RulingFact) -> bool:
        hidden = self._sight[ruling.gauge] == "at reveal" and not self._is_revealed(ruling.turn)
        return not ruling.secrecy and not hidden

    def _ruling(self, ruling: f.RulingFact) -> f.RulingFact:
        is_told = self._may_hear(ruling)
        is_digit = is_told and self._sight[ruling.gauge] == "digit"
        return replace(
            ruling,
            gauge_name=ruling.gauge_name if is_told else "",
            public=ruling.public if is_told else "",
            tensions=ruling.tensions if is_told else (),
            cause="",
            cause_title="",
            reason="",
            printed=ruling.printed if is_digit else None,
            ruled=ruling.ruled if is_digit else None,
            is_swallowed=False,
            seq=0,
        )

    def _seat(self, seat: f.SeatView) -> f.SeatView:
        return replace(
            seat,
            concerns=seat.concerns if seat.concern_is_revealed else (),
            objectives=tuple(self._objective(o) for o in seat.objectives),
        )

    def _objective(self, objective: f.ObjectiveFact) -> f.ObjectiveFact:
        """An objective; whether it came about only at the end, and if the room saw all of it."""
        if objective.secrecy or not self._facts.end.is_over:
            return replace(objective, met=None, levels=(), moves=(), withheld=True)
        return objective


_SHUT: tuple[f.Secret, ...] = ("private inject", "quiet")
_NOT_OVER = f.EndFact("", "", "", "", "", is_over=False, is_early=False, reason="")


def _is_told(inject: f.InjectFact) -> bool:
    return not inject.secrecy and inject.turn is not None


def _told(inject: f.InjectFact) -> f.InjectFact:
    return replace(inject, expected="", due=(), why="")


def _revealed_move(move: f.MoveFact) -> f.MoveFact:
    """A move as it was turned over: not what was asked before, nor reasons, nor an argument."""
    return replace(move, consulted=(), asked=(), reason="", text="", argued=None)


def _public_cause(cause: f.CauseFact, *, is_digit: bool) -> f.CauseFact:
    """A cause in its public wording; its step only where everyone sees the gauge's digit.

    The steps set a drawing's labels and are not printed: beside the digits they would tell what a
    hidden limit took back, and so how the gauge that it reads stood.
    """
    change = cause.change if is_digit else None
    return replace(
        cause, id="", title=cause.public, via="", cut_by="", asked=0, change=change, seq=0
    )


def _plain_row(row: f.LogRow) -> f.LogRow:
    """A row of the log without a reason that the white cell gave."""
    return replace(
        row,
        details=tuple(
            (k, v) for k, v in row.details if k != "reason" or row.what == "EntryAmended"
        ),
    )
