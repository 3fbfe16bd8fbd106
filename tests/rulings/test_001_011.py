"""Rulings 1 to 11: the order of a turn, and the lines of a ledger.

Every number was worked out by hand from the cards and the rulings. Start values: Assurance 6, 5, 6
(Japan, ROK, Australia), Pressure 4, 5, 3, Deterrence 5, 5, 6 (PRC, DPRK, Russia), Integration 3,
Escalation 3, Capital 6.
"""

from __future__ import annotations

from app.core import actions as do
from app.core.values import LedgerLine, Phase, Stage
from tests.rulings.lines import compare
from tests.rulings.table import Table, play

PUBLICS = {"towards": "publics", "countries": ["JPN", "ROK"]}
TALKS = {"adversaries": "DPRK"}


# --- 1-6: the order of a turn ------------------------------------------------------------------


def test_ruling_001_stages() -> None:
    """Given turn 1 with one debate in Japan; when it is played to its end; then gauges move in
    Brief and when the ledger is accepted at the end of Adjudicate, and at no other time."""
    game = Table(turn=0)
    game.to(Phase.BRIEF, 1)
    brief = dict(game.state.gauges)
    assert [brief[g] for g in ("aJP", "aKR", "aAU", "pJP", "dPRC")] == [5, 4, 5, 4, 5]
    game.to(Phase.DELIBERATE)
    game.play("J04")
    for phase in (Phase.CONSULT, Phase.REVEAL, Phase.ADJUDICATE):
        game.to(phase)
        assert game.state.gauges == brief
    game.to(Phase.POLL)
    after = {**brief, "pJP": 3, "dPRC": 4, "dDPRK": 4}
    for phase in (Phase.POLL, Phase.DISCUSS):
        game.to(phase)
        assert game.state.gauges == after
    compare(
        """
        scheduled I1 aJP -1  6>5
        scheduled I1 aKR -1  5>4
        scheduled I1 aAU -1  6>5
        printed J04 pJP -1   4>3
        close R8 dPRC -1     5>4    # nobody stands at 6, so R7 has nothing to do
        close R8 dDPRK -1    5>4
        """,
        game.state.now.lines,
    )


def test_ruling_001_close_is_the_last_stage_of_the_ledger() -> None:
    """Given cards of two seats; when the ledger is read; then Moves stands before Close."""
    game = Table(turn=3)
    game.play("J04")
    game.play("A02")
    stages = [line.stage for line in game.ledger()]
    assert stages == sorted(stages, key=[Stage.MOVES, Stage.CLOSE].index)
    assert set(stages) == {Stage.MOVES, Stage.CLOSE}


def test_ruling_002_brief() -> None:
    """Given the ROK at 4 and Escalation 7 in turn 1; when turn 2 opens; then I2 comes of itself,
    P2 goes to the ROK, and only now are C1 and C4 due, of which one may come."""
    game = Table(turn=1, gauges={"aKR": 4, "dDPRK": 7, "ESC": 7})
    game.to(Phase.BRIEF, 2)
    # Close of turn 1: R7 Japan and Australia 5, R8 4 and 6, R10 Escalation 6.
    compare(
        """
        scheduled I2 aJP -1   5>4
        scheduled I2 aKR -1   4>3    # so C1 is due
        scheduled I2 pKR +1   5>6
        scheduled I2 ESC +1   6>7    # so C4 is due
        scheduled I2 CAP -1   6>5
        """,
        game.state.now.lines,
    )
    assert [release.inject for release in game.state.now.releases] == ["I2", "P2"]
    assert game.due() == ["C1", "C4"]
    game.do(do.ReleaseInject("C4"))
    assert game.due() == []
    assert game.refused(do.ReleaseInject("C1")).code == "NotDue"
    compare(
        """
        conditional C4 aJP -1  4>3
        conditional C4 aKR -1  3>2
        conditional C4 aAU -1  5>4
        conditional C4 pAU +1  3>4
        conditional C4 CAP -1  5>4
        """,
        game.state.now.releases[-1].lines,
    )


def test_ruling_002_at_most_one_conditional_inject() -> None:
    """Given C1 and C4 due; when Brief ends without a choice; then C1 comes, and C4 is passed."""
    game = Table(turn=1, gauges={"aKR": 4, "dDPRK": 7, "ESC": 7})
    game.to(Phase.DELIBERATE, 2)
    assert [release.inject for release in game.state.now.releases] == ["I2", "P2", "C1"]
    assert game.state.now.passed_over == ("C4",)
    compare("conditional C1 pKR +1 6>7", game.state.now.releases[-1].lines)


