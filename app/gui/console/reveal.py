"""Reveal: turning the cells' moves over, one cell at a time or all at once.

Turning over and showing are one press in vermilion: first the action that turns over, then the
show, through the same door as every other. Until then the picture here is private.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from app.core import events as ev
from app.core.actions import ChangeWording, Refusal, RevealAll, RevealSeat, Show
from app.core.book import Book
from app.core.display import DisplayState
from app.core.evolve import evolve
from app.core.room import picture
from app.core.state import State
from app.core.values import Item
from app.deck.model import Procedure
from app.gui.console.panel import Desk, PhasePanel
from app.gui.console.reveal_moves import RevealMoves, move_view
from app.gui.console.seat_tile import SeatTile
from app.gui.console.text_settled import SettledText
from app.gui.layouts import KeyedColumn, column, holding, row, scrolled
from app.gui.room_picture import RoomPicture
from app.gui.theme import Look, TextStyle
from app.gui.widgets.buttons import Button, Kind, show_button
from app.gui.widgets.card import Card
from app.gui.widgets.icon_text import IconText
from app.gui.widgets.text_label import TextLabel

_LIST_WIDTH, _BAR, _PICTURE = 232, 10, (300, 250)


class RevealPanel(PhasePanel):
    """Shows the cells in order, a large private picture of the next one, and its moves."""

    def __init__(self, book: Book, look: Look, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(book, look, desk, parent)
        self._state = State()
        self._chosen = ""
        self._tiles = self._make_tiles()
        self._count = TextLabel(look, "", TextStyle.SMALL, "ink2")
        self._title = TextLabel(look, "", TextStyle.TITLE)
        self._private = IconText(look, "lock", "Private until shown", "ink2")
        self._picture = RoomPicture(look, "The next reveal", desk.painter)
        self._next = show_button(look, "Show")
        self._next.setObjectName("reveal_show_next")
        self._all = Button(look, "Show all", Kind.SHOW_OUTLINE, "monitor-play")
        self._all.setObjectName("reveal_show_all")
        self._moves = RevealMoves(look, desk)
        self._texts = KeyedColumn[Procedure, SettledText](
            self._make_text, lambda card, _text: card.set_view(self._state), spacing=8
        )
        self._lay_out()
        self._next.clicked.connect(self._show_next)
        self._all.clicked.connect(self._show_all)
        self._moves.reworded.connect(self._reword)
        self._moves.typed.connect(lambda: self._picture.set_display(self._preview(self._seat)))

    def set_view(self, state: State) -> None:
        """Show who is turned over, and what comes next."""
        before, self._state = self._state, state
        if before.is_started and before.now.revealed != state.now.revealed:
            self._chosen = ""
        self._redraw()

    def set_compact(self, compact: bool) -> None:
        """Make the picture a little smaller."""
        self._picture.setMaximumHeight(_PICTURE[compact])

    def focus_first(self) -> None:
        """Put the keyboard on the cell in the list; never on a button that shows."""
        seat = self._seat or next(iter(self._tiles), "")
        if seat in self._tiles:
            self._tiles[seat].setFocus()

    def focus_seat(self, index: int) -> None:
        """Choose the cell of this place in the deck to be turned over next."""
        if 0 <= index < len(self.book.deck.seats):
            self._choose(self.book.deck.seats[index].id)
            self._tiles[self.book.deck.seats[index].id].setFocus()

    def has_show(self) -> bool:
        """Whether the panel has the one filled vermilion button now."""
        return self._next.isEnabled()

    # --- what is seen --------------------------------------------------------------------------

    @property
    def _seat(self) -> str:
        """The cell whose picture stands here; empty once all are turned over and none is chosen."""
        return self._chosen or next(iter(self._left()), "")

    def _left(self) -> tuple[str, ...]:
        revealed = self._state.now.revealed
        return tuple(s.id for s in self.book.deck.seats if s.id not in revealed)

    def _redraw(self) -> None:
        left, seat = self._left(), self._seat
        done = len(self.book.deck.seats) - len(left)
        self._count.setText(f"{done} of {len(self.book.deck.seats)} turned over")
        for name, tile in self._tiles.items():
            tile.set_state(*self._tile_words(name))
            tile.setChecked(name == seat)
        self._title.setText(self._heading(seat))
        self._picture.set_display(self._preview(seat))
        plays = [play for play in self._state.now.plays if play.seat == seat]
        self._moves.set_views(tuple(move_view(self.book, self._state.turn, p) for p in plays))
        self._moves.setVisible(bool(seat))
        texts = self.book.procedures_of(self._state.turn)
        self._texts.set_items((text.id, text) for text in texts)
        self._dress_buttons(seat, left)

    def _heading(self, seat: str) -> str:
        if not seat:
            return "All moves on one page"
        word = "Turned over" if seat in self._state.now.revealed else "Next"
        return f"{word}: {self.book.name(seat)}"

    def _tile_words(self, seat: str) -> tuple[str, str, str]:
        count = sum(1 for play in self._state.now.plays if play.seat == seat)
        moves = "1 move" if count == 1 else f"{count} moves"
        is_up = self._on_screen() in (self._item(seat), self._overview())
        if is_up and seat in self._state.now.revealed:
            return f"On screen now, {moves}", "monitor", "live"
        if seat in self._state.now.revealed:
            return f"Turned over, {moves}", "eye", "ink2"
        if seat == next(iter(self._left()), ""):
            return f"Next, {moves}", "lock", "ink2"
        return f"Not yet, {moves}", "lock", "ink2"

    def _preview(self, seat: str) -> DisplayState | None:
        """The picture as it would be: turned over, in the words that are typed. It stays here."""
        state = self._state
        for event in self._still_to_come(seat):
            state = evolve(state, ev.Entry(state.seq + 1, state.seq + 1, "", event))
        found = picture(self.book, state, self._item(seat), self.desk.now())
        return None if isinstance(found, Refusal) else found

    def _still_to_come(self, seat: str) -> Iterator[ev.Event]:
        """What turning the cell over and keeping its drafts of wordings would record."""
        if seat and seat not in self._state.now.revealed:
            yield ev.SeatRevealed(seat)
        for play in self._state.now.plays:
            draft = self.desk.draft(move_view(self.book, self._state.turn, play).place).strip()
            if play.seat == seat and draft:
                yield ev.WordingChanged(play.move, draft)

    def _dress_buttons(self, seat: str, left: tuple[str, ...]) -> None:
        one_by_one = self._state.setup.reveal_order == "one seat at a time"
        shows_all = not seat or (not one_by_one and len(left) > 0 and not self._chosen)
        word = "all moves" if shows_all else self.book.seat(seat).short
        self._next.set_label(f"Show {word}")
        self._next.setEnabled(self._on_screen() != self._item("" if shows_all else seat))
        self._all.set_label("Show all" if left else "Show the overview")
        self._all.setVisible(not shows_all)

    def _on_screen(self) -> Item | None:
        room = self._state.room
        return None if room.is_blank or room.top is None else room.top.item

    def _item(self, seat: str) -> Item:
        return Item("reveal seat", self._state.turn, seat) if seat else self._overview()

    def _overview(self) -> Item:
        return Item("moves", self._state.turn)

    # --- wishes --------------------------------------------------------------------------------

    def _show_next(self) -> None:
        if self._all.isHidden():
            self._show_all()
            return
        seat = self._seat
        if seat in self._left():
            self.action_requested.emit(RevealSeat(seat))
        self.action_requested.emit(Show(self._item(seat)))

    def _show_all(self) -> None:
        if self._left():
            self.action_requested.emit(RevealAll())
        self.action_requested.emit(Show(self._overview()))

    def _choose(self, seat: str) -> None:
        self._chosen = seat
        self._redraw()
        if seat in self._state.now.revealed:
            self.stage_requested.emit(self._item(seat))

    def _reword(self, move: str, text: str) -> None:
        self.action_requested.emit(ChangeWording(move, text))

    def _make_text(self, text: Procedure) -> SettledText:
        made = SettledText(self.book, self.look, text)
        made.stage_requested.connect(self.stage_requested)
        return made

    # --- layout --------------------------------------------------------------------------------

    def _make_tiles(self) -> dict[str, SeatTile]:
        tiles = {}
        for index, seat in enumerate(self.book.deck.seats):
            tile = SeatTile(self.look, index, seat.name)
            tile.setObjectName(f"reveal_seat_{seat.id}")
            tile.clicked.connect(lambda _checked=False, seat=seat.id: self._choose(seat))
            tiles[seat.id] = tile
        return tiles

    def _lay_out(self) -> None:
        order = Card("surface", "Cells in the order of reveal")
        order.setFixedWidth(_LIST_WIDTH)
        order.column.setContentsMargins(8, 12, 8, 12)
        order.column.setSpacing(2)
        head = row(TextLabel(self.look, "Cells", TextStyle.STRONG), None, self._count)
        head.setContentsMargins(8, 0, 8, 4)
        order.column.addLayout(head)
        for tile in self._tiles.values():
            order.column.addWidget(tile)
        right = Card("surface", "The next reveal")
        right.column.setContentsMargins(16, 12, 16, 12)
        right.column.setSpacing(10)
        right.column.addLayout(row(self._title, None, self._private))
        right.column.addWidget(self._picture, 1)
        right.column.addLayout(row(self._next, self._all, None))
        right.column.addWidget(scrolled(self._moves, "reveal_scroll"), 1)
        self._picture.setMaximumHeight(_PICTURE[0])
        self._texts.setFixedWidth(_LIST_WIDTH)
        cells = scrolled(holding(column(order, self._texts, None, spacing=12)), "reveal_cells")
        cells.setFixedWidth(_LIST_WIDTH + _BAR)
        self.setLayout(row(cells, (right, 1), spacing=12 - _BAR))
