"""Seats and levels as facts."""

from __future__ import annotations

from app.core.book import Book, band_index
from app.core.state import State
from app.report import facts as f


def seat_fact(book: Book, state: State, seat: str) -> f.SeatFact:
    """A seat with the people in it."""
    found = book.seat(seat)
    cell = next((cell for cell in state.setup.cells if cell.seat == seat), None)
    return f.SeatFact(
        id=seat,
        name=found.name,
        spoken=book.spoken(seat),
        short=found.short,
        index=book.seat_index(seat),
        heads=cell.heads if cell else 0,
        played_by=cell.played_by if cell else "nobody",
    )


def level(book: Book, gauge: str, value: int) -> f.Level:
    """Where a value lies, with its digit."""
    return f.Level(book.band(gauge, value), band_index(value), value)
