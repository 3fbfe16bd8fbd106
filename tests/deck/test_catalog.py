"""The catalog: decks by name, and what the home screen shows without reading any."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.config.paths import scenarios
from app.deck import catalog
from app.deck.catalog import INDEX_FILE, Catalog
from app.deck.read import check_deck
from app.errors import WrongUse


@pytest.fixture
def folder(deck_copy: Path) -> Path:
    return deck_copy.parent


def test_an_entry_says_what_the_home_screen_shows(folder: Path, tmp_path: Path) -> None:
    (entry,) = Catalog([folder]).entries()
    checked = check_deck(folder / "tutorial")
    assert checked.deck is not None
    about = checked.deck.about
    assert (entry.name, entry.folder) == ("tutorial", folder / "tutorial")
    assert (entry.id, entry.version, entry.hash) == (about.id, about.version, checked.hash)
    assert (entry.title, entry.premise, entry.minutes) == (
        about.title,
        about.premise,
        about.minutes,
    )
    assert (entry.turns, entry.faults) == (len(checked.deck.turns), 0)
    assert entry.seats == tuple(seat.short for seat in checked.deck.seats)


def test_an_unchanged_deck_is_not_read_again(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Catalog([folder], tmp_path / "index").entries()

    def read_again(_: Path) -> None:
        raise AssertionError("the deck was read again")

    monkeypatch.setattr(catalog, "_read", read_again)
    again = Catalog([folder], tmp_path / "index")
    assert again.indexed() == first
    assert again.entries() == first


def test_a_changed_deck_is_read_again(folder: Path, tmp_path: Path) -> None:
    decks = Catalog([folder], tmp_path / "index")
    before = decks.entries()[0]
    path = folder / "tutorial" / "deck.yaml"
    path.write_text(path.read_text("utf-8").replace(before.title, "Another title"), "utf-8")
    status = path.stat()
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns + 1_000_000))
    assert decks.indexed() == []
    assert decks.entries()[0].title == "Another title"
    assert Catalog([folder], tmp_path / "index").indexed()[0].title == "Another title"


def test_a_deck_with_faults_is_listed_and_says_so(folder: Path) -> None:
    (folder / "tutorial" / "moves.yaml").write_text("moves: [\n", "utf-8")
    (entry,) = Catalog([folder]).entries()
    assert entry.faults == 1
    assert (entry.id, entry.hash) == ("tutorial", "")


def test_a_deck_that_is_gone_leaves_the_index(folder: Path, tmp_path: Path) -> None:
    Catalog([folder], tmp_path / "index").entries()
    shutil.rmtree(folder / "tutorial")
    assert Catalog([folder], tmp_path / "index").entries() == []


@pytest.mark.parametrize(
    "damage",
    [
        "",
        "{",
        "[]",
        "null",
        '{"format": 1}',
        '{"format": 99, "program": "0", "decks": {}}',
        "[" * 100_000,
    ],
)
def test_a_damaged_index_is_made_anew(folder: Path, tmp_path: Path, damage: str) -> None:
    Catalog([folder], tmp_path / "index").entries()
    (tmp_path / "index" / INDEX_FILE).write_text(damage, "utf-8")
    assert len(Catalog([folder], tmp_path / "index").entries()) == 1
    assert len(Catalog([folder], tmp_path / "index").indexed()) == 1


def test_an_entry_of_the_wrong_shape_is_made_anew(folder: Path, tmp_path: Path) -> None:
    Catalog([folder], tmp_path / "index").entries()
    file = tmp_path / "index" / INDEX_FILE
    kept = json.loads(file.read_text("utf-8"))
    for stamp_and_entry in kept["decks"].values():
        stamp_and_entry[1]["title"] = 5
    file.write_text(json.dumps(kept), "utf-8")
    assert Catalog([folder], tmp_path / "index").indexed() == []


def test_an_index_that_cannot_be_written_costs_nothing(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "index").write_text("a file where the folder should be", "utf-8")
    assert len(Catalog([folder], tmp_path / "index").entries()) == 1


def test_a_folder_that_is_not_there_holds_no_decks(tmp_path: Path) -> None:
    assert Catalog([tmp_path / "nothing"]).entries() == []


def test_folders_without_a_deck_are_passed_over(folder: Path) -> None:
    (folder / "schema").mkdir()
    (folder / ".hidden").mkdir()
    (folder / "README.md").touch()
    assert [entry.name for entry in Catalog([folder]).entries()] == ["tutorial"]


def test_a_deck_is_found_by_name_id_and_path(folder: Path) -> None:
    renamed = folder / "our copy"
    (folder / "tutorial").rename(renamed)
    decks = Catalog([folder])
    assert decks.find("our copy") == renamed
    assert decks.find("tutorial") == renamed
    assert decks.find(str(renamed)) == renamed
    assert decks.find(renamed / "deck.yaml") == renamed


def test_of_two_decks_the_one_in_the_earlier_folder_is_found(folder: Path) -> None:
    assert Catalog([scenarios(), folder]).find("tutorial") == scenarios() / "tutorial"
    assert Catalog([folder, scenarios()]).find("tutorial") == folder / "tutorial"


def test_a_misspelt_deck_is_refused_with_the_nearest_name(folder: Path) -> None:
    with pytest.raises(WrongUse, match="Did you mean 'tutorial'"):
        Catalog([folder]).find("tutoral")


LIGHT = """
import sys
from pathlib import Path
from app.deck.catalog import Catalog
entries = Catalog([Path(sys.argv[1])], Path(sys.argv[2])).indexed()
print(len(entries), sorted({"pydantic", "yaml"} & set(sys.modules)))
"""


def test_reading_the_index_loads_neither_pydantic_nor_yaml(folder: Path, tmp_path: Path) -> None:
    Catalog([folder], tmp_path / "index").entries()
    done = subprocess.run(
        [sys.executable, "-c", LIGHT, str(folder), str(tmp_path / "index")],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(catalog.__file__).parents[2],
    )
    assert done.stdout.split("\n")[0] == "1 []"
