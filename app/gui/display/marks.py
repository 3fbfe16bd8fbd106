"""Seats beside one another: a shape and a name, flowing over as many lines as they need."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.display import Mark
from app.gui.display.canvas import Canvas
from app.gui.display.faces import Face
from app.gui.display.measure import Measure
from app.gui.widgets.seat_glyph import seat_caption


def caption(mark: Mark) -> str:
    """A seat's name; seats 5 to 8, whose shapes are hollow, carry their number in it."""
    return seat_caption(mark.index, mark.name)


@dataclass(frozen=True, slots=True)
class Placed:
    """One seat in a run of seats: where its shape begins, and on which line."""

    mark: Mark
    name: str
    x: float
    line: int


@dataclass(frozen=True, slots=True)
class MarkRun:
    """Seats that flow from left to right. `side` is that of a shape, `indent` that of a name."""

    placed: tuple[Placed, ...]
    face: Face
    side: float
    indent: float
    step: float

    @property
    def height(self) -> float:
        """How high all its lines are."""
        return self.step * (1 + max((placed.line for placed in self.placed), default=0))

    def draw(self, canvas: Canvas, left: float, top: float, role: str = "ink") -> None:
        """Draw the run with its upper left corner there."""
        for placed in self.placed:
            x, line = left + placed.x, top + placed.line * self.step
            canvas.glyph(placed.mark, x, line + self.step / 2, self.side)
            rise = (self.step + canvas.measure.cap(self.face)) / 2
            canvas.write(placed.name, self.face, x + self.indent, line + rise, role)


def mark_run(marks: tuple[Mark, ...], face: Face, width: float, measure: Measure) -> MarkRun:
    """Let seats flow over lines of `width`."""
    side = round(measure.pixels(face) * 0.66)
    indent = round(measure.pixels(face) * 1.24)
    gap = measure.pixels(face) * 1.3
    placed: list[Placed] = []
    x, line = 0.0, 0
    for mark in marks:
        name = measure.elide(caption(mark), face, width - indent)
        wide = indent + measure.width(name, face)
        if x > 0 and x + wide > width:
            x, line = 0.0, line + 1
        placed.append(Placed(mark, name, x, line))
        x += wide + gap
    return MarkRun(tuple(placed), face, side, indent, measure.line(face))
