"""Polls: who is expected to answer what, medians, and the perception gap.

Gap = what the estimating seat expects minus what the asked seat felt, by medians. −1..+1 read well,
±2–3 misread, ±4 or more blind spot. With an even number of answers a median may be a half: the half
is printed and rounded toward zero for the word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median as _median

from app.core.book import Book
from app.core.phases import turn_phases
from app.core.state import State, TurnRecord
from app.core.values import Answers, Phase
from app.deck.model import PollItem

READ_WELL, MISREAD, BLIND_SPOT = "read well", "misread", "blind spot"
DIVIDED = 4
"""Answers of one cell this far apart make it a divided cell."""
_BREAK_AFTER = 3  # the turn after which the poll is opened in the break


@dataclass(frozen=True, slots=True)
class Expected:
    """A line of a poll to be filled in: one seat's answers to an item, about a seat or nobody."""

    item: str
    seat: str
    about: str
    heads: int


@dataclass(frozen=True, slots=True)
class GapFigure:
    """The gap for one asked seat in one turn; medians and the range of what was felt."""

    turn: int
    seat: str
    estimator: str
    felt: float
    low: float
    high: float
    estimate: float
    gap: float
    word: str
    n: int
    n_estimates: int
    is_divided: bool


def median(values: Sequence[float]) -> float | None:
    """The median, None of nothing."""
    return float(_median(values)) if values else None


def gap_word(gap: float) -> str:
    """Read well, misread or blind spot. A half is rounded toward zero."""
    size = int(abs(gap))
    return READ_WELL if size <= 1 else MISREAD if size <= 3 else BLIND_SPOT


def items(book: Book, state: State) -> tuple[PollItem, ...]:
    """The items of this turn's poll; none before the first turn."""
    return turn_items(book, state.turn)


def turn_items(book: Book, turn: int) -> tuple[PollItem, ...]:
    """The items of a turn's poll, in the order of the turn plan; none where it has no Poll."""
    plan = next((t for t in book.deck.turns if t.turn == turn), None)
    if plan is None or Phase.POLL not in turn_phases(book, turn):
        return ()
    return tuple(book.poll(item) for item in plan.polls)


def asked_seats(book: Book, item: PollItem) -> tuple[str, ...]:
    """The seats that answer an item for themselves, in the deck's order."""
    return book.seats_in(item.asked)


def expected_answers(book: Book, state: State, item: PollItem) -> tuple[Expected, ...]:
    """The lines to fill in for an item: the asked seats', then the estimates.

    A seat in which nobody sits is neither asked nor guessed about.
    """
    heads = state.setup.heads
    manned = [seat for seat in asked_seats(book, item) if heads(seat)]
    lines = [Expected(item.id, seat, "", heads(seat)) for seat in manned]
    by = item.estimated_by
    if by is not None and heads(by):
        lines += [Expected(item.id, by, seat, heads(by)) for seat in manned]
    return tuple(lines)


def answers_of(record: TurnRecord, line: Expected) -> Answers | None:
    """What was entered for a line, None while nothing was."""
    key = (line.item, line.seat, line.about)
    return next((a for a in record.answers if (a.item, a.seat, a.about) == key), None)


def count(answers: Answers | None, heads: int) -> int:
    """How many people have answered; a typed median stands for the whole cell."""
    if answers is None:
        return 0
    if answers.is_median:
        return heads
    return len(answers.values) + len(answers.options) + len(answers.words)


def answered(
    book: Book, state: State, item: str = "", record: TurnRecord | None = None
) -> tuple[int, int]:
    """(people who have answered, people who are asked) of a turn's poll, or of one item of it.

    It is this turn's poll unless another turn's record is given. Whoever is asked several lines has
    answered once all of them are filled in.
    """
    record = record or state.now
    asked = [found for found in turn_items(book, record.number) if item in ("", found.id)]
    done: dict[str, int] = {}
    for line in (line for found in asked for line in expected_answers(book, state, found)):
        entered = count(answers_of(record, line), line.heads)
        done[line.seat] = min(done.get(line.seat, line.heads), entered)
    return sum(done.values()), sum(state.setup.heads(seat) for seat in done)


