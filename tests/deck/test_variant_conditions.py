"""What is left of a condition where some of what it names is out."""

from __future__ import annotations

from typing import Any

import pytest

from app.deck.model import Condition
from tests.deck.small_deck import card, inject, law
from tests.deck.test_variants import A, smaller


def left_of(when: dict[str, Any]) -> Condition | str | None:
    """What is left of a condition of an end state; 'never' where it can never hold."""
    end = {"name": "E", "test": "t", "epilogue": "e", "ask": "a", "tensions": "T1"}
    states = [{"id": "E1", "when": when, **end}, {"id": "E2", **end}]
    found = [one for one in smaller(end_states=states).end_states if one.id == "E1"]
    return found[0].when if found else "never"


def condition(**fields: Any) -> Condition:
    return Condition.model_validate(fields, by_alias=True, by_name=False)


NEVER: tuple[dict[str, Any], ...] = (
    {"played": {"move": "A01"}},
    {"played": [{"move": "U01"}, {"move": "A01"}]},
    {"played": {"seat": "AUS"}},
    {"played": {"move": "U01", "signer": "AUS"}},
    {"played": {"move": "U01", "host": "south"}},
    {"gauge": {"gauge": "aAUS", "at_most": 4}},
    {"gauge": [{"gauge": "aAUS", "at_most": 4}, {"gauge": "CAP", "at_least": 3}]},
    {"gauge": {"family": "pressure", "of": "AUS", "at_least": 9}},
    {"asked": {"seat": "AUS", "about": "U01"}},
    {"asked": {"seat": "allies", "about": "A01"}},
    {"in_touch": {"seat": "AUS"}},
    {"released": "P5"},
    {"any": [{"played": {"move": "A01"}}, {"in_touch": {"seat": "AUS"}}]},
    {"all": [{"turn": {"last": True}}, {"played": {"move": "A01"}}]},
    {"not": {"not": {"played": {"move": "A01"}}}},
)


@pytest.mark.parametrize("when", NEVER, ids=str)
def test_a_condition_on_what_is_out_never_holds(when: dict[str, Any]) -> None:
    if when == {"released": "P5"}:
        end = {"id": "E1", "name": "E", "test": "t", "epilogue": "e", "ask": "a", "tensions": "T1"}
        made = smaller(injects=[inject("P5", to="AUS")], end_states=[{**end, "when": when}])
        assert made.end_states == ()
    else:
        assert left_of(when) == "never"


@pytest.mark.parametrize(
    ("when", "left"),
    [
        ({"not": {"played": {"move": "A01"}}}, None),
        ({"any": [{"turn": {"last": True}}, {"not": {"played": {"move": "A01"}}}]}, None),
        ({"any": [{"gauge": {"gauge": "CAP", "at_most": 2}}, {"played": {"move": "A01"}}]},
         {"any": [{"gauge": {"gauge": "CAP", "at_most": 2}}]}),
        ({"gauge": [{"gauge": f"a{one}", "at_least": 6} for one in ("JPN", "ROK", "AUS")]},
         {"gauge": [{"gauge": f"a{one}", "at_least": 6} for one in ("JPN", "ROK")]}),
        ({"gauge": {"family": A, "of": "allies", "is": "every", "at_least": 6}},
         {"gauge": {"family": A, "of": "allies", "is": "every", "at_least": 6}}),
        ({"played": {"move": "U01", "signer": ["JPN", "AUS"], "not_move": "A01"}},
         {"played": {"move": "U01", "signer": "JPN"}}),
        ({"played": {"seats_at_least": 3, "none_since": ["A01", "U01"]}},
         {"played": {"seats_at_least": 3, "none_since": "U01"}}),
        ({"objected": {"seat": ["AUS", "ROK"], "about": "U01"}},
         {"objected": {"seat": "ROK", "about": "U01"}}),
    ],
    ids=str,
)  # fmt: skip
def test_a_condition_asks_for_what_is_left(when: dict[str, Any], left: dict[str, Any]) -> None:
    assert left_of(when) == (None if left is None else condition(**left))


def test_marks_tags_and_lists_go_with_the_last_card_that_makes_them() -> None:
    moves = [
        card("U01", "US", sets="both"),
        card("A01", "AUS", sets=["ports", "both"], tags="debate", enrols={"club": "self"}),
    ]
    states = [
        {"id": name, "when": when, "name": "E", "test": "t", "epilogue": "e", "ask": "a",
         "tensions": "T1"}
        for name, when in {
            "E1": {"mark": {"mark": "ports"}},
            "E2": {"mark": {"mark": "both"}},
            "E3": {"played": {"tag": "debate"}},
            "E4": {"member": {"seat": "JPN", "of": "club"}},
        }.items()
    ]  # fmt: skip
    made = smaller(moves=moves, end_states=states)
    assert [state.id for state in made.end_states] == ["E2"]


def test_a_rule_that_vanishes_takes_along_what_waits_for_its_mark() -> None:
    """N7 and C6 of ruling 105: the second is then due by Capital only."""
    due = {"any": [{"gauge": {"gauge": "CAP", "at_most": 2}}, {"mark": {"mark": "no-vote"}}]}
    made = smaller(
        combinations=[law("N7", when={"played": {"move": "A01"}}, sets="no-vote",
                          effects=[{"gauge": "INT", "change": -1}])],
        injects=[inject("C6", kind="conditional", turns=[1, 2], when=due),
                 inject("C7", kind="conditional", turns=[1, 2],
                        when={"mark": {"mark": "no-vote"}})],
    )  # fmt: skip
    assert made.combinations == ()
    (one,) = made.injects
    assert one.when == condition(any=[{"gauge": {"gauge": "CAP", "at_most": 2}}])
