"""What is made ready by itself: only what the room has not seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from app.core import actions as do
from app.core.values import Item, Phase
from app.gui.console.poll import PollPanel
from app.gui.widgets.run_sheet_rows import ROW_ROLE, Mark
from app.gui.widgets.timer_row import TimerView

SHOW = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def test_what_was_shown_is_never_made_ready_again_by_itself(console):
    rig = console(phase=Phase.BRIEF)
    rig.do(do.Show(Item("hold")))
    QTest.keyClick(rig.window, Qt.Key.Key_Return, SHOW)
    first = rig.exercise.state.room.top.item
    assert first.kind == "inject"
    assert rig.controller.staged.item is None
    QTest.keyClick(rig.window, Qt.Key.Key_Return, SHOW)
    assert rig.exercise.state.room.top.item == first
    assert "Nothing is ready to show." in rig.find("banner").accessibleDescription()


def rows_of(rig):
    sheet = rig.find("run_sheet")
    model = sheet.model()
    return [model.index(row, 0).data(ROW_ROLE) for row in range(model.rowCount())]


def detail(rig, title):
    return next((r.detail, r.mark) for r in rows_of(rig) if r.title.startswith(title))


def test_without_a_room_display_nothing_is_said_to_be_on_screen(console):
    rig = console(phase=Phase.DELIBERATE)
    rig.do(do.Show(Item("deliberate", 1)))
    assert detail(rig, "Hand-in") == ("On screen now", Mark.ON_SCREEN)
    rig.window.set_screen_name("")
    assert detail(rig, "Hand-in") == ("Up, but no room display", Mark.ON_SCREEN)


def test_the_moves_of_one_cell_mark_the_row_of_the_moves(console):
    rig = console(phase=Phase.REVEAL)
    rig.do(do.RevealSeat("CAL"), do.Show(Item("reveal seat", 1, "CAL")))
    assert detail(rig, "Moves, turn 1") == ("On screen now: Calder", Mark.ON_SCREEN)
    assert rig.find("main_sentence").text().endswith("1 cell is not turned over.")


def test_the_finder_asks_for_a_reason_by_name(console):
    rig = console(phase=Phase.DELIBERATE)
    QTest.keyClick(rig.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    field = rig.find("finder_field")
    QTest.keyClicks(field, "skip this")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.placeholderText() == "The reason, in a sentence"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    QTest.keyClick(rig.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert field.placeholderText() == "Type a part of a name"


def test_what_was_wrong_with_a_line_goes_with_the_next_line(console):
    rig = console(phase=Phase.DELIBERATE)
    line = rig.find("hand_in_line")
    line.setFocus()
    QTest.keyClicks(line, "p2 votersf3 ")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert "is no word" in rig.find("banner").accessibleDescription()
    line.selectAll()
    QTest.keyClicks(line, "f2 solo")
    assert not rig.find("banner").isVisible()


@pytest.mark.parametrize(
    ("left", "planned", "words"),
    [
        (50, 60, "of 1:00, ends 14:05"),
        (14, 60, "Almost time, ends 14:05"),
        (119, 360, "Under 2 minutes, ends 14:05"),
        (120, 360, "of 6:00, ends 14:05"),
    ],
)
def test_the_timer_warns_by_the_rule_of_the_room(left, planned, words):
    assert TimerView(left, planned, "14:05", "running").words == words


def test_what_is_ready_says_whose_moves_are_up_now(console):
    rig = console(phase=Phase.REVEAL)
    rig.do(do.RevealSeat("CAL"), do.Show(Item("reveal seat", 1, "CAL")))
    rig.do(do.RevealSeat("TAV"), do.Show(Item("reveal seat", 1, "TAV")))
    words = [label.text() for label in rig.window.side.findChildren(QLabel)]
    assert "On screen now: Tavia" in words
    assert "On screen now: Calder" not in words


def test_the_place_in_the_run_sheet_follows_the_tab_of_the_poll(console):
    rig = console(phase=Phase.POLL, also={Phase.POLL: PollPanel})
    sheet = rig.find("run_sheet")
    assert sheet.place() == "poll/1/felt"
    QTest.mouseClick(rig.find("poll_tab_helped"), Qt.MouseButton.LeftButton)
    assert sheet.place() == "poll/1/helped"
    assert rig.controller.staged.item == Item("poll", 1, "helped")