def test_ruling_003_opening_gauges() -> None:
    """Given every ally at 5; when U03 Solo takes two from each; then the debates still calm, for
    they read 5."""
    game = Table(turn=3, gauges={"aJP": 5, "aAU": 5})
    game.play("U03")
    game.play("J04")
    game.play("K07")
    game.expect(
        """
        printed U03 aJP -1     5>4
        printed U03 aKR -1     5>4
        printed U03 aAU -1     5>4
        printed U03 pKR +1     5>6
        printed U03 dPRC +1    5>6
        printed U03 CAP +1     6>7
        printed J04 pJP -1     4>3
        printed K07 pKR -1     6>5
        channel R4/U03 aJP -1  4>3
        channel R4/U03 aKR -1  4>3
        channel R4/U03 aAU -1  4>3
        """,
        "moves",
    )


def test_ruling_003_a_rise_of_this_turn_comes_too_late() -> None:
    """Given Japan at 4; when the umbrella is restated; then J04 still frightens, J06 is closed and
    Integration stops at 5."""
    game = Table(turn=3, gauges={"aJP": 4, "INT": 5})
    game.play("U05")
    assert game.reasons("J06")
    game.play("J04")
    game.play("J03")
    game.expect_gauge("pJP", "printed J04 pJP +1 4>5")
    game.expect_gauge("INT", "printed J03 INT +1 5>6\nceiling R6 INT -1 6>5")
    assert Table(turn=3, gauges={"aJP": 5}).reasons("J06") == []


def test_ruling_003_a_fall_of_this_turn_closes_no_card() -> None:
    """Given Japan at 5 and the US at Capital 1; when U03 is in the hand-in; then J06 is open, and
    U05 with U10 as well."""
    game = Table(turn=3, gauges={"aJP": 5, "CAP": 1})
    game.play("U03")
    game.play("U10", host="JPN", target="PRC")
    assert game.reasons("J06") == []
    assert game.reasons("U05") == []


def _all_steps() -> Table:
    """Turn 6 with something in every step of Moves. The lowest Assurance is the ROK's 5."""
    game = Table(turn=6, gauges={"aJP": 9, "aAU": 10, "INT": 5, "CAP": 10})
    game.play("U09", "joint", signers=["ROK", "JPN"])
    game.play("U12", "joint", signers="AUS", choices=PUBLICS)
    game.play("J03")
    game.play("J04")
    game.one_text({"talks": "firm"}, signers=["US", "JPN", "ROK", "AUS"])
    return game


def test_ruling_004_steps_of_moves() -> None:
    """Given cards, a signature, a combination, limits, One text and an added line in turn 6; when
    the ledger is made; then they stand in the order of the steps."""
    game = _all_steps()
    game.add("ESC", 1)
    game.expect(
        """
        printed U09 pJP +1       4>5
        printed U09 pKR +1       5>6
        printed U09 INT +2       5>7
        printed U12 pJP -1       5>4
        printed U12 pKR -1       6>5
        printed J03 aJP +1       9>10
        printed J03 dDPRK +1     5>6
        printed J03 INT +1       7>8
        printed J04 pJP -1       4>3
        channel R3/U12 aAU +1    10>11
        combination S9 aJP +1    10>11
        combination S9 pJP -1    3>2     # +1 -1 -1 -1 in all
        limit R5 aJP -1          11>10   # +1 +1, and at most +1
        limit R5 INT -1          8>7     # +2 +1, and at most +2
        procedure one-text aJP +1    10>11
        procedure one-text aKR +1    5>6
        procedure one-text aAU +1    11>12
        procedure one-text dPRC +1   5>6
        procedure one-text dDPRK +1  6>7
        procedure one-text dRUS +1   6>7
        procedure one-text INT +1    7>8
        procedure one-text CAP +1    10>11
        ceiling R6 INT -2        8>6     # 5 and 1 above it
        added W ESC +1           3>4
        bounds bounds aJP -1     11>10
        bounds bounds aAU -2     12>10
        bounds bounds CAP -1     11>10
        """,
        "moves",
    )


def test_ruling_004_limits_come_after_rulings() -> None:
    """Given the same; when J03's Integration is cancelled; then R5 has nothing to take, R6 has."""
    game = _all_steps()
    game.rule("printed J03 INT", to=0)
    game.expect_gauge(
        "INT",
        """
        printed U09 INT +2           5>7
        printed J03 INT +1 ruled 0   7>7
        procedure one-text INT +1    7>8
        ceiling R6 INT -2            8>6
        """,
    )


