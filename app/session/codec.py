"""Events to canonical JSON and back.

Canonical: keys sorted, no spaces, letters as they are, whole numbers without a point. The kind of
an event is its class's name. Reading is strict: what is not exactly an event of the glossary is a
`NotAnEvent`, so that nothing that was recorded is silently dropped or bent.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from typing import get_args

from app.core.display import DisplayState
from app.core.events import Amendable, EntryAmended, Event, ItemShown

KINDS: dict[str, type[Event]] = {kind.__name__: kind for kind in get_args(Event)}

_EXACT = 2**53


class NotAnEvent(ValueError):
    """The text is not an event of this kind, or the kind is not known."""


class NotRecordable(ValueError):
    """The event holds something that JSON cannot keep: NaN, an infinity, half a character."""


def encode(event: Event) -> str:
    """The event's payload as canonical JSON. NotRecordable where something would be lost."""
    try:
        text = json.dumps(
            _plain(event),
            ensure_ascii=False,
            allow_nan=False,
            sort_keys=True,
            separators=(",", ":"),
        )
        text.encode()
    except (ValueError, TypeError) as problem:
        raise NotRecordable(f"{type(event).__name__}: {problem}") from problem
    return text


def decode(kind: str, payload: str) -> Event:
    """The event of this kind and payload. NotAnEvent where it is none."""
    read = _READERS.get(kind, _read_plainly)
    try:
        return read(kind, payload)
    except NotAnEvent:
        raise
    except ValueError as problem:  # what pydantic and json raise are ValueErrors
        raise NotAnEvent(f"not the payload of {kind}: {_in_brief(problem)}") from problem


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if is_dataclass(value):
        plain = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        if isinstance(value, EntryAmended):
            kind = type(value.replacement).__name__
            plain["replacement"] = {"kind": kind, "event": plain["replacement"]}
        return plain
    if isinstance(value, float) and value.is_integer() and abs(value) < _EXACT:
        return int(value)  # 7.0 and 7 are one number, and read back alike
    return value


def _read_plainly(kind: str, payload: str) -> Event:
    from app.session.shapes import event_adapter  # loads pydantic

    if kind not in KINDS:
        raise NotAnEvent(f"no event is called {kind[:40]!r}; a newer Parasol may know it")
    event = event_adapter(kind).validate_json(payload)
    if event is None:
        raise _empty(kind)
    return event


def _read_shown(kind: str, payload: str) -> ItemShown:
    from app.session.shapes import shown_adapter  # loads pydantic

    shown = shown_adapter().validate_json(payload)
    if shown is None:
        raise _empty(kind)
    return ItemShown(shown["item"], DisplayState(**shown["display"]))


def _read_amended(kind: str, payload: str) -> EntryAmended:
    from app.session.shapes import amended_adapter  # loads pydantic

    parts = amended_adapter().validate_json(payload)
    if parts is None:
        raise _empty(kind)
    inner = parts["replacement"]
    replacement = decode(inner["kind"], json.dumps(inner["event"]))
    if not isinstance(replacement, get_args(Amendable)):
        raise NotAnEvent(f"{inner['kind']} is nothing that can be amended")
    return EntryAmended(parts["entry"], replacement, parts["was"], parts["now"], parts["reason"])


_READERS: dict[str, Callable[[str, str], Event]] = {
    "ItemShown": _read_shown,
    "EntryAmended": _read_amended,
}


def _empty(kind: str) -> NotAnEvent:
    return NotAnEvent(f"not the payload of {kind}: there is nothing in it")


def _in_brief(problem: ValueError) -> str:
    errors = getattr(problem, "errors", None)
    if errors is None:
        return str(problem)
    first = errors(include_input=False, include_url=False)[0]
    place = ".".join(str(part) for part in first["loc"])
    return f"{place}: {first['msg']}" if place else str(first["msg"])
