"""The run sheet: my place and what is on screen are two things, and never take one another."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.gui.theme import Look, load_theme
from app.gui.widgets.run_sheet import RunSheet
from app.gui.widgets.run_sheet_rows import Heading, Item, Mark, RunSheetModel

ROWS = (
    Heading("Turn 1", "26 of 22 min"),
    Item("i1", "megaphone", "I1 The empty ramp", "Public, shown 13:46", Mark.SHOWN),
    Item("p1", "mail", "P1 Readiness memo", "To the US, given 13:48", Mark.PRIVATE),
    Heading("Turn 2", "22 min"),
    Item("timer", "timer", "Hand-in and timer", "On screen now", Mark.ON_SCREEN),
    Item("poll", "vote", "Poll, items 1 and 4", "Sealed, 20 people", Mark.PRIVATE),
)


@pytest.fixture
def look(qapp):
    made = Look(load_theme("light"))
    made.dress(qapp)
    return made


@pytest.fixture
def sheet(look, qtbot):
    made = RunSheet(look)
    made.set_rows(ROWS)
    qtbot.addWidget(made)
    made.resize(248, 400)
    made.show()
    return made


def middle(sheet: RunSheet, row: int) -> QPoint:
    return sheet.visualRect(sheet.model().index(row, 0)).center()


def has_color(sheet: RunSheet, row: int, color: str) -> bool:
    box = sheet.visualRect(sheet.model().index(row, 0))
    picture = sheet.viewport().grab(box).toImage()
    spots = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return any(picture.pixelColor(*spot).name().upper() == color for spot in spots)


def test_rows_have_their_height(sheet):
    heights = [sheet.visualRect(sheet.model().index(row, 0)).height() for row in range(4)]
    assert heights == [30, 46, 46, 30]


@pytest.mark.parametrize("compact", [False, True])
@pytest.mark.parametrize("name", ["light", "dark"])
def test_place_and_dot_stand_on_their_own_rows(sheet, look, qapp, name, compact):
    look.set_theme(load_theme(name))
    look.dress(qapp)
    sheet.set_compact(compact)
    sheet.set_place("poll")
    assert has_color(sheet, 4, look.colors.live)
    assert not has_color(sheet, 4, look.colors.sel)
    assert has_color(sheet, 5, look.colors.sel)
    assert not has_color(sheet, 5, look.colors.live)


def test_click_moves_the_place_and_stages_nothing(sheet, qtbot):
    with qtbot.assertNotEmitted(sheet.staged), qtbot.waitSignal(sheet.place_changed) as moved:
        QTest.mouseClick(
            sheet.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            middle(sheet, 2),
        )
    assert moved.args == ["p1"]
    assert sheet.place() == "p1"


def test_enter_stages_the_place(sheet, qtbot):
    sheet.set_place("poll")
    with qtbot.waitSignal(sheet.staged) as staged:
        QTest.keyClick(sheet, Qt.Key.Key_Return)
    assert staged.args == ["poll"]


def test_arrows_skip_headings(sheet):
    sheet.set_place("p1")
    QTest.keyClick(sheet, Qt.Key.Key_Down)
    assert sheet.place() == "timer"
    QTest.keyClick(sheet, Qt.Key.Key_Up)
    assert sheet.place() == "p1"


def test_the_program_moves_the_place_in_silence(sheet, qtbot):
    with qtbot.assertNotEmitted(sheet.place_changed):
        sheet.set_place("timer")
        sheet.set_place(None)
    assert sheet.place() is None


def test_new_words_keep_the_place(sheet, qtbot):
    sheet.set_place("poll")
    changed = (*ROWS[:-1], Item("poll", "vote", "Poll", "Closed", Mark.SHOWN))
    with qtbot.assertNotEmitted(sheet.place_changed):
        sheet.set_rows(changed)
        assert sheet.place() == "poll"
        sheet.set_rows((ROWS[0], *changed[4:]))
        assert sheet.place() == "poll"


def test_letters_are_no_search(sheet):
    sheet.set_place("i1")
    QTest.keyClick(sheet, Qt.Key.Key_P)
    assert sheet.place() == "i1"


def test_compact_is_64_wide_and_keeps_targets_of_36(sheet):
    sheet.set_compact(True)
    assert sheet.width() == 64
    assert sheet.visualRect(sheet.model().index(1, 0)).height() == 36


def test_rows_are_read_out_whole(qapp):
    model = RunSheetModel()
    model.set_rows(ROWS)
    words = model.index(4).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words == "Hand-in and timer, On screen now, on screen now"


def test_headings_cannot_be_chosen(qapp):
    model = RunSheetModel()
    model.set_rows(ROWS)
    assert model.flags(model.index(0)) == Qt.ItemFlag.NoItemFlags
    assert model.place_of("Turn 1") is None
