"""A cell in Deliberate: a column while it is at work, one line once it has handed in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.core.asking import signing_cost, why_not_sign
from app.core.book import Book
from app.core.legal import effort, reasons_against
from app.core.line_sentence import named, row_words
from app.core.own import writers
from app.core.state import State
from app.core.values import PlayedMove
from app.gui.console.move_rows import MoveRow, RowView
from app.gui.console.typed import Typed
from app.gui.layouts import KeyedColumn, column, holding, row, scrolled
from app.gui.theme import Look, TextStyle
from app.gui.widgets.buttons import Button, Kind, icon_button
from app.gui.widgets.card import Card, Rule
from app.gui.widgets.effort_pips import Effort, EffortPips
from app.gui.widgets.elided_label import ElidedLabel
from app.gui.widgets.icon_text import IconText
from app.gui.widgets.seat_label import SeatLabel
from app.gui.widgets.text_label import TextLabel

NARROW, SHORT = 290, 210
LEAST_WIDTH, LEAST_HEIGHT = 176, 190
_HEAD, _BESIDE = 36, 26
_OFF = "Off the card …"


class SeatColumn(Card):
    """Shows a cell at work: effort, moves, requests to sign, and *Hand in*.

    Signals:
        add_requested(str): a move is to be added to this seat.
        free_requested(str): a card of the seat's own is to be written.
        change_requested(str), take_back_requested(str): by card.
        hand_in_requested(str, bool): the seat; whether its moves stay on paper.
    """

    add_requested = Signal(str)
    free_requested = Signal(str)
    change_requested = Signal(str)
    take_back_requested = Signal(str)
    hand_in_requested = Signal(str, bool)

    def __init__(self, book: Book, look: Look, seat: str, parent: QWidget | None = None) -> None:
        found = book.seat(seat)
        super().__init__("surface", found.name, parent)
        self._book, self._look, self._seat = book, look, seat
        self._may_write, self._width = False, float(NARROW)
        self.setObjectName(f"seat_{seat}")
        self.setMinimumHeight(LEAST_HEIGHT)
        self._name = SeatLabel(look, book.seat_index(seat), found.name, TextStyle.TITLE)
        self._count = TextLabel(look, "", TextStyle.SMALL, "ink2")
        self._pips, self._pips_below = EffortPips(look, Effort(0)), EffortPips(look, Effort(0))
        self._left = TextLabel(look, "", TextStyle.SMALL_STRONG, even_digits=True)
        self._rows = KeyedColumn[RowView, MoveRow](
            lambda view: self._make_row(look, view), lambda widget, view: widget.set_view(view)
        )
        self._add = Button(look, "Add a move", Kind.GHOST, "plus")
        self._free = Button(look, _OFF, Kind.GHOST, "pen-line")
        self._free.setToolTip(f"{found.name}: off the card, write one of its own")
        self._paper = icon_button(look, "file-text", f"{found.name}: hand in on paper")
        self._hand_in = Button(look, "Hand in", Kind.OUTLINE, "check")
        for button, name in (
            (self._add, f"add_{seat}"),
            (self._free, f"free_{seat}"),
            (self._paper, f"paper_{seat}"),
            (self._hand_in, f"hand_in_{seat}"),
        ):
            button.setObjectName(name)
        self._add.setAccessibleName(f"{found.name}: add a move")
        self._hand_in.setAccessibleName(f"{found.name}: hand in")
        self._lay_out()
        self._add.clicked.connect(lambda: self.add_requested.emit(seat))
        self._free.clicked.connect(lambda: self.free_requested.emit(seat))
        self._fit_free()
        self._hand_in.clicked.connect(lambda: self.hand_in_requested.emit(seat, False))
        self._paper.clicked.connect(lambda: self.hand_in_requested.emit(seat, True))

    def set_view(self, state: State, typed: Typed | None) -> None:
        """Show the cell as it stands, with what is typed and not added yet."""
        book, seat = self._book, self._seat
        account = effort(book, state, seat)
        takes = max(0, typed.takes.get(seat, 0)) if typed else 0
        pips = Effort(account.budget, account.spent, takes)
        most = book.seat(seat).moves
        led = sum(1 for play in state.now.plays if play.seat == seat)
        self._count.setText(f"{led} of {most} moves")
        self._pips.set_effort(pips)
        self._pips_below.set_effort(pips)
        self._left.setText(f"{pips.left} left".replace("-", "−"))
        self._left.set_role("warn" if pips.left < 0 else "ink")
        views = rows_of(book, state, seat, typed)
        self._rows.set_items((f"{view.kind}/{view.move}", view) for view in views)
        illegal = any(view.reason for view in views if view.kind == "move")
        self._hand_in.setEnabled(not illegal)
        self._hand_in.setToolTip(
            "A move is not legal; the reason is in its row." if illegal else "Hand the cell in"
        )
        adding = typed is not None and typed.play.seat == seat and not typed.is_change
        self._add.setVisible(led + adding < most)
        self._may_write = led + adding < most and seat in writers(book)
        self._show_free()
        self._paper.setEnabled(not illegal)

    def set_room(self, width: float) -> None:
        """Make do with a width: effort below, signs and short names in place of words."""
        narrow, found = width < NARROW, self._book.seat(self._seat)
        name = found.short if width < SHORT else found.name
        self._name.set_seat(self._book.seat_index(self._seat), name)
        if width != self._width:
            self._width = width
            self._fit_free()
        self._show_free()
        self._pips.setVisible(not narrow)
        self._pips_below.setVisible(narrow)
        self._hand_in.set_icon("" if narrow else "check")
        self._add.set_label("" if narrow else "Add a move", f"{found.name}: add a move")
        self._add.setToolTip("Add a move")

    def _show_free(self) -> None:
        """Where there is no room for it, the cards offer it too."""
        self._free.setVisible(self._may_write and self._has_room_for_free())

    def _fit_free(self) -> None:
        """Say it in words where they have room, else by its sign."""
        name = f"{self._book.seat(self._seat).name}: off the card, write one of its own"
        for kind, words in ((Kind.GHOST, _OFF), (Kind.ICON, "")):
            self._free.set_label(words, name)
            self._free.set_kind(kind)
            if self._has_room_for_free():
                break

    def _has_room_for_free(self) -> bool:
        taken = self._name.sizeHint().width() + self._free.sizeHint().width() + _BESIDE
        return taken <= self._width * self._look.factor

    def focus_first(self) -> None:
        """Go to the cell's first control."""
        self._add.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _make_row(self, look: Look, view: RowView) -> MoveRow:
        made = MoveRow(look, view)
        made.change_requested.connect(self.change_requested)
        made.take_back_requested.connect(self.take_back_requested)
        return made

    def _lay_out(self) -> None:
        first = row((self._name, 1), self._free, spacing=4)
        self._name.setMinimumHeight(_HEAD)  # where the button is not there
        second = row(self._count, None, self._pips, self._left, spacing=8, margins=(0, 0, 8, 0))
        head = holding(column(first, second, self._pips_below, spacing=2, margins=(14, 5, 6, 10)))
        body = scrolled(holding(column(self._rows, None, spacing=0)), f"rows_{self._seat}")
        foot = holding(
            row(self._add, None, self._paper, self._hand_in, spacing=0, margins=(4, 8, 6, 10))
        )
        self.column.setContentsMargins(1, 0, 1, 0)
        self.column.setSpacing(0)
        for part in (head, body, Rule(), foot):
            self.column.addWidget(part, 1 if part is body else 0)


