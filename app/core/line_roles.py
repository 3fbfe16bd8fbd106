"""Who holds which place in a typed move, found by what was said and by position.

Names with a place of their own ('host Japan') take it. The others take, in the order typed, the
first place that fits, such that all of them fit: choices of the card first, then who is told of a
quiet move, then co-signers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.core.book import Book
from app.core.pools import choice_pool, signing_pool, told_pool
from app.deck.model import Choice, Move

SIGNERS, ADDRESSEE = "signers", "addressee"


@dataclass(frozen=True, slots=True)
class Named:
    """A name in the line, with the place that was said for it, if one was."""

    who: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a move: who may have it, how many at most, and whether that is all of them."""

    role: str
    pool: tuple[str, ...]
    count: int
    takes_all: bool = False


Held = dict[str, tuple[str, ...]]


def places(
    book: Book, card: Move, channel: str, said: Mapping[str, tuple[str, ...]]
) -> tuple[Place, ...]:
    """The places of a card on a channel, in the order in which names fill them.

    `said` are the options that were named: what they leave unasked has no place.
    """
    found = [
        _place(choice, choice_pool(book, card, choice))
        for choice in card.choices
        if not choice.options and _may_be_asked(choice, said)
    ]
    if channel == "quiet":
        found.append(Place(ADDRESSEE, told_pool(book, card), 1))
    elif channel != "solo" and "joint" in card.channels:
        pool = signing_pool(book, card)
        found.append(Place(SIGNERS, pool, card.signing.at_most or len(pool)))
    return tuple(found)


def _place(choice: Choice, pool: tuple[str, ...]) -> Place:
    most = max(choice.count, choice.at_most or 0)
    return Place(choice.id, pool, most, takes_all=len(pool) == choice.count)


def _may_be_asked(choice: Choice, said: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether a choice is asked for, or may yet be, by what was said for the others."""
    return all(
        set(options) & set(said.get(other, options)) for other, options in choice.when.items()
    )


def cast(named: Sequence[Named], open_places: Sequence[Place]) -> tuple[Held, tuple[str, ...]]:
    """Who holds each place, and the names for which there is none."""
    held: Held = {}
    for name in named:
        if name.role and name.who not in held.get(name.role, ()):
            held[name.role] = (*held.get(name.role, ()), name.who)
    free = [name.who for name in named if not name.role]
    for length in range(len(free), -1, -1):
        full = _fill(free[:length], open_places, held)
        if full is not None:
            return full, tuple(free[length:])
    return held, tuple(free)


def _fill(names: Sequence[str], open_places: Sequence[Place], held: Held) -> Held | None:
    """Every name in a place, by trying the first place that fits first; None where it cannot be."""
    if not names:
        return held
    for place in open_places:
        taken = held.get(place.role, ())
        if names[0] in place.pool and names[0] not in taken and len(taken) < place.count:
            trial = {**held, place.role: (*taken, names[0])}
            full = _fill(names[1:], open_places, trial)
            if full is not None:
                return full
    return None
