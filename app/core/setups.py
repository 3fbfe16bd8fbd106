"""The set-up that a facilitator gets by pressing on."""

from __future__ import annotations

from dataclasses import replace

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


def refitted(setup: Setup, book: Book) -> Setup:
    """The same set-up for the same deck whole or as another variant: what both know is kept."""
    cells = {cell.seat: cell for cell in setup.cells}
    about, tensions = book.deck.about, {tension.id for tension in book.deck.tensions}
    return replace(
        setup,
        cells=tuple(cells.get(cell.seat, cell) for cell in default_setup(book).cells),
        objectives=tuple(x for x in about.objectives if x in setup.objectives),
        watch_tensions=tuple(x for x in setup.watch_tensions if x in tensions),
        variant=book.deck.variant,
    )
