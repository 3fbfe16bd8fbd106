"""What can be undone and redone, worked out from the log alone, so that it outlives the program."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.events import (
    NOTE_EVENTS,
    ROOM_EVENTS,
    ActionRedone,
    ActionUndone,
    Entry,
    SessionForked,
    SessionStarted,
)

_BESIDE = (*ROOM_EVENTS, *NOTE_EVENTS)
_BEGINNINGS = (SessionStarted, SessionForked)


class UndoStack:
    """Actions that count and can be undone, and those that were undone and can be redone.

    Beginnings, notes and what only changes the room are never on it.
    """

    def __init__(self) -> None:
        self._done: list[int] = []
        self._undone: list[int] = []
        self.taken_back: set[int] = set()
        """All actions that do not count at present, redoable or not."""

    @property
    def to_undo(self) -> int | None:
        """The action that *Undo* takes back."""
        return self._done[-1] if self._done else None

    @property
    def to_redo(self) -> int | None:
        """The action that *Redo* brings back."""
        return self._undone[-1] if self._undone else None

    def take_in(self, entries: Sequence[Entry]) -> None:
        """Take note of entries that follow; those of one action must come together."""
        start = 0
        for index, entry in enumerate(entries):
            if index + 1 == len(entries) or entries[index + 1].action != entry.action:
                self._take_in_action(entries[start : index + 1])
                start = index + 1

    def _take_in_action(self, entries: Sequence[Entry]) -> None:
        for entry in entries:
            event = entry.event
            if isinstance(event, ActionUndone):
                self._move(event.action, self._done, self._undone)
                self.taken_back.add(event.action)
                return
            if isinstance(event, ActionRedone):
                self._move(event.action, self._undone, self._done)
                self.taken_back.discard(event.action)
                return
        begins = any(isinstance(entry.event, _BEGINNINGS) for entry in entries)
        if not begins and not all(isinstance(entry.event, _BESIDE) for entry in entries):
            self._done.append(entries[0].action)
            self._undone.clear()

    @staticmethod
    def _move(action: int, here: list[int], there: list[int]) -> None:
        if action in here[-1:]:
            here.pop()
        there.append(action)
