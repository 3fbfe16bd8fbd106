"""A gauge of ten small squares before and after: kept, gained, lost."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.gui.theme import Look
from app.gui.widgets.painted import Painted, rounded

_SIDE, _PITCH = 11, 14


@dataclass(frozen=True, slots=True)
class Reading:
    """A gauge's value and the one it had, both 0 to `top`."""

    now: int
    was: int
    top: int = 10

    @property
    def label(self) -> str:
        """In words, such as '6 of 10, was 4'."""
        change = "unchanged" if self.now == self.was else f"was {self.was}"
        return f"{self.now} of {self.top}, {change}"


class MiniTrack(Painted):
    """Shows a reading: solid is kept, ochre is gained, outline is lost."""

    def __init__(
        self, look: Look, name: str, reading: Reading, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, name, parent)
        self.set_reading(reading)

    def set_reading(self, reading: Reading) -> None:
        """Show another reading."""
        self._reading = reading
        self.setAccessibleDescription(reading.label)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._reading.top * _PITCH - (_PITCH - _SIDE), _SIDE)

    @override
    def draw(self, painter: QPainter) -> None:
        colors, reading = self.look.colors, self._reading
        kept, top = min(reading.now, reading.was), (self.height() - _SIDE) / 2
        for place in range(reading.top):
            box = QRectF(place * _PITCH, top, _SIDE, _SIDE)
            if place < kept:
                rounded(painter, box, 3, fill=colors.ink)
            elif place < reading.now:
                rounded(painter, box, 3, fill=colors.warn)
            elif place < reading.was:
                rounded(painter, box, 3, line=colors.ink, width=1.5)
            else:
                rounded(painter, box, 3, fill=colors.line)
