"""The ledger that the program proposes for the turn being adjudicated, and what may be ruled on."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.book import CEILING, LIMIT, RULED_STEPS, Book
from app.core.history import facts_of
from app.core.ledger import Ledger, turn_ledger
from app.core.state import State, TurnRecord
from app.core.values import LedgerLine, Ruling, Stage

MIN_REASON = 10
"""Characters that a reason has at least."""


def proposed_ledger(book: Book, state: State, record: TurnRecord | None = None) -> Ledger:
    """The ledger of a turn (the present one unless another is given), with its rulings in it."""
    record = record or state.now
    return turn_ledger(
        book,
        facts_of(book, state, record.number),
        record.rulings,
        record.added,
        is_free=state.setup.mode == "free",
    )


@dataclass(frozen=True, slots=True)
class Change:
    """What a line may be set to, and why nothing else."""

    values: tuple[int, ...]
    words: str


def change_allowed(state: State, line: LedgerLine) -> Change:
    """What the white cell may set a line to in this adjudication mode. No values: not ruled on."""
    if line.stage is not Stage.MOVES:
        return Change((), "Brief and Close run as printed. Add a line instead.")
    if line.step in (LIMIT, CEILING):
        if state.setup.mode == "rigid":
            return Change((), "Rigid adjudication: the rules stand.")
        return Change((0,), "A limit can only be cancelled.")
    if line.step not in RULED_STEPS:
        return Change((), "This line is not ruled on.")
    if state.setup.mode == "rigid":
        return Change((), "Rigid adjudication: the rules stand.")
    if state.setup.mode == "free":
        return Change((), "Free adjudication: printed lines count 0. Add lines instead.")
    values = sorted({0, line.made - 1, line.made + 1} - {line.made})
    return Change(tuple(values), "By one step, or cancelled.")


def added_values(state: State) -> tuple[int, ...]:
    """The sizes that an added line may have in this adjudication mode."""
    if state.setup.mode == "rigid":
        return ()
    if state.setup.mode == "free":
        return tuple(value for value in range(-10, 11) if value)
    return (-1, 1)


def ruling_is_swallowed(book: Book, state: State, ruling: Ruling) -> bool:
    """Whether the gauge ends where it would have ended without the ruling: a limit took it up."""
    line = next((x for x in proposed_ledger(book, state).lines if x.key == ruling.line), None)
    if line is None:
        return False
    facts = facts_of(book, state, state.turn)
    others = tuple(r for r in state.now.rulings if r.line != ruling.line)
    without = turn_ledger(book, facts, others, state.now.added, is_free=state.setup.mode == "free")
    return without.gauges[line.gauge] == proposed_ledger(book, state).gauges[line.gauge]
