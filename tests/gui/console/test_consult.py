"""Consult: opening, answering and signing, by line and by clicks; what silence means, in words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from app.core import actions as do
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


def test_unanswered_come_first_and_silence_is_said(rig):
    rig.do(
        do.OpenConsultation(Consultation("US", "AUS", "U05")),
        do.OpenConsultation(Consultation("US", "JPN", "U05")),
        do.AnswerConsultation("US", "AUS", "U05", "objects"),
    )
    words = words_of(rig)
    assert words.index("1 without an answer") < words.index("1 answered")
    assert "Silence counts as accepts when the hand-in closes." in words
    assert "Opened: US 2 of 3" in words


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
