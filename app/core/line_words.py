"""The words of a typed line: what each may mean, and finding them in what was typed.

A lexicon holds phrases of one or more words. A phrase is found whole, or by a beginning that fits
only one meaning; capitals, commas and small words such as 'the' do not matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from app.core.book import Book

Kind = Literal["move", "who", "channel", "role", "role before", "option", "answer", "sign"]
_BREAKS = re.compile(r"[^\s,;:]+")
_LAST = re.compile(r"[^\s,;:]*$")
_SMALL = frozenset(["a", "an", "and", "as", "at", "by", "for", "in", "is", "of", "on", "the"])
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase stands for."""

    kind: Kind
    value: str


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase as typed. `could` has one meaning, none (unknown), or several (unclear).

    `start` is where in the text it begins.
    """

    typed: str
    could: tuple[Meaning, ...]
    start: int = 0

    @property
    def meaning(self) -> Meaning | None:
        """What it stands for, None where that is unknown or unclear."""
        return self.could[0] if len(self.could) == 1 else None


Phrase = tuple[tuple[str, ...], Meaning]


class Lexicon:
    """Phrases and what they mean. The longer reading holds, and the whole before the begun."""

    def __init__(self, phrases: Iterable[tuple[str, Meaning]]) -> None:
        self._phrases: tuple[Phrase, ...] = tuple(
            (tuple(split(text)), meaning) for text, meaning in phrases
        )
        self._longest = max((len(words) for words, _ in self._phrases), default=0)

    def read(self, text: str) -> tuple[Found, ...]:
        """The phrases of a text in its order, without the small words."""
        words, found, place = split(text), [], 0
        starts = [match.start() for match in _BREAKS.finditer(text)]
        while place < len(words):
            count, could = self._at(words[place:])
            if could or words[place] not in _SMALL:
                typed = " ".join(words[place : place + count])
                found.append(Found(typed, could, starts[place]))
            place += count
        return tuple(found)

    def _at(self, words: Sequence[str]) -> tuple[int, tuple[Meaning, ...]]:
        """How many words the phrase at the front takes, and what it could mean."""
        counts = range(min(self._longest, len(words)), 0, -1)
        for count in counts:
            if could := self._whole(tuple(words[:count])):
                return count, could
        if words[0] in _SMALL:
            return 1, ()
        for count in counts:
            if could := self._begun(tuple(words[:count])):
                return count, could
        return 1, ()

    def _whole(self, words: tuple[str, ...]) -> tuple[Meaning, ...]:
        return _different(meaning for phrase, meaning in self._phrases if phrase == words)

    def _begun(self, words: tuple[str, ...]) -> tuple[Meaning, ...]:
        *first, last = words
        if len(last) < _SHORTEST:
            return ()
        return _different(
            meaning
            for phrase, meaning in self._phrases
            if len(phrase) >= len(words)
            and phrase[: len(first)] == tuple(first)
            and phrase[len(first)].startswith(last)
        )


def split(text: str) -> list[str]:
    """The words of a text, small, without commas and full stops."""
    words = (word.casefold().replace("’", "'") for word in _BREAKS.findall(text))
    return [word.rstrip(".") or word for word in words]


def unfinished(text: str) -> str:
    """The word that is being typed at the end of the text; empty after a space or comma."""
    found = _LAST.search(text)
    return found.group() if found else ""


def completed(text: str, word: str) -> str:
    """The text with its unfinished word replaced by `word` and a space."""
    kept = text[: len(text) - len(unfinished(text))]
    return f"{kept}{word} "


def people(book: Book, *, seats_only: bool = False) -> Iterable[tuple[str, Meaning]]:
    """Every name of a seat, and of an adversary unless `seats_only`."""
    for seat in book.deck.seats:
        for name in (seat.id, seat.short, seat.name, *([seat.adjective] if seat.adjective else [])):
            yield name, Meaning("who", seat.id)
    if not seats_only:
        for adversary in book.deck.adversaries:
            for name in (adversary.id, adversary.name):
                yield name, Meaning("who", adversary.id)


def cards(book: Book) -> Iterable[tuple[str, Meaning]]:
    """Every card by id and by title."""
    for card in book.deck.moves:
        yield card.id, Meaning("move", card.id)
        yield card.title, Meaning("move", card.id)


def joined(words: Sequence[str]) -> str:
    """Words in a sentence: 'Japan', 'Japan and the ROK', 'a, b and c'."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def capital(text: str) -> str:
    """The text with a capital at its front."""
    return text[:1].upper() + text[1:]


def _different(meanings: Iterable[Meaning]) -> tuple[Meaning, ...]:
    return tuple(dict.fromkeys(meanings))
