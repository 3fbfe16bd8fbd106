"""Where the keyboard is: never by itself on a button that changes the room or takes back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.core import actions as do
from app.core.values import Item, Phase, PlayedMove
from app.gui.console.adjudicate import AdjudicatePanel
from app.gui.console.reveal import RevealPanel
from app.gui.widgets.buttons import Button
from tests.gui.console import conftest
from tests.gui.console.conftest import MAKE

SHOWS = {"reveal_show_next", "reveal_show_all", "show_staged", "undo_show", "hold", "page_on",
         "page_back", "top_blank", "top_undo", "bottom_undo"}  # fmt: skip


@pytest.fixture
def whole(console, monkeypatch):
    """A console with the panels of Reveal and Adjudicate too."""
    more = {Phase.REVEAL: RevealPanel, Phase.ADJUDICATE: AdjudicatePanel}
    monkeypatch.setattr(conftest, "MAKE", {**MAKE, **more})
    return console


def click(rig, name):
    QTest.mouseClick(rig.find(name), Qt.MouseButton.LeftButton)
    for _ in range(3):
        QApplication.processEvents()


def focused():
    widget = QApplication.focusWidget()
    return widget.objectName() if widget is not None else ""


def space(rig):
    QTest.keyClick(QApplication.focusWidget() or rig.window, Qt.Key.Key_Space)
    QApplication.processEvents()


def test_reveal_opens_on_the_list_of_cells_and_space_shows_nothing(whole):
    rig = whole(phase=Phase.REVEAL)
    before = rig.controller.room
    assert focused() == "reveal_seat_CAL"
    space(rig)
    assert rig.controller.room == before
    assert rig.exercise.state.now.revealed == ()


def test_a_click_on_show_gives_the_keyboard_to_nobody_new(whole):
    rig = whole(phase=Phase.REVEAL)
    for name in ("reveal_show_next", "reveal_show_next", "reveal_show_next"):
        click(rig, name)
        assert focused() not in SHOWS
        before = rig.controller.room
        space(rig)
        assert rig.controller.room == before


def test_opening_the_room_display_never_leads_to_undo_show(console):
    rig = console(phase=Phase.DELIBERATE)
    rig.do(do.Show(Item("hold")), do.Show(Item("opening")))
    rig.window.set_screen_name("")
    rig.window.turn_page(1)
    rig.window.side.set_room(rig.controller.room, 1)
    rig.find("open_room").setFocus(Qt.FocusReason.MouseFocusReason)
    rig.window.set_screen_name("Projector, 1920 × 1080")
    QApplication.processEvents()
    assert focused() == "hand_in_line"


@pytest.mark.parametrize("name", ["hold", "top_blank", "undo_show"])
def test_buttons_of_the_room_leave_the_keyboard_in_the_line(console, name):
    rig = console(phase=Phase.DELIBERATE)
    rig.do(do.Show(Item("hold")))
    rig.find("hand_in_line").setFocus()
    click(rig, name)
    assert focused() == "hand_in_line"


def test_a_button_that_goes_grey_under_the_keyboard_gives_it_to_the_panel(console):
    rig = console(phase=Phase.DELIBERATE)
    rig.do(do.Show(Item("hold")))
    rig.find("undo_show").setFocus(Qt.FocusReason.TabFocusReason)
    space(rig)
    assert not rig.find("undo_show").isEnabled()
    assert focused() == "hand_in_line"


def test_hand_in_and_reopen_leave_the_keyboard_in_the_panel(console):
    rig = console(phase=Phase.DELIBERATE)
    click(rig, "hand_in_CAL")
    assert rig.exercise.state.now.handed_in == ("CAL",)
    assert focused() == "hand_in_line"
    click(rig, "reopen_CAL")
    assert rig.exercise.state.now.handed_in == ()
    assert focused() == "hand_in_line"


def test_the_finder_gives_the_keyboard_back_to_the_panel(console):
    rig = console(phase=Phase.DELIBERATE)
    rig.find("main_action").setFocus()
    QTest.keyClick(rig.find("main_action"), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert focused() == "finder_field"
    QTest.keyClick(rig.find("finder_field"), Qt.Key.Key_Return)
    QApplication.processEvents()
    assert focused() == "hand_in_line"


def test_setting_a_ruling_leaves_the_keyboard_in_the_ledger(whole):
    rig = whole(phase=Phase.DELIBERATE)
    rig.do(do.AddMove(PlayedMove("CAL", "P1", "solo", host="TAV", target="DRO")))
    rig.go_to(Phase.ADJUDICATE)
    click(rig, "open_aTAV")
    change = next(
        button.objectName()
        for button in rig.window.findChildren(Button)
        if button.objectName().startswith("change_") and button.isVisible() and button.isEnabled()
    )
    line = change.removeprefix("change_")
    click(rig, change)
    QTest.keyClicks(rig.find(f"reason_{line}"), "It was agreed in the room.")
    click(rig, f"value_{line}_0")
    click(rig, f"set_{line}")
    assert rig.exercise.state.now.rulings
    assert focused() not in SHOWS
    assert rig.window.area.isAncestorOf(QApplication.focusWidget())


def test_a_window_that_comes_back_without_a_place_finds_one(console):
    rig = console(phase=Phase.DELIBERATE)
    rig.find("hand_in_line").clearFocus()
    other = Button(rig.look, "Elsewhere")
    other.show()
    other.activateWindow()
    QApplication.processEvents()
    rig.window.activateWindow()
    QApplication.processEvents()
    assert focused() == "hand_in_line"
    other.close()
