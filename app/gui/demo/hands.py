"""Hands: click, type and wait as a person would. A widget that is not there or cannot be used
stops the demo with its name.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QScrollArea,
    QWidget,
)

from app.errors import ParasolError
from app.gui.layouts import slug
from app.gui.widgets.count_stepper import CountStepper

PATIENCE_S = 10.0
_MOST_TABS = 400


class DemoStopped(ParasolError):
    """The windows did not do what the recorded exercise needs."""


class Hands:
    """Acts on the widgets of one window, found by their names."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def find(self, name: str) -> QWidget:
        """The visible widget of this name, once it is there."""
        self.wait_until(lambda: self._seen(name) is not None, f"“{name}” did not appear")
        found = self._seen(name)
        if found is None:
            raise DemoStopped(f"“{name}” went away again.")
        return found

    def has(self, name: str) -> bool:
        """Whether a visible widget has this name now."""
        return self._seen(name) is not None

    def click(self, name: str) -> None:
        """Click the middle of a widget; a button must be enabled."""
        widget = self.find(name)
        self.wait_until(widget.isEnabled, f"“{name}” cannot be used: {_why(widget)}")
        self._bring_into_view(widget)
        target = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=_middle(target))
        self.settle()

    def press(self, group: str, key: str, label: str = "") -> None:
        """Click one part of a switch or row of chips, by its key; in a list, choose its label."""
        if label and self.has(group) and isinstance(self.find(group), QComboBox):
            self.choose(group, label)
        else:
            self.click(f"{group}_{slug(key)}")

    def set_count(self, name: str, value: int) -> None:
        """Click plus or minus until a stepper shows a number."""
        stepper = self.find(name)
        if not isinstance(stepper, CountStepper):
            raise DemoStopped(f"“{name}” is no stepper.")
        less, more = stepper.findChildren(QAbstractButton)
        for _ in range(abs(value - stepper.value)):
            self.click((more if stepper.value < value else less).objectName())

    def choose(self, name: str, key: str) -> None:
        """Choose an entry of a list, by its key or text: Tab to it, then up or down."""
        found = self.find(name)
        if not isinstance(found, QComboBox):
            raise DemoStopped(f"“{name}” is no list.")
        place = max(found.findData(key), found.findText(key))
        if place < 0:
            raise DemoStopped(f"“{name}” does not offer {key}.")
        self._tab_to(found)
        while found.currentIndex() != place:
            down = found.currentIndex() < place
            self.key(Qt.Key.Key_Down if down else Qt.Key.Key_Up)

    def type_into(self, name: str, text: str, *, replace: bool = False) -> None:
        """Click into a field and type; `replace` selects what is there first."""
        self.click(name)
        field = self.find(name)
        self.wait_until(field.hasFocus, f"“{name}” did not take the keyboard")
        if replace:
            self.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.type(text)

    def type(self, text: str) -> None:
        """Type where the keyboard is."""
        widget = QApplication.focusWidget() or self._window
        QTest.keyClicks(widget, text)
        self.settle()

    def key(
        self,
        key: Qt.Key,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press one key where the keyboard is."""
        widget = QApplication.focusWidget() or self._window
        QTest.keyClick(widget, key, modifier)
        self.settle()

    def settle(self) -> None:
        """Let the windows answer."""
        QApplication.processEvents()
        QTest.qWait(1)

    def wait_until(self, is_so: Callable[[], bool], otherwise: str) -> None:
        """Let the windows work until something is so; stop the demo if it never is."""
        until = time.monotonic() + PATIENCE_S
        while not is_so():
            if time.monotonic() > until:
                raise DemoStopped(f"The demo stopped: {otherwise}.")
            QTest.qWait(5)

    def _seen(self, name: str) -> QWidget | None:
        found = [w for w in self._window.findChildren(QWidget, name) if w.isVisible()]
        return found[0] if found else None

    def _tab_to(self, widget: QWidget) -> None:
        for _ in range(_MOST_TABS):
            if widget.hasFocus():
                return
            QTest.keyClick(QApplication.focusWidget() or self._window, Qt.Key.Key_Tab)
        raise DemoStopped(f"Tab does not lead to “{widget.objectName()}”.")

    def _bring_into_view(self, widget: QWidget) -> None:
        parent = widget.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea):
                parent.ensureWidgetVisible(widget)
            parent = parent.parentWidget()
        QApplication.processEvents()


def _middle(widget: QWidget) -> QPoint:
    return widget.rect().center()


def _why(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QAbstractButton) else widget.accessibleName()
