"""Rulings 84–98: injects, One text, how it ends. Every ledger here was worked out by hand."""

from __future__ import annotations

import json
from collections.abc import Iterable

import pytest

from app.core import actions as do
from app.core import polls
from app.core.events import Entry, Event
from app.core.state import State
from app.core.values import Answers, CellSetup, Phase, Setup
from app.report.build import build_report
from app.report.gather_polls import check_facts
from app.report.model import as_plain
from tests.rulings.cards import play
from tests.rulings.table import REASON, Table

ALL = ("US", "JPN", "ROK", "AUS")
START = {"aJP": 6, "aKR": 5, "aAU": 6, "pJP": 4, "pKR": 5, "pAU": 3} | {
    "dPRC": 5,
    "dDPRK": 5,
    "dRUS": 6,
    "INT": 3,
    "ESC": 3,
    "CAP": 6,
}


def _released(game: Table) -> list[str]:
    return [release.inject for release in game.state.now.releases]


# --- 84–86: which injects come ------------------------------------------------------------------


def test_ruling_084_an_exercise_in_which_nobody_does_anything() -> None:
    """Given no move in six turns, when they pass, then at most one inject of each kind comes.

    1: I1 takes Assurance to 5 4 5; Close lowers PRC and DPRK to 4.
    2: I2: Japan 4, ROK 3, ROK Pressure 6, Escalation 4, Capital 5. C1 (ROK 3) before C2 (DPRK 4):
       ROK Pressure 7. Close: PRC 3, DPRK 3, Escalation 3.
    3: I3: 3 2 4. C1 is spent; C2 before C3: Escalation 4, ROK Pressure 8, Japan 2. Close: PRC 2,
       DPRK 2; Japan and the ROK are Doubting: their Pressure 5 and 9; Escalation 3.
    4: I4: PRC 1, Russia 5, Australia 3, Japan's Pressure 6, Escalation 4. C3: Escalation 5,
       Japan 1, Australia 2. Close: PRC 0, DPRK 1; Pressure 7 10 4; Escalation 4.
    5: I5: Pressure 8, 10 (bounds), 5. Nothing is due. Close: PRC 0 (bounds), DPRK 0; Pressure 9,
       10 (bounds), 6; Escalation 3.
    6: I6. Close: Deterrence stays 0 (bounds); Pressure 10, 10 (bounds), 7; Escalation stays 3.
    """
    game = Table(turn=0)
    came, passed = {}, {}
    for turn in range(1, 7):
        game.to(Phase.DELIBERATE, turn)
        came[turn] = _released(game)
        passed[turn] = list(game.state.now.passed_over)
    game.to(Phase.HOT_WASH)
    assert came == {
        1: ["I1", "P1"],
        2: ["I2", "P2", "C1"],
        3: ["I3", "P3", "C2"],
        4: ["I4", "P4", "C3"],
        5: ["I5", "P5"],
        6: ["I6"],
    }
    assert passed == {1: [], 2: ["C2"], 3: ["C3"], 4: [], 5: [], 6: []}
    assert game.state.gauges == {
        "aJP": 1,
        "aKR": 2,
        "aAU": 2,
        "pJP": 10,
        "pKR": 10,
        "pAU": 7,
        "dPRC": 0,
        "dDPRK": 0,
        "dRUS": 5,
        "INT": 3,
        "ESC": 3,
        "CAP": 5,
    }
    game.do(do.EnterNextPhase())
    assert (game.state.end_state, game.state.ended_early) == ("E2", False)


def test_ruling_084_one_conditional_a_turn() -> None:
    """Given two are due, when one is released, then the turn has had its conditional inject."""
    game = Table(turn=2, gauges={"aKR": 3, "dDPRK": 4}, phase=Phase.BRIEF)
    game.do(do.ReleaseInject("C1"))
    assert game.due() == []
    assert game.refused(do.ReleaseInject("C2")).code == "NotDue"


