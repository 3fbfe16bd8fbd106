"""The room: what is shown, turned, taken back, blanked."""

from __future__ import annotations

# ruff: noqa: ARG001 -- the handlers share one signature
from app.core import events as ev
from app.core.display import DisplayState
from app.core.evolve.change import apply, with_
from app.core.state import Shown, State


@apply.register
def _(event: ev.ItemShown, state: State, entry: ev.Entry) -> State:
    room = state.room
    shown = Shown(event.item, event.display, entry.seq)
    return with_(
        state,
        room=with_(
            room,
            stack=(*room.stack, shown),
            is_blank=False,
            seen=(*room.seen, (event.item, entry.at)),
        ),
    )


@apply.register
def _(event: ev.PageTurned, state: State, entry: ev.Entry) -> State:
    top = state.room.top
    if top is None:
        return state
    display = DisplayState(top.display.frame, top.display.screen, event.page)
    turned = Shown(top.item, display, top.seq)
    return with_(state, room=with_(state.room, stack=(*state.room.stack[:-1], turned)))


@apply.register
def _(event: ev.ShowUndone, state: State, entry: ev.Entry) -> State:
    stack = state.room.stack[:-1]
    return with_(
        state, room=with_(state.room, stack=stack, is_blank=state.room.is_blank or not stack)
    )


@apply.register
def _(event: ev.RoomBlanked, state: State, entry: ev.Entry) -> State:
    return with_(state, room=with_(state.room, is_blank=True))


@apply.register
def _(event: ev.RoomUnblanked, state: State, entry: ev.Entry) -> State:
    return with_(state, room=with_(state.room, is_blank=not state.room.stack))
