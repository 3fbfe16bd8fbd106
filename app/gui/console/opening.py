"""Opening: what to say first, the opening situation, and every cell's own sheet."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.core.book import Book
from app.core.state import State
from app.core.values import Item
from app.gui.console.panel import Desk, PhasePanel
from app.gui.console.picture_tile import PictureTile
from app.gui.console.seat_sheet import HOLD, HoldButton
from app.gui.layouts import column, holding, row, scrolled
from app.gui.theme import Look, TextStyle
from app.gui.widgets.card import Card
from app.gui.widgets.seat_label import SeatLabel
from app.gui.widgets.text_label import TextLabel

_ITEMS = (
    (Item("hold"), "Hold card", "While people find their tables"),
    (Item("opening"), "Opening situation", "Read it aloud together"),
)


class OpeningPanel(PhasePanel):
    """Shows how to begin. Nothing here has to be filled in."""

    def __init__(self, book: Book, look: Look, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(book, look, desk, parent)
        self._tiles = {
            item: PictureTile(look, title, words, f"stage_{item.kind}")
            for item, title, words in _ITEMS
        }
        for item, tile in self._tiles.items():
            tile.clicked.connect(lambda _checked=False, item=item: self.stage_requested.emit(item))
        self._heads = {
            seat.id: TextLabel(look, "", TextStyle.SMALL, "ink2") for seat in self.book.deck.seats
        }
        pictures = row(*self._tiles.values(), None, spacing=16)
        body = holding(column(pictures, self._say_card(), self._cells_card(), None, spacing=12))
        self.setLayout(column(scrolled(body, "opening_scroll")))

    @override
    def set_view(self, state: State) -> None:
        for item, tile in self._tiles.items():
            tile.set_item(self.book, state, item, self.desk)
        for cell in state.setup.cells:
            if cell.seat in self._heads:
                self._heads[cell.seat].setText(_manned(cell.cell, cell.heads))

    @override
    def set_staged(self, item: Item | None) -> None:
        for own, tile in self._tiles.items():
            tile.set_staged(own == item)

    @override
    def focus_first(self) -> None:
        next(iter(self._tiles.values())).setFocus()

    def _say_card(self) -> Card:
        card = Card("surface", "To say")
        about = self.book.deck.about
        card.column.addWidget(TextLabel(self.look, "To say", TextStyle.STRONG))
        card.column.addWidget(
            TextLabel(self.look, f"“{about.one_liner}”", TextStyle.SPEAKING, wrap=True)
        )
        hint = "Then one practice consultation: one cell asks another, and hears an answer."
        card.column.addWidget(TextLabel(self.look, hint, TextStyle.BODY, "ink2", wrap=True))
        return card

    def _cells_card(self) -> Card:
        card = Card("surface", "Cells")
        card.column.addWidget(TextLabel(self.look, "Cells", TextStyle.STRONG))
        for seat in self.book.deck.seats:
            name = SeatLabel(self.look, self.book.seat_index(seat.id), seat.name, TextStyle.STRONG)
            name.setFixedWidth(round(170 * self.look.factor))
            self._heads[seat.id].setFixedWidth(round(130 * self.look.factor))
            hold = HoldButton(self.look, HOLD)
            hold.setObjectName(f"one_cell_{seat.id}")
            hold.setAccessibleName(f"Hold to show its seat sheet to {seat.name}")
            hold.held.connect(
                lambda held, seat=seat.id: self.seat_sheet_requested.emit(seat if held else "")
            )
            opens = TextLabel(self.look, seat.opens_with or "", TextStyle.NARRATIVE, wrap=True)
            line = row(name, self._heads[seat.id], (opens, 1), hold, spacing=14)
            card.column.addLayout(line)
        return card


def _manned(cell: str, heads: int) -> str:
    people = "nobody" if not heads else "1 person" if heads == 1 else f"{heads} people"
    return f"{cell}, {people}" if cell else people
