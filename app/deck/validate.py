"""From data to a model, or to faults in plain words at the right line.

Works for any pydantic model and anything that came through `yaml_gate`: decks and play scripts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from app.deck import limits
from app.deck.faults import Fault
from app.deck.positions import Path, Position
from app.deck.validation_words import explain, misspelt
from app.deck.yaml_gate import Loaded

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True)
class Validated(Generic[M]):
    """`model` is None where there are faults. `wrong`: where in the data they are."""

    model: M | None
    faults: tuple[Fault, ...]
    wrong: tuple[Path, ...] = ()


def validate(model: type[M], loaded: Loaded) -> Validated[M]:
    """The data of one file as `model`; every fault at once, those of the gate not repeated.

    Never raises for what the file says. An unreadable file gives no fault beyond the gate's own,
    which are in `loaded.faults` and not in the result.
    """
    if not loaded.readable:
        return Validated(None, ())
    if not isinstance(loaded.data, dict):
        return Validated(None, (_no_mapping(model, loaded),), ((),))
    try:
        made = model.model_validate(loaded.data, by_alias=True, by_name=False)
    except ValidationError as problem:
        details = problem.errors(include_url=False)[: limits.FAULTS + 1]
        repeated = _repeated(model, details)
        faults = [
            _fault(model, loaded, detail)
            for detail in details
            if (detail["type"], detail["loc"]) not in repeated
        ]
        wrong = tuple(tuple(detail["loc"]) for detail in details)
        return Validated(None, tuple(fault for fault in faults if fault), wrong)
    return Validated(made if not loaded.spoilt else None, (), tuple(loaded.spoilt))


@dataclass(frozen=True)
class Salvaged(Generic[M]):
    """The sound part of a file with faults, for further checks only.

    `model` is None where too little is left. `kept`: by list, the index in the file of each item
    that is left. `lost`: by list, the id of each item left out; empty where it has none.
    """

    model: M | None
    kept: Mapping[str, tuple[int, ...]]
    lost: Mapping[str, tuple[str, ...]]


def salvage(model: type[M], loaded: Loaded, wrong: Sequence[Path]) -> Salvaged[M]:
    """The data without what has a fault: list items, and keys that may be absent."""
    if not isinstance(loaded.data, dict):
        return Salvaged(None, {}, {})
    bad = {path[:2] for path in (*wrong, *loaded.spoilt)}
    data: dict[str, Any] = {}
    kept: dict[str, tuple[int, ...]] = {}
    lost: dict[str, tuple[str, ...]] = {}
    for name, value in loaded.data.items():
        if name not in model.model_fields or (name,) in bad:
            continue
        data[name] = value
        if isinstance(value, list):
            kept[name] = tuple(at for at in range(len(value)) if (name, at) not in bad)
            data[name] = [value[at] for at in kept[name]]
            lost[name] = tuple(_id_of(item) for at, item in enumerate(value) if (name, at) in bad)
        elif any(path[0] == name for path in bad if path):
            del data[name]
    try:
        return Salvaged(model.model_validate(data, by_alias=True, by_name=False), kept, lost)
    except ValidationError:
        return Salvaged(None, kept, lost)


def place(loaded: Loaded, path: Sequence[str | int], *, key: bool = False) -> Position | None:
    """The position of a value (or its key), or of the nearest thing around it that is known."""
    known = loaded.positions.nearest(path)
    return loaded.positions.key(known) if key else loaded.positions.value(known)


def _repeated(
    model: type[BaseModel], details: Sequence[ErrorDetails]
) -> set[tuple[str, tuple[int | str, ...]]]:
    """Errors that only follow from others, by type and place.

    A key that is missing because it is misspelt; a list too short because its items have faults.
    """
    meant = (misspelt(model, detail) for detail in details)
    around = {detail["loc"][:length] for detail in details for length in range(len(detail["loc"]))}
    return {("missing", loc) for loc in meant if loc} | {("too_short", loc) for loc in around}


def _no_mapping(model: type[BaseModel], loaded: Loaded) -> Fault:
    found = loaded.positions.value(()) or Position(1, 1)
    keys = (field.alias or name for name, field in model.model_fields.items())
    words = ", ".join(f"`{key}:`" for key in keys)
    if loaded.data is None:
        message = "The file is empty."
    else:
        message = "The file should have keys at its left margin."
    return Fault("fault", loaded.file, *found, "empty", message, f"Possible keys: {words}.")


def _fault(model: type[BaseModel], loaded: Loaded, detail: ErrorDetails) -> Fault | None:
    """A pydantic error as a fault; None where the gate has already refused that value."""
    loc = tuple(detail["loc"])
    path = loaded.positions.nearest(loc)
    if any(path[:length] in loaded.spoilt for length in range(len(path) + 1)):
        return None
    about_key = detail["type"] == "extra_forbidden" or "[key]" in loc
    at = place(loaded, path, key=about_key) or Position(1, 1)
    said = explain(model, detail)
    return Fault("fault", loaded.file, *at, said.code, said.message, said.hint)


def _id_of(item: Any) -> str:
    found = item.get("id") if isinstance(item, dict) else None
    return found if isinstance(found, str) else ""
