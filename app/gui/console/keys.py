"""The keyboard map of the console: one table of actions, their keys and what they do.

Plain letters never fire while somebody types: every field of ours takes them first (P8). No action
here uses Ctrl+Enter, which saves the text being written.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

IS_MAC = sys.platform == "darwin"


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
    return actions


def shown(key: Key) -> str:
    """A row's keys as the platform writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    texts = (QKeySequence(keys).toString(native) for keys in key.keys)
    return ", ".join(dict.fromkeys(text.replace("Return", "Enter") for text in texts))
