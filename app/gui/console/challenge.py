"""The challenge: a line argued over by a matrix argument, once a turn.

Three reasons for and three against at most, each strong or weak; two dice, thrown on the table or
by the program, or likelihoods where there are no dice. Source: matrix games (Engle; Mouat).
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal

from app.core.actions import Challenge
from app.core.book import RULED_STEPS, Book
from app.core.proposal import proposed_ledger
from app.core.state import State
from app.core.values import Argument, LedgerLine
from app.core.why import cause_title, signed
from app.gui.console.argument_side import ArgumentSide
from app.gui.console.argument_words import HINTS, is_catch, throw_missing, verdict, with_throw
from app.gui.console.change_fields import ChangeFields, pick
from app.gui.layouts import KeyedColumn, column, name_parts, row, slug
from app.gui.theme import Look, TextStyle
from app.gui.widgets.buttons import Button, Kind
from app.gui.widgets.card import Card
from app.gui.widgets.line_edit import LineEdit
from app.gui.widgets.segmented import Segment, SegmentedSwitch
from app.gui.widgets.text_label import TextLabel


@dataclass(frozen=True, slots=True)
class Challengeable:
    """A line that may be challenged, and the values that may be argued for."""

    key: str
    gauge: str
    text: str
    values: tuple[int, ...]


def challengeable(book: Book, state: State) -> tuple[Challengeable, ...]:
    """The printed lines of the turn, each by one step or cancelled."""
    lines = (x for x in proposed_ledger(book, state).lines if x.step in RULED_STEPS)
    return tuple(Challengeable(x.key, x.gauge, _text(book, x), _values(x)) for x in lines)


def _values(line: LedgerLine) -> tuple[int, ...]:
    return tuple(sorted({0, line.made - 1, line.made + 1} - {line.made}))


def _text(book: Book, line: LedgerLine) -> str:
    gauge = book.gauge(line.gauge).name
    return f"{line.cause} {cause_title(book, line)}: {gauge} {signed(line.made)}"


class ChallengeCard(Card):
    """Shows the matrix card.

    Signals:
        challenged(object): a `Challenge`, complete, with its catch where it needs one.
        closed: the card is not needed any more.
    """

    challenged = Signal(object)
    closed = Signal()

    def __init__(self, book: Book, look: Look) -> None:
        super().__init__("surface", "Challenge")
        self._book, self._look = book, look
        self._state = State()
        self._lines: tuple[Challengeable, ...] = ()
        self._switch: SegmentedSwitch | None = None
        self._build_fields()
        self._lay_out()
        self._connect()

    def open(self, state: State, gauge: str = "", line: str = "") -> None:
        """Show the card for the turn that is being adjudicated, on a gauge's first line.

        `line`: on that one, by its name among the names of widgets.
        """
        self._state = state
        self._lines = challengeable(self._book, state)
        self._line.clear()
        for found in self._lines:
            self._line.addItem(found.text, found.key)
        self._go_to(gauge, line)
        dice = state.setup.dice
        self._throw.setPlaceholderText(HINTS[dice])
        self._throw.setVisible(dice != "program")
        self._offer_values()
        self.show()
        self._refresh()
        self._action.setFocus()

    def _go_to(self, gauge: str, line: str) -> None:
        keys = [x.key for x in self._lines if slug(x.key) == line]
        keys += [x.key for x in self._lines if x.gauge == gauge]
        if keys:
            self._line.setCurrentIndex(self._line.findData(keys[0]))

    def waits_for(self) -> str:
        """Why the ledger must wait for this card; empty where it need not."""
        begun = self.isVisible() and bool(self._action.text().strip())
        return "The challenge is not settled yet." if begun else ""

    # --- what it says --------------------------------------------------------------------------

    def _argument(self) -> Argument:
        argument = Argument(
            self._seat.currentData(),
            self._action.text().strip(),
            self._outcome.text().strip(),
            self._pros.reasons(),
            self._cons.reasons(),
        )
        return with_throw(self._state, argument, self._throw.text())

    def _value(self) -> int | None:
        key = self._switch.chosen_key() if self._switch is not None else None
        return None if key is None else int(key)

    def _missing(self) -> str:
        """What is missing, as a sentence; empty where the challenge can be settled."""
        argument = self._argument()
        if self._value() is None:
            return "Choose what the line should be."
        if not argument.action or not argument.result:
            return "Say what is done, and what is to come of it."
        missing = throw_missing(self._state, argument)
        if not missing and is_catch(argument):
            return self._catch.missing()
        return missing

    def _refresh(self, *_: object) -> None:
        argument = self._argument()
        self._catch.setVisible(is_catch(argument))
        self._catch_title.setVisible(self._catch.isVisibleTo(self))
        missing = self._missing()
        self._said.setText(" ".join(part for part in (verdict(argument), missing) if part))
        self._settle.setEnabled(not missing)

    def _offer_values(self, *_: object) -> None:
        found = next((x for x in self._lines if x.key == self._line.currentData()), None)
        self._values.set_items([(found.key, found)] if found else [])
        self._refresh()

    def _make_switch(self, line: Challengeable) -> SegmentedSwitch:
        parts = tuple(
            Segment(str(value), "Cancel" if value == 0 else signed(value)) for value in line.values
        )
        self._switch = SegmentedSwitch(self._look, "The line should be", parts, answers=True)
        name_parts(self._switch, "challenge_value")
        self._switch.chosen.connect(self._refresh)
        return self._switch

    def _on_settle(self) -> None:
        value = self._value()
        if value is None or self._missing():
            return
        wish = Challenge(self._line.currentData(), value, self._argument(), self._catch.line())
        self._leave()
        self.challenged.emit(wish)

    def _leave(self) -> None:
        for field in (self._action, self._outcome, self._throw):
            field.clear()
        for part in (self._pros, self._cons, self._catch):
            part.clear()
        self.hide()
        self.closed.emit()

    # --- layout --------------------------------------------------------------------------------

    def _build_fields(self) -> None:
        look, book = self._look, self._book
        self._line = pick("Line", "challenge_line", ())
        seats = tuple((seat.id, seat.name) for seat in book.deck.seats)
        self._seat = pick("Who argues", "challenge_seat", seats)
        self._values = KeyedColumn[Challengeable, SegmentedSwitch](
            self._make_switch, lambda _switch, _line: None
        )
        self._action = LineEdit(look, "Action", "What is done", TextStyle.NARRATIVE)
        self._action.setObjectName("challenge_action")
        self._outcome = LineEdit(look, "Result", "What comes of it", TextStyle.NARRATIVE)
        self._outcome.setObjectName("challenge_result")
        self._pros = ArgumentSide(look, "For", "challenge_pro")
        self._cons = ArgumentSide(look, "Against", "challenge_con")
        self._throw = LineEdit(look, "Dice or likelihoods")
        self._throw.setObjectName("challenge_dice")
        self._throw.setMaximumWidth(150)
        self._catch_title = TextLabel(look, "The catch", TextStyle.SMALL_STRONG)
        self._catch = ChangeFields(book, look, "challenge_catch")
        self._catch.set_values((-1, 1))
        self._said = TextLabel(look, "", TextStyle.SMALL, "ink2", wrap=True)
        self._settle = Button(look, "Settle", Kind.INK, "scale")
        self._settle.setObjectName("challenge_settle")
        self._close = Button(look, "Leave it", Kind.LINK)
        self._close.setObjectName("challenge_leave")

    def _lay_out(self) -> None:
        head = row(TextLabel(self._look, "Challenge", TextStyle.STRONG), None, self._seat)
        self.column.setSpacing(8)
        self.column.addLayout(head)
        self.column.addLayout(row((self._line, 1), self._values))
        self.column.addLayout(row((self._action, 1), (self._outcome, 1)))
        self.column.addLayout(row((self._pros, 1), (self._cons, 1), spacing=16))
        self.column.addLayout(column(self._catch_title, self._catch, spacing=6))
        self.column.addLayout(row(self._throw, (self._said, 1), self._close, self._settle))

    def _connect(self) -> None:
        self._line.currentIndexChanged.connect(self._offer_values)
        for field in (self._action, self._outcome, self._throw):
            field.textEdited.connect(self._refresh)
        for part in (self._pros, self._cons, self._catch):
            part.changed.connect(self._refresh)
        self._settle.clicked.connect(self._on_settle)
        self._close.clicked.connect(self._leave)
