"""A deck with a variant: the page follows the choice, and the session is played with that deck."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from app.bootstrap import make_record
from app.config.paths import scenarios
from app.core.compile import compile_deck
from app.core.setups import default_setup, refitted
from app.core.values import CellSetup
from app.deck.catalog import Catalog
from app.deck.read import read_deck
from app.deck.variants import with_variant
from app.gui.deck_in_hand import DeckInHand
from app.gui.desktop import Desktop
from app.gui.layouts import slug
from app.gui.setup import SetupScreen
from app.session.exercise import Exercise
from app.store.library import Library
from tests.core.small import texts_of
from tests.gui.seating import new_look, part, press, says, squeezed, unnamed, write
from tests.gui.test_setup import BOOK
from tests.pact import pact_deck, parts

THREE = "three-cells"


@pytest.fixture(params=[(1440, 900), (1280, 720)])
def screen(request, qtbot) -> SetupScreen:
    """The page for a deck with a variant, and the deck behind it."""
    made = SetupScreen(new_look())
    qtbot.addWidget(made)
    made.resize(*request.param)
    made.set_compact(request.param[0] < 1440)
    hand = DeckInHand(pact_deck())
    made.set_deck(hand.whole, hand.proposed())
    made.variant_chosen.connect(lambda variant: hand.play_as(variant, made))
    made.show()
    return made


def seats(screen: SetupScreen) -> list[str]:
    return [cell.seat for cell in screen.setup().cells]


def test_a_variant_changes_the_seats_and_what_is_said_of_it(screen):
    assert "All 4 cells, every card." in says(screen)
    press(screen, "setup_variant_three_cells")
    assert seats(screen) == ["US", "JPN", "ROK"]
    assert screen.setup().variant == THREE
    assert "Without Australia, for up to fifteen people." in says(screen)
    assert "6 people in 3 cells" in says(screen)
    assert not any(card.isVisible() for card in screen.findChildren(QWidget, "setup_cell_AUS"))
    press(screen, "setup_variant_whole")
    assert seats(screen) == ["US", "JPN", "ROK", "AUS"]
    assert screen.setup().variant == ""


def test_what_was_typed_stays_when_a_variant_is_chosen(screen):
    write(screen, "setup_place", "Room 2")
    part(screen, "setup_cell_JPN").clear()
    write(screen, "setup_cell_JPN", "Blue table")
    press(screen, "setup_heads_ROK_people_in_republic_of_korea_one_more")
    press(screen, "setup_variant_three_cells")
    setup = screen.setup()
    assert setup.place == "Room 2"
    cells = {cell.seat: cell for cell in setup.cells}
    assert (cells["JPN"].cell, cells["ROK"].heads) == ("Blue table", 3)


def test_the_page_is_whole_with_either_choice(screen):
    for variant in ("three_cells", "whole"):
        press(screen, f"setup_variant_{variant}")
        assert unnamed(screen) == []
        assert squeezed(screen) == []


@pytest.mark.parametrize("size", [(1440, 900), (1280, 720)])
def test_the_flagships_page_fits_with_all_of_it_and_with_its_variant(qtbot, size):
    made = SetupScreen(new_look())
    qtbot.addWidget(made)
    made.resize(*size)
    made.set_compact(size[0] < 1440)
    hand = DeckInHand(read_deck(scenarios() / "lengthening-shadow"))
    made.set_deck(hand.whole, hand.proposed())
    made.variant_chosen.connect(lambda variant: hand.play_as(variant, made))
    made.show()
    for variant in (*hand.whole.variants, None):
        press(made, f"setup_variant_{slug(variant.id) if variant else 'whole'}")
        assert squeezed(made) == []
        assert part(made, "setup_change_deck").visibleRegion().boundingRect() == (
            part(made, "setup_change_deck").rect()
        )


def test_an_objective_is_ticked_by_its_words_too(qtbot):
    made = SetupScreen(new_look())
    qtbot.addWidget(made)
    made.set_deck(BOOK.deck, default_setup(BOOK))
    made.show()
    box = part(made, "setup_objective_O1")
    before = box.isChecked()
    label = next(w for w in box.parentWidget().findChildren(QLabel))
    QTest.mouseClick(label, Qt.MouseButton.LeftButton)
    assert box.isChecked() is not before


def test_a_deck_without_variants_offers_none(qtbot):
    made = SetupScreen(new_look())
    qtbot.addWidget(made)
    made.set_deck(BOOK.deck, default_setup(BOOK))
    made.show()
    assert not made.seats.variant.isVisible()


def test_a_refitted_setup_keeps_the_seats_of_both_and_drops_the_others():
    whole = pact_deck()
    book = compile_deck(with_variant(whole, THREE))
    before = replace(
        default_setup(compile_deck(whole)),
        watch_tensions=("T1", "T99"),
        cells=(CellSetup("US", "Here", 4), CellSetup("AUS", "There", 1)),
    )
    after = refitted(before, book)
    assert after.cells[0] == CellSetup("US", "Here", 4)
    assert [cell.seat for cell in after.cells] == ["US", "JPN", "ROK"]
    assert (after.watch_tensions, after.variant) == (("T1",), THREE)


def test_a_session_keeps_the_deck_of_its_variant(qtbot, tmp_path):
    folder = tmp_path / "decks" / "small"
    folder.mkdir(parents=True)
    for file, text in texts_of(**parts()).items():
        (folder / file).write_text(text, encoding="utf-8")

    def open_record():
        library = Library.open(tmp_path / "library.db")
        return library, make_record(library)

    desktop = Desktop(lambda: Catalog((folder.parent,)), open_record, time.time, new_look())
    try:
        with qtbot.waitSignal(desktop.stocked):
            desktop.show()
        press(desktop.window, "home_use_small")
        press(desktop.window, "setup_variant_three_cells")
        press(desktop.window, "setup_start")
        assert desktop.sitting is not None
        played = desktop.sitting.controller
        session = desktop.sitting.exercise.session
        assert [seat.id for seat in played.book.deck.seats] == ["US", "JPN", "ROK"]
        assert played.state.setup.variant == THREE
        library, record = open_record()
        again = Exercise.resume(record, session, time.time)
        assert [seat.id for seat in again.book.deck.seats] == ["US", "JPN", "ROK"]
        assert again.book.deck.variant == THREE
        library.close()
    finally:
        desktop.close()
