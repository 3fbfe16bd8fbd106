"""Deliberate: the hand-in card, a column for each cell at work, the others folded, the gauges."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QWidget
from typing_extensions import override

from app.core.actions import AddMove, ChangeMove, HandIn, ReopenSeat, TakeBackMove
from app.core.book import Book
from app.core.own import is_own
from app.core.state import State
from app.core.values import PlayedMove
from app.gui.console.free_move import FreeMoveCard
from app.gui.console.gauge_strip import GaugeStrip
from app.gui.console.hand_in import HandInCard
from app.gui.console.panel import Desk, PhasePanel
from app.gui.console.seat_column import LEAST_HEIGHT, LEAST_WIDTH, FoldedCell, SeatColumn
from app.gui.console.text_card import TextCards
from app.gui.console.typed import Typed
from app.gui.layouts import KeyedColumn, column, height_for, holding, row, scrolled
from app.gui.theme import Look, TextStyle
from app.gui.widgets.text_label import TextLabel

_GAP = 12
_NO_LIMIT = 16_777_215


UNFINISHED = "A move is typed and not added. Enter adds it; or clear the line."


class DeliberatePanel(PhasePanel):
    """Takes the cells' moves, by line or by clicks."""

    def __init__(self, book: Book, look: Look, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(book, look, desk, parent)
        self._state: State | None = None
        self._typed: Typed | None = None
        self._head = TextLabel(look, "Hand-in", TextStyle.TITLE)
        self._count = TextLabel(look, "", TextStyle.BODY, "ink2")
        self._count.setObjectName("hand_in_count")
        self.card = HandInCard(book, look, desk)
        self._columns = KeyedColumn[str, SeatColumn](
            self._make_column,
            lambda widget, _seat: self._refresh_column(widget),
            spacing=_GAP,
            horizontal=True,
        )
        self._is_compact = False
        self._folded = KeyedColumn[str, FoldedCell](
            self._make_folded, lambda widget, _seat: self._refresh_folded(widget), spacing=8
        )
        self._gauges = GaugeStrip(book, look)
        self._texts = TextCards(book, look)
        self.free = FreeMoveCard(book, look, desk)
        self._lay_out()
        self._connect()

    @override
    def set_view(self, state: State) -> None:
        self._state = state
        done = state.now.handed_in
        self._count.setText(
            f"{len(done)} of {len(self.book.deck.seats)} in. Moves are private until Reveal."
        )
        self.card.set_view(state)
        self._texts.set_view(state)
        self._gauges.set_view(state)
        self._share_height()
        self.free.set_view(state)

    @override
    def set_compact(self, compact: bool) -> None:
        self._head.setVisible(not compact)
        self._count.setVisible(not compact)
        self._is_compact = compact
        self._parts.setSpacing(8 if compact else 10)
        self.card.set_compact(compact)
        self._texts.set_compact(compact)
        self._gauges.set_compact(compact)
        self._share_height()

    @override
    def focus_first(self) -> None:
        if self.free.is_open:
            self.free.fields.focus_first()
        elif self.card.isHidden():
            self._texts.focus_first()
        else:
            self.card.focus_line()

    @override
    def focus_seat(self, index: int) -> None:
        seats = self.book.deck.seats
        if index >= len(seats) or self._state is None or self.free.is_open:
            return
        self._leave_text()
        if seats[index].id in self._state.now.handed_in:
            self._folded.rows[seats[index].id].setFocus()
        else:
            self.card.focus_line(seats[index].id)

    @override
    def waits_for(self) -> str:
        return self.free.waits_for() or (UNFINISHED if self.card.is_unfinished else "")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refresh_cells()

    def _refresh_cells(self) -> None:
        if self._state is None:
            return
        done = self._state.now.handed_in
        at_work = [seat.id for seat in self.book.deck.seats if seat.id not in done]
        handed_in = [seat.id for seat in self.book.deck.seats if seat.id in done]
        self._columns.set_items((seat, seat) for seat in at_work)
        self._area.setVisible(bool(at_work))
        self._folded.set_items((seat, seat) for seat in handed_in)
        self._rest.setVisible(not at_work and not handed_in)
        self._fold_area.setVisible(bool(handed_in))
        self._fit_folded(len(handed_in), alone=not at_work)
        self._share_width()

    def _fit_folded(self, count: int, *, alone: bool) -> None:
        """A few folded cells stand under the columns, as many as there is room for; the rest
        scroll, and the gauges give way. All of them take the columns' place.
        """
        each = next((cell.sizeHint().height() for cell in self._folded.rows.values()), 0)
        if self._room_for_folded() < each:
            self._gauges.hide()
        fitting = (self._room_for_folded() + 8) // (each + 8)
        shown = min(count, 2 if self._is_compact else 4, max(1, fitting))
        height = shown * each + max(0, shown - 1) * 8
        self._fold_area.setMinimumHeight(height)
        self._fold_area.setMaximumHeight(_NO_LIMIT if alone else height)
        self._parts.setStretchFactor(self._fold_area, 1 if alone else 0)

    def _room_for_folded(self) -> int:
        """What the other parts leave of the panel's height, with columns as low as they can be."""
        others = (self._head, self.card, self._texts, self._gauges)
        taken = LEAST_HEIGHT + sum(
            height_for(part, self.width()) + self._parts.spacing()
            for part in others
            if not part.isHidden()
        )
        return self.height() - taken - self._parts.spacing()

    def _share_width(self) -> None:
        """The cells at work share the width; many of them scroll sideways."""
        count = max(1, len(self._columns.rows))
        width = (self.width() - _GAP * (count - 1)) // count
        shared = self._columns.layout()
        for widget in self._columns.rows.values():
            if isinstance(shared, QBoxLayout):
                shared.setStretchFactor(widget, 1)
            widget.setMinimumWidth(round(LEAST_WIDTH * self.look.factor))
            widget.set_room(width / self.look.factor)

    def _refresh_column(self, widget: SeatColumn) -> None:
        if self._state is not None:
            widget.set_view(self._state, self._typed)

    def _refresh_folded(self, widget: FoldedCell) -> None:
        if self._state is not None:
            widget.set_view(self._state)

    def _make_column(self, seat: str) -> SeatColumn:
        made = SeatColumn(self.book, self.look, seat)
        made.add_requested.connect(self._pick)
        made.free_requested.connect(self.free.open)
        made.change_requested.connect(self._change)
        made.take_back_requested.connect(self._take_back)
        made.hand_in_requested.connect(self._hand_in)
        return made

    def _make_folded(self, seat: str) -> FoldedCell:
        made = FoldedCell(self.book, self.look, seat)
        made.reopen_requested.connect(lambda seat: self.action_requested.emit(ReopenSeat(seat)))
        return made

    def _connect(self) -> None:
        self.card.play_requested.connect(self._play)
        self.card.take_back_requested.connect(self._take_back)
        self.card.hand_in_requested.connect(lambda seat: self._hand_in(seat, False))
        self.card.typed_changed.connect(self._on_typed)
        self.card.line.textChanged.connect(self.main_changed)
        self.card.problem_told.connect(self.notice_requested)
        self.card.picking_changed.connect(self._share_height)
        self._texts.action_requested.connect(self.action_requested)
        self._texts.folded.connect(self._share_height)

        self.card.free_requested.connect(self.free.open)
        self.free.written.connect(self.action_requested)
        self.free.taken_back.connect(self._take_back)
        self.free.changed.connect(self.main_changed)
        self.free.opened_changed.connect(self._on_free)

    def _on_free(self, is_open: bool) -> None:
        """A card that is being written takes the place of the hand-in."""
        self._usual.setVisible(not is_open)
        self.main_changed.emit()
        if not is_open:
            self.card.focus_line()

    def _share_height(self, *_: object) -> None:
        """In a small window one thing is at work: the hand-in, picking a card, or a text."""
        picking = self.card.is_picking and self._is_compact
        drafting = self._texts.is_open and self._is_compact
        self._texts.set_room(not picking)
        self.card.setVisible(not drafting)
        self._gauges.setVisible(not (picking or drafting))
        self._refresh_cells()

    def _on_typed(self, typed: Typed | None) -> None:
        self._typed = typed
        self._share_height()
        self.main_changed.emit()

    def _leave_text(self) -> None:
        """Give the hand-in its place back."""
        if self.card.isHidden():
            self._texts.fold()

    def _pick(self, seat: str) -> None:
        self._leave_text()
        self.card.pick(seat)

    def _play(self, play: PlayedMove) -> None:
        if self._state is None:
            return
        stands = any(other.move == play.move for other in self._state.now.plays)
        self.action_requested.emit(ChangeMove(play) if stands else AddMove(play))

    def _change(self, move: str) -> None:
        if self._state is None:
            return
        play = self._state.now.play(move)
        if play is not None and is_own(move):
            self.free.open(play.seat, move)
        elif play is not None:
            self._leave_text()
            self.card.pick(play.seat, play)
            # not on a choice, which a stray space would switch
            self.card.picker.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_back(self, move: str) -> None:
        self.action_requested.emit(TakeBackMove(move))

    def _hand_in(self, seat: str, on_paper: bool) -> None:
        if self.card.settle(seat) and seat:
            self.action_requested.emit(HandIn(seat, on_paper))

    def _lay_out(self) -> None:
        self._area = QScrollArea()
        self._area.setObjectName("columns")
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.viewport().setAutoFillBackground(False)
        self._area.setWidget(self._columns)
        self._columns.setAutoFillBackground(False)
        self._area.setMinimumHeight(LEAST_HEIGHT)
        self._fold_area = scrolled(holding(column(self._folded, None)), "folded")
        self._rest = QWidget()
        self._parts = column(
            row(self._head, self._count, None, spacing=10),
            self.card,
            self._texts,
            (self._area, 1),
            (self._rest, 1),
            self._fold_area,
            self._gauges,
            spacing=10,
        )
        self._usual = holding(self._parts)
        self.setLayout(column((self._usual, 1), (self.free, 1), spacing=0))
