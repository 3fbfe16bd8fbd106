"""One session in a file of its own, of the library's schema: out of one library, into another."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from app.core.record import StoredEvent
from app.errors import FileExists, LibraryDamaged, LibraryError
from app.store.decks import Decks
from app.store.files import beside
from app.store.library import Library
from app.store.notes import Notes, keep_notes
from app.store.sessions import Sessions, keep_events

FirstBreak = Callable[[Sequence[StoredEvent]], int | None]
"""Says which of a session's events is the first that does not fit the chain, if any."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What an import brought: ids of new sessions, of those that grew, and of those known."""

    new: tuple[str, ...] = ()
    grown: tuple[str, ...] = ()
    known: tuple[str, ...] = ()


def export_session(
    library: Library,
    session: str,
    target: Path,
    *,
    replace: bool = False,
    clock: Callable[[], float] = time.time,
) -> Path:
    """Write a session with its deck and notes, without names and drafts, to a file; the file.

    Raises FileExists or FileNotWritten.
    """
    if target.exists() and not replace:
        raise FileExists("The file is already there.", str(target), "Choose another name.")
    head, deck = Sessions(library).head(session), Decks(library).of(session)
    events, notes = list(Sessions(library).events(session)), Notes(library).of(session)
    with beside(target) as unfinished, Library.open(unfinished) as file:
        Sessions(file).begin(head, deck, events, notes)
        file.close()
    if not library.is_read_only:
        _note_export(library, session, target, clock())
    return target


def import_sessions(library: Library, source: Path, first_break: FirstBreak) -> Merged:
    """Bring the sessions of a file into the library, merged by their ids.

    A session that is known grows by what it lacks. Raises LibraryDamaged where a chain does not
    hold, and LibraryError where the two went different ways; nothing of the file is then taken.
    """
    merged: dict[str, list[str]] = {"new": [], "grown": [], "known": []}
    with Library.open(source, read_only=True) as file:
        sessions = [listed.id for listed in Sessions(file).all()]
        with library.writing():
            for session in sessions:
                merged[_take_in(library, file, session, first_break)].append(session)
    return Merged(*(tuple(merged[kind]) for kind in ("new", "grown", "known")))


def _take_in(library: Library, file: Library, session: str, first_break: FirstBreak) -> str:
    theirs = list(Sessions(file).events(session))
    broken = first_break(theirs)
    if broken is not None:
        raise LibraryDamaged(
            "A session in this file is damaged.",
            f"{file.path}: session {session}, event {broken}",
            "Ask for the file anew, or take the part before it with a copy of the library.",
        )
    ours = list(Sessions(library).events(session))
    if not ours:
        notes = Notes(file).of(session)
        Sessions(library).begin(
            Sessions(file).head(session), Decks(file).of(session), theirs, notes
        )
        return "new"
    shared = min(len(ours), len(theirs))
    if ours[:shared] != theirs[:shared]:
        raise LibraryError(
            "This session went on differently in the two libraries.",
            f"{file.path}: session {session}",
            "Open the file as a library of its own.",
        )
    if shared == len(theirs):
        return "known"
    keep_events(library.db, session, theirs[shared:])
    known = set(Notes(library).of(session))
    keep_notes(library.db, session, [n for n in Notes(file).of(session) if n not in known])
    return "grown"


def _note_export(library: Library, session: str, target: Path, now: float) -> None:
    at = datetime.fromtimestamp(now, UTC).isoformat(timespec="milliseconds")
    try:
        with library.writing() as db:
            db.execute(
                "INSERT OR REPLACE INTO exports VALUES (?, ?, ?)",
                (session, str(target.absolute()), at),
            )
    except LibraryError:
        return  # a full disk is why a copy is saved elsewhere; it must not spoil that