@pytest.mark.parametrize(
    ("turn", "gauges", "due"),
    [
        (1, {"aKR": 3}, []),
        (2, {"aKR": 3}, ["C1"]),
        (6, {"aKR": 3}, ["C1"]),
        (2, {"aKR": 4}, []),
        (1, {"dDPRK": 4}, []),
        (2, {"dDPRK": 4}, ["C2"]),
        (2, {"dDPRK": 5}, []),
        (2, {"dPRC": 4}, []),
        (3, {"dPRC": 4}, ["C3"]),
        (3, {"dPRC": 5}, []),
        (2, {"ESC": 7}, ["C4"]),
        (2, {"ESC": 6}, []),
        (2, {"CAP": 2}, []),
        (3, {"CAP": 2}, ["C6"]),
        (3, {"CAP": 3}, []),
        (4, {"aAU": 3, "dDPRK": 4, "dPRC": 4, "ESC": 7, "CAP": 2}, ["C1", "C2", "C3", "C4", "C6"]),
    ],
)
def test_ruling_085_due_by_turn_and_condition(
    turn: int, gauges: dict[str, int], due: list[str]
) -> None:
    """Given gauges in a turn, when it begins, then due is what is in range and whose test holds."""
    assert Table(turn=turn, gauges=gauges).due() == due


def test_ruling_085_after_the_scheduled_inject() -> None:
    """Given the ROK at 4, when I2 makes it 3, then C1 is due; from 5 it becomes 4, and it is not.

    DPRK stands at 6, so Close leaves 5 and C2 is not due.
    """
    game = Table(turn=1, gauges={"aKR": 4, "dDPRK": 6})
    game.to(Phase.BRIEF, 2)
    assert game.state.gauges["aKR"] == 3
    assert game.due() == ["C1"]
    spared = Table(turn=1, gauges={"aKR": 5, "dDPRK": 6})
    spared.to(Phase.BRIEF, 2)
    assert spared.state.gauges["aKR"] == 4
    assert spared.due() == []


def test_ruling_085_released_at_most_once() -> None:
    """Given C1 released in turn 2, when the ROK still stands at 3, then it does not come again."""
    game = Table(turn=3, gauges={"aKR": 3})
    assert game.due() == ["C1"]
    game.released("C1", turn=2)
    assert game.due() == []


def test_ruling_085_passed_over_and_tested_afresh() -> None:
    """Given C4 passed over at 7, when Close cools to 6, then it is not due; the ROK's C1 still is.

    Escalation 7 without a show: R10 makes it 6. Turn 3: R7 took Japan and Australia to 5, I3 takes
    all to 4 2 4; PRC and DPRK stand at 6.
    """
    game = Table(turn=2, gauges={"ESC": 7, "aKR": 3, "dDPRK": 7, "dPRC": 7}, phase=Phase.BRIEF)
    assert game.due() == ["C1", "C4"]
    game.do(do.PassOverInjects())
    assert game.due() == []
    game.to(Phase.BRIEF, 3)
    assert {name: game.state.gauges[name] for name in ("aJP", "aKR", "aAU", "ESC")} == {
        "aJP": 4,
        "aKR": 2,
        "aAU": 4,
        "ESC": 6,
    }
    assert game.due() == ["C1"]


def _two_due() -> Table:
    return Table(turn=2, gauges={"aKR": 3, "dDPRK": 4}, phase=Phase.BRIEF)


def test_ruling_086_any_due_one_may_be_released() -> None:
    """Given C1 and C2 are due, when the white cell takes C2, then C1 is recorded as due."""
    game = _two_due()
    assert game.due() == ["C1", "C2"]
    assert game.refused(do.ReleaseInject("C4")).code == "NotDue"
    game.expect_inject(
        "C2",
        """
        conditional C2 aJP -1 6>5
        conditional C2 pKR +1 5>6
        conditional C2 ESC +1 3>4
        """,
    )
    game.do(do.ReleaseInject("C2"))
    assert _released(game) == ["C2"]
    assert game.state.now.passed_over == ("C1",)
    moved = {"aKR": 3, "dDPRK": 4, "aJP": 5, "pKR": 6, "ESC": 4}
    assert game.state.gauges == START | moved


def test_ruling_086_or_none() -> None:
    """Given C1 and C2 are due, when the white cell takes none, then both are recorded as due."""
    game = _two_due()
    game.do(do.PassOverInjects())
    game.to(Phase.DELIBERATE)
    assert _released(game) == []
    assert game.state.now.passed_over == ("C1", "C2")


