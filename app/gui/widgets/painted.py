"""What every widget of ours that paints itself shares: the look, and repainting when it changes."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.gui.theme import Look, TextStyle

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


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


def write_line(
    painter: QPainter,
    look: Look,
    box: QRectF,
    style: TextStyle,
    role: str,
    text: str,
    *,
    right: bool = False,
) -> None:
    """Write one line in the middle of a box's height, with dots where it finds no room."""
    font = look.font(style)
    painter.setFont(font)
    painter.setPen(look.color(role))
    # one pixel over: widths of text are fractions
    line = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width() + 1)
    painter.drawText(box, _RIGHT if right else _LEFT, line)
