"""Every word of an effect, of what takes effects away, and of the rules that do either."""

from __future__ import annotations

from typing import Any

import pytest

from app.core.history import facts_of
from app.core.ledger import inject_lines
from tests.core.small import (
    ALLIES,
    Table,
    book,
    card,
    combination,
    faults_of,
    inject,
    moves,
    play,
    rule,
    short,
)

HOST = {"id": "host", "label": "Host", "of": ["allies"]}
TARGET = {"id": "target", "label": "Target", "of": ["adversaries"]}
PAIR = {"id": "pair", "label": "Between", "of": ["allies"], "count": 2}
UP = {"family": "assurance", "of": "each", "change": 1}
ESC = {"gauge": "ESC", "change": 1}
JOINT = play("X", channel="joint", signers=("JPN", "ROK"))


def x(*effects: dict[str, Any], **more: Any) -> dict[str, Any]:
    return card("X", effects=list(effects), **more)


# --- Effect: which gauges, by how much ------------------------------------------------------------


@pytest.mark.parametrize(
    ("effect", "expected"),
    [
        ({"gauge": "ESC", "change": 2}, ["X ESC +2"]),
        ({"gauge": "ESC", "change": -1}, ["X ESC -1"]),
        ({"family": "deterrence", "change": 1}, ["X dPRC +1", "X dDPRK +1"]),
        ({"family": "open", "change": 1}, ["X INT +1", "X ESC +1", "X CAP +1"]),
        ({"family": "assurance", "of": "ROK", "change": 1}, ["X aROK +1"]),
        (
            {"family": "assurance", "of": "allies", "change": 1},
            ["X aJPN +1", "X aROK +1", "X aAUS +1"],
        ),
        (
            {"family": "assurance", "of": "all", "change": 1},
            ["X aJPN +1", "X aROK +1", "X aAUS +1"],
        ),
        ({"family": "assurance", "of": "host", "change": 1}, ["X aROK +1"]),
        ({"family": "deterrence", "of": "target", "change": 1}, ["X dDPRK +1"]),
        ({"family": "assurance", "of": "pair", "change": 1}, ["X aJPN +1", "X aAUS +1"]),
        ({"family": "assurance", "of": ["host", "JPN"], "change": 1}, ["X aJPN +1", "X aROK +1"]),
        ({"family": "assurance", "of": "addressee", "change": 1}, ["X aAUS +1"]),
        ({"family": "assurance", "of": "affected", "change": 1}, ["X aROK +1"]),
        ({"family": "assurance", "of": "lowest", "change": 1}, ["X aJPN +1"]),
        (
            {"family": "assurance", "for_each": "allies", "of": "each", "change": 1},
            ["X aJPN +1", "X aROK +1", "X aAUS +1"],
        ),
        ({"family": "deterrence", "of": "self", "change": 1}, None),
    ],
    ids=str,
)
def test_an_effect_reaches_the_gauges_of_the_named(
    effect: dict[str, Any], expected: list[str] | None
) -> None:
    one = x(effect, choices=[HOST, TARGET, PAIR], affects=["self", "host"])
    if expected is None:  # the United States have no gauge of that family, and the reader says so
        assert "No gauge of the family" in faults_of(moves=[one])[0]
        return
    chosen = {"host": "ROK", "target": "DPRK", "choices": {"pair": ("JPN", "AUS")}}
    assert (
        moves(book(moves=[one]), play("X", channel="quiet", addressee="AUS", **chosen)) == expected
    )


def test_self_is_whoever_plays_the_card_and_signers_whoever_signed() -> None:
    own = card(
        "J1", "JPN", effects=[{"family": "assurance", "of": ["self", "signers"], "change": 1}]
    )
    lines = moves(book(moves=[own]), play("J1", "JPN", "joint", signers=("US", "AUS")))
    assert lines == ["J1 aJPN +1", "J1 aAUS +1"]


@pytest.mark.parametrize(
    ("gauges", "expected"),
    [
        ({"aROK": 3}, "X aROK -1"),
        ({"aROK": 3, "aAUS": 3}, "X aROK -1"),
        ({}, "X aJPN -1"),
        ({"aAUS": 1}, "X aAUS -1"),
    ],
)
def test_the_lowest_is_the_first_of_them_on_a_tie(gauges: dict[str, int], expected: str) -> None:
    one = x({"family": "assurance", "of": "lowest", "change": -1})
    assert moves(book(moves=[one]), play("X"), **gauges) == [expected]


