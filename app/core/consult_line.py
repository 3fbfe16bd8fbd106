"""The consultation line: `aus us a08` opens one, `aus us u05 supports` answers one.

The first seat is the one that speaks. With an answer it answers what the second asked it; without
one it asks. `jpn signs u01` and `jpn declines u01` answer a request to co-sign. What is asked about
is a move of the cell that asks, or a matter in free words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import cast

from app.core.actions import Action, AnswerConsultation, AnswerSignature, OpenConsultation
from app.core.book import Book
from app.core.hand_in_line import Completion
from app.core.line_words import Found, Lexicon, Meaning, capital, cards, people, split, unfinished
from app.core.state import State
from app.core.values import Answer, Consultation

ANSWERS: dict[str, str] = {"supports": "supports", "accepts": "accepts", "objects": "objects"}
_SIGNING = {"signs": "signs", "sign": "signs", "declines": "declines", "decline": "declines"}
_WORD = re.compile(r"[^\s,;:]+")
_GENERAL = re.compile(r"^(general|about)\b[\s:]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ParsedAsking:
    """What a line says. `action` is None until it is whole; `sentence` says it back."""

    action: Action | None
    sentence: str
    problems: tuple[str, ...]
    completions: tuple[Completion, ...]
    seat: str = ""


@dataclass(slots=True)
class _Said:
    """What has been understood so far; `matter` keeps the words that are none of it, as typed.

    `unknown` is the first word that has no place beside a move; `end` is where the last phrase
    that was understood ends in the text.
    """

    seats: list[str] = field(default_factory=list)
    card: str = ""
    answer: str = ""
    signing: str = ""
    matter: str = ""
    unknown: str = ""
    end: int = 0


def parse_asking(book: Book, state: State, text: str) -> ParsedAsking:
    """Read a line of Consult as an action on the present turn."""
    said = _read(book, text)
    action, problem = _action(book, state, said)
    words = _sentence(book, action) if action is not None else ""
    return ParsedAsking(
        action=action,
        sentence=words,
        problems=(problem,) if problem else (),
        completions=_completions(book, state, text, said),
        seat=said.seats[0] if said.seats else "",
    )


def about_words(book: Book, about: str) -> str:
    """What a consultation is about: a card's title, or 'General: …' for a free matter."""
    known = any(card.id == about for card in book.deck.moves)
    return book.move(about).title if known else f"General: {about}"


# --- reading -----------------------------------------------------------------------------------


def _read(book: Book, text: str) -> _Said:
    said = _Said()
    for found in _lexicon(book).read(text):
        _take(said, found, text)
    said.matter = _GENERAL.sub("", said.matter.strip(" ,;:.")).strip(" ,;:.")
    return said


def _take(said: _Said, found: Found, text: str) -> None:
    meaning = found.meaning
    if said.matter and meaning is not None and meaning.kind == "answer":
        said.answer = meaning.value
        said.matter = said.matter[: len(said.matter) - (len(text) - found.start)]
    elif said.matter:
        return
    elif meaning is None or (meaning.kind == "who" and len(said.seats) == 2):
        if said.card or said.signing:
            said.unknown = said.unknown or found.typed
        else:
            said.matter = text[said.end :]  # with the small words before the first unknown one
    else:
        _understand(said, meaning)
        said.end = found.start + _length(found, text)


def _understand(said: _Said, meaning: Meaning) -> None:
    if meaning.kind == "who":
        said.seats.append(meaning.value)
    elif meaning.kind == "move":
        said.card = meaning.value
    elif meaning.kind == "answer":
        said.answer = meaning.value
    else:
        said.signing = meaning.value


def _length(found: Found, text: str) -> int:
    """How many characters of the text a phrase takes, with what parts its words."""
    words = list(_WORD.finditer(text, found.start))[: len(found.typed.split())]
    return words[-1].end() - found.start if words else 0


def _lexicon(book: Book) -> Lexicon:
    answers = ((word, Meaning("answer", value)) for word, value in ANSWERS.items())
    signing = ((word, Meaning("sign", value)) for word, value in _SIGNING.items())
    return Lexicon([*people(book, seats_only=True), *cards(book), *answers, *signing])


# --- what it comes to --------------------------------------------------------------------------


def _action(book: Book, state: State, said: _Said) -> tuple[Action | None, str]:
    if said.unknown:
        known = "the move to sign" if said.signing else ", ".join(ANSWERS)
        return None, f"“{said.unknown}” is no word of this line: {known}."
    if said.signing:
        return _signature(book, state, said)
    if len(said.seats) < 2:
        return None, ""
    if said.answer:
        return _answer(book, state, said)
    about = said.card or said.matter
    if not about:
        return None, ""
    first, second = said.seats[:2]
    if said.card and book.move(said.card).seat != first:
        leader = book.spoken(book.move(said.card).seat)
        return None, f"{said.card} is a move of {leader}, which alone can ask about it."
    if first == second:
        return None, "A cell cannot ask itself."
    return OpenConsultation(Consultation(first, second, about)), ""


