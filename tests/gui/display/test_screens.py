"""Screens: found again by identity, suggested, and told apart from a mirror."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.gui.display.screens import (
    all_screens,
    facts_of,
    found_again,
    identity_of,
    show_the_same,
    suggested,
)

ROOT = Path(__file__).resolve().parents[3]


def screen(name: str, left: int, width: int, height: int, ratio: float = 1.0) -> dict[str, object]:
    return {
        "name": name,
        "x": left,
        "y": 0,
        "width": width,
        "height": height,
        "logicalDpi": 96,
        "logicalBaseDpi": 96,
        "dpr": ratio,
    }


def asked(tmp_path: Path, screens: list[dict[str, object]], question: str) -> str:
    """What is printed of the simulated screens."""
    program = (
        "from PySide6.QtGui import QGuiApplication\n"
        "from app.gui.display.screens import all_screens, facts_of, show_the_same, suggested\n"
        "app = QGuiApplication([])\n"
        "screens = all_screens()\n"
        f"print({question})\n"
    )
    return run(tmp_path, screens, program)


def run(tmp_path: Path, screens: list[dict[str, object]], program: str) -> str:
    """What a program prints that runs on simulated screens."""
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={config}"},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_one_screen_is_one_picture_and_no_suggestion(qapp: QApplication) -> None:
    screens = all_screens()
    assert len(screens) == 1
    assert show_the_same(screens)
    assert suggested(screens, screens[0]) is None


def test_a_screen_is_found_again_by_identity(qapp: QApplication) -> None:
    (only,) = all_screens()
    assert found_again([only], identity_of(only)) is only
    assert found_again([only], "another | maker | model | serial") is None
    assert found_again([only], identity_of(only), only.geometry()) is only


def test_facts_carry_the_identity(qapp: QApplication) -> None:
    (only,) = all_screens()
    assert facts_of(only).identity.split(" | ")[0] == only.name()
    assert facts_of(only).label.endswith(f"{facts_of(only).width} × {facts_of(only).height}")


@pytest.mark.slow
def test_the_screen_without_the_console_is_suggested(tmp_path: Path) -> None:
    two = [screen("Laptop", 0, 1536, 864), screen("Projector", 1536, 1920, 1080)]
    question = "suggested(screens, screens[0]).name(), show_the_same(screens)"
    assert asked(tmp_path, two, question) == "Projector False"


@pytest.mark.slow
def test_a_mirrored_screen_shows_the_same(tmp_path: Path) -> None:
    two = [screen("Laptop", 0, 1920, 1080), screen("Projector", 0, 1920, 1080)]
    assert asked(tmp_path, two, "show_the_same(screens)") == "True"


@pytest.mark.slow
@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_physical_pixels_are_geometry_times_ratio(tmp_path: Path, ratio: float) -> None:
    one = [screen("Projector", 0, 1920, 1080, ratio)]
    question = (
        "(facts_of(screens[0]).width, facts_of(screens[0]).height) == "
        "(round(screens[0].geometry().width() * screens[0].devicePixelRatio()), "
        "round(screens[0].geometry().height() * screens[0].devicePixelRatio())), "
        "screens[0].devicePixelRatio()"
    )
    assert asked(tmp_path, one, question) == f"True {ratio}"


@pytest.mark.slow
def test_the_window_fills_the_other_screen_and_can_be_swapped(tmp_path: Path) -> None:
    two = [screen("Laptop", 0, 1536, 864), screen("Projector", 1536, 1920, 1080)]
    program = """
from PySide6.QtWidgets import QApplication
from app.gui.display import RoomWindow
from app.gui.display.screens import all_screens
app = QApplication([])
room = RoomWindow()
for screen in reversed(all_screens()):
    room.open_on(screen)
    app.processEvents()
    print(room.screen().name(), room.geometry() == screen.geometry(), room.isFullScreen())
room.open_on(None)
app.processEvents()
print(room.isFullScreen(), room.windowTitle())
room.allow_close()
room.close()
"""
    said = run(tmp_path, two, program).splitlines()
    assert said == ["Projector True True", "Laptop True True", "False Room display (window)"]
