"""The crash report: what a developer needs of an unexpected error, and nothing private.

It holds the exceptions' types, the modules, lines and functions they passed through, and
the versions of Parasol, Python, Qt and the operating system. It holds no message of an
exception, no value, no path and no name of a deck, session or person: see `frames.py`.
"""

from __future__ import annotations

import logging
import os
import platform
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from app import __version__
from app.config.frames import exception_lines
from app.config.logs import Public
from app.config.safe_write import write_file
from app.errors import ParasolError

_LOG = logging.getLogger(__name__)
KEPT = 20  # reports; older ones are removed

_PREFACE = """\
Parasol met an error that it did not expect.

This report says where in the program it happened. It contains no text from decks, sessions,
notes or people: messages of errors are left out, because they may quote such text. You can
read it to the end before you pass it on.
"""


def report_text(exception: BaseException, moment: datetime) -> str:
    """The report's whole text."""
    facts = [
        f"Time:    {moment.astimezone(UTC).isoformat(timespec='seconds')}",
        f"Parasol: {__version__}",
        f"Python:  {platform.python_version()} ({platform.python_implementation()})",
        f"Qt:      {_qt_version()}",
        f"System:  {platform.system()} {platform.release()}, {platform.machine()}",
        f"Frozen:  {'yes' if getattr(sys, 'frozen', False) else 'no'}",
    ]
    return "\n".join([_PREFACE, *facts, "", *exception_lines(exception), ""])


def write_crash_report(
    exception: BaseException, folder: Path, moment: datetime | None = None
) -> Path | None:
    """Write a report into `folder` and return its path; None if even that cannot be done.

    Never raises: it runs when something else has already gone wrong.
    """
    moment = moment or datetime.now(UTC)
    name = f"crash-{moment.astimezone(UTC):%Y%m%dT%H%M%S%f}Z-{os.getpid()}.txt"
    try:
        path = write_file(folder / name, report_text(exception, moment))
    except (ParasolError, OSError, ValueError, RecursionError, MemoryError):
        _LOG.error("A crash report could not be written")
        return None
    _LOG.error("The crash report %s was written", Public(name))
    with suppress(OSError):
        for old in sorted(folder.glob("crash-*.txt"))[:-KEPT]:
            old.unlink()
    return path


def _qt_version() -> str:
    """Qt's version if it is loaded; this module never loads it."""
    core = sys.modules.get("PySide6.QtCore")
    return str(getattr(core, "__version__", "unknown")) if core else "not loaded"
