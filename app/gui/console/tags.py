"""Tags in a note: `@seat`, `#tension`, and `!surprise` for what it is of.

Pure: text in, tags and plain text out.

A tag is taken only where it names a seat or tension without doubt; anything else is left as text
(people write '3 bombers' and '@ noon').
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, get_args

from app.core.book import Book

NoteMark = Literal["strength", "difficulty", "surprise", "decision"]
MARKS: tuple[NoteMark, ...] = get_args(NoteMark)
"""What a note may be of."""
_TAG = re.compile(r"(?<!\S)([@#!])([\w-]+)")


@dataclass(frozen=True, slots=True)
class Tagged:
    """A note's text without its tags. The last seat and the last mark named are the note's."""

    text: str
    seat: str = ""
    tensions: tuple[str, ...] = ()
    mark: NoteMark | None = None


def read_tags(book: Book, typed: str) -> Tagged:
    """What was typed, parted into text and tags."""
    seat, tensions = "", list[str]()
    mark: NoteMark | None = None

    def take(match: re.Match[str]) -> str:
        nonlocal seat, mark
        found = _meant(book, match.group(1), match.group(2))
        if not found:
            return match.group()
        if match.group(1) == "@":
            seat = found
        elif match.group(1) == "!":
            mark = next(known for known in MARKS if known == found)
        elif found not in tensions:
            tensions.append(found)
        return ""

    text = _TAG.sub(take, typed)
    text = re.sub(r"[ \t]{2,}", " ", text)
    return Tagged(re.sub(r"[ \t]+(\n|$)", r"\1", text).strip(), seat, tuple(tensions), mark)


def _meant(book: Book, sign: str, word: str) -> str:
    """The one seat, tension or mark that a word means; empty where there is none."""
    small = word.casefold()
    names: dict[str, tuple[str, ...]]
    if sign == "!":
        names = {mark: (mark,) for mark in MARKS}
    elif sign == "@":
        names = {s.id: (s.id, s.short, *s.name.split()) for s in book.deck.seats}
    else:
        names = {t.id: (t.id, *t.name.split()) for t in book.deck.tensions}
    exact = [key for key in names if key.casefold() == small]
    if exact:
        return exact[0]
    begun = [
        key
        for key, words in names.items()
        if len(small) > 1 and any(w.casefold().startswith(small) for w in words)
    ]
    return begun[0] if len(begun) == 1 else ""
