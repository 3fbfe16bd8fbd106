"""Handing in: what is typed or picked and not yet added is taken along, or kept with its reason."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.core import actions as do
from app.core.values import Phase, PlayedMove
from tests.alliance import alliance, tutorial

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def rig(console):
    return console(alliance(), phase=Phase.DELIBERATE)


def plays_of(rig):
    return rig.exercise.state.now.plays


def click(rig, name):
    QApplication.processEvents()
    QTest.mouseClick(rig.find(name), Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def test_hand_in_takes_the_legal_move_that_is_still_typed(rig):
    line = rig.find("hand_in_line")
    line.setFocus()
    QTest.keyClicks(line, "u05 solo")
    click(rig, "hand_in_US")
    assert [play.move for play in plays_of(rig)] == ["U05"]
    assert rig.exercise.state.now.handed_in == ("US",)
    assert line.text() == ""


def test_hand_in_of_another_cell_leaves_the_line_alone(rig):
    line = rig.find("hand_in_line")
    line.setFocus()
    QTest.keyClicks(line, "u05 solo")
    click(rig, "hand_in_ROK")
    assert plays_of(rig) == ()
    assert rig.exercise.state.now.handed_in == ("ROK",)
    assert line.text() == "u05 solo"


@pytest.mark.parametrize("by", ["button", "keys"])
def test_an_illegal_move_that_is_typed_keeps_the_cell_from_handing_in(rig, by):
    line = rig.find("hand_in_line")
    line.setFocus()
    QTest.keyClicks(line, "u01 solo")
    if by == "button":
        click(rig, "hand_in_US")
    else:
        QTest.keyClick(line, Qt.Key.Key_Return, CTRL)
    assert plays_of(rig) == ()
    assert rig.exercise.state.now.handed_in == ()
    assert line.text() == "u01 solo"
    assert "Bomber visit is not legal" in rig.find("banner").accessibleDescription()


@pytest.mark.parametrize("by", ["button", "keys"])
def test_hand_in_takes_the_card_that_was_picked_and_not_added(rig, by):
    for name in ("add_US", "card_U05", "pick_channel_solo"):
        click(rig, name)
    if by == "button":
        click(rig, "hand_in_US")
    else:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CTRL)
        QApplication.processEvents()
    assert [play.move for play in plays_of(rig)] == ["U05"]
    assert rig.exercise.state.now.handed_in == ("US",)


def test_a_picked_card_that_is_not_whole_is_kept(rig):
    for name in ("add_US", "card_U01", "hand_in_US"):
        click(rig, name)
    assert rig.exercise.state.now.handed_in == ()
    assert "Bomber visit is not finished" in rig.find("banner").accessibleDescription()
    assert rig.window.area.panel.card.is_picking


def test_cells_that_are_reopened_share_the_width_evenly(console):
    rig = console(tutorial(), phase=Phase.DELIBERATE)
    play = PlayedMove("CAL", "P1", "joint", host="TAV", target="DRO", asked=("TAV",))
    rig.do(do.AddMove(play), do.HandIn("TAV"), do.HandIn("CAL"))
    rig.do(do.ReopenSeat("TAV"))
    rig.do(do.ReopenSeat("CAL"))
    for _ in range(4):
        QApplication.processEvents()
    widths = [rig.find(f"seat_{seat}").width() for seat in ("CAL", "TAV")]
    assert max(widths) - min(widths) <= 1
    for seat in ("CAL", "TAV"):
        add = rig.find(f"add_{seat}")
        assert add.width() >= add.sizeHint().width()
