"""Every text of a deck that a person reads, and who reads it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from app.deck.model import Deck
from app.deck.positions import Path

Reader = Literal["room", "cell", "facilitator"]


@dataclass(frozen=True)
class Said:
    """A text, where it stands, and who reads it: everyone, one cell alone, the facilitator."""

    path: Path
    text: str
    reader: Reader


_FIELDS: dict[str, dict[str, Reader]] = {
    "seats": {"brief": "room", "concerns": "cell", "opens_with": "cell"},
    "gauges": {"name": "room"},
    "families": {"name": "room", "heading": "room"},
    "moves": {"title": "room", "text": "cell", "public": "room", "note": "cell", "hint": "cell"},
    "rules": {"title": "room", "text": "room", "note": "facilitator"},
    "combinations": {"title": "room", "text": "facilitator", "note": "facilitator"},
    "rule_card": {"title": "room", "text": "room"},
    "swing_limits": {"title": "room", "text": "room"},
    "ceilings": {"title": "room", "text": "room"},
    "turns": {"theme": "room", "task": "room", "notes": "facilitator", "stems": "facilitator"},
    "procedures": {"title": "room", "text": "room"},
    "polls": {"question": "room"},
    "tensions": {"name": "room", "text": "room", "questions": "room"},
    "end_states": {"name": "room", "epilogue": "room", "ask": "room"},
    "questions": {"ask": "room"},
}


def texts(deck: Deck) -> Iterator[Said]:
    """All of them, part by part."""
    about = deck.about
    for word in ("premise", "one_liner"):
        yield Said(("about", word), getattr(about, word), "room")
    yield Said(("about", "opening", "heading"), about.opening.heading, "room")
    for at, paragraph in enumerate(about.opening.paragraphs):
        yield Said(("about", "opening", "paragraphs", at), paragraph, "room")
    for field, words in _FIELDS.items():
        for at, item in enumerate(getattr(deck, field)):
            for word, reader in words.items():
                yield from _said((field, at, word), getattr(item, word), reader)
    for at, inject in enumerate(deck.injects):
        readers: Reader = "room" if inject.is_public else "cell"
        for word in ("title", "text", "question"):
            yield from _said(("injects", at, word), getattr(inject, word), readers)
        yield from _said(("injects", at, "notes"), inject.notes, "facilitator")
        yield from _said(("injects", at, "expected"), inject.expected, "facilitator")


def _said(path: Path, text: str | tuple[str, ...] | None, reader: Reader) -> Iterator[Said]:
    if isinstance(text, str):
        if text:
            yield Said(path, text, reader)
        return
    for at, one in enumerate(text or ()):
        yield Said((*path, at), one, reader)
