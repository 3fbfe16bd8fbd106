"""Cards and injects of the session's own in the report: in full where they may be read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.core import events as ev
from app.core.book import Book
from app.core.own import book_of
from app.core.values import Argument, FreeMove, Phase, PlayedMove, WrittenInject
from app.report.audience import Include
from app.report.model import Audience
from tests.report.played import Log
from tests.report.test_build import all_text, built
from tests.report.test_secrets import begun

SHIP = FreeMove("X1", "CAL", "Hospital ship", "Calder opens its wards.", 2, (("aTAV", 1),))
RADIO = FreeMove("X2", "TAV", "Radio hour", "Tavia lends an hour of radio.", 1, (("aTAV", 1),))
SAID = Argument("CAL", SHIP.text, "The town sees it", (("The need is real", True),),
                (("It sails with guns", False),), dice=(4, 3))  # fmt: skip
ARGUED = ev.FreeMoveArgued(
    "X1", SAID, 8, "catch", (("aTAV", 1), ("pTAV", 1)), "Voters ask who pays"
)
WAIVED = ev.FreeMoveArgued(
    "X2",
    Argument("TAV", RADIO.text, "Nothing comes of it", likelihoods=(0,)),
    0,
    "nothing",
    (),
    "Nobody listened to it",
)
PRIVATE = WrittenInject("W2", "A call at night", "Pay or leave.", ("TAV",))
PUBLIC = WrittenInject(
    "W1", "Dock workers walk out", "The cranes stand still.", ("room",), (("pTAV", 1),), "The port"
)


def free(book: Book, channel: str = "solo", *, revealed: bool = True) -> Log:
    """Two cards of their own, one argued with a catch, one by nobody."""
    log = begun(book)
    for card in (SHIP, RADIO):
        log.add(ev.FreeMoveWritten(card))
    log.book = book_of(book, log.state)
    ship = PlayedMove("CAL", "X1", channel)  # type: ignore[arg-type]
    if channel == "quiet":
        ship = replace(ship, addressee="TAV")
    plays = (ship, PlayedMove("TAV", "X2", "solo"))
    if revealed:
        log.hand_in(*plays)
    else:
        log.add(*map(ev.MoveAdded, plays))
        log.add(ev.HandInClosed(plays, (), ()))
    log.enter(1, Phase.ADJUDICATE)
    log.add(ARGUED)
    log.add(WAIVED)
    log.book = book_of(book, log.state)
    log.accept()
    log.enter(1, Phase.POLL)
    return log


def said(log: Log, audience: Audience, include: Include = Include()) -> str:  # noqa: B008
    return all_text(built(log, audience, include=include))


def test_a_card_of_ones_own_is_told_with_its_argument_and_its_result(book: Book) -> None:
    text = said(free(book), "reviewers")
    for words in (
        "X1 Hospital ship, by",
        "Calder opens its wards.",
        "To come of it: The town sees it.",
        "For: The need is real (strong).",
        "Against: It sails with guns.",
        "Dice 4 + 3, with strong reasons 8: it succeeded, with a catch.",
        "Assurance of Tavia +1, Pressure in Tavia +1.",
        "The catch: “Voters ask who pays”",
        "X1 Hospital ship was argued: it succeeded, with a catch.",
    ):
        assert words in text


def test_one_that_nobody_argued_says_so_with_the_reason(book: Book) -> None:
    assert "Not argued: nothing came of it. “Nobody listened to it”" in said(
        free(book), "reviewers"
    )


def test_one_that_was_passed_over_did_nothing(book: Book) -> None:
    log = begun(book)
    log.add(ev.FreeMoveWritten(SHIP))
    log.book = book_of(book, log.state)
    log.hand_in(PlayedMove("CAL", "X1", "solo"))
    assert "It was not argued, and did nothing." in said(log, "reviewers")
    assert "It was not argued" not in said(log, "participants")


def test_participants_read_the_card_and_none_of_its_argument(book: Book) -> None:
    text = said(free(book), "participants")
    assert "Calder opens its wards." in text
    for words in ("The need is real", "sails with guns", "Dice 4", "who pays", "Nobody listened"):
        assert words not in text


def test_participants_read_nothing_of_a_card_that_was_not_turned_over(book: Book) -> None:
    text = said(free(book, revealed=False), "participants")
    for words in ("Hospital ship", "opens its wards", "Radio hour", "X1"):
        assert words not in text


@pytest.mark.parametrize("audience", ["participants", "reviewers"])
def test_a_quiet_card_of_ones_own_is_some_quiet_activity(book: Book, audience: Audience) -> None:
    text = said(free(book, "quiet"), audience)
    for words in ("Hospital ship", "opens its wards", "The need is real", "X1"):
        assert words not in text
    assert "some quiet activity by" in text


def test_reviewers_who_may_know_read_a_quiet_card_in_full(book: Book) -> None:
    text = said(free(book, "quiet"), "reviewers", Include(quiet_moves=True))
    assert "For: The need is real (strong)." in text


def test_an_argument_does_not_name_a_quiet_card(book: Book) -> None:
    log = begun(book)
    log.add(ev.FreeMoveWritten(replace(SHIP, text="A ship, for they know F3 Share the radar.")))
    log.book = book_of(book, log.state)
    log.hand_in(PlayedMove("CAL", "X1", "solo"), PlayedMove("TAV", "F3", "quiet", addressee="CAL"))
    log.enter(1, Phase.ADJUDICATE)
    pros = (("Share the radar helps", True),)
    log.add(replace(ARGUED, argument=replace(SAID, pros=pros)))
    for audience in ("participants", "reviewers"):
        text = said(log, audience)  # type: ignore[arg-type]
        assert "A ship, for they know a quiet move." in text
        assert "Share the radar" not in text


# --- Injects --------------------------------------------------------------------------------------


def news(book: Book) -> Log:
    """An inject for the room and one for a cell, written in Consult; the deck's one reworded."""
    log = Log(book)
    log.start()
    log.enter(1, Phase.BRIEF)
    log.release("I1")
    log.add(ev.InjectReworded("I1", "The berth is empty, they say."))
    for inject in (PUBLIC, PRIVATE):
        log.add(ev.InjectWritten(inject))
        log.book = book_of(book, log.state)
        log.release(inject.id)
    log.enter(1, Phase.DELIBERATE)
    return log