def test_ruling_086_by_default_the_first_in_id_order() -> None:
    """Given C1 and C2 are due, when nobody chooses, then C1 comes and C2 is recorded as due."""
    game = _two_due()
    game.to(Phase.DELIBERATE)
    assert _released(game) == ["C1"]
    assert game.state.now.passed_over == ("C2",)


# --- 87–90: single injects ----------------------------------------------------------------------


def test_ruling_087_nobody_in_touch() -> None:
    """Given a silent turn 2, when the page leaks in turn 3, then every ally loses 1."""
    Table(turn=3).expect_inject(
        "I3",
        """
        scheduled I3 aJP -1 6>5
        scheduled I3 aKR -1 5>4
        scheduled I3 aAU -1 6>5
        """,
    )


def test_ruling_087_a_quiet_word_protects_japan() -> None:
    """Given J05 in turn 2, when the page leaks, then Japan was in touch."""
    game = Table(turn=3)
    game.earlier(2, play("J05", "quiet", addressee="US"))
    game.expect_inject(
        "I3",
        """
        scheduled I3 aKR -1 5>4
        scheduled I3 aAU -1 6>5
        """,
    )


def test_ruling_087_signing_protects() -> None:
    """Given the ROK signed U04 in turn 2, when the page leaks, then it was in touch."""
    game = Table(turn=3)
    game.earlier(2, play("U04", "joint", signers=["ROK"]))
    game.expect_inject(
        "I3",
        """
        scheduled I3 aJP -1 6>5
        scheduled I3 aAU -1 6>5
        """,
    )


def test_ruling_087_convening_protects_all() -> None:
    """Given A03 in turn 2, when the page leaks, then nobody loses."""
    game = Table(turn=3)
    game.earlier(2, play("A03", "solo"))
    game.expect_inject("I3", "")


def test_ruling_087_being_asked_protects_and_asking_does_not() -> None:
    """Given Japan asked the ROK about anything in turn 2, when it leaks, then the ROK is spared."""
    game = Table(turn=3)
    game.earlier(2, consulted=[("JPN", "ROK", "what we would say", "")])
    game.expect_inject(
        "I3",
        """
        scheduled I3 aJP -1 6>5
        scheduled I3 aAU -1 6>5
        """,
    )


def test_ruling_087_only_turn_2_counts() -> None:
    """Given A03 in turn 1, when the page leaks in turn 3, then it protects nobody."""
    game = Table(turn=3)
    game.earlier(1, play("A03", "solo"))
    game.expect_inject(
        "I3",
        """
        scheduled I3 aJP -1 6>5
        scheduled I3 aKR -1 5>4
        scheduled I3 aAU -1 6>5
        """,
    )


@pytest.mark.parametrize("turn", [1, 2])
def test_ruling_087_none_while_the_wording_is_held(turn: int) -> None:
    """Given U07 in force, when the page leaks, then nobody loses, in touch or not."""
    game = Table(turn=3)
    game.earlier(turn, play("U07", "solo"))
    game.expect_inject("I3", "")


@pytest.mark.parametrize(
    ("gauges", "line"),
    [
        ({"aJP": 3, "aKR": 3, "aAU": 3}, "conditional C1 pJP +1 4>5"),
        ({"aJP": 4, "aKR": 3, "aAU": 3}, "conditional C1 pKR +1 5>6"),
        ({"aJP": 3, "aKR": 4, "aAU": 2}, "conditional C1 pAU +1 3>4"),
        ({"aJP": 3, "aKR": 2, "aAU": 2}, "conditional C1 pKR +1 5>6"),
        ({"aJP": 3, "aKR": 5, "aAU": 3}, "conditional C1 pJP +1 4>5"),
    ],
)
def test_ruling_088_the_least_assured(gauges: dict[str, int], line: str) -> None:
    """Given allies at 3 or less, when C1 comes, then it is the lowest's; on a tie the first's."""
    game = Table(turn=2, gauges=gauges)
    assert "C1" in game.due()
    game.expect_inject("C1", line)


