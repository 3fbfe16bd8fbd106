"""Conditions in a smaller deck: what is left of them where some of what they name is gone.

A condition may become true (nothing is left to ask), false (it asks for what can never be), or a
shorter condition. A list of names shrinks; a test of which every name is gone is false.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from app.deck.model import (
    AskedTest,
    Condition,
    GaugeTest,
    MemberTest,
    Move,
    Names,
    Play,
    SignedTest,
)
from app.deck.model.vocabulary import Part
from app.deck.presence import Gone

P = TypeVar("P", bound=Part)


def changed(part: P, **fields: Any) -> P:
    """The part with these fields; the very same where it has them already."""
    new = {name: value for name, value in fields.items() if getattr(part, name) != value}
    return part.model_copy(update=new) if new else part


def emptied(before: Sequence[object] | None, now: Sequence[object] | None) -> bool:
    """Whether there was something and nothing is left of it."""
    return bool(before) and not now


class ConditionPruner:
    """Reads conditions with what is gone in mind."""

    def __init__(self, gone: Gone) -> None:
        self.gone = gone

    def condition(self, when: Condition | None, card: Move | None = None) -> Condition | bool:
        """What is left of a condition. `card`: on which it stands."""
        if when is None:
            return True
        fields = self._tests(when, card)
        inner = self._nested(when, card)
        if fields is None or inner is None:
            return False
        left = changed(when, **fields, **inner)
        return left if left != Condition() else True

    def play(self, play: Play, card: Move | None = None) -> Play | None:
        """What is left of a test on moves; None where no move can pass it any more."""
        gone = self.gone
        fields: dict[str, Any] = {
            "move": gone.left("moves", play.move),
            "tag": gone.left("tags", play.tag),
            "choice": self._choices(play.choice, card),
        }
        for role in ("seat", "host", "target", "addressee", "signer"):
            fields[role] = gone.people(getattr(play, role), card)
        if any(emptied(getattr(play, name), value) for name, value in fields.items()):
            return None
        if fields["choice"] is None:
            return None
        not_move = gone.left("moves", play.not_move)
        none_since = gone.left("moves", play.none_since)
        return changed(play, **fields, not_move=not_move, none_since=none_since)

    def _choices(self, choices: dict[str, Names], card: Move | None) -> dict[str, Names] | None:
        left: dict[str, Names] = {}
        for name, values in choices.items():
            left[name] = self.gone.people(values, card)
            if self.gone.is_gone("choices", name) or emptied(values, left[name]):
                return None
        return left

    def _tests(self, when: Condition, card: Move | None) -> dict[str, Any] | None:
        """The tests of a condition that are no conditions themselves; None where one is false."""
        gone = self.gone
        plays = [self.play(play, card) for play in when.played]
        gauges = self._gauges(when.gauge, card)
        released = gone.left("injects", when.released)
        if None in plays or gauges is None or emptied(when.released, released):
            return None
        fields: dict[str, Any] = {"played": tuple(plays), "gauge": gauges, "released": released}
        for word in ("asked", "objected", "in_touch", "member", "signed", "gap"):
            test = getattr(when, word)
            if test is not None:
                fields[word] = self._seats(test, card)
                if fields[word] is None:
                    return None
        if when.mark is not None and gone.is_gone("marks", when.mark.mark):
            return None
        if when.line is not None and gone.is_gone("procedures", when.line.of):
            return None
        return fields

    def _seats(self, test: Any, card: Move | None) -> Any:
        """A test on seats; None where none of them is left, or not what it asks them about."""
        seats = self.gone.people(test.seat, card)
        return changed(test, seat=seats) if seats and not self._lost(test) else None

    def _lost(self, test: Part) -> bool:
        """Whether the list, the text or the card that seats are asked about is gone."""
        if isinstance(test, MemberTest):
            return self.gone.is_gone("lists", test.of)
        if isinstance(test, SignedTest):
            return self.gone.is_gone("procedures", test.of)
        return isinstance(test, AskedTest) and self.gone.is_gone("moves", test.about)

    def _gauges(
        self, tests: tuple[GaugeTest, ...], card: Move | None
    ) -> tuple[GaugeTest, ...] | None:
        """Tests on gauges. One that is gone is dropped where the same is still asked of another
        gauge (every ally at 6 or more, written out); otherwise it is false."""
        left = [self._gauge(test, card) for test in tests]
        asked = {(test.at_least, test.at_most) for test in left if test is not None}
        for test, now in zip(tests, left, strict=True):
            if now is None and (test.at_least, test.at_most) not in asked:
                return None
        return tuple(test for test in left if test is not None)

    def _gauge(self, test: GaugeTest, card: Move | None) -> GaugeTest | None:
        if test.gauge is not None:
            return None if self.gone.is_gone("gauges", test.gauge) else test
        if test.family is None or self.gone.is_gone("families", test.family):
            return None
        of = self.gone.owning(test.family, test.of, card)
        return None if emptied(test.of, of) else changed(test, of=of)

    def _nested(self, when: Condition, card: Move | None) -> dict[str, Any] | None:
        """The conditions inside a condition; None where they make it false."""
        any_of = [self.condition(one, card) for one in when.any]
        every = [self.condition(one, card) for one in when.all]
        none = [self.condition(one, card) for one in when.none]
        if (any_of and not any(any_of)) or False in every or True in none:
            return None
        return {
            "any": () if True in any_of else _conditions(any_of),
            "all": _conditions(every),
            "none": _conditions(none),
        }


def _conditions(found: list[Condition | bool]) -> tuple[Condition, ...]:
    return tuple(one for one in found if isinstance(one, Condition))
