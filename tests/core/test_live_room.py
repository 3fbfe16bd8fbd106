"""What is up in the room: its clock and lists stand as they are now, its record as it was shown."""

from __future__ import annotations

import pytest

from app.core import actions as do
from app.core.actions import Refusal
from app.core.display import (
    Asking,
    Consult,
    Deliberate,
    DisplayState,
    InjectCard,
    Mark,
    PollOpen,
    TimeLeft,
    plain_text,
)
from app.core.room import live, picture
from app.core.runsheet import run_sheet
from app.core.values import Answers, Consultation, Item, Phase, WrittenInject
from tests.core.given import ASKED, FELT, GUESS, NOW, PATROL, Course, at

CALDER, TAVEN = (Mark(at(Phase.BRIEF).book.name(seat), i) for i, seat in enumerate(("CAL", "TAV")))
CONSULT = Item("consult", 1)
BACK = Consultation("TAV", "CAL", "a secret")
NEWS = WrittenInject("", "Dock workers walk out", "The cranes stand still.", ("room",))


def shown(phase: Phase, item: Item) -> Course:
    """Put up in turn 1 with its clock running, before anything was done in this phase."""
    course = at(phase, 1, do.AddMove(PATROL))
    return course.given(do.StartTimer(), do.Show(item))


def now(course: Course, later: float = 0) -> DisplayState:
    return live(course.state.room.display, course.book, course.state, NOW + later)


def asking(course: Course) -> tuple[Asking, ...]:
    screen = now(course).screen
    assert isinstance(screen, Consult)
    return screen.rows


def clock(course: Course, later: float = 0) -> TimeLeft:
    screen = now(course, later).screen
    assert isinstance(screen, (Consult, Deliberate))
    return screen.time


def test_who_asks_whom_is_listed_as_it_comes_about() -> None:
    course = shown(Phase.CONSULT, CONSULT)
    recorded = course.state.room.display
    assert asking(course) == ()
    course.given(do.OpenConsultation(ASKED))
    assert asking(course) == (Asking(CALDER, (TAVEN,)),)
    course.given(do.OpenConsultation(BACK))
    assert asking(course) == (Asking(CALDER, (TAVEN,)), Asking(TAVEN, (CALDER,)))
    assert course.state.room.display == recorded


def test_a_listed_consultation_never_says_what_is_asked_nor_what_is_answered() -> None:
    course = shown(Phase.CONSULT, CONSULT).given(do.OpenConsultation(BACK))
    before = plain_text(now(course))
    course.given(do.AnswerConsultation("TAV", "CAL", "a secret", "objects"))
    assert plain_text(now(course)) == before
    assert "secret" not in before


def test_the_list_stands_after_its_phase_and_its_turn() -> None:
    course = shown(Phase.CONSULT, CONSULT).given(do.OpenConsultation(ASKED))
    for phase, turn in ((Phase.REVEAL, 1), (Phase.CONSULT, 2)):
        course.to(phase, turn)
        assert asking(course) == (Asking(CALDER, (TAVEN,)),)
        assert clock(course).word == "closed"


@pytest.mark.parametrize(
    ("phase", "item", "after"),
    [
        (Phase.DELIBERATE, Item("deliberate", 1), Phase.CONSULT),
        (Phase.CONSULT, CONSULT, Phase.REVEAL),
    ],
)
def test_a_phase_that_is_left_early_is_closed_and_its_time_is_not_up(
    phase: Phase, item: Item, after: Phase
) -> None:
    course = shown(phase, item)
    assert clock(course, 5).word == "running"
    assert clock(course, 9_000).label == "Time"
    course.to(after)
    assert (clock(course, 5).word, clock(course, 5).label) == ("closed", "Closed")


@pytest.mark.parametrize(
    ("phase", "turn", "position"),
    [
        (Phase.BRIEF, 1, "Turn 1 of 2 · Brief"),
        (Phase.POLL, 1, "Turn 1 of 2 · Poll"),
        (Phase.BRIEF, 2, "Turn 1 of 2"),
    ],
)
def test_an_inject_stands_in_the_present_phase(phase: Phase, turn: int, position: str) -> None:
    course = at(Phase.BRIEF, 1).given(do.WriteInject(NEWS)).to(phase, turn)
    display = picture(course.book, course.state, Item("inject", 1, "W1"), NOW)
    assert isinstance(display, DisplayState)
    assert isinstance(display.screen, InjectCard)
    assert display.frame.position == position


def test_a_poll_that_stays_up_keeps_its_count_when_the_next_turn_begins() -> None:
    course = at(Phase.POLL).given(do.Show(Item("poll", 1, "felt")))
    course.given(do.EnterAnswers(FELT), do.EnterAnswers(GUESS))
    counted = now(course).screen
    assert isinstance(counted, PollOpen)
    assert counted.answered == counted.heads > 0
    course.to(Phase.BRIEF, 2)
    assert now(course).screen == counted


def test_the_results_of_a_choice_have_a_row_once_the_polls_are_open() -> None:
    answers = Answers("helped", "CAL", options=("ship", "words", "words"))
    course = at(Phase.POLL, 1, reveal_policy="every turn").given(do.EnterAnswers(answers))
    results = Item("poll results", 1, "helped")
    assert results not in [row.item for row in run_sheet(course.book, course.state)]
    course.to(Phase.DISCUSS, 1)
    (row,) = [row for row in run_sheet(course.book, course.state) if row.item == results]
    assert row.title.startswith("Results: ")
    assert not isinstance(course.when(do.Show(results)), Refusal)
