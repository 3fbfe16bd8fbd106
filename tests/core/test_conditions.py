"""Every word of a condition: a card acts when it holds, and does not act when it does not.

In each test a card `X` of the United States moves ESC by 1 when the condition holds; whether it
did is all that is asked.
"""

from __future__ import annotations

from typing import Any

import pytest

from app.core.history import facts_of
from app.core.values import PlayedMove
from tests.core.small import Table, book, card, combination, faults_of, inject, moves, play, rule

HOST = {"id": "host", "label": "Host", "of": ["allies"]}
TARGET = {"id": "target", "label": "Target", "of": ["adversaries"]}
TONE = {"id": "tone", "label": "Tone", "options": {"warm": "Warm", "cold": "Cold"}}
PAIR = {"id": "pair", "label": "Between", "of": ["allies"], "count": 2}
CARDS = [
    card("A1", choices=[HOST, TARGET], tags=["show"]),
    card("A2", choices=[TONE], tags=["words"]),
    card("A3", choices=[PAIR]),
    card("J1", "JPN", tags=["show"]),
    card("K1", "ROK"),
]
A1 = play("A1", host="JPN", target="PRC")
A2 = play("A2", choices={"tone": "warm"})
A3 = play("A3", choices={"pair": ("JPN", "ROK")})
J1, K1, X = play("J1", "JPN"), play("K1", "ROK"), play("X")


def table(when: dict[str, Any], **parts: Any) -> Table:
    """A table on which X moves ESC when the condition holds."""
    x = card("X", effects=[{"gauge": "ESC", "change": 1, "when": when}])
    return Table(book(moves=[*CARDS, x], **parts))


def holds(on: Table, *plays: PlayedMove) -> bool:
    """Whether X acts when it is played beside these."""
    return "X ESC +1" in on.plays(*(on.state.now.plays), *plays, X).lines()


# --- Play: which moves were played --------------------------------------------------------------


@pytest.mark.parametrize(
    ("test", "passing", "failing"),
    [
        ({"move": "A1"}, A1, A2),
        ({"move": ["A1", "A2"]}, A2, J1),
        ({"not_move": ["A1", "X"]}, A2, A1),
        ({"tag": "show"}, J1, A2),
        ({"tag": ["show", "words"]}, A2, K1),
        ({"seat": "JPN"}, J1, K1),
        ({"seat": "allies"}, K1, A1),
        ({"move": "A1", "channel": "quiet"}, play("A1", channel="quiet", host="JPN"), A1),
        ({"move": "A1", "not_channel": "quiet"}, A1, play("A1", channel="quiet", host="JPN")),
        ({"move": "A1", "host": "JPN"}, A1, play("A1", host="ROK", target="PRC")),
        ({"move": "A1", "host": "allies"}, A1, A2),
        ({"move": "A1", "target": "PRC"}, A1, play("A1", host="JPN", target="DPRK")),
        (
            {"move": "J1", "addressee": "US"},
            play("J1", "JPN", "quiet", addressee="US"),
            play("J1", "JPN", "quiet", addressee="ROK"),
        ),
        (
            {"move": "A2", "signer": ["JPN", "ROK"]},
            play("A2", channel="joint", signers=("ROK", "AUS", "JPN")),
            play("A2", channel="joint", signers=("JPN",)),
        ),
        ({"choice": {"tone": "warm"}}, A2, play("A2", choices={"tone": "cold"})),
        ({"choice": {"pair": "ROK"}}, A3, play("A3", choices={"pair": ("JPN", "AUS")})),
        ({"choice": {"pair": "allies"}}, A3, A2),
        (
            {"move": "A2", "signers_at_least": 2},
            play("A2", channel="joint", signers=("ROK", "AUS")),
            play("A2", channel="joint", signers=("ROK",)),
        ),
        (
            {"move": "A2", "seats_at_least": 3},
            play("A2", channel="joint", signers=("ROK", "AUS")),
            play("A2", channel="joint", signers=("ROK",)),
        ),
    ],
    ids=str,
)
def test_a_play_is_found_by_each_word(
    test: dict[str, Any], passing: PlayedMove, failing: PlayedMove
) -> None:
    when = {"played": {"not_move": "X", **test}}
    assert holds(table(when), passing)
    assert not holds(table(when), failing)
    assert not holds(table(when))


def test_several_plays_must_all_be_found() -> None:
    when = {"played": [{"move": "A1"}, {"move": "J1"}]}
    assert holds(table(when), A1, J1)
    assert not holds(table(when), A1)


