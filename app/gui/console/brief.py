"""Brief: pictures of what is read out, injects that are due, private papers, speaking notes."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from app.core.actions import PassOverInjects, ReleaseInject
from app.core.book import Book
from app.core.injects import due_conditionals, due_optionals, told_seats
from app.core.state import State
from app.core.values import Item
from app.deck.model import Inject
from app.gui.console.inject_rows import DueRow, PaperRow
from app.gui.console.panel import Desk, PhasePanel
from app.gui.console.picture_tile import PictureTile
from app.gui.console.seat_sheet import HoldButton
from app.gui.console.speaking_notes import SpeakingNotes
from app.gui.layouts import KeyedColumn, column, holding, row, scrolled
from app.gui.theme import Look, TextStyle
from app.gui.widgets.buttons import Button, Kind
from app.gui.widgets.card import Card
from app.gui.widgets.text_label import TextLabel
from app.gui.widgets.wrapped_row import WrappedRow


class BriefPanel(PhasePanel):
    """Shows a turn's beginning. The scheduled injects are out by themselves; the room sees none
    of them before *Show*.
    """

    def __init__(self, book: Book, look: Look, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(book, look, desk, parent)
        self._state: State | None = None
        self._staged: Item | None = None
        self._tiles = KeyedColumn[Item, PictureTile](
            self._make_tile, self._update_tile, spacing=16, horizontal=True
        )
        self._due = KeyedColumn[Inject, DueRow](
            self._make_due, lambda widget, _inject: widget.update(), spacing=0
        )
        self._papers = KeyedColumn[tuple[Inject, str], PaperRow](
            self._make_paper, self._update_paper, spacing=0
        )
        self._due_card = self._build_due()
        self._papers_card = self._build_papers()
        self._notes = SpeakingNotes(look)
        tiles = holding(row(self._tiles, None))
        new = row(self._build_new(), None)
        parts = (tiles, self._due_card, holding(new), self._papers_card, self._notes)
        self._scroll = scrolled(holding(column(*parts, None, spacing=12)), "brief_scroll")
        self.setLayout(column(self._scroll))

    @override
    def set_view(self, state: State) -> None:
        self._state = state
        released = [self.book.injects[release.inject].inject for release in state.now.releases]
        public = [inject for inject in released if inject.is_public]
        private = [(i, seat) for i in released for seat in told_seats(self.book, i)]
        self._tiles.set_items(
            (inject.id, Item("inject", state.turn, inject.id)) for inject in public
        )
        self._papers.set_items((f"{i.id}/{seat}", (i, seat)) for i, seat in private)
        self._show_due(state)
        texts = self.book.procedures_of(state.turn)
        self._notes.set_notes(self.book.turn(state.turn), tuple(released), texts)

    @override
    def set_staged(self, item: Item | None) -> None:
        self._staged = item
        for tile_item, tile in zip(self._items(), self._tiles.rows.values(), strict=False):
            tile.set_staged(tile_item == item)

    @override
    def focus_first(self) -> None:
        first = next(iter(self._tiles.rows.values()), None)
        (first or self).setFocus()
        self._go_to_top()
        QTimer.singleShot(0, self, self._go_to_top)  # once the parts have their new places

    @override
    def focus_again(self) -> None:
        first = next(iter(self._tiles.rows.values()), None)
        (first or self).setFocus()

    def _go_to_top(self) -> None:
        self._scroll.verticalScrollBar().setValue(0)

    def _items(self) -> list[Item]:
        turn = self._state.turn if self._state else 0
        return [Item("inject", turn, key) for key in self._tiles.rows]

    def _show_due(self, state: State) -> None:
        conditional = due_conditionals(self.book, state)
        optional = due_optionals(self.book, state)
        injects = [self.book.injects[name].inject for name in (*conditional, *optional)]
        self._due.set_items((inject.id, inject) for inject in injects)
        self._due_card.setVisible(bool(injects))
        self._none.setVisible(bool(conditional))
        self._due_words.setText(self._choice_words(conditional))

    def _choice_words(self, conditional: tuple[str, ...]) -> str:
        """What can be chosen, and what happens by itself."""
        if not conditional:
            return "At your choice."
        first = self.book.titles[conditional[0]]
        choice = "Release one, or none." if len(conditional) > 1 else "Release it, or none."
        return f"{choice} If you choose nothing, {first} goes out when deliberation starts."

    def _make_tile(self, item: Item) -> PictureTile:
        inject = self.book.injects[item.ref].inject
        words = f"{inject.source}, {inject.medium}"
        made = PictureTile(self.look, inject.title, words, f"stage_{inject.id}")
        made.clicked.connect(lambda: self.stage_requested.emit(item))
        return made

    def _update_tile(self, tile: PictureTile, item: Item) -> None:
        if self._state is not None:
            tile.set_item(self.book, self._state, item, self.desk)
            tile.set_staged(item == self._staged)

    def _make_due(self, inject: Inject) -> DueRow:
        made = DueRow(self.book, self.look, inject)
        made.release_requested.connect(lambda: self.action_requested.emit(ReleaseInject(inject.id)))
        return made

    def _make_paper(self, paper: tuple[Inject, str]) -> PaperRow:
        made = PaperRow(self.book, self.look, *paper)
        made.held.connect(lambda held: self.seat_sheet_requested.emit(paper[1] if held else ""))
        return made

    def _update_paper(self, row: PaperRow, paper: tuple[Inject, str]) -> None:
        """Show the wording that was given, which may be this session's own."""
        releases = self._state.now.releases if self._state else ()
        texts = {release.inject: release.text for release in releases}
        row.set_text(texts.get(paper[0].id) or paper[0].text)

    def _build_due(self) -> Card:
        card = Card("surface", "Due")
        self._none = Button(self.look, "None this turn", Kind.OUTLINE)
        self._none.setObjectName("release_none")
        self._none.clicked.connect(lambda: self.action_requested.emit(PassOverInjects()))
        self._due_words = TextLabel(self.look, "", TextStyle.SMALL, "ink2", wrap=True)
        head = TextLabel(self.look, "Due", TextStyle.STRONG)
        card.column.setContentsMargins(0, 10, 0, 4)
        card.column.setSpacing(8)
        card.column.addLayout(
            row(head, (self._due_words, 1), self._none, spacing=10, margins=(16, 0, 12, 0))
        )
        card.column.addWidget(self._due)
        return card

    def _build_new(self) -> Button:
        new = Button(self.look, "New inject …", Kind.LINK)
        new.setObjectName("brief_new_inject")
        new.clicked.connect(self.new_inject_requested)
        return new

    def _build_papers(self) -> Card:
        card = Card("surface", "Private papers")
        head = TextLabel(self.look, "Private papers", TextStyle.STRONG)
        words = "By seat sheet, or on this screen while you hold the button. Never in the room."
        hint = TextLabel(self.look, words, TextStyle.SMALL, "ink2", wrap=True)
        card.column.setContentsMargins(0, 10, 0, 4)
        card.column.setSpacing(8)
        card.column.addLayout(row(head, (hint, 1), spacing=10, margins=(16, 0, 12, 0)))
        card.column.addWidget(self._papers)
        card.column.addLayout(self._sheets_row())
        return card

    def _sheets_row(self) -> QHBoxLayout:
        """Every cell's seat sheet, whether it has a paper or not."""
        sheets = WrappedRow(spacing=8)
        for seat in self.book.deck.seats:
            hold = HoldButton(self.look, seat.short)
            hold.setObjectName(f"seat_sheet_{seat.id}")
            hold.setAccessibleName(f"Hold to show its seat sheet to {seat.name}")
            hold.held.connect(
                lambda held, seat=seat.id: self.seat_sheet_requested.emit(seat if held else "")
            )
            sheets.addWidget(hold)
        label = TextLabel(self.look, "Hold for a sheet", TextStyle.SMALL, "ink2")
        return row(label, (holding(sheets), 1), spacing=8, margins=(16, 2, 12, 8))
