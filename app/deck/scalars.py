"""What a plain scalar of YAML means, by the core schema of YAML 1.2.

`no`, `on`, `12:30` and `2022-04-01` are text; there are no infinities.
"""

from __future__ import annotations

import re
from typing import Any

from app.deck import limits

_INTEGER = re.compile(r"[-+]?[0-9]+\Z")
_OCTAL_OR_HEX = re.compile(r"0o[0-7]+\Z|0x[0-9a-fA-F]+\Z")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z")
_NOT_FINITE = re.compile(r"[-+]?(?:\.inf|\.Inf|\.INF)\Z|(?:\.nan|\.NaN|\.NAN)\Z")
_WORDS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip


def plain_value(text: str) -> Any:
    """Text, a whole number, a float, true, false or None. ValueError for no usable number."""
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
