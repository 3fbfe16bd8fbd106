"""What the facilitator runs: turns, injects, polls, end states, questions."""

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
    Text,
)

Minutes = Annotated[int, Field(strict=True, ge=0, le=240)]


class PhaseMinutes(Part):
    """Minutes planned for each phase. A deck that leaves out Consult or Poll writes null there."""

    brief: Minutes = 3
    deliberate: Minutes = 6
    consult: Minutes | None = 5
    reveal: Minutes = 2
    adjudicate: Minutes = 2
    poll: Minutes | None = 1
    discuss: Minutes = 2


class Turn(Part):
    """One turn of the plan. The room reads `task`; `notes` and `stems` are the facilitator's."""

    turn: Annotated[int, Field(strict=True, ge=1, le=20)]
    theme: Line
    task: Annotated[str, Field(min_length=1, max_length=160)]
    minutes: PhaseMinutes = PhaseMinutes()
    polls: Names = ()
    tensions: Names = Field(min_length=1)
    natural_moves: Names = ()
    notes: Text
    stems: tuple[Line, ...] = Field(min_length=1)


class Inject(Part):
    """An event from the white cell.

    `kind`: `scheduled` (released in its turn), `conditional` (due while its condition holds; at
    most one a turn), `optional` (at the facilitator's choice). `to: room` is public; else seats.
    """

    id: Id
    kind: Literal["scheduled", "conditional", "optional"]
    turns: tuple[Count, Count] = Field(description="First and last turn in which it may come.")
    to: Names
    when: Condition | None = None
    title: Line
    source: Line = Field(alias="from")
    medium: Line
    time: Line = Field(description="In-world time, such as 'Year One, autumn'.")
    text: Text
    question: Annotated[str, Field(max_length=120)] = ""
    expected: Line = Field(description="What the white cell expects to hear discussed.")
    for_each: Names = ()
    effects: tuple[Effect, ...] = ()
    tensions: Names = Field(min_length=1)
    places: Names = ()
    notes: Text | None = Field(None, description="What the facilitator says with it.")

    @property
    def is_public(self) -> bool:
        """Whether the whole room may read it."""
        return self.to == ("room",)


class TextLine(Part):
    """One line of a text that the seats draft together: its options, and what silence means."""

    id: Id
    label: Line
    options: dict[Id, Line] = Field(min_length=2)
    default: Id


class Procedure(Part):
    """A text that seats draft and sign before the hand-in closes. It is neither move nor signature.

    With fewer than `at_least` signatures there is no text and none of its effects. Its lines stand
    in the ledger between the per-turn limits and the ceilings.
    """

    id: Id
    title: Line
    text: Line
    turn: Annotated[int, Field(strict=True, ge=1, le=20)] | Literal["last"] = "last"
    lines: tuple[TextLine, ...] = Field(min_length=1)
    sign: Names
    at_least: Count = 2
    effects: tuple[Effect, ...] = ()
    tensions: Names = Field(min_length=1)
    public: Annotated[str, Field(max_length=34)] = ""


class PollItem(Part):
    """One question of a poll.

    `scale`: 0–10, felt by those in `asked`, and where `estimated_by` is set also guessed by that
    seat, for each seat asked. `choice`: 2–5 options. `words`: at most 12 words and a tension.
    """

    id: Id
    kind: Literal["scale", "choice", "words"]
    short: Annotated[str, Field(min_length=1, max_length=32)]
    question: Annotated[str, Field(min_length=1, max_length=120)]
    asked: Names
    estimated_by: Id | None = None
    estimate: Line | None = None
    bands_of: Id | None = Field(None, description="Family whose band names label the scale.")
    options: dict[Id, Annotated[str, Field(min_length=1, max_length=38)]] = Field(
        default_factory=dict
    )


class GapMeasure(Part):
    """Which items make the perception gap, and which family the model check compares with."""

    felt: Id
    family: Id
    leaders_and_publics: Id | None = Field(None, description="Item: how would our public answer?")
    heard: Id | None = Field(None, description="Item: how well were we heard?")


class EndState(Part):
    """Read in order; the first whose condition holds names how the exercise ended."""

    id: Id
    name: Line
    when: Condition | None = None
    test: Line = Field(description="The condition in words.")
    epilogue: Text
    ask: Line
    tensions: Names = Field(min_length=1)


class Question(Part):
    """A question for the hot wash, for one tension."""

    tension: Id
    ask: Line
