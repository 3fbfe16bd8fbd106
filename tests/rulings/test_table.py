"""The table itself, tried on the tutorial, whose numbers are easy to follow."""

from __future__ import annotations

import pytest

from app.core.values import Phase
from tests.rulings.table import Table, play


def test_a_whole_ledger_is_compared_line_for_line() -> None:
    game = Table(turn=2, gauges={"aTAV": 9, "pTAV": 6}, deck="tutorial")
    game.play("P1", host="TAV", target="DRO")
    game.play("F1", "quiet", addressee="CAL")
    game.expect(
        """
        printed P1 aTAV +1      9>10
        printed P1 dDRO +1      5>6
        printed F1 pTAV +1=0 R2 6>6    # nobody saw it
        printed F1 PLAN +1      3>4
        channel R3/P1 aTAV -1   10>9   # the host was not asked
        close R6 dDRO -1        6>5
        close R7 pTAV -1        6>5    # 9 is 6 or more
        """
    )
    game.expect_gauge("PLAN", "printed F1 PLAN +1 3>4")


def test_a_difference_shows_both_sides() -> None:
    game = Table(deck="tutorial")
    with pytest.raises(AssertionError, match=r"by the program\n! close R6 dDRO -2"):
        game.expect("close R6 dDRO -2 5>3", "close")


def test_rulings_and_added_lines_are_taken_as_a_person_takes_them() -> None:
    game = Table(deck="tutorial", gauges={"PLAN": 2, "aTAV": 5})
    game.play("F3", "solo")
    game.rule("printed F3 PLAN", to=0)
    game.add("PLAN", -1)
    game.expect_gauge("PLAN", "printed F3 PLAN +1 ruled 0 2>2\nadded W PLAN -1 2>1")
    assert game.state.phase is Phase.ADJUDICATE


def test_earlier_turns_count_and_a_hand_in_has_to_be_lawful() -> None:
    game = Table(turn=3, deck="tutorial")
    game.earlier(2, play("P4", "quiet", addressee="TAV"), consulted=[("CAL", "TAV", "P4")])
    assert game.effort("CAL") == (6, 0)
    assert game.reasons("P4") == ["It is played once in a game, and has been."]
    game.play("P3", "joint", asked="TAV")
    assert game.closing() == [
        "P3: No signature yet. Tavia was asked.",
        "P3: Tavia must sign it.",
    ]
    with pytest.raises(AssertionError, match="cannot close"):
        game.ledger()
