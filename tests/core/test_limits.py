"""Limits, bounds, order, and what the white cell's rulings do to them: rulings 6 to 10, 33, 34, 99
to 102 as examples.
"""

from __future__ import annotations

from typing import Any

import pytest

from app.core.book import Book
from app.core.values import Stage
from tests.core.small import Table, book, card, ceiling, combination, moves, play, rule, swings

R5 = swings("R5", {"family": "assurance", "rise": 1, "fall": 2}, {"rise": 2, "fall": 2})
R6 = ceiling("R6")


def pusher(*changes: tuple[str, int], **parts: Any) -> Book:
    """A deck whose card Cn moves one gauge by so much: C1 the first, C2 the second …"""
    cards = [
        card(f"C{i}", effects=[{"gauge": gauge, "change": change}])
        for i, (gauge, change) in enumerate(changes, 1)
    ]
    return book(moves=cards or [card("C0")], **parts)


def pushed(*changes: tuple[str, int], **parts: Any) -> Table:
    """A first turn in which all of these cards are played. Gauges by name, deck parts beside."""
    gauges = {name: parts.pop(name) for name in tuple(parts) if isinstance(parts[name], int)}
    plays = [play(f"C{i}") for i in range(1, len(changes) + 1)]
    return Table(pusher(*changes, **parts), **gauges).plays(*plays)


def limits(on: Table) -> list[str]:
    return [line for line in on.lines() if not line.startswith("C")]


# --- The limit of a turn's swing (ruling 33) ------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([("aJPN", 1), ("aJPN", 1), ("aJPN", 1)], ["R5 aJPN -2"]),
        ([("aJPN", -1), ("aJPN", -2)], ["R5 aJPN +1"]),
        ([("aJPN", 1)], []),
        ([("aJPN", -2)], []),
        ([("aJPN", 3), ("aJPN", -2)], []),
        ([("ESC", 2)], []),
        ([("ESC", 3)], ["R5 ESC -1"]),
        ([("ESC", -4)], ["R5 ESC +2"]),
    ],
    ids=str,
)
def test_a_swing_limit_takes_back_what_is_too_much(
    changes: list[tuple[str, int]], expected: list[str]
) -> None:
    assert limits(pushed(*changes, swing_limits=[R5])) == expected


def test_the_first_swing_that_names_a_gauge_holds() -> None:
    by_name = swings(
        "R5",
        {"gauge": "INT", "rise": 3, "fall": 3},
        {"family": "open", "rise": 1, "fall": 1},
        {"rise": 2, "fall": 2},
    )
    changes = [("INT", 3), ("ESC", 2), ("aJPN", 2), ("aROK", 3)]
    assert limits(pushed(*changes, swing_limits=[by_name])) == ["R5 aROK -1", "R5 ESC -1"]


def test_a_second_limit_sees_what_the_first_left() -> None:
    both = [swings("L1", {"rise": 1, "fall": 9}), swings("L2", {"rise": 2, "fall": 9})]
    assert limits(pushed(("ESC", 4), swing_limits=both)) == ["L1 ESC -3"]
    assert limits(pushed(("ESC", 4), swing_limits=both[::-1])) == ["L2 ESC -2", "L1 ESC -1"]


def test_a_limit_counts_rules_and_combinations_and_leaves_out_what_was_taken() -> None:
    law = rule("R1", for_each_play={"move": "C1"}, effects=[{"gauge": "ESC", "change": 1}])
    plus = combination("S1", {"played": {"move": "C1"}}, effects=[{"gauge": "ESC", "change": 1}])
    on = pushed(("ESC", 1), swing_limits=[R5], rules=[law], combinations=[plus])
    assert limits(on) == ["R1 via C1 ESC +1", "S1 ESC +1", "R5 ESC -1"]
    taker = combination("N1", {"played": {"move": "C1"}}, takes=[{"from": "S1"}])
    on = pushed(("ESC", 1), swing_limits=[R5], rules=[law], combinations=[plus, taker])
    assert limits(on) == ["R1 via C1 ESC +1", "S1 ESC +1 → 0 by N1"]


# --- The ceiling (ruling 34) ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "change", "end"),
    [(5, 2, 6), (6, 2, 6), (8, 1, 8), (8, -1, 7), (4, 2, 6), (3, 2, 5)],
)
def test_a_ceiling_cuts_the_rise_and_never_lowers(start: int, change: int, end: int) -> None:
    on = pushed(("INT", change), ceilings=[R6], swing_limits=[R5], INT=start)
    assert on.ledger().gauges["INT"] == end


