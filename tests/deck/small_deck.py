"""A small deck in the making: a patron, three allies, two adversaries, to be changed at will."""

from __future__ import annotations

from typing import Any

from app.deck.model import Deck

BANDS = ["A", "B", "C", "D", "E"]


def seat(name: str, *groups: str) -> dict[str, Any]:
    return {
        "id": name, "name": name.title(), "short": name, "groups": list(groups), "effort": 4,
        "moves": 2, "consultations": 2, "brief": f"You are {name}.", "concerns": ["You worry."],
    }  # fmt: skip


def family(name: str, good: str = "high") -> dict[str, Any]:
    return {
        "id": name, "name": name.title(), "heading": name.title(), "good": good,
        "bands": BANDS, "room": "digit",
    }  # fmt: skip


def gauge(name: str, of_family: str, of: str | None = None) -> dict[str, Any]:
    return {"id": name, "name": name, "family": of_family, "of": of, "start": 5}


def card(name: str, owner: str, **fields: Any) -> dict[str, Any]:
    return {
        "id": name, "seat": owner, "title": f"Card {name}", "cost": 1, "text": f"Play {name}.",
        "channels": ["joint", "solo", "quiet"], "tensions": "T1", **fields,
    }  # fmt: skip


def law(name: str, **fields: Any) -> dict[str, Any]:
    return {"id": name, "title": f"Law {name}", "text": f"Law {name}.", "tensions": "T1", **fields}


def inject(name: str, **fields: Any) -> dict[str, Any]:
    return {
        "id": name, "kind": "scheduled", "turns": [1, 1], "to": "room", "title": f"News {name}",
        "from": "Wire", "medium": "headline", "time": "Spring", "text": "It happened.",
        "expected": "Talk.", "tensions": "T1", **fields,
    }  # fmt: skip


def poll(name: str, **fields: Any) -> dict[str, Any]:
    return {
        "id": name, "kind": "scale", "short": name, "question": f"{name}?", "asked": "allies",
        **fields,
    }  # fmt: skip


def deck_data(**fields: Any) -> dict[str, Any]:
    """The small deck as data; `fields` stand in place of its lists."""
    return {**_WHOLE, **fields}


def small_deck(**fields: Any) -> Deck:
    """The same as a model, unchecked."""
    return Deck.model_validate(deck_data(**fields), by_alias=True, by_name=False)


_WHOLE: dict[str, Any] = {
    "about": {
        "id": "small", "title": "Small", "version": "1.0", "premise": "P", "minutes": 60,
        "authors": "Us", "licence": "MIT", "credit": "C", "disclaimer": "D", "one_liner": "O",
        "opening": {"heading": "H", "paragraphs": ["P"]}, "objectives": {"O1": "Look."},
    },
    "seats": [seat("US"), seat("JPN", "allies"), seat("ROK", "allies"),
              seat("AUS", "allies", "south")],
    "adversaries": [{"id": "PRC", "name": "P"}, {"id": "DPRK", "name": "D"}],
    "families": [family("assurance"), family("pressure", "low"), family("deterrence"),
                 family("alliance")],
    "gauges": [
        *(gauge(f"a{one}", "assurance", one) for one in ("JPN", "ROK", "AUS")),
        *(gauge(f"p{one}", "pressure", one) for one in ("JPN", "ROK", "AUS")),
        *(gauge(f"d{one}", "deterrence", one) for one in ("PRC", "DPRK")),
        gauge("INT", "alliance"), gauge("CAP", "alliance", "US"),
    ],
    "moves": [card("U01", "US"), card("J01", "JPN"), card("K01", "ROK"), card("A01", "AUS")],
    "turns": [
        {"turn": number, "theme": "T", "task": "Do.", "tensions": "T1", "notes": "N",
         "stems": ["?"]}
        for number in (1, 2)
    ],
    "tensions": [{"id": "T1", "name": "T", "poles": ["a", "b"], "text": "T", "questions": ["?"]}],
    "end_states": [{"id": "E1", "name": "E", "test": "t", "epilogue": "e", "ask": "a",
                    "tensions": "T1"}],
}  # fmt: skip
