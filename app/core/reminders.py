"""Reminders: sentences of cards that the facilitator reads some turns later. They move nothing."""

from __future__ import annotations

from app.core.book import Book
from app.core.state import State


def reminders(book: Book, state: State) -> tuple[tuple[str, str], ...]:
    """What cards of earlier turns have the facilitator remember now: (card, sentence), as played.

    A card counts once its hand-in is closed; a sentence is due in one phase of one turn.
    """
    found = []
    for record in state.turns:
        for play in record.plays if record.is_closed else ():
            remind = book.move(play.move).remind
            if remind is None or remind.phase != state.phase.value:
                continue
            if record.number + remind.turns == state.turn:
                found.append((play.move, remind.say))
    return tuple(found)