def test_ruling_005_steps_of_close() -> None:
    """Given an unanswered K04, ROK 8, Japan 7 and asked, Australia 0, Escalation 8; when the turn
    closes; then each step reads what the step before left."""
    game = Table(turn=3, gauges={"aJP": 7, "aKR": 8, "aAU": 0, "ESC": 8})
    game.earlier(2, play("K04"))
    game.consult("US", "JPN", "the autumn")
    game.expect(
        """
        close K04 aKR -1       8>7
        close K04 pKR +1       5>6
        close R7 aKR -1        7>6
        close R8 dPRC -1       5>4
        close R8 dDPRK -1      5>4
        close R9 pJP -1        4>3    # the ROK has 6 by now
        close R9 pAU +1        3>4
        close R10 aJP -1       7>6
        close R10 aKR -1       6>5
        close R10 aAU -1       0>-1
        close R10 ESC -1       8>7
        bounds bounds aAU +1   -1>0
        """
    )


def test_ruling_005_example_the_rok_at_7() -> None:
    """Given the ROK at 7 and not in touch; when R7 makes it 6; then R9 gives no relief."""
    game = Table(turn=3, gauges={"aKR": 7})
    game.expect_gauge("aKR", "close R7 aKR -1 7>6")
    game.expect_gauge("pKR", "")
    asked = Table(turn=3, gauges={"aKR": 7})
    asked.consult("AUS", "ROK", "the spring")
    asked.expect_gauge("pKR", "close R9 pKR -1 5>4")


def test_ruling_006_bounds() -> None:
    """Given Japan at 10; when moves add 1 and R7 takes 1; then it ends at 9, not 10."""
    game = Table(turn=3, gauges={"aJP": 10})
    game.play("U05")
    game.expect_gauge(
        "aJP",
        """
        printed U05 aJP +1     10>11
        bounds bounds aJP -1   11>10
        close R7 aJP -1        10>9
        """,
    )


def test_ruling_006_bounds_after_each_inject() -> None:
    """Given the ROK at 0 and its Pressure at 10; when I2 comes; then both are back at once."""
    Table(turn=2, gauges={"aKR": 0, "pKR": 10}).expect_inject(
        "I2",
        """
        scheduled I2 aJP -1       6>5
        scheduled I2 aKR -1       0>-1
        scheduled I2 pKR +1       10>11
        scheduled I2 ESC +1       3>4
        scheduled I2 CAP -1       6>5
        bounds bounds/I2 aKR +1   -1>0
        bounds bounds/I2 pKR -1   11>10
        """,
    )


# --- 7-11: lines -------------------------------------------------------------------------------


def test_ruling_007_ledger_line() -> None:
    """Given U03 Solo; when its surprise is written down; then the line says all of it."""
    game = Table(turn=3)
    game.play("U03", "quiet", addressee="ROK")
    game.play("U11", choices=TALKS)
    lines = {f"{line.step} {line.cause} {line.gauge}": line for line in game.ledger()}
    assert lines["channel R4 aJP"] == LedgerLine(
        stage=Stage.MOVES,
        step="channel",
        cause="R4",
        via="U11",
        gauge="aJP",
        asked=-1,
        made=-1,
        cut_by="",
        before=4,  # U03 and U11 took one each
        after=3,
        tensions=lines["channel R4 aJP"].tensions,
        public=lines["channel R4 aJP"].public,
    )
    taken = lines["printed U03 dPRC"]
    assert (taken.asked, taken.made, taken.cut_by, taken.before, taken.after) == (1, 0, "R3", 5, 5)


def test_ruling_007_effects_of_one_cause_are_one_line() -> None:
    """Given the rotation stands; when U03 withdraws it; then each ally has one line of -2."""
    game = Table(turn=3)
    game.earlier(1, play("U02"))
    game.play("U03", "quiet", addressee="JPN")
    game.expect(
        """
        printed U03 aJP -2         6>4
        printed U03 aKR -2         5>3
        printed U03 aAU -2         6>4
        printed U03 pKR +1=0 R3    5>5
        printed U03 dPRC +1=0 R3   5>5
        printed U03 CAP +1         6>7
        """,
        "moves",
    )


def test_ruling_007_a_sum_of_0_makes_no_line() -> None:
    """Given U06 in turn 3; when two sign a text that is silent on wording; then the Pressure of
    those who do not falls by 1 and rises by 1: no line. Integration falls once for each."""
    game = Table(turn=6)
    game.earlier(3, play("U06"))
    game.one_text({"talks": "firm"}, signers=["US", "JPN"])
    game.expect(
        """
        procedure one-text aJP +1   6>7
        procedure one-text INT -2   3>1
        procedure one-text CAP +1   6>7
        """,
        "moves",
    )


