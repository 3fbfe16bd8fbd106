"""One sentence from each cell, written down as it is said."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.core.book import Book
from app.core.state import State
from app.gui.console.panel import Desk
from app.gui.layouts import column, is_on_top, row
from app.gui.theme import Look, TextStyle
from app.gui.widgets.note_edit import NoteEdit
from app.gui.widgets.seat_label import SeatLabel
from app.gui.widgets.text_label import TextLabel

_ACROSS = 5
"""As many fields stand side by side; with more cells there are two lines of them."""


class Sentences(QWidget):
    """Shows a field for each cell; Ctrl+Enter or leaving it writes the sentence down.

    Signals:
        heard(str, str): the seat and its sentence.
    """

    heard = Signal(str, str)

    def __init__(self, book: Book, look: Look, desk: Desk) -> None:
        super().__init__()
        self._book, self._desk = book, desk
        self._state = State()
        self._fields: dict[str, NoteEdit] = {}
        self._count = TextLabel(look, "", TextStyle.SMALL, "ink2")
        cells = QGridLayout()
        cells.setHorizontalSpacing(12)
        cells.setVerticalSpacing(6)
        seats = book.deck.seats
        across = len(seats) if len(seats) <= _ACROSS else -(-len(seats) // 2)
        for index, seat in enumerate(seats):
            field = NoteEdit(look, f"One sentence from {seat.name}", "Not yet", lines=(2, 3))
            field.setObjectName(f"sentence_{seat.id}")
            field.edited.connect(lambda text, seat=seat.id: self._keep(seat, text))
            field.saved.connect(lambda _text, seat=seat.id: self._save(seat))
            field.left.connect(lambda seat=seat.id: self._save(seat))
            self._fields[seat.id] = field
            label = SeatLabel(look, index, seat.short, TextStyle.SMALL_STRONG)
            cells.addLayout(column(label, field, None, spacing=4), index // across, index % across)
            cells.setColumnStretch(index % across, 1)
        title = TextLabel(look, "One sentence per cell", TextStyle.TITLE)
        self.setLayout(column(row(title, None, self._count), cells, spacing=6))

    def set_view(self, state: State) -> None:
        """Show what was heard; what is being typed is left alone."""
        before, self._state = self._state, state
        said = dict(state.now.sentences)
        was = (
            dict(before.now.sentences) if before.turn == state.turn and before.is_started else None
        )
        for seat, field in self._fields.items():
            text = said.get(seat, "")
            if was is None or text != was.get(seat, ""):
                field.set_text(text or self._desk.draft(self._place(seat)))
        heard = sum(1 for text in said.values() if text)
        self._count.setText(f"{heard} of {len(self._fields)} heard")

    def focus_seat(self, index: int) -> None:
        """Go to the field of the cell of this place in the deck."""
        fields = list(self._fields.values())
        if 0 <= index < len(fields):
            fields[index].setFocus()

    def _place(self, seat: str) -> str:
        return f"sentence/{self._state.turn}/{seat}"

    def _keep(self, seat: str, text: str) -> None:
        said = dict(self._state.now.sentences).get(seat, "")
        self._desk.keep_draft(self._place(seat), "" if text.strip() == said else text)

    def _save(self, seat: str) -> None:
        if not is_on_top(self):  # the turn has gone on: what was typed stays a draft of its own
            return
        text = self._fields[seat].text()
        self._desk.keep_draft(self._place(seat), "")
        if text != dict(self._state.now.sentences).get(seat, ""):
            self.heard.emit(seat, text)
