"""The report on a text: what it says, who signed, what came of it, and who may read that."""

from __future__ import annotations

from typing import Any

import pytest

from app.core import actions as do
from app.core.compile import compile_deck
from app.core.events import Entry
from app.core.values import Phase, PlayedMove
from app.report.build import build_report
from app.report.html import to_html
from app.report.model import Audience
from tests.core.given import Course
from tests.core.small import card
from tests.pact import PROCEDURE, TEXT, pact, pact_deck, pact_setup

SIGNED = (
    do.SettleLine(TEXT, "threats", "firm"),
    do.SettleLine(TEXT, "talks", "balanced"),
    do.SignText(TEXT, "US"),
    do.SignText(TEXT, "ROK"),
)
EVERYBODY: tuple[Audience, ...] = ("participants", "reviewers", "internal")


def page(course: Course, audience: Audience) -> str:
    entries = [
        Entry(seq, seq, f"2027-01-15T08:{seq:02d}:00Z", event)
        for seq, event in enumerate(course.events, 1)
    ]
    return " ".join(to_html(build_report(course.book, entries, {}, audience)).split())


def played(*actions: do.Action, to: Phase = Phase.DISCUSS, **deck: Any) -> Course:
    book = compile_deck(pact_deck(**deck)) if deck else pact()
    course = Course(pact_setup(book), book).to(Phase.DELIBERATE, 2)
    return course.given(*actions).to(to, 2)


@pytest.mark.parametrize("audience", EVERYBODY)
def test_a_text_that_stands_is_told_to_everybody_with_its_signers(audience: Audience) -> None:
    said = page(played(*SIGNED), audience)
    assert "Text: One text" in said
    assert "signed by the United States and the Republic of Korea" in said
    assert "Japan and Australia stood aside" in said
    for label, option in (("Threats", "Firm"), ("Talks", "Balanced"), ("Umbrella", "Silent")):
        assert label in said
        assert option in said


def test_what_came_of_it_is_told_to_those_who_read_digits() -> None:
    course = played(*SIGNED)
    for audience in ("reviewers", "internal"):
        said = page(course, audience)
        assert "What came of it: Gauge aROK +1, Gauge ESC −1." in said
        assert "One text +1" in said
    assert "What came of it" not in page(course, "participants")


def test_of_a_text_that_did_not_come_about_participants_read_only_that() -> None:
    course = played(*SIGNED[:3])
    said = page(course, "participants")
    assert "There is no text." in said
    for part in ("Threats", "Firm", "only the United States signed", "Balanced"):
        assert part not in said
    for audience in ("reviewers", "internal"):
        said = page(course, audience)
        assert "only the United States signed, and it takes 2" in said
        assert "Firm" in said


def test_nothing_was_drafted() -> None:
    for audience in EVERYBODY:
        assert "There is no text." in page(played(), audience)


@pytest.mark.parametrize("audience", ["participants", "reviewers"])
def test_a_draft_is_in_no_report_that_is_made_before_the_hand_in_closes(audience) -> None:
    said = page(played(*SIGNED, to=Phase.CONSULT), audience)
    assert "Text: One text" not in said
    if audience == "participants":
        assert "Firm" not in said


def test_a_turn_without_a_text_has_no_such_part() -> None:
    book = compile_deck(pact_deck(procedures=[]))
    course = Course(pact_setup(book), book).to(Phase.DISCUSS, 2)
    assert "There is no text" not in page(course, "internal")


def test_what_a_text_does_because_of_a_quiet_move_is_not_listed_with_it() -> None:
    effect = {"gauge": "ESC", "change": 1, "when": {"played": {"move": "U1", "window": "ever"}}}
    other = {"gauge": "CAP", "change": 1, "public": "Signed"}
    procedure = {**PROCEDURE, "effects": [effect, other]}
    quiet = PlayedMove("US", "U1", "quiet", addressee="JPN")
    course = played(
        do.AddMove(quiet),
        *SIGNED,
        procedures=[procedure],
        moves=[card("U1"), card("J1", "JPN")],
        variants=[],
    )
    said = page(course, "reviewers")
    assert "What came of it: Gauge CAP +1." in said
