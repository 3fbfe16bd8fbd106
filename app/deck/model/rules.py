"""Rules, combinations and limits: what follows from the moves, each with its reason."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from app.deck.model.vocabulary import (
    Condition,
    Count,
    Effect,
    Id,
    Line,
    Names,
    Part,
    Play,
    Take,
    Text,
    Yes,
)


class Economy(Part):
    """Effort: how much is carried over at most, and what a co-signature costs."""

    carry: Count = 0
    signing_cost: Count = 1


class _Lawful(Part):
    """What rules and combinations share: scope, condition, effects, what they take away."""

    id: Id
    title: Line
    text: Line
    for_each: Names = Field((), description="Read once for each of these; they are `each`.")
    when: Condition | None = None
    effects: tuple[Effect, ...] = ()
    takes: tuple[Take, ...] = ()
    sets: Names = Field(
        (), description="Marks that stand once a line of it stands in an accepted ledger."
    )
    cause: Id | None = Field(None, description="What to name as cause, where not itself.")
    tensions: Names = Field(min_length=1)
    public: Annotated[str, Field(max_length=34)] = ""
    note: Text | None = None


class Rule(_Lawful):
    """A standing rule. `moves` rules act with the channels; `close` rules in the order they stand.

    Close rules with the same `step` read the gauges together; each step reads what the step before
    left. `for_each_play` reads the rule once for every matching move, which is then its `via`.
    """

    stage: Literal["moves", "close"]
    step: Id = "channel"
    for_each_play: Play | None = None
    once_a_turn: Yes = Field(False, description="At most one line a gauge and turn.")


class Combination(_Lawful):
    """Moves that mean more, or less, together. Acts at most once a turn."""

    once: Yes = Field(False, description="At most once in an exercise.")


class Swing(Part):
    """How far gauges may move in one turn's moves. The first swing that names a gauge holds."""

    gauge: Names = ()
    family: Names = ()
    rise: Annotated[int, Field(strict=True, ge=0, le=10)]
    fall: Annotated[int, Field(strict=True, ge=0, le=10)]


class SwingLimit(Part):
    """A per-turn limit on the sum of printed, channel and combination lines of a gauge."""

    id: Id
    title: Line
    text: Line
    swings: tuple[Swing, ...] = Field(min_length=1)
    tensions: Names = Field(min_length=1)


class Ceiling(Part):
    """A gauge that cannot rise above the lowest of a family, as after Brief, plus `plus`."""

    id: Id
    title: Line
    text: Line
    gauge: Id
    lowest_of: Id
    plus: Annotated[int, Field(strict=True, ge=-10, le=10)] = 0
    tensions: Names = Field(min_length=1)


class CardRule(Part):
    """A rule of the players' card that the program, the economy or the cards' needs keep."""

    id: Id
    title: Line
    text: Line
    tensions: Names = ()
