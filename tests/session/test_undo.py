"""Undo and redo: by name, across phases, never a change of the room but to Hold."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from app.core import actions as do
from app.core import events as ev
from app.core.actions import Refusal
from app.core.book import Book
from app.core.state import State
from app.core.values import Item, Note, Phase
from app.session.exercise import Accepted, Exercise
from app.session.resting import RESTS_ON
from tests.pact import TEXT, pact, pact_setup
from tests.players import ITEMS, Player, setup
from tests.session.conftest import TestClock
from tests.session.memory import MemoryRecord

NOTE = Note("", "note", 0, Phase.OPENING, "", "")


def to_phase(exercise: Exercise, phase: Phase) -> None:
    while exercise.state.phase is not phase:
        assert isinstance(exercise.submit(do.EnterNextPhase()), Accepted)


def name(exercise: Exercise) -> str:
    return exercise.undo_step.name if exercise.undo_step else ""


def without_room_and_notes(state: State) -> tuple[object, ...]:
    left_out = {"room", "notes", "seq"}
    return tuple(getattr(state, f) for f in state.__dataclass_fields__ if f not in left_out)


def test_the_beginning_cannot_be_undone(exercise: Exercise) -> None:
    assert exercise.undo_step is None
    assert isinstance(exercise.undo(), Refusal)
    assert isinstance(exercise.redo(), Refusal)


def test_undo_names_the_action_and_redo_brings_it_back(exercise: Exercise) -> None:
    exercise.submit(do.EnterNextPhase())
    after = without_room_and_notes(exercise.state)
    assert name(exercise) == "Brief started"
    exercise.undo()
    assert exercise.state.phase is Phase.OPENING
    assert exercise.redo_step is not None
    assert exercise.redo_step.name == "Brief started"
    exercise.redo()
    assert without_room_and_notes(exercise.state) == after


def test_a_new_action_ends_what_can_be_redone(exercise: Exercise) -> None:
    exercise.submit(do.EnterNextPhase())
    exercise.undo()
    exercise.submit(do.StartTimer())
    assert exercise.redo_step is None


def test_notes_survive_the_undo_of_all_else_and_are_never_undone(exercise: Exercise) -> None:
    exercise.submit(do.EnterNextPhase())
    exercise.submit(do.Observe(NOTE), "text")
    exercise.undo()
    assert exercise.undo_step is None
    assert list(exercise.note_texts().values()) == ["text"]


def test_showing_blanking_and_turning_pages_are_not_on_the_stack(exercise: Exercise) -> None:
    exercise.submit(do.EnterNextPhase())
    exercise.submit(do.Show(Item("opening")))
    exercise.submit(do.BlankRoom())
    assert name(exercise) == "Brief started"


def test_undo_leaves_a_picture_that_says_nothing_of_it(exercise: Exercise) -> None:
    to_phase(exercise, Phase.BRIEF)
    exercise.submit(do.Show(Item("opening", 0)))
    exercise.submit(do.StartTimer())
    shown = exercise.state.room.display
    exercise.undo()
    assert exercise.state.room.display == shown


def test_undoing_what_is_on_the_screen_first_puts_up_hold_in_the_same_action(
    exercise: Exercise,
) -> None:
    to_phase(exercise, Phase.REVEAL)
    exercise.submit(do.RevealAll())
    shown = exercise.submit(do.Show(Item("moves", exercise.state.turn)))
    assert isinstance(shown, Accepted), shown
    answer = exercise.undo()
    assert isinstance(answer, Accepted)
    assert [type(e.event) for e in answer.entries] == [ev.ItemShown, ev.ActionUndone]
    assert exercise.state.room.display.screen.kind == "hold"
    refused = exercise.submit(do.UndoShow())
    assert isinstance(refused, Refusal), "what was undone must not come back by another way"
    exercise.redo()
    assert exercise.state.room.display.screen.kind == "hold", "redo never changes the room"
    assert isinstance(exercise.submit(do.UndoShow()), Accepted)


def test_a_black_room_stays_black_over_hold(exercise: Exercise) -> None:
    to_phase(exercise, Phase.REVEAL)
    exercise.submit(do.RevealAll())
    exercise.submit(do.Show(Item("moves", exercise.state.turn)))
    exercise.submit(do.BlankRoom())
    exercise.undo()
    assert exercise.state.room.display.screen.kind == "blank"
    exercise.submit(do.UnblankRoom())
    assert exercise.state.room.display.screen.kind == "hold"


def test_every_kind_of_picture_is_known_to_rest_on_something_or_nothing() -> None:
    assert {*RESTS_ON, "hold"} == {*ITEMS, "quote", "text"}


@pytest.mark.parametrize("seed", range(8))
def test_undo_and_redo_of_a_random_session_end_in_an_equal_state(
    record: MemoryRecord, book: Book, clock: Callable[[], float], seed: int
) -> None:
    exercise = played(record, book, clock, seed, 200)
    before, notes = exercise.state, exercise.note_texts()
    steps = 0
    while exercise.undo_step:
        exercise.undo()
        steps += 1
    assert exercise.state.phase is Phase.OPENING
    assert exercise.note_texts() == notes
    for _ in range(steps):
        assert isinstance(exercise.redo(), Accepted)
    assert without_room_and_notes(exercise.state) == without_room_and_notes(before)
    assert exercise.state.notes == before.notes


@pytest.mark.parametrize("seed", range(8))
def test_whatever_is_undone_the_room_stays_as_it_is_or_holds(
    record: MemoryRecord, book: Book, clock: Callable[[], float], seed: int
) -> None:
    exercise = played(record, book, clock, seed, 150)
    rng = random.Random(seed)
    for _ in range(60):
        before = exercise.state.room.display
        rng.choice((exercise.undo, exercise.undo, exercise.redo))()
        now = exercise.state.room.display
        assert now == before or now.screen.kind == "hold"


@pytest.mark.parametrize("seed", range(4))
def test_a_resumed_random_session_can_undo_and_redo_the_same(
    record: MemoryRecord, book: Book, clock: Callable[[], float], seed: int
) -> None:
    exercise = played(record, book, clock, seed, 120)
    for _ in range(random.Random(seed).randint(1, 20)):
        exercise.undo()
    exercise.submit(do.BlankRoom())
    resumed = Exercise.resume(record, exercise.session, TestClock())
    assert resumed.state == exercise.state
    assert (resumed.undo_step, resumed.redo_step) == (exercise.undo_step, exercise.redo_step)


def played(
    record: MemoryRecord, book: Book, clock: Callable[[], float], seed: int, actions: int
) -> Exercise:
    exercise = Exercise.start(record, book, setup(book), clock)
    assert isinstance(exercise, Exercise)
    player = Player(book, seed)
    for _ in range(actions):
        exercise.submit(*player.draw(exercise.state, exercise.entries))
    return exercise


def test_undoing_the_close_of_the_hand_in_takes_its_text_off_the_screen(
    record: MemoryRecord, clock: Callable[[], float]
) -> None:
    exercise = Exercise.start(record, pact(), pact_setup(), clock, "pact")
    assert isinstance(exercise, Exercise)
    while (exercise.state.turn, exercise.state.phase) != (2, Phase.REVEAL):
        assert isinstance(exercise.submit(do.EnterNextPhase()), Accepted)
    assert isinstance(exercise.submit(do.Show(Item("text", 2, TEXT))), Accepted)
    exercise.undo()
    assert exercise.state.phase is Phase.CONSULT
    assert exercise.state.room.top is not None
    assert exercise.state.room.top.item.kind == "hold"
