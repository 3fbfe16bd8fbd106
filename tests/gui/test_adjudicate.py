"""Adjudicate: all lines hold unless touched, and nothing is changed without a reason."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from app.core import actions as do
from app.core.values import AddedLine, Phase, Ruling
from app.gui.console.adjudicate import AdjudicatePanel
from app.gui.console.why_popover import WhyPopover
from app.gui.layouts import slug
from tests.gui.seating import part, press, says, seat, squeezed, unnamed, write
from tests.gui.table import Table, line_key, tutorial_setup

REASON = "The welcome on the quay never mentioned the patrol."


@pytest.fixture
def table() -> Table:
    table = Table()
    table.play_to(Phase.ADJUDICATE, 2)
    return table


@pytest.fixture
def panel(qtbot, table) -> AdjudicatePanel:
    return seat(qtbot, table, AdjudicatePanel)


def begin_change(panel, table, cause: str, gauge: str) -> str:
    """Open a gauge and press *Change* on a line; the line's name in object names."""
    press(panel, f"open_{gauge}")
    name = slug(line_key(table, cause, gauge))
    press(panel, f"change_{name}")
    return name


def test_a_row_a_gauge_says_where_it_began_and_what_moved_it(panel):
    seen = says(panel)
    assert "Assurance of Tavia" in seen
    assert "P1 +1, R1 +1, S1 +1, R4 −2" in seen
    assert "F1 cancelled by S1" in seen
    assert "13 lines: 13 as the rules give." in seen


def test_a_change_cannot_be_set_without_a_reason(panel, table):
    name = begin_change(panel, table, "S1", "aTAV")
    press(panel, f"value_{name}_0")
    write(panel, f"reason_{name}", "too short", enter=True)
    assert not part(panel, f"set_{name}").isEnabled()
    assert "A reason of at least 10 characters is needed." in says(panel)
    assert panel.waits_for() == "The change to Full escort needs a reason."
    assert table.asked == []


def test_a_change_with_a_reason_is_ruled_by_enter(panel, table):
    name = begin_change(panel, table, "S1", "aTAV")
    press(panel, f"value_{name}_0")
    write(panel, f"reason_{name}", REASON, enter=True)
    key = line_key(table, "S1", "aTAV")
    assert table.asked == [do.RuleLine(Ruling(key, 0, REASON))]
    assert table.refused == []
    assert panel.waits_for() == ""
    assert "You set 0" in says(panel)
    assert "rule gives +1" in says(panel)


def test_a_ruling_that_a_limit_swallows_says_so(panel, table):
    name = begin_change(panel, table, "S1", "aTAV")
    press(panel, f"value_{name}_0")
    write(panel, f"reason_{name}", REASON)
    press(panel, f"set_{name}")
    assert "1 changed, total stays +1" in says(panel)
    assert "−2 before your change" in says(panel)


def test_use_the_rule_takes_the_ruling_back(panel, table):
    table.submit(do.RuleLine(Ruling(line_key(table, "P3", "PLAN"), 1, REASON)))
    press(panel, "open_PLAN")
    press(panel, f"change_{slug(line_key(table, 'P3', 'PLAN'))}")
    assert table.asked[-1] == do.WithdrawRuling(line_key(table, "P3", "PLAN"))
    assert table.state.now.rulings == ()


def test_only_the_steps_that_this_adjudication_allows_are_offered(panel, table):
    name = begin_change(panel, table, "P3", "PLAN")
    offered = {x.objectName() for x in part(panel, f"value_{name}").children() if x.objectName()}
    assert offered == {f"value_{name}_{value}" for value in (0, 1, 3)}


def test_rigid_adjudication_offers_no_change(qtbot):
    table = Table(tutorial_setup(mode="rigid"))
    table.play_to(Phase.ADJUDICATE, 2)
    panel = seat(qtbot, table, AdjudicatePanel)
    press(panel, "open_PLAN")
    assert part(panel, f"change_{slug(line_key(table, 'P3', 'PLAN'))}").isHidden()
    assert not part(panel, "adjudicate_add_line").isEnabled()


def test_a_limit_can_be_cancelled_with_a_reason(panel, table):
    name = begin_change(panel, table, "R5", "PLAN")
    write(panel, f"reason_{name}", REASON, enter=True)
    assert table.asked == [do.RuleLine(Ruling(line_key(table, "R5", "PLAN"), 0, REASON))]
    assert "Cancelled" in says(panel)


def test_leaving_a_change_leaves_the_line_and_the_ledger_need_not_wait(panel, table):
    name = begin_change(panel, table, "P3", "PLAN")
    write(panel, f"reason_{name}", "half a")
    press(panel, f"leave_{name}")
    assert panel.waits_for() == ""
    assert table.asked == []
    assert table.desk.drafts[f"ruling/2/{line_key(table, 'P3', 'PLAN')}/reason"] == ""


def test_a_reason_that_is_being_typed_survives_everything_around_it(qtbot, panel, table):
    name = begin_change(panel, table, "P3", "PLAN")
    write(panel, f"reason_{name}", "They asked before")
    table.submit(do.StartTimer())
    field = part(panel, f"reason_{name}")
    assert field.text() == "They asked before"
    assert field.hasFocus()
    again = seat(qtbot, table, AdjudicatePanel)
    assert part(again, f"reason_{name}").text() == "They asked before"


