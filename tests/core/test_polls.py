"""Polls: medians, the perception gap and its word, divided cells, when results are open."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.core import actions as do
from app.core.actions import Refusal
from app.core.book import Book
from app.core.compile import compile_deck
from app.core.polls import (
    all_gaps,
    answered,
    are_open,
    divided_cells,
    expected_answers,
    gap_word,
    gaps,
    items,
    largest_gap,
    median,
    turn_items,
)
from app.core.room import picture
from app.core.values import Answers, CellSetup, Item, Phase
from tests.core.given import FELT, NOW, REASON, SETUP, Course, at, tutorial

POLL, DISCUSS, HOT_WASH = Phase.POLL, Phase.DISCUSS, Phase.HOT_WASH


def felt(*values: float, is_median: bool = False) -> do.EnterAnswers:
    return do.EnterAnswers(Answers("felt", "TAV", values=values, is_median=is_median))


def guess(*values: float) -> do.EnterAnswers:
    return do.EnterAnswers(Answers("felt", "CAL", "TAV", values=values))


@pytest.mark.parametrize(
    ("gap", "word"),
    [
        (0, "read well"),
        (1, "read well"),
        (-1, "read well"),
        (1.5, "read well"),
        (-1.5, "read well"),
        (2, "misread"),
        (2.5, "misread"),
        (-3.5, "misread"),
        (3, "misread"),
        (4, "blind spot"),
        (-4, "blind spot"),
        (10, "blind spot"),
    ],
)
def test_a_gap_has_a_word_and_a_half_rounds_toward_zero(gap: float, word: str) -> None:  # 97
    assert gap_word(gap) == word


@pytest.mark.parametrize(
    ("values", "middle"), [((), None), ((4,), 4), ((4, 5), 4.5), ((7, 7, 6), 7), ((2, 9, 4), 4)]
)
def test_a_median_of_an_even_number_may_be_a_half(
    values: tuple[float, ...], middle: float | None
) -> None:
    assert median(values) == middle


def test_a_gap_is_what_was_expected_less_what_was_felt() -> None:
    course = at(POLL).given(felt(4, 5), guess(7, 7, 6))
    (figure,) = gaps(course.book, course.state, 1)
    assert (figure.estimate, figure.felt, figure.gap, figure.word) == (7, 4.5, 2.5, "misread")
    assert (figure.low, figure.high, figure.n, figure.n_estimates) == (4, 5, 2, 3)


def test_a_typed_median_is_enough_for_a_gap() -> None:
    course = at(POLL).given(felt(4.5, is_median=True), guess(8))
    assert [figure.gap for figure in gaps(course.book, course.state, 1)] == [3.5]


@pytest.mark.parametrize("side", [felt(4), guess(4)])
def test_without_both_sides_nothing_is_measured(side: do.EnterAnswers) -> None:
    course = at(POLL).given(side)
    assert gaps(course.book, course.state, 1) == ()


@pytest.mark.parametrize(
    ("values", "is_divided"), [((2, 6), True), ((2, 5), False), ((0, 10), True), ((5,), False)]
)
def test_a_cell_four_apart_is_divided(values: tuple[float, ...], is_divided: bool) -> None:  # 98
    course = at(POLL).given(felt(*values), guess(5))
    (figure,) = gaps(course.book, course.state, 1)
    assert figure.is_divided is is_divided
    assert divided_cells(course.state.now, "felt") == (("TAV",) if is_divided else ())


def test_guesses_far_apart_divide_no_cell() -> None:
    assert divided_cells(at(POLL).given(guess(0, 10)).state.now, "felt") == ()


def two_turns(first: tuple[float, float], second: tuple[float, float]) -> Course:
    course = at(POLL).given(felt(first[1]), guess(first[0])).to(POLL, 2)
    return course.given(felt(second[1]), guess(second[0]))


@pytest.mark.parametrize(
    ("first", "second", "turn"),
    [((7, 5), (5, 5), 1), ((5, 5), (1, 5), 2), ((7, 5), (3, 5), 1), ((5, 5), (5, 5), 1)],
)
def test_the_largest_gap_is_the_earliest_on_a_tie(
    first: tuple[float, float], second: tuple[float, float], turn: int
) -> None:
    course = two_turns(first, second)
    largest = largest_gap(course.book, course.state)
    assert largest is not None
    assert largest.turn == turn
    assert len(all_gaps(course.book, course.state)) == 2


def test_new_answers_replace_the_old() -> None:
    course = at(POLL).given(felt(4), felt(6))
    assert [answers.values for answers in course.state.now.answers] == [(6,)]


def test_who_is_expected_to_answer_what() -> None:
    course = at(POLL)
    found = [
        (line.item, line.seat, line.about, line.heads)
        for item in items(course.book, course.state)
        for line in expected_answers(course.book, course.state, item)
    ]
    assert found == [
        ("felt", "TAV", "", 2),
        ("felt", "CAL", "TAV", 3),
        ("helped", "CAL", "", 3),
        ("helped", "TAV", "", 2),
    ]


def test_empty_seats_are_asked_nothing() -> None:  # ruling 97
    course = at(POLL, cells=(CellSetup("CAL", heads=3), CellSetup("TAV", heads=0)))
    asked = [
        line.seat
        for item in items(course.book, course.state)
        for line in expected_answers(course.book, course.state, item)
    ]
    assert set(asked) == {"CAL"}


def test_people_have_answered_when_they_answered_everything() -> None:
    course = at(POLL).given(felt(4, 5), guess(7, 7, 6))
    assert answered(course.book, course.state) == (0, 5)
    course.given(do.EnterAnswers(Answers("helped", "TAV", options=("own", "own"))))
    assert answered(course.book, course.state) == (2, 5)


@pytest.mark.parametrize(
    ("policy", "first", "second"),
    [
        ("every turn", DISCUSS, DISCUSS),
        ("at the end", None, None),
        ("after turn 3 and at the end", None, None),
    ],
)
def test_a_policy_opens_the_polls(policy: str, first: Phase | None, second: Phase | None) -> None:
    course = at(DISCUSS, 1, reveal_policy=policy)
    assert are_open(course.book, course.state, 1) is (first is not None)
    course.to(POLL, 2)
    assert not are_open(course.book, course.state, 2)
    course.to(DISCUSS, 2)
    assert are_open(course.book, course.state, 1) is (first is not None)
    assert are_open(course.book, course.state, 2) is (second is not None)
    course.to(HOT_WASH, 2)
    assert are_open(course.book, course.state, 1)
    assert are_open(course.book, course.state, 2)


def test_the_hot_wash_opens_every_poll() -> None:
    course = at(POLL, 1).given(do.SkipToHotWash(REASON))
    assert are_open(course.book, course.state, 1)


def test_opening_by_hand_opens_the_turns_so_far() -> None:
    course = at(DISCUSS, 1).given(do.RevealPoll())
    assert are_open(course.book, course.state, 1)
    course.to(DISCUSS, 1).to(POLL, 2)
    assert (are_open(course.book, course.state, 1), are_open(course.book, course.state, 2)) == (
        True,
        False,
    )


def four_turns(**first: object) -> Book:
    """The tutorial with four turns like its first, the first changed as given."""
    deck = tutorial().deck
    plan = deck.turns[0]
    turns = tuple(plan.model_copy(update={"turn": number}) for number in (1, 2, 3, 4))
    changed = turns[0].model_copy(update=first)
    return compile_deck(deck.model_copy(update={"turns": (changed, *turns[1:])}))


def opened(course: Course) -> list[int]:
    return [r.number for r in course.state.turns if are_open(course.book, course.state, r.number)]


def test_after_turn_3_the_first_three_turns_open_and_the_rest_in_the_hot_wash() -> None:
    setup = replace(SETUP, reveal_policy="after turn 3 and at the end")
    course = Course(setup, four_turns()).to(POLL, 3)
    assert opened(course) == []
    assert opened(course.to(DISCUSS, 3)) == [1, 2, 3]
    assert opened(course.to(DISCUSS, 4)) == [1, 2, 3]
    assert opened(course.to(HOT_WASH, 4)) == [1, 2, 3, 4]


def without_poll(how: str) -> Book:
    minutes = tutorial().deck.turns[0].minutes.model_copy(update={"poll": None})
    return four_turns(**({"minutes": minutes} if how == "minutes" else {"polls": ()}))


@pytest.mark.parametrize("how", ["minutes", "items"])
def test_a_turn_without_a_poll_opens_what_it_hides(how: str) -> None:
    book = without_poll(how)
    course = Course(replace(SETUP, reveal_policy="every turn"), book).to(Phase.ADJUDICATE, 1)
    assert opened(course) == []
    assert opened(course.to(DISCUSS, 1)) == [1]
    shown = str(picture(book, course.state, Item("tracks", 1), NOW))
    assert "Assurance of Tavia" in shown
    assert not turn_items(book, 1)


def test_a_turn_without_a_poll_is_opened_by_hand() -> None:
    course = Course(SETUP, without_poll("minutes")).to(DISCUSS, 1)
    assert opened(course) == []
    assert opened(course.given(do.RevealPoll())) == [1]


def test_a_poll_that_the_end_cuts_off_is_open_after_it() -> None:
    assert opened(at(POLL, 1).given(do.EndSession(REASON))) == [1]


def test_what_is_missing_may_follow_a_poll_and_nothing_is_written_over() -> None:
    course = at(DISCUSS).given(do.EnterAnswers(FELT))
    again = course.when(do.EnterAnswers(replace(FELT, values=(0.0,))))
    assert isinstance(again, Refusal)
    assert "amend" in again.way_on


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf")])
@pytest.mark.parametrize("is_median", [False, True])
def test_what_is_no_number_is_not_on_the_scale(value: float, is_median: bool) -> None:
    answer = at(POLL).when(felt(value, is_median=is_median))
    assert isinstance(answer, Refusal)
    assert answer.code == "OffTheScale"
