"""Rulings 37 to 43: the rest of the limits, and free moves."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.core.values import Argument, FreeMove
from tests.rulings.free_moves import PATROL, argue, free, thrown
from tests.rulings.table import Table, play

HOME = {"towards": "home"}
FADES_AT_START = """
    close R7 aJP -1    6>5
    close R7 aAU -1    6>5
    close R8 dPRC -1   5>4
    close R8 dDPRK -1  5>4
"""
"""Close on the start values where nobody was in touch: 6 and 6 fade, the ROK stands at 5."""


# --- 37: R9 ------------------------------------------------------------------------------------


def test_ruling_037_publics_follow_doubt_and_confidence() -> None:
    """Given Assurance 2, 3 and 7, Australia consulted; when the turn closes; then Japan's
    Pressure rises, the ROK's stays, Australia's falls."""
    game = Table(turn=3, gauges={"aJP": 2, "aKR": 3, "aAU": 7})
    game.consult("US", "AUS", "the harbours", "accepts")
    game.expect("""
        close R8 dPRC -1   5>4
        close R8 dDPRK -1  5>4
        close R9 pJP +1    4>5
        close R9 pAU -1    3>2
    """)


def test_ruling_037_publics_follow_at_both_ends_of_the_scale() -> None:
    """Given Assurance 0, 10 and 6, all asked; when the turn closes; then up, down, and nothing."""
    game = Table(turn=3, gauges={"aJP": 0, "aKR": 10, "aAU": 6})
    for ally in ("JPN", "ROK", "AUS"):
        game.consult("US", ally, "the year ahead")
    game.expect("""
        close R8 dPRC -1   5>4
        close R8 dDPRK -1  5>4
        close R9 pJP +1    4>5
        close R9 pKR -1    5>4
    """)


def test_ruling_037_publics_follow_reads_after_the_fading() -> None:
    """Given Assurance 7 and 8, nobody in touch; when R7 has made them 6 and 7; then only the
    public of the one at 7 is calmer."""
    game = Table(turn=3, gauges={"aJP": 7, "aKR": 8, "aAU": 5})
    game.expect("""
        close R7 aJP -1    7>6
        close R7 aKR -1    8>7
        close R8 dPRC -1   5>4
        close R8 dDPRK -1  5>4
        close R9 pKR -1    5>4
    """)


# --- 38: R10 -----------------------------------------------------------------------------------


def test_ruling_037_below_the_scale_is_still_doubting() -> None:
    """Given the ROK at 0 and its request of last turn unanswered; when K04 takes 1 more at Close;
    then its Assurance stands at −1 inside the stage, and R9 reads it as 0: Pressure +1.
    """
    game = Table(turn=3, gauges={"aKR": 0})
    game.earlier(2, play("K04", "solo"))
    # −1 by K04; R9: 0 to 2, so +1 on top of K04's own +1; bounds bring Assurance back.
    game.expect_gauge("aKR", "close K04 aKR -1 0>-1\nbounds bounds aKR +1 -1>0")
    game.expect_gauge("pKR", "close K04 pKR +1 5>6\nclose R9 pKR +1 6>7")


def test_ruling_038_heat_at_eight_without_a_show_does_both() -> None:
    """Given Escalation 8 and no move; when the turn closes; then every Assurance and Escalation
    itself fall by one: it was read once for both."""
    game = Table(turn=3, gauges={"ESC": 8})
    game.expect(
        FADES_AT_START
        + """
        close R10 aJP -1   5>4
        close R10 aKR -1   5>4
        close R10 aAU -1   5>4
        close R10 ESC -1   8>7
    """
    )


def test_ruling_038_heat_at_eight_with_a_show_does_not_cool() -> None:
    """Given Escalation 8 and a show move; when the turn closes; then only Assurance falls."""
    game = Table(turn=3, gauges={"ESC": 8})
    game.play("K01", "solo")
    game.expect(
        """
        printed K01 pKR -1  5>4
        printed K01 INT +1  3>4
        """
        + FADES_AT_START
        + """
        close R10 aJP -1   5>4
        close R10 aKR -1   5>4
        close R10 aAU -1   5>4
    """
    )


@pytest.mark.parametrize(
    ("heat", "cooling"),
    [(7, "close R10 ESC -1 7>6"), (4, "close R10 ESC -1 4>3"), (3, "")],
)
def test_ruling_038_heat_below_eight_only_cools_and_not_below_four(heat: int, cooling: str) -> None:
    """Given Escalation 7, 4 or 3 and no move; when the turn closes; then it cools above 3."""
    game = Table(turn=3, gauges={"ESC": heat})
    game.expect(FADES_AT_START + cooling)


def test_ruling_038_heat_is_read_after_moves_upwards() -> None:
    """Given Escalation 7 and J02 Solo (+1); when the turn closes; then 8 hurts, and a unilateral
    move lets nothing cool."""
    game = Table(turn=3, gauges={"ESC": 7})
    game.play("J02", "solo")
    game.expect("""
        printed J02 pJP -1    4>3
        printed J02 dPRC +1   5>6
        printed J02 dDPRK +1  5>6
        printed J02 INT -1    3>2
        printed J02 ESC +1    7>8
        close R7 aJP -1       6>5
        close R7 aAU -1       6>5
        close R8 dPRC -1      6>5
        close R8 dDPRK -1     6>5
        close R10 aJP -1      5>4
        close R10 aKR -1      5>4
        close R10 aAU -1      5>4
    """)


def test_ruling_038_heat_is_read_after_moves_downwards() -> None:
    """Given Escalation 9 and talks that take 2; when the turn closes; then 7 hurts nobody."""
    game = Table(turn=3, gauges={"ESC": 9})
    game.play("U11", "joint", signers="JPN", choices={"adversaries": "DPRK"})
    game.expect("""
        printed U11 aKR -1     5>4
        printed U11 aAU -1     6>5
        printed U11 ESC -2     9>7
        printed U11 CAP +1     6>7
        channel R3/U11 aJP +1  6>7
        close R8 dPRC -1       5>4
        close R8 dDPRK -1      5>4
        close R9 pJP -1        4>3     # Japan signed, stays at 7
        close R10 ESC -1       7>6
    """)


def test_ruling_038_heat_cools_beside_a_show_that_nobody_saw() -> None:
    """Given Escalation 4 and J01 Quiet, or Solo; when the turn closes; then it cools, or not."""
    quiet = Table(turn=3, gauges={"ESC": 4})
    quiet.play("J01", "quiet", addressee="US")
    quiet.expect(
        """
        printed J01 pJP +1=0 R3  4>4
        printed J01 INT +1       3>4
        """
        + FADES_AT_START
        + "close R10 ESC -1 4>3"
    )
    seen = Table(turn=3, gauges={"ESC": 4})
    seen.play("J01", "solo")
    seen.expect("printed J01 pJP +1 4>5\n printed J01 INT +1 3>4" + FADES_AT_START)


# --- 39: R11 -----------------------------------------------------------------------------------

DEAR: list[tuple[str, str, dict[str, Any]]] = [
    ("U02", "solo", {}),
    ("U05", "solo", {}),
    ("U07", "solo", {}),
    ("U08", "joint", {"signers": "JPN"}),
    ("U10", "solo", {"host": "JPN", "target": "PRC"}),
]


@pytest.mark.parametrize(("move", "channel", "more"), DEAR, ids=[row[0] for row in DEAR])
def test_ruling_039_capital_is_needed(move: str, channel: str, more: dict[str, Any]) -> None:
    """Given Capital 0 after Brief, or 1; when a card that costs Capital is tried; then no, or
    yes."""
    assert Table(turn=3, gauges={"CAP": 0}).reasons(move, channel, **more) != []
    assert Table(turn=3, gauges={"CAP": 1}).reasons(move, channel, **more) == []


def test_ruling_039_capital_is_needed_for_worn_words_too() -> None:
    """Given Capital 0 and U05 last turn, so that it would be worn and cost nothing; when it is
    tried; then no."""
    game = Table(turn=3, gauges={"CAP": 0})
    game.earlier(2, play("U05"))
    assert game.reasons("U05", "solo") != []


def test_ruling_039_capital_is_not_needed_for_the_other_cards() -> None:
    """Given Capital 0; when the US cards that cost none are tried; then every one may be played."""
    game = Table(turn=3, gauges={"CAP": 0})
    assert game.reasons("U01", "solo", host="JPN", target="PRC") == []
    assert game.reasons("U03", "solo") == []
    assert game.reasons("U04", "joint", signers="JPN") == []
    assert game.reasons("U06", "solo") == []
    assert game.reasons("U09", "joint", signers="JPN") == []
    assert game.reasons("U11", "solo", choices={"adversaries": "PRC"}) == []
    assert game.reasons("U12", "solo", choices=HOME) == []


def test_ruling_039_capital_of_one_pays_for_two() -> None:
    """Given Capital 1; when U05 and U07 are both played; then both may, and bounds stop at 0."""
    game = Table(turn=3, gauges={"CAP": 1})
    game.play("U05", "solo")
    game.play("U07", "solo")
    assert game.closing() == []
    # each Assurance: +1 +1, so R5 takes one back
    game.expect(
        """
        printed U05 aJP +1    6>7
        printed U05 aKR +1    5>6
        printed U05 aAU +1    6>7
        printed U05 dDPRK +1  5>6
        printed U05 CAP -1    1>0
        printed U07 aJP +1    7>8
        printed U07 aKR +1    6>7
        printed U07 aAU +1    7>8
        printed U07 CAP -1    0>-1
        limit R5 aJP -1       8>7
        limit R5 aKR -1       7>6
        limit R5 aAU -1       8>7
        bounds bounds CAP +1  -1>0
    """,
        "moves",
    )


# --- 40: R12 -----------------------------------------------------------------------------------


def test_ruling_040_mandate_keeps_an_ally_from_the_integration_ask() -> None:
    """Given Pressure 9 in Japan; when it would co-sign; then not U09, but any other move."""
    game = Table(turn=3, gauges={"pJP": 9})
    assert game.reasons("U09", "joint", signers="JPN") != []
    assert game.reasons("U09", "joint", signers=["JPN", "ROK"]) != []
    assert game.reasons("U09", "joint", signers="ROK") == []
    assert game.reasons("U08", "joint", signers="JPN") == []
    assert game.reasons("A07", "joint", signers="JPN") == []


@pytest.mark.parametrize(("ally", "gauge"), [("JPN", "pJP"), ("ROK", "pKR"), ("AUS", "pAU")])
def test_ruling_040_mandate_begins_at_nine(ally: str, gauge: str) -> None:
    """Given an ally at Pressure 8, 9 or 10; when it would co-sign U09; then yes, no, no."""
    legal = [
        Table(turn=3, gauges={gauge: value}).reasons("U09", "joint", signers=ally) == []
        for value in (8, 9, 10)
    ]
    assert legal == [True, False, False]


def test_ruling_040_mandate_keeps_japan_from_renewing_restraint() -> None:
    """Given Pressure 9 in Japan, or 8; when J08 is tried in either channel; then no, or yes. Its
    other cards are free, and the ROK's Pressure does not count."""
    full = Table(turn=3, gauges={"pJP": 9, "pKR": 8})
    assert full.reasons("J08", "solo") != []
    assert full.reasons("J08", "joint", signers="US") != []
    assert full.reasons("J04", "solo") == []
    assert Table(turn=3, gauges={"pJP": 8, "pKR": 9}).reasons("J08", "solo") == []


