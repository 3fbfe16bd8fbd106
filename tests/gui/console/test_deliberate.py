"""Deliberate: moves by one line, moves by clicks, effort and legality live, handing in."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from app.core import actions as do
from app.core.values import Phase, PlayedMove
from app.gui.console.mouse_move import Draft, assemble, draft_of, groups
from app.gui.widgets.effort_pips import EffortPips
from tests.alliance import alliance, tutorial

CTRL = Qt.KeyboardModifier.ControlModifier
VISIT = PlayedMove("US", "U01", "joint", host="JPN", target="PRC", asked=("JPN",))
NINE = (
    ("US", ("u01 joint jpn prc", "u05 solo", "u12 home")),
    ("JPN", ("j03 joint us", "j01")),
    ("ROK", ("k05 joint us", "k04 solo")),
    ("AUS", ("a07 rok", "a08")),
)
CLICKS = {
    "US": (("U01", "channel_joint", "host_japan", "target_prc"), ("U05", "channel_solo"),
           ("U12", "whom_voters")),
    "JPN": (("J03", "channel_joint", "signers_us"), ("J01",)),
    "ROK": (("K05", "channel_joint", "signers_us"), ("K04", "channel_solo")),
    "AUS": (("A07", "signers_rok"), ("A08",)),
}  # fmt: skip


@pytest.fixture
def rig(console):
    return console(alliance(), phase=Phase.DELIBERATE)


def plays_of(rig):
    return rig.exercise.state.now.plays


def type_line(rig, text, key=Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.NoModifier):
    line = rig.find("hand_in_line")
    line.setFocus()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, key, modifier)


def pips_of(rig, seat):
    pips = next(p for p in rig.find(f"seat_{seat}").findChildren(EffortPips) if p.isVisible())
    return pips.accessibleDescription()


def test_enter_adds_the_move_that_stands_in_the_line(rig):
    type_line(rig, "u01 joint jpn prc")
    assert plays_of(rig) == (VISIT,)
    assert rig.find("hand_in_line").text() == ""


def test_going_on_waits_while_a_move_is_typed_and_not_added(rig):
    line = rig.find("hand_in_line")
    line.setFocus()
    QTest.keyClicks(line, "u01 joint jpn prc")
    assert not rig.find("main_action").isEnabled()
    assert "not added" in rig.find("main_sentence").text()
    QTest.keyClick(line, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert rig.exercise.state.phase is Phase.DELIBERATE
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert rig.find("main_action").isEnabled()


def test_ctrl_enter_adds_what_is_typed_and_hands_the_cell_in(rig):
    type_line(rig, "u05 solo", modifier=CTRL)
    assert [play.move for play in plays_of(rig)] == ["U05"]
    assert rig.exercise.state.now.handed_in == ("US",)


def test_ctrl_enter_in_an_empty_line_hands_in_the_cell_last_typed(rig):
    type_line(rig, "j01")
    type_line(rig, "", modifier=CTRL)
    assert rig.exercise.state.now.handed_in == ("JPN",)


def test_enter_finishes_a_word_that_is_only_begun(rig):
    type_line(rig, "u01 joint jpn p")
    assert plays_of(rig) == ()
    assert rig.find("hand_in_line").text() == "u01 joint jpn prc "
    type_line(rig, "")
    assert plays_of(rig) == (VISIT,)


def test_tab_takes_the_word_offered_and_down_the_next(rig):
    line = rig.find("hand_in_line")
    line.setFocus()
    QTest.keyClicks(line, "u01 joint ")
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert line.text() == "u01 joint rok "
    assert line.hasFocus()


def test_what_is_typed_is_said_back_and_judged(rig):
    rig.find("hand_in_line").setText("u01 joint jpn prc")
    said = rig.find("hand_in_echo").accessibleDescription()
    assert "Bomber visit, joint with Japan. Hosted by Japan" in said
    assert "Legal. The US has 5 left, Japan 4 after signing." in said


def test_typing_shows_in_the_columns_what_it_takes_and_adds_nothing(rig):
    rig.find("hand_in_line").setText("u01 joint jpn prc")
    assert pips_of(rig, "US") == "5 of 7 effort left, 2 typed and not added"
    assert pips_of(rig, "JPN") == "4 of 5 effort left, 1 typed and not added"
    assert plays_of(rig) == ()
    rig.find("hand_in_line").setText("")
    assert pips_of(rig, "US") == "7 of 7 effort left"


def test_a_word_without_a_meaning_adds_nothing_and_says_so(rig):
    type_line(rig, "u01 joint xyz ")
    assert plays_of(rig) == ()
    assert "xyz" in rig.find("banner").accessibleDescription()
    assert rig.find("hand_in_line").text().strip() == "u01 joint xyz"


def test_typing_a_card_again_changes_it(rig):
    rig.do(do.AddMove(VISIT))
    type_line(rig, "u01 joint jpn dprk")
    assert [play.target for play in plays_of(rig)] == ["DPRK"]


def test_an_illegal_move_stands_with_its_reason_and_cannot_be_handed_in(rig):
    rig.do(do.AddMove(PlayedMove("ROK", "K05", "joint")))
    column = rig.find("seat_ROK")
    assert any("Not legal: Joint needs" in label.text() for label in column.findChildren(QLabel))
    assert not rig.find("hand_in_ROK").isEnabled()
    rig.find("take_back_K05").click()
    assert plays_of(rig) == ()
    assert rig.find("hand_in_ROK").isEnabled()


def test_a_request_to_sign_stands_in_the_column_that_would_pay(rig):
    rig.do(do.AddMove(VISIT))
    texts = [label.text() for label in rig.find("seat_JPN").findChildren(QLabel)]
    assert "Sign U01 Bomber visit" in texts
    assert "Asked by the US" in texts


def test_a_cell_that_handed_in_is_one_line_and_can_be_reopened(rig):
    rig.do(do.HandIn("AUS"))
    assert rig.find("folded_AUS").isVisible()
    assert rig.window.findChild(type(rig.find("seat_US")), "seat_AUS") is None
    rig.find("reopen_AUS").click()
    QApplication.processEvents()
    assert rig.find("seat_AUS").isVisible()


def test_a_cell_can_hand_in_on_paper(rig):
    rig.find("paper_ROK").click()
    assert rig.exercise.state.now.on_paper == ("ROK",)


def test_the_line_survives_what_happens_around_it(rig):
    line = rig.find("hand_in_line")
    line.setFocus()
    QTest.keyClicks(line, "u01 joi")
    rig.do(do.HandIn("AUS"), do.StartTimer())
    rig.wait(3)
    assert line.text() == "u01 joi"
    assert line.hasFocus()
    rig.papers.flush()
    assert rig.exercise.drafts()["hand-in line"] == "u01 joi"


def test_nine_moves_by_line_in_at_most_150_keystrokes(rig):
    strokes = 0
    for seat, lines in NINE:
        for text in lines[:-1]:
            type_line(rig, text)
        type_line(rig, lines[-1], modifier=CTRL)
        strokes += sum(len(text) + 1 for text in lines)
        assert seat in rig.exercise.state.now.handed_in
    assert len(plays_of(rig)) == 9
    assert strokes <= 150


def test_nine_moves_by_mouse_alone_in_at_most_70_clicks(rig):
    clicks = 0

    def click(name):
        nonlocal clicks
        widget = rig.find(name, QAbstractButton)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        clicks += 1

    for seat, moves in CLICKS.items():
        for card, *choices in moves:
            for name in (
                f"add_{seat}",
                f"card_{card}",
                *(f"pick_{c}" for c in choices),
                "pick_add",
            ):
                click(name)
        click(f"hand_in_{seat}")
    assert len(plays_of(rig)) == 9
    assert len(rig.exercise.state.now.handed_in) == 4
    assert plays_of(rig)[0] == VISIT
    assert clicks <= 70


def test_the_cards_say_why_not(console):
    rig = console(tutorial(), phase=Phase.DELIBERATE)
    rig.find("add_TAV").click()
    assert "Pressure in Tavia" in rig.find("card_F4").accessibleDescription()
    assert rig.find("card_F1").accessibleDescription() == "Joint, solo, quiet"


def test_pressing_a_move_s_row_opens_it_to_be_changed_or_taken_back(rig):
    rig.do(do.AddMove(VISIT))
    QTest.mouseClick(rig.find("move_U01"), Qt.MouseButton.LeftButton)
    rig.find("pick_target_dprk").click()
    rig.find("pick_add").click()
    assert plays_of(rig)[0].target == "DPRK"
    QTest.keyClick(rig.find("move_U01"), Qt.Key.Key_Return)
    rig.find("pick_take_back").click()
    assert plays_of(rig) == ()


def test_a_stray_space_after_change_leaves_the_channel(rig):
    before = PlayedMove("US", "U05", "quiet")
    rig.do(do.AddMove(before))
    rig.find("move_U05").setFocus()
    QTest.keyClick(rig.find("move_U05"), Qt.Key.Key_Return)
    assert rig.find("pick_add").hasFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert rig.exercise.state.now.plays[0].channel == "quiet"


def test_escape_closes_the_cards(rig):
    rig.find("add_US").click()
    QTest.keyClick(rig.find("card_U01"), Qt.Key.Key_Escape)
    assert rig.find("hand_in_line").isVisible()


def test_gauges_open_on_one_press_and_stay_private(rig):
    rig.find("gauges").click()
    assert rig.find("gauge_rows").isVisible()
    assert rig.rooms == []


# --- a move by clicks, as plain values -----------------------------------------------------------


def clicked(book, state, card, *clicks):
    draft = Draft(card)
    for group_key, key in clicks:
        group = next(g for g in groups(book, draft) if g.key == group_key)
        draft = draft.with_click(group, key)
    return assemble(book, state, draft)


def test_a_host_who_may_sign_is_asked_to(rig):
    state = rig.exercise.state
    clicks = (("channel", "joint"), ("host", "JPN"), ("target", "PRC"))
    assert clicked(alliance(), state, "U01", *clicks) == VISIT


def test_a_second_click_takes_a_signer_back(rig):
    state = rig.exercise.state
    clicks = (("channel", "joint"), ("signers", "JPN"), ("signers", "ROK"), ("signers", "JPN"))
    play = clicked(alliance(), state, "U05", *clicks)
    assert play is not None
    assert play.asked == ("ROK",)


def test_a_choice_of_two_keeps_the_last_two(rig):
    clicks = (("channel", "solo"), ("pair", "JPN"), ("pair", "ROK"), ("pair", "AUS"))
    play = clicked(alliance(), rig.exercise.state, "U13", *clicks)
    assert play is not None
    assert play.choices == (("pair", ("ROK", "AUS")),)


def test_another_channel_forgets_signers_and_addressee(rig):
    clicks = (("channel", "quiet"), ("addressee", "US"), ("channel", "solo"))
    play = clicked(alliance(), rig.exercise.state, "K04", *clicks)
    assert play == PlayedMove("ROK", "K04", "solo")


def test_a_draft_of_a_move_makes_the_same_move_again(rig):
    rig.do(do.AddMove(VISIT))
    assert assemble(alliance(), rig.exercise.state, draft_of(VISIT, alliance())) == VISIT
