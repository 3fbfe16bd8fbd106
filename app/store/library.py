"""The library database: opening it safely, reading it, and writing it in durable transactions.

Settings: a rollback journal with `synchronous=EXTRA` loses no acknowledged commit, also in a power
cut, and keeps the library one file that can be copied.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from app.errors import (
    LibraryDamaged,
    LibraryForeign,
    LibraryMissing,
    LibraryReadOnly,
    LibraryTooNew,
)
from app.store import schema
from app.store.faults import OPEN_A_BACKUP, SAVE_A_COPY, begins_well, foreign, in_plain_words
from app.store.files import beside

if TYPE_CHECKING:
    from sqlite_utils import Database

PATIENCE = 5.0
"""Seconds to wait for another program to finish writing."""

SETTINGS = (
    "PRAGMA journal_mode = DELETE",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
)

TOO_NEW = "A newer Parasol wrote this library; it can be read here, but not written."
READ_ONLY = "The library can be read, but not written."


class Library:
    """An open library. `notice` says in a sentence why it is read-only, where nobody asked for it.

    Use it from the thread that opened it, and as a context manager or with `close`.
    """

    def __init__(self, path: Path, conn: sqlite3.Connection, notice: str, *, read_only: bool):
        self.path = path
        self.notice = notice
        self.is_read_only = read_only
        self._conn = conn
        self._db: Database | None = None

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False, patience: float = PATIENCE) -> Library:
        """The library at a path; a new one where there is none, or an empty file.

        One that was written by an older Parasol is copied, then brought up to date. One that cannot
        be written, or is newer, is opened to read only, with a `notice`. Raises LibraryForeign,
        LibraryDamaged, LibraryLocked or LibraryReadOnly, each with a sentence and a way on, and
        LibraryMissing where there is nothing to read.
        """
        path = path.absolute()
        _look(path)
        if read_only and not path.exists():
            raise _nothing_there(path)
        with in_plain_words(path):
            conn = _connect(path, "ro" if read_only else "rwc", patience)
            try:
                return cls._checked(path, conn, patience, read_only=read_only)
            except BaseException:
                conn.close()
                raise

    @classmethod
    def _checked(
        cls, path: Path, conn: sqlite3.Connection, patience: float, *, read_only: bool
    ) -> Library:
        version, notice = _version(path, conn), ""
        if version > schema.VERSION:
            notice = TOO_NEW
        elif version:
            _check_schema(path, conn, version)
        elif read_only:
            raise _nothing_there(path)
        _check_pages(path, conn)
        if not read_only and not notice and not _is_writable(path, conn):
            notice = READ_ONLY
        if notice and not read_only:
            conn.close()
            conn, read_only = _connect(path, "ro", patience), True
        library = cls(path, conn, notice, read_only=read_only)
        if version < schema.VERSION and not read_only:
            library._bring_up_to_date(version)
        return library

    @property
    def db(self) -> Database:
        """The database through sqlite_utils, which is loaded when it is first needed."""
        if self._db is None:
            from sqlite_utils import Database  # takes its time to load

            self._db = Database(
                self._conn, execute_plugins=False, strict=True, recursive_triggers=False
            )
        return self._db

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The connection, for statements that only read."""
        with in_plain_words(self.path):
            yield self._conn

    @contextmanager
    def writing(self) -> Iterator[Database]:
        """A transaction: durable when the block is left, as if it had never been if it raises."""
        if self.is_read_only:
            kind = LibraryTooNew if self.notice == TOO_NEW else LibraryReadOnly
            raise kind(self.notice or READ_ONLY, str(self.path), f"Copy it, or {SAVE_A_COPY}.")
        with in_plain_words(self.path), self.db.atomic() as db:
            yield db

    def vacuum(self) -> None:
        """Rewrite the file without what was deleted."""
        with in_plain_words(self.path):
            self.db.execute("VACUUM")

    def copy_to(self, path: Path) -> None:
        """Copy the whole library as it stands to a new file, by SQLite's own backup."""
        with (
            beside(path) as unfinished,
            in_plain_words(path),
            closing(sqlite3.connect(unfinished)) as copy,
        ):
            self._conn.backup(copy)

    def close(self) -> None:
        """Close the file. Closing twice is nothing."""
        self._conn.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _bring_up_to_date(self, version: int) -> None:
        if version:
            from app.store.backups import Backups

            Backups(self).before_migration(version)
        schema.migrate(self.db)


