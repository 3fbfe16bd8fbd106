"""The library's schema, as the steps that lead to it, and what it must look like afterwards.

A step is never changed once a release has it; a change is a new step. The schema's version is the
number of steps taken, kept in `user_version`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from app.store import views

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 0x50415241
"""'PARA', in the file's header."""

TABLES = (
    """
    CREATE TABLE decks (
      hash TEXT PRIMARY KEY,
      id TEXT NOT NULL,
      title TEXT NOT NULL,
      version TEXT NOT NULL,
      content TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE sessions (
      id TEXT PRIMARY KEY,
      title TEXT NOT NULL,
      deck_hash TEXT NOT NULL REFERENCES decks (hash),
      parent TEXT NOT NULL DEFAULT '',
      parent_seq INTEGER NOT NULL DEFAULT 0,
      trashed_at TEXT NOT NULL DEFAULT ''
    ) STRICT
    """,
    """
    CREATE TABLE events (
      session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
      seq INTEGER NOT NULL CHECK (seq > 0),
      action INTEGER NOT NULL CHECK (action BETWEEN 1 AND seq),
      at TEXT NOT NULL,
      kind TEXT NOT NULL,
      payload TEXT NOT NULL,
      prev_hash TEXT NOT NULL,
      hash TEXT NOT NULL,
      PRIMARY KEY (session, seq)
    ) STRICT, WITHOUT ROWID
    """,
    f"""
    CREATE INDEX events_that_place ON events (session, kind, seq)
    WHERE {views.PLACING}
    """,
    """
    CREATE TABLE notes (
      session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
      note TEXT NOT NULL,
      digest TEXT NOT NULL,
      salt TEXT NOT NULL,
      text TEXT NOT NULL,
      PRIMARY KEY (session, note, digest)
    ) STRICT
    """,
    """
    CREATE TABLE people (
      session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
      seat TEXT NOT NULL,
      name TEXT NOT NULL,
      PRIMARY KEY (session, seat, name)
    ) STRICT
    """,
    """
    CREATE TABLE drafts (
      session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
      field TEXT NOT NULL,
      text TEXT NOT NULL,
      at TEXT NOT NULL,
      PRIMARY KEY (session, field)
    ) STRICT
    """,
    """
    CREATE TABLE exports (
      session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
      path TEXT NOT NULL,
      at TEXT NOT NULL,
      PRIMARY KEY (session, path)
    ) STRICT
    """,
)

STEPS: tuple[tuple[str, Sequence[str]], ...] = (
    ("tables", TABLES),
    ("views", views.ALL),
    ("moves as shown", views.MOVES_AS_SHOWN),
)

VERSION = len(STEPS)

_OF_SQLITE_UTILS = "_sqlite_migrations"


def migrate(db: Database) -> None:
    """Take the steps that the library has not taken yet, all in one transaction."""
    from sqlite_utils import Migrations  # takes its time to load

    migrations = Migrations("parasol")
    for name, statements in STEPS:
        migrations(name=name)(_step(statements))
    with db.atomic():
        migrations.apply(db)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {VERSION}")


def _step(statements: Sequence[str]) -> Callable[[Database], None]:
    def take(db: Database) -> None:
        for statement in statements:
            db.execute(statement)

    return take


def strangers(conn: sqlite3.Connection, version: int) -> tuple[list[str], list[str]]:
    """What is in the library that is not of its version, and what is missing or changed.

    Each as "table events" or the like, in alphabetical order.
    """
    found, expected = _schema(conn), _expected(version)
    extra = sorted(set(found) - set(expected))
    wrong = sorted(key for key, sql in expected.items() if found.get(key) != sql)
    return [" ".join(key) for key in extra], [" ".join(key) for key in wrong]


def _expected(version: int) -> dict[tuple[str, str], str]:
    conn = sqlite3.connect(":memory:")
    try:
        for _, statements in STEPS[:version]:
            for statement in statements:
                conn.execute(statement)
        return _schema(conn)
    finally:
        conn.close()


def _schema(conn: sqlite3.Connection) -> dict[tuple[str, str], str]:
    """Everything that the file defines, but for SQLite's own and the list of steps taken."""
    rows = conn.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall()
    return {
        (kind, name): sql or ""
        for kind, name, table, sql in rows
        if not name.startswith("sqlite_")
        and not (table == _OF_SQLITE_UTILS and kind in {"table", "index"})
    }
