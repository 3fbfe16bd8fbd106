"""Names of people: one table apart, never beside notes, quotes or answers, and how they go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from app.store.backups import Backups
from app.store.library import Library

_TEXTS = """
  SELECT session, 'note' AS what, note AS place, text FROM notes
  UNION ALL SELECT session, 'draft', field, text FROM drafts
  UNION ALL SELECT id, 'title', '', title FROM sessions
  UNION ALL SELECT session, 'event', seq, payload FROM events
"""


@dataclass(frozen=True, slots=True)
class FreeText:
    """A text that holds a name which was purged: to be edited by a person.

    `what` is 'note', 'draft', 'title' or 'event'; `place` its id, field or number.
    """

    session: str
    what: str
    place: str


@dataclass(frozen=True, slots=True)
class Purged:
    """What a purge did, and what it could not reach."""

    names: int
    texts: tuple[FreeText, ...]
    exports: tuple[str, ...]
    backups_left: tuple[Path, ...]


class People:
    """The names in a library."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def write(self, session: str, names: Iterable[tuple[str, str]]) -> None:
        """Keep who sits where, (seat, name), in place of what was kept before."""
        with self._library.writing() as db:
            db.execute("DELETE FROM people WHERE session = ?", (session,))
            for seat, name in dict.fromkeys(names):
                db.execute("INSERT INTO people VALUES (?, ?, ?)", (session, seat, name))

    def of(self, session: str) -> Mapping[str, tuple[str, ...]]:
        """The names by seat."""
        with self._library.reading() as conn:
            rows = conn.execute(
                "SELECT seat, name FROM people WHERE session = ? ORDER BY seat, name", (session,)
            ).fetchall()
        seats: dict[str, tuple[str, ...]] = {}
        for seat, name in rows:
            seats[seat] = (*seats.get(seat, ()), name)
        return seats

    def purge(self, session: str = "") -> Purged:
        """Delete the names of a session, or of all: from the file, and from its backups.

        Backups are replaced by one of the library as it then stands. Exports are only listed.
        """
        # `where` is one of two texts that stand here; what comes from outside is bound.
        where, values = ("WHERE session = ?", (session,)) if session else ("", ())
        with self._library.reading() as conn:
            found = conn.execute(f"SELECT DISTINCT name FROM people {where}", values)  # noqa: S608 - ours
            names = [name for (name,) in found]
            exports = conn.execute(f"SELECT path FROM exports {where}", values)  # noqa: S608 - ours
            paths = tuple(path for (path,) in exports)
        with self._library.writing() as db:
            db.execute(f"DELETE FROM people {where}", values)  # noqa: S608 - ours
        self._library.vacuum()
        backups = Backups(self._library)
        left = backups.remove_all_but(backups.make())
        return Purged(len(names), self._texts_with(names), paths, tuple(left))

    def _texts_with(self, names: Iterable[str]) -> tuple[FreeText, ...]:
        found: dict[FreeText, None] = {}
        for name in names:
            with self._library.reading() as conn:
                rows = conn.execute(
                    f"SELECT session, what, place FROM ({_TEXTS})"  # noqa: S608 - ours
                    " WHERE instr(lower(text), lower(?))",
                    (name,),
                )
                for session, what, place in rows:
                    found[FreeText(session, what, str(place))] = None
        return tuple(found)
