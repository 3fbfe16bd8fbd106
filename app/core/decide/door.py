"""The door itself: one function, to which each kind of action registers its answer."""

from __future__ import annotations

from functools import singledispatch

from app.core.actions import Action, Refusal
from app.core.book import Book
from app.core.events import Event
from app.core.state import State
from app.core.values import Phase

Decision = tuple[Event, ...] | Refusal


def decide(book: Book, state: State, action: Action, now: float) -> Decision:
    """What an action leads to: its events in order, or why it is refused.

    `now` is in seconds of the epoch. The same arguments always give the same answer.
    """
    return answer(action, book, state, now)


@singledispatch
def answer(action: object, book: Book, state: State, now: float) -> Decision:  # noqa: ARG001 -- one signature
    """The answer to one kind of action; modules of this package register theirs."""
    raise TypeError(f"no answer to {type(action).__name__}")


def not_now(state: State, *phases: Phase, what: str) -> Refusal | None:
    """A refusal where the exercise is in none of these phases."""
    if state.is_started and state.phase in phases:
        return None
    where = f"in {_title(state.phase)}" if state.is_started else "before a session has started"
    allowed = " or ".join(_title(phase) for phase in phases)
    return Refusal("NotNow", f"{what} cannot be done {where}.", f"It can be done in {allowed}.")


def no_such_seat(book: Book, seat: str) -> Refusal | None:
    """A refusal where the deck has no such seat."""
    if any(known.id == seat for known in book.deck.seats):
        return None
    known = ", ".join(known.id for known in book.deck.seats)
    return Refusal("NoSuchSeat", f"The deck has no seat {seat}.", f"Its seats: {known}.")


def short_reason(reason: str, at_least: int = 10) -> Refusal | None:
    """A refusal where a reason is too short to mean anything later."""
    if len(reason.strip()) >= at_least:
        return None
    return Refusal(
        "ReasonMissing",
        f"This needs a reason of at least {at_least} characters.",
        "Say in a few words why; the report will carry it.",
    )


def no_line(words: str, what: str, at_most: int = 400) -> Refusal | None:
    """A refusal where words cannot stand on one line."""
    if "\n" not in words and "\r" not in words and len(words) <= at_most:
        return None
    return Refusal("NoLine", f"{what} is one line.", f"At most {at_most} characters.")


def is_step(step: object, most: int = 10) -> bool:
    """Whether something is a whole step, up or down, of at most so much."""
    return type(step) is int and 0 < abs(step) <= most


def _title(phase: Phase) -> str:
    return phase.value.capitalize()
