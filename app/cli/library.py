"""Commands on the library: its sessions, their reports, its health."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.cli.output import say, say_error, say_json
from app.cli.tools import FAULTS, JsonOption, LibraryOption, SessionArgument, Tools
from app.errors import LibraryError, LibraryMissing

if TYPE_CHECKING:
    from app.session.verify import Verdict
    from app.store.library import Library
    from app.store.sessions import Listed


def add_library_commands(cli: typer.Typer, tools: Tools) -> None:
    """Add `sessions`, `report` and `verify`."""

    @cli.command()
    def sessions(as_json: JsonOption = False, library: LibraryOption = None) -> None:
        """List the sessions in the library."""
        found = _listed(tools, library)
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
        session: SessionArgument,
        out: Annotated[
            Path, typer.Option("--out", metavar="DIR", help="The folder to write into.")
        ],
        form: Annotated[str, typer.Option("--format", metavar="FORMAT", help="html.")] = "html",
        audience: Annotated[
            str,
            typer.Option(
                "--audience", metavar="READERS", help="participants, reviewers or internal."
            ),
        ] = "participants",
        as_json: JsonOption = False,
        library: LibraryOption = None,
    ) -> None:
        """Write a session's report."""
        document = _reported(tools, library, session, out, form, audience)
        if as_json:
            say_json(document)
        else:
            say(f"Written: {document['files'][0]}")

    @cli.command()
    def verify(as_json: JsonOption = False, library: LibraryOption = None) -> None:
        """Check the library: file, schema, decks, chain, replay."""
        document = _verdicts(tools, library)
        if as_json:
            say_json(document)
        else:
            _print_verdicts(document)
        if not document["whole"]:
            raise typer.Exit(FAULTS)


def _listed(tools: Tools, library: Path | None) -> list[Listed]:
    """The sessions; none where the usual library was not needed yet."""
    from app.store.sessions import Sessions

    try:
        with tools.open_to_read(library) as opened:
            if opened.notice:
                say_error(opened.notice)
            return Sessions(opened).all()
    except LibraryMissing:
        if library is not None:
            raise
        return []


def _reported(
    tools: Tools, library: Path | None, session: str, out: Path, form: str, audience: str
) -> dict[str, Any]:
    from app.report.write import write_report
    from app.session.exercise import Exercise
    from app.store.sessions import Sessions

    with tools.open_to_read(library) as opened:
        name = Sessions(opened).find(session)
        exercise = Exercise.resume(tools.record(opened), name, tools.clock)
        written = write_report(
            exercise.book,
            exercise.entries,
            exercise.note_texts(),
            out,
            audience=audience,
            format=form,
        )
    return {"session": name, "files": [str(written.path)]}


def _verdicts(tools: Tools, library: Path | None) -> dict[str, Any]:
    """What holds and what does not. Raises LibraryMissing where there is nothing to look at."""
    document: dict[str, Any] = {"whole": False, "file": [], "sessions": []}
    try:
        with tools.open_to_read(library) as opened:
            _look(tools, opened, document)
    except LibraryMissing:
        raise
    except LibraryError as problem:
        document["file"] += problem.as_text().split("\n")
    wholes = [one["whole"] for one in document["sessions"]]
    document["whole"] = all(wholes) and not document["file"]
    return document


def _look(tools: Tools, library: Library, document: dict[str, Any]) -> None:
    """Fill in the verdicts one after the other, so that those before a damaged page stay."""
    from app.session.verify import verify
    from app.store.health import faults
    from app.store.sessions import Sessions

    document["file"] += [library.notice] if library.notice else []
    document["file"] += faults(library)
    record = tools.record(library)
    for session in Sessions(library).ids():
        document["sessions"].append(_verdict_row(verify(record, session)))


def _verdict_row(verdict: Verdict) -> dict[str, Any]:
    return {
        "session": verdict.session,
        "events": verdict.events,
        "whole": verdict.is_whole,
        "first_bad_event": verdict.fault.seq if verdict.fault else None,
        "why": _why(verdict),
        "edited_notes": list(verdict.edited_notes),
        "missing_notes": list(verdict.missing_notes),
    }


def _why(verdict: Verdict) -> str:
    """What does not hold, in words."""
    lost = len(verdict.missing_notes)
    texts = f"{'the text of 1 note is' if lost == 1 else f'texts of {lost} notes are'} missing"
    return "; ".join(([verdict.fault.what] if verdict.fault else []) + ([texts] if lost else []))


def _print_verdicts(document: dict[str, Any]) -> None:
    for line in document["file"] or ["The file is sound."]:
        say(line)
    for one in document["sessions"]:
        place = f"event {one['first_bad_event']}: " if one["first_bad_event"] else ""
        found = "whole" if one["whole"] else f"{place}{one['why']}"
        edited = len(one["edited_notes"])
        texts = f"; {edited} {'note was' if edited == 1 else 'notes were'} edited" if edited else ""
        say(f"{one['session'][:8]}  {one['events']} events, {found}{texts}")
    say("Everything holds." if document["whole"] else "Not everything holds.")
