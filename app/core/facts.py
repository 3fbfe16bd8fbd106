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
    asked: frozenset[tuple[str, str]] = frozenset()
    moves: frozenset[str] = field(init=False)
    """The cards that were played, so that most tests on moves end at once."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "moves", frozenset(play.move for play in self.plays))


NOTHING = TurnFacts()


@dataclass(frozen=True, slots=True)
class Facts:
    """A turn's facts. `gauges` are those that the step reads; `history` runs from turn 1 on.

    `asked` and `objected` hold (seat, move) pairs of this turn. `signed`: who signed each
    procedure's text that came about, `lines`: how it was settled (procedure, line, option).
    `gaps`: the last poll's perception gaps by seat, where they were measured and are asked for.
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
    signed: Mapping[str, frozenset[str]] = field(default_factory=dict)
    lines: frozenset[tuple[str, str, str]] = frozenset()
    gaps: Mapping[str, float] = field(default_factory=dict)

    def ago(self, turns: int) -> TurnFacts:
        """The turn so many turns ago; 0 is this turn. Before the first, nothing happened."""
        index = len(self.history) - 1 - turns
        return self.history[index] if index >= 0 else NOTHING
