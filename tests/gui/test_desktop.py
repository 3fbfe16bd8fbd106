"""The windows together: the room is at rest wherever no session is on the console."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import make_record
from app.config import paths
from app.core.display import Blank, Hold
from app.deck.catalog import Catalog
from app.errors import LibraryDamaged
from app.gui.desktop import Desktop
from app.store.library import Library
from tests.cli.test_library import change
from tests.gui.seating import new_look, part, press, says, write

LAST = "(SELECT max(seq) FROM events)"


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path) -> Iterator[Desktop]:
    def open_record():
        library = Library.open(tmp_path / "library.db")
        return library, make_record(library)

    made = Desktop(
        lambda: Catalog((paths.scenarios(),)),
        open_record,
        time.time,
        new_look(),
        reduce_motion=True,
        report_folder=tmp_path / "reports",
    )
    with qtbot.waitSignal(made.stocked):
        made.show()
    yield made
    made.close()


def begin(desktop: Desktop) -> None:
    """Set up the tutorial and start it."""
    press(desktop.window, "home_use_tutorial")
    press(desktop.window, "setup_start")
    assert desktop.sitting is not None


def begin_and_show(desktop: Desktop) -> None:
    begin(desktop)
    desktop.sitting.console.side.show_requested.emit()
    assert not isinstance(desktop.room.window.display.screen, Blank)


def find(desktop: Desktop, words: str) -> None:
    """Take a command by Ctrl+K, as a person does."""
    console = desktop.sitting.console
    console.setFocus()
    QTest.keyClick(console, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    write(console, "finder_field", words, enter=True)
    QApplication.processEvents()


def resume(desktop: Desktop) -> None:
    QApplication.processEvents()  # the decks come, and all is laid out anew
    (button,) = [
        b for b in desktop.window.home._session_buttons if b.objectName().startswith("home_resume")
    ]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def room_is_at_rest(desktop: Desktop) -> bool:
    room = desktop.room
    is_black = isinstance(room.window.display.screen, Blank)
    return is_black and not room.window.isVisible() and not room.screen_name


def side_words(side: QWidget) -> str:
    described = [child.accessibleDescription() for child in side.findChildren(QWidget)]
    return "\n".join((says(side), *described))


# --- the room rests ----------------------------------------------------------------------------


def test_leaving_for_home_makes_the_room_black_and_closes_it(desktop):
    begin_and_show(desktop)
    assert desktop.room.window.isVisible()
    find(desktop, "Leave for the home")
    assert part(desktop.window, "home_scroll").isVisible()
    assert room_is_at_rest(desktop)
    assert desktop.sitting is None
    desktop.window.look_requested.emit("dark")
    assert room_is_at_rest(desktop)


def test_the_room_rests_while_the_report_is_up_and_after_it(desktop):
    begin_and_show(desktop)
    find(desktop, "Make the report")
    assert part(desktop.window, "report_export").isVisible()
    assert room_is_at_rest(desktop)
    press(desktop.window, "report_home")
    assert room_is_at_rest(desktop)


def test_a_resumed_console_and_the_room_say_the_same(desktop):
    begin_and_show(desktop)
    find(desktop, "Leave for the home")
    resume(desktop)
    side = desktop.sitting.console.side
    assert not desktop.room.window.isVisible()
    assert "No room display" in side_words(side)
    find(desktop, "Open the room")
    assert desktop.room.window.isVisible()
    assert "No room display" not in side_words(side)
    assert isinstance(desktop.room.window.display.screen, (Blank, Hold))


def test_a_console_learns_of_a_display_that_is_open_before_it(desktop):
    press(desktop.window, "home_use_tutorial")
    press(desktop.window, "setup_test_card")
    assert desktop.room.window.isVisible()
    press(desktop.window, "setup_start")
    assert "No room display" not in side_words(desktop.sitting.console.side)
    assert isinstance(desktop.room.window.display.screen, Blank)


def test_a_session_that_was_left_hears_no_clicker(desktop):
    begin_and_show(desktop)
    left = desktop.sitting.exercise
    find(desktop, "Leave for the home")
    count = len(left.entries)
    desktop.room.window.blank_requested.emit()
    desktop.room.window.page_turn_requested.emit(1)
    assert len(left.entries) == count


# --- set-up ------------------------------------------------------------------------------------


def test_the_test_card_opens_the_room_and_goes_with_the_page(desktop):
    press(desktop.window, "home_use_tutorial")
    press(desktop.window, "setup_test_card")
    assert desktop.room.window.isVisible()
    press(desktop.window, "setup_test_card")
    assert room_is_at_rest(desktop)
    press(desktop.window, "setup_test_card")
    press(desktop.window, "setup_home")
    assert room_is_at_rest(desktop)
    desktop.window.use_requested.emit("tutorial")
    assert not part(desktop.window, "setup_test_card").isChecked()


def test_identify_shows_a_number_on_every_screen_and_takes_it_away(desktop, qtbot):
    press(desktop.window, "home_use_tutorial")
    desktop.window.identify_requested.emit()
    numerals = desktop.room.numerals
    assert numerals.shown == tuple(f"Screen {n + 1}" for n in range(len(QGuiApplication.screens())))
    assert not desktop.room.window.isVisible()
    qtbot.waitUntil(lambda: numerals.shown == (), timeout=4000)


# --- closing -----------------------------------------------------------------------------------


def test_the_display_is_closed_by_a_command_and_opens_again(desktop):
    begin_and_show(desktop)
    shown = desktop.room.window.display
    find(desktop, "Close the room")
    assert not desktop.room.window.isVisible()
    assert "No room display" in side_words(desktop.sitting.console.side)
    find(desktop, "Open the room")
    assert desktop.room.window.isVisible()
    assert desktop.room.window.display == shown


def test_the_window_closes_at_once_without_a_display(desktop):
    begin(desktop)
    desktop.room.shut()
    desktop.window.close()
    assert not desktop.window.isVisible()


def test_the_window_asks_once_while_a_display_is_up(desktop, qtbot):
    begin_and_show(desktop)
    desktop.window.close()
    desktop.window.close()
    assert desktop.window.isVisible()
    assert says(part(desktop.window, "quit_question")).startswith("The room display is open. Quit?")
    press(desktop.window, "quit_stay")
    assert desktop.window.isVisible()
    assert desktop.room.window.isVisible()
    desktop.window.close()
    press(desktop.window, "quit_leave")
    qtbot.waitUntil(lambda: not desktop.window.isVisible())
    assert not desktop.room.window.isVisible()


# --- screens that come and go ------------------------------------------------------------------


def test_a_screen_that_was_lost_is_put_back_by_hand(desktop, qtbot):
    begin_and_show(desktop)
    QGuiApplication.instance().screenRemoved.emit(desktop.room.window.screen())
    assert not desktop.room.window.isVisible()
    assert "Room display disconnected" in says(desktop.window)
    qtbot.waitUntil(lambda: "Put it back" in says(desktop.window), timeout=3000)
    assert not desktop.room.window.isVisible()
    desktop.sitting.console.area.banner.action_requested.emit()
    assert desktop.room.window.isVisible()


def test_screens_that_show_one_picture_are_warned_of_and_not_filled(desktop, monkeypatch):
    both = QGuiApplication.screens() * 2
    monkeypatch.setattr("app.gui.room.all_screens", lambda: both)
    press(desktop.window, "home_use_tutorial")
    assert "Both screens show the same picture." in says(desktop.window.setup)
    press(desktop.window, "setup_start")
    assert "Both screens show the same picture." in says(desktop.window)
    assert not desktop.room.window.isFullScreen()


# --- trouble -----------------------------------------------------------------------------------


def test_a_damaged_session_goes_on_with_the_part_before(desktop, tmp_path):
    begin_and_show(desktop)
    kept = len(desktop.sitting.exercise.entries)
    find(desktop, "Leave for the home")
    change(tmp_path / "library.db", "UPDATE events SET payload = '{}' WHERE seq = " + LAST)
    resume(desktop)
    assert desktop.sitting is None
    assert f"can be read up to event {kept - 1}" in says(desktop.window.home)
    assert "parasol branch" not in says(desktop.window.home)
    press(desktop.window, "home_notice_action")
    assert desktop.sitting is not None
    assert desktop.sitting.exercise.state.parent


def test_a_library_that_cannot_be_read_says_so_and_can_be_tried_again(qtbot, tmp_path):
    broken = [True]

    def open_record():
        if broken:
            raise LibraryDamaged("The library cannot be read.", "It is no library.", "Mend it.")
        library = Library.open(tmp_path / "library.db")
        return library, make_record(library)

    desktop = Desktop(lambda: Catalog(()), open_record, time.time, new_look())
    with qtbot.waitSignal(desktop.stocked):
        desktop.show()
    assert "The library cannot be read. It is no library." in says(desktop.window.home)
    broken.clear()
    with qtbot.waitSignal(desktop.stocked):
        press(desktop.window, "home_notice_action")
    assert "cannot be read" not in says(desktop.window.home)
    assert "No session yet." in says(desktop.window.home)
    desktop.close()


def test_a_session_whose_deck_is_gone_is_listed_and_resumed(qtbot, desktop, tmp_path):
    begin(desktop)
    desktop.close()

    def open_record():
        library = Library.open(tmp_path / "library.db")
        return library, make_record(library)

    other = Desktop(lambda: Catalog(()), open_record, time.time, new_look())
    with qtbot.waitSignal(other.stocked):
        other.show()
    resume(other)
    assert other.sitting is not None
    other.close()


def test_the_folder_of_a_report_is_remembered(desktop, tmp_path):
    begin(desktop)
    find(desktop, "Make the report")
    part(desktop.window, "report_folder").setText(str(tmp_path / "mine"))
    press(desktop.window, "report_export")
    press(desktop.window, "report_export")
    assert len(list((tmp_path / "mine").iterdir())) == 2
    press(desktop.window, "report_home")
    resume(desktop)
    find(desktop, "Make the report")
    assert part(desktop.window, "report_folder").text() == str(tmp_path / "mine")
