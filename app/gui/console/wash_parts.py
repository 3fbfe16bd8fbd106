"""What stands inside the steps of the hot wash: poll, concerns, tensions, strengths, follow-up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, get_args

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.book import Book
from app.core.polls import GapFigure, all_gaps, largest_gap
from app.core.state import State
from app.core.values import FollowUp, Item
from app.core.why import signed
from app.gui.console.gap_chart import ChartView, GapChart
from app.gui.console.wash_steps import speaking_order
from app.gui.layouts import KeyedColumn, column, holding, row
from app.gui.theme import Look, TextStyle
from app.gui.widgets.buttons import Button, Kind, outline_button
from app.gui.widgets.card import Card
from app.gui.widgets.icon_text import IconText
from app.gui.widgets.line_edit import LineEdit
from app.gui.widgets.seat_label import SeatGlyph, SeatLabel
from app.gui.widgets.text_label import TextLabel
from app.gui.widgets.wrapped_row import WrappedRow

_SIDE_BY_SIDE = 5
"""Up to so many cells have their charts in one line."""
WashNote = Literal["strength", "difficulty"]
_NOTES: tuple[WashNote, ...] = get_args(WashNote)


class GapPart(QWidget):
    """Shows who speaks when, the charts, and a button for each turn's gap.

    Signals:
        stage_requested(object): an `Item` to make ready.
    """

    stage_requested = Signal(object)

    def __init__(self, book: Book, look: Look) -> None:
        super().__init__()
        self._book, self._look = book, look
        speakers = WrappedRow(spacing=12)
        for place, seat in enumerate(speaking_order(book), start=1):
            name = book.seat(seat).short
            glyph = SeatGlyph(look, book.seat_index(seat), name)
            numbered = TextLabel(look, f"{place} {name}", TextStyle.BUTTON)
            speakers.addWidget(holding(row(glyph, numbered)))
        who = TextLabel(look, "Who speaks", TextStyle.SMALL, "ink2")
        order = row(who, (holding(speakers), 1), spacing=12)
        many = len(book.deck.seats) > _SIDE_BY_SIDE
        self._charts = KeyedColumn[ChartView, QWidget](
            self._make_chart, self._dress_chart, spacing=16, horizontal=not many, wraps=many
        )
        self._turns = KeyedColumn[int, Button](
            self._make_turn, lambda _button, _turn: None, spacing=6, horizontal=True
        )
        self._largest = TextLabel(look, "", TextStyle.SMALL, "ink2")
        key = "Shape: felt, with range. Ring: expected."
        legend = row(TextLabel(look, key, TextStyle.SMALL, "ink2"), None, self._largest)
        stage = row(TextLabel(look, "Make ready", TextStyle.SMALL, "ink2"), self._turns, None)
        charts = self._charts if many else row(self._charts, None)
        self.setLayout(column(order, charts, legend, stage, spacing=8))

    def set_view(self, state: State) -> None:
        """Show the figures of every turn."""
        figures = all_gaps(self._book, state)
        seats = tuple(dict.fromkeys(figure.seat for figure in figures))
        turns = max((record.number for record in state.turns), default=1)
        self._charts.set_items((seat, self._chart(seat, figures, turns)) for seat in seats)
        measured = tuple(dict.fromkeys(figure.turn for figure in figures))
        self._turns.set_items((str(turn), turn) for turn in measured)
        largest = largest_gap(self._book, state)
        if largest is None:
            self._largest.setText("No answers from both sides.")
        else:
            name = self._book.seat(largest.seat).short
            words = f"turn {largest.turn}, {signed(largest.gap)}, {largest.word}"
            self._largest.setText(f"Largest gap: {name}, {words}")

    def _chart(self, seat: str, figures: Sequence[GapFigure], turns: int) -> ChartView:
        own = tuple(figure for figure in figures if figure.seat == seat)
        return ChartView(seat, self._book.seat_index(seat), own, turns)

    def _make_chart(self, view: ChartView) -> QWidget:
        seat = SeatLabel(self._look, view.seat_index, self._book.name(view.seat))
        made = QWidget()
        made.setLayout(column(seat, GapChart(self._look, view), spacing=4))
        return made

    @staticmethod
    def _dress_chart(made: QWidget, view: ChartView) -> None:
        chart = made.findChild(GapChart)
        if chart is not None:
            chart.set_view(view)

    def _make_turn(self, turn: int) -> Button:
        button = Button(self._look, f"Gap, turn {turn}", Kind.CHIP)
        button.setObjectName(f"wash_gap_{turn}")
        button.clicked.connect(lambda: self.stage_requested.emit(Item("gap", turn)))
        return button


class ConcernsPart(QWidget):
    """Shows each cell's private card; pressing reveals it and shows it in the room.

    Signals:
        revealed(str): the seat whose card goes up.
    """

    revealed = Signal(str)

    def __init__(self, book: Book, look: Look) -> None:
        super().__init__()
        self._rows: dict[str, tuple[IconText, Button]] = {}
        lines = column(spacing=0)
        for seat in speaking_order(book):
            found = book.seat(seat)
            label = SeatLabel(look, book.seat_index(seat), found.name)
            label.setFixedWidth(150)
            text = TextLabel(look, " ".join(found.concerns), TextStyle.SMALL, "ink2", wrap=True)
            state = IconText(look, "lock", "", "ink2")
            show = Button(look, "Show", Kind.SHOW_OUTLINE, "monitor-play")
            show.setObjectName(f"wash_concern_{seat}")
            show.setAccessibleName(f"Show the concern of {found.name}")
            show.clicked.connect(lambda _checked=False, seat=seat: self.revealed.emit(seat))
            card = Card("row", f"Concern of {found.name}")
            card.column.setContentsMargins(0, 7, 0, 7)
            card.column.addLayout(row(label, (text, 1), state, show, spacing=12))
            lines.addWidget(card)
            self._rows[seat] = (state, show)
        self.setLayout(lines)

    def set_view(self, state: State) -> None:
        """Show which cards were read, and which is up."""
        top = state.room.top
        up = top.item if top is not None and not state.room.is_blank else None
        for seat, (words, show) in self._rows.items():
            is_up = up == Item("concern", 0, seat)
            read = seat in state.concerns
            if is_up:
                words.set_all("monitor", "On screen", "live")
            elif read:
                words.set_all("eye", "Read", "ink2")
            else:
                words.set_all("lock", "Private", "ink2")
            show.setEnabled(not is_up)
            show.set_label("Show again" if read and not is_up else "Show")


class StrengthsPart(QWidget):
    """Shows two fields a cell: what went well, what was difficult.

    Signals:
        noted(str, str, str): seat, its `WashNote`, and the text.
    """

    noted = Signal(str, str, str)

    def __init__(self, book: Book, look: Look) -> None:
        super().__init__()
        self._counts: dict[str, TextLabel] = {}
        lines = column(spacing=6)
        for index, seat in enumerate(book.deck.seats):
            label = SeatLabel(look, index, seat.name)
            label.setFixedWidth(150)
            fields = [self._field(look, seat.id, seat.name, kind) for kind in _NOTES]
            self._counts[seat.id] = TextLabel(look, "", TextStyle.SMALL, "ink2")
            lines.addLayout(
                row(label, *((field, 1) for field in fields), self._counts[seat.id], spacing=8)
            )
        self.setLayout(lines)

    def set_view(self, state: State) -> None:
        """Show how many each cell has named."""
        for seat, label in self._counts.items():
            count = sum(1 for n in state.notes if n.seat == seat and n.kind in _NOTES)
            label.setText(f"{count} noted")

    def _field(self, look: Look, seat: str, name: str, kind: WashNote) -> LineEdit:
        field = LineEdit(
            look, f"{kind.capitalize()} of {name}", f"{kind.capitalize()}, Enter keeps"
        )
        field.setObjectName(f"wash_{kind}_{seat}")

        def keep(text: str) -> None:
            if text:
                field.clear()
                self.noted.emit(seat, kind, text)

        field.entered.connect(keep)
        field.saved.connect(keep)
        return field


class FollowUpPart(QWidget):
    """Shows the follow-up table and a line for the next row. The owner may stay blank.

    Signals:
        written(object): a `FollowUp`.
        report_requested: make the report.
    """

    written = Signal(object)
    report_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._rows = KeyedColumn[FollowUp, Card](self._make_row, lambda _row, _item: None)
        names = (("issue", "Issue", 3), ("action", "Action", 3), ("owner", "Owner", 2))
        self._fields = [
            (self._field(name, words), stretch)
            for name, words, stretch in (*names, ("due", "By when", 2))
        ]
        add = outline_button(look, "Add", "plus")
        add.setObjectName("wash_follow_up_add")
        add.setAccessibleName("Add to the follow-up table")
        add.clicked.connect(self._add)
        report = outline_button(look, "Make the report", "file-text")
        report.setObjectName("wash_report")
        report.clicked.connect(self.report_requested)
        title = TextLabel(look, "Follow-up", TextStyle.STRONG)
        self.setLayout(
            column(title, self._rows, row(*self._fields, add), row(None, report), spacing=8)
        )

    def set_view(self, state: State) -> None:
        """Show the rows that were written."""
        self._rows.set_items((f"{n}/{item}", item) for n, item in enumerate(state.follow_ups))

    def _field(self, name: str, words: str) -> LineEdit:
        field = LineEdit(self._look, words, words)
        field.setObjectName(f"wash_follow_up_{name}")
        field.entered.connect(lambda _text: self._add())
        field.saved.connect(lambda _text: self._add())
        return field

    def _add(self) -> None:
        issue, action, owner, due = (field.text().strip() for field, _ in self._fields)
        if not issue:
            self._fields[0][0].setFocus()
            return
        for field, _ in self._fields:
            field.clear()
        self.written.emit(FollowUp(issue, action, owner, due))
        self._fields[0][0].setFocus()

    def _make_row(self, item: FollowUp) -> Card:
        card = Card("row", item.issue)
        card.column.setContentsMargins(0, 7, 0, 7)
        line = row(spacing=8)
        texts = (item.issue, item.action, item.owner or "no owner", item.due or "no date")
        for text, (_, stretch) in zip(texts, self._fields, strict=True):
            line.addWidget(TextLabel(self._look, text, TextStyle.BODY, wrap=True), stretch)
        card.column.addLayout(line)
        return card
