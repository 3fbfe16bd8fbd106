"""What is allowed now, and why not, in words.

A move may stand in the hand-in while it is not legal: people think with cards on the table. It is
at closing that every reason must be gone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from app.core.asking import lifted_by, more_by, signing_cost, unmet_needs
from app.core.book import Book
from app.core.facts import Facts
from app.core.history import facts_of
from app.core.pools import (
    QUIET_CHOICES,
    choice_pool,
    chosen_on,
    is_asked_for,
    members,
    signing_pool,
    told_pool,
)
from app.core.state import State
from app.core.values import PlayedMove
from app.deck.model import Choice, Move


@dataclass(frozen=True, slots=True)
class Effort:
    """A seat's effort this turn, in whole points. `left` is negative where it is overdrawn."""

    budget: int
    spent: int

    @property
    def left(self) -> int:
        """What is still free."""
        return self.budget - self.spent


def effort(book: Book, state: State, seat: str) -> Effort:
    """What a seat may spend this turn, and what its moves and signatures cost it so far.

    The leader pays the card; each co-signer pays for each signature, unless a card in the hand-in
    makes signing free; an addressee pays nothing.
    """
    plays = state.now.plays
    bonus = sum(
        book.move(play.move).effort_next_turn
        for record in state.turns
        if record.number == state.turn - 1
        for play in record.plays
        if play.seat == seat
    )
    budget = book.seat(seat).effort + state.carry.get(seat, 0) + bonus
    led = sum(book.move(play.move).cost for play in plays if play.seat == seat)
    signed = sum(1 for play in plays if seat in play.signers)
    spent = led + signed * signing_cost(book, state)
    if seat in state.now.left:  # closed: what is carried belongs to the next turn
        budget = state.now.left[seat] + spent
    return Effort(budget, spent)


def reasons_against(book: Book, state: State, play: PlayedMove) -> tuple[str, ...]:
    """Why a play is not legal, in words; empty where it is. Missing signatures do not count yet."""
    return _reasons(book, state, facts_of(book, state, state.turn), play)


def _reasons(book: Book, state: State, facts: Facts, play: PlayedMove) -> tuple[str, ...]:
    card = book.move(play.move)
    return (
        *_card_reasons(book, state, card, facts),
        *_channel_reasons(card, play),
        *_addressee_reasons(book, card, play),
        *_choice_reasons(book, card, play),
        *_signing_reasons(book, facts, card, play),
        *_effort_reasons(book, state, play),
    )


def playable(book: Book, state: State, seat: str) -> tuple[tuple[Move, tuple[str, ...]], ...]:
    """Every card of a seat with the reasons why it cannot be played now (none: it can)."""
    in_hand = {play.move for play in state.now.plays}
    spent, facts = effort(book, state, seat), facts_of(book, state, state.turn)
    led = sum(1 for play in state.now.plays if play.seat == seat)
    found = []
    for card in book.deck.moves:
        if card.seat != seat:
            continue
        reasons = list(_card_reasons(book, state, card, facts))
        if state.setup.is_empty(seat):
            reasons = [f"Nobody plays {book.spoken(seat)}."]
        elif card.id in in_hand:
            reasons.append("It is in the hand-in already.")
        elif led >= book.seat(seat).moves:
            reasons.append(f"{_cap(book.spoken(seat))} may lead {_moves(book.seat(seat).moves)}.")
        elif card.cost > spent.left:
            reasons.append(f"It costs {card.cost}; {spent.left} left.")
        found.append((card, tuple(reasons)))
    return tuple(found)


def closing_reasons(book: Book, state: State) -> tuple[tuple[str, str], ...]:
    """What keeps the hand-in from closing: (card or seat, words) for each reason."""
    found, facts = [], facts_of(book, state, state.turn)
    for play in state.now.plays:
        found += [(play.move, reason) for reason in _reasons(book, state, facts, play)]
        found += [(play.move, reason) for reason in _missing_signatures(book, play)]
    for seat in book.deck.seats:
        account = effort(book, state, seat.id)
        if account.left < 0:
            found.append((seat.id, f"{-account.left} effort too many."))
        found += [(seat.id, reason) for reason in _too_many(book, state, seat.id)]
    return tuple(dict.fromkeys(found))


def consultations_left(book: Book, state: State, seat: str) -> int | None:
    """How many consultations a seat may still open this turn; None where there is no limit."""
    if lifted_by(book, state):
        return None
    opened = sum(1 for c in state.now.consultations if c.asking == seat)
    return consultations_allowed(book, state, seat) - opened


def consultations_allowed(book: Book, state: State, seat: str) -> int:
    """How many consultations a seat may open this turn: its own, and what earlier cards gave it."""
    return book.seat(seat).consultations + sum(plus for _, plus in more_by(book, state, seat))


def _card_reasons(book: Book, state: State, card: Move, facts: Facts) -> Iterator[str]:
    """Reasons that lie in the card and the past, whatever is chosen on it."""
    ago = [
        state.turn - record.number
        for record in state.turns
        if record.number < state.turn and record.play(card.id)
    ]
    if card.once and ago:
        yield "It is played once in a game, and has been."
    elif card.cooldown and ago and min(ago) <= card.cooldown:
        yield f"It has to rest for {_turns(card.cooldown)} after it was played."
    for need in book.needs[card.id]:
        if not need.when.holds(facts):
            yield need.say


def _channel_reasons(card: Move, play: PlayedMove) -> Iterator[str]:
    if play.channel not in card.channels:
        yield f"It cannot be {play.channel}: only {_or(card.channels)}."


