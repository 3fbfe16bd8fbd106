"""Events to canonical JSON and back.

Canonical: keys sorted, no spaces, letters as they are, whole numbers without a point. The kind of
an event is its class's name. Reading is strict: what is not exactly an event of the glossary is a
`NotAnEvent`, so that nothing that was recorded is silently dropped or bent.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, get_args

from app.core.display import DisplayState
from app.core.events import Amendable, EntryAmended, Event, ItemShown

KINDS: dict[str, type[Event]] = {kind.__name__: kind for kind in get_args(Event)}

Reader = Callable[[str], Event | None]

_EXACT = 2**53


class NotAnEvent(ValueError):
    """The text is not an event of this kind, or the kind is not known."""


class NotRecordable(ValueError):
    """The event holds something that JSON cannot keep: NaN, an infinity, half a character."""


class NotReadBack(NotRecordable):
    """The event would be kept, and then not be read as an event of the glossary."""


def encode(event: Event) -> str:
    """The event's payload as canonical JSON. NotRecordable where it could not be read back."""
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
    try:
        decode(type(event).__name__, text)
    except NotAnEvent as problem:
        raise NotReadBack(str(problem)) from problem
    return text


def decode(kind: str, payload: str) -> Event:
    """The event of this kind and payload. NotAnEvent where it is none."""
    read = _reader(kind)
    try:
        event = read(payload)
    except NotAnEvent:
        raise
    except ValueError as problem:  # what pydantic and json raise are ValueErrors
        raise NotAnEvent(f"not the payload of {kind}: {_in_brief(problem)}") from problem
    if event is None:
        raise NotAnEvent(f"not the payload of {kind}: there is nothing in it")
    return event


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


@cache
def _reader(kind: str) -> Reader:
    """What reads one kind, made when it is first met: pydantic takes its time to load."""
    if kind not in KINDS:
        raise NotAnEvent(f"no event is called {kind[:40]!r}; a newer Parasol may know it")
    from app.session import shapes

    if kind == "ItemShown":
        return _reader_of_shown(shapes.validator(shapes.Shown))
    if kind == "EntryAmended":
        return _reader_of_amended(shapes.validator(shapes.Amended))
    return shapes.validator(KINDS[kind])


def _reader_of_shown(read: Callable[[str], Any]) -> Reader:
    def shown(payload: str) -> ItemShown | None:
        parts = read(payload)
        return parts and ItemShown(parts["item"], DisplayState(**parts["display"]))

    return shown


def _reader_of_amended(read: Callable[[str], Any]) -> Reader:
    def amended(payload: str) -> EntryAmended | None:
        parts = read(payload)
        if parts is None:
            return None
        inner = parts.pop("replacement")
        replacement = decode(inner["kind"], json.dumps(inner["event"]))
        if not isinstance(replacement, get_args(Amendable)):
            raise NotAnEvent(f"{inner['kind']} is nothing that can be amended")
        return EntryAmended(replacement=replacement, **parts)

    return amended


def _in_brief(problem: ValueError) -> str:
    errors = getattr(problem, "errors", None)
    if errors is None:
        return str(problem)
    first = errors(include_input=False, include_url=False)[0]
    place = ".".join(str(part) for part in first["loc"])
    return f"{place}: {first['msg']}" if place else str(first["msg"])
