"""A large number on each screen, for as long as it takes to read it: which screen is which?"""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.gui.display.screens import all_screens

NUMERAL_MS = 2500
_SIDE = 320
_INK, _PAPER = "#FFFFFF", "#16202B"


class Numerals(QObject):
    """Shows every screen its number, from left to right, and takes the numbers away again."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown: list[_Numeral] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(NUMERAL_MS)
        self._timer.timeout.connect(self.hide)

    @property
    def shown(self) -> tuple[str, ...]:
        """The numbers that are up now."""
        return tuple(numeral.accessibleName() for numeral in self._shown)

    def show(self) -> None:
        """Put the numbers up."""
        self.hide()
        self._shown = [_Numeral(n, screen) for n, screen in enumerate(all_screens(), start=1)]
        for numeral in self._shown:
            numeral.show()
        self._timer.start()

    def hide(self) -> None:
        """Take them away."""
        self._timer.stop()
        for numeral in self._shown:
            numeral.hide()
            numeral.deleteLater()
        self._shown = []


class _Numeral(QWidget):
    def __init__(self, number: int, screen: QScreen) -> None:
        flags = Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus
        if sys.platform == "win32":
            flags |= Qt.WindowType.Tool  # keeps it out of the taskbar
        super().__init__(None, flags | Qt.WindowType.FramelessWindowHint)
        self._number = str(number)
        self.setObjectName(f"numeral_{number}")
        self.setAccessibleName(f"Screen {number}")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setScreen(screen)
        area = screen.geometry()
        self.setGeometry(area.left() + 60, area.bottom() - _SIDE - 60, _SIDE, _SIDE)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(_PAPER))
        font = painter.font()
        font.setPixelSize(round(_SIDE * 0.7))
        painter.setFont(font)
        painter.setPen(QColor(_INK))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._number)
        painter.end()