def test_ruling_040_mandate_keeps_the_rok_from_renewing_the_pledge() -> None:
    """Given Pressure 9 in the ROK, or 8; when K08 is tried; then no, or yes."""
    pledge: dict[str, Any] = {"channel": "joint", "signers": ["US", "JPN"]}
    assert Table(turn=3, gauges={"aKR": 6, "pKR": 9}).reasons("K08", **pledge) != []
    assert Table(turn=3, gauges={"aKR": 6, "pKR": 8, "pJP": 9}).reasons("K08", **pledge) == []


# --- 41 to 43: R14 -----------------------------------------------------------------------------


def argued(card: FreeMove, argument: Argument, **more: Any) -> Table:
    """A table in turn 3 at which one free move was written, handed in and argued."""
    game = Table(turn=3)
    game.do(free(card))
    argue(game, argument, **more)
    return game


@pytest.mark.parametrize(("cost", "lawful"), [(0, False), (1, True), (3, True), (4, False)])
def test_ruling_041_a_free_move_costs_one_to_three(cost: int, lawful: bool) -> None:
    """Given a free move that costs 0, 1, 3 or 4; when it is handed in; then only 1 to 3 will do."""
    game, action = Table(turn=3), free(replace(PATROL, cost=cost))
    if lawful:
        game.do(action)
        assert game.closing() == []
        assert game.effort("JPN") == (4, cost)
    else:
        game.refused(action)


