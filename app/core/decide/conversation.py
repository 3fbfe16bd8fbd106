"""What people say: sentences, notes, concerns, tensions, follow-up; and putting entries right."""

from __future__ import annotations

# ruff: noqa: ARG001 -- the answers share one signature
from dataclasses import replace
from datetime import UTC, datetime

from app.core import actions as do
from app.core import events as ev
from app.core.actions import Refusal
from app.core.book import Book
from app.core.decide.door import Decision, answer, no_such_seat, not_now, short_reason
from app.core.state import State
from app.core.values import TURN_PHASES, Phase


@answer.register
def _(action: do.HearSentence, book: Book, state: State, now: float) -> Decision:
    refusal = not_now(state, *TURN_PHASES, Phase.HOT_WASH, what="Writing down a sentence")
    refusal = refusal or no_such_seat(book, action.seat)
    return refusal or (ev.SentenceHeard(action.seat, action.text.strip()),)


@answer.register
def _(action: do.Observe, book: Book, state: State, now: float) -> Decision:
    unknown = _unknown_tags(book, action.note.seat, action.note.tensions)
    if unknown:
        return unknown
    if not state.is_started:
        return Refusal("NotStarted", "There is no session to take notes in.")
    at = datetime.fromtimestamp(now, UTC).isoformat(timespec="seconds")
    note = replace(action.note, turn=state.turn, phase=state.phase, at=at)
    return (ev.ObservationRecorded(note),)


@answer.register
def _(action: do.EditObservation, book: Book, state: State, now: float) -> Decision:
    if not any(note.id == action.note.id for note in state.notes):
        return Refusal("NoSuchNote", "There is no such note.")
    unknown = _unknown_tags(book, action.note.seat, action.note.tensions)
    return unknown or (ev.ObservationEdited(action.note),)


@answer.register
def _(action: do.RevealConcern, book: Book, state: State, now: float) -> Decision:
    refusal = not_now(state, Phase.HOT_WASH, what="Revealing a private concern")
    refusal = refusal or no_such_seat(book, action.seat)
    if refusal is None and action.seat in state.concerns:
        refusal = Refusal("RevealedAlready", f"{book.name(action.seat)} has read its card.")
    return refusal or (ev.ConcernRevealed(action.seat),)


@answer.register
def _(action: do.ChooseTensions, book: Book, state: State, now: float) -> Decision:
    refusal = not_now(state, Phase.HOT_WASH, what="Choosing tensions")
    refusal = refusal or _unknown_tags(book, "", action.tensions)
    return refusal or (ev.TensionsChosen(action.tensions),)


@answer.register
def _(action: do.WriteFollowUp, book: Book, state: State, now: float) -> Decision:
    if not state.is_started:
        return Refusal("NotStarted", "There is no session to write this into.")
    if not action.follow_up.issue.strip():
        return Refusal("IssueMissing", "Say what the issue is.")
    return (ev.FollowUpWritten(action.follow_up),)


@answer.register
def _(action: do.Amend, book: Book, state: State, now: float) -> Decision:
    if not state.is_started or not 0 < action.entry <= state.seq:
        return Refusal("NoSuchEntry", f"The log has no entry {action.entry}.")
    unknown = _unknown_in(book, action.replacement)
    if unknown:
        return unknown
    amended = ev.EntryAmended(
        action.entry, action.replacement, action.was, action.now, action.reason
    )
    return short_reason(action.reason) or (amended,)


def _unknown_in(book: Book, event: ev.Amendable) -> Refusal | None:
    """A refusal where an amended entry would name seats, cards or poll items that there are not."""
    cards = {move.id for move in book.deck.moves}
    moves: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    if isinstance(event, ev.HandInClosed):
        moves = tuple(play.move for play in event.plays)
        seats = tuple(x for play in event.plays for x in (play.seat, *play.signers))
    elif isinstance(event, ev.WordingChanged):
        moves = (event.move,)
    elif isinstance(event, ev.ConsultationOpened):
        seats = (event.consultation.asking, event.consultation.asked)
    elif isinstance(event, ev.ConsultationAnswered):
        seats = (event.asking, event.asked)
    elif isinstance(event, ev.AnswersEntered):
        seats = (event.answers.seat,)
        if event.answers.item not in {item.id for item in book.deck.polls}:
            return Refusal("NotAsked", f"The deck has no poll item {event.answers.item}.")
    else:
        seats = (event.seat,)
    unknown = next((move for move in moves if move not in cards), None)
    if unknown is not None:
        return Refusal("NoSuchMove", f"The deck has no move {unknown}.")
    return next(filter(None, (no_such_seat(book, seat) for seat in seats)), None)


def _unknown_tags(book: Book, seat: str, tensions: tuple[str, ...]) -> Refusal | None:
    unknown = no_such_seat(book, seat) if seat else None
    if unknown:
        return unknown
    known = {tension.id for tension in book.deck.tensions}
    wrong = [tension for tension in tensions if tension not in known]
    if wrong:
        return Refusal("NoSuchTension", f"The deck has no tension {', '.join(wrong)}.")
    return None
