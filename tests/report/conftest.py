"""One played session for all tests of the report; it is never changed."""

from __future__ import annotations

import pytest

from app.core.book import Book
from tests.report.played import Log, played, tutorial


@pytest.fixture(scope="session")
def book() -> Book:
    return tutorial()


@pytest.fixture(scope="session")
def log(book: Book) -> Log:
    return played(book)
