"""Keys: none fires while somebody types; all are on the sheet; panes and fields can be left."""

from __future__ import annotations

import string
from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLabel, QWidget

from app.core import actions as do
from app.core.display import Blank, Hold
from app.core.values import Item, Phase, PlayedMove
from app.gui.console import keys
from app.gui.console.key_sheet import KeySheet
from app.gui.console.keys import KEYS
from app.gui.widgets.line_edit import LineEdit
from app.gui.widgets.note_edit import NoteEdit
from tests.alliance import alliance

PRINTED = string.ascii_letters + string.digits + string.punctuation + " "
PHASES = (Phase.OPENING, Phase.BRIEF, Phase.DELIBERATE, Phase.CONSULT)
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def fields_of(rig):
    return [
        field
        for kind in (LineEdit, NoteEdit)
        for field in rig.window.findChildren(kind)
        if field.isVisible()
    ]


def press(rig, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget() or rig.window, key, modifier)


@pytest.mark.parametrize("phase", PHASES)
def test_typing_anything_in_any_field_does_nothing_to_the_session(console, qtbot, phase):
    rig = console(phase=phase)
    if phase is Phase.CONSULT:
        rig.find("consult_add").click()
    before, fields = rig.exercise.state.seq, fields_of(rig)
    assert fields
    for field in fields:
        field.setFocus()
        qtbot.keyClicks(field, PRINTED)
        typed = field.toPlainText() if isinstance(field, NoteEdit) else field.text()
        assert typed.endswith(PRINTED)
    assert rig.exercise.state.seq == before


@pytest.mark.parametrize("phase", PHASES)
def test_ctrl_enter_fires_no_action_of_the_window(console, qtbot, phase):
    rig = console(phase=phase)
    before = rig.exercise.state.phase
    for field in fields_of(rig):
        field.setFocus()
        qtbot.keyClick(field, Qt.Key.Key_Return, CTRL)
    assert rig.exercise.state.phase is before
    assert isinstance(rig.controller.room.screen, Blank)
    assert not any(QKeySequence("Ctrl+Return") in a.shortcuts() for a in rig.window.actions())


def test_no_key_is_given_twice(console):
    rig = console()
    counted = Counter(
        keys.toString() for action in rig.window.actions() for keys in action.shortcuts()
    )
    assert [key for key, count in counted.items() if count > 1] == []


def test_every_key_is_on_the_sheet_and_says_itself(console):
    rig = console()
    sheet = KeySheet(rig.look)
    shown = " ".join(label.text() for label in sheet.findChildren(QLabel))
    for key in KEYS:
        if not key.name.startswith("seat_"):
            assert key.words in shown
    for action in rig.window.actions():
        assert "(" in action.toolTip()
    sheet.deleteLater()


@pytest.fixture
def clock(monkeypatch):
    """The time at which keys are pressed; add to it to wait."""
    now = [100.0]
    monkeypatch.setattr(keys, "monotonic", lambda: now[0])
    return now


def strike(rig, key):
    """A press as the platform tells it: to the window, which passes it on."""
    QTest.keyClick(rig.window.windowHandle(), key)


def test_a_burst_of_typing_that_missed_its_field_leaves_the_room_alone(console, clock):
    rig = console()
    rig.do(do.Show(Item("hold")), do.StartTimer())
    rig.find("main_action").setFocus()
    before = rig.exercise.state.seq
    for key in (Qt.Key.Key_A, Qt.Key.Key_B, Qt.Key.Key_B, Qt.Key.Key_T, Qt.Key.Key_Period):
        strike(rig, key)
        clock[0] += 0.2
    assert isinstance(rig.controller.room.screen, Hold)
    assert rig.exercise.state.seq == before
    clock[0] += keys.BURST
    strike(rig, Qt.Key.Key_B)
    assert isinstance(rig.controller.room.screen, Blank)


