"""`parasol explain`: why every gauge moved in a turn, as sentences."""

from __future__ import annotations

from typing import Any

from tests.cli.conftest import RECORDED, Command


def explained(parasol: Command, *arguments: object) -> Any:
    answer = parasol("explain", "tutorial", "--script", RECORDED, *arguments, "--json")
    assert answer.code == 0, answer.err
    return answer.document


def test_every_line_of_the_turn_is_told_under_its_gauge(parasol: Command) -> None:
    played = parasol("play", "tutorial", "--script", RECORDED, "--json").document
    for turn in played["turns"]:
        told = explained(parasol, "--turn", turn["turn"])
        lines = [line for gauge in told["gauges"] for line in gauge["lines"]]
        wanted = [(line["cause"], line["before"], line["after"]) for line in turn["ledger"]]
        assert sorted((x["cause"], x["before"], x["after"]) for x in lines) == sorted(wanted)


def test_one_gauge_alone_says_its_way_and_its_causes(parasol: Command) -> None:
    (gauge,) = explained(parasol, "--turn", 1, "--gauge", "aTAV")["gauges"]
    start, end = gauge["lines"][0]["before"], gauge["lines"][-1]["after"]
    assert gauge["sentence"].startswith("Tavia's Assurance ")
    assert f"{start} to {end}: " in gauge["sentence"]
    assert "in Brief The empty berth −1" in gauge["sentence"]
    assert all(line["tensions"] for line in gauge["lines"])


def test_nothing_is_kept_of_it(parasol: Command) -> None:
    explained(parasol, "--turn", 1)
    assert parasol("sessions", "--json").document["sessions"] == []


def test_a_turn_or_gauge_that_there_is_not_is_refused_with_what_there_is(parasol: Command) -> None:
    for wrong, says in ((("--turn", 9), "1 to 2"), (("--turn", 1, "--gauge", "aX"), "aTAV")):
        answer = parasol("explain", "tutorial", "--script", RECORDED, *wrong)
        assert answer.code == 2
        assert says in answer.err