def _answer(book: Book, state: State, said: _Said) -> tuple[Action | None, str]:
    """The answer to the one consultation that is meant, whichever cell was named first."""
    about = said.card or said.matter
    first, second = said.seats[:2]
    for asked, asking in ((first, second), (second, first)):
        meant = [
            c
            for c in state.now.consultations
            if c.asked == asked and c.asking == asking and _is_about(c, about)
        ]
        if len(meant) > 1 and not about:
            return None, "Say about what: more than one is open."
        if meant:
            answer = cast("Answer", said.answer)
            return AnswerConsultation(asking, asked, meant[0].about, answer), ""
    return None, f"{capital(book.spoken(second))} has not asked {book.spoken(first)} about it."


def _is_about(consultation: Consultation, about: str) -> bool:
    return not about or consultation.about.casefold() == about.casefold()


def _signature(book: Book, state: State, said: _Said) -> tuple[Action | None, str]:
    """The answer to a request to co-sign. Without a card, the only one that still waits."""
    if not said.seats:
        return None, ""
    seat = said.seats[0]
    asked = [play for play in state.now.plays if seat in play.asked]
    if not said.card:
        asked = [play for play in asked if seat not in play.signers]
    meant = [play for play in asked if not said.card or play.move == said.card]
    if not meant:
        return None, f"{capital(book.spoken(seat))} has not been asked to sign it."
    if len(meant) > 1:
        return None, f"Say which: {' or '.join(play.move for play in meant)}."
    return AnswerSignature(meant[0].move, seat, said.signing == "signs"), ""


def _sentence(book: Book, action: Action) -> str:
    match action:
        case OpenConsultation(consultation=c):
            return (
                f"{capital(book.spoken(c.asking))} asks {book.spoken(c.asked)}. "
                f"{about_words(book, c.about)}."
            )
        case AnswerConsultation(asking=asking, asked=asked, about=about, answer=answer):
            to = " to" if answer == "objects" else ""
            return (
                f"{capital(book.spoken(asked))} {answer}{to} what {book.spoken(asking)} asked. "
                f"{about_words(book, about)}."
            )
        case AnswerSignature(move=move, seat=seat, signed=signed):
            word = "signs" if signed else "does not sign"
            return f"{capital(book.spoken(seat))} {word} {book.move(move).title}."
        case _:
            return ""


# --- completion --------------------------------------------------------------------------------


def _completions(book: Book, state: State, text: str, said: _Said) -> tuple[Completion, ...]:
    word = unfinished(text)
    if not word:
        return tuple(_offers(book, state, said))
    begun = (split(word) or [""])[0]
    before = _offers(book, state, _read(book, text[: len(text) - len(word)]))
    fitting = [c for c in before if _fits(c, begun)]
    if any(c.word == begun for c in fitting):
        fitting = [c for c in fitting if c.word == begun]
        fitting += list(_offers(book, state, said))
    return tuple(dict.fromkeys(fitting))


def _fits(completion: Completion, begun: str) -> bool:
    keys = (completion.word, *split(completion.meaning))
    return any(key.startswith(begun) for key in keys)


def _offers(book: Book, state: State, said: _Said) -> Iterator[Completion]:
    if len(said.seats) < 2 and not said.signing:
        verb = "asks, answers or signs" if not said.seats else "is asked, or had asked"
        for seat in book.deck.seats:
            if seat.id not in said.seats:
                yield Completion(seat.id.casefold(), f"{capital(book.spoken(seat.id))} {verb}")
    if len(said.seats) == 1 or said.signing:
        yield from _to_sign(book, state, said)
    if len(said.seats) == 2 and not said.answer:
        yield from _matters(book, state, said)


def _to_sign(book: Book, state: State, said: _Said) -> Iterator[Completion]:
    waiting = [
        play
        for play in state.now.plays
        if said.seats and said.seats[0] in play.asked and said.seats[0] not in play.signers
    ]
    if waiting and not said.signing:
        yield Completion("signs", f"{capital(book.spoken(said.seats[0]))} co-signs a move")
    if said.signing and not said.card:
        for play in waiting:
            yield Completion(play.move.casefold(), book.move(play.move).title)


def _matters(book: Book, state: State, said: _Said) -> Iterator[Completion]:
    first, second = said.seats
    asked = [c for c in state.now.consultations if (c.asked, c.asking) == (first, second)]
    about = said.card or said.matter
    if not about:
        for play in state.now.plays:
            if play.seat == first:
                words = f"Asks about {book.move(play.move).title}"
                yield Completion(play.move.casefold(), words)
    for consultation in asked:
        if not about:
            words = f"Answers about {about_words(book, consultation.about)}"
            yield Completion(consultation.about.casefold(), words)
    if any(_is_about(c, about) for c in asked):
        for answer in ANSWERS:
            yield Completion(answer, f"{capital(book.spoken(first))} {answer}")
