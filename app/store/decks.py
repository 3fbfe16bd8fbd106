"""Decks as they were played, each once, under the SHA-256 of its content."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from app.core.record import StoredDeck
from app.errors import LibraryDamaged
from app.store.faults import OPEN_A_BACKUP
from app.store.library import Library, rows_of

if TYPE_CHECKING:
    from sqlite_utils import Database


class Decks:
    """The decks in a library."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def of(self, session: str) -> StoredDeck:
        """The deck that a session was played with. LibraryDamaged where it is gone."""
        with self._library.reading() as conn:
            rows = rows_of(
                conn,
                "SELECT d.hash, d.id, d.title, d.version, d.content FROM decks d"
                " JOIN sessions s ON s.deck_hash = d.hash WHERE s.id = ?",
                (session,),
            )
        if not rows:
            raise LibraryDamaged(
                "The deck of this session is not in the library.",
                remedy=OPEN_A_BACKUP,
            )
        return StoredDeck._make(rows[0])

    def changed(self) -> list[str]:
        """The hashes of decks whose content is no longer what it was kept as."""
        with self._library.reading() as conn:
            rows = rows_of(conn, "SELECT hash, content FROM decks ORDER BY hash")
            return [kept for kept, content in rows if _sha256(content) != kept]


def keep_deck(db: Database, deck: StoredDeck) -> None:
    """Keep a deck, inside a transaction; the same content is kept once."""
    db.execute("INSERT OR IGNORE INTO decks VALUES (?, ?, ?, ?, ?)", deck)


def _sha256(content: str) -> str:
    return hashlib.sha256(content.encode()).hexdigest()
