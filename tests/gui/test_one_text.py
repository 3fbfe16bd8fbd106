"""One text by real events: its lines are settled, it is signed, and it is settled once closed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget

from app.core import actions as do
from app.core.compile import compile_deck
from app.core.display import TextPage
from app.core.values import CellSetup, Draft, Item, Phase
from app.gui.console.adjudicate import AdjudicatePanel
from app.gui.console.reveal import RevealPanel
from app.gui.console.text_words import (
    needed_words,
    signers_words,
    standing_words,
    summary_words,
)
from tests.gui.console.conftest import MAKE
from tests.gui.console.rig import Rig
from tests.gui.seating import new_look, press, squeezed, unnamed
from tests.pact import PROCEDURE, TEXT, pact, pact_deck, pact_setup

PANELS = {**MAKE, Phase.REVEAL: RevealPanel, Phase.ADJUDICATE: AdjudicatePanel}
SIZES = [(1440, 900), (1280, 720)]
Open = Callable[..., Rig]


@pytest.fixture
def opened(qapp: QApplication) -> Iterator[Open]:
    """A console on the made-up deck, in a phase of its last turn."""
    made: list[Rig] = []

    def make(
        phase: Phase, size: tuple[int, int] = SIZES[0], factor: float = 1.0, **more: object
    ) -> Rig:
        more = {"setup": pact_setup(), "book": pact(), **more}
        rig = Rig(new_look(factor=factor), make=PANELS, size=size, **more).open()  # type: ignore[arg-type]
        rig.window.activateWindow()
        rig.go_to(phase, 2)
        made.append(rig)
        return rig

    yield make
    for rig in made:
        rig.close()


def draft(rig: Rig) -> Draft:
    return rig.exercise.state.now.draft(TEXT)


def panel(rig: Rig) -> QWidget:
    return rig.window.area.panel


def click(rig: Rig, name: str) -> None:
    press(panel(rig), name)
    QApplication.processEvents()


def stands(rig: Rig) -> str:
    return panel(rig).findChild(QLabel, f"text_{TEXT}_stands").text()


def words(parent: QWidget) -> str:
    return "\n".join(w.text() for w in parent.findChildren(QLabel) if w.isVisibleTo(parent))


def open_card(rig: Rig) -> None:
    """Open the card where it is folded."""
    card = panel(rig).findChild(QWidget, f"text_{TEXT}")
    if not card.is_open:
        click(rig, f"text_{TEXT}_fold")


# --- drafting and signing ------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("phase", [Phase.DELIBERATE, Phase.CONSULT])
def test_a_text_is_drafted_and_signed_by_clicks(opened, phase, size):
    rig = opened(phase, size)
    open_card(rig)
    assert stands(rig) == "No signature: there is no text yet."
    assert "Two signatures make a text." in words(panel(rig))
    click(rig, "text_pact_threats_firm")
    click(rig, "text_pact_talks_balanced")
    click(rig, "text_pact_signs_japan")
    assert stands(rig) == "One signature: there is no text yet."
    click(rig, "text_pact_signs_us")
    assert stands(rig) == "Two signatures: the text stands."
    assert dict(draft(rig).lines) == {"threats": "firm", "talks": "balanced"}
    assert draft(rig).signers == ("JPN", "US")
    click(rig, "text_pact_signs_japan")
    assert draft(rig).signers == ("US",)
    assert rig.refusals == []
    assert rig.rooms == []


@pytest.mark.parametrize("phase", [Phase.DELIBERATE, Phase.CONSULT])
def test_it_is_done_by_keyboard_alone(opened, phase):
    rig = opened(phase, SIZES[1])
    fold = panel(rig).findChild(QWidget, "text_pact_fold")
    fold.setFocus()
    QTest.keyClick(fold, Qt.Key.Key_Space)
    QApplication.processEvents()
    reached: list[str] = []
    for _ in range(30):
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.append(focused.objectName())
        if focused.objectName() in ("text_pact_wording_balanced", "text_pact_signs_rok"):
            QTest.keyClick(focused, Qt.Key.Key_Space)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert draft(rig).lines == (("wording", "balanced"),)
    assert draft(rig).signers == ("ROK",)
    assert reached.index("text_pact_threats_firm") < reached.index("text_pact_signs_us")


def test_the_default_stands_and_is_said_to_until_it_is_chosen(opened):
    rig = opened(Phase.DELIBERATE)
    assert words(panel(rig)).count("by default") == 4
    click(rig, "text_pact_threats_silent")
    assert words(panel(rig)).count("by default") == 3
    assert draft(rig).lines == (("threats", "silent"),)


def test_undo_takes_a_signature_back_and_the_card_follows(opened):
    rig = opened(Phase.DELIBERATE)
    click(rig, "text_pact_signs_japan")
    rig.controller.undo()
    assert stands(rig) == "No signature: there is no text yet."
    assert not panel(rig).findChild(QWidget, "text_pact_signs_japan").isChecked()


def test_an_empty_seat_cannot_sign_and_the_card_says_why(opened):
    setup = pact_setup()
    cells = (*setup.cells[:3], CellSetup("AUS", heads=0, played_by="nobody"))
    rig = opened(Phase.DELIBERATE, setup=replace(setup, cells=cells))
    assert not panel(rig).findChild(QWidget, "text_pact_signs_australia").isEnabled()
    assert "Nobody plays Australia: it signs nothing." in words(panel(rig))


def test_only_who_is_named_may_sign(opened):
    book = compile_deck(pact_deck(procedures=[{**PROCEDURE, "sign": ["allies"]}]))
    rig = opened(Phase.DELIBERATE, book=book, setup=pact_setup(book))
    assert panel(rig).findChild(QWidget, "text_pact_signs_us") is None
    assert panel(rig).findChild(QWidget, "text_pact_signs_rok").isEnabled()


def test_another_turn_has_no_such_card(qapp):
    first = Rig(new_look(), pact(), PANELS, setup=pact_setup()).open()
    for phase in (Phase.DELIBERATE, Phase.CONSULT, Phase.REVEAL):
        first.go_to(phase)
        assert first.window.area.panel.findChild(QWidget, f"text_{TEXT}") is None
        assert first.window.area.panel.findChild(QWidget, f"settled_{TEXT}") is None
    first.close()


def test_many_or_long_options_stand_in_a_list(opened):
    options = {f"o{n}": f"The {n}th way to say the same thing at length" for n in range(5)}
    lines = [{"id": "threats", "label": "Threats", "options": options, "default": "o0"}]
    effect = {"gauge": "ESC", "change": 1}
    book = compile_deck(pact_deck(procedures=[{**PROCEDURE, "lines": lines, "effects": [effect]}]))
    rig = opened(Phase.DELIBERATE, SIZES[1], book=book, setup=pact_setup(book))
    open_card(rig)
    box = panel(rig).findChild(QComboBox, "text_pact_threats")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert draft(rig).lines == (("threats", "o1"),)
    assert squeezed(panel(rig)) == []


# --- fitting -------------------------------------------------------------------------------------


@pytest.mark.parametrize("factor", [1.0, 1.25])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("phase", [Phase.DELIBERATE, Phase.CONSULT, Phase.REVEAL])
def test_the_card_fits_and_is_named_folded_and_open(opened, phase, size, factor):
    rig = opened(Phase.DELIBERATE, size, factor=factor)
    rig.do(*(do.SignText(TEXT, seat) for seat in ("US", "JPN", "ROK", "AUS")))
    rig.go_to(phase, 2)
    for _ in range(2):
        assert squeezed(panel(rig)) == []
        assert unnamed(panel(rig)) == []
        assert panel(rig).minimumSizeHint().height() <= panel(rig).height()
        if phase is not Phase.REVEAL:
            click(rig, f"text_{TEXT}_fold")


def test_in_a_small_window_the_open_card_takes_the_lines_place_and_gives_it_back(opened):
    rig = opened(Phase.DELIBERATE, SIZES[1])
    line = rig.find("hand_in_line")
    assert line.isVisible()
    click(rig, f"text_{TEXT}_fold")
    assert not line.isVisible()
    assert all(rig.find(f"seat_{seat}").isVisible() for seat in ("US", "JPN", "ROK", "AUS"))
    press(panel(rig), "add_JPN")
    assert not panel(rig).findChild(QWidget, f"text_{TEXT}_signs").isVisible()
    assert panel(rig).card.isVisible()


def test_folded_it_still_says_what_stands(opened):
    rig = opened(Phase.CONSULT, SIZES[1])
    rig.do(do.SettleLine(TEXT, "talks", "firm"), do.SignText(TEXT, "US"))
    said = words(panel(rig))
    assert "One signature: there is no text yet." in said
    assert "talks firm" in said


# --- once it is closed ---------------------------------------------------------------------------


def test_once_closed_it_is_shown_as_settled_and_can_be_made_ready(opened):
    rig = opened(Phase.DELIBERATE)
    rig.do(do.SettleLine(TEXT, "threats", "firm"))
    rig.do(do.SignText(TEXT, "US"), do.SignText(TEXT, "ROK"))
    rig.go_to(Phase.REVEAL, 2)
    said = words(panel(rig).findChild(QWidget, f"settled_{TEXT}"))
    for part in ("Two signatures: the text stands.", "Threats", "Firm", "Signed by the US and"):
        assert part in said
    click(rig, f"stage_text_{TEXT}")
    assert rig.controller.staged.item == Item("text", 2, TEXT)
    assert rig.rooms == []
    QTest.mouseClick(rig.find("show_staged"), Qt.MouseButton.LeftButton)
    screen = rig.controller.room.screen
    assert isinstance(screen, TextPage)
    assert [one.name for one in screen.signers] == ["United States", "Republic of Korea"]


def test_a_text_that_did_not_come_about_stays_with_the_facilitator(opened):
    rig = opened(Phase.DELIBERATE)
    rig.do(do.SettleLine(TEXT, "threats", "firm"), do.SignText(TEXT, "JPN"))
    rig.go_to(Phase.REVEAL, 2)
    said = words(panel(rig).findChild(QWidget, f"settled_{TEXT}"))
    assert "One signature: there is no text." in said
    assert "Signed by Japan. The room sees neither." in said
    assert "Firm" not in said
    rig.controller.show(Item("text", 2, TEXT))
    assert rig.controller.room.screen == TextPage("One text", "There is no text")


def test_before_it_is_closed_the_run_sheet_cannot_stage_it(opened):
    rig = opened(Phase.CONSULT)
    rig.controller.stage(Item("text", 2, TEXT))
    assert [refusal.code for refusal in rig.refusals] == ["StillDrafted"]
    assert rig.controller.staged.item != Item("text", 2, TEXT)


# --- in the ledger -------------------------------------------------------------------------------


def test_adjudicate_names_a_texts_lines_by_its_title_and_why_says_what_it_says(opened):
    rig = opened(Phase.DELIBERATE)
    rig.do(do.SettleLine(TEXT, "talks", "firm"))
    rig.do(do.SignText(TEXT, "US"), do.SignText(TEXT, "ROK"))
    rig.go_to(Phase.ADJUDICATE, 2)
    said = words(panel(rig))
    assert "One text +1" in said
    assert "pact" not in said
    click(rig, "open_ESC")
    said = words(panel(rig))
    assert "Talks in writing" in said
    assert "Text gives −1" in said
    click(rig, "why_moves_procedure_pact_esc")
    why = words(rig.find("why_popover"))
    for part in (
        "One text gives −1.",
        "Draft one statement, then sign or stand aside.",
        "Threats silent, wording silent, talks firm, umbrella silent. Signed by the US and",
    ):
        assert part in why
    assert squeezed(panel(rig)) == []


# --- words ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("signers", "open_words", "closed_words"),
    [
        ((), "No signature: there is no text yet.", "No signature: there is no text."),
        (("US",), "One signature: there is no text yet.", "One signature: there is no text."),
        (("US", "JPN"), "Two signatures: the text stands.", "Two signatures: the text stands."),
        (
            ("US", "JPN", "ROK", "AUS"),
            "All four sign: the text stands.",
            "All four sign: the text stands.",
        ),
    ],
)
def test_what_stands_is_said_in_words(signers, open_words, closed_words):
    one = Draft(TEXT, (), signers)
    assert standing_words(pact(), one) == open_words
    assert standing_words(pact(), one, is_closed=True) == closed_words


def test_a_text_in_one_line():
    one = Draft(TEXT, (("talks", "firm"),), ("ROK", "US"))
    assert summary_words(pact(), one) == (
        "Threats silent, wording silent, talks firm, umbrella silent."
    )
    assert signers_words(pact(), one) == "Signed by the US and the ROK."
    assert needed_words(pact().procedure(TEXT)) == "Two signatures make a text."
