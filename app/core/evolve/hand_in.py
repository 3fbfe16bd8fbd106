"""The hand-in: moves, consultations, signatures, drafted texts, reveal."""

from __future__ import annotations

# ruff: noqa: ARG001 -- the handlers share one signature
from dataclasses import replace

from app.core import events as ev
from app.core.evolve.change import apply, turn_, with_
from app.core.state import State
from app.core.values import Draft, PlayedMove


@apply.register
def _(event: ev.FreeMoveWritten, state: State, entry: ev.Entry) -> State:
    card = event.card
    if any(known.id == card.id for known in state.free_moves):
        cards = (card if known.id == card.id else known for known in state.free_moves)
        return with_(state, free_moves=tuple(cards))
    return with_(state, free_moves=(*state.free_moves, card))


@apply.register
def _(event: ev.LineSettled, state: State, entry: ev.Entry) -> State:
    draft = state.now.draft(event.procedure)
    others = tuple(pair for pair in draft.lines if pair[0] != event.line)
    return _drafted(state, replace(draft, lines=(*others, (event.line, event.option))))


@apply.register
def _(event: ev.TextSigned, state: State, entry: ev.Entry) -> State:
    draft = state.now.draft(event.procedure)
    others = tuple(seat for seat in draft.signers if seat != event.seat)
    signers = (*others, event.seat) if event.signed else others
    return _drafted(state, replace(draft, signers=signers))


def _drafted(state: State, draft: Draft) -> State:
    others = tuple(d for d in state.now.drafts if d.procedure != draft.procedure)
    return turn_(state, drafts=(*others, draft))


@apply.register
def _(event: ev.MoveAdded, state: State, entry: ev.Entry) -> State:
    return turn_(state, plays=(*state.now.plays, event.play))


@apply.register
def _(event: ev.MoveChanged, state: State, entry: ev.Entry) -> State:
    plays = (event.play if play.move == event.play.move else play for play in state.now.plays)
    return turn_(state, plays=tuple(plays))


@apply.register
def _(event: ev.MoveTakenBack, state: State, entry: ev.Entry) -> State:
    return turn_(state, plays=tuple(play for play in state.now.plays if play.move != event.move))


@apply.register
def _(event: ev.SeatHandedIn, state: State, entry: ev.Entry) -> State:
    on_paper = (event.seat,) if event.on_paper else ()
    return turn_(
        state,
        handed_in=(*state.now.handed_in, event.seat),
        on_paper=(*state.now.on_paper, *on_paper),
    )


@apply.register
def _(event: ev.SeatReopened, state: State, entry: ev.Entry) -> State:
    record = state.now
    return turn_(
        state,
        handed_in=tuple(seat for seat in record.handed_in if seat != event.seat),
        on_paper=tuple(seat for seat in record.on_paper if seat != event.seat),
    )


@apply.register
def _(event: ev.ConsultationOpened, state: State, entry: ev.Entry) -> State:
    return turn_(state, consultations=(*state.now.consultations, event.consultation))


@apply.register
def _(event: ev.ConsultationAnswered, state: State, entry: ev.Entry) -> State:
    key = (event.asking, event.asked, event.about)
    return turn_(
        state,
        consultations=tuple(
            replace(c, answer=event.answer) if (c.asking, c.asked, c.about) == key else c
            for c in state.now.consultations
        ),
    )


@apply.register
def _(event: ev.ConsultationTakenBack, state: State, entry: ev.Entry) -> State:
    key = (event.asking, event.asked, event.about)
    kept = (c for c in state.now.consultations if (c.asking, c.asked, c.about) != key)
    return turn_(state, consultations=tuple(kept))


@apply.register
def _(event: ev.SignatureAnswered, state: State, entry: ev.Entry) -> State:
    def signed(play: PlayedMove) -> PlayedMove:
        others = tuple(seat for seat in play.signers if seat != event.seat)
        asked = play.asked if event.seat in play.asked else (*play.asked, event.seat)
        return replace(play, asked=asked, signers=(*others, event.seat) if event.signed else others)

    plays = (signed(play) if play.move == event.move else play for play in state.now.plays)
    return turn_(state, plays=tuple(plays))


@apply.register
def _(event: ev.HandInClosed, state: State, entry: ev.Entry) -> State:
    closed = turn_(state, plays=event.plays, left=dict(event.left), is_closed=True)
    return with_(closed, carry=dict(event.carry))


@apply.register
def _(event: ev.SeatRevealed, state: State, entry: ev.Entry) -> State:
    return turn_(state, revealed=(*state.now.revealed, event.seat))


@apply.register
def _(event: ev.WordingChanged, state: State, entry: ev.Entry) -> State:
    return turn_(
        state,
        plays=tuple(
            replace(play, wording=event.text) if play.move == event.move else play
            for play in state.now.plays
        ),
    )
