"""What is loaded when: Qt only with the windows, numpy not for a turn.

The direction of imports is checked by import-linter (see pyproject.toml); these tests see
what a fresh interpreter really loads.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

BELOW_GUI = (
    "app.errors",
    "app.config",
    "app.deck",
    "app.core",
    "app.session",
    "app.store",
    "app.report",
    "app.cli",
    "app.bootstrap",
)

IMPORT_EVERYTHING = """
import importlib, json, pkgutil, sys
for name in json.loads(sys.argv[1]):
    module = importlib.import_module(name)
    for found in pkgutil.walk_packages(getattr(module, "__path__", []), name + "."):
        if not found.name.endswith("__main__"):
            importlib.import_module(found.name)
print(json.dumps(sorted(sys.modules)))
"""


def loaded_by(program: str, *arguments: str) -> set[str]:
    """The top-level packages that a fresh interpreter has loaded after this program."""
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return {name.split(".")[0] for name in json.loads(done.stdout.splitlines()[-1])}


@pytest.mark.slow
@pytest.mark.parametrize("package", BELOW_GUI)
def test_below_the_windows_nothing_loads_qt(package: str) -> None:
    assert not loaded_by(IMPORT_EVERYTHING, json.dumps([package])) & {"PySide6", "shiboken6"}


PLAY_RECORDED = """
import json, sys, time
from app.config.paths import scenarios
from app.core.compile import compile_deck
from app.deck.read import read_deck
from app.deck.script import read_script
from app.session.recording import play, start_recording
from tests.session.memory import MemoryRecord
folder = scenarios() / "tutorial"
script = read_script(folder / "scripts" / "recorded.yaml")
exercise = start_recording(script, compile_deck(read_deck(folder)), MemoryRecord(), time.time)
play(script, exercise)
assert exercise.state.end_state
print(json.dumps(sorted(sys.modules)))
"""


@pytest.mark.slow
def test_an_exercise_through_deck_core_and_session_loads_neither_numpy_nor_a_database() -> None:
    assert not loaded_by(PLAY_RECORDED) & {"numpy", "sqlite3", "sqlite_utils", "PySide6", "jinja2"}


def test_importing_the_package_does_no_work() -> None:
    program = "import json, sys; before = set(sys.modules); import app; "
    program += "print(json.dumps(sorted(set(sys.modules) - before)))"
    assert loaded_by(program) == {"app"}


def test_asking_for_folders_and_settings_loads_nothing_heavy() -> None:
    program = "import json, sys; from app.config import paths, settings; paths.library_file(); "
    program += "settings.read_settings(paths.settings_file()); print(json.dumps([*sys.modules]))"
    heavy = {"pydantic", "yaml", "jinja2", "typer", "sqlite3", "sqlite_utils", "numpy"}
    assert not loaded_by(program) & heavy
