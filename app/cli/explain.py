"""`parasol explain`: a turn's ledger as sentences, each number with its cause and its tensions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.cli.output import say, say_json
from app.cli.plays import DeckArgument, ScriptOption, play_script, read_both
from app.cli.tools import JsonOption, Tools
from app.errors import WrongUse

if TYPE_CHECKING:
    from app.core.book import Book
    from app.core.state import State, TurnRecord
    from app.core.values import LedgerLine


def add_explain_command(cli: typer.Typer, tools: Tools) -> None:
    """Add `explain`."""

    @cli.command()
    def explain(
        deck: DeckArgument,
        script: ScriptOption,
        turn: Annotated[int, typer.Option("--turn", metavar="N", help="Which turn.")],
        gauge: Annotated[
            str | None, typer.Option("--gauge", metavar="ID", help="Only this gauge.")
        ] = None,
        as_json: JsonOption = False,
    ) -> None:
        """Say why every gauge moved in a turn of a recorded exercise. Nothing is kept."""
        read, book = read_both(tools, deck, script)
        with (
            TemporaryDirectory(prefix="parasol-") as folder,
            tools.open_library(Path(folder) / "explained.db") as library,
        ):
            exercise = play_script(tools, library, read, book)
            document = _explained(exercise.book, exercise.state, turn, gauge)
        if as_json:
            say_json(document)
        else:
            _print(document)


def _explained(book: Book, state: State, turn: int, gauge: str | None) -> dict[str, Any]:
    from app.core.why import explain_gauge

    record = next((r for r in state.turns if r.number == turn and turn), None)
    if record is None:
        raise WrongUse(f"The exercise has no turn {turn}.", remedy=f"1 to {book.last_turn}.")
    known = [found.id for found in book.deck.gauges]
    if gauge is not None and gauge not in known:
        raise WrongUse(f"The deck has no gauge {gauge}.", remedy=f"Possible: {', '.join(known)}.")
    wanted = [gauge] if gauge else [g for g in known if any(x.gauge == g for x in record.lines)]
    return {
        "turn": turn,
        "gauges": [
            {
                "gauge": name,
                "sentence": explain_gauge(book, state, name, record.lines),
                "lines": list(_lines(book, state, record, name)),
            }
            for name in wanted
        ],
        "still": [g for g in known if g not in wanted and gauge is None],
    }


def _lines(book: Book, state: State, record: TurnRecord, gauge: str) -> Iterator[dict[str, Any]]:
    from app.core.why import explain_line

    for line in record.lines:
        if line.gauge == gauge:
            yield {
                "sentence": explain_line(book, state, line),
                "cause": line.cause,
                "via": line.via,
                "before": line.before,
                "after": line.after,
                "tensions": [f"{t} {book.tension(t).name}" for t in line.tensions],
                "tension_ids": _ids(line),
            }


def _ids(line: LedgerLine) -> str:
    return " ".join(line.tensions)


def _print(document: dict[str, Any]) -> None:
    for found in document["gauges"]:
        say(found["sentence"])
        for line in found["lines"]:
            because = f"  [{line['tension_ids']}]" if line["tension_ids"] else ""
            way = f"{_level(line['before']):>2} → {_level(line['after']):<2}"
            say(f"    {way} {line['sentence']}{because}")
    if document["still"]:
        say(f"Not moved: {', '.join(document['still'])}.")


def _level(value: int) -> str:
    """A gauge's value, with a true minus where a stage ran past 0."""
    return str(value).replace("-", "−")
