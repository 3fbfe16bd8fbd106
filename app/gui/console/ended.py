"""The end: how the exercise ended, what each cell wanted, and the way to the report."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.core.book import Book
from app.core.outcome import ObjectiveResult, end_state, objectives
from app.core.polls import GapFigure, largest_gap
from app.core.state import State
from app.core.why import signed
from app.gui.console.panel import Desk, PhasePanel
from app.gui.layouts import KeyedColumn, column, holding, row, scrolled
from app.gui.theme import Look, TextStyle
from app.gui.widgets.card import Card
from app.gui.widgets.icon_text import IconText
from app.gui.widgets.seat_label import SeatLabel
from app.gui.widgets.text_label import TextLabel

_NAME_WIDTH, _WORD_WIDTH = 176, 150
_WORDS = {
    True: ("circle-check", "came about", "ok"),
    False: ("circle-dashed", "did not", "ink2"),
    None: ("users", "people must say", "ink2"),
}


class EndedPanel(PhasePanel):
    """Shows the end state with its epilogue and question, the objectives, the largest gap."""

    def __init__(self, book: Book, look: Look, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(book, look, desk, parent)
        self._name = TextLabel(look, "", TextStyle.H2, wrap=True)
        self._test = TextLabel(look, "", TextStyle.SMALL, "ink2", wrap=True)
        self._epilogue = TextLabel(look, "", TextStyle.SPEAKING, wrap=True)
        self._ask = TextLabel(look, "", TextStyle.SPEAKING, "ink2", wrap=True)
        self._gap = TextLabel(look, "", TextStyle.BODY, "ink2", wrap=True)
        self._rows = KeyedColumn[ObjectiveResult, Card](
            self._make_row, lambda _row, _result: None, spacing=0
        )
        self._lay_out()

    def set_view(self, state: State) -> None:
        """Show how it ended."""
        end = end_state(self.book, state)
        early = ", ended early" if state.ended_early else ""
        self._name.setText(f"{end.name}{early}")
        self._test.setText(f"{end.id}: {end.test}")
        self._epilogue.setText(end.epilogue)
        self._ask.setText(f"“{end.ask}”")
        self._rows.set_items((f"{r.seat}/{r.id}/{r.met}", r) for r in objectives(self.book, state))
        found = largest_gap(self.book, state)
        self._gap.setText("" if found is None else self._gap_words(found))

    def _gap_words(self, gap: GapFigure) -> str:
        name = self.book.name(gap.seat)
        return f"Largest gap: {name}, turn {gap.turn}, {signed(gap.gap)}, {gap.word}."

    def _make_row(self, result: ObjectiveResult) -> Card:
        name = self.book.name(result.seat)
        seat = SeatLabel(self.look, self.book.seat_index(result.seat), name)
        seat.setFixedWidth(_NAME_WIDTH)
        words = IconText(self.look, *_WORDS[result.met])
        words.setMinimumWidth(_WORD_WIDTH)
        made = Card("row", f"Objective of {name}")
        made.column.setContentsMargins(16, 8, 12, 8)
        text = TextLabel(self.look, result.text, TextStyle.BODY, wrap=True)
        made.column.addLayout(row(seat, (text, 1), words, spacing=12))
        return made

    def _lay_out(self) -> None:
        how = Card("surface", "How it ended")
        how.column.setContentsMargins(18, 16, 18, 16)
        how.column.addLayout(
            column(self._name, self._test, self._epilogue, self._ask, self._gap, spacing=8)
        )
        wanted = Card("surface", "What the cells wanted")
        wanted.column.setContentsMargins(0, 12, 0, 4)
        head = TextLabel(self.look, "What the cells wanted", TextStyle.STRONG)
        wanted.column.addLayout(row(head, None, margins=(16, 0, 16, 4)))
        wanted.column.addWidget(self._rows)
        body = column(how, wanted, None, spacing=12)
        self.setLayout(column(scrolled(holding(body), "ended_scroll")))
