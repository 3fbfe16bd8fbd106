"""The deck that is being set up: all of it, or as one of its variants plays it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core.compile import compile_deck
from app.core.setups import default_setup, refitted
from app.errors import ParasolError

if TYPE_CHECKING:
    from app.core.book import Book
    from app.core.values import Setup
    from app.deck.catalog import Catalog
    from app.deck.model import Deck
    from app.gui.setup import SetupScreen


class DeckInHand:
    """Keeps the whole deck beside the book that a session would be played with."""

    def __init__(self, whole: Deck) -> None:
        self._whole = whole
        self._book = compile_deck(whole)

    @classmethod
    def found(cls, catalog: Catalog, name: str) -> DeckInHand:
        """A deck of the catalog, read. May raise a ParasolError."""
        from app.deck.read import read_deck

        return cls(read_deck(catalog.find(name)))

    @property
    def whole(self) -> Deck:
        """All of the deck."""
        return self._whole

    @property
    def book(self) -> Book:
        """The book of the deck as it is to be played."""
        return self._book

    def proposed(self) -> Setup:
        """The set-up of pressing on."""
        return default_setup(self._book)

    def play_as(self, variant: str, page: SetupScreen) -> None:
        """Play a variant, or all of the deck; the page follows, and keeps what was typed."""
        from app.deck.variants import with_variant

        try:
            self._book = compile_deck(with_variant(self._whole, variant))
        except ParasolError as problem:
            page.set_refused(problem.as_text())
            return
        page.set_variant(self._book.deck, refitted(page.setup(), self._book))
