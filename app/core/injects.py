"""Which injects come of themselves, and which are due."""

from __future__ import annotations

import re

from app.core.book import Book
from app.core.history import facts_of
from app.core.state import State
from app.deck.model import Inject


def scheduled_for(book: Book, turn: int) -> tuple[str, ...]:
    """The scheduled injects of a turn: public ones first, then private, in the deck's order."""
    found = [
        compiled.inject
        for compiled in book.injects.values()
        if compiled.inject.kind == "scheduled" and compiled.inject.turns[0] == turn
    ]
    return tuple(inject.id for inject in sorted(found, key=lambda inject: not inject.is_public))


def due_conditionals(book: Book, state: State) -> tuple[str, ...]:
    """Conditional injects whose condition holds now and that were never released; by id order.

    None once one was released, or all passed over, this turn.
    """
    if state.now.conditional_settled:
        return ()
    return _due(book, state, "conditional")


def due_optionals(book: Book, state: State) -> tuple[str, ...]:
    """Injects at the facilitator's choice that may come now."""
    return _due(book, state, "optional")


def _due(book: Book, state: State, kind: str) -> tuple[str, ...]:
    facts = facts_of(book, state, state.turn, state.gauges)
    due = (
        name
        for name, compiled in book.injects.items()
        if compiled.inject.kind == kind
        and compiled.inject.turns[0] <= state.turn <= compiled.inject.turns[1]
        and name not in facts.released
        and compiled.when.holds(facts)
    )
    return tuple(sorted(due, key=_by_id))


def told_seats(book: Book, inject: Inject) -> tuple[str, ...]:
    """The seats to which an inject goes, in the deck's order; none where it goes to the room."""
    return book.seats_in(inject.to)


def _by_id(inject: str) -> list[tuple[bool, int, str]]:
    """The order of ids as people read them: letters, then number, so that C2 is before C10."""
    parts = re.findall(r"\d+|\D+", inject)
    return [(x.isdecimal(), int(x) if x.isdecimal() else 0, x) for x in parts]