def test_ruling_041_a_free_move_counts_as_a_move() -> None:
    """Given a free move beside one card of Japan, or two; when the hand-in would close; then yes,
    or no: an ally leads two moves."""
    game = Table(turn=3)
    game.play("J04", "solo")
    game.do(free(PATROL))
    assert game.closing() == []
    assert game.reasons("J01", "solo") == ["Japan may lead 2 moves."]
    game = Table(turn=3)
    game.play("J04", "solo")
    game.play("J01", "solo")
    assert game.closing() == []
    game.do(free(PATROL))
    assert "X1: Japan may lead 2 moves." in game.closing()


def test_ruling_041_a_free_move_has_a_channel() -> None:
    """Given a free move Joint without a signature, and with one; when it closes; then it needs one,
    and the signer has its Joint +1."""
    game = Table(turn=3)
    game.do(free(PATROL, "joint", asked="ROK"))
    assert game.closing() != []
    game = Table(turn=3)
    game.do(free(PATROL, "joint", signers="ROK"))
    assert game.closing() == []
    assert game.effort("ROK") == (4, 1)
    argue(game, thrown(6, 4))
    game.expect(
        """
        printed X1 dPRC +1    5>6
        channel R3/X1 aKR +1  5>6
    """,
        "moves",
    )


def test_ruling_041_the_white_cell_names_whom_a_free_move_affects() -> None:
    """Given a US free move, Solo, that affects Japan and the ROK, and Japan was asked; when the
    ledger is made; then the ROK alone loses by R4."""
    game = Table(turn=3)
    game.do(free(replace(PATROL, seat="US", affects=("JPN", "ROK"), tensions=("T08",))))
    game.consult("US", "JPN", "X1", "accepts")
    argue(game, thrown(6, 6))
    game.expect(
        """
        printed X1 dPRC +1    5>6
        channel R4/X1 aKR -1  5>4
    """,
        "moves",
    )
    assert game.ledger("moves")[0].tensions == ("T08",)


