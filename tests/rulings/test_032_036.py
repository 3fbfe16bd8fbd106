"""Rulings 32 to 36: the limits R4 to R8.

Every number was worked out by hand from the cards and the rulings. Start values: Assurance 6, 5, 6
(Japan, ROK, Australia), Pressure 4, 5, 3, Deterrence 5, 5, 6 (PRC, DPRK, Russia), Integration 3,
Escalation 3, Capital 6.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.rulings.lines import U03_PRINTED
from tests.rulings.table import Table, play

HOME = {"towards": "home"}
TALKS = {"adversaries": "DPRK"}
Doing = Callable[[Table], object]


# --- 32-36: limits -----------------------------------------------------------------------------


def test_ruling_032_r4() -> None:
    """Given three Solo moves of the US and nobody asked; then one line a move and affected ally:
    the host for U01, all for U02 and U11."""
    game = Table(turn=3, carry={"US": 1})
    game.play("U01", host="JPN", target="PRC")
    game.play("U02")
    game.play("U11", choices=TALKS)
    game.expect(
        """
        printed U01 aJP +1     6>7
        printed U01 dPRC +1    5>6
        printed U01 ESC +1     3>4
        printed U02 aJP +1     7>8
        printed U02 aKR +1     5>6
        printed U02 aAU +1     6>7
        printed U02 dPRC +1    6>7
        printed U02 dDPRK +1   5>6
        printed U02 CAP -1     6>5
        printed U11 aJP -1     8>7
        printed U11 aKR -1     6>5
        printed U11 aAU -1     7>6
        printed U11 ESC -2     4>2
        printed U11 CAP +1     5>6
        channel R4/U01 aJP -1  7>6
        channel R4/U02 aJP -1  6>5
        channel R4/U02 aKR -1  5>4
        channel R4/U02 aAU -1  6>5
        channel R4/U11 aJP -1  5>4
        channel R4/U11 aKR -1  4>3
        channel R4/U11 aAU -1  5>4
        combination N6 pJP +1  4>5
        combination N6 pKR +1  5>6
        """,  # Japan +1 +1 -1 -1 -1 -1, the others +1 -1 -1 -1: all -2, which R5 allows
        "moves",
    )


def test_ruling_032_words_and_speeches_surprise_nobody() -> None:
    """Given U05, U07 and U12 Solo; then there is no R4."""
    game = Table(turn=3)
    game.play("U05")
    game.play("U07")
    game.play("U12", choices=HOME)
    game.expect(
        """
        printed U05 aJP +1    6>7
        printed U05 aKR +1    5>6
        printed U05 aAU +1    6>7
        printed U05 dDPRK +1  5>6
        printed U05 CAP -1    6>5
        printed U07 aJP +1    7>8
        printed U07 aKR +1    6>7
        printed U07 aAU +1    7>8
        printed U07 CAP -1    5>4
        printed U12 CAP +2    4>6
        limit R5 aJP -1       8>7
        limit R5 aKR -1       7>6
        limit R5 aAU -1       8>7
        """,
        "moves",
    )


def test_ruling_032_a_joint_move_has_no_r4() -> None:
    """Given U03 Joint with Japan; then those who did not sign have no R4 either."""
    game = Table(turn=3)
    game.play("U03", "joint", signers="JPN")
    game.expect(f"{U03_PRINTED}\nchannel R3/U03 aJP +1 5>6", "moves")


def test_ruling_032_allies_solo_moves_surprise_nobody() -> None:
    """Given J01, K05 and A02 Solo; then there is no R4."""
    game = Table(turn=3)
    game.play("J01")
    game.play("K05")
    game.play("A02")
    game.expect(
        """
        printed J01 pJP +1     4>5
        printed J01 INT +1     3>4
        printed K05 pKR -1     5>4
        printed K05 dDPRK +1   5>6
        printed K05 INT +1     4>5
        printed A02 pAU +1     3>4
        printed A02 dPRC +1    5>6
        printed A02 INT +1     5>6
        printed A02 CAP +1     6>7
        limit R5 INT -1        6>5
        """,
        "moves",
    )


@pytest.mark.parametrize(
    ("affects", "hand"),
    [
        ((), ""),
        (("ROK",), "channel R4/X1 aKR -1 5>4"),
        (
            ("JPN", "ROK", "AUS"),
            "channel R4/X1 aJP -1 6>5\nchannel R4/X1 aKR -1 5>4\nchannel R4/X1 aAU -1 6>5",
        ),
    ],
)
def test_ruling_032_a_free_move_affects_those_who_are_named(
    affects: tuple[str, ...], hand: str
) -> None:
    """Given a Solo free move of the US that comes to nothing; then those named are surprised."""
    game = Table(turn=3)
    free = game.free_move("US", "Send an envoy", wants={"ESC": -1}, affects=affects)
    game.argue(free, dice=(3, 2))
    game.expect(hand, "moves")


def test_ruling_033_r5_example_three_rises_on_japan() -> None:
    """Given a full escort from Japan; then +1 +1 +1 on Japan and an R5 line of -2."""
    game = Table(turn=3)
    game.play("U01", "joint", host="JPN", target="PRC", signers="JPN")
    game.play("J01")
    game.add("aJP", 1)
    game.expect(
        """
        printed U01 aJP +1       6>7
        printed U01 dPRC +1      5>6
        printed U01 ESC +1       3>4
        printed J01 pJP +1=0 S1  4>4
        printed J01 INT +1       3>4
        channel R3/U01 aJP +1    7>8
        combination S1 aJP +1    8>9
        combination S1 dPRC +1   6>7
        limit R5 aJP -2          9>7
        added W aJP +1           7>8    # a ruling stands outside
        """,
        "moves",
    )


def test_ruling_033_r5_example_one_and_two_falls() -> None:
    """Given U06 with the ROK unasked; then -1 -2 and an R5 line of +1."""
    game = Table(turn=3)
    game.play("U06")
    game.expect_gauge(
        "aKR",
        """
        printed U06 aKR -1          5>4
        channel R4/U06 aKR -1=0 N1  4>4
        combination N1 aKR -2       4>2
        limit R5 aKR +1             2>3
        """,
    )


def test_ruling_033_capital_and_integration_are_included() -> None:
    """Given three cards that cost Capital, and three that cost Integration; then R5 gives one
    back of each."""
    game = Table(turn=3, gauges={"INT": 5})
    game.play("U02")
    game.play("U05")
    game.play("U07")
    game.play("J02")
    game.play("K02", "quiet", addressee="US")
    game.play("A05", "quiet", addressee="US")
    game.expect_gauge(
        "CAP",
        """
        printed U02 CAP -1  6>5
        printed U05 CAP -1  5>4
        printed U07 CAP -1  4>3
        printed K02 CAP -1  3>2
        printed A05 CAP -1  2>1
        limit R5 CAP +3     1>4
        """,
    )
    game.expect_gauge(
        "INT",
        """
        printed J02 INT -1  5>4
        printed K02 INT -1  4>3
        printed A05 INT -1  3>2
        limit R5 INT +1     2>3
        """,
    )


def test_ruling_033_pressure_rises_by_2_at_most() -> None:
    """Given U03, an ask and shared warning on the ROK's public; then +3 becomes +2."""
    game = Table(turn=3)
    game.play("U03")
    game.play("U09", "joint", signers="ROK")
    game.play("K06")
    game.expect_gauge(
        "pKR",
        """
        printed U03 pKR +1  5>6
        printed U09 pKR +1  6>7
        printed K06 pKR +1  7>8
        limit R5 pKR -1     8>7
        """,
    )


