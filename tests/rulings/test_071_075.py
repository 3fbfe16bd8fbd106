"""Rulings 71–75: what S6 to S11 do. Every ledger here was worked out by hand."""

from __future__ import annotations

from tests.rulings.cards import play
from tests.rulings.table import Table, all_asked

PUBLICS = "publics"


def _case_made(game: Table, *countries: str) -> None:
    """U12 before the publics of two allies."""
    game.play("U12", "solo", choices={"towards": PUBLICS, "countries": countries})


# --- 71: S6 -------------------------------------------------------------------------------------


def test_ruling_071_paired_access() -> None:
    """Given both pacts signed with each other, when they lie in one turn, then S6 lifts all three.

    Japan and Australia: printed +1, Joint +1 and S6 +1 are 3, of which R5 leaves 1; Integration
    1 + 1 + 1 is 3, of which it leaves 2. R6: the lowest Assurance is 5, so Integration may reach 6.
    """
    game = Table(turn=2)
    game.play("J07", "joint", signers=["AUS"])
    game.play("A06", "joint", signers=["JPN"])
    game.expect(
        """
        printed J07 aJP +1 6>7
        printed J07 INT +1 3>4
        printed A06 aAU +1 6>7
        printed A06 INT +1 4>5
        channel R3/J07 aAU +1 7>8
        channel R3/A06 aJP +1 7>8
        combination S6 aJP +1 8>9
        combination S6 aAU +1 8>9
        combination S6 INT +1 5>6
        limit R5 aJP -2 9>7
        limit R5 aAU -2 9>7
        limit R5 INT -1 6>5
        """,
        stage="moves",
    )


def test_ruling_071_the_pact_is_with_another_ally() -> None:
    """Given the pact signed by the ROK, when Australia plays A06, then there is no S6."""
    game = Table(turn=2)
    game.play("J07", "joint", signers=["ROK"])
    game.play("A06", "joint", signers=["JPN"])
    game.expect(
        """
        printed J07 aJP +1 6>7
        printed J07 INT +1 3>4
        printed A06 aAU +1 6>7
        printed A06 INT +1 4>5
        channel R3/J07 aKR +1 5>6
        channel R3/A06 aJP +1 7>8
        limit R5 aJP -1 8>7
        """,
        stage="moves",
    )


def test_ruling_071_not_in_two_turns() -> None:
    """Given the pact of an earlier turn, when A06 follows it, then there is no S6."""
    game = Table(turn=3)
    game.earlier(2, play("J07", "joint", signers=["AUS"]))
    game.play("A06", "joint", signers=["JPN"])
    game.expect(
        """
        printed A06 aAU +1 6>7
        printed A06 INT +1 3>4
        channel R3/A06 aJP +1 6>7
        """,
        stage="moves",
    )


# --- 72: S7 -------------------------------------------------------------------------------------


def test_ruling_072_strike_in_a_frame() -> None:
    """Given J02 co-signed by the US, when it is played, then Integration rises instead of falling.

    S7 cuts Integration −1 and Escalation +1 and adds +1. The US has no Assurance, so no Joint +1.
    """
    game = Table(turn=3)
    game.play("J02", "joint", signers=["US"])
    game.expect(
        """
        printed J02 pJP -1 4>3
        printed J02 dPRC +1 5>6
        printed J02 dDPRK +1 5>6
        printed J02 INT -1=0 S7 3>3
        printed J02 ESC +1=0 S7 3>3
        combination S7 INT +1 3>4
        """,
        stage="moves",
    )


def test_ruling_072_the_us_among_others() -> None:
    """Given the ROK signs beside the US, when J02 is played, then S7 applies and the ROK gains."""
    game = Table(turn=3)
    game.play("J02", "joint", signers=["US", "ROK"])
    game.expect(
        """
        printed J02 pJP -1 4>3
        printed J02 dPRC +1 5>6
        printed J02 dDPRK +1 5>6
        printed J02 INT -1=0 S7 3>3
        printed J02 ESC +1=0 S7 3>3
        channel R3/J02 aKR +1 5>6
        combination S7 INT +1 3>4
        """,
        stage="moves",
    )


