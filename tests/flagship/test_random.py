"""Random exercises of the flagship that keep to its rules: what always holds in them,
and that everything in the deck comes about.
"""

from __future__ import annotations

import os
from collections import Counter

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from app.config.paths import scenarios
from app.core.book import Book
from app.core.compile import compile_deck
from app.core.own import is_own
from app.deck.read import read_deck
from app.session.exercise import Exercise
from app.session.verify import verify
from tests.flagship.group import Group
from tests.flagship.kept import check_exercise, watch

EXERCISES = int(os.environ.get("PARASOL_EXERCISES", "100"))
"""Set PARASOL_EXERCISES=2000 for the long run; the first are always the same."""


@pytest.fixture(scope="module")
def book() -> Book:
    return compile_deck(read_deck(scenarios() / "lengthening-shadow"))


class Seen:
    """What came about, and how often."""

    def __init__(self) -> None:
        self.moves: Counter[str] = Counter()
        self.combinations: Counter[str] = Counter()
        self.injects: Counter[str] = Counter()
        self.ends: Counter[str] = Counter()
        self.exercises = 0

    def add(self, book: Book, exercise: Exercise) -> None:
        known = {combination.id for combination in book.deck.combinations}
        by_cause = {c.cause: c.id for c in book.deck.combinations if c.cause}
        self.exercises += 1
        self.ends[exercise.state.end_state] += 1
        for record in exercise.state.turns:
            self.moves.update(play.move for play in record.plays if not is_own(play.move))
            self.injects.update(release.inject for release in record.releases)
            causes = {
                by_cause.get(name, name) if line.step == "combination" else name
                for line in record.ledger
                for name in (line.cause, line.cut_by)
            }
            self.combinations.update(causes & known)

    def told(self) -> str:
        """The coverage as text, rarest first."""
        parts = {
            "moves": self.moves,
            "combinations": self.combinations,
            "injects": self.injects,
            "end states": self.ends,
        }
        rows = [f"{self.exercises} exercises"]
        for name, counted in parts.items():
            rare = ", ".join(f"{k} {v}" for k, v in reversed(counted.most_common()))
            rows.append(f"{len(counted)} {name}: {rare}")
        return "\n".join(rows)


def test_random_exercises_keep_the_rules_and_use_the_whole_deck(
    book: Book, capsys: pytest.CaptureFixture[str]
) -> None:
    seen = Seen()

    @settings(
        max_examples=EXERCISES,
        deadline=None,
        derandomize=True,
        database=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(seed=st.integers(0, 2**32))
    def play(seed: int) -> None:
        group = Group(book, seed, watch)
        exercise = group.play()
        check_exercise(exercise)
        if seen.exercises % 10 == 0:
            assert verify(group.record, exercise.session).is_whole
        seen.add(book, exercise)

    play()
    with capsys.disabled():
        print(f"\n{seen.told()}")
    deck = book.deck
    assert seen.exercises == EXERCISES
    assert set(seen.moves) == {move.id for move in deck.moves}
    assert set(seen.combinations) == {combination.id for combination in deck.combinations}
    assert set(seen.injects) == {inject.id for inject in deck.injects}
    assert set(seen.ends) == {end.id for end in deck.end_states}
