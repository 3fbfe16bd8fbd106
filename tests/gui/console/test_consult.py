"""Consult: opening, answering and signing, by line and by clicks; what silence means, in words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.core import actions as do
from app.core.events import SignatureAnswered
from app.core.values import Consultation, Phase, PlayedMove
from tests.alliance import alliance

PLAYS = (
    PlayedMove("US", "U05", "solo"),
    PlayedMove("US", "U01", "joint", "JPN", "PRC", asked=("JPN", "AUS")),
    PlayedMove("AUS", "A08", "solo"),
)


@pytest.fixture
def rig(console):
    made = console(alliance(), phase=Phase.DELIBERATE)
    made.do(*(do.AddMove(play) for play in PLAYS))
    made.do(*(do.HandIn(seat) for seat in ("US", "JPN", "AUS")))
    made.go_to(Phase.CONSULT)
    return made


def type_line(rig, text, modifier=Qt.KeyboardModifier.NoModifier):
    line = rig.find("consult_line")
    line.setFocus()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return, modifier)


def words_of(rig):
    return [label.text() for label in rig.window.area.findChildren(QLabel) if label.isVisible()]


def test_a_line_opens_and_a_line_answers(rig):
    type_line(rig, "us aus u05")
    assert rig.exercise.state.now.consultations == (Consultation("US", "AUS", "U05"),)
    type_line(rig, "aus us u05 supports")
    assert rig.exercise.state.now.consultations[0].answer == "supports"
    assert rig.find("consult_line").text() == ""


def test_a_general_matter_is_kept_word_for_word(rig):
    type_line(rig, "jpn rok Tracks, both ways")
    assert rig.exercise.state.now.consultations[0].about == "Tracks, both ways"


def test_a_consultation_is_taken_back_by_its_button(rig):
    type_line(rig, "us aus u05")
    QTest.mouseClick(rig.find("take_back_answer_US_AUS_U05"), Qt.MouseButton.LeftButton)
    assert rig.exercise.state.now.consultations == ()
    assert rig.exercise.undo_step.name == "Consultation taken back: Restate the umbrella"


def test_unanswered_come_first_and_silence_is_said(rig):
    rig.do(
        do.OpenConsultation(Consultation("US", "AUS", "U05")),
        do.OpenConsultation(Consultation("US", "JPN", "U05")),
        do.AnswerConsultation("US", "AUS", "U05", "objects"),
    )
    words = words_of(rig)
    assert words.index("1 without an answer") < words.index("1 answered")
    assert "Silence counts as accepts when the hand-in closes." in words
    assert "Opened: US 2 of 3, Japan 0 of 3, ROK 0 of 3, Australia 0 of 3." in words


def test_the_three_part_switch_answers_and_changes_an_answer(rig):
    rig.do(do.OpenConsultation(Consultation("US", "AUS", "U05")))
    rig.find("answer_US_AUS_U05_objects").click()
    assert rig.exercise.state.now.consultations[0].answer == "objects"
    rig.find("answer_US_AUS_U05_accepts").click()
    assert rig.exercise.state.now.consultations[0].answer == "accepts"


def test_a_consultation_is_opened_by_clicks(rig):
    rig.find("consult_add").click()
    for name in ("ask_who_us", "ask_whom_australia", "ask_about_u05", "ask_open"):
        rig.find(name).click()
    assert rig.exercise.state.now.consultations == (Consultation("US", "AUS", "U05"),)


def test_signatures_are_given_and_withdrawn_with_their_price(rig):
    rig.find("sign_U01_JPN").click()
    assert rig.exercise.state.now.plays[1].signers == ("JPN",)
    assert "signed, pays 1" in words_of(rig)
    rig.find("sign_U01_JPN").click()
    assert rig.exercise.state.now.plays[1].signers == ()


def test_a_signature_by_line(rig):
    type_line(rig, "jpn signs")
    assert rig.exercise.state.now.plays[1].signers == ("JPN",)
    assert any("1 of 2 given; no move hangs on the rest" in words for words in words_of(rig))


def test_a_seat_that_cannot_pay_is_told_so_in_a_sentence(rig):
    rig.do(do.ReopenSeat("JPN"), do.AddMove(PlayedMove("JPN", "J03", "quiet", addressee="US")))
    rig.do(do.AddMove(PlayedMove("JPN", "J01", "solo")))
    for signed in ("U01",):
        rig.controller.submit(do.AnswerSignature(signed, "JPN", True))
    assert rig.exercise.state.now.plays[1].signers == ("JPN",)
    assert not rig.find("banner").isVisible()


def test_a_move_can_still_come_in_by_the_same_line(rig):
    type_line(rig, "k04 solo", Qt.KeyboardModifier.ControlModifier)
    assert rig.exercise.state.now.plays[-1] == PlayedMove("ROK", "K04", "solo")
    assert "ROK" in rig.exercise.state.now.handed_in


def test_who_is_missing_is_named_and_can_hand_in(rig):
    rig.do(do.AnswerSignature("U01", "JPN", True))
    assert rig.find("main_action").text() == "Close with 1 missing"
    rig.find("hand_in_ROK").click()
    assert rig.find("main_action").text() == "Close hand-in"
    assert rig.find("main_action").isEnabled()


def test_an_answer_to_what_was_not_asked_is_refused_in_words(rig):
    type_line(rig, "aus jpn supports ")
    assert "has not asked" in rig.find("banner").accessibleDescription()
    assert rig.exercise.state.now.consultations == ()


@pytest.fixture
def refused(console):
    """A joint move whose only signer objects; both cells have handed in."""
    made = console(phase=Phase.DELIBERATE)
    play = PlayedMove("CAL", "P1", "joint", host="TAV", target="DRO", asked=("TAV",))
    made.do(do.AddMove(play), do.HandIn("CAL"), do.HandIn("TAV", on_paper=True))
    made.go_to(Phase.CONSULT)
    made.do(
        do.OpenConsultation(Consultation("CAL", "TAV", "P1")),
        do.AnswerConsultation("CAL", "TAV", "P1", "objects"),
    )
    return made


def click(rig, name):
    QApplication.processEvents()
    QTest.mouseClick(rig.find(name), Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def test_a_declined_signature_is_recorded_said_and_undone(refused):
    click(refused, "decline_P1_TAV")
    assert isinstance(refused.exercise.entries[-1].event, SignatureAnswered)
    assert refused.exercise.entries[-1].event.signed is False
    assert "declined" in words_of(refused)
    refused.controller.undo()
    assert "declined" not in words_of(refused)
    click(refused, "decline_P1_TAV")
    click(refused, "sign_P1_TAV")
    assert refused.exercise.state.now.plays[0].signers == ("TAV",)


def test_a_move_that_nobody_signs_is_made_solo_and_the_hand_in_closes(refused):
    assert not refused.find("main_action").isEnabled()
    said = " ".join(words_of(refused))
    assert "Unsigned, it keeps the hand-in open. Solo, Calder plays it alone." in said
    assert "The cell is reopened and handed in again." in said
    click(refused, "unjoin_P1")
    (play,) = refused.exercise.state.now.plays
    assert (play.channel, play.asked, play.signers) == ("solo", (), ())
    assert set(refused.exercise.state.now.handed_in) == {"CAL", "TAV"}
    assert refused.exercise.state.now.on_paper == ("TAV",)
    assert refused.find("main_action").isEnabled()


def test_a_move_that_nobody_signs_is_taken_back_and_the_hand_in_closes(refused):
    click(refused, "take_back_P1")
    assert refused.exercise.state.now.plays == ()
    assert set(refused.exercise.state.now.handed_in) == {"CAL", "TAV"}
    assert refused.find("main_action").isEnabled()


def test_a_card_that_is_only_joint_offers_to_be_taken_back(console):
    rig = console(phase=Phase.DELIBERATE)
    rig.do(do.AddMove(PlayedMove("CAL", "P3", "joint", asked=("TAV",))))
    rig.go_to(Phase.CONSULT)
    QApplication.processEvents()
    assert not rig.find("unjoin_P3").isVisible()
    assert "It cannot be played alone." in " ".join(words_of(rig))
    click(rig, "take_back_P3")
    assert rig.exercise.state.now.plays == ()


def test_hand_in_takes_the_legal_move_that_is_still_typed(rig):
    line = rig.find("consult_line")
    line.setFocus()
    QTest.keyClicks(line, "k04 solo")
    QApplication.processEvents()
    button = rig.window.area.panel.findChild(QWidget, "hand_in_ROK")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert rig.exercise.state.now.plays[-1] == PlayedMove("ROK", "K04", "solo")
    assert "ROK" in rig.exercise.state.now.handed_in


def test_an_unknown_word_beside_a_move_opens_nothing_and_stays_in_the_line(rig):
    type_line(rig, "us aus u05 maybe")
    assert rig.exercise.state.now.consultations == ()
    assert rig.find("consult_line").text() == "us aus u05 maybe"
    assert "“maybe” is no word of this line" in rig.find("banner").accessibleDescription()