def _quiet(*turns: tuple[int, str]) -> Table:
    """A table at turn 3 after Quiet moves in earlier turns."""
    game = Table(turn=3)
    for turn, move in turns:
        game.earlier(turn, play(move, "quiet", addressee="US"))
    return game


def test_ruling_089_the_second_quiet_move() -> None:
    """Given two Quiet moves in earlier turns, when turn 3 begins, then C5 is due; after one not."""
    assert _quiet((1, "J05")).due() == []
    assert _quiet((1, "J05"), (2, "K06")).due() == ["C5"]
    assert _quiet((2, "J05"), (2, "K06")).due() == ["C5"]
    assert _quiet((1, "J05"), (2, "J05")).due() == ["C5"]


def test_ruling_089_as_early_as_turn_2() -> None:
    """Given two seats' Quiet moves in turn 1, when turn 2 begins, then C5 is due."""
    game = Table(turn=2)
    game.earlier(1, play("J05", "quiet", addressee="US"), play("K06", "quiet", addressee="JPN"))
    assert game.due() == ["C5"]


def test_ruling_089_what_it_prints() -> None:
    """Given it is due, when the cable is printed, then every ally −1 and ROK Pressure +1."""
    _quiet((1, "J05"), (2, "K06")).expect_inject(
        "C5",
        """
        conditional C5 aJP -1 6>5
        conditional C5 aKR -1 5>4
        conditional C5 aAU -1 6>5
        conditional C5 pKR +1 5>6
        """,
    )


def test_ruling_089_this_turn_is_not_an_earlier_one() -> None:
    """Given one Quiet move before and one now, when asked, then C5 is not due yet."""
    game = _quiet((2, "K06"))
    game.play("J05", "quiet", addressee="US")
    assert game.due() == []


def test_ruling_089_solo_moves_do_not_count() -> None:
    """Given one Quiet and one Solo move before, when turn 3 begins, then C5 is not due."""
    game = _quiet((1, "J05"))
    game.earlier(2, play("K06", "solo"))
    assert game.due() == []


def test_ruling_090_all_hear_of_the_hearing() -> None:
    """Given Capital 2, when C6 comes, then it is public, and every ally loses as the US does."""
    game = Table(turn=3, gauges={"CAP": 2})
    assert game.book.injects["C6"].inject.is_public
    game.expect_inject(
        "C6",
        """
        conditional C6 aJP -1 6>5
        conditional C6 aKR -1 5>4
        conditional C6 aAU -1 6>5
        conditional C6 CAP -1 2>1
        """,
    )


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


# --- 95: how it ended ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("gauges", "end"),
    [
        ({"ESC": 8}, "E1"),
        ({"ESC": 7}, "E6"),
        ({"ESC": 8, "pKR": 9, "INT": 5, "aKR": 4}, "E1"),
        ({"pJP": 9}, "E2"),
        ({"pAU": 9}, "E2"),
        ({"pKR": 8}, "E6"),
        ({"pKR": 9, "INT": 5, "aKR": 4}, "E2"),
        ({"INT": 5, "aKR": 4}, "E3"),
        ({"INT": 9, "aAU": 0}, "E3"),
        ({"INT": 4, "aKR": 4}, "E6"),
        ({"INT": 5, "aKR": 5}, "E6"),
        ({"aKR": 6, "INT": 6}, "E4"),
        ({"aKR": 6, "INT": 7}, "E5"),
        ({"aKR": 5, "INT": 7}, "E6"),
        ({"aJP": 5, "aKR": 6, "INT": 6}, "E6"),
    ],
)
def test_ruling_095_the_first_that_is_true(gauges: dict[str, int], end: str) -> None:
    """Given gauges at the end, when E1–E6 are read in order, then the first that is true holds."""
    assert Table(turn=6).end_state(**gauges) == end


def test_ruling_095_k03_in_any_channel() -> None:
    """Given a Quiet K03, when the exercise ends, then E2; K02 alone does not bring it."""
    game = Table(turn=6)
    game.earlier(2, play("K02", "solo"))
    assert game.end_state(ESC=3) == "E6"
    game.earlier(3, play("K03", "quiet", addressee="JPN"), gauges={"pKR": 7})
    assert game.end_state(ESC=3) == "E2"


