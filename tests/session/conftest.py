"""What the tests of a session stand on: the tutorial, a record in memory, a clock that is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.core.book import Book
from app.session.exercise import Exercise
from tests.players import setup, tutorial
from tests.session.memory import MemoryRecord


@pytest.fixture(scope="session")
def book() -> Book:
    return tutorial()


@pytest.fixture
def record() -> MemoryRecord:
    return MemoryRecord()


class TestClock:
    __test__ = False

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        self.now += 1
        return self.now


@pytest.fixture
def clock() -> TestClock:
    return TestClock()


@pytest.fixture
def exercise(record: MemoryRecord, book: Book, clock: Callable[[], float]) -> Exercise:
    started = Exercise.start(record, book, setup(book), clock)
    assert isinstance(started, Exercise)
    return started
