"""A record in memory, which can be told to fail."""

from __future__ import annotations

# ruff: noqa: ARG002 -- it does as the port says
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from app.core.record import SessionHead, StoredDeck, StoredEvent, StoredNote
from app.errors import LibraryError, LibraryUnwritable, WrongUse

FULL = LibraryUnwritable("The disk is full.", remedy="Make room.")


class MemoryRecord:
    """Keeps everything in dictionaries. Set `failing` to have writes raise it.

    `fails_after_writing`: the write arrives all the same, as when only the answer was lost.
    """

    def __init__(self) -> None:
        self.heads: dict[str, SessionHead] = {}
        self.decks: dict[str, StoredDeck] = {}
        self.rows: dict[str, list[StoredEvent]] = {}
        self.texts: dict[str, list[StoredNote]] = {}
        self.typed: dict[tuple[str, str], str] = {}
        self.commits = 0
        self.backups = 0
        self.failing: LibraryError | None = None
        self.fails_after_writing = False
        self.failing_backup: LibraryError | None = None

    def begin(
        self,
        head: SessionHead,
        deck: StoredDeck,
        events: Sequence[StoredEvent],
        notes: Sequence[StoredNote] = (),
    ) -> None:
        self.heads[head.id], self.decks[deck.hash] = head, deck
        self.rows[head.id], self.texts[head.id] = [], []
        self.append(head.id, events, notes)

    def append(
        self, session: str, events: Sequence[StoredEvent], notes: Sequence[StoredNote] = ()
    ) -> None:
        if self.failing and not self.fails_after_writing:
            raise self.failing
        assert [e.seq for e in events] == [
            len(self.rows[session]) + i for i in range(1, len(events) + 1)
        ]
        self.rows[session].extend(events)
        self.texts[session].extend(notes)
        self.commits += 1
        if self.failing:
            raise self.failing

    def head(self, session: str) -> SessionHead:
        if session not in self.heads:
            raise WrongUse(f"no session {session}")
        return self.heads[session]

    def deck(self, session: str) -> StoredDeck:
        return self.decks[self.heads[session].deck_hash]

    def events(self, session: str, after: int = 0) -> Iterable[StoredEvent]:
        return tuple(self.rows[session][after:])

    def notes(self, session: str) -> Sequence[StoredNote]:
        return tuple(self.texts[session])

    def keep_draft(self, session: str, field: str, text: str, at: str) -> None:
        self.typed[session, field] = text

    def drafts(self, session: str) -> Mapping[str, str]:
        return {field: text for (of, field), text in self.typed.items() if of == session and text}

    def back_up(self) -> None:
        if self.failing_backup:
            raise self.failing_backup
        self.backups += 1

    def save_copy(self, session: str, path: Path) -> Path:
        return path