def test_ruling_095_k03_of_the_last_turn() -> None:
    """Given K03 in turn 6 itself, when the exercise ends, then E2."""
    game = Table(turn=6, gauges={"pKR": 7})
    game.earlier(2, play("K02", "solo"))
    game.play("K03", "solo")
    assert game.end_state() == "E2"


def test_ruling_095_after_the_last_close() -> None:
    """Given Escalation 8 in turn 6, when Close cools it to 7, then E6; with a show it stays E1."""
    assert Table(turn=6, gauges={"ESC": 8}).end_state() == "E6"
    game = Table(turn=6, gauges={"ESC": 8})
    game.play("J01", "solo")
    assert game.end_state() == "E1"


def test_ruling_095_assurance_is_read_after_r7() -> None:
    """Given all allies at 7 and not in touch, when Close makes it 6, then E4; from 6 it is E6."""
    sevens = {"aJP": 7, "aKR": 7, "aAU": 7}
    assert Table(turn=6, gauges=sevens).end_state() == "E4"
    assert Table(turn=6, gauges=sevens | {"INT": 7}).end_state() == "E5"
    assert Table(turn=6, gauges={"aKR": 6}).end_state() == "E6"


def test_ruling_095_ended_early_after_a_finished_turn() -> None:
    """Given turn 3 is finished at Pressure 9, when the exercise ends there, then E2, marked early.

    ROK 5, so R9 leaves its Pressure at 9.
    """
    game = Table(turn=3, gauges={"pKR": 9})
    game.to(Phase.POLL)
    game.do(do.EndSession(REASON))
    assert (game.state.end_state, game.state.ended_early) == ("E2", True)


def test_ruling_095_ended_early_in_a_turn() -> None:
    """Given K03 lies in turn 3's hand-in, when the exercise ends there, then turn 2 is tested."""
    game = Table(turn=3, gauges={"pKR": 7})
    game.earlier(2, play("K02", "solo"))
    game.play("K03", "solo")
    game.do(do.EndSession(REASON))
    assert (game.state.end_state, game.state.ended_early) == ("E6", True)


# --- 96: objectives -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("objective", "met", "missed"),
    [
        ("US a", {"INT": 7}, {"INT": 6}),
        ("US b", {"ESC": 6}, {"ESC": 7}),
        ("US c", {"CAP": 4}, {"CAP": 3}),
        ("JPN a", {"aJP": 7}, {"aJP": 6}),
        ("JPN b", {"pJP": 4}, {"pJP": 5}),
        ("ROK b", {"aKR": 6}, {"aKR": 5}),
        ("ROK c", {"dDPRK": 6}, {"dDPRK": 5}),
        ("AUS b", {"pAU": 5}, {"pAU": 6}),
    ],
)
def test_ruling_096_gauges_at_the_end(
    objective: str, met: dict[str, int], missed: dict[str, int]
) -> None:
    """Given a gauge at the end, when the objective is tested, then its bound decides."""
    assert Table(turn=6).objectives(**met)[objective] is True
    assert Table(turn=6).objectives(**missed)[objective] is False


def _answered(turn: int, felt: Iterable[float], guessed: Iterable[float]) -> Table:
    """A table at turn 6 with one felt and one estimated answer for Japan, ROK, Australia."""
    game = Table(turn=6)
    answers: list[Answers] = []
    for ally, own, guess in zip(ALL[1:], felt, guessed, strict=False):
        answers.append(Answers("felt", ally, values=(own,)))
        answers.append(Answers("felt", "US", ally, values=(guess,)))
    game.change(turn, answers=tuple(answers))
    return game


def test_ruling_096_the_us_reads_every_ally() -> None:
    """Given gaps of −1 to +1 for all three, when the last poll is in, then met; one of 2 is not."""
    assert _answered(6, (5, 5, 5), (6, 4, 5)).objectives(ESC=3)["US d"] is True
    assert _answered(6, (5, 5, 5), (6, 4, 7)).objectives(ESC=3)["US d"] is False
    assert _answered(6, (5, 5, 5), (6, 3, 5)).objectives(ESC=3)["US d"] is False
    assert _answered(6, (5, 5), (5, 5)).objectives(ESC=3)["US d"] is False
    assert Table(turn=6).objectives(ESC=3)["US d"] is False


