"""Rulings 37 to 50: the rest of the limits, free moves, and the first of the cards."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.core import actions as do
from app.core.values import Argument, FreeMove, Phase
from tests.rulings.table import Table, book_of, play

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

PATROL = FreeMove("", "JPN", "Joint patrol", "Patrol together.", 1, (("dPRC", 1),))


def free(card: FreeMove, channel: str = "solo", **more: Any) -> do.WriteFreeMove:
    """A seat writes a card of its own and hands it in."""
    handed_in = play("", channel, seat=card.seat, **more).played(book_of())
    return do.WriteFreeMove(card, handed_in)


def argued(card: FreeMove, argument: Argument, **more: Any) -> Table:
    """A table in turn 3 at which one free move was written, handed in and argued."""
    game = Table(turn=3)
    game.do(free(card))
    argue(game, argument, **more)
    return game


def argue(game: Table, argument: Argument, **more: Any) -> None:
    """The first free move is settled by this argument."""
    game.to(Phase.ADJUDICATE)
    game.do(do.ArgueFreeMove("X1", argument, **more))


def thrown(*dice: int, pros: tuple[bool, ...] = (), cons: tuple[bool, ...] = ()) -> Argument:
    """A throw, with reasons for and against: strong (True) or weak."""
    return Argument(
        "JPN",
        "Patrol together",
        "Beijing takes note",
        tuple(("A reason for it", strong) for strong in pros),
        tuple(("A reason against it", strong) for strong in cons),
        dice,
    )


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


# --- 44: marks ---------------------------------------------------------------------------------


def test_ruling_044_marks_stand_whatever_rulings_leave() -> None:
    """Given Deterrence 4 and U02, whose Deterrence lines are cancelled; when the turn closes; then
    the rotation stands all the same and R8 lowers nothing."""
    game = Table(turn=3, gauges={"dPRC": 4, "dDPRK": 4})
    game.play("U02", "solo")
    for ally in ("JPN", "ROK", "AUS"):
        game.consult("US", ally, "U02", "accepts")
    game.rule("printed U02 dPRC", to=0)
    game.rule("printed U02 dDPRK", to=0)
    game.expect("""
        printed U02 aJP +1             6>7
        printed U02 aKR +1             5>6
        printed U02 aAU +1             6>7
        printed U02 dPRC +1 ruled 0    4>4
        printed U02 dDPRK +1 ruled 0   4>4
        printed U02 CAP -1             6>5
        close R8 dPRC -1=0 U02         4>4
        close R8 dDPRK -1=0 U02        4>4
        close R9 pJP -1                4>3
        close R9 pAU -1                3>2
    """)


def test_ruling_044_marks_stand_whatever_combinations_leave() -> None:
    """Given K02 Solo beside U08 with the ROK, so that N5 takes what U08 gave it; when the next turn
    begins; then the ROK is a member and may consult once more."""
    game = Table(turn=3)
    game.earlier(2, play("U08", "joint", signers="ROK"), play("K02", "solo"))
    assert game.consultations_left("ROK") == 3
    assert game.consultations_left("JPN") == 2


def test_ruling_044_marks_stand_whatever_the_mode_leaves() -> None:
    """Given U07 where printed lines count 0, or not played; when the next turn brings I3 and nobody
    was in touch; then the promise is in force, or every ally loses."""
    game = Table(turn=2, mode="free")
    game.play("U07", "solo")
    assert {line.made for line in game.ledger("moves")} == {0}
    game.to(Phase.DELIBERATE, 3)
    game.expect_inject("I3", "")
    game = Table(turn=2, gauges={"aJP": 6, "aKR": 6, "aAU": 6}, mode="free")
    game.to(Phase.BRIEF, 3)
    # all three fade to 5 at the Close of turn 2, and I3 takes one more
    assert [game.state.gauges[name] for name in ("aJP", "aKR", "aAU")] == [4, 4, 4]


def test_ruling_044_quiet_moves_count_whatever_was_left_of_them() -> None:
    """Given one quiet move in an earlier turn, or two, whose publics' lines R3 cut; when the next
    turn is briefed; then C5 is due after two."""
    game = Table(turn=3)
    game.earlier(1, play("K06", "quiet", addressee="JPN"))
    assert game.due() == []
    game.earlier(2, play("J01", "quiet", addressee="US"))
    assert game.due() == ["C5"]


def test_ruling_044_once_used_is_used() -> None:
    """Given U02 played in an earlier turn, or not; when it is tried again; then no, or yes."""
    game = Table(turn=4)
    assert game.reasons("U02", "solo") == []
    game.earlier(2, play("U02", "solo"))
    assert game.reasons("U02", "solo") != []


# --- 45: the outline's shorthand ---------------------------------------------------------------


def test_ruling_045_co_signers_means_allies_that_sign() -> None:
    """Given A07 signed by the US and Japan; when the ledger is made; then Australia and Japan have
    +1, and nothing stands for the US."""
    game = Table(turn=3)
    game.play("A07", "joint", signers=["US", "JPN"])
    # Japan: printed +1 and Joint +1, so R5 takes one back; the leader has no Joint +1
    game.expect(
        """
        printed A07 aJP +1     6>7
        printed A07 aAU +1     6>7
        printed A07 dPRC +1    5>6
        channel R3/A07 aJP +1  7>8
        limit R5 aJP -1        8>7
    """,
        "moves",
    )


def test_ruling_045_co_signers_pressure_falls_for_each() -> None:
    """Given U04 signed by Japan and Australia; when the ledger is made; then both, and not the
    ROK."""
    game = Table(turn=3)
    game.play("U04", "joint", signers=["JPN", "AUS"])
    game.expect(
        """
        printed U04 aJP +1     6>7
        printed U04 aAU +1     6>7
        printed U04 pJP -1     4>3
        printed U04 pAU -1     3>2
        channel R3/U04 aJP +1  7>8
        channel R3/U04 aAU +1  7>8
        limit R5 aJP -1        8>7
        limit R5 aAU -1        8>7
    """,
        "moves",
    )


def test_ruling_045_those_not_in_touch_last_turn() -> None:
    """Given Japan and the ROK in touch in turn 2; when I3 comes; then Australia alone loses."""
    game = Table(turn=3)
    game.earlier(2, play("J03", "joint", signers="ROK"))
    game.expect_inject("I3", "scheduled I3 aAU -1 6>5")


def test_ruling_045_those_at_five_or_less() -> None:
    """Given Assurance 5, 6 and 4; when I5 comes; then Pressure rises in Japan and Australia."""
    game = Table(turn=5, gauges={"aJP": 5, "aKR": 6, "aAU": 4})
    game.expect_inject("I5", "scheduled I5 pJP +1 4>5\n scheduled I5 pAU +1 3>4")


def test_ruling_045_the_least_assured_and_the_leak() -> None:
    """Given Australia least assured; when C1 comes; then its Pressure rises. When C5 comes; then
    every Assurance falls and the ROK's Pressure rises."""
    game = Table(turn=3, gauges={"aKR": 3, "aAU": 2})
    game.expect_inject("C1", "conditional C1 pAU +1 3>4")
    game.expect_inject(
        "C5",
        """
        conditional C5 aJP -1  6>5
        conditional C5 aKR -1  3>2
        conditional C5 aAU -1  2>1
        conditional C5 pKR +1  5>6
    """,
    )


