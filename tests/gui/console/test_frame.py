"""The console's frame: one door to the room, staged beside live, undo by name, plain refusals."""

from __future__ import annotations

import random

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from app.core import actions as do
from app.core.display import Blank, Hold
from app.core.values import Item, Phase, PlayedMove
from app.errors import LibraryUnwritable
from app.gui.widgets.banner import Banner, Notice
from app.gui.widgets.buttons import Kind
from tests.alliance import alliance, tutorial
from tests.players import Player

ROOM_WIDGETS = {
    "show_staged", "undo_show", "hold", "top_blank", "page_back", "page_on",
    "timer_toggle", "timer_less", "timer_more", "timer_reset",
}  # fmt: skip
ROOM_ACTIONS = (do.Show, do.UndoShow, do.BlankRoom, do.UnblankRoom, do.TurnPage)
TIMER_ACTIONS = (do.StartTimer, do.PauseTimer, do.AdjustTimer, do.ResetTimer)
PATROL = PlayedMove("CAL", "P1", "joint", host="TAV", target="DRO", asked=("TAV",))


def text_of(rig, name):
    return rig.find(name, QLabel).text()


@pytest.mark.parametrize("seed", range(6))
def test_nothing_but_the_room_s_own_actions_changes_the_room(console, seed):
    rig = console()
    rig.do(do.Show(Item("hold")))
    before, rng = rig.controller.room, random.Random(seed)
    player = Player(rig.exercise.book, seed)
    for _ in range(60):
        if rng.random() < 0.5:
            press_something(rig, rng)
        else:
            action, text = player.draw(rig.exercise.state, rig.exercise.entries)
            if not isinstance(action, (*ROOM_ACTIONS, *TIMER_ACTIONS, do.StartSession)):
                rig.controller.submit_note(action, text) if text else rig.controller.submit(action)
        assert rig.controller.room.screen == before.screen


def press_something(rig, rng):
    buttons = [
        button
        for button in rig.window.findChildren(QAbstractButton)
        if button.isVisible() and button.isEnabled() and button.objectName() not in ROOM_WIDGETS
        and not button.objectName().startswith(("capture_seat", "capture_tension"))
    ]  # fmt: skip
    keyed = [a for name, a in rig.window.actions_by_name.items() if name in ("main", "undo", "redo",
             "capture", "next_pane", "seat_1")]  # fmt: skip
    if rng.random() < 0.3:
        rng.choice(keyed).trigger()
    else:
        rng.choice(buttons).click()


def test_the_room_is_black_until_something_is_shown(console):
    rig = console(phase=Phase.DELIBERATE)
    assert isinstance(rig.controller.room.screen, Blank)


def test_show_puts_up_what_was_ready_and_makes_the_next_ready(console):
    rig = console()
    assert rig.controller.staged.item == Item("hold")
    rig.find("show_staged").click()
    assert isinstance(rig.controller.room.screen, Hold)
    assert rig.controller.staged.item == Item("opening")


def test_staging_and_going_on_do_not_unblank(console):
    rig = console()
    rig.do(do.Show(Item("hold")), do.BlankRoom())
    rig.controller.stage(Item("opening"))
    rig.find("main_action").click()
    assert isinstance(rig.controller.room.screen, Blank)
    assert rig.find("top_blank").text() == "Screen is blank"


def test_unblank_gives_back_what_was_under_the_black(console):
    rig = console()
    rig.find("show_staged").click()
    before = rig.controller.room
    rig.find("top_blank").click()
    rig.find("top_blank").click()
    assert rig.controller.room == before


def test_undo_show_gives_the_room_back_bit_for_bit(console):
    rig = console()
    rig.find("show_staged").click()
    before = rig.controller.room
    rig.find("show_staged").click()
    assert rig.controller.room != before
    rig.find("undo_show").click()
    assert rig.controller.room == before