def test_effects_of_one_card_on_one_gauge_are_one_line() -> None:  # ruling 7
    effects = [{"gauge": "ESC", "change": 2}, {"family": "open", "change": -1}]
    assert moves(book(moves=[x(*effects)]), play("X")) == ["X INT -1", "X ESC +1", "X CAP -1"]


def test_a_sum_of_nothing_makes_no_line() -> None:  # ruling 7
    effects = [{"gauge": "ESC", "change": 1}, {"gauge": "ESC", "change": -1}]
    assert moves(book(moves=[x(*effects)]), play("X")) == []


def test_a_role_held_by_two_makes_a_line_for_each() -> None:
    one = x({"family": "assurance", "of": "signers", "change": 1})
    assert moves(book(moves=[one]), JOINT) == ["X aJPN +1", "X aROK +1"]


def test_an_effect_may_depend_on_who_holds_a_role() -> None:  # U10: no lift above 7
    when = {"gauge": {"family": "assurance", "of": "host", "at_most": 6}}
    one = x({"family": "assurance", "of": "host", "change": 1, "when": when}, choices=[HOST])
    deck = book(moves=[one])
    assert moves(deck, play("X", host="JPN"), aJPN=6, aROK=7) == ["X aJPN +1"]
    assert moves(deck, play("X", host="ROK"), aJPN=6, aROK=7) == []


def test_an_effect_for_each_may_leave_out_who_signed() -> None:  # U11, ruling 54
    when = {"not": {"played": {"move": "X", "signer": "each"}}}
    one = x({"family": "assurance", "for_each": "allies", "of": "each", "change": -1, "when": when})
    lines = moves(book(moves=[one]), play("X", channel="joint", signers=("ROK",)))
    assert lines == ["X aJPN -1", "X aAUS -1"]


def test_the_public_reason_is_the_effects_then_the_rules_then_the_title() -> None:
    effects = [{"gauge": "ESC", "change": 1, "public": "Seen"}, {"gauge": "CAP", "change": 1}]
    law = combination("S1", {"played": {"move": "X"}}, effects=effects, public="Together")
    deck = book(moves=[x({"gauge": "INT", "change": 1})], combinations=[law])
    found = {line.gauge: line.public for line in Table(deck).plays(play("X")).ledger().lines}
    assert found == {"INT": "Card X", "ESC": "Seen", "CAP": "Together"}


def test_a_line_carries_the_tensions_of_its_cause() -> None:  # ruling 11
    deck = book(
        moves=[x(ESC)],
        rules=[rule("R1", for_each_play={"move": "X"}, effects=[ESC])],
        combinations=[combination("S1", {"played": {"move": "X"}}, effects=[ESC])],
    )
    found = [(line.cause, line.tensions) for line in Table(deck).plays(play("X")).ledger().lines]
    assert found == [("X", ("T1",)), ("R1", ("T2",)), ("S1", ("T3",))]


# --- Rules of the Moves stage ---------------------------------------------------------------------

BONUS = rule(
    "R1",
    for_each_play={"channel": "joint"},
    once_a_turn=True,
    effects=[{"family": "assurance", "of": "signers", "change": 1}],
)
CARDS = [card("A1"), card("A2"), card("J1", "JPN", tags=["show"]), card("K1", "ROK")]


def joint(move: str, *signers: str, seat: str = "US") -> Any:
    return play(move, seat, "joint", signers=signers)


def test_a_rule_for_each_play_names_the_card_it_came_through() -> None:
    law = rule("R1", for_each_play={"seat": "US"}, effects=[ESC])
    lines = moves(book(moves=CARDS, rules=[law]), play("A2"), play("K1", "ROK"), play("A1"))
    assert lines == ["R1 via A1 ESC +1", "R1 via A2 ESC +1"]


def test_a_rule_for_each_play_fits_only_what_is_asked_of_the_play() -> None:
    law = rule("R1", for_each_play={"tag": "show", "not_channel": "quiet"}, effects=[ESC])
    deck = book(moves=CARDS, rules=[law])
    assert moves(deck, play("J1", "JPN"), play("A1")) == ["R1 via J1 ESC +1"]
    assert moves(deck, play("J1", "JPN", "quiet", addressee="US")) == []


