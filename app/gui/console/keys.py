"""The keyboard map of the console: one table of actions, their keys and what they do.

Plain letters never fire while somebody types: every field of ours takes them first (P8), and those
that change the room do nothing amid a burst of typing that missed its field. No action here uses
Ctrl+Enter, which saves the text being written.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from time import monotonic

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget
from typing_extensions import override

IS_MAC = sys.platform == "darwin"
BURST = 1.0
"""Seconds within which a character after another one is typing, and no key of the room."""
_CHORD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


@dataclass(frozen=True, slots=True)
class Key:
    """One row: a name for the program, the keys, what a person calls it, and its group.

    `while_typing`: it works in a text field too. `changes_room`: what participants see changes.
    """

    name: str
    keys: tuple[str, ...]
    words: str
    group: str
    while_typing: bool = True
    changes_room: bool = False


KEYS: tuple[Key, ...] = (
    Key("main", ("Ctrl+]" if IS_MAC else "Alt+Right",), "The phase's main action", "Course"),
    Key("show", ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"), "Show what is ready", "Room",
        changes_room=True),
    Key("undo_show", ("Ctrl+Shift+Backspace",), "Undo show", "Room", changes_room=True),
    Key("blank", ("Ctrl+.",), "Blank or unblank", "Room", changes_room=True),
    Key("blank_plain", ("B", "."), "Blank or unblank", "Room", while_typing=False,
        changes_room=True),
    Key("hold", ("H",), "Hold card", "Room", while_typing=False, changes_room=True),
    Key("page_on", ("PgDown",), "Next page of what is shown", "Room", while_typing=False,
        changes_room=True),
    Key("page_back", ("PgUp",), "Page before", "Room", while_typing=False, changes_room=True),
    Key("undo", ("Ctrl+Z",), "Undo (a text being written first)", "Course"),
    Key("redo", ("Ctrl+Shift+Z",), "Redo", "Course"),
    Key("capture", ("Ctrl+N",), "Write a note; again: the next kind", "Writing"),
    Key("timer", ("T",), "Start or pause the timer", "Timer", while_typing=False,
        changes_room=True),
    Key("timer_reset", ("Shift+T",), "Reset the timer", "Timer", while_typing=False,
        changes_room=True),
    Key("timer_more", ("+",), "One minute more", "Timer", while_typing=False, changes_room=True),
    Key("timer_less", ("-",), "One minute less", "Timer", while_typing=False, changes_room=True),
    *(
        Key(f"seat_{n}", (str(n),), f"Go to seat {n}", "Panes", while_typing=False)
        for n in range(1, 9)
    ),
    Key("next_pane", ("F6",), "Next pane", "Panes"),
    Key("previous_pane", ("Shift+F6",), "Previous pane", "Panes"),
    Key("find", ("Ctrl+K",), "Find any command or item", "Course"),
    Key("key_sheet", ("F1",), "This sheet", "Help"),
    Key("key_sheet_plain", ("?",), "This sheet", "Help", while_typing=False),
)  # fmt: skip

IN_FIELDS: tuple[tuple[str, str], ...] = (
    ("Ctrl+Enter", "Save the text being written; in the hand-in line: hand the cell in"),
    ("Enter", "In the hand-in line: add the move; in the run sheet: make ready"),
    ("Tab", "In the hand-in line: take the word that is offered"),
    ("Esc", "Leave the field; never changes the room"),
    ("@, #, !", "In a note: its cell, its tension; !strength, !difficulty, !surprise, !decision"),
    ("Up, Down", "In the run sheet and in offered words: move"),
)
"""Keys that belong to a field and are no action of the window."""


def install(window: QWidget, slots: Mapping[str, Callable[[], None]]) -> dict[str, QAction]:
    """Make the window's actions; `slots` has one for every name of the table."""
    actions = {}
    for key in KEYS:
        action = QAction(key.words, window)
        action.setObjectName(f"key_{key.name}")
        action.setShortcuts([QKeySequence(keys) for keys in key.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setAutoRepeat(False)
        action.setToolTip(f"{key.words} ({shown(key)})")
        action.triggered.connect(slots[key.name])
        window.addAction(action)
        actions[key.name] = action
    TypingGuard(window)
    return actions


class TypingGuard(QObject):
    """Keeps plain keys from the room while characters come one after another.

    The same key again is no typing: "+" three times is three minutes.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._last, self._at, self._is_burst = 0, -BURST, False
        self._guarded = {
            keys.casefold()
            for key in KEYS
            if key.changes_room and not key.while_typing
            for keys in key.keys
            if len(keys.removeprefix("Shift+")) == 1
        }
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A key that is typing is taken from the window's actions; nothing else is touched."""
        if event.type() == QEvent.Type.Show and watched is self._window:
            self._watch_fields()
        if isinstance(event, QKeyEvent) and event.type() != QEvent.Type.KeyRelease:
            self._notice(event)
            is_asked = event.type() == QEvent.Type.ShortcutOverride
            if is_asked and self._is_burst and self._is_guarded(event):
                event.accept()
                return True
        return super().eventFilter(watched, event)

    def _watch_fields(self) -> None:
        """What a field takes never reaches the window's widget; its handle sees all of it."""
        handle = self._window.window().windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def _notice(self, event: QKeyEvent) -> None:
        """One press may be told several times over, to a field and to what stands around it."""
        if not event.text().isprintable() or not event.text() or event.modifiers() & _CHORD:
            return
        now = monotonic()
        is_soon = now - self._at < BURST
        self._is_burst = is_soon and (self._is_burst or event.key() != self._last)
        self._last, self._at = event.key(), now

    def _is_guarded(self, event: QKeyEvent) -> bool:
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        name = QKeySequence(event.key()).toString().casefold()
        return name in self._guarded or (bool(shift) and f"shift+{name}" in self._guarded)


def shown(key: Key) -> str:
    """A row's keys as the platform writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    texts = (QKeySequence(keys).toString(native) for keys in key.keys)
    return ", ".join(dict.fromkeys(text.replace("Return", "Enter") for text in texts))