def gaps(book: Book, state: State, turn: int) -> tuple[GapFigure, ...]:
    """The perception gaps of a turn, in seat order. A seat without both sides is not measured."""
    measure = book.deck.gap
    record = next((r for r in state.turns if r.number == turn), None)
    if measure is None or record is None:
        return ()
    item = book.poll(measure.felt)
    figures = []
    for seat in asked_seats(book, item):
        felt = _values(record, item.id, seat, "")
        guessed = _values(record, item.id, item.estimated_by or "", seat)
        if felt and guessed:
            figures.append(_figure(turn, seat, item.estimated_by or "", felt, guessed))
    return tuple(figures)


def _values(record: TurnRecord, item: str, seat: str, about: str) -> tuple[float, ...]:
    return next(
        (a.values for a in record.answers if (a.item, a.seat, a.about) == (item, seat, about)), ()
    )


def _figure(
    turn: int, seat: str, estimator: str, felt: Sequence[float], guessed: Sequence[float]
) -> GapFigure:
    middle, estimate = float(_median(felt)), float(_median(guessed))
    low, high = min(felt), max(felt)
    gap = estimate - middle
    return GapFigure(
        turn=turn,
        seat=seat,
        estimator=estimator,
        felt=middle,
        low=low,
        high=high,
        estimate=estimate,
        gap=gap,
        word=gap_word(gap),
        n=len(felt),
        n_estimates=len(guessed),
        is_divided=high - low >= DIVIDED,
    )


def all_gaps(book: Book, state: State) -> tuple[GapFigure, ...]:
    """The gaps of every turn, in order."""
    return tuple(figure for record in state.turns for figure in gaps(book, state, record.number))


def largest_gap(book: Book, state: State) -> GapFigure | None:
    """The largest gap of the exercise; on a tie the earliest turn, then seat order."""
    return max(all_gaps(book, state), key=lambda figure: abs(figure.gap), default=None)


def is_settled(book: Book, record: TurnRecord) -> bool:
    """Whether nothing is left to be answered in a turn: its poll is closed, or was skipped.

    A turn that has no Poll is settled once its ledger is accepted.
    """
    if record.poll_is_settled or record.number == 0:
        return record.poll_is_settled
    return record.after is not None and Phase.POLL not in turn_phases(book, record.number)


def are_open(book: Book, state: State, turn: int) -> bool:
    """Whether what a turn's poll hides may be staged, by policy or because it was opened.

    In the hot wash and after it everything may.
    """
    record = next((r for r in state.turns if r.number == turn), None)
    if record is None or not is_settled(book, record):
        return False
    if state.phase in (Phase.HOT_WASH, Phase.ENDED):
        return True
    policy = state.setup.reveal_policy
    if turn <= state.polls_revealed or policy == "every turn":
        return True
    third = any(r.number >= _BREAK_AFTER and is_settled(book, r) for r in state.turns)
    return policy == "after turn 3 and at the end" and turn <= _BREAK_AFTER and third


def policy_words(state: State) -> str:
    """What the room is told about when the poll is opened."""
    if state.turn > _BREAK_AFTER and state.setup.reveal_policy == "after turn 3 and at the end":
        return "Sealed until the end"
    return {
        "every turn": "Sealed until the facilitator shows them",
        "after turn 3 and at the end": "Sealed until the break after turn 3",
        "at the end": "Sealed until the end",
    }[state.setup.reveal_policy]


def divided_cells(record: TurnRecord, item: str) -> tuple[str, ...]:
    """Seats whose own answers to an item lie 4 or more apart."""
    return tuple(
        a.seat
        for a in record.answers
        if a.item == item and not a.about and a.values and max(a.values) - min(a.values) >= DIVIDED
    )
