"""Free moves: cards that seats write themselves, settled by matrix argument."""

from __future__ import annotations

# ruff: noqa: ARG001 -- the answers share one signature
from dataclasses import replace

from app.core import actions as do
from app.core import events as ev
from app.core.actions import Refusal
from app.core.book import Book
from app.core.decide.door import Decision, answer, is_step, no_line, no_such_seat, not_now
from app.core.decide.hand_in import hand_in_shut, moved, play_refused
from app.core.decide.matrix import Outcome, argument_refused, result, thrown
from app.core.evolve import evolve
from app.core.own import book_of, bounds_of, most_wanted, next_free_id, writers
from app.core.state import State
from app.core.values import FreeMove, Phase


@answer.register
def _(action: do.WriteFreeMove, book: Book, state: State, now: float) -> Decision:
    card = action.card
    refusal = _not_its_card(book, state, card) if card.id else None
    refusal = refusal or hand_in_shut(book, state, card.seat) or _card_refused(book, card)
    if refusal:
        return refusal
    card = replace(
        card,
        id=card.id or next_free_id(state),
        affects=tuple(dict.fromkeys(card.affects)),
        tags=tuple(dict.fromkeys(tag.strip() for tag in card.tags if tag.strip())),
        tensions=tuple(dict.fromkeys(card.tensions)),
    )
    written = ev.FreeMoveWritten(card)
    play = replace(action.play, seat=card.seat, move=card.id)
    after = evolve(state, ev.Entry(state.seq, state.seq, "", written))
    refused = play_refused(book_of(book, after), after, play)
    return refused or (written, moved(state, play))


@answer.register
def _(action: do.ArgueFreeMove, book: Book, state: State, now: float) -> Decision:
    refusal = not_now(state, Phase.REVEAL, Phase.ADJUDICATE, what="Arguing a free move")
    if refusal:
        return refusal
    card = next((card for card in state.free_moves if card.id == action.move), None)
    if card is None or not state.now.play(action.move):
        return Refusal("NotInHand", f"{action.move} is no free move of this turn.")
    if any(argued.move == action.move for argued in state.now.arguments):
        words = f"{card.title} has been argued already."
        return Refusal("ArguedAlready", words, "Undo it to argue again.")
    argument = thrown(state, replace(action.argument, seat=card.seat), card.id)
    refusal = argument_refused(argument)
    if refusal:
        return refusal
    total, outcome = result(argument)
    if outcome == "catch":
        refusal = _catch_refused(book, total, action.catch)
    catch = action.catch if outcome == "catch" else None
    effects = _effects(card, outcome, catch)
    return refusal or (
        ev.FreeMoveArgued(card.id, argument, total, outcome, effects, action.reason),
    )


def _effects(
    card: FreeMove, outcome: Outcome, catch: tuple[str, int] | None
) -> tuple[tuple[str, int], ...]:
    """What follows: what was wanted, with a catch, nothing, or a step the wrong way."""
    match outcome:
        case "full":
            return card.wants
        case "catch":
            return (*card.wants, *((catch,) if catch else ()))
        case "backfires":
            gauge, step = card.wants[0]
            return ((gauge, -step),)
    return ()


def _not_its_card(book: Book, state: State, card: FreeMove) -> Refusal | None:
    """A refusal where a card cannot be written anew: unknown, another seat's, or played before."""
    known = next((known for known in state.free_moves if known.id == card.id), None)
    anew = "Write it as a new one."
    if known is None:
        return Refusal("NoSuchMove", f"There is no free move {card.id}.", anew)
    if known.seat != card.seat:
        whose = book.spoken(known.seat)
        return Refusal("NotItsCard", f"{known.title} ({card.id}) is a card of {whose}.", anew)
    if any(record.play(card.id) for record in state.turns[:-1]):
        return Refusal("PlayedBefore", f"{known.title} was played in an earlier turn.", anew)
    return None


def _card_refused(book: Book, card: FreeMove) -> Refusal | None:
    """What is wrong with a free move: its seat, words, cost, and what it wants."""
    refusal = no_such_seat(book, card.seat)
    if refusal is None and card.seat not in writers(book):
        refusal = Refusal("NoFreeMoves", f"{book.name(card.seat)} plays cards of the deck only.")
    if refusal is None and not (card.title.strip() and card.text.strip()):
        refusal = Refusal("WordsMissing", "A free move needs a title and what is done.")
    refusal = refusal or no_line(card.title, "A title")
    least, most = bounds_of(book.deck).cost
    if refusal is None and not least <= card.cost <= most:
        refusal = Refusal("CostOutOfBounds", f"A free move costs {least} to {most} effort.")
    return refusal or _wants_refused(book, card) or _named_refused(book, card)


def _wants_refused(book: Book, card: FreeMove) -> Refusal | None:
    known = [gauge.id for gauge in book.deck.gauges]
    gauges = [gauge for gauge, _ in card.wants]
    unknown = next((gauge for gauge in gauges if gauge not in known), None)
    if unknown is not None:
        return Refusal("NoSuchGauge", f"The deck has no gauge {unknown}.", _gauges(known))
    if not card.wants:
        return Refusal("WantsNothing", "Say which gauge it means to move.", "One step, up or down.")
    if any(not is_step(step, 1) for _, step in card.wants) or len(set(gauges)) < len(gauges):
        return Refusal("TooMuch", "A free move moves a gauge by one step.")
    if len(card.wants) > most_wanted(card.cost):
        return Refusal("TooMuch", "It moves one gauge, or two where it costs 2 or more.")
    return None


def _gauges(known: list[str]) -> str:
    return f"Its gauges: {', '.join(known)}."


def _named_refused(book: Book, card: FreeMove) -> Refusal | None:
    unknown = next((seat for seat in card.affects if no_such_seat(book, seat)), None)
    if unknown is not None:
        return no_such_seat(book, unknown)
    tensions = {tension.id for tension in book.deck.tensions}
    wrong = [tension for tension in card.tensions if tension not in tensions]
    if wrong:
        return Refusal("NoSuchTension", f"The deck has no tension {', '.join(wrong)}.")
    return None


def _catch_refused(book: Book, total: int, catch: tuple[str, int] | None) -> Refusal | None:
    if catch is None:
        return Refusal("CatchMissing", f"{total}: it succeeds with a catch.", "Name the catch.")
    gauge, step = catch
    if not any(known.id == gauge for known in book.deck.gauges):
        return Refusal("NoSuchGauge", f"The deck has no gauge {gauge}.")
    return None if is_step(step, 1) else Refusal("NotARuling", "A catch is one step, up or down.")
