"""Files that SQLite writes, put in place only when they are whole."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from app.errors import FileNotWritten


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """A name beside the target to write to; put in the target's place when the block succeeds.

    Makes the folder. What was there before stays if anything fails. Raises FileNotWritten.
    """
    unfinished = target.with_name(f".parasol-{os.urandom(6).hex()}.tmp")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        yield unfinished
        _place(unfinished, target)
    except OSError as problem:
        raise FileNotWritten(
            "The file could not be written.",
            f"{target}: {problem.strerror or type(problem).__name__}",
            "Check that the folder can be written to and has room, or choose another.",
        ) from problem
    finally:
        for stray in (unfinished, Path(f"{unfinished}-journal")):
            with suppress(OSError):
                stray.unlink(missing_ok=True)


def _place(unfinished: Path, target: Path) -> None:
    with unfinished.open("rb+") as file:
        os.fsync(file.fileno())
    os.replace(unfinished, target)  # noqa: PTH105 - the step everything hangs on
    if os.name != "nt":
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
