"""Set-up: everything may be left as proposed; what is changed ends up in the value."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.core.setups import default_setup
from app.core.values import CellSetup
from app.gui.setup import SetupScreen
from app.gui.setup_sections.options_section import ends_at
from app.gui.setup_sections.screen_tile import ScreenChoice
from tests.gui.seating import new_look, part, press, says, squeezed, unnamed, write
from tests.players import tutorial

BOOK = tutorial()
PROPOSED = default_setup(BOOK, "Monday group")
SCREENS = (
    ScreenChoice("laptop", "This laptop", "1920 × 1080", is_console=True),
    ScreenChoice("beamer", "Projector", "1920 × 1080"),
)


def opened(qtbot, proposed=PROPOSED, size=(1440, 900), factor=1.0) -> SetupScreen:
    screen = SetupScreen(new_look(factor=factor))
    qtbot.addWidget(screen)
    screen.resize(*size)
    screen.set_compact(size[0] < 1440)
    screen.set_deck(BOOK.deck, proposed)
    screen.set_screens(SCREENS, "beamer")
    screen.show()
    return screen


@pytest.fixture
def screen(qtbot) -> SetupScreen:
    return opened(qtbot)


def test_what_is_proposed_and_left_alone_is_what_starts(screen, qtbot):
    with qtbot.waitSignal(screen.start_requested) as started:
        press(screen, "setup_start")
    assert started.args == [PROPOSED]


def test_every_part_of_a_setup_is_shown_and_given_back(qtbot):
    proposed = replace(
        PROPOSED,
        cells=(CellSetup("CAL", "Blue", 5), CellSetup("TAV", "Green", 0, "facilitator")),
        place="Seminar room 2",
        purpose="To guess better",
        objectives=("O2",),
        watch_tensions=("T07",),
        handling="",
        white_cell="Facilitator, adjudicator, rapporteur",
        chatham_house=False,
        attribution="by seat",
        mode="rigid",
        reveal_policy="every turn",
        reveal_order="all at once",
        dice="program",
        minutes=(("deliberate", 6),),
        seed=41,
        rehearsal=True,
        room_theme="light",
        room_scale=1.15,
        planned_start="13:30",
    )
    assert opened(qtbot, proposed).setup() == proposed


def test_a_session_without_a_title_does_not_start_and_says_so(screen):
    part(screen, "setup_title").clear()
    assert not part(screen, "setup_start").isEnabled()
    assert "The session needs a title." in says(screen)


def test_a_session_without_people_does_not_start(screen):
    for seat in ("CAL", "TAV"):
        part(screen, f"setup_played_{seat}").setCurrentIndex(1)
    assert not part(screen, "setup_start").isEnabled()
    assert "At least one seat needs people." in says(screen)


def test_people_are_counted_and_a_seat_of_the_facilitators_has_none(screen):
    press(screen, "setup_heads_TAV_tavia_one_more".replace("tavia_", "people_in_tavia_"))
    assert "5 people in 2 cells" in says(screen)
    part(screen, "setup_played_CAL").setCurrentIndex(1)
    assert screen.setup().cells[0] == CellSetup("CAL", "Table 1", 0, "facilitator")
    assert "3 people in 1 cell" in says(screen)


def test_the_length_and_the_end_follow_the_minutes_and_the_start(screen):
    write(screen, "setup_start_time", "13:30")
    assert "10 min, ends 13:40." in says(screen)
    part(screen, "setup_minutes_deliberate").clear()
    write(screen, "setup_minutes_deliberate", "11")
    assert "30 min, ends 14:00." in says(screen)
    assert screen.setup().minutes == (("deliberate", 11),)


def test_minutes_that_are_left_alone_stay_the_decks_own(screen):
    assert screen.setup().minutes == ()


@pytest.mark.parametrize(
    ("start", "end"), [("13:30", "14:30"), ("23:30", "0:30"), ("half past", ""), ("25:00", "")]
)
def test_an_end_needs_a_time_of_day(start, end):
    assert ends_at(start, 60) == end


def test_a_seed_is_asked_for_only_where_the_program_throws(screen):
    assert part(screen, "setup_seed").isHidden()
    press(screen, "setup_dice_program")
    assert not part(screen, "setup_seed").isHidden()


def test_the_console_s_own_screen_is_shown_and_not_offered(screen, qtbot):
    assert not part(screen, "setup_screen_laptop").isEnabled()
    with qtbot.waitSignal(screen.screen_chosen) as chosen:
        press(screen, "setup_screen_beamer")
    assert chosen.args == ["beamer"]


def test_one_screen_alone_says_that_the_room_is_a_window(screen):
    screen.set_screens(SCREENS[:1], "")
    assert "the room opens as a window of its own" in says(screen)
    assert part(screen, "setup_identify").isHidden()


@pytest.mark.parametrize("size", [(1440, 900), (1280, 720)])
@pytest.mark.parametrize("factor", [1.0, 1.25])
def test_no_text_is_squeezed_and_nothing_lies_beyond_the_edge(qtbot, size, factor):
    screen = opened(qtbot, size=size, factor=factor)
    area = part(screen, "setup_scroll")
    assert squeezed(screen) == []
    assert area.widget().width() <= area.viewport().width()


def test_all_six_sections_stand_on_one_page_without_scrolling(qtbot):
    screen = opened(qtbot)
    area = part(screen, "setup_scroll")
    assert area.widget().sizeHint().height() <= area.viewport().height()


def test_every_control_has_a_name(screen):
    assert unnamed(screen) == []


@pytest.mark.parametrize("start", ["25:99", "24:00", "13:60", "half past one", "1330", "-1:30"])
def test_a_start_that_is_no_time_of_day_waits_and_says_so(screen, qtbot, start):
    write(screen, "setup_start_time", start)
    assert not part(screen, "setup_start").isEnabled()
    assert f"“{start}” is no time of day" in says(screen)
    with qtbot.assertNotEmitted(screen.start_requested):
        screen._on_start()


@pytest.mark.parametrize("start", ["", "00:00", "23:59", "9:05", " 13:30 "])
def test_a_start_may_be_a_time_or_be_left_empty(screen, qtbot, start):
    write(screen, "setup_start_time", start)
    with qtbot.waitSignal(screen.start_requested) as started:
        press(screen, "setup_start")
    assert started.args[0].planned_start == start.strip()


def test_a_short_deck_has_no_break_after_turn_3(screen):
    assert "After turn 3" not in says(screen)
    screen.set_deck(BOOK.deck, replace(PROPOSED, reveal_policy="after turn 3 and at the end"))
    assert screen.setup().reveal_policy == "at the end"


def test_a_deck_of_four_turns_has_a_break_after_turn_3(screen):
    turns = (*BOOK.deck.turns, *BOOK.deck.turns)
    long = BOOK.deck.model_copy(update={"turns": turns})
    screen.set_deck(long, replace(PROPOSED, reveal_policy="after turn 3 and at the end"))
    assert "After turn 3, and at the end" in says(screen)
    assert screen.setup().reveal_policy == "after turn 3 and at the end"


def test_screens_that_show_one_picture_are_told_of(screen):
    screen.set_screens(SCREENS, "beamer", "Both screens show the same picture.")
    assert "Both screens show the same picture." in says(screen)
    screen.set_screens(SCREENS, "beamer")
    assert "Both screens show" not in says(screen)
