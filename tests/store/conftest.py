"""What the tests of the store stand on: a library on disk, with a session that was played."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core.book import Book
from app.session.exercise import Exercise
from app.store.library import Library
from app.store.record import LibraryRecord
from tests.players import Player, setup, tutorial


@pytest.fixture(scope="session")
def book() -> Book:
    return tutorial()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Übung nr. 1 #50%" / "library.db"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    with Library.open(path) as opened:
        yield opened


@pytest.fixture
def exercise(library: Library, book: Book) -> Exercise:
    started = Exercise.start(LibraryRecord(library, time.time), book, setup(book), time.time)
    assert isinstance(started, Exercise)
    return started


def play(exercise: Exercise, seed: int = 1, actions: int = 120) -> None:
    player = Player(exercise.book, seed)
    for _ in range(actions):
        exercise.submit(*player.draw(exercise.state, exercise.entries))
