"""Texts of notes, beside the log: every version under its digest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.core.record import StoredNote
from app.store.library import Library, rows_of

if TYPE_CHECKING:
    from sqlite_utils import Database


class Notes:
    """The texts of notes in a library."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def of(self, session: str) -> list[StoredNote]:
        """All texts of a session's notes, oldest first."""
        with self._library.reading() as conn:
            rows = rows_of(
                conn,
                "SELECT note, digest, salt, text FROM notes WHERE session = ? ORDER BY rowid",
                (session,),
            )
            return [StoredNote._make(row) for row in rows]

    def overwrite(self, session: str, note: str, text: str) -> None:
        """Replace every version of a note's text, for a name that must go.

        The log keeps the digest of what was there, so that it shows that the text was edited.
        """
        with self._library.writing() as db:
            db.execute(
                "UPDATE notes SET text = ? WHERE session = ? AND note = ?", (text, session, note)
            )


def keep_notes(db: Database, session: str, notes: Sequence[StoredNote]) -> None:
    """Keep texts, inside a transaction."""
    for note in notes:
        db.execute("INSERT INTO notes VALUES (?, ?, ?, ?, ?)", (session, *note))