def test_ruling_072_co_signed_only_by_others() -> None:
    """Given only the ROK signs, when J02 is played, then it is as printed."""
    game = Table(turn=3)
    game.play("J02", "joint", signers=["ROK"])
    game.expect(
        """
        printed J02 pJP -1 4>3
        printed J02 dPRC +1 5>6
        printed J02 dDPRK +1 5>6
        printed J02 INT -1 3>2
        printed J02 ESC +1 3>4
        channel R3/J02 aKR +1 5>6
        """,
        stage="moves",
    )


# --- 73: S8, S9 ---------------------------------------------------------------------------------


def test_ruling_073_all_on_one_public() -> None:
    """Given U05, U12 naming the ROK, and K07, when all meet, then R5 gives 2 of 4 back.

    The ruling's example: −1 −1 −1 −1 on ROK Pressure → R5 line +2. ROK Assurance: U05 +1 and
    S9 +1 are 2, of which R5 leaves 1. Japan's Pressure falls by U12 and S8: 2, which R5 allows.
    """
    game = Table(turn=2)
    game.play("U05", "solo")
    _case_made(game, "JPN", "ROK")
    game.play("K07", "solo")
    game.expect(
        """
        printed U05 aJP +1 6>7
        printed U05 aKR +1 5>6
        printed U05 aAU +1 6>7
        printed U05 dDPRK +1 5>6
        printed U05 CAP -1 6>5
        printed U12 pJP -1 4>3
        printed U12 pKR -1 5>4
        printed K07 pKR -1 4>3
        combination S8 pJP -1 3>2
        combination S8 pKR -1 3>2
        combination S8 pAU -1 3>2
        combination S9 aKR +1 6>7
        combination S9 pKR -1 2>1
        limit R5 aKR -1 7>6
        limit R5 pKR +2 1>3
        """,
        stage="moves",
    )


def test_ruling_073_also_where_the_debate_goes_wrong() -> None:
    """Given ROK Assurance 4, when U12 meets K07, then K07 prints +1 and S9 still answers it."""
    game = Table(turn=2, gauges={"aKR": 4})
    _case_made(game, "ROK", "AUS")
    game.play("K07", "solo")
    game.expect(
        """
        printed U12 pKR -1 5>4
        printed U12 pAU -1 3>2
        printed K07 pKR +1 4>5
        combination S9 aKR +1 4>5
        combination S9 pKR -1 5>4
        """,
        stage="moves",
    )


def test_ruling_073_once_for_each_ally() -> None:
    """Given two debates and both named, when U12 answers, then S9 applies to each of the two."""
    game = Table(turn=2)
    _case_made(game, "JPN", "ROK")
    game.play("J04", "solo")
    game.play("K07", "solo")
    game.expect(
        """
        printed U12 pJP -1 4>3
        printed U12 pKR -1 5>4
        printed J04 pJP -1 3>2
        printed K07 pKR -1 4>3
        combination S9 aJP +1 6>7
        combination S9 aKR +1 5>6
        combination S9 pJP -1 2>1
        combination S9 pKR -1 3>2
        limit R5 pJP +1 1>2
        limit R5 pKR +1 2>3
        """,
        stage="moves",
    )


def test_ruling_073_an_ally_that_is_not_named() -> None:
    """Given U12 before others, when the ROK debates, then nobody came to answer."""
    game = Table(turn=2)
    _case_made(game, "JPN", "AUS")
    game.play("K07", "solo")
    game.expect(
        """
        printed U12 pJP -1 4>3
        printed U12 pAU -1 3>2
        printed K07 pKR -1 5>4
        """,
        stage="moves",
    )


def test_ruling_073_both_audiences_means_allied_publics() -> None:
    """Given U12 at home, when U05 is played too, then there is no S8."""
    game = Table(turn=2)
    game.play("U05", "solo")
    game.play("U12", "solo", choices={"towards": ["home"]})
    game.expect(
        """
        printed U05 aJP +1 6>7
        printed U05 aKR +1 5>6
        printed U05 aAU +1 6>7
        printed U05 dDPRK +1 5>6
        printed U05 CAP -1 6>5
        printed U12 CAP +2 5>7
        """,
        stage="moves",
    )


