"""Rotating backups of the whole library, in a folder beside it.

A backup is a library of its own: it opens as one. Kept are the newest of each of the last 24 hours,
14 days and 26 weeks in which there were any; copies made before a migration stay.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from app.config.paths import backup_folder
from app.errors import FileNotWritten, LibraryError, LibraryUnwritable
from app.store.library import Library

_FORM = "%Y-%m-%dT%H-%M-%S.%f"
_PERIODS = (("%Y-%m-%d %H", 24), ("%Y-%m-%d", 14), ("%G-%V", 26))


class Backups:
    """The backups of one library."""

    def __init__(self, library: Library, clock: Callable[[], float] = time.time) -> None:
        self._library = library
        self._clock = clock
        self.folder = backup_folder(library.path)

    def make(self) -> Path:
        """Copy the library now, and let go of backups that are no longer needed; the copy.

        Raises LibraryUnwritable where there is no room; the library itself is not touched.
        """
        made = self._copy(f"{self._now():{_FORM}}Z.db")
        for old in _superfluous(self.all()):
            with suppress(OSError):
                old.unlink()
        return made

    def before_migration(self, version: int) -> Path:
        """Copy the library before its schema is changed; the copy."""
        return self._copy(f"before-version-{version + 1}-{self._now():{_FORM}}Z.db")

    def all(self) -> list[Path]:
        """The rotating backups, newest first."""
        return sorted((path for path in self._files() if _time_of(path)), reverse=True)

    def remove_all_but(self, kept: Path) -> list[Path]:
        """Delete every other copy, also those made before a migration; what could not be."""
        left = []
        for path in self._files():
            if path != kept:
                try:
                    path.unlink()
                except OSError:
                    left.append(path)
        return left

    def _files(self) -> list[Path]:
        return list(self.folder.glob("*.db")) if self.folder.is_dir() else []

    def _copy(self, name: str) -> Path:
        target = self.folder / name
        try:
            self._library.copy_to(target)
        except (FileNotWritten, LibraryError) as problem:
            raise LibraryUnwritable(
                "The library could not be backed up.", problem.as_text(), problem.remedy
            ) from problem
        return target

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._clock(), UTC)


def restore(library: Path, backup: Path, clock: Callable[[], float] = time.time) -> Path | None:
    """Put a backup in the library's place; where the replaced library is now, if there was one.

    The library must not be open. Raises a LibraryError where the backup cannot be opened.
    """
    with Library.open(backup, read_only=True) as copy:
        aside = None
        if library.exists():
            stamp = f"{datetime.fromtimestamp(clock(), UTC):{_FORM}}"
            aside = backup_folder(library) / f"replaced-{stamp}Z.db"
            aside.parent.mkdir(parents=True, exist_ok=True)
            library.rename(aside)
            _move_along(library, aside)
        copy.copy_to(library)
    return aside


def _move_along(library: Path, aside: Path) -> None:
    """What SQLite left beside a library that was being written belongs to it, and to no other."""
    for ending in ("-journal", "-wal", "-shm"):
        left = library.with_name(library.name + ending)
        if left.exists():
            left.rename(aside.with_name(aside.name + ending))


def _time_of(path: Path) -> datetime | None:
    with suppress(ValueError):
        return datetime.strptime(path.stem, _FORM + "Z").replace(tzinfo=UTC)
    return None


def _superfluous(newest_first: Iterable[Path]) -> list[Path]:
    """The backups that are the newest of no hour, day or week that is kept."""
    paths = list(newest_first)
    kept: set[Path] = set()
    for form, most in _PERIODS:
        newest: dict[str, Path] = {}
        for path in paths:
            newest.setdefault(f"{_time_of(path):{form}}", path)
        kept.update(list(newest.values())[:most])
    return [path for path in paths if path not in kept]
