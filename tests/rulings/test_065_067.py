"""Rulings 65 to 67: combinations in general, S1 and S2."""

from __future__ import annotations

from tests.rulings.lines import BOTH_SHARE
from tests.rulings.table import Table, play

PUBLICS = {"towards": "publics", "countries": ("JPN", "ROK")}


# --- 65: in general ----------------------------------------------------------------------------


def test_ruling_065_combinations_apply_once_a_turn() -> None:
    """Given U01 and U02 beside U03, all Solo, which are two pairs for N2; when the ledger is made;
    then N2 stands once."""
    game = Table(turn=3)
    game.play("U01", "solo", host="JPN", target="PRC")
    game.play("U02", "solo")
    game.play("U03", "solo")
    # Japan 6 +1 +1 -1 -1 -1 -1 -1 = 3; ROK and Australia +1 -1 -1 -1 -1 = -3; PRC +3
    game.expect(
        """
        printed U01 aJP +1      6>7
        printed U01 dPRC +1     5>6
        printed U01 ESC +1      3>4
        printed U02 aJP +1      7>8
        printed U02 aKR +1      5>6
        printed U02 aAU +1      6>7
        printed U02 dPRC +1     6>7
        printed U02 dDPRK +1    5>6
        printed U02 CAP -1      6>5
        printed U03 aJP -1      8>7
        printed U03 aKR -1      6>5
        printed U03 aAU -1      7>6
        printed U03 pKR +1      5>6
        printed U03 dPRC +1     7>8
        printed U03 CAP +1      5>6
        channel R4/U01 aJP -1   7>6
        channel R4/U02 aJP -1   6>5
        channel R4/U02 aKR -1   5>4
        channel R4/U02 aAU -1   6>5
        channel R4/U03 aJP -1   5>4
        channel R4/U03 aKR -1   4>3
        channel R4/U03 aAU -1   5>4
        combination N2 aJP -1   4>3
        combination N2 aKR -1   3>2
        combination N2 aAU -1   4>3
        combination N2 ESC +1   4>5
        limit R5 aJP +1         3>4
        limit R5 aKR +1         2>3
        limit R5 aAU +1         3>4
        limit R5 dPRC -1        8>7
    """,
        "moves",
    )


def test_ruling_065_combinations_look_at_moves_not_at_what_is_left_of_them() -> None:
    """Given J03 with two lines cancelled and K06 Quiet; when the ledger is made; then S5 applies
    all the same."""
    game = Table(turn=3)
    game.play("J03", "solo")
    game.play("K06", "quiet", addressee="JPN")
    game.rule("printed J03 dDPRK", to=0)
    game.rule("printed J03 INT", to=0)
    game.expect(
        """
        printed J03 aJP +1             6>7
        printed J03 dDPRK +1 ruled 0   5>5
        printed J03 INT +1 ruled 0     3>3
        printed K06 pKR +1=0 R3        5>5
        printed K06 dDPRK +1=0 R3      5>5
        printed K06 INT +1             3>4
        combination S5 dDPRK +1        5>6
        combination S5 INT +1          4>5
    """,
        "moves",
    )


def test_ruling_065_combinations_may_recur() -> None:
    """Given U05 and U12 in turn 2, which was S8; when both are played in turn 4; then S8 again."""
    game = Table(turn=4)
    both = (play("U05", "solo"), play("U12", "solo", choices=PUBLICS))
    game.earlier(2, *both)
    game.play("U05", "solo")
    game.play("U12", "solo", choices=PUBLICS)
    game.expect(
        """
        printed U05 aJP +1      6>7
        printed U05 aKR +1      5>6
        printed U05 aAU +1      6>7
        printed U05 dDPRK +1    5>6
        printed U05 CAP -1      6>5
        printed U12 pJP -1      4>3
        printed U12 pKR -1      5>4
        combination S8 pJP -1   3>2
        combination S8 pKR -1   4>3
        combination S8 pAU -1   3>2
    """,
        "moves",
    )


def test_ruling_065_only_the_common_picture_comes_once_a_game() -> None:
    """Given J03 and K06 in turn 1, which was S5; when both are played in turn 4; then no S5."""
    game = Table(turn=4)
    game.earlier(1, play("J03", "solo"), play("K06", "solo"))
    game.play("J03", "solo")
    game.play("K06", "solo")
    game.expect(BOTH_SHARE, "moves")


# --- 66: S1 ------------------------------------------------------------------------------------


