"""What the commands print: sentences, errors, or one JSON document. Never escape sequences."""

from __future__ import annotations

import json
import re
from typing import Any

import typer

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def say(text: str) -> None:
    """Print a line; what a deck or a person brought into it cannot steer the terminal."""
    typer.echo(_CONTROL.sub("\N{REPLACEMENT CHARACTER}", text))


def say_error(text: str) -> None:
    """Print a line on standard error."""
    typer.echo(_CONTROL.sub("\N{REPLACEMENT CHARACTER}", text), err=True)


def say_json(document: object) -> None:
    """Print the one JSON document of a command."""
    typer.echo(json.dumps(document, ensure_ascii=False, indent=2))


def fault_row(fault: Any) -> dict[str, Any]:
    """A fault as it stands in a JSON document."""
    names = ("severity", "file", "line", "column", "code", "message", "hint")
    return {name: getattr(fault, name) for name in names}
