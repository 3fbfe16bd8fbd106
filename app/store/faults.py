"""SQLite's errors in plain words: what happened to the library, and a way on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.errors import (
    LibraryDamaged,
    LibraryError,
    LibraryForeign,
    LibraryLocked,
    LibraryReadOnly,
    LibraryUnwritable,
)

MAGIC = b"SQLite format 3\x00"

SAVE_A_COPY = "save a copy elsewhere with 'parasol copy SESSION --out FILE'"
SAVE_ELSEWHERE = f"S{SAVE_A_COPY[1:]}, or make room and go on: the next action tries again."
OPEN_A_BACKUP = (
    "Put one of its backups in its place: 'parasol restore BACKUP'. The damaged file is kept."
)

_PRIMARY = 0xFF  # the low byte of an extended error code is the family

_WORDS: dict[int, tuple[type[LibraryError], str, str]] = {
    sqlite3.SQLITE_BUSY: (
        LibraryLocked,
        "Another program has the library open for writing.",
        "Close it there and try again.",
    ),
    sqlite3.SQLITE_LOCKED: (
        LibraryLocked,
        "Another program has the library open for writing.",
        "Close it there and try again.",
    ),
    sqlite3.SQLITE_FULL: (LibraryUnwritable, "The disk is full.", SAVE_ELSEWHERE),
    sqlite3.SQLITE_IOERR: (
        LibraryUnwritable,
        "The disk reported an error.",
        SAVE_ELSEWHERE,
    ),
    sqlite3.SQLITE_CANTOPEN: (
        LibraryUnwritable,
        "The library or its folder cannot be written to.",
        SAVE_ELSEWHERE,
    ),
    sqlite3.SQLITE_READONLY: (
        LibraryReadOnly,
        "The library can be read, but not written.",
        f"Copy it to a folder of your own, or {SAVE_A_COPY}.",
    ),
    sqlite3.SQLITE_CORRUPT: (
        LibraryDamaged,
        "The library is damaged.",
        OPEN_A_BACKUP,
    ),
    sqlite3.SQLITE_CONSTRAINT: (
        LibraryLocked,
        "Another program has written to this session in the meantime.",
        "Look at what it wrote, then try again.",
    ),
}

_WORDS_EXTENDED: dict[int, tuple[type[LibraryError], str, str]] = {
    sqlite3.SQLITE_READONLY_DBMOVED: (
        LibraryUnwritable,
        "The library's file was moved or deleted while it was open.",
        f"Put the file back and go on, or {SAVE_A_COPY}.",
    ),
    sqlite3.SQLITE_READONLY_ROLLBACK: (
        LibraryReadOnly,
        "The library was left in the middle of a write, and cannot be written to mend that.",
        "Open it once from a place that can be written.",
    ),
}


@contextmanager
def in_plain_words(path: Path) -> Iterator[None]:
    """Turns SQLite's errors into the LibraryError family. Wrong use of the database passes."""
    try:
        yield
    except sqlite3.ProgrammingError:
        raise
    except sqlite3.Error as problem:
        raise plainly(problem, path) from problem
    except UnicodeEncodeError as problem:
        raise LibraryError(
            "A text holds half a character, which no file can keep.", remedy="Type it anew."
        ) from problem


def plainly(problem: sqlite3.Error, path: Path) -> LibraryError:
    """The error that says in plain words what SQLite said in its own."""
    code: int = getattr(problem, "sqlite_errorcode", 0)
    if code & _PRIMARY == sqlite3.SQLITE_NOTADB:
        return _not_a_database(path)
    words = _WORDS_EXTENDED.get(code) or _WORDS.get(code & _PRIMARY)
    kind, message, remedy = words or (
        LibraryError,
        "The library cannot be used as asked.",
        f"Try again. {OPEN_A_BACKUP}",
    )
    name: str = getattr(problem, "sqlite_errorname", "")
    return kind(message, f"{path} ({name or type(problem).__name__})", remedy)


def _not_a_database(path: Path) -> LibraryError:
    if begins_well(path):
        _, message, remedy = _WORDS[sqlite3.SQLITE_CORRUPT]
        return LibraryDamaged(message, str(path), remedy)
    return foreign(path, "It is not a database at all.")


def begins_well(path: Path) -> bool:
    """Whether the file begins as SQLite's files do; also where it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(len(MAGIC)) == MAGIC
    except OSError:
        return True


def foreign(path: Path, why: str) -> LibraryForeign:
    """The error for a file that is something else."""
    return LibraryForeign(
        "This file is not a Parasol library.", f"{path}: {why}", "Choose another file."
    )
