"""An invented deck of four cells, for what the tutorial's two are too few for."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from app.core.book import Book
from app.core.compile import compile_deck
from app.deck.model import Adversary, Deck, Gauge, Move, Seat
from app.deck.read import read_deck

TUTORIAL = Path(__file__).resolve().parent.parent / "scenarios" / "tutorial"
SEATS = (
    ("US", "United States", "US", 7, 3, True),
    ("JPN", "Japan", "Japan", 5, 2, False),
    ("ROK", "Republic of Korea", "ROK", 4, 2, True),
    ("AUS", "Australia", "Australia", 5, 2, False),
)
MORE = (
    ("PHL", "Philippines", "Philippines", 3, 2, True),
    ("TWN", "Taiwan", "Taiwan", 3, 2, False),
    ("IND", "India", "India", 3, 2, False),
    ("NZL", "New Zealand", "New Zealand", 3, 2, False),
)
ALLIES = ["JPN", "ROK", "AUS"]


@lru_cache(maxsize=1)
def tutorial() -> Book:
    """The tutorial, compiled."""
    return compile_deck(read_deck(TUTORIAL))


@lru_cache(maxsize=2)
def alliance(cells: int = 4) -> Book:
    """Four to eight cells, ten cards, two turns; nothing follows from anything."""
    deck = read_deck(TUTORIAL)
    quiet = {"rules": (), "combinations": (), "swing_limits": (), "ceilings": (), "injects": ()}
    gauges = [
        Gauge(id=f"{kind}{seat}", name=f"{kind} {seat}", family=family, of=seat, start=5)
        for seat in ALLIES
        for kind, family in (("a", "assurance"), ("p", "pressure"))
    ]
    changes: dict[str, Any] = {
        **quiet,
        "seats": tuple(_seat(*row) for row in (*SEATS, *MORE)[:cells]),
        "adversaries": (
            Adversary(id="PRC", name="PRC", definite=True),
            Adversary(id="DPRK", name="DPRK", definite=True),
        ),
        "gauges": tuple(gauges),
        "families": tuple(f for f in deck.families if f.id in ("assurance", "pressure")),
        "moves": tuple(_cards()),
        "turns": tuple(turn.model_copy(update={"polls": ()}) for turn in deck.turns),
        "polls": (),
        "gap": None,
        "places": (),
        "end_states": tuple(e.model_copy(update={"when": None}) for e in deck.end_states[-1:]),
    }
    return compile_deck(Deck(**{**_fields(deck), **changes}))


def _fields(deck: Deck) -> dict[str, Any]:
    return {name: getattr(deck, name) for name in Deck.model_fields}


def _seat(key: str, name: str, short: str, effort: int, moves: int, definite: bool) -> Seat:
    return Seat(
        id=key,
        name=name,
        short=short,
        groups=("allies",) if key in ALLIES else ("patrons",),
        effort=effort,
        moves=moves,
        consultations=3,
        brief="A cell.",
        concerns=("One concern.",),
        definite=definite,
    )


def _cards() -> list[Move]:
    host = {"id": "host", "label": "Hosted by", "of": ["allies"]}
    notice = {"id": "target", "label": "Meant to be noticed by", "of": ["adversaries"]}
    pair = {"id": "pair", "label": "Between", "of": ["allies"], "count": 2}
    told = {"id": "whom", "label": "For", "options": {"home": "Voters", "abroad": "Rivals"}}
    rows: list[tuple[str, str, str, int, list[str], list[dict[str, Any]]]] = [
        ("U01", "US", "Bomber visit", 2, ["joint", "solo", "quiet"], [host, notice]),
        ("U05", "US", "Restate the umbrella", 1, ["joint", "solo"], []),
        ("U12", "US", "Make the case", 1, ["solo"], [told]),
        ("U13", "US", "Bring two together", 1, ["solo", "quiet"], [pair]),
        ("J01", "JPN", "Escort and host", 1, ["solo"], []),
        ("J03", "JPN", "Share missile tracks", 2, ["joint", "quiet"], []),
        ("K04", "ROK", "Ask for a seat", 1, ["solo", "quiet"], []),
        ("K05", "ROK", "Conventional strike", 1, ["joint", "solo"], []),
        ("A07", "AUS", "Coercion relief", 2, ["joint"], []),
        ("A08", "AUS", "Parliamentary inquiry", 1, ["solo"], []),
    ]
    return [
        Move(
            id=key,
            seat=seat,
            title=title,
            cost=cost,
            text="A card.",
            channels=channels,
            choices=choices,
            tensions=("T01",),
        )
        for key, seat, title, cost, channels, choices in rows
    ]
