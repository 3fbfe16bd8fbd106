"""Nine policies, played: what POLICIES.md says of them holds, so that a change of rules shows."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from app.config.paths import scenarios
from app.core.book import Book
from app.core.compile import compile_deck
from app.core.state import State
from app.deck.read import read_deck
from app.deck.script import ReadScript, read_script
from tests.golden.transcript import played

HERE = Path(__file__).parent
FIGURES = r"E\d \d+/\d+/\d+ \d+ \d+ \d+"
ROW = re.compile(rf"^\| (\S+) \| {FIGURES} \| ({FIGURES}) \| ({FIGURES}) \|$", re.MULTILINE)
TABLE = {row[1]: row for row in ROW.finditer((HERE / "POLICIES.md").read_text(encoding="utf-8"))}
GAUGES = ("INT", "ESC", "CAP")


@pytest.fixture(scope="module")
def book() -> Book:
    return compile_deck(read_deck(scenarios() / "lengthening-shadow"))


def test_the_table_has_every_script_and_no_other() -> None:
    assert sorted(TABLE) == sorted(path.stem for path in (HERE / "policies").glob("*.yaml"))
    assert len(TABLE) == 9


@pytest.mark.parametrize("policy", sorted(TABLE))
def test_a_policy_ends_as_the_table_says(book: Book, policy: str) -> None:
    read = read_script(HERE / "policies" / f"{policy}.yaml")
    assert [turn.turn for turn in read.script.turns] == [1, 2, 3, 4, 5, 6]
    assert figures(played(read, book).state) == TABLE[policy][2]
    assert figures(played(without_text(read), book).state) == TABLE[policy][3]


@pytest.mark.parametrize("policy", sorted(TABLE))
def test_every_seat_plays_in_every_turn(book: Book, policy: str) -> None:
    """An exercise in which a seat sits idle is not one that a group would play."""
    state = played(read_script(HERE / "policies" / f"{policy}.yaml"), book).state
    for record in state.turns[1:]:
        busy = {seat for play in record.plays for seat in (play.seat, *play.signers)}
        assert busy == {seat.id for seat in book.deck.seats}, record.number


def without_text(read: ReadScript) -> ReadScript:
    """The same exercise, with nothing signed at its end."""
    turns = [turn.model_copy(update={"texts": ()}) for turn in read.script.turns]
    return replace(read, script=read.script.model_copy(update={"turns": turns}))


def figures(state: State) -> str:
    """End state and gauges as the table writes them."""
    assurance = "/".join(str(state.gauges[name]) for name in ("aJP", "aKR", "aAU"))
    others = " ".join(str(state.gauges[name]) for name in GAUGES)
    return f"{state.end_state} {assurance} {others}"