def test_undoing_what_is_on_screen_puts_up_hold_first(console):
    rig = console(phase=Phase.BRIEF)
    rig.do(do.Show(Item("inject", 1, "I1")))
    rig.find("bottom_undo").click()
    assert isinstance(rig.controller.room.screen, Hold)


def test_what_is_staged_by_hand_stays_until_shown_or_the_phase_changes(console):
    rig = console()
    rig.controller.stage(Item("opening"))
    assert rig.controller.staged.item == Item("opening")
    rig.find("main_action").click()
    assert rig.controller.staged.item == Item("inject", 1, "I1")


def test_place_and_dot_are_two_things(console):
    rig = console()
    rig.do(do.Show(Item("hold")), do.EnterNextPhase())
    assert rig.window.sheet.sheet.place() == "inject/1/I1"
    labels = [rig.window.sheet.sheet.model().index(i, 0).data() for i in range(2)]
    assert labels[1] == "Hold card"


def test_enter_in_the_run_sheet_stages_and_shows_nothing(console, qtbot):
    from PySide6.QtCore import Qt

    rig = console()
    sheet = rig.window.sheet.sheet
    sheet.set_place("opening/0/")
    sheet.setFocus()
    qtbot.keyClick(sheet, Qt.Key.Key_Return)
    assert rig.controller.staged.item == Item("opening")
    assert isinstance(rig.controller.room.screen, Blank)


def test_a_private_inject_cannot_be_staged_and_says_why(console):
    rig = console(phase=Phase.BRIEF)
    rig.controller.stage(Item("inject", 1, "I2"))
    banner = rig.find("banner", Banner)
    assert banner.isVisible()
    assert "never goes to the room" in banner.accessibleDescription()


def test_a_refusal_goes_with_the_next_thing_that_works(console):
    rig = console(phase=Phase.DELIBERATE)
    rig.do(do.HandIn("CAL"))
    assert not rig.controller.submit(do.HandIn("CAL"))
    assert rig.find("banner").isVisible()
    rig.do(do.HandIn("TAV"))
    assert not rig.find("banner").isVisible()


def test_undo_names_what_it_takes_back(console):
    rig = console(phase=Phase.DELIBERATE)
    rig.do(do.AddMove(PATROL))
    undo = rig.find("bottom_undo")
    assert "Patrol under flag" in undo.accessibleName()
    undo.click()
    assert rig.exercise.state.now.plays == ()


def test_what_cannot_be_recorded_has_not_happened_and_is_said(console):
    rig = console(phase=Phase.DELIBERATE)
    rig.record.failing = LibraryUnwritable("The disk is full.", remedy="Make room.")
    assert not rig.controller.submit(do.HandIn("CAL"))
    assert rig.exercise.state.now.handed_in == ()
    assert "The disk is full." in rig.find("banner").accessibleDescription()
    rig.record.failing = None


def test_the_main_action_names_its_outcome_and_shows_nothing(console):
    rig = console()
    button = rig.find("main_action")
    assert button.text() == "Start turn 1"
    assert button.kind is Kind.MAIN
    button.click()
    assert rig.exercise.state.phase is Phase.BRIEF


def test_a_shut_hand_in_says_why_beside_the_button(console):
    rig = console(phase=Phase.DELIBERATE)
    rig.do(do.AddMove(PATROL))
    rig.go_to(Phase.CONSULT)
    assert not rig.find("main_action").isEnabled()
    assert "No signature yet" in text_of(rig, "main_sentence")


def test_pages_turn_within_what_is_shown_and_stop_at_the_ends(console):
    rig = console()
    rig.do(do.Show(Item("opening")))
    assert not rig.find("page_back").isEnabled()
    rig.find("page_on").click()
    assert rig.controller.room.page == 1
    rig.window.actions_by_name["page_on"].trigger()
    assert rig.controller.room.page == 1
    assert rig.exercise.state.phase is Phase.OPENING


