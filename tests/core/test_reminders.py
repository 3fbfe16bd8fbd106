"""Reminders: a card's sentence, so many turns later, in its phase, and never otherwise."""

from __future__ import annotations

from functools import cache

import pytest

from app.core import actions as do
from app.core.book import Book
from app.core.compile import compile_deck
from app.core.reminders import reminders
from app.core.values import Phase, PlayedMove
from app.deck.model import Reminder
from tests.core.given import Course, tutorial

PLAY = PlayedMove("TAV", "F2", "solo")


@cache
def reminding(phase: str = "consult", turns: int = 1) -> Book:
    """The tutorial, where the card F2 has the facilitator remember something."""
    deck = tutorial().deck
    remind = Reminder(phase=phase, turns=turns, say="Answer one request.")
    moves = tuple(
        move.model_copy(update={"remind": remind}) if move.id == "F2" else move
        for move in deck.moves
    )
    return compile_deck(deck.model_copy(update={"moves": moves}))


def played(book: Book) -> Course:
    return Course(book=book).to(Phase.DELIBERATE).given(do.AddMove(PLAY))


def test_a_card_is_remembered_in_the_next_turns_phase() -> None:
    course = played(reminding()).to(Phase.CONSULT, 2)
    assert reminders(course.book, course.state) == (("F2", "Answer one request."),)


@pytest.mark.parametrize(
    ("phase", "turn"),
    [(Phase.CONSULT, 1), (Phase.DELIBERATE, 2), (Phase.REVEAL, 2), (Phase.HOT_WASH, 2)],
)
def test_and_in_no_other_phase_or_turn(phase: Phase, turn: int) -> None:
    course = played(reminding()).to(phase, turn)
    assert reminders(course.book, course.state) == ()


def test_a_card_that_was_not_played_is_not_remembered() -> None:
    course = Course(book=reminding()).to(Phase.CONSULT, 2)
    assert reminders(course.book, course.state) == ()


def test_the_turns_and_the_phase_are_the_cards_own() -> None:
    course = played(reminding("discuss", 0)).to(Phase.DISCUSS, 1)
    assert reminders(course.book, course.state) == (("F2", "Answer one request."),)
    course.to(Phase.DISCUSS, 2)
    assert reminders(course.book, course.state) == ()
