"""The moves of one cell as the facilitator turns them over: public wording to edit, quiet ones
behind a lock.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.core.book import Book
from app.core.line_sentence import row_words
from app.core.values import PlayedMove
from app.gui.console.panel import Desk
from app.gui.layouts import KeyedColumn, column, row
from app.gui.theme import Look, TextStyle
from app.gui.widgets.card import Card
from app.gui.widgets.elided_label import ElidedLabel
from app.gui.widgets.icon_text import IconText
from app.gui.widgets.note_edit import NoteEdit
from app.gui.widgets.text_label import TextLabel

QUIET_WORDS = "Quiet: the room reads “some quiet activity”, however many there are."
_ID_WIDTH = 34


@dataclass(frozen=True, slots=True)
class MoveView:
    """A move as it was handed in: what the card says to the room unless it is reworded."""

    turn: int
    play: PlayedMove
    title: str
    words: str
    printed: str

    @property
    def wording(self) -> str:
        """What the room reads."""
        return self.play.wording or self.printed

    @property
    def place(self) -> str:
        """Where a draft of another wording is kept."""
        return f"wording/{self.turn}/{self.play.move}"


def move_view(book: Book, turn: int, play: PlayedMove) -> MoveView:
    """A play with the words of its card."""
    card = book.move(play.move)
    words = row_words(book, play, is_closed=True)
    return MoveView(turn, play, card.title, words, card.public or card.text)


class RevealMoves(QWidget):
    """Shows the moves of a cell.

    Signals:
        reworded(str, str): the move's id and its new public wording.
        typed: a wording is being typed; the desk has its draft.
    """

    reworded = Signal(str, str)
    typed = Signal()

    def __init__(self, look: Look, desk: Desk) -> None:
        super().__init__()
        self._look, self._desk = look, desk
        self._column = KeyedColumn[MoveView, _MoveRow](
            self._make, lambda found, v: found.set_view(v)
        )
        self._none = TextLabel(look, "No moves are entered for this cell.", TextStyle.BODY, "ink2")
        self.setLayout(column(self._column, self._none, None, spacing=0))

    def set_views(self, views: tuple[MoveView, ...]) -> None:
        """Show these moves."""
        self._column.set_items((view.place, view) for view in views)
        self._none.setVisible(not views)

    def _make(self, view: MoveView) -> _MoveRow:
        made = _MoveRow(self._look, self._desk, view)
        made.reworded.connect(self.reworded)
        made.typed.connect(self.typed)
        return made


class _MoveRow(Card):
    """One move: id, title, how it is played, and its public wording."""

    reworded = Signal(str, str)
    typed = Signal()

    def __init__(self, look: Look, desk: Desk, view: MoveView) -> None:
        super().__init__("row", view.title)
        self._desk, self._view = desk, view
        name = TextLabel(look, view.play.move, TextStyle.SMALL, "ink3")
        name.setFixedWidth(_ID_WIDTH)
        self._words = ElidedLabel(look, view.words, TextStyle.SMALL, "ink2")
        self._field: NoteEdit | None = None
        second: QWidget
        if view.play.channel == "quiet":
            second = IconText(look, "lock", QUIET_WORDS, "ink2")
        else:
            self._field = self._make_field(look, view)
            second = self._field
        title = TextLabel(look, view.title, TextStyle.BUTTON)
        texts = column(row(title, (self._words, 1), spacing=10), second, spacing=4)
        line = row(spacing=4)
        line.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(texts, 1)
        self.column.setContentsMargins(0, 8, 0, 8)
        self.column.addLayout(line)

    def set_view(self, view: MoveView) -> None:
        """Show the move as it stands; what is being typed is left alone."""
        before, self._view = self._view, view
        self._words.setText(view.words)
        if self._field is not None and before.wording != view.wording:
            self._field.set_text(view.wording)

    def _make_field(self, look: Look, view: MoveView) -> NoteEdit:
        field = NoteEdit(look, f"What the room reads of {view.title}", lines=(1, 3))
        field.setObjectName(f"reveal_wording_{view.play.move}")
        field.set_text(self._desk.draft(view.place) or view.wording)
        field.edited.connect(self._keep)
        field.saved.connect(self._save)
        field.left.connect(lambda: self._save(field.text()))
        return field

    def _keep(self, text: str) -> None:
        changed = text.strip() != self._view.wording
        self._desk.keep_draft(self._view.place, text if changed else "")
        self.typed.emit()

    def _save(self, text: str) -> None:
        if not text:
            if self._field is not None:
                self._field.set_text(self._view.wording)
        elif text != self._view.wording:
            self.reworded.emit(self._view.play.move, text)
        self._desk.keep_draft(self._view.place, "")
        self.typed.emit()
