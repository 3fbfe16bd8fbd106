"""A made-up deck of two turns: a text to sign in the last one, private injects, and a variant.

Four cells, of whom each ally has gauges of its own; the variant is played without Australia.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from app.core.book import Book
from app.core.compile import compile_deck
from app.core.values import CellSetup, Setup
from app.deck.model import Deck
from tests.core.small import Part, card, checked, sections

TEXT = "pact"
ALLIES = {"signed": {"seat": "each", "of": TEXT}}
STANCE = {"firm": "Firm", "balanced": "Balanced", "silent": "Silent"}
PROCEDURE: Part = {
    "id": TEXT,
    "title": "One text",
    "text": "Draft one statement, then sign or stand aside.",
    "turn": "last",
    "lines": [
        {"id": name.casefold(), "label": name, "options": STANCE, "default": "silent"}
        for name in ("Threats", "Wording", "Talks", "Umbrella")
    ],
    "sign": ["all"],
    "at_least": 2,
    "effects": [
        {
            "family": "assurance",
            "of": "each",
            "change": 1,
            "for_each": "allies",
            "when": ALLIES,
            "public": "It signed",
        },
        {
            "gauge": "ESC",
            "change": -1,
            "when": {"line": {"of": TEXT, "line": "talks", "is": ["firm", "balanced"]}},
            "public": "Talks in writing",
        },
    ],
    "tensions": ["T1"],
    "public": "The text",
}
NAMES = {"US": "United States", "JPN": "Japan", "ROK": "Republic of Korea", "AUS": "Australia"}
VARIANT: Part = {
    "id": "three-cells",
    "name": "Three cells",
    "text": "Without Australia, for up to fifteen people.",
    "without": {"seats": ["AUS"], "gauges": ["aAUS", "pAUS"]},
}


def private(name: str, *to: str, turn: int = 1, **more: Any) -> Part:
    """A private inject of a turn."""
    return {
        "id": name,
        "kind": "scheduled",
        "turns": [turn, turn],
        "to": list(to),
        "title": f"Memo {name}",
        "from": "Joint Staff",
        "medium": "memo",
        "time": "Year One",
        "text": f"Only {' and '.join(to)} may read {name}.",
        "question": "Whom do you tell?",
        "expected": "A quarrel about telling.",
        "notes": f"Hand {name} over face down.",
        "tensions": ["T1"],
        **more,
    }


def parts(**changes: Any) -> dict[str, Any]:
    """The parts of the deck, with a test's own in place of the usual ones."""
    usual = sections()
    seats = [_seat(seat, seat["id"]) for seat in usual["seats"]]
    return {
        "seats": seats,
        "turns": usual["turns"][:2],
        "moves": [card("U1", cost=1), card("J1", "JPN", cost=1), card("A1", "AUS", cost=1)],
        "injects": [private("P1", "JPN"), private("P2", "US", "ROK", turn=2)],
        "rules": [],
        "procedures": [PROCEDURE],
        "variants": [VARIANT],
        **changes,
    }


def _seat(usual: Part, name: str) -> Part:
    words = {"name": NAMES[name], "short": NAMES[name] if name in ("JPN", "AUS") else name}
    own = {"concerns": [f"Concern of {name}."], "effort": 5, "moves": 2, "consultations": 2}
    return {**usual, **words, **own, "definite": name in ("US", "ROK")}


def pact_deck(**changes: Any) -> Deck:
    """The deck, read as any other."""
    found = checked(**parts(**changes))
    assert found.deck is not None, found.faults
    return found.deck


@cache
def pact() -> Book:
    """The whole deck, compiled once."""
    return compile_deck(pact_deck())


def pact_setup(book: Book | None = None) -> Setup:
    """Two people in every cell of the deck."""
    deck = (book or pact()).deck
    cells = tuple(CellSetup(seat.id, f"Table {i}", 2) for i, seat in enumerate(deck.seats, 1))
    return Setup("Pact group", cells, handling="For exercise use only", variant=deck.variant)
