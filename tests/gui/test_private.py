"""Private injects go to their seats only: in Brief, on the seat sheet, never to the room."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.core import actions as do
from app.core.actions import Refusal
from app.core.compile import compile_deck
from app.core.display import DisplayState, plain_text
from app.core.room import picture
from app.core.values import Answers, Consultation, Item, Phase, PlayedMove
from app.gui.console.adjudicate import AdjudicatePanel
from app.gui.console.reveal import RevealPanel
from app.gui.console.seat_papers import seat_papers
from app.gui.console.seat_sheet import SeatSheet
from tests.core.given import NOW, Course
from tests.core.small import card
from tests.core.walker import every_item
from tests.gui.console.conftest import MAKE
from tests.gui.console.rig import Rig
from tests.gui.seating import new_look, squeezed, unnamed
from tests.pact import TEXT, pact, pact_deck, pact_setup, private

PANELS = {**MAKE, Phase.REVEAL: RevealPanel, Phase.ADJUDICATE: AdjudicatePanel}


@pytest.fixture(params=[(1440, 900), (1280, 720)])
def rig(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Rig]:
    """The console on the made-up deck, in Brief of its first turn."""
    made = Rig(new_look(), pact(), PANELS, size=request.param, setup=pact_setup()).open()
    made.window.activateWindow()
    made.go_to(Phase.BRIEF)
    yield made
    made.close()


def held(rig: Rig, seat: str) -> QWidget:
    """The button that shows a cell its sheet; it is to be seen."""
    found = [w for w in rig.window.findChildren(QWidget, f"one_cell_{seat}") if w.isVisible()]
    assert len(found) == 1
    return found[0]


def words(parent: QWidget) -> str:
    return "\n".join(w.text() for w in parent.findChildren(QLabel) if w.isVisibleTo(parent))


def test_brief_lists_what_was_given_to_whom_with_its_source_and_question(rig):
    said = words(rig.window)
    for part in ("P1 Memo P1", "Joint Staff, memo · Year One", "Only JPN may read P1."):
        assert part in said
    assert "Whom do you tell?" in said
    assert "Given to this cell only" in said
    assert squeezed(rig.window.area) == []
    assert unnamed(rig.window.area) == []


def test_an_inject_for_two_cells_has_a_row_for_each(rig):
    rig.go_to(Phase.BRIEF, 2)
    assert held(rig, "US").isEnabled()
    assert held(rig, "ROK").isEnabled()
    assert not [w for w in rig.window.findChildren(QWidget, "one_cell_JPN") if w.isVisible()]


def test_the_facilitators_words_with_an_inject_stand_in_the_speaking_notes(rig):
    said = words(rig.window)
    assert "With “Memo P1”: Hand P1 over face down." in said
    assert "Expect to hear of “Memo P1”: A quarrel about telling." in said


def test_the_sheet_is_there_while_the_button_is_held_and_is_the_cells_own(rig):
    button, sheet = held(rig, "JPN"), rig.window.findChild(SeatSheet)
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    said = words(sheet)
    for part in ("Only JPN may read P1.", "Joint Staff, memo · Year One", "Whom do you tell?"):
        assert part in said
    assert "For Japan only" in said
    assert "Concern of JPN." in said
    assert "5 of 5 effort left, 0 of 2 moves in, 2 consultations left." in said
    assert sheet.geometry() == rig.window.rect()
    assert squeezed(sheet) == []
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert not sheet.isVisible()
    assert rig.rooms == []


def test_another_cells_sheet_has_none_of_it(rig):
    sheet = rig.window.findChild(SeatSheet)
    QTest.mousePress(rig.find("seat_sheet_ROK"), Qt.MouseButton.LeftButton)
    said = words(sheet)
    assert "Concern of ROK." in said
    for part in ("P1", "Japan only", "Concern of JPN.", "Hand P1"):
        assert part not in said


def test_the_room_can_neither_stage_nor_show_it(rig):
    item = Item("inject", 1, "P1")
    rig.controller.stage(item)
    rig.controller.show(item)
    assert [refusal.code for refusal in rig.refusals] == ["PrivateInject"] * 2
    assert rig.controller.staged.item != item
    assert rig.rooms == []


def test_pressing_enter_on_its_row_of_the_run_sheet_is_refused_in_words(rig):
    sheet = rig.window.sheet.sheet
    rows = [sheet.model().index(i, 0) for i in range(sheet.model().rowCount())]
    row = next(
        i
        for i in rows
        if "P1 Memo P1" in str(i.data(Qt.ItemDataRole.AccessibleTextRole))
        or "P1 Memo P1" in str(i.data())
    )
    sheet.setCurrentIndex(row)
    sheet.setFocus()
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    assert "it never goes to the room" in words(rig.window.area)
    assert rig.rooms == []


def test_no_picture_of_a_whole_exercise_holds_a_private_word() -> None:
    course = Course(pact_setup(), pact())
    items = list(every_item(course.book))
    secret = ("Only JPN", "Only US and ROK", "Hand P", "A quarrel", "Memo P", "Concern of")
    seen = 0
    while course.state.phase is not Phase.HOT_WASH:
        course.given(do.EnterNextPhase())
        for item in items:
            shown = picture(course.book, course.state, item, NOW)
            if isinstance(shown, DisplayState):
                seen += 1
                assert not any(part in plain_text(shown) for part in secret), item
            elif item.kind == "inject" and item.turn in (1, 2):
                assert isinstance(shown, Refusal)
                assert shown.code == "PrivateInject"
    assert seen > 100


# --- what the sheet holds ------------------------------------------------------------------------


def test_a_paper_is_kept_with_its_turn() -> None:
    course = Course(pact_setup(), pact()).to(Phase.BRIEF, 2)
    papers = seat_papers(course.book, course.state, "JPN")
    assert papers.papers == ()
    assert [(p.title, p.since) for p in papers.earlier] == [("Memo P1", "From turn 1")]


def test_an_inject_that_names_a_group_goes_to_each_of_it() -> None:
    book = compile_deck(pact_deck(injects=[private("P1", "allies")]))
    course = Course(pact_setup(book), book).to(Phase.BRIEF)
    told = [s.id for s in book.deck.seats if seat_papers(book, course.state, s.id).papers]
    assert told == ["JPN", "ROK", "AUS"]


def test_what_is_left_and_answered_is_said() -> None:
    course = Course(pact_setup(), pact()).to(Phase.DELIBERATE)
    course.given(do.AddMove(PlayedMove("JPN", "J1", "solo")))
    course.given(do.OpenConsultation(Consultation("JPN", "US", "J1")))
    course.given(do.AnswerConsultation("JPN", "US", "J1", "objects"))
    papers = seat_papers(course.book, course.state, "JPN")
    assert papers.left == "4 of 5 effort left, 1 of 2 moves in, 1 consultation left"
    assert papers.answers == ("The United States objects: Card J1",)


def test_a_text_lies_before_each_cell_without_the_others_signatures() -> None:
    course = Course(pact_setup(), pact()).to(Phase.DELIBERATE, 2)
    course.given(do.SettleLine(TEXT, "talks", "firm"), do.SignText(TEXT, "ROK"))
    own = seat_papers(course.book, course.state, "ROK").requests
    other = seat_papers(course.book, course.state, "JPN").requests
    words = "One text: Threats silent, wording silent, talks firm, umbrella silent."
    assert own == (f"{words} You sign.",)
    assert other == (f"{words} You have not signed.",)
    course.to(Phase.REVEAL, 2)
    assert seat_papers(course.book, course.state, "JPN").requests == ()


def test_a_sheet_does_not_give_the_turns_gauges_away_before_its_poll_is_over() -> None:
    poll = {
        "id": "felt",
        "kind": "scale",
        "short": "How sure",
        "question": "How sure are you?",
        "asked": ["JPN"],
    }
    turn = pact_deck().turns[0].model_dump(exclude={"minutes"}, exclude_none=True)
    turns = [{**turn, "turn": n, "polls": ["felt"], "tensions": ["T1"]} for n in (1, 2)]
    jump = card("J1", "JPN", effects=[{"gauge": "aJPN", "change": 3}])
    book = compile_deck(pact_deck(polls=[poll], turns=turns, moves=[jump]))
    course = Course(pact_setup(book), book).to(Phase.DELIBERATE)
    course.given(do.AddMove(PlayedMove("JPN", "J1", "solo")))

    def own() -> str:
        return dict(seat_papers(book, course.state, "JPN").gauges)["Gauge aJPN"]

    before = own()
    course.to(Phase.POLL)
    assert course.state.gauges["aJPN"] == 8
    assert own() == before
    course.given(do.EnterAnswers(Answers("felt", "JPN", values=(5.0, 5.0)))).to(Phase.DISCUSS)
    assert own() != before
