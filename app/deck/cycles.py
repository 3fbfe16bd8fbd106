"""Cards and injects that wait for each other and so can never come."""

from __future__ import annotations

from collections.abc import Iterator

from app.deck.known import Known
from app.deck.model import Condition
from app.deck.positions import Path
from app.deck.report import Report


def check_cycles(known: Known, report: Report) -> None:
    """A fault for each card or inject that needs itself to have come before."""
    waits: dict[str, frozenset[str]] = {}
    places: dict[str, Path] = {}
    for at, move in enumerate(known.deck.moves):
        waits[move.id] = frozenset(name for need in move.needs for name in _needed(need.when))
        places[move.id] = ("moves", at, "needs")
    for at, inject in enumerate(known.deck.injects):
        if inject.kind != "scheduled":
            waits[inject.id] = frozenset(_needed(inject.when))
            places[inject.id] = ("injects", at, "when")
    for name, needed in waits.items():
        if _leads_to(name, waits):
            message = f"'{name}' can never come: it needs to have come before."
            hint = f"It waits for {', '.join(sorted(needed))}."
            report.fault(places[name], "cycle", message, hint)


def _needed(condition: Condition | None) -> Iterator[str]:
    """Cards and injects without which a condition cannot hold."""
    if condition is None:
        return
    for play in condition.played:
        if len(play.move) == 1:
            yield play.move[0]
    if len(condition.released) == 1:
        yield condition.released[0]
    for inner in condition.all:
        yield from _needed(inner)
    if len(condition.any) == 1:
        yield from _needed(condition.any[0])


def _leads_to(start: str, waits: dict[str, frozenset[str]]) -> bool:
    """Whether waiting leads back to where it started."""
    seen: set[str] = set()
    ahead = list(waits[start])
    while ahead:
        name = ahead.pop()
        if name == start:
            return True
        if name not in seen:
            seen.add(name)
            ahead.extend(waits.get(name, ()))
    return False
