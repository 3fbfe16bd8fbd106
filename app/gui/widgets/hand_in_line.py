"""The line that takes a whole move: a seat's shape, what is typed, and what Enter will do."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.gui.theme import Look, TextStyle
from app.gui.widgets.line_edit import LineEdit
from app.gui.widgets.seat_glyph import paint_seat_glyph, shape_name

_HEIGHT, _MARGIN, _GLYPH, _APART = 42, 14, 14, 24


class HandInLine(LineEdit):
    """Shows the seat whose move is typed and, at the right while there is room, a hint.

    Signals:
        entered(str): Enter, with the line trimmed: add the move.
        handed_in(str): Ctrl+Enter, with what is still in the line: hand the seat in.
        stepped(int), left: as in `LineEdit`.
    """

    handed_in = Signal(str)

    def __init__(
        self, look: Look, name: str, placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(look, name, placeholder, TextStyle.ENTRY, parent)
        self._seat: int | None = None
        self._hint = "Enter adds, Ctrl+Enter hands the cell in"
        self.setMinimumHeight(_HEIGHT)
        self.saved.connect(self.handed_in)
        self.textChanged.connect(self._fit)
        self.set_seat(None)

    def set_seat(self, index: int | None) -> None:
        """Show the shape of the seat that the line is for, or none."""
        self._seat = index
        self.setAccessibleDescription("" if index is None else shape_name(index))
        self._fit()

    def set_hint(self, hint: str) -> None:
        """Show another hint."""
        self._hint = hint
        self._fit()

    def hint_is_shown(self) -> bool:
        """Whether the text leaves room for the hint."""
        text = self.text() or self.placeholderText()
        typed = QFontMetricsF(self.font()).horizontalAdvance(text)
        return self._left() + typed + _APART + self._hint_width() + _MARGIN < self.width()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        if self._seat is not None:
            box = QRectF(_MARGIN, (self.height() - _GLYPH) / 2, _GLYPH, _GLYPH)
            paint_seat_glyph(painter, box, self._seat, self.look.theme.seat(self._seat))
        if self.hint_is_shown():
            painter.setFont(self.look.font(TextStyle.SMALL))
            painter.setPen(self.look.color("ink3"))
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(self.rect().adjusted(0, 0, -_MARGIN, 0), right, self._hint)
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _left(self) -> float:
        return _MARGIN + (_GLYPH + 10 if self._seat is not None else 0)

    def _hint_width(self) -> float:
        return QFontMetricsF(self.look.font(TextStyle.SMALL)).horizontalAdvance(self._hint)

    def _fit(self) -> None:
        right = self._hint_width() + _MARGIN if self.hint_is_shown() else 0
        self.setTextMargins(round(self._left()) - 12, 0, round(right), 0)
        self.update()
