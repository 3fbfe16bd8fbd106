"""Moves that readers may not know: not in a log, not under a gauge, not in what somebody wrote."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.core import events as ev
from app.core.book import Book
from app.core.values import Argument, Phase, PlayedMove, Ruling
from app.report.audience import Include
from app.report.facts_play import CauseFact, Secret
from app.report.model import Audience
from app.report.words import Words
from tests.report.played import Log
from tests.report.test_build import all_text, built

RADAR = PlayedMove("TAV", "F3", "quiet", addressee="CAL")
PATROL = PlayedMove("CAL", "P1", "solo", host="TAV", target="DRO")
TICKED = Include(quiet_moves=True)
RULED = Ruling("moves/channel/R3/P1/aTAV", 0, "They knew of F3 Share the radar, of the radar too.")


def begun(book: Book) -> Log:
    log = Log(book)
    log.start()
    log.enter(1, Phase.BRIEF)
    log.enter(1, Phase.CONSULT)
    return log


def body(log: Log, audience: Audience, include: Include = TICKED) -> str:
    """The report without the deck's own texts."""
    report = built(log, audience, include=include)
    return all_text(replace(report, sections=tuple(s for s in report.sections if s.id != "deck")))


def test_moves_that_were_never_turned_over_have_no_reasons(book: Book) -> None:
    """Whoever goes on from Reveal without turning the seats over shows none of their moves."""
    log = begun(book)
    log.add(ev.HandInClosed((PATROL,), (), ()))
    log.enter(1, Phase.REVEAL)
    log.enter(1, Phase.ADJUDICATE)
    log.accept()
    log.enter(1, Phase.HOT_WASH)
    log.add(ev.SessionEnded("E1", early=False))
    text = body(log, "participants")
    for words in ("patrol was noticed", "flag at the harbour", "Patrol under flag", "P1"):
        assert words not in text
    assert "P1 +1" in body(log, "reviewers")


def test_a_draft_that_became_quiet_is_in_no_reviewers_log(book: Book) -> None:
    log = begun(book)
    log.add(ev.MoveAdded(PlayedMove("TAV", "F3", "solo")))
    log.add(ev.MoveChanged(RADAR))
    log.add(ev.HandInClosed((RADAR,), (), ()))
    whole = body(log, "reviewers", Include())
    assert "F3" not in whole
    assert "Share the radar" not in whole
    assert "Tavia drafted F3 Share the radar, solo." in body(log, "reviewers", TICKED)


@pytest.mark.parametrize("ticked", [False, True])
def test_private_injects_that_were_held_back_are_not_named(book: Book, ticked: bool) -> None:
    log = begun(book)
    private = next(i.id for i in book.deck.injects if not i.is_public)
    public = next(i.id for i in book.deck.injects if i.is_public)
    log.add(ev.InjectsPassedOver((public, private)))
    log.add(ev.InjectsPassedOver((private,)))
    text = body(log, "reviewers", Include(private_injects=ticked))
    assert f"Due and not released: {public} {book.titles[public]}" in text
    assert (book.titles[private] in text) is ticked


def told(book: Book) -> Log:
    """A quiet move that the white cell names in a ruling, in a challenge and in an amendment."""
    log = begun(book)
    closed = log.hand_in(PATROL, RADAR)
    log.enter(1, Phase.ADJUDICATE)
    log.add(ev.LineRuled(RULED))
    argument = Argument(
        "TAV", "Share the radar openly.", "F3 counts.", pros=(("F3 is good", True),)
    )
    log.add(ev.ChallengeSettled(RULED.line, argument, 7, "nothing"))
    log.accept()
    log.enter(1, Phase.POLL)
    heard = log.add(ev.SentenceHeard("TAV", "We did it."))
    mended = ev.SentenceHeard("TAV", "We did.")
    log.add(ev.EntryAmended(heard, mended, "F3, we did it.", "We did.", "It was Share the radar"))
    assert closed
    return log


@pytest.mark.parametrize("audience", ["participants", "reviewers"])
def test_what_somebody_wrote_does_not_name_a_quiet_move(book: Book, audience: Audience) -> None:
    log = told(book)
    text = body(log, audience, Include())
    assert "Share the radar" not in text
    assert "F3" not in text
    assert "It was a quiet move" in text


def test_reviewers_who_may_know_read_what_was_written(book: Book) -> None:
    assert "They knew of F3 Share the radar, of the radar too." in body(told(book), "reviewers")
    text = body(told(book), "reviewers", Include())
    assert "They knew of a quiet move, of the radar too." in text


def test_a_name_stays_in_the_turn_in_which_the_card_lies_open(book: Book) -> None:
    log = told(book)
    log.enter(2, Phase.BRIEF)
    log.enter(2, Phase.CONSULT)
    log.hand_in(PlayedMove("TAV", "F3", "solo"))
    log.enter(2, Phase.ADJUDICATE)
    words = "Share the radar came too late this time."
    log.add(ev.LineRuled(Ruling("moves/printed/F3//PLAN", 0, words)))
    log.accept()
    assert words in body(log, "reviewers", Include())


@pytest.mark.parametrize("secrecy", ["quiet", "private inject", "quiet and private"])
def test_a_cause_that_may_not_be_named_has_a_word(secrecy: Secret) -> None:
    cause = CauseFact("", "", "", "rule", 1, 1, secrecy=secrecy)
    said = Words().say("turns.because", causes=(cause,), is_full=True)
    assert said.endswith(" +1")
    assert len(said) > len(" +1")
