"""This turn's poll as the panel reads it: items, the lines to fill in, what may be told. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from app.core.book import Book
from app.core.line_sentence import named
from app.core.line_words import capital
from app.core.polls import (
    Expected,
    answered,
    answers_of,
    are_open,
    asked_seats,
    count,
    expected_answers,
    gaps,
    items,
    median,
)
from app.core.state import State
from app.core.values import Answers
from app.core.why import signed
from app.deck.model import PollItem


@dataclass(frozen=True, slots=True)
class LineView:
    """One cell's line: who answers, about whom, how many people, what was entered.

    `told` is what the facilitator may read of it, empty while it is sealed.
    """

    key: str
    item: str
    seat: str
    seat_index: int
    about: str
    label: str
    heads: int
    answers: Answers | None
    done: int
    told: str = ""


@dataclass(frozen=True, slots=True)
class BlockView:
    """Lines that belong together: what was felt, or what was estimated."""

    title: str
    lines: tuple[LineView, ...]

    @property
    def words(self) -> str:
        """Such as '13 of 15 answers'."""
        return f"{sum(x.done for x in self.lines)} of {sum(x.heads for x in self.lines)} answers"


@dataclass(frozen=True, slots=True)
class ItemView:
    """One question with its blocks. `options` are letters and labels, `option_ids` their ids.

    `done` are the people who have answered and the people who are asked, as the room is told.
    """

    id: str
    kind: Literal["scale", "choice", "words"]
    short: str
    question: str
    hint: str
    options: tuple[tuple[str, str], ...]
    option_ids: tuple[str, ...]
    blocks: tuple[BlockView, ...]
    done: tuple[int, int]

    @property
    def widest(self) -> int:
        """People in the largest cell that is asked."""
        return max((line.heads for block in self.blocks for line in block.lines), default=1)


@dataclass(frozen=True, slots=True)
class PollView:
    """The whole poll. `sealed` says until when medians are closed; empty once they are open."""

    items: tuple[ItemView, ...]
    later: str
    sealed: str
    gaps: tuple[str, ...]


def poll_view(book: Book, state: State, *, looks_anyway: bool) -> PollView:
    """The poll of the turn. `looks_anyway`: the facilitator looks at what is sealed."""
    is_open = are_open(book, state, state.turn)
    may_read = is_open or looks_anyway
    found = tuple(_item_view(book, state, item, may_read=may_read) for item in items(book, state))
    return PollView(
        items=found,
        later=_later(book, state),
        sealed="" if is_open else _until(state),
        gaps=_gap_words(book, state) if may_read else (),
    )


def _item_view(book: Book, state: State, item: PollItem, *, may_read: bool) -> ItemView:
    lines = [
        _line_view(book, state, item, x, may_read) for x in expected_answers(book, state, item)
    ]
    own = tuple(line for line in lines if not line.about)
    guessed = tuple(line for line in lines if line.about)
    title = "Felt" if item.estimated_by else "Answers"
    blocks = [BlockView(title, own)] if own else []
    if guessed:
        by = book.seat(item.estimated_by or guessed[0].seat)
        blocks.append(BlockView(f"Estimated by {book.spoken(by.id)}", guessed))
    options = tuple(zip("abcde", item.options.values(), strict=False))
    hint = _hint(book, item)
    return ItemView(
        id=item.id,
        kind=item.kind,
        short=item.short,
        question=item.question,
        hint=hint,
        options=options,
        option_ids=tuple(item.options),
        blocks=tuple(blocks),
        done=answered(book, state, item.id),
    )


def _hint(book: Book, item: PollItem) -> str:
    if item.kind == "choice":
        letters = "abcde"[: len(item.options)]
        return f"One letter a person, {letters[0]} to {letters[-1]}."
    if item.kind == "words":
        return "One line a person: at most 12 words, #tension. Enter keeps it."
    who = asked_seats(book, item)
    named = " and ".join(book.spoken(seat) for seat in who) if len(who) < 3 else "each cell asked"
    if not item.estimated_by:
        return f"0 to 10, x for ten. {capital(named)} answer{'' if len(who) == 2 else 's'}."
    verb = "answer for themselves" if len(who) == 2 else "answers for itself"
    return (
        f"0 to 10, x for ten. {capital(named)} {verb}; {book.spoken(item.estimated_by)} estimates."
    )


def _line_view(
    book: Book, state: State, item: PollItem, line: Expected, may_read: bool
) -> LineView:
    answers = answers_of(state.now, line)
    told = _told(item, answers) if may_read and answers is not None else ""
    seat = line.about or line.seat
    return LineView(
        key=f"{state.turn}/{item.id}/{line.seat}/{line.about}",
        item=item.id,
        seat=line.seat,
        seat_index=book.seat_index(line.seat),
        about=line.about,
        label=f"of {named(book, seat)}" if line.about else book.name(seat),
        heads=line.heads,
        answers=answers,
        done=min(line.heads, count(answers, line.heads)),
        told=told,
    )


def _told(item: PollItem, answers: Answers) -> str:
    if item.kind == "scale" and answers.values:
        middle = median(answers.values)
        spread = f", {min(answers.values):g} to {max(answers.values):g}"
        return f"Median {middle:g}{spread if len(answers.values) > 1 else ''}"
    if item.kind == "choice":
        letters = dict(zip(item.options, "abcde", strict=False))
        counted = {option: answers.options.count(option) for option in item.options}
        return ", ".join(f"{letters[x]} {n}" for x, n in counted.items() if n)
    return ""


def _gap_words(book: Book, state: State) -> tuple[str, ...]:
    return tuple(
        f"{book.seat(figure.estimator).short} expected {figure.estimate:g}, "
        f"{book.seat(figure.seat).short} said {figure.felt:g}: "
        f"{signed(figure.gap)}, {figure.word}."
        for figure in gaps(book, state, state.turn)
    )


def _until(state: State) -> str:
    if state.setup.reveal_policy == "every turn":
        return "until the poll is closed"
    if state.setup.reveal_policy == "at the end" or state.turn > 3:
        return "until the end"
    return "until turn 3"


def _later(book: Book, state: State) -> str:
    """Which items come back in a later turn, as a remark beside the tabs."""
    here = {item.id for item in items(book, state)}
    for plan in book.deck.turns:
        names = [item for item in plan.polls if item not in here]
        if plan.turn > state.turn and names:
            more = "One more item" if len(names) == 1 else f"{len(names)} more items"
            return f"{more} in turn {plan.turn}"
    return ""