# --- 74: S10 ------------------------------------------------------------------------------------


def test_ruling_074_the_convenor() -> None:
    """Given A03, when two allies co-sign U04, then three seats stand on it: Australia +1.

    Japan and the ROK: printed +1 and Joint +1; Australia: A03 +1 and S10 +1. R5 leaves 1 of each.
    """
    game = Table(turn=2)
    game.play("U04", "joint", signers=["JPN", "ROK"])
    game.play("A03", "solo")
    game.expect(
        """
        printed U04 aJP +1 6>7
        printed U04 aKR +1 5>6
        printed U04 pJP -1 4>3
        printed U04 pKR -1 5>4
        printed A03 aAU +1 6>7
        channel R3/U04 aJP +1 7>8
        channel R3/U04 aKR +1 6>7
        combination S10 aAU +1 7>8
        limit R5 aJP -1 8>7
        limit R5 aKR -1 7>6
        limit R5 aAU -1 8>7
        """,
        stage="moves",
    )


def test_ruling_074_any_leader() -> None:
    """Given A03, when Japan's own move has two co-signers, the US among them, then S10 applies."""
    game = Table(turn=2)
    game.play("J03", "joint", signers=["US", "ROK"])
    game.play("A03", "solo")
    game.expect(
        """
        printed J03 aJP +1 6>7
        printed J03 dDPRK +1 5>6
        printed J03 INT +1 3>4
        printed A03 aAU +1 6>7
        channel R3/J03 aKR +1 5>6
        combination S10 aAU +1 7>8
        limit R5 aAU -1 8>7
        """,
        stage="moves",
    )


def test_ruling_074_two_seats_are_not_three() -> None:
    """Given A03, when only one ally co-signs, then two seats stand on it: no S10."""
    game = Table(turn=2)
    game.play("U04", "joint", signers=["JPN"])
    game.play("A03", "solo")
    game.expect(
        """
        printed U04 aJP +1 6>7
        printed U04 pJP -1 4>3
        printed A03 aAU +1 6>7
        channel R3/U04 aJP +1 7>8
        limit R5 aJP -1 8>7
        """,
        stage="moves",
    )


def test_ruling_074_another_move_than_a03() -> None:
    """Given A03 itself signed by all, when no other Joint move lies there, then no S10."""
    game = Table(turn=2)
    game.play("A03", "joint", signers=["JPN", "ROK"])
    game.expect(
        """
        printed A03 aAU +1 6>7
        channel R3/A03 aJP +1 6>7
        channel R3/A03 aKR +1 5>6
        """,
        stage="moves",
    )


# --- 75: S11 ------------------------------------------------------------------------------------


def test_ruling_075_words_with_weight() -> None:
    """Given U08 of an earlier turn and all three asked, when U06 is played, then nobody loses."""
    game = Table(turn=3)
    game.earlier(1, play("U08", "joint", signers=["JPN", "ROK"]))
    game.play("U06", "solo")
    all_asked(game)
    game.expect(
        """
        printed U06 aJP -1=0 S11 6>6
        printed U06 aKR -1=0 S11 5>5
        printed U06 aAU -1=0 S11 6>6
        printed U06 dPRC -1=0 S11 5>5
        printed U06 dDPRK -1=0 S11 5>5
        printed U06 ESC -2 3>1
        printed U06 CAP +1 6>7
        """,
        stage="moves",
    )


