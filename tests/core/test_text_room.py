"""A text in the room: nothing of it while it is drafted, all of it once it stands, else no text."""

from __future__ import annotations

from app.core import actions as do
from app.core.actions import Refusal
from app.core.compile import compile_deck
from app.core.display import DisplayState, SettledLine, TextPage, Tracks, plain_text
from app.core.room import picture
from app.core.room.reasons import may_be_named
from app.core.runsheet import next_item, run_sheet
from app.core.values import Draft, Item, Phase
from tests.core.canaries import canary_book, check_everything
from tests.core.given import NOW, SETUP, Course
from tests.core.small import Table, play
from tests.core.walker import every_item
from tests.pact import NAMES, PROCEDURE, TEXT, pact, pact_deck, pact_setup

ITEM = Item("text", 2, TEXT)
SIGNED = (
    do.SettleLine(TEXT, "threats", "firm"),
    do.SettleLine(TEXT, "talks", "balanced"),
    do.SignText(TEXT, "ROK"),
    do.SignText(TEXT, "US"),
)


def drafted(*actions: do.Action) -> Course:
    """The last turn's Consult, with these done in Deliberate."""
    course = Course(pact_setup(), pact()).to(Phase.DELIBERATE, 2)
    return course.given(*actions).to(Phase.CONSULT, 2)


def test_a_text_is_closed_until_the_hand_in_is() -> None:
    course = drafted(*SIGNED)
    refusal = picture(course.book, course.state, ITEM, NOW)
    assert isinstance(refusal, Refusal)
    assert refusal.code == "StillDrafted"
    assert "drafted" in refusal.sentence
    assert "Reveal" in refusal.way_on
    row = next(row for row in run_sheet(course.book, course.state) if row.item == ITEM)
    assert (row.words, row.mark) == ("Closed until Reveal", "lock")


def test_no_picture_changes_with_a_draft_or_a_signature() -> None:
    plain, full = drafted(), drafted(*SIGNED)
    items = list(every_item(plain.book))
    pictures = [[picture(c.book, c.state, i, NOW) for i in items] for c in (plain, full)]
    assert pictures[0] == pictures[1]
    assert sum(isinstance(shown, DisplayState) for shown in pictures[0]) > 5


def test_a_signed_text_is_shown_line_by_line_with_its_signers() -> None:
    course = drafted(*SIGNED).to(Phase.REVEAL, 2)
    shown = picture(course.book, course.state, ITEM, NOW)
    assert isinstance(shown, DisplayState)
    assert isinstance(shown.screen, TextPage)
    assert shown.screen.lines == (
        SettledLine("Threats", "Firm"),
        SettledLine("Wording", "Silent"),
        SettledLine("Talks", "Balanced"),
        SettledLine("Umbrella", "Silent"),
    )
    assert [one.name for one in shown.screen.signers] == [NAMES["US"], NAMES["ROK"]]
    text = plain_text(shown)
    assert text.index("The text stands") < text.index("Threats") < text.index("Firm")


def test_of_a_text_that_did_not_come_about_the_room_reads_only_that() -> None:
    alone = (do.SettleLine(TEXT, "threats", "firm"), do.SignText(TEXT, "JPN"))
    course = drafted(*alone).to(Phase.REVEAL, 2)
    shown = picture(course.book, course.state, ITEM, NOW)
    assert isinstance(shown, DisplayState)
    assert shown.screen == TextPage("One text", "There is no text")
    assert not any(word in plain_text(shown) for word in ("Firm", "Threats", "Japan"))


def test_another_turn_has_no_text() -> None:
    course = drafted(*SIGNED).to(Phase.REVEAL, 2)
    for item in (Item("text", 1, TEXT), Item("text", 2, "other")):
        refusal = picture(course.book, course.state, item, NOW)
        assert isinstance(refusal, Refusal)
        assert refusal.code == "NoSuchText"


def test_the_text_comes_after_the_moves() -> None:
    course = drafted(*SIGNED).to(Phase.REVEAL, 2)
    course.given(do.RevealAll(), do.Show(Item("moves", 2)))
    assert next_item(course.book, course.state) == ITEM
    items = [row.item for row in run_sheet(course.book, course.state)]
    assert items.index(ITEM) == items.index(Item("moves", 2)) + 1


def test_the_recap_says_whether_there_is_a_text() -> None:
    for actions, words in ((SIGNED, "One text: signed"), (SIGNED[:3], "One text: no text")):
        course = drafted(*actions).to(Phase.REVEAL, 2)
        shown = picture(course.book, course.state, Item("timeline"), NOW)
        assert isinstance(shown, DisplayState)
        assert words in plain_text(shown)


def test_the_tracks_give_a_texts_reason_beside_the_gauge_that_it_moved() -> None:
    course = drafted(*SIGNED).to(Phase.DISCUSS, 2)
    shown = picture(course.book, course.state, Item("tracks", 2), NOW)
    assert isinstance(shown, DisplayState)
    assert isinstance(shown.screen, Tracks)
    rows = {row.name: row for page in shown.screen.pages for row in page.rows}
    assert rows["Gauge ESC"].reason == "Talks in writing"
    assert rows["Gauge INT"].reason == ""


def test_no_canary_sings_while_a_text_is_drafted_signed_and_shown() -> None:
    deck = canary_book()
    items = list(every_item(deck))
    course = Course(SETUP, deck).to(Phase.DELIBERATE, 2)
    for action in (
        do.SettleLine("PACT", "threats", "firm"),
        do.SignText("PACT", "CAL"),
        do.SignText("PACT", "TAV"),
    ):
        course.given(action)
        assert check_everything(deck, course.state, items, NOW)
    for phase in (Phase.CONSULT, Phase.REVEAL, Phase.ADJUDICATE, Phase.POLL, Phase.DISCUSS):
        course.to(phase, 2)
        assert check_everything(deck, course.state, items, NOW)
    shown = picture(deck, course.state, Item("text", 2, "PACT"), NOW)
    assert isinstance(shown, DisplayState)
    assert "zq-text-PACT-threats-firm" in plain_text(shown)


def test_a_line_that_turns_on_a_quiet_card_is_not_named() -> None:
    """As for a rule: what a text does because of a quiet move would give the move away."""
    effect = {
        "gauge": "ESC",
        "change": 1,
        "public": "Words",
        "when": {"played": {"move": "U1", "window": "ever"}},
    }
    book = compile_deck(pact_deck(procedures=[{**PROCEDURE, "effects": [effect]}]))
    for channel, is_read in (("solo", True), ("quiet", False)):
        table = Table(book).turn()
        table.plays(play("U1", channel=channel))
        table._change(revealed=("US",), drafts=(Draft(TEXT, (), ("US", "JPN")),))
        (line,) = [x for x in table.ledger().lines if x.cause == TEXT]
        assert may_be_named(book, table.state, table.state.now, line) is is_read