def test_written_injects_say_that_they_are_with_their_reason(book: Book) -> None:
    text = said(news(book), "reviewers")
    assert "to all, written on the spot" in text
    assert "The cranes stand still." in text
    assert "Reason: “The port”" in text
    assert "written on the spot, turn 1" in text
    assert "An inject was written on the spot: W1 Dock workers walk out." in text


def test_reworded_injects_say_so_and_read_as_reworded(book: Book) -> None:
    text = said(news(book), "participants")
    assert "to all, reworded later" in text
    assert "The berth is empty, they say." in text


def test_participants_read_no_reason_and_no_private_inject(book: Book) -> None:
    text = said(news(book), "participants")
    assert "Dock workers walk out" in text
    for words in ("The port", "A call at night", "Pay or leave", "W2"):
        assert words not in text
    assert "A call at night" not in said(news(book), "reviewers")
    assert "A call at night" in said(news(book), "reviewers", Include(private_injects=True))


def test_an_inject_whose_writing_was_undone_is_known_to_the_log_alone(book: Book) -> None:
    log = Log(book)
    log.start()
    log.enter(1, Phase.BRIEF)
    undone = log.add(ev.InjectWritten(PRIVATE), ev.InjectReleased("W2", ()))
    log.add(ev.ActionUndone(undone, "Inject written: A call at night"))
    assert "A call at night" in said(log, "internal")
    for audience in ("participants", "reviewers"):
        assert "A call at night" not in said(log, audience)  # type: ignore[arg-type]