def test_ruling_045_affects_matters_for_us_cards_only() -> None:
    """Given K02 Solo, of which nobody was told, and a US visit of which the host was not; when the
    ledger is made; then R4 stands for the US card alone."""
    game = Table(turn=3)
    game.play("K02", "solo")
    game.play("U01", "solo", host="AUS", target="DPRK")
    game.expect(
        """
        printed U01 aAU +1     6>7
        printed U01 dDPRK +1   5>6
        printed U01 ESC +1     3>4
        printed K02 pKR -1     5>4
        printed K02 dDPRK +1   6>7
        printed K02 INT -1     3>2
        printed K02 ESC +1     4>5
        printed K02 CAP -1     6>5
        channel R4/U01 aAU -1  7>6
    """,
        "moves",
    )


def test_ruling_045_an_allys_own_card_surprises_nobody() -> None:
    """Given Japan's free move, Solo, for which the ROK was named as affected and not asked; when
    the ledger is made; then there is no R4: that is for moves of the US."""
    game = Table(turn=3)
    game.do(free(replace(PATROL, affects=("ROK", "AUS"))))
    argue(game, thrown(6, 4))
    game.expect("printed X1 dPRC +1 5>6", "moves")


# --- 46: U01, U10 ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("move", "channel", "more"),
    [
        ("U01", "solo", {}),
        ("U01", "quiet", {}),
        ("U01", "joint", {"signers": "AUS"}),
        ("U10", "solo", {}),
        ("U10", "joint", {"signers": "AUS"}),
    ],
)
def test_ruling_046_host_and_target_are_named(
    move: str, channel: str, more: dict[str, Any]
) -> None:
    """Given a channel; when host or target is not named; then no; when both are, Russia too; then
    yes."""
    game = Table(turn=3)
    assert game.reasons(move, channel, host="JPN", **more) != []
    assert game.reasons(move, channel, target="RUS", **more) != []
    assert game.reasons(move, channel, host="JPN", target="RUS", **more) == []


