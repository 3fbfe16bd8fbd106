"""Reading a deck: all of it or nothing, and every fault at once."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from app.config.paths import scenarios
from app.deck import limits
from app.deck.faults import Fault, in_order
from app.deck.model import Deck
from app.deck.read import check_deck, read_deck
from app.errors import DeckError

Edit = Callable[[str, str, str], None]


def shipped() -> list[Path]:
    return sorted(path.parent for path in scenarios().glob("*/deck.yaml"))


@pytest.mark.parametrize("folder", shipped(), ids=lambda folder: folder.name)
def test_a_shipped_deck_has_neither_faults_nor_advice(folder: Path) -> None:
    checked = check_deck(folder)
    assert checked.faults == ()
    assert isinstance(checked.deck, Deck)
    assert checked.counts["moves"] == len(checked.deck.moves)
    assert len(checked.hash) == 64


def test_all_faults_of_all_files_are_reported_at_once(deck_copy: Path, edit: Edit) -> None:
    edit("deck.yaml", 'version: "1.0"', "version: 1.0")  # the model's
    edit("moves.yaml", "cost: 2", "cost: *x")  # the gate's
    edit("moves.yaml", "seat: TAV", "seat: TAVI")  # a name
    edit("moves.yaml", "once: true", "once: yes")  # the model's, in the same file
    edit("tensions.yaml", "tensions:", "tensions: [")  # not YAML at all
    edit("rules.yaml", "not_move: P3", "not_move: P9")  # a name
    (deck_copy / "turns.yaml").unlink()
    found = [(fault.file, fault.code) for fault in check_deck(deck_copy).faults if fault.line != 0]
    assert found == [
        ("deck.yaml", "type"),
        ("moves.yaml", "alias"),
        ("moves.yaml", "type"),
        ("moves.yaml", "unknown_name"),
        ("rules.yaml", "unknown_name"),
        ("tensions.yaml", "syntax"),
        ("turns.yaml", "missing_file"),
    ]


def test_a_file_that_cannot_be_read_causes_no_other_complaints(deck_copy: Path) -> None:
    (deck_copy / "seats.yaml").write_text("seats: [\n", "utf-8")
    assert [fault.file for fault in check_deck(deck_copy).faults] == ["seats.yaml"]


def test_an_item_with_a_fault_is_still_known_by_its_id(deck_copy: Path, edit: Edit) -> None:
    edit("gauges.yaml", "name: Assurance of Tavia", "nmae: Assurance of Tavia")
    assert [fault.code for fault in check_deck(deck_copy).faults] == ["unknown_key"]


def test_a_fault_after_an_item_left_out_keeps_its_line(deck_copy: Path, edit: Edit) -> None:
    edit("moves.yaml", "cost: 2", "cost: two")
    edit("moves.yaml", "of: signers", "of: sginers")
    text = (deck_copy / "moves.yaml").read_text("utf-8")
    line = text.count("\n", 0, text.index("of: sginers")) + 1
    assert line in [fault.line for fault in check_deck(deck_copy).faults]


def test_an_error_tells_every_fault_in_plain_text(deck_copy: Path, edit: Edit) -> None:
    edit("moves.yaml", "cost: 2", "cost: two")
    edit("rules.yaml", "not_move: P3", "not_move: P9")
    with pytest.raises(DeckError) as caught:
        read_deck(deck_copy)
    assert "2 faults" in caught.value.message
    assert "moves.yaml:" in caught.value.detail
    assert "rules.yaml:" in caught.value.detail


def test_a_folder_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(DeckError, match="cannot be read"):
        read_deck(tmp_path / "nothing")


def test_optional_files_may_be_absent(deck_copy: Path, edit: Edit) -> None:
    (deck_copy / "places.yaml").unlink()
    faults = check_deck(deck_copy).faults
    assert {fault.code for fault in faults} == {"unknown_name"}  # the cards' places
    assert all("This deck has none" in fault.hint for fault in faults)


def test_other_files_beside_a_deck_are_no_fault(deck_copy: Path) -> None:
    (deck_copy / "README.md").write_text("About this deck.", "utf-8")
    (deck_copy / "scripts").mkdir()
    (deck_copy / "scripts" / "demo.yaml").write_text("turns: []", "utf-8")
    (deck_copy / "shopping.yaml").write_text("- milk", "utf-8")
    faults = check_deck(deck_copy).faults
    assert [(fault.severity, fault.code) for fault in faults] == [("advice", "unknown_file")]


def test_too_many_files_are_a_fault(deck_copy: Path) -> None:
    for number in range(limits.DECK_FILES + 1):
        (deck_copy / f"note{number}.txt").touch()
    assert "too_many_files" in [fault.code for fault in check_deck(deck_copy).faults]


def test_a_huge_file_is_refused_without_being_read(deck_copy: Path) -> None:
    with (deck_copy / "moves.yaml").open("wb") as file:
        file.truncate(10_000_000_000)
    faults = check_deck(deck_copy).faults
    assert [(fault.file, fault.code) for fault in faults] == [("moves.yaml", "too_large")]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no named pipes in folders")
def test_a_pipe_in_place_of_a_file_does_not_stop_the_program(deck_copy: Path) -> None:
    (deck_copy / "moves.yaml").unlink()
    os.mkfifo(deck_copy / "moves.yaml")
    assert "not_a_file" in [fault.code for fault in check_deck(deck_copy).faults]


CROWDS = {
    "unknown keys": ("moves.yaml", "    tensions: T01\n", "    tensions: T01\n{}", "    k{}: 1\n"),
    "keys said twice": ("moves.yaml", "    cost: 2\n", "    cost: 2\n{}", "    cost: 1\n"),
    "numbers for text": ("seats.yaml", "    concerns:\n", "    concerns:\n{}", "      - 1\n"),
    "tests none passes": ("rules.yaml", "      played:\n", "      played:\n{}",
                          "        - {tag: hedge, channel: joint}\n"),
    "unknown names": ("moves.yaml", "    places: strait", "    places: [{}]", "p{},"),
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(CROWDS))
def test_a_crowd_of_faults_is_told_soon(deck_copy: Path, edit: Edit, name: str) -> None:
    file, old, new, item = CROWDS[name]
    many = "".join(item.replace("{}", str(number)) for number in range(20_000))
    edit(file, old, new.replace("{}", many))
    before = time.process_time()
    faults = check_deck(deck_copy).faults
    assert time.process_time() - before < 3
    assert len(faults) == limits.FAULTS + 1


def test_more_faults_than_anyone_reads_are_not_listed() -> None:
    faults = [
        Fault("fault", "moves.yaml", line, 1, "type", "Wrong.")
        for line in range(limits.FAULTS + 234)
    ]
    ordered = in_order(reversed(faults))
    assert len(ordered) == limits.FAULTS + 1
    assert ordered[:2] == tuple(faults[:2])
    assert "more faults than these 1,000" in ordered[-1].message
