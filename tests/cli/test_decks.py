"""`parasol decks` and `parasol check`."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import TUTORIAL, Command, only_sentences, replace
from tests.deck.test_broken_copies import BREAKS, Break

COUNTED = [
    "seats",
    "gauges",
    "moves",
    "rules",
    "combinations",
    "injects",
    "tensions",
    "turns",
    "polls",
    "places",
    "end_states",
    "procedures",
    "variants",
]
FAULT = ["severity", "file", "line", "column", "code", "message", "hint"]


def test_decks_lists_name_version_hash_and_title(parasol: Command) -> None:
    answer = parasol("decks")
    line = next(line for line in answer.out.splitlines() if line.startswith("tutorial "))
    decks = parasol("decks", "--json").document["decks"]
    deck = next(one for one in decks if one["name"] == "tutorial")
    assert answer.code == 0
    assert deck["version"] in line
    assert deck["hash"][:12] in line
    assert deck["title"] in line


def test_decks_finds_the_persons_own(parasol: Command, data: Path, deck_copy: Path) -> None:
    shutil.copytree(deck_copy, data / "scenarios" / "Größe zwei")
    found = {deck["name"]: deck for deck in parasol("decks", "--json").document["decks"]}
    assert found["Größe zwei"]["hash"] == found["tutorial"]["hash"]


def test_a_deck_with_faults_is_listed_with_their_number(
    parasol: Command, data: Path, deck_copy: Path
) -> None:
    (deck_copy / "seats.yaml").unlink()
    shutil.copytree(deck_copy, data / "scenarios" / "broken")
    answer = parasol("decks")
    assert answer.code == 0
    line = next(line for line in answer.out.splitlines() if line.startswith("broken "))
    assert " fault" in line
    assert (data / "decks.json").exists()


def test_check_has_the_promised_shape(parasol: Command) -> None:
    answer = parasol("check", "tutorial", "--json")
    assert answer.code == 0
    assert answer.err == ""
    assert list(answer.document) == ["decks"]
    (deck,) = answer.document["decks"]
    assert list(deck) == ["id", "version", "hash", "counts", "faults"]
    assert list(deck["counts"]) == COUNTED
    assert all(isinstance(number, int) for number in deck["counts"].values())
    assert len(deck["hash"]) == 64


def test_check_takes_a_path_with_a_space_and_an_umlaut(parasol: Command, deck_copy: Path) -> None:
    by_name, by_path, by_file = (
        parasol("check", deck, "--json").document["decks"][0]
        for deck in ("tutorial", deck_copy, deck_copy / "deck.yaml")
    )
    assert by_name == by_path == by_file


def test_check_takes_a_path_from_the_folder_one_is_in(
    parasol: Command, deck_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(deck_copy.parent)
    assert parasol("check", deck_copy.name).code == 0


def test_check_says_a_sound_deck_in_one_line(parasol: Command) -> None:
    answer = parasol("check", "tutorial")
    assert answer.code == 0
    assert answer.out.startswith("tutorial 1.0: no faults")
    assert "2 seats" in answer.out


def test_check_lists_every_fault_of_every_deck_at_once(parasol: Command, deck_copy: Path) -> None:
    replace(deck_copy / "rules.yaml", "gauge: PLAN", "gauge: PLANN")
    replace(deck_copy / "moves.yaml", "seat: CAL", "seat: CALL")
    answer = parasol("check", "tutorial", deck_copy, "--json")
    assert answer.code == 1
    sound, broken = answer.document["decks"]
    assert sound["faults"] == []
    assert broken["hash"] == ""
    assert {fault["file"] for fault in broken["faults"]} >= {"rules.yaml", "moves.yaml"}
    assert all(list(fault) == FAULT for fault in broken["faults"])
    text = parasol("check", "tutorial", deck_copy)
    assert text.code == 1
    assert "rules.yaml:" in text.out
    assert "Did you mean 'PLAN'?" in text.out
    assert "2 faults" in text.out


KINDS = list({case.code + case.file: case for case in BREAKS}.values())


def broken(case: Break, folder: Path) -> int:
    """Make a copy of the tutorial, broken in this way; the line where it is broken."""
    shutil.copytree(TUTORIAL, folder, ignore=shutil.ignore_patterns("scripts"))
    before = (folder / case.file).read_text("utf-8").index(case.old)
    replace(folder / case.file, case.old, case.new)
    text = (folder / case.file).read_text("utf-8")
    at = text.index(case.at, max(0, before - 400)) if case.at else before
    return text.count("\n", 0, at) + 1


def test_check_names_file_and_line_for_fifteen_kinds_of_fault(
    parasol: Command, tmp_path: Path
) -> None:
    assert len(KINDS) >= 15
    folders = [tmp_path / f"deck {number}" for number, _ in enumerate(KINDS)]
    lines = [broken(case, folder) for case, folder in zip(KINDS, folders, strict=True)]
    answer = parasol("check", *folders, "--json")
    assert answer.code == 1
    found = [
        [
            (one["file"], one["line"], one["code"])
            for one in deck["faults"]
            if one["severity"] == "fault"
        ]
        for deck in answer.document["decks"]
    ]
    assert found == [
        [(case.file, line, case.code)] for case, line in zip(KINDS, lines, strict=True)
    ]


@pytest.mark.parametrize("extra", [(), ("--json",)])
def test_a_deck_that_is_not_there_is_said_with_the_nearest_name(
    parasol: Command, extra: tuple[str, ...]
) -> None:
    answer = parasol("check", "tutorail", *extra)
    assert answer.code == 2
    assert only_sentences(answer)
    assert "Did you mean 'tutorial'?" in answer.err
    if extra:
        assert answer.document["error"] == "There is no deck 'tutorail'."
    else:
        assert answer.out == ""


def test_a_folder_that_is_no_deck_has_faults(parasol: Command, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    answer = parasol("check", tmp_path / "empty", "--json")
    assert answer.code == 1
    assert "deck.yaml" in {fault["file"] for fault in answer.document["decks"][0]["faults"]}


def test_check_counts_the_flagship(parasol: Command) -> None:
    answer = parasol("check", "lengthening-shadow", "--json")
    (deck,) = answer.document["decks"]
    counts = {
        "seats": 4, "gauges": 12, "moves": 36, "injects": 17, "tensions": 14, "turns": 6,
        "end_states": 6, "procedures": 1, "variants": 1,
    }  # fmt: skip
    assert answer.code == 0
    assert {name: deck["counts"][name] for name in counts} == counts
    assert deck["faults"] == []