def test_ruling_046_the_host_need_not_sign_a_visit() -> None:
    """Given U01 Joint with the ROK as host, signed by Australia; when the ledger is made; then each
    has its own +1 and nobody is surprised."""
    game = Table(turn=3)
    game.play("U01", "joint", host="ROK", target="RUS", signers="AUS")
    game.expect(
        """
        printed U01 aKR +1     5>6
        printed U01 dRUS +1    6>7
        printed U01 ESC +1     3>4
        channel R3/U01 aAU +1  6>7
    """,
        "moves",
    )


def test_ruling_046_the_host_need_not_sign_forces() -> None:
    """Given U10 Joint with the ROK as host, signed by Japan; when the ledger is made; then each has
    its own +1."""
    game = Table(turn=3)
    game.play("U10", "joint", host="ROK", target="RUS", signers="JPN")
    game.expect(
        """
        printed U10 aKR +1     5>6
        printed U10 dRUS +1    6>7
        printed U10 INT +1     3>4
        printed U10 CAP -1     6>5
        channel R3/U10 aJP +1  6>7
    """,
        "moves",
    )


# --- 47: U02, U03 ------------------------------------------------------------------------------


def test_ruling_047_withdrawal_costs_two_and_ends_the_rotation() -> None:
    """Given U02 in turn 2 and Deterrence 3 and 4; when U03 is played Solo in turn 4; then each ally
    loses 2 and by R4 one more, R5 gives one back, and R8 finds no rotation."""
    game = Table(turn=4, gauges={"dPRC": 3, "dDPRK": 4})
    game.earlier(2, play("U02", "solo"))
    game.play("U03", "solo")
    game.expect("""
        printed U03 aJP -2     6>4
        printed U03 aKR -2     5>3
        printed U03 aAU -2     6>4
        printed U03 pKR +1     5>6
        printed U03 dPRC +1    3>4
        printed U03 CAP +1     6>7
        channel R4/U03 aJP -1  4>3
        channel R4/U03 aKR -1  3>2
        channel R4/U03 aAU -1  4>3
        limit R5 aJP +1        3>4     # -3, of which 2 may stand
        limit R5 aKR +1        2>3
        limit R5 aAU +1        3>4
        close R8 dPRC -1       4>3
        close R8 dDPRK -1      4>3
    """)


