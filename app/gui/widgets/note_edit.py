"""A field for a note, a quote or a reason: a few lines in serif that grow as one writes."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget
from typing_extensions import override

from app.gui.theme import Look, TextStyle
from app.gui.widgets.keys import is_save, is_typing

_FRAME = 6
_ELSEWHERE = {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}


class NoteEdit(QTextEdit):
    """Shows a text to write. No key that is typed here fires an action of the window.

    Signals:
        saved(str): Ctrl+Enter, with the text trimmed; sent for an empty text too.
        edited(str): the text changed by hand, for drafts.
        left: Esc, or focus went to another part of the window.
    """

    saved = Signal(str)
    edited = Signal(str)
    left = Signal()

    def __init__(
        self,
        look: Look,
        name: str,
        placeholder: str = "",
        *,
        style: TextStyle = TextStyle.NARRATIVE,
        lines: tuple[int, int] = (2, 6),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._style = style
        self._lines = lines
        self.setAccessibleName(name)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)
        self.document().clearUndoRedoStacks()  # Qt counts the margin as something to undo
        self.document().contentsChanged.connect(self._on_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        look.changed.connect(self._dress)
        self._dress()

    def text(self) -> str:
        """The text, trimmed."""
        return self.toPlainText().strip()

    def set_text(self, text: str) -> None:
        """Show another text, cursor at its end; nothing happens when it is the same."""
        if text != self.toPlainText():
            with_signals = self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(with_signals)
            self.moveCursor(QTextCursor.MoveOperation.End)
            self._fit()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            pages = self.document()
            mine = is_typing(
                event, can_undo=pages.isUndoAvailable(), can_redo=pages.isRedoAvailable()
            )
            event.setAccepted(mine)
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_save(event):
            self.saved.emit(self.text())
        elif event.key() == Qt.Key.Key_Escape:
            self.clearFocus()
        elif event.key() in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            event.accept()  # a clicker in the wrong hand neither pages nor scrolls
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _ELSEWHERE:
            self.left.emit()

    def _on_changed(self) -> None:
        self._fit()
        if not self.signalsBlocked():
            self.edited.emit(self.toPlainText())

    def _dress(self) -> None:
        self.setFont(self._look.font(self._style))
        self._fit()

    def _fit(self) -> None:
        """Take the height of the text, within the lines allowed."""
        line = QFontMetricsF(self.font()).lineSpacing()
        low, high = (math.ceil(count * line) + 4 for count in self._lines)
        wanted = math.ceil(self.document().size().height())
        self.setFixedHeight(max(low, min(high, wanted)) + _FRAME)
