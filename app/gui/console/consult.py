"""Consult: who asks whom and what they answer, co-signatures, and who has not handed in."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from app.core.actions import (
    Action,
    AnswerConsultation,
    AnswerSignature,
    ChangeMove,
    HandIn,
    ReopenSeat,
    TakeBackConsultation,
    TakeBackMove,
    WriteFreeMove,
)
from app.core.book import Book
from app.core.own import is_own
from app.core.state import State
from app.core.values import Answer, Consultation, PlayedMove
from app.gui.console.asking import AskingCard
from app.gui.console.consult_rows import ConsultRow, EffortFoot, SignatureRow
from app.gui.console.consult_words import counted_words, opened_words, signed_words
from app.gui.console.declined import Declined
from app.gui.console.free_move import FreeMoveCard
from app.gui.console.move_rows import MoveRow, RowView
from app.gui.console.panel import Desk, PhasePanel
from app.gui.console.seat_column import move_view
from app.gui.console.text_card import TextCards
from app.gui.layouts import KeyedColumn, column, holding, row, scrolled, take_out
from app.gui.theme import Look, TextStyle
from app.gui.widgets.buttons import Button, Kind
from app.gui.widgets.card import Card, Rule
from app.gui.widgets.seat_label import SeatLabel
from app.gui.widgets.text_label import TextLabel

_LARGE = 1.2
_SILENCE = "Silence counts as accepts when the hand-in closes."


class ConsultPanel(PhasePanel):
    """Takes consultations, answers and signatures, by line or by clicks."""

    def __init__(self, book: Book, look: Look, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(book, look, desk, parent)
        self._state = State()
        self._declined = Declined()
        self.asking = AskingCard(book, look, desk)
        self._open = self._answers()
        self._answered = self._answers()
        self._open_head = TextLabel(look, "", TextStyle.STRONG)
        self._open_words = TextLabel(look, _SILENCE, TextStyle.SMALL, "ink2")
        self._answered_head = TextLabel(look, "", TextStyle.STRONG)
        self._opened = TextLabel(look, "", TextStyle.SMALL, "ink2", wrap=True)
        self._opened.setObjectName("consult_opened")
        self._counted = TextLabel(look, "", TextStyle.SMALL, "ink2", wrap=True)
        self._counted.setObjectName("consult_counted")
        self._answered_line = holding(row(self._answered_head, None, margins=(14, 8, 14, 8)))
        self._signatures = KeyedColumn[PlayedMove, SignatureRow](
            self._make_signature, self._show_signature
        )
        self._signed_words = TextLabel(look, "", TextStyle.SMALL, "ink2")
        self._foot = EffortFoot(book, look)
        self._texts = TextCards(book, look)
        self._own = KeyedColumn[RowView, MoveRow](
            self._make_own, lambda widget, view: widget.set_view(view)
        )
        self.free = FreeMoveCard(book, look, desk)
        self._missing = Card("surface", "Not handed in")
        self._missing_row = QGridLayout()
        self._missing_parts: dict[str, QWidget] = {}
        self._lay_out()
        self._connect()

    @override
    def set_view(self, state: State) -> None:
        self._state = state
        self._declined.follow(state)
        consultations = state.now.consultations
        waiting = [c for c in consultations if not c.answer]
        answered = [c for c in consultations if c.answer]
        self._open.set_items((_key(c), c) for c in waiting)
        self._answered.set_items((_key(c), c) for c in answered)
        self._open_head.setText(_open_words(len(waiting), len(consultations)))
        self._open_words.setVisible(bool(waiting))
        self._answered_head.setText(f"{len(answered)} answered")
        self._answered_line.setVisible(bool(answered))
        self._opened.setText(opened_words(self.book, state))
        counted = counted_words(self.book, state)
        self._counted.setText(counted)
        self._counted.setVisible(bool(counted))
        self._show_signatures(state)
        self._show_own(state)
        self._foot.set_view(state)
        self._texts.set_view(state)
        self._show_missing(state)
        self.asking.set_view(state)
        self.free.set_view(state)

    @override
    def set_compact(self, compact: bool) -> None:
        self.asking.set_compact(compact)
        self._texts.set_compact(compact)

    @override
    def focus_first(self) -> None:
        if self.free.is_open:
            self.free.fields.focus_first()
        else:
            self.asking.line.setFocus()

    @override
    def waits_for(self) -> str:
        return self.free.waits_for()

    @override
    def focus_seat(self, index: int) -> None:
        if index < len(self.book.deck.seats) and not self.free.is_open:
            self.asking.line.setFocus()
            self.asking.line.setText(f"{self.book.deck.seats[index].id.casefold()} ")

    def _show_own(self, state: State) -> None:
        """The cards that cells wrote themselves, to be changed or taken back."""
        own = [play for play in state.now.plays if is_own(play.move)]
        self._own.set_items((p.move, move_view(self.book, state, p)) for p in own)
        self._own_card.setVisible(bool(own))

    def _make_own(self, view: RowView) -> MoveRow:
        made = MoveRow(self.look, view)
        made.change_requested.connect(lambda move: self.free.open(move=move))
        made.take_back_requested.connect(self._take_back)
        return made

    def _show_signatures(self, state: State) -> None:
        joint = [play for play in state.now.plays if play.channel == "joint"]
        self._signatures.set_items((play.move, play) for play in joint)
        self._signature_card.setVisible(bool(joint))
        self._signed_words.setText(signed_words(self.book, state))

    def _show_missing(self, state: State) -> None:
        missing = [s.id for s in self.book.deck.seats if s.id not in state.now.handed_in]
        for seat in [seat for seat in self._missing_parts if seat not in missing]:
            gone = self._missing_parts.pop(seat)
            take_out(self._missing_row, gone)
        across = 4 if self.look.factor < _LARGE else 3
        for place, seat in enumerate(missing):
            if seat not in self._missing_parts:
                self._missing_parts[seat] = self._missing_part(seat)
            part = self._missing_parts[seat]
            self._missing_row.addWidget(part, place // across, place % across)
        self._missing.setVisible(bool(missing))

    def _missing_part(self, seat: str) -> QWidget:
        found = self.book.seat(seat)
        name = SeatLabel(self.look, self.book.seat_index(seat), found.short, TextStyle.BUTTON)
        button = Button(self.look, "Hand in", Kind.OUTLINE)
        button.setObjectName(f"hand_in_{seat}")
        button.setAccessibleName(f"{found.name}: hand in")
        button.clicked.connect(lambda: self._hand_in(seat))
        return holding(row(name, button, spacing=6))

    def _hand_in(self, seat: str) -> None:
        """Hand a cell in, with the move that is typed for it."""
        if self.asking.settle(seat):
            self.action_requested.emit(HandIn(seat))

    def _answers(self) -> KeyedColumn[Consultation, ConsultRow]:
        return KeyedColumn[Consultation, ConsultRow](
            self._make_row, lambda widget, consultation: widget.set_view(consultation)
        )

    def _make_row(self, consultation: Consultation) -> ConsultRow:
        made = ConsultRow(self.book, self.look, consultation)
        made.answered.connect(self._answer)
        made.taken_back.connect(self._forget)
        return made

    def _forget(self, c: Consultation) -> None:
        self.action_requested.emit(TakeBackConsultation(c.asking, c.asked, c.about))

    def _make_signature(self, play: PlayedMove) -> SignatureRow:
        made = SignatureRow(self.book, self.look, play)
        made.signed.connect(self._sign)
        made.changed.connect(lambda way: self._mend(way, ChangeMove(way)))
        made.taken_back.connect(lambda play: self._mend(play, TakeBackMove(play.move)))
        return made

    def _show_signature(self, widget: SignatureRow, play: PlayedMove) -> None:
        widget.set_view(self._state, play, self._declined.of(play.move))

    def _sign(self, move: str, seat: str, signs: bool) -> None:
        self._declined.note(move, seat, declines=not signs)
        self.action_requested.emit(AnswerSignature(move, seat, signs))

    def _mend(self, play: PlayedMove, action: Action) -> None:
        """Change a move of a cell that may have handed in: it is reopened and handed in again."""
        now = self._state.now
        is_in, on_paper = play.seat in now.handed_in, play.seat in now.on_paper
        if is_in:
            self.action_requested.emit(ReopenSeat(play.seat))
        self.action_requested.emit(action)
        if is_in:
            self.action_requested.emit(HandIn(play.seat, on_paper))

    def _take_back(self, move: str) -> None:
        play = self._state.now.play(move)
        if play is not None:
            self._mend(play, TakeBackMove(move))

    def _write(self, wish: WriteFreeMove) -> None:
        self._mend(wish.play, wish)

    def _on_free(self, is_open: bool) -> None:
        """A card that is being written takes the place of everything else."""
        self._usual.setVisible(not is_open)
        self.main_changed.emit()
        if not is_open:
            self.asking.line.setFocus()

    def _answer(self, c: Consultation, answer: Answer) -> None:
        self.action_requested.emit(AnswerConsultation(c.asking, c.asked, c.about, answer))

    def _connect(self) -> None:
        self.asking.action_requested.connect(self.action_requested)
        self._texts.action_requested.connect(self.action_requested)
        self.asking.problem_told.connect(self.notice_requested)
        self.asking.hand_in_requested.connect(self._hand_in)
        self.asking.free_requested.connect(self.free.open)
        self.free.written.connect(self._write)
        self.free.taken_back.connect(self._take_back)
        self.free.changed.connect(self.main_changed)
        self.free.opened_changed.connect(self._on_free)

    def _lay_out(self) -> None:
        look = self.look
        about = column(self._opened, self._counted, spacing=2, margins=(14, 0, 14, 8))
        parts = (holding(about), self._open, self._answered_line, self._answered)
        consultations = _section("Consultations of this turn", self._open_head, self._open_words)
        for part in parts:
            consultations.column.addWidget(part)
        head = TextLabel(look, "Co-signatures", TextStyle.STRONG)
        self._signature_card = signing = _section("Co-signatures", head, self._signed_words)
        for part in (self._signatures, Rule(), self._foot):
            signing.column.addWidget(part)
        head = TextLabel(look, "Off the card", TextStyle.STRONG)
        words = TextLabel(look, "Argued before the ledger is made.", TextStyle.SMALL, "ink2")
        self._own_card = _section("Off the card", head, words)
        self._own_card.column.addWidget(self._own)
        self._lay_out_missing()
        cards = (self._texts, consultations, signing, self._own_card, self._missing)
        area = scrolled(holding(column(*cards, None, spacing=12)), "consult_scroll")
        self._usual = holding(column(self.asking, (area, 1)))
        self.setLayout(column((self._usual, 1), (self.free, 1), spacing=0))

    def _lay_out_missing(self) -> None:
        self._missing_row.setContentsMargins(0, 0, 0, 0)
        self._missing_row.setHorizontalSpacing(14)
        self._missing.column.setContentsMargins(14, 6, 14, 6)
        self._missing.column.setSpacing(4)
        self._missing.column.addWidget(TextLabel(self.look, "Not handed in", TextStyle.STRONG))
        self._missing.column.addLayout(row(holding(self._missing_row), None))


def _section(name: str, title: QWidget, words: QWidget) -> Card:
    """A card whose rows go from edge to edge, below its title and a word on it."""
    made = Card("surface", name)
    made.column.setContentsMargins(1, 0, 1, 2)
    made.column.setSpacing(0)
    made.column.addLayout(row(title, words, None, spacing=10, margins=(14, 8, 14, 8)))
    return made


def _key(c: Consultation) -> str:
    return f"{c.asking}/{c.asked}/{c.about}"


def _open_words(waiting: int, all_of_them: int) -> str:
    if not all_of_them:
        return "No consultations yet"
    return f"{waiting} without an answer" if waiting else "All are answered"
