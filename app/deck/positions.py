"""Where in a YAML file each key and value stands.

A path is a tuple of keys and list indices from the top of the file: `("moves", 3, "cost")`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

Path = tuple[str | int, ...]


class Mark(Protocol):
    """What a parser's mark must have; both count from 0."""

    line: int
    column: int


class Position(NamedTuple):
    """A place in a text; both count from 1."""

    line: int
    column: int


class Positions:
    """Positions of keys and values by path."""

    def __init__(self) -> None:
        self.keys: dict[Path, Mark] = {}
        self.values: dict[Path, Mark] = {}

    def __contains__(self, path: Path) -> bool:
        return path in self.values

    def key(self, path: Path) -> Position | None:
        """Where the key of this path stands (of a list item: the item itself)."""
        return _position(self.keys.get(path) or self.values.get(path))

    def value(self, path: Path) -> Position | None:
        """Where the value of this path begins."""
        return _position(self.values.get(path))

    def nearest(self, loc: Sequence[str | int]) -> Path:
        """The longest known path along `loc`.

        An index that the file does not have is passed over: where a list is meant, a single value
        may be written, and `("to", 0)` then stands at `("to",)`.
        """
        path: Path = ()
        for step in loc:
            if (*path, step) in self.values:
                path = (*path, step)
            elif not isinstance(step, int):
                break
        return path


def _position(mark: Mark | None) -> Position | None:
    return None if mark is None else Position(mark.line + 1, mark.column + 1)
