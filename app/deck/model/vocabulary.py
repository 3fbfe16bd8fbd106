"""The closed vocabulary of conditions and effects.

A condition is a mapping of words; all of them must hold. `any`, `all` and `not` nest. There are no
expression strings and no code. Every word, what it says and an example stand in
`scenarios/README.md`; a test holds that page and this module together.

Who is meant is said by names: a seat, an adversary, a group of the deck (`allies`), or a role in
the card being played: `self`, `host`, `target`, `signers`, `addressee`, `affected`, `each` (inside
`for_each`), or, from outside that card, `host of U01`, `target of U01`, `signers of U01`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    WithJsonSchema,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

Count = Annotated[int, Field(strict=True, ge=0, le=100)]
Level = Annotated[int, Field(strict=True, ge=0, le=10)]
Change = Annotated[int, Field(strict=True, ge=-10, le=10)]
Yes = Annotated[bool, Field(strict=True)]
Id = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9_-]{0,39}$")]
Line = Annotated[str, Field(min_length=1, max_length=400, pattern=r"^[^\n]*$")]
Text = Annotated[str, Field(min_length=1, max_length=20_000)]
Channel = Literal["joint", "solo", "quiet"]


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, (str, dict)) else value


Names = Annotated[
    tuple[Annotated[str, Field(min_length=1, max_length=80)], ...],
    BeforeValidator(_as_list),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
"""One name, or a list of names."""


class Part(BaseModel):
    """Base of every part of a deck: frozen, and a word that is not known is a fault."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Play(Part):
    """A test on moves that were played. What is left out is not asked.

    `window`: this turn (default), `earlier` turns, `ever` (both). `turns_ago`: exactly or, with
    `within`, at most so many turns back (0 is this turn). `none_since`: no such move was played
    after it, this turn included.
    """

    move: Names = ()
    not_move: Names = ()
    tag: Names = ()
    seat: Names = ()
    channel: Names = ()
    not_channel: Names = ()
    host: Names = ()
    target: Names = ()
    addressee: Names = ()
    signer: Names = ()
    choice: dict[str, Names] = Field(default_factory=dict)
    signers_at_least: Count | None = None
    seats_at_least: Count | None = Field(None, description="Signers and the leader together.")
    window: Literal["this turn", "earlier", "ever"] = "this turn"
    turns_ago: Count | None = None
    within: Count | None = None
    none_since: Names = ()
    at_least: Annotated[int, Field(strict=True, ge=1, le=100)] = 1


class GaugeTest(Part):
    """A test on gauges. `of` picks those of a family; `is` says how many of them must pass.

    In the Moves stage it reads gauges as they stand after Brief; in Close as the step before left
    them.
    """

    gauge: Id | None = None
    family: Id | None = None
    of: Names = ()
    which: Literal["any", "every"] = Field("any", alias="is")
    at_least: Level | None = None
    at_most: Level | None = None

    @model_validator(mode="after")
    def _one_of(self) -> GaugeTest:
        if (self.gauge is None) == (self.family is None):
            raise ValueError("name either a gauge or a family")
        if self.at_least is None and self.at_most is None:
            raise ValueError("say at_least or at_most")
        return self


class TurnTest(Part):
    """A test on the number of the turn. `last` asks for the deck's last turn."""

    at_least: Count | None = Field(None, alias="from")
    at_most: Count | None = Field(None, alias="to")
    last: Yes | None = None


class AskedTest(Part):
    """Was this seat asked about that move, or did it object to it?

    `about: play` means the move whose rule this is (inside `for_each_play`). `window: ever` asks
    about the turns in which it was played.
    """

    seat: Names
    about: str = "play"
    window: Literal["this turn", "ever"] = "this turn"


class SeatTest(Part):
    """A fact about a seat in a turn: `turns_ago` 0 is this turn, 1 the one before."""

    seat: Names
    turns_ago: Count = 0


class MarkTest(Part):
    """Does a mark stand? `window: earlier` asks whether it stood before this turn's moves."""

    mark: Id
    window: Literal["now", "earlier"] = "now"


class MemberTest(Part):
    """Is a seat on a membership list that an earlier or present move made?"""

    seat: Names
    of: Id


class GapTest(Part):
    """The perception gap of every one of these in the last poll. Not measured: does not hold."""

    seat: Names
    at_least: Annotated[float, Field(ge=-10, le=10)] = -10
    at_most: Annotated[float, Field(ge=-10, le=10)] = 10


class SignedTest(Part):
    """Did every one of these sign a procedure's text, and did the text come about?"""

    seat: Names
    of: Id


class LineTest(Part):
    """How a line of a procedure's text was settled, where the text came about."""

    of: Id
    line: Id
    which: Names = Field(alias="is")


def _many(value: Any) -> Any:
    return [value] if isinstance(value, dict) else value


class _OneOrMany:
    """Says in the schema, too, that one item may stand where a list is meant."""

    def __get_pydantic_json_schema__(
        self, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        several = handler(core_schema)
        return {"anyOf": [several["items"], several]}


class Condition(Part):
    """Words that must all hold. An empty condition always holds."""

    played: Annotated[tuple[Play, ...], BeforeValidator(_many), _OneOrMany()] = ()
    gauge: Annotated[tuple[GaugeTest, ...], BeforeValidator(_many), _OneOrMany()] = ()
    turn: TurnTest | None = None
    asked: AskedTest | None = None
    objected: AskedTest | None = None
    in_touch: SeatTest | None = None
    mark: MarkTest | None = None
    member: MemberTest | None = None
    signed: SignedTest | None = None
    line: LineTest | None = None
    gap: GapTest | None = None
    released: Names = ()
    any: tuple[Condition, ...] = ()
    all: tuple[Condition, ...] = ()
    none: Annotated[tuple[Condition, ...], BeforeValidator(_many), _OneOrMany()] = Field(
        (), alias="not"
    )

    def inside(self) -> Iterator[tuple[tuple[str, int], Condition]]:
        """The conditions that it contains, each with where it stands: `("any", 0)`."""
        for word, found in (("any", self.any), ("all", self.all), ("not", self.none)):
            yield from (((word, at), one) for at, one in enumerate(found))


class Effect(Part):
    """A change of one gauge, or of each gauge of a family that belongs to the named.

    `of` without a family is a fault; a family without `of` means all of it. `of: lowest` means the
    lowest of the family, the first in the deck's order on a tie; `of: lowest of assurance` the
    seat whose gauge of that family is the lowest. `public` is the reason that the
    room may read (at most 34 characters); without it the room reads the cause's title.
    """

    gauge: Id | None = None
    family: Id | None = None
    of: Names = ()
    change: Change
    when: Condition | None = None
    for_each: Names = ()
    public: Annotated[str, Field(max_length=34)] = ""

    @model_validator(mode="after")
    def _one_of(self) -> Effect:
        if (self.gauge is None) == (self.family is None):
            raise ValueError("name either a gauge or a family")
        if self.gauge is not None and self.of:
            raise ValueError("'of' goes with a family, not with one gauge")
        if self.change == 0:
            raise ValueError("a change of 0 changes nothing")
        return self


class Take(Part):
    """Takes away what other causes do to gauges: their line stays, with 0 made and the taker.

    `causes`: cards or rules (`play` inside `for_each_play`); `via`: only what came by that card;
    `only`: just the rises or just the falls.
    """

    causes: Names = Field(alias="from")
    via: Names = ()
    gauge: Id | None = None
    family: Names = ()
    of: Names = ()
    only: Literal["rises", "falls"] | None = None
    when: Condition | None = None
