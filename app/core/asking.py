"""What cards change of asking and signing, and which card does.

`app.core.history` says who was asked; `app.core.legal` says from both what may be done.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.core.book import Book
from app.core.facts import Facts
from app.core.history import asked_themselves, counted_by, facts_of, holders
from app.core.pools import signing_pool
from app.core.state import State
from app.core.values import PlayedMove


@dataclass(frozen=True, slots=True)
class CountedAsAsked:
    """A seat that counts as asked about a move although nobody asked it, and the card it is by."""

    seat: str
    move: str
    by: str


def counted_as_asked(book: Book, state: State) -> tuple[CountedAsAsked, ...]:
    """Who counts as asked this turn by a card alone, in the order of the hand-in and the seats."""
    records = [record for record in state.turns if record.number >= 1]
    if not records:
        return ()
    by, asked = counted_by(book, records), asked_themselves(state.now)
    return tuple(
        CountedAsAsked(seat.id, play.move, by[seat.id, play.move])
        for play in state.now.plays
        for seat in book.deck.seats
        if seat.id != play.seat and (seat.id, play.move) in by.keys() - asked
    )


def lifted_by(book: Book, state: State) -> str:
    """The card in the hand-in that lifts the limit of consultations; empty where none does."""
    cards = (play.move for play in state.now.plays if book.move(play.move).free_consulting)
    return next(cards, "")


def more_by(book: Book, state: State, seat: str) -> tuple[tuple[str, int], ...]:
    """The cards of earlier turns that let a seat open more consultations, and how many more."""
    found = []
    for record in state.turns[:-1]:
        for play in record.plays:
            later = book.move(play.move).consultations_later
            if later and seat in holders(book, play, later.who):
                found.append((play.move, later.plus))
    return tuple(found)


def signing_cost(book: Book, state: State) -> int:
    """What a signature costs now: nothing while a card in the hand-in makes signing free."""
    is_free = any(book.move(play.move).free_signing for play in state.now.plays)
    return 0 if is_free else book.deck.economy.signing_cost


def why_not_sign(book: Book, state: State, play: PlayedMove, seat: str) -> str:
    """Why a seat may not sign a move, in words; empty where it may. Its effort is not asked."""
    name = book.spoken(seat)
    spoken = f"{name[:1].upper()}{name[1:]}"
    if state.setup.is_empty(seat):
        return f"Nobody plays {name}: it signs nothing."
    if seat not in signing_pool(book, book.move(play.move)):
        return f"{spoken} is not among those who may sign it."
    return next(unmet_needs(book, facts_of(book, state, state.turn), play.move, seat), "")


def unmet_needs(book: Book, facts: Facts, move: str, seat: str) -> Iterator[str]:
    """What keeps a seat from signing a card by the card's own needs, in words."""
    name = book.spoken(seat)
    for need in book.signer_needs.get((move, seat), ()):
        if not need.when.holds(facts):
            yield f"{name[:1].upper()}{name[1:]} cannot sign it: {need.say}"
