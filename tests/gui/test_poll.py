"""Poll: answers are typed without pause, counted against heads, and stay sealed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea

from app.core import actions as do
from app.core.display import plain_text
from app.core.polls import answered
from app.core.values import Answers, CellSetup, Item, Phase
from app.gui.console.answer_line import AnswerLine, read_numbers
from app.gui.console.poll import PollPanel
from tests.gui.seating import new_look, part, press, says, seat, unnamed, write
from tests.gui.table import Table, tutorial_setup


@pytest.fixture
def table() -> Table:
    table = Table()
    table.play_to(Phase.POLL)
    return table


@pytest.fixture
def panel(qtbot, table) -> PollPanel:
    return seat(qtbot, table, PollPanel)


def focused() -> str:
    widget = QApplication.focusWidget()
    return widget.objectName() if widget else ""


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("76857", (7, 6, 8, 5, 7)),
        ("7 6 8 7 5", (7, 6, 8, 7, 5)),
        ("7x0", (7, 10, 0)),
        ("7 10 8", (7, 10, 8)),
        ("10", (1, 0)),
        ("10 ", (10,)),
        ("7X", (7, 10)),
    ],
)
def test_digits_run_on_and_ten_is_x_or_set_off_by_a_space(typed, read):
    assert read_numbers(typed) == read


def test_a_full_line_is_entered_by_itself_and_the_next_one_has_the_keyboard(panel, table):
    write(panel, "poll_felt_TAV", "45")
    assert table.asked == [do.EnterAnswers(Answers("felt", "TAV", "", (4.0, 5.0)))]
    assert focused() == "poll_felt_CAL_TAV"


def test_the_last_line_of_an_item_leads_to_the_next_item(panel, table):
    write(panel, "poll_felt_TAV", "45")
    QTest.keyClicks(QApplication.focusWidget(), "77x")
    assert table.state.now.answers[-1].values == (7.0, 7.0, 10.0)
    assert focused() == "poll_helped_CAL"
    assert table.staged == [Item("poll", 1, "helped")]


def test_the_count_is_said_against_the_heads(panel):
    write(panel, "poll_felt_CAL_TAV", "77")
    assert "2 of 3 people" in says(panel)


def test_more_answers_than_people_are_kept_said_and_not_entered(panel, table):
    table.submit(do.EnterAnswers(Answers("felt", "TAV", "", (4.0, 5.0))))
    table.asked.clear()
    write(panel, "poll_felt_TAV", "3")
    assert "3 answers, 2 people" in says(panel)
    assert part(panel, "poll_felt_TAV").text() == "453"
    assert table.asked == []


def test_part_of_a_line_is_entered_by_enter_and_by_leaving(panel, table):
    write(panel, "poll_felt_CAL_TAV", "7", enter=True)
    assert table.state.now.answers[-1].values == (7.0,)
    write(panel, "poll_felt_TAV", "4")
    part(panel, "poll_felt_CAL_TAV").setFocus()
    assert table.state.now.answers[-1] == Answers("felt", "TAV", "", (4.0,))


def test_a_median_stands_for_the_cell_and_may_be_a_half(panel, table):
    press(panel, "poll_median_felt_TAV")
    write(panel, "poll_median_field_felt_TAV", "4,5", enter=True)
    assert table.state.now.answers == (Answers("felt", "TAV", "", (4.5,), is_median=True),)
    assert "2 of 2 people" in says(panel)


def test_later_moves_on_and_enters_nothing(panel, table):
    press(panel, "poll_later_felt_TAV")
    assert table.asked == []
    assert focused() == "poll_felt_CAL_TAV"
    assert "Later, on paper" in says(panel)


def test_options_are_typed_by_letter_or_pressed(panel, table):
    press(panel, "poll_tab_helped")
    write(panel, "poll_helped_CAL", "ab")
    press(panel, "poll_option_b")
    assert table.state.now.answers[-1] == Answers(
        "helped", "CAL", options=("ship", "words", "words")
    )
    assert focused() == "poll_helped_TAV"


def test_words_are_twelve_at_most_with_their_tension(qtbot):
    table = Table()
    table.play_to(Phase.POLL, 2)
    panel = seat(qtbot, table, PollPanel)
    press(panel, "poll_tab_moved")
    write(panel, "poll_moved_TAV", "a b c d e f g h i j k l m", enter=True)
    assert "13 words, at most 12" in says(panel)
    assert table.asked == []
    part(panel, "poll_moved_TAV").clear()
    write(panel, "poll_moved_TAV", "We signed everything. #t07", enter=True)
    assert table.state.now.answers[-1].words == (("We signed everything.", "T07"),)
    assert part(panel, "poll_moved_TAV").hasFocus()


def test_when_all_have_answered_no_button_that_takes_an_answer_out_has_the_keyboard(qtbot):
    table = Table()
    table.play_to(Phase.POLL, 2)
    panel = seat(qtbot, table, PollPanel)
    for item, text in (("felt_TAV", "26"), ("felt_CAL_TAV", "556"), ("public_TAV", "33")):
        write(panel, f"poll_{item}", text)
    for who in ("CAL", "CAL", "CAL", "TAV", "TAV"):
        write(panel, f"poll_moved_{who}", "A letter in a newspaper.", enter=True)
    assert focused() == "poll_tab_moved"
    assert "5 of 5" in says(panel)


def test_medians_and_gaps_are_closed_until_the_facilitator_looks_privately(panel, table):
    write(panel, "poll_felt_TAV", "45")
    QTest.keyClicks(QApplication.focusWidget(), "776")
    press(panel, "poll_tab_felt")
    assert "Median 4.5" not in says(panel)
    assert "closed to you too, until the end" in says(panel)
    room, log = table.state.room, table.state.seq
    press(panel, "poll_look_now")
    assert "Median 4.5, 4 to 5" in says(panel)
    assert "Calder expected 7, Tavia said 4.5: +2.5, misread." in says(panel)
    assert (table.state.room, table.state.seq) == (room, log)


def test_no_answer_stands_in_the_question_that_the_room_sees(panel, table):
    table.submit(do.Show(Item("poll", 1, "felt")))
    write(panel, "poll_felt_TAV", "99")
    table.submit(do.Show(Item("poll", 1, "felt")))
    assert "99" not in plain_text(table.state.room.display)
    assert "0 of 5" in says(panel)


def test_undoing_an_entry_empties_its_line(panel, table):
    write(panel, "poll_felt_TAV", "45")
    part(panel, "poll_felt_CAL_TAV").setFocus()
    before = Table()
    before.play_to(Phase.POLL)
    panel.set_view(before.state)
    assert part(panel, "poll_felt_TAV").text() == ""


def test_twenty_people_take_a_key_each(qtbot):
    many = tuple(type(cell)(cell.seat, cell.cell, 10) for cell in tutorial_setup().cells)
    table = Table(tutorial_setup(cells=many))
    table.play_to(Phase.POLL)
    panel = seat(qtbot, table, PollPanel)
    write(panel, "poll_felt_TAV", "5647382910")
    QTest.keyClicks(QApplication.focusWidget(), "8877665544")
    assert table.refused == []
    assert [len(a.values) for a in table.state.now.answers] == [10, 10]


def test_keys_that_are_no_answer_are_not_taken(qtbot):
    line = AnswerLine(new_look(), "Answers", 5)
    qtbot.addWidget(line)
    QTest.keyClicks(line, "7bT+-.6")
    assert line.answers() == ("7", "6")
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    assert line.answers() == ("7",)


def test_every_control_has_a_name(panel):
    assert unnamed(panel) == []


@pytest.mark.parametrize(
    ("typed", "said"), [("10", "Read as 1 and 0; ten is x"), ("11", "Read as 1 and 1; ten is x")]
)
def test_a_ten_that_ran_together_is_said(panel, typed, said):
    write(panel, "poll_felt_TAV", typed)
    assert said in says(panel)


def test_a_real_ten_says_nothing_of_it(panel):
    write(panel, "poll_felt_TAV", "x5")
    assert "ten is x" not in says(panel)


def test_the_tab_counts_people_as_the_room_is_told(panel, table):
    write(panel, "poll_felt_TAV", "45")
    write(panel, "poll_felt_CAL_TAV", "7")
    done, heads = answered(table.book, table.state, "felt")
    assert f"{done} of {heads}" in part(panel, "poll_tab_felt").text()
    assert f"How many have answered: {done} of {heads}" in says(panel)


@pytest.mark.parametrize("factor", [1.0, 1.25])
@pytest.mark.parametrize("width", [780, 804])
def test_full_tables_run_over_no_edge(qtbot, width, factor):
    table = Table(tutorial_setup(cells=(CellSetup("CAL", "1", 12), CellSetup("TAV", "2", 12))))
    table.play_to(Phase.POLL)
    table.submit(do.EnterAnswers(Answers("felt", "TAV", "", (4.0, 5.0))))
    panel = PollPanel(table.book, new_look(factor=factor), table.desk)
    qtbot.addWidget(panel)
    panel.resize(width, 500)
    panel.show()
    table.seat(panel)
    press(panel, "poll_look_now")
    for tab in ("felt", "helped"):
        press(panel, f"poll_tab_{tab}")
        QApplication.processEvents()
        area = part(panel, "poll_scroll", QScrollArea)
        assert area.widget().width() <= area.viewport().width()
