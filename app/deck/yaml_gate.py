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
from app.deck.positions import Mark, Path, Positions
from app.deck.yaml_words import SyntaxProblem, explain_syntax

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)
_INTEGER = re.compile(r"[-+]?[0-9]+\Z")
_OCTAL_OR_HEX = re.compile(r"0o[0-7]+\Z|0x[0-9a-fA-F]+\Z")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z")
_NOT_FINITE = re.compile(r"[-+]?(?:\.inf|\.Inf|\.INF)\Z|(?:\.nan|\.NaN|\.NAN)\Z")
_WORDS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip


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
    gate = _Gate(file)
    text = text.removeprefix("\ufeff")
    if len(text) > limits.DECK_BYTES:
        gate.stop(1, 1, "too_large", f"The file is larger than {limits.DECK_BYTES:,} characters.")
    elif (found := _FORBIDDEN.search(text)) is not None:
        _refuse_character(gate, text, found)
    else:
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
    events = yaml.parse(text, Loader=yaml.CSafeLoader)
    try:
        for event in events:
            gate.take(event)
    except _Stop:
        pass
    except yaml.YAMLError as problem:
        found: SyntaxProblem = explain_syntax(problem, text)
        gate.stop(found.line, found.column, "syntax", found.message, found.hint)


class _Stop(Exception):
    """Reading cannot or must not go on; the fault is noted."""


class _Frame:
    """A mapping or list that is being filled."""

    __slots__ = ("container", "key", "path", "wants_key")

    def __init__(self, container: dict[str, Any] | list[Any], path: Path) -> None:
        self.container = container
        self.path = path
        self.key: str = ""
        self.wants_key = isinstance(container, dict)


class _Gate:
    """Takes events one by one, checks them and builds the data."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._positions = Positions()
        self._faults: list[Fault] = []
        self._spoilt: set[Path] = set()
        self._stack: list[_Frame] = []
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
            if self._stack and isinstance(self._stack[-1].container, dict):
                self._stack[-1].wants_key = True
        elif kind is yaml.MappingStartEvent:
            self._open({}, event)
        elif kind is yaml.SequenceStartEvent:
            self._open([], event)
        elif kind is yaml.AliasEvent:
            hint = "Write the value out again."
            self._refuse(event.start_mark, "alias", "Aliases (*name) are not used here.", hint)
            self._add(None, event.start_mark, spoilt=True)
        elif kind is yaml.DocumentStartEvent:
            self._begin_document(event)

    def _begin_document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            hint = "Delete the line `---` and put everything into one list or mapping."
            self._halt(event.start_mark, "documents", "A second document begins here.", hint)

    def _open(self, container: dict[str, Any] | list[Any], event: Any) -> None:
        mark = event.start_mark
        spoilt = self._marked(event)
        if len(self._stack) >= limits.YAML_DEPTH:
            message = f"Lists and mappings are nested more than {limits.YAML_DEPTH} deep."
            self._halt(mark, "too_deep", message, "Nothing in a deck needs so many levels.")
        if self._stack and self._stack[-1].wants_key:
            message = "A list or mapping stands where a key should be."
            self._halt(mark, "key", message, "Keys are plain words. Brackets need quotes.")
        path = self._add(container, mark, spoilt=spoilt)
        self._stack.append(_Frame(container, path))

    def _scalar(self, event: Any) -> None:
        mark, text = event.start_mark, event.value
        spoilt = self._marked(event)
        if len(text) > limits.TEXT_CHARACTERS:
            message = f"This text has {len(text):,} characters."
            hint = f"At most {limits.TEXT_CHARACTERS:,} are possible."
            self._refuse(mark, "too_long", message, hint)
            text, spoilt = text[: limits.TEXT_CHARACTERS], True
        if event.style == '"' and _FORBIDDEN.search(text):
            message = "An escape in this text makes a character that cannot be seen."
            self._refuse(mark, "control_character", message, "Delete the escape.")
            text, spoilt = _FORBIDDEN.sub("\ufffd", text), True
        if self._stack and self._stack[-1].wants_key:
            self._key(text, mark)
        elif not event.style:
            self._add_plain(text, mark, spoilt)
        else:
            self._add(text, mark, spoilt=spoilt)

    def _marked(self, event: Any) -> bool:
        """Note an anchor or a tag; whether there was one that changes what the value is."""
        if event.anchor is not None:
            message = f"Anchors (&{event.anchor[:40]}) are not used here."
            self._refuse(event.start_mark, "anchor", message, "Delete it.")
        if event.tag is not None:
            message = f"Tags ({event.tag[:40]}) are not used here."
            self._refuse(event.start_mark, "tag", message, "Delete it.")
            return True
        return False

    def _add_plain(self, text: str, mark: Mark, spoilt: bool) -> None:
        try:
            self._add(_plain(text), mark, spoilt=spoilt)
        except ValueError as problem:
            self._refuse(mark, "number", str(problem), "If it is meant as text, put it in quotes.")
            self._add(None, mark, spoilt=True)

    def _key(self, key: str, mark: Mark) -> None:
        frame = self._stack[-1]
        assert isinstance(frame.container, dict)
        path = (*frame.path, key)
        if key in frame.container:
            first = self._positions.keys[path].line + 1
            message = f"'{key[:60]}' is said twice; the first time in line {first}."
            self._refuse(mark, "duplicate_key", message, "Keep one of the two.")
            self._spoilt.add(path)
        frame.key = key
        frame.wants_key = False
        self._positions.keys[path] = mark

    def _add(self, value: Any, mark: Mark, *, spoilt: bool = False) -> Path:
        """Put a value where it belongs; its path."""
        self._values += 1
        if self._values > limits.YAML_VALUES:
            self._halt(mark, "too_large", f"There are more than {limits.YAML_VALUES:,} values.")
        path: Path = ()
        if not self._stack:
            self._data = value
        else:
            frame = self._stack[-1]
            container = frame.container
            if isinstance(container, list):
                path = (*frame.path, len(container))
                container.append(value)
            elif frame.wants_key:  # an alias as a key
                self._halt(mark, "key", "An alias stands where a key should be.")
            else:
                path = (*frame.path, frame.key)
                container[frame.key] = value
                frame.wants_key = True
        self._positions.values[path] = mark
        if spoilt:
            self._spoilt.add(path)
        return path

    def _refuse(self, mark: Mark, code: str, message: str, hint: str = "") -> None:
        if len(self._faults) <= limits.FAULTS:
            place = (mark.line + 1, mark.column + 1)
            self._faults.append(Fault("fault", self._file, *place, code, message, hint))

    def _halt(self, mark: Mark, code: str, message: str, hint: str = "") -> None:
        self.stop(mark.line + 1, mark.column + 1, code, message, hint)
        raise _Stop


def _plain(text: str) -> Any:
    """What a plain scalar means by YAML 1.2's core schema; ValueError for no usable number."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in "-+.0123456789":
        return text
    if _INTEGER.match(text) or _OCTAL_OR_HEX.match(text):
        if len(text) > limits.NUMBER_DIGITS + 2:
            raise ValueError(f"A number of more than {limits.NUMBER_DIGITS} digits.")
        return int(text, 0) if text[:2] in ("0o", "0x") else int(text)
    if _FLOAT.match(text):
        number = float(text)
        if number in (float("inf"), float("-inf")):
            raise ValueError("This number is too large.")
        return number
    if _NOT_FINITE.match(text):
        raise ValueError(f"'{text}' is not a usable number.")
    return text
