"""The room's window: full screen on its own screen, or an ordinary window where there is one.

It shows a `DisplayState` and nothing else: no focus, no menu, no tooltips, no dialogs. A clicker
that reaches it asks for pages and for blank; every other key does nothing. It closes only when
it is told that it may.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QCloseEvent, QImage, QKeyEvent, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.core.display import NOTHING_SHOWN, Blank, Consult, Deliberate, DisplayState, plain_text
from app.gui.display.painter import render_image, room_theme

WINDOW_TITLE = "Room display (window)"
FADE_MS = 200

_KEYS = Qt.Key
_PAGES = {_KEYS.Key_PageUp: -1, _KEYS.Key_PageDown: 1}
_BLANK = {_KEYS.Key_B, _KEYS.Key_Period}
_LIVE = (Deliberate, Consult)


class RoomWindow(QWidget):
    """Shows what the room sees.

    Signals:
        page_turn_requested(int): a clicker asks for the next (1) or the previous (-1) page.
        blank_requested(): a clicker asks for blank, or for its end.
    """

    page_turn_requested = Signal(int)
    blank_requested = Signal()

    def __init__(self, *, reduce_motion: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._display = NOTHING_SHOWN
        self._reduce_motion = reduce_motion
        self._may_close = False
        self._image = QImage()
        self._before = QImage()
        self._fade = QVariantAnimation(self)
        self._fade.setDuration(FADE_MS)
        self._fade.setStartValue(0.0)
        self._fade.setEndValue(1.0)
        self._fade.valueChanged.connect(self.update)
        self._fade.finished.connect(self._forget_before)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Room display")
        self.setMinimumSize(320, 180)
        self._describe()

    @property
    def display(self) -> DisplayState:
        """What is shown."""
        return self._display

    @property
    def is_fading(self) -> bool:
        """Whether one picture is giving way to the next."""
        return self._fade.state() == QVariantAnimation.State.Running

    def set_display(self, display: DisplayState) -> None:
        """Show another picture: blank at once, a clock that runs on at once, all else in 200 ms."""
        if display == self._display:
            return
        before, self._display = self._display, display
        self._fade.stop()
        self._before = QImage()
        if self.isVisible() and self._fades(before, display):
            self._before = self._picture_of(before)
            self._fade.start()
        self._image = QImage()
        self._describe()
        if isinstance(display.screen, Blank):
            self.repaint()
        else:
            self.update()

    def set_reduce_motion(self, on: bool) -> None:
        """Show every picture at once."""
        self._reduce_motion = on
        if on:
            self._fade.stop()
            self._forget_before()

    def open_on(self, screen: QScreen | None) -> None:
        """Fill `screen`; with None be an ordinary window that can be moved and resized."""
        self.hide()
        flags = Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus
        if screen is None:
            self.setWindowFlags(flags)
            self.setWindowTitle(WINDOW_TITLE)
            self.unsetCursor()
            self.resize(QSize(960, 540))
            self.setWindowState(Qt.WindowState.WindowNoState)
            self.show()
            return
        if sys.platform == "win32":
            flags |= Qt.WindowType.Tool  # keeps it out of the taskbar
        self.setWindowFlags(flags | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle("Room display")
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        # showFullScreen() would ask for the focus.
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        self.show()

    def allow_close(self) -> None:
        """Let the next request to close the window through."""
        self._may_close = True

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image.isNull() or self._image.size() != self._pixels():
            self._image = self._picture_of(self._display)
        painter = QPainter(self)
        whole = QRectF(self.rect())
        if self.is_fading and not self._before.isNull():
            painter.drawImage(whole, self._before)
            painter.setOpacity(float(self._fade.currentValue()))
        painter.drawImage(whole, self._image)
        painter.end()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _PAGES:
            self.page_turn_requested.emit(_PAGES[key])
        elif key in _BLANK:
            self.blank_requested.emit()
        event.accept()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self._may_close)

    def _fades(self, before: DisplayState, after: DisplayState) -> bool:
        if self._reduce_motion or isinstance(before.screen, Blank):
            return False
        if isinstance(after.screen, Blank):
            return False
        runs_on = isinstance(after.screen, _LIVE) and type(after.screen) is type(before.screen)
        return not (runs_on and after.page == before.page)

    def _picture_of(self, display: DisplayState) -> QImage:
        size = self._pixels()
        return render_image(display, room_theme(display.frame.theme), size.width(), size.height())

    def _pixels(self) -> QSize:
        """The window's size in pixels of its screen."""
        ratio = self.devicePixelRatioF()
        return QSize(round(self.width() * ratio), round(self.height() * ratio))

    def _forget_before(self) -> None:
        self._before = QImage()
        self.update()

    def _describe(self) -> None:
        words = plain_text(self._display) or "The screen is blank."
        self.setAccessibleDescription(words)