def test_ruling_008_taken_away() -> None:
    """Given U03 Quiet beside a script that Japan and the ROK signed; when lines are taken; then
    they stay with 0, and where R3 and S2 both take one, R3 is named."""
    game = Table(turn=3)
    game.play("U03", "quiet", addressee="AUS")
    game.play("U04", "joint", signers=["JPN", "ROK"])
    game.expect(
        """
        printed U03 aJP -1=0 S2    6>6
        printed U03 aKR -1=0 S2    5>5
        printed U03 aAU -1         6>5
        printed U03 pKR +1=0 R3    5>5
        printed U03 dPRC +1=0 R3   5>5
        printed U03 CAP +1         6>7
        printed U04 aJP +1         6>7
        printed U04 aKR +1         5>6
        printed U04 pJP -1         4>3
        printed U04 pKR -1         5>4
        channel R3/U04 aJP +1      7>8
        channel R3/U04 aKR +1      6>7
        limit R5 aJP -1            8>7
        limit R5 aKR -1            7>6
        """,
        "moves",
    )


def test_ruling_008_the_first_taker_is_named() -> None:
    """Given Australian Pressure 7; when A01 completes a full escort; then its Pressure is taken by
    S1, which stands before N7, and the rest of the card by N7."""
    game = Table(turn=3, gauges={"pAU": 7})
    game.play("U01", "joint", host="AUS", target="PRC", signers="AUS")
    game.play("A01", "solo")
    game.expect(
        """
        printed U01 aAU +1         6>7
        printed U01 dPRC +1        5>6
        printed U01 ESC +1         3>4
        printed A01 aAU +1=0 N7    7>7
        printed A01 pAU +1=0 S1    7>7
        printed A01 dPRC +1=0 N7   6>6
        printed A01 INT +1=0 N7    3>3
        channel R3/U01 aAU +1      7>8
        combination S1 aAU +1      8>9
        combination S1 dPRC +1     6>7
        combination N7 INT -1      3>2
        limit R5 aAU -2            9>7
        """,
        "moves",
    )


def test_ruling_008_a_cards_own_instead_changes_what_is_printed() -> None:
    """Given Japan at 4; when the debate is opened; then there is one line, of +1."""
    game = Table(turn=3, gauges={"aJP": 4})
    game.play("J04")
    game.expect("printed J04 pJP +1 4>5", "moves")


def test_ruling_009_sums() -> None:
    """Given Deterrence toward the PRC at 9 and four cards for it, one Quiet; when they are added
    up; then R5 sees three, the gauge runs to 12 and comes back by two lines."""
    game = Table(turn=3, gauges={"dPRC": 9})
    game.play("U01", "quiet", host="JPN", target="PRC")
    game.play("U10", host="AUS", target="PRC")
    game.play("J06")
    game.play("A02")
    game.expect_gauge(
        "dPRC",
        """
        printed U01 dPRC +1=0 R3   9>9
        printed U10 dPRC +1        9>10
        printed J06 dPRC +1        10>11
        printed A02 dPRC +1        11>12
        limit R5 dPRC -1           12>11
        bounds bounds dPRC -1      11>10
        close R8 dPRC -1           10>9
        """,
    )


def test_ruling_009_inside_a_stage_a_gauge_may_run_below_0() -> None:
    """Given Capital 0; when K02 and A05 take one each and A02 gives one; then it runs to -1 twice,
    and one bounds line ends it."""
    game = Table(turn=3, gauges={"CAP": 0})
    game.play("K02")
    game.play("A05", "quiet", addressee="US")
    game.play("A02")
    game.expect_gauge(
        "CAP",
        """
        printed K02 CAP -1   0>-1
        printed A02 CAP +1   -1>0
        printed A05 CAP -1   0>-1
        bounds bounds CAP +1   -1>0
        """,
    )


def test_ruling_010_order_of_lines() -> None:
    """Given moves handed in backwards; when the ledger is made; then they stand by seat and card
    number, and their gauges in the order of the table."""
    game = Table(turn=3)
    game.play("K05", "joint", signers="JPN")
    game.play("J03", "joint", signers="ROK")
    game.play("U10", "joint", host="JPN", target="PRC", signers="JPN")
    game.play("U01", host="AUS", target="DPRK")
    game.expect(
        """
        printed U01 aAU +1      6>7
        printed U01 dDPRK +1    5>6
        printed U01 ESC +1      3>4
        printed U10 aJP +1      6>7
        printed U10 dPRC +1     5>6
        printed U10 INT +1      3>4
        printed U10 CAP -1      6>5
        printed J03 aJP +1      7>8
        printed J03 dDPRK +1    6>7
        printed J03 INT +1      4>5
        printed K05 pKR -1      5>4
        printed K05 dDPRK +1    7>8
        printed K05 INT +1      5>6
        channel R4/U01 aAU -1   7>6
        channel R3/U10 aJP +1   8>9    # the first that Japan signed, so K05 gives none
        channel R3/J03 aKR +1   5>6
        limit R5 aJP -2         9>7
        limit R5 dDPRK -1       8>7
        limit R5 INT -1         6>5
        """,
        "moves",
    )


