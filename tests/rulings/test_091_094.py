"""Rulings 91–94: One text. Every ledger here was worked out by hand."""

from __future__ import annotations

import pytest

from app.core import actions as do
from app.core.values import Phase
from tests.rulings.cards import play
from tests.rulings.table import Table

ALL = ("US", "JPN", "ROK", "AUS")


# --- 91–94: One text ----------------------------------------------------------------------------


def test_ruling_091_two_sign() -> None:
    """Given the US and Japan sign, when turn 6 closes, then the others stand aside at a price.

    Two allies do not sign: Integration −1 −1 in one line. Talks and umbrella: Escalation −1.
    Close: Japan signed and is in touch, so R7 takes from Australia alone; Japan at 7: R9.
    """
    game = Table(turn=6)
    game.one_text({"talks": "firm", "umbrella": "balanced"}, ["US", "JPN"])
    game.expect(
        """
        procedure one-text aJP +1 6>7
        procedure one-text pKR -1 5>4
        procedure one-text pAU -1 3>2
        procedure one-text INT -2 3>1
        procedure one-text ESC -1 3>2
        procedure one-text CAP +1 6>7
        close R7 aAU -1 6>5
        close R8 dPRC -1 5>4
        close R8 dDPRK -1 5>4
        close R9 pJP -1 4>3
        """
    )
    assert game.effort("US") == (6, 0)
    assert game.effort("JPN") == (4, 0)


ALL_SIGN = """
    procedure one-text aJP +1 6>7
    procedure one-text aKR +1 5>6
    procedure one-text aAU +1 6>7
    procedure one-text dPRC +1 5>6
    procedure one-text dDPRK +1 5>6
    procedure one-text dRUS +1 6>7
    procedure one-text INT +1 3>4
    procedure one-text CAP +1 6>7
"""


@pytest.mark.parametrize(
    "lines",
    [
        {},
        {"threats": "firm"},
        {"threats": "firm", "talks": "firm"},
        {"umbrella": "balanced", "wording": "firm"},
        {"talks": "firm", "umbrella": "silent"},
    ],
)
def test_ruling_091_an_unset_line_is_silent(lines: dict[str, str]) -> None:
    """Given talks or umbrella unset, when all sign, then no Escalation; threats move nothing."""
    game = Table(turn=6)
    game.one_text(lines, ALL)
    game.expect(ALL_SIGN, stage="moves")


def test_ruling_091_a_signature_is_no_co_signature() -> None:
    """Given A03 and a text that all sign, when it closes, then no Joint +1 and no S10."""
    game = Table(turn=6)
    game.play("A03", "solo")
    game.one_text({}, ALL)
    game.expect(
        """
        printed A03 aAU +1 6>7
        procedure one-text aJP +1 6>7
        procedure one-text aKR +1 5>6
        procedure one-text aAU +1 7>8
        procedure one-text dPRC +1 5>6
        procedure one-text dDPRK +1 5>6
        procedure one-text dRUS +1 6>7
        procedure one-text INT +1 3>4
        procedure one-text CAP +1 6>7
        """,
        stage="moves",
    )
    assert game.effort("AUS") == (4, 1)


def test_ruling_091_only_in_the_last_turn_and_before_closing() -> None:
    """Given turn 5, or a closed hand-in, when somebody signs, then it is refused."""
    sign = do.SignText("one-text", "JPN")
    assert Table(turn=5).refused(sign).code == "NoSuchText"
    game = Table(turn=6)
    game.one_text({}, ["JPN", "ROK"])
    game.to(Phase.REVEAL)
    assert game.refused(do.SignText("one-text", "AUS")).code == "NotNow"
    assert game.refused(do.SettleLine("one-text", "talks", "firm")).code == "NotNow"


@pytest.mark.parametrize("signers", [(), ("US",), ("JPN",)])
def test_ruling_092_no_text_without_two(signers: tuple[str, ...]) -> None:
    """Given one signature or none, when the hand-in closes, then there is no text.

    Nobody has signed a text that does not exist: R7 takes from Japan and Australia.
    """
    game = Table(turn=6)
    game.one_text({"talks": "firm", "umbrella": "firm"}, signers)
    game.expect(
        """
        close R7 aJP -1 6>5
        close R7 aAU -1 6>5
        close R8 dPRC -1 5>4
        close R8 dDPRK -1 5>4
        """
    )


def test_ruling_092_a_signature_taken_back() -> None:
    """Given two signatures, when one is taken back before closing, then there is no text."""
    game = Table(turn=6)
    game.one_text({}, ["US", "JPN"])
    game.do(do.SignText("one-text", "US", signed=False))
    game.expect("", stage="moves")


def test_ruling_093_all_sign() -> None:
    """Given all sign and neither talks nor umbrella is silent, when it closes, then all rises."""
    game = Table(turn=6)
    game.one_text({"talks": "balanced", "umbrella": "firm"}, ALL)
    game.expect(
        """
        procedure one-text aJP +1 6>7
        procedure one-text aKR +1 5>6
        procedure one-text aAU +1 6>7
        procedure one-text dPRC +1 5>6
        procedure one-text dDPRK +1 5>6
        procedure one-text dRUS +1 6>7
        procedure one-text INT +1 3>4
        procedure one-text ESC -1 3>2
        procedure one-text CAP +1 6>7
        """,
        stage="moves",
    )


