"""Rulings 71–83: what the cards do together. Every ledger here was worked out by hand."""

from __future__ import annotations

import pytest

from tests.rulings.cards import play
from tests.rulings.table import Table

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


def _all_asked(game: Table, move: str = "U06") -> None:
    for ally in ("JPN", "ROK", "AUS"):
        game.consult("US", ally, move, "accepts")


def test_ruling_075_words_with_weight() -> None:
    """Given U08 of an earlier turn and all three asked, when U06 is played, then nobody loses."""
    game = Table(turn=3)
    game.earlier(1, play("U08", "joint", signers=["JPN", "ROK"]))
    game.play("U06", "solo")
    _all_asked(game)
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
    _all_asked(game)
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
    _all_asked(game)
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
    _all_asked(game)
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
    _all_asked(game)
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
    _all_asked(game)
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
    _all_asked(game)
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


# --- 80: N5 -------------------------------------------------------------------------------------


def test_ruling_080_hedge_at_the_table() -> None:
    """Given U08 with the ROK, when K02 is Solo in that turn, then the ROK gains nothing from U08.

    Capital −1 −1 −1 is 3, of which R5 gives 1 back. Japan: +1 and Joint +1, of which it leaves 1.
    """
    game = Table(turn=2)
    game.play("U08", "joint", signers=["JPN", "ROK"])
    game.play("K02", "solo")
    game.expect(
        """
        printed U08 aJP +1 6>7
        printed U08 aKR +1=0 N5 5>5
        printed U08 pJP -1 4>3
        printed U08 pKR -1=0 N5 5>5
        printed U08 INT +1 3>4
        printed U08 CAP -1 6>5
        printed K02 pKR -1 5>4
        printed K02 dDPRK +1 5>6
        printed K02 INT -1 4>3
        printed K02 ESC +1 3>4
        printed K02 CAP -1 5>4
        channel R3/U08 aJP +1 7>8
        channel R3/U08 aKR +1=0 N5 5>5
        combination N5 CAP -1 4>3
        limit R5 aJP -1 8>7
        limit R5 CAP +1 3>4
        """,
        stage="moves",
    )


def test_ruling_080_another_joint_move_still_may() -> None:
    """Given N5, when the ROK also signs J03, then that signature gives it its +1."""
    game = Table(turn=2)
    game.play("U08", "joint", signers=["ROK"])
    game.play("J03", "joint", signers=["ROK"])
    game.play("K02", "solo")
    game.expect(
        """
        printed U08 aKR +1=0 N5 5>5
        printed U08 pKR -1=0 N5 5>5
        printed U08 INT +1 3>4
        printed U08 CAP -1 6>5
        printed J03 aJP +1 6>7
        printed J03 dDPRK +1 5>6
        printed J03 INT +1 4>5
        printed K02 pKR -1 5>4
        printed K02 dDPRK +1 6>7
        printed K02 INT -1 5>4
        printed K02 ESC +1 3>4
        printed K02 CAP -1 5>4
        channel R3/U08 aKR +1=0 N5 5>5
        channel R3/J03 aKR +1 5>6
        combination N5 CAP -1 4>3
        limit R5 CAP +1 3>4
        """,
        stage="moves",
    )


def test_ruling_080_the_first_joint_move_was_another() -> None:
    """Given N5, when the ROK signs U04 before U08, then its +1 comes by U04, and U08 earns none.

    The +1 of a turn comes by the first Joint move (ruling 18), so U08 has none to be cut.
    ROK: U04 +1 and Joint +1 are 2, of which R5 leaves 1. ROK Pressure: −1 (U04) −1 (K02).
    """
    game = Table(turn=2)
    game.play("U04", "joint", signers=["ROK"])
    game.play("U08", "joint", signers=["ROK"])
    game.play("K02", "solo")
    game.expect(
        """
        printed U04 aKR +1 5>6
        printed U04 pKR -1 5>4
        printed U08 aKR +1=0 N5 6>6
        printed U08 pKR -1=0 N5 4>4
        printed U08 INT +1 3>4
        printed U08 CAP -1 6>5
        printed K02 pKR -1 4>3
        printed K02 dDPRK +1 5>6
        printed K02 INT -1 4>3
        printed K02 ESC +1 3>4
        printed K02 CAP -1 5>4
        channel R3/U04 aKR +1 6>7
        combination N5 CAP -1 4>3
        limit R5 aKR -1 7>6
        limit R5 CAP +1 3>4
        """,
        stage="moves",
    )


