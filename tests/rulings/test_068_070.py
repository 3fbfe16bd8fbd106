"""Rulings 68 to 70: S3 to S5."""

from __future__ import annotations

from typing import Any

import pytest

from tests.rulings.lines import BOTH_SHARE
from tests.rulings.table import Table, play

TALKS = {"adversaries": ("PRC",)}


# --- 68: S3 ------------------------------------------------------------------------------------


def test_ruling_068_dual_track_with_a_visit() -> None:
    """Given U11 signed by Japan and the ROK, and U01 Solo in Australia, who was asked; when the
    ledger is made; then S3 lifts all three Deterrences and both signers, and cools once more."""
    game = Table(turn=3)
    game.play("U01", "solo", host="AUS", target="PRC")
    game.play("U11", "joint", signers=["JPN", "ROK"], choices=TALKS)
    game.consult("US", "AUS", "U01", "accepts")
    # Escalation: +1 -2 -1 = -2, which R5 allows
    game.expect(
        """
        printed U01 aAU +1       6>7
        printed U01 dPRC +1      5>6
        printed U01 ESC +1       3>4
        printed U11 aAU -1       7>6
        printed U11 ESC -2       4>2
        printed U11 CAP +1       6>7
        channel R3/U11 aJP +1    6>7
        channel R3/U11 aKR +1    5>6
        combination S3 aJP +1    7>8
        combination S3 aKR +1    6>7
        combination S3 dPRC +1   6>7
        combination S3 dDPRK +1  5>6
        combination S3 dRUS +1   6>7
        combination S3 ESC -1    2>1
        limit R5 aJP -1          8>7
        limit R5 aKR -1          7>6
    """,
        "moves",
    )


DUAL = [
    "S3 aJP +1",
    "S3 aKR +1",
    "S3 dPRC +1",
    "S3 dDPRK +1",
    "S3 dRUS +1",
    "S3 ESC -1",
]


@pytest.mark.parametrize(
    ("posture", "channel", "more", "applies"),
    [
        ("U01", "solo", {"host": "JPN", "target": "PRC"}, True),
        ("U01", "joint", {"host": "JPN", "target": "PRC", "signers": "JPN"}, True),
        ("U01", "quiet", {"host": "JPN", "target": "PRC"}, False),
        ("U02", "solo", {}, True),
        ("U10", "solo", {"host": "JPN", "target": "PRC"}, True),
        ("U05", "solo", {}, False),
        ("U03", "solo", {}, False),
    ],
)
def test_ruling_068_dual_track_needs_posture_that_is_seen(
    posture: str, channel: str, more: dict[str, Any], applies: bool
) -> None:
    """Given U11 signed by Japan and the ROK; when U01, U02 or U10 is played beside it and is not
    Quiet; then S3 has six lines; beside anything else none."""
    game = Table(turn=3)
    game.play("U11", "joint", signers=["JPN", "ROK"], choices=TALKS)
    game.play(posture, channel, **more)
    lines = [line for line in game.ledger("moves") if line.cause == "S3"]
    shown = [f"{line.cause} {line.gauge} {line.made:+d}" for line in lines]
    assert shown == (DUAL if applies else [])


def test_ruling_068_dual_track_comes_once_beside_two_postures() -> None:
    """Given U11 signed by all three, U01 and U10; when the ledger is made; then S3 has a line for
    each signer and no line twice."""
    game = Table(turn=3)
    game.play("U11", "joint", signers=["JPN", "ROK", "AUS"], choices=TALKS)
    game.play("U01", "solo", host="JPN", target="PRC")
    game.play("U10", "solo", host="ROK", target="DPRK")
    # no U11 line for an ally. PRC and DPRK +1 +1. Escalation +1 -2 -1
    game.expect(
        """
        printed U01 aJP +1       6>7
        printed U01 dPRC +1      5>6
        printed U01 ESC +1       3>4
        printed U10 aKR +1       5>6
        printed U10 dDPRK +1     5>6
        printed U10 INT +1       3>4
        printed U10 CAP -1       6>5
        printed U11 ESC -2       4>2
        printed U11 CAP +1       5>6
        channel R4/U01 aJP -1    7>6
        channel R4/U10 aKR -1    6>5
        channel R3/U11 aJP +1    6>7
        channel R3/U11 aKR +1    5>6
        channel R3/U11 aAU +1    6>7
        combination S3 aJP +1    7>8
        combination S3 aKR +1    6>7
        combination S3 aAU +1    7>8
        combination S3 dPRC +1   6>7
        combination S3 dDPRK +1  6>7
        combination S3 dRUS +1   6>7
        combination S3 ESC -1    2>1
        limit R5 aJP -1          8>7
        limit R5 aKR -1          7>6
        limit R5 aAU -1          8>7
    """,
        "moves",
    )


def test_ruling_068_dual_track_needs_two_allies() -> None:
    """Given U11 signed by Japan alone and U02 Solo, all asked; when the ledger is made; then no
    S3."""
    game = Table(turn=3)
    game.play("U02", "solo")
    game.play("U11", "joint", signers="JPN", choices=TALKS)
    for ally in ("JPN", "ROK", "AUS"):
        game.consult("US", ally, "U02", "supports")
    # Japan: +1 +1, of which one may stand; ROK and Australia: +1 -1
    game.expect(
        """
        printed U02 aJP +1     6>7
        printed U02 aKR +1     5>6
        printed U02 aAU +1     6>7
        printed U02 dPRC +1    5>6
        printed U02 dDPRK +1   5>6
        printed U02 CAP -1     6>5
        printed U11 aKR -1     6>5
        printed U11 aAU -1     7>6
        printed U11 ESC -2     3>1
        printed U11 CAP +1     5>6
        channel R3/U11 aJP +1  7>8
        limit R5 aJP -1        8>7
    """,
        "moves",
    )


