"""Rulings 41–43: what the white cell names of a free move, and what else it cannot do.

Costs, channels, throws and limits of free moves are tried in `test_037_043`.
"""

from __future__ import annotations

import pytest

from app.core import actions as do
from app.core.values import FreeMove, Phase
from tests.rulings.cards import argument, play
from tests.rulings.table import Table


def _written(**changes: object) -> do.WriteFreeMove:
    """Japan writes a card of its own and hands it in."""
    fields = {"wants": (("dPRC", 1),), "cost": 1} | changes
    card = FreeMove("", "JPN", "Joint patrol", "Patrol together.", **fields)  # type: ignore[arg-type]
    return do.WriteFreeMove(card, play("", seat="JPN").played(Table().book))


# --- 41 -----------------------------------------------------------------------------------------


def test_ruling_041_a_named_show_is_a_show() -> None:
    """Given the ROK's free move tagged as a show, when it is the third that is seen, then N8."""
    game = Table(turn=2)
    game.play("U01", "solo", host="AUS", target="PRC")
    game.play("J01", "solo")
    game.consult("US", "AUS", "U01", "accepts")
    move = game.free_move("ROK", "Parade at sea", wants={"dDPRK": 1}, tags="show")
    game.argue(move, dice=(6, 4))
    game.expect(
        """
        printed U01 aAU +1 6>7
        printed U01 dPRC +1 5>6
        printed U01 ESC +1 3>4
        printed J01 pJP +1 4>5
        printed J01 INT +1 3>4
        printed X1 dDPRK +1 5>6
        combination N8 ESC +1 4>5
        """,
        stage="moves",
    )


def test_ruling_041_an_untagged_free_move_is_no_show() -> None:
    """Given the same free move without the tag, when two shows are seen, then there is no N8."""
    game = Table(turn=2)
    game.play("U01", "solo", host="AUS", target="PRC")
    game.play("J01", "solo")
    game.consult("US", "AUS", "U01", "accepts")
    move = game.free_move("ROK", "Parade at sea", wants={"dDPRK": 1})
    game.argue(move, dice=(6, 4))
    game.expect(
        """
        printed U01 aAU +1 6>7
        printed U01 dPRC +1 5>6
        printed U01 ESC +1 3>4
        printed J01 pJP +1 4>5
        printed J01 INT +1 3>4
        printed X1 dDPRK +1 5>6
        """,
        stage="moves",
    )


@pytest.mark.parametrize(("tags", "cooling"), [("show", ""), ("", "close R10 ESC -1 5>4")])
def test_ruling_041_a_named_show_keeps_it_hot(tags: str, cooling: str) -> None:
    """Given Escalation 5, when a free move tagged as a show is seen, then R10 does not cool."""
    game = Table(turn=2, gauges={"ESC": 5})
    game.free_move("ROK", "Parade at sea", wants={"dDPRK": 1}, tags=tags or ())
    game.expect_gauge("ESC", cooling)


def test_ruling_041_a_quiet_free_move() -> None:
    """Given a Quiet US free move, when it works, then R3 takes what adversaries would have seen.

    Nobody is surprised by it: R4 is for Solo moves.
    """
    game = Table(turn=2)
    move = game.free_move(
        "US",
        "A word and a ship",
        cost=2,
        channel="quiet",
        addressee="JPN",
        wants={"aJP": 1, "dPRC": 1},
        affects=["JPN", "ROK", "AUS"],
    )
    game.argue(move, dice=(6, 6))
    game.expect(
        """
        printed X1 aJP +1 6>7
        printed X1 dPRC +1=0 R3 5>5
        """,
        stage="moves",
    )


def test_ruling_041_whom_it_surprises() -> None:
    """Given a Solo US free move that affects two, when one objects, then both are under R4."""
    game = Table(turn=2)
    move = game.free_move("US", "Port call", wants={"dPRC": 1}, affects=["ROK", "AUS"])
    game.consult("US", "AUS", move, "objects")
    game.argue(move, dice=(5, 5))
    game.expect(
        """
        printed X1 dPRC +1 5>6
        channel R4/X1 aKR -1 5>4
        channel R4/X1 aAU -1 6>5
        """,
        stage="moves",
    )


def test_ruling_041_a_move_with_three_names_for_the_convenor() -> None:
    """Given A03, when a free move has two co-signers, then S10 counts it like a card."""
    game = Table(turn=2)
    game.play("A03", "solo")
    move = game.free_move(
        "US", "Four flags", channel="joint", signers=["JPN", "ROK"], wants={"dPRC": 1}
    )
    game.argue(move, dice=(6, 5))
    game.expect(
        """
        printed X1 dPRC +1 5>6
        printed A03 aAU +1 6>7
        channel R3/X1 aJP +1 6>7
        channel R3/X1 aKR +1 5>6
        combination S10 aAU +1 7>8
        limit R5 aAU -1 8>7
        """,
        stage="moves",
    )


