"""What the commands print: lines, errors, or one JSON document. Never escape sequences.

What a deck, a library or a person brought into a text can neither steer the terminal nor look like
another line: control characters, line ends and lone surrogates appear as replacement marks, and in
JSON as JSON's own escapes.
"""

from __future__ import annotations

import json
import re
import sys
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from app.errors import Fault, ParasolError

_NOT_IN_A_LINE = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_NOT_IN_JSON = re.compile(r"[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def prepare_streams() -> None:
    """Let a terminal that lacks a character show a question mark; nothing is lost to it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def say(text: str) -> None:
    """Print one line."""
    typer.echo(_as_line(text))


def say_fault(fault: Fault) -> None:
    """Print a fault as `file:line:column: message`, with its hint on a line of its own."""
    numbers = [str(number) for number in (fault.line, fault.column) if number is not None]
    say(f"{':'.join([fault.file, *numbers])}: {fault.message}")
    if fault.hint:
        say(f"    {fault.hint}")


def say_error(text: str) -> None:
    """Print lines on standard error."""
    typer.echo("\n".join(map(_as_line, text.split("\n"))), err=True)


def say_json(document: object) -> None:
    """Print the one JSON document of a command."""
    speaks_unicode = (sys.stdout.encoding or "").lower().replace("-", "").startswith("utf")
    text = json.dumps(document, ensure_ascii=not speaks_unicode, indent=2)
    typer.echo(_NOT_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", text))


def problem_row(problem: ParasolError) -> dict[str, Any]:
    """An error as the one JSON document of a command."""
    row: dict[str, Any] = {"error": problem.message}
    faults = getattr(problem, "faults", ())
    if faults:
        row["faults"] = [fault_row(fault) for fault in faults]
    else:
        row["detail"] = problem.detail
    return {**row, "remedy": problem.remedy}


def fault_row(fault: Fault) -> dict[str, Any]:
    """A fault as it stands in a JSON document."""
    names = ("severity", "file", "line", "column", "code", "message", "hint")
    return {name: getattr(fault, name) for name in names}


def _as_line(text: str) -> str:
    return _NOT_IN_A_LINE.sub("\N{REPLACEMENT CHARACTER}", text)