def test_ruling_080_s4_is_cut_and_the_request_closed() -> None:
    """Given K04 a turn before, when N5 hits U08, then S4 is cut, and Close finds nothing open.

    Close: Japan signed and the ROK signed, so R7 takes from Australia alone; R8 as ever.
    """
    game = Table(turn=2)
    game.earlier(1, play("K04", "solo"))
    game.play("U08", "joint", signers=["JPN", "ROK"])
    game.play("K02", "solo")
    game.expect(
        """
        printed U08 aJP +1 6>7
        printed U08 aKR +1=0 N5 5>5
        printed U08 pJP -1 4>3
        printed U08 pKR -1=0 N5 5>5
        printed U08 INT +1 3>4
        printed U08 CAP -1 6>5
        printed K02 pKR -1 5>4
        printed K02 dDPRK +1 5>6
        printed K02 INT -1 4>3
        printed K02 ESC +1 3>4
        printed K02 CAP -1 5>4
        channel R3/U08 aJP +1 7>8
        channel R3/U08 aKR +1=0 N5 5>5
        combination S4 aKR +1=0 N5 5>5
        combination S4 pKR -1=0 N5 4>4
        combination N5 CAP -1 4>3
        limit R5 aJP -1 8>7
        limit R5 CAP +1 3>4
        """,
        stage="moves",
    )
    # Japan 7 is Confident: R9 lowers its Pressure from 3. DPRK rose to 6 by K02. Escalation is 4,
    # and K02 was Solo, a unilateral move: R10 leaves it.
    game.expect(
        """
        close R7 aAU -1 6>5
        close R8 dPRC -1 5>4
        close R8 dDPRK -1 6>5
        close R9 pJP -1 3>2
        """,
        stage="close",
    )


def test_ruling_080_the_rok_remains_a_member() -> None:
    """Given N5 hit U08, when the next turn comes, then the ROK consults as a member does."""
    game = Table(turn=3)
    game.earlier(2, play("U08", "joint", signers=["JPN", "ROK"]), play("K02", "solo"))
    assert game.consultations_left("US") == 4
    assert game.consultations_left("ROK") == 3
    assert game.consultations_left("AUS") == 2
    assert game.reasons("K04", "solo") != []


def test_ruling_080_a_quiet_paper_is_not_seen() -> None:
    """Given U08 with the ROK, when K02 is Quiet, then there is no N5."""
    game = Table(turn=2)
    game.play("U08", "joint", signers=["ROK"])
    game.play("K02", "quiet", addressee="US")
    game.expect(
        """
        printed U08 aKR +1 5>6
        printed U08 pKR -1 5>4
        printed U08 INT +1 3>4
        printed U08 CAP -1 6>5
        printed K02 pKR -1=0 R3 4>4
        printed K02 dDPRK +1=0 R3 5>5
        printed K02 INT -1 4>3
        printed K02 ESC +1=0 R3 3>3
        printed K02 CAP -1 5>4
        channel R3/U08 aKR +1 6>7
        limit R5 aKR -1 7>6
        """,
        stage="moves",
    )


def test_ruling_080_only_where_the_rok_sits_in() -> None:
    """Given U08 without the ROK, when K02 is Solo, then there is no N5."""
    game = Table(turn=2)
    game.play("U08", "joint", signers=["JPN"])
    game.play("K02", "solo")
    game.expect(
        """
        printed U08 aJP +1 6>7
        printed U08 pJP -1 4>3
        printed U08 INT +1 3>4
        printed U08 CAP -1 6>5
        printed K02 pKR -1 5>4
        printed K02 dDPRK +1 5>6
        printed K02 INT -1 4>3
        printed K02 ESC +1 3>4
        printed K02 CAP -1 5>4
        channel R3/U08 aJP +1 7>8
        limit R5 aJP -1 8>7
        """,
        stage="moves",
    )


# --- 81: N6 -------------------------------------------------------------------------------------


def test_ruling_081_over_our_heads() -> None:
    """Given all three were asked, when U11 is Solo, then N6 all the same."""
    game = Table(turn=3)
    game.play("U11", "solo", choices={"adversaries": ["PRC"]})
    _all_asked(game, "U11")
    game.expect(
        """
        printed U11 aJP -1 6>5
        printed U11 aKR -1 5>4
        printed U11 aAU -1 6>5
        printed U11 ESC -2 3>1
        printed U11 CAP +1 6>7
        combination N6 pJP +1 4>5
        combination N6 pKR +1 5>6
        """,
        stage="moves",
    )


