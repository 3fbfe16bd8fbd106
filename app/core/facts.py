"""Facts: what conditions may ask about one turn. Derived from the record, never stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.core.values import Consultation, PlayedMove


@dataclass(frozen=True, slots=True)
class TurnFacts:
    """One turn as others may ask about it later."""

    plays: tuple[PlayedMove, ...] = ()
    in_touch: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Facts:
    """A turn's facts. `gauges` are those that the step reads; `history` runs from turn 1 on.

    `asked` and `objected` hold (seat, move) pairs of this turn.
    """

    turn: int
    gauges: Mapping[str, int]
    history: tuple[TurnFacts, ...]
    asked: frozenset[tuple[str, str]] = frozenset()
    objected: frozenset[tuple[str, str]] = frozenset()
    marks_before: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    members: Mapping[str, frozenset[str]] = field(default_factory=dict)
    released: frozenset[str] = frozenset()
    spent: frozenset[str] = frozenset()
    consultations: tuple[Consultation, ...] = ()

    def plays(self, ago: int) -> tuple[PlayedMove, ...]:
        """The moves that were played so many turns ago; 0 is this turn."""
        index = len(self.history) - 1 - ago
        return self.history[index].plays if index >= 0 else ()

    def in_touch(self, ago: int) -> frozenset[str]:
        """The seats that another was in touch with, so many turns ago."""
        index = len(self.history) - 1 - ago
        return self.history[index].in_touch if index >= 0 else frozenset()