def test_ruling_047_withdrawal_quietly_is_withdrawal() -> None:
    """Given U02 in turn 2; when U03 is played Quiet in turn 3; then each ally loses 2, nobody else
    sees it, and the rotation is gone."""
    game = Table(turn=3, gauges={"dPRC": 4, "dDPRK": 4})
    game.earlier(2, play("U02", "solo"))
    game.play("U03", "quiet", addressee="JPN")
    game.expect("""
        printed U03 aJP -2         6>4
        printed U03 aKR -2         5>3
        printed U03 aAU -2         6>4
        printed U03 pKR +1=0 R3    5>5
        printed U03 dPRC +1=0 R3   4>4
        printed U03 CAP +1         6>7
        close R8 dPRC -1           4>3
        close R8 dDPRK -1          4>3
    """)


def test_ruling_047_without_a_rotation_it_costs_one() -> None:
    """Given no rotation; when U03 is played Solo; then each ally loses 1 and by R4 one more."""
    game = Table(turn=4)
    game.play("U03", "solo")
    game.expect(
        """
        printed U03 aJP -1     6>5
        printed U03 aKR -1     5>4
        printed U03 aAU -1     6>5
        printed U03 pKR +1     5>6
        printed U03 dPRC +1    5>6
        printed U03 CAP +1     6>7
        channel R4/U03 aJP -1  5>4
        channel R4/U03 aKR -1  4>3
        channel R4/U03 aAU -1  5>4
    """,
        "moves",
    )


def test_ruling_047_in_the_same_turn_nothing_is_withdrawn() -> None:
    """Given U02 and U03 in one turn, both Solo; when the turn closes; then U03 costs 1, N2 applies,
    and the rotation keeps R8 from a gauge at 4."""
    game = Table(turn=3, gauges={"dDPRK": 3})
    game.play("U02", "solo")
    game.play("U03", "solo")
    # each Assurance: +1 -1 -1 -1 -1 = -3, so R5 gives one back
    game.expect("""
        printed U02 aJP +1        6>7
        printed U02 aKR +1        5>6
        printed U02 aAU +1        6>7
        printed U02 dPRC +1       5>6
        printed U02 dDPRK +1      3>4
        printed U02 CAP -1        6>5
        printed U03 aJP -1        7>6
        printed U03 aKR -1        6>5
        printed U03 aAU -1        7>6
        printed U03 pKR +1        5>6
        printed U03 dPRC +1       6>7
        printed U03 CAP +1        5>6
        channel R4/U02 aJP -1     6>5
        channel R4/U02 aKR -1     5>4
        channel R4/U02 aAU -1     6>5
        channel R4/U03 aJP -1     5>4
        channel R4/U03 aKR -1     4>3
        channel R4/U03 aAU -1     5>4
        combination N2 aJP -1     4>3
        combination N2 aKR -1     3>2
        combination N2 aAU -1     4>3
        combination N2 ESC +1     3>4
        limit R5 aJP +1           3>4
        limit R5 aKR +1           2>3
        limit R5 aAU +1           3>4
        close R8 dPRC -1          7>6
        close R8 dDPRK -1=0 U02   4>4
    """)


def test_ruling_047_after_u03_the_rotation_stays_for_good() -> None:
    """Given U03 in turn 1 and U02 in turn 3; when turn 5 closes; then the rotation stands, and U03
    cannot be played again."""
    game = Table(turn=5, gauges={"dPRC": 4})
    game.earlier(1, play("U03", "solo"))
    game.earlier(3, play("U02", "solo"))
    assert game.reasons("U03", "solo") != []
    game.expect("""
        close R7 aJP -1          6>5
        close R7 aAU -1          6>5
        close R8 dPRC -1=0 U02   4>4
        close R8 dDPRK -1        5>4
    """)


