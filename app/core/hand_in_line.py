"""The hand-in line: one line of words takes a whole move.

`u01 joint jpn prc` and `bomber visit, host Japan, target PRC, joint with Japan` are the same move.
Ids, names and titles may be shortened to what is unmistakable and stand in any order. Whether the
move is legal is asked of `app.core.legal`; here it is only read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.core.book import Book
from app.core.legal import playable
from app.core.line_reading import CHANNELS, Reading, built, read
from app.core.line_roles import Named, places
from app.core.line_sentence import named, sentence
from app.core.line_words import capital, split, unfinished
from app.core.pools import chosen_on
from app.core.state import State
from app.core.values import PlayedMove
from app.deck.model import Choice, Move

HOW_WORDS = {
    "joint": "Signed by another cell",
    "solo": "By this cell alone",
    "quiet": "Only one reader is told",
}


@dataclass(frozen=True, slots=True)
class Completion:
    """A word that may stand next, and what it would mean here."""

    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a line says. `play` is None until card and channel are known.

    `sentence` says it back, `brief` without its seat; `problems` are words without a meaning here.
    `missing` asks for the channel while it is open. `seat` and `card` are empty until known.
    """

    play: PlayedMove | None
    sentence: str
    problems: tuple[str, ...]
    completions: tuple[Completion, ...]
    brief: str = ""
    missing: str = ""
    seat: str = ""
    card: str = ""


@dataclass(frozen=True, slots=True)
class _Offer:
    """A completion with the beginnings by which it is found."""

    completion: Completion
    keys: tuple[str, ...]


def parse(book: Book, state: State, text: str) -> Parsed:
    """Read a line as a move of the present turn. An empty line offers every card."""
    reading = read(book, text)
    play, over = built(book, state, reading)
    completions = _completions(book, state, text, reading)
    if play is None:
        return Parsed(None, "", tuple(reading.problems), completions)
    title = book.move(play.move).title
    lost = [f"{book.name(who)} has no place in {title}, {play.channel}." for who in over]
    known = bool(reading.channel)
    return Parsed(
        play=play if known else None,
        sentence=sentence(book, play, how=known),
        problems=(*reading.problems, *(lost if known else [])),
        completions=completions,
        brief=sentence(book, play, how=known, leader=False),
        missing="" if known else _which(reading.card),
        seat=play.seat,
        card=play.move,
    )


def _which(card: Move | None) -> str:
    ways = [channel for channel in CHANNELS if card is None or channel in card.channels]
    return f"{capital(', '.join(ways[:-1]))} or {ways[-1]}?"


def _completions(book: Book, state: State, text: str, reading: Reading) -> tuple[Completion, ...]:
    """What fits the word being typed; and once that word is whole, what may follow it."""
    word = unfinished(text)
    if not word:
        return tuple(offer.completion for offer in _offers(book, state, reading))
    begun = (split(word) or [""])[0]
    before = _offers(book, state, read(book, text[: len(text) - len(word)]))
    fitting = [o.completion for o in before if any(key.startswith(begun) for key in o.keys)]
    is_whole = any(c.word == begun for c in fitting)
    if is_whole or not (fitting or reading.problems):
        fitting = [c for c in fitting if c.word == begun]
        fitting += [o.completion for o in _offers(book, state, reading)]
    return tuple(dict.fromkeys(fitting))


def _offers(book: Book, state: State, reading: Reading) -> Iterator[_Offer]:
    """What may come next, the most useful first."""
    if reading.card is None:
        yield from _cards(book, state)
        return
    if not reading.channel:
        for channel in CHANNELS:
            if channel in reading.card.channels:
                yield _Offer(Completion(channel, HOW_WORDS[channel]), (channel,))
    play, _ = built(book, state, reading)
    assert play is not None
    for choice in reading.card.choices:
        if len(chosen_on(play, choice.id)) < choice.count and choice.options:
            for option, label in choice.options.items():
                words = f"{choice.label} {label}"
                yield _Offer(Completion(option, words), (option, *split(label)))
    yield from _people(book, state, reading, reading.card, play)


def _cards(book: Book, state: State) -> Iterator[_Offer]:
    """Every card of a cell at work, those that can be played first."""
    offers: list[tuple[bool, _Offer]] = []
    for seat in book.deck.seats:
        if seat.id in state.now.handed_in:
            continue
        for card, reasons in playable(book, state, seat.id):
            words = f"{card.title}, {card.cost} effort" if not reasons else reasons[0]
            if reasons:
                words = f"{card.title}: {reasons[0]}"
            keys = (card.id.casefold(), *split(card.title))
            offers.append((bool(reasons), _Offer(Completion(card.id.casefold(), words), keys)))
    yield from (offer for _, offer in sorted(offers, key=lambda pair: pair[0]))


def _people(
    book: Book, state: State, reading: Reading, card: Move, play: PlayedMove
) -> Iterator[_Offer]:
    """Every seat and adversary that would find a place, with what it would be."""
    someone = [
        *((s.id, (s.id, s.short, s.name)) for s in book.deck.seats),
        *((a.id, (a.id, a.name)) for a in book.deck.adversaries),
    ]
    offers = []
    for who, names in someone:
        role = reading.pending
        trial = replace(reading, named=[*reading.named, Named(who, role)], problems=[])
        then, over = built(book, state, trial)
        if then is None or over or then == play or not _fits(book, card, reading, who, role):
            continue
        if _unseats(card, play, then):
            continue
        rank, words = _place_words(book, card, play, then, who)
        keys = tuple(word for name in names for word in split(name))
        offers.append((rank, _Offer(Completion(who.casefold(), words), keys)))
    yield from (offer for _, offer in sorted(offers, key=lambda pair: pair[0]))


def _fits(book: Book, card: Move, reading: Reading, who: str, role: str) -> bool:
    if not role:
        return True
    found = next(
        (p for p in places(book, card, reading.channel, reading.options) if p.role == role), None
    )
    return found is not None and who in found.pool


def _unseats(card: Move, before: PlayedMove, then: PlayedMove) -> bool:
    """Whether somebody would lose a place that was filled."""
    filled = ((chosen_on(before, c.id), chosen_on(then, c.id)) for c in card.choices)
    return any(set(was) - set(now) for was, now in filled) or bool(
        before.addressee and before.addressee != then.addressee
    )


def _place_words(
    book: Book, card: Move, before: PlayedMove, then: PlayedMove, who: str
) -> tuple[int, str]:
    """The place that somebody would have, as a rank (what is missing first) and in words."""
    signs = who in then.asked and who not in before.asked
    pays = f", signs and pays {book.deck.economy.signing_cost}" if signs else ""
    for rank, choice in enumerate(card.choices):
        if who in chosen_on(then, choice.id) and who not in chosen_on(before, choice.id):
            return rank, _only(book, choice, who) + pays
    if then.addressee == who and before.addressee != who:
        return 50, f"{capital(named(book, who))} alone is told"
    return 60, f"{capital(named(book, who))} signs too, pays {book.deck.economy.signing_cost}"


def _only(book: Book, choice: Choice, who: str) -> str:
    return f"{choice.label} {book.spoken(who)}"
