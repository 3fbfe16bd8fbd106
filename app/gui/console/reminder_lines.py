"""What cards of earlier turns have the facilitator remember in this phase: one quiet line each."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.core.book import Book
from app.core.reminders import reminders
from app.core.state import State
from app.gui.layouts import KeyedColumn, column
from app.gui.theme import Look
from app.gui.widgets.icon_text import IconText


class ReminderLines(QWidget):
    """Shows the reminders of the phase; takes no place where there are none. Private."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("reminders")
        self.setAccessibleName("Reminders")
        self._lines = KeyedColumn[str, IconText](
            lambda words: IconText(look, "lightbulb", words, wrap=True),
            lambda line, words: line.set_text(words),
            spacing=4,
        )
        self.setLayout(column(self._lines))
        self.hide()

    def set_view(self, book: Book | None, state: State) -> None:
        """Show what is to be remembered now; nothing without a book."""
        due = reminders(book, state) if book and state.is_started else ()
        self._lines.set_items((f"{state.turn}/{card}", f"{card}: {words}") for card, words in due)
        self.setVisible(bool(due))
