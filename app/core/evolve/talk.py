"""What people answered and said: polls, sentences, notes, concerns, tensions, follow-up."""

from __future__ import annotations

# ruff: noqa: ARG001 -- the handlers share one signature
from app.core import events as ev
from app.core.evolve.change import apply, turn_, with_
from app.core.state import State


@apply.register
def _(event: ev.PollOpened, state: State, entry: ev.Entry) -> State:
    return turn_(state, poll_items=event.items, poll_is_open=True)


@apply.register
def _(event: ev.AnswersEntered, state: State, entry: ev.Entry) -> State:
    new = event.answers
    others = tuple(
        a for a in state.now.answers if (a.item, a.seat, a.about) != (new.item, new.seat, new.about)
    )
    return turn_(state, answers=(*others, new))


@apply.register
def _(event: ev.PollClosed, state: State, entry: ev.Entry) -> State:
    return turn_(state, poll_is_open=False, poll_is_settled=True)


@apply.register
def _(event: ev.PollRevealed, state: State, entry: ev.Entry) -> State:
    return with_(state, polls_revealed=state.turn)


@apply.register
def _(event: ev.SentenceHeard, state: State, entry: ev.Entry) -> State:
    others = tuple(pair for pair in state.now.sentences if pair[0] != event.seat)
    return turn_(state, sentences=(*others, (event.seat, event.text)))


@apply.register
def _(event: ev.ObservationRecorded, state: State, entry: ev.Entry) -> State:
    return with_(state, notes=(*state.notes, event.note))


@apply.register
def _(event: ev.ObservationEdited, state: State, entry: ev.Entry) -> State:
    notes = (event.note if note.id == event.note.id else note for note in state.notes)
    return with_(state, notes=tuple(notes))


@apply.register
def _(event: ev.ConcernRevealed, state: State, entry: ev.Entry) -> State:
    return with_(state, concerns=(*state.concerns, event.seat))


@apply.register
def _(event: ev.TensionsChosen, state: State, entry: ev.Entry) -> State:
    return with_(state, tensions_chosen=event.tensions)


@apply.register
def _(event: ev.FollowUpWritten, state: State, entry: ev.Entry) -> State:
    return with_(state, follow_ups=(*state.follow_ups, event.follow_up))
