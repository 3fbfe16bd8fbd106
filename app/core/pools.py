"""Who and what may be named on a card: signers, hosts, targets, who is told, what is chosen."""

from __future__ import annotations

from dataclasses import replace

from app.core.book import Book
from app.core.values import PlayedMove
from app.deck.model import Choice, Move

QUIET_CHOICES = ("host", "target")
"""Choices that have a place of their own in a play."""


def signing_pool(book: Book, card: Move) -> tuple[str, ...]:
    """The seats that may co-sign a card, in the deck's order."""
    return book.signers[card.id]


def told_pool(book: Book, card: Move) -> tuple[str, ...]:
    """Who may be told of a quiet play of a card: seats, then adversaries."""
    return book.told[card.id]


def text_pool(book: Book, procedure: str) -> tuple[str, ...]:
    """The seats that may sign a procedure's text, in the deck's order."""
    return book.seats_in(book.procedure(procedure).sign)


def told(book: Book, play: PlayedMove) -> PlayedMove:
    """The play with its addressee filled in, where its card names only one there can be."""
    card = book.cards.get(play.move)
    if card is None or not card.addressee or play.channel != "quiet" or play.addressee:
        return play
    pool = told_pool(book, card)
    return replace(play, addressee=pool[0]) if len(pool) == 1 else play


def is_asked_for(card: Move, choice: Choice, play: PlayedMove) -> bool:
    """Whether a choice has to be made, given what else was chosen on the card."""
    return all(
        set(options) & set(chosen_on(play, other))
        for other, options in choice.when.items()
        if any(known.id == other for known in card.choices)
    )


def choice_pool(book: Book, card: Move, choice: Choice) -> tuple[str, ...]:
    """Who or what may be chosen: seats and adversaries in the deck's order, or option ids."""
    if choice.options:
        return tuple(choice.options)
    who = frozenset().union(*(members(book, card, name) for name in choice.of))
    people = (*(s.id for s in book.deck.seats), *(a.id for a in book.deck.adversaries))
    return tuple(x for x in people if x in who)


def members(book: Book, card: Move, name: str) -> frozenset[str]:
    """Whom a name means on a card before it is played; nobody for a role."""
    seats = frozenset(seat.id for seat in book.deck.seats)
    special = {"self": frozenset({card.seat}), "all": seats, "others": seats - {card.seat}}
    return special.get(name) or book.names.get(name, frozenset())


def chosen_on(play: PlayedMove, choice: str) -> tuple[str, ...]:
    """What was chosen on a card for one of its choices."""
    if choice in QUIET_CHOICES:
        who = play.host if choice == "host" else play.target
        return (who,) if who else ()
    return next((names for key, names in play.choices if key == choice), ())