# --- 42 -----------------------------------------------------------------------------------------


def test_ruling_042_a_free_move_stands_last_of_its_seat() -> None:
    """Given a US free move beside cards of the US and the ROK, when lines are ordered, then it
    stands after the cards of its own seat and before the next seat's."""
    game = Table(turn=2)
    game.play("K07", "solo")
    move = game.free_move("US", "Port call", wants={"dRUS": 1})
    game.play("U12", "solo", choices={"towards": "home"})
    game.argue(move, dice=(6, 5))
    game.expect(
        """
        printed U12 CAP +2 6>8
        printed X1 dRUS +1 6>7
        printed K07 pKR -1 5>4
        """,
        stage="moves",
    )


def test_ruling_042_one_step_and_no_more() -> None:
    """Given a free move that wants two steps, nothing, or three gauges, then it is refused."""
    game = Table(turn=2)
    assert game.refused(_written(wants=(("dPRC", 2),))).code == "TooMuch"
    assert game.refused(_written(wants=())).code == "WantsNothing"
    three = (("dPRC", 1), ("dDPRK", 1), ("dRUS", 1))
    assert game.refused(_written(cost=3, wants=three)).code == "TooMuch"


def test_ruling_042_the_catch_is_one_step_and_named() -> None:
    """Given a throw of 8, when the catch is missing or two steps, then nothing is settled."""
    game = Table(turn=2)
    move = game.free_move("JPN", "Joint patrol", wants={"dPRC": 1})
    game.to(Phase.ADJUDICATE)
    eight = argument(dice=(4, 4), seat="JPN")
    assert game.refused(do.ArgueFreeMove(move, eight)).code == "CatchMissing"
    assert game.refused(do.ArgueFreeMove(move, eight, ("ESC", 2))).code == "NotARuling"
    game.expect("", stage="moves")
    game.argue(move, dice=(4, 4), catch=("ESC", 1))
    game.expect(
        """
        printed X1 dPRC +1 5>6
        printed X1 ESC +1 3>4
        """,
        stage="moves",
    )


def test_ruling_042_argued_once_and_after_closing() -> None:
    """Given a free move, when it is argued before closing or twice, then that is refused."""
    game = Table(turn=2)
    move = game.free_move("JPN", "Joint patrol", wants={"dPRC": 1})
    ten = do.ArgueFreeMove(move, argument(dice=(5, 5), seat="JPN"))
    assert game.refused(ten).code == "NotNow"
    game.argue(move, dice=(3, 3))
    assert game.refused(ten).code == "ArguedAlready"


# --- 43 -----------------------------------------------------------------------------------------


def test_ruling_043_strong_reasons_save_a_low_throw() -> None:
    """Given a throw of 3, when one strong reason stands for it, then 4 backfires; with two, 5 does
    nothing; with four, no more than three count, and 6 does nothing."""
    for strong, hand in ((1, "printed X1 dPRC -1 5>4"), (2, ""), (4, "")):
        game = Table(turn=2)
        move = game.free_move("JPN", "Joint patrol", wants={"dPRC": 1})
        game.argue(move, dice=(2, 1), strong_pros=strong)
        game.expect(hand, stage="moves")


def test_ruling_043_a_low_throw_is_under_the_limits_too() -> None:
    """Given U06 cold on Japan, when Japan's free move backfires, then R5 holds the fall at 2.

    −1 (U06), −1 (X1) and −2 (N1) are 4 down; U06 is Joint, so there is no R4.
    """
    game = Table(turn=3)
    game.play("U06", "joint", signers=["ROK", "AUS"])
    move = game.free_move("JPN", "A speech", wants={"aJP": 1})
    game.argue(move, dice=(1, 1))
    game.expect(
        """
        printed U06 aJP -1 6>5
        printed U06 aKR -1 5>4
        printed U06 aAU -1 6>5
        printed U06 dPRC -1 5>4
        printed U06 dDPRK -1 5>4
        printed U06 ESC -2 3>1
        printed U06 CAP +1 6>7
        printed X1 aJP -1 5>4
        channel R3/U06 aKR +1 4>5
        channel R3/U06 aAU +1 5>6
        combination N1 aJP -2 4>2
        combination N1 pJP +1 4>5
        limit R5 aJP +2 2>4
        """,
        stage="moves",
    )