def rows_of(conn: sqlite3.Connection, sql: str, values: Sequence[object] = ()) -> list[Any]:
    """All rows of a query; bytes that are no UTF-8 become replacement marks.

    So a text that was spoilt can be read, and its hash says that it was.
    """
    try:
        return conn.execute(sql, values).fetchall()
    except sqlite3.OperationalError as problem:
        if "UTF-8" not in str(problem):
            raise
    strict, conn.text_factory = conn.text_factory, lambda text: text.decode(errors="replace")
    try:
        return conn.execute(sql, values).fetchall()
    finally:
        conn.text_factory = strict


def _look(path: Path) -> None:
    """Refuse what is plainly no database, before SQLite takes a short file for an empty one."""
    if path.is_dir():
        raise LibraryForeign(
            "There is a folder where the library should be.", str(path), "Choose another file."
        )
    is_mended_first = path.with_name(path.name + "-journal").exists()
    if path.exists() and path.stat().st_size and not is_mended_first and not begins_well(path):
        raise foreign(path, "It is not a database at all.")


def _nothing_there(path: Path) -> LibraryMissing:
    return LibraryMissing(
        "There is no library here yet.", str(path), "Start a session, or choose another file."
    )


def _connect(path: Path, mode: str, patience: float) -> sqlite3.Connection:
    if mode == "rwc":
        _make_folder(path)
    conn = sqlite3.connect(f"{path.as_uri()}?mode={mode}", uri=True, timeout=patience)
    try:
        for setting in SETTINGS:
            conn.execute(setting)
    except BaseException:
        conn.close()
        raise
    return conn


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise LibraryReadOnly(
            "The library's folder cannot be made.",
            f"{path.parent}: {problem.strerror}",
            "Choose another place for the library.",
        ) from problem


def _version(path: Path, conn: sqlite3.Connection) -> int:
    """The schema's version, 0 for a new library. Raises LibraryForeign for any other database."""
    identity = conn.execute("PRAGMA application_id").fetchone()[0]
    version: int = conn.execute("PRAGMA user_version").fetchone()[0]
    is_empty = not conn.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if identity == schema.APPLICATION_ID and version > 0:
        return version
    if identity == 0 and version == 0 and is_empty:
        return 0
    raise foreign(path, "It is the database of another program.")


def _check_schema(path: Path, conn: sqlite3.Connection, version: int) -> None:
    extra, wrong = schema.strangers(conn, version)
    if extra:
        raise LibraryForeign(
            "Something was added to this library that is not Parasol's.",
            f"{path}: {', '.join(extra)}",
            "Take it out with the program that added it, or open a backup.",
        )
    if wrong:
        raise LibraryDamaged(
            "Part of this library is missing or was changed.",
            f"{path}: {', '.join(wrong)}",
            OPEN_A_BACKUP,
        )


def _check_pages(path: Path, conn: sqlite3.Connection) -> None:
    said = conn.execute("PRAGMA quick_check(1)").fetchone()[0]
    if said != "ok":
        raise LibraryDamaged(
            "The library is damaged.",
            f"{path}: {str(said).splitlines()[0]}",
            OPEN_A_BACKUP,
        )


def _is_writable(path: Path, conn: sqlite3.Connection) -> bool:
    """Whether a write could begin: in the file, and beside it, where the journal goes."""
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        return False
    conn.execute("BEGIN IMMEDIATE")  # waits for others, and says so where it waits in vain
    conn.execute("ROLLBACK")
    return True
