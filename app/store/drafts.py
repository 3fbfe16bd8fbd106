"""What is being typed, kept until it is sent or cleared."""

from __future__ import annotations

from app.store.library import Library


class Drafts:
    """The drafts in a library, by session and field."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def keep(self, session: str, field: str, text: str, at: str) -> None:
        """Keep a draft in place of the field's earlier one; an empty text forgets it."""
        with self._library.writing() as db:
            if text:
                db.execute(
                    "INSERT OR REPLACE INTO drafts VALUES (?, ?, ?, ?)", (session, field, text, at)
                )
            else:
                db.execute("DELETE FROM drafts WHERE session = ? AND field = ?", (session, field))

    def of(self, session: str) -> dict[str, str]:
        """A session's drafts by field."""
        with self._library.reading() as conn:
            rows = conn.execute(
                "SELECT field, text FROM drafts WHERE session = ? ORDER BY field", (session,)
            )
            return dict(rows.fetchall())