@pytest.mark.parametrize("dice", [(6, 4), (6, 6)])
def test_ruling_042_a_free_move_at_ten_has_its_step(dice: tuple[int, ...]) -> None:
    """Given a throw of 10 or 12; when the ledger is made; then one gauge moves one step."""
    argued(PATROL, thrown(*dice)).expect("printed X1 dPRC +1 5>6", "moves")


@pytest.mark.parametrize("dice", [(5, 4), (4, 3)])
def test_ruling_042_a_free_move_at_seven_to_nine_has_a_catch(dice: tuple[int, ...]) -> None:
    """Given a throw of 9 or 7 and the catch that Japan's Pressure rises; when the ledger is made;
    then both steps stand."""
    game = argued(PATROL, thrown(*dice), catch=("pJP", 1))
    game.expect("printed X1 pJP +1 4>5\n printed X1 dPRC +1 5>6", "moves")


@pytest.mark.parametrize("dice", [(3, 3), (4, 1)])
def test_ruling_042_a_free_move_at_five_or_six_does_nothing(dice: tuple[int, ...]) -> None:
    """Given a throw of 6 or 5; when the ledger is made; then there is no line."""
    argued(PATROL, thrown(*dice)).expect("", "moves")


def test_ruling_042_strong_reasons_count_and_weak_ones_do_not() -> None:
    """Given a throw of 9 and one strong reason for it, then one weak one; when the ledger is made;
    then 10 has no catch and 9 has one. Three strong reasons against make 12 a 9."""
    argued(PATROL, thrown(5, 4, pros=(True,))).expect("printed X1 dPRC +1 5>6", "moves")
    caught = "printed X1 dPRC +1 5>6\n printed X1 ESC +1 3>4"
    argued(PATROL, thrown(5, 4, pros=(False,)), catch=("ESC", 1)).expect(caught, "moves")
    against = thrown(6, 6, cons=(True, True, True))
    argued(PATROL, against, catch=("ESC", 1)).expect(caught, "moves")