def test_a_rule_for_each_play_reads_its_card_in_its_condition() -> None:
    when = {"played": {"move": "play", "signers_at_least": 2}}
    law = rule("R1", for_each_play={"channel": "joint"}, when=when, effects=[ESC])
    deck = book(moves=CARDS, rules=[law])
    assert moves(deck, joint("A1", "JPN"), joint("A2", "JPN", "ROK")) == ["R1 via A2 ESC +1"]


def test_a_bonus_once_a_turn_comes_through_the_first_move_in_order() -> None:  # ruling 18
    deck = book(moves=CARDS, rules=[BONUS])
    assert moves(deck, joint("A2", "JPN"), joint("A1", "JPN")) == ["R1 via A1 aJPN +1"]
    assert moves(deck, joint("K1", "JPN", seat="ROK"), joint("A2", "JPN")) == ["R1 via A2 aJPN +1"]


def test_a_bonus_once_a_turn_is_once_for_each_gauge() -> None:
    deck = book(moves=CARDS, rules=[BONUS])
    lines = moves(deck, joint("A1", "JPN"), joint("A2", "JPN", "ROK"))
    assert lines == ["R1 via A1 aJPN +1", "R1 via A2 aROK +1"]


def test_a_bonus_that_was_taken_away_is_not_used_up() -> None:  # ruling 80
    taker = combination("N5", {"played": {"move": "K1"}}, takes=[{"from": "R1", "via": "A1"}])
    deck = book(moves=CARDS, rules=[BONUS], combinations=[taker])
    lines = moves(deck, joint("A1", "JPN"), joint("A2", "JPN"), play("K1", "ROK"))
    assert lines == ["R1 via A1 aJPN +1 → 0 by N5", "R1 via A2 aJPN +1"]


def test_a_bonus_once_a_turn_comes_again_in_the_next() -> None:
    on = Table(book(moves=CARDS, rules=[BONUS])).plays(joint("A1", "JPN"))
    assert on.lines() == on.turn(joint("A1", "JPN")).lines() == ["R1 via A1 aJPN +1"]


def test_a_rule_for_each_of_a_role_reads_it_person_by_person() -> None:  # R4
    law = rule(
        "R4",
        for_each_play={"seat": "US", "channel": "solo"},
        for_each="affected",
        when={"not": {"asked": {"seat": "each", "about": "play"}}},
        effects=[UP],
    )
    cards = [card("A1", affects=["host"], choices=[HOST]), card("A2", affects="allies")]
    on = Table(book(moves=cards, rules=[law])).plays(play("A1", host="ROK"), play("A2"))
    assert on.asked("US", "JPN", "A2").lines() == [
        "R4 via A1 aROK +1",
        "R4 via A2 aROK +1",
        "R4 via A2 aAUS +1",
    ]


def test_whom_a_card_affects_is_never_its_own_seat() -> None:
    law = rule("R4", for_each_play={"seat": "JPN"}, for_each="affected", effects=[UP])
    own = card("J1", "JPN", affects="all")
    assert moves(book(moves=[own], rules=[law]), play("J1", "JPN")) == [
        "R4 via J1 aROK +1",
        "R4 via J1 aAUS +1",
    ]


def test_a_rule_may_name_a_card_as_its_cause() -> None:  # ruling 61
    law = rule("R9", cause="K1", when={"played": {"move": "K1"}}, effects=[ESC])
    assert moves(book(moves=CARDS, rules=[law]), play("K1", "ROK")) == ["K1 ESC +1"]


# --- Rules of the Close stage ---------------------------------------------------------------------


def test_close_rules_act_in_the_order_of_their_steps() -> None:
    first = rule(
        "R7",
        "close",
        for_each="allies",
        effects=[
            {
                **UP,
                "change": -1,
                "when": {"gauge": {"family": "assurance", "of": "each", "at_least": 6}},
            }
        ],
    )
    second = rule(
        "R9",
        "close",
        for_each="allies",
        effects=[
            {
                "family": "pressure",
                "of": "each",
                "change": -1,
                "when": {"gauge": {"family": "assurance", "of": "each", "at_least": 7}},
            }
        ],
    )
    on = Table(book(rules=[first, second]), aROK=7, aAUS=8)  # ruling 5: 7, faded, no relief
    assert on.close() == ["R7 aROK -1", "R7 aAUS -1", "R9 pAUS -1"]


