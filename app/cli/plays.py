"""The command that plays a recorded exercise."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.cli.output import say, say_json
from app.cli.tools import DECK_HELP, JsonOption, LibraryOption, Tools
from app.errors import ScriptError, WrongUse

if TYPE_CHECKING:
    from app.core.book import Book
    from app.core.values import LedgerLine
    from app.deck.script import ReadScript
    from app.session.exercise import Exercise
    from app.store.library import Library


DeckArgument = Annotated[str, typer.Argument(metavar="DECK", help=DECK_HELP)]
ScriptOption = Annotated[
    Path, typer.Option("--script", metavar="FILE", help="The play script, as YAML.")
]


def add_play_commands(cli: typer.Typer, tools: Tools) -> None:
    """Add `play`."""

    @cli.command()
    def play(
        deck: DeckArgument,
        script: ScriptOption,
        as_json: JsonOption = False,
        library: LibraryOption = None,
    ) -> None:
        """Play a recorded exercise and print every turn's ledger."""
        read, book = read_both(tools, deck, script)
        with tools.open_library(library) as opened:
            document = _played(play_script(tools, opened, read, book))
        if as_json:
            say_json(document)
        else:
            _print_played(document)


def read_both(tools: Tools, deck: str, script: Path) -> tuple[ReadScript, Book]:
    """Script and deck (in the script's variant), both sound and meant for one another."""
    from app.core.compile import compile_deck
    from app.deck.read import read_deck
    from app.deck.script import read_script
    from app.deck.variants import with_variant

    read = read_script(script)
    found = read_deck(tools.catalog().find(deck))
    if read.script.deck != found.about.id:
        raise WrongUse(
            f"The script is for the deck {read.script.deck}, not for {found.about.id}.",
            remedy="Name the script's own deck.",
        )
    if read.script.variant:
        found = with_variant(found, read.script.variant)
    return read, compile_deck(found)


def play_script(tools: Tools, library: Library, read: ReadScript, book: Book) -> Exercise:
    """Play to the end, or keep nothing of it: the script is there to be mended and played anew."""
    from app.session.recording import play, start_recording
    from app.store.sessions import Sessions

    exercise = start_recording(read, book, tools.record(library), tools.clock)
    try:
        play(read, exercise)
    except ScriptError:
        Sessions(library).delete(exercise.session)
        raise
    return exercise


def _played(exercise: Exercise) -> dict[str, Any]:
    state, book = exercise.state, exercise.book
    return {
        "session": exercise.session,
        "deck": {"id": state.deck, "version": book.deck.about.version, "hash": state.deck_hash},
        "turns": [
            {
                "turn": record.number,
                "ledger": [_line(line) for line in record.lines],
                "gauges": record.after,
            }
            for record in state.turns
            if record.number
        ],
        "end_state": state.end_state,
        "events": state.seq,
    }


def _line(line: LedgerLine) -> dict[str, Any]:
    return {
        "stage": line.stage.value,
        "step": line.step,
        "cause": line.cause,
        "via": line.via,
        "gauge": line.gauge,
        "asked": line.asked,
        "made": line.made,
        "cut_by": line.cut_by,
        "ruled": line.ruled,
        "before": line.before,
        "after": line.after,
        "tensions": list(line.tensions),
        "reason": line.reason,
    }


def _print_played(document: dict[str, Any]) -> None:
    for turn in document["turns"]:
        say(f"Turn {turn['turn']}")
        for line in turn["ledger"]:
            cause = f"{line['cause']} via {line['via']}" if line["via"] else line["cause"]
            cut = f", cut by {line['cut_by']}" if line["cut_by"] else ""
            ruled = "" if line["ruled"] is None else f", ruled {line['ruled']:+d}"
            what = f"{line['made']:+d} of {line['asked']:+d}{cut}{ruled}"
            say(
                f"  {line['stage']:6} {line['step']:12} {cause:14} {line['gauge']:8} "
                f"{line['before']:>3} → {line['after']:<3} {what}"
            )
        say("  after: " + ", ".join(f"{k} {v}" for k, v in turn["gauges"].items()))
    say(f"End state {document['end_state']}; session {document['session']}")
