"""The hand-in: moves, consultations, signatures, reveal."""

from __future__ import annotations

# ruff: noqa: ARG001 -- the answers share one signature
from dataclasses import replace
from typing import get_args

from app.core import actions as do
from app.core import events as ev
from app.core.actions import Refusal
from app.core.book import Book
from app.core.decide.door import Decision, answer, no_such_seat, not_now
from app.core.legal import consultations_allowed, consultations_left, reasons_against
from app.core.pools import told
from app.core.state import State
from app.core.values import Answer, Channel, Phase, PlayedMove

OPEN = (Phase.DELIBERATE, Phase.CONSULT)


@answer.register
def _(action: do.AddMove, book: Book, state: State, now: float) -> Decision:
    refusal = hand_in_shut(book, state, action.play.seat) or play_refused(book, state, action.play)
    if refusal:
        return refusal
    if state.now.play(action.play.move):
        return Refusal(
            "PlayedAlready",
            f"{book.titles[action.play.move]} is in the hand-in already.",
            "Change it there; a card is played once a turn.",
        )
    return (ev.MoveAdded(told(book, action.play)),)


@answer.register
def _(action: do.ChangeMove, book: Book, state: State, now: float) -> Decision:
    refusal = hand_in_shut(book, state, action.play.seat) or play_refused(book, state, action.play)
    before = refusal or _in_hand(book, state, action.play.move)
    if isinstance(before, Refusal):
        return before
    return (_changed(before, told(book, action.play)),)


@answer.register
def _(action: do.TakeBackMove, book: Book, state: State, now: float) -> Decision:
    play = _in_hand(book, state, action.move)
    if isinstance(play, Refusal):
        return play
    return hand_in_shut(book, state, play.seat) or (ev.MoveTakenBack(action.move),)


@answer.register
def _(action: do.HandIn, book: Book, state: State, now: float) -> Decision:
    refusal = hand_in_shut(book, state, action.seat)
    if refusal:
        return refusal
    for play in state.now.plays:
        reasons = reasons_against(book, state, play) if play.seat == action.seat else ()
        if reasons:
            return Refusal(
                "NotLegal", f"{book.titles[play.move]} is not legal: {reasons[0]}", "Change it."
            )
    return (ev.SeatHandedIn(action.seat, action.on_paper),)


@answer.register
def _(action: do.ReopenSeat, book: Book, state: State, now: float) -> Decision:
    refusal = not_now(state, *OPEN, what="Reopening a cell")
    if refusal is None and action.seat not in state.now.handed_in:
        refusal = Refusal("NotHandedIn", f"{book.name(action.seat)} has not handed in.")
    return refusal or (ev.SeatReopened(action.seat),)


@answer.register
def _(action: do.OpenConsultation, book: Book, state: State, now: float) -> Decision:
    refusal = not_now(state, *OPEN, what="Consulting")
    if refusal:
        return refusal
    asked = action.consultation
    asked = replace(asked, about=asked.about.strip())
    unknown = no_such_seat(book, asked.asking) or no_such_seat(book, asked.asked)
    unknown = unknown or answer_refused(book, state, asked.asked, asked.answer)
    if unknown:
        return unknown
    if state.setup.is_empty(asked.asking):
        return Refusal("EmptySeat", f"{book.name(asked.asking)} is empty: it asks nobody.")
    if asked.asking == asked.asked:
        return Refusal("AsksItself", f"{book.name(asked.asking)} cannot consult itself.")
    if not asked.about:
        return Refusal("AboutWhat", "Say what the consultation is about.", "A move, or words.")
    same = (asked.asking, asked.asked, asked.about)
    if any((c.asking, c.asked, c.about) == same for c in state.now.consultations):
        return Refusal("AskedAlready", "They have asked them about this already.")
    left = consultations_left(book, state, asked.asking)
    if left is not None and left <= 0:
        most = consultations_allowed(book, state, asked.asking)
        all_of_them = "one consultation" if most == 1 else f"{most} consultations"
        return Refusal(
            "NoConsultationLeft",
            f"{book.name(asked.asking)} has had its {all_of_them} this turn.",
            "A card may lift the limit.",
        )
    return (ev.ConsultationOpened(asked),)


@answer.register
def _(action: do.AnswerConsultation, book: Book, state: State, now: float) -> Decision:
    refusal = not_now(state, *OPEN, what="Answering a consultation")
    if refusal:
        return refusal
    refusal = _not_asked(book, state, action) or answer_refused(
        book, state, action.asked, action.answer
    )
    key = (action.asking, action.asked, action.about.strip())
    return refusal or (ev.ConsultationAnswered(*key, action.answer),)


@answer.register
def _(action: do.TakeBackConsultation, book: Book, state: State, now: float) -> Decision:
    refusal = not_now(state, *OPEN, what="Taking back a consultation")
    refusal = refusal or _not_asked(book, state, action)
    key = (action.asking, action.asked, action.about.strip())
    return refusal or (ev.ConsultationTakenBack(*key),)


def _not_asked(
    book: Book, state: State, action: do.AnswerConsultation | do.TakeBackConsultation
) -> Refusal | None:
    key = (action.asking, action.asked, action.about.strip())
    if any((c.asking, c.asked, c.about) == key for c in state.now.consultations):
        return None
    return Refusal(
        "NotAsked",
        f"{book.name(action.asking)} has not asked {book.spoken(action.asked)} about this.",
        "Open the consultation first.",
    )


