"""The sentences that say why a gauge of the flagship moved."""

from __future__ import annotations

from app.core.proposal import proposed_ledger
from app.core.why import explain_gauge
from tests.rulings.table import Table


def told(game: Table, gauge: str) -> str:
    ledger = proposed_ledger(game.book, game.state)
    return explain_gauge(game.book, game.state, gauge, ledger.lines)


def test_an_escorted_visit_is_told_with_its_limit() -> None:
    game = Table(turn=2, gauges={"aJP": 6})
    game.play("U01", "joint", host="JPN", target="PRC", signers=["JPN"])
    game.play("J01", "solo")
    assert told(game, "aJP") == (
        "Japan's Assurance went from 6 to 7: Bomber visit +1, Joint or quiet +1, Full escort +1, "
        "cut to +1 by Slow up, fast down."
    )


def test_what_is_taken_away_names_its_taker() -> None:
    game = Table(turn=2, gauges={"aJP": 5})
    game.play("U01", "joint", host="JPN", target="PRC", signers=["JPN"])
    game.play("J01", "solo")
    sentence = told(game, "pJP")
    assert sentence == (
        "Japan's Pressure stayed at 4: Escort and host 0 (taken away by Full escort)."
    )


def test_a_neighbours_gauge_keeps_its_own_name_and_close_is_said() -> None:
    game = Table(turn=2)
    assert told(game, "dPRC") == (
        "Deterrence toward PRC went from 5 to 4: at Close The shadow lengthens −1."
    )