def test_ruling_075_signing_is_being_asked() -> None:
    """Given U08, when all three co-sign U06 unasked, then S11, and each gains by it."""
    game = Table(turn=3)
    game.earlier(1, play("U08", "joint", signers=["JPN", "ROK"]))
    game.play("U06", "joint", signers=["JPN", "ROK", "AUS"])
    game.expect(
        """
        printed U06 aJP -1=0 S11 6>6
        printed U06 aKR -1=0 S11 5>5
        printed U06 aAU -1=0 S11 6>6
        printed U06 dPRC -1=0 S11 5>5
        printed U06 dDPRK -1=0 S11 5>5
        printed U06 ESC -2 3>1
        printed U06 CAP +1 6>7
        channel R3/U06 aJP +1 6>7
        channel R3/U06 aKR +1 5>6
        channel R3/U06 aAU +1 6>7
        """,
        stage="moves",
    )


def test_ruling_075_one_objection_undoes_it() -> None:
    """Given U08 and all asked, when the ROK objects, then no S11; the ROK is overruled (R4)."""
    game = Table(turn=3)
    game.earlier(1, play("U08", "joint", signers=["JPN", "ROK"]))
    game.play("U06", "solo")
    game.consult("US", "JPN", "U06", "supports")
    game.consult("US", "ROK", "U06", "objects")
    game.consult("US", "AUS", "U06", "accepts")
    game.expect(
        """
        printed U06 aJP -1 6>5
        printed U06 aKR -1 5>4
        printed U06 aAU -1 6>5
        printed U06 dPRC -1 5>4
        printed U06 dDPRK -1 5>4
        printed U06 ESC -2 3>1
        printed U06 CAP +1 6>7
        channel R4/U06 aKR -1 4>3
        """,
        stage="moves",
    )


def test_ruling_075_one_left_out_undoes_it() -> None:
    """Given U08, when Australia alone is not asked, then no S11, and N1 for Australia."""
    game = Table(turn=3)
    game.earlier(1, play("U08", "joint", signers=["JPN", "ROK"]))
    game.play("U06", "solo")
    game.consult("US", "JPN", "U06", "accepts")
    game.consult("US", "ROK", "U06", "accepts")
    game.expect(
        """
        printed U06 aJP -1 6>5
        printed U06 aKR -1 5>4
        printed U06 aAU -1 6>5
        printed U06 dPRC -1 5>4
        printed U06 dDPRK -1 5>4
        printed U06 ESC -2 3>1
        printed U06 CAP +1 6>7
        channel R4/U06 aAU -1=0 N1 5>5
        combination N1 aAU -2 5>3
        combination N1 pAU +1 3>4
        limit R5 aAU +1 3>4
        """,
        stage="moves",
    )


def test_ruling_075_neither_body_nor_rotation() -> None:
    """Given neither U08 nor U02, when all are asked about U06, then it costs what it prints."""
    game = Table(turn=3)
    game.play("U06", "solo")
    all_asked(game)
    game.expect(
        """
        printed U06 aJP -1 6>5
        printed U06 aKR -1 5>4
        printed U06 aAU -1 6>5
        printed U06 dPRC -1 5>4
        printed U06 dDPRK -1 5>4
        printed U06 ESC -2 3>1
        printed U06 CAP +1 6>7
        """,
        stage="moves",
    )


def test_ruling_075_the_body_of_this_turn() -> None:
    """Given U08 played in the same turn, when all are asked about U06, then S11 applies.

    Japan signs U08: printed +1 and Joint +1, of which R5 leaves 1.
    """
    game = Table(turn=3)
    game.play("U06", "solo")
    game.play("U08", "joint", signers=["JPN"])
    all_asked(game)
    game.expect(
        """
        printed U06 aJP -1=0 S11 6>6
        printed U06 aKR -1=0 S11 5>5
        printed U06 aAU -1=0 S11 6>6
        printed U06 dPRC -1=0 S11 5>5
        printed U06 dDPRK -1=0 S11 5>5
        printed U06 ESC -2 3>1
        printed U06 CAP +1 6>7
        printed U08 aJP +1 6>7
        printed U08 pJP -1 4>3
        printed U08 INT +1 3>4
        printed U08 CAP -1 7>6
        channel R3/U08 aJP +1 7>8
        limit R5 aJP -1 8>7
        """,
        stage="moves",
    )


