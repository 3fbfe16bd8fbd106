"""Consult in words: what each cell may still open and through whom, and who counts as asked.

Pure.
"""

from __future__ import annotations

from app.core.asking import counted_as_asked, lifted_by, more_by, signing_cost
from app.core.book import Book
from app.core.legal import closing_reasons, consultations_allowed
from app.core.line_sentence import named
from app.core.line_words import capital, joined
from app.core.state import State


def opened_words(book: Book, state: State) -> str:
    """What each cell has opened, of how many: 'Opened: US 1 of 3, Japan 0 of 2.'"""
    lifting = lifted_by(book, state)
    cells = ", ".join(_cell(book, state, seat.id, lifting=lifting) for seat in book.deck.seats)
    no_limit = f" No limit while {_card(book, lifting)} is in the hand-in." if lifting else ""
    return f"Opened: {cells}.{no_limit}"


def counted_words(book: Book, state: State) -> str:
    """Who counts as asked without having been; empty where nobody does.

    'Japan and the ROK count as asked about U05 and U12, by U11 Shared script.'
    """
    moves: dict[tuple[str, str], list[str]] = {}
    for counted in counted_as_asked(book, state):
        moves.setdefault((counted.by, counted.seat), []).append(counted.move)
    seats: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for (by, seat), about in moves.items():
        seats.setdefault((by, tuple(about)), []).append(named(book, seat))
    told = [
        f"{capital(joined(names))} {'counts' if len(names) == 1 else 'count'} as asked about "
        f"{joined(about)}, by {_card(book, by)}."
        for (by, about), names in seats.items()
    ]
    return " ".join(told)


def signed_words(book: Book, state: State) -> str:
    """What a signature costs, how many are given, and whether a move still hangs on the others."""
    joint = [play for play in state.now.plays if play.channel == "joint"]
    asked = sum(len(play.asked) for play in joint)
    given = sum(len(play.signers) for play in joint)
    open_ones = {card for card, _ in closing_reasons(book, state)}
    hanging = sum(1 for play in joint if play.move in open_ones)
    hangs = (
        "no move hangs on the rest"
        if not hanging
        else "one move hangs on them"
        if hanging == 1
        else f"{hanging} moves hang on them"
    )
    cost = signing_cost(book, state)
    pays = f"{cost} effort each" if cost else "No effort is paid for signing"
    return f"{pays}. {given} of {asked} given{f'; {hangs}' if given < asked else ''}."


def _cell(book: Book, state: State, seat: str, *, lifting: str) -> str:
    opened = sum(1 for c in state.now.consultations if c.asking == seat)
    name = book.seat(seat).short
    if lifting:
        return f"{name} {opened}"
    more = more_by(book, state, seat)
    by = joined(list(dict.fromkeys(card for card, _ in more)))
    extra = f" ({sum(plus for _, plus in more)} more by {by})" if more else ""
    return f"{name} {opened} of {consultations_allowed(book, state, seat)}{extra}"


def _card(book: Book, move: str) -> str:
    return f"{move} {book.titles[move]}"