# --- 48: U03's effort --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("channel", "more"),
    [("solo", {}), ("quiet", {"addressee": "ROK"}), ("joint", {"signers": "JPN"})],
)
def test_ruling_048_effort_after_u03(channel: str, more: dict[str, Any]) -> None:
    """Given U03 in any channel in turn 2; when turn 3 comes; then the US has 2 more, in turn 4 no
    longer, and no ally has more."""
    budgets = []
    for turn in (3, 4):
        game = Table(turn=turn)
        game.earlier(2, play("U03", channel, **more))
        budgets.append(game.effort("US")[0])
        assert game.effort("JPN")[0] == 4
    assert budgets == [8, 6]


def test_ruling_048_effort_after_u03_is_beside_the_carry() -> None:
    """Given U03 last turn and one effort over; when the budget is asked for; then 6 + 1 + 2; when
    U03 is played this turn; then this turn's budget is as ever."""
    game = Table(turn=3, carry={"US": 1})
    game.earlier(2, play("U03", "solo"))
    assert game.effort("US") == (9, 0)
    last = Table(turn=6)
    last.play("U03", "solo")
    assert last.effort("US") == (6, 0)


def test_ruling_048_effort_after_u03_is_not_kept() -> None:
    """Given 8 effort after U03 and nothing spent; when the hand-in closes and the next turn comes;
    then one is carried, as ever."""
    game = Table(turn=3)
    game.earlier(2, play("U03", "solo"))
    game.to(Phase.DELIBERATE, 4)
    assert game.effort("US") == (7, 0)


# --- 49: U05, N9 -------------------------------------------------------------------------------

FRESH = """
    printed U05 aJP +1    6>7
    printed U05 aKR +1    5>6
    printed U05 aAU +1    6>7
    printed U05 dDPRK +1  5>6
    printed U05 CAP -1    6>5
"""
WORN = """
    printed U05 aJP +1=0 N9    6>6
    printed U05 aKR +1=0 N9    5>5
    printed U05 aAU +1=0 N9    6>6
    printed U05 dDPRK +1=0 N9  5>5
    printed U05 CAP -1=0 N9    6>6
"""
U05 = play("U05", "solo")
MADE = play("U12", "solo", choices=HOME)
BODY = play("U08", "joint", signers="JPN")


@pytest.mark.parametrize(
    ("turn", "past", "hand"),
    [
        (4, {}, FRESH),
        (4, {3: [U05]}, WORN),
        (4, {2: [U05]}, WORN),
        (4, {1: [U05]}, FRESH),  # three turns before
        (4, {2: [U05], 3: [MADE]}, FRESH),
        (4, {2: [U05, MADE]}, WORN),  # U12 not after it
        (4, {2: [U05], 3: [BODY]}, FRESH),
        (4, {2: [U05, BODY]}, WORN),
        (5, {1: [U05], 3: [U05]}, WORN),  # that of turn 3 was worn and starts the count anew
        (5, {1: [U05], 2: [MADE], 3: [U05]}, WORN),  # a deed before the last U05 does not help
        (5, {3: [U05], 4: [U05, MADE]}, WORN),  # the last one counts: U12 was not after it
    ],
)
def test_ruling_049_words_wear_thin(turn: int, past: dict[int, list[Any]], hand: str) -> None:
    """Given U05, U12 and U08 in earlier turns; when U05 is played; then it is worn if the last one
    was one or two turns before with neither U08 nor U12 after it."""
    game = Table(turn=turn)
    for number, cards in past.items():
        game.earlier(number, *cards)
    game.play("U05", "solo")
    game.expect(hand, "moves")


def test_ruling_049_words_do_not_wear_with_a_deed_in_this_turn() -> None:
    """Given U05 in turn 2; when U05 and U12 are played in turn 4; then it is fresh."""
    game = Table(turn=4)
    game.earlier(2, U05)
    game.play("U05", "solo")
    game.play("U12", "solo", choices=HOME)
    game.expect(FRESH + "printed U12 CAP +2 5>7", "moves")