def test_close_rules_of_one_step_read_the_gauges_together() -> None:
    when = {"gauge": {"gauge": "CAP", "at_least": 5}}
    fall = rule("R1", "close", step="same", effects=[{"gauge": "CAP", "change": -1}])
    after = rule("R2", "close", step="same", when=when, effects=[ESC])
    assert Table(book(rules=[fall, after])).close() == ["R1 CAP -1", "R2 ESC +1"]
    later = rule("R2", "close", step="later", when=when, effects=[ESC])
    assert Table(book(rules=[fall, later])).close() == ["R1 CAP -1"]


def test_a_close_rule_for_each_play_names_its_card() -> None:
    law = rule("R1", "close", for_each_play={"seat": "allies"}, effects=[ESC])
    assert Table(book(moves=CARDS, rules=[law])).plays(play("K1", "ROK")).close() == [
        "R1 via K1 ESC +1"
    ]


def test_a_card_left_unanswered_acts_at_the_next_close() -> None:  # ruling 61: K04
    answered = {"played": {"move": "A1", "signer": "ROK", "window": "ever", "within": 1}}
    when = {"played": {"move": "K1", "turns_ago": 1}, "not": answered}
    law = rule(
        "R0",
        "close",
        cause="K1",
        when=when,
        effects=[{"family": "assurance", "of": "ROK", "change": -1}],
    )
    deck = book(moves=CARDS, rules=[law])
    on = Table(deck).plays(play("K1", "ROK"))
    assert on.close() == []
    assert on.turn().close() == ["K1 aROK -1"]
    assert on.turn().close() == []
    on = Table(deck).plays(play("K1", "ROK")).turn(joint("A1", "ROK"))
    assert on.close() == []


# --- Combinations ---------------------------------------------------------------------------------


def test_a_combination_for_each_ties_several_cards_to_one_seat() -> None:  # S1
    cards = [card("A1", choices=[HOST]), card("J1", "JPN"), card("K1", "ROK")]
    when = {
        "played": [
            {"move": "A1", "host": "each", "signer": "each"},
            {"move": ["J1", "K1"], "seat": "each", "not_channel": "quiet"},
        ]
    }
    deck = book(
        moves=cards, combinations=[combination("S1", when, for_each="allies", effects=[UP])]
    )
    visit = play("A1", channel="joint", host="JPN", signers=("JPN",))
    assert moves(deck, visit, play("J1", "JPN")) == ["S1 aJPN +1"]
    assert moves(deck, visit, play("K1", "ROK")) == []
    assert moves(deck, visit, play("J1", "JPN", "quiet", addressee="US")) == []
    other = play("A1", channel="joint", host="JPN", signers=("ROK",))
    assert moves(deck, other, play("J1", "JPN")) == []


def test_a_combination_reaches_roles_on_other_cards() -> None:
    cards = [card("A1", choices=[HOST, TARGET, PAIR]), card("J1", "JPN")]
    effects = [
        {"family": "assurance", "of": "host of A1", "change": 1},
        {"family": "deterrence", "of": "target of A1", "change": 1},
        {"family": "pressure", "of": "signers of A1", "change": 1},
        {"family": "pressure", "of": "pair of A1", "change": 1},
    ]
    when = {"played": [{"move": "A1"}, {"move": "J1"}]}
    deck = book(moves=cards, combinations=[combination("S1", when, effects=effects)])
    visit = play(
        "A1",
        channel="joint",
        host="ROK",
        target="PRC",
        signers=("JPN",),
        choices={"pair": ("ROK", "AUS")},
    )
    assert moves(deck, visit, play("J1", "JPN")) == [
        "S1 aROK +1",
        "S1 pJPN +1",
        "S1 pROK +1",
        "S1 pAUS +1",
        "S1 dPRC +1",
    ]


@pytest.mark.parametrize("role", ["addressee", "affected"])
def test_every_role_on_another_card_can_be_reached(role: str) -> None:
    cards = [card("A1", affects="ROK"), card("J1", "JPN")]
    effect = {"family": "assurance", "of": f"{role} of A1", "change": 1}
    deck = book(
        moves=cards, combinations=[combination("S1", {"played": {"move": "J1"}}, effects=[effect])]
    )
    quiet = play("A1", channel="quiet", addressee="ROK")
    assert moves(deck, quiet, play("J1", "JPN")) == ["S1 aROK +1"]
    assert moves(deck, play("J1", "JPN")) == []


