"""What earlier turns leave to ask about: worked out once, and anew where anything in it changed."""

from __future__ import annotations

from dataclasses import replace

from app.core.compile import compile_deck
from app.core.history import facts_of
from app.core.state import State
from app.gui.current_book import CurrentBook
from tests.core import small

MARKED = small.card("P1", sets="flag")
PLAIN = small.card("P1")


def played() -> State:
    return small.Table(small.book(moves=[MARKED])).plays(small.play("P1")).turn().state


def test_the_past_is_the_same_object_from_check_to_check() -> None:
    book, state = small.book(moves=[MARKED]), played()
    first, second = (facts_of(book, state, state.turn) for _ in range(2))
    assert first == second
    assert first.history[0] is second.history[0]


def test_a_book_that_became_another_one_is_asked_anew() -> None:
    state = played()
    book = CurrentBook.of(small.book(moves=[MARKED]))
    assert facts_of(book, state, state.turn).marks_before == {"flag"}
    book.follow(compile_deck(small.book(moves=[PLAIN]).deck))
    assert facts_of(book, state, state.turn).marks_before == set()


def test_a_past_turn_that_was_amended_is_read_anew() -> None:
    book, state = small.book(moves=[MARKED]), played()
    assert facts_of(book, state, state.turn).marks_before == {"flag"}
    turns = tuple(replace(r, plays=()) if r.number == 1 else r for r in state.turns)
    assert facts_of(book, replace(state, turns=turns), state.turn).marks_before == set()