def test_why_says_what_was_printed_and_played_and_esc_closes_it(qtbot, panel, table):
    press(panel, "open_aTAV")
    press(panel, f"why_{slug(line_key(table, 'S1', 'aTAV'))}")
    popover = part(panel.window(), "why_popover", WhyPopover)
    assert "Full escort gives +1." in says(popover)
    assert "Open the harbour" in says(popover)
    QTest.keyClick(popover, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not panel.window().findChildren(WhyPopover))


def test_an_added_line_needs_gauge_change_and_reason(panel, table):
    press(panel, "adjudicate_add_line")
    write(panel, "add_line_reason", "A fisherman saw it all and told the radio.")
    assert not part(panel, "add_line_add").isEnabled()
    press(panel, "add_line_change_1")
    assert panel.waits_for() == "The added line is not set yet."
    press(panel, "add_line_add")
    added = AddedLine("aTAV", 1, "A fisherman saw it all and told the radio.")
    assert table.asked == [do.AddLine(added)]
    assert panel.waits_for() == ""
    assert "1 added by you" in says(panel)


def argue(panel) -> None:
    press(panel, "adjudicate_challenge")
    write(panel, "challenge_action", "The crew paraded on the quay")
    write(panel, "challenge_result", "Leaders saw more than a flag")
    write(panel, "challenge_pro_1", "The band played")
    press(panel, "challenge_pro_1_strong")


def test_a_challenge_adds_strong_reasons_to_the_dice_that_were_thrown(panel, table):
    argue(panel)
    press(panel, "challenge_value_2")
    write(panel, "challenge_dice", "5 4")
    assert "Dice 5 and 4, strong reasons +1: 10, it succeeds in full." in says(panel)
    press(panel, "challenge_settle")
    assert table.refused == []
    assert table.state.now.challenge is not None
    assert table.state.now.challenge.total == 10
    assert not part(panel, "adjudicate_challenge").isEnabled()


def test_a_result_with_a_catch_waits_for_the_catch(panel, table):
    argue(panel)
    press(panel, "challenge_value_2")
    write(panel, "challenge_dice", "43")
    assert not part(panel, "challenge_settle").isEnabled()
    press(panel, "challenge_catch_change_1")
    write(panel, "challenge_catch_reason", "Voters saw the parade as well.")
    press(panel, "challenge_settle")
    assert table.refused == []
    assert table.state.now.challenge.outcome == "catch"
    assert len(table.state.now.added) == 1


def test_the_programs_dice_are_thrown_by_its_seed(qtbot):
    table = Table(tutorial_setup(dice="program", seed=7))
    table.play_to(Phase.ADJUDICATE, 2)
    panel = seat(qtbot, table, AdjudicatePanel)
    argue(panel)
    press(panel, "challenge_value_2")
    assert part(panel, "challenge_dice").isHidden()
    assert "Dice " in says(panel)


def test_nothing_in_adjudication_reaches_the_room(panel, table):
    before = table.state.room
    name = begin_change(panel, table, "S1", "aTAV")
    press(panel, f"value_{name}_0")
    write(panel, f"reason_{name}", REASON, enter=True)
    assert table.state.room == before
    assert not any(isinstance(action, do.Show) for action in table.asked)
    assert table.staged == []


def test_every_control_has_a_name(panel, table):
    begin_change(panel, table, "P3", "PLAN")
    press(panel, "adjudicate_challenge")
    assert unnamed(panel) == []


def test_escape_leaves_the_change_and_a_typed_reason_takes_two(panel, table):
    name = begin_change(panel, table, "S1", "aTAV")
    assert part(panel, f"value_{name}_0").text() == "Cancel the line"
    QTest.keyClick(part(panel, f"reason_{name}"), Qt.Key.Key_Escape)
    assert panel.waits_for() == ""
    assert part(panel, f"change_{name}").hasFocus()
    press(panel, f"change_{name}")
    write(panel, f"reason_{name}", "Half a rea")
    QTest.keyClick(part(panel, f"reason_{name}"), Qt.Key.Key_Escape)
    assert part(panel, f"reason_{name}").text() == "Half a rea"
    QTest.keyClick(part(panel, f"leave_{name}"), Qt.Key.Key_Escape)
    assert panel.waits_for() == ""
    assert table.asked == []


def test_the_challenge_opens_on_the_line_that_is_read(panel, table):
    press(panel, "open_PLAN")
    press(panel, "adjudicate_challenge")
    box = part(panel, "challenge_line", QComboBox)
    assert "Joint planning" in box.currentText()
    press(panel, "challenge_leave")
    press(panel, "open_aTAV")
    key = line_key(table, "R1", "aTAV")
    part(panel, f"change_{slug(key)}").setFocus()
    press(panel, "adjudicate_challenge")
    assert box.currentData() == key


def test_a_gauges_sentence_speaks_of_the_whole_turn(panel, table):
    press(panel, "open_aTAV")
    press(panel, f"why_{slug(line_key(table, 'S1', 'aTAV'))}")
    assert "Whole turn: " in says(part(panel.window(), "why_popover", WhyPopover))


def test_the_heading_has_room_after_a_challenge(panel, table):
    press(panel, "adjudicate_challenge")
    write(panel, "challenge_action", "The harbour is opened to the squadron for a whole season")
    write(panel, "challenge_result", "The port workers see it and believe it")
    press(panel, "challenge_value_0")
    write(panel, "challenge_dice", "6 6", enter=True)
    press(panel, "challenge_settle")
    assert table.state.now.challenge is not None
    assert squeezed(panel) == []