def test_so_many_plays_may_be_asked_for() -> None:
    when = {"played": {"tag": "show", "at_least": 2}}
    assert holds(table(when), A1, J1)
    assert not holds(table(when), A1)


@pytest.mark.parametrize(
    ("window", "turns"),
    [
        ({}, {3}),
        ({"window": "this turn"}, {3}),
        ({"window": "earlier"}, {1, 2}),
        ({"window": "ever"}, {1, 2, 3}),
        ({"turns_ago": 0}, {3}),
        ({"turns_ago": 1}, {2}),
        ({"turns_ago": 2}, {1}),
        ({"window": "ever", "within": 1}, {2, 3}),
        ({"window": "earlier", "within": 1}, {2}),
        ({"within": 2}, {1, 2, 3}),
    ],
    ids=str,
)
def test_a_window_looks_at_its_turns_only(window: dict[str, Any], turns: set[int]) -> None:
    found = set()
    for when_played in (1, 2, 3):
        on = table({"played": {"move": "A2", **window}})
        on.plays(*[A2] * (when_played == 1)).turn(*[A2] * (when_played == 2))
        on.turn(*[A2] * (when_played == 3))
        if holds(on):
            found.add(when_played)
    assert found == turns


def test_before_the_first_turn_nothing_was_played() -> None:
    assert not holds(table({"played": {"move": "A2", "window": "earlier"}}))
    assert not holds(table({"played": {"move": "A2", "turns_ago": 3}}))


def test_plays_of_a_window_are_counted_together() -> None:
    on = table({"played": {"move": "A2", "window": "earlier", "at_least": 2}})
    assert not holds(on.plays(A2).turn())
    assert holds(
        table({"played": {"move": "A2", "window": "earlier", "at_least": 2}})
        .plays(A2)
        .turn(A2)
        .turn()
    )


@pytest.mark.parametrize(("between", "stands"), [((), True), ((J1,), False)])
def test_none_since_asks_that_nothing_came_between(
    between: tuple[PlayedMove, ...], stands: bool
) -> None:
    when = {"played": {"move": "A2", "window": "earlier", "within": 2, "none_since": "J1"}}
    assert holds(table(when).plays(A2).turn(*between).turn()) is stands


def test_none_since_counts_this_turn_and_not_the_turn_itself() -> None:
    when = {"played": {"move": "A2", "window": "earlier", "none_since": "J1"}}
    assert not holds(table(when).plays(A2).turn(), J1)
    assert holds(table(when).plays(J1, A2).turn())


# --- Gauges -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("test", "gauges", "expected"),
    [
        ({"gauge": "CAP", "at_least": 6}, {"CAP": 6}, True),
        ({"gauge": "CAP", "at_least": 6}, {"CAP": 5}, False),
        ({"gauge": "CAP", "at_most": 4}, {"CAP": 4}, True),
        ({"gauge": "CAP", "at_most": 4}, {"CAP": 5}, False),
        ({"gauge": "CAP", "at_least": 4, "at_most": 6}, {"CAP": 7}, False),
        ({"family": "assurance", "at_most": 3}, {"aROK": 3}, True),
        ({"family": "assurance", "at_most": 3}, {}, False),
        ({"family": "assurance", "of": "JPN", "at_most": 3}, {"aROK": 3}, False),
        ({"family": "assurance", "of": ["JPN", "ROK"], "at_most": 3}, {"aROK": 3}, True),
        ({"family": "assurance", "of": "all", "at_most": 3}, {"aROK": 3}, True),
        ({"family": "assurance", "is": "any", "at_least": 6}, {"aROK": 6}, True),
        ({"family": "assurance", "is": "every", "at_least": 5}, {}, True),
        ({"family": "assurance", "is": "every", "at_least": 5}, {"aROK": 4}, False),
        (
            {"family": "pressure", "of": "lowest of assurance", "at_least": 6},
            {"aROK": 1, "pROK": 6, "pJPN": 2},
            True,
        ),
        (
            {"family": "pressure", "of": "lowest of assurance", "at_least": 6},
            {"aROK": 1, "pROK": 2, "pJPN": 6},
            False,
        ),
        (
            {"family": "pressure", "of": "lowest of assurance", "is": "every", "at_most": 3},
            {"aROK": 1, "pROK": 2, "pJPN": 6},
            True,
        ),
    ],
    ids=str,
)
def test_a_gauge_is_tested_by_each_word(
    test: dict[str, Any], gauges: dict[str, int], expected: bool
) -> None:
    x = card("X", effects=[{"gauge": "ESC", "change": 1, "when": {"gauge": test}}])
    assert bool(moves(book(moves=[x]), X, **gauges)) is expected