def test_ruling_010_combinations_stand_by_id_and_j05_first() -> None:
    """Given J05 with U07, both audiences and a convenor; then J05, S8, S10."""
    game = Table(turn=3)
    game.play("A03")
    game.play("J05", "quiet", addressee="US")
    game.play("U12", "joint", signers=["JPN", "ROK"], choices=PUBLICS)
    game.play("U07")
    game.play("U05")
    game.expect(
        """
        printed U05 aJP +1       6>7
        printed U05 aKR +1       5>6
        printed U05 aAU +1       6>7
        printed U05 dDPRK +1     5>6
        printed U05 CAP -1       6>5
        printed U07 aJP +1       7>8
        printed U07 aKR +1       6>7
        printed U07 aAU +1       7>8
        printed U07 CAP -1       5>4
        printed U12 pJP -1       4>3
        printed U12 pKR -1       5>4
        printed A03 aAU +1       8>9
        channel R3/U12 aJP +1    8>9
        channel R3/U12 aKR +1    7>8
        combination J05 aJP +1   9>10
        combination S8 pJP -1    3>2
        combination S8 pKR -1    4>3
        combination S8 pAU -1    3>2
        combination S10 aAU +1   9>10   # A03, and U12 with two signers
        limit R5 aJP -3          10>7
        limit R5 aKR -2          8>6
        limit R5 aAU -3          10>7
        """,
        "moves",
    )


def test_ruling_010_free_moves_stand_last() -> None:
    """Given a free move of Japan's that was argued; when the ledger is made; then it stands behind
    Japan's cards."""
    game = Table(turn=3)
    free = game.free_move("JPN", "Open letter", wants={"pJP": -1}, tensions="T13")
    game.play("J04")
    game.argue(free, dice=(6, 5))
    game.expect("printed J04 pJP -1 4>3\nprinted X1 pJP -1 3>2", "moves")


def test_ruling_011_cause_and_tensions() -> None:
    """Given lines of every kind; then each carries its cause's tensions."""
    game = Table(turn=6, gauges={"aAU": 8, "INT": 8, "CAP": 10, "ESC": 5})
    game.earlier(5, play("K04"))
    game.play("U03")
    game.play("U05", "joint", signers="JPN")
    game.play("J03")
    game.one_text(signers=["US", "JPN", "ROK", "AUS"])
    game.add("ESC", 1, tensions=("T05",))
    found = {
        f"{line.step} {line.cause} {line.via}".strip(): set(line.tensions) for line in game.ledger()
    }
    assert found["printed U03"] == {"T01", "T03", "T09"}
    assert found["channel R3 U05"] == {"T03", "T13"}
    assert found["channel R4 U03"] == {"T06", "T12"}
    assert found["ceiling R6"] == {"T07"}
    assert found["procedure one-text"] == {"T11", "T12"}
    assert found["added W"] == {"T05"}
    assert found["bounds bounds"] == set()
    close = {line.cause: set(line.tensions) for line in game.ledger("close")}
    assert close["K04"] == {"T07", "T12", "T14"}
    assert close["R8"] == {"T02"}


def test_ruling_011_tensions_of_limits_and_combinations() -> None:
    """Given a full escort and heat; then R5, R7, R9, R10 and S1 carry their own tensions."""
    game = Table(turn=3, gauges={"aAU": 7, "ESC": 5, "aKR": 1})
    game.play("J05", "quiet", addressee="US")
    game.play("U07")
    game.play("U05")
    found = {line.cause: set(line.tensions) for line in game.ledger()}
    assert found["R5"] == {"T02", "T04"}
    assert found["J05"] == {"T05", "T06", "T14"}
    assert found["R7"] == {"T07", "T13"}
    assert found["R9"] == {"T10", "T13"}
    assert found["R10"] == {"T02", "T08"}
    game = Table(turn=3)
    game.play("U01", "joint", host="ROK", target="DPRK", signers="ROK")
    game.play("K01")
    causes = {line.cause: line for line in game.ledger()}
    assert set(causes["S1"].tensions) == {"T01", "T02", "T03"}
    assert (causes["R3"].via, causes["S1"].via) == ("U01", "")