def test_ruling_033_one_text_and_close_stand_outside() -> None:
    """Given U05 and a signed text; then +1 +1. Given U03 Solo and Japan at 9; then -1 -1, and R7
    takes a third."""
    game = Table(turn=6)
    game.play("U05")
    game.one_text(signers=["US", "JPN"])
    game.expect_gauge("aJP", "printed U05 aJP +1 6>7\nprocedure one-text aJP +1 7>8")
    game = Table(turn=3, gauges={"aJP": 9})
    game.play("U03")
    game.expect_gauge(
        "aJP",
        """
        printed U03 aJP -1     9>8
        channel R4/U03 aJP -1  8>7
        close R7 aJP -1        7>6
        """,
    )


def _u09(game: Table) -> object:
    return game.play("U09", "joint", signers="JPN")


@pytest.mark.parametrize(
    ("integration", "doing", "hand"),
    [
        (5, _u09, "printed U09 INT +2 5>7\nceiling R6 INT -1 7>6"),
        (6, _u09, "printed U09 INT +2 6>8\nceiling R6 INT -2 8>6"),
        (8, lambda game: game.play("K01"), "printed K01 INT +1 8>9\nceiling R6 INT -1 9>8"),
        (
            8,
            lambda game: game.play("K02", "quiet", addressee="US"),
            "printed K02 INT -1 8>7",
        ),
        (4, _u09, "printed U09 INT +2 4>6"),
        (
            8,
            lambda game: (_u09(game), game.play("K02", "quiet", addressee="US")),
            # a net rise of 1 is all that can be cut
            "printed U09 INT +2 8>10\nprinted K02 INT -1 10>9\nceiling R6 INT -1 9>8",
        ),
    ],
)
def test_ruling_034_r6(integration: int, doing: Doing, hand: str) -> None:
    """Given the ROK lowest with 5; then Integration stops at 6, and is never lowered by it."""
    game = Table(turn=3, gauges={"INT": integration})
    doing(game)
    game.expect_gauge("INT", hand)