def _addressee_reasons(book: Book, card: Move, play: PlayedMove) -> Iterator[str]:
    """A quiet play is told to somebody: the host, where it is another seat, or an addressee."""
    who, pool = play.addressee, told_pool(book, card)
    host_is_told = card.addressee == ("host",) and play.channel == "quiet" and play.host
    if who and play.channel != "quiet":
        yield f"{_cap(play.channel)} is told to everyone: it has no addressee."
    elif who == play.seat:
        yield f"{_cap(book.spoken(play.seat))} cannot be its own addressee."
    elif who and who not in pool:
        told = f"{_cap(book.spoken(who))} cannot be told of it quietly"
        yield f"{told}: {_or(map(book.spoken, pool))}."
    elif host_is_told and who and who != play.host:
        yield f"{_cap(book.spoken(play.host))} is the host, and is told of it."
    elif play.channel == "quiet" and not who and play.host not in pool:
        yield "Quiet needs somebody who is told."


def _choice_reasons(book: Book, card: Move, play: PlayedMove) -> Iterator[str]:
    asked_for = {choice.id for choice in card.choices if is_asked_for(card, choice, play)}
    for choice in card.choices:
        if choice.id in asked_for:
            yield from _chosen_wrongly(book, card, choice, chosen_on(play, choice.id))
    named = [role for role in QUIET_CHOICES if getattr(play, role)]
    for extra in (*named, *(key for key, _ in play.choices)):
        if extra not in asked_for:
            known = next((x.label for x in card.choices if x.id == extra), "")
            yield f"Not asked for here: {known}." if known else f"The card has no choice “{extra}”."


def _chosen_wrongly(
    book: Book, card: Move, choice: Choice, chosen: tuple[str, ...]
) -> Iterator[str]:
    pool = choice_pool(book, card, choice)
    label = choice.label[0].lower() + choice.label[1:]
    most = max(choice.count, choice.at_most or 0)
    if len(chosen) < choice.count:
        yield f"Not chosen yet: {label}."
    elif len(chosen) > most or len(set(chosen)) < len(chosen):
        least = "one" if choice.count == 1 else str(choice.count)
        many = "one" if most == 1 else f"{most} different ones"
        many = many if most == choice.count else f"{least} to {most}, each once"
        yield f"Chosen otherwise than “{label}” asks: {many}."
    for name in chosen:
        if name not in pool:
            known = _or([choice.options.get(x) or book.spoken(x) for x in pool])
            yield f"{_cap(book.spoken(name))} cannot stand for “{label}”: {known}."


def _signing_reasons(book: Book, facts: Facts, card: Move, play: PlayedMove) -> Iterator[str]:
    named = dict.fromkeys((*play.asked, *play.signers))
    if play.channel != "joint":
        if named:
            yield f"{_cap(play.channel)} has no co-signers."
        return
    pool = signing_pool(book, card)
    for seat in named:
        if seat not in pool:
            yield f"{_cap(book.spoken(seat))} cannot sign it: {_or(map(book.spoken, pool))}."
    for seat in named:
        yield from unmet_needs(book, facts, card.id, seat)
    if _counted(book, card, named) < max(1, card.signing.at_least):
        among = card.signing.among
        whose = _or([book.spoken(s) for s in signing_pool(book, card) if _counts(book, card, s)])
        yield f"Joint needs {whose} to sign it." if among else "Joint needs somebody who signs it."
    if card.signing.at_most is not None and len(play.signers) > card.signing.at_most:
        yield f"At most {card.signing.at_most} may sign it."


def _counted(book: Book, card: Move, signers: Iterable[str]) -> int:
    """How many of the signers count for what the card asks for at least."""
    return sum(_counts(book, card, seat) for seat in signers)


def _counts(book: Book, card: Move, seat: str) -> bool:
    among = card.signing.among
    return not among or any(seat in members(book, card, name) for name in among)


def _missing_signatures(book: Book, play: PlayedMove) -> Iterator[str]:
    if play.channel != "joint":
        return
    card = book.move(play.move)
    if _counted(book, card, play.signers) < max(1, card.signing.at_least):
        asked = [book.spoken(seat) for seat in play.asked if seat not in play.signers]
        were = "was" if len(asked) == 1 else "were"
        whom = f" {_cap(_and(asked))} {were} asked." if asked else ""
        yield f"No signature yet.{whom}"
    for name in card.signing.must:
        for seat in sorted(members(book, card, name) - set(play.signers)):
            yield f"{_cap(book.spoken(seat))} must sign it."


def _effort_reasons(book: Book, state: State, play: PlayedMove) -> Iterator[str]:
    others = tuple(x for x in state.now.plays if x.move != play.move)
    trial = replace(state, turns=(*state.turns[:-1], replace(state.now, plays=(*others, play))))
    known = {seat.id for seat in book.deck.seats}
    for seat in (play.seat, *(signer for signer in play.signers if signer in known)):
        account = effort(book, trial, seat)
        if account.left < 0:
            yield f"{_cap(book.spoken(seat))} has {-account.left} effort too few."
    led = sum(1 for x in others if x.seat == play.seat) + 1
    if led > book.seat(play.seat).moves:
        yield f"{_cap(book.spoken(play.seat))} may lead {_moves(book.seat(play.seat).moves)}."


def _too_many(book: Book, state: State, seat: str) -> Iterator[str]:
    left = consultations_left(book, state, seat)
    if left is not None and left < 0:
        yield f"{-left} {'consultation' if left == -1 else 'consultations'} too many."


def _cap(text: str) -> str:
    return text[:1].upper() + text[1:]


def _or(words: Iterable[str]) -> str:
    listed = list(words)
    return " or ".join([", ".join(listed[:-1]), listed[-1]] if len(listed) > 1 else listed)


def _and(words: list[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _moves(count: int) -> str:
    return "one move" if count == 1 else f"{count} moves"


def _turns(count: int) -> str:
    return "one turn" if count == 1 else f"{count} turns"
