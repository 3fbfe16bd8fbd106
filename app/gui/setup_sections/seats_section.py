"""Section 2: who sits where. A cell's name, how many people, and who plays it."""

from __future__ import annotations

from typing import Literal, cast

from PySide6.QtWidgets import QComboBox

from app.core.values import CellSetup, Setup
from app.deck.model import Deck
from app.gui.layouts import KeyedColumn, column, name_parts, row
from app.gui.setup_sections.section import Section
from app.gui.setup_sections.variant_row import VariantRow
from app.gui.theme import Look, TextStyle
from app.gui.widgets.card import Card
from app.gui.widgets.count_stepper import CountStepper
from app.gui.widgets.icon_text import IconText
from app.gui.widgets.line_edit import LineEdit
from app.gui.widgets.seat_label import SeatLabel

Player = Literal["people", "facilitator", "nobody"]

_MOST_HEADS, _NAME_WIDTH = 24, 128
_PLAYED = {
    "people": "Played by people",
    "facilitator": "By the facilitator",
    "nobody": "Left empty",
}
WHITE_CELLS = (
    "Facilitator",
    "Facilitator and adjudicator in one; a rapporteur",
    "Facilitator, adjudicator, rapporteur",
    "Facilitator, adjudicator, rapporteur, evaluator",
)


class SeatsSection(Section):
    """One row a seat of the deck, and the white cell."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, 2, "Seats")
        self._column = KeyedColumn[tuple[int, str, str], _SeatRow](
            self._make_row, lambda _row, _item: None
        )
        self.white_cell = _combo("White cell", "setup_white_cell", WHITE_CELLS)
        line = Card("row", "White cell")
        line.column.setContentsMargins(0, 5, 0, 0)
        label = IconText(look, "scale", "White cell", "ink", style=TextStyle.BUTTON)
        label.setMinimumWidth(_NAME_WIDTH)
        line.column.addLayout(row((label, 1), self.white_cell, spacing=14))
        self.variant = VariantRow(look)
        self.column.addLayout(column(self._column, line, self.variant, spacing=0))
        self.white_cell.currentIndexChanged.connect(self.tell)

    def set_deck(self, deck: Deck, proposed: Setup) -> None:
        """Show the seats of a deck, manned as proposed."""
        seats = enumerate(deck.seats)
        self._column.set_items(
            (f"{deck.about.id}/{i}/{s.id}/{s.name}", (i, s.id, s.name)) for i, s in seats
        )
        cells = {cell.seat: cell for cell in proposed.cells}
        for found in self._column.rows.values():
            found.set_cell(cells.get(found.seat, CellSetup(found.seat)))
        self.white_cell.setCurrentText(proposed.white_cell)
        self.variant.set_variant(proposed.variant)
        self._recount()

    def cells(self) -> tuple[CellSetup, ...]:
        """How each seat is manned, in the deck's order."""
        return tuple(found.cell() for found in self._column.rows.values())

    def heads(self) -> int:
        """How many people take part."""
        return sum(cell.heads for cell in self.cells())

    def _make_row(self, item: tuple[int, str, str]) -> _SeatRow:
        made = _SeatRow(self.look, *item)
        made.heads.value_changed.connect(self._recount)
        made.played.currentIndexChanged.connect(self._recount)
        made.name.textChanged.connect(self.tell)
        return made

    def _recount(self, *_: object) -> None:
        heads, cells = self.heads(), sum(1 for cell in self.cells() if cell.heads)
        people = "1 person" if heads == 1 else f"{heads} people"
        self.remark.setText(f"{people} in {cells} cell{'' if cells == 1 else 's'}")
        self.tell()


class _SeatRow(Card):
    """One seat: shape and name, the cell's own name, how many people, and who plays it."""

    def __init__(self, look: Look, index: int, seat: str, name: str) -> None:
        super().__init__("row", name)
        self.seat = seat
        label = SeatLabel(look, index, name)
        label.setMinimumWidth(_NAME_WIDTH)
        self.name = LineEdit(look, f"Name of the cell of {name}", "Cell")
        self.name.setObjectName(f"setup_cell_{seat}")
        self.name.setFixedWidth(84)
        self.heads = CountStepper(look, f"People in {name}", low=1, high=_MOST_HEADS)
        name_parts(self.heads, f"setup_heads_{seat}")
        self.played = _combo(f"Who plays {name}", f"setup_played_{seat}", tuple(_PLAYED.values()))
        self.played.currentIndexChanged.connect(self._on_played)
        self.column.setContentsMargins(0, 4, 0, 4)
        self.column.addLayout(row((label, 1), self.name, self.heads, self.played, spacing=14))

    def set_cell(self, cell: CellSetup) -> None:
        """Fill in how the seat is manned."""
        self.name.setText(cell.cell)
        self.heads.set_value(cell.heads)
        self.played.setCurrentIndex(list(_PLAYED).index(cell.played_by))

    def cell(self) -> CellSetup:
        """The seat as it is manned; nobody sits in a seat that people do not play."""
        played = list(_PLAYED)[self.played.currentIndex()]
        heads = self.heads.value if played == "people" else 0
        return CellSetup(self.seat, self.name.text().strip(), heads, cast("Player", played))

    def _on_played(self, place: int) -> None:
        by_people = place == 0
        self.heads.setEnabled(by_people)
        self.name.setEnabled(by_people)


def _combo(name: str, object_name: str, texts: tuple[str, ...]) -> QComboBox:
    combo = QComboBox()
    combo.setProperty("kind", "ghost")
    combo.addItems(list(texts))
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    combo.setAccessibleName(name)
    combo.setObjectName(object_name)
    return combo
