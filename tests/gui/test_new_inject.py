"""Injects written on the spot and reworded, from the finder, by real keys and clicks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel

from app.core import actions as do
from app.core.display import InjectCard
from app.core.values import Item, Phase
from app.gui.console.seat_papers import seat_papers
from app.gui.console.sheets import NONE_OUT
from tests.core.test_reminders import PLAY, reminding
from tests.gui.console.conftest import console
from tests.gui.seating import part, press, says, squeezed, unnamed, write

__all__ = ["console"]
CTRL = Qt.KeyboardModifier.ControlModifier
WORDS = "The crane drivers of the harbour have gone home."


@pytest.fixture
def rig(console):
    return console(phase=Phase.DELIBERATE)


def find(rig, words: str) -> None:
    """Run a command of the finder by its name."""
    QTest.keyClick(rig.window, Qt.Key.Key_K, CTRL)
    write(rig.window, "finder_field", words, enter=True)
    QApplication.processEvents()


def state_of(rig):
    return rig.exercise.state


def begin(rig, title: str = "Dock workers walk out") -> None:
    find(rig, "new inject")
    write(rig.window, "inject_title", title)
    write(rig.window, "inject_text", WORDS)


def test_the_finder_opens_the_sheet_and_nothing_else_changes(rig):
    before = state_of(rig)
    find(rig, "new inject")
    sheet = part(rig.window, "inject_sheet")
    assert sheet.isVisible()
    assert part(rig.window, "inject_title").hasFocus()
    assert not sheet.isWindow()
    assert state_of(rig) == before


def test_the_sheet_leaves_the_live_picture_in_view(rig):
    find(rig, "new inject")
    for size in ((1280, 720), (1440, 900)):
        rig.window.resize(*size)
        QApplication.processEvents()
        sheet, live = part(rig.window, "inject_sheet"), part(rig.window, "live_thumbnail")
        right = sheet.mapTo(rig.window, sheet.rect().topRight()).x()
        assert right < live.mapTo(rig.window, live.rect().topLeft()).x()
        assert squeezed(sheet) == []


def test_a_public_inject_is_released_and_can_be_shown_like_any_other(rig):
    begin(rig)
    press(rig.window, "inject_release")
    release = state_of(rig).now.releases[-1]
    assert (release.inject, release.lines) == ("W1", ())
    assert not part(rig.window, "inject_sheet").isVisible()
    assert rig.rooms == []
    assert rig.controller.staged.item == Item("inject", 1, "W1")
    press(rig.window, "show_staged")
    shown = rig.controller.room.screen
    assert isinstance(shown, InjectCard)
    assert (shown.heading, shown.paragraphs) == ("Dock workers walk out", (WORDS,))


def test_its_effects_need_a_reason_which_is_asked_for_beside_them(rig):
    begin(rig)
    box = part(rig.window, "inject_effect_1_gauge", QComboBox)
    box.setFocus()
    while box.currentData() != "pTAV":
        QTest.keyClick(box, Qt.Key.Key_Down)
    press(rig.window, "inject_effect_1_step_effect_1_one_more")
    press(rig.window, "inject_release")
    assert "This needs a reason of at least 10 characters." in says(rig.window)
    assert state_of(rig).written == ()
    write(rig.window, "inject_reason", "Nobody thought of the port", enter=True)
    (line,) = state_of(rig).now.releases[-1].lines
    assert (line.gauge, line.change) == ("pTAV", 2)
    assert state_of(rig).written[0].reason == "Nobody thought of the port"


def test_a_private_inject_goes_to_its_cells_and_not_to_the_room(rig):
    begin(rig)
    press(rig.window, "inject_to_tavia")
    assert not part(rig.window, "inject_to_the_room").isChecked()
    press(rig.window, "inject_release")
    assert rig.refusals == []
    assert rig.controller.staged.item != Item("inject", 1, "W1")
    papers = seat_papers(rig.controller.book, state_of(rig), "TAV").papers
    assert papers[-1].text == WORDS
    assert all(
        paper.text != WORDS
        for paper in seat_papers(rig.controller.book, state_of(rig), "CAL").papers
    )
    rig.controller.stage(Item("inject", 1, "W1"))
    assert rig.refusals[-1].code == "PrivateInject"


def test_the_room_takes_the_place_of_cells(rig):
    find(rig, "new inject")
    press(rig.window, "inject_to_tavia")
    press(rig.window, "inject_to_calder")
    press(rig.window, "inject_to_the_room")
    assert not part(rig.window, "inject_to_tavia").isChecked()
    press(rig.window, "inject_to_the_room")
    write(rig.window, "inject_title", "A")
    write(rig.window, "inject_text", "B")
    press(rig.window, "inject_release")
    assert "Say whom it is for." in says(rig.window)


def test_what_is_typed_survives_escape_and_is_gone_once_released(rig):
    begin(rig)
    QTest.keyClick(part(rig.window, "inject_title"), Qt.Key.Key_Escape)
    assert not part(rig.window, "inject_sheet").isVisible()
    find(rig, "new inject")
    assert part(rig.window, "inject_title").text() == "Dock workers walk out"
    QTest.keyClick(part(rig.window, "inject_text"), Qt.Key.Key_Return, CTRL)
    assert len(state_of(rig).written) == 1
    assert rig.papers.draft("inject/new") == ""


def test_where_it_is_too_late_the_sheet_says_so(console):
    rig = console(phase=Phase.POLL)
    find(rig, "new inject")
    assert not part(rig.window, "inject_release").isEnabled()
    assert "Writing an inject cannot be done in Poll." in says(rig.window)


def test_every_control_of_the_sheets_has_a_name(rig):
    begin(rig)
    assert unnamed(part(rig.window, "inject_sheet")) == []
    press(rig.window, "inject_release")
    find(rig, "wording")
    assert unnamed(part(rig.window, "reword_sheet")) == []


# --- Another wording ------------------------------------------------------------------------------


def test_a_reworded_inject_is_what_the_room_sees_once_it_is_shown_again(rig):
    rig.do(do.Show(Item("inject", 1, "I1")))
    before = rig.controller.room
    find(rig, "wording")
    box = part(rig.window, "reword_inject", QComboBox)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    assert box.currentData() == "I1"
    field = part(rig.window, "reword_text")
    assert field.text() == rig.controller.book.injects["I1"].inject.text.strip()
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, CTRL)
    QTest.keyClicks(field, "The berth is empty.")
    press(rig.window, "reword_set")
    assert rig.controller.room == before
    rig.do(do.Show(Item("inject", 1, "I1")))
    shown = rig.controller.room.screen
    assert isinstance(shown, InjectCard)
    assert shown.paragraphs == ("The berth is empty.",)


def test_the_wording_as_written_can_be_put_back(rig):
    rig.do(do.RewordInject("I1", "The berth is empty."))
    find(rig, "wording")
    box = part(rig.window, "reword_inject", QComboBox)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    assert "As written:" in says(rig.window)
    press(rig.window, "reword_printed")
    assert next(r.text for r in state_of(rig).now.releases if r.inject == "I1") == ""


def test_without_an_inject_there_is_nothing_to_reword(console):
    rig = console()
    find(rig, "wording")
    assert NONE_OUT in says(rig.window)
    assert not part(rig.window, "reword_sheet").isVisible()


def test_a_reminder_stands_above_the_panel_of_its_phase(console):
    rig = console(reminding())
    rig.go_to(Phase.DELIBERATE)
    rig.do(do.AddMove(PLAY))
    rig.go_to(Phase.CONSULT, 2)
    lines = part(rig.window, "reminders")
    assert lines.isVisible()
    assert "Answer one request." in "\n".join(x.text() for x in lines.findChildren(QLabel))
    rig.go_to(Phase.REVEAL, 2)
    assert not part(rig.window, "reminders").isVisible()
