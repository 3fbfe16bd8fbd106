"""The small deck without Australia, and what is left in it."""

from __future__ import annotations

from typing import Any

from app.deck.model import Deck
from app.deck.variants import with_variant
from tests.deck.small_deck import card, small_deck

A = "assurance"


def three(out: dict[str, Any] | None = None, **fields: Any) -> dict[str, Any]:
    """A variant without Australia."""
    without = {"seats": "AUS", **(out or {})}
    return {"id": "three", "name": "Three", "text": "No Australia.", "without": without, **fields}


def smaller(variant: dict[str, Any] | None = None, **fields: Any) -> Deck:
    return with_variant(small_deck(variants=[variant or three()], **fields), "three")


def the_move(name: str, **fields: Any) -> Any:
    """A card as it is left in the deck without Australia; None where it is out."""
    moves = [card(name, "US", **fields), card("J01", "JPN"), card("A01", "AUS", tags="south-show")]
    return next((one for one in smaller(moves=moves).moves if one.id == name), None)


def effects_of(*effects: dict[str, Any]) -> list[dict[str, Any]]:
    found = the_move("U01", effects=list(effects)).effects
    return [one.model_dump(exclude_unset=True) for one in found]
