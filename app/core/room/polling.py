"""Polls in the room: the question while it is open; results and gaps only as the policy allows."""

from __future__ import annotations

# ruff: noqa: ARG001 -- the makers of pictures share one signature
from collections import Counter

from app.core.actions import Refusal
from app.core.book import Book
from app.core.display import (
    DisplayState,
    Gap,
    GapRow,
    Mark,
    PollOpen,
    PollQuestion,
    PollResults,
)
from app.core.polls import (
    answered,
    are_open,
    asked_seats,
    gaps,
    policy_words,
    turn_items,
)
from app.core.room.common import frame, mark, record_of
from app.core.state import State
from app.core.values import Item
from app.core.why import signed
from app.deck.model import PollItem

SEALED = Refusal(
    "PollSealed",
    "The poll is sealed: its results cannot be shown yet.",
    "The reveal policy opens it, or “Open the polls now”.",
)


def question(book: Book, state: State, item: Item, now: float) -> DisplayState | Refusal:
    """The question of an item that is being asked this turn, and how many have answered."""
    record = record_of(state, item.turn)
    now_asked = {asked.id for asked in turn_items(book, state.turn)}
    if record is None or item.turn != state.turn or item.ref not in now_asked:
        return Refusal("NotAskedNow", "This question is not asked in this turn.")
    found = book.poll(item.ref)
    done, heads = answered(book, state, found.id)
    shown = PollOpen(
        question=PollQuestion(found.question, _who_answers(book, found)),
        scale=_scale(book, found),
        options=tuple(found.options.values()),
        answered=done,
        heads=heads,
        policy=policy_words(state),
    )
    return DisplayState(frame(book, state, "Poll"), shown)


def _scale(book: Book, item: PollItem) -> tuple[str, ...]:
    """The names below a scale, which may have none; empty where there is no scale."""
    if item.kind != "scale":
        return ()
    return book.family(item.bands_of).bands if item.bands_of else ("",) * 5


def _who_answers(book: Book, item: PollItem) -> tuple[tuple[tuple[Mark, ...], str, str], ...]:
    asked = asked_seats(book, item)
    own = "your own answer, each person alone"
    few = " and ".join(book.name(seat) for seat in asked)
    names = few if len(asked) < 3 else _named_together(book, item)
    rows = [(tuple(mark(book, seat) for seat in asked), names, own)]
    if item.estimated_by is not None:
        by = item.estimated_by
        rows.append(((mark(book, by),), book.name(by), _lower(item.estimate or "what they say")))
    return tuple(rows)


def _named_together(book: Book, item: PollItem) -> str:
    """What many who are asked are called; their marks stand beside it."""
    if len(item.asked) == 1 and item.asked[0] != "all":
        return item.asked[0].replace("-", " ").capitalize()
    every = len(asked_seats(book, item)) == len(book.deck.seats)
    return "Everyone" if every else "These cells"


def results(book: Book, state: State, item: Item, now: float) -> DisplayState | Refusal:
    """Counts of a choice, once the polls of its turn are open."""
    record = record_of(state, item.turn)
    if record is None or not are_open(book, state, item.turn):
        return SEALED
    if item.ref not in {asked.id for asked in turn_items(book, item.turn)}:
        return Refusal("NotAskedNow", "This question was not asked in that turn.")
    found = book.poll(item.ref)
    if found.kind != "choice":
        return Refusal("NotAChoice", "Only a question with options has counts to show.")
    counts = Counter(x for a in record.answers if a.item == found.id for x in a.options)
    bars = tuple((label, counts[option]) for option, label in found.options.items())
    shown = PollResults(found.question, bars, sum(counts.values()))
    return DisplayState(frame(book, state, "Poll", item.turn), shown)


def gap(book: Book, state: State, item: Item, now: float) -> DisplayState | Refusal:
    """Felt against expected in a turn, in seat order, once its polls are open."""
    if not are_open(book, state, item.turn):
        return SEALED
    figures = gaps(book, state, item.turn)
    if not figures:
        return Refusal("NotMeasured", "There is no answer from both sides to compare.")
    estimator = figures[0].estimator
    rows = tuple(
        GapRow(
            seat=mark(book, figure.seat),
            word=figure.word.capitalize(),
            sentence=(
                f"{book.seat(estimator).short} expected {figure.estimate:g}, "
                f"{book.seat(figure.seat).short} said {figure.felt:g}"
            ),
            felt=figure.felt,
            low=figure.low,
            high=figure.high,
            estimate=figure.estimate,
            gap=signed(figure.gap),
        )
        for figure in figures
    )
    n = ", ".join(f"{book.seat(f.seat).short} {f.n}" for f in figures)
    shown = Gap(
        heading="Felt, and expected",
        estimator=mark(book, estimator),
        rows=rows,
        foot=f"People who answered: {n}; {book.seat(estimator).short} {figures[0].n_estimates}",
    )
    return DisplayState(frame(book, state, "The poll, opened", item.turn), shown)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