def test_ruling_042_two_gauges_if_it_cost_two() -> None:
    """Given a free move that wants two gauges; when it costs 2, or 1; then both move, or it may
    not."""
    both = replace(PATROL, cost=2, wants=(("dPRC", 1), ("ESC", -1)))
    argued(both, thrown(6, 4)).expect("printed X1 dPRC +1 5>6\n printed X1 ESC -1 3>2", "moves")
    Table(turn=3).refused(free(replace(both, cost=1)))


def test_ruling_042_a_free_move_stands_last_and_under_the_limits() -> None:
    """Given Integration 6, the lowest Assurance 5, and a Japanese free move for Assurance beside
    U05 and J01; when the ledger is made; then its lines stand after J01's and R5 takes one back."""
    game = Table(turn=3, gauges={"INT": 6})
    game.play("U05", "solo")
    game.play("J01", "solo")
    game.do(free(replace(PATROL, wants=(("aJP", 1),))))
    argue(game, thrown(5, 5))
    game.expect(
        """
        printed U05 aJP +1    6>7
        printed U05 aKR +1    5>6
        printed U05 aAU +1    6>7
        printed U05 dDPRK +1  5>6
        printed U05 CAP -1    6>5
        printed J01 pJP +1    4>5
        printed J01 INT +1    6>7
        printed X1 aJP +1     7>8
        limit R5 aJP -1       8>7
        ceiling R6 INT -1     7>6
    """,
        "moves",
    )


def test_ruling_042_a_free_move_for_integration_meets_the_ceiling() -> None:
    """Given Integration 6 and the lowest Assurance 5; when a free move has its step; then R6 takes
    it back."""
    game = Table(turn=3, gauges={"INT": 6})
    game.do(free(replace(PATROL, wants=(("INT", 1),))))
    argue(game, thrown(6, 5))
    game.expect("printed X1 INT +1 6>7\n ceiling R6 INT -1 7>6", "moves")


@pytest.mark.parametrize("dice", [(3, 1), (1, 1)])
def test_ruling_043_a_low_roll_goes_the_wrong_way(dice: tuple[int, ...]) -> None:
    """Given a throw of 4 or 2; when the ledger is made; then the wanted gauge moves one step the
    wrong way, whichever way that is."""
    argued(PATROL, thrown(*dice)).expect("printed X1 dPRC -1 5>4", "moves")
    calmer = replace(PATROL, wants=(("pJP", -1),))
    argued(calmer, thrown(*dice)).expect("printed X1 pJP +1 4>5", "moves")


def test_ruling_043_reasons_against_make_a_roll_low() -> None:
    """Given a throw of 5 with a strong reason against it; when the ledger is made; then 4
    backfires."""
    game = argued(PATROL, thrown(3, 2, cons=(True,)))
    game.expect("printed X1 dPRC -1 5>4", "moves")


@pytest.mark.parametrize(
    ("fingers", "hand"),
    [
        ((5, 6, 9), "printed X1 dPRC +1 5>6"),
        ((6, 6), "printed X1 dPRC +1 5>6"),
        ((5, 6), ""),  # 5.5
        ((0, 5, 10), ""),
        ((0, 0, 1), ""),  # nothing backfires without dice
    ],
)
def test_ruling_043_diceless(fingers: tuple[int, ...], hand: str) -> None:
    """Given a median of 6 or more, or less; when it is argued without dice; then the full result,
    or nothing."""
    shown = Argument("JPN", "Patrol together", "Beijing takes note", likelihoods=fingers)
    argued(PATROL, shown).expect(hand, "moves")
