"""Commands on decks: list them, check them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.cli.output import fault_row, say, say_json
from app.cli.tools import FAULTS, JsonOption, LibraryOption, Tools
from app.errors import fault_text

if TYPE_CHECKING:
    from app.deck.read import Checked


def add_deck_commands(cli: typer.Typer, tools: Tools) -> None:
    """Add `decks` and `check`."""

    @cli.command()
    def decks(as_json: JsonOption = False, library: LibraryOption = None) -> None:  # noqa: ARG001
        """List the decks that were found, with version and hash."""
        entries = tools.catalog().entries()
        if as_json:
            names = ("name", "id", "title", "version", "hash", "minutes", "turns", "faults")
            rows = [{name: getattr(entry, name) for name in names} for entry in entries]
            seats = [{"seats": list(entry.seats)} for entry in entries]
            say_json({"decks": [{**r, **s} for r, s in zip(rows, seats, strict=True)]})
            return
        for entry in entries:
            state = f"{entry.faults} faults" if entry.faults else entry.hash[:12]
            say(f"{entry.name:24} {entry.version:8} {state:14} {entry.title}")

    @cli.command()
    def check(
        deck: Annotated[list[str], typer.Argument(help="Names under scenarios/, or paths.")],
        as_json: JsonOption = False,
        library: LibraryOption = None,  # noqa: ARG001
    ) -> None:
        """Say everything that is wrong with decks, and what might be."""
        from app.deck.read import check_deck

        found = [check_deck(tools.catalog().find(name)) for name in deck]
        if as_json:
            say_json({"decks": [_checked(one) for one in found]})
        else:
            for one in found:
                _say_checked(one)
        if any(one.deck is None for one in found):
            raise typer.Exit(FAULTS)


def _checked(checked: Checked) -> dict[str, Any]:
    return {
        "id": checked.id,
        "version": checked.version,
        "hash": checked.hash,
        "counts": dict(checked.counts),
        "faults": [fault_row(fault) for fault in checked.faults],
    }


def _say_checked(checked: Checked) -> None:
    for fault in checked.faults:
        say(fault_text(fault))
    number = sum(fault.severity == "fault" for fault in checked.faults)
    counts = ", ".join(f"{n} {name.replace('_', ' ')}" for name, n in checked.counts.items())
    verdict = "no faults" if not number else f"{number} fault{'s' if number > 1 else ''}"
    say(f"{checked.id} {checked.version}: {verdict}; {counts}")
