"""What cards change of asking and signing, with the card that does: for words beside the counts.

`app.core.legal` says what may be done, `app.core.history` who was asked; this says through whom.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.core.book import Book
from app.core.history import facts_of, role_holders
from app.core.pools import signing_pool
from app.core.state import State, TurnRecord
from app.core.values import PlayedMove


@dataclass(frozen=True, slots=True)
class CountedAsAsked:
    """A seat that counts as asked about a move although nobody asked it, and the card it is by."""

    seat: str
    move: str
    by: str


def counted_as_asked(book: Book, state: State) -> tuple[CountedAsAsked, ...]:
    """Who counts as asked this turn by a card alone, in the order of the hand-in and the seats."""
    leaders = {play.move: play.seat for play in state.now.plays}
    asked = {
        (c.asked, c.about) for c in state.now.consultations if leaders.get(c.about) == c.asking
    } | {(signer, play.move) for play in state.now.plays for signer in play.signers}
    by = dict(reversed(list(_by_card(book, state))))
    left = facts_of(book, state, state.turn).asked - asked
    return tuple(
        CountedAsAsked(seat.id, move, by[seat.id, move])
        for move, leader in leaders.items()
        for seat in book.deck.seats
        if seat.id != leader and (seat.id, move) in left and (seat.id, move) in by
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
            if later and seat in {x for r in later.who for x in role_holders(book, play, r)}:
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
    facts = facts_of(book, state, state.turn)
    for need in book.signer_needs.get((play.move, seat), ()):
        if not need.when.holds(facts):
            return f"{spoken} cannot sign it: {need.say}"
    return ""


def _by_card(book: Book, state: State) -> Iterator[tuple[tuple[str, str], str]]:
    """(seat, move) with each card that makes it count as asked, the present turn's first."""
    now = state.now
    for play in now.plays:
        for role in book.move(play.move).asked_together:
            for seat in role_holders(book, play, role):
                yield from (((seat, other.move), play.move) for other in now.plays)
    records = [record for record in state.turns if record.number >= 1]
    for ago, record in enumerate(reversed(records)):
        yield from _counting(book, now, record, ago)


def _counting(
    book: Book, now: TurnRecord, record: TurnRecord, ago: int
) -> Iterator[tuple[tuple[str, str], str]]:
    for play in record.plays:
        for counting in book.move(play.move).counts_as_asked:
            if ago >= counting.turns:
                continue
            own = tuple(other.move for other in now.plays if other.seat == play.seat)
            for role in counting.who:
                for seat in role_holders(book, play, role):
                    yield from (((seat, move), play.move) for move in counting.about or own)