def test_a_combination_in_the_window_of_two_turns_acts_in_either_order() -> None:  # S5, ruling 70
    both = [{"move": m, "window": "ever", "within": 1} for m in ("J1", "K1")]
    when = {"played": both, "any": [{"played": {"move": "J1"}}, {"played": {"move": "K1"}}]}
    deck = book(moves=CARDS, combinations=[combination("S5", when, effects=[ESC], once=True)])
    j1, k1 = play("J1", "JPN"), play("K1", "ROK")
    assert moves(deck, j1, k1) == ["S5 ESC +1"]
    assert Table(deck).plays(j1).turn(k1).lines() == ["S5 ESC +1"]
    assert Table(deck).plays(k1).turn(j1).lines() == ["S5 ESC +1"]
    assert Table(deck).plays(k1).turn().turn(j1).lines() == []
    assert Table(deck).plays(k1).turn(j1).turn(k1).lines() == []  # once


def test_a_combination_that_acts_once_also_takes_once() -> None:
    once = combination("S5", {"played": {"move": "A1"}}, takes=[{"from": "A1"}], once=True)
    deck = book(moves=[card("A1", effects=[ESC])], combinations=[once])
    on = Table(deck).plays(play("A1"))
    assert on.lines() == ["A1 ESC +1 → 0 by S5"]
    assert on.turn(play("A1")).lines() == ["A1 ESC +1"]


def test_a_combination_that_may_recur_recurs() -> None:
    again = combination("S4", {"played": {"move": "A1"}}, effects=[ESC])
    on = Table(book(moves=CARDS, combinations=[again])).plays(play("A1"))
    assert on.turn(play("A1")).lines() == ["S4 ESC +1"]


# --- Takes ----------------------------------------------------------------------------------------

TWO = [
    card(
        "A1",
        effects=[
            {"gauge": "ESC", "change": 1},
            {"gauge": "INT", "change": -1},
            {"family": "assurance", "change": 1},
        ],
    ),
    card("A2", effects=[{"gauge": "ESC", "change": 1}]),
]


def taken(take: dict[str, Any], *more: Any, **law: Any) -> list[str]:
    taker = combination("N1", {"turn": {"from": 1}}, takes=[take], **law)
    deck = book(moves=TWO, combinations=[taker])
    a1 = play("A1", channel="joint", signers=("ROK",))
    return [line for line in moves(deck, a1, play("A2"), *more) if "→" in line]


@pytest.mark.parametrize(
    ("take", "gauges"),
    [
        ({"from": "A2"}, ["A2 ESC"]),
        ({"from": ["A1", "A2"], "gauge": "ESC"}, ["A1 ESC", "A2 ESC"]),
        ({"from": "A1", "family": "open"}, ["A1 INT", "A1 ESC"]),
        ({"from": "A1", "family": ["assurance", "open"], "of": "JPN"}, ["A1 aJPN"]),
        ({"from": "A1", "family": "assurance", "of": "allies"}, ["A1 aJPN", "A1 aROK", "A1 aAUS"]),
        ({"from": "A1", "family": "assurance", "of": "signers of A1"}, ["A1 aROK"]),
        ({"from": "A1", "family": "open", "only": "rises"}, ["A1 ESC"]),
        ({"from": "A1", "family": "open", "only": "falls"}, ["A1 INT"]),
        ({"from": "A2", "when": {"played": {"move": "A1", "signer": "ROK"}}}, ["A2 ESC"]),
        ({"from": "A2", "when": {"played": {"move": "A1", "signer": "JPN"}}}, []),
    ],
    ids=str,
)
def test_a_take_reaches_what_its_words_say(take: dict[str, Any], gauges: list[str]) -> None:
    assert [line.rsplit(" ", 5)[0] for line in taken(take)] == gauges
    assert all(line.endswith("→ 0 by N1") for line in taken(take))


def test_a_take_for_each_reads_who_is_meant() -> None:
    take = {
        "from": "A1",
        "family": "assurance",
        "of": "each",
        "when": {"played": {"move": "A1", "signer": "each"}},
    }
    assert taken(take, for_each="allies") == ["A1 aROK +1 → 0 by N1"]