class FoldedCell(Card):
    """Shows a cell that has handed in, in one line.

    Signals:
        reopen_requested(str): let the cell change its moves again.
    """

    reopen_requested = Signal(str)

    def __init__(self, book: Book, look: Look, seat: str, parent: QWidget | None = None) -> None:
        found = book.seat(seat)
        super().__init__("surface", f"{found.name}, handed in", parent)
        self._book, self._seat = book, seat
        self.setObjectName(f"folded_{seat}")
        name = SeatLabel(look, book.seat_index(seat), found.name, TextStyle.STRONG)
        self._done = IconText(look, "circle-check", "", "ok")
        self._moves = ElidedLabel(look, "", TextStyle.SMALL, "ink2")
        self._left = TextLabel(look, "", TextStyle.SMALL_STRONG, even_digits=True)
        reopen = Button(look, "Reopen", Kind.GHOST)
        reopen.setObjectName(f"reopen_{seat}")
        reopen.setAccessibleName(f"{found.name}: reopen")
        reopen.clicked.connect(lambda: self.reopen_requested.emit(seat))
        line = row(name, self._done, (self._moves, 1), self._left, reopen, spacing=14)
        self.column.setContentsMargins(14, 2, 8, 2)
        self.column.addLayout(line)

    def set_view(self, state: State) -> None:
        """Show what the cell handed in."""
        on_paper = self._seat in state.now.on_paper
        self._done.set_text("Handed in on paper" if on_paper else "Handed in")
        plays = [play for play in state.now.plays if play.seat == self._seat]
        titles = [f"{p.move} {self._book.titles[p.move]}, {p.channel}." for p in plays]
        self._moves.setText(" ".join(titles) or ("" if on_paper else "No moves."))
        self._left.setText(f"{effort(self._book, state, self._seat).left} left")


def rows_of(book: Book, state: State, seat: str, typed: Typed | None) -> list[RowView]:
    """The rows of a cell: its moves, what is typed for it, what it is asked to sign."""
    being = typed.play if typed else None
    rows = [move_view(book, state, play, being) for play in state.now.plays if play.seat == seat]
    if being is not None and typed is not None and being.seat == seat and not typed.is_change:
        words = "Typed above, not yet added"
        rows.append(RowView("typed", being.move, *_says(book, being), words, _cost(book, being)))
    rows += [
        _sign_row(book, state, play, seat)
        for play in state.now.plays
        if seat in play.asked and (being is None or being.move != play.move)
    ]
    if being is not None and seat in being.asked:
        words = f"Once {named(book, being.seat)} adds it"
        title = f"Sign {being.move} {book.titles[being.move]}"
        pays = str(signing_cost(book, state))
        rows.append(RowView("typed sign", being.move, title, words, pays))
    return rows


def _says(book: Book, play: PlayedMove) -> tuple[str]:
    return (book.titles[play.move],)


def _cost(book: Book, play: PlayedMove) -> str:
    return str(book.move(play.move).cost)


def move_view(
    book: Book, state: State, play: PlayedMove, being: PlayedMove | None = None
) -> RowView:
    """The row of a move that stands in the hand-in; `being` is one that is being changed."""
    reasons = reasons_against(book, state, play)
    changing = being is not None and being.move == play.move
    words = "Being changed above" if changing else row_words(book, play)
    reason = "" if changing or not reasons else reasons[0]
    return RowView("move", play.move, book.titles[play.move], words, _cost(book, play), reason)


def _sign_row(book: Book, state: State, play: PlayedMove, seat: str) -> RowView:
    title = f"Sign {play.move} {book.titles[play.move]}"
    signed = seat in play.signers
    words = "Signed" if signed else f"Asked by {named(book, play.seat)}"
    why = why_not_sign(book, state, play, seat)
    return RowView("sign", play.move, title, words, str(signing_cost(book, state)), why)
