"""Procedures: a text that seats draft line by line and sign before the hand-in closes."""

from __future__ import annotations

# ruff: noqa: ARG001 -- the answers share one signature
from app.core import actions as do
from app.core import events as ev
from app.core.actions import Refusal
from app.core.book import Book
from app.core.decide.door import Decision, answer, no_such_seat, not_now
from app.core.decide.hand_in import OPEN
from app.core.pools import text_pool
from app.core.state import State


@answer.register
def _(action: do.SettleLine, book: Book, state: State, now: float) -> Decision:
    refusal = _not_here(book, state, action.procedure)
    if refusal:
        return refusal
    text = book.procedure(action.procedure)
    line = next((line for line in text.lines if line.id == action.line), None)
    if line is None:
        known = ", ".join(line.id for line in text.lines)
        return Refusal("NoSuchLine", f"{text.title} has no line {action.line}.", f"Lines: {known}.")
    if action.option not in line.options:
        known = " or ".join(line.options)
        return Refusal(
            "NoSuchOption", f"{line.label} cannot be {action.option}.", f"It is {known}."
        )
    return (ev.LineSettled(action.procedure, action.line, action.option),)


@answer.register
def _(action: do.SignText, book: Book, state: State, now: float) -> Decision:
    refusal = _not_here(book, state, action.procedure) or no_such_seat(book, action.seat)
    if refusal:
        return refusal
    if action.seat not in text_pool(book, action.procedure):
        title = book.procedure(action.procedure).title
        return Refusal("CannotSign", f"{book.name(action.seat)} does not sign {title}.")
    if action.signed and state.setup.is_empty(action.seat):
        return Refusal("EmptySeat", f"{book.name(action.seat)} is empty: it signs nothing.")
    if (action.seat in state.now.draft(action.procedure).signers) is action.signed:
        has = "has signed already" if action.signed else "has not signed"
        return Refusal("NothingToChange", f"{book.name(action.seat)} {has}.")
    return (ev.TextSigned(action.procedure, action.seat, action.signed),)


def _not_here(book: Book, state: State, procedure: str) -> Refusal | None:
    refusal = not_now(state, *OPEN, what="Working on a text")
    if refusal:
        return refusal
    here = book.procedures_of(state.turn)
    if any(text.id == procedure for text in here):
        return None
    known = ", ".join(text.title for text in here) or "none"
    return Refusal("NoSuchText", f"This turn has no text {procedure}.", f"It has: {known}.")
