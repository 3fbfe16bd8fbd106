"""A validation error in our own words: what is wrong, what was expected."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from app.deck.faults import listed, nearest


class Said(NamedTuple):
    """A stable code, what is wrong, and what was expected."""

    code: str
    message: str
    hint: str


class _Case(NamedTuple):
    """One error, the model whose validation failed, and where in it."""

    model: type[BaseModel]
    loc: tuple[str | int, ...]
    detail: ErrorDetails


PATTERNS = {
    r"^[A-Za-z][A-Za-z0-9_-]{0,39}$": (
        "a short name: letters, digits, - and _, beginning with a letter, at most 40"
    ),
    r"^[^\n]*$": "one line of text",
    r"^[a-z][a-z0-9-]{0,39}$": (
        "a short name: small letters, digits and -, beginning with a letter, at most 40"
    ),
    r"^\d+\.\d+(\.\d+)?$": "a version such as 1.0 or 1.0.2",
    r"^[a-z]{2}$": "a language in two small letters, such as en",
}


def explain(model: type[BaseModel], detail: ErrorDetails) -> Said:
    """Words for one error of pydantic's; `model` is the one whose validation failed."""
    case = _Case(model, tuple(detail["loc"]), detail)
    writer = _WRITERS.get(detail["type"], _other)
    return writer(case)


def misspelt(model: type[BaseModel], detail: ErrorDetails) -> tuple[str | int, ...] | None:
    """Where the key should be that an unknown one was probably meant to be, if it is one."""
    if detail["type"] != "extra_forbidden":
        return None
    *around, key = detail["loc"]
    found = nearest(str(key), _known_keys(model, around))
    return (*around, found) if found else None


def _other(case: _Case) -> Said:
    return Said("value", f"{_name(case.loc)}: {case.detail['msg']}.", "")


def _missing(case: _Case) -> Said:
    if case.loc and isinstance(case.loc[-1], int):
        return Said(
            "missing",
            f"{_name(case.loc[:-1])} needs more items.",
            f"Number {case.loc[-1] + 1} is missing.",
        )
    about = _description(case.model, case.loc)
    hint = f"Add a line `{case.loc[-1]}: …`" + (f" ({about})" if about else "") + "."
    return Said("missing", f"{_name(case.loc)} is missing.", hint)


def _unknown(case: _Case) -> Said:
    known = _known_keys(case.model, case.loc[:-1])
    found = nearest(str(case.loc[-1]), known)
    hint = f"Did you mean '{found}'?" if found else f"Known words here: {listed(known)}."
    return Said(
        "unknown_key", f"'{str(case.loc[-1])[:60]}' is not a word that is known here.", hint
    )


def _choice(case: _Case) -> Said:
    words = re.findall(r"'([^']*)'", str(case.detail.get("ctx", {}).get("expected", "")))
    value = case.detail["input"]
    found = nearest(value, words) if isinstance(value, str) else None
    message = f"{_name(case.loc)} cannot be {_shown(value)}."
    hint = f"Possible: {listed(words)}."
    return Said("unknown_word", message, f"Did you mean '{found}'? {hint}" if found else hint)


def _expects(what: str, code: str = "type") -> Callable[[_Case], Said]:
    def write(case: _Case) -> Said:
        value = case.detail["input"]
        hint = ""
        if what == "text" and isinstance(value, (int, float)):
            hint = "Put it in quotes."
        elif what == "a list" and isinstance(value, (str, int, float)):
            hint = "Begin each item on a line of its own with `- `, or write [one, two]."
        elif what == "true or false" and str(value).lower() in {"yes", "no", "on", "off"}:
            hint = f"Write {'true' if str(value).lower() in {'yes', 'on'} else 'false'}."
        return Said(code, f"{_name(case.loc)} should be {what}, not {_shown(value)}.", hint)

    return write


def _number(bound: str, words: str) -> Callable[[_Case], Said]:
    def write(case: _Case) -> Said:
        limit = case.detail["ctx"][bound]
        message = (
            f"{_name(case.loc)} should be {words} {limit:g}, not {_shown(case.detail['input'])}."
        )
        return Said("range", message, _range(case.model, case.loc))

    return write


def _pattern(case: _Case) -> Said:
    pattern = str(case.detail["ctx"]["pattern"])
    what = PATTERNS.get(pattern, f"a text of the form {pattern}")
    return Said(
        "form", f"{_name(case.loc)} should be {what}, not {_shown(case.detail['input'])}.", ""
    )


def _text_length(case: _Case) -> Said:
    if case.detail["type"] == "string_too_short":
        return Said(
            "empty_text", f"{_name(case.loc)} is empty.", "Write a text, or leave the key out."
        )
    most, is_now = case.detail["ctx"]["max_length"], len(case.detail["input"])
    message = f"{_name(case.loc)} has {is_now:,} characters."
    return Said("too_long", message, f"At most {most:,} are possible.")


