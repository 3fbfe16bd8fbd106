"""The asking card: one line that opens, answers and signs; or a row of chips for the mouse."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.core.actions import Action, AddMove, ChangeMove, OpenConsultation
from app.core.book import Book
from app.core.consult_line import ParsedAsking, parse_asking
from app.core.hand_in_line import Completion, Parsed, parse
from app.core.line_words import completed, unfinished
from app.core.state import State
from app.core.values import Consultation
from app.gui.console.completions import CompletionList
from app.gui.console.echo import Echo
from app.gui.console.free_line import read_free
from app.gui.console.panel import Desk
from app.gui.console.typed import legality, not_to_hand_in, weigh
from app.gui.layouts import column, holding, name_parts, row
from app.gui.theme import Look, TextStyle
from app.gui.widgets.buttons import Button, Kind, icon_button
from app.gui.widgets.card import Card
from app.gui.widgets.chips import Chip, ChipGroup
from app.gui.widgets.hand_in_line import HandInLine
from app.gui.widgets.line_edit import LineEdit
from app.gui.widgets.text_label import TextLabel

_PLACE = "consultation line"


class AskingCard(Card):
    """Shows the line; below it the echo and the words that fit, once something is typed.

    A line that begins with a card is a move: the hand-in is open until it is closed.

    Signals:
        action_requested(object): what the line or the chips ask for.
        hand_in_requested(str): Ctrl+Enter after a move: its seat hands in.
        problem_told(str): why Enter did nothing; empty once the line is another.
        free_requested(str): a card of this seat's own is to be written; '' where none was named.
    """

    free_requested = Signal(str)
    action_requested = Signal(object)
    hand_in_requested = Signal(str)
    problem_told = Signal(str)

    def __init__(self, book: Book, look: Look, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("surface", "Consultations", parent)
        self._book, self._desk = book, desk
        self._state: State | None = None
        self._action: Action | None = None
        self._problem = ""
        self._seat = ""
        self._writes = ""
        self._is_move = False
        prompt, hint = _examples(book)
        self.line = HandInLine(look, "Consultation line", prompt)
        self.line.setObjectName("consult_line")
        self.line.set_hint(hint)
        self.echo = Echo(look, "What was typed")
        self.offers = CompletionList(look, "Words that fit")
        self.offers.setObjectName("consult_offers")
        self._ask = icon_button(look, "plus", "Open a consultation by clicks")
        self._ask.setObjectName("consult_add")
        self._free = icon_button(look, "pen-line", "Off the card: write one of a cell's own")
        self._free.setObjectName("consult_free")
        self._below = holding(row((self.echo, 1), self.offers, spacing=14))
        self.picker = AskPicker(book, look)
        self.column.setContentsMargins(12, 10, 12, 10)
        self.column.setSpacing(8)
        self.column.addLayout(row(self._ask, (self.line, 1), self._free, spacing=6))
        self.column.addWidget(self._below)
        self.column.addWidget(self.picker)
        self.line.setText(desk.draft(_PLACE))
        self.offers.serve(self.line)
        self._connect()
        self.picker.hide()
        self._below.hide()

    def set_view(self, state: State) -> None:
        """Read the line anew against the state as it stands."""
        self._state = state
        self.picker.set_view(state)
        self._read()

    def set_compact(self, compact: bool) -> None:
        """Offer fewer words at once."""
        self.offers.set_rows(2 if compact else 3)

    def _connect(self) -> None:
        self.line.textChanged.connect(self._on_text)
        self.line.textEdited.connect(lambda _text: self.problem_told.emit(""))
        self.line.entered.connect(lambda _text: self._enter())
        self.line.handed_in.connect(lambda _text: self._hand_in())
        self.line.stepped.connect(self.offers.step)
        self.offers.taken.connect(self._take_word)
        self._free.clicked.connect(lambda: self.free_requested.emit(""))
        self._ask.clicked.connect(lambda: self.picker.setVisible(self.picker.isHidden()))
        self.picker.action_requested.connect(self._on_picked)

    def _on_text(self, text: str) -> None:
        self._desk.keep_draft(_PLACE, text)
        self._read()

    def _read(self) -> None:
        if self._state is None:
            return
        text = self.line.text()
        self._below.setVisible(bool(text.strip()))
        move = parse(self._book, self._state, text)
        self._is_move = bool(move.card) and text.split()[0].casefold().startswith(
            move.card.casefold()[:2]
        )
        free = read_free(self._book, self._state, text, may_reopen=True)
        self._writes = free.seat if free and free.is_whole else ""
        if free and self._writes:
            self._action, self._problem = None, ""
            self._show(free.sentence, "", "ink2", ())
        elif self._is_move:
            self._read_move(self._state, move)
        else:
            self._read_asking(parse_asking(self._book, self._state, text))

    def _read_move(self, state: State, parsed: Parsed) -> None:
        play = parsed.play
        stands = play is not None and state.now.play(play.move) is not None
        self._seat = parsed.seat
        self._action = None
        if play is not None and not parsed.problems:
            self._action = ChangeMove(play) if stands else AddMove(play)
        self._problem = parsed.problems[0] if parsed.problems else parsed.missing
        verdict, tone = self._problem, "warn" if parsed.problems else "ink2"
        if play is not None and not parsed.problems:
            tone, verdict = legality(self._book, state, weigh(self._book, state, play))
        self._show(parsed.sentence, verdict, tone, parsed.completions)

    def _read_asking(self, parsed: ParsedAsking) -> None:
        self._seat = parsed.seat
        self._action = parsed.action
        self._problem = parsed.problems[0] if parsed.problems else "Say who, whom and about what."
        said = parsed.problems[0] if parsed.problems else ""
        self._show(parsed.sentence, said, "warn" if said else "ink2", parsed.completions)

    def _show(self, sentence: str, verdict: str, tone: str, offers: tuple[Completion, ...]) -> None:
        begun = bool(unfinished(self.line.text()) and offers)
        self.echo.set_words(sentence, "" if begun and tone == "warn" else verdict, tone)
        self.offers.set_offers(offers)
        self.line.set_seat(self._book.seat_index(self._seat) if self._seat else None)

    def _enter(self) -> None:
        text = self.line.text()
        if not text.strip():
            return
        if self._writes:
            seat = self._writes
            self.line.clear()
            self.free_requested.emit(seat)
        elif self._action is not None:
            action = self._action
            self.line.clear()
            self.action_requested.emit(action)
        elif unfinished(text) and self.offers.chosen:
            self._take_word(self.offers.chosen)
        else:
            self.problem_told.emit(self._problem)

    def _hand_in(self) -> None:
        if self._seat and isinstance(self._action, (AddMove, ChangeMove)):
            self.hand_in_requested.emit(self._seat)
        else:
            self._enter()

    def settle(self, seat: str) -> bool:
        """Add the move that is typed for a seat that hands in; False, with the reason told and the
        line kept, where it cannot be.
        """
        action = self._action
        if self._state is None or not self._is_move or seat != self._seat:
            return True
        if not isinstance(action, (AddMove, ChangeMove)):
            self.problem_told.emit(self._problem)
            return False
        problem = not_to_hand_in(self._book, self._state, action.play)
        if problem:
            self.problem_told.emit(problem)
            return False
        text = self.line.text()
        self.line.clear()
        self.action_requested.emit(action)
        is_in = self._state.now.play(action.play.move) is not None
        if not is_in:
            self.line.setText(text)
        return is_in

    def _on_picked(self, action: Action) -> None:
        self.picker.hide()
        self.action_requested.emit(action)

    def _take_word(self, word: str) -> None:
        self.line.setText(completed(self.line.text(), word))
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)


class AskPicker(QWidget):
    """Shows who asks, whom, and about what, to be clicked together.

    Signals:
        action_requested(object): `OpenConsultation`.
    """

    action_requested = Signal(object)

    def __init__(self, book: Book, look: Look) -> None:
        super().__init__()
        self._book = book
        self._state: State | None = None
        seats = tuple(Chip(s.id, s.short, i) for i, s in enumerate(book.deck.seats))
        self._who = ChipGroup(look, "Who asks", seats)
        self._whom = ChipGroup(look, "Who is asked", seats)
        self._about = ChipGroup(look, "About which move")
        self._matter = LineEdit(look, "General matter", "or a general matter, in words")
        self._matter.setObjectName("ask_matter")
        self._open = Button(look, "Ask", Kind.INK, "messages-square")
        self._open.setObjectName("ask_open")
        for group, name in ((self._who, "ask_who"), (self._whom, "ask_whom")):
            name_parts(group, name)
            group.chosen.connect(lambda _key: self._refresh())
        self._about.chosen.connect(lambda _key: self._refresh())
        self._matter.textChanged.connect(lambda _text: self._refresh())
        self._open.clicked.connect(self._ask)
        self.setLayout(
            column(
                row(_label(look, "Who asks"), self._who, None),
                row(_label(look, "Whom"), self._whom, None),
                row(_label(look, "About"), self._about, (self._matter, 1), self._open),
                spacing=6,
            )
        )

    def set_view(self, state: State) -> None:
        """Offer the moves as they stand."""
        self._state = state
        self._refresh()

    def _refresh(self) -> None:
        if self._state is None:
            return
        who = next(iter(self._who.selected()), "")
        plays = [play for play in self._state.now.plays if play.seat == who]
        chosen = self._about.selected()
        self._about.set_chips(tuple(Chip(play.move, play.move) for play in plays))
        self._about.set_selected(*chosen)
        name_parts(self._about, "ask_about")
        self._open.setEnabled(self._consultation() is not None)

    def _consultation(self) -> Consultation | None:
        who = next(iter(self._who.selected()), "")
        whom = next(iter(self._whom.selected()), "")
        about = self._matter.text().strip() or next(iter(self._about.selected()), "")
        return Consultation(who, whom, about) if who and whom and about and who != whom else None

    def _ask(self) -> None:
        consultation = self._consultation()
        if consultation is not None:
            self._matter.clear()
            self.action_requested.emit(OpenConsultation(consultation))


def _examples(book: Book) -> tuple[str, str]:
    """A line that opens a consultation and one that answers it, in the deck's own words."""
    seats = [seat.id.casefold() for seat in book.deck.seats]
    if len(seats) < 2:
        return "Open a consultation", ""
    moves = {card.seat: card.id.casefold() for card in reversed(book.deck.moves)}
    about = moves.get(book.deck.seats[0].id, "words")
    return (
        f"Open a consultation: {seats[0]} {seats[1]} {about}",
        f"Enter opens it. An answer: {seats[1]} {seats[0]} {about} supports",
    )


def _label(look: Look, text: str) -> TextLabel:
    label = TextLabel(look, text, TextStyle.SMALL, "ink2")
    label.setFixedWidth(70)
    return label
