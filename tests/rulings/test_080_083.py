"""Rulings 80–83: what N5 to N8 do. Every ledger here was worked out by hand."""

from __future__ import annotations

from tests.rulings.cards import play
from tests.rulings.table import Table, all_asked

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
    all_asked(game, "U11")
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
