"""The parts round a poll's lines: a block of them with its heading, and what the room sees."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.book import Book
from app.gui.console.panel import Desk
from app.gui.console.poll_rows import PollRow
from app.gui.console.poll_views import BlockView, ItemView, LineView
from app.gui.console.poll_words import WordsRow
from app.gui.layouts import KeyedColumn, column, row
from app.gui.theme import Look, TextStyle
from app.gui.widgets.card import Card
from app.gui.widgets.icon_text import IconText
from app.gui.widgets.text_label import TextLabel

Line = tuple[ItemView, LineView]
_HIDDEN = (
    "Any answer, median or range, by cell or person",
    "The gap, before this session’s policy opens it",
)


class PollBlock(QWidget):
    """Shows the lines of a block under its heading.

    Signals:
        entered(object): `Answers` of one line.
        finished: a line is full; the next one may have the keyboard.
    """

    entered = Signal(object)
    finished = Signal()

    def __init__(self, book: Book, look: Look, desk: Desk) -> None:
        super().__init__()
        self._book, self._look, self._desk = book, look, desk
        self._title = TextLabel(look, "", TextStyle.SMALL_STRONG)
        self._words = TextLabel(look, "", TextStyle.SMALL, "ink2")
        self._lines = KeyedColumn[Line, PollRow | WordsRow](
            self._make, lambda found, line: found.set_view(line[1])
        )
        head = Card("row", "Heading")
        head.column.setContentsMargins(16, 6, 16, 6)
        head.column.addLayout(row(self._title, None, self._words))
        self.setLayout(column(head, self._lines, spacing=0))

    def set_view(self, item: ItemView, block: BlockView) -> None:
        """Show the block as far as it was typed in."""
        self._title.setText(block.title)
        self._words.setText(block.words)
        self._lines.set_items((line.key, (item, line)) for line in block.lines)

    def rows(self) -> list[PollRow | WordsRow]:
        """Its lines, in order."""
        return list(self._lines.rows.values())

    def _make(self, line: Line) -> PollRow | WordsRow:
        item, view = line
        made: PollRow | WordsRow
        if item.kind == "words":
            made = WordsRow(self._book, self._look, self._desk, item, view, f"poll/{view.key}")
        else:
            made = PollRow(self._look, item, view)
        made.entered.connect(self.entered)
        made.finished.connect(self.finished)
        return made


class RoomSees(QWidget):
    """Shows side by side what the room sees of a poll and what it does not."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._count = self._line(look, "eye", "")
        question = self._line(look, "eye", "The question")
        hidden = [self._line(look, "eye-off", text) for text in _HIDDEN]
        sees = self._card(look, "The room sees", question, self._count)
        sees_not = self._card(look, "The room does not see", *hidden)
        self.setLayout(row((sees, 2), (sees_not, 3), spacing=12))

    def set_count(self, done: int, heads: int) -> None:
        """Show how many people have answered everything."""
        self._count.set_text(f"How many have answered: {done} of {heads}")

    @staticmethod
    def _line(look: Look, icon: str, text: str) -> IconText:
        return IconText(look, icon, text, "ink2", style=TextStyle.BODY, wrap=True)

    @staticmethod
    def _card(look: Look, title: str, *lines: QWidget) -> Card:
        card = Card("surface", title)
        card.column.setSpacing(6)
        card.column.addWidget(TextLabel(look, title, TextStyle.STRONG))
        for line in lines:
            card.column.addWidget(line)
        card.column.addStretch(1)
        return card
