"""Off the card: the card on which the facilitator writes what a cell does of its own.

What is typed is kept for each cell until it is written into the hand-in or put away. What the rules
refuse is said beside its field.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from app.core.actions import Refusal
from app.core.book import Book
from app.core.legal import effort
from app.core.own import bounds_of, writers
from app.core.state import State
from app.gui.console.change_fields import pick
from app.gui.console.drafts import kept
from app.gui.console.echo import Echo
from app.gui.console.form_lines import refusal_words
from app.gui.console.free_draft import FreeDraft, draft_of, judged, reopened
from app.gui.console.free_fields import FreeFields
from app.gui.console.panel import Desk
from app.gui.layouts import holding, name_parts, row, scrolled
from app.gui.theme import Look, TextStyle
from app.gui.widgets.buttons import Button, Kind, icon_button
from app.gui.widgets.card import Card
from app.gui.widgets.chips import Chip, ChipGroup
from app.gui.widgets.keys import is_escape
from app.gui.widgets.text_label import TextLabel

_FEW = 5
WAITS = "A card is being written. Write it into the hand-in, or leave it."


class FreeMoveCard(Card):
    """Shows the fields for one card of a cell's own.

    Signals:
        written(object): a `WriteFreeMove` that the rules take.
        taken_back(str): the card to take out of the hand-in.
        opened_changed(bool): it is up now, or no longer.
        changed: `waits_for` may answer otherwise.
    """

    written = Signal(object)
    taken_back = Signal(str)
    opened_changed = Signal(bool)
    changed = Signal()

    def __init__(self, book: Book, look: Look, desk: Desk) -> None:
        super().__init__("surface", "Off the card")
        self._book, self._desk = book, desk
        self._state = State()
        self._draft = FreeDraft("")
        self._turn = 0
        self._has_tried = False
        self._build(look)
        self._connect()
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether a card is being written."""
        return not self.isHidden()

    def open(self, seat: str = "", move: str = "") -> None:
        """Write a new card of a seat (the first that may, where none is named), or change one."""
        may = [s for s in writers(self._book) if not self._state.setup.is_empty(s)]
        seat = seat or next(iter(may), "")
        fresh = draft_of(self._state, move) if move else FreeDraft(seat)
        if fresh is None or not fresh.seat:
            return
        self._turn = self._state.turn
        self._take(kept(self._desk.draft(fresh.place), fresh))
        self._offer_seats(tuple(may), fixed=bool(move))
        self.show()
        self.opened_changed.emit(True)
        self.fields.focus_first()

    def close_card(self) -> None:
        """Put the card away. What is typed stays for the next time."""
        if self.is_open:
            self.hide()
            self.opened_changed.emit(False)

    def set_view(self, state: State) -> None:
        """Judge what is filled in by the state as it stands."""
        self._state = state
        if not self.is_open:
            return
        is_gone = self._draft.id and draft_of(state, self._draft.id) is None
        if is_gone or state.turn != self._turn:
            self.close_card()
        else:
            self._judge()

    def waits_for(self) -> str:
        """Why the phase must wait for this card; empty where it need not."""
        return WAITS if self.is_open and self._draft.is_begun else ""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_escape(event):
            self.close_card()
        else:
            super().keyPressEvent(event)

    # --- what happens --------------------------------------------------------------------------

    def _take(self, draft: FreeDraft) -> None:
        self._draft, self._has_tried = draft, False
        self.fields.set_draft(draft)
        self._title.setText("Off the card" if not draft.id else f"Off the card: {draft.id}")
        self._write.set_label("Change the card" if draft.id else "Add the card")
        self._back.setVisible(bool(draft.id))
        self._judge()

    def _on_changed(self) -> None:
        self._draft = self.fields.draft()
        self._desk.keep_draft(self._draft.place, self._draft.as_text())
        self._judge()

    def _judge(self) -> Refusal | None:
        """Say what the rules say. A refusal is told once the card was tried."""
        state, draft = reopened(self._state, self._draft.seat), self._draft
        account = effort(self._book, self._state, draft.seat)
        self._left.setText(f"{account.left} of {account.budget} effort left".replace("-", "−"))
        found = judged(self._book, state, draft)
        self._reset.setEnabled(draft.is_begun)
        self.changed.emit()
        if not isinstance(found, Refusal):
            self.fields.tell(None)
            self._echo.set_words(found[2], found[1], found[0])
            return None
        has_place = self.fields.tell(found if self._has_tried else None)
        words = "" if has_place else refusal_words(found)
        self._echo.set_words("", words, "warn" if words else "ink2")
        return found

    def _on_write(self) -> None:
        self._has_tried = True
        refusal = self._judge()
        if refusal is not None:
            self.fields.go_to(refusal)
            return
        draft, before = self._draft, self._state
        self.written.emit(draft.action(before))
        if self._state is not before:  # else it could not be recorded, and stays as it is typed
            self._desk.keep_draft(draft.place, "")
            self.close_card()

    def _offer_seats(self, may: tuple[str, ...], *, fixed: bool) -> None:
        """Whose card it can be: chips for a few seats, a list for many."""
        seats = [(i, s) for i, s in enumerate(self._book.deck.seats) if s.id in may]
        are_few = len(seats) <= _FEW
        self._who.set_chips(tuple(Chip(s.id, s.short, i) for i, s in seats) if are_few else ())
        name_parts(self._who, "free_seat")
        self._who.set_selected(self._draft.seat)
        self._list.clear()
        for _, seat in seats:
            self._list.addItem(seat.name, seat.id)
        self._list.setCurrentIndex(self._list.findData(self._draft.seat))
        self._who.setVisible(are_few)
        self._list.setVisible(not are_few)
        for part in (self._who, self._list):
            part.setEnabled(not fixed)

    def _on_seat(self, seat: str) -> None:
        if seat != self._draft.seat:
            fresh = FreeDraft(seat)
            self._take(kept(self._desk.draft(fresh.place), fresh))

    def _on_reset(self) -> None:
        self._desk.keep_draft(self._draft.place, "")
        draft = self._draft
        self._take(draft_of(self._state, draft.id) or FreeDraft(draft.seat))
        self.fields.focus_first()

    def _on_back(self) -> None:
        move = self._draft.id
        self._desk.keep_draft(self._draft.place, "")
        self.close_card()
        self.taken_back.emit(move)

    # --- layout --------------------------------------------------------------------------------

    def _build(self, look: Look) -> None:
        self.fields = FreeFields(self._book, look)
        self._title = TextLabel(look, "", TextStyle.TITLE)
        self._who = ChipGroup(look, "Whose card")
        self._list = pick("Whose card", "free_seats", ())
        self._left = TextLabel(look, "", TextStyle.SMALL_STRONG, even_digits=True)
        self._close = icon_button(look, "x", "Back to the hand-in; what is typed is kept")
        self._close.setObjectName("free_close")
        said = TextLabel(look, bounds_of(self._book.deck).text, TextStyle.SMALL, "ink2", wrap=True)
        self._echo = Echo(look, "What is written")
        self._write = Button(look, "Add the card", Kind.INK, "check")
        self._write.setObjectName("free_write")
        self._back = Button(look, "Take back", Kind.GHOST, "trash-2")
        self._back.setObjectName("free_take_back")
        self._reset = Button(look, "Start over", Kind.LINK)
        self._reset.setObjectName("free_reset")
        self.column.setSpacing(8)
        self.column.addLayout(
            row(self._title, self._who, self._list, None, self._left, self._close)
        )
        self.column.addWidget(said)
        said.setVisible(self._book.deck.free_moves is not None)
        self.column.addWidget(scrolled(holding(row(self.fields)), "free_scroll"), 1)
        self.column.addLayout(row((self._echo, 1), self._reset, self._back, self._write))

    def _connect(self) -> None:
        self.fields.changed.connect(self._on_changed)
        self.fields.saved.connect(self._on_write)
        self.fields.escaped.connect(self.close_card)
        self._who.chosen.connect(self._on_seat)
        self._list.activated.connect(lambda _place: self._on_seat(self._list.currentData()))
        self._write.clicked.connect(self._on_write)
        self._back.clicked.connect(self._on_back)
        self._reset.clicked.connect(self._on_reset)
        self._close.clicked.connect(self.close_card)
