"""The one door: what was accepted is recorded, what could not be recorded has not happened."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from app.core import actions as do
from app.core import events as ev
from app.core.actions import Refusal
from app.core.book import Book
from app.core.evolve import fold
from app.core.values import Answers, FollowUp, Item, Note, Phase
from app.errors import LibraryDamaged, LibraryReadOnly, LibraryUnwritable
from app.session.exercise import Accepted, Exercise
from tests.players import setup
from tests.session.conftest import TestClock
from tests.session.memory import FULL, MemoryRecord

NOTE = Note("", "note", 0, Phase.OPENING, "", "")


def taken(answer: Accepted | Refusal) -> Accepted:
    assert isinstance(answer, Accepted), answer
    return answer


def test_an_accepted_action_is_one_commit_with_all_its_events(
    exercise: Exercise, record: MemoryRecord
) -> None:
    before = record.commits
    answer = taken(exercise.submit(do.EnterNextPhase()))
    assert record.commits == before + 1
    assert len(answer.entries) > 1
    assert {entry.action for entry in answer.entries} == {answer.entries[0].seq}
    assert exercise.state == answer.state == fold(exercise.entries)


def test_times_are_utc_with_their_offset(exercise: Exercise) -> None:
    entry = taken(exercise.submit(do.EnterNextPhase())).entries[0]
    assert entry.at == "2027-01-15T08:00:03.000+00:00"


def test_a_refused_action_records_nothing(exercise: Exercise, record: MemoryRecord) -> None:
    before = record.commits
    answer = exercise.submit(do.RevealAll())
    assert isinstance(answer, Refusal)
    assert record.commits == before


def test_a_failing_commit_leaves_the_exercise_where_it_was_and_later_actions_retry(
    exercise: Exercise, record: MemoryRecord
) -> None:
    told: list[object] = []
    exercise.listen(lambda state, _entries: told.append(state))
    before, entries = exercise.state, exercise.entries
    record.failing = FULL
    with pytest.raises(LibraryUnwritable, match="full"):
        exercise.submit(do.EnterNextPhase())
    assert (exercise.state, exercise.entries, told) == (before, entries, [])
    record.failing = None
    assert taken(exercise.submit(do.EnterNextPhase())).state.phase is Phase.BRIEF
    assert len(told) == 1


def test_a_commit_that_arrived_although_it_failed_is_taken_in_before_the_next_action(
    exercise: Exercise, record: MemoryRecord
) -> None:
    record.failing, record.fails_after_writing = FULL, True
    with pytest.raises(LibraryUnwritable):
        exercise.submit(do.EnterNextPhase())
    record.failing = None
    answer = taken(exercise.submit(do.EnterNextPhase()))
    assert answer.state.phase is Phase.DELIBERATE
    phases = [e.event.phase for e in exercise.entries if isinstance(e.event, ev.PhaseEntered)]
    assert phases == [Phase.BRIEF, Phase.DELIBERATE]


def test_listeners_hear_each_change_in_its_order_also_when_one_acts(exercise: Exercise) -> None:
    heard: list[int] = []

    def act_once(state: object, entries: object) -> None:
        if len(heard) == 0:
            exercise.submit(do.StartTimer())

    exercise.listen(act_once)
    exercise.listen(lambda _state, entries: heard.append(entries[0].seq))
    exercise.submit(do.EnterNextPhase())
    assert heard == sorted(heard)
    assert len(heard) == 2


def test_who_stopped_listening_hears_nothing(exercise: Exercise) -> None:
    heard: list[object] = []
    exercise.listen(lambda state, _entries: heard.append(state))()
    exercise.submit(do.EnterNextPhase())
    assert heard == []


def test_half_characters_and_control_characters_become_replacement_marks(
    exercise: Exercise, record: MemoryRecord
) -> None:
    exercise.submit(do.SkipToHotWash("Out\x00 of\ud800 time,\r\ntruly"))
    event = exercise.entries[-2].event
    assert isinstance(event, ev.PhaseEntered)
    assert event.reason == "Out\ufffd of\ufffd time,\ntruly"
    resumed = Exercise.resume(record, exercise.session, TestClock())
    assert resumed.state == exercise.state


def test_a_text_that_is_too_long_is_refused_with_its_length(exercise: Exercise) -> None:
    answer = exercise.submit(do.Observe(NOTE), "x" * 20_001)
    assert isinstance(answer, Refusal)
    assert "20,001" in answer.sentence


@pytest.mark.parametrize("bad", [math.nan, math.inf, -math.inf])
def test_what_is_no_number_never_reaches_the_record(
    exercise: Exercise, record: MemoryRecord, book: Book, bad: float
) -> None:
    before = record.commits
    refused = Exercise.start(record, book, replace(setup(book), room_scale=bad), TestClock())
    assert isinstance(refused, Refusal)
    exercise.submit(do.EnterAnswers(Answers("felt", "TAV", values=(bad,))))
    assert record.commits == before


def test_a_note_keeps_its_text_outside_the_log_and_its_digest_inside(
    exercise: Exercise, record: MemoryRecord
) -> None:
    exercise.submit(do.Observe(NOTE), "They looked at the floor.")
    first = exercise.state.notes[0]
    exercise.submit(do.EditObservation(replace(first, starred=True)))
    assert exercise.note_texts() == {first.id: "They looked at the floor."}
    exercise.submit(do.EditObservation(exercise.state.notes[0]), "They looked away.")
    assert exercise.note_texts() == {first.id: "They looked away."}
    assert exercise.state.notes[0].starred
    log = "".join(row.payload for row in record.rows[exercise.session])
    assert "floor" not in log
    assert first.digest in log


def test_drafts_outlive_the_program_and_an_empty_one_is_forgotten(
    exercise: Exercise, record: MemoryRecord
) -> None:
    exercise.save_draft("note", "They said\x00")
    exercise.save_draft("ruling", "because")
    exercise.save_draft("ruling", "")
    resumed = Exercise.resume(record, exercise.session, TestClock())
    assert resumed.drafts() == {"note": "They said\ufffd"}


def test_a_resumed_exercise_is_the_one_that_was_left(
    exercise: Exercise, record: MemoryRecord
) -> None:
    exercise.submit(do.EnterNextPhase())
    exercise.submit(do.StartTimer())
    exercise.undo()
    resumed = Exercise.resume(record, exercise.session, TestClock())
    assert resumed.state == exercise.state
    assert resumed.undo_step == exercise.undo_step
    assert resumed.redo_step == exercise.redo_step


def test_a_resumed_exercise_comes_back_on_hold_never_with_the_last_picture(
    exercise: Exercise, record: MemoryRecord
) -> None:
    taken(exercise.submit(do.Show(Item("opening"))))
    resumed = Exercise.resume(record, exercise.session, TestClock())
    assert resumed.state.room.display.screen.kind == "hold"
    assert Exercise.resume(record, exercise.session, TestClock()).entries == resumed.entries


def test_a_blank_room_comes_back_blank(exercise: Exercise, record: MemoryRecord) -> None:
    exercise.submit(do.Show(Item("opening")))
    exercise.submit(do.BlankRoom())
    resumed = Exercise.resume(record, exercise.session, TestClock())
    assert resumed.state.room.display.screen.kind == "blank"


def test_a_record_that_can_only_be_read_opens_with_a_blank_room(
    exercise: Exercise, record: MemoryRecord
) -> None:
    taken(exercise.submit(do.Show(Item("opening"))))
    record.failing = LibraryReadOnly("The library can be read, but not written.")
    resumed = Exercise.resume(record, exercise.session, TestClock())
    assert resumed.state.room.display.screen.kind == "blank"
    with pytest.raises(LibraryReadOnly):
        resumed.submit(do.EnterNextPhase())


def test_a_clock_set_back_changes_nothing_but_the_times(
    exercise: Exercise, record: MemoryRecord, clock: TestClock
) -> None:
    clock.now -= 3600
    exercise.submit(do.EnterNextPhase())
    clock.now -= 3600
    exercise.submit(do.EnterNextPhase())
    assert exercise.state.phase is Phase.DELIBERATE
    resumed = Exercise.resume(record, exercise.session, clock)
    assert resumed.state == exercise.state


def test_a_backup_is_made_on_opening_and_at_each_turns_end(
    exercise: Exercise, record: MemoryRecord
) -> None:
    assert record.backups == 1
    exercise.submit(do.EnterNextPhase())
    assert record.backups == 2
    exercise.submit(do.EnterNextPhase())
    assert record.backups == 2
    exercise.submit(do.SkipToHotWash("no time is left"))
    assert record.backups == 3


def test_a_failing_backup_is_told_and_stops_nothing(
    exercise: Exercise, record: MemoryRecord
) -> None:
    record.failing_backup = FULL
    taken(exercise.submit(do.EnterNextPhase()))
    assert exercise.backup_problem is FULL
    record.failing_backup = None
    taken(exercise.submit(do.SkipToHotWash("no time is left")))
    assert exercise.backup_problem is None


def test_a_log_with_a_changed_letter_is_not_resumed(
    exercise: Exercise, record: MemoryRecord
) -> None:
    exercise.submit(do.EnterNextPhase())
    rows = record.rows[exercise.session]
    rows[2] = rows[2]._replace(payload=rows[2].payload.replace('"turn":1', '"turn":2'))
    with pytest.raises(LibraryDamaged, match="event 2"):
        Exercise.resume(record, exercise.session, TestClock())


@pytest.mark.parametrize(
    ("action", "text"),
    [
        (do.Observe(replace(NOTE, kind="bogus")), "hello"),  # type: ignore[arg-type]
        (do.WriteFollowUp(FollowUp("issue", None)), None),  # type: ignore[arg-type]
        (do.TurnPage(1.5), None),  # type: ignore[arg-type]
    ],
)
def test_what_could_not_be_read_back_is_not_recorded(
    exercise: Exercise, record: MemoryRecord, action: do.Action, text: str | None
) -> None:
    taken(exercise.submit(do.Show(Item("hold"))))
    before = record.commits
    answer = exercise.submit(action, text)
    assert isinstance(answer, Refusal)
    assert answer.code == "NotRecordable"
    assert record.commits == before
    assert Exercise.resume(record, exercise.session, TestClock()).state.turns


def test_a_setup_that_could_not_be_read_back_does_not_start(
    record: MemoryRecord, book: Book
) -> None:
    odd = replace(setup(book), mode="loose")  # type: ignore[arg-type]
    answer = Exercise.start(record, book, odd, TestClock())
    assert isinstance(answer, Refusal)
    assert not record.heads
