"""A cell's own card, argued before the ledger is made: reasons, a throw, and what comes of it.

Until it is settled it does nothing. What is typed is kept.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal

from app.core.actions import ArgueFreeMove
from app.core.book import Book
from app.core.line_sentence import channel_words
from app.core.line_words import joined
from app.core.state import State
from app.core.values import Argument, FreeMove
from app.core.why import signed
from app.gui.console.argument_side import ArgumentSide
from app.gui.console.argument_words import HINTS, is_catch, throw_missing, verdict, with_throw
from app.gui.console.line_editor import reason_missing
from app.gui.console.panel import Desk
from app.gui.console.step_row import StepRow
from app.gui.layouts import column, holding, row
from app.gui.theme import Look, TextStyle
from app.gui.widgets.buttons import Button, Kind
from app.gui.widgets.card import Card
from app.gui.widgets.line_edit import LineEdit
from app.gui.widgets.seat_label import SeatGlyph
from app.gui.widgets.text_label import TextLabel


@dataclass(frozen=True, slots=True)
class Arguable:
    """A free move that is to be argued, in the turn as it stands."""

    card: FreeMove
    state: State
    is_open: bool


def steps_words(book: Book, steps: tuple[tuple[str, int], ...]) -> str:
    """Steps of gauges in words: 'Assurance of Tavia +1 and Common plan +1'."""
    return joined([f"{book.gauge(gauge).name} {signed(step)}" for gauge, step in steps])


class ArgueCard(Card):
    """Shows one card with its argument, or one line of it while another is argued.

    Signals:
        settled(object): an `ArgueFreeMove`, complete.
        open_requested(str): argue this one now, by its id.
    """

    settled = Signal(object)
    open_requested = Signal(str)

    def __init__(self, book: Book, look: Look, desk: Desk, view: Arguable) -> None:
        card = view.card
        super().__init__("surface", f"Off the card: {card.title}, to be argued")
        self._book, self._look, self._desk = book, look, desk
        self._view = view
        self._place = f"argument/{view.state.turn}/{card.id}"
        self.setObjectName(f"argue_{card.id}")
        self._build_fields()
        self._lay_out()
        self._restore()
        self._connect()
        self.set_view(view)

    def set_view(self, view: Arguable) -> None:
        """Show the card as it stands."""
        self._view = view
        self._body.setVisible(view.is_open)
        self._open.setVisible(not view.is_open)
        dice = view.state.setup.dice
        self._throw.setPlaceholderText(HINTS[dice])
        self._throw.setVisible(dice != "program")
        self._refresh()

    def focus_first(self) -> None:
        """Put the keyboard where the argument begins."""
        (self._result if self._view.is_open else self._open).setFocus()

    # --- what it says --------------------------------------------------------------------------

    def _argument(self) -> Argument:
        card = self._view.card
        argument = Argument(
            card.seat,
            card.text,
            self._result.text().strip(),
            self._pros.reasons(),
            self._cons.reasons(),
        )
        return with_throw(self._view.state, argument, self._throw.text(), card.id)

    def _missing(self, argument: Argument) -> str:
        """What is missing, as a sentence; empty where it can be settled."""
        if not argument.result:
            return "Say what is to come of it."
        missing = throw_missing(self._view.state, argument)
        if missing or not is_catch(argument):
            return missing
        gauge, step = self._catch.value()
        if not (gauge and step):
            return "Name the catch: a gauge, and one step."
        return "Say the catch in words." if reason_missing(self._words.text()) else ""

    def _refresh(self, *_: object) -> None:
        argument = self._argument()
        self._catch_part.setVisible(is_catch(argument))
        missing = self._missing(argument)
        said = verdict(argument) if argument.result else ""
        self._said.setText(" ".join(part for part in (said, missing) if part))
        self._settle.setEnabled(not missing)
        self._nothing_at_all.setEnabled(not reason_missing(self._why.text()))

    # --- what happens --------------------------------------------------------------------------

    def _on_changed(self, *_: object) -> None:
        kept = {
            "result": self._result.text(),
            "pros": self._pros.reasons(),
            "cons": self._cons.reasons(),
            "throw": self._throw.text(),
            "words": self._words.text(),
            "why": self._why.text(),
        }
        self._desk.keep_draft(self._place, json.dumps(kept) if any(kept.values()) else "")
        self._refresh()

    def _restore(self) -> None:
        """Put back what was typed before."""
        try:
            kept = json.loads(self._desk.draft(self._place) or "{}")
            self._pros.set_reasons(kept.get("pros", ()))
            self._cons.set_reasons(kept.get("cons", ()))
            self._result.setText(kept.get("result", ""))
            self._throw.setText(kept.get("throw", ""))
            self._words.setText(kept.get("words", ""))
            self._why.setText(kept.get("why", ""))
        except (ValueError, TypeError, AttributeError):
            self._desk.keep_draft(self._place, "")

    def _on_settle(self, *_: object) -> None:
        argument = self._argument()
        if self._missing(argument):
            self._refresh()
            return
        catch = self._catch.value() if is_catch(argument) else None
        reason = self._words.text().strip() if catch else ""
        self._send(ArgueFreeMove(self._view.card.id, argument, catch, reason))

    def _on_nothing(self, *_: object) -> None:
        """Nobody argues it: likelihood 0, with the reason why."""
        if reason_missing(self._why.text()):
            return
        card = self._view.card
        argument = Argument(card.seat, card.text, "Nothing comes of it", likelihoods=(0,))
        self._send(ArgueFreeMove(card.id, argument, None, self._why.text().strip()))

    def _send(self, wish: ArgueFreeMove) -> None:
        self._desk.keep_draft(self._place, "")
        self.settled.emit(wish)

    def _show_nothing(self) -> None:
        self._nothing_part.setVisible(self._nothing_part.isHidden())
        if not self._nothing_part.isHidden():
            self._why.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- layout --------------------------------------------------------------------------------

    def _build_fields(self) -> None:
        look, name = self._look, f"argue_{self._view.card.id}"
        self._open = Button(look, "Argue", Kind.OUTLINE, "scale")
        self._result = self._field("Result", "What comes of it, in words", "result")
        self._pros = ArgumentSide(look, "For", f"{name}_pro")
        self._cons = ArgumentSide(look, "Against", f"{name}_con")
        self._throw = LineEdit(look, "Dice or likelihoods")
        self._throw.setObjectName(f"{name}_dice")
        self._throw.setMaximumWidth(150)
        self._catch = StepRow(self._book, look, "The catch", f"{name}_catch", "Which gauge?")
        self._words = self._field("The catch in words", "The catch, in words (required)", "words")
        self._said = TextLabel(look, "", TextStyle.SMALL, "ink2", wrap=True)
        self._settle = Button(look, "Settle", Kind.INK, "scale")
        self._nothing = Button(look, "Nothing comes of it …", Kind.LINK)
        self._why = self._field("Why nothing comes of it", "Why? (required)", "why")
        self._nothing_at_all = Button(look, "Nothing comes of it", Kind.OUTLINE, "ban")
        for button, what in (
            (self._open, "open"),
            (self._settle, "settle"),
            (self._nothing, "nothing"),
            (self._nothing_at_all, "waive"),
        ):
            button.setObjectName(f"{name}_{what}")

    def _field(self, name: str, hint: str, what: str) -> LineEdit:
        field = LineEdit(self._look, name, hint, TextStyle.NARRATIVE)
        field.setObjectName(f"argue_{self._view.card.id}_{what}")
        return field

    def _lay_out(self) -> None:
        look, card = self._look, self._view.card
        name, place = self._book.name(card.seat), self._book.seat_index(card.seat)
        title = TextLabel(look, f"Off the card: {card.title}", TextStyle.STRONG)
        state = TextLabel(look, "to be argued", TextStyle.SMALL, "warn")
        play = next(play for play in self._view.state.now.plays if play.move == card.id)
        how = f"{card.id}, {channel_words(self._book, play)}"
        side = TextLabel(look, how, TextStyle.SMALL, "ink2")
        glyph = SeatGlyph(look, place, name)
        self.column.setSpacing(8)
        self.column.setContentsMargins(16, 8, 12, 8)
        self.column.addLayout(row(glyph, title, state, None, side, self._open))
        self._catch_part = holding(row(self._catch, (self._words, 1)))
        self._nothing_part = holding(row((self._why, 1), self._nothing_at_all))
        self._nothing_part.hide()
        foot = row(self._throw, (self._said, 1), self._settle)
        wants = f"It wants {steps_words(self._book, card.wants)}."
        self._body = holding(
            column(
                TextLabel(look, card.text, TextStyle.NARRATIVE, wrap=True),
                row((TextLabel(look, wants, TextStyle.SMALL, "ink2", wrap=True), 1), self._nothing),
                self._result,
                row((self._pros, 1), (self._cons, 1), spacing=16),
                self._catch_part,
                foot,
                self._nothing_part,
                margins=(0, 0, 4, 4),
            )
        )
        self.column.addWidget(self._body)

    def _connect(self) -> None:
        for field in (self._result, self._throw, self._words, self._why):
            field.textEdited.connect(self._on_changed)
        for part in (self._pros, self._cons, self._catch):
            part.changed.connect(self._on_changed)
        for field in (self._result, self._throw, self._words):
            field.saved.connect(self._on_settle)
        self._throw.entered.connect(self._on_settle)
        self._why.entered.connect(self._on_nothing)
        self._why.saved.connect(self._on_nothing)
        self._settle.clicked.connect(self._on_settle)
        self._nothing.clicked.connect(self._show_nothing)
        self._nothing_at_all.clicked.connect(self._on_nothing)
        self._open.clicked.connect(lambda: self.open_requested.emit(self._view.card.id))
