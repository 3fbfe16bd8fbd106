"""Where in a YAML file each key and value stands.

A path is a tuple of keys and list indices from the top of the file: `("moves", 3, "cost")`. The
places are looked up in a pass of their own, the first time that one is asked for: most files have
no fault, and then nobody asks.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from functools import cached_property
from typing import Any, NamedTuple

import yaml

from app.deck import limits

Path = tuple[str | int, ...]


class Position(NamedTuple):
    """A place in a text; both count from 1."""

    line: int
    column: int


class Positions:
    """Positions of the keys and values of one YAML text, by path.

    Of a key that is said twice, the first place. Of a text that is malformed, the places before
    that.
    """

    def __init__(self, text: str) -> None:
        self._text = text

    def __contains__(self, path: Path) -> bool:
        return path in self._marks.values

    def key(self, path: Path) -> Position | None:
        """Where the key of this path stands (of a list item: the item itself)."""
        return self._marks.keys.get(path) or self._marks.values.get(path)

    def value(self, path: Path) -> Position | None:
        """Where the value of this path begins."""
        return self._marks.values.get(path)

    def nearest(self, loc: Sequence[str | int]) -> Path:
        """The longest known path along `loc`.

        An index that the file does not have is passed over: where a list is meant, a single value
        may be written, and `("to", 0)` then stands at `("to",)`.
        """
        path: Path = ()
        for step in loc:
            if (*path, step) in self._marks.values:
                path = (*path, step)
            elif not isinstance(step, int):
                break
        return path

    @cached_property
    def _marks(self) -> _Marks:
        marks = _Marks()
        with suppress(yaml.YAMLError):
            for event in yaml.parse(self._text, Loader=yaml.CSafeLoader):
                if not marks.take(event):
                    break
        return marks


class _Level:
    """A list or mapping that is open; `key` is the mapping's key that waits for its value."""

    __slots__ = ("count", "is_mapping", "key", "path")

    def __init__(self, path: Path, is_mapping: bool) -> None:
        self.path = path
        self.is_mapping = is_mapping
        self.key: str | None = None
        self.count = 0


class _Marks:
    """Collects positions from events, without recursion."""

    def __init__(self) -> None:
        self.keys: dict[Path, Position] = {}
        self.values: dict[Path, Position] = {}
        self._stack: list[_Level] = []

    def take(self, event: Any) -> bool:
        """Note one event; whether to go on."""
        kind = type(event)
        if kind is yaml.ScalarEvent or kind is yaml.AliasEvent:
            level = self._stack[-1] if self._stack else None
            if level is not None and level.is_mapping and level.key is None:
                level.key = event.value if kind is yaml.ScalarEvent else ""
                self.keys.setdefault((*level.path, level.key), _position(event))
            else:
                self._value(event)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            path = self._value(event)
            self._stack.append(_Level(path, kind is yaml.MappingStartEvent))
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._stack.pop()
        return len(self._stack) <= limits.YAML_DEPTH

    def _value(self, event: Any) -> Path:
        path: Path = ()
        if self._stack:
            level = self._stack[-1]
            path = (*level.path, level.key or "" if level.is_mapping else level.count)
            level.key = None
            level.count += 1
        self.values.setdefault(path, _position(event))
        return path


def _position(event: Any) -> Position:
    return Position(event.start_mark.line + 1, event.start_mark.column + 1)