def test_ruling_096_the_last_poll_counts() -> None:
    """Given good guesses in turn 5 and a bad one in turn 6, when tested, then turn 6 decides."""
    game = _answered(5, (5, 5, 5), (5, 5, 5))
    assert game.objectives(ESC=3)["US d"] is True
    bad = _answered(6, (5, 5, 5), (5, 5, 9))
    game.change(6, answers=bad.record(6).answers)
    assert game.objectives(ESC=3)["US d"] is False


def test_ruling_096_the_strike_question() -> None:
    """Given Japan's Pressure at 5, when J02 was co-signed by the US, then b is met all the same."""
    framed, alone = Table(turn=6), Table(turn=6)
    framed.earlier(4, play("J02", "joint", signers=["US"]))
    alone.earlier(4, play("J02", "joint", signers=["ROK"]))
    assert framed.objectives(pJP=5)["JPN b"] is True
    assert alone.objectives(pJP=5)["JPN b"] is False
    assert alone.objectives(pJP=4)["JPN b"] is True


def test_ruling_096_no_wording_unasked() -> None:
    """Given U06 in turn 3, when Japan was asked about it in any way, then c is met; else not."""
    assert Table(turn=6).objectives(ESC=3)["JPN c"] is True
    asked, cold, quiet = Table(turn=6), Table(turn=6), Table(turn=6)
    asked.earlier(3, play("U06", "solo"), consulted=[("US", "JPN", "U06", "objects")])
    cold.earlier(3, play("U06", "solo"), consulted=[("US", "ROK", "U06", "accepts")])
    quiet.earlier(2, play("J05", "quiet", addressee="US"))
    quiet.earlier(3, play("U06", "solo"))
    assert asked.objectives(ESC=3)["JPN c"] is True
    assert cold.objectives(ESC=3)["JPN c"] is False
    assert quiet.objectives(ESC=3)["JPN c"] is True


def test_ruling_096_the_last_turn_counts() -> None:
    """Given J02, U06 or A07 in turn 6 itself, when objectives are tested, then they count.

    Japan's Pressure: 6, and J02 makes it 5, which is not 4. U06 comes cold.
    """
    strike, wording, scheme = Table(turn=6, gauges={"pJP": 6}), Table(turn=6), Table(turn=6)
    strike.play("J02", "joint", signers=["US"])
    wording.play("U06", "solo")
    scheme.play("A07", "joint", signers=["ROK"])
    assert strike.objectives()["JPN b"] is True
    assert wording.objectives()["JPN c"] is False
    assert scheme.objectives()["AUS c"] is True
    wording.consult("US", "JPN", "U06", "objects")
    assert wording.objectives()["JPN c"] is True


def test_ruling_096_a_real_say() -> None:
    """Given U08 with the ROK, even in a turn of N5, when tested, then a is met; without it not."""
    member, outside, hedged = Table(turn=6), Table(turn=6), Table(turn=6)
    member.earlier(2, play("U08", "joint", signers=["ROK"]))
    outside.earlier(2, play("U08", "joint", signers=["JPN"]))
    hedged.earlier(2, play("U08", "joint", signers=["ROK"]), play("K02", "solo"))
    assert member.objectives(ESC=3)["ROK a"] is True
    assert outside.objectives(ESC=3)["ROK a"] is False
    assert hedged.objectives(ESC=3)["ROK a"] is True


def test_ruling_096_one_text_of_all_four() -> None:
    """Given the text, when all seats signed, then Australia's a is met; with three it is not."""
    whole, three = Table(turn=6), Table(turn=6)
    whole.one_text({}, ALL)
    three.one_text({}, ["JPN", "ROK", "AUS"])
    assert whole.objectives()["AUS a"] is True
    assert three.objectives()["AUS a"] is False


def test_ruling_096_a_scheme_exists() -> None:
    """Given A07 in any turn, when tested, then Australia's c is met; without it not."""
    game = Table(turn=6)
    assert game.objectives(ESC=3)["AUS c"] is False
    game.earlier(2, play("A07", "joint", signers=["JPN"]))
    assert game.objectives(ESC=3)["AUS c"] is True


