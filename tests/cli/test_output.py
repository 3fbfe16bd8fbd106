"""What a deck or a person wrote can neither steer the terminal nor break the JSON."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from app.cli import output
from tests.cli.conftest import ESCAPE, Command, replace

HOSTILE = "\x1b]0;pwned\x07\x1b[2J\x9b31m\rEverything holds.\x08\u2028\x00\ud800\nDone"
CONTROLS = {chr(n) for n in (*range(32), *range(0x7F, 0xA0))} - {"\n"}


class Wrong(NamedTuple):
    severity: str = "fault"
    file: str = f"{HOSTILE}.yaml"
    line: int | None = 3
    column: int | None = None
    code: str = "x"
    message: str = HOSTILE
    hint: str = HOSTILE


def test_a_line_stays_one_line_of_harmless_text(capsys: pytest.CaptureFixture[str]) -> None:
    output.say(HOSTILE)
    said = capsys.readouterr().out
    assert said.count("\n") == 1
    assert not CONTROLS & set(said)


def test_a_fault_stays_two_lines(capsys: pytest.CaptureFixture[str]) -> None:
    output.say_fault(Wrong())
    said = capsys.readouterr().out
    assert said.count("\n") == 2
    assert not CONTROLS & set(said)


def test_an_error_keeps_its_lines_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    output.say_error(HOSTILE)
    said = capsys.readouterr().err
    assert said.count("\n") == 2
    assert not CONTROLS & set(said)


def test_json_is_harmless_and_loses_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    output.say_json({"title": HOSTILE, "ü": "→"})
    said = capsys.readouterr().out
    assert not CONTROLS & set(said)
    assert "→" in said
    assert json.loads(said) == {"title": HOSTILE, "ü": "→"}


@pytest.mark.parametrize("command", [["decks"], ["decks", "--json"]])
def test_a_hostile_deck_cannot_steer_the_terminal(
    parasol: Command, data: Path, deck_copy: Path, command: list[str]
) -> None:
    title = r'"\e]0;pwned\a\e[2J\x9B31m Calm \r\x08"'
    replace(deck_copy / "deck.yaml", "title: The Empty Berth", f"title: {title}")
    replace(deck_copy / "deck.yaml", 'version: "1.0"', r'version: "\e[2J\n1"')
    shutil.copytree(deck_copy, data / "scenarios" / "hostile\x1b[31m\nsound")
    listed = parasol(*command)
    checked = parasol("check", deck_copy, *command[1:])
    for answer in (listed, checked):
        assert not CONTROLS & set(answer.out + answer.err)
        assert ESCAPE not in answer.out
    if command[1:]:
        assert json.loads(listed.out)
        assert json.loads(checked.out)


def test_a_hostile_session_title_cannot_steer_the_terminal(parasol: Command, library: Path) -> None:
    with closing(sqlite3.connect(library)) as conn:
        conn.execute("UPDATE sessions SET title = ?", (HOSTILE.replace("\ud800", ""),))
        conn.commit()
    answer = parasol("sessions", "--library", library)
    assert answer.out.count("\n") == 1
    assert not CONTROLS & set(answer.out)


def test_a_hostile_argument_is_echoed_harmlessly(parasol: Command) -> None:
    for given in (
        ["check", "\x1b[2Jdeck"],
        ["\x1b[2J"],
        ["check", "--\x1b[2J"],
        ["report", "\x1b"],
    ):
        answer = parasol(*given)
        assert answer.code == 2
        assert not CONTROLS & set(answer.err)
