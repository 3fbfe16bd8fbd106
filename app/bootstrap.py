"""The composition root: builds the concrete things and hands them down. No rules live here."""

from __future__ import annotations

import os
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from app import __version__
from app.config import paths
from app.errors import LibraryReadOnly, ParasolError, WrongUse

if TYPE_CHECKING:
    from app.cli import Tools
    from app.deck.catalog import Catalog
    from app.store.library import Library
    from app.store.record import LibraryRecord


def main(arguments: list[str] | None = None) -> int:
    """Run Parasol with the arguments of the command line; the exit status.

    The command line is slow to import, and left out where nothing but the window is asked for.
    """
    given = sys.argv[1:] if arguments is None else arguments
    try:
        return _run(given)
    except ParasolError as problem:
        sys.stderr.write(problem.as_text() + "\n")
        return 2
    except Exception as problem:  # noqa: BLE001 -- the last door: nobody sees a traceback
        sys.stderr.write(unexpected(problem).as_text() + "\n")
        return 2
    finally:
        _LOG.end()


def _run(given: list[str]) -> int:
    if not given:
        return launch_window(None)
    from app.cli import run

    return run(make_tools(), given)


class _Log:
    """The program's log, begun when there is something to write: no frame waits for it.

    Commands that only look write none.
    """

    def __init__(self) -> None:
        self._ends: ExitStack | None = None

    def begin(self) -> None:
        """Log from now on; begun twice is begun once."""
        if self._ends is None:
            import logging

            from app.config.logs import Public, logging_to

            self._ends = ExitStack()
            self._ends.enter_context(logging_to(paths.log_folder()))
            logging.getLogger(__name__).info("Parasol %s started", Public(__version__))

    def end(self) -> None:
        """Close the log's file."""
        if self._ends is not None:
            self._ends.close()
            self._ends = None


_LOG = _Log()


def make_tools() -> Tools:
    """What the command line works with."""
    from app.cli import Tools

    return Tools(
        catalog=make_catalog,
        open_library=open_library,
        open_to_read=open_to_read,
        record=make_record,
        clock=time.time,
        launch_window=launch_window,
        run_demo=run_demo,
        unexpected=unexpected,
        version=__version__,
    )


def make_catalog() -> Catalog:
    """The decks shipped with the program and those in the user's own folder."""
    from app.deck.catalog import Catalog

    return Catalog((paths.scenarios(), paths.user_scenarios()), paths.data_folder())


def open_library(chosen: Path | None) -> Library:
    """The library in a file, or the usual one. Raises a LibraryError with a way on."""
    from app.store.library import Library

    _LOG.begin()
    return Library.open(paths.library_file(chosen))


def open_to_read(chosen: Path | None) -> Library:
    """The library in a file, or the usual one, for a look; it need not be writable.

    One that was left in the middle of a write is opened so that SQLite can mend it. Raises a
    LibraryError with a way on, LibraryMissing where there is none.
    """
    from app.store.library import Library

    file = paths.library_file(chosen)
    try:
        return Library.open(file, read_only=True)
    except LibraryReadOnly:
        return Library.open(file)


def make_record(library: Library) -> LibraryRecord:
    """A library as the record of sessions."""
    from app.store.record import LibraryRecord

    return LibraryRecord(library, time.time)


def launch_window(library: Path | None) -> int:
    """Open the app; returns when its windows are closed."""
    _need_display()
    from app.gui.application import run_app

    return run_app(make_catalog, lambda: _record_of(library), time.time)


def run_demo(deck: str, out: Path | None, library: Path | None) -> Path:
    """Play a deck's recorded exercise through the real windows; the folder with what came of it."""
    if not _has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from app.gui.demo import play_demo

    folder = (out or Path.cwd() / "parasol-demo").absolute()
    file = library or folder / "library.db"
    return play_demo(make_catalog(), deck, folder, lambda: _record_of(file), time.time)


def _has_display() -> bool:
    """Whether windows can be shown: a screen is there, or another platform was asked for."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in names)


def _need_display() -> None:
    """Say so in words where there is no display: Qt itself would end the program."""
    if not _has_display():
        raise WrongUse(
            "There is no display to open windows on.",
            remedy="Run it on a desktop, or try 'parasol demo', which needs none.",
        )


def _record_of(library: Path | None) -> tuple[Library, LibraryRecord]:
    opened = open_library(library)
    return opened, make_record(opened)


def unexpected(problem: Exception) -> ParasolError:
    """Write a crash report without private text; an error that says where it is."""
    from app.config.crash import write_crash_report

    _LOG.begin()
    report = write_crash_report(problem, paths.crash_folder())
    return ParasolError(
        "Parasol met an error that it did not expect. What was recorded is safe.",
        f"A report without private text: {report}" if report else "No report could be written.",
    )
