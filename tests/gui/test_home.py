"""Home: sessions and decks in words, before anything heavy is loaded."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.core.display import Deliberate, Hold
from app.gui.home import SESSIONS_SHOWN, HomeScreen
from app.gui.home_rows import DeckRow, FaultRow, SessionRow, cover, day_words, length, state_words
from tests.gui.seating import new_look, part, press, says, squeezed, unnamed
from tests.gui.table import FlatPainter

ROOT = Path(__file__).resolve().parents[2]
HEAVY = {"pydantic", "yaml", "sqlite3", "sqlite_utils", "numpy", "app.deck.model", "app.store"}
SESSIONS = (
    SessionRow("s1", "Canberra group", "Turn 1 of 2, paused at Deliberate", "Today", "resume"),
    SessionRow("s2", "Staff course", "Finished, 2 turns, 28 notes", "12 November", "report"),
)
PREMISE = "A guard ship sails home without a word."
TUTORIAL = DeckRow(
    "tutorial", "The Empty Berth", PREMISE, 2, 2, 10, cover("The Empty Berth", PREMISE)
)
FAULTS = tuple(FaultRow("moves.yaml", line, f"fault {line}", "so") for line in range(1, 6))


@pytest.fixture
def home(qtbot) -> HomeScreen:
    screen = HomeScreen(new_look(), FlatPainter())
    qtbot.addWidget(screen)
    screen.resize(1440, 900)
    screen.show()
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    screen.set_decks((TUTORIAL,))
    return screen


@pytest.mark.parametrize("module", ["app.gui.home", "app.gui.main_window"])
def test_the_first_frame_needs_neither_store_nor_deck_model_nor_yaml(module):
    program = f"import {module}, json, sys; print(json.dumps([*sys.modules]))"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert HEAVY & set(json.loads(done.stdout)) == set()


def test_a_session_says_where_it_stands_and_what_can_be_done(home, qtbot):
    home.set_sessions(SESSIONS)
    assert "Turn 1 of 2, paused at Deliberate" in says(home)
    with qtbot.waitSignal(home.resume_requested) as resumed:
        press(home, "home_resume_s1")
    with qtbot.waitSignal(home.report_requested) as reported:
        press(home, "home_report_s2")
    assert (resumed.args, reported.args) == (["s1"], ["s2"])


def test_without_sessions_the_tutorial_is_offered(home, qtbot):
    home.set_sessions(())
    assert "The tutorial takes ten minutes and two people." in says(home)
    with qtbot.waitSignal(home.use_requested) as used:
        press(home, "home_try_tutorial")
    assert used.args == ["tutorial"]


def test_a_deck_says_its_premise_and_size_and_can_be_used(home, qtbot):
    assert "2 turns, 2 seats, 10 min" in says(home)
    assert PREMISE in says(home)
    with qtbot.waitSignal(home.use_requested) as used:
        press(home, "home_use_tutorial")
    assert used.args == ["tutorial"]


def test_a_deck_with_faults_lists_file_line_and_reason(home):
    home.set_decks((TUTORIAL, DeckRow("mine", "My deck", fault_count=5, faults=FAULTS)))
    assert "Cannot be used yet: 5 faults" in says(home)
    assert "moves.yaml, line 1" in says(home)
    assert "fault 5" not in says(home)
    press(home, "home_faults_mine")
    assert "fault 5" in says(home)
    assert not home.findChildren(type(home), "home_use_mine")


def test_faults_that_are_only_counted_are_asked_for(home, qtbot):
    home.set_decks((DeckRow("mine", "My deck", fault_count=2),))
    with qtbot.waitSignal(home.faults_requested) as asked:
        press(home, "home_faults_mine")
    assert asked.args == ["mine"]
    assert not part(home, "home_new_session").isEnabled()


def test_arrows_go_through_sessions_and_decks(home):
    home.set_sessions(SESSIONS)
    home.focus_first()
    names = [QApplication.focusWidget().objectName()]
    for _ in range(2):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
        names.append(QApplication.focusWidget().objectName())
    assert names == ["home_resume_s1", "home_report_s2", "home_use_tutorial"]


def test_many_sessions_are_shortened_until_all_are_wanted(home):
    many = [SessionRow(f"s{n}", f"Session {n}", "Finished", "1 May", "report") for n in range(9)]
    home.set_sessions(many)
    assert f"Session {SESSIONS_SHOWN}" not in says(home)
    press(home, "home_all_sessions")
    assert "Session 8" in says(home)


def test_covers_are_painted_by_the_rooms_painter_in_the_windows_theme(qtbot):
    painter = FlatPainter()
    screen = HomeScreen(new_look("dark"), painter)
    qtbot.addWidget(screen)
    screen.set_decks((TUTORIAL,))
    screen.grab()
    assert [display.frame.theme for display in painter.painted] == ["dark"]


def test_a_cover_shows_the_cells_where_they_are_known():
    assert isinstance(cover("A", "B").screen, Hold)
    assert isinstance(cover("A", "B", ("Calder", "Tavia")).screen, Deliberate)


@pytest.mark.parametrize("size", [(1440, 900), (1280, 720)])
@pytest.mark.parametrize("factor", [1.0, 1.25])
def test_no_text_is_squeezed(qtbot, size, factor):
    screen = HomeScreen(new_look(factor=factor), FlatPainter())
    qtbot.addWidget(screen)
    screen.resize(*size)
    screen.set_sessions(SESSIONS)
    screen.set_decks((TUTORIAL, DeckRow("mine", "My deck", fault_count=5, faults=FAULTS)))
    screen.show()
    assert squeezed(screen) == []


def test_every_control_has_a_name(home):
    home.set_sessions(SESSIONS)
    assert unnamed(home) == []


def test_dates_and_lengths_read_as_people_say_them():
    now = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
    assert day_words(datetime(2026, 11, 24, 14, 18, tzinfo=UTC), now) == "Today, 14:18"
    assert day_words(datetime(2026, 11, 23, 9, 0, tzinfo=UTC), now) == "Yesterday"
    assert day_words(datetime(2025, 3, 3, 9, 0, tzinfo=UTC), now) == "3 March 2025"
    assert [length(minutes) for minutes in (10, 180, 177)] == ["10 min", "3 h", "2 h 57"]


def test_a_session_stands_somewhere_in_words():
    assert state_words(0, 2, "opening", is_over=False) == "2 turns, paused at the opening"
    assert state_words(1, 2, "consult", is_over=False) == "Turn 1 of 2, paused at Consult"
    assert state_words(2, 2, "hot wash", is_over=False) == "2 turns played, paused at the hot wash"
    assert state_words(2, 2, "ended", is_over=True, notes=1) == "Finished, 2 turns, 1 note"