def test_ruling_081_not_quiet() -> None:
    """Given Quiet talks, when they are offered, then no N6: leaders lose, publics hear nothing."""
    game = Table(turn=3)
    game.play("U11", "quiet", addressee="PRC", choices={"adversaries": ["PRC"]})
    game.expect(
        """
        printed U11 aJP -1 6>5
        printed U11 aKR -1 5>4
        printed U11 aAU -1 6>5
        printed U11 ESC -2=0 R3 3>3
        printed U11 CAP +1 6>7
        """,
        stage="moves",
    )


def test_ruling_081_one_signature_is_enough() -> None:
    """Given Australia alone signs, when U11 is Joint, then there is no N6."""
    game = Table(turn=3)
    game.play("U11", "joint", signers=["AUS"], choices={"adversaries": ["PRC", "DPRK"]})
    game.expect(
        """
        printed U11 aJP -1 6>5
        printed U11 aKR -1 5>4
        printed U11 ESC -2 3>1
        printed U11 CAP +1 6>7
        channel R3/U11 aAU +1 6>7
        """,
        stage="moves",
    )


# --- 82: N7 -------------------------------------------------------------------------------------


def test_ruling_082_a_visit_without_a_vote() -> None:
    """Given Australian Pressure 7, when A04 is played, then all it prints is cut."""
    game = Table(turn=3, gauges={"pAU": 7})
    game.play("A04", "solo")
    game.expect(
        """
        printed A04 pAU +1=0 N7 7>7
        printed A04 INT +1=0 N7 3>3
        printed A04 CAP +1=0 N7 6>6
        combination N7 INT -1 3>2
        """,
        stage="moves",
    )


def test_ruling_082_six_is_not_seven() -> None:
    """Given Australian Pressure 6, when A04 is played, then it is as printed."""
    game = Table(turn=3, gauges={"pAU": 6})
    game.play("A04", "solo")
    game.expect(
        """
        printed A04 pAU +1 6>7
        printed A04 INT +1 3>4
        printed A04 CAP +1 6>7
        """,
        stage="moves",
    )


def test_ruling_082_integration_falls_once() -> None:
    """Given Pressure 7, when A01 and A04 are both played, then Integration −1 once."""
    game = Table(turn=3, gauges={"pAU": 7})
    game.play("A01", "solo")
    game.play("A04", "solo")
    game.expect(
        """
        printed A01 aAU +1=0 N7 6>6
        printed A01 pAU +1=0 N7 7>7
        printed A01 dPRC +1=0 N7 5>5
        printed A01 INT +1=0 N7 3>3
        printed A04 pAU +1=0 N7 7>7
        printed A04 INT +1=0 N7 3>3
        printed A04 CAP +1=0 N7 6>6
        combination N7 INT -1 3>2
        """,
        stage="moves",
    )


def test_ruling_082_a_quiet_harbour() -> None:
    """Given Pressure 7, when A01 is Quiet, then N7 does not see it; R3 takes what others saw."""
    game = Table(turn=3, gauges={"pAU": 7})
    game.play("A01", "quiet", addressee="US")
    game.expect(
        """
        printed A01 aAU +1 6>7
        printed A01 pAU +1=0 R3 7>7
        printed A01 dPRC +1=0 R3 5>5
        printed A01 INT +1 3>4
        """,
        stage="moves",
    )


def test_ruling_082_only_the_card_that_was_seen() -> None:
    """Given Pressure 7 and a Quiet A01, when A04 is Solo, then N7 cuts A04's lines alone."""
    game = Table(turn=3, gauges={"pAU": 7})
    game.play("A01", "quiet", addressee="US")
    game.play("A04", "solo")
    game.expect(
        """
        printed A01 aAU +1 6>7
        printed A01 pAU +1=0 R3 7>7
        printed A01 dPRC +1=0 R3 5>5
        printed A01 INT +1 3>4
        printed A04 pAU +1=0 N7 7>7
        printed A04 INT +1=0 N7 4>4
        printed A04 CAP +1=0 N7 6>6
        combination N7 INT -1 4>3
        """,
        stage="moves",
    )


def test_ruling_082_a01_still_completes_s1() -> None:
    """Given Pressure 7, when A01 meets a Joint U01 to Australia, then S1 and N7 both apply.

    The first to take the host's Pressure is S1. Australia: +1 +1 +1, of which R5 leaves 1.
    """
    game = Table(turn=3, gauges={"pAU": 7})
    game.play("U01", "joint", host="AUS", target="PRC", signers=["AUS"])
    game.play("A01", "solo")
    game.expect(
        """
        printed U01 aAU +1 6>7
        printed U01 dPRC +1 5>6
        printed U01 ESC +1 3>4
        printed A01 aAU +1=0 N7 7>7
        printed A01 pAU +1=0 S1 7>7
        printed A01 dPRC +1=0 N7 6>6
        printed A01 INT +1=0 N7 3>3
        channel R3/U01 aAU +1 7>8
        combination S1 aAU +1 8>9
        combination S1 dPRC +1 6>7
        combination N7 INT -1 3>2
        limit R5 aAU -2 9>7
        """,
        stage="moves",
    )


