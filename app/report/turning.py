"""Turning points: the one or two turns in which a gauge moved most, each with its main cause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.report import facts as f

AT_MOST, WORDS = 2, 3


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """A turn at which a gauge moved. `label` has three words at most, and may be empty."""

    turn: int
    is_up: bool
    label: str
    is_ruled: bool


def turning_points(gauge: f.GaugeFact, turns: Sequence[f.TurnFact]) -> tuple[TurningPoint, ...]:
    """The turns with the largest steps, the earlier first; none where nothing is told."""
    steps = []
    for turn in range(1, len(gauge.levels)):
        change = _change(gauge.levels[turn - 1], gauge.levels[turn])
        if change:
            steps.append((turn, change))
    largest = sorted(steps, key=lambda step: (-abs(step[1]), step[0]))[:AT_MOST]
    return tuple(_point(gauge, turns, turn, change) for turn, change in sorted(largest))


def _change(before: f.Level | None, after: f.Level | None) -> int:
    if before is None or after is None:
        return 0
    if before.digit is None or after.digit is None:
        return after.step - before.step
    return after.digit - before.digit


def _point(gauge: f.GaugeFact, turns: Sequence[f.TurnFact], turn: int, change: int) -> TurningPoint:
    """The cause that pushed hardest the way the gauge went names the point."""
    record = next((t for t in turns if t.number == turn), None)
    causes = next((g.causes for g in record.gauges if g.gauge == gauge.id), ()) if record else ()
    pushing = [c for c in causes if c.title and (c.change or 0) * change > 0]
    if not pushing:
        return TurningPoint(turn, change > 0, "", is_ruled=False)
    main = max(pushing, key=lambda cause: abs(cause.change or 0))
    return TurningPoint(turn, change > 0, _short(main), main.is_ruled)


def _short(cause: f.CauseFact) -> str:
    if len(cause.title.split()) <= WORDS and len(cause.title) <= 22:
        return cause.title
    return cause.id
