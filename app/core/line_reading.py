"""Reading a typed line as a move: what each word adds, and the move that comes of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from app.core.book import Book
from app.core.history import role_holders
from app.core.line_roles import ADDRESSEE, SIGNERS, Held, Named, cast, places
from app.core.line_words import Found, Lexicon, Meaning, cards, people
from app.core.pools import QUIET_CHOICES, signing_pool
from app.core.state import State
from app.core.values import Channel, PlayedMove
from app.deck.model import Move

CHANNELS: tuple[Channel, ...] = ("joint", "solo", "quiet")
_CHANNEL_WORDS = {
    "joint": "joint",
    "jointly": "joint",
    "solo": "solo",
    "alone": "solo",
    "quiet": "quiet",
    "quietly": "quiet",
}
_ROLE_WORDS = {
    "host": "host",
    "hosted by": "host",
    "target": "target",
    "with": SIGNERS,
    "signed by": SIGNERS,
    "sign": SIGNERS,
    "signers": SIGNERS,
    "to": ADDRESSEE,
    "told": ADDRESSEE,
    "told to": ADDRESSEE,
    "tell": ADDRESSEE,
}
_ROLE_BEFORE_WORDS = {"hosts": "host", "signs": SIGNERS}


@dataclass(slots=True)
class Reading:
    """What has been understood so far, and what could not be."""

    card: Move | None = None
    channel: str = ""
    named: list[Named] = field(default_factory=list)
    options: Held = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    pending: str = ""


# --- reading -----------------------------------------------------------------------------------


def read(book: Book, text: str) -> Reading:
    """What a line says, word by word."""
    reading = Reading()
    titles = [found for found in _lexicon(book, None).read(text) if _is(found, "move")]
    if titles:
        reading.card = book.move(titles[0].could[0].value)
    for found in _lexicon(book, reading.card).read(text):
        reading.pending = _take(book, reading, found, reading.pending)
    _infer_channel(reading)
    return reading


def _is(found: Found, kind: str) -> bool:
    return found.meaning is not None and found.meaning.kind == kind


def _take(book: Book, reading: Reading, found: Found, pending: str) -> str:
    """Take one phrase in; returns the place that the names after it are for."""
    meaning = found.meaning
    if meaning is None:
        reading.problems.append(_unclear(book, found))
        return pending
    if meaning.kind == "move":
        if reading.card is not None and meaning.value != reading.card.id:
            titles = f"{reading.card.title} or {book.move(meaning.value).title}"
            reading.problems.append(f"One move a line: {titles}.")
        return ""
    if meaning.kind == "channel":
        reading.channel = meaning.value
        return ""
    if meaning.kind == "role":
        return meaning.value
    if meaning.kind == "role before" and reading.named:
        reading.named[-1] = replace(reading.named[-1], role=meaning.value)
        return ""
    if meaning.kind == "who":
        return _name(book, reading, meaning.value, pending)
    if meaning.kind == "option":
        choice, _, option = meaning.value.partition("=")
        reading.options[choice] = (option,)
    return ""


def _name(book: Book, reading: Reading, who: str, pending: str) -> str:
    """Note a name. Co-signers are a list, every other place takes one name and is done."""
    if pending == SIGNERS:
        fits = reading.card is None or who in signing_pool(book, reading.card)
        is_seat = any(seat.id == who for seat in book.deck.seats)
        reading.named.append(Named(who, SIGNERS if fits or is_seat else ""))
        return SIGNERS if fits or is_seat else ""
    reading.named.append(Named(who, pending))
    return ""


def _unclear(book: Book, found: Found) -> str:
    if not found.could:
        return f"“{found.typed}” is no word of this deck."
    could = [_word(book, meaning) for meaning in found.could[:4]]
    return f"“{found.typed}” could be {' or '.join([', '.join(could[:-1]), could[-1]])}."


def _word(book: Book, meaning: Meaning) -> str:
    if meaning.kind == "move":
        return meaning.value
    return book.name(meaning.value) if meaning.kind == "who" else meaning.value


def _infer_channel(reading: Reading) -> None:
    """The channel that is meant where it was not said: the card's only one, or by who is named."""
    if reading.channel or reading.card is None:
        return
    said = {name.role for name in reading.named}
    if len(reading.card.channels) == 1:
        reading.channel = reading.card.channels[0]
    elif SIGNERS in said and "joint" in reading.card.channels:
        reading.channel = "joint"
    elif ADDRESSEE in said and "quiet" in reading.card.channels:
        reading.channel = "quiet"


