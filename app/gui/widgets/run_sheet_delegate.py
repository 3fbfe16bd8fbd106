"""How a row of the run sheet is drawn, whole (248 wide) and compact (64, icons alone)."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from app.gui.theme import Look, TextStyle
from app.gui.widgets.painted import rounded, write_line
from app.gui.widgets.run_sheet_rows import ROW_ROLE, Heading, Item, Mark

_ROW, _HEADING = 46, 30
_COMPACT_ROW, _COMPACT_HEADING = 36, 18
_EDGE, _ICON_LEFT, _TEXT_LEFT, _MARK = 16, 19, 46, 16
_MARK_ICON = {Mark.PRIVATE: "lock", Mark.SHOWN: "eye"}


class RunSheetDelegate(QStyledItemDelegate):
    """Draws headings and items of a `RunSheetModel`."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.compact = False

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        heading = isinstance(index.data(ROW_ROLE), Heading)
        if self.compact:
            return QSize(48, _COMPACT_HEADING if heading else _COMPACT_ROW)
        grown = round((self._look.factor - 1) * (20 if heading else 30))
        return QSize(120, (_HEADING if heading else _ROW) + grown)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = index.data(ROW_ROLE)
        box = QRectF(option.rect)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Heading):
            self._draw_heading(painter, box, row)
        elif isinstance(row, Item):
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            focused = chosen and bool(state & QStyle.StateFlag.State_HasFocus)
            self._draw_ground(painter, box, chosen=chosen, focused=focused)
            draw = self._draw_compact if self.compact else self._draw_item
            draw(painter, box, row, chosen)
        painter.restore()

    def _draw_heading(self, painter: QPainter, box: QRectF, row: Heading) -> None:
        if self.compact:
            middle = box.center()
            line = QRectF(middle.x() - 12, round(middle.y()), 24, 1)
            painter.fillRect(line, self._look.color("line2"))
            return
        words = box.adjusted(_EDGE, 4, -_EDGE, 0)
        write_line(painter, self._look, words, TextStyle.SMALL_STRONG, "ink2", row.title)
        write_line(painter, self._look, words, TextStyle.MICRO, "ink2", row.note, right=True)

    def _draw_ground(self, painter: QPainter, box: QRectF, *, chosen: bool, focused: bool) -> None:
        if not chosen:
            return
        ground = box.adjusted(8, 0, -8, 0)
        ring = self._look.colors.focus if focused else ""
        rounded(painter, ground, 7, fill=self._look.colors.sel, line=ring, width=2)

    def _draw_item(self, painter: QPainter, box: QRectF, row: Item, chosen: bool) -> None:
        role = "ink" if chosen else "ink2"
        icon = QRectF(box.left() + _ICON_LEFT, box.center().y() - 9, 18, 18)
        self._look.icons.paint(painter, icon, row.icon, self._look.value(role))
        words = box.adjusted(_TEXT_LEFT, 0, -(_EDGE + _MARK + 8), 0)
        upper = QRectF(words.left(), words.top() + 4, words.width(), words.height() / 2 - 2)
        lower = QRectF(words.left(), upper.bottom() - 2, words.width(), upper.height() - 2)
        style = TextStyle.STRONG if chosen else TextStyle.BUTTON
        write_line(painter, self._look, upper, style, role, row.title)
        write_line(painter, self._look, lower, TextStyle.MICRO, role, row.detail)
        middle = QPointF(box.right() - _EDGE - _MARK / 2 - 3, box.center().y())
        self._draw_mark(painter, middle, row.mark)

    def _draw_compact(self, painter: QPainter, box: QRectF, row: Item, chosen: bool) -> None:
        middle = box.center()
        icon = QRectF(middle.x() - 9, middle.y() - 9, 18, 18)
        self._look.icons.paint(
            painter, icon, row.icon, self._look.value("ink" if chosen else "ink2")
        )
        if row.mark == Mark.ON_SCREEN:
            self._draw_dot(painter, QPointF(middle.x() + 15, box.top() + 9), 4)

    def _draw_mark(self, painter: QPainter, middle: QPointF, mark: Mark) -> None:
        if mark == Mark.ON_SCREEN:
            self._draw_dot(painter, middle, 5)
        elif mark in _MARK_ICON:
            area = QRectF(middle.x() - _MARK / 2, middle.y() - _MARK / 2, _MARK, _MARK)
            self._look.icons.paint(painter, area, _MARK_ICON[mark], self._look.colors.ink3)

    def _draw_dot(self, painter: QPainter, middle: QPointF, radius: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color("live"))
        painter.drawEllipse(middle, radius, radius)
