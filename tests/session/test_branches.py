"""Forks, amendments and verdicts: what the log can be asked, and gone on from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from app.core import actions as do
from app.core import events as ev
from app.core.actions import Refusal
from app.core.book import Book
from app.core.evolve import fold
from app.core.values import Note, Phase
from app.session.branch import branch
from app.session.chain import chained, first_break
from app.session.exercise import Accepted, Exercise
from app.session.verify import verify
from tests.players import REASON
from tests.session.conftest import TestClock
from tests.session.memory import MemoryRecord
from tests.session.test_undo import played, to_phase, without_room_and_notes

NOTE = Note("", "note", 0, Phase.OPENING, "", "")


def with_sentence(exercise: Exercise) -> ev.Entry:
    to_phase(exercise, Phase.DISCUSS)
    answer = exercise.submit(do.HearSentence("TAV", "Ask us first."))
    assert isinstance(answer, Accepted)
    to_phase(exercise, Phase.BRIEF)
    return answer.entries[0]


# --- Forks -------------------------------------------------------------------------------------


def test_a_fork_stands_where_its_parent_stood_and_points_to_it(
    exercise: Exercise, record: MemoryRecord
) -> None:
    to_phase(exercise, Phase.REVEAL)
    at, before = exercise.state.seq, without_room_and_notes(exercise.state)
    exercise.submit(do.RevealAll())
    forked = exercise.fork(at)
    assert forked.session != exercise.session
    assert forked.state.parent == (exercise.session, at)
    assert without_room_and_notes(replace(forked.state, parent=None)) == before
    assert isinstance(forked.submit(do.EnterNextPhase()), Accepted)
    assert exercise.state.phase is Phase.REVEAL, "the parent goes its own way"
    assert verify(record, forked.session).is_whole


def test_a_fork_in_the_middle_of_an_action_takes_the_whole_action(exercise: Exercise) -> None:
    to_phase(exercise, Phase.REVEAL)
    closing = next(e for e in exercise.entries if isinstance(e.event, ev.HandInClosed))
    assert exercise.fork(closing.seq).state.phase is Phase.REVEAL


def test_a_fork_takes_the_notes_of_its_part_along(exercise: Exercise) -> None:
    exercise.submit(do.Observe(NOTE), "before")
    at = exercise.state.seq
    exercise.submit(do.Observe(NOTE), "after")
    assert list(exercise.fork(at).note_texts().values()) == ["before"]


@pytest.mark.parametrize("wrong", [0, -1, 10_000])
def test_there_is_no_fork_at_an_event_that_is_not_there(exercise: Exercise, wrong: int) -> None:
    with pytest.raises(ValueError, match=str(wrong)):
        exercise.fork(wrong)


# --- Amendments --------------------------------------------------------------------------------


def test_an_amended_entry_counts_as_amended_and_both_stay_in_the_log(exercise: Exercise) -> None:
    entry = with_sentence(exercise)
    amend = do.Amend(entry.seq, ev.SentenceHeard("TAV", "Ask us first, please."), REASON)
    answer = exercise.submit(amend)
    assert isinstance(answer, Accepted), answer
    amended = answer.entries[0].event
    assert isinstance(amended, ev.EntryAmended)
    assert (amended.was, amended.now) == ("Ask us first.", "Ask us first, please.")
    assert exercise.entries[entry.seq - 1] == entry
    assert exercise.state.turns[1].sentences == (("TAV", "Ask us first, please."),)
    exercise.undo()
    assert exercise.state.turns[1].sentences == (("TAV", "Ask us first."),)


def test_a_second_amendment_names_the_words_of_the_first(exercise: Exercise) -> None:
    entry = with_sentence(exercise)
    for text in ("One.", "Two."):
        answer = exercise.submit(do.Amend(entry.seq, ev.SentenceHeard("TAV", text), REASON))
    assert isinstance(answer, Accepted)
    assert isinstance(answer.entries[0].event, ev.EntryAmended)
    assert answer.entries[0].event.was == "One."


@pytest.mark.parametrize(
    ("code", "entry", "replacement"),
    [
        ("NoSuchEntry", 0, ev.SentenceHeard("TAV", "x")),
        ("NoSuchEntry", 99_999, ev.SentenceHeard("TAV", "x")),
        ("NotAmendable", 1, ev.SentenceHeard("TAV", "x")),
    ],
)
def test_what_cannot_be_amended_is_refused(
    exercise: Exercise, code: str, entry: int, replacement: ev.Amendable
) -> None:
    answer = exercise.submit(do.Amend(entry, replacement, REASON))
    assert isinstance(answer, Refusal)
    assert answer.code == code


def test_an_entry_is_amended_only_by_its_own_kind_and_only_while_it_counts(
    exercise: Exercise,
) -> None:
    entry = with_sentence(exercise)
    other = exercise.submit(do.Amend(entry.seq, ev.WordingChanged("P1", "x"), REASON))
    assert isinstance(other, Refusal)
    assert other.code == "AnotherKind"
    while exercise.state.phase is not Phase.POLL:
        exercise.undo()
    undone = exercise.submit(do.Amend(entry.seq, ev.SentenceHeard("TAV", "x"), REASON))
    assert isinstance(undone, Refusal)
    assert undone.code == "EntryUndone"


# --- Verdicts ----------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(4))
def test_a_random_session_is_whole(
    record: MemoryRecord, book: Book, clock: Callable[[], float], seed: int
) -> None:
    exercise = played(record, book, clock, seed, 150)
    for _ in range(5):
        exercise.undo()
    verdict = verify(record, exercise.session)
    assert verdict.is_whole, verdict.fault
    assert verdict.events == len(exercise.entries)


def test_every_changed_letter_of_a_row_is_found_at_its_event(exercise: Exercise) -> None:
    to_phase(exercise, Phase.REVEAL)
    rows = list(exercise._record.events(exercise.session))  # type: ignore[attr-defined]
    target = 5
    for field in ("at", "kind", "payload", "prev", "hash"):
        old = getattr(rows[target - 1], field)
        for place in range(0, len(old), 7):
            letter = "x" if old[place] != "x" else "y"
            changed = old[:place] + letter + old[place + 1 :]
            damaged = [*rows]
            damaged[target - 1] = rows[target - 1]._replace(**{field: changed})
            assert first_break(damaged) == target, (field, place)


def test_the_first_bad_event_is_named_and_the_part_before_it_can_be_gone_on_with(
    exercise: Exercise, record: MemoryRecord
) -> None:
    to_phase(exercise, Phase.REVEAL)
    rows = record.rows[exercise.session]
    closing = next(row for row in rows if row.kind == "HandInClosed")
    cut = closing.seq  # the second event of its action is damaged: the action goes as a whole
    rows[cut] = rows[cut]._replace(at="2001-01-01T00:00:00.000+00:00")
    verdict = verify(record, exercise.session)
    assert verdict.fault is not None
    assert (verdict.fault.seq, verdict.events) == (cut + 1, cut)
    session = branch(record, exercise.session, verdict.events, 0.0)
    saved = Exercise.resume(record, session, TestClock())
    assert saved.state.phase is Phase.CONSULT
    assert verify(record, session).is_whole


def test_a_missing_event_is_named(exercise: Exercise, record: MemoryRecord) -> None:
    to_phase(exercise, Phase.REVEAL)
    del record.rows[exercise.session][3]
    verdict = verify(record, exercise.session)
    assert verdict.fault is not None
    assert verdict.fault.seq == 4


def test_a_forged_outcome_with_a_new_chain_is_found_by_the_rules(
    exercise: Exercise, record: MemoryRecord
) -> None:
    to_phase(exercise, Phase.DISCUSS)
    rows = record.rows[exercise.session]
    accepted = next(row for row in rows if row.kind == "LedgerAccepted")
    forged = accepted.payload.replace('["PLAN",3]', '["PLAN",9]')
    assert forged != accepted.payload
    plain = [(*row[:4], forged if row is accepted else row.payload) for row in rows]
    record.rows[exercise.session] = chained(plain)
    verdict = verify(record, exercise.session)
    assert verdict.fault is not None
    assert verdict.fault.seq == accepted.seq
    assert "ledger" in verdict.fault.what


def test_a_deck_that_was_changed_is_named(exercise: Exercise, record: MemoryRecord) -> None:
    kept = record.deck(exercise.session)
    record.decks[kept.hash] = kept._replace(content=kept.content.replace("Tavia", "Tivia"))
    verdict = verify(record, exercise.session)
    assert verdict.fault is not None
    assert verdict.fault.seq == 0


def test_well_formed_nonsense_is_a_fault_and_no_crash(
    exercise: Exercise, record: MemoryRecord
) -> None:
    rows = [(1, 1, "2027-01-01T00:00:00+00:00", "SeatRevealed", '{"seat":"TAV"}')]
    record.rows[exercise.session] = chained(rows)
    verdict = verify(record, exercise.session)
    assert verdict.fault is not None
    assert verdict.fault.seq == 1


def test_an_edited_note_leaves_the_session_whole_and_shows(
    exercise: Exercise, record: MemoryRecord
) -> None:
    exercise.submit(do.Observe(NOTE), "Ms Example said so.")
    texts = record.texts[exercise.session]
    texts[0] = texts[0]._replace(text="Somebody said so.")
    verdict = verify(record, exercise.session)
    assert verdict.is_whole
    assert verdict.edited_notes == (exercise.state.notes[0].id,)
    assert fold(exercise.entries) == exercise.state
