"""What an objective's test reads. Which lines are secret is the business of `app.core.secrecy`."""

from __future__ import annotations

from collections.abc import Iterator

from app.core.book import Book
from app.deck.model import Condition


def is_hidden(book: Book, gauge: str) -> bool:
    """Whether the room never sees the gauge's digit."""
    return book.room_sees(gauge) != "digit"


def hidden_gauges_read(book: Book, condition: Condition | None) -> frozenset[str]:
    """The gauges in a condition whose digits the room never sees."""
    return frozenset(gauge for gauge in gauges_read(book, condition) if is_hidden(book, gauge))


def gauges_read(book: Book, condition: Condition | None) -> frozenset[str]:
    """The gauges that a condition tests, those of tested families included."""
    return frozenset(
        gauge.id
        for part in _parts(condition)
        for test in part.gauge
        for gauge in book.deck.gauges
        if gauge.id == test.gauge or gauge.family == test.family
    )


def moves_read(condition: Condition | None) -> frozenset[str]:
    """The cards that a condition names."""
    return frozenset(m for part in _parts(condition) for play in part.played for m in play.move)


def _parts(condition: Condition | None) -> Iterator[Condition]:
    """The condition and all that is nested in it."""
    if condition is None:
        return
    yield condition
    for inner in (*condition.any, *condition.all, *condition.none):
        yield from _parts(inner)
