"""Amendments: an entry of an earlier turn is put right, by the checks of what first recorded it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from app.core import actions as do
from app.core import events as ev
from app.core.actions import Refusal
from app.core.book import Book
from app.core.values import Answers, Consultation, Phase, PlayedMove
from app.session.exercise import Accepted, Exercise
from tests.players import REASON
from tests.session.test_undo import to_phase

PATROL = PlayedMove("CAL", "P1", "solo", host="TAV", target="DRO")
HARBOUR = PlayedMove("TAV", "F1", "solo")
FELT = Answers("felt", "TAV", values=(4.0, 5.0))


def take(exercise: Exercise, *actions: do.Action) -> None:
    for action in actions:
        answer = exercise.submit(action)
        assert isinstance(answer, Accepted), answer


@pytest.fixture
def over(exercise: Exercise) -> Exercise:
    """Brief of turn 2, after a turn in which everything was recorded once."""
    to_phase(exercise, Phase.DELIBERATE)
    take(exercise, do.AddMove(PATROL))
    to_phase(exercise, Phase.CONSULT)
    take(
        exercise,
        do.OpenConsultation(Consultation("CAL", "TAV", "P1")),
        do.AnswerConsultation("CAL", "TAV", "P1", "objects"),
    )
    to_phase(exercise, Phase.POLL)
    take(exercise, do.EnterAnswers(FELT))
    to_phase(exercise, Phase.DISCUSS)
    take(exercise, do.HearSentence("TAV", "Ask us first."))
    to_phase(exercise, Phase.BRIEF)
    return exercise


def amend(
    exercise: Exercise, kind: type[ev.Event], change: Callable[[Any], ev.Amendable]
) -> Accepted | Refusal:
    entry = next(e for e in exercise.entries if isinstance(e.event, kind))
    return exercise.submit(do.Amend(entry.seq, change(entry.event), REASON))


def answers(**changes: Any) -> Callable[[Any], ev.Amendable]:
    return lambda event: ev.AnswersEntered(replace(event.answers, **changes))


def plays(*wanted: PlayedMove) -> Callable[[Any], ev.Amendable]:
    return lambda event: replace(event, plays=wanted)


def same(**changes: Any) -> Callable[[Any], ev.Amendable]:
    return lambda event: replace(event, **changes)


def asked(**changes: Any) -> Callable[[Any], ev.Amendable]:
    return lambda event: ev.ConsultationOpened(replace(event.consultation, **changes))


@pytest.mark.parametrize(
    ("code", "kind", "change"),
    [
        ("OffTheScale", ev.AnswersEntered, answers(values=(99.0,))),
        ("OffTheScale", ev.AnswersEntered, answers(values=(float("nan"),))),
        ("TooManyAnswers", ev.AnswersEntered, answers(values=(5.0,) * 4)),
        ("NotANumber", ev.AnswersEntered, answers(values=(), options=("zzz",))),
        ("AnotherEntry", ev.AnswersEntered, answers(item="helped")),
        ("AnotherEntry", ev.AnswersEntered, answers(seat="CAL", about="TAV")),
        ("AnotherEntry", ev.ConsultationOpened, asked(about="P2")),
        ("NoSuchAnswer", ev.ConsultationOpened, asked(answer="maybe")),
        ("AnotherEntry", ev.ConsultationAnswered, same(about="P2")),
        ("NoSuchAnswer", ev.ConsultationAnswered, same(answer="maybe")),
        ("AnotherEntry", ev.SentenceHeard, same(seat="CAL")),
        ("PlayedAlready", ev.HandInClosed, plays(PATROL, PATROL)),
        ("NotItsCard", ev.HandInClosed, plays(replace(PATROL, seat="TAV"))),
        ("NoSuchChannel", ev.HandInClosed, plays(replace(PATROL, channel="shout"))),  # type: ignore[arg-type]
        ("NotLegal", ev.HandInClosed, plays(replace(PATROL, host="XXX"))),
    ],
)
def test_an_amendment_is_checked_as_the_entry_was(
    over: Exercise, code: str, kind: type[ev.Event], change: Callable[[Any], ev.Amendable]
) -> None:
    answer = amend(over, kind, change)
    assert isinstance(answer, Refusal), answer
    assert answer.code == code


def test_what_is_left_and_carried_is_worked_out_and_not_taken(over: Exercise, book: Book) -> None:
    def change(event: ev.HandInClosed) -> ev.HandInClosed:
        return replace(event, plays=(PATROL, HARBOUR), left=(("CAL", -7),), carry=(("CAL", 99),))

    assert isinstance(amend(over, ev.HandInClosed, change), Accepted)
    spent = {"CAL": book.move("P1").cost, "TAV": book.move("F1").cost}
    left = {seat: book.seat(seat).effort - cost for seat, cost in spent.items()}
    assert over.state.turns[1].left == left
    assert over.state.carry == {seat: min(value, 1) for seat, value in left.items()}
    assert over.state.turns[1].plays == (PATROL, HARBOUR)


def test_an_entry_of_this_turn_is_undone_and_not_amended(over: Exercise) -> None:
    to_phase(over, Phase.DISCUSS)
    take(over, do.HearSentence("CAL", "We did."))
    entry = over.entries[-1]
    action = do.Amend(entry.seq, ev.SentenceHeard("CAL", "We did ask."), REASON)
    answer = over.submit(action)
    assert isinstance(answer, Refusal)
    assert answer.code == "TurnNotOver"
    assert "Undo" in answer.way_on
    to_phase(over, Phase.HOT_WASH)
    assert isinstance(over.submit(action), Accepted)


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        (ev.AnswersEntered, answers(values=(3.0,))),
        (ev.ConsultationAnswered, same(answer="supports")),
        (ev.SentenceHeard, same(text="Ask us before.")),
        (ev.HandInClosed, plays()),
    ],
)
def test_what_could_have_been_recorded_is_put_right(
    over: Exercise, kind: type[ev.Event], change: Callable[[Any], ev.Amendable]
) -> None:
    assert isinstance(amend(over, kind, change), Accepted)
