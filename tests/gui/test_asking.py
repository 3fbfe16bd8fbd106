"""Consult in words: what may be asked and through whom, who counts as asked, who cannot sign."""

from __future__ import annotations

from typing import Any

import pytest

from app.core import actions as do
from app.core.asking import counted_as_asked, why_not_sign
from app.core.book import Book
from app.core.compile import compile_deck
from app.core.history import facts_of
from app.core.values import Consultation, Phase, PlayedMove
from app.gui.console.consult import ConsultPanel
from app.gui.console.consult_words import counted_words, opened_words
from app.gui.console.deliberate import DeliberatePanel
from tests.core.given import Course
from tests.core.small import card
from tests.gui.seating import part, press, says, seat, squeezed
from tests.gui.table import Table
from tests.pact import pact_deck, pact_setup

BODY = card("U1", consultations_later={"who": ["self", "signers"], "plus": 1})
SCRIPT = card("U2", counts_as_asked=[{"who": "signers"}])
ACT = card("U3")
TABLE = card(
    "A1",
    "AUS",
    cost=1,
    free_consulting=True,
    free_signing=True,
    asked_together=["allies"],
)
NEED = {
    "when": {"gauge": {"family": "pressure", "of": "each", "at_most": 4}},
    "say": "it is angry.",
}
PICKY = card("J1", "JPN", signing={"of": ["US", "ROK", "AUS"], "needs": [NEED]})


def asking_book(*moves: Any) -> Book:
    return compile_deck(pact_deck(moves=list(moves), variants=[], economy={"signing_cost": 1}))


def joint(move: str, *asked: str, seat: str = "US") -> PlayedMove:
    return PlayedMove(seat, move, "joint", asked=asked)


def test_what_each_cell_opened_is_said_of_how_many() -> None:
    book = asking_book(BODY, ACT)
    course = Course(pact_setup(book), book).to(Phase.CONSULT)
    course.given(do.OpenConsultation(Consultation("US", "JPN", "a word")))
    words = opened_words(book, course.state)
    assert words == "Opened: US 1 of 2, Japan 0 of 2, ROK 0 of 2, Australia 0 of 2."


def test_a_member_has_one_more_and_it_is_said_through_whom() -> None:
    book = asking_book(BODY, ACT)
    course = Course(pact_setup(book), book).to(Phase.DELIBERATE)
    course.given(do.AddMove(joint("U1", "JPN")), do.AnswerSignature("U1", "JPN", signed=True))
    course.to(Phase.CONSULT, 2)
    words = opened_words(book, course.state)
    assert "US 0 of 3 (1 more by U1), Japan 0 of 3 (1 more by U1), ROK 0 of 2" in words


def test_no_limit_is_said_with_the_card_that_lifts_it() -> None:
    book = asking_book(ACT, TABLE)
    course = Course(pact_setup(book), book).to(Phase.DELIBERATE)
    course.given(do.AddMove(PlayedMove("AUS", "A1", "solo")))
    words = opened_words(book, course.state)
    assert words.endswith("Australia 0. No limit while A1 Card A1 is in the hand-in.")


def test_who_signs_a_card_that_asks_counts_as_asked_about_the_others() -> None:
    book = asking_book(SCRIPT, ACT)
    course = Course(pact_setup(book), book).to(Phase.DELIBERATE)
    course.given(do.AddMove(joint("U2", "JPN", "ROK")), do.AddMove(PlayedMove("US", "U3", "solo")))
    assert counted_words(book, course.state) == ""
    course.given(do.AnswerSignature("U2", "JPN", signed=True))
    course.given(do.AnswerSignature("U2", "ROK", signed=True))
    words = counted_words(book, course.state)
    assert words == "Japan and the ROK count as asked about U3, by U2 Card U2."
    course.given(do.OpenConsultation(Consultation("US", "JPN", "U3")))
    assert counted_words(book, course.state).startswith("The ROK counts as asked about U3")


def test_to_ask_one_is_to_ask_all_while_the_card_lies_there() -> None:
    book = asking_book(ACT, TABLE)
    course = Course(pact_setup(book), book).to(Phase.DELIBERATE)
    course.given(do.AddMove(PlayedMove("US", "U3", "solo")))
    course.given(do.AddMove(PlayedMove("AUS", "A1", "solo")))
    course.given(do.OpenConsultation(Consultation("US", "JPN", "U3")))
    told = {(x.seat, x.move, x.by) for x in counted_as_asked(book, course.state)}
    assert told == {("ROK", "U3", "A1"), ("AUS", "U3", "A1")}
    asked = facts_of(book, course.state, 1).asked
    assert {("JPN", "U3"), ("ROK", "U3"), ("AUS", "U3")} <= asked


def test_a_signer_that_may_not_sign_says_why_and_cannot_be_pressed(qtbot) -> None:
    book = asking_book(ACT, PICKY)
    table = Table(pact_setup(book), book)
    table.play_to(Phase.DELIBERATE)
    table.submit(do.AddMove(joint("J1", "ROK", seat="JPN")))
    panel = seat(qtbot, table, DeliberatePanel)
    assert "The Republic of Korea cannot sign it: it is angry." in says(panel)
    table.submit(do.EnterNextPhase())
    panel = seat(qtbot, table, ConsultPanel)
    assert why_not_sign(book, table.state, table.state.now.plays[0], "ROK")
    assert not part(panel, "sign_J1_ROK").isEnabled()
    assert "The Republic of Korea cannot sign it: it is angry." in says(panel)
    assert "cannot sign" in says(panel)
    assert squeezed(panel) == []


@pytest.mark.parametrize(
    ("moves", "words"), [((), "1 effort each"), (("A1",), "No effort is paid")]
)
def test_what_a_signature_costs_now_is_said(qtbot, moves, words) -> None:
    book = asking_book(ACT, TABLE)
    table = Table(pact_setup(book), book)
    table.play_to(Phase.DELIBERATE)
    table.submit(do.AddMove(joint("U3", "JPN")))
    for move in moves:
        table.submit(do.AddMove(PlayedMove("AUS", move, "solo")))
    table.submit(do.EnterNextPhase())
    panel = seat(qtbot, table, ConsultPanel)
    press(panel, "sign_U3_JPN")
    assert words in says(panel)
    assert ("signed, free" if moves else "signed, pays 1") in says(panel)