@answer.register
def _(action: do.AnswerSignature, book: Book, state: State, now: float) -> Decision:
    play = not_now(state, *OPEN, what="Signing") or _in_hand(book, state, action.move)
    if isinstance(play, Refusal):
        return play
    if play.channel != "joint":
        return Refusal("NotJoint", f"{book.titles[play.move]} is {play.channel}: nobody signs it.")
    signed = replace(play, signers=(*(s for s in play.signers if s != action.seat), action.seat))
    unknown = no_such_seat(book, action.seat)
    if unknown:
        return unknown
    empty = _empty_signs(book, state, action.seat) if action.signed else None
    if empty:
        return empty
    if action.signed:
        before = set(reasons_against(book, state, play))
        new = [r for r in reasons_against(book, state, signed) if r not in before]
        if new:
            return Refusal("CannotSign", new[0], "Mend that first, or leave it unsigned.")
    elif action.seat not in (*play.asked, *play.signers):
        words = f"{book.name(action.seat)} was not asked to sign {book.titles[play.move]}."
        return Refusal("NotAsked", words)
    return (ev.SignatureAnswered(action.move, action.seat, action.signed),)


@answer.register
def _(action: do.RevealSeat, book: Book, state: State, now: float) -> Decision:
    refusal = not_now(
        state, Phase.REVEAL, Phase.ADJUDICATE, Phase.POLL, Phase.DISCUSS, what="Revealing"
    )
    refusal = refusal or no_such_seat(book, action.seat)
    if refusal is None and action.seat in state.now.revealed:
        refusal = Refusal("RevealedAlready", f"{book.name(action.seat)} is turned over already.")
    return refusal or (ev.SeatRevealed(action.seat),)


@answer.register
def _(action: do.RevealAll, book: Book, state: State, now: float) -> Decision:
    refusal = not_now(
        state, Phase.REVEAL, Phase.ADJUDICATE, Phase.POLL, Phase.DISCUSS, what="Revealing"
    )
    if refusal:
        return refusal
    left = [seat.id for seat in book.deck.seats if seat.id not in state.now.revealed]
    if not left:
        return Refusal("RevealedAlready", "All cells are turned over already.")
    return tuple(ev.SeatRevealed(seat) for seat in left)


@answer.register
def _(action: do.ChangeWording, book: Book, state: State, now: float) -> Decision:
    play = _in_hand(book, state, action.move)
    if isinstance(play, Refusal):
        return play
    return (ev.WordingChanged(action.move, action.text.strip()),)


def answer_refused(book: Book, state: State, asked: str, given: str) -> Refusal | None:
    """What is wrong with an answer to a consultation, or with leaving it open."""
    if given not in get_args(Answer):
        known = "It supports, accepts or objects."
        return Refusal("NoSuchAnswer", f"“{given}” is no answer to a consultation.", known)
    if state.setup.is_empty(asked) and given not in ("", "accepts"):
        return Refusal("EmptySeat", f"{book.name(asked)} is empty: it accepts everything.")
    return None


def play_refused(book: Book, state: State, play: PlayedMove) -> Refusal | None:
    """What is wrong with a play whatever the rest of the hand-in: card, channel, signatures."""
    refusal = _no_such_card(book, play)
    if refusal is None and play.channel not in get_args(Channel):
        words = f"There is no way to play a card called {play.channel}."
        refusal = Refusal("NoSuchChannel", words, "It is joint, solo or quiet.")
    for seat in play.signers:
        refusal = refusal or _empty_signs(book, state, seat)
    return refusal


def _empty_signs(book: Book, state: State, seat: str) -> Refusal | None:
    if not state.setup.is_empty(seat):
        return None
    return Refusal("EmptySeat", f"{book.name(seat)} is empty: it signs nothing.")


def _changed(before: PlayedMove, play: PlayedMove) -> ev.MoveChanged:
    """A signature is given to a play as it stands: on other terms it has to be given anew.

    Reason, wording and who else is asked to sign are no terms.
    """
    if not before.signers or _terms(before) == _terms(play):
        return ev.MoveChanged(play)
    signers = tuple(seat for seat in play.signers if seat not in before.signers)
    return ev.MoveChanged(replace(play, signers=signers), signed_anew=True)


def _terms(play: PlayedMove) -> PlayedMove:
    """What a signature is given to."""
    return replace(play, reason="", wording="", asked=(), signers=())


def moved(state: State, play: PlayedMove) -> ev.MoveAdded | ev.MoveChanged:
    """A play as it comes into the hand-in, or as it is changed there."""
    before = state.now.play(play.move)
    return _changed(before, play) if before else ev.MoveAdded(play)


def hand_in_shut(book: Book, state: State, seat: str) -> Refusal | None:
    """A refusal where a seat cannot change its hand-in now."""
    refusal = not_now(state, *OPEN, what="Changing the hand-in")
    if refusal:
        return refusal
    unknown = no_such_seat(book, seat)
    if unknown:
        return unknown
    if state.setup.is_empty(seat):
        return Refusal("EmptySeat", f"{book.name(seat)} is empty: it hands in nothing.")
    if seat in state.now.handed_in:
        return Refusal(
            "HandedInAlready", f"{book.name(seat)} has handed in.", "Reopen the cell first."
        )
    return None


def _no_such_card(book: Book, play: PlayedMove) -> Refusal | None:
    card = next((move for move in book.deck.moves if move.id == play.move), None)
    if card is None:
        return Refusal("NoSuchMove", f"The deck has no move {play.move}.")
    if card.seat != play.seat:
        return Refusal(
            "NotItsCard",
            f"{card.title} ({card.id}) is a card of {book.spoken(card.seat)}, "
            f"not of {book.spoken(play.seat)}.",
        )
    return None


def _in_hand(book: Book, state: State, move: str) -> PlayedMove | Refusal:
    play = state.now.play(move) if state.is_started else None
    return play or Refusal(
        "NotInHand", f"{book.titles.get(move, move)} is not in this turn's hand-in."
    )