def test_ruling_066_full_escort_in_japan() -> None:
    """Given U01 Joint with its host Japan and J01 Solo; when the ledger is made; then S1 adds to
    host and target and cuts J01's Pressure; it costs 2 + 1 + 1."""
    game = Table(turn=3)
    game.play("U01", "joint", host="JPN", target="PRC", signers="JPN")
    game.play("J01", "solo")
    assert game.effort("US")[1] == 2
    assert game.effort("JPN")[1] == 2
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
    """,
        "moves",
    )


def test_ruling_066_full_escort_in_australia() -> None:
    """Given U01 Joint with its host Australia against Russia and A01 Solo; when the ledger is made;
    then S1 cuts A01's Pressure and nothing else of it."""
    game = Table(turn=3)
    game.play("U01", "joint", host="AUS", target="RUS", signers=["AUS", "JPN"])
    game.play("A01", "solo")
    # Australia: +1 +1 +1 +1 = 4, of which 1 may stand
    game.expect(
        """
        printed U01 aAU +1       6>7
        printed U01 dRUS +1      6>7
        printed U01 ESC +1       3>4
        printed A01 aAU +1       7>8
        printed A01 pAU +1=0 S1  3>3
        printed A01 dPRC +1      5>6
        printed A01 INT +1       3>4
        channel R3/U01 aJP +1    6>7
        channel R3/U01 aAU +1    8>9
        combination S1 aAU +1    9>10
        combination S1 dRUS +1   7>8
        limit R5 aAU -3          10>7
    """,
        "moves",
    )


def test_ruling_066_full_escort_in_the_rok_has_nothing_to_cut() -> None:
    """Given U01 Joint with its host the ROK and K01 Solo; when the ledger is made; then K01's
    calming stays."""
    game = Table(turn=3)
    game.play("U01", "joint", host="ROK", target="DPRK", signers="ROK")
    game.play("K01", "solo")
    game.expect(
        """
        printed U01 aKR +1        5>6
        printed U01 dDPRK +1      5>6
        printed U01 ESC +1        3>4
        printed K01 pKR -1        5>4
        printed K01 INT +1        3>4
        channel R3/U01 aKR +1     6>7
        combination S1 aKR +1     7>8
        combination S1 dDPRK +1   6>7
        limit R5 aKR -2           8>6
    """,
        "moves",
    )


def test_ruling_066_full_escort_needs_the_host_among_the_signers() -> None:
    """Given U01 Joint in Japan, signed by Australia, and J01; when the ledger is made; then no
    S1."""
    game = Table(turn=3)
    game.play("U01", "joint", host="JPN", target="PRC", signers="AUS")
    game.play("J01", "solo")
    game.expect(
        """
        printed U01 aJP +1     6>7
        printed U01 dPRC +1    5>6
        printed U01 ESC +1     3>4
        printed J01 pJP +1     4>5
        printed J01 INT +1     3>4
        channel R3/U01 aAU +1  6>7
    """,
        "moves",
    )


def test_ruling_066_full_escort_needs_the_hosts_own_card() -> None:
    """Given U01 Joint in the ROK, signed by it and Japan, and J01; when the ledger is made; then no
    S1."""
    game = Table(turn=3)
    game.play("U01", "joint", host="ROK", target="PRC", signers=["JPN", "ROK"])
    game.play("J01", "solo")
    game.expect(
        """
        printed U01 aKR +1     5>6
        printed U01 dPRC +1    5>6
        printed U01 ESC +1     3>4
        printed J01 pJP +1     4>5
        printed J01 INT +1     3>4
        channel R3/U01 aJP +1  6>7
        channel R3/U01 aKR +1  6>7
        limit R5 aKR -1        7>6
    """,
        "moves",
    )


def test_ruling_066_full_escort_is_not_quiet() -> None:
    """Given U01 Joint with Japan and J01 Quiet; when the ledger is made; then no S1, and it is R3
    that cuts the Pressure."""
    game = Table(turn=3)
    game.play("U01", "joint", host="JPN", target="PRC", signers="JPN")
    game.play("J01", "quiet", addressee="US")
    game.expect(
        """
        printed U01 aJP +1       6>7
        printed U01 dPRC +1      5>6
        printed U01 ESC +1       3>4
        printed J01 pJP +1=0 R3  4>4
        printed J01 INT +1       3>4
        channel R3/U01 aJP +1    7>8
        limit R5 aJP -1          8>7
    """,
        "moves",
    )


