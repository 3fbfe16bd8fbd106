"""The one door by which YAML enters: bounded, plain, and with positions.

One pass over libyaml's events checks and builds at once, without recursion, so that nothing is
built that was not allowed: size, depth, number of values; no aliases, anchors, tags or duplicate
keys. Scalars are read by YAML 1.2's core rules: `no`, `on` and `12:30` stay text. Knows nothing
of decks: play scripts come the same way.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from app.deck import limits
from app.deck.faults import Fault
from app.deck.positions import Path, Positions
from app.deck.scalars import plain_value
from app.deck.yaml_words import SyntaxProblem, explain_syntax

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)


@dataclass(frozen=True)
class Loaded:
    """What one YAML text says: mappings (`dict`, keys always text), lists, text, numbers,
    true/false, None.

    `readable` is False where reading stopped; `data` is then None. `spoilt`: paths whose value was
    refused by the gate, so that nobody complains of them again.
    """

    file: str
    data: Any
    positions: Positions
    faults: tuple[Fault, ...]
    readable: bool = True
    spoilt: frozenset[Path] = field(default=frozenset())


def load(text: str, file: str) -> Loaded:
    """Read one YAML text; never raises for what the text says. `file` is the name for faults."""
    text = text.removeprefix("\ufeff")
    if len(text) > limits.DECK_BYTES:
        gate = _Gate(file, "")
        gate.stop(1, 1, "too_large", f"The file is larger than {limits.DECK_BYTES:,} characters.")
    elif (found := _FORBIDDEN.search(text)) is not None:
        gate = _Gate(file, "")
        _refuse_character(gate, text, found)
    else:
        gate = _Gate(file, text)
        _read(gate, text)
    return gate.loaded()


def decode(raw: bytes, file: str) -> tuple[str, Fault | None]:
    """The text of a file that should be UTF-8, and what is wrong where it is not."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        message = "The file is saved as UTF-16."
        return "", Fault("fault", file, 1, 1, "encoding", message, "Save it as UTF-8.")
    try:
        return raw.decode("utf-8"), None
    except UnicodeDecodeError as problem:
        before = raw[: problem.start].decode("utf-8")
        line, column = _place(before, len(before))
        message = "The file is not UTF-8: a character here is saved in another encoding."
        return "", Fault("fault", file, line, column, "encoding", message, "Save it as UTF-8.")


def _refuse_character(gate: _Gate, text: str, found: re.Match[str]) -> None:
    line, column = _place(text, found.start())
    gate.stop(
        line,
        column,
        "control_character",
        f"There is a character here that cannot be seen (U+{ord(found.group()):04X}).",
        "Delete it and type the text anew.",
    )


def _place(text: str, index: int) -> tuple[int, int]:
    """Line and column of an index, from 1; CR LF, LF and a lone CR each end a line."""
    before = text[:index].replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _read(gate: _Gate, text: str) -> None:
    parser = yaml.CSafeLoader(text)
    try:
        while (event := parser.get_event()) is not None:
            gate.take(event)
    except _Stop:
        pass
    except yaml.YAMLError as problem:
        found: SyntaxProblem = explain_syntax(problem, text)
        gate.stop(found.line, found.column, "syntax", found.message, found.hint)
    finally:
        parser.dispose()


class _Stop(Exception):
    """Reading cannot or must not go on; the fault is noted."""


class _Frame:
    """A mapping or list that is being filled. `key` waits for its value; None: a key comes next."""

    __slots__ = ("is_mapping", "key", "last", "listed", "mapped")

    def __init__(self, container: dict[str, Any] | list[Any]) -> None:
        self.is_mapping = isinstance(container, dict)
        self.mapped: dict[str, Any] = container if isinstance(container, dict) else {}
        self.listed: list[Any] = container if isinstance(container, list) else []
        self.key: str | None = None
        self.last: str = ""


