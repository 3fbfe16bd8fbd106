"""The app itself, and the demo."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from app.cli.output import say
from app.cli.tools import DECK_HELP, DONE, LibraryOption, Tools

FLAGSHIP = "lengthening-shadow"


def add_window(cli: typer.Typer, tools: Tools) -> None:
    """Add what opens windows: no command at all, and `demo`."""

    @cli.callback(invoke_without_command=True)
    def parasol(
        context: typer.Context,
        library: LibraryOption = None,
        version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
    ) -> None:
        """Open the app, or run one of the commands below."""
        if version:
            say(f"parasol {tools.version}")
            raise typer.Exit(DONE)
        if context.invoked_subcommand is None:
            raise typer.Exit(tools.launch_window(library))

    @cli.command()
    def demo(
        deck: Annotated[str, typer.Argument(metavar="DECK", help=DECK_HELP)] = FLAGSHIP,
        out: Annotated[
            Path | None,
            typer.Option("--out", metavar="DIR", help="Folder for library, report and pictures."),
        ] = None,
        library: LibraryOption = None,
    ) -> None:
        """Play the recorded exercise through the real windows.

        By real key and mouse events; leaves library, report and pictures in the folder.
        """
        folder = tools.run_demo(deck, out, library)
        say(f"Library, report and pictures are in {folder}")
