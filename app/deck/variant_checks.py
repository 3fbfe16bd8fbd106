"""Checks of variants: that they name what there is, and that the smaller decks can be played.

The deck that a variant makes goes through the same checks as any other. What is wrong with it is
said at the variant's own place, with the item that it is about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from pydantic import ValidationError

from app.deck.faults import Severity
from app.deck.files import FILE_OF
from app.deck.known import Known
from app.deck.model import Deck, Variant
from app.deck.positions import Path
from app.deck.report import KEY, Report
from app.deck.validation_words import explain
from app.deck.variants import (
    KINDS,
    RULES,
    SINGLE,
    items,
    kept_in,
    name_of,
    replacement,
    with_variant,
)

Check = Callable[[Known, Report], None]


def check_variants(known: Known, report: Report, check: Check) -> None:
    """Names in every variant; and, where the whole deck is sound, every smaller deck by `check`."""
    sound = known.is_whole(*FILE_OF) and not report.has_faults() and not report.is_full()
    said = {fault.message for fault in report.faults}
    for at, variant in enumerate(known.deck.variants):
        before = len(report.faults)
        _Names(known, report, ("variants", at), variant).check()
        if sound and not any(one.severity == "fault" for one in report.faults[before:]):
            _check_smaller(known.deck, report, at, variant, check, said)


class _Names:
    """What a variant names: all of it is there, and none of it is said for nothing."""

    def __init__(self, known: Known, report: Report, path: Path, variant: Variant) -> None:
        self._known = known
        self._deck = known.deck
        self._report = report
        self._path = path
        self._variant = variant

    def check(self) -> None:
        """All of them."""
        self._without()
        self._hands()
        for name, fields in self._variant.replace.items():
            self._replace(name, fields)

    def _without(self) -> None:
        for field in type(self._variant.without).model_fields:
            fields = RULES if field == "rules" else (field,)
            ids = [one.id for name in fields for one in getattr(self._deck, name)]
            path = (*self._path, "without", field)
            for at, name in enumerate(getattr(self._variant.without, field)):
                self._name((*path, at), KINDS[field], name, ids, fields)

    def _hands(self) -> None:
        """Cards that change hands or places."""
        variant, moves = self._variant, self._known.moves.names
        for card, seat in variant.owner.items():
            path = (*self._path, "owner", card)
            self._name(path, "move", card, moves, ("moves",))
            self._name(path, "seat", seat, self._known.seats.names, ("seats",))
            self._is_in(path, card, variant.without.moves)
            self._is_in(path, seat, variant.without.seats)
        for card, before in variant.order.items():
            path = (*self._path, "order", card)
            for name in (card, before):
                self._name(path, "move", name, moves, ("moves",))
                self._is_in(path, name, variant.without.moves)
            if card == before:
                self._report.fault(path, "order", f"'{card}' cannot stand behind itself.")

    def _name(
        self, path: Path, kind: str, name: str, known: Iterable[str], fields: Sequence[str]
    ) -> None:
        names = list(known)
        if name not in names and self._known.is_whole(*fields):
            self._report.unknown(path, kind, name, names)

    def _is_in(self, path: Path, name: str, out: Sequence[str]) -> None:
        if name in out:
            message = f"'{name}' is left out of this variant."
            self._report.fault(path, "left_out", message, "Take it out of one of the two places.")

    def _replace(self, name: str, fields: dict[str, object]) -> None:
        path = (*self._path, "replace", name)
        found = items(self._deck, name)
        if not found:
            if self._known.is_whole(*KINDS, *SINGLE):
                self._report.unknown((*path, KEY), "item", name, self._replaceable())
            return
        if len(found) > 1:
            if self._report.has_faults():  # two things with one id have been spoken of
                return
            named = " or ".join(f"'{KINDS[field]} {name}'" for field, _ in found)
            message = f"'{name}' is the id of {len(found)} things."
            self._report.fault((*path, KEY), "ambiguous", message, f"Write {named}.")
            return
        field, at = found[0]
        for word in fields.keys() & kept_in(field):
            message = f"A variant does not change the '{word}' of '{name}'."
            self._report.fault((*path, word, KEY), "kept", message, "Leave it out.")
        self._fields(path, field, at, fields)

    def _fields(self, path: Path, field: str, at: int, fields: dict[str, object]) -> None:
        part = getattr(self._deck, field)
        item = part if field in SINGLE else part[at]
        try:
            replacement(item, fields)
        except ValidationError as problem:
            for detail in problem.errors(include_url=False):
                said = explain(type(item), detail)
                self._report.fault((*path, *detail["loc"]), said.code, said.message, said.hint)

    def _replaceable(self) -> list[str]:
        names = [name_of(one) for field in KINDS for one in getattr(self._deck, field)]
        turns = [f"turn {turn.turn}" for turn in self._deck.turns]
        questions = [f"question {one.tension}" for one in self._deck.questions]
        return [*dict.fromkeys(names), *turns, *questions, *SINGLE]


class _Found(Report):
    """Takes down what is wrong with a smaller deck, without a place in any file."""

    def __init__(self) -> None:
        super().__init__({})
        self.found: list[tuple[Severity, Path, str, str, str]] = []

    def _add(self, severity: Severity, path: Path, code: str, message: str, hint: str) -> None:
        self.found.append((severity, path, code, message, hint))

    def is_full(self) -> bool:
        return False

    def has_faults(self) -> bool:
        return any(severity == "fault" for severity, *_ in self.found)


def _check_smaller(
    deck: Deck, report: Report, at: int, variant: Variant, check: Check, said: set[str]
) -> None:
    """The deck of a variant by the checks of any deck; advice that the whole deck has is not
    repeated."""
    smaller = with_variant(deck, variant.id)
    for severity, path, code, message, hint in _found_in(smaller, check):
        if severity == "advice" and message in said:
            continue
        about, key = _about(smaller, variant, path)
        here: Path = ("variants", at, "replace", key, *path[2:]) if key else ("variants", at)
        words = f"In the variant '{variant.id}'{about}: {message}"
        (report.fault if severity == "fault" else report.advice)(here, code, words, hint)


def _found_in(deck: Deck, check: Check) -> list[tuple[Severity, Path, str, str, str]]:
    empty = next((name for name in ("seats", "gauges", "moves", "end_states")
                  if not getattr(deck, name)), None)  # fmt: skip
    if empty:
        words = empty.replace("_", " ")
        return [("fault", (empty,), "empty", f"No {words} are left.", "Leave less out.")]
    found = _Found()
    whole = deck.model_copy(update={"variants": ()})
    check(Known.of(whole), found)
    return found.found


def _about(deck: Deck, variant: Variant, path: Path) -> tuple[str, str]:
    """What a fault is about, in words; and its name in the variant's `replace`, if it is there."""
    field = str(path[0])
    if field in SINGLE:
        return f", {field}", field if field in variant.replace else ""
    if len(path) < 2 or not isinstance(path[1], int):
        return "", ""
    name = name_of(getattr(deck, field)[path[1]])
    full = f"{KINDS.get(field, '')} {name}".strip()
    key = next((key for key in (name, full) if key in variant.replace), "")
    return f", {full}", key
