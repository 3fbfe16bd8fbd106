"""Off the card: written by hand in the hand-in, argued in Adjudicate, by real keys and clicks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QScrollArea

from app.core import actions as do
from app.core.values import CellSetup, FreeMove, Phase, PlayedMove
from app.gui.console.adjudicate import AdjudicatePanel
from app.gui.console.consult import ConsultPanel
from app.gui.console.deliberate import DeliberatePanel
from app.gui.console.free_move import WAITS
from tests.alliance import alliance
from tests.gui.seating import new_look, part, press, says, seat, squeezed, unnamed, write
from tests.gui.table import Table, tutorial_setup

CTRL = Qt.KeyboardModifier.ControlModifier
TEXT = "Calder sends a hospital ship and opens its wards."
SHIP = FreeMove("", "CAL", "Hospital ship", TEXT, 1, (("aTAV", 1),))
ALONE = PlayedMove("CAL", "", "solo")


@pytest.fixture
def table() -> Table:
    table = Table()
    table.play_to(Phase.DELIBERATE)
    return table


@pytest.fixture
def panel(qtbot, table) -> DeliberatePanel:
    return seat(qtbot, table, DeliberatePanel)


def choose(panel, name: str, gauge: str) -> None:
    """Choose a gauge of a list by its keys."""
    box = part(panel, name, QComboBox)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    while box.currentData() != gauge:
        QTest.keyClick(box, Qt.Key.Key_Down)


def fill(panel, title: str = "Hospital ship") -> None:
    write(panel, "free_title", title)
    write(panel, "free_text", TEXT)
    choose(panel, "free_wants_1_gauge", "aTAV")
    press(panel, "free_wants_1_step_1")
    press(panel, "free_how_solo")


def test_a_card_is_written_from_the_cells_column(panel, table):
    press(panel, "free_CAL")
    fill(panel)
    assert "Legal. Calder has" in says(panel)
    press(panel, "free_affects_tavia")
    press(panel, "free_tag_words")
    press(panel, "free_tension_t07")
    press(panel, "free_write")
    (card,) = table.state.free_moves
    assert (card.id, card.title, card.wants) == ("X1", "Hospital ship", (("aTAV", 1),))
    assert (card.affects, card.tags, card.tensions) == (("TAV",), ("words",), ("T07",))
    assert table.state.now.plays == (PlayedMove("CAL", "X1", "solo"),)
    assert not panel.free.is_open
    assert "Hospital ship" in says(part(panel, "seat_CAL"))


def test_the_line_opens_the_card_by_a_seat_and_the_word_free(panel, table):
    write(panel, "hand_in_line", "tav free")
    assert "writes a card of its own" in says(panel)
    QTest.keyClick(part(panel, "hand_in_line"), Qt.Key.Key_Return)
    assert panel.free.is_open
    assert part(panel, "free_seat_tavia").isChecked()
    assert part(panel, "free_title").hasFocus()
    assert part(panel, "hand_in_line").text() == ""


def test_a_seats_name_in_the_line_offers_the_word_free(panel):
    write(panel, "hand_in_line", "tav ")
    offers = panel.card.offers
    assert offers.chosen == "free"


def test_the_picker_ends_with_off_the_card(panel):
    press(panel, "add_CAL")
    press(panel, "pick_free")
    assert panel.free.is_open
    assert part(panel, "free_seat_calder").isChecked()


def test_what_the_rules_refuse_is_told_beside_its_field(panel, table):
    press(panel, "free_CAL")
    write(panel, "free_title", "Hospital ship")
    press(panel, "free_write")
    assert "A free move needs a title and what is done." in says(panel)
    assert part(panel, "free_text").hasFocus()
    QTest.keyClicks(part(panel, "free_text"), TEXT)
    assert "needs a title" not in says(panel)
    assert "Say which gauge it means to move." in says(panel)
    choose(panel, "free_wants_1_gauge", "aTAV")
    press(panel, "free_wants_1_step_1")
    QTest.keyClick(part(panel, "free_text"), Qt.Key.Key_Return, CTRL)
    assert "Say how it is played." in says(panel)
    assert table.asked == []


def test_a_second_gauge_is_asked_for_where_the_cost_allows_it(panel, table):
    press(panel, "free_CAL")
    fill(panel)
    assert not part(panel, "free_wants_2_gauge").isVisibleTo(panel)
    press(panel, "free_cost_2")
    choose(panel, "free_wants_2_gauge", "pTAV")
    press(panel, "free_wants_2_step_minus_1")
    press(panel, "free_write")
    assert table.state.free_moves[0].wants == (("aTAV", 1), ("pTAV", -1))


def test_a_joint_card_names_who_is_asked_to_sign(panel, table):
    press(panel, "free_CAL")
    fill(panel)
    assert not part(panel, "free_sign_tavia").isVisibleTo(panel)
    press(panel, "free_how_joint")
    press(panel, "free_sign_tavia")
    press(panel, "free_write")
    assert table.state.now.plays[0].asked == ("TAV",)


def test_what_is_typed_survives_for_each_cell(qtbot, panel, table):
    press(panel, "free_CAL")
    write(panel, "free_title", "Half a ship")
    press(panel, "free_seat_tavia")
    assert part(panel, "free_title").text() == ""
    press(panel, "free_close")
    again = seat(qtbot, table, DeliberatePanel)
    press(again, "free_CAL")
    assert part(again, "free_title").text() == "Half a ship"
    press(again, "free_reset")
    assert part(again, "free_title").text() == ""
    assert table.desk.draft("free move/CAL") == ""


def test_escape_closes_the_card_and_keeps_what_is_typed(panel):
    press(panel, "free_CAL")
    write(panel, "free_title", "Half a ship")
    assert panel.waits_for() == WAITS
    QTest.keyClick(part(panel, "free_title"), Qt.Key.Key_Escape)
    assert not panel.free.is_open
    assert panel.waits_for() == ""
    press(panel, "free_CAL")
    assert part(panel, "free_title").text() == "Half a ship"


def test_tags_and_tensions_say_what_they_are(panel):
    press(panel, "free_CAL")
    assert "None chosen: its lines carry no tension." in says(panel)
    tension = part(panel, "free_tension_t07")
    name = panel.book.tension("T07").name
    assert tension.accessibleName() == tension.toolTip() == f"T07 {name}"
    tag = part(panel, "free_tag_words")
    assert tag.accessibleName() == "Tag: words"
    assert "find the card by it" in tag.toolTip()


def test_the_button_in_a_column_says_off_the_card_where_there_is_room(qtbot, panel):
    assert part(panel, "free_CAL").text() == "Off the card …"
    panel.resize(400, 640)
    qtbot.waitUntil(lambda: part(panel, "free_CAL").text() == "")
    assert "off the card" in part(panel, "free_CAL").toolTip()
    assert squeezed(part(panel, "seat_CAL")) == []


def test_a_written_card_is_changed_under_its_own_id_and_taken_back(panel, table):
    table.submit(do.WriteFreeMove(SHIP, ALONE))
    QTest.keyClick(part(panel, "move_X1"), Qt.Key.Key_Return)
    assert part(panel, "free_title").text() == "Hospital ship"
    write(panel, "free_title", " at night")
    press(panel, "free_write")
    assert [card.title for card in table.state.free_moves] == ["Hospital ship at night"]
    QTest.mouseClick(part(panel, "move_X1"), Qt.MouseButton.LeftButton)
    press(panel, "free_take_back")
    assert table.state.now.plays == ()
    assert not panel.free.is_open


def test_undoing_the_card_that_is_being_changed_closes_it(qtbot, panel, table):
    before = table.state
    table.submit(do.WriteFreeMove(SHIP, ALONE))
    QTest.keyClick(part(panel, "move_X1"), Qt.Key.Key_Return)
    table.state = before
    table.refresh()
    assert not panel.free.is_open


def test_in_consult_a_cell_that_is_in_may_still_write(qtbot, table):
    table.submit(do.HandIn("CAL"))
    table.submit(do.EnterNextPhase())
    panel = seat(qtbot, table, ConsultPanel)
    write(panel, "consult_line", "cal free", enter=True)
    fill(panel)
    press(panel, "free_write")
    assert table.refused == []
    assert [play.move for play in table.state.now.plays] == ["X1"]
    assert table.state.now.handed_in == ("CAL",)
    QTest.keyClick(part(panel, "move_X1"), Qt.Key.Key_Delete)
    assert table.state.now.plays == ()
    press(panel, "consult_free")
    assert panel.free.is_open


def test_every_control_of_the_card_has_a_name_and_room(panel):
    press(panel, "free_CAL")
    fill(panel)
    press(panel, "free_cost_2")
    press(panel, "free_how_joint")
    assert unnamed(panel) == []
    assert squeezed(panel.free) == []


# --- Adjudicate -----------------------------------------------------------------------------------


def adjudicating(qtbot, *cards: FreeMove, **setup: object) -> tuple[Table, AdjudicatePanel]:
    table = Table(tutorial_setup(**setup))
    table.play_to(Phase.DELIBERATE)
    for card in cards or (SHIP,):
        table.submit(do.WriteFreeMove(card, PlayedMove(card.seat, "", "solo")))
    for _ in range(3):
        table.submit(do.EnterNextPhase())
    assert table.state.phase is Phase.ADJUDICATE, table.refused
    table.asked.clear()
    return table, seat(qtbot, table, AdjudicatePanel)


def test_going_on_waits_until_every_card_is_argued(qtbot):
    radio = FreeMove("", "TAV", "Radio hour", "An hour on the radio.", 1, (("aTAV", 1),))
    table, panel = adjudicating(qtbot, SHIP, radio)
    assert panel.waits_for() == "2 cards are to be argued first."
    panel.focus_first()
    assert part(panel, "argue_X1_result").hasFocus()
    assert not part(panel, "argue_X2_result").isVisibleTo(panel)
    press(panel, "argue_X2_open")
    assert part(panel, "argue_X2_result").hasFocus()
    write(panel, "argue_X2_result", "Voters hear a friend")
    write(panel, "argue_X2_dice", "66", enter=True)
    assert panel.waits_for() == "Hospital ship is to be argued first."
    assert table.state.now.arguments[0].effects == (("aTAV", 1),)
    assert "Dice 6 and 6: 12, it succeeds in full. Assurance of Tavia +1." in says(panel)


def test_strong_reasons_count_and_a_catch_is_named(qtbot):
    table, panel = adjudicating(qtbot)
    write(panel, "argue_X1_result", "The town sees more than grey hulls")
    write(panel, "argue_X1_pro_1", "The need is real")
    press(panel, "argue_X1_pro_1_strong")
    write(panel, "argue_X1_con_1", "It sails with an escort")
    write(panel, "argue_X1_dice", "43")
    assert "strong reasons +1: 8, it succeeds, with a catch." in says(panel)
    assert not part(panel, "argue_X1_settle").isEnabled()
    choose(panel, "argue_X1_catch_gauge", "pTAV")
    press(panel, "argue_X1_catch_step_1")
    write(panel, "argue_X1_words", "Voters ask who pays for it")
    press(panel, "argue_X1_settle")
    (argued,) = table.state.now.arguments
    assert table.refused == []
    assert (argued.total, argued.outcome) == (8, "catch")
    assert argued.effects == (("aTAV", 1), ("pTAV", 1))
    assert argued.argument.cons == (("It sails with an escort", False),)
    assert "The catch: Voters ask who pays for it." in says(panel)
    assert panel.waits_for() == ""


def test_nothing_comes_of_it_needs_a_reason(qtbot):
    table, panel = adjudicating(qtbot)
    press(panel, "argue_X1_nothing")
    write(panel, "argue_X1_why", "too short", enter=True)
    assert not part(panel, "argue_X1_waive").isEnabled()
    write(panel, "argue_X1_why", " after all", enter=True)
    (argued,) = table.state.now.arguments
    assert argued.argument.is_waived
    assert (argued.outcome, argued.effects) == ("nothing", ())
    assert "Nothing comes of it: too short after all." in says(panel)


def test_the_program_throws_for_each_card_where_it_is_set_up_so(qtbot):
    table, panel = adjudicating(qtbot, dice="program", seed=3)
    assert part(panel, "argue_X1_dice").isHidden()
    write(panel, "argue_X1_result", "The town sees more")
    shown = says(panel)
    if "catch" in shown:
        choose(panel, "argue_X1_catch_gauge", "pTAV")
        press(panel, "argue_X1_catch_step_1")
        write(panel, "argue_X1_words", "Voters ask who pays")
    press(panel, "argue_X1_settle")
    (argued,) = table.state.now.arguments
    first, second = argued.argument.dice
    assert f"Dice {first} and {second}: {argued.total}" in shown


def test_without_dice_the_median_of_likelihoods_decides(qtbot):
    table, panel = adjudicating(qtbot, dice="none")
    write(panel, "argue_X1_result", "The town sees more")
    write(panel, "argue_X1_dice", "7 5 6", enter=True)
    assert table.state.now.arguments[0].total == 6
    assert table.state.now.arguments[0].outcome == "full"


def test_an_argument_that_is_typed_survives(qtbot):
    table, panel = adjudicating(qtbot)
    write(panel, "argue_X1_result", "The town sees")
    write(panel, "argue_X1_pro_2", "The need is real")
    press(panel, "argue_X1_pro_2_strong")
    again = seat(qtbot, table, AdjudicatePanel)
    assert part(again, "argue_X1_result").text() == "The town sees"
    assert part(again, "argue_X1_pro_1").text() == "The need is real"
    assert part(again, "argue_X1_pro_1_strong").isChecked()


def test_every_control_of_an_argument_has_a_name_and_room(qtbot):
    _, panel = adjudicating(qtbot)
    press(panel, "argue_X1_nothing")
    QApplication.processEvents()
    assert unnamed(panel) == []
    assert squeezed(panel) == []


@pytest.mark.parametrize("factor", [1.0, 1.25])
def test_the_card_has_room_for_eight_cells(qtbot, factor):
    book = alliance(8)
    cells = tuple(CellSetup(found.id, heads=2) for found in book.deck.seats)
    table = Table(tutorial_setup(cells=cells), book)
    table.submit(do.EnterNextPhase())
    table.submit(do.EnterNextPhase())
    panel = DeliberatePanel(table.book, new_look("light", factor), table.desk)
    qtbot.addWidget(panel)
    panel.resize(732, 560)
    panel.show()
    table.seat(panel)
    panel.free.open("US")
    press(panel, "free_how_joint")
    QApplication.processEvents()
    area = part(panel, "free_scroll", QScrollArea)
    assert panel.width() == 732
    assert area.widget().width() <= area.viewport().width()
    assert squeezed(panel.free) == []
    who = part(panel, "free_seats", QComboBox)
    QTest.keyClick(who, Qt.Key.Key_Down)
    assert panel.free.fields.draft().seat == "JPN"