def test_ruling_034_r6_reads_the_lowest_after_brief_and_cuts_after_r5() -> None:
    """Given the ROK at 4 and raised to 5 this turn; then the ceiling is 5, under what R5 left."""
    game = Table(turn=3, gauges={"aKR": 4, "INT": 4})
    game.play("U05")
    _u09(game)
    game.play("J03")
    game.expect_gauge(
        "INT",
        """
        printed U09 INT +2  4>6
        printed J03 INT +1  6>7
        limit R5 INT -1     7>6
        ceiling R6 INT -1   6>5
        """,
    )


def test_ruling_035_r7() -> None:
    """Given 5, 7 and 6 after Brief; then R7 reads what Moves left: 6, 5 and 6 again."""
    game = Table(turn=3, gauges={"aJP": 5})
    game.play("U05")
    game.expect_gauge("aJP", "printed U05 aJP +1 5>6\nclose R7 aJP -1 6>5")
    game = Table(turn=3, gauges={"aJP": 7})
    game.play("U03")
    game.expect_gauge("aJP", "printed U03 aJP -1 7>6\nchannel R4/U03 aJP -1 6>5")
    game = Table(turn=3)
    game.expect_gauge("aAU", "close R7 aAU -1 6>5")
    game.consult("JPN", "AUS", "submarines")
    game.expect_gauge("aAU", "")


def test_ruling_035_r7_reads_after_the_unanswered_request() -> None:
    """Given K04 unanswered and the ROK at 6 or 7; then it is 5 and stays, or 6 and fades."""
    game = Table(turn=3, gauges={"aKR": 6})
    game.earlier(2, play("K04"))
    game.expect_gauge("aKR", "close K04 aKR -1 6>5")
    game = Table(turn=3, gauges={"aKR": 7})
    game.earlier(2, play("K04"))
    game.expect_gauge("aKR", "close K04 aKR -1 7>6\nclose R7 aKR -1 6>5")


@pytest.mark.parametrize("gauge", ["dPRC", "dDPRK"])
@pytest.mark.parametrize(
    ("value", "hand"),
    [(5, "-1 5>4"), (4, "-1=0 U02 4>4"), (3, "-1=0 U02 3>3"), (0, "-1=0 U02 0>0")],
)
def test_ruling_036_r8_and_u02(gauge: str, value: int, hand: str) -> None:
    """Given the rotation; then R8 lowers no gauge that is at 4 or less, and lifts none."""
    game = Table(turn=3, gauges={gauge: value})
    game.earlier(1, play("U02"))
    game.expect_gauge(gauge, f"close R8 {gauge} {hand}")


def test_ruling_036_each_gauge_for_itself() -> None:
    """Given the rotation, 5 toward the PRC and 4 toward the DPRK; then only one falls. Russia has
    no R8."""
    game = Table(turn=3, gauges={"dDPRK": 4})
    game.earlier(1, play("U02"))
    game.expect(
        """
        close R7 aJP -1          6>5
        close R7 aAU -1          6>5
        close R8 dPRC -1         5>4
        close R8 dDPRK -1=0 U02  4>4
        """
    )


def test_ruling_036_without_the_rotation_it_falls_on() -> None:
    """Given no rotation, then 4 falls to 3; Russia's stays."""
    game = Table(turn=3, gauges={"dPRC": 4})
    game.expect_gauge("dPRC", "close R8 dPRC -1 4>3")
    game.expect_gauge("dRUS", "")


def test_ruling_036_the_rotation_of_this_turn_holds_at_close() -> None:
    """Given U02 played now at 3; then its +1 stays."""
    game = Table(turn=3, gauges={"dPRC": 3})
    game.play("U02")
    game.expect_gauge("dPRC", "printed U02 dPRC +1 3>4\nclose R8 dPRC -1=0 U02 4>4")


def test_ruling_036_injects_and_moves_may_go_below() -> None:
    """Given the rotation and 4 toward the PRC; then I4 makes it 3, and so does U06; R8 no more."""
    game = Table(turn=4, gauges={"dPRC": 4})
    game.earlier(1, play("U02"))
    game.expect_inject(
        "I4",
        """
        scheduled I4 aAU -1   6>5
        scheduled I4 pJP +1   4>5
        scheduled I4 dPRC -1  4>3
        scheduled I4 dRUS -1  6>5
        scheduled I4 ESC +1   3>4
        """,
    )
    game.play("U06")
    game.expect_gauge("dPRC", "printed U06 dPRC -1 4>3\nclose R8 dPRC -1=0 U02 3>3")


def test_ruling_036_a_withdrawn_rotation_holds_nothing() -> None:
    """Given the rotation and U03; then it is gone before Close, and 4 falls to 3."""
    game = Table(turn=3, gauges={"dPRC": 4})
    game.earlier(1, play("U02"))
    game.play("U03", "quiet", addressee="JPN")
    game.expect_gauge("dPRC", "printed U03 dPRC +1=0 R3 4>4\nclose R8 dPRC -1 4>3")
