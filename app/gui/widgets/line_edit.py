"""A field of one line, with the key manners of every field of ours."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from app.gui.theme import Look, TextStyle
from app.gui.widgets.keys import is_plain_enter, is_save, is_typing

_ELSEWHERE = {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}


class LineEdit(QLineEdit):
    """Shows a line of text to write. No key typed here fires an action of the window.

    Signals:
        entered(str): Enter, with the text trimmed.
        saved(str): Ctrl+Enter, with the text trimmed.
        stepped(int): Up (−1) or Down (+1), for a list beside the field.
        left: Esc, or focus went to another part of the window.
    """

    entered = Signal(str)
    saved = Signal(str)
    stepped = Signal(int)
    left = Signal()

    def __init__(
        self,
        look: Look,
        name: str,
        placeholder: str = "",
        style: TextStyle = TextStyle.BODY,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look = look
        self._style = style
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        look.changed.connect(self._dress)
        self._dress()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            mine = is_typing(
                event, can_undo=self.isUndoAvailable(), can_redo=self.isRedoAvailable()
            )
            event.setAccepted(mine)
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if is_save(event):
            self.saved.emit(self.text().strip())
        elif is_plain_enter(event):
            self.entered.emit(self.text().strip())
        elif key == Qt.Key.Key_Escape:
            self.clearFocus()
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.stepped.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key not in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _ELSEWHERE:
            self.left.emit()

    def _dress(self) -> None:
        self.setFont(self.look.font(self._style))
        self.update()
