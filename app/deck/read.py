"""Reading a deck's folder: all of it or nothing, and every fault at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from app.deck import references
from app.deck.content import deck_hash
from app.deck.faults import Fault, has_faults, in_order
from app.deck.files import ABOUT_FILE, FILE_MODELS, FILE_OF, FILES, OPTIONAL
from app.deck.folder import read_files
from app.deck.known import Readable
from app.deck.model import Deck, Economy
from app.deck.validate import salvage, validate
from app.deck.yaml_gate import Loaded, load
from app.errors import DeckError

COUNTED = (
    "seats",
    "gauges",
    "moves",
    "rules",
    "combinations",
    "injects",
    "tensions",
    "turns",
    "polls",
    "places",
    "end_states",
    "procedures",
    "variants",
)


@dataclass(frozen=True)
class Checked:
    """What a check found. `deck` is None where there are faults.

    `id`, `version` and `counts` are filled as far as they could be read; an unreadable deck's id
    is its folder's name.
    """

    id: str
    version: str
    counts: Mapping[str, int]
    faults: tuple[Fault, ...]
    deck: Deck | None = field(default=None, repr=False)

    @cached_property
    def hash(self) -> str:
        """The deck's hash, worked out when somebody asks; empty where there are faults."""
        return deck_hash(self.deck) if self.deck else ""


def read_deck(folder: Path) -> Deck:
    """The deck in a folder. Raises DeckError with every fault and advice that there is."""
    checked = check_deck(folder)
    if checked.deck is None:
        number = sum(fault.severity == "fault" for fault in checked.faults)
        what = "one fault" if number == 1 else f"{number} faults"
        raise DeckError(
            f"The deck '{checked.id}' cannot be used: {what}.",
            checked.faults,
            "Mend the files and try again; nothing of the deck was loaded.",
        )
    return checked.deck


def check_deck(folder: Path) -> Checked:
    """Everything that is wrong with a deck's folder. Never raises for what is in it."""
    texts, faults = read_files(folder)
    return check_texts(folder.name, texts, faults)


def check_texts(name: str, texts: Mapping[str, str], faults: Iterable[Fault] = ()) -> Checked:
    """The same for texts by file name. `faults`: what is known to be wrong with the files."""
    faults = tuple(faults)
    found = list(faults)
    loaded = {file: load(text, file) for file, text in texts.items()}
    sections = _Sections()
    for file, one in loaded.items():
        found.extend(one.faults)
        found.extend(sections.add(file, one))
    if not has_faults(faults):
        sections.leave_out(OPTIONAL - loaded.keys())
    found.extend(references.check(sections.readable(), loaded, sections.kept))
    ordered = in_order(found)
    deck = None if has_faults(ordered) else sections.whole()
    return _checked(name, loaded, ordered, deck)


class _Sections:
    """The parts of the model, file by file."""

    def __init__(self) -> None:
        self._fields: dict[str, Any] = {}
        self._lost: dict[str, tuple[str, ...]] = {}
        self.kept: dict[str, tuple[int, ...]] = {}

    def add(self, file: str, loaded: Loaded) -> Iterable[Fault]:
        """Take what one file holds, whole or without what is wrong in it; its faults."""
        model = FILE_MODELS[file]
        found = validate(model, loaded)
        part = found.model
        if part is None:
            salvaged = salvage(model, loaded, found.wrong)
            part = salvaged.model
            self._lost.update(salvaged.lost)
            self.kept.update(salvaged.kept)
        if part is not None:
            self._fields.update(_fields(file, part))
        return found.faults

    def leave_out(self, files: Iterable[str]) -> None:
        """Files that may be absent, and are: what they would hold is empty."""
        for file in files:
            self._fields.update(_fields(file, FILE_MODELS[file]()))

    def readable(self) -> Readable:
        """What could be read; the rest is empty. For checks only."""
        alone = {"economy": Economy(), "gap": None, "free_moves": None, "variant": ""}
        rest = Deck.model_fields.keys() - {"about", *alone}
        empty = {**alone, **dict.fromkeys(rest, ())}
        deck = Deck.model_construct(**{**empty, **self._fields})
        return Readable(deck, frozenset(self._fields), self._lost)

    def whole(self) -> Deck | None:
        try:
            return Deck.model_validate(self._fields)
        except ValidationError:
            return None


def _fields(file: str, part: BaseModel) -> dict[str, Any]:
    if file == ABOUT_FILE:
        return {"about": part}
    return {name: getattr(part, name) for name in FILES[file]}


def _checked(
    name: str, loaded: Mapping[str, Loaded], faults: tuple[Fault, ...], deck: Deck | None
) -> Checked:
    about = loaded[ABOUT_FILE].data if ABOUT_FILE in loaded else None
    said = about if isinstance(about, dict) else {}
    named, version = said.get("id"), said.get("version")
    counts = {}
    for kind in COUNTED:
        file = FILE_OF[kind]
        data = loaded[file].data if file in loaded else None
        items = data.get(kind) if isinstance(data, dict) else None
        counts[kind] = len(items) if isinstance(items, list) else 0
    return Checked(
        named if isinstance(named, str) else name,
        version if isinstance(version, str) else "",
        counts,
        faults,
        deck,
    )
