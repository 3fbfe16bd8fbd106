"""Hot wash: seven steps, each makes ready what it needs; concerns go up one by one."""

from __future__ import annotations

import pytest

from app.core import actions as do
from app.core.display import plain_text
from app.core.values import Answers, FollowUp, Item, Phase
from app.gui.console.gap_chart import GapChart
from app.gui.console.hot_wash import HotWashPanel
from app.gui.console.wash_steps import STEPS, first_open_step, minutes
from tests.gui.seating import part, press, says, seat, unnamed, write
from tests.gui.table import Table, tutorial_setup


@pytest.fixture
def table() -> Table:
    table = Table()
    table.play_to(Phase.POLL)
    table.submit(do.EnterAnswers(Answers("felt", "TAV", "", (4.0, 5.0))))
    table.submit(do.EnterAnswers(Answers("felt", "CAL", "TAV", (7.0, 7.0, 6.0))))
    table.play_to(Phase.HOT_WASH, 2)
    return table


@pytest.fixture
def panel(qtbot, table) -> HotWashPanel:
    return seat(qtbot, table, HotWashPanel)


def test_the_steps_go_from_facts_to_reasons_to_home(panel):
    names = [step.name for step in STEPS]
    assert names[:3] == ["Decompress", "Facts", "Open the sealed poll"]
    assert names[-1] == "Bring home"
    assert all(step.line in says(panel) for step in STEPS)


def test_a_long_hot_wash_shares_its_minutes_out(table):
    setup = tutorial_setup(minutes=(("hot wash", 30),))
    long = Table(setup)
    assert minutes(long.book, long.state) == (2, 5, 6, 4, 8, 3, 2)
    assert minutes(table.book, table.state) == ()


def test_going_on_opens_the_next_step_and_makes_its_picture_ready(panel, table):
    press(panel, "wash_next_decompress")
    assert table.staged[-1] == Item("timeline")
    press(panel, "wash_next_facts")
    assert table.staged[-1] == Item("gap", 1)
    assert table.asked == []


def test_the_gap_is_drawn_and_said_with_its_word(panel):
    press(panel, "wash_step_poll")
    chart = panel.findChild(GapChart)
    assert chart is not None
    assert chart.accessibleDescription() == "Turn 1: felt 4.5, expected 7, +2.5, misread."
    assert "Largest gap: Tavia, turn 1, +2.5, misread" in says(panel)


def test_who_guessed_speaks_last(panel):
    press(panel, "wash_step_poll")
    seen = says(panel)
    assert seen.index("1 Tavia") < seen.index("2 Calder")


def test_a_concern_goes_up_with_one_press_and_only_that_one(panel, table):
    press(panel, "wash_step_concerns")
    press(panel, "wash_concern_TAV")
    assert table.asked == [do.RevealConcern("TAV"), do.Show(Item("concern", 0, "TAV"))]
    shown = plain_text(table.state.room.display)
    assert "You fear being left" in shown
    assert "You are not sure that your own voters" not in shown
    assert not part(panel, "wash_concern_TAV").isEnabled()


def test_opening_a_step_reveals_nothing(panel, table):
    before = table.state
    for step in STEPS:
        press(panel, f"wash_step_{step.key}")
    assert table.state is before


def test_the_room_chooses_tensions_and_their_questions_are_asked(panel, table):
    press(panel, "wash_step_tensions")
    press(panel, "wash_tension_T07")
    assert table.state.tensions_chosen == ("T07",)
    assert "“What did you give before you asked?”" in says(panel)


def test_strengths_and_difficulties_are_kept_by_cell(panel, table):
    press(panel, "wash_step_strengths")
    write(panel, "wash_difficulty_TAV", "We signed at our lowest.", enter=True)
    note = table.state.notes[-1]
    assert (note.kind, note.seat, table.desk.text(note.id)) == (
        "difficulty",
        "TAV",
        "We signed at our lowest.",
    )
    assert "1 noted" in says(panel)


def test_the_follow_up_table_takes_a_row_without_an_owner(panel, table):
    press(panel, "wash_step_home")
    write(panel, "wash_follow_up_issue", "Notice before sailings")
    write(panel, "wash_follow_up_action", "Agree on a week", enter=True)
    assert table.state.follow_ups == (FollowUp("Notice before sailings", "Agree on a week"),)
    assert "no owner" in says(panel)


def test_the_report_can_be_asked_for(qtbot, panel):
    press(panel, "wash_step_home")
    with qtbot.waitSignal(panel.report_requested, timeout=1000):
        press(panel, "wash_report")


def test_every_control_has_a_name(panel):
    for step in STEPS:
        press(panel, f"wash_step_{step.key}")
    assert unnamed(panel) == []


def reached(table: Table) -> str:
    return STEPS[first_open_step(table.book, table.state)].key


def test_the_step_to_go_on_with_follows_what_is_recorded(table):
    assert reached(table) == "decompress"
    table.submit(do.Show(Item("timeline")))
    assert reached(table) == "poll"
    table.submit(do.Show(Item("gap", 1)))
    assert reached(table) == "concerns"
    table.submit(do.RevealConcern("CAL"))
    assert reached(table) == "concerns"
    table.submit(do.RevealConcern("TAV"))
    assert reached(table) == "tensions"
    table.submit(do.ChooseTensions(("T07",)))
    assert reached(table) == "strengths"
    table.submit(do.WriteFollowUp(FollowUp("Ask again.", "White cell", "")))
    assert reached(table) == "home"


def test_a_gap_that_was_shown_in_its_turn_is_no_step_of_the_hot_wash(table):
    table.submit(do.Show(Item("gap", 1)))
    assert reached(table) == "decompress"


def test_coming_back_opens_the_step_that_is_not_done(qtbot, table):
    table.submit(do.Show(Item("timeline")))
    table.submit(do.RevealConcern("CAL"))
    panel = seat(qtbot, table, HotWashPanel)
    panel.focus_first()
    assert part(panel, "wash_step_concerns").isChecked()
    assert part(panel, "wash_step_facts").accessibleDescription() == "done"