def test_typing_on_after_the_field_is_left_leaves_the_room_alone(console, clock):
    rig = console()
    rig.do(do.Show(Item("hold")))
    rig.find("capture_text").setFocus()
    strike(rig, Qt.Key.Key_A)
    assert rig.find("capture_text").toPlainText() == "a"
    rig.find("main_action").setFocus()
    clock[0] += 0.3
    strike(rig, Qt.Key.Key_B)
    assert isinstance(rig.controller.room.screen, Hold)


def test_the_same_key_again_is_no_typing(console, clock):
    rig = console()
    rig.do(do.StartTimer())
    rig.find("main_action").setFocus()
    before = rig.exercise.state.timer.total
    for _ in range(3):
        strike(rig, Qt.Key.Key_Plus)
        clock[0] += 0.2
    assert rig.exercise.state.timer.total == before + 180


def test_plain_letters_work_when_nobody_types(console, clock):
    rig = console()
    rig.find("main_action").setFocus()
    press(rig, Qt.Key.Key_H)
    assert isinstance(rig.controller.room.screen, Hold)
    clock[0] += 2
    press(rig, Qt.Key.Key_B)
    assert isinstance(rig.controller.room.screen, Blank)
    clock[0] += 2
    press(rig, Qt.Key.Key_T)
    assert rig.exercise.state.timer.deadline is not None
    clock[0] += 2
    press(rig, Qt.Key.Key_Plus)
    assert rig.exercise.state.timer.total == 120


@pytest.mark.parametrize(
    ("key", "modifier"),
    [(Qt.Key.Key_Return, CTRL | SHIFT), (Qt.Key.Key_Enter, CTRL | SHIFT)],
)
def test_show_works_from_inside_a_text(console, key, modifier):
    rig = console()
    rig.find("capture_text").setFocus()
    press(rig, key, modifier)
    assert isinstance(rig.controller.room.screen, Hold)


