"""The names of the five bands beside the steps they belong to, in two lines rather than cut."""

from __future__ import annotations

from dataclasses import dataclass

from app.gui.display.canvas import Canvas
from app.gui.display.faces import AXIS, Face
from app.gui.display.layout import Lines
from app.gui.display.measure import Measure

_GAP = 14
_FACES = (AXIS, *(Face(size, chrome=True, rigid=True) for size in (3.6, 3.1)))


@dataclass(frozen=True, slots=True)
class BandNames:
    """The names, each broken for the width of its step; all in one size."""

    names: tuple[Lines, ...]
    face: Face
    pitch: float
    height: float

    @classmethod
    def of(
        cls,
        names: tuple[str, ...],
        width: float,
        measure: Measure,
        faces: tuple[Face, ...] = _FACES,
    ) -> BandNames:
        """Break the names for five steps that are `width` wide together."""
        pitch = (width + _GAP) / 5
        words = tuple(word for name in names for word in name.split())
        face = measure.fitting(words, faces, pitch - _GAP)
        broken = tuple(measure.wrap(name, face, pitch - _GAP, even=True) for name in names)
        most = max((len(lines) for lines in broken), default=0)
        return cls(broken, face, pitch, most * measure.line(face))

    def __bool__(self) -> bool:
        return bool(self.names)

    def draw_above(self, canvas: Canvas, left: float, bottom: float) -> None:
        """Write the names so that each ends at `bottom`."""
        step = canvas.measure.line(self.face)
        for place, lines in enumerate(self.names):
            top = bottom - len(lines) * step
            canvas.lines(lines, self.face, left + place * self.pitch, top, "ink2")

    def draw_below(self, canvas: Canvas, left: float, top: float) -> None:
        """Write the names from `top` downward."""
        for place, lines in enumerate(self.names):
            canvas.lines(lines, self.face, left + place * self.pitch, top, "ink2")
