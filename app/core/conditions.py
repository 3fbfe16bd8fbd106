"""Compiled conditions: the deck's words with every name made concrete.

Each is a frozen value with one method, `holds(facts)`. Conditions are data, so that another
evaluator can read the same ones; nothing here knows a deck.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from app.core.facts import Facts
from app.core.values import PlayedMove


class Condition(Protocol):
    """Something that holds in a turn, or does not."""

    def holds(self, facts: Facts, /) -> bool:
        """Whether it holds on these facts."""
        ...


@dataclass(frozen=True, slots=True)
class Always:
    """Holds always."""

    def holds(self, _facts: Facts) -> bool:
        return True


@dataclass(frozen=True, slots=True)
class AllOf:
    """All parts hold."""

    parts: tuple[Condition, ...]

    def holds(self, facts: Facts) -> bool:
        for part in self.parts:  # noqa: SIM110 — asked hundreds of times a ledger; a loop is faster
            if not part.holds(facts):
                return False
        return True


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part holds."""

    parts: tuple[Condition, ...]

    def holds(self, facts: Facts) -> bool:
        return any(part.holds(facts) for part in self.parts)


@dataclass(frozen=True, slots=True)
class NoneOf:
    """No part holds."""

    parts: tuple[Condition, ...]

    def holds(self, facts: Facts) -> bool:
        return not any(part.holds(facts) for part in self.parts)


@dataclass(frozen=True, slots=True)
class PlayIs:
    """At least `at_least` matching plays in the window of turns. Empty sets are not asked.

    `signers` must all have signed; of the other sets one must fit.
    """

    moves: frozenset[str]
    seats: frozenset[str] = frozenset()
    channels: frozenset[str] = frozenset()
    hosts: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()
    addressees: frozenset[str] = frozenset()
    signers: frozenset[str] = frozenset()
    chosen: tuple[tuple[str, frozenset[str]], ...] = ()
    signers_at_least: int = 0
    seats_at_least: int = 0
    first_ago: int = 0
    last_ago: int = 0
    none_since: frozenset[str] = frozenset()
    at_least: int = 1

    def holds(self, facts: Facts) -> bool:
        wanted, newest = self.at_least, len(facts.history) - 1
        for ago in range(self.first_ago, min(self.last_ago, newest) + 1):
            turn = facts.history[newest - ago]
            if self.moves.isdisjoint(turn.moves):
                continue
            for play in turn.plays:
                if play.move in self.moves and self.fits(play) and self._nothing_since(facts, ago):
                    wanted -= 1
                    if not wanted:
                        return True
        return False

    def fits(self, play: PlayedMove) -> bool:
        """Whether a play of one of the moves also passes everything else that is asked of it."""
        return (
            (not self.seats or play.seat in self.seats)
            and (not self.channels or play.channel in self.channels)
            and (not self.hosts or play.host in self.hosts)
            and (not self.targets or play.target in self.targets)
            and (not self.addressees or play.addressee in self.addressees)
            and self.signers.issubset(play.signers)
            and len(play.signers) >= self.signers_at_least
            and len(play.signers) + 1 >= self.seats_at_least
            and all(names.intersection(_chosen(play, choice)) for choice, names in self.chosen)
        )

    def _nothing_since(self, facts: Facts, ago: int) -> bool:
        return not self.none_since or all(
            self.none_since.isdisjoint(facts.ago(later).moves) for later in range(ago)
        )


def _chosen(play: PlayedMove, choice: str) -> Iterable[str]:
    return next((names for key, names in play.choices if key == choice), ())


@dataclass(frozen=True, slots=True)
class GaugeIs:
    """Gauges between `low` and `high`, inclusive: any of them, or every one.

    Inside a stage a gauge may run past 0 or 10; it is then tested as 0 or 10.
    """

    gauges: tuple[str, ...]
    low: int = 0
    high: int = 10
    every: bool = False

    def holds(self, facts: Facts) -> bool:
        values = (min(max(facts.gauges[gauge], 0), 10) for gauge in self.gauges)
        passing = (self.low <= value <= self.high for value in values)
        return all(passing) if self.every else any(passing)