def test_a_rule_for_each_play_takes_from_the_play() -> None:  # R3, ruling 20
    quiet = rule("R3", for_each_play={"channel": "quiet"}, takes=[{"from": "play", "gauge": "ESC"}])
    deck = book(moves=TWO, rules=[quiet])
    lines = moves(deck, play("A1"), play("A2", channel="quiet", addressee="JPN"))
    assert lines[0:3:2] == ["A1 aJPN +1", "A1 aAUS +1"]
    assert lines[-2:] == ["A1 ESC +1", "A2 ESC +1 → 0 by R3"]


def test_a_take_may_reach_only_what_came_by_a_card() -> None:  # N1: R4's line by U06
    law = rule("R4", for_each_play={"seat": "US"}, effects=[UP], for_each="JPN")
    taker = combination("N1", {"turn": {"from": 1}}, takes=[{"from": "R4", "via": "A2"}])
    deck = book(moves=[card("A1"), card("A2")], rules=[law], combinations=[taker])
    assert moves(deck, play("A1"), play("A2")) == [
        "R4 via A1 aJPN +1",
        "R4 via A2 aJPN +1 → 0 by N1",
    ]


def test_of_two_takers_the_first_is_named() -> None:  # ruling 8
    laws = [combination(n, {"turn": {"from": 1}}, takes=[{"from": "A2"}]) for n in ("S1", "N1")]
    assert moves(book(moves=TWO, combinations=laws), play("A2")) == ["A2 ESC +1 → 0 by S1"]
    first = rule("R3", takes=[{"from": "A2"}])
    deck = book(moves=TWO, rules=[first], combinations=laws)
    assert moves(deck, play("A2")) == ["A2 ESC +1 → 0 by R3"]


def test_a_combination_may_take_from_another() -> None:  # N5 takes S4
    given = combination("S4", {"played": {"move": "A2"}}, effects=[{"gauge": "CAP", "change": 1}])
    taker = combination("N5", {"played": {"move": "A2"}}, takes=[{"from": "S4"}])
    lines = moves(book(moves=TWO, combinations=[given, taker]), play("A2"))
    assert lines == ["A2 ESC +1", "S4 CAP +1 → 0 by N5"]


def test_a_take_of_one_stage_leaves_the_other_alone() -> None:  # U02's floor under R8
    falls = rule("R8", "close", effects=[{"family": "deterrence", "change": -1}])
    floor = rule(
        "RF",
        "close",
        step="step-R8",
        cause="U1",
        takes=[
            {"from": "R8", "gauge": name, "when": {"gauge": {"gauge": name, "at_most": 4}}}
            for name in ("dPRC", "dDPRK")
        ],
    )
    on = Table(book(rules=[falls, floor]), dPRC=4)
    assert on.close() == ["R8 dPRC -1 → 0 by U1", "R8 dDPRK -1"]


# --- Injects --------------------------------------------------------------------------------------


def inject_lines_of(gauges: dict[str, int], **fields: Any) -> list[str]:
    on = Table(book(injects=[inject("I1", **fields)]), **gauges)
    facts = facts_of(on.book, on.state, 1)
    lines = inject_lines(on.book, on.book.injects["I1"], facts, on.state.gauges)
    return [f"{line.step}: {short(line)}" for line in lines]


def test_an_inject_acts_when_it_is_released() -> None:
    assert inject_lines_of({}, effects=[ESC]) == ["scheduled: I1 ESC +1"]
    when = {"turn": {"from": 1}}
    assert inject_lines_of({}, kind="conditional", when=when, effects=[ESC]) == [
        "conditional: I1 ESC +1"
    ]


def test_an_inject_for_each_reads_who_is_meant() -> None:  # I5
    low = {"gauge": {"family": "assurance", "of": "each", "at_most": 5}}
    found = inject_lines_of({"aROK": 6}, for_each="allies", effects=[{**UP, "when": low}])
    assert found == ["scheduled: I1 aJPN +1", "scheduled: I1 aAUS +1"]


def test_an_inject_is_bounded_at_once() -> None:  # ruling 6
    assert inject_lines_of({"ESC": 10}, effects=[ESC]) == [
        "scheduled: I1 ESC +1",
        "bounds: bounds via I1 ESC -1",
    ]


def test_all_allies_are_three() -> None:
    assert set(ALLIES) == book().names["allies"]
