"""A seat's shape and name; the name is always in ink, the hue only in the shape."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from app.gui.theme import Look, TextStyle
from app.gui.widgets.painted import Painted
from app.gui.widgets.seat_glyph import paint_seat_glyph, seat_caption, shape_name
from app.gui.widgets.text_label import TextLabel


class SeatGlyph(Painted):
    """Shows a seat's shape alone; its name stands in the accessible name."""

    def __init__(
        self, look: Look, index: int, name: str, size: int = 14, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, name, parent)
        self._size = size
        self.set_seat(index, name)

    def set_seat(self, index: int, name: str) -> None:
        """Show the shape of another seat."""
        self._index = index
        self.setAccessibleName(name)
        self.setAccessibleDescription(shape_name(index))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    @override
    def draw(self, painter: QPainter) -> None:
        hue = self.look.theme.seat(self._index)
        paint_seat_glyph(painter, QRectF(self.rect()), self._index, hue)


class SeatLabel(QWidget):
    """Shows a seat's shape and its name; seats 5 to 8 with their number."""

    def __init__(
        self,
        look: Look,
        index: int,
        name: str,
        style: TextStyle = TextStyle.BUTTON,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._glyph = SeatGlyph(look, index, name)
        self._name = TextLabel(look, "", style)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._glyph)
        row.addWidget(self._name)
        row.addStretch(1)
        self.set_seat(index, name)

    def set_seat(self, index: int, name: str) -> None:
        """Show another seat."""
        self._glyph.set_seat(index, name)
        self._name.setText(seat_caption(index, name))
        self.setAccessibleName(seat_caption(index, name))
        self.setAccessibleDescription(shape_name(index))
