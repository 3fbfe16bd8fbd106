"""The last notes: whose, what, when."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.core.book import Book
from app.core.state import State
from app.core.values import Note
from app.gui.console.panel import Desk
from app.gui.console.schedule import clock_of
from app.gui.layouts import KeyedColumn, column, row
from app.gui.theme import Look, TextStyle
from app.gui.widgets.card import Card
from app.gui.widgets.elided_label import ElidedLabel
from app.gui.widgets.seat_label import SeatGlyph
from app.gui.widgets.text_label import TextLabel

_SHOWN = 3


class LastNotes(QWidget):
    """Shows the latest three notes, the newest first, and how many there are."""

    def __init__(self, book: Book, look: Look, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._head = TextLabel(look, "Last notes", TextStyle.SMALL_STRONG, "ink2")
        self._count = TextLabel(look, "", TextStyle.SMALL, "ink2")
        self._rows = KeyedColumn[Note, _NoteRow](
            lambda note: _NoteRow(book, look, note), lambda row, note: row.set_note(note, desk)
        )
        self.setLayout(column(row(self._head, None, self._count), self._rows, None, spacing=4))
        self.setObjectName("last_notes")

    def set_view(self, state: State) -> None:
        """Show the notes as they stand."""
        latest = tuple(reversed(state.notes[-_SHOWN:]))
        self._rows.set_items((note.id, note) for note in latest)
        count = len(state.notes)
        self._head.setVisible(bool(count))
        self._count.setText("" if not count else "1 note" if count == 1 else f"{count} notes")


class _NoteRow(Card):
    """One note in a line; a quote in serif."""

    def __init__(self, book: Book, look: Look, note: Note) -> None:
        super().__init__("row", "Note")
        self._book = book
        quote = note.kind == "quote"
        self._glyph = SeatGlyph(look, 0, "", 12)
        self._text = ElidedLabel(look, "", TextStyle.NARRATIVE if quote else TextStyle.SMALL)
        self._time = TextLabel(look, "", TextStyle.SMALL, "ink2", even_digits=True)
        self.column.setContentsMargins(0, 7, 0, 7)
        line = row(self._glyph, (self._text, 1), self._time, spacing=8)
        line.setAlignment(self._time, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(line)

    def set_note(self, note: Note, desk: Desk) -> None:
        """Show the note as it now stands."""
        if note.seat:
            self._glyph.set_seat(self._book.seat_index(note.seat), self._book.name(note.seat))
        self._glyph.setVisible(bool(note.seat))
        text = desk.text(note.id)
        self._text.setText(f"“{text}”" if note.kind == "quote" else text)
        self._time.setText(clock_of(note.at))
