"""The deck as a whole: seats, gauges, tensions, places, and everything in the other modules."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from app.deck.model.cards import FreeMoves, Move
from app.deck.model.play import (
    EndState,
    GapMeasure,
    Inject,
    PollItem,
    Procedure,
    Question,
    Turn,
)
from app.deck.model.rules import CardRule, Ceiling, Combination, Economy, Rule, SwingLimit
from app.deck.model.vocabulary import Condition, Count, Id, Level, Line, Names, Part, Text, Yes

Minutes = Annotated[int, Field(strict=True, ge=0, le=240)]


class Opening(Part):
    """The opening situation, read aloud before turn 1. `foot` spells out abbreviations."""

    heading: Annotated[str, Field(min_length=1, max_length=42)]
    paragraphs: tuple[Text, ...] = Field(min_length=1)
    foot: str = Field("", max_length=200)


class Term(Part):
    """One entry of the glossary."""

    term: Line
    meaning: Line


class About(Part):
    """Who made the deck, what it is about, how long it takes."""

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{0,39}$")]
    title: Annotated[str, Field(min_length=1, max_length=60)]
    version: Annotated[str, Field(pattern=r"^\d+\.\d+(\.\d+)?$")]
    language: Annotated[str, Field(pattern=r"^[a-z]{2}$")] = "en"
    premise: Line
    minutes: Minutes
    turn_zero_minutes: Minutes = 0
    hot_wash_minutes: Minutes = 10
    authors: Names = Field(min_length=1)
    licence: Line
    credit: Line
    disclaimer: Line
    one_liner: Line = Field(description="What the facilitator says to open.")
    opening: Opening
    objectives: dict[Id, Line] = Field(description="What a session may set out to test.")
    glossary: tuple[Term, ...] = ()


class Objective(Part):
    """What a seat would like, and the test that says whether it came about."""

    id: Id
    text: Line
    when: Condition | None = None


class Seat(Part):
    """A player cell. `brief` may be read by all; `concerns` is its own card, one sentence each."""

    id: Id
    name: Line
    short: Annotated[str, Field(min_length=1, max_length=12)]
    adjective: Line | None = None
    groups: Names = ()
    effort: Count
    moves: Count = Field(description="How many moves it may lead in a turn.")
    consultations: Count = 0
    brief: Text
    objectives: tuple[Objective, ...] = ()
    concerns: tuple[Line, ...] = Field(min_length=1)
    opens_with: Line | None = None
    definite: Yes = Field(False, description="Said with 'the' in a sentence: the United States.")


class Adversary(Part):
    """Someone who acts by inject and rule, never as a seat."""

    id: Id
    name: Line
    definite: Yes = False
    groups: Names = ("adversaries",)


class Family(Part):
    """A kind of gauge. `good: high` means that a rise is better; bands are named from low to high.

    `room`: what the room may see of it: the `digit`, the `band`, or the band only `at reveal`.
    `own`: what the gauge's own seat sees.
    """

    id: Id
    name: Line
    heading: Annotated[str, Field(min_length=1, max_length=42)]
    good: Literal["high", "low"]
    bands: tuple[Line, Line, Line, Line, Line]
    room: Literal["digit", "band", "at reveal"]
    own: Literal["digit", "band"] = "digit"


class Gauge(Part):
    """A whole number from 0 to 10. `of` is the seat or adversary that it belongs to.

    What it does not say itself it takes from its family.
    """

    id: Id
    name: Line
    family: Id
    of: Id | None = None
    start: Level
    good: Literal["high", "low"] | None = None
    bands: tuple[Line, Line, Line, Line, Line] | None = None
    room: Literal["digit", "band", "at reveal"] | None = None


class Tension(Part):
    """A choice that cannot be had both ways. `section` names where the source speaks of it."""

    id: Id
    name: Line
    poles: tuple[Annotated[str, Field(max_length=60)], Annotated[str, Field(max_length=60)]]
    section: Line | None = None
    text: Text
    questions: tuple[Line, ...] = Field(min_length=1)


class Place(Part):
    """A named point, in degrees; `seat` where it belongs to one."""

    id: Id
    label: Line
    longitude: Annotated[float, Field(strict=True, ge=-180, le=180)]
    latitude: Annotated[float, Field(strict=True, ge=-90, le=90)]
    seat: Id | None = None


class Without(Part):
    """What a variant leaves out, by id."""

    seats: Names = ()
    gauges: Names = ()
    moves: Names = ()
    rules: Names = ()
    combinations: Names = ()
    injects: Names = ()
    polls: Names = ()


class Variant(Part):
    """The deck played by fewer: what is left out, which cards change hands, what reads otherwise.

    What points at something that is out vanishes with it. `owner`: card and its new seat; `order`:
    card and the card after which it stands; `replace`: an item's id and the fields it has instead.
    """

    id: Id
    name: Line
    text: Line
    without: Without = Without()
    owner: dict[Id, Id] = Field(default_factory=dict)
    order: dict[Id, Id] = Field(default_factory=dict)
    replace: dict[str, dict[str, Any]] = Field(default_factory=dict)


class Deck(Part):
    """A whole deck. Built by `app.deck.read`, which also checks that its names fit together."""

    about: About
    seats: tuple[Seat, ...] = Field(min_length=1, max_length=8)
    adversaries: tuple[Adversary, ...] = ()
    families: tuple[Family, ...] = Field(min_length=1)
    gauges: tuple[Gauge, ...] = Field(min_length=1, max_length=40)
    moves: tuple[Move, ...] = Field(min_length=1, max_length=200)
    economy: Economy = Economy()
    rules: tuple[Rule, ...] = Field((), max_length=500)
    combinations: tuple[Combination, ...] = Field((), max_length=500)
    rule_card: tuple[CardRule, ...] = ()
    free_moves: FreeMoves | None = None
    swing_limits: tuple[SwingLimit, ...] = ()
    ceilings: tuple[Ceiling, ...] = ()
    injects: tuple[Inject, ...] = Field((), max_length=200)
    turns: tuple[Turn, ...] = Field(min_length=1, max_length=20)
    procedures: tuple[Procedure, ...] = ()
    polls: tuple[PollItem, ...] = ()
    gap: GapMeasure | None = None
    tensions: tuple[Tension, ...] = Field(min_length=1)
    places: tuple[Place, ...] = ()
    end_states: tuple[EndState, ...] = Field(min_length=1)
    questions: tuple[Question, ...] = ()
    variants: tuple[Variant, ...] = ()
    variant: str = Field("", description="The variant that this deck has become, where it has.")
