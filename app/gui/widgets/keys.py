"""Who gets a key: the text being written, or the window.

Answers for principle P8: a key never fires an action of the window while somebody types. Qt
asks a field by a shortcut-override event; `is_typing` is the answer of every field of ours.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

_Key = Qt.Key
_Std = QKeySequence.StandardKey
_ENTER = {_Key.Key_Return, _Key.Key_Enter}
_CHORD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_EDITING = (
    _Std.Copy,
    _Std.Cut,
    _Std.Paste,
    _Std.SelectAll,
    _Std.MoveToNextWord,
    _Std.MoveToPreviousWord,
    _Std.MoveToStartOfDocument,
    _Std.MoveToEndOfDocument,
    _Std.MoveToStartOfLine,
    _Std.MoveToEndOfLine,
    _Std.SelectNextWord,
    _Std.SelectPreviousWord,
    _Std.SelectStartOfLine,
    _Std.SelectEndOfLine,
    _Std.SelectStartOfDocument,
    _Std.SelectEndOfDocument,
    _Std.DeleteStartOfWord,
    _Std.DeleteEndOfWord,
)


def is_save(event: QKeyEvent) -> bool:
    """Whether the key is Ctrl+Enter (Cmd+Return on macOS) and nothing more."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in _ENTER and held == Qt.KeyboardModifier.ControlModifier


def is_escape(event: QEvent) -> bool:
    """Whether a key, or what an event filter meets, is Esc going down."""
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
        return False
    return event.key() == _Key.Key_Escape


def is_plain_enter(event: QKeyEvent) -> bool:
    """Whether the key is Enter without Ctrl, Alt or Meta."""
    return event.key() in _ENTER and not event.modifiers() & _CHORD


def is_typing(event: QKeyEvent, *, can_undo: bool, can_redo: bool) -> bool:
    """Whether a key belongs to the text being written rather than to the window.

    All keys without Ctrl, Alt or Meta do, save the function keys; so do the editing keys,
    Ctrl+Enter, and undo and redo as long as the text has something to undo or redo.
    """
    if _Key.Key_F1 <= event.key() <= _Key.Key_F35:
        return False
    if not event.modifiers() & _CHORD or is_save(event):
        return True
    if event.matches(_Std.Undo):
        return can_undo
    if event.matches(_Std.Redo):
        return can_redo
    if any(event.matches(key) for key in _EDITING):
        return True
    return _is_alt_gr_letter(event)


def _is_alt_gr_letter(event: QKeyEvent) -> bool:
    """AltGr arrives as Ctrl+Alt on Windows and then carries a character of its own."""
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return event.modifiers() & _CHORD == both and event.text().isprintable() and bool(event.text())
