"""Where the keyboard goes when what had it goes away: home, never to the next button in line.

Left to itself the toolkit hands focus to whatever follows, and a stray space would press it: undo
something, or change the room.
"""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override


class FocusKeeper(QWidget):
    """A window whose keyboard has a home. Subclasses say where that is, in `focus_home`.

    Qt's metaclass allows no ABC: the type checker alone sees to it that they do.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._going_home = QTimer(self)
        self._going_home.setSingleShot(True)
        self._going_home.setInterval(0)
        self._going_home.timeout.connect(self._go_home)

    @abstractmethod
    def focus_home(self) -> None:
        """Put the keyboard where work goes on."""
        raise NotImplementedError

    def go_home_if_lost(self) -> None:
        """Put the keyboard home soon, unless somebody takes it first."""
        self._going_home.start()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes on as ever; a widget that went away or grey leaves the keyboard to us."""
        focused = QApplication.focusWidget()
        if focused is None or not _is_gone(focused):
            return super().focusNextPrevChild(next)
        focused.clearFocus()
        self.go_home_if_lost()
        return True

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate and _is_gone(self.window().focusWidget()):
            self.focus_home()
        return super().event(event)

    def _go_home(self) -> None:
        is_elsewhere = QApplication.activeWindow() not in {None, self.window()}
        if self.isVisible() and not is_elsewhere and _is_gone(QApplication.focusWidget()):
            self.focus_home()


def _is_gone(widget: QWidget | None) -> bool:
    return widget is None or not widget.isVisible() or not widget.isEnabled()
