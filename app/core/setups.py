"""The set-up that a facilitator gets by pressing on."""

from __future__ import annotations

from app.core.book import Book
from app.core.values import CellSetup, Setup


def default_setup(book: Book, title: str = "") -> Setup:
    """A set-up for a deck: every seat played by two people, the deck's minutes, semi-rigid."""
    about = book.deck.about
    short = len(book.deck.turns) < 3
    return Setup(
        title=title or about.title,
        cells=tuple(
            CellSetup(seat.id, cell=f"Table {i}", heads=2)
            for i, seat in enumerate(book.deck.seats, 1)
        ),
        objectives=tuple(about.objectives),
        handling="For exercise use only",
        variant=book.deck.variant,
        reveal_policy="at the end" if short else "after turn 3 and at the end",
    )
