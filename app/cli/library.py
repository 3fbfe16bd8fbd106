"""Commands on the library: its sessions, their reports, its health."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.cli.output import say, say_json
from app.cli.tools import FAULTS, JsonOption, LibraryOption, Tools
from app.errors import LibraryError, WrongUse

if TYPE_CHECKING:
    from app.session.exercise import Exercise


def add_library_commands(cli: typer.Typer, tools: Tools) -> None:
    """Add `sessions`, `report` and `verify`."""

    @cli.command()
    def sessions(as_json: JsonOption = False, library: LibraryOption = None) -> None:
        """List the sessions in the library."""
        from app.store.sessions import Sessions

        with tools.open_library(library) as opened:
            found = Sessions(opened).all()
        if as_json:
            say_json({"sessions": [one._asdict() for one in found]})
            return
        for one in found:
            place = f"turn {one.turn}, {one.phase}" if one.turn else one.phase
            say(f"{one.id[:8]}  {one.last_at[:16]}  {place:22} {one.title}")
        if not found:
            say("No sessions yet.")

    @cli.command()
    def report(
        session: Annotated[str, typer.Argument(help="A session's id, or how it begins.")],
        out: Annotated[Path, typer.Option("--out", help="The folder to write into.")],
        form: Annotated[str, typer.Option("--format", help="html.")] = "html",
        audience: Annotated[
            str, typer.Option("--audience", help="participants, reviewers or internal.")
        ] = "participants",
        as_json: JsonOption = False,
        library: LibraryOption = None,
    ) -> None:
        """Write a session's report."""
        from app.session.exercise import Exercise
        from app.store.sessions import Sessions

        with tools.open_library(library) as opened:
            name = Sessions(opened).find(session)
            exercise = Exercise.resume(tools.record(opened), name, tools.clock)
            written = write_report(exercise, out, form, audience)
        if as_json:
            say_json({"session": name, "files": [str(written)]})
        else:
            say(f"Written: {written}")

    @cli.command()
    def verify(as_json: JsonOption = False, library: LibraryOption = None) -> None:
        """Look at the library's health: file, chain, schema, decks, replay."""
        document = _verdicts(tools, library)
        if as_json:
            say_json(document)
        else:
            _print_verdicts(document)
        if not document["whole"]:
            raise typer.Exit(FAULTS)


def write_report(exercise: Exercise, out: Path, form: str, audience: str) -> Path:
    """Write a report of an exercise into a folder; the file. Raises WrongUse for other formats."""
    from app.report.build import build_report
    from app.report.write import export

    if form != "html":
        raise WrongUse(f"There is no format {form}.", remedy="Formats: html.")
    if audience not in ("participants", "reviewers", "internal"):
        raise WrongUse(
            f"There are no readers called {audience}.",
            remedy="Readers: participants, reviewers, internal.",
        )
    built = build_report(exercise.book, exercise.entries, exercise.note_texts(), audience)
    return export(built, out, form).path


def _verdicts(tools: Tools, library: Path | None) -> dict[str, Any]:
    from app.session.verify import verify
    from app.store.decks import Decks
    from app.store.sessions import Sessions

    try:
        opened = tools.open_library(library)
    except LibraryError as problem:
        return {"whole": False, "file": problem.as_text(), "decks": [], "sessions": []}
    with opened:
        changed = Decks(opened).changed()
        record = tools.record(opened)
        verdicts = [verify(record, one.id) for one in Sessions(opened).all()]
    return {
        "whole": not changed and all(verdict.is_whole for verdict in verdicts),
        "file": "sound",
        "decks": changed,
        "sessions": [
            {
                "session": v.session,
                "events": v.events,
                "whole": v.is_whole,
                "first_bad_event": v.fault.seq if v.fault else None,
                "why": v.fault.what if v.fault else "",
                "edited_notes": list(v.edited_notes),
            }
            for v in verdicts
        ],
    }


def _print_verdicts(document: dict[str, Any]) -> None:
    say(f"File: {document['file']}")
    for changed in document["decks"]:
        say(f"Deck {changed[:12]} is not what was played.")
    for one in document["sessions"]:
        found = "whole" if one["whole"] else f"event {one['first_bad_event']}: {one['why']}"
        say(f"{one['session'][:8]}  {one['events']} events, {found}")
    say("Everything holds." if document["whole"] else "Not everything holds.")
