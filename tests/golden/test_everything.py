"""Exercises that use everything: their ledgers beside everything.md, and what they used.

`everything.md` was worked out by hand from the cards, the rules and the rulings about them.
"""

from __future__ import annotations

import pytest

from app.core import events as ev
from app.core.state import TurnRecord
from app.session.exercise import Exercise
from tests.golden.everything import COLD, FORK, FORKED_TURN, HERE, WARM, book, fork, half, script
from tests.golden.ledgers import after_words, as_rows, by_hand
from tests.golden.story import turns
from tests.golden.transcript import transcript
from tests.golden.used import Part, parts_of, used

STORY = turns(HERE / "everything.md")
HALVES = {"Cold half": COLD, "Warm half": WARM, "The fork": FORK}


def exercise(name: str) -> Exercise:
    return fork()[0] if name == FORK else half(name)


def told(heading: str) -> TurnRecord:
    """The turn that a heading of everything.md is about, such as "Cold half, turn 3: The draft"."""
    name, _, turn = heading.split(":", maxsplit=1)[0].partition(", turn ")
    return exercise(HALVES[name]).state.turns[int(turn)]


@pytest.mark.parametrize("name", [COLD, WARM])
def test_the_transcripts_are_those_that_were_reviewed(name: str, update_golden: bool) -> None:
    check(name, transcript(script(name), book()), update_golden)


def test_the_forks_transcript_is_the_one_that_was_reviewed(update_golden: bool) -> None:
    check(FORK, fork()[1], update_golden)


def check(name: str, text: str, update: bool) -> None:
    golden = HERE / f"{name}.txt"
    if update:
        golden.write_text(text, "utf-8")
    assert text == golden.read_text("utf-8")


@pytest.mark.parametrize("heading", STORY)
def test_every_ledger_line_is_as_it_was_worked_out_by_hand(heading: str) -> None:
    hand = by_hand(STORY[heading])
    assert hand
    assert as_rows(told(heading).lines) == hand


@pytest.mark.parametrize("heading", STORY)
def test_the_gauges_after_a_turn_are_those_worked_out_by_hand(heading: str) -> None:
    assert after_words(book(), told(heading)) in STORY[heading]


def test_every_turn_was_worked_out_by_hand() -> None:
    last = book().last_turn
    halves = [
        f"{name}, turn {n}" for name in ("Cold half", "Warm half") for n in range(1, last + 1)
    ]
    found = [heading.split(":")[0] for heading in STORY]
    assert found == [*halves, f"The fork, turn {FORKED_TURN}"]


# --- Everything ----------------------------------------------------------------------------------


def used_by(*names: str) -> set[Part]:
    return set().union(*(used(book(), exercise(name).entries) for name in names))


def test_together_they_use_everything() -> None:
    assert sorted(parts_of(book()) - used_by(COLD, WARM, FORK)) == []


@pytest.mark.parametrize("left_out", [COLD, WARM, FORK])
def test_none_of_them_could_be_spared(left_out: str) -> None:
    others = [name for name in (COLD, WARM, FORK) if name != left_out]
    assert parts_of(book()) - used_by(*others)


def test_what_was_taken_back_does_not_count_as_used() -> None:
    begun, _ = fork()
    added = [
        e for e in begun.entries if isinstance(e.event, ev.MoveAdded) and e.event.play.move == "U12"
    ]
    assert added
    assert ("choice", "U12", "towards", "home") not in used(book(), begun.entries)


@pytest.mark.parametrize(("name", "end"), [(COLD, "E1"), (WARM, "E5"), (FORK, "E2")])
def test_they_end_in_three_ways(name: str, end: str) -> None:
    assert exercise(name).state.end_state == end


# --- The fork ------------------------------------------------------------------------------------


def test_the_fork_shares_its_parents_turns_before_it() -> None:
    begun, whole = fork()[0], half(COLD)
    for number in range(1, FORKED_TURN):
        assert begun.state.turns[number].lines == whole.state.turns[number].lines
    assert begun.state.turns[FORKED_TURN].lines != whole.state.turns[FORKED_TURN].lines
    assert len(whole.state.turns) > len(begun.state.turns)


def test_a_ledger_stays_as_it_was_adjudicated_when_an_answer_is_put_right() -> None:
    begun = fork()[0]
    (amendment,) = begun.state.amendments
    assert (amendment.was, amendment.now) == ("objects", "supports")
    before = begun.state.turns[FORKED_TURN - 1]
    assert [c.answer for c in before.consultations] == ["supports"]
    surprised = [line.gauge for line in before.lines if (line.cause, line.via) == ("R4", "U11")]
    assert "aJP" in surprised
    assert half(COLD).state.amendments == ()


def test_the_fork_ended_early_with_phases_left_out() -> None:
    begun = fork()[0]
    left_out = [e.event for e in begun.entries if isinstance(e.event, ev.PhaseEntered)]
    reasons = [event.reason for event in left_out if event.skipped]
    assert len(reasons) == 3
    assert all(reasons)
    assert begun.state.ended_early
