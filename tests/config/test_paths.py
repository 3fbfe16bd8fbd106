"""Files are found where they are, from source, wheel and bundle alike."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import app
from app.config import paths

ROOT = Path(__file__).resolve().parents[2]


def test_from_source_the_checkout_has_assets_and_scenarios() -> None:
    assert paths.assets() == ROOT / "assets"
    assert paths.scenarios() == ROOT / "scenarios"


def test_a_wheel_has_them_inside_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "app" / "_data").mkdir(parents=True)
    monkeypatch.setattr(app, "__file__", str(tmp_path / "app" / "__init__.py"))
    assert paths.scenarios() == tmp_path / "app" / "_data" / "scenarios"


def test_a_bundle_has_them_where_it_was_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.assets() == tmp_path / "app" / "_data" / "assets"


def test_the_data_folder_can_be_chosen(tmp_path: Path) -> None:
    environ = {"PARASOL_DATA": str(tmp_path / "Öffentlich data")}
    assert paths.data_folder(environ) == tmp_path / "Öffentlich data"
    assert paths.library_file(environ=environ).parent == tmp_path / "Öffentlich data"


def test_without_a_choice_the_data_folder_is_the_platforms(home: Path) -> None:
    folder = paths.data_folder({})
    assert folder.name == "Parasol"
    assert home in folder.parents


def test_the_librarys_flag_wins_over_the_variable(tmp_path: Path) -> None:
    environ = {"PARASOL_LIBRARY": str(tmp_path / "a.db"), "PARASOL_DATA": str(tmp_path)}
    assert paths.library_file(environ=environ) == tmp_path / "a.db"
    assert paths.library_file(tmp_path / "b.db", environ) == tmp_path / "b.db"


def test_a_relative_library_is_relative_to_where_the_command_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert paths.library_file("here.db") == tmp_path / "here.db"


def test_a_tilde_means_the_home_folder(home: Path) -> None:
    assert paths.library_file("~/mine.db") == home / "mine.db"


def test_asking_where_things_are_creates_nothing(tmp_path: Path) -> None:
    environ = {"PARASOL_DATA": str(tmp_path / "data")}
    for ask in (paths.settings_file, paths.log_folder, paths.crash_folder, paths.user_scenarios):
        assert ask(environ).is_relative_to(tmp_path / "data")
    assert not (tmp_path / "data").exists()


@pytest.mark.slow
def test_a_built_wheel_holds_every_asset_and_every_deck(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    [wheel] = tmp_path.glob("*.whl")
    held = set(zipfile.ZipFile(wheel).namelist())
    tracked = subprocess.run(
        ["git", "ls-files", "-z", "assets", "scenarios"], cwd=ROOT, check=True, capture_output=True
    )
    wanted = {f"app/_data/{name}" for name in tracked.stdout.decode().split("\0") if name}
    assert wanted - held == set()
