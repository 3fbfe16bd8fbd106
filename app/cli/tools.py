"""What the commands are handed, and the options that they share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from app.deck.catalog import Catalog
from app.session.ports import Clock
from app.store.library import Library
from app.store.record import LibraryRecord

DONE, FAULTS, COULD_NOT = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Tools:
    """What the commands work with. Paths of None mean the usual place."""

    catalog: Callable[[], Catalog]
    open_library: Callable[[Path | None], Library]
    record: Callable[[Library], LibraryRecord]
    clock: Clock
    launch_window: Callable[[Path | None], int]
    run_demo: Callable[[str, Path | None, Path | None], Path]
    version: str


LibraryOption = Annotated[
    Path | None,
    typer.Option("--library", metavar="DB", help="The library's file, in place of the usual one."),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]
