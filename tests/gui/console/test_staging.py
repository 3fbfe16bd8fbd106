"""What is made ready by itself: only what the room has not seen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.core import actions as do
from app.core.values import Item, Phase

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
