"""Commands on decks: list them, check them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.cli.output import fault_row, say, say_fault, say_json
from app.cli.tools import DECK_HELP, FAULTS, JsonOption, LibraryOption, Tools

if TYPE_CHECKING:
    from app.deck.catalog import Entry
    from app.deck.read import Checked


def add_deck_commands(cli: typer.Typer, tools: Tools) -> None:
    """Add `decks` and `check`. Both take a library like every command, and need none."""

    @cli.command()
    def decks(
        as_json: JsonOption = False,
        library: LibraryOption = None,  # noqa: ARG001 -- every command takes one
    ) -> None:
        """List the decks that were found, with version and hash."""
        entries = tools.catalog().entries()
        if as_json:
            say_json({"decks": [_entry(one) for one in entries]})
            return
        for one in entries:
            state = _number(one.faults, "fault") if one.faults else one.hash[:12]
            say(f"{one.name:24} {one.version:8} {state:14} {one.title}")
        if not entries:
            say("No decks were found.")

    @cli.command()
    def check(
        deck: Annotated[list[str], typer.Argument(metavar="DECK", help=DECK_HELP)],
        as_json: JsonOption = False,
        library: LibraryOption = None,  # noqa: ARG001 -- every command takes one
    ) -> None:
        """Say everything that is wrong with decks, and what might be."""
        from app.deck.read import check_deck

        catalog = tools.catalog()
        found = [check_deck(folder) for folder in map(catalog.find, deck)]
        if as_json:
            say_json({"decks": [_checked(one) for one in found]})
        else:
            for one in found:
                _say_checked(one)
        if any(one.deck is None for one in found):
            raise typer.Exit(FAULTS)


def _entry(entry: Entry) -> dict[str, Any]:
    names = ("name", "id", "title", "version", "hash", "minutes", "turns", "faults")
    row = {name: getattr(entry, name) for name in names}
    return {**row, "seats": list(entry.seats), "folder": str(entry.folder)}


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
        say_fault(fault)
    faults = sum(fault.severity == "fault" for fault in checked.faults)
    advice = len(checked.faults) - faults
    verdict = _number(faults, "fault") + (f", {_number(advice, 'hint')}" if advice else "")
    counts = ", ".join(f"{n} {name.replace('_', ' ')}" for name, n in checked.counts.items())
    say(f"{checked.id} {checked.version}: {verdict}; {counts}")


def _number(number: int, what: str) -> str:
    return f"{number or 'no'} {what}{'' if number == 1 else 's'}"
