"""Discuss: what was noted, between the poles of each tension; insights; one sentence per cell."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.core.actions import EditObservation, HearSentence, Observe
from app.core.book import Book
from app.core.state import State
from app.core.values import Note
from app.gui.console.board import Board
from app.gui.console.board_views import Choice, board_view
from app.gui.console.insight_card import InsightCard
from app.gui.console.panel import Desk, PhasePanel
from app.gui.console.sentences import Sentences
from app.gui.layouts import column, holding, name_parts, row, scrolled
from app.gui.theme import Look, TextStyle
from app.gui.widgets.card import Rule
from app.gui.widgets.chips import Chip, ChipGroup
from app.gui.widgets.segmented import Segment, SegmentedSwitch
from app.gui.widgets.text_label import TextLabel

_WAYS = (Segment("columns", "Columns"), Segment("tension", "By tension"))
_THIS_TURN = "this turn"


class DiscussPanel(PhasePanel):
    """Shows the board and, always in view below it, one sentence per cell."""

    def __init__(self, book: Book, look: Look, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(book, look, desk, parent)
        self._state = State()
        self._way = SegmentedSwitch(look, "Order of the notes", _WAYS, answers=True)
        self._way.set_chosen("tension")
        name_parts(self._way, "discuss_way")
        seats = tuple(Chip(s.id, s.short, i) for i, s in enumerate(book.deck.seats))
        self._filter = ChipGroup(look, "Only these cells", seats, several=True, wraps=True)
        name_parts(self._filter, "discuss_seat")
        turn = (Chip(_THIS_TURN, "This turn"),)
        self._turn = ChipGroup(look, "Only this turn", turn, several=True)
        name_parts(self._turn, "discuss_turn")
        self._turn.set_selected(_THIS_TURN)
        self._count = TextLabel(look, "", TextStyle.SMALL, "ink2")
        self._insight = InsightCard(look, desk)
        self._board = Board(look)
        self._sentences = Sentences(book, look, desk)
        self._lay_out()
        self._connect()

    def set_view(self, state: State) -> None:
        """Show the notes and sentences as they stand."""
        self._state = state
        self._sentences.set_view(state)
        self._redraw()

    def focus_first(self) -> None:
        """Put the keyboard on the switch above the board."""
        self._sentences.focus_seat(0)

    def focus_seat(self, index: int) -> None:
        """Go to the sentence of the cell of this place in the deck."""
        self._sentences.focus_seat(index)

    def _redraw(self, *_: object) -> None:
        choice = Choice(
            by_tension=self._way.chosen_key() == "tension",
            seats=self._filter.selected(),
            this_turn=bool(self._turn.selected()),
        )
        view = board_view(self.book, self._state, self.desk.text, choice)
        self._count.setText(view.words)
        self._board.set_view(view)

    def _lay_out(self) -> None:
        head = row(self._way, 8, (self._filter, 1), self._turn, self._count, spacing=8)
        content = holding(column(self._insight, self._board, None, spacing=8))
        self._insight.hide()
        self.setLayout(
            column(
                head, (scrolled(content, "discuss_scroll"), 1), Rule(), self._sentences, spacing=8
            )
        )

    def _connect(self) -> None:
        self._way.chosen.connect(self._redraw)
        self._filter.chosen.connect(self._redraw)
        self._turn.chosen.connect(self._redraw)
        self._board.edited.connect(self._edit)
        self._board.promote_requested.connect(self._promote)
        self._insight.written.connect(self._write)
        self._sentences.heard.connect(self._hear)

    def _edit(self, note: Note) -> None:
        self.note_requested.emit(EditObservation(note), self.desk.text(note.id))

    def _promote(self, note: Note) -> None:
        self._insight.open(note, self.desk.text(note.id))

    def _write(self, note: Note, claim: str) -> None:
        self.note_requested.emit(Observe(note), claim)

    def _hear(self, seat: str, text: str) -> None:
        self.action_requested.emit(HearSentence(seat, text))
