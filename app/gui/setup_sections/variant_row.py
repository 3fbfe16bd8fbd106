"""Who plays along: the whole deck, or one of its variants with what that one says of itself."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.deck.model import Deck
from app.gui.layouts import row, take_out
from app.gui.theme import Look, TextStyle
from app.gui.widgets.card import Card
from app.gui.widgets.one_of import OneOf
from app.gui.widgets.text_label import TextLabel

WHOLE = "whole"


class VariantRow(Card):
    """Shows how a deck can be played; hidden for a deck that is played in one way only.

    Signals:
        chosen(str): the variant's id; empty for the whole deck.
    """

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__("row", "Whole deck or variant")
        self._look = look
        self._choice: OneOf | None = None
        self._texts: dict[str, str] = {}
        self._text = TextLabel(look, "", TextStyle.SMALL, "ink2", wrap=True)
        self._text.setObjectName("setup_variant_text")
        self._label = TextLabel(look, "Play", TextStyle.SMALL, "ink2")
        self._row = row(self._label, None, spacing=14)
        self.column.setContentsMargins(0, 8, 0, 0)
        self.column.setSpacing(6)
        self.column.addLayout(self._row)
        self.column.addWidget(self._text)
        self.hide()

    def set_deck(self, deck: Deck) -> None:
        """Offer a whole deck's variants."""
        seats = len(deck.seats)
        whole = f"All {seats} cells, every card." if seats > 1 else "Every card."
        self._texts = {WHOLE: whole} | {one.id: one.text for one in deck.variants}
        self._offer({WHOLE: "Whole deck"} | {one.id: one.name for one in deck.variants})
        self.setVisible(bool(deck.variants))
        self.set_variant("")

    def set_variant(self, variant: str) -> None:
        """Mark a variant as chosen; an empty id is the whole deck."""
        key = variant or WHOLE
        self._text.setText(self._texts[key])
        if self._choice is not None:
            self._choice.set_chosen(key)

    def _offer(self, options: dict[str, str]) -> None:
        if self._choice is not None:
            take_out(self._row, self._choice)
        self._choice = OneOf(self._look, "Whole deck or variant", "setup_variant", options)
        self._choice.chosen.connect(lambda key: self.chosen.emit("" if key == WHOLE else key))
        self._row.insertWidget(1, self._choice)