def test_moves_of_one_turn_do_not_see_one_another(  # ruling 3
) -> None:
    when = {"gauge": {"gauge": "CAP", "at_least": 6}}
    first = card("A0", effects=[{"gauge": "CAP", "change": 2}])
    x = card("X", effects=[{"gauge": "ESC", "change": 1, "when": when}])
    assert moves(book(moves=[first, x]), play("A0"), X) == ["A0 CAP +2"]


# --- The turn, marks, lists, injects -------------------------------------------------------------


@pytest.mark.parametrize(
    ("test", "turns"),
    [
        ({"from": 2}, {2, 3, 4}),
        ({"to": 2}, {1, 2}),
        ({"from": 2, "to": 3}, {2, 3}),
        ({"last": True}, {4}),
        ({"last": False}, {1, 2, 3}),
        ({"from": 2, "last": False}, {2, 3}),
    ],
    ids=str,
)
def test_the_number_of_the_turn_is_tested(test: dict[str, Any], turns: set[int]) -> None:
    on, found = table({"turn": test}), set()
    for number in range(1, 5):
        if holds(on):
            found.add(number)
        if number < 4:
            on.plays().turn()
    assert found == turns


MARKED = [card("M1", sets=["flag"]), card("M2", clears=["flag"]), *CARDS]


def mark_table(when: dict[str, Any]) -> Table:
    x = card("X", effects=[{"gauge": "ESC", "change": 1, "when": when}])
    return Table(book(moves=[*MARKED, x]))


def test_a_mark_stands_from_the_turn_in_which_it_is_set() -> None:
    assert holds(mark_table({"mark": {"mark": "flag"}}), play("M1"))
    assert holds(mark_table({"mark": {"mark": "flag"}}).plays(play("M1")).turn().turn())
    assert not holds(mark_table({"mark": {"mark": "flag"}}))


def test_a_mark_of_earlier_is_not_yet_there_when_it_is_set() -> None:
    when = {"mark": {"mark": "flag", "window": "earlier"}}
    assert not holds(mark_table(when), play("M1"))
    assert holds(mark_table(when).plays(play("M1")).turn())


def test_a_mark_is_cleared_only_where_it_stood_before_this_turn() -> None:  # ruling 47
    when = {"mark": {"mark": "flag"}}
    assert holds(mark_table(when), play("M1"), play("M2"))
    assert holds(mark_table(when), play("M2"), play("M1"))
    assert not holds(mark_table(when).plays(play("M1")).turn(play("M2")))
    assert not holds(mark_table(when).plays(play("M1")).turn(play("M2")).turn())


def test_who_cleared_a_mark_still_sees_that_it_stood() -> None:
    when = {"mark": {"mark": "flag", "window": "earlier"}}
    assert holds(mark_table(when).plays(play("M1")).turn(play("M2")))


def list_table(seat: str) -> Table:
    when = {"member": {"seat": seat, "of": "club"}}
    x = card("X", effects=[{"gauge": "ESC", "change": 1, "when": when}])
    club = card("C1", enrols={"club": ["self", "signers"]})
    return Table(book(moves=[club, *CARDS, x]))


def test_a_list_holds_whoever_joined_and_nobody_else() -> None:
    club = play("C1", channel="joint", signers=("ROK",))
    assert holds(list_table("US"), club)
    assert holds(list_table("ROK"), club)
    assert holds(list_table("ROK").plays(club).turn().turn())
    assert not holds(list_table("JPN"), club)
    assert holds(list_table("allies"), club)


def test_a_list_grows_and_nobody_leaves_it() -> None:
    on = list_table("ROK").plays(play("C1", channel="joint", signers=("ROK",)))
    assert holds(on.turn(play("C1", channel="joint", signers=("AUS",))))


@pytest.mark.parametrize(
    ("role", "chosen", "members"),
    [
        ("host", {"host": "ROK", "target": "PRC"}, {"ROK"}),
        ("pair", {"choices": {"pair": ("JPN", "AUS")}, "host": "ROK"}, {"JPN", "AUS"}),
        ("all", {}, {"US", "JPN", "ROK", "AUS"}),
        ("others", {}, {"JPN", "ROK", "AUS"}),
        ("allies", {}, {"JPN", "ROK", "AUS"}),
        ("addressee", {"addressee": "AUS"}, {"AUS"}),
        ("affected", {"host": "ROK"}, {"ROK"}),
    ],
)
def test_every_role_may_join_a_list(role: str, chosen: dict[str, Any], members: set[str]) -> None:
    club = card("C1", choices=[HOST, TARGET, PAIR], affects=["self", "host"], enrols={"club": role})
    on = Table(book(moves=[club])).plays(play("C1", channel="quiet", **chosen))
    assert facts_of(on.book, on.state, 1).members["club"] == members


