"""Decks of other sizes: the flagship for three cells, and a made-up deck for eight."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.config.paths import scenarios
from app.core.book import Book
from app.core.compile import compile_deck
from app.core.values import Phase
from app.deck.read import check_deck, read_deck
from app.deck.script import read_script
from app.deck.variants import with_variant
from app.session.verify import verify
from tests.flagship.group import Group
from tests.flagship.kept import assurances, check_exercise, watch
from tests.golden.transcript import played

HERE = Path(__file__).parent
EIGHT = HERE / "eight_seats"
SEEDS = range(25)


@pytest.fixture(scope="module")
def three() -> Book:
    return compile_deck(with_variant(read_deck(scenarios() / "lengthening-shadow"), "three-cells"))


def test_three_cells_play_to_the_end_and_all_sign(three: Book) -> None:
    state = played(read_script(HERE / "three-cells.yaml"), three).state
    assert state.phase is Phase.ENDED
    convened = [play.seat for record in state.turns for play in record.plays if play.move == "A03"]
    assert convened == ["JPN", "JPN"]
    text = {line.gauge: line.made for line in state.turns[-1].lines if line.cause == "one-text"}
    assert text["aJP"] == text["aKR"] == text["INT"] == text["CAP"] == 1
    bonus = [line.gauge for record in state.turns for line in record.lines if line.cause == "S10"]
    assert bonus == ["aJP", "aJP"]


@pytest.mark.parametrize("seed", SEEDS)
def test_three_cells_keep_the_rules_whatever_is_played(three: Book, seed: int) -> None:
    assert assurances(three) == ["aJP", "aKR"]
    group = Group(three, seed, watch)
    exercise = group.play()
    assert exercise.state.phase is Phase.ENDED
    check_exercise(exercise)
    assert verify(group.record, exercise.session).is_whole


@pytest.fixture(scope="module")
def eight() -> Book:
    checked = check_deck(EIGHT)
    assert checked.faults == ()
    assert checked.deck is not None
    return compile_deck(checked.deck)


def test_eight_seats_play_to_the_end(eight: Book) -> None:
    state = played(read_script(EIGHT / "scripts" / "recorded.yaml"), eight).state
    assert (state.phase, state.end_state) == (Phase.ENDED, "E3")
    assert len(eight.deck.seats) == 8
    assert all(record.after for record in state.turns[1:])
    text = [line.gauge for line in state.turns[-1].lines if line.cause == "letter"]
    assert text == [*assurances(eight), "INT", "HEAT"]
    causes = {line.cause for record in state.turns for line in record.lines}
    assert causes >= {"S1", "R3", "R4", "R5", "R6", "R8", "R9", "I1", "I2", "L1", "letter", "W"}


@pytest.mark.parametrize("seed", SEEDS)
def test_eight_seats_keep_the_rules_whatever_is_played(eight: Book, seed: int) -> None:
    group = Group(eight, seed, watch)
    exercise = group.play()
    assert exercise.state.phase is Phase.ENDED
    check_exercise(exercise)
    assert verify(group.record, exercise.session).is_whole
