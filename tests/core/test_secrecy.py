"""What the room may not know the cause of: a small deck for each way in which it is secret."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.core import actions as do
from app.core.book import Book
from app.core.room.reasons import may_be_named
from app.core.secrecy import line_secret
from app.core.values import LedgerLine, Phase, PlayedMove
from tests.core.canaries import with_
from tests.core.given import Course, at
from tests.core.small import (
    SEATS,
    Part,
    Table,
    book,
    card,
    ceiling,
    combination,
    inject,
    play,
    rule,
)

UP = [{"gauge": "ESC", "change": 1, "public": "A marker"}]
HIDDEN_FAMILIES = ("assurance",)


def deck_of(**changes: Any) -> Book:
    """A small deck in which everybody sees all digits, but for Assurance, which waits."""
    made = book(**changes)
    families = tuple(
        with_(x, room="at reveal" if x.id in HIDDEN_FAMILIES else "digit")
        for x in made.deck.families
    )
    return replace(made, deck=with_(made.deck, families=families))


def secret_of(table: Table, cause: str, gauge: str = "ESC", *, step: str = "") -> str:
    """Why the line of this cause is secret now; the room names it only where it is not."""
    (line,) = (
        x
        for x in table.ledger().lines
        if (x.cause, x.gauge) == (cause, gauge) and step in ("", x.step)
    )
    found = line_secret(table.book, table.state, table.state.turn, line)
    named = may_be_named(table.book, table.state, table.state.now, line)
    assert named is (not found and bool(line.public))
    return found


def opened(table: Table) -> Table:
    """The reveal point of the turn has come."""
    table._change(poll_is_settled=True)
    table.state = replace(table.state, polls_revealed=table.state.turn)
    return table


def on(deck: Book, *plays: PlayedMove) -> Table:
    table = Table(deck).plays(*plays)
    table._change(revealed=tuple(SEATS))
    return table


HIGH = {"gauge": "aJPN", "at_least": 4}
DEEP = {"any": [{"turn": {"from": 3}}, {"all": [{"not": {"gauge": {**HIGH, "at_most": 4}}}]}]}


@pytest.mark.parametrize("when", [{"gauge": HIGH}, DEEP])
def test_a_rule_that_reads_a_hidden_gauge_waits_for_its_reveal(when: Part) -> None:
    table = on(deck_of(rules=[rule("R7", "close", when=when, effects=UP)]))
    assert secret_of(table, "R7") == "hidden gauge"
    assert secret_of(opened(table), "R7") == ""


def test_an_effect_on_the_lowest_of_hidden_gauges_waits_for_its_reveal() -> None:
    effects = [{"family": "assurance", "of": "lowest", "change": 1, "public": "A marker"}]
    table = on(deck_of(rules=[rule("R6", "close", effects=effects)]))
    assert secret_of(table, "R6", "aJPN") == "hidden gauge"
    assert secret_of(opened(table), "R6", "aJPN") == ""


def test_a_card_that_reads_a_hidden_gauge_waits_for_its_reveal() -> None:
    effects = [{**UP[0], "when": {"gauge": HIGH}}]
    table = on(deck_of(moves=[card("U1", effects=effects)]), play("U1"))
    assert secret_of(table, "U1") == "hidden gauge"


@pytest.mark.parametrize(("low", "secret"), [(5, ""), (4, "hidden gauge")])
def test_a_band_is_no_secret_and_what_lies_inside_it_is(low: int, secret: str) -> None:
    when = {"gauge": {"gauge": "pJPN", "at_least": low}}
    deck = book(rules=[rule("R7", "close", when=when, effects=UP)])
    assert secret_of(opened(on(deck)), "R7") == secret


def test_a_ceiling_of_hidden_gauges_is_never_named() -> None:
    effects = [{"gauge": "INT", "change": 3}]
    deck = deck_of(moves=[card("U1", effects=effects)], ceilings=[ceiling("R5")])
    assert secret_of(on(deck, play("U1")), "R5", "INT") == "hidden limit"


QUIET = {"channel": "quiet", "addressee": "JPN"}


@pytest.mark.parametrize("is_quiet", [True, False])
@pytest.mark.parametrize(
    ("more", "when"),
    [
        ({}, {"played": {"move": "U1", "window": "ever"}}),
        ({"sets": ["stir"]}, {"mark": {"mark": "stir"}}),
        ({"enrols": {"club": ["self"]}}, {"member": {"seat": "US", "of": "club"}}),
        ({"tags": ["show"]}, {"played": {"tag": "show", "within": 1}}),
    ],
)
def test_what_an_earlier_quiet_move_left_behind_is_quiet(
    more: Part, when: Part, is_quiet: bool
) -> None:
    deck = deck_of(moves=[card("U1", **more)], rules=[rule("R8", "close", when=when, effects=UP)])
    table = on(deck, play("U1", **(QUIET if is_quiet else {})))
    table.turn()
    assert secret_of(table, "R8") == ("quiet" if is_quiet else "")


def test_a_move_that_is_not_turned_over_is_not_named_nor_what_rests_on_it() -> None:
    law = combination("S1", {"played": [{"move": "U1"}, {"move": "J1"}]}, effects=UP)
    cards = [card("U1", effects=UP), card("J1", "JPN")]
    table = on(deck_of(moves=cards, combinations=[law]), play("U1"), play("J1", "JPN"))
    table._change(revealed=("US",))
    assert secret_of(table, "U1") == ""
    assert secret_of(table, "S1") == "unrevealed"


@pytest.mark.parametrize(("to", "secret"), [("room", ""), (["JPN"], "private inject")])
def test_a_rule_that_asks_for_a_private_inject_is_private(to: Any, secret: str) -> None:
    when = {"released": "I1"}
    news = {**inject("I1"), "to": to}
    deck = deck_of(injects=[news], rules=[rule("R9", "close", when=when, effects=UP)])
    assert secret_of(on(deck).released("I1"), "R9") == secret


def test_what_is_both_quiet_and_private_says_so() -> None:
    when = {"released": "I1", "played": {"move": "U1"}}
    deck = deck_of(
        moves=[card("U1")],
        injects=[{**inject("I1"), "to": ["JPN"]}],
        rules=[rule("R9", "close", when=when, effects=UP)],
    )
    table = on(deck, play("U1", **QUIET)).released("I1")
    assert secret_of(table, "R9") == "quiet and private"


def test_a_line_that_something_secret_took_away_is_secret() -> None:
    law = rule("R2", when={"gauge": HIGH}, takes=[{"from": "U1", "gauge": "ESC"}])
    deck = deck_of(moves=[card("U1", effects=UP)], rules=[law])
    assert secret_of(on(deck, play("U1")), "U1") == "hidden gauge"


# --- In the tutorial ------------------------------------------------------------------------------

HOME = PlayedMove("CAL", "P4", "solo")


def mood(course: Course) -> list[LedgerLine]:
    return [line for line in course.state.now.lines if line.public == "The mood on the quay"]


@pytest.mark.parametrize(("policy", "is_read"), [("at the end", False), ("every turn", True)])
def test_the_mood_on_the_quay_is_not_named_while_assurance_is_hidden(
    policy: str, is_read: bool
) -> None:
    course = at(Phase.REVEAL, 1, do.AddMove(HOME), reveal_policy=policy)
    course.given(do.RevealAll()).to(Phase.DISCUSS)
    (line,) = mood(course)
    assert may_be_named(course.book, course.state, course.state.now, line) is is_read
