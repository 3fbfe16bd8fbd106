"""Everything fits: in small and large windows, at 100 and 125 per cent, with 2, 4 and 8 cells."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from app.core import actions as do
from app.core.values import Consultation, Item, Phase, PlayedMove
from tests.alliance import alliance, tutorial
from tests.gui.console.walk import faults_of

PHASES = (Phase.OPENING, Phase.BRIEF, Phase.DELIBERATE, Phase.CONSULT)
SIZES = ((1280, 720), (1440, 900), (2560, 1440))
PLAYS = (
    PlayedMove("US", "U05", "solo"),
    PlayedMove("US", "U01", "joint", "JPN", "PRC", asked=("JPN", "AUS")),
    PlayedMove("JPN", "J03", "joint", asked=("US",)),
    PlayedMove("ROK", "K05", "joint"),
    PlayedMove("AUS", "A08", "solo"),
)


def busy(console, phase, book=None, **more):
    """A console in a phase in which much has happened."""
    rig = console(book or alliance(), phase=Phase.DELIBERATE, **more)
    rig.do(*(do.AddMove(play) for play in PLAYS), do.HandIn("AUS"))
    if phase is Phase.CONSULT:
        rig.go_to(phase)
        for asking, asked, about in (("US", "AUS", "U05"), ("JPN", "ROK", "tracks both ways")):
            rig.do(do.OpenConsultation(Consultation(asking, asked, about)))
        rig.do(do.AnswerConsultation("US", "AUS", "U05", "objects"))
    QApplication.processEvents()
    return rig


def settle():
    for _ in range(3):
        QApplication.processEvents()


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("factor", [1.0, 1.25])
def test_every_phase_fits(console, phase, size, factor):
    rig = console(tutorial(), phase=phase, size=size, factor=factor)
    settle()
    assert rig.window.size().toTuple() == size
    assert faults_of(rig.window) == []


@pytest.mark.parametrize("phase", [Phase.DELIBERATE, Phase.CONSULT])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("factor", [1.0, 1.25])
def test_a_busy_turn_fits(console, phase, size, factor):
    rig = busy(console, phase, size=size, factor=factor)
    settle()
    assert rig.window.size().toTuple() == size
    assert faults_of(rig.window) == []


@pytest.mark.parametrize("size", SIZES)
def test_what_is_typed_or_picked_fits(console, size):
    rig = busy(console, Phase.DELIBERATE, size=size)
    rig.find("hand_in_line").setText("u01 joint jpn prc")
    settle()
    assert faults_of(rig.window) == []
    rig.find("add_JPN").click()
    settle()
    assert faults_of(rig.window) == []
    rig.find("card_J01").click()
    settle()
    assert faults_of(rig.window) == []


def test_a_notice_fits_too(console):
    rig = busy(console, Phase.DELIBERATE, size=(1280, 720))
    rig.controller.submit(do.HandIn("ROK"))
    settle()
    assert rig.find("banner").isVisible()
    assert faults_of(rig.window) == []


@pytest.mark.parametrize("handed_in", [0, 3, 8])
def test_eight_cells_fit(console, handed_in):
    book = alliance(8)
    rig = console(book, phase=Phase.DELIBERATE, size=(1280, 720))
    rig.do(*(do.HandIn(seat.id) for seat in book.deck.seats[:handed_in]))
    settle()
    assert rig.window.size().toTuple() == (1280, 720)
    assert faults_of(rig.window) == []


def test_the_window_can_be_as_small_as_promised(console):
    for phase in PHASES:
        rig = console(phase=phase, factor=1.25, size=(1280, 720))
        rig.do(do.Show(Item("opening")))
        smallest = rig.window.minimumSizeHint()
        assert smallest.width() <= 1280
        assert smallest.height() <= 720
