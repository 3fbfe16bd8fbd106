"""The decks on the home screen: each a card with its cover, or what is wrong with it.

Loaded when there are decks to show, after the sessions: covers are pictures of the room.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy

from app.core.display import DisplayState
from app.gui.home_rows import DeckRow, FaultRow
from app.gui.layouts import column, row
from app.gui.room_picture import Painter, RoomPicture
from app.gui.theme import Look, TextStyle
from app.gui.widgets.buttons import Button, Kind
from app.gui.widgets.card import Card, Rule
from app.gui.widgets.icon_text import IconText
from app.gui.widgets.text_label import TextLabel

_DECK_WIDTH = 272
_FAULTS_SHOWN = 3
_PLACE_WIDTH = 190


def tile_width(look: Look) -> int:
    """How wide a deck's card is at the size of text in force."""
    return round(_DECK_WIDTH * look.factor)


class DeckTile(Card):
    """Shows a deck: its cover, what it is about, how long it takes.

    Signals:
        chosen(str): the deck's id.
    """

    chosen = Signal(str)

    def __init__(self, look: Look, deck: DeckRow, painter: Painter) -> None:
        super().__init__("surface", deck.title)
        self.setFixedWidth(tile_width(look))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self._build(look, deck, painter)

    def _build(self, look: Look, deck: DeckRow, painter: Painter) -> None:
        picture = RoomPicture(look, f"Cover of {deck.title}", painter, flush=True)
        picture.set_display(_in_theme(deck.cover, look))
        width = tile_width(look) - 2
        picture.setFixedSize(width, round(width * 9 / 16))
        premise = TextLabel(look, deck.premise, TextStyle.BODY, "ink2", wrap=True)
        premise.setAlignment(Qt.AlignmentFlag.AlignTop)
        premise.setMinimumHeight(62)
        self.button = Button(look, "Use", Kind.OUTLINE)
        self.button.setAccessibleName(f"Use {deck.title}")
        self.button.setObjectName(f"home_use_{deck.id}")
        self.button.clicked.connect(lambda: self.chosen.emit(deck.id))
        size = TextLabel(look, deck.size, TextStyle.SMALL, "ink2")
        title = TextLabel(look, deck.title, TextStyle.CARD_TITLE, wrap=True)
        self.column.addWidget(picture)
        self.column.addWidget(Rule())
        self.column.addLayout(
            column(title, premise, None, row(size, None, self.button), margins=(15, 13, 13, 13)), 1
        )


def _in_theme(cover: DisplayState | None, look: Look) -> DisplayState | None:
    """The cover in the theme of the windows."""
    if cover is None:
        return None
    return replace(cover, frame=replace(cover.frame, theme="dark" if look.theme.dark else "light"))


class FaultyDeck(Card):
    """Shows why a deck cannot be played: every fault with its file and line.

    Three faults stand at once, a button shows the rest.

    Signals:
        faults_requested(str): the deck's id; it is to be read for its faults.
    """

    faults_requested = Signal(str)

    def __init__(self, look: Look, deck: DeckRow) -> None:
        super().__init__("surface", f"{deck.title} cannot be played")
        self._look, self._deck = look, deck
        count = len(deck.faults) or deck.fault_count
        words = "1 fault" if count == 1 else f"{count} faults"
        title = TextLabel(look, deck.title, TextStyle.CARD_TITLE, wrap=True)
        said = IconText(look, "triangle-alert", f"Cannot be used yet: {words}", "warn")
        self._more = Button(look, "", Kind.LINK)
        self._more.setObjectName(f"home_faults_{deck.id}")
        self._more.setCheckable(bool(deck.faults))
        self._more.clicked.connect(self._on_more)
        self._rest = [self._fault(fault) for fault in deck.faults[_FAULTS_SHOWN:]]
        self.column.setContentsMargins(16, 10, 16, 10)
        self.column.setSpacing(8)
        self.column.addLayout(row(title, 6, said, None, self._more))
        for shown in (*map(self._fault, deck.faults[:_FAULTS_SHOWN]), *self._rest):
            self.column.addWidget(shown)
        self._more.setVisible(bool(self._rest) or not deck.faults)
        self._show_rest(False)

    def _on_more(self, checked: bool) -> None:
        if self._deck.faults:
            self._show_rest(checked)
        else:
            self.faults_requested.emit(self._deck.id)

    def _show_rest(self, shown: bool) -> None:
        for widget in self._rest:
            widget.setVisible(shown)
        more = f"All {len(self._deck.faults)}" if self._deck.faults else "Say what is wrong"
        self._more.set_label("Fewer" if shown else more, f"{more}: {self._deck.title}")

    def _fault(self, fault: FaultRow) -> Card:
        card = Card("row", f"{fault.place}: {fault.message}")
        card.column.setContentsMargins(0, 7, 0, 0)
        place = TextLabel(self._look, fault.place, TextStyle.SMALL_STRONG)
        place.setFixedWidth(round(_PLACE_WIDTH * self._look.factor))
        place.setAlignment(Qt.AlignmentFlag.AlignTop)
        reason = TextLabel(self._look, fault.message, TextStyle.SMALL, wrap=True)
        texts = column(reason, spacing=2)
        if fault.hint:
            hint = TextLabel(self._look, fault.hint, TextStyle.SMALL, "ink2", wrap=True)
            texts.addWidget(hint)
        line = row(place, spacing=12)
        line.addLayout(texts, 1)
        card.column.addLayout(line)
        return card
