"""What the first frame shows: the home screen's ground, name, chosen part and heading, painted.

`app.gui.home` takes its place as soon as that is loaded, and what stands here stays where it is.

PySide6 makes all enums of its namespace `Qt` when the first of them is needed, which takes a tenth
of the start. So there are no labels and buttons here, colours come as the palette's brushes, and
text has the palette's colour: a pen, a brush or `fillRect` would ask for `Qt`.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.gui.theme import Look, TextStyle

NAV_WIDTH = 216
MARGINS = (44, 28, 44, 28)
"""Around what stands to the right of the navigation."""

_NAV_LEFT, _NAV_TOP, _ENTRY = 12, 20, 40


class HomeOpening(QWidget):
    """The home screen before it has its lists."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName("Parasol is opening")
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, bottom = self.palette(), self.height()
        _fill(painter, QRectF(self.rect()), look.window())
        _fill(painter, QRectF(0, 0, NAV_WIDTH, bottom), look.alternateBase())
        _fill(painter, QRectF(NAV_WIDTH - 1, 0, 1, bottom), look.mid())
        self._write(painter, NAV_WIDTH + MARGINS[0], MARGINS[1], "Sessions", TextStyle.H1)
        name_height = self._write(painter, _NAV_LEFT + 10, _NAV_TOP, "Parasol", TextStyle.H2)
        home = QRectF(_NAV_LEFT, _NAV_TOP + name_height + 15, NAV_WIDTH - 25, _ENTRY)
        _fill(painter, home.adjusted(1, 1, -1, -1), look.highlight(), 6)
        self._write_entry(painter, home, "library", "Home")
        painter.end()

    def _write_entry(self, painter: QPainter, rect: QRectF, icon: str, words: str) -> None:
        size = round(18 * self._look.factor)
        place = QRectF(rect.left() + 12, rect.top() + (_ENTRY - size) // 2, size, size)
        self._look.icons.paint(painter, place, icon, self._look.value("ink"))
        height = QFontMetrics(self._look.font(TextStyle.BUTTON)).height()
        top = rect.top() + (_ENTRY - height) // 2
        self._write(painter, place.right() + 9, top, words, TextStyle.BUTTON)

    def _write(
        self, painter: QPainter, left: float, top: float, words: str, style: TextStyle
    ) -> int:
        """Write one line below `top`; its height."""
        font = self._look.font(style)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.drawText(QPointF(left, top + metrics.ascent()), words)
        return metrics.height()


def _fill(painter: QPainter, rect: QRectF, brush: QBrush, radius: float = 0) -> None:
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    painter.fillPath(path, brush)
