"""Putting right what an earlier turn recorded: the checks of the action that first recorded it.

The turn is looked at as it stood, so that who sat where, what was asked and what could be paid are
asked of that turn. What follows from an entry is worked out again, never taken from the amendment.
"""

from __future__ import annotations

from dataclasses import replace

from app.core import events as ev
from app.core.actions import Refusal
from app.core.book import Book
from app.core.decide.door import no_such_seat
from app.core.decide.hand_in import answer_refused, play_refused
from app.core.decide.poll import answers_refused
from app.core.legal import closing_reasons, effort
from app.core.own import is_own
from app.core.state import State
from app.core.values import PlayedMove


def amended(book: Book, state: State, turn: int, entry: ev.Amendable) -> ev.Amendable | Refusal:
    """The entry as it would count in that turn, or why it cannot stand there."""
    then = _as_of(book, state, turn)
    match entry:
        case ev.AnswersEntered(answers):
            return answers_refused(book, then, answers) or entry
        case ev.ConsultationOpened(asked):
            return answer_refused(book, then, asked.asked, asked.answer) or entry
        case ev.ConsultationAnswered():
            return answer_refused(book, then, entry.asked, entry.answer) or entry
        case ev.HandInClosed(plays):
            refused = _played_elsewhere(book, state, turn, plays)
            refused = refused or _plays_refused(book, then, plays)
            return refused or _closed(book, then, plays)
        case ev.SentenceHeard():
            return replace(entry, text=entry.text.strip())
        case ev.WordingChanged():
            return replace(entry, text=entry.text.strip())


def _as_of(book: Book, state: State, turn: int) -> State:
    """The exercise in that turn, its hand-in closed and nothing paid yet."""
    turns = tuple(record for record in state.turns if record.number <= turn)
    most = book.deck.economy.carry
    before = turns[-2].left if len(turns) > 1 else {}
    carry = {seat: max(0, min(left, most)) for seat, left in before.items()}
    return replace(state, turn=turn, turns=(*turns[:-1], replace(turns[-1], left={})), carry=carry)


def _played_elsewhere(
    book: Book, state: State, turn: int, plays: tuple[PlayedMove, ...]
) -> Refusal | None:
    """A refusal where a card of a seat's own is put into a turn in which it was not written."""
    own = [play.move for play in plays if is_own(play.move)]
    for record in state.turns:
        move = next((move for move in own if record.number != turn and record.play(move)), None)
        if move is not None:
            words = f"{book.titles[move]} ({move}) was played in turn {record.number}."
            return Refusal("NotLegal", words, "A card of a seat's own is played once.")
    return None


def _plays_refused(book: Book, then: State, plays: tuple[PlayedMove, ...]) -> Refusal | None:
    for play in plays:
        refusal = no_such_seat(book, play.seat) or play_refused(book, then, play)
        if refusal is None and then.setup.is_empty(play.seat):
            words = f"{book.name(play.seat)} is empty: it hands in nothing."
            refusal = Refusal("EmptySeat", words)
        if refusal is None and sum(x.move == play.move for x in plays) > 1:
            words = f"{book.titles[play.move]} is in the hand-in already."
            refusal = Refusal("PlayedAlready", words, "A card is played once a turn.")
        if refusal:
            return refusal
    was = closing_reasons(book, then)
    new = [found for found in closing_reasons(book, _with_plays(then, plays)) if found not in was]
    if not new:
        return None
    who, why = new[0]
    name = book.titles.get(who) or book.name(who)
    return Refusal("NotLegal", f"{name} is not legal: {why}", "Change it.")


def _closed(book: Book, then: State, plays: tuple[PlayedMove, ...]) -> ev.HandInClosed:
    trial, most = _with_plays(then, plays), book.deck.economy.carry
    left = {seat.id: effort(book, trial, seat.id).left for seat in book.deck.seats}
    carry = tuple((seat, max(0, min(value, most))) for seat, value in left.items())
    return ev.HandInClosed(plays, tuple(left.items()), carry)


def _with_plays(state: State, plays: tuple[PlayedMove, ...]) -> State:
    return replace(state, turns=(*state.turns[:-1], replace(state.now, plays=plays)))