def test_time_and_ticks_of_a_shown_hand_in_stay_live(console):
    rig = console(phase=Phase.DELIBERATE)
    rig.do(do.Show(Item("deliberate", 1)), do.StartTimer())
    rig.wait(5)
    assert rig.controller.room.screen.time.seconds == 55
    rig.do(do.HandIn("TAV"))
    assert [cell.handed_in for cell in rig.controller.room.screen.cells] == [False, True]


def test_the_timer_ends_nothing(console):
    rig = console(phase=Phase.DELIBERATE)
    rig.find("timer_toggle").click()
    rig.wait(600)
    assert rig.exercise.state.phase is Phase.DELIBERATE
    rig.find("timer_more").click()
    assert rig.exercise.state.timer.total == 120
    rig.find("timer_reset").click()
    assert rig.exercise.state.timer.deadline is None


def test_notes_are_kept_with_seat_and_tension(console):
    rig = console(phase=Phase.DELIBERATE)
    rig.find("capture_kind_quote").click()
    rig.find("capture_text").set_text("@tav We read it in the paper. #T13")
    rig.find("capture_text").saved.emit("")
    note = rig.exercise.state.notes[0]
    assert (note.kind, note.seat, note.tensions) == ("quote", "TAV", ("T13",))
    assert rig.exercise.note_texts()[note.id] == "We read it in the paper."
    assert rig.find("capture_text").toPlainText() == ""


def test_a_note_that_could_not_be_kept_stays_in_the_field(console):
    rig = console()
    rig.find("capture_text").set_text("Do not lose me")
    rig.record.failing = LibraryUnwritable("The disk is full.", remedy="Make room.")
    rig.window.capture.save()
    assert rig.find("capture_text").toPlainText() == "Do not lose me"
    rig.record.failing = None


def test_what_is_being_typed_is_a_draft(console, qtbot):
    rig = console()
    qtbot.keyClicks(rig.find("capture_text"), "half a sent")
    rig.papers.flush()
    assert rig.exercise.drafts()["capture"] == "half a sent"


@pytest.mark.parametrize("book", [tutorial(), alliance()])
def test_the_whole_turn_can_be_pressed_through_without_typing(console, book):
    rig = console(book)
    for _ in range(8):
        rig.find("main_action").click()
    assert rig.exercise.state.turn == 2


def test_a_phase_is_skipped_by_name_and_reason(console, qtbot):
    from PySide6.QtCore import Qt

    rig = console(phase=Phase.DELIBERATE)
    rig.window.actions_by_name["find"].trigger()
    field = rig.find("finder_field")
    qtbot.keyClicks(field, "skip this")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClicks(field, "we run late today")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert rig.exercise.state.phase is Phase.CONSULT
    assert not rig.find("finder_field").isVisible()


def test_without_a_display_the_thumbnail_says_so_and_one_press_asks_for_it(console, qtbot):
    rig = console()
    rig.do(do.Show(Item("hold")))
    rig.window.set_screen_name("")
    assert rig.find("live_thumbnail").accessibleDescription() == "No room display"
    with qtbot.waitSignal(rig.window.room_requested):
        rig.find("open_room").click()
    rig.window.set_screen_name("Projector, 1920 × 1080")
    assert "The Empty Berth" in rig.find("live_thumbnail").accessibleDescription()


def test_a_lost_display_stays_said_until_it_is_back(console):
    rig = console(phase=Phase.DELIBERATE)
    rig.window.set_notice(Notice("Room display disconnected.", action="Open room display"))
    rig.do(do.HandIn("CAL"))
    assert not rig.controller.submit(do.HandIn("CAL"))
    assert "has handed in" in rig.find("banner").accessibleDescription()
    rig.do(do.HandIn("TAV"))
    assert rig.find("banner").accessibleDescription() == "Room display disconnected."
    rig.window.set_screen_name("Projector")
    assert not rig.find("banner").isVisible()
