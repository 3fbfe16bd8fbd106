"""Brief and Opening: pictures to make ready, injects that are due, private papers, notes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from app.core import actions as do
from app.core.display import Blank
from app.core.values import Item, Phase, PlayedMove
from app.gui.console.seat_papers import seat_papers
from app.gui.console.seat_sheet import HOLD_ON
from app.gui.widgets.run_sheet_rows import ROW_ROLE
from tests.alliance import tutorial

QUIET = PlayedMove("TAV", "F3", "quiet", addressee="CAL")


def words_of(rig):
    return [label.text() for label in rig.window.findChildren(QLabel) if label.isVisible()]


@pytest.fixture
def second_turn(console):
    rig = console(phase=Phase.DELIBERATE)
    rig.do(do.AddMove(QUIET), do.HandIn("CAL"), do.HandIn("TAV"))
    rig.go_to(Phase.BRIEF, 2)
    return rig


def test_a_picture_is_made_ready_by_a_click_and_the_room_stays(console):
    rig = console()
    rig.find("stage_opening").click()
    assert rig.controller.staged.item == Item("opening")
    assert "Ready to show" in rig.find("stage_opening").accessibleDescription()
    assert isinstance(rig.controller.room.screen, Blank)


def test_what_is_on_screen_is_marked_in_words(console):
    rig = console(phase=Phase.BRIEF)
    rig.find("show_staged").click()
    assert rig.find("stage_I1").accessibleDescription() == "On screen now"


def test_public_injects_are_pictures_and_private_ones_are_not(console):
    rig = console(phase=Phase.BRIEF)
    assert rig.find("stage_I1").isVisible()
    assert rig.window.findChild(QLabel, "stage_I2") is None
    assert "I2 Six in ten" in words_of(rig)


def test_a_conditional_inject_that_is_due_is_released_by_choice(second_turn):
    rig = second_turn
    assert "C1 The printed letter" in words_of(rig)
    rig.find("release_C1").click()
    QApplication.processEvents()
    assert [r.inject for r in rig.exercise.state.now.releases] == ["I3", "C1"]
    assert rig.find("stage_C1").isVisible()
    assert isinstance(rig.controller.room.screen, Blank)


def test_or_passed_over(second_turn):
    rig = second_turn
    rig.find("release_none").click()
    assert rig.exercise.state.now.passed_over == ("C1",)
    assert not rig.find("release_none").isVisible()


def test_speaking_notes_grow_and_shrink(console):
    rig = console(phase=Phase.BRIEF)
    label = next(
        label for label in rig.window.findChildren(QLabel) if label.text().startswith("Read the")
    )
    before = label.font().pixelSize()
    rig.find("notes_larger").click()
    assert label.font().pixelSize() > before


def test_a_seat_sheet_covers_the_console_only_while_the_button_is_held(console):
    rig = console(phase=Phase.BRIEF)
    hold, sheet = rig.find("one_cell_TAV"), rig.find("seat_sheet")
    QTest.mousePress(hold, Qt.MouseButton.LeftButton)
    assert sheet.isVisible()
    assert sheet.geometry() == rig.window.rect()
    assert "Six in ten" in words_of(rig)
    QTest.mouseRelease(hold, Qt.MouseButton.LeftButton)
    assert not sheet.isVisible()
    assert rig.rooms == []


def test_a_seat_sheet_is_held_by_the_space_bar_too(console):
    rig = console(phase=Phase.BRIEF)
    hold, sheet = rig.find("one_cell_TAV"), rig.find("seat_sheet")
    QTest.keyPress(hold, Qt.Key.Key_Space)
    assert sheet.isVisible()
    QTest.keyRelease(hold, Qt.Key.Key_Space)
    assert not sheet.isVisible()


def test_a_seat_sheet_holds_nothing_of_another_cell(console):
    rig = console(phase=Phase.BRIEF)
    other = str(seat_papers(tutorial(), rig.exercise.state, "CAL"))
    own = str(seat_papers(tutorial(), rig.exercise.state, "TAV"))
    assert "six Tavians in ten" in own
    assert "six Tavians in ten" not in other


def test_every_cell_has_a_seat_sheet_with_a_paper_or_without(console):
    rig = console(phase=Phase.BRIEF)
    QTest.mousePress(rig.find("seat_sheet_CAL"), Qt.MouseButton.LeftButton)
    assert rig.find("seat_sheet").isVisible()
    assert "For the Calder Union only" in words_of(rig)
    QTest.mouseRelease(rig.find("seat_sheet_CAL"), Qt.MouseButton.LeftButton)
    assert not rig.find("seat_sheet").isVisible()


def seen(rig, name):
    """The one button of this name that is to be seen: Opening and Brief have the same."""
    (found,) = (w for w in rig.window.findChildren(QWidget, name) if w.isVisible())
    return found


def click(rig, name):
    QTest.mouseClick(seen(rig, name), Qt.MouseButton.LeftButton)
    QApplication.processEvents()


@pytest.mark.parametrize(
    ("phase", "name"),
    [
        (Phase.OPENING, "one_cell_CAL"),
        (Phase.BRIEF, "one_cell_TAV"),
        (Phase.BRIEF, "seat_sheet_CAL"),
    ],
)
def test_a_click_says_that_the_button_is_to_be_held_and_moves_nothing(console, phase, name):
    rig = console(phase=phase)
    assert HOLD_ON not in words_of(rig)
    before = seen(rig, name).mapTo(rig.window, QPoint())
    click(rig, name)
    assert HOLD_ON in words_of(rig)
    assert not rig.find("seat_sheet").isVisible()
    assert seen(rig, name).mapTo(rig.window, QPoint()) == before
    assert rig.window.rect().contains(rig.find("hold_hint").geometry())


def test_who_holds_long_enough_is_told_nothing(console):
    rig = console(phase=Phase.BRIEF)
    assert seen(rig, "one_cell_TAV").text().strip() == "Hold to show"
    click(rig, "one_cell_TAV")
    QTest.mousePress(seen(rig, "one_cell_TAV"), Qt.MouseButton.LeftButton)
    assert not rig.find("hold_hint").isVisible()
    QTest.qWait(1000)
    QTest.mouseRelease(seen(rig, "one_cell_TAV"), Qt.MouseButton.LeftButton)
    assert HOLD_ON not in words_of(rig)


def test_brief_opens_at_the_top_in_every_turn(console):
    rig = console(phase=Phase.BRIEF, size=(1280, 720))
    bar = rig.find("brief_scroll", QScrollArea).verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    rig.go_to(Phase.BRIEF, 2)
    QApplication.processEvents()
    assert bar.value() == 0


def test_the_choice_and_what_goes_out_without_one_are_said(second_turn):
    rig = second_turn
    said = " ".join(words_of(rig))
    assert "Release it, or none. If you choose nothing, The printed letter goes out" in said
    assert rig.find("release_none").text().strip() == "None this turn"
    assert "None chosen: The printed letter goes out." in rig.find("main_sentence").text()
    click(rig, "release_none")
    assert "goes out" not in rig.find("main_sentence").text()


@pytest.mark.parametrize(
    ("size", "name"),
    [
        ((1440, 900), "brief_new_inject"),
        ((1440, 900), "sheet_new_inject"),
        ((1280, 720), "sheet_new_inject_small"),
    ],
)
def test_a_new_inject_is_written_from_a_button_in_view(console, size, name):
    rig = console(phase=Phase.BRIEF, size=size)
    assert rig.find(name).isVisible()
    assert rig.find(name).accessibleName() or rig.find(name).text()
    click(rig, name)
    assert rig.find("inject_sheet").isVisible()
    assert rig.find("inject_title").hasFocus()


def test_rows_that_wait_say_so_beside_their_lock(console):
    rig = console(phase=Phase.BRIEF)
    model = rig.find("run_sheet").model()
    rows = [model.index(row, 0).data(ROW_ROLE) for row in range(model.rowCount())]
    told = {row.title[:2]: row.detail for row in rows if hasattr(row, "detail")}
    assert told["I1"] == "Released, not shown yet"
    assert told["I2"] == "To Tavia only"
