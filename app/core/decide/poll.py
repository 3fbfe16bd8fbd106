"""Polls: answers come in sealed, and are opened by policy or by hand."""

from __future__ import annotations

# ruff: noqa: ARG001 -- the answers share one signature
from math import isfinite

from app.core import actions as do
from app.core import events as ev
from app.core.actions import Refusal
from app.core.book import Book
from app.core.decide.door import Decision, answer
from app.core.polls import are_open, expected_answers, is_settled
from app.core.state import State
from app.core.values import Answers, Phase
from app.deck.model import PollItem

MOST_WORDS = 12


@answer.register
def _(action: do.EnterAnswers, book: Book, state: State, now: float) -> Decision:
    given = action.answers
    if not state.is_started or given.item not in state.now.poll_items:
        return Refusal(
            "PollNotOpen",
            "This item is not in a poll that was opened this turn.",
            "An answer of an earlier turn is amended, with a reason.",
        )
    return (
        _closed_to(book, state, given)
        or answers_refused(book, state, given)
        or (ev.AnswersEntered(given),)
    )


@answer.register
def _(action: do.RevealPoll, book: Book, state: State, now: float) -> Decision:
    if not state.is_started or not is_settled(book, state.now):
        return Refusal("PollStillOpen", "The poll of this turn is not closed yet.", "Close it.")
    if state.polls_revealed == state.turn or state.phase is Phase.ENDED:
        return Refusal("OpenAlready", "The polls are open already.")
    return (ev.PollRevealed(),)


def answers_refused(book: Book, state: State, given: Answers) -> Refusal | None:
    """What is wrong with answers: who gives them, how many they are, what they say."""
    item = book.poll(given.item)
    line = next(
        (
            x
            for x in expected_answers(book, state, item)
            if (x.seat, x.about) == (given.seat, given.about)
        ),
        None,
    )
    if line is None:
        return Refusal("NotAsked", f"{book.name(given.seat)} is not asked this.")
    return _fault(book, item, given, line.heads)


def _closed_to(book: Book, state: State, given: Answers) -> Refusal | None:
    """After the poll only what is missing may follow, and only while its results are sealed."""
    if state.now.poll_is_open:
        return None
    key = (given.item, given.seat, given.about)
    if any((a.item, a.seat, a.about) == key for a in state.now.answers):
        return Refusal(
            "AnsweredAlready",
            "The poll is closed, and this line of it has been answered.",
            "Undo back to the poll, or amend the answer with a reason once the turn is over.",
        )
    if are_open(book, state, state.turn):
        return Refusal(
            "PollShown",
            "The results of this poll may have been seen: no answer follows them.",
            "Undo back to the poll.",
        )
    return None


def _fault(book: Book, item: PollItem, given: Answers, heads: int) -> Refusal | None:
    """What is wrong with the answers themselves."""
    if given.is_median and item.kind != "scale":
        return Refusal("NotAMedian", "Only answers from 0 to 10 have a median.")
    number = len(given.values) + len(given.options) + len(given.words)
    if number > heads and not given.is_median:
        return Refusal("TooManyAnswers", f"{number} answers from {heads} people.", "Take one out.")
    if item.kind == "scale":
        return _scale_fault(given)
    if item.kind == "choice":
        return _choice_fault(item, given)
    return _words_fault(book, given)


def _choice_fault(item: PollItem, given: Answers) -> Refusal | None:
    may = f"Options: {', '.join(item.options)}."
    if given.values or given.words:
        return Refusal("NoSuchOption", "This item is answered by one of its options.", may)
    wrong = [option for option in given.options if option not in item.options]
    return Refusal("NoSuchOption", f"No option: {', '.join(wrong)}.", may) if wrong else None


def _words_fault(book: Book, given: Answers) -> Refusal | None:
    if given.values or given.options:
        return Refusal("NotWords", "This item is answered in words.")
    known = {tension.id for tension in book.deck.tensions}
    wrong = [tension for _, tension in given.words if tension and tension not in known]
    if wrong:
        return Refusal("NoSuchTension", f"The deck has no tension {', '.join(wrong)}.")
    long = [text for text, _ in given.words if len(text.split()) > MOST_WORDS]
    if long:
        return Refusal("TooManyWords", f"More than {MOST_WORDS} words: “{long[0]}”.", "Cut it.")
    return None


def _scale_fault(given: Answers) -> Refusal | None:
    if given.options or given.words:
        return Refusal("NotANumber", "This item is answered from 0 to 10.")
    for value in given.values:
        if not _is_on_scale(value, is_median=given.is_median):
            shown = f"{value:g}" if isfinite(value) else "This"
            return Refusal("OffTheScale", f"{shown} is not on the scale.", "Whole, 0 to 10.")
    if given.is_median and len(given.values) != 1:
        return Refusal("NotAMedian", "A median is one number.")
    return None


def _is_on_scale(value: float, *, is_median: bool) -> bool:
    """A whole number from 0 to 10; a median may be a half."""
    if not 0 <= value <= 10:  # as NaN is not
        return False
    return value == int(value) or (is_median and value * 2 == int(value * 2))
