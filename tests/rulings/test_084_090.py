"""Rulings 84–90: which injects come, and single ones. Every ledger was worked out by hand."""

from __future__ import annotations

import pytest

from app.core import actions as do
from app.core.values import Phase
from tests.rulings.cards import play
from tests.rulings.table import Table

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