# --- 69: S4 ------------------------------------------------------------------------------------

ANSWERED = """
    printed U08 aKR +1      5>6
    printed U08 pKR -1      5>4
    printed U08 INT +1      3>4
    printed U08 CAP -1      6>5
    channel R3/U08 aKR +1   6>7
    combination S4 aKR +1   7>8
    combination S4 pKR -1   4>3
    limit R5 aKR -2         8>6
"""
UNASKED = """
    printed U08 aKR +1      5>6
    printed U08 pKR -1      5>4
    printed U08 INT +1      3>4
    printed U08 CAP -1      6>5
    channel R3/U08 aKR +1   6>7
    limit R5 aKR -1         7>6
"""


def test_ruling_069_asked_and_answered_in_one_turn() -> None:
    """Given K04 and U08 with the ROK in one turn; when the ledger is made; then S4."""
    game = Table(turn=3)
    game.play("K04", "solo")
    game.play("U08", "joint", signers="ROK")
    game.expect(ANSWERED, "moves")


@pytest.mark.parametrize(("turn", "hand"), [(2, ANSWERED), (1, UNASKED)])
def test_ruling_069_asked_and_answered_in_the_next_turn(turn: int, hand: str) -> None:
    """Given K04 in turn 2, or in turn 1; when U08 with the ROK is played in turn 3; then S4 in the
    turn of U08, or too late."""
    game = Table(turn=3)
    game.earlier(turn, play("K04", "solo"))
    game.play("U08", "joint", signers="ROK")
    game.expect(hand, "moves")


def test_ruling_069_asked_and_answered_closes_the_request() -> None:
    """Given K04 in turn 2 and U08 with the ROK in turn 3 or 2; when turns 3 and 4 close; then
    nothing of K04's is left, and S4 does not come again."""
    game = Table(turn=3)
    game.earlier(2, play("K04", "quiet", addressee="US"))
    game.play("U08", "joint", signers="ROK")
    game.expect(
        ANSWERED
        + """
        close R7 aJP -1     6>5
        close R7 aAU -1     6>5
        close R8 dPRC -1    5>4
        close R8 dDPRK -1   5>4
    """
    )
    later = Table(turn=3)
    later.earlier(2, play("K04", "solo"), play("U08", "joint", signers="ROK"))
    later.expect("", "moves")


def test_ruling_069_a_body_without_the_rok_answers_nothing() -> None:
    """Given K04 and U08 with Japan in one turn; when the ledger is made; then no S4."""
    game = Table(turn=3)
    game.play("K04", "solo")
    game.play("U08", "joint", signers="JPN")
    game.expect(
        """
        printed U08 aJP +1     6>7
        printed U08 pJP -1     4>3
        printed U08 INT +1     3>4
        printed U08 CAP -1     6>5
        channel R3/U08 aJP +1  7>8
        limit R5 aJP -1        8>7
    """,
        "moves",
    )


# --- 70: S5 ------------------------------------------------------------------------------------


def test_ruling_070_a_common_picture_in_one_turn() -> None:
    """Given J03 and K06 in one turn; when the ledger is made; then S5, and R5 takes back what is
    more than 2."""
    game = Table(turn=3)
    game.play("J03", "solo")
    game.play("K06", "solo")
    # both gauges +3; Integration 5 is below the ceiling of 6
    game.expect(
        BOTH_SHARE
        + """
        combination S5 dDPRK +1  7>8
        combination S5 INT +1    5>6
        limit R5 dDPRK -1        8>7
        limit R5 INT -1          6>5
    """,
        "moves",
    )


TRACKS = """
    printed J03 aJP +1       6>7
    printed J03 dDPRK +1     5>6
    printed J03 INT +1       3>4
"""
WARNING = """
    printed K06 pKR +1       5>6
    printed K06 dDPRK +1     5>6
    printed K06 INT +1       3>4
"""
PICTURE = """
    combination S5 dDPRK +1  6>7
    combination S5 INT +1    4>5
"""


@pytest.mark.parametrize(
    ("first", "second", "hand"), [("J03", "K06", WARNING), ("K06", "J03", TRACKS)]
)
def test_ruling_070_a_common_picture_either_first(first: str, second: str, hand: str) -> None:
    """Given one of the two in turn 2, or in turn 1; when the other is played in turn 3; then S5 in
    this turn, or none."""
    game = Table(turn=3)
    game.earlier(2, play(first, "solo"))
    game.play(second, "solo")
    game.expect(hand + PICTURE, "moves")
    game = Table(turn=3)
    game.earlier(1, play(first, "solo"))
    game.play(second, "solo")
    game.expect(hand, "moves")


def test_ruling_070_a_common_picture_comes_in_the_turn_of_the_later() -> None:
    """Given J03 in turn 1 and K06 in turn 2, which was S5; when turn 3 has neither, or J03 again;
    then no S5."""
    game = Table(turn=3)
    game.earlier(1, play("J03", "solo"))
    game.earlier(2, play("K06", "solo"))
    game.expect("", "moves")
    game.play("J03", "solo")
    game.expect(TRACKS, "moves")
