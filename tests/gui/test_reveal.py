"""Reveal: one press turns over and shows; nothing else reaches the room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.config import paths
from app.core import actions as do
from app.core.compile import compile_deck
from app.core.display import plain_text
from app.core.line_sentence import row_words
from app.core.values import Item, Phase, PlayedMove
from app.deck.read import read_deck
from app.gui.console.reveal import RevealPanel
from app.gui.console.reveal_moves import move_view
from tests.gui.seating import part, press, says, seat, unnamed
from tests.gui.table import Table, tutorial_setup


@pytest.fixture
def table() -> Table:
    table = Table()
    table.play_to(Phase.REVEAL)
    return table


def test_one_press_turns_a_cell_over_and_shows_it(qtbot, table):
    panel = seat(qtbot, table, RevealPanel)
    press(panel, "reveal_show_next")
    assert table.asked == [do.RevealSeat("CAL"), do.Show(Item("reveal seat", 1, "CAL"))]
    assert table.refused == []
    assert "Patrol under flag" in plain_text(table.state.room.display)


def test_pressing_on_goes_through_the_cells_to_all_moves_on_one_page(qtbot, table):
    panel = seat(qtbot, table, RevealPanel)
    for _ in range(3):
        press(panel, "reveal_show_next")
    assert table.state.room.top is not None
    assert table.state.room.top.item == Item("moves", 1)
    assert not part(panel, "reveal_show_next").isEnabled()


def test_show_all_turns_over_what_is_left_and_shows_the_overview(qtbot, table):
    panel = seat(qtbot, table, RevealPanel)
    press(panel, "reveal_show_all")
    assert table.asked == [do.RevealAll(), do.Show(Item("moves", 1))]
    assert table.state.now.revealed == ("CAL", "TAV")


def test_all_at_once_is_one_press_where_it_was_set_up_so(qtbot):
    table = Table(tutorial_setup(reveal_order="all at once"))
    table.play_to(Phase.REVEAL)
    panel = seat(qtbot, table, RevealPanel)
    press(panel, "reveal_show_next")
    assert table.asked == [do.RevealAll(), do.Show(Item("moves", 1))]


def test_the_picture_before_the_reveal_stays_in_the_panel(qtbot, table):
    panel = seat(qtbot, table, RevealPanel)
    panel.grab()
    assert any("Patrol under flag" in plain_text(x) for x in table.desk.painter.painted)
    assert table.asked == []
    assert table.state.room.stack == ()


def test_the_picture_of_a_cell_holds_no_quiet_move(qtbot, table):
    panel = seat(qtbot, table, RevealPanel)
    panel.focus_seat(1)
    panel.grab()
    shown = "\n".join(plain_text(display) for display in table.desk.painter.painted)
    assert "Hold a town meeting" in shown
    assert "radar" not in shown.lower()
    assert "Share the radar" in says(panel)
    assert "some quiet activity" in says(panel)


def test_choosing_a_cell_shows_nothing_and_stages_only_what_is_turned_over(qtbot, table):
    panel = seat(qtbot, table, RevealPanel)
    press(panel, "reveal_seat_TAV")
    assert table.asked == []
    assert table.staged == []
    press(panel, "reveal_show_next")
    press(panel, "reveal_seat_TAV")
    assert table.staged == [Item("reveal seat", 1, "TAV")]


def test_another_wording_is_kept_by_ctrl_enter_and_changes_no_room(qtbot, table):
    panel = seat(qtbot, table, RevealPanel)
    press(panel, "reveal_show_next")
    press(panel, "reveal_seat_CAL")
    before = table.state.room
    field = part(panel, "reveal_wording_P1")
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "A ship sails.")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert table.asked[-1] == do.ChangeWording("P1", "A ship sails.")
    assert table.state.room == before


def test_wording_that_is_being_typed_survives_a_redraw_and_a_restart(qtbot, table):
    panel = seat(qtbot, table, RevealPanel)
    field = part(panel, "reveal_wording_P1")
    field.setFocus()
    QTest.keyClicks(field, " And more")
    table.submit(do.StartTimer())
    assert field.toPlainText().endswith("And more")
    panel.hide()
    table.panel = None
    again = seat(qtbot, table, RevealPanel)
    assert part(again, "reveal_wording_P2").toPlainText().startswith("Calder's president")


def test_the_picture_has_the_words_as_they_are_typed(qtbot, table):
    panel = seat(qtbot, table, RevealPanel)
    press(panel, "reveal_show_next")
    press(panel, "reveal_seat_CAL")
    field = part(panel, "reveal_wording_P1")
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "A ship sails.")
    panel.grab()
    assert "A ship sails." in plain_text(table.desk.painter.painted[-1])
    assert table.state.now.plays[0].wording == ""
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    panel.grab()
    assert "A ship sails." in plain_text(table.desk.painter.painted[-1])


def test_after_the_closing_it_says_who_signed(qtbot):
    table = Table()
    table.play_to(Phase.REVEAL, 2)
    panel = seat(qtbot, table, RevealPanel)
    assert "Joint, Tavia signed" in says(panel)
    assert "asked to sign" not in says(panel)


@pytest.mark.parametrize(
    ("signers", "open_words", "closed_words"),
    [
        (
            ("AUS",),
            "Joint, Australia signed, Japan asked to sign",
            "Joint, Australia signed (asked, did not sign: Japan)",
        ),
        (
            (),
            "Joint, Japan and Australia asked to sign",
            "Joint, nobody signed (asked, did not sign: Japan and Australia)",
        ),
        (("JPN", "AUS"), "Joint, Japan and Australia signed", "Joint, Japan and Australia signed"),
    ],
)
def test_signatures_are_said_as_they_stand(signers, open_words, closed_words):
    book = compile_deck(read_deck(paths.scenarios() / "lengthening-shadow"))
    play = PlayedMove("US", "U04", "joint", asked=("JPN", "AUS"), signers=signers)
    assert row_words(book, play) == open_words
    assert move_view(book, 1, play).words == closed_words


def test_every_control_has_a_name(qtbot, table):
    assert unnamed(seat(qtbot, table, RevealPanel)) == []
