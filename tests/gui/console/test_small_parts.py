"""Tags in notes, and planned against actual time."""

from __future__ import annotations

import pytest

from app.core import actions as do
from app.core.values import Phase
from app.gui.console.schedule import course, steps, turn_minutes
from app.gui.console.tags import Tagged, read_tags
from tests.alliance import alliance, tutorial


@pytest.mark.parametrize(
    ("typed", "tagged"),
    [
        ("@jpn they want to be seen", Tagged("they want to be seen", "JPN")),
        ("seen @Japan", Tagged("seen", "JPN")),
        ("@korea waits #t13", Tagged("waits", "ROK", ("T13",))),
        ("#T13 both #T01", Tagged("both", "", ("T13", "T01"))),
        ("3 bombers @ noon", Tagged("3 bombers @ noon")),
        ("write to a@b.org", Tagged("write to a@b.org")),
        ("@zz nobody", Tagged("@zz nobody")),
        ("one\n@us two", Tagged("one\n two", "US")),
    ],
)
def test_tags_are_taken_only_where_they_are_meant(typed, tagged):
    found = read_tags(alliance(), typed)
    assert (found.seat, found.tensions) == (tagged.seat, tagged.tensions)
    assert found.text.split() == tagged.text.split()


def test_time_used_and_the_end_move_together(console):
    rig = console(phase=Phase.DELIBERATE)
    rig.wait(9 * 60)
    time = course(tutorial(), rig.exercise.state, rig.now)
    assert time.delay == "6 min behind"
    shown = {step.name: step for step in steps(tutorial(), rig.exercise.state, rig.now)}
    assert shown["Deliberate"].detail == "9 of 1 min"
    assert (shown["Brief"].state, shown["Consult"].state) == ("done", "future")


def test_on_time_is_said_in_words(console):
    rig = console()
    assert course(tutorial(), rig.exercise.state, rig.now).delay == "on time"
    assert rig.window.top.findChild(type(rig.find("top_blank")), "top_undo") is not None


def test_a_turn_that_is_over_says_what_it_used(console):
    rig = console(phase=Phase.DELIBERATE)
    rig.wait(300)
    rig.do(do.HandIn("CAL"), do.HandIn("TAV"))
    rig.go_to(Phase.BRIEF, 2)
    assert turn_minutes(tutorial(), rig.exercise.state, 1, rig.now) == "5 of 4 min"
    assert turn_minutes(tutorial(), rig.exercise.state, 2, rig.now) == "4 min"
