"""One cell's answers in words: at most twelve a person, with a tension."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from app.core.book import Book
from app.core.decide.poll import MOST_WORDS
from app.core.values import Answers
from app.gui.console.change_fields import pick
from app.gui.console.panel import Desk
from app.gui.console.poll_views import ItemView, LineView
from app.gui.console.tags import read_tags
from app.gui.layouts import KeyedColumn, column, flat, row
from app.gui.theme import Look, TextStyle
from app.gui.widgets.buttons import icon_button
from app.gui.widgets.card import Card
from app.gui.widgets.icon_text import IconText
from app.gui.widgets.line_edit import LineEdit
from app.gui.widgets.seat_label import SeatLabel
from app.gui.widgets.text_label import TextLabel

_NAME_WIDTH, _COUNT_WIDTH = 176, 150
Words = tuple[int, str, str]


class WordsRow(Card):
    """Shows what the people of a cell wrote, and a line for the next of them.

    Signals:
        entered(object): `Answers`, with one person more or less.
        finished: everybody has answered; the next cell may have the keyboard.
    """

    entered = Signal(object)
    finished = Signal()

    def __init__(
        self, book: Book, look: Look, desk: Desk, item: ItemView, view: LineView, place: str
    ) -> None:
        super().__init__("row", view.label)
        self._book, self._look, self._desk, self._place = book, look, desk, place
        self._view = view
        name = f"{view.item}_{view.seat}"
        self._name = name
        self.seat = SeatLabel(look, view.seat_index, view.label)
        self.seat.setFixedWidth(_NAME_WIDTH)
        self._said = KeyedColumn[Words, _Said](self._make_said, lambda _row, _words: None)
        self.line = LineEdit(look, f"{item.short}: {view.label}", "", TextStyle.NARRATIVE)
        self.line.setObjectName(f"poll_{name}")
        self.line.setText(desk.draft(place))
        tensions = tuple((t.id, f"{t.id} {t.name}") for t in book.deck.tensions)
        self._tension = pick("Tension", f"poll_tension_{name}", (("", "No tension"), *tensions))
        self._tension.setFixedWidth(150)
        self._count = IconText(look, "circle-dashed", "", "ink2")
        self._lay_out()
        self.line.textEdited.connect(self._on_typed)
        self.line.entered.connect(self._enter)
        self.line.saved.connect(self._enter)
        self.set_view(view)

    @property
    def needs_answers(self) -> bool:
        """Whether somebody of this cell has not answered."""
        return self._view.done < self._view.heads

    def set_view(self, view: LineView) -> None:
        """Show what was entered."""
        self._view = view
        said = view.answers.words if view.answers else ()
        self._said.set_items(
            (f"{place}/{text}", (place, text, tension))
            for place, (text, tension) in enumerate(said)
        )
        full = view.done >= view.heads
        self.line.setVisible(not full)
        self._tension.setVisible(not full)
        self.line.setPlaceholderText(f"Person {view.done + 1} of {view.heads}")
        self._say_count()

    def focus_first(self) -> None:
        """Put the keyboard into the line."""
        self.line.setFocus()

    @property
    def seat_index(self) -> int:
        """The cell's place in the deck."""
        return self._view.seat_index

    def _say_count(self) -> None:
        view = self._view
        people = "1 person" if view.heads == 1 else f"{view.heads} people"
        words = len(read_tags(self._book, self.line.text()).text.split())
        if words > MOST_WORDS:
            self._count.set_all("triangle-alert", f"{words} words, at most {MOST_WORDS}", "warn")
        elif view.done >= view.heads:
            self._count.set_all("circle-check", f"{view.done} of {people}", "ok")
        else:
            self._count.set_all("circle-dashed", f"{view.done} of {people}", "ink2")

    def _on_typed(self, text: str) -> None:
        self._desk.keep_draft(self._place, text)
        self._say_count()

    def _enter(self, typed: str) -> None:
        tagged = read_tags(self._book, typed)
        if not tagged.text:
            self.finished.emit()
            return
        if len(tagged.text.split()) > MOST_WORDS:
            self._say_count()
            return
        tension = next(iter(tagged.tensions), "") or self._tension.currentData()
        self.line.clear()
        self._tension.setCurrentIndex(0)
        self._desk.keep_draft(self._place, "")
        self._ask((*self._words(), (tagged.text, tension)))
        if not self.needs_answers:
            self.finished.emit()

    def _take_out(self, place: int) -> None:
        words = self._words()
        self._ask(words[:place] + words[place + 1 :])
        self.focus_first()

    def _words(self) -> tuple[tuple[str, str], ...]:
        return self._view.answers.words if self._view.answers else ()

    def _ask(self, words: tuple[tuple[str, str], ...]) -> None:
        self.entered.emit(Answers(self._view.item, self._view.seat, words=words))

    def _make_said(self, words: Words) -> _Said:
        place, text, tension = words
        made = _Said(self._look, text, tension, f"poll_take_out_{self._name}_{place}")
        made.take_out.connect(lambda: self._take_out(place))
        return made

    def _lay_out(self) -> None:
        self.column.setContentsMargins(16, 6, 10, 6)
        typed = row((self.line, 1), self._tension, spacing=6)
        line = row(spacing=6)
        line.addWidget(self.seat, 0, Qt.AlignmentFlag.AlignTop)
        self.seat.setMinimumHeight(36)
        self._count.setFixedSize(_COUNT_WIDTH, 36)
        line.addLayout(column(self._said, typed, spacing=4), 1)
        line.addSpacing(8)
        line.addWidget(self._count, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(line)


class _Said(Card):
    """What one person wrote."""

    take_out = Signal()

    def __init__(self, look: Look, text: str, tension: str, object_name: str) -> None:
        super().__init__("row", text)
        words = TextLabel(look, f"“{text}”", TextStyle.NARRATIVE, wrap=True)
        tag = flat(TextLabel(look, tension, TextStyle.MICRO, "tag"))
        button = icon_button(look, "x", f"Take out “{text}”")
        button.setObjectName(object_name)
        button.clicked.connect(self.take_out)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addLayout(row((words, 1), tag, button, spacing=6))
        if not tension:
            tag.hide()