def _ports_closed(turn: int, in_turn: int) -> Table:
    """A table at `turn`, in which N7 applied in `in_turn`."""
    game = Table(turn=turn)
    game.earlier(in_turn, play("A04", "solo"), gauges={"pAU": 7})
    return game


def test_ruling_082_c6_is_due_from_the_next_turn_until_released() -> None:
    """Given N7 in turn 2, when later turns begin, then C6 is due, until it was released."""
    assert "C6" in _ports_closed(3, 2).due()
    assert "C6" in _ports_closed(6, 2).due()
    game = _ports_closed(5, 2)
    game.released("C6", turn=4)
    assert "C6" not in game.due()


def test_ruling_082_c6_is_not_due_for_a_visit_with_a_vote() -> None:
    """Given A04 at Pressure 6 in turn 2, when turn 3 begins, then C6 is not due."""
    game = Table(turn=3)
    game.earlier(2, play("A04", "solo"), gauges={"pAU": 6})
    assert "C6" not in game.due()


def test_ruling_082_c6_keeps_its_range() -> None:
    """Given N7 in turn 1, when turns 2 and 3 begin, then C6 waits for turn 3."""
    assert "C6" not in _ports_closed(2, 1).due()
    assert "C6" in _ports_closed(3, 1).due()


# --- 83: N8 -------------------------------------------------------------------------------------


def test_ruling_083_crowded_sky() -> None:
    """Given U01, J01 and K01 in one turn, when all are seen, then N8: Escalation +1.

    S1 too: Japan's Pressure is not raised by J01; +1 +1 +1 on Japan, of which R5 leaves 1.
    """
    game = Table(turn=2)
    game.play("U01", "joint", host="JPN", target="PRC", signers=["JPN"])
    game.play("J01", "solo")
    game.play("K01", "solo")
    game.expect(
        """
        printed U01 aJP +1 6>7
        printed U01 dPRC +1 5>6
        printed U01 ESC +1 3>4
        printed J01 pJP +1=0 S1 4>4
        printed J01 INT +1 3>4
        printed K01 pKR -1 5>4
        printed K01 INT +1 4>5
        channel R3/U01 aJP +1 7>8
        combination S1 aJP +1 8>9
        combination S1 dPRC +1 6>7
        combination N8 ESC +1 4>5
        limit R5 aJP -2 9>7
        """,
        stage="moves",
    )


def test_ruling_083_a_quiet_show_is_not_counted() -> None:
    """Given the third show is Quiet, when two are seen, then there is no N8."""
    game = Table(turn=2)
    game.play("U01", "joint", host="JPN", target="PRC", signers=["JPN"])
    game.play("J01", "solo")
    game.play("K01", "quiet", addressee="US")
    game.expect(
        """
        printed U01 aJP +1 6>7
        printed U01 dPRC +1 5>6
        printed U01 ESC +1 3>4
        printed J01 pJP +1=0 S1 4>4
        printed J01 INT +1 3>4
        printed K01 pKR -1=0 R3 5>5
        printed K01 INT +1 4>5
        channel R3/U01 aJP +1 7>8
        combination S1 aJP +1 8>9
        combination S1 dPRC +1 6>7
        limit R5 aJP -2 9>7
        """,
        stage="moves",
    )


def test_ruling_083_all_seats_together() -> None:
    """Given J01, K01 and A01 without any US visit, when all are seen, then N8 applies.

    Integration +3 becomes +2 by R5; 5 is below the ceiling of 6.
    """
    game = Table(turn=2)
    game.play("J01", "solo")
    game.play("K01", "joint", signers=["AUS"])
    game.play("A01", "solo")
    game.expect(
        """
        printed J01 pJP +1 4>5
        printed J01 INT +1 3>4
        printed K01 pKR -1 5>4
        printed K01 INT +1 4>5
        printed A01 aAU +1 6>7
        printed A01 pAU +1 3>4
        printed A01 dPRC +1 5>6
        printed A01 INT +1 5>6
        channel R3/K01 aAU +1 7>8
        combination N8 ESC +1 3>4
        limit R5 aAU -1 8>7
        limit R5 INT -1 6>5
        """,
        stage="moves",
    )