def test_a_ceiling_reads_the_lowest_as_it_stood_after_brief() -> None:
    on = pushed(("INT", 2), ("aROK", 2), ceilings=[R6], INT=4, aROK=4)
    assert limits(on) == ["R6 INT -1"]


def test_a_ceiling_cuts_what_the_swing_limit_left() -> None:
    on = pushed(("INT", 3), ceilings=[R6], swing_limits=[R5], INT=4, aROK=4)
    assert limits(on) == ["R5 INT -1", "R6 INT -1"]


def test_a_second_ceiling_sees_what_the_first_left() -> None:
    both = [R6, ceiling("R66", plus=1)]
    assert limits(pushed(("INT", 2), ceilings=both, INT=6)) == ["R6 INT -2"]


# --- Bounds (ruling 6) ----------------------------------------------------------------------------

FADES = rule("R7", "close", effects=[{"gauge": "aJPN", "change": -1}])


def test_bounds_end_every_stage_not_only_the_turn() -> None:
    on = pushed(("aJPN", 1), rules=[FADES], aJPN=10)
    assert on.lines(None) == ["C1 aJPN +1", "bounds aJPN -1", "R7 aJPN -1"]
    assert on.ledger().gauges["aJPN"] == 9


def test_bounds_hold_at_the_bottom_and_at_the_close() -> None:
    on = pushed(("aJPN", -1), rules=[FADES], aJPN=0)
    assert on.lines() == ["C1 aJPN -1", "bounds aJPN +1"]
    assert on.close() == ["R7 aJPN -1", "bounds aJPN +1"]


def test_inside_a_stage_a_gauge_may_run_past_its_end() -> None:  # ruling 9
    on = pushed(("ESC", 2), ("ESC", -1), ESC=9)
    assert [(line.before, line.after) for line in on.ledger().lines] == [(9, 11), (11, 10)]


# --- Order (ruling 10) ----------------------------------------------------------------------------


def test_lines_stand_by_step_seat_card_and_gauge() -> None:
    up = [{"gauge": "ESC", "change": 1}, {"gauge": "aJPN", "change": 1}]
    rows = [("K1", "ROK"), ("U2", "US"), ("U1", "US"), ("J1", "JPN")]
    joint = rule("R3", for_each_play={"seat": "all"}, effects=[{"gauge": "INT", "change": 1}])
    every = {"turn": {"from": 1}}
    cap = [{"gauge": "CAP", "change": 1}]
    deck = book(
        moves=[card(name, seat, effects=up) for name, seat in rows],
        rules=[joint],
        combinations=[combination(name, every, effects=cap) for name in ("N1", "S1")],
    )
    plays = [play("J1", "JPN"), play("U1"), play("K1", "ROK"), play("U2")]
    order = ["U2", "U1", "J1", "K1"]
    assert moves(deck, *plays) == [
        *(f"{name} {gauge} +1" for name in order for gauge in ("aJPN", "ESC")),
        *(f"R3 via {name} INT +1" for name in order),
        "N1 CAP +1",
        "S1 CAP +1",
    ]


def test_the_order_of_the_hand_in_does_not_matter() -> None:
    deck = pusher(("ESC", 1), ("ESC", 1), swing_limits=[R5])
    one, two = play("C1"), play("C2")
    assert Table(deck).plays(one, two).ledger() == Table(deck).plays(two, one).ledger()


def test_before_and_after_run_from_line_to_line() -> None:
    on = pushed(("aJPN", 1), ("aJPN", 1), ("aJPN", 1), swing_limits=[R5], rules=[FADES])
    runs = [(line.before, line.after) for line in on.ledger().lines]
    assert runs == [(5, 6), (6, 7), (7, 8), (8, 6), (6, 5)]


# --- Rulings (99–101) -----------------------------------------------------------------------------

C1 = "moves/printed/C1//aJPN"
C2 = "moves/printed/C2//aJPN"
R5_LINE = "moves/limit/R5//aJPN"
THREE = [("aJPN", 1), ("aJPN", 1), ("aJPN", 1)]


def test_a_cancelled_line_lets_the_limit_be_worked_out_again() -> None:
    on = pushed(*THREE, swing_limits=[R5]).rules((C1, 0))
    assert on.lines() == ["C1 aJPN +1 ruled 0", "C2 aJPN +1", "C3 aJPN +1", "R5 aJPN -1"]
    assert on.after() == {"aJPN": 6}


def test_a_cancelled_limit_lets_everything_through() -> None:
    on = pushed(*THREE, swing_limits=[R5]).rules((R5_LINE, 0))
    assert on.lines()[-1] == "R5 aJPN -2 ruled 0"
    assert on.after() == {"aJPN": 8}


