"""What all pictures share: marks, the frame, the time left."""

from __future__ import annotations

from math import ceil

from app.core.book import Book
from app.core.display import Frame, Mark, TimeLeft
from app.core.polls import is_settled
from app.core.state import State, TurnRecord


def mark(book: Book, seat: str) -> Mark:
    """A seat as the room knows it."""
    return Mark(book.name(seat), book.seat_index(seat))


def frame(book: Book, state: State, place: str = "", turn: int | None = None) -> Frame:
    """The frame of a picture; `place` stands right, after the turn it belongs to."""
    number = state.turn if turn is None else turn
    where = f"Turn {number} of {book.last_turn}" if number else ""
    setup = state.setup
    return Frame(
        title=setup.title or book.deck.about.title,
        position=" · ".join(part for part in (where, place) if part),
        handling=setup.handling,
        theme=setup.room_theme,
        scale=setup.room_scale,
    )


def time_left(state: State, now: float) -> TimeLeft:
    """The timer as the room may see it: whole seconds, never negative."""
    timer = state.timer
    seconds = max(0, ceil(timer.remaining(now)))
    if timer.total and seconds == 0:
        return TimeLeft(0, timer.total, "over")
    if timer.is_paused:
        return TimeLeft(seconds, timer.total, "paused")
    return TimeLeft(seconds, timer.total, "running" if timer.deadline is not None else "idle")


def record_of(state: State, turn: int) -> TurnRecord | None:
    """The record of a turn that has begun."""
    return next((record for record in state.turns if record.number == turn), None)


def poll_is_over(book: Book, state: State, turn: int) -> bool:
    """Whether a turn's gauges may be seen: its poll is closed, skipped or not in the deck."""
    record = record_of(state, turn)
    if record is None or record.after is None:
        return False
    return turn == 0 or is_settled(book, record)


def paragraphs(text: str) -> tuple[str, ...]:
    """A text as its paragraphs, which an empty line parts."""
    return tuple(part.strip() for part in text.strip().split("\n\n") if part.strip())
