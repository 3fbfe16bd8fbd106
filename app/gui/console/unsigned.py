"""A joint move that nobody has signed: it can be made solo or quiet, or taken back."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.book import Book
from app.core.legal import closing_reasons, reasons_against
from app.core.line_sentence import named
from app.core.line_words import capital
from app.core.pools import told_pool
from app.core.state import State
from app.core.values import PlayedMove
from app.gui.layouts import row
from app.gui.theme import Look, TextStyle
from app.gui.widgets.buttons import Button, Kind
from app.gui.widgets.text_label import TextLabel


def keeps_open(book: Book, state: State, play: PlayedMove) -> bool:
    """Whether the hand-in cannot close because of this joint move."""
    return any(card == play.move for card, _ in closing_reasons(book, state))


def without_signers(book: Book, state: State, play: PlayedMove) -> PlayedMove | None:
    """The same move in a channel that nobody signs; None where its card has none now."""
    plain = replace(play, asked=(), signers=(), addressee="")
    told = told_pool(book, book.move(play.move))
    ways = [replace(plain, channel="solo"), replace(plain, channel="quiet")]
    ways += [replace(plain, channel="quiet", addressee=who) for who in told if len(told) == 1]
    return next((way for way in ways if not reasons_against(book, state, way)), None)


class UnsignedLine(QWidget):
    """Says that a move waits for a signature, and offers the two ways round it.

    Signals:
        changed(object): the `PlayedMove` without signers.
        taken_back: the move goes out of the hand-in.
    """

    changed = Signal(object)
    taken_back = Signal()

    def __init__(self, book: Book, look: Look, play: PlayedMove) -> None:
        super().__init__()
        self._book = book
        self._way: PlayedMove | None = None
        self._words = TextLabel(look, "", TextStyle.SMALL, "ink2", wrap=True)
        self._change = Button(look, "", Kind.OUTLINE)
        self._change.setObjectName(f"unjoin_{play.move}")
        self._back = Button(look, "Take back", Kind.GHOST)
        self._back.setObjectName(f"take_back_{play.move}")
        self._back.setAccessibleName(f"Take back {book.titles[play.move]}")
        self._change.clicked.connect(lambda: self.changed.emit(self._way))
        self._back.clicked.connect(self.taken_back)
        self.setLayout(row((self._words, 1), self._change, self._back, margins=(32, 0, 0, 4)))

    def set_view(self, state: State, play: PlayedMove) -> None:
        """Say what each way brings about."""
        book, way = self._book, without_signers(self._book, state, play)
        self._way = way
        title = book.titles[play.move]
        self._change.setVisible(way is not None)
        if way is not None:
            self._change.set_label(f"Make it {way.channel}", f"Make {title} {way.channel}")
        again = " The cell is reopened and handed in again." if _is_in(state, play) else ""
        self._words.setText(
            f"Unsigned, it keeps the hand-in open. {self._way_words(play, way)} "
            f"Taken back, it frees {book.move(play.move).cost} effort.{again}"
        )

    def _way_words(self, play: PlayedMove, way: PlayedMove | None) -> str:
        leader = capital(named(self._book, play.seat))
        if way is None:
            return "It cannot be played alone."
        if way.channel == "solo":
            return f"Solo, {named(self._book, play.seat)} plays it alone."
        told = named(self._book, way.addressee or way.host)
        return f"Quiet, {leader.removeprefix('The ')} plays it and only {told} is told."


def _is_in(state: State, play: PlayedMove) -> bool:
    return play.seat in state.now.handed_in
