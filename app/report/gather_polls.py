"""Gathers what people answered: polls, perception gaps, checks of the model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from app.core import polls
from app.core.book import Book
from app.core.state import State, TurnRecord
from app.core.values import Answers
from app.report import facts as f
from app.report.gather_seats import seat_fact


def poll_facts(book: Book, state: State) -> tuple[f.PollFact, ...]:
    """Every answered item of every turn, by seat, in the order of the turn's plan."""
    return tuple(
        _poll(book, state, record, answers)
        for record in state.turns
        for answers in _in_order(book, record)
    )


def _in_order(book: Book, record: TurnRecord) -> list[Answers]:
    items = [item.id for item in book.deck.polls]
    seats = [seat.id for seat in book.deck.seats]
    return sorted(
        record.answers,
        key=lambda a: (items.index(a.item), bool(a.about), seats.index(a.seat), a.about),
    )


def _poll(book: Book, state: State, record: TurnRecord, answers: Answers) -> f.PollFact:
    item = book.poll(answers.item)
    seat = seat_fact(book, state, answers.seat)
    counted = Counter(answers.options)
    question = item.estimate if answers.about and item.estimate else item.question
    return f.PollFact(
        turn=record.number,
        item=item.id,
        kind=item.kind,
        short=item.short,
        question=question,
        seat=seat,
        about=seat_fact(book, state, answers.about) if answers.about else None,
        n=polls.count(answers, seat.heads),
        median=polls.median(answers.values),
        low=min(answers.values, default=None),
        high=max(answers.values, default=None),
        is_median=answers.is_median,
        options=tuple((label, counted[option]) for option, label in item.options.items()),
        words=answers.words,
        is_open=polls.are_open(book, state, record.number),
    )


def gap_facts(book: Book, state: State) -> tuple[f.GapFact, ...]:
    """Every perception gap that was measured."""
    return tuple(
        f.GapFact(
            turn=x.turn,
            seat=seat_fact(book, state, x.seat),
            estimator=seat_fact(book, state, x.estimator),
            felt=x.felt,
            low=x.low,
            high=x.high,
            n=x.n,
            estimate=x.estimate,
            n_estimates=x.n_estimates,
            gap=x.gap,
            word=x.word,
            is_divided=x.is_divided,
            is_open=polls.are_open(book, state, x.turn),
        )
        for x in polls.all_gaps(book, state)
    )


def leader_facts(book: Book, state: State) -> tuple[f.PairFact, ...]:
    """Own answer minus 'our public', wherever both were asked."""
    gap = book.deck.gap
    if gap is None or gap.leaders_and_publics is None:
        return ()
    return tuple(_pairs(book, state, (gap.felt, ""), (gap.leaders_and_publics, "")))


def heard_facts(book: Book, state: State) -> tuple[f.PairFact, ...]:
    """What the estimating seat expected about being heard, minus what was felt."""
    gap = book.deck.gap
    if gap is None or gap.heard is None:
        return ()
    by = book.poll(gap.heard).estimated_by or ""
    return tuple(_pairs(book, state, (gap.heard, by), (gap.heard, "")))


def _pairs(
    book: Book, state: State, first: tuple[str, str], second: tuple[str, str]
) -> Iterator[f.PairFact]:
    """Pairs of medians of (item, estimating seat or '')."""
    for record in state.turns:
        for seat in polls.asked_seats(book, book.poll(first[0])):
            one, two = _values(record, *first, seat), _values(record, *second, seat)
            a, b = polls.median(one), polls.median(two)
            if a is not None and b is not None:
                who = seat_fact(book, state, seat)
                opened = polls.are_open(book, state, record.number)
                yield f.PairFact(record.number, who, a, b, a - b, len(two), opened)


def _values(record: TurnRecord, item: str, by: str, seat: str) -> tuple[float, ...]:
    key = (item, by, seat) if by else (item, seat, "")
    return next((a.values for a in record.answers if (a.item, a.seat, a.about) == key), ())


def check_facts(book: Book, state: State) -> tuple[f.PairFact, ...]:
    """Felt minus the gauge of the family that the deck compares with, after each turn."""
    measure = book.deck.gap
    if measure is None:
        return ()
    gauges = {g.of: g.id for g in book.deck.gauges if g.family == measure.family}
    found = []
    for record in state.turns:
        opened = polls.are_open(book, state, record.number)
        for seat in polls.asked_seats(book, book.poll(measure.felt)):
            answers = _values(record, measure.felt, "", seat)
            felt = polls.median(answers)
            if felt is None or record.after is None or seat not in gauges:
                continue
            value, who = record.after[gauges[seat]], seat_fact(book, state, seat)
            pair = (felt, value, felt - value, len(answers), opened)
            found.append(f.PairFact(record.number, who, *pair))
    return tuple(found)
