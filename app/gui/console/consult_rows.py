"""Rows of Consult: who asks whom, about what, and the answer; who signs what."""

from __future__ import annotations

from collections.abc import Set

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.core.asking import signing_cost, why_not_sign
from app.core.book import Book
from app.core.consult_line import about_words
from app.core.legal import effort
from app.core.line_sentence import named
from app.core.state import State
from app.core.values import Consultation, PlayedMove
from app.gui.console.unsigned import UnsignedLine, keeps_open
from app.gui.layouts import column, name_parts, row, take_out
from app.gui.theme import Look, TextStyle
from app.gui.widgets.buttons import Button, Kind, icon_button
from app.gui.widgets.card import Card
from app.gui.widgets.effort_pips import Effort, EffortPips
from app.gui.widgets.elided_label import ElidedLabel
from app.gui.widgets.icon_text import IconText
from app.gui.widgets.seat_label import SeatLabel
from app.gui.widgets.segmented import Segment, SegmentedSwitch
from app.gui.widgets.text_label import TextLabel

_LARGE = 1.15
ANSWERS = (
    Segment("supports", "Supports"),
    Segment("accepts", "Accepts"),
    Segment("objects", "Objects"),
)


class ConsultRow(Card):
    """Shows one consultation with its three-part answer.

    Signals:
        answered(object, str): the `Consultation`, and the answer.
        taken_back(object): the `Consultation` that is to count as never opened.
    """

    answered = Signal(object, str)
    taken_back = Signal(object)

    def __init__(self, book: Book, look: Look, consultation: Consultation) -> None:
        super().__init__("row", "Consultation")
        self._consultation = consultation
        c = consultation
        key = f"answer_{c.asking}_{c.asked}_{part_of_name(c.about)}"
        who = f"{book.name(c.asking)} asks {book.name(c.asked)}: {about_words(book, c.about)}"
        self.switch = SegmentedSwitch(look, who, ANSWERS, answers=True)
        name_parts(self.switch, key)
        self.switch.chosen.connect(lambda answer: self.answered.emit(self._consultation, answer))
        about = ElidedLabel(look, _about(book, c.about), TextStyle.BODY)
        pair = QWidget()
        asks = TextLabel(look, "asks", TextStyle.BODY, "ink2")
        pair.setLayout(row(_seat(book, look, c.asking), asks, _seat(book, look, c.asked), None))
        pair.setFixedWidth(round(204 * look.factor))
        self._state = TextLabel(look, "", TextStyle.SMALL, "warn")
        self._state.setFixedWidth(round(72 * look.factor))
        self._state.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.column.setContentsMargins(14, 1, 14, 1)
        back = icon_button(look, "trash-2", f"Take back: {who}")
        back.setObjectName(f"take_back_{key}")
        back.clicked.connect(lambda: self.taken_back.emit(self._consultation))
        self.column.addLayout(row(pair, (about, 1), self.switch, self._state, back, spacing=10))
        self.set_view(consultation)

    def set_view(self, consultation: Consultation) -> None:
        """Show the answer as it stands."""
        self._consultation = consultation
        self.switch.set_chosen(consultation.answer or None)
        self._state.setText("" if consultation.answer else "still open")


