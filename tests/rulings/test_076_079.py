"""Rulings 76–79: what N1 to N4 do. Every ledger here was worked out by hand."""

from __future__ import annotations

import pytest

from tests.rulings.cards import play
from tests.rulings.table import Table

# --- 76: N1 -------------------------------------------------------------------------------------


def test_ruling_076_cold_revision() -> None:
    """Given nobody was asked, when U06 is played Solo, then each ally loses 3, of which R5 gives 1.

    Printed −1 and N1 −2; the −1 of R4 is cut by N1.
    """
    game = Table(turn=3)
    game.play("U06", "solo")
    game.expect(
        """
        printed U06 aJP -1 6>5
        printed U06 aKR -1 5>4
        printed U06 aAU -1 6>5
        printed U06 dPRC -1 5>4
        printed U06 dDPRK -1 5>4
        printed U06 ESC -2 3>1
        printed U06 CAP +1 6>7
        channel R4/U06 aJP -1=0 N1 5>5
        channel R4/U06 aKR -1=0 N1 4>4
        channel R4/U06 aAU -1=0 N1 5>5
        combination N1 aJP -2 5>3
        combination N1 aKR -2 4>2
        combination N1 aAU -2 5>3
        combination N1 pJP +1 4>5
        combination N1 pKR +1 5>6
        combination N1 pAU +1 3>4
        limit R5 aJP +1 3>4
        limit R5 aKR +1 2>3
        limit R5 aAU +1 3>4
        """,
        stage="moves",
    )


def test_ruling_076_in_any_channel() -> None:
    """Given Japan signs, when U06 is Joint, then N1 falls on the two that nobody asked."""
    game = Table(turn=3)
    game.play("U06", "joint", signers=["JPN"])
    game.expect(
        """
        printed U06 aJP -1 6>5
        printed U06 aKR -1 5>4
        printed U06 aAU -1 6>5
        printed U06 dPRC -1 5>4
        printed U06 dDPRK -1 5>4
        printed U06 ESC -2 3>1
        printed U06 CAP +1 6>7
        channel R3/U06 aJP +1 5>6
        combination N1 aKR -2 4>2
        combination N1 aAU -2 5>3
        combination N1 pKR +1 5>6
        combination N1 pAU +1 3>4
        limit R5 aKR +1 2>3
        limit R5 aAU +1 3>4
        """,
        stage="moves",
    )


def test_ruling_076_j05_of_the_turn_before_asks_japan() -> None:
    """Given J05 one turn earlier, when U06 comes cold, then Japan counts as asked: no N1 for it."""
    game = Table(turn=4)
    game.earlier(3, play("J05", "quiet", addressee="US"))
    game.play("U06", "solo")
    game.expect(
        """
        printed U06 aJP -1 6>5
        printed U06 aKR -1 5>4
        printed U06 aAU -1 6>5
        printed U06 dPRC -1 5>4
        printed U06 dDPRK -1 5>4
        printed U06 ESC -2 3>1
        printed U06 CAP +1 6>7
        channel R4/U06 aKR -1=0 N1 4>4
        channel R4/U06 aAU -1=0 N1 5>5
        combination N1 aKR -2 4>2
        combination N1 aAU -2 5>3
        combination N1 pKR +1 5>6
        combination N1 pAU +1 3>4
        limit R5 aKR +1 2>3
        limit R5 aAU +1 3>4
        """,
        stage="moves",
    )


def test_ruling_076_overruled_is_not_unasked() -> None:
    """Given all were asked and Australia objected, when U06 is Solo, then R4 and no N1."""
    game = Table(turn=3)
    game.play("U06", "solo")
    game.consult("US", "JPN", "U06", "accepts")
    game.consult("US", "ROK", "U06", "")
    game.consult("US", "AUS", "U06", "objects")
    game.expect(
        """
        printed U06 aJP -1 6>5
        printed U06 aKR -1 5>4
        printed U06 aAU -1 6>5
        printed U06 dPRC -1 5>4
        printed U06 dDPRK -1 5>4
        printed U06 ESC -2 3>1
        printed U06 CAP +1 6>7
        channel R4/U06 aAU -1 5>4
        """,
        stage="moves",
    )


