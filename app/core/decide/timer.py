"""The timer: started, paused, adjusted and reset by people; it never does anything by itself."""

from __future__ import annotations

# ruff: noqa: ARG001 -- the answers share one signature
from app.core import actions as do
from app.core import events as ev
from app.core.actions import Refusal
from app.core.book import Book
from app.core.decide.door import Decision, answer, not_now
from app.core.state import State
from app.core.values import Phase

A_DAY = 24 * 60 * 60
"""Seconds. Nothing in an exercise lasts as long."""
BEFORE_THE_END = tuple(phase for phase in Phase if phase is not Phase.ENDED)


@answer.register
def _(action: do.StartTimer, book: Book, state: State, now: float) -> Decision:
    timer = state.timer
    refusal = not_now(state, *BEFORE_THE_END, what="Starting the timer")
    if refusal:
        return refusal
    if timer.deadline is not None:
        return Refusal("RunsAlready", "The timer is running already.")
    return (ev.TimerSet(timer.total, timer.left, now + timer.left, what="started"),)


@answer.register
def _(action: do.PauseTimer, book: Book, state: State, now: float) -> Decision:
    timer = state.timer
    if timer.deadline is None:
        return Refusal("NotRunning", "The timer is not running.")
    return (ev.TimerSet(timer.total, timer.remaining(now), is_paused=True, what="paused"),)


@answer.register
def _(action: do.AdjustTimer, book: Book, state: State, now: float) -> Decision:
    timer = state.timer
    if not abs(action.seconds) <= A_DAY:  # as NaN is not
        return Refusal("TooLong", "The timer is set by less than a day at a time.")
    total = max(0, timer.total + action.seconds)
    if timer.deadline is None:
        left = max(0.0, timer.left + action.seconds)
        return (ev.TimerSet(total, left, is_paused=timer.is_paused, what="adjusted"),)
    left = timer.remaining(now) + action.seconds
    return (ev.TimerSet(total, left, now + left, what="adjusted"),)


@answer.register
def _(action: do.ResetTimer, book: Book, state: State, now: float) -> Decision:
    return (ev.TimerSet(state.timer.total, state.timer.total, what="reset"),)
