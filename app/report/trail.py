"""The trail: which entry of the log said what, and what became of each entry."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from app.core import events as ev
from app.core.evolve import effective
from app.core.values import PlayedMove

E = TypeVar("E")


class Trail:
    """The log, with the turn of each entry."""

    def __init__(self, entries: Sequence[ev.Entry]) -> None:
        self.entries = tuple(entries)
        self.effective = tuple(effective(entries))
        self.turns = _turns(self.entries, {entry.seq for entry in self.effective})
        self.undone = {e.seq for e in self.entries} - {e.seq for e in self.effective}
        self.ever_quiet = frozenset(
            play.move for e in self.entries for play in _plays(e.event) if play.channel == "quiet"
        )
        """Cards that were quiet at any moment: as a draft, in a hand-in, undone or put right."""

    def find(
        self, kind: type[E], test: Callable[[E], bool], turn: int | None = None
    ) -> tuple[int, str]:
        """(number, moment) of the last such entry that counts; (0, '') where there is none."""
        for entry in reversed(self.effective):
            event: Any = entry.event
            if isinstance(event, kind) and test(event) and turn in (None, self.turns[entry.seq]):
                return entry.seq, entry.at
        return 0, ""


def _plays(event: object) -> tuple[PlayedMove, ...]:
    """The plays that an entry writes down."""
    if isinstance(event, (ev.MoveAdded, ev.MoveChanged)):
        return (event.play,)
    if isinstance(event, ev.HandInClosed):
        return event.plays
    return _plays(event.replacement) if isinstance(event, ev.EntryAmended) else ()


def _turns(entries: Sequence[ev.Entry], counting: set[int]) -> dict[int, int]:
    """The turn in which each entry was made; entering a turn that was undone does not count."""
    turns, turn = {}, 0
    for entry in entries:
        if isinstance(entry.event, ev.PhaseEntered) and entry.seq in counting:
            turn = entry.event.turn
        turns[entry.seq] = turn
    return turns