@dataclass(frozen=True, slots=True)
class LowestIs:
    """The gauge is the lowest of these; on a tie the first of them is."""

    gauge: str
    among: tuple[str, ...]

    def holds(self, facts: Facts) -> bool:
        return min(self.among, key=lambda gauge: facts.gauges[gauge]) == self.gauge


@dataclass(frozen=True, slots=True)
class TurnIs:
    """The turn's number lies between `low` and `high`, inclusive."""

    low: int
    high: int

    def holds(self, facts: Facts) -> bool:
        return self.low <= facts.turn <= self.high


@dataclass(frozen=True, slots=True)
class AskedAbout:
    """Every one of the seats was asked about the move: this turn, or in some turn."""

    seats: frozenset[str]
    move: str
    ever: bool = False

    def holds(self, facts: Facts) -> bool:
        turns = facts.history if self.ever else ()
        asked = facts.asked.union(*(turn.asked for turn in turns))
        return all((seat, self.move) in asked for seat in self.seats)


@dataclass(frozen=True, slots=True)
class ObjectedTo:
    """At least one of the seats objected to the move, and did not sign it."""

    seats: frozenset[str]
    move: str

    def holds(self, facts: Facts) -> bool:
        return any((seat, self.move) in facts.objected for seat in self.seats)


@dataclass(frozen=True, slots=True)
class InTouch:
    """At least one of the seats was in touch with another, `ago` turns back."""

    seats: frozenset[str]
    ago: int = 0

    def holds(self, facts: Facts) -> bool:
        return bool(self.seats & facts.ago(self.ago).in_touch)


@dataclass(frozen=True, slots=True)
class MarkStands:
    """A mark stands now, or stood before this turn's moves."""

    mark: str
    earlier: bool = False

    def holds(self, facts: Facts) -> bool:
        return self.mark in (facts.marks_before if self.earlier else facts.marks)


@dataclass(frozen=True, slots=True)
class IsMember:
    """At least one of the seats is on a membership list."""

    seats: frozenset[str]
    of: str

    def holds(self, facts: Facts) -> bool:
        return bool(self.seats & facts.members.get(self.of, frozenset()))


@dataclass(frozen=True, slots=True)
class WasReleased:
    """At least one of the injects was released, in this turn or before."""

    injects: frozenset[str]

    def holds(self, facts: Facts) -> bool:
        return bool(self.injects & facts.released)


@dataclass(frozen=True, slots=True)
class SignedText:
    """Every one of the seats signed a procedure's text, and it came about."""

    seats: frozenset[str]
    of: str

    def holds(self, facts: Facts) -> bool:
        return self.of in facts.signed and self.seats <= facts.signed[self.of]


@dataclass(frozen=True, slots=True)
class LineIs:
    """A line of a procedure's text was settled in one of these ways, and the text came about."""

    of: str
    line: str
    options: frozenset[str]

    def holds(self, facts: Facts) -> bool:
        return any((self.of, self.line, option) in facts.lines for option in self.options)


@dataclass(frozen=True, slots=True)
class GapIs:
    """The perception gap of every one of the seats was measured and lies between the two."""

    seats: frozenset[str]
    low: float
    high: float

    def holds(self, facts: Facts) -> bool:
        gaps = [facts.gaps.get(seat) for seat in self.seats]
        return all(gap is not None and self.low <= gap <= self.high for gap in gaps)


def tests_in(condition: Condition) -> Iterator[Condition]:
    """Every single test in a condition, at any depth."""
    if isinstance(condition, (AllOf, AnyOf, NoneOf)):
        for part in condition.parts:
            yield from tests_in(part)
    else:
        yield condition
