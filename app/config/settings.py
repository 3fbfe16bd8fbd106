"""The few settings that people may edit by hand, kept as TOML in the data folder.

Answers for reading them with defaults for what is missing, for naming file and line of
what is wrong, and for writing them back. Windows' places and sizes are none of its
business; `app.gui` keeps those.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args

from app.errors import SettingsError

Theme = Literal["system", "light", "dark"]
RoomTheme = Literal["light", "dark"]
SMALLEST_TEXT, LARGEST_TEXT = 100, 150  # per cent


class Settings(NamedTuple):
    """What a person may set; `Settings()` is what applies when nothing is set.

    `text_size` is in per cent of the usual size, from 100 to 150.
    """

    theme: Theme = "system"
    room_theme: RoomTheme = "dark"
    text_size: int = 100
    reduce_motion: bool = False


class SettingsFault(NamedTuple):
    """One thing wrong with the settings file; `line` counts from 1."""

    file: str
    line: int | None
    column: int | None
    code: str
    message: str
    hint: str = ""
    severity: str = "error"


def read_settings(path: Path) -> Settings:
    """The settings in the file, the defaults where it or a setting is missing.

    Raises SettingsError with every fault, each with its line.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as problem:
        reason = "it is not UTF-8 text" if isinstance(problem, UnicodeDecodeError) else "no access"
        raise _error(path, [_fault(path, "unreadable", f"cannot be read: {reason}")]) from problem
    import tomllib  # waits, with the like of it: the first window comes first

    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise _error(path, [_syntax_fault(path, problem)]) from problem
    return _checked(path, text, values)


def write_settings(path: Path, settings: Settings) -> None:
    """Write all settings, each with a line that says what it may be; replaces the file."""
    from app.config.safe_write import write_file

    lines = ["# Settings of Parasol. Read when the program starts.\n"]
    for name, value in settings._asdict().items():
        shown = f'"{value}"' if isinstance(value, str) else str(value).lower()
        lines.append(f"# {_expected(name)}\n{name} = {shown}\n")
    write_file(path, "\n".join(lines), replace=True)


def _checked(path: Path, text: str, values: dict[str, Any]) -> Settings:
    import difflib

    known = list(Settings._fields)
    faults = []
    for name, value in values.items():
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            hint = f"Did you mean “{near[0]}”?" if near else f"Known are: {', '.join(known)}."
            message = f"there is no setting “{name}”"
            faults.append(_fault(path, "unknown-setting", message, hint, _line_of(name, text)))
        elif not _is_allowed(name, value):
            message = f"“{name}” cannot have this value"
            hint = f"Expected: {_expected(name)}."
            faults.append(_fault(path, "wrong-value", message, hint, _line_of(name, text)))
    if faults:
        raise _error(path, faults)
    return Settings(**values)


def _is_allowed(name: str, value: object) -> bool:
    match name:
        case "theme":
            return value in get_args(Theme)
        case "room_theme":
            return value in get_args(RoomTheme)
        case "text_size":
            return type(value) is int and SMALLEST_TEXT <= value <= LARGEST_TEXT
        case _:
            return isinstance(value, bool)


def _expected(name: str) -> str:
    match name:
        case "theme":
            return "system, light or dark, in quotation marks"
        case "room_theme":
            return "light or dark, in quotation marks"
        case "text_size":
            return f"a whole number from {SMALLEST_TEXT} to {LARGEST_TEXT}, in per cent"
        case _:
            return "true or false"


def _line_of(name: str, text: str) -> int | None:
    start = re.compile(rf"""\s*(\[+\s*)?["']?{re.escape(name)}["']?\s*[]=.]""")
    for number, line in enumerate(text.splitlines(), start=1):
        if start.match(line):
            return number
    return None


def _syntax_fault(path: Path, problem: ValueError) -> SettingsFault:
    said = str(problem)
    place = re.search(r"\(at line (\d+), column (\d+)\)", said)
    message = re.sub(r"\s*\(at [^)]*\)$", "", said)
    line, column = (int(place[1]), int(place[2])) if place else (None, None)
    hint = "A setting is written as: name = value, text in quotation marks."
    return SettingsFault(str(path), line, column, "not-toml", message, hint)


def _fault(
    path: Path, code: str, message: str, hint: str = "", line: int | None = None
) -> SettingsFault:
    return SettingsFault(str(path), line, None, code, message, hint)


def _error(path: Path, faults: list[SettingsFault]) -> SettingsError:
    remedy = f"Mend the file, or remove it to have the usual settings: {path}"
    return SettingsError("The settings cannot be used; the usual ones apply.", faults, remedy)
