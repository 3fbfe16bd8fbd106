"""What every widget of ours that paints itself shares: the look, and repainting when it changes."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.gui.theme import Look


class Painted(QWidget):
    """A widget that draws itself in `draw`, with theme colours, and says what it shows in words.

    Subclasses set `accessibleDescription` whenever what they show changes. Qt's metaclass allows
    no ABC: that they have a `draw` is seen to by the type checker alone.
    """

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._on_look_changed)

    @abstractmethod
    def draw(self, painter: QPainter) -> None:
        """Draw the widget; antialiasing is on."""
        raise NotImplementedError

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter)
        painter.end()

    def _on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()


def rounded(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    *,
    fill: str = "",
    line: str = "",
    width: float = 1.0,
) -> None:
    """Draw a rounded rectangle whose line lies wholly inside `rect`."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(Qt.PenStyle.NoPen)
    half = 0.0
    if line:
        painter.setPen(QPen(QColor(line), width))
        half = width / 2
    if fill:
        painter.setBrush(QColor(fill))
    inner = rect.adjusted(half, half, -half, -half)
    painter.drawRoundedRect(inner, max(0.0, radius - half), max(0.0, radius - half))
    painter.setBrush(Qt.BrushStyle.NoBrush)
