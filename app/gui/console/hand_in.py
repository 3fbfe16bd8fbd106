"""The hand-in card: one line that takes a whole move, or a picker that takes it by clicks."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget
from typing_extensions import override

from app.core.book import Book
from app.core.hand_in_line import Parsed, parse
from app.core.line_words import completed, unfinished
from app.core.state import State
from app.core.values import PlayedMove
from app.gui.console.card_picker import CardPicker
from app.gui.console.completions import CompletionList
from app.gui.console.echo import Echo
from app.gui.console.free_line import FreeLine, read_free
from app.gui.console.mouse_move import draft_of
from app.gui.console.panel import Desk
from app.gui.console.typed import Typed, not_to_hand_in, verdict, weigh
from app.gui.layouts import holding, row
from app.gui.theme import Look
from app.gui.widgets.card import Card
from app.gui.widgets.hand_in_line import HandInLine

_PLACE, _LINES = "hand-in line", 2
_PROMPT = "Type a move: card, how, with whom"


class HandInCard(Card):
    """Shows the line with its echo and the words that fit; or the picker in place of both.

    Signals:
        play_requested(object): a `PlayedMove` to put into the hand-in, new or changed.
        take_back_requested(str): a card to take out of the hand-in.
        hand_in_requested(str): the seat that hands in.
        typed_changed(object): the `Typed` move that is not added yet, or None.
        problem_told(str): why Enter did nothing; empty once the line is another.
        picking_changed(bool): the picker is up, or the line again.
        free_requested(str): a card of this seat's own is to be written.
    """

    play_requested = Signal(object)
    take_back_requested = Signal(str)
    hand_in_requested = Signal(str)
    typed_changed = Signal(object)
    problem_told = Signal(str)
    picking_changed = Signal(bool)
    free_requested = Signal(str)

    def __init__(self, book: Book, look: Look, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("surface", "Hand-in", parent)
        self._book, self._desk = book, desk
        self._state: State | None = None
        self._parsed: Parsed | None = None
        self._free: FreeLine | None = None
        self._typed: Typed | None = None
        self._seat = ""
        self._is_compact = False
        self.line = HandInLine(look, "Hand-in line", _PROMPT)
        self.line.setObjectName("hand_in_line")
        self.echo = Echo(look, "What was typed")
        self.echo.setObjectName("hand_in_echo")
        self.offers = CompletionList(look, "Words that fit")
        self.offers.setObjectName("hand_in_offers")
        self.picker = CardPicker(book, look)
        self._below = QStackedWidget()
        self._below.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._by_line = holding(row((self.echo, 1), self.offers, spacing=14))
        self._below.addWidget(self._by_line)
        self._below.addWidget(self.picker)
        self.column.setContentsMargins(14, 12, 14, 12)
        self.column.setSpacing(8)
        self.column.addWidget(self.line)
        self.column.addWidget(self._below)
        self.line.setText(desk.draft(_PLACE))
        self.offers.serve(self.line)
        self._connect()

    def set_view(self, state: State) -> None:
        """Read the line anew against the state as it stands."""
        self._state = state
        self.picker.set_view(state)
        if self.is_picking and self.picker.seat in state.now.handed_in:
            self.close_picker()
        self._read()

    def set_compact(self, compact: bool) -> None:
        """Say it in fewer words."""
        self._is_compact = compact
        self.offers.set_rows(2 if compact else 3)
        self.picker.set_compact(compact)
        self._fit()
        self._read()

    @property
    def is_unfinished(self) -> bool:
        """Whether something is typed or chosen that is not in the hand-in yet."""
        return self._typed is not None or bool(self.line.text().strip())

    @property
    def is_picking(self) -> bool:
        """Whether the picker is up."""
        return self._below.currentWidget() is self.picker

    def pick(self, seat: str, play: PlayedMove | None = None) -> None:
        """Let a move of a seat be chosen by clicks; `play` is one to change."""
        self._seat = seat
        self._below.setCurrentWidget(self.picker)
        self.line.hide()
        self.picking_changed.emit(True)
        self.picker.open(seat, draft_of(play, self._book) if play else None)
        self._fit()
        self._show_seat()

    def close_picker(self) -> None:
        """Go back to the line."""
        self._below.setCurrentWidget(self._by_line)
        self.line.show()
        self.picking_changed.emit(False)
        self._fit()
        self._read()

    def focus_line(self, seat: str = "") -> None:
        """Go to the line; for `seat` where the line says nothing yet."""
        if self.is_picking:
            self.close_picker()
        self._seat = seat or self._seat
        self._show_seat()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _connect(self) -> None:
        self.line.textChanged.connect(self._on_text)
        self.line.textEdited.connect(lambda _text: self.problem_told.emit(""))
        self.line.entered.connect(lambda _text: self._enter())
        self.line.handed_in.connect(lambda _text: self._hand_in())
        self.line.stepped.connect(self.offers.step)
        self.offers.taken.connect(self._take_word)
        self.picker.changed.connect(self._on_picked)
        self.picker.play_requested.connect(self._add_picked)
        self.picker.take_back_requested.connect(self._take_back_picked)
        self.picker.closed.connect(self.close_picker)
        self.picker.saved.connect(self._hand_in)
        self.picker.free_requested.connect(self._write_free)

    def _on_text(self, text: str) -> None:
        self._desk.keep_draft(_PLACE, text)
        if self.is_picking:
            self.close_picker()
        self._read()

    def _read(self) -> None:
        if self._state is None or self.is_picking:
            return
        text = self.line.text()
        self._parsed = parsed = parse(self._book, self._state, text)
        self._free = free = read_free(self._book, self._state, text)
        if parsed.seat or free:
            self._seat = free.seat if free else parsed.seat
        offers = parsed.completions if text else parsed.completions[:12]
        self.offers.set_offers((*free.offers, *offers) if free else offers)
        typed = weigh(self._book, self._state, parsed.play) if parsed.play else None
        self._show_seat()
        self._say(parsed, typed)
        self._tell_typed(typed)

    def _say(self, parsed: Parsed, typed: Typed | None) -> None:
        assert self._state is not None
        if self._free and self._free.is_whole:
            self.echo.set_words(self._free.sentence)
        else:
            sentence = parsed.sentence
            if self._is_compact or self.echo.lines_of(sentence) > _LINES:
                sentence = parsed.brief
            begun = bool(unfinished(self.line.text()) and parsed.completions)
            self.echo.set_words(sentence, *verdict(self._book, self._state, parsed, typed, begun))
        self._fit()

    def _show_seat(self) -> None:
        done = self._state.now.handed_in if self._state else ()
        known = self._seat and self._seat not in done
        self.line.set_seat(self._book.seat_index(self._seat) if known else None)

    def _enter(self) -> None:
        """Add the move; first finish a word that is begun and not yet understood."""
        parsed, text = self._parsed, self.line.text()
        if parsed is None or not text.strip():
            return
        if self._free and self._free.is_whole:
            self._write_free(self._free.seat)
        elif unfinished(text) and parsed.problems and self.offers.chosen:
            self._take_word(self.offers.chosen)
        elif parsed.problems or parsed.play is None:
            self.problem_told.emit(parsed.problems[0] if parsed.problems else parsed.missing)
        else:
            play = parsed.play
            self.line.clear()
            self.play_requested.emit(play)

    def _write_free(self, seat: str) -> None:
        """Give way to the card that the seat writes itself."""
        self.line.clear()
        if self.is_picking:
            self.close_picker()
        self.free_requested.emit(seat)

    def _hand_in(self) -> None:
        """Ask for the hand-in of the seat in the line; a word that is begun is finished first."""
        text, parsed = self.line.text(), self._parsed
        if self.is_picking:
            self.hand_in_requested.emit(self.picker.seat)
        elif parsed and unfinished(text) and parsed.problems and self.offers.chosen:
            self._take_word(self.offers.chosen)
        elif self._seat or text.strip():
            self.hand_in_requested.emit(self._seat)

    def settle(self, seat: str) -> bool:
        """Add what is typed or picked for a seat that hands in, so that nothing of it is lost.

        False where that cannot be: the reason is told, and what was typed stays.
        """
        if self._state is None or seat != self._pending_seat():
            return True
        typed = self._parsed.play if self._parsed else None
        play = self.picker.play if self.is_picking else typed
        problem = self._problem()
        if play is not None and not problem and play not in self._state.now.plays:
            problem = not_to_hand_in(self._book, self._state, play)
        if play is not None and not problem:
            return self._add_pending(play)
        self.problem_told.emit(problem)
        return False

    def _pending_seat(self) -> str:
        """The seat that something is typed or picked for."""
        if self.is_picking:
            return self.picker.seat if self.picker.is_begun else ""
        return self._seat if self.line.text().strip() else ""

    def _problem(self) -> str:
        """What is missing from what is typed or picked."""
        if self.is_picking:
            return self.picker.missing
        parsed = self._parsed
        if parsed is None or (parsed.play is not None and not parsed.problems):
            return ""
        return parsed.problems[0] if parsed.problems else parsed.missing or "Type a whole move."

    def _add_pending(self, play: PlayedMove) -> bool:
        text = self.line.text()
        if self.is_picking:
            self.close_picker()
        else:
            self.line.clear()
        assert self._state is not None
        if play not in self._state.now.plays:
            self.play_requested.emit(play)
        is_in = any(stands.move == play.move for stands in self._state.now.plays)
        if not is_in:
            self.line.setText(text)
        return is_in

    def _take_word(self, word: str) -> None:
        self.line.setText(completed(self.line.text(), word))
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_picked(self, play: object) -> None:
        if self._state is not None and self.is_picking:
            typed = weigh(self._book, self._state, play) if isinstance(play, PlayedMove) else None
            self._fit()
            self._tell_typed(typed)

    def _add_picked(self, play: PlayedMove) -> None:
        self.close_picker()
        self.play_requested.emit(play)

    def _take_back_picked(self, card: str) -> None:
        self.close_picker()
        self.take_back_requested.emit(card)

    def _tell_typed(self, typed: Typed | None) -> None:
        if typed != self._typed:
            self._typed = typed
            self.typed_changed.emit(typed)

    def _fit(self) -> None:
        """Be as high as what is shown."""
        if self._below.currentWidget() is self._by_line:
            width = self.width() - self.offers.sizeHint().width() - 44
            said = self.echo.heightForWidth(max(width, 200))
            self._below.setFixedHeight(max(self.offers.sizeHint().height(), said))
        else:
            self._below.setFixedHeight(self.picker.wanted_height())