def test_undo_show_blank_and_main_work_from_inside_a_text(console):
    rig = console()
    rig.do(do.Show(Item("hold")))
    rig.find("capture_text").setFocus()
    press(rig, Qt.Key.Key_Period, CTRL)
    assert isinstance(rig.controller.room.screen, Blank)
    press(rig, Qt.Key.Key_Period, CTRL)
    assert isinstance(rig.controller.room.screen, Hold)
    press(rig, Qt.Key.Key_Backspace, CTRL | SHIFT)
    assert isinstance(rig.controller.room.screen, Blank)
    press(rig, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert rig.exercise.state.phase is Phase.BRIEF


def test_undo_takes_back_the_text_first_and_then_the_session(console, qtbot):
    rig = console(phase=Phase.DELIBERATE)
    rig.do(do.HandIn("CAL"))
    field = rig.find("capture_text")
    field.setFocus()
    qtbot.keyClicks(field, "word")
    press(rig, Qt.Key.Key_Z, CTRL)
    assert rig.exercise.state.now.handed_in == ("CAL",)
    while field.document().isUndoAvailable():
        press(rig, Qt.Key.Key_Z, CTRL)
    press(rig, Qt.Key.Key_Z, CTRL)
    assert rig.exercise.state.now.handed_in == ()


def test_capture_is_one_key_away_and_cycles_its_kinds(console):
    rig = console(phase=Phase.DELIBERATE)
    press(rig, Qt.Key.Key_N, CTRL)
    assert rig.find("capture_text").hasFocus()
    press(rig, Qt.Key.Key_N, CTRL)
    assert rig.window.capture.kinds.selected() == ("quote",)


def test_a_quote_is_followed_by_a_note(console, qtbot):
    rig = console(phase=Phase.DELIBERATE)
    for _ in range(2):
        press(rig, Qt.Key.Key_N, CTRL)
    qtbot.keyClicks(rig.find("capture_text"), "We read it in the paper.")
    press(rig, Qt.Key.Key_Return, CTRL)
    assert rig.window.capture.kinds.selected() == ("note",)
    QTest.mouseClick(rig.find("capture_kind_quote"), Qt.MouseButton.LeftButton)
    rig.find("main_action").setFocus()
    press(rig, Qt.Key.Key_N, CTRL)
    qtbot.keyClicks(rig.find("capture_text"), "They waited.")
    press(rig, Qt.Key.Key_Return, CTRL)
    assert [note.kind for note in rig.exercise.state.notes] == ["quote", "note"]


def test_escape_leaves_a_field_and_never_changes_the_room(console):
    rig = console(phase=Phase.DELIBERATE)
    rig.do(do.Show(Item("hold")))
    rig.find("hand_in_line").setFocus()
    press(rig, Qt.Key.Key_Escape)
    assert not rig.find("hand_in_line").hasFocus()
    assert isinstance(rig.controller.room.screen, Hold)


def test_f6_goes_round_the_panes_and_back(console):
    rig = console(phase=Phase.DELIBERATE)
    rig.find("run_sheet").setFocus()
    seen = []
    for _ in range(4):
        press(rig, Qt.Key.Key_F6)
        seen.append(QApplication.focusWidget().objectName())
    assert seen == ["hand_in_line", "show_staged", "main_action", "run_sheet"]
    press(rig, Qt.Key.Key_F6, SHIFT)
    assert QApplication.focusWidget().objectName() == "main_action"


def test_f6_never_lands_on_a_button_that_cannot_be_pressed(console):
    rig = console(phase=Phase.DELIBERATE)
    rig.do(do.Show(Item("deliberate", 1)))
    rig.find("hand_in_line").setFocus()
    press(rig, Qt.Key.Key_F6)
    assert QApplication.focusWidget().isEnabled()
    assert not rig.find("hand_in_line").hasFocus()


def test_seat_keys_go_to_the_line_of_that_seat(console):
    rig = console(alliance(), phase=Phase.DELIBERATE)
    rig.find("main_action").setFocus()
    press(rig, Qt.Key.Key_3)
    assert rig.find("hand_in_line").hasFocus()
    assert rig.find("hand_in_line").accessibleDescription() == "triangle"


def test_a_clicker_never_leaves_the_phase(console):
    rig = console(phase=Phase.DELIBERATE)
    rig.do(do.Show(Item("opening")))
    rig.find("main_action").setFocus()
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_F5, Qt.Key.Key_Escape):
        press(rig, key)
    assert rig.exercise.state.phase is Phase.DELIBERATE
    assert rig.controller.room.page == 1
    press(rig, Qt.Key.Key_PageUp)
    press(rig, Qt.Key.Key_PageUp)
    assert rig.controller.room.page == 0


@pytest.mark.parametrize("phase", PHASES)
def test_everything_that_takes_focus_has_a_name_for_people_and_for_the_demo(console, phase):
    rig = console(phase=phase)
    if phase is Phase.DELIBERATE:
        rig.do(do.AddMove(PlayedMove("CAL", "P3", "joint", asked=("TAV",))))
        rig.panels[phase].card.pick("CAL")
    for widget in rig.window.findChildren(QWidget):
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        own = isinstance(widget, (QAbstractButton, LineEdit, NoteEdit, QAbstractItemView))
        if takes and widget.isVisible() and own:
            assert widget.accessibleName(), widget
            assert widget.objectName(), widget.accessibleName()


def test_a_stray_space_after_show_or_a_page_changes_nothing(console):
    rig = console(phase=Phase.DELIBERATE)
    for name in ("show_staged", "page_on", "page_back", "undo_show"):
        rig.do(do.Show(Item("opening")), do.Show(Item("deliberate", 1)))
        rig.find("main_action").setFocus()
        QTest.mouseClick(rig.find(name), Qt.MouseButton.LeftButton)
        assert not rig.find("side_panel").isAncestorOf(QApplication.focusWidget() or rig.window)
    rig.find("page_on").setFocus()
    press(rig, Qt.Key.Key_Space)
    before = rig.controller.room
    press(rig, Qt.Key.Key_Space)
    assert rig.controller.room == before
