"""The room's window: it shows, fades, and gives way to nothing that is pressed in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.display import Blank, TimeLeft, plain_text
from app.gui.display import RoomWindow, render_image, room_theme
from app.gui.display.window import WINDOW_TITLE
from tests.gui.display import samples

BRIEF, HOLD = samples.DRAWN["brief"], samples.DRAWN["hold"]
BLANK = samples.shown(Blank())


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[RoomWindow]:
    room = RoomWindow()
    qtbot.addWidget(room, before_close_func=lambda widget: widget.allow_close())
    room.open_on(None)
    room.resize(960, 540)
    qtbot.waitUntil(lambda: room.isVisible() and room.width() == 960)
    yield room
    room.allow_close()
    room.close()


def picture(room: RoomWindow) -> QImage:
    return room.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def settled(qtbot: QtBot, room: RoomWindow) -> None:
    qtbot.waitUntil(lambda: not room.is_fading)


def test_it_is_black_before_anything_was_shown(window: RoomWindow) -> None:
    black = QImage(960, 540, QImage.Format.Format_RGB32)
    black.fill(0xFF000000)
    assert picture(window) == black


def test_it_shows_what_the_painter_paints(window: RoomWindow, qtbot: QtBot) -> None:
    window.set_display(BRIEF)
    settled(qtbot, window)
    assert picture(window) == render_image(BRIEF, room_theme("dark"), 960, 540)


def test_pictures_fade_into_one_another(window: RoomWindow, qtbot: QtBot) -> None:
    window.set_display(HOLD)
    window.set_display(BRIEF)
    assert window.is_fading
    settled(qtbot, window)
    assert window.display == BRIEF


def test_reduced_motion_shows_at_once(window: RoomWindow) -> None:
    window.set_reduce_motion(True)
    window.set_display(HOLD)
    window.set_display(BRIEF)
    assert not window.is_fading
    assert picture(window) == render_image(BRIEF, room_theme("dark"), 960, 540)


def test_blank_is_immediate_even_in_a_fade(window: RoomWindow) -> None:
    window.set_display(HOLD)
    window.set_display(BRIEF)
    window.set_display(BLANK)
    assert not window.is_fading
    black = QImage(960, 540, QImage.Format.Format_RGB32)
    black.fill(0xFF000000)
    assert picture(window) == black


def test_a_running_clock_does_not_fade(window: RoomWindow, qtbot: QtBot) -> None:
    window.set_display(samples.DRAWN["deliberate"])
    settled(qtbot, window)
    second_later = replace(samples.DELIBERATE, time=TimeLeft(251, 360))
    window.set_display(replace(samples.DRAWN["deliberate"], screen=second_later))
    assert not window.is_fading


def test_it_is_an_ordinary_window_where_there_is_one_screen(window: RoomWindow) -> None:
    assert window.windowTitle() == WINDOW_TITLE
    assert not window.isFullScreen()
    assert not window.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert window.minimumSize() != window.maximumSize()


def test_it_fills_the_screen_it_is_given(window: RoomWindow, qapp: QApplication) -> None:
    screen = qapp.primaryScreen()
    window.open_on(screen)
    assert window.isFullScreen()
    assert window.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert window.geometry() == screen.geometry()
    assert window.cursor().shape() == Qt.CursorShape.BlankCursor


def test_it_takes_no_focus(window: RoomWindow) -> None:
    assert window.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert window.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert window.contextMenuPolicy() == Qt.ContextMenuPolicy.PreventContextMenu
    assert window.toolTip() == ""


@pytest.mark.parametrize(
    "key",
    [Qt.Key.Key_F5, Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Q],
)
def test_other_keys_do_nothing(window: RoomWindow, qtbot: QtBot, key: Qt.Key) -> None:
    window.set_display(HOLD)
    settled(qtbot, window)
    before = picture(window)
    page, blank = window.page_turn_requested, window.blank_requested
    with qtbot.assertNotEmitted(page), qtbot.assertNotEmitted(blank):
        QTest.keyClick(window, key)
    assert window.isVisible()
    assert window.display == HOLD
    assert picture(window) == before


@pytest.mark.parametrize(("key", "step"), [(Qt.Key.Key_PageDown, 1), (Qt.Key.Key_PageUp, -1)])
def test_a_clicker_asks_for_pages(window: RoomWindow, qtbot: QtBot, key: Qt.Key, step: int) -> None:
    with qtbot.waitSignal(window.page_turn_requested) as signal:
        QTest.keyClick(window, key)
    assert signal.args == [step]


@pytest.mark.parametrize("key", [Qt.Key.Key_B, Qt.Key.Key_Period])
def test_a_clicker_asks_for_blank(window: RoomWindow, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(window.blank_requested):
        QTest.keyClick(window, key)


def test_it_closes_only_when_it_may(window: RoomWindow) -> None:
    assert not window.close()
    assert window.isVisible()
    window.allow_close()
    assert window.close()


def test_it_says_in_words_what_it_shows(window: RoomWindow) -> None:
    window.set_display(BRIEF)
    assert window.accessibleDescription() == plain_text(BRIEF)
    window.set_display(BLANK)
    assert window.accessibleDescription() == "The screen is blank."


def test_another_shape_gets_bars_and_the_same_layout(window: RoomWindow, qtbot: QtBot) -> None:
    window.set_display(HOLD)
    settled(qtbot, window)
    window.resize(800, 600)
    qtbot.waitUntil(lambda: window.height() == 600)
    shown = picture(window)
    assert shown.pixelColor(5, 5).name() == "#000000"
    inner = shown.copy(QRect(0, 75, 800, 450))
    assert inner == render_image(HOLD, room_theme("dark"), 800, 450)


def test_hover_and_wheel_bring_nothing_up(window: RoomWindow, qapp: QApplication) -> None:
    qapp.sendEvent(window, QEvent(QEvent.Type.ToolTip))
    qapp.sendEvent(window, QEvent(QEvent.Type.ContextMenu))
    assert [widget for widget in qapp.topLevelWidgets() if widget.isVisible()] == [window]
