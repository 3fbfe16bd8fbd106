"""What a session needs of the outside: a record that keeps what it is given, and the time.

`app.store` has a record on disk; tests have one in memory. Every method that writes is one durable
transaction: when it returns, what it was given is on the disk; when it raises a `LibraryError`,
nothing of it counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from app.core.record import SessionHead, StoredDeck, StoredEvent, StoredNote

Clock = Callable[[], float]
"""The time now, in seconds of the epoch."""


class Record(Protocol):
    """Where sessions are kept."""

    def begin(
        self,
        head: SessionHead,
        deck: StoredDeck,
        events: Sequence[StoredEvent],
        notes: Sequence[StoredNote] = (),
    ) -> None:
        """Keep a new session with its deck and first events."""

    def append(
        self, session: str, events: Sequence[StoredEvent], notes: Sequence[StoredNote] = ()
    ) -> None:
        """Keep the events of one action after those that are there."""

    def head(self, session: str) -> SessionHead:
        """What names the session. SessionUnknown where there is none."""

    def deck(self, session: str) -> StoredDeck:
        """The deck as it was played."""

    def events(self, session: str, after: int = 0) -> Iterable[StoredEvent]:
        """The session's events in order, those after number `after`."""

    def notes(self, session: str) -> Sequence[StoredNote]:
        """All texts of notes, every version of each, oldest first."""

    def keep_draft(self, session: str, field: str, text: str, at: str) -> None:
        """Keep what is being typed into a field; an empty text forgets it."""

    def drafts(self, session: str) -> Mapping[str, str]:
        """What was being typed, by field."""

    def back_up(self) -> None:
        """Make a copy of everything, among the rotating backups."""

    def save_copy(self, session: str, path: Path) -> Path:
        """Write the session to a file of its own; the path that was written."""
