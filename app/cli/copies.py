"""Ways on when a library is damaged or full: a branch, a copy elsewhere, a backup in its place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.output import say, say_json
from app.cli.tools import JsonOption, LibraryOption, SessionArgument, Tools
from app.config import paths
from app.errors import FileNotWritten, WrongUse

if TYPE_CHECKING:
    from app.store.library import Library


def add_copy_commands(cli: typer.Typer, tools: Tools) -> None:
    """Add `branch`, `copy` and `restore`."""

    @cli.command()
    def branch(
        session: SessionArgument,
        at: Annotated[
            int, typer.Option("--at", metavar="EVENT", help="The last event to take along.")
        ],
        as_json: JsonOption = False,
        library: LibraryOption = None,
    ) -> None:
        """Begin a new session with the part of another that holds."""
        new, parent = _branched(tools, library, session, at)
        if as_json:
            say_json({"session": new, "parent": parent})
        else:
            say(new)

    @cli.command()
    def copy(
        session: SessionArgument,
        out: Annotated[Path, typer.Option("--out", metavar="FILE", help="The file to write.")],
        as_json: JsonOption = False,
        library: LibraryOption = None,
    ) -> None:
        """Save a session to a file of its own, which opens as a library."""
        with _found(tools, library, session) as (opened, name):
            written = tools.record(opened).save_copy(name, out.absolute())
        if as_json:
            say_json({"session": name, "files": [str(written)]})
        else:
            say(f"Written: {written}")

    @cli.command()
    def restore(
        backup: Annotated[Path, typer.Argument(metavar="BACKUP", help="The backup's file.")],
        as_json: JsonOption = False,
        library: LibraryOption = None,
    ) -> None:
        """Put a backup in the library's place; what was there is kept. Close Parasol before."""
        file = paths.library_file(library)
        aside = _restored(file, backup.absolute())
        if as_json:
            say_json({"library": str(file), "replaced": str(aside) if aside else None})
        else:
            say(f"The library is now the backup: {file}")
            say(f"What it replaced is kept: {aside}" if aside else "There was none before.")


@contextmanager
def _found(tools: Tools, library: Path | None, session: str) -> Iterator[tuple[Library, str]]:
    """The library, open to write where it can be, and the session's whole id."""
    from app.store.sessions import Sessions

    with tools.open_to_read(library) as opened:  # makes no library where there is none
        name = Sessions(opened).find(session)
    with tools.open_library(library) as opened:
        yield opened, name


def _branched(tools: Tools, library: Path | None, session: str, at: int) -> tuple[str, str]:
    from app.session.branch import branch

    with _found(tools, library, session) as (opened, name):
        try:
            return branch(tools.record(opened), name, at, tools.clock()), name
        except ValueError as problem:
            words = str(problem)
            raise WrongUse(
                f"{words[:1].upper()}{words[1:]}.", remedy="See: parasol verify"
            ) from problem


def _restored(library: Path, backup: Path) -> Path | None:
    from app.store.backups import restore

    try:
        return restore(library, backup)
    except OSError as problem:
        raise FileNotWritten(
            "The library could not be moved aside.",
            f"{library}: {problem.strerror or type(problem).__name__}",
            "Check that its folder can be written to.",
        ) from problem
