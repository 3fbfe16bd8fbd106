"""What a session has of its own: cards that seats wrote, and injects written on the spot.

Such a card is a card like any other: the deck is compiled anew with it, so that signing,
consulting, surprise, the ledger and the report need no case of their own. Ids are X1, X2 … and
W1, W2 …, which no deck may use.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable
from dataclasses import replace

from app.core.book import Book
from app.core.compile import compile_deck
from app.core.events import FreeMoveArgued
from app.core.state import State
from app.core.values import FreeMove, WrittenInject
from app.deck.model import Deck, Effect, FreeMoves, Inject, Move

ANY = ("any",)
"""Stands where a deck needs tensions: what the white cell does not tag has none."""
_OWN = re.compile(r"[XW]\d+")
_MADE: deque[tuple[tuple[str, tuple[Move, ...], tuple[Inject, ...]], Book]] = deque(maxlen=4)
"""The last books that were made, each with what it was made of."""


def book_of(book: Book, state: State) -> Book:
    """The session's book: the deck's, with the cards and injects that the session has of its own.

    The same object where it has none, or where `book` holds them already. Compiling takes a while,
    and the same book is asked for after each action, so the last ones are kept.
    """
    deck = _with_own(book.deck, state)
    if deck is book.deck:
        return book
    key = (book.deck_hash, deck.moves, deck.injects)
    made = next((kept for known, kept in _MADE if known == key), None)
    if made is None:
        made = replace(compile_deck(deck), deck_hash=book.deck_hash)
        _MADE.append((key, made))
    return made


def bounds_of(deck: Deck) -> FreeMoves:
    """Within what bounds a seat may write a card; the usual ones where the deck says nothing."""
    return deck.free_moves or FreeMoves(seats=("all",), text="Off the card")


def writers(book: Book) -> tuple[str, ...]:
    """The seats that may write a card of their own, in the deck's order."""
    return book.seats_in(bounds_of(book.deck).seats)


def most_wanted(cost: int) -> int:
    """How many gauges a free move of this cost may mean to move."""
    return 2 if cost >= 2 else 1


def to_argue(state: State) -> tuple[FreeMove, ...]:
    """The free moves of this turn that are not argued yet, in the order of the hand-in."""
    argued = {argued.move for argued in state.now.arguments}
    played = [play.move for play in state.now.plays if play.move not in argued]
    cards = {card.id: card for card in state.free_moves}
    return tuple(cards[move] for move in played if move in cards)


def is_own(name: str) -> bool:
    """Whether an id is one that only a session gives."""
    return bool(_OWN.fullmatch(name))


def next_free_id(state: State) -> str:
    """The id of the next free move."""
    return f"X{len(state.free_moves) + 1}"


def next_inject_id(state: State) -> str:
    """The id of the next inject written on the spot."""
    return f"W{len(state.written) + 1}"


def _with_own(deck: Deck, state: State) -> Deck:
    argued = {a.move: a for record in state.turns for a in record.arguments}
    bounds = bounds_of(deck)
    cards = tuple(_card(bounds, free, argued.get(free.id)) for free in state.free_moves)
    injects = tuple(_inject(state, written) for written in state.written)
    moves = (*(move for move in deck.moves if not is_own(move.id)), *cards)
    every = (*(inject for inject in deck.injects if not is_own(inject.id)), *injects)
    if moves == deck.moves and every == deck.injects:
        return deck
    return deck.model_copy(update={"moves": moves, "injects": every})


def _card(bounds: FreeMoves, free: FreeMove, argued: FreeMoveArgued | None) -> Move:
    card = Move(
        id=free.id,
        seat=free.seat,
        title=free.title,
        cost=free.cost,
        text=free.text,
        channels=bounds.channels,
        affects=free.affects,
        tags=free.tags,
        once=True,
        effects=_effects(argued.effects if argued else ()),
        tensions=ANY,
    )
    return card.model_copy(update={"tensions": free.tensions})


def _inject(state: State, written: WrittenInject) -> Inject:
    released = {r.inject: record.number for record in state.turns for r in record.releases}
    turn = released.get(written.id, state.turn)
    inject = Inject(
        id=written.id,
        kind="optional",
        turns=(turn, turn),
        to=written.to,
        title=written.title,
        source=written.source,
        medium="message",
        time=f"Turn {turn}",
        text=written.text,
        expected="Written on the spot.",
        effects=_effects(written.effects),
        tensions=ANY,
    )
    return inject.model_copy(update={"tensions": written.tensions})


def _effects(steps: Iterable[tuple[str, int]]) -> tuple[Effect, ...]:
    return tuple(Effect(gauge=gauge, change=step) for gauge, step in steps)
