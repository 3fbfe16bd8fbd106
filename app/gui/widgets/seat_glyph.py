"""A seat's shape in its colour: circle, square, triangle, diamond; seats 5 to 8 are hollow
and numbered. Used by the console and by the room.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QIcon, QPainter, QPen, QPixmap, QPolygonF

from app.gui.theme import Look
from app.gui.theme.fonts import typeface

SHAPES = ("circle", "square", "triangle", "diamond")
_RATIOS = (1.0, 1.5, 2.0, 3.0)
# Shapes of one box look unequal; these parts of the box make them look alike.
_REACH = {"circle": 1.0, "square": 0.88, "triangle": 1.0, "diamond": 1.06}
# Height of the number inside a hollow shape, as a part of the box.
_DIGIT = {"circle": 0.6, "square": 0.6, "triangle": 0.44, "diamond": 0.48}


def shape_name(index: int) -> str:
    """The shape of a seat in words, such as 'triangle' or 'hollow triangle 7'."""
    shape = SHAPES[index % len(SHAPES)]
    return shape if index < len(SHAPES) else f"hollow {shape} {index + 1}"


def seat_caption(index: int, name: str) -> str:
    """The name to stand beside a seat's shape: seats 5 to 8 carry their number ('5 Norway')."""
    return name if index < len(SHAPES) else f"{index + 1} {name}"


def paint_seat_glyph(
    painter: QPainter,
    rect: QRectF,
    seat_index: int,
    color: QColor | str,
    number_floor: float = 12.0,
) -> None:
    """Draw the shape of seat `seat_index` (from 0) into `rect`, flush with its left edge.

    The largest square in the middle of `rect`'s height is used; painter state is kept. The
    number of a hollow shape is drawn inside when it comes out at `number_floor` pixels or
    more; when it would be smaller, it stands in the name (`seat_caption`).
    """
    side = min(rect.width(), rect.height())
    box = QRectF(rect.left(), rect.center().y() - side / 2, side, side)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shape, hue = SHAPES[seat_index % len(SHAPES)], QColor(color)
    if seat_index < len(SHAPES):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(hue)
        _draw(painter, box, shape)
    else:
        _draw_hollow(painter, box, shape, hue)
        if side * _DIGIT[shape] >= number_floor:
            _draw_number(painter, box, shape, seat_index + 1)
    painter.restore()


def seat_pixmap(
    look: Look, index: int, size: int = 14, ratio: float = 2.0, color: str = "", gap: int = 0
) -> QPixmap:
    """The shape of a seat as a picture, in its own hue unless `color` says otherwise."""
    picture = QPixmap(math.ceil((size + gap) * ratio), math.ceil(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    hue = color or look.theme.seat(index)
    paint_seat_glyph(painter, QRectF(0, 0, size, size), index, hue)
    painter.end()
    return picture


def seat_icon(look: Look, index: int, size: int = 14, on: str = "", gap: int = 0) -> QIcon:
    """The shape of a seat as an icon; `on` is its colour in a checked control.

    `gap` adds empty pixels at the right (make the control's icon size as much wider).
    """
    icon = QIcon()
    for ratio in _RATIOS:
        icon.addPixmap(seat_pixmap(look, index, size, ratio, gap=gap))
        if on:
            picture = seat_pixmap(look, index, size, ratio, on, gap)
            icon.addPixmap(picture, QIcon.Mode.Normal, QIcon.State.On)
    return icon


def _draw(painter: QPainter, box: QRectF, shape: str) -> None:
    side = box.width() * _REACH[shape]
    area = QRectF(box.left(), box.center().y() - side / 2, side, side)
    if shape == "circle":
        painter.drawEllipse(area)
    elif shape == "square":
        painter.drawRect(area)
    elif shape == "triangle":
        low, top = area.bottom() - side * 0.06, area.top() + side * 0.06
        apex = QPointF(area.center().x(), top)
        painter.drawPolygon(
            QPolygonF([apex, QPointF(area.right(), low), QPointF(area.left(), low)])
        )
    else:
        middle = area.center()
        points = [
            QPointF(middle.x(), area.top()),
            QPointF(area.right(), middle.y()),
            QPointF(middle.x(), area.bottom()),
            QPointF(area.left(), middle.y()),
        ]
        painter.drawPolygon(QPolygonF(points))


def _draw_hollow(painter: QPainter, box: QRectF, shape: str, hue: QColor) -> None:
    width = max(2.0, box.width() * 0.1)
    pen = QPen(hue, width)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = width / 2 * (1.0 if shape in {"circle", "square"} else 1.5)
    _draw(painter, box.adjusted(inset, inset, -inset, -inset), shape)


def _draw_number(painter: QPainter, box: QRectF, shape: str, number: int) -> None:
    font = typeface(serif=False, pixels=box.height() * _DIGIT[shape], weight=600)
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    sink = box.height() * (0.14 if shape == "triangle" else 0.0)
    left = box.center().x() - metrics.horizontalAdvance(str(number)) / 2
    base = box.center().y() + metrics.capHeight() / 2 + sink
    painter.drawText(QPointF(left, base), str(number))