def test_ruling_076_overruled_in_a_joint_move() -> None:
    """Given Australia objected, when U06 is Joint with the others, then neither R4 nor N1."""
    game = Table(turn=3)
    game.play("U06", "joint", signers=["JPN", "ROK"])
    game.consult("US", "AUS", "U06", "objects")
    game.expect(
        """
        printed U06 aJP -1 6>5
        printed U06 aKR -1 5>4
        printed U06 aAU -1 6>5
        printed U06 dPRC -1 5>4
        printed U06 dDPRK -1 5>4
        printed U06 ESC -2 3>1
        printed U06 CAP +1 6>7
        channel R3/U06 aJP +1 5>6
        channel R3/U06 aKR +1 4>5
        """,
        stage="moves",
    )


# --- 77: N2 -------------------------------------------------------------------------------------


def _visit_and_end(game: Table, channel: str = "joint") -> None:
    """U01 to Japan and U03 with the ROK, which signs it."""
    if channel == "joint":
        game.play("U01", "joint", host="JPN", target="PRC", signers=["JPN"])
    else:
        game.play("U01", channel, host="JPN", target="PRC")
    game.play("U03", "joint", signers=["ROK"])


def test_ruling_077_mixed_signals() -> None:
    """Given U01 and U03 in one turn, when there is no U04, then N2: Escalation +1, all −1."""
    game = Table(turn=2)
    _visit_and_end(game)
    game.expect(
        """
        printed U01 aJP +1 6>7
        printed U01 dPRC +1 5>6
        printed U01 ESC +1 3>4
        printed U03 aJP -1 7>6
        printed U03 aKR -1 5>4
        printed U03 aAU -1 6>5
        printed U03 pKR +1 5>6
        printed U03 dPRC +1 6>7
        printed U03 CAP +1 6>7
        channel R3/U01 aJP +1 6>7
        channel R3/U03 aKR +1 4>5
        combination N2 aJP -1 7>6
        combination N2 aKR -1 5>4
        combination N2 aAU -1 5>4
        combination N2 ESC +1 4>5
        """,
        stage="moves",
    )


def test_ruling_077_a_script_prevents_it() -> None:
    """Given U04 in the same turn, when U01 meets U03, then no N2.

    Japan, which signs the script, is asked about both and keeps its Assurance (S2); the other two
    were not asked about U03. Japan: +1 +1 +1, of which R5 leaves 1.
    """
    game = Table(turn=2)
    game.play("U01", "solo", host="JPN", target="PRC")
    game.play("U03", "solo")
    game.play("U04", "joint", signers=["JPN"])
    game.expect(
        """
        printed U01 aJP +1 6>7
        printed U01 dPRC +1 5>6
        printed U01 ESC +1 3>4
        printed U03 aJP -1=0 S2 7>7
        printed U03 aKR -1 5>4
        printed U03 aAU -1 6>5
        printed U03 pKR +1 5>6
        printed U03 dPRC +1 6>7
        printed U03 CAP +1 6>7
        printed U04 aJP +1 7>8
        printed U04 pJP -1 4>3
        channel R4/U03 aKR -1 4>3
        channel R4/U03 aAU -1 5>4
        channel R3/U04 aJP +1 8>9
        limit R5 aJP -2 9>7
        """,
        stage="moves",
    )


def test_ruling_077_a_quiet_visit_is_no_signal() -> None:
    """Given a Quiet U01, when U03 is played, then there is no N2."""
    game = Table(turn=2)
    _visit_and_end(game, "quiet")
    game.expect(
        """
        printed U01 aJP +1 6>7
        printed U01 dPRC +1=0 R3 5>5
        printed U01 ESC +1=0 R3 3>3
        printed U03 aJP -1 7>6
        printed U03 aKR -1 5>4
        printed U03 aAU -1 6>5
        printed U03 pKR +1 5>6
        printed U03 dPRC +1 5>6
        printed U03 CAP +1 6>7
        channel R3/U03 aKR +1 4>5
        """,
        stage="moves",
    )


def test_ruling_077_a_quiet_end_is_no_signal() -> None:
    """Given a Quiet U03, when U01 is played, then there is no N2."""
    game = Table(turn=2)
    game.play("U01", "joint", host="JPN", target="PRC", signers=["JPN"])
    game.play("U03", "quiet", addressee="ROK")
    game.expect(
        """
        printed U01 aJP +1 6>7
        printed U01 dPRC +1 5>6
        printed U01 ESC +1 3>4
        printed U03 aJP -1 7>6
        printed U03 aKR -1 5>4
        printed U03 aAU -1 6>5
        printed U03 pKR +1=0 R3 5>5
        printed U03 dPRC +1=0 R3 6>6
        printed U03 CAP +1 6>7
        channel R3/U01 aJP +1 6>7
        """,
        stage="moves",
    )


