"""The picker: a cell's cards with why not, then what there is to choose on one, by clicks alone."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QStackedWidget, QWidget
from typing_extensions import override

from app.core.book import Book
from app.core.legal import playable
from app.core.line_sentence import sentence
from app.core.own import is_own, writers
from app.core.state import State
from app.core.values import PlayedMove
from app.gui.console.card_button import ROW, CardButton
from app.gui.console.echo import Echo
from app.gui.console.mouse_move import Draft, Group, assemble, groups
from app.gui.console.typed import legality, weigh
from app.gui.layouts import KeyedColumn, column, holding, name_parts, row, scrolled, take_out
from app.gui.theme import Look, TextStyle
from app.gui.widgets.buttons import Button, Kind, icon_button
from app.gui.widgets.chips import Chip, ChipGroup
from app.gui.widgets.keys import is_escape, is_save
from app.gui.widgets.seat_label import SeatLabel
from app.gui.widgets.text_label import TextLabel


class _GroupRow(QWidget):
    """One question of a card with its chips."""

    chosen = Signal(object, str)

    def __init__(self, look: Look, group: Group) -> None:
        super().__init__()
        self._group = group
        label = TextLabel(look, group.label, TextStyle.SMALL, "ink2", wrap=True)
        label.setFixedWidth(round(96 * look.factor))
        chips = tuple(Chip(option.key, option.words, option.seat) for option in group.options)
        self._chips = ChipGroup(look, group.label, chips, several=True)
        name_parts(self._chips, f"pick_{group.key}")
        self._chips.chosen.connect(lambda key: self.chosen.emit(self._group, key))
        self.setLayout(row(label, self._chips, None, spacing=12))
        self.set_group(group)

    def set_group(self, group: Group) -> None:
        self._group = group
        self._chips.set_selected(*group.chosen)


class CardPicker(QWidget):
    """Shows a cell's cards; once one is chosen, its questions, its echo and *Add*.

    Signals:
        changed(object): the `PlayedMove` as it stands, or None.
        play_requested(object): the `PlayedMove` to add or change.
        take_back_requested(str): the card to take out of the hand-in.
        free_requested(str): a card of the seat's own is to be written.
        closed: back to the line.
        saved: Ctrl+Enter: the seat hands in.
    """

    changed = Signal(object)
    play_requested = Signal(object)
    take_back_requested = Signal(str)
    free_requested = Signal(str)
    closed = Signal()
    saved = Signal()

    def __init__(self, book: Book, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book, self._look = book, look
        self._state: State | None = None
        self._draft: Draft | None = None
        self._play: PlayedMove | None = None
        self._most_rows = 4
        self.seat = ""
        self._seat = SeatLabel(look, 0, "", TextStyle.STRONG)
        self._ask = TextLabel(look, "", TextStyle.SMALL, "ink2")
        self._close = icon_button(look, "x", "Close the cards")
        self._close.setObjectName("pick_close")
        self._pages = QStackedWidget()
        self._cards: dict[str, CardButton] = {}
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setSpacing(8)
        self._free = CardButton(look, None)
        self._list = scrolled(holding(column(self._grid, None)), "pick_cards")
        self._pages.addWidget(self._list)
        self._pages.addWidget(self._build_choices())
        head = row(self._seat, self._ask, None, self._close, spacing=10)
        self.setLayout(column(head, (self._pages, 1), spacing=6))
        self._close.clicked.connect(self.closed)
        self._free.clicked.connect(lambda: self.free_requested.emit(self.seat))

    def set_view(self, state: State) -> None:
        """Judge the cards by the state as it stands."""
        self._state = state
        if self.seat:
            self._refresh()

    @property
    def play(self) -> PlayedMove | None:
        """The move as it is picked so far; None while it is not whole."""
        return self._play

    @property
    def is_begun(self) -> bool:
        """Whether a card is chosen."""
        return self._draft is not None

    @property
    def missing(self) -> str:
        """What the chosen card still asks for; empty where it is whole."""
        if self._draft is None or self._play is not None:
            return ""
        return f"{self._book.titles[self._draft.card]} is not finished: joint, solo or quiet?"

    def set_compact(self, compact: bool) -> None:
        """Take less height."""
        self._most_rows = 2 if compact else 4

    def open(self, seat: str, draft: Draft | None = None) -> None:
        """Offer the cards of a seat; with `draft`, go on with that one."""
        self.seat, self._draft = seat, None
        found = self._book.seat(seat)
        self._seat.set_seat(self._book.seat_index(seat), found.name)
        for button in self._cards.values():
            take_out(self._grid, button)
        cards = [card for card in self._book.deck.moves if card.seat == seat]
        cards = [card for card in cards if not (is_own(card.id) and self._was_played(card.id))]
        self._cards = {card.id: CardButton(self._look, card) for card in cards}
        for place, (card_id, button) in enumerate(self._cards.items()):
            self._grid.addWidget(button, place // 2, place % 2)
            button.clicked.connect(lambda _checked=False, key=card_id: self._choose(Draft(key)))
            button.show()
        self._grid.addWidget(self._free, len(cards) // 2, len(cards) % 2)
        self._free.setVisible(seat in writers(self._book))
        self._choose(draft)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_escape(event):
            self.closed.emit()
        elif is_save(event):
            self.saved.emit()
        else:
            super().keyPressEvent(event)

    def wanted_height(self) -> int:
        """The height that what is shown would like."""
        if self._draft is None:
            rows = min(self._most_rows, (len(self._cards) + 2) // 2)
            return 42 + round(rows * (ROW * self._look.factor + 8))
        layout = self._choices.layout()
        width = max(self.width(), 300)
        return 42 + (layout.heightForWidth(width) if layout else 0)

    def _build_choices(self) -> QWidget:
        look = self._look
        self._groups = KeyedColumn[Group, _GroupRow](
            self._make_group, lambda widget, group: widget.set_group(group), spacing=8
        )
        self.echo = Echo(look, "What was chosen")
        self.add = Button(look, "Add", Kind.INK, "plus")
        self.add.setObjectName("pick_add")
        self._take_back = Button(look, "Take back", Kind.GHOST, "trash-2")
        self._take_back.setObjectName("pick_take_back")
        self._other = Button(look, "Another card", Kind.GHOST, "arrow-left")
        self._other.setObjectName("pick_other")
        buttons = row(self._other, self._take_back, None, self.add)
        asked = holding(column(self._groups, None))
        said = holding(column((self.echo, 1), buttons, spacing=8))
        said.setMinimumWidth(300)
        self._choices = holding(row((asked, 1), (said, 1), spacing=16))
        self.add.clicked.connect(self._ask_for_play)
        self._take_back.clicked.connect(self._ask_to_take_back)
        self._other.clicked.connect(lambda: self._choose(None))
        return self._choices

    def _make_group(self, group: Group) -> _GroupRow:
        made = _GroupRow(self._look, group)
        made.chosen.connect(self._on_click)
        return made

    def _choose(self, draft: Draft | None) -> None:
        self._draft = draft
        self._refresh()
        first: list[QAbstractButton] = [*self._cards.values()]
        if draft is not None:
            first = [*self._groups.findChildren(Button), self.add]
        if first:
            first[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_click(self, group: Group, key: str) -> None:
        if self._draft is not None:
            self._draft = self._draft.with_click(group, key)
            self._refresh()

    def _refresh(self) -> None:
        if self._state is None:
            return
        self._ask.setText("Choose a card" if self._draft is None else "")
        self._pages.setCurrentIndex(0 if self._draft is None else 1)
        for card, reasons in playable(self._book, self._state, self.seat):
            if card.id in self._cards:
                self._cards[card.id].set_reasons(reasons)
        self._play = None
        if self._draft is not None:
            self._show_draft(self._state, self._draft)
        self.changed.emit(self._play)

    def _show_draft(self, state: State, draft: Draft) -> None:
        card = self._book.move(draft.card)
        self._groups.set_items(
            (f"{card.id}/{group.key}", group) for group in groups(self._book, draft)
        )
        is_in_hand = state.now.play(card.id) is not None
        self._play = assemble(self._book, state, draft)
        self._ask.setText(f"{card.id} {card.title}, {card.cost} effort")
        self.add.set_label("Change" if is_in_hand else "Add")
        self.add.setEnabled(self._play is not None)
        self._take_back.setVisible(is_in_hand)
        self._other.setVisible(not is_in_hand)
        if self._play is None:
            self.echo.set_words(f"{card.title}.", "How: joint, solo or quiet?")
            return
        tone, words = legality(self._book, state, weigh(self._book, state, self._play))
        self.echo.set_words(sentence(self._book, self._play), words, tone)

    def _was_played(self, card: str) -> bool:
        """Whether a card was played in an earlier turn; one of the cell's own is not again."""
        turns = self._state.turns[:-1] if self._state is not None else ()
        return any(record.play(card) for record in turns)

    def _ask_for_play(self) -> None:
        if self._play is not None:
            self.play_requested.emit(self._play)

    def _ask_to_take_back(self) -> None:
        if self._draft is not None:
            self.take_back_requested.emit(self._draft.card)