class SignatureRow(Card):
    """Shows one joint move and who was asked to sign it.

    Signals:
        signed(str, str, bool): the card, the seat, and whether it signs.
        changed(object): the `PlayedMove` in a channel that nobody signs.
        taken_back(object): the `PlayedMove` that goes out of the hand-in.
    """

    signed = Signal(str, str, bool)
    changed = Signal(object)
    taken_back = Signal(object)

    def __init__(self, book: Book, look: Look, play: PlayedMove) -> None:
        super().__init__("row", f"Signatures for {book.titles[play.move]}")
        self._book, self._look, self._play = book, look, play
        move_id = TextLabel(look, play.move, TextStyle.SMALL, "ink2")
        move_id.setFixedWidth(32)
        title = ElidedLabel(look, book.titles[play.move], TextStyle.BUTTON)
        lead = TextLabel(look, f"Led by {named(book, play.seat)}", TextStyle.SMALL, "ink2")
        text = column(title, lead, spacing=0)
        self._signers = QGridLayout()
        self._signers.setHorizontalSpacing(14)
        self._signers.setVerticalSpacing(2)
        self._parts: dict[str, SignerPart] = {}
        line = row(move_id, spacing=0)
        line.addLayout(text, 1)
        line.addSpacing(12)
        line.addLayout(self._signers)
        self.column.setContentsMargins(14, 2, 14, 2)
        self._unsigned = UnsignedLine(book, look, play)
        self._unsigned.changed.connect(self.changed)
        self._unsigned.taken_back.connect(lambda: self.taken_back.emit(self._play))
        self._unsigned.hide()
        self._why = IconText(look, "ban", "", "warn", wrap=True)
        self._why.setObjectName(f"why_not_sign_{play.move}")
        self.column.setSpacing(0)
        self.column.addLayout(line)
        self.column.addWidget(self._why)
        self.column.addWidget(self._unsigned)

    def set_view(self, state: State, play: PlayedMove, declined: Set[str] = frozenset()) -> None:
        """Show who has signed and who will not, and the ways on while nobody has."""
        self._play = play
        self._unsigned.setVisible(keeps_open(self._book, state, play))
        self._unsigned.set_view(state, play)
        for seat in [seat for seat in self._parts if seat not in play.asked]:
            gone = self._parts.pop(seat)
            take_out(self._signers, gone)
        for seat in play.asked:
            if seat not in self._parts:
                part = SignerPart(self._book, self._look, play.move, seat)
                part.signed.connect(
                    lambda yes, seat=seat, move=play.move: self.signed.emit(move, seat, yes)
                )
                self._parts[seat] = part
            self._parts[seat].set_signed(seat in play.signers, declined=seat in declined)
            self._parts[seat].set_pays(signing_cost(self._book, state))
            self._parts[seat].set_why_not(why_not_sign(self._book, state, play, seat))
        why = [why_not_sign(self._book, state, play, seat) for seat in play.asked]
        self._why.set_text(" ".join(reason for reason in why if reason))
        self._why.setVisible(any(why))
        across = 2 if self._look.factor < _LARGE else 1
        for place, part in enumerate(self._parts.values()):
            at = (place // across, place % across)
            self._signers.addWidget(part, *at, Qt.AlignmentFlag.AlignRight)


class SignerPart(QWidget):
    """Shows a seat that was asked to sign, with buttons to sign, to decline or to withdraw.

    Signals:
        signed(bool): it signs, or it does not.
    """

    signed = Signal(bool)

    def __init__(self, book: Book, look: Look, move: str, seat: str) -> None:
        super().__init__()
        self._is_signed = False
        self._why = ""
        self._yes = IconText(look, "check", "signed", "ok")
        self._no = TextLabel(look, "asked", TextStyle.SMALL, "warn")
        self._name = book.name(seat)
        self._move = move
        self._button = Button(look, "Sign", Kind.OUTLINE, "signature")
        self._button.setObjectName(f"sign_{move}_{seat}")
        self._button.clicked.connect(lambda: self.signed.emit(not self._is_signed))
        self._decline = Button(look, "Decline", Kind.GHOST)
        self._decline.setObjectName(f"decline_{move}_{seat}")
        self._decline.setAccessibleName(f"{self._name} declines to sign {move}")
        self._decline.clicked.connect(lambda: self.signed.emit(False))
        name, parts = _seat(book, look, seat), (self._yes, self._no, self._button, self._decline)
        self.setLayout(row(name, *parts, spacing=6))
        self.set_signed(False)

    def set_signed(self, is_signed: bool, *, declined: bool = False) -> None:
        """Show whether the seat has signed, or has said that it will not."""
        self._is_signed = is_signed
        self._no.setText("declined" if declined else "asked")
        self._decline.setVisible(not is_signed and not declined)
        self._yes.setVisible(is_signed)
        self._no.setVisible(not is_signed)
        self._button.set_label("Withdraw" if is_signed else "Sign")
        self._button.set_kind(Kind.GHOST if is_signed else Kind.OUTLINE)
        self._button.set_icon("" if is_signed else "signature")
        verb = "withdraws from" if is_signed else "signs"
        self._button.setAccessibleName(f"{self._name} {verb} {self._move}")

    def set_pays(self, cost: int) -> None:
        """Say what a signature costs now."""
        self._yes.set_text(f"signed, pays {cost}" if cost else "signed, free")

    def set_why_not(self, why: str) -> None:
        """Let the seat sign; or not, where there is a reason against it."""
        self._button.setEnabled(self._is_signed or not why)
        self._button.setToolTip(why)
        if why and not self._is_signed:
            self._no.setText("cannot sign")


class EffortFoot(QWidget):
    """Shows what each cell has left."""

    def __init__(self, book: Book, look: Look) -> None:
        super().__init__()
        self._book = book
        self._parts: dict[str, tuple[EffortPips, TextLabel]] = {}
        across = 4 if len(book.deck.seats) <= 4 else 3
        grid = QGridLayout()
        grid.setContentsMargins(14, 8, 14, 8)
        for place, seat in enumerate(book.deck.seats):
            pips = EffortPips(look, Effort(0))
            left = TextLabel(look, "", TextStyle.SMALL_STRONG, even_digits=True)
            self._parts[seat.id] = (pips, left)
            part = row(_seat(book, look, seat.id), pips, left, None, spacing=8)
            at = across if look.factor < _LARGE else 2
            grid.addLayout(part, place // at, place % at)
        self.setLayout(grid)

    def set_view(self, state: State) -> None:
        """Show effort as it stands."""
        for seat, (pips, left) in self._parts.items():
            account = effort(self._book, state, seat)
            pips.set_effort(Effort(account.budget, account.spent))
            left.setText(f"{account.left} left".replace("-", "−"))
            left.set_role("warn" if account.left < 0 else "ink")


def _seat(book: Book, look: Look, seat: str) -> SeatLabel:
    return SeatLabel(look, book.seat_index(seat), book.seat(seat).short, TextStyle.BUTTON)


def _about(book: Book, about: str) -> str:
    return f"{about} {book.titles[about]}" if about in book.titles else about_words(book, about)


def part_of_name(about: str) -> str:
    """What a consultation is about, as its answer's buttons are named."""
    return "".join(c if c.isalnum() else "_" for c in about)[:24]