def test_ruling_077_once_however_many_pairs() -> None:
    """Given U01, U02 and U03 in one turn, when two pairs fit, then N2 applies once.

    U03 in the turn of U02 withdraws nothing. PRC: +1 +1 +1, of which R5 leaves 2.
    """
    game = Table(turn=2)
    game.play("U01", "joint", host="JPN", target="PRC", signers=["JPN"])
    game.play("U02", "joint", signers=["AUS"])
    game.play("U03", "joint", signers=["ROK"])
    game.expect(
        """
        printed U01 aJP +1 6>7
        printed U01 dPRC +1 5>6
        printed U01 ESC +1 3>4
        printed U02 aJP +1 7>8
        printed U02 aKR +1 5>6
        printed U02 aAU +1 6>7
        printed U02 dPRC +1 6>7
        printed U02 dDPRK +1 5>6
        printed U02 CAP -1 6>5
        printed U03 aJP -1 8>7
        printed U03 aKR -1 6>5
        printed U03 aAU -1 7>6
        printed U03 pKR +1 5>6
        printed U03 dPRC +1 7>8
        printed U03 CAP +1 5>6
        channel R3/U01 aJP +1 7>8
        channel R3/U02 aAU +1 6>7
        channel R3/U03 aKR +1 5>6
        combination N2 aJP -1 8>7
        combination N2 aKR -1 6>5
        combination N2 aAU -1 7>6
        combination N2 ESC +1 4>5
        limit R5 dPRC -1 8>7
        """,
        stage="moves",
    )


# --- 78: N3 -------------------------------------------------------------------------------------


def test_ruling_078_ask_before_assure() -> None:
    """Given the ROK at 4 and Japan at 6 sign U09, when it is played, then the ROK pays twice.

    No Joint +1 through U09. R6: the lowest Assurance is 4, so Integration may reach 5.
    """
    game = Table(turn=2, gauges={"aKR": 4})
    game.play("U09", "joint", asked=["JPN", "ROK"], signers=["JPN", "ROK"])
    game.expect(
        """
        printed U09 pJP +1 4>5
        printed U09 pKR +1 5>6
        printed U09 INT +2 3>5
        combination N3 pKR +1 6>7
        """,
        stage="moves",
    )


def test_ruling_078_nobody_left_who_adds() -> None:
    """Given the ROK at 4 signs alone, when U09 is played, then the +2 is cut by N3."""
    game = Table(turn=2, gauges={"aKR": 4})
    game.play("U09", "joint", signers=["ROK"])
    game.expect(
        """
        printed U09 pKR +1 5>6
        printed U09 INT +2=0 N3 3>3
        combination N3 pKR +1 6>7
        """,
        stage="moves",
    )


def test_ruling_078_each_such_signer() -> None:
    """Given two signers at 4 or less, when U09 is played, then N3 raises the Pressure of both."""
    game = Table(turn=2, gauges={"aKR": 4, "aAU": 3})
    game.play("U09", "joint", signers=["ROK", "AUS"])
    game.expect(
        """
        printed U09 pKR +1 5>6
        printed U09 pAU +1 3>4
        printed U09 INT +2=0 N3 3>3
        combination N3 pKR +1 6>7
        combination N3 pAU +1 4>5
        """,
        stage="moves",
    )


def test_ruling_078_five_is_enough() -> None:
    """Given the ROK at 5, when it signs U09, then there is no N3."""
    game = Table(turn=2, gauges={"aKR": 5})
    game.play("U09", "joint", signers=["ROK"])
    game.expect(
        """
        printed U09 pKR +1 5>6
        printed U09 INT +2 3>5
        """,
        stage="moves",
    )


