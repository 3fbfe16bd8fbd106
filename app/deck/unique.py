"""Ids: no two things of a kind have one, and none is a word with a meaning of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from app.deck.known import RESERVED, RESERVED_CAUSES, RESERVED_STEPS, Known
from app.deck.positions import Path
from app.deck.report import Report

CAUSES = (
    "moves",
    "rules",
    "combinations",
    "rule_card",
    "swing_limits",
    "ceilings",
    "injects",
    "procedures",
)
"""What may stand in the ledger as the cause of a line, or beside the rules that may."""
_NAMESPACES = (
    ("seats", "adversaries"),
    ("families",),
    ("gauges",),
    CAUSES,
    ("polls",),
    ("tensions",),
    ("places",),
    ("end_states",),
    ("variants",),
)
_SESSION = re.compile(r"[XW][0-9]+")
"""Ids of the cards and injects that are written while an exercise runs."""
_INNER = (
    ("moves", "choices"),
    ("seats", "objectives"),
    ("procedures", "lines"),
)


def check_unique(known: Known, report: Report) -> None:
    """No two things of a kind have one id, and none is called as a word of the vocabulary."""
    for fields in _NAMESPACES:
        _once(report, chain.from_iterable(_ids(known, field) for field in fields))
    _within(known, report)
    _reserved(known, report)
    for at, one in enumerate(known.deck.seats):
        for group in one.groups:
            if group in known.seats.names or group in known.adversaries.names:
                message = f"The group '{group}' is called as a seat or adversary is."
                report.fault(("seats", at, "groups"), "duplicate_id", message)


def _reserved(known: Known, report: Report) -> None:
    """What a seat, group, card, rule, inject or step may not be called."""
    for field in ("seats", "adversaries"):
        for at, one in enumerate(getattr(known.deck, field)):
            _own_meaning(report, (field, at, "id"), one.id, RESERVED)
            for group in one.groups:
                _own_meaning(report, (field, at, "groups"), group, RESERVED)
    for field in CAUSES:
        for at, one in enumerate(getattr(known.deck, field)):
            _own_meaning(report, (field, at, "id"), one.id, RESERVED_CAUSES)
            _of_the_session(report, (field, at, "id"), one.id)
    for at, rule in enumerate(known.deck.rules):
        if rule.stage == "close" and "step" in rule.model_fields_set:
            _own_meaning(report, ("rules", at, "step"), rule.step, RESERVED_STEPS)


def _own_meaning(report: Report, path: Path, name: str, reserved: frozenset[str]) -> None:
    if name in reserved:
        message = f"'{name}' is a word with a meaning of its own."
        report.fault(path, "reserved", message, "Choose another name.")


def _of_the_session(report: Report, path: Path, name: str) -> None:
    if _SESSION.fullmatch(name):
        message = f"'{name}' is what the program calls a card or inject written in an exercise."
        report.fault(path, "reserved", message, "Choose an id that is not X or W and a number.")


def _within(known: Known, report: Report) -> None:
    """Ids that must be unique inside one thing: choices of a card, objectives, lines of a text."""
    for field, part in _INNER:
        for at, item in enumerate(getattr(known.deck, field)):
            inner = enumerate(getattr(item, part))
            _once(report, (((field, at, part, number), one.id) for number, one in inner))


def _ids(known: Known, field: str) -> Iterator[tuple[Path, str]]:
    for at, item in enumerate(getattr(known.deck, field)):
        yield (field, at), item.id


def _once(report: Report, ids: Iterable[tuple[Path, str]]) -> None:
    """Of all these things, each with its place, no two have one id."""
    first: dict[str, Path] = {}
    for path, name in ids:
        if first.setdefault(name, path) != path:
            place = report.place(first[name])
            message = f"'{name}' is already the id of something else ({place})."
            report.fault((*path, "id"), "duplicate_id", message, "Give each its own id.")
