"""A ring that empties as time runs: what is left of the time planned."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.gui.theme import Look
from app.gui.widgets.painted import Painted

_SIZE, _STROKE = 34, 5.5


class TimerDial(Painted):
    """Shows a part from 0.0 (empty) to 1.0 (full), clockwise from the top."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "Time left", parent)
        self._part = 0.0
        self._role = "ink"
        self.set_part(0.0)

    def set_part(self, part: float, role: str = "ink") -> None:
        """Show another part, in the colour of a role."""
        self._part = min(1.0, max(0.0, part))
        self._role = role
        self.setAccessibleDescription(f"{round(self._part * 100)} percent")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(_SIZE, _SIZE)

    @override
    def draw(self, painter: QPainter) -> None:
        half = _STROKE / 2
        ring = QRectF(0, 0, _SIZE, _SIZE).adjusted(half, half, -half, -half)
        flat, solid = Qt.PenCapStyle.FlatCap, Qt.PenStyle.SolidLine
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.look.color("line"), _STROKE, solid, flat))
        painter.drawEllipse(ring)
        painter.setPen(QPen(self.look.color(self._role), _STROKE, solid, flat))
        painter.drawArc(ring, 90 * 16, -round(self._part * 360 * 16))
