"""Find any command or item by typing a part of its name. It makes ready; it never shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from app.gui.layouts import column
from app.gui.theme import Look, TextStyle
from app.gui.widgets.card import Card
from app.gui.widgets.line_edit import LineEdit
from app.gui.widgets.painted import rounded
from app.gui.widgets.text_label import TextLabel

_WIDTH, _HEIGHT, _ROW = 560, 400, 34
_PART = "Type a part of a name"


@dataclass(frozen=True, slots=True)
class Command:
    """Something to find. With `asks`, a text is asked for first, such as the reason for a skip."""

    words: str
    run: Callable[[str], None]
    asks: str = ""


class _RowDelegate(QStyledItemDelegate):
    """Draws a found row; the chosen one on the ground of a selection."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        box = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            rounded(painter, box, 6, fill=self._look.colors.sel)
        painter.setFont(self._look.font(TextStyle.BODY))
        painter.setPen(self._look.color("ink" if chosen else "ink2"))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box.adjusted(12, 0, -8, 0), left, str(index.data()))
        painter.restore()


class Finder(Card):
    """Shows a field and what it finds, above the centre of the window.

    Signals:
        closed: the finder was left.
    """

    closed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__("bounded", "Find a command or item", parent)
        self._commands: Sequence[Command] = ()
        self._asking: Command | None = None
        self._field = LineEdit(look, "Command or item", _PART, TextStyle.ENTRY)
        self._field.setObjectName("finder_field")
        self._field.setMinimumHeight(42)
        self._hint = TextLabel(look, "", TextStyle.SMALL, "ink2", wrap=True)
        self._list = QListWidget()
        self._list.setObjectName("finder_list")
        self._list.setAccessibleName("Found")
        self._list.setFont(look.font(TextStyle.BODY))
        self._list.setItemDelegate(_RowDelegate(look, self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.column.addLayout(column(self._field, self._hint, (self._list, 1)))
        self.setFixedSize(_WIDTH, _HEIGHT)
        self._field.textEdited.connect(lambda _text: self._refill())
        self._field.entered.connect(lambda _text: self._take())
        self._field.stepped.connect(self._step)
        self._field.left.connect(self.close_finder)
        self._list.itemClicked.connect(lambda _item: self._take())
        self.hide()

    def open_with(self, commands: Sequence[Command]) -> None:
        """Offer these commands."""
        self._commands, self._asking = commands, None
        self._field.setPlaceholderText(_PART)
        self._hint.setText("Enter makes an item ready or runs a command. Nothing is shown.")
        self._field.clear()
        self._refill()
        parent = self.parentWidget()
        if parent is not None:
            self.move((parent.width() - self.width()) // 2, 110)
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_finder(self) -> None:
        """Put the finder away."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def _refill(self) -> None:
        self._list.clear()
        self._list.setVisible(self._asking is None)
        if self._asking is not None:
            return
        words = self._field.text().casefold().split()
        for command in self._commands:
            if all(word in command.words.casefold() for word in words):
                item = QListWidgetItem(command.words)
                item.setData(Qt.ItemDataRole.UserRole, command)
                item.setSizeHint(QSize(0, _ROW))
                self._list.addItem(item)
        self._list.setCurrentRow(0)

    def _step(self, by: int) -> None:
        row = self._list.currentRow() + by
        if 0 <= row < self._list.count():
            self._list.setCurrentRow(row)

    def _take(self) -> None:
        if self._asking is not None:
            command, text = self._asking, self._field.text().strip()
            self.close_finder()
            command.run(text)
            return
        if self._list.currentRow() < 0:
            return
        command = self._list.currentItem().data(Qt.ItemDataRole.UserRole)
        if command.asks:
            self._asking = command
            self._hint.setText(command.asks)
            self._field.setPlaceholderText("The reason, in a sentence")
            self._field.clear()
            self._refill()
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.close_finder()
        command.run("")