# --- 97, 98: what people answered ---------------------------------------------------------------


def _poll(turn: int, *answers: Answers) -> Table:
    game = Table(turn=6)
    game.change(turn, answers=answers)
    return game


def _gap(felt: tuple[float, ...], guessed: tuple[float, ...]) -> tuple[float, str]:
    """Gap and word for Japan, from what Japan felt and the US guessed."""
    game = _poll(
        6, Answers("felt", "JPN", values=felt), Answers("felt", "US", "JPN", values=guessed)
    )
    (figure,) = polls.gaps(game.book, game.state, 6)
    assert figure.seat == "JPN"
    return figure.gap, figure.word


@pytest.mark.parametrize(
    ("felt", "guessed", "gap", "word"),
    [
        ((4, 5), (7, 7, 6), 2.5, "misread"),  # 7 − 4.5, rounded toward zero: 2
        ((7,), (3, 4), -3.5, "misread"),  # 3.5 − 7, rounded toward zero: −3
        ((5,), (5,), 0, "read well"),
        ((5,), (6,), 1, "read well"),
        ((5, 6), (7,), 1.5, "read well"),
        ((7, 6), (5,), -1.5, "read well"),
        ((5,), (7,), 2, "misread"),
        ((7,), (5,), -2, "misread"),
        ((5,), (8,), 3, "misread"),
        ((5, 4), (8,), 3.5, "misread"),
        ((4,), (8,), 4, "blind spot"),
        ((8,), (4,), -4, "blind spot"),
        ((1, 5, 9), (5,), 0, "read well"),  # the median, not the mean of extremes
        ((0, 5, 6), (5,), 0, "read well"),
    ],
)
def test_ruling_097_gap(
    felt: tuple[float, ...], guessed: tuple[float, ...], gap: float, word: str
) -> None:
    """Given both sides' answers, when the medians are compared, then a half counts toward zero."""
    assert _gap(felt, guessed) == (gap, word)


def test_ruling_097_a_typed_median() -> None:
    """Given a typed median from one side, when the gap is taken, then it stands for the cell."""
    game = _poll(
        6,
        Answers("felt", "ROK", values=(4.5,), is_median=True),
        Answers("felt", "US", "ROK", values=(7,)),
    )
    assert [(x.seat, x.gap, x.word) for x in polls.gaps(game.book, game.state, 6)] == [
        ("ROK", 2.5, "misread")
    ]


def test_ruling_097_one_side_is_not_measured() -> None:
    """Given answers from one side only, when the gap is asked for, then it is not measured."""
    game = _poll(
        6,
        Answers("felt", "JPN", values=(5,)),
        Answers("felt", "US", "ROK", values=(5,)),
        Answers("felt", "AUS", values=(5,)),
        Answers("felt", "US", "AUS", values=(5,)),
    )
    assert [x.seat for x in polls.gaps(game.book, game.state, 6)] == ["AUS"]


def _manned(**cells: CellSetup) -> Table:
    """A session in which some seats are manned otherwise, at the poll of turn 1."""
    game = Table(turn=0)
    game.state = State()
    game.do(do.StartSession(Setup("A table", tuple(cells.get(x, CellSetup(x)) for x in ALL))))
    game.to(Phase.POLL, 1)
    return game


def test_ruling_097_empty_and_scripted_seats_never_enter() -> None:
    """Given an empty and a scripted ally, when the poll opens, then neither is asked nor guessed.

    However many heads were typed for the scripted one.
    """
    game = _manned(
        ROK=CellSetup("ROK", heads=0, played_by="nobody"),
        AUS=CellSetup("AUS", heads=2, played_by="facilitator"),
    )
    felt = game.book.poll("felt")
    asked = [(x.seat, x.about) for x in polls.expected_answers(game.book, game.state, felt)]
    assert asked == [("JPN", ""), ("US", "JPN")]
    for ally in ("ROK", "AUS"):
        own = do.EnterAnswers(Answers("felt", ally, values=(5,)))
        assert game.refused(own).code == "NotAsked"
        guess = do.EnterAnswers(Answers("felt", "US", ally, values=(5,)))
        assert game.refused(guess).code == "NotAsked"


