"""The decks found on this machine.

Answers for finding a deck by name or path, and for what the home screen shows of each, from an
index that is kept between starts. Imports neither pydantic nor a YAML parser until a deck has to
be read because it is new or has changed; the first window waits for this module.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from app import __version__
from app.errors import FileNotWritten, WrongUse

INDEX_FILE = "decks.json"
_FORMAT = 1
_MARK = "deck.yaml"

Stamp = list[list[str | int]]
"""Name, size and time of change of each of a deck's YAML files."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is shown of a deck. `faults` counts what keeps it from being played; `hash` is then
    empty, and of the rest as much is filled as could be read.

    `name` is its folder's name, by which it is found; `seats` are the seats' short names.
    """

    name: str
    folder: Path
    id: str
    version: str
    hash: str
    title: str
    premise: str
    minutes: int
    turns: int
    seats: tuple[str, ...]
    faults: int


class Catalog:
    """Decks in some folders, each folder in the order given.

    `index_folder` is where the index is kept (`decks.json`); None keeps it in memory only. An index
    that is damaged, or that cannot be written, costs time and nothing else.
    """

    def __init__(self, folders: Iterable[Path], index_folder: Path | None = None) -> None:
        self._folders = tuple(
            Path(os.path.abspath(folder))  # noqa: PTH100 - keeps symbolic links
            for folder in folders
        )
        self._file = index_folder / INDEX_FILE if index_folder else None
        self._index: dict[str, tuple[Stamp, Entry]] | None = None

    def find(self, name_or_path: str | Path) -> Path:
        """The folder of a deck: a path to it (or to its deck.yaml), or its name or id.

        Of two decks with one name the one in the earlier folder. Raises WrongUse with the nearest
        name where there is none.
        """
        wanted = str(name_or_path)
        for folder in self.decks():
            if folder.name == wanted:
                return folder
        path = Path(wanted).expanduser()
        if path.name == _MARK and path.is_file():
            return path.parent
        if path.is_dir():
            return path
        for entry in self.entries():
            if entry.id == wanted:
                return entry.folder
        raise self._not_found(wanted)

    def decks(self) -> list[Path]:
        """The folders that hold a deck, sorted within each folder; none is read."""
        found: list[Path] = []
        for folder in self._folders:
            with suppress(OSError):
                found += sorted(
                    Path(entry.path)
                    for entry in os.scandir(folder)
                    if not entry.name.startswith(".") and Path(entry.path, _MARK).is_file()
                )
        return found

    def indexed(self) -> list[Entry]:
        """What the index has of decks that have not changed since; reads no deck."""
        index = self._loaded()
        kept = ((folder, index.get(str(folder))) for folder in self.decks())
        return [known[1] for folder, known in kept if known and known[0] == _stamp(folder)]

    def entries(self) -> list[Entry]:
        """All decks. Those that are new or have changed are read and checked first."""
        index = self._loaded()
        fresh: dict[str, tuple[Stamp, Entry]] = {}
        for folder in self.decks():
            stamp = _stamp(folder)
            known = index.get(str(folder))
            current = known is not None and known[0] == stamp
            fresh[str(folder)] = known if known and current else (stamp, _read(folder))
        if fresh != index:
            self._index = fresh
            self._save(fresh)
        return [entry for _, entry in fresh.values()]

    def _not_found(self, wanted: str) -> WrongUse:
        import difflib

        names = [folder.name for folder in self.decks()]
        near = difflib.get_close_matches(wanted[:80], names, n=1)
        known = f"Decks here: {', '.join(names)}." if names else "No decks were found."
        remedy = f"Did you mean '{near[0]}'?" if near else "Name one of them, or a deck's folder."
        return WrongUse(f"There is no deck '{wanted[:200]}'.", known, remedy)

    def _loaded(self) -> dict[str, tuple[Stamp, Entry]]:
        if self._index is None:
            self._index = {} if self._file is None else _load(self._file)
        return self._index

    def _save(self, index: dict[str, tuple[Stamp, Entry]]) -> None:
        if self._file is None:
            return
        from app.config.safe_write import write_file

        decks = {path: [stamp, _as_json(entry)] for path, (stamp, entry) in index.items()}
        text = json.dumps({"format": _FORMAT, "program": _program(), "decks": decks})
        with suppress(FileNotWritten):
            write_file(self._file, text, replace=True)


def _program() -> str:
    """What an index was made by: the version, and in a source tree when its checks last changed."""
    here = Path(__file__).parent
    with suppress(OSError):
        changed = (path.stat().st_mtime_ns for path in (*here.glob("*.py"), *here.glob("model/*")))
        return f"{__version__} {max(changed, default=0)}"
    return __version__


def _stamp(folder: Path) -> Stamp:
    found: Stamp = []
    with suppress(OSError):
        for entry in sorted(os.scandir(folder), key=lambda one: one.name):
            if entry.name.endswith((".yaml", ".yml")):
                status = entry.stat()
                found.append([entry.name, status.st_size, status.st_mtime_ns])
    return found


def _read(folder: Path) -> Entry:
    from app.deck.read import check_deck

    checked = check_deck(folder)
    deck = checked.deck
    return Entry(
        name=folder.name,
        folder=folder,
        id=checked.id,
        version=checked.version,
        hash=checked.hash,
        title=deck.about.title if deck else folder.name,
        premise=deck.about.premise if deck else "",
        minutes=deck.about.minutes if deck else 0,
        turns=checked.counts["turns"],
        seats=tuple(seat.short for seat in deck.seats) if deck else (),
        faults=sum(fault.severity == "fault" for fault in checked.faults),
    )


def _load(file: Path) -> dict[str, tuple[Stamp, Entry]]:
    """The index as it was kept; empty where it is missing, damaged or another program's."""
    try:
        kept = json.loads(file.read_text("utf-8"))
        if kept["format"] != _FORMAT or kept["program"] != _program():
            return {}
        return {path: (stamp, _entry(entry)) for path, (stamp, entry) in kept["decks"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def _as_json(entry: Entry) -> dict[str, Any]:
    return {**asdict(entry), "folder": str(entry.folder)}


def _entry(kept: dict[str, Any]) -> Entry:
    texts: Sequence[str] = ("name", "folder", "id", "version", "hash", "title", "premise")
    numbers: Sequence[str] = ("minutes", "turns", "faults")
    if not all(isinstance(kept[name], str) for name in texts):
        raise TypeError("an index entry's text is no text")
    if not all(isinstance(kept[name], int) for name in numbers):
        raise TypeError("an index entry's number is no number")
    seats = tuple(str(seat) for seat in kept["seats"])
    return Entry(**{**kept, "folder": Path(kept["folder"]), "seats": seats})
