"""The report's screen: for whom, into which folder, and what came of it, all of it readable."""

from __future__ import annotations

import pytest

from app.gui.report_screen import ReportScreen
from tests.gui.seating import new_look, part, press, says, squeezed, unnamed, write

LONG = "/home/somebody/Documents/exercises-of-this-autumn/reports/" + "a-long-name-" * 8 + ".html"
REFUSED = f"The file could not be written. {LONG}: Permission denied. Choose another folder."


@pytest.fixture
def screen(qtbot) -> ReportScreen:
    made = ReportScreen(new_look())
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.set_session("Monday group", "The Empty Berth, 3 notes", "/reports")
    made.show()
    return made


def test_participants_get_what_every_seat_may_see(screen):
    assert "Only what every seat may see: no private injects, no quiet moves" in says(screen)
    assert "the room has seen" not in says(screen)


@pytest.mark.parametrize("say", [ReportScreen.set_refused, ReportScreen.set_written])
def test_a_long_answer_is_wrapped_and_not_cut(screen, say):
    say(screen, REFUSED)
    says(screen)
    label = screen._said._text
    assert squeezed(screen) == []
    assert screen.width() == 1280
    assert label.height() >= label.heightForWidth(label.width()) > 2 * label.fontMetrics().height()


def test_export_asks_for_the_readers_and_the_folder(screen, qtbot):
    part(screen, "report_folder").clear()
    assert not part(screen, "report_export").isEnabled()
    write(screen, "report_folder", "/other")
    with qtbot.waitSignal(screen.export_requested) as asked:
        press(screen, "report_export")
    assert (asked.args[0].audience, asked.args[0].folder) == ("participants", "/other")


def test_every_control_has_a_name(screen):
    assert unnamed(screen) == []
