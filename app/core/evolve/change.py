"""How states are changed: a copy with other fields, and the handler that each kind of event has."""

from __future__ import annotations

# ruff: noqa: ARG001 -- the handlers share one signature
from functools import singledispatch
from typing import TypeVar

from app.core import events as ev
from app.core.state import Room, State, TurnRecord

T = TypeVar("T", TurnRecord, Room, State)


@singledispatch
def apply(event: object, state: State, entry: ev.Entry) -> State:
    """The state after one kind of event; modules of this package register theirs."""
    raise TypeError(f"no rule to evolve by {type(event).__name__}")


def with_(value: T, **changes: object) -> T:
    """A copy with other fields: `dataclasses.replace` without its checks, which cost a long log
    most of its time.
    """
    copy = _new(type(value))
    _set(copy, "__dict__", value.__dict__ | changes)
    return copy


_new, _set = object.__new__, object.__setattr__


def turn_(state: State, **changes: object) -> State:
    """The state with changes to the turn that is being played."""
    return with_(state, turns=(*state.turns[:-1], with_(state.now, **changes)))
