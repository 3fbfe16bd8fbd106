"""Adjudication: rulings, added lines, arguments, the accepted ledger."""

from __future__ import annotations

# ruff: noqa: ARG001 -- the handlers share one signature
from app.core import events as ev
from app.core.evolve.change import apply, turn_, with_
from app.core.state import State


@apply.register
def _(event: ev.FreeMoveArgued, state: State, entry: ev.Entry) -> State:
    return turn_(state, arguments=(*state.now.arguments, event))


@apply.register
def _(event: ev.LineRuled, state: State, entry: ev.Entry) -> State:
    others = tuple(r for r in state.now.rulings if r.line != event.ruling.line)
    return turn_(state, rulings=(*others, event.ruling))


@apply.register
def _(event: ev.RulingWithdrawn, state: State, entry: ev.Entry) -> State:
    return turn_(state, rulings=tuple(r for r in state.now.rulings if r.line != event.line))


@apply.register
def _(event: ev.LineAdded, state: State, entry: ev.Entry) -> State:
    return turn_(state, added=(*state.now.added, event.line))


@apply.register
def _(event: ev.ChallengeSettled, state: State, entry: ev.Entry) -> State:
    record = state.now
    rulings, added = record.rulings, record.added
    if event.ruling is not None:
        rulings = (*(r for r in rulings if r.line != event.ruling.line), event.ruling)
    if event.catch is not None:
        added = (*added, event.catch)
    return turn_(state, challenge=event, rulings=rulings, added=added)


@apply.register
def _(event: ev.LedgerAccepted, state: State, entry: ev.Entry) -> State:
    gauges = dict(event.gauges)
    return with_(turn_(state, ledger=event.lines, after=gauges), gauges=gauges)
