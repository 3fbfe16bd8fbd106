"""The cells' own cards at the top of Adjudicate: those to be argued, and those that are."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.book import Book
from app.core.events import FreeMoveArgued
from app.core.own import to_argue
from app.core.state import State
from app.gui.console.argue_free import Arguable, ArgueCard, steps_words
from app.gui.console.argument_words import verdict
from app.gui.console.panel import Desk
from app.gui.layouts import KeyedColumn, column
from app.gui.theme import Look
from app.gui.widgets.icon_text import IconText


class FreeArguments(QWidget):
    """Shows every free move of the turn. The first that is not argued is open.

    Signals:
        settled(object): an `ArgueFreeMove`.
    """

    settled = Signal(object)

    def __init__(self, book: Book, look: Look, desk: Desk) -> None:
        super().__init__()
        self._book, self._look, self._desk = book, look, desk
        self._state = State()
        self._chosen = ""
        self._open = KeyedColumn[Arguable, ArgueCard](
            self._make, lambda card, view: card.set_view(view), spacing=8
        )
        self._done = KeyedColumn[str, IconText](
            lambda words: IconText(look, "scale", words, wrap=True),
            lambda line, words: line.set_text(words),
            spacing=4,
        )
        self.setLayout(column(self._open, self._done, spacing=8))

    def set_view(self, state: State) -> None:
        """Show what is to be argued, and what was."""
        self._state = state
        cards = to_argue(state)
        ids = [card.id for card in cards]
        chosen = self._chosen if self._chosen in ids else next(iter(ids), "")
        turn = state.turn
        self._open.set_items(
            (f"{turn}/{card.id}", Arguable(card, state, card.id == chosen)) for card in cards
        )
        done = state.now.arguments if state.is_started else ()
        self._done.set_items((f"{turn}/{a.move}", self._words(a)) for a in done)
        self.setVisible(bool(cards or done))

    def focus_first(self) -> bool:
        """Put the keyboard into the first card; False where none is to be argued."""
        first = next(iter(self._open.rows.values()), None)
        if first is not None:
            first.focus_first()
        return first is not None

    def waits_for(self) -> str:
        """Why the ledger must wait; empty where every card is argued."""
        cards = to_argue(self._state) if self._state.is_started else ()
        if len(cards) > 1:
            return f"{len(cards)} cards are to be argued first."
        return f"{cards[0].title} is to be argued first." if cards else ""

    def _make(self, view: Arguable) -> ArgueCard:
        made = ArgueCard(self._book, self._look, self._desk, view)
        made.settled.connect(self.settled)
        made.open_requested.connect(self._choose)
        return made

    def _choose(self, move: str) -> None:
        self._chosen = move
        self.set_view(self._state)
        self._open.rows[f"{self._state.turn}/{move}"].focus_first()

    def _words(self, argued: FreeMoveArgued) -> str:
        title = f"Off the card: {self._book.titles[argued.move]}."
        reason = argued.reason.rstrip(".")
        if argued.argument.is_waived:
            return f"{title} Nothing comes of it: {reason}."
        steps = steps_words(self._book, argued.effects)
        catch = f"The catch: {reason}." if argued.outcome == "catch" else ""
        parts = (title, verdict(argued.argument), f"{steps}." if steps else "", catch)
        return " ".join(part for part in parts if part)
