"""What people type, made fit to be kept: no control characters, no half characters, no floods.

Line ends become `\\n`; control characters other than tab and line end, and lone surrogates, become
replacement marks, so that the live state and the one read back are the same.
"""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

MOST_CHARACTERS = 20_000
"""Of any one text, a note's for example."""

_LINE_ENDS = re.compile(r"\r\n?")
_UNFIT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")

T = TypeVar("T")


class TextTooLong(ValueError):
    """A text is longer than `MOST_CHARACTERS`; `length` says how long."""

    def __init__(self, length: int) -> None:
        super().__init__(length)
        self.length = length


def fit(text: str) -> str:
    """The text as it can be kept. Raises TextTooLong."""
    if len(text) > MOST_CHARACTERS:
        raise TextTooLong(len(text))
    return _UNFIT.sub("\N{REPLACEMENT CHARACTER}", _LINE_ENDS.sub("\n", text))


def fit_all(value: T) -> T:
    """The value with every text in it made fit: frozen dataclasses and tuples, all the way down."""
    made: T = _fit(value)
    return made


def _fit(value: Any) -> Any:
    if type(value) is str:  # members of enums are ours, and stay themselves
        return fit(value)
    if isinstance(value, tuple):
        return tuple(_fit(item) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        parts = {field.name: getattr(value, field.name) for field in fields(value)}
        return replace(value, **{name: _fit(part) for name, part in parts.items()})
    return value