def test_an_inject_counts_from_its_turn_on() -> None:
    when = {"released": ["I1", "I2"]}
    news = [inject("I1"), inject("I2", turns=(2, 2))]
    assert holds(table(when, injects=news).released("I2"))
    assert holds(table(when, injects=news).released("I1").turn())
    assert not holds(table(when, injects=news))


# --- Asked, objected, in touch -------------------------------------------------------------------


def asked_table(word: str, seat: Any = "JPN", *more: dict[str, Any]) -> Table:
    """A rule looks at every move of the United States: was the seat asked about it?"""
    about = rule(
        "R1",
        for_each_play={"seat": "US", "not_move": "A3"},
        when={word: {"seat": seat, "about": "play"}},
        effects=[{"gauge": "ESC", "change": 1}],
    )
    return Table(book(moves=[*CARDS, *more], rules=[about]))


def test_asked_means_asked_by_its_leader_about_this_very_move() -> None:
    assert asked_table("asked").plays(A1, A2).asked("US", "JPN", "A1").lines() == [
        "R1 via A1 ESC +1"
    ]
    assert asked_table("asked").plays(A1).asked("ROK", "JPN", "A1").lines() == []
    assert asked_table("asked").plays(A1).asked("US", "JPN", "the weather").lines() == []


def test_who_signs_a_move_was_asked_about_it() -> None:
    joint = play("A2", channel="joint", signers=("JPN",))
    assert asked_table("asked").plays(joint).lines() == ["R1 via A2 ESC +1"]


def test_of_several_seats_all_must_have_been_asked() -> None:
    on = asked_table("asked", ["JPN", "ROK"]).plays(A1).asked("US", "JPN", "A1")
    assert on.lines() == []
    assert on.asked("US", "ROK", "A1").lines() == ["R1 via A1 ESC +1"]


def test_a_question_of_an_earlier_turn_is_over() -> None:
    on = asked_table("asked").plays(A1).asked("US", "JPN", "A1").turn(A1)
    assert on.lines() == []


def test_an_objection_is_one_to_the_leader_about_the_move() -> None:
    on = asked_table("objected").plays(A1)
    assert on.asked("US", "JPN", "A1", "accepts").lines() == []
    assert on.asked("US", "ROK", "A1", "objects").lines() == []
    on = asked_table("objected").plays(A1).asked("US", "JPN", "A1", "objects")
    assert on.lines() == ["R1 via A1 ESC +1"]


def test_one_objection_among_several_is_enough() -> None:
    on = asked_table("objected", "allies").plays(A1).asked("US", "ROK", "A1", "objects")
    assert on.lines() == ["R1 via A1 ESC +1"]


def test_signing_withdraws_an_objection() -> None:  # ruling 29
    joint = play("A2", channel="joint", signers=("JPN",))
    assert asked_table("objected").plays(joint).asked("US", "JPN", "A2", "objects").lines() == []


def test_a_card_may_count_as_asking_about_all_its_seat_does() -> None:  # ruling 27, U04
    talk = card("T4", counts_as_asked=[{"who": "signers"}])
    joint = play("T4", channel="joint", signers=("JPN",))
    on = asked_table("asked", "JPN", talk).plays(joint, A1)
    assert on.lines() == ["R1 via A1 ESC +1", "R1 via T4 ESC +1"]
    assert on.turn(A1).lines() == []


def test_a_card_may_count_as_asking_about_one_card_for_two_turns() -> None:  # J05
    word = card("Q1", "JPN", counts_as_asked=[{"who": "self", "about": "A1", "turns": 2}])
    on = asked_table("asked", "JPN", word).plays(play("Q1", "JPN"), A1, A2)
    assert on.lines() == ["R1 via A1 ESC +1"]
    assert on.turn(A1, A2).lines() == ["R1 via A1 ESC +1"]
    assert on.turn(A1, A2).lines() == []


def test_an_objection_stands_where_a_card_counts_as_asking() -> None:  # ruling 29
    talk = card("T4", counts_as_asked=[{"who": "signers"}])
    joint = play("T4", channel="joint", signers=("JPN",))
    on = asked_table("objected", "JPN", talk).plays(joint, A1).asked("US", "JPN", "A1", "objects")
    assert on.lines() == ["R1 via A1 ESC +1"]


