"""A deck as one text: what the library keeps of it, and its hash.

The text is compact JSON of the whole model in the model's own order, defaults written out: two
decks that say the same give the same text, however their YAML is laid out, and an old text keeps
its meaning when a default changes. The order of mappings that an author wrote (the options of a
poll) is kept, because it is shown.
"""

from __future__ import annotations

import hashlib

from pydantic import ValidationError

from app.deck.model import Deck
from app.errors import DeckError


def deck_content(deck: Deck) -> str:
    """The deck as one line of JSON, without any layout."""
    return deck.model_dump_json(by_alias=True)


def deck_hash(deck: Deck) -> str:
    """SHA-256 of the deck's content, as 64 small hexadecimal digits."""
    return content_hash(deck_content(deck))


def content_hash(content: str) -> str:
    """SHA-256 of a stored content; of `deck_content(deck)` the same as `deck_hash(deck)`."""
    return hashlib.sha256(content.encode("utf-8")).hexdigest()


def deck_from_content(content: str) -> Deck:
    """The deck of a stored content. DeckError where it is none that this program understands."""
    try:
        return Deck.model_validate_json(content, by_alias=True, by_name=False)
    except (ValidationError, ValueError) as problem:
        raise DeckError(
            "The deck stored with this session cannot be read.",
            remedy="It may come from a newer Parasol; otherwise use a copy of the library.",
        ) from problem
