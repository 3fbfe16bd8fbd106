"""The room: the only actions that change what participants see."""

from __future__ import annotations

# ruff: noqa: ARG001 -- the answers share one signature
from app.core import actions as do
from app.core import events as ev
from app.core.actions import Refusal
from app.core.book import Book
from app.core.decide.door import Decision, answer
from app.core.room import picture
from app.core.state import State


@answer.register
def _(action: do.Show, book: Book, state: State, now: float) -> Decision:
    display = picture(book, state, action.item, now)
    if isinstance(display, Refusal):
        return display
    return (ev.ItemShown(action.item, display),)


@answer.register
def _(action: do.TurnPage, book: Book, state: State, now: float) -> Decision:
    if state.room.top is None or state.room.is_blank:
        return Refusal("NothingShown", "Nothing is shown whose pages could be turned.")
    if action.page < 0:
        return Refusal("NoSuchPage", "There is no such page.")
    return (ev.PageTurned(action.page),)


@answer.register
def _(action: do.UndoShow, book: Book, state: State, now: float) -> Decision:
    if state.room.top is None:
        return Refusal("NothingShown", "Nothing was shown yet.")
    return (ev.ShowUndone(),)


@answer.register
def _(action: do.BlankRoom, book: Book, state: State, now: float) -> Decision:
    if state.room.is_blank:
        return Refusal("BlankAlready", "The screen is blank already.")
    return (ev.RoomBlanked(),)


@answer.register
def _(action: do.UnblankRoom, book: Book, state: State, now: float) -> Decision:
    if not state.room.is_blank or state.room.top is None:
        return Refusal("NotBlank", "There is nothing under the black to go back to.")
    return (ev.RoomUnblanked(),)
