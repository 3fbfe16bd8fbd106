"""The hand-in of the demo: moves by line, and the cards that cells write themselves."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.core.book import Book
from app.deck.script import ScriptFree, ScriptMove, ScriptTurn
from app.gui.demo.part import CTRL, Part


class HandIn(Part):
    """Types every cell's moves and hands it in."""

    def play(self, turn: ScriptTurn) -> None:
        """The hand-in of a turn, cell by cell."""
        last = turn.moves[-1] if turn.moves else None
        for index, seat in enumerate(self._book.deck.seats):
            self._seat_key(index)
            for move in (m for m in turn.moves if m.seat == seat.id):
                if move.free is not None:
                    self._own_card(turn.turn, move, move.free)
                    self._seat_key(index)
                else:
                    self._move(turn.turn, move, is_last=move is last)
            if self._state.setup.heads(seat.id):
                self._hands.key(Qt.Key.Key_Return, CTRL)
                self._expect(seat.id in self._state.now.handed_in, f"{seat.id} did not hand in")

    def _move(self, turn: int, move: ScriptMove, *, is_last: bool) -> None:
        self._hands.type(move_line(self._book, move))
        if is_last:
            self._camera.console(f"t{turn}-deliberate", compact=True)
        self._hands.key(Qt.Key.Key_Return)
        self._expect_in_hand(move)

    def _own_card(self, turn: int, move: ScriptMove, free: ScriptFree) -> None:
        """A card off the cards: opened by line, filled in by keys and clicks."""
        self._hands.type(f"{move.seat} free".lower())
        self._hands.key(Qt.Key.Key_Return)
        self._hands.type_into("free_title", free.title, replace=True)
        self._hands.type_into("free_text", free.text, replace=True)
        self._hands.press("free_cost", str(free.cost))
        for place, (gauge, step) in enumerate(free.wants.items(), start=1):
            self._hands.choose(f"free_wants_{place}_gauge", gauge)
            self._hands.press(f"free_wants_{place}_step", str(step))
        self._hands.press("free_how", move.channel or "solo")
        marked = {
            "free_sign": dict.fromkeys((*move.signers, *move.asked)),
            "free_told": dict.fromkeys([move.addressee] if move.addressee else []),
            "free_affects": free.affects,
            "free_tag": free.tags,
            "free_tension": free.tensions,
        }
        for group, names in marked.items():
            for name in names:
                self._hands.press(group, name)
        self._camera.console(f"t{turn}-off-the-card", compact=True, always=True)
        self._hands.click("free_write")
        self._expect_in_hand(move)

    def _expect_in_hand(self, move: ScriptMove) -> None:
        self._expect(
            self._state.now.play(move.move) is not None,
            f"{move.move} was typed and is not in the hand-in",
        )


def move_line(book: Book, move: ScriptMove) -> str:
    """A move as it is typed into the hand-in line, by ids: 'p1 joint tav dro'."""
    card = book.move(move.move)
    words = [move.move, move.channel or "solo"]
    words += [name for name in (move.host, move.target) if name]
    for choice in card.choices:
        words += move.choices.get(choice.id, ())
    asked = dict.fromkeys((*move.signers, *move.asked))
    words += [seat for seat in asked if seat != move.host]
    words += [move.addressee] if move.addressee else []
    return " ".join(words).lower()
