"""Collects the faults of the checks that read the model, and finds their lines.

A check speaks of a path in the model, such as `("moves", 3, "effects", 0, "family")`; the report
knows in which file that stands and where, also if items with other faults were left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from app.deck import limits
from app.deck.faults import Fault, Severity, has_faults, listed, nearest
from app.deck.files import ABOUT_FILE, FILE_OF
from app.deck.known import Kind
from app.deck.positions import Path
from app.deck.yaml_gate import Loaded

KEY = "[key]"
"""At the end of a path: the key itself is meant, not what it says."""


class Report:
    """Faults so far. `kept`: by list, the index in the file of each item in the model."""

    def __init__(
        self, loaded: Mapping[str, Loaded], kept: Mapping[str, Sequence[int]] | None = None
    ) -> None:
        self.faults: list[Fault] = []
        self._loaded = loaded
        self._kept = kept or {}

    def fault(self, path: Path, code: str, message: str, hint: str = "") -> None:
        """What keeps the deck from being used."""
        self._add("fault", path, code, message, hint)

    def advice(self, path: Path, code: str, message: str, hint: str = "") -> None:
        """What a deck's author would like to know."""
        self._add("advice", path, code, message, hint)

    def one_of(self, path: Path, kind: Kind, name: str) -> None:
        """A name should be one of a kind; a fault where it surely is not."""
        if name not in kind.names and kind.sure:
            self.unknown(path, kind.word, name, kind.names)

    def unknown(self, path: Path, kind: str, name: str, known: Iterable[str]) -> None:
        """A name that nothing has."""
        if self.is_full():
            return
        names = list(known)
        found = nearest(name, names)
        if found:
            hint = f"Did you mean '{found}'?"
        elif names:
            hint = f"Known: {listed(names)}."
        else:
            hint = "This deck has none."
        self.fault(path, "unknown_name", f"There is no {kind} '{name[:60]}'.", hint)

    def is_full(self) -> bool:
        """Whether there are more faults than are listed, so that no more need be looked for."""
        return len(self.faults) > limits.FAULTS

    def has_faults(self) -> bool:
        """Whether anything was found that keeps the deck from being used."""
        return has_faults(self.faults)

    def line(self, path: Path) -> int | None:
        """The line in which something stands."""
        return self._place(path)[1]

    def place(self, path: Path) -> str:
        """File and line in which something stands, for a sentence."""
        file, line, _ = self._place(path)
        return f"{file}, line {line}" if line else file

    def _add(self, severity: Severity, path: Path, code: str, message: str, hint: str) -> None:
        if not self.is_full():
            self.faults.append(Fault(severity, *self._place(path), code, message, hint))

    def _place(self, path: Path) -> tuple[str, int | None, int | None]:
        file = FILE_OF[str(path[0])]
        loaded = self._loaded.get(file)
        if loaded is None:
            return file, None, None
        whole = self._in_file(file, path)
        nearest_known = loaded.positions.nearest(whole)
        about_key = whole[-1:] == (KEY,) and len(nearest_known) == len(whole) - 1
        find = loaded.positions.key if about_key else loaded.positions.value
        found = find(nearest_known)
        return (file, found.line, found.column) if found else (file, None, None)

    def _in_file(self, file: str, path: Path) -> Path:
        if file == ABOUT_FILE:
            return path[1:]
        kept = self._kept.get(str(path[0]))
        if kept is not None and len(path) > 1 and isinstance(path[1], int):
            return (path[0], kept[path[1]], *path[2:])
        return path
