"""Discuss: notes between poles, insights that keep their sources, one sentence per cell."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QStackedWidget

from app.core import actions as do
from app.core.values import Phase
from app.gui.console.discuss import DiscussPanel
from tests.gui.seating import new_look, part, press, says, seat, unnamed, write
from tests.gui.table import Table


@pytest.fixture
def table() -> Table:
    table = Table()
    table.play_to(Phase.DISCUSS)
    table.note("note", "The patrol sailed after Tavia had objected.", seat="CAL", tensions=("T07",))
    table.note("quote", "You asked us, and then you sailed.", seat="TAV", tensions=("T07",))
    table.note("note", "The memo stayed in its folder.", seat="TAV", tensions=("T13",))
    return table


@pytest.fixture
def panel(qtbot, table) -> DiscussPanel:
    return seat(qtbot, table, DiscussPanel)


def test_a_tension_stands_between_its_poles_with_its_notes(panel):
    seen = says(panel)
    assert "Ask for more together" in seen
    assert "First give what is owed" in seen
    assert "“You asked us, and then you sailed.”" in seen
    assert "3 of 3 notes" in seen


def test_a_star_is_a_press_and_keeps_the_text(panel, table):
    press(panel, "star_t07_n2")
    assert table.state.notes[1].starred
    assert table.desk.text("n2") == "You asked us, and then you sailed."


def test_a_note_moves_to_a_pole(panel, table):
    press(panel, "note_t07_n1")
    press(panel, "pole_left_t07_n1")
    assert table.state.notes[0].pole == "left"


def test_a_quote_is_marked_quotable(panel, table):
    press(panel, "note_t07_n2")
    press(panel, "quotable_t07_n2")
    assert table.state.notes[1].quotable
    assert "Quotable" in says(panel)


def test_an_insight_keeps_its_source_its_confidence_and_its_dissent(panel, table):
    press(panel, "note_t07_n2")
    press(panel, "promote_t07_n2")
    claim = part(panel, "insight_claim")
    claim.selectAll()
    QTest.keyClicks(claim, "A question that is not waited for is worse than none.")
    press(panel, "insight_confidence_high")
    write(panel, "insight_dissent", "Calder")
    press(panel, "insight_save")
    insight = table.state.notes[-1]
    assert (insight.kind, insight.sources, insight.tensions) == ("insight", ("n2",), ("T07",))
    assert (insight.confidence, insight.dissent) == ("high", "Calder")
    assert table.desk.text(insight.id).startswith("A question")
    assert "From 1 quote. Dissent: Calder." in says(panel)


def test_columns_sort_by_kind_and_seats_filter(panel):
    press(panel, "discuss_way_columns")
    assert "Quotes\nInsights" in says(panel)
    press(panel, "discuss_seat_tavia")
    assert "2 of 3 notes" in says(panel)
    assert "The patrol sailed" not in says(panel)


def test_a_sentence_is_written_down_by_ctrl_enter(panel, table):
    field = part(panel, "sentence_TAV")
    field.setFocus()
    QTest.keyClicks(field, "Nobody asked us twice.")
    assert table.desk.drafts["sentence/1/TAV"] == "Nobody asked us twice."
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert table.asked[-1] == do.HearSentence("TAV", "Nobody asked us twice.")
    assert "1 of 2 heard" in says(panel)
    assert table.desk.drafts["sentence/1/TAV"] == ""


def test_a_sentence_is_written_down_when_its_field_is_left(panel, table):
    field = part(panel, "sentence_CAL")
    field.setFocus()
    QTest.keyClicks(field, "We showed the flag.")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert dict(table.state.now.sentences) == {"CAL": "We showed the flag."}


def test_a_sentence_never_lands_in_the_next_turn(qtbot, table):
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    panel, following = DiscussPanel(table.book, new_look(), table.desk), QLineEdit()
    stack.addWidget(panel)
    stack.addWidget(following)
    stack.show()
    stack.activateWindow()
    qtbot.waitUntil(stack.isActiveWindow)
    table.seat(panel)
    field = part(panel, "sentence_TAV")
    field.setFocus()
    QTest.keyClicks(field, "Half a sen")
    table.panel = None
    table.submit(do.EnterNextPhase())
    table.asked.clear()
    stack.setCurrentWidget(following)
    assert table.state.turn == 2
    assert table.asked == []
    assert table.desk.drafts["sentence/1/TAV"] == "Half a sen"


def test_nothing_in_discussion_reaches_the_room(panel, table):
    before = table.state.room
    press(panel, "star_t07_n2")
    write(panel, "sentence_TAV", "A sentence.")
    part(panel, "sentence_CAL").setFocus()
    assert table.state.room == before
    assert table.staged == []


def test_every_control_has_a_name(panel):
    press(panel, "note_t07_n2")
    press(panel, "promote_t07_n2")
    assert unnamed(panel) == []
