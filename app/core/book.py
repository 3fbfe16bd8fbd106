"""The book: a deck made ready for play. Lines, limits and look-ups, worked out once."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from app.core.conditions import Condition
from app.core.values import Stage
from app.deck.model import (
    Adversary,
    Deck,
    Family,
    Gauge,
    Inject,
    Move,
    PollItem,
    Procedure,
    Seat,
    Tension,
    Turn,
)

SCHEDULED, CONDITIONAL = "scheduled", "conditional"
PRINTED, CHANNEL, COMBINATION = "printed", "channel", "combination"
PROCEDURE = "procedure"
LIMIT, CEILING, ADDED, BOUNDS = "limit", "ceiling", "added", "bounds"
FREE = "free"
"""What has cut a line in free adjudication, where printed effects count 0."""
RULED_STEPS = (PRINTED, CHANNEL, COMBINATION, PROCEDURE)
"""Steps of the Moves stage whose lines the white cell may change."""


@dataclass(frozen=True, slots=True)
class CompiledLine:
    """A cause that changes one gauge when its condition holds. `order` sorts the ledger."""

    stage: Stage
    step: str
    cause: str
    via: str
    gauge: str
    change: int
    when: Condition
    tensions: tuple[str, ...]
    public: str
    order: tuple[int, ...]
    once_a_turn: bool = False
    once_a_game: bool = False


@dataclass(frozen=True, slots=True)
class CompiledTake:
    """What takes lines away. Empty sets are not asked; `sign` is +1 for rises, −1 for falls."""

    stage: Stage
    by: str
    causes: frozenset[str]
    vias: frozenset[str]
    gauges: frozenset[str]
    sign: int
    when: Condition
    once_a_game: bool = False


@dataclass(frozen=True, slots=True)
class CompiledInject:
    """An inject with its condition and lines."""

    inject: Inject
    when: Condition
    lines: tuple[CompiledLine, ...]


@dataclass(frozen=True, slots=True)
class Need:
    """A condition for playing a card and its words."""

    when: Condition
    say: str


@dataclass(frozen=True, slots=True)
class EndTest:
    """An end state and its condition."""

    id: str
    when: Condition


@dataclass(frozen=True, slots=True)
class ObjectiveTest:
    """A seat's objective; `when` is None where only people can say."""

    seat: str
    id: str
    text: str
    when: Condition | None


@dataclass(frozen=True, slots=True)
class SwingBound:
    """A limit on the sum of one gauge's change in the Moves stage."""

    cause: str
    gauge: str
    rise: int
    fall: int
    tensions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CeilingBound:
    """A gauge that cannot rise above the lowest of some gauges plus `plus`."""

    cause: str
    gauge: str
    among: tuple[str, ...]
    plus: int
    tensions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """A compiled deck. Look-ups by id keep the deck's order."""

    deck: Deck
    deck_hash: str
    moves_lines: tuple[CompiledLine, ...]
    text_lines: tuple[CompiledLine, ...]
    """What procedures do; they come after the per-turn limits."""
    close_steps: tuple[str, ...]
    close_lines: dict[str, tuple[CompiledLine, ...]]
    takes: tuple[CompiledTake, ...]
    swings: tuple[SwingBound, ...]
    ceilings: tuple[CeilingBound, ...]
    injects: dict[str, CompiledInject]
    cards: dict[str, Move]
    signers: dict[str, tuple[str, ...]]
    """By card: the seats that may co-sign it, in the deck's order."""
    told: dict[str, tuple[str, ...]]
    """By card: who may be told of a quiet play, seats before adversaries."""
    needs: dict[str, tuple[Need, ...]]
    signer_needs: dict[tuple[str, str], tuple[Need, ...]]
    """By card and signer: what must hold for that seat to sign it."""
    marked_by: dict[str, tuple[str, ...]]
    """Rules and combinations, and the marks that stand once they have applied."""
    end_tests: tuple[EndTest, ...]
    objectives: tuple[ObjectiveTest, ...]
    names: dict[str, frozenset[str]]
    """Seats, adversaries and groups: each name with whom it means."""
    titles: dict[str, str]
    """Cards, rules, combinations, limits, procedures and injects by id."""

    def seat(self, seat: str) -> Seat:
        """The seat of this id."""
        return next(s for s in self.deck.seats if s.id == seat)

    def seats_in(self, names: Collection[str]) -> tuple[str, ...]:
        """The seats among those whom names mean (seats, groups, `all`), in the deck's order."""
        who = {one for name in names for one in self.names.get(name, ())}
        return tuple(s.id for s in self.deck.seats if s.id in who or "all" in names)

    def seat_index(self, seat: str) -> int:
        """The seat's place in the deck, from 0."""
        return next(i for i, s in enumerate(self.deck.seats) if s.id == seat)

    def move(self, move: str) -> Move:
        """The card of this id."""
        return self.cards[move]

    def gauge(self, gauge: str) -> Gauge:
        """The gauge of this id."""
        return next(g for g in self.deck.gauges if g.id == gauge)

    def family(self, family: str) -> Family:
        """The family of this id."""
        return next(f for f in self.deck.families if f.id == family)

    def turn(self, number: int) -> Turn:
        """The plan of a turn."""
        return next(t for t in self.deck.turns if t.turn == number)

    def tension(self, tension: str) -> Tension:
        """The tension of this id."""
        return next(t for t in self.deck.tensions if t.id == tension)

    def procedure(self, procedure: str) -> Procedure:
        """The procedure of this id."""
        return next(p for p in self.deck.procedures if p.id == procedure)

    def procedures_of(self, turn: int) -> tuple[Procedure, ...]:
        """The texts that may be drafted and signed in a turn."""
        last = self.last_turn
        return tuple(
            p for p in self.deck.procedures if turn == (last if p.turn == "last" else p.turn)
        )

    def poll(self, item: str) -> PollItem:
        """The poll item of this id."""
        return next(p for p in self.deck.polls if p.id == item)

    @property
    def last_turn(self) -> int:
        """The number of the deck's last turn."""
        return max(turn.turn for turn in self.deck.turns)

    def bands(self, gauge: str) -> tuple[str, ...]:
        """The five band names of a gauge, low to high."""
        found = self.gauge(gauge)
        return found.bands or self.family(found.family).bands

    def band(self, gauge: str, value: int) -> str:
        """The band that a value lies in: 0–2, 3–4, 5–6, 7–8, 9–10."""
        return self.bands(gauge)[band_index(value)]

    def room_sees(self, gauge: str) -> str:
        """What the room may see of a gauge: 'digit', 'band' or 'at reveal'."""
        found = self.gauge(gauge)
        return found.room or self.family(found.family).room

    def high_is_good(self, gauge: str) -> bool:
        """Whether a rise of the gauge is for the better."""
        found = self.gauge(gauge)
        return (found.good or self.family(found.family).good) == "high"

    def name(self, who: str) -> str:
        """The name of a seat or adversary, as a title; the id where there is none."""
        someone = self._someone(who)
        return someone.name if someone else who

    def spoken(self, who: str) -> str:
        """The name as it stands in a sentence: 'the United States', 'Japan'."""
        someone = self._someone(who)
        if someone is None:
            return who
        return f"the {someone.name}" if someone.definite else someone.name

    def _someone(self, who: str) -> Seat | Adversary | None:
        people: tuple[Seat | Adversary, ...] = (*self.deck.seats, *self.deck.adversaries)
        return next((someone for someone in people if someone.id == who), None)


def band_index(value: int) -> int:
    """The place of a value's band, 0–4: 0–2, 3–4, 5–6, 7–8, 9–10."""
    return max(0, (value - 1) // 2)