def _lexicon(book: Book, card: Move | None) -> Lexicon:
    """The words of a line. Once its card is known, no other card's title is guessed at."""
    if card is None:
        return Lexicon([*people(book), *cards(book), *_grammar()])
    known = [phrase for phrase in cards(book) if phrase[1].value == card.id or _is_id(phrase)]
    return Lexicon([*people(book), *known, *_grammar(), *_own_words(card)])


def _is_id(phrase: tuple[str, Meaning]) -> bool:
    return phrase[0] == phrase[1].value


def _grammar() -> Iterator[tuple[str, Meaning]]:
    for word, value in _CHANNEL_WORDS.items():
        yield word, Meaning("channel", value)
    for word, value in _ROLE_WORDS.items():
        yield word, Meaning("role", value)
    for word, value in _ROLE_BEFORE_WORDS.items():
        yield word, Meaning("role before", value)


def _own_words(card: Move) -> Iterator[tuple[str, Meaning]]:
    """The words that a card's own choices add."""
    for choice in card.choices:
        yield choice.id, Meaning("role", choice.id)
        yield choice.label, Meaning("role", choice.id)
        for option, label in choice.options.items():
            yield option, Meaning("option", f"{choice.id}={option}")
            yield label, Meaning("option", f"{choice.id}={option}")


# --- the move ----------------------------------------------------------------------------------


def built(book: Book, state: State, reading: Reading) -> tuple[PlayedMove | None, tuple[str, ...]]:
    """The move as far as it was said, with what follows without saying; and names without a place.

    None until the card is known. While the channel is not, it reads 'solo'.
    """
    card = reading.card
    if card is None:
        return None, ()
    channel: Channel = next((c for c in CHANNELS if c == reading.channel), "solo")
    open_places = places(book, card, reading.channel, reading.options)
    held, over = cast(reading.named, open_places)
    for place in open_places:
        if place.takes_all:
            held.setdefault(place.role, place.pool)
    held |= reading.options
    asked = _asked(book, card, reading, held) if channel == "joint" else ()
    before = state.now.play(card.id)
    play = PlayedMove(
        seat=card.seat,
        move=card.id,
        channel=channel,
        host=_one(held, "host"),
        target=_one(held, "target"),
        addressee=_addressee(book, card, held) if channel == "quiet" else "",
        asked=asked,
        signers=tuple(seat for seat in before.signers if seat in asked) if before else (),
        choices=_choices(card, held),
        reason=before.reason if before else "",
        wording=before.wording if before else "",
    )
    return play, over


def _one(held: Held, role: str) -> str:
    return held.get(role, ("",))[0]


def _choices(card: Move, held: Held) -> tuple[tuple[str, tuple[str, ...]], ...]:
    own = (choice.id for choice in card.choices if choice.id not in QUIET_CHOICES)
    return tuple((choice, held[choice]) for choice in own if choice in held)


def _asked(book: Book, card: Move, reading: Reading, held: Held) -> tuple[str, ...]:
    """Who is asked to sign: who was named, a host who may unless others were named as signers, who
    must, and who alone can.
    """
    pool = signing_pool(book, card)
    asked = list(held.get(SIGNERS, ()))
    host, is_said = _one(held, "host"), any(name.role == SIGNERS for name in reading.named)
    if host in pool and host not in asked and not is_said:
        asked.insert(0, host)
    plain = PlayedMove(card.seat, card.id, "joint")
    must = {seat for name in card.signing.must for seat in role_holders(book, plain, name)}
    asked += [seat for seat in pool if seat in must and seat not in asked]
    if not asked and len(pool) <= max(1, card.signing.at_least):
        asked += pool
    return tuple(asked)


def _addressee(book: Book, card: Move, held: Held) -> str:
    """Who is told of a quiet move: who was named; without a host, the only other seat."""
    others = [seat.id for seat in book.deck.seats if seat.id != card.seat]
    if ADDRESSEE not in held and not _one(held, "host") and len(others) == 1:
        return others[0]
    return _one(held, ADDRESSEE)