def _list_length(case: _Case) -> Said:
    context = case.detail["ctx"]
    if case.detail["type"] == "too_short":
        hint = f"At least {context['min_length']} needed."
        return Said("too_few", f"{_name(case.loc)} has too few items.", hint)
    hint = f"At most {context['max_length']} are possible."
    return Said("too_many", f"{_name(case.loc)} has too many items.", hint)


def _own_check(case: _Case) -> Said:
    message = str(case.detail.get("ctx", {}).get("error", case.detail["msg"]))
    return Said("sense", f"{message[:1].upper()}{message[1:]}.", "")


_WRITERS: dict[str, Callable[[_Case], Said]] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "literal_error": _choice,
    "string_pattern_mismatch": _pattern,
    "string_too_short": _text_length,
    "string_too_long": _text_length,
    "too_short": _list_length,
    "too_long": _list_length,
    "value_error": _own_check,
    "greater_than_equal": _number("ge", "at least"),
    "greater_than": _number("gt", "more than"),
    "less_than_equal": _number("le", "at most"),
    "less_than": _number("lt", "less than"),
    **{kind: _expects("text") for kind in ("string_type", "string_sub_type")},
    **{
        kind: _expects("a whole number")
        for kind in ("int_type", "int_parsing", "int_from_float", "int_parsing_size")
    },
    **{kind: _expects("a number") for kind in ("float_type", "float_parsing", "finite_number")},
    **{kind: _expects("true or false") for kind in ("bool_type", "bool_parsing")},
    **{kind: _expects("a list") for kind in ("tuple_type", "list_type", "set_type")},
    **{
        kind: _expects("a mapping (`key: value` lines)")
        for kind in ("dict_type", "model_type", "model_attributes_type", "mapping_type")
    },
    "none_required": _expects("left out"),
}


def _name(loc: Sequence[str | int]) -> str:
    """The thing in words: 'cost', 'Item 2 of channels'."""
    steps = [step for step in loc if step != "[key]"]
    if not steps:
        return "The file"
    if isinstance(steps[-1], int):
        around = [str(step) for step in steps if isinstance(step, str)]
        return f"Item {steps[-1] + 1} of '{around[-1]}'" if around else f"Item {steps[-1] + 1}"
    return f"'{steps[-1][:60]}'"


def _shown(value: Any) -> str:
    if value is None:
        return "empty"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, (list, tuple)):
        return "a list"
    text = str(value)
    short = text if len(text) <= 40 else f"{text[:40]}…"
    return f"'{short}'" if isinstance(value, str) else short


@lru_cache(maxsize=32)
def _schema(model: type[BaseModel]) -> dict[str, Any]:
    return model.model_json_schema(by_alias=True)


def _known_keys(model: type[BaseModel], loc: Sequence[str | int]) -> list[str]:
    """The keys that may stand in the mapping at `loc`."""
    found: dict[str, None] = {}
    for part in _parts_at(model, loc):
        found.update(dict.fromkeys(part.get("properties", {})))
    return list(found)


def _description(model: type[BaseModel], loc: Sequence[str | int]) -> str:
    said = [str(part["description"]) for part in _parts_at(model, loc) if "description" in part]
    return said[0].split("\n")[0].rstrip(".") if said else ""


def _range(model: type[BaseModel], loc: Sequence[str | int]) -> str:
    for part in _parts_at(model, loc):
        if "minimum" in part and "maximum" in part:
            return f"Possible: {part['minimum']:g} to {part['maximum']:g}."
    return ""


def _parts_at(model: type[BaseModel], loc: Sequence[str | int]) -> list[dict[str, Any]]:
    """The parts of the model's schema that describe what stands at `loc`."""
    schema = _schema(model)
    parts = _resolved(schema, [schema])
    for step in loc:
        parts = _resolved(schema, (inner for part in parts for inner in _step(part, step)))
    return parts


def _step(part: dict[str, Any], step: str | int) -> list[dict[str, Any]]:
    if isinstance(step, int):
        prefix = part.get("prefixItems", [])
        inner = prefix[step] if step < len(prefix) else part.get("items")
    else:
        others = next(iter(part.get("patternProperties", {}).values()), None)
        inner = part.get("properties", {}).get(step) or part.get("additionalProperties") or others
    return [inner] if isinstance(inner, dict) else []


def _resolved(schema: dict[str, Any], parts: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Without `$ref` and `anyOf`; what a reference says itself stays beside what it names."""
    found: list[dict[str, Any]] = []
    for part in parts:
        inner: list[dict[str, Any]] = list(part.get("anyOf", []))
        if "$ref" in part:
            inner.append(schema["$defs"][part["$ref"].rsplit("/", 1)[-1]])
        found.append(part)
        found.extend(_resolved(schema, inner))
    return found
