"""The course: start, phases, injects, the timer, the end."""

from __future__ import annotations

# ruff: noqa: ARG001 -- the handlers share one signature
from dataclasses import replace

from app.core import events as ev
from app.core.evolve.change import apply, turn_, with_
from app.core.state import PhaseVisit, State, TurnRecord
from app.core.values import Phase, Timer


@apply.register
def _(event: ev.SessionStarted, state: State, entry: ev.Entry) -> State:
    gauges = dict(event.gauges)
    first = TurnRecord(
        0, gauges, gauges, after=gauges, visits=(PhaseVisit(Phase.OPENING, entry.at),)
    )
    return with_(
        state,
        setup=event.setup,
        deck=event.deck,
        deck_hash=event.deck_hash,
        turns=(first,),
        gauges=gauges,
        started_at=entry.at,
    )


@apply.register
def _(event: ev.SessionForked, state: State, entry: ev.Entry) -> State:
    return with_(state, parent=(event.parent, event.seq))


@apply.register
def _(event: ev.PhaseEntered, state: State, entry: ev.Entry) -> State:
    visit = PhaseVisit(event.phase, entry.at, event.skipped, event.reason)
    moved = with_(state, turn=event.turn, phase=event.phase)
    if event.turn != state.turn:
        gauges = dict(state.gauges)
        return with_(
            moved, turns=(*state.turns, TurnRecord(event.turn, gauges, gauges, visits=(visit,)))
        )
    settled = state.now.poll_is_settled or Phase.POLL in event.skipped
    early = event.phase is Phase.HOT_WASH and state.now.after is None
    return turn_(
        with_(moved, ended_early=state.ended_early or early),
        visits=(*state.now.visits, visit),
        poll_is_settled=settled or event.phase in (Phase.HOT_WASH, Phase.ENDED),
        poll_is_open=state.now.poll_is_open and event.phase is Phase.POLL,
    )


@apply.register
def _(event: ev.InjectReleased, state: State, entry: ev.Entry) -> State:
    gauges = dict(state.gauges)
    for line in event.lines:
        gauges[line.gauge] = line.after
    record = state.now
    return with_(
        turn_(state, releases=(*record.releases, event), after_brief=gauges), gauges=gauges
    )


@apply.register
def _(event: ev.InjectsPassedOver, state: State, entry: ev.Entry) -> State:
    passed = (*state.now.passed_over, *event.injects)
    return turn_(state, passed_over=passed, conditional_settled=True)


@apply.register
def _(event: ev.InjectWritten, state: State, entry: ev.Entry) -> State:
    return with_(state, written=(*state.written, event.inject))


@apply.register
def _(event: ev.InjectReworded, state: State, entry: ev.Entry) -> State:
    releases = (
        replace(release, text=event.text) if release.inject == event.inject else release
        for release in state.now.releases
    )
    return turn_(state, releases=tuple(releases))


@apply.register
def _(event: ev.SessionEnded, state: State, entry: ev.Entry) -> State:
    return with_(
        state,
        end_state=event.end_state,
        ended_early=event.early,
        end_reason=event.reason,
    )


@apply.register
def _(event: ev.TimerSet, state: State, entry: ev.Entry) -> State:
    return with_(state, timer=Timer(event.total, event.left, event.deadline, event.is_paused))