def test_ruling_075_a_rotation_that_stands() -> None:
    """Given U02 of an earlier turn, when all are asked about U06, then S11 applies."""
    game = Table(turn=3)
    game.earlier(1, play("U02", "solo"))
    game.play("U06", "solo")
    all_asked(game)
    game.expect(
        """
        printed U06 aJP -1=0 S11 6>6
        printed U06 aKR -1=0 S11 5>5
        printed U06 aAU -1=0 S11 6>6
        printed U06 dPRC -1=0 S11 5>5
        printed U06 dDPRK -1=0 S11 5>5
        printed U06 ESC -2 3>1
        printed U06 CAP +1 6>7
        """,
        stage="moves",
    )


def test_ruling_075_a_rotation_that_was_withdrawn() -> None:
    """Given U02 withdrawn by U03 before, when all are asked about U06, then there is no S11."""
    game = Table(turn=3)
    game.earlier(1, play("U02", "solo"))
    game.earlier(2, play("U03", "solo"))
    game.play("U06", "solo")
    all_asked(game)
    game.expect(
        """
        printed U06 aJP -1 6>5
        printed U06 aKR -1 5>4
        printed U06 aAU -1 6>5
        printed U06 dPRC -1 5>4
        printed U06 dDPRK -1 5>4
        printed U06 ESC -2 3>1
        printed U06 CAP +1 6>7
        """,
        stage="moves",
    )


def test_ruling_075_a_rotation_that_is_withdrawn_in_this_turn() -> None:
    """Given U02 stood after Brief, when U03 withdraws it beside U06, then S11 applies all the same.

    Only U06's lines are cut: withdrawal −2 and R4 −1 (nobody was asked about U03) are 3 down, of
    which R5 gives 1 back. No N2, for no visit or rotation was played in this turn.
    """
    game = Table(turn=3)
    game.earlier(1, play("U02", "solo"))
    game.play("U03", "solo")
    game.play("U06", "solo")
    all_asked(game)
    game.expect(
        """
        printed U03 aJP -2 6>4
        printed U03 aKR -2 5>3
        printed U03 aAU -2 6>4
        printed U03 pKR +1 5>6
        printed U03 dPRC +1 5>6
        printed U03 CAP +1 6>7
        printed U06 aJP -1=0 S11 4>4
        printed U06 aKR -1=0 S11 3>3
        printed U06 aAU -1=0 S11 4>4
        printed U06 dPRC -1=0 S11 6>6
        printed U06 dDPRK -1=0 S11 5>5
        printed U06 ESC -2 3>1
        printed U06 CAP +1 7>8
        channel R4/U03 aJP -1 4>3
        channel R4/U03 aKR -1 3>2
        channel R4/U03 aAU -1 4>3
        limit R5 aJP +1 3>4
        limit R5 aKR +1 2>3
        limit R5 aAU +1 3>4
        """,
        stage="moves",
    )


def test_ruling_075_does_not_prevent_mixed_signals() -> None:
    """Given U02 in the same turn, when all are asked about U06, then S11 and N2 both apply."""
    game = Table(turn=3)
    game.play("U02", "joint", signers=["JPN"])
    game.play("U06", "solo")
    all_asked(game)
    game.expect(
        """
        printed U02 aJP +1 6>7
        printed U02 aKR +1 5>6
        printed U02 aAU +1 6>7
        printed U02 dPRC +1 5>6
        printed U02 dDPRK +1 5>6
        printed U02 CAP -1 6>5
        printed U06 aJP -1=0 S11 7>7
        printed U06 aKR -1=0 S11 6>6
        printed U06 aAU -1=0 S11 7>7
        printed U06 dPRC -1=0 S11 6>6
        printed U06 dDPRK -1=0 S11 6>6
        printed U06 ESC -2 3>1
        printed U06 CAP +1 5>6
        channel R3/U02 aJP +1 7>8
        combination N2 aJP -1 8>7
        combination N2 aKR -1 6>5
        combination N2 aAU -1 7>6
        combination N2 ESC +1 1>2
        """,
        stage="moves",
    )
