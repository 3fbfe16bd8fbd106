"""Sessions and their event rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from app.core.record import SessionHead, StoredDeck, StoredEvent, StoredNote
from app.errors import WrongUse
from app.store.decks import keep_deck
from app.store.library import Library, rows_of
from app.store.notes import keep_notes
from app.store.views import PLACING, undone

if TYPE_CHECKING:
    from sqlite_utils import Database

_LISTED = f"""
  WITH used AS (
    SELECT s.*,
           (SELECT e.seq FROM events e WHERE e.session = s.id ORDER BY e.seq DESC LIMIT 1) AS seq,
           (SELECT e.at FROM events e WHERE e.session = s.id ORDER BY e.seq DESC LIMIT 1) AS at
    FROM sessions s WHERE (s.trashed_at != '') = ?
    ORDER BY at DESC, s.id LIMIT ?
  )
  SELECT s.id, s.title, d.id, d.title, d.version, s.parent, s.parent_seq,
         first.at, s.at, s.seq,
         coalesce(json_extract(place.payload, '$.turn'), 0),
         coalesce(json_extract(place.payload, '$.phase'), 'opening'),
         coalesce(json_extract(first.payload, '$.setup.rehearsal'), 0)
  FROM used s
  JOIN decks d ON d.hash = s.deck_hash
  JOIN events first ON first.session = s.id AND first.seq = 1
  LEFT JOIN events place ON place.session = s.id
    AND place.seq = (SELECT p.seq FROM events p INDEXED BY events_that_place
                     WHERE p.session = s.id AND p.{PLACING} AND p.kind = 'PhaseEntered'
                       AND NOT {undone("p")}
                     ORDER BY p.seq DESC LIMIT 1)
  ORDER BY s.at DESC, s.id
"""  # noqa: S608 - nothing in it comes from outside


_AS_EVENT = partial(tuple.__new__, StoredEvent)  # what `_make` does, three times as quick


class Listed(NamedTuple):
    """A session as it stands in a list. Times are ISO 8601 in UTC."""

    id: str
    title: str
    deck: str
    deck_title: str
    deck_version: str
    parent: str
    parent_seq: int
    started_at: str
    last_at: str
    events: int
    turn: int
    phase: str
    is_rehearsal: bool


class Sessions:
    """The sessions in a library."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def all(self, *, trashed: bool = False, most: int = -1) -> list[Listed]:
        """Sessions with where they stand, the one used last first; at most so many."""
        with self._library.reading() as conn:
            rows = conn.execute(_LISTED, (trashed, most))
            return [Listed._make((*row[:-1], bool(row[-1]))) for row in rows]

    def ids(self) -> list[str]:
        """The id of every session, whatever became of its rows; trashed ones too."""
        with self._library.reading() as conn:
            return [str(row[0]) for row in conn.execute("SELECT id FROM sessions ORDER BY id")]

    def find(self, beginning: str) -> str:
        """The id of the one session whose id begins so. WrongUse unless there is exactly one."""
        with self._library.reading() as conn:
            rows = conn.execute(
                "SELECT id FROM sessions WHERE substr(id, 1, length(?1)) = ?1", (beginning,)
            ).fetchall()
        if len(rows) == 1 and beginning:
            return str(rows[0][0])
        what = "several sessions whose ids begin" if rows else "no session whose id begins"
        raise WrongUse(
            f"The library has {what} with '{beginning}'.", remedy="See: parasol sessions"
        )

    def head(self, session: str) -> SessionHead:
        """What names a session. WrongUse where there is none."""
        with self._library.reading() as conn:
            row = conn.execute(
                "SELECT id, title, deck_hash, parent, parent_seq FROM sessions WHERE id = ?",
                (session,),
            ).fetchone()
        if row is None:
            raise WrongUse(
                f"The library has no session '{session}'.", remedy="See: parasol sessions"
            )
        return SessionHead._make(row)

    def events(self, session: str, after: int = 0) -> Iterator[StoredEvent]:
        """A session's rows in order, those after number `after`."""
        with self._library.reading() as conn:
            rows = rows_of(
                conn,
                "SELECT seq, action, at, kind, payload, prev_hash, hash FROM events"
                " WHERE session = ? AND seq > ? ORDER BY seq",
                (session, after),
            )
        return map(_AS_EVENT, rows)

    def begin(
        self,
        head: SessionHead,
        deck: StoredDeck,
        events: Sequence[StoredEvent],
        notes: Sequence[StoredNote] = (),
    ) -> None:
        """Keep a new session, its deck and its first events, in one transaction."""
        with self._library.writing() as db:
            keep_deck(db, deck)
            db.execute(
                "INSERT INTO sessions (id, title, deck_hash, parent, parent_seq)"
                " VALUES (?, ?, ?, ?, ?)",
                head,
            )
            keep_events(db, head.id, events)
            keep_notes(db, head.id, notes)

    def append(
        self, session: str, events: Sequence[StoredEvent], notes: Sequence[StoredNote] = ()
    ) -> None:
        """Keep the events of one action, in one transaction. LibraryLocked where others did."""
        with self._library.writing() as db:
            keep_events(db, session, events)
            keep_notes(db, session, notes)

    def rename(self, session: str, title: str) -> None:
        """Give a session another title in lists; its log keeps the one it was set up with."""
        self._change("UPDATE sessions SET title = ? WHERE id = ?", title, session)

    def trash(self, session: str, at: str) -> None:
        """Move a session out of sight, or back again with an empty time. Nothing is deleted."""
        self._change("UPDATE sessions SET trashed_at = ? WHERE id = ?", at, session)

    def delete(self, session: str) -> None:
        """Delete a session for good, with its notes, names and drafts, and a deck nobody needs."""
        with self._library.writing() as db:
            db.execute("DELETE FROM sessions WHERE id = ?", (session,))
            db.execute("DELETE FROM decks WHERE hash NOT IN (SELECT deck_hash FROM sessions)")

    def _change(self, sql: str, *values: str) -> None:
        with self._library.writing() as db:
            db.execute(sql, values)


def keep_events(db: Database, session: str, events: Sequence[StoredEvent]) -> None:
    """Keep rows, inside a transaction."""
    for event in events:
        db.execute("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (session, *event))
