"""Which file of a deck's folder holds what.

Answers for the names of the files, the part of the model that each holds, and which may be
absent. `deck.yaml` is the `about` part itself; every other file has the keys of its fields.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, create_model

from app.deck.model import About, Deck
from app.deck.model.vocabulary import Part

ABOUT_FILE = "deck.yaml"
FILES: dict[str, tuple[str, ...]] = {
    ABOUT_FILE: ("about",),
    "seats.yaml": ("seats", "adversaries"),
    "gauges.yaml": ("families", "gauges"),
    "moves.yaml": ("moves", "free_moves"),
    "rules.yaml": (
        "economy",
        "rules",
        "combinations",
        "swing_limits",
        "ceilings",
        "rule_card",
    ),
    "injects.yaml": ("injects",),
    "turns.yaml": ("turns", "procedures"),
    "polls.yaml": ("polls", "gap"),
    "tensions.yaml": ("tensions",),
    "places.yaml": ("places",),
    "debrief.yaml": ("end_states", "questions"),
    "variants.yaml": ("variants",),
}
OPTIONAL = frozenset({"polls.yaml", "places.yaml", "variants.yaml"})
FILE_OF = {field: file for file, fields in FILES.items() for field in fields}


def _file_model(file: str) -> type[BaseModel]:
    if file == ABOUT_FILE:
        return About
    fields: dict[str, Any] = {
        name: (Deck.model_fields[name].annotation, Deck.model_fields[name]) for name in FILES[file]
    }
    name = f"{file.removesuffix('.yaml').capitalize()}File"
    return create_model(name, __base__=Part, __doc__=f"What `{file}` holds.", **fields)


FILE_MODELS: dict[str, type[BaseModel]] = {file: _file_model(file) for file in FILES}
"""The model of each file."""
