"""The consultation line: asking, answering, signing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.core.actions import Action, AnswerConsultation, AnswerSignature, OpenConsultation
from app.core.consult_line import ParsedAsking, parse_asking
from app.core.state import State, TurnRecord
from app.core.values import Consultation, PlayedMove
from tests.alliance import alliance

PLAYS = (
    PlayedMove("US", "U05", "solo"),
    PlayedMove("US", "U01", "joint", "JPN", "PRC", asked=("JPN", "ROK")),
    PlayedMove("AUS", "A08", "solo"),
)
OPEN = (
    Consultation("US", "AUS", "U05"),
    Consultation("JPN", "ROK", "tracks both ways"),
    Consultation("US", "JPN", "U01"),
    Consultation("US", "JPN", "U05"),
)


def state() -> State:
    gauges = {gauge.id: gauge.start for gauge in alliance().deck.gauges}
    turn = TurnRecord(1, gauges, gauges, plays=PLAYS, consultations=OPEN)
    return State(turn=1, turns=(TurnRecord(0, gauges, gauges), turn), gauges=gauges)


def read(text: str) -> ParsedAsking:
    return parse_asking(alliance(), state(), text)


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("aus us a08", OpenConsultation(Consultation("AUS", "US", "A08"))),
        ("Australia, US, parliamentary", OpenConsultation(Consultation("AUS", "US", "A08"))),
        ("jpn us fuel and beds", OpenConsultation(Consultation("JPN", "US", "fuel and beds"))),
        (
            "jpn us General: the press, at home",
            OpenConsultation(Consultation("JPN", "US", "the press, at home")),
        ),
        ("aus us u05 supports", AnswerConsultation("US", "AUS", "U05", "supports")),
        ("us aus u05 objects", AnswerConsultation("US", "AUS", "U05", "objects")),
        ("aus us acc", AnswerConsultation("US", "AUS", "U05", "accepts")),
        (
            "rok jpn tracks both ways accepts",
            AnswerConsultation("JPN", "ROK", "tracks both ways", "accepts"),
        ),
        ("rok jpn accepts", AnswerConsultation("JPN", "ROK", "tracks both ways", "accepts")),
        ("jpn us u01 supports", AnswerConsultation("US", "JPN", "U01", "supports")),
        ("jpn signs u01", AnswerSignature("U01", "JPN", True)),
        ("jpn signs", AnswerSignature("U01", "JPN", True)),
        ("rok declines u01", AnswerSignature("U01", "ROK", False)),
    ],
)
def test_a_line_asks_answers_and_signs(text: str, action: Action) -> None:
    assert read(text).action == action


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("jpn us u05 ", "U05 is a move of the United States, which alone can ask about it."),
        ("jpn us supports", "Say about what: more than one is open."),
        ("aus jpn supports", "Japan has not asked Australia about it."),
        ("aus signs u01", "Australia has not been asked to sign it."),
    ],
)
def test_what_cannot_be_is_said(text: str, problem: str) -> None:
    parsed = read(text)
    assert parsed.action is None
    assert parsed.problems == (problem,)


@pytest.mark.parametrize("text", ["", "jpn", "jpn us", "signs"])
def test_a_line_that_is_not_whole_does_nothing_and_complains_of_nothing(text: str) -> None:
    parsed = read(text)
    assert parsed.action is None
    assert parsed.problems == ()


def test_the_echo_says_it_back() -> None:
    assert read("aus us a08").sentence == "Australia asks the United States. Parliamentary inquiry."
    assert read("jpn us about the weather").sentence.endswith("General: the weather.")
    assert read("jpn signs").sentence == "Japan signs Bomber visit."


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("", ["us", "jpn", "rok", "aus"]),
        ("aus u", ["us"]),
        ("us aus ", ["u05", "u01"]),
        ("aus us ", ["a08", "u05", "supports", "accepts", "objects"]),
        ("aus us u05 s", ["supports"]),
        ("jpn signs ", ["u01"]),
    ],
)
def test_completion_offers_what_may_come_next(text: str, offered: list[str]) -> None:
    assert [completion.word for completion in read(text).completions] == offered


def test_a_signature_once_given_is_not_asked_for_again() -> None:
    signed = replace(PLAYS[1], signers=("JPN",))
    turn = replace(state().now, plays=(PLAYS[0], signed))
    now = replace(state(), turns=(state().turns[0], turn))
    assert parse_asking(alliance(), now, "jpn signs").action is None


@pytest.mark.parametrize(
    ("text", "unknown"),
    [("us aus u01 maybe", "maybe"), ("aus us u05 suports", "suports"), ("us aus u01 prc", "prc")],
)
def test_a_word_without_a_place_beside_a_move_is_refused(text, unknown):
    parsed = read(text)
    assert parsed.action is None
    assert parsed.problems == (f"“{unknown}” is no word of this line: supports, accepts, objects.",)


def test_a_signature_takes_no_word_that_it_does_not_know():
    parsed = read("jpn signs maybe")
    assert parsed.action is None
    assert parsed.problems == ("“maybe” is no word of this line: the move to sign.",)


@pytest.mark.parametrize(
    "matter", ["The press, at home", "A fleet for the winter", "on Monday", "the quay"]
)
def test_a_general_matter_keeps_its_small_words(matter):
    assert read(f"jpn us {matter}").action == OpenConsultation(Consultation("JPN", "US", matter))
    answered = read(f"jpn us about {matter}").action
    assert answered == OpenConsultation(Consultation("JPN", "US", matter))


@pytest.mark.parametrize(
    ("answer", "said"),
    [("objects", "objects to what"), ("supports", "supports what"), ("accepts", "accepts what")],
)
def test_an_answer_is_said_back_as_a_sentence(answer: str, said: str) -> None:
    assert read(f"jpn us u01 {answer}").sentence.startswith(f"Japan {said} the United States asked")