class _Gate:
    """Takes events one by one, checks them and builds the data."""

    def __init__(self, file: str, text: str) -> None:
        self._file = file
        self._positions = Positions(text)
        self._faults: list[Fault] = []
        self._spoilt: set[Path] = set()
        self._stack: list[_Frame] = []
        self._top: _Frame | None = None
        self._data: Any = None
        self._documents = 0
        self._values = 0
        self._stopped = False

    def loaded(self) -> Loaded:
        return Loaded(
            self._file,
            None if self._stopped else self._data,
            self._positions,
            tuple(self._faults),
            not self._stopped,
            frozenset(self._spoilt),
        )

    def stop(self, line: int, column: int, code: str, message: str, hint: str = "") -> None:
        self._stopped = True
        self._faults.append(Fault("fault", self._file, line, column, code, message, hint))

    def take(self, event: Any) -> None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._scalar(event)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._stack.pop()
            self._top = self._stack[-1] if self._stack else None
        elif kind is yaml.MappingStartEvent:
            self._open({}, event)
        elif kind is yaml.SequenceStartEvent:
            self._open([], event)
        elif kind is yaml.AliasEvent:
            self._alias(event)
        elif kind is yaml.DocumentStartEvent:
            self._begin_document(event)

    def _begin_document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            hint = "Delete the line `---` and put everything into one list or mapping."
            self._halt(event, "documents", "A second document begins here.", hint)

    def _alias(self, event: Any) -> None:
        hint = "Write the value out again."
        self._refuse(event, "alias", "Aliases (*name) are not used here.", hint)
        if self._wants_key():
            self._halt(event, "key", "An alias stands where a key should be.")
        self._add(None, event)
        self._spoil()

    def _open(self, container: dict[str, Any] | list[Any], event: Any) -> None:
        if len(self._stack) >= limits.YAML_DEPTH:
            message = f"Lists and mappings are nested more than {limits.YAML_DEPTH} deep."
            self._halt(event, "too_deep", message, "Nothing in a deck needs so many levels.")
        if self._wants_key():
            message = "A list or mapping stands where a key should be."
            self._halt(event, "key", message, "Keys are plain words. Brackets need quotes.")
        self._add(container, event)
        if event.anchor is not None or event.tag is not None:
            self._marked(event)
        self._top = _Frame(container)
        self._stack.append(self._top)

    def _scalar(self, event: Any) -> None:
        text = event.value
        if event.style == '"' and _FORBIDDEN.search(text):
            message = "An escape in this text makes a character that cannot be seen."
            self._refuse(event, "control_character", message, "Delete the escape.")
            text = _FORBIDDEN.sub("\ufffd", text)
        top = self._top
        if top is not None and top.is_mapping and top.key is None:
            self._key(text[: limits.TEXT_CHARACTERS], top, event)
        elif event.style:
            self._add(text, event)
        else:
            self._add_plain(text, event)
        if event.anchor is not None or event.tag is not None:
            self._marked(event)
        if len(text) > limits.TEXT_CHARACTERS:
            self._too_long(text, event)
        if text is not event.value:
            self._spoil()

    def _too_long(self, text: str, event: Any) -> None:
        hint = f"At most {limits.TEXT_CHARACTERS:,} are possible."
        self._refuse(event, "too_long", f"This text has {len(text):,} characters.", hint)
        self._spoil()

    def _marked(self, event: Any) -> None:
        """Refuse an anchor or a tag on what was just added."""
        if event.anchor is not None:
            message = f"Anchors (&{event.anchor[:40]}) are not used here."
            self._refuse(event, "anchor", message, "Delete it.")
        if event.tag is not None:
            message = f"Tags ({event.tag[:40]}) are not used here."
            self._refuse(event, "tag", message, "Delete it.")
            self._spoil()

    def _key(self, key: str, frame: _Frame, event: Any) -> None:
        frame.key = frame.last = key
        if key in frame.mapped:
            first = self._positions.key(self._path())
            where = f"; the first time in line {first.line}" if first else ""
            message = f"'{key[:60]}' is said twice{where}."
            self._refuse(event, "duplicate_key", message, "Keep one of the two.")
            self._spoil()

    def _add_plain(self, text: str, event: Any) -> None:
        try:
            self._add(plain_value(text), event)
        except ValueError as problem:
            self._refuse(event, "number", str(problem), "If it is meant as text, put it in quotes.")
            self._add(None, event)
            self._spoil()

    def _add(self, value: Any, event: Any) -> None:
        """Put a value where it belongs."""
        self._values += 1
        if self._values > limits.YAML_VALUES:
            self._halt(event, "too_large", f"There are more than {limits.YAML_VALUES:,} values.")
        top = self._top
        if top is None:
            self._data = value
        elif top.is_mapping:
            top.mapped[top.last] = value
            top.key = None
        else:
            top.listed.append(value)

    def _wants_key(self) -> bool:
        return self._top is not None and self._top.is_mapping and self._top.key is None

    def _path(self) -> Path:
        """The path of what was added last."""
        return tuple(
            frame.last if frame.is_mapping else len(frame.listed) - 1 for frame in self._stack
        )

    def _spoil(self) -> None:
        self._spoilt.add(self._path())

    def _refuse(self, event: Any, code: str, message: str, hint: str = "") -> None:
        if len(self._faults) <= limits.FAULTS:
            mark = event.start_mark
            place = (mark.line + 1, mark.column + 1)
            self._faults.append(Fault("fault", self._file, *place, code, message, hint))

    def _halt(self, event: Any, code: str, message: str, hint: str = "") -> None:
        mark = event.start_mark
        self.stop(mark.line + 1, mark.column + 1, code, message, hint)
        raise _Stop