def test_ruling_066_full_escort_is_joint() -> None:
    """Given U01 Solo in Japan, who was asked, and J01; when the ledger is made; then no S1."""
    game = Table(turn=3)
    game.play("U01", "solo", host="JPN", target="PRC")
    game.consult("US", "JPN", "U01", "supports")
    game.play("J01", "solo")
    game.expect(
        """
        printed U01 aJP +1   6>7
        printed U01 dPRC +1  5>6
        printed U01 ESC +1   3>4
        printed J01 pJP +1   4>5
        printed J01 INT +1   3>4
    """,
        "moves",
    )


# --- 67: S2 ------------------------------------------------------------------------------------


def test_ruling_067_managed_change_covers_each_signer() -> None:
    """Given U03 Solo and U04 signed by Japan; when the ledger is made; then Japan's loss is cut and
    it was asked; the others lose, and the ROK's Pressure rises."""
    game = Table(turn=3)
    game.play("U03", "solo")
    game.play("U04", "joint", signers="JPN")
    game.expect(
        """
        printed U03 aJP -1=0 S2  6>6
        printed U03 aKR -1       5>4
        printed U03 aAU -1       6>5
        printed U03 pKR +1       5>6
        printed U03 dPRC +1      5>6
        printed U03 CAP +1       6>7
        printed U04 aJP +1       6>7
        printed U04 pJP -1       4>3
        channel R4/U03 aKR -1    4>3
        channel R4/U03 aAU -1    5>4
        channel R3/U04 aJP +1    7>8
        limit R5 aJP -1          8>7
    """,
        "moves",
    )


def test_ruling_067_managed_change_calms_the_rok_if_it_signed() -> None:
    """Given U03 Solo and U04 signed by the ROK; when the ledger is made; then its loss and its
    Pressure +1 are cut."""
    game = Table(turn=3)
    game.play("U03", "solo")
    game.play("U04", "joint", signers="ROK")
    game.expect(
        """
        printed U03 aJP -1       6>5
        printed U03 aKR -1=0 S2  5>5
        printed U03 aAU -1       6>5
        printed U03 pKR +1=0 S2  5>5
        printed U03 dPRC +1      5>6
        printed U03 CAP +1       6>7
        printed U04 aKR +1       5>6
        printed U04 pKR -1       5>4
        channel R4/U03 aJP -1    5>4
        channel R4/U03 aAU -1    5>4
        channel R3/U04 aKR +1    6>7
        limit R5 aKR -1          7>6
    """,
        "moves",
    )


def test_ruling_067_managed_change_covers_a_withdrawal() -> None:
    """Given U02 in turn 2, U03 Solo and U04 signed by all three; when the ledger is made; then no
    line of the withdrawal's Assurance is left, and nobody is surprised."""
    game = Table(turn=4)
    game.earlier(2, play("U02", "solo"))
    game.play("U03", "solo")
    game.play("U04", "joint", signers=["JPN", "ROK", "AUS"])
    game.expect(
        """
        printed U03 aJP -2=0 S2  6>6
        printed U03 aKR -2=0 S2  5>5
        printed U03 aAU -2=0 S2  6>6
        printed U03 pKR +1=0 S2  5>5
        printed U03 dPRC +1      5>6
        printed U03 CAP +1       6>7
        printed U04 aJP +1       6>7
        printed U04 aKR +1       5>6
        printed U04 aAU +1       6>7
        printed U04 pJP -1       4>3
        printed U04 pKR -1       5>4
        printed U04 pAU -1       3>2
        channel R3/U04 aJP +1    7>8
        channel R3/U04 aKR +1    6>7
        channel R3/U04 aAU +1    7>8
        limit R5 aJP -1          8>7
        limit R5 aKR -1          7>6
        limit R5 aAU -1          8>7
    """,
        "moves",
    )


def test_ruling_067_managed_change_does_not_silence_an_objection() -> None:
    """Given U03 Solo, U04 signed by Japan, and Japan objecting to U03; when the ledger is made;
    then its loss is cut, but R4 stands."""
    game = Table(turn=3)
    game.play("U03", "solo")
    game.play("U04", "joint", signers="JPN")
    game.consult("US", "JPN", "U03", "objects")
    # U04 and the signature, less R4: one up, which R5 allows
    game.expect_gauge(
        "aJP",
        """
        printed U03 aJP -1=0 S2  6>6
        printed U04 aJP +1       6>7
        channel R4/U03 aJP -1    7>6
        channel R3/U04 aJP +1    6>7
    """,
    )


def test_ruling_067_managed_change_needs_both_in_one_turn() -> None:
    """Given U04 signed by Japan last turn; when U03 is played Solo; then nothing is cut."""
    game = Table(turn=3)
    game.earlier(2, play("U04", "joint", signers="JPN"))
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
