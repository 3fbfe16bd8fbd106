"""Move cards: what a seat may play, what it costs, needs and does."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from app.deck.model.vocabulary import (
    Channel,
    Condition,
    Count,
    Effect,
    Id,
    Line,
    Names,
    Part,
    Text,
    Yes,
)


class Choice(Part):
    """A choice on a card. The names `host` and `target` are roles that rules can speak of.

    Either `of` (seats, adversaries, groups to choose from) or `options` (a word and its label).
    `count`: how many are to be named, or with `at_most` at least. `when`: asked for only where
    other choices of the card were answered so.
    """

    id: Id
    label: Line
    of: Names = ()
    options: dict[Id, Line] = Field(default_factory=dict)
    count: Count = 1
    at_most: Count | None = None
    when: dict[Id, Names] = Field(default_factory=dict)


class Need(Part):
    """A condition for playing the card, and how to say in words that it is not met."""

    when: Condition
    say: Line


class Signing(Part):
    """Who may and who must co-sign a joint play. The leader is no co-signer."""

    of: Names = Field((), description="Who may be asked. Empty: every other seat.")
    at_least: Count = 1
    at_most: Count | None = None
    among: Names = Field((), description="Whose signatures `at_least` counts. Empty: all.")
    must: Names = Field((), description="Seats without which it is not joint.")
    needs: tuple[Need, ...] = Field((), description="Read for each signer, who is `each`.")


class Counting(Part):
    """A card that counts as asking: `who` was asked about the named moves, for `turns` turns."""

    who: Names
    about: Names = Field((), description="Moves. Empty: every move of the card's seat.")
    turns: Count = 1


class Allowance(Part):
    """Consultations that some may open beyond their limit, from the turn after the card on."""

    who: Names
    plus: Count = 1


class Reminder(Part):
    """A sentence that the facilitator reads some turns later. It moves nothing."""

    phase: Literal["brief", "deliberate", "consult", "reveal", "adjudicate", "poll", "discuss"]
    turns: Count = Field(1, description="So many turns after the card.")
    say: Line


class FreeMoves(Part):
    """Which seats may write a card of their own, and within what bounds.

    What it does is settled by matrix argument: at most one step of a gauge, or of two gauges where
    it costs 2 or more and the white cell agrees.
    """

    seats: Names
    cost: tuple[Count, Count] = Field((1, 3), description="Least and most effort.")
    channels: tuple[Channel, ...] = Field(("joint", "solo"), min_length=1)
    text: Line
    tensions: Names = Field((), description="Tensions to tag one with. Empty: all.")


class Move(Part):
    """One card. `text` is what the cell reads, `public` what the room reads when it is revealed."""

    id: Id
    seat: Id
    title: Line
    cost: Count
    text: Text
    public: Text | None = None
    channels: tuple[Channel, ...] = Field(min_length=1)
    choices: tuple[Choice, ...] = ()
    signing: Signing = Signing()
    needs: tuple[Need, ...] = ()
    addressee: Names = Field(
        (), description="Who may be told of it when it is quiet. Empty: every other seat."
    )
    affects: Names = Field((), description="Seats that may feel surprised: names or roles.")
    tags: Names = ()
    once: Yes = False
    cooldown: Count = Field(0, description="Turns that must pass before it is played again.")
    effects: tuple[Effect, ...] = ()
    sets: Names = Field((), description="Marks that stand once it is played.")
    clears: Names = Field((), description="Marks that fall, if they stood before this turn.")
    enrols: dict[Id, Names] = Field(
        default_factory=dict, description="Membership lists and who joins them."
    )
    counts_as_asked: tuple[Counting, ...] = ()
    in_touch: Names = Field((), description="Who counts as in touch in its turn.")
    asked_together: Names = Field(
        (), description="Asking one of these about a move has asked all, in its turn."
    )
    consultations_later: Allowance | None = None
    effort_next_turn: Count = 0
    free_signing: Yes = Field(False, description="Nobody pays for co-signing this turn.")
    free_consulting: Yes = Field(False, description="No limit of consultations this turn.")
    remind: Reminder | None = None
    note: Text | None = None
    hint: Line | None = Field(None, description="Better with …, without numbers.")
    tensions: Names = Field(min_length=1)
    places: Names = ()
