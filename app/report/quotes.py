"""Quotes: how they are attributed, and which of them keep a report from being exported."""

from __future__ import annotations

from app.report import facts as f
from app.report.desk import Desk
from app.report.model import Quote


def quote(desk: Desk, note: f.NoteFact) -> Quote:
    """A quote, attributed as the session or the export was set up: not at all, or by seat."""
    return Quote(note.text, attribution(desk, note), desk.anchor(note.seq))


def attribution(desk: Desk, note: f.NoteFact) -> str:
    """Who is said to have said it: a seat, never a person, or the cells in general."""
    seat = note.seat if desk.by_seat else None
    return desk.say("quotes.attribution", seat=seat, turn=note.turn)


def refusals(desk: Desk) -> tuple[str, ...]:
    """A sentence for each quote that may not stand in the report."""
    found = []
    for note in desk.facts.quotes:
        if not note.is_quotable:
            found.append(desk.say("quotes.not_quotable", note=note))
        elif desk.by_seat and note.seat is not None and note.seat.heads <= 1:
            found.append(desk.say("quotes.one_person", note=note))
    return tuple(found)
