"""What holds in every exercise, however it is played: bounds, the chain of a ledger, R5 and R6."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.actions import Action
from app.core.book import Book
from app.core.evolve import effective, fold
from app.core.state import TurnRecord
from app.core.values import LedgerLine, Stage
from app.session.exercise import Exercise

NET = ("printed", "channel", "combination")


def assurances(book: Book) -> list[str]:
    """The gauges of the family that rises slowly."""
    return [gauge.id for gauge in book.deck.gauges if gauge.family == "assurance"]


def watch(exercise: Exercise, action: Action | str) -> None:
    """After what changes the past, and now and then, the fold is the state."""
    state = exercise.state
    assert all(0 <= value <= 10 for value in state.gauges.values())
    if action in ("undo", "redo"):
        assert fold(effective(exercise.entries)) == state


def check_exercise(exercise: Exercise) -> None:
    """Every turn's ledger keeps the rules."""
    allies = assurances(exercise.book)
    for record in exercise.state.turns:
        if record.number and record.after is not None:
            check_ledger(record, allies)


def check_ledger(record: TurnRecord, allies: Sequence[str]) -> None:
    """The chain of before and after; bounds at the end of each stage; R5 and R6."""
    values = dict(record.opening)
    for stage in Stage:
        lines = [line for line in record.lines if line.stage is stage]
        opening = dict(values)
        for line in lines:
            assert line.before == values[line.gauge]
            assert line.after == line.before + line.change
            values[line.gauge] = line.after
        assert all(0 <= value <= 10 for value in values.values()), stage
        if stage is Stage.MOVES:
            check_limits(lines, opening, allies)
    assert values == record.after


def check_limits(lines: list[LedgerLine], opening: dict[str, int], allies: Sequence[str]) -> None:
    """R5 on each gauge and R6 on Integration, unless the white cell cancelled them."""
    for gauge in opening:
        its = [line for line in lines if line.gauge == gauge]
        limits = [line for line in its if line.step == "limit"]
        net = sum(line.change for line in its if line.step in NET)
        after = net + sum(line.change for line in limits)
        if not any(line.ruled is not None for line in limits):
            assert after == max(-2, min(1 if gauge in allies else 2, net)), gauge
    ceiling = [line for line in lines if line.step == "ceiling"]
    if any(line.ruled is not None for line in ceiling):
        return
    rise = sum(x.change for x in lines if x.gauge == "INT" and x.step not in ("added", "bounds"))
    top = min(opening[gauge] for gauge in allies) + 1
    assert rise <= 0 or opening["INT"] + rise <= top
