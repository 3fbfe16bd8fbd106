"""Move cards: what a seat may play, what it costs, needs and does."""

from __future__ import annotations

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
    `count`: how many are to be named.
    """

    id: Id
    label: Line
    of: Names = ()
    options: dict[Id, Line] = Field(default_factory=dict)
    count: Count = 1


class Signing(Part):
    """Who may and who must co-sign a joint play. The leader is no co-signer."""

    of: Names = Field((), description="Who may be asked. Empty: every other seat.")
    at_least: Count = 1
    at_most: Count | None = None
    must: Names = Field((), description="Seats without which it is not joint.")


class Need(Part):
    """A condition for playing the card, and how to say in words that it is not met."""

    when: Condition
    say: Line


class Counting(Part):
    """A card that counts as asking: `who` was asked about the named moves, for `turns` turns."""

    who: Names
    about: Names = Field((), description="Moves. Empty: every move of the card's seat.")
    turns: Count = 1


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
    effort_next_turn: Count = 0
    free_signing: Yes = Field(False, description="Nobody pays for co-signing this turn.")
    free_consulting: Yes = Field(False, description="No limit of consultations this turn.")
    note: Text | None = None
    hint: Line | None = Field(None, description="Better with …, without numbers.")
    tensions: Names = Field(min_length=1)
    places: Names = ()
