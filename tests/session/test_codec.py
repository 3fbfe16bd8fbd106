"""Events to text and back: nothing bent, nothing dropped, nothing let in that is no event."""

from __future__ import annotations

import json
from typing import get_args

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from app.core import display as d
from app.core import events as ev
from app.core.values import Answers, Item, Phase, PlayedMove
from app.session.codec import KINDS, NotAnEvent, NotReadBack, NotRecordable, decode, encode
from app.session.describe import contents, describe
from tests.players import tutorial

FRAME = d.Frame("Monday", "Turn 1 of 2 · Brief")


@given(st.one_of(*(st.from_type(kind) for kind in KINDS.values())))
def test_every_event_reads_back_as_it_was(event: ev.Event) -> None:
    try:
        text = encode(event)
    except NotRecordable:
        reject()  # it has a NaN or an infinity in it
    assert decode(type(event).__name__, text) == event
    assert encode(decode(type(event).__name__, text)) == text


@pytest.mark.parametrize("kind", get_args(d.Screen), ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_every_picture_reads_back_as_it_was(kind: type[d.Screen], data: st.DataObject) -> None:
    event = ev.ItemShown(Item("hold"), d.DisplayState(FRAME, data.draw(st.from_type(kind)), 2))
    try:
        text = encode(event)
    except NotRecordable:
        reject()
    assert decode("ItemShown", text) == event


def test_the_text_is_canonical() -> None:
    event = ev.PhaseEntered(1, Phase.HOT_WASH, (Phase.POLL,), "Zeit – 時間")
    expected = '{"phase":"hot wash","reason":"Zeit – 時間","skipped":["poll"],"turn":1}'
    assert encode(event) == expected


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_what_is_no_number_is_not_recorded(value: float) -> None:
    with pytest.raises(NotRecordable, match="TimerSet"):
        encode(ev.TimerSet(60, value))


def test_half_a_character_is_not_recorded() -> None:
    with pytest.raises(NotRecordable, match="SentenceHeard"):
        encode(ev.SentenceHeard("TAV", "\ud83d"))


@pytest.mark.parametrize(
    ("kind", "payload"),
    [
        ("Rumoured", "{}"),
        ("", "{}"),
        ("ShowUndone", "null"),
        ("ShowUndone", "[]"),
        ("ShowUndone", '{"a": 1}'),
        ("ShowUndone", "{"),
        ("SeatRevealed", "{}"),
        ("SeatRevealed", '{"seat": 3}'),
        ("PageTurned", '{"page": "3"}'),
        ("PageTurned", '{"page": 1.5}'),
        ("PhaseEntered", '{"turn": 1, "phase": "party"}'),
        ("TimerSet", '{"total": 60, "left": NaN}'),
        ("TimerSet", '{"total": 60, "left": 1e999}'),
        ("ItemShown", "null"),
        ("ItemShown", '{"item": {"kind": "hold"}, "display": {}}'),
        ("EntryAmended", "{}"),
        ("EntryAmended", '{"entry":1,"replacement":{"kind":"ShowUndone","event":{}}}'),
    ],
)
def test_what_is_no_event_is_refused_in_one_line(kind: str, payload: str) -> None:
    with pytest.raises(NotAnEvent) as caught:
        decode(kind, payload)
    assert 0 < len(str(caught.value)) < 200
    assert "\n" not in str(caught.value)


def test_a_refusal_does_not_repeat_what_somebody_wrote() -> None:
    with pytest.raises(NotAnEvent) as caught:
        decode("PhaseEntered", json.dumps({"turn": "Ms Example said", "phase": "brief"}))
    assert "Example" not in str(caught.value)


def test_a_picture_of_an_unknown_kind_is_refused() -> None:
    shown = json.loads(encode(ev.ItemShown(Item("hold"), d.DisplayState(FRAME, d.Hold("x")))))
    shown["display"]["screen"]["kind"] = "film"
    with pytest.raises(NotAnEvent):
        decode("ItemShown", json.dumps(shown))


@given(st.one_of(*(st.from_type(kind) for kind in KINDS.values())))
def test_every_event_can_be_told_in_a_line_whatever_is_in_it(event: ev.Event) -> None:
    assert describe(tutorial_book, event)


tutorial_book = tutorial()


@pytest.mark.parametrize(
    ("event", "line"),
    [
        (ev.SeatHandedIn("TAV"), "Tavia's moves handed in"),
        (ev.SeatHandedIn("CAL", on_paper=True), "The Calder Union's moves handed in on paper"),
        (ev.InjectReleased("I1", ()), "Inject released: The empty berth"),
        (ev.PhaseEntered(1, Phase.REVEAL), "Reveal started"),
        (ev.PhaseEntered(1, Phase.DISCUSS, (Phase.POLL,)), "Poll skipped, discuss started"),
        (ev.MoveTakenBack("P1"), "Move taken back: Patrol under flag"),
        (ev.RulingWithdrawn("moves/printed/P1/printed/aTAV"), "Ruling withdrawn: "),
    ],
)
def test_an_event_is_told_in_the_decks_own_names(event: ev.Event, line: str) -> None:
    assert describe(tutorial_book, event).startswith(line)


def test_what_an_amendment_changes_is_told_by_its_contents() -> None:
    answers = Answers("felt", "TAV", values=(7.0, 6.0, 8.0))
    assert contents(tutorial_book, ev.AnswersEntered(answers)) == "7, 6, 8"
    assert contents(tutorial_book, ev.HandInClosed((), (), ())) == "no moves"


def test_a_change_that_cleared_signatures_says_so() -> None:
    changed = ev.MoveChanged(PlayedMove("CAL", "P1", "joint"), signed_anew=True)
    assert describe(tutorial_book, changed).endswith("Patrol under flag; signatures asked anew")


def test_what_could_not_be_read_back_is_not_recorded() -> None:
    shouted = PlayedMove("CAL", "P1", "shout")  # type: ignore[arg-type]
    with pytest.raises(NotReadBack, match="channel"):
        encode(ev.MoveAdded(shouted))
