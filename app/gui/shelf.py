"""What stands on the home screen's shelf: decks from the index, sessions from the library."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from app.deck.catalog import Catalog, Entry
from app.gui.home_rows import DeckRow, FaultRow, SessionRow, cover, day_words, state_words

if TYPE_CHECKING:
    from app.store.library import Library


def deck_rows(catalog: Catalog) -> tuple[DeckRow, ...]:
    """Every deck; new and changed ones are read first."""
    return tuple(_deck_row(entry) for entry in catalog.entries())


def known_deck_rows(catalog: Catalog) -> tuple[DeckRow, ...]:
    """The decks that the index knows as they are: what the first frame may list."""
    return tuple(_deck_row(entry) for entry in catalog.indexed())


def rows_with_faults(catalog: Catalog, name: str) -> tuple[DeckRow, ...]:
    """Every deck, one of them with what keeps it from being played."""
    found = fault_rows(catalog, name)
    rows = deck_rows(catalog)
    return tuple(replace(row, faults=found) if row.id == name else row for row in rows)


def fault_rows(catalog: Catalog, name: str) -> tuple[FaultRow, ...]:
    """What keeps a deck from being played, read from its folder now."""
    from app.deck.read import check_deck

    checked = check_deck(catalog.find(name))
    return tuple(
        FaultRow(fault.file, fault.line, fault.message, fault.hint)
        for fault in checked.faults
        if fault.severity == "fault"
    )


def session_rows(library: Library, catalog: Catalog, now: datetime) -> tuple[SessionRow, ...]:
    """Every session of a library, the last used first; `now` in local time."""
    from app.store.sessions import Sessions

    turns = {entry.id: entry.turns for entry in catalog.indexed()}
    rows = []
    for listed in Sessions(library).all():
        is_over = listed.phase == "ended"
        state = state_words(
            listed.turn, turns.get(listed.deck, listed.turn), listed.phase, is_over=is_over
        )
        at = datetime.fromisoformat(listed.last_at).astimezone(now.tzinfo)
        if listed.is_rehearsal:
            state = f"Rehearsal. {state}"
        verb = SessionRow(listed.id, listed.title, state, day_words(at, now), "report")
        rows.append(verb if is_over else _resumable(verb))
    return tuple(rows)


def _resumable(row: SessionRow) -> SessionRow:
    return SessionRow(row.id, row.title, row.state, row.when, "resume")


def _deck_row(entry: Entry) -> DeckRow:
    title = entry.title or entry.name
    return DeckRow(
        id=entry.id or entry.name,
        title=title,
        premise=entry.premise,
        turns=entry.turns,
        seats=len(entry.seats),
        minutes=entry.minutes,
        cover=None if entry.faults else cover(title, entry.premise, seats=entry.seats),
        fault_count=entry.faults,
    )