class _Logged(Table):
    """A session from its start, with its log, of which a report can be made."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        super().__init__(turn=0)

    def do(self, action: do.Action) -> tuple[Event, ...]:
        first = self.state.seq + 1
        events = super().do(action)
        numbered = enumerate(events, first)
        self.entries += [Entry(seq, seq, "2027-01-15T08:00:00Z", event) for seq, event in numbered]
        return events

    def feels(self, turn: int, **felt: float) -> None:
        """What allies feel in a turn's poll, as typed medians."""
        self.to(Phase.POLL, turn)
        for ally, value in felt.items():
            answers = Answers("felt", ally, values=(value,), is_median=True)
            self.do(do.EnterAnswers(answers))


def test_ruling_098_model_check() -> None:
    """Given two silent turns, when felt and Assurance after Close lie 3 apart twice, then suspect.

    After Close: Japan 5 4, the ROK 4 3, Australia 5 5 (I1 and I2; nobody at 6 fades). Either way
    counts, and nothing is rounded: Australia's +2.5 is no 3. No estimate is needed for it.
    """
    game = _Logged()
    game.feels(1, JPN=8, ROK=1, AUS=2)
    game.feels(2, JPN=7, ROK=6, AUS=7.5)
    checks = check_facts(game.book, game.state)
    assert [(x.turn, x.seat.id, x.difference) for x in checks] == [
        (1, "JPN", 3),
        (1, "ROK", -3),
        (1, "AUS", -3),
        (2, "JPN", 3),
        (2, "ROK", 3),
        (2, "AUS", 2.5),
    ]
    game.do(do.EndSession(REASON))
    report = build_report(game.book, game.entries, {}, "internal")
    spoken = [game.book.spoken(ally) for ally in ("JPN", "ROK")]
    said = "lay three or more apart at least twice for " + " and ".join(spoken) + "."
    assert said in json.dumps(as_plain(report), ensure_ascii=False)


@pytest.mark.parametrize(
    ("values", "divided"),
    [((1, 5), True), ((1, 2, 5), True), ((1, 4), False), ((5,), False), ((0, 10), True)],
)
def test_ruling_098_divided_cell(values: tuple[float, ...], divided: bool) -> None:
    """Given answers of one cell to item 1, when they lie 4 or more apart, then it is divided."""
    game = _poll(6, Answers("felt", "ROK", values=values), Answers("heard", "JPN", values=(0, 10)))
    assert (polls.divided_cells(game.record(6), "felt") == ("ROK",)) is divided


def test_ruling_098_estimates_divide_nobody() -> None:
    """Given US estimates 0 and 10, when cells are looked at, then none of them is divided."""
    game = _poll(6, Answers("felt", "US", "JPN", values=(0, 10)))
    assert polls.divided_cells(game.record(6), "felt") == ()


def _largest(*figures: tuple[int, str, float]) -> tuple[int, str, float] | None:
    """The largest gap of figures (turn, ally, gap)."""
    game = Table(turn=6)
    for turn in range(1, 7):
        answers: list[Answers] = []
        for _, ally, gap in (x for x in figures if x[0] == turn):
            answers.append(Answers("felt", ally, values=(5,)))
            answers.append(Answers("felt", "US", ally, values=(5 + gap,)))
        game.change(turn, answers=tuple(answers))
    found = polls.largest_gap(game.book, game.state)
    return None if found is None else (found.turn, found.seat, found.gap)


def test_ruling_098_the_largest_gap() -> None:
    """Given gaps over the turns, when the largest is named, then by size, turn, seat order."""
    assert _largest((1, "JPN", 2), (2, "AUS", -3), (3, "ROK", 1)) == (2, "AUS", -3)
    assert _largest((4, "AUS", 3), (2, "ROK", -3), (3, "JPN", 3)) == (2, "ROK", -3)
    assert _largest((2, "AUS", 4), (2, "ROK", -4), (2, "JPN", 1)) == (2, "ROK", -4)
    assert _largest() is None
