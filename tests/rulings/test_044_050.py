"""Rulings 44 to 50: marks, the outline's shorthand, and the first of the cards."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.core.values import Phase
from tests.rulings.free_moves import PATROL, argue, free, thrown
from tests.rulings.table import Table, play

HOME = {"towards": "home"}


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