def test_a_cancelled_limit_leaves_the_ceiling() -> None:
    on = pushed(("INT", 4), swing_limits=[R5], ceilings=[R6]).rules(("moves/limit/R5//INT", 0))
    assert on.lines() == ["C1 INT +4", "R5 INT -2 ruled 0", "R6 INT -3"]


def test_combinations_are_not_worked_out_again() -> None:
    plus = combination("S1", {"played": {"move": "C1"}}, effects=[{"gauge": "ESC", "change": 1}])
    on = pushed(("aJPN", 1), combinations=[plus]).rules((C1, 0))
    assert on.lines() == ["C1 aJPN +1 ruled 0", "S1 ESC +1"]


def test_close_is_worked_out_again_after_a_ruling() -> None:
    when = {"gauge": {"gauge": "aJPN", "at_least": 6}}
    fades = rule("R7", "close", effects=[{"gauge": "pJPN", "change": 1, "when": when}])
    on = pushed(("aJPN", 1), rules=[fades])
    assert on.close() == ["R7 pJPN +1"]
    assert on.rules((C1, 0)).close() == []


def test_added_lines_follow_the_ceiling_and_only_bounds_hold_them() -> None:
    on = pushed(("INT", 1), ceilings=[R6], swing_limits=[R5], INT=6).adds(("INT", 1), ("INT", 1))
    assert on.lines() == ["C1 INT +1", "R6 INT -1", "W INT +1", "W INT +1"]
    assert pushed(INT=10).adds(("INT", 1)).lines() == ["W INT +1", "bounds INT -1"]


def test_added_lines_stand_in_the_order_in_which_they_were_entered() -> None:
    assert pushed().adds(("ESC", 1), ("aJPN", -1)).lines() == ["W ESC +1", "W aJPN -1"]


def test_a_ruled_line_keeps_what_was_asked_and_made() -> None:
    line = pushed(("aJPN", 1)).rules((C1, 2)).ledger().lines[0]
    assert (line.asked, line.made, line.ruled, line.change) == (1, 1, 2, 2)
    assert (line.before, line.after, line.reason) == (5, 7, "A reason.")


def test_a_ruling_may_put_back_what_was_taken_away() -> None:
    taker = combination("N1", {"turn": {"from": 1}}, takes=[{"from": "C1"}])
    on = pushed(("aJPN", 1), combinations=[taker]).rules((C1, 1))
    assert on.lines() == ["C1 aJPN +1 → 0 by N1 ruled 1"]
    assert on.after() == {"aJPN": 6}


def test_a_ruling_on_a_line_that_is_gone_does_nothing() -> None:
    on = pushed(*THREE, swing_limits=[R5]).rules((C1, 0), (C2, 0), (R5_LINE, 0))
    assert on.lines() == ["C1 aJPN +1 ruled 0", "C2 aJPN +1 ruled 0", "C3 aJPN +1"]


def test_in_free_adjudication_moves_count_nothing_and_the_rest_runs() -> None:  # ruling 100
    on = pushed(*THREE, swing_limits=[R5], rules=[FADES]).adds(("aJPN", 3))
    lines = on.ledger(is_free=True).lines
    assert [(x.cause, x.made, x.cut_by) for x in lines if x.step == "printed"] == [
        ("C1", 0, "free"),
        ("C2", 0, "free"),
        ("C3", 0, "free"),
    ]
    assert [(x.stage, x.cause, x.made) for x in lines if x.step != "printed"] == [
        (Stage.MOVES, "W", 3),
        (Stage.CLOSE, "R7", -1),
    ]


def test_in_free_adjudication_a_bonus_once_a_turn_is_one_line() -> None:
    gain = [{"family": "assurance", "of": "signers", "change": 1}]
    bonus = rule("R1", for_each_play={"channel": "joint"}, once_a_turn=True, effects=gain)
    deck = book(moves=[card("C1"), card("C2")], rules=[bonus])
    on = Table(deck).plays(*(play(c, channel="joint", signers=("JPN",)) for c in ("C1", "C2")))
    assert [x.key for x in on.ledger(is_free=True).lines] == ["moves/channel/R1/C1/aJPN"]


def test_a_line_is_named_by_stage_step_cause_via_and_gauge() -> None:
    law = rule("R1", for_each_play={"move": "C1"}, effects=[{"gauge": "ESC", "change": 1}])
    keys = [line.key for line in pushed(("aJPN", 1), rules=[law, FADES]).ledger().lines]
    assert keys == [C1, "moves/channel/R1/C1/ESC", "close/step-R7/R7//aJPN"]
