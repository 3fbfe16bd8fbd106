"""A cell in a list of cells: its shape and name, where it stands, and a mark at the end."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy
from typing_extensions import override

from app.gui.theme import Look, TextStyle
from app.gui.widgets.painted import rounded
from app.gui.widgets.seat_glyph import paint_seat_glyph, seat_caption

_HEIGHT, _GLYPH, _LEFT = 50, 14, 12


class SeatTile(QAbstractButton):
    """Shows a cell to choose; the chosen one stands on the ground of a selection.

    `icon` marks it at the end of the row, in the colour of `role`.
    """

    def __init__(self, look: Look, index: int, name: str) -> None:
        super().__init__()
        self._look, self._index = look, index
        self._name = seat_caption(index, name)
        self._words, self._icon, self._role = "", "", "ink2"
        self.setAccessibleName(self._name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def set_state(self, words: str, icon: str = "", role: str = "ink2") -> None:
        """Show where the cell stands."""
        self._words, self._icon, self._role = words, icon, role
        self.setAccessibleDescription(words)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, round(_HEIGHT * self._look.factor))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, box = self._look, QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked():
            rounded(painter, box, 7, fill=look.colors.sel)
        if self.hasFocus():
            rounded(painter, box, 7, line=look.colors.focus, width=2)
        middle = box.center().y()
        glyph = QRectF(_LEFT, middle - 17, _GLYPH, _GLYPH)
        paint_seat_glyph(painter, glyph, self._index, look.theme.seat(self._index))
        left = _LEFT + _GLYPH + 10
        self._write(painter, TextStyle.BUTTON, "ink", self._name, QRectF(left, middle - 20, 0, 20))
        second = QRectF(left, middle, 0, 18)
        self._write(painter, TextStyle.MICRO, "ink2", self._words, second)
        if self._icon:
            mark = QRectF(box.right() - 28, middle - 8, 16, 16)
            look.icons.paint(painter, mark, self._icon, look.value(self._role))
        painter.end()

    def _write(
        self, painter: QPainter, style: TextStyle, role: str, text: str, place: QRectF
    ) -> None:
        painter.setFont(self._look.font(style))
        painter.setPen(self._look.color(role))
        room = self.width() - place.left() - (34 if self._icon else 8)
        place.setWidth(room)
        short = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, round(room))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, short)