def test_ruling_049_worn_words_keep_their_channel() -> None:
    """Given U05 last turn; when U05 is played Joint with Japan; then the signer has its +1 and
    nothing else is left."""
    game = Table(turn=4)
    game.earlier(3, U05)
    game.play("U05", "joint", signers="JPN")
    game.expect(WORN + "channel R3/U05 aJP +1 6>7", "moves")


# --- 50: U06, U07 ------------------------------------------------------------------------------

ALLIES = ("JPN", "ROK", "AUS")


def narrowing(answers: dict[str, str], **more: Any) -> Table:
    """Turn 3 after U07 in turn 2: U06 is in the hand-in and allies were asked about it."""
    game = Table(turn=3)
    game.earlier(2, play("U07", "solo"))
    game.play("U06", **{"channel": "solo", **more})
    for ally, answer in answers.items():
        game.consult("US", ally, "U06", answer)
    return game


def test_ruling_050_never_both_in_one_turn() -> None:
    """Given U06 and U07 in one hand-in; when it would close; then no; either alone may."""
    game = Table(turn=3)
    game.play("U07", "solo")
    assert game.closing() == []
    game.play("U06", "solo")
    assert game.closing() != []
    alone = Table(turn=3)
    alone.play("U06", "solo")
    assert alone.closing() == []


def test_ruling_050_no_promise_after_the_change() -> None:
    """Given U06 in an earlier turn; when U07 is tried; then no."""
    game = Table(turn=4)
    game.earlier(2, play("U06", "solo"))
    assert game.reasons("U07", "solo") != []


@pytest.mark.parametrize("answer", ["accepts", "supports", ""])
def test_ruling_050_after_the_promise_all_are_asked(answer: str) -> None:
    """Given U07 in turn 2; when all three were asked about U06 and none objects; then it may be
    played, even where nobody answered."""
    assert narrowing(dict.fromkeys(ALLIES, answer)).closing() == []


def test_ruling_050_silence_is_not_consent_to_a_promise() -> None:
    """Given U07 in turn 2; when an ally was not asked, or objects; then U06 may not be played. With
    no promise it may."""
    assert narrowing({}).closing() != []
    assert narrowing({"JPN": "supports", "ROK": "accepts"}).closing() != []
    objecting = dict.fromkeys(ALLIES, "accepts") | {"AUS": "objects"}
    assert narrowing(objecting).closing() != []
    free_hand = Table(turn=3)
    free_hand.play("U06", "solo")
    free_hand.consult("US", "AUS", "U06", "objects")
    assert free_hand.closing() == []


def test_ruling_050_a_signature_is_an_answer() -> None:
    """Given U07 in turn 2; when two allies accept and the third, who objected, signs; then U06 may
    be played."""
    objecting = dict.fromkeys(ALLIES, "accepts") | {"AUS": "objects"}
    game = narrowing(objecting, channel="joint", signers="AUS")
    assert game.closing() == []


def test_ruling_050_a_script_that_all_signed_asks_all() -> None:
    """Given U07 in turn 2 and U04 signed by two allies, or by three; when U06 is played beside it;
    then no, or yes; an objection forbids it all the same."""
    for signers, legal in ((["JPN", "ROK"], False), (["JPN", "ROK", "AUS"], True)):
        game = narrowing({})
        game.play("U04", "joint", signers=signers)
        assert (game.closing() == []) is legal
    game.consult("US", "JPN", "U06", "objects")
    assert game.closing() != []


def test_ruling_050_the_promise_is_in_force_until_the_change() -> None:
    """Given U07 in turn 1, and U06 in turn 2 or not; when I3 comes in turn 3 and nobody was in
    touch; then the promise protects, or no longer does."""
    game = Table(turn=3)
    game.earlier(1, play("U07", "solo"))
    game.expect_inject("I3", "")
    game.earlier(2, play("U06", "solo"))
    game.expect_inject(
        "I3",
        """
        scheduled I3 aJP -1  6>5
        scheduled I3 aKR -1  5>4
        scheduled I3 aAU -1  6>5
    """,
    )
