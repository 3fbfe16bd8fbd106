"""`parasol play`: a recorded exercise from the command line."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import RECORDED, Command, only_sentences, replace

Change = Callable[[str, str], Path]

LINE = [
    "stage",
    "step",
    "cause",
    "via",
    "gauge",
    "asked",
    "made",
    "cut_by",
    "ruled",
    "before",
    "after",
    "tensions",
    "reason",
]


def played(parasol: Command, *arguments: object) -> Any:
    answer = parasol("play", "tutorial", "--script", RECORDED, "--json", *arguments)
    assert answer.code == 0
    assert answer.err == ""
    return answer.document


def test_play_gives_each_turns_ledger_gauges_end_and_session(parasol: Command) -> None:
    document = played(parasol)
    assert list(document) == ["session", "deck", "turns", "end_state", "events"]
    assert [turn["turn"] for turn in document["turns"]] == [1, 2]
    assert all(list(line) == LINE for turn in document["turns"] for line in turn["ledger"])
    assert document["end_state"]
    listed = parasol("sessions", "--json").document["sessions"]
    assert [one["id"] for one in listed] == [document["session"]]
    assert listed[0]["events"] == document["events"]


def test_the_ledger_leads_from_line_to_line_to_the_gauges(parasol: Command) -> None:
    for turn in played(parasol)["turns"]:
        last: dict[str, int] = {}
        for line in turn["ledger"]:
            assert last.get(line["gauge"], line["before"]) == line["before"]
            last[line["gauge"]] = line["after"]
        assert {gauge: turn["gauges"][gauge] for gauge in last} == last


def test_the_same_script_gives_the_same_exercise(parasol: Command, tmp_path: Path) -> None:
    first, second = (played(parasol, "--library", tmp_path / f"{n}.db") for n in (1, 2))
    assert first.pop("session") != second.pop("session")
    assert first == second


def test_play_prints_line_by_line_what_json_holds(parasol: Command) -> None:
    document = played(parasol)
    answer = parasol("play", "tutorial", "--script", RECORDED)
    assert answer.code == 0
    heads = [line for line in answer.out.splitlines() if line.startswith("Turn ")]
    ledger = [line for line in answer.out.splitlines() if "→" in line]
    assert heads == ["Turn 1", "Turn 2"]
    assert len(ledger) == sum(len(turn["ledger"]) for turn in document["turns"])
    for turn in document["turns"]:
        gauges = ", ".join(f"{name} {value}" for name, value in turn["gauges"].items())
        assert f"after: {gauges}" in answer.out
    last = answer.out.splitlines()[-1]
    assert re.fullmatch(rf"End state {document['end_state']}; session [0-9a-f-]{{36}}", last)


def test_deck_and_script_may_lie_anywhere(
    parasol: Command, deck_copy: Path, script: Change
) -> None:
    answer = parasol("play", deck_copy, "--script", script("seed: 7", "seed: 8"), "--json")
    assert answer.code == 0
    assert answer.document["deck"]["id"] == "tutorial"


TAKEN = "{seat: CAL, move: P2, channel: solo, choices: {whom: voters}}"

ILLEGAL = {
    "a seat that may not": "{seat: TAV, move: P2}",
    "a card twice": "{seat: CAL, move: P1, channel: solo, host: TAV}",
    "no such card": "{seat: CAL, move: P99}",
    "no such channel": "{seat: CAL, move: P2, channel: quiet, choices: {whom: voters}}",
    "no such target": "{seat: CAL, move: P2, target: TAV, choices: {whom: nobody}}",
}


@pytest.mark.parametrize("kind", ILLEGAL)
def test_an_illegal_move_is_told_with_turn_line_reason_and_what_is_legal(
    parasol: Command, script: Change, kind: str
) -> None:
    path = script(TAKEN, ILLEGAL[kind])
    line = RECORDED.read_text("utf-8").split(TAKEN)[0].count("\n") + 1
    answer = parasol("play", "tutorial", "--script", path, "--json")
    assert answer.code == 1
    (fault,) = answer.document["faults"]
    assert (fault["file"], fault["line"]) == (path.name, line)
    assert fault["message"].startswith("Turn 1: ")
    assert "Legal for " in fault["hint"]
    assert f"{path.name}:{line}:" in answer.err


def test_an_illegal_move_of_the_second_turn_names_the_second_turn(
    parasol: Command, script: Change
) -> None:
    second = RECORDED.read_text("utf-8").split("- turn: 2")[1]
    move = re.search(r"- \{seat: CAL, move: (\w+),", second)
    assert move
    text = RECORDED.read_text("utf-8")
    at = text.index(second) + move.start()
    path = script("seed: 7", "seed: 7")
    path.write_text(text[:at] + text[at:].replace(move[1], "F1", 1), "utf-8")
    answer = parasol("play", "tutorial", "--script", path)
    assert answer.code == 1
    assert "Turn 2: " in answer.err
    assert f":{text[:at].count(chr(10)) + 1}:" in answer.err
    assert "Legal for " in answer.err


def test_of_a_script_that_cannot_be_played_nothing_is_kept(
    parasol: Command, script: Change
) -> None:
    path = script("{seat: CAL, move: P2,", "{seat: CAL, move: P99,")
    assert parasol("play", "tutorial", "--script", path).code == 1
    assert parasol("sessions", "--json").document == {"sessions": []}


def test_a_script_with_faults_lists_them_all(parasol: Command, script: Change) -> None:
    path = script("seed: 7", "seed: many")
    replace(path, "planned_start:", "planed_start:")
    answer = parasol("play", "tutorial", "--script", path, "--json")
    assert answer.code == 1
    assert len(answer.document["faults"]) == 2
    assert all(fault["line"] for fault in answer.document["faults"])


def test_a_script_of_another_deck_is_wrong_use(parasol: Command, script: Change) -> None:
    answer = parasol("play", "tutorial", "--script", script("deck: tutorial", "deck: flagship"))
    assert answer.code == 2
    assert "for the deck flagship" in answer.err


def test_a_deck_with_faults_is_not_played(parasol: Command, deck_copy: Path) -> None:
    replace(deck_copy / "rules.yaml", "gauge: PLAN", "gauge: PLANN")
    answer = parasol("play", deck_copy, "--script", RECORDED, "--json")
    assert answer.code == 1
    assert answer.document["faults"][0]["file"] == "rules.yaml"
    assert parasol("sessions", "--json").document == {"sessions": []}


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00", b"[" * 30_000, b"- just\n- a list\n"])
def test_a_script_that_is_none_is_a_sentence(
    parasol: Command, tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "script.yaml"
    if content is not None:
        path.write_bytes(content)
    answer = parasol("play", "tutorial", "--script", path, "--json")
    assert answer.code in {1, 2}
    assert only_sentences(answer)
    assert json.loads(answer.out)["error"]