@pytest.mark.parametrize(
    ("ally", "gauge", "pressure", "value"),
    [("JPN", "aJP", "pJP", 4), ("ROK", "aKR", "pKR", 5), ("AUS", "aAU", "pAU", 3)],
)
def test_ruling_078_whoever_signs_alone(ally: str, gauge: str, pressure: str, value: int) -> None:
    """Given one signer at 5, or at 4, when the others stand at 6 unsigned, then it alone decides.

    R6: the lowest is 5 or 4, so Integration may reach 6 or 5.
    """
    others = {"aJP": 6, "aKR": 6, "aAU": 6}
    game = Table(turn=2, gauges=others | {gauge: 5})
    game.play("U09", "joint", signers=[ally])
    game.expect(
        f"""
        printed U09 {pressure} +1 {value}>{value + 1}
        printed U09 INT +2 3>5
        """,
        stage="moves",
    )
    game = Table(turn=2, gauges=others | {gauge: 4})
    game.play("U09", "joint", signers=[ally])
    game.expect(
        f"""
        printed U09 {pressure} +1 {value}>{value + 1}
        printed U09 INT +2=0 N3 3>3
        combination N3 {pressure} +1 {value + 1}>{value + 2}
        """,
        stage="moves",
    )


# --- 79: N4 -------------------------------------------------------------------------------------


def test_ruling_079_two_solos() -> None:
    """Given J02 Solo, when K02 is Solo in the same turn, then N4; of Escalation +3 R5 leaves 2."""
    game = Table(turn=3)
    game.play("J02", "solo")
    game.play("K02", "solo")
    game.expect(
        """
        printed J02 pJP -1 4>3
        printed J02 dPRC +1 5>6
        printed J02 dDPRK +1 5>6
        printed J02 INT -1 3>2
        printed J02 ESC +1 3>4
        printed K02 pKR -1 5>4
        printed K02 dDPRK +1 6>7
        printed K02 INT -1 2>1
        printed K02 ESC +1 4>5
        printed K02 CAP -1 6>5
        combination N4 aJP -1 6>5
        combination N4 aKR -1 5>4
        combination N4 ESC +1 5>6
        limit R5 ESC -1 6>5
        """,
        stage="moves",
    )


def test_ruling_079_with_the_latent_programme() -> None:
    """Given K02 before and Pressure 7, when J02 and K03 are Solo, then N4 applies.

    Integration −1 −2 is 3 down, Escalation +1 +2 +1 is 4 up: R5 brings both to 2.
    """
    game = Table(turn=3, gauges={"pKR": 7})
    game.earlier(1, play("K02", "solo"))
    game.play("J02", "solo")
    game.play("K03", "solo")
    game.expect(
        """
        printed J02 pJP -1 4>3
        printed J02 dPRC +1 5>6
        printed J02 dDPRK +1 5>6
        printed J02 INT -1 3>2
        printed J02 ESC +1 3>4
        printed K03 aJP -1 6>5
        printed K03 pKR -2 7>5
        printed K03 dDPRK +1 6>7
        printed K03 INT -2 2>0
        printed K03 ESC +2 4>6
        printed K03 CAP -2 6>4
        combination N4 aJP -1 5>4
        combination N4 aKR -1 5>4
        combination N4 ESC +1 6>7
        limit R5 INT +1 0>1
        limit R5 ESC -2 7>5
        """,
        stage="moves",
    )


def test_ruling_079_a_quiet_paper_does_not_count() -> None:
    """Given a Quiet K02, when J02 is Solo, then there is no N4."""
    game = Table(turn=3)
    game.play("J02", "solo")
    game.play("K02", "quiet", addressee="US")
    game.expect(
        """
        printed J02 pJP -1 4>3
        printed J02 dPRC +1 5>6
        printed J02 dDPRK +1 5>6
        printed J02 INT -1 3>2
        printed J02 ESC +1 3>4
        printed K02 pKR -1=0 R3 5>5
        printed K02 dDPRK +1=0 R3 6>6
        printed K02 INT -1 2>1
        printed K02 ESC +1=0 R3 4>4
        printed K02 CAP -1 6>5
        """,
        stage="moves",
    )


def test_ruling_079_a_co_signed_strike_does_not_count() -> None:
    """Given J02 Joint with Australia, when K02 is Solo, then there is no N4."""
    game = Table(turn=3)
    game.play("J02", "joint", signers=["AUS"])
    game.play("K02", "solo")
    game.expect(
        """
        printed J02 pJP -1 4>3
        printed J02 dPRC +1 5>6
        printed J02 dDPRK +1 5>6
        printed J02 INT -1 3>2
        printed J02 ESC +1 3>4
        printed K02 pKR -1 5>4
        printed K02 dDPRK +1 6>7
        printed K02 INT -1 2>1
        printed K02 ESC +1 4>5
        printed K02 CAP -1 6>5
        channel R3/J02 aAU +1 6>7
        """,
        stage="moves",
    )