def touch_table(turns_ago: int = 0) -> Table:
    talk = card("T4", counts_as_asked=[{"who": "host"}], choices=[HOST])
    when = {"in_touch": {"seat": "JPN", "turns_ago": turns_ago}}
    x = card("X", effects=[{"gauge": "ESC", "change": 1, "when": when}])
    return Table(book(moves=[*CARDS, talk, x]))


@pytest.mark.parametrize(
    ("plays", "asked", "expected"),
    [
        ((), ("ROK", "JPN", "the weather"), True),
        ((), ("JPN", "ROK", "the weather"), False),
        ((play("A2", channel="joint", signers=("JPN",)),), None, True),
        ((play("J1", "JPN", "joint", signers=("ROK",)),), None, True),
        ((J1,), None, False),
        ((play("K1", "ROK", "quiet", addressee="JPN"),), None, False),
        ((play("T4", host="JPN"),), None, True),
        ((play("T4", host="ROK"),), None, False),
    ],
)
def test_in_touch_is_who_was_asked_signed_or_led_jointly(  # ruling 30
    plays: tuple[PlayedMove, ...], asked: tuple[str, str, str] | None, expected: bool
) -> None:
    on = touch_table().plays(*plays)
    if asked:
        on.asked(*asked)
    assert holds(on) is expected


def test_in_touch_may_be_asked_of_the_turn_before() -> None:
    on = touch_table(1).plays(play("J1", "JPN", "joint", signers=("ROK",)))
    assert not holds(on)
    on.plays(play("J1", "JPN", "joint", signers=("ROK",)))
    assert holds(on.turn())
    assert not holds(on.plays().turn())


# --- Any, all, not -------------------------------------------------------------------------------

YES, NO = {"turn": {"to": 9}}, {"turn": {"from": 4}}


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ({}, True),
        ({"any": [NO, YES]}, True),
        ({"any": [NO, NO]}, False),
        ({"all": [YES, YES]}, True),
        ({"all": [YES, NO]}, False),
        ({"not": NO}, True),
        ({"not": YES}, False),
        ({"not": [NO, YES]}, False),
        ({"not": [NO, NO]}, True),
        ({"any": [{"all": [YES, {"not": YES}]}, {"not": {"any": [NO]}}]}, True),
        ({"turn": {"to": 9}, "gauge": {"gauge": "CAP", "at_most": 3}}, False),
        ({"turn": {"to": 9}, "gauge": {"gauge": "CAP", "at_least": 3}}, True),
    ],
    ids=str,
)
def test_words_nest(when: dict[str, Any], expected: bool) -> None:
    assert holds(table(when)) is expected


# --- What the reader refuses ---------------------------------------------------------------------


@pytest.mark.parametrize("word", ["host", "signers", "affected", "addressee", "pair"])
def test_a_need_cannot_speak_of_who_is_chosen_on_its_card(word: str) -> None:
    need = {"when": {"gauge": {"family": "assurance", "of": word, "at_least": 5}}, "say": "No."}
    found = faults_of(moves=[card("X", choices=[HOST, PAIR], affects=["host"], needs=[need])])
    assert len(found) == 1
    assert f"Nobody is '{word}' yet where this is asked." in found[0]


@pytest.mark.parametrize("word", ["self", "others"])
def test_without_a_card_there_is_no_self_and_no_others(word: str) -> None:
    when = {"gauge": {"family": "assurance", "of": word, "at_least": 5}}
    assert (
        len(
            faults_of(
                combinations=[combination("S1", when, effects=[{"gauge": "ESC", "change": 1}])]
            )
        )
        == 1
    )


@pytest.mark.parametrize("name", ["each", "JPN", "allies"])
def test_a_choice_of_seats_may_be_asked_by_any_name_of_seats(name: str) -> None:
    chosen = {"played": {"move": "A3", "choice": {"pair": name}}}
    law = combination("S1", chosen, for_each="allies", effects=[{"gauge": "ESC", "change": 1}])
    assert faults_of(moves=CARDS, combinations=[law]) == []
    lines = moves(book(moves=CARDS, combinations=[law]), A3)
    assert lines == [{"each": "S1 ESC +2", "JPN": "S1 ESC +3", "allies": "S1 ESC +3"}[name]]


def test_a_choice_of_options_cannot_be_asked_by_a_name_of_seats() -> None:
    chosen = {"played": {"move": "A2", "choice": {"tone": "each"}}}
    law = combination("S1", chosen, for_each="allies", effects=[{"gauge": "ESC", "change": 1}])
    assert len(faults_of(moves=CARDS, combinations=[law])) == 1
