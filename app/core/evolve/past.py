"""What changes the past: the fold reads the log anew, so little is left to do here."""

from __future__ import annotations

# ruff: noqa: ARG001 -- the handlers share one signature
from app.core import events as ev
from app.core.evolve.change import apply, with_
from app.core.state import State


@apply.register
def _(event: ev.ActionUndone, state: State, entry: ev.Entry) -> State:
    return state


@apply.register
def _(event: ev.ActionRedone, state: State, entry: ev.Entry) -> State:
    return state


@apply.register
def _(event: ev.EntryAmended, state: State, entry: ev.Entry) -> State:
    return with_(state, amendments=(*state.amendments, event))
