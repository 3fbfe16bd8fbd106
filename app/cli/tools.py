"""What the commands are handed, and the options that they share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from app.deck.catalog import Catalog
from app.errors import ParasolError
from app.session.ports import Clock
from app.store.library import Library
from app.store.record import LibraryRecord

DONE, FAULTS, COULD_NOT = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Tools:
    """What the commands work with. Paths of None mean the usual place.

    `open_to_read` opens a library that nothing will be written to; it raises LibraryMissing where
    there is none. `unexpected` writes a crash report, and returns the error that says so.
    """

    catalog: Callable[[], Catalog]
    open_library: Callable[[Path | None], Library]
    open_to_read: Callable[[Path | None], Library]
    record: Callable[[Library], LibraryRecord]
    clock: Clock
    launch_window: Callable[[Path | None], int]
    run_demo: Callable[[str, Path | None, Path | None], Path]
    unexpected: Callable[[Exception], ParasolError]
    version: str


def _or_named_before(context: typer.Context, library: Path | None) -> Path | None:
    """A library that is named before the command counts for the command too."""
    if library is None and context.parent is not None:
        named: Path | None = context.parent.params.get("library")
        return named
    return library


LibraryOption = Annotated[
    Path | None,
    typer.Option(
        "--library",
        metavar="DB",
        help="The library's file, in place of the usual one.",
        callback=_or_named_before,
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]
SessionArgument = Annotated[
    str, typer.Argument(metavar="SESSION", help="A session's id, or how it begins.")
]
DECK_HELP = "A name under scenarios/, or a path."
