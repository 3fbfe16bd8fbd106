"""Writing a file so that it is there whole, or not at all.

The one way in which Parasol writes files other than its database and its log: into a
temporary file beside the target, synchronised, then put in place in one step. A crash at
any moment leaves the old file or the new one, and at worst a stray `.parasol-*.tmp`.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

from app.errors import FileExists, FileNotWritten


def write_file(path: Path, content: str | bytes, *, replace: bool = False) -> Path:
    """Write text (as UTF-8, line ends as given) or bytes; the path of the file that holds it.

    Makes missing folders. A file that is already there is replaced only if `replace` says
    so, keeping its permissions, and through a symbolic link rather than instead of it.
    Raises FileExists or FileNotWritten; what was there before is then untouched.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    target = Path(os.path.realpath(path))
    try:
        if target.is_dir():
            raise FileNotWritten(
                "There is a folder where the file should go.", str(path), "Choose another name."
            )
        if target.exists() and not replace:
            raise _exists(target)
        target.parent.mkdir(parents=True, exist_ok=True)
        _write_beside_and_place(target, data, replace)
    except OSError as problem:
        raise FileNotWritten(
            "The file could not be written.",
            f"{path}: {problem.strerror or type(problem).__name__}",
            "Check that the folder can be written to and has room, or choose another.",
        ) from problem
    return target


def _write_beside_and_place(target: Path, data: bytes, replace: bool) -> None:
    # Short whatever the target's name is, so that a name at the limit of length still works.
    temporary = target.with_name(f".parasol-{os.urandom(6).hex()}.tmp")
    try:
        _write_synchronised(temporary, data)
        if replace:
            with suppress(FileNotFoundError):
                temporary.chmod(stat.S_IMODE(target.stat().st_mode))
            os.replace(temporary, target)  # noqa: PTH105 - the step everything hangs on
        else:
            _place_new(temporary, target)
        _synchronise_folder(target.parent)
    finally:
        temporary.unlink(missing_ok=True)


def _write_synchronised(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _place_new(temporary: Path, target: Path) -> None:
    """Give the file its name unless that is taken, even by someone in the meantime."""
    try:
        target.hardlink_to(temporary)
    except FileExistsError as problem:
        raise _exists(target) from problem
    except OSError:  # a file system without hard links, such as a memory stick's
        _claim(target)
        try:
            os.replace(temporary, target)  # noqa: PTH105 - the same step
        except OSError:
            target.unlink(missing_ok=True)
            raise


def _claim(target: Path) -> None:
    try:
        target.open("xb").close()
    except FileExistsError as problem:
        raise _exists(target) from problem


def _synchronise_folder(folder: Path) -> None:
    """Make the new name durable; Windows and some network folders cannot, and need not."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _exists(path: Path) -> FileExists:
    return FileExists("The file is already there.", str(path), "Choose another name or folder.")