def test_ruling_093_all_allies_are_not_all_seats() -> None:
    """Given the US alone does not sign, when it closes, then it loses nothing and all gain less."""
    game = Table(turn=6)
    game.one_text({"talks": "balanced", "umbrella": "firm"}, ["JPN", "ROK", "AUS"])
    game.expect(
        """
        procedure one-text aJP +1 6>7
        procedure one-text aKR +1 5>6
        procedure one-text aAU +1 6>7
        procedure one-text ESC -1 3>2
        """,
        stage="moves",
    )


def test_ruling_093_outside_r5_and_added_to_s3() -> None:
    """Given U11 with two signers and U01, when all sign too, then the text stands on top of R5.

    Moves: Japan and the ROK gain 2 by signing and S3, of which R5 leaves 1; Escalation +1 −2 −1.
    """
    game = Table(turn=6, gauges={"ESC": 6})
    game.play("U01", "solo", host="AUS", target="PRC")
    game.play("U11", "joint", signers=["JPN", "ROK"], choices={"adversaries": ["PRC"]})
    game.consult("US", "AUS", "U01", "accepts")
    game.one_text({"talks": "firm", "umbrella": "firm"}, ALL)
    game.expect(
        """
        printed U01 aAU +1 6>7
        printed U01 dPRC +1 5>6
        printed U01 ESC +1 6>7
        printed U11 aAU -1 7>6
        printed U11 ESC -2 7>5
        printed U11 CAP +1 6>7
        channel R3/U11 aJP +1 6>7
        channel R3/U11 aKR +1 5>6
        combination S3 aJP +1 7>8
        combination S3 aKR +1 6>7
        combination S3 dPRC +1 6>7
        combination S3 dDPRK +1 5>6
        combination S3 dRUS +1 6>7
        combination S3 ESC -1 5>4
        limit R5 aJP -1 8>7
        limit R5 aKR -1 7>6
        procedure one-text aJP +1 7>8
        procedure one-text aKR +1 6>7
        procedure one-text aAU +1 6>7
        procedure one-text dPRC +1 7>8
        procedure one-text dDPRK +1 6>7
        procedure one-text dRUS +1 7>8
        procedure one-text INT +1 3>4
        procedure one-text ESC -1 4>3
        procedure one-text CAP +1 7>8
        """,
        stage="moves",
    )


def _after_u06(wording: str) -> Table:
    """Turn 6 of an exercise in which U06 was played; the US and Japan sign."""
    game = Table(turn=6)
    asked = [("US", ally, "U06", "accepts") for ally in ("JPN", "ROK", "AUS")]
    game.earlier(3, play("U06", "solo"), consulted=asked)
    game.one_text({"wording": wording}, ["US", "JPN"])
    return game


def test_ruling_094_wording_silent_after_u06() -> None:
    """Given U06 in turn 3 and wording silent, when two stand aside, then their Pressure stays."""
    _after_u06("silent").expect(
        """
        procedure one-text aJP +1 6>7
        procedure one-text INT -2 3>1
        procedure one-text CAP +1 6>7
        """,
        stage="moves",
    )


@pytest.mark.parametrize("wording", ["balanced", "firm"])
def test_ruling_094_wording_said_after_u06(wording: str) -> None:
    """Given U06 in turn 3 and wording not silent, when two stand aside, then it is popular."""
    _after_u06(wording).expect(
        """
        procedure one-text aJP +1 6>7
        procedure one-text pKR -1 5>4
        procedure one-text pAU -1 3>2
        procedure one-text INT -2 3>1
        procedure one-text CAP +1 6>7
        """,
        stage="moves",
    )


def test_ruling_094_u06_of_this_turn() -> None:
    """Given U06 in turn 6 itself and wording silent, when two stand aside, then it counts too."""
    game = Table(turn=6)
    game.play("U06", "solo")
    for ally in ("JPN", "ROK", "AUS"):
        game.consult("US", ally, "U06", "accepts")
    game.one_text({}, ["US", "JPN"])
    game.expect(
        """
        printed U06 aJP -1 6>5
        printed U06 aKR -1 5>4
        printed U06 aAU -1 6>5
        printed U06 dPRC -1 5>4
        printed U06 dDPRK -1 5>4
        printed U06 ESC -2 3>1
        printed U06 CAP +1 6>7
        procedure one-text aJP +1 5>6
        procedure one-text INT -2 3>1
        procedure one-text CAP +1 7>8
        """,
        stage="moves",
    )


def test_ruling_094_r6_cuts_the_rise() -> None:
    """Given lowest Assurance 5 and Integration 6, when all sign, then Integration stays 6."""
    game = Table(turn=6, gauges={"INT": 6})
    game.one_text({}, ALL)
    game.expect_gauge(
        "INT",
        """
        procedure one-text INT +1 6>7
        ceiling R6 INT -1 7>6
        """,
    )
    higher = Table(turn=6, gauges={"INT": 6, "aKR": 6})
    higher.one_text({}, ALL)
    higher.expect_gauge("INT", "procedure one-text INT +1 6>7")
