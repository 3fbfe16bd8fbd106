"""In which turns a condition is asked, and how far back its tests look."""

from __future__ import annotations

from app.deck.model import Play, SeatTest, TurnTest

EVER = 1000
Span = tuple[int, int]
"""The first and last turn in which a condition is asked."""


def window(play: Play) -> Span:
    """The first and last number of turns ago that a test looks at."""
    if play.turns_ago is not None:
        return play.turns_ago, play.turns_ago
    first = 1 if play.window == "earlier" else 0
    if play.within is not None:
        return first, play.within
    return first, 0 if play.window == "this turn" else EVER


def narrowed(test: TurnTest | None, span: Span, last: int) -> Span:
    """The turns of a span in which a test on the turn's number may hold; all where none may."""
    if test is None:
        return span
    left = [turn for turn in range(span[0], span[1] + 1) if _holds(test, turn, last)]
    return (left[0], left[-1]) if left else span


def turn_fails(test: TurnTest | None, span: Span, last: int) -> str:
    """Why a test on the turn's number fails in every turn of a span."""
    if test is None or any(_holds(test, turn, last) for turn in range(span[0], span[1] + 1)):
        return ""
    return f"it asks for another turn than {span[0]} to {span[1]}"


def not_yet(test: SeatTest | None, span: Span, in_brief: bool) -> str:
    """Why nobody can have been in touch so many turns back."""
    if test is None:
        return ""
    if in_brief and test.turns_ago == 0:
        return "it asks who is in touch in this turn, before anybody can be"
    if span[1] - test.turns_ago < 1:
        return f"it asks who was in touch {test.turns_ago} turns back, and turn {span[1]} has none"
    return ""


def _holds(test: TurnTest, turn: int, last: int) -> bool:
    most = EVER if test.at_most is None else test.at_most
    is_meant = test.last is None or test.last == (turn == last)
    return (test.at_least or 0) <= turn <= most and is_meant
