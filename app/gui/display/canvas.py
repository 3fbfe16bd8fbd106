"""The room's brush: every text, mark, icon and line of every screen is drawn by a `Canvas`.

All text goes through `Canvas.write`, so that one wrapper round it can record what was written,
how large and where. Knows colours by role; knows no screen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from app.core.display import Mark
from app.gui.display.faces import Face
from app.gui.display.measure import HEIGHT, LEFT, RIGHT, WIDTH, Measure
from app.gui.theme import Icons, Theme
from app.gui.widgets.seat_glyph import paint_seat_glyph

Align = Literal["left", "right", "middle"]
_WIDTHS = (1.0, 0.88, 1.0, 1.06)  # how wide the four shapes are drawn in their box
_NO_NUMBER = 1_000_000.0  # the number of a hollow seat stands in its name, at the name's size


class Canvas:
    """Draws onto a painter in 1920 × 1080. `area` is what text must not leave."""

    def __init__(self, painter: QPainter, theme: Theme, measure: Measure) -> None:
        self.painter = painter
        self.theme = theme
        self.measure = measure
        self.area = QRectF(0, 0, WIDTH, HEIGHT)

    def color(self, role: str) -> QColor:
        """The colour of a role of the room, or of text such as '#16202B'."""
        return QColor(role if role.startswith("#") else getattr(self.theme.room, role))

    def hue(self, mark: Mark) -> str:
        """The hue of a seat."""
        return self.theme.seat(mark.index)

    @contextmanager
    def within(self, area: QRectF) -> Iterator[None]:
        """Text written meanwhile belongs into `area`."""
        before, self.area = self.area, area
        yield
        self.area = before

    @contextmanager
    def sized(self, measure: Measure) -> Iterator[None]:
        """Text written meanwhile has the sizes of `measure`."""
        before, self.measure = self.measure, measure
        yield
        self.measure = before

    def write(
        self,
        text: str,
        face: Face,
        x: float,
        baseline: float,
        role: str = "ink",
        align: Align = "left",
    ) -> None:
        """Write one line of text; `x` is its left edge, right edge or middle. The only place."""
        if not text:
            return
        if align != "left":
            width = self.measure.width(text, face)
            x -= width if align == "right" else width / 2
        self.painter.setFont(self.measure.font(face))
        self.painter.setPen(self.color(role))
        self.painter.drawText(QPointF(x, baseline), text)

    def lines(
        self,
        lines: Sequence[str],
        face: Face,
        x: float,
        top: float,
        role: str = "ink",
        align: Align = "left",
    ) -> float:
        """Write lines below one another from `top`; return where they end."""
        step, rise = self.measure.line(face), self.measure.rise(face)
        for line in lines:
            self.write(line, face, x, top + rise, role, align)
            top += step
        return top

    def glyph(self, mark: Mark, x: float, middle: float, side: float) -> None:
        """A seat's shape, flush left at `x`."""
        box = QRectF(x, middle - side / 2, side, side)
        paint_seat_glyph(self.painter, box, mark.index, self.hue(mark), _NO_NUMBER)

    def glyph_on(self, mark: Mark, x: float, middle: float, side: float) -> None:
        """A seat's shape, its middle at `x`."""
        self.glyph(mark, x - side * _WIDTHS[mark.index % 4] / 2, middle, side)

    def icon(self, name: str, x: float, middle: float, size: float, role: str = "ink") -> None:
        """A named icon in a square of `size` that begins at `x`."""
        box = QRectF(x, middle - size / 2, size, size)
        _icons(self.theme.scale.shape.icon_stroke).paint(
            self.painter, box, name, self.color(role).name()
        )

    def between(self, x: float, middle: float, width: float, role: str) -> None:
        """An arrow to either side, thinner than an icon of its width would be."""
        pen = QPen(self.color(role), 3)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        right, tip = x + width, width * 0.18
        self.painter.drawLine(QPointF(x, middle), QPointF(right, middle))
        for end, back in ((x, x + tip), (right, right - tip)):
            self.painter.drawPolyline(
                [QPointF(back, middle - tip), QPointF(end, middle), QPointF(back, middle + tip)]
            )

    def rule(self, y: float, left: float = LEFT, right: float = RIGHT, role: str = "line") -> None:
        """A line across, one pixel high."""
        self.fill(QRectF(left, round(y), right - left, 1), role)

    def fill(self, box: QRectF, role: str, radius: float = 0.0) -> None:
        """A filled box."""
        if not radius:
            self.painter.fillRect(box, self.color(role))
            return
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self.color(role))
        self.painter.drawRoundedRect(box, radius, radius)

    def outline(
        self, box: QRectF, role: str, width: float, radius: float, *, dashed: bool = False
    ) -> None:
        """The border of a box, drawn inside its edge."""
        pen = QPen(self.color(role), width)
        if dashed:
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([2, 1.3])
        half = width / 2
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        inner = box.adjusted(half, half, -half, -half)
        self.painter.drawRoundedRect(inner, radius - half, radius - half)

    def card(self, box: QRectF, hue: str = "") -> None:
        """A raised card; with `hue` a bar in it along its top edge, which is square then."""
        radius = self.theme.scale.shape.radius_room
        if not hue:
            self.fill(box, "card", radius)
            self.outline(box, "line", 1, radius)
            return
        self.painter.save()
        self.painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
        tall = box.adjusted(0, -2 * radius, 0, 0)
        self.fill(tall, "card", radius)
        self.outline(tall, "line", 1, radius)
        self.painter.restore()
        self.fill(QRectF(box.left(), box.top(), box.width(), 8), hue)

    def ring(self, x: float, y: float, radius: float, width: float, role: str) -> None:
        """A circle; `radius` reaches to the middle of its line."""
        self.painter.setPen(QPen(self.color(role), width))
        self.painter.setBrush(QBrush(Qt.BrushStyle.NoBrush))
        self.painter.drawEllipse(QPointF(x, y), radius, radius)

    def clip_out(self, x: float, y: float, radius: float) -> None:
        """Leave a round hole in whatever is drawn until the painter is restored."""
        path = QPainterPath()
        path.addRect(QRectF(0, 0, WIDTH, HEIGHT))
        path.addEllipse(QPointF(x, y), radius, radius)
        self.painter.setClipPath(path, Qt.ClipOperation.IntersectClip)


@lru_cache(maxsize=4)
def _icons(stroke: float) -> Icons:
    """The icons at one width of stroke; kept, for parsing them takes longer than painting."""
    return Icons(stroke=stroke)
