"""The room never sees what it may not: canaries over whole exercises, every item after every step.

Must show 5 of the walking skeleton; acceptance points 4, 5 and 24 of the interface.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.config.paths import scenarios
from app.core import actions as do
from app.core import events as ev
from app.core.actions import Refusal
from app.core.display import DisplayState, Gap, PollResults, Tracks, plain_text
from app.core.polls import are_open
from app.core.room import live, picture
from app.core.room.reasons import may_be_named
from app.core.state import State
from app.core.values import Item, Phase, PlayedMove
from app.deck.script import read_script
from app.session.exercise import Accepted
from app.session.recording import play, start_recording
from tests.core.canaries import (
    canary_book,
    canary_script,
    check_everything,
    check_picture,
    with_other_digits,
)
from tests.core.given import ESCORT, NOW, PATROL, RADAR, Course, at
from tests.core.small import Table, book, card, combination
from tests.core.walker import Walker, every_item
from tests.golden.transcript import FixedClock
from tests.session.memory import MemoryRecord

RECORDED = scenarios() / "tutorial" / "scripts" / "recorded.yaml"
ITEMS = list(every_item(canary_book()))
SEEDS = st.integers(0, 10_000)


# --- Canaries -------------------------------------------------------------------------------------


def test_no_canary_sings_in_the_recorded_exercise() -> None:
    read, deck = canary_script(read_script(RECORDED)), canary_book()
    exercise = start_recording(read, deck, MemoryRecord(), FixedClock())
    kinds: Counter[str] = Counter()

    def look(state: State, _entries: Sequence[ev.Entry]) -> None:
        for item in ITEMS:
            display = picture(deck, state, item, NOW)
            if isinstance(display, DisplayState):
                check_picture(deck, state, item, display)
                kinds[item.kind] += 1

    exercise.listen(look)
    play(read, exercise)
    assert set(kinds) == {item.kind for item in ITEMS} - {"quote"}


@settings(max_examples=25)
@given(SEEDS)
def test_no_canary_sings_in_any_exercise(seed: int) -> None:
    looked = 0

    def look(_before: State, _action: object, answer: Accepted) -> None:
        nonlocal looked
        looked += 1
        if looked % 3 == 0:  # every item after every third step; what is shown, always
            items = list(every_item(walker.book))
            check_everything(walker.book, answer.state, items, NOW)
        for entry in answer.entries:
            if isinstance(entry.event, ev.ItemShown):
                shown = entry.event
                check_picture(walker.book, answer.state, shown.item, shown.display)
        if (top := answer.state.room.top) is not None:
            now = live(top.display, walker.book, answer.state, NOW)
            check_picture(walker.book, answer.state, top.item, now)

    walker = Walker(canary_book(), seed, look)
    walker.play()


def test_the_canaries_would_sing() -> None:
    """A picture with a private text, or a hidden digit, does not pass."""
    deck, course = canary_book(), Course(book=canary_book())
    hold = picture(deck, course.state, Item("hold"), NOW)
    assert isinstance(hold, DisplayState)
    for title in ("zq-concern-TAV-1", "zq-notes-1", "zq-card-P1-title", "Assurance 9", "7"):
        spoilt = replace(hold, screen=replace(hold.screen, title=title))
        with pytest.raises(AssertionError):
            check_picture(deck, course.state, Item("hold"), spoilt)
    check_picture(deck, course.state, Item("hold"), hold)


# --- Digits behind bands --------------------------------------------------------------------------


@settings(max_examples=25)
@given(SEEDS)
def test_what_stands_behind_a_band_does_not_show(seed: int) -> None:
    """Other digits in the same bands give the same pictures, word for word."""
    walker = Walker(canary_book(), seed)
    walker.play()
    state = walker.state
    other = with_other_digits(walker.book, state)
    for item in ITEMS:
        assert picture(walker.book, state, item, NOW) == picture(walker.book, other, item, NOW)


# --- One secret at a time -------------------------------------------------------------------------


def text(course: Course, kind: str, turn: int = 1, ref: str = "") -> str:
    display = course.when(do.Show(Item(kind, turn, ref)), NOW)  # type: ignore[arg-type]
    assert not isinstance(display, Refusal), display
    (shown,) = display
    assert isinstance(shown, ev.ItemShown)
    return plain_text(shown.display)


def refused(course: Course, kind: str, turn: int = 1, ref: str = "") -> str:
    answer = course.when(do.Show(Item(kind, turn, ref)), NOW)  # type: ignore[arg-type]
    assert isinstance(answer, Refusal)
    return answer.code


def test_a_seats_moves_are_absent_before_it_is_turned_over() -> None:
    course = at(Phase.REVEAL, 1, do.AddMove(PATROL))
    assert "Not yet revealed" in text(course, "moves")
    assert "Patrol" not in text(course, "moves")
    course.given(do.RevealSeat("CAL"))
    assert "Patrol under flag" in text(course, "moves")


def test_quiet_moves_are_some_quiet_activity_however_many() -> None:
    harbour = PlayedMove("TAV", "F1", "quiet", addressee="CAL")
    one = at(Phase.REVEAL, 1, do.AddMove(RADAR)).given(do.RevealAll())
    two = at(Phase.REVEAL, 1, do.AddMove(RADAR), do.AddMove(harbour)).given(do.RevealAll())
    assert "Some quiet activity" in text(one, "moves")
    assert text(one, "moves") == text(two, "moves")
    assert text(one, "timeline", 0) == text(two, "timeline", 0)


def test_who_asks_whom_is_seen_and_never_what_or_the_answer() -> None:
    consulted = ev.Consultation("CAL", "TAV", "a secret")
    course = at(Phase.CONSULT, 1, do.OpenConsultation(consulted))
    before = text(course, "consult")
    course.given(do.AnswerConsultation("CAL", "TAV", "a secret", "objects"))
    assert text(course, "consult") == before
    assert "secret" not in before


@pytest.mark.parametrize("skip", [False, True])
def test_gauges_wait_for_the_poll_to_be_closed_or_skipped(skip: bool) -> None:
    course = at(Phase.POLL)
    assert refused(course, "tracks") == "PollFirst"
    course.given(do.SkipPhase("we are running late") if skip else do.EnterNextPhase())
    assert "Deterrence toward Drovna" in text(course, "tracks")


@pytest.mark.parametrize(
    ("policy", "opened"),
    [("every turn", True), ("at the end", False), ("after turn 3 and at the end", False)],
)
def test_assurance_waits_for_the_polls_to_be_opened(policy: str, opened: bool) -> None:
    course = at(Phase.DISCUSS, 1, reveal_policy=policy)
    assert ("Assurance of Tavia" in text(course, "tracks")) is opened
    course.given(*([] if opened else [do.RevealPoll()]))
    assert "Assurance of Tavia" in text(course, "tracks")


@pytest.mark.parametrize("is_closed", [False, True])
@pytest.mark.parametrize("is_opened", [False, True])
def test_open_or_closed_and_hidden_or_shown_are_two_things(
    is_closed: bool, is_opened: bool
) -> None:
    """Acceptance point 24: four combinations of one poll."""
    policy = "every turn" if is_opened else "at the end"
    course = at(Phase.POLL, 1, reveal_policy=policy)
    course.given(*([do.EnterNextPhase()] if is_closed else []))
    assert text(course, "poll", 1, "helped")
    may_be_seen = is_closed and is_opened
    results = course.when(do.Show(Item("poll results", 1, "helped")), NOW)
    assert isinstance(results, Refusal) is not may_be_seen


def test_a_private_inject_never_goes_to_the_room() -> None:
    for course in (at(Phase.BRIEF), at(Phase.DISCUSS, 2), at(Phase.ENDED, 2)):
        assert refused(course, "inject", 1, "I2") == "PrivateInject"


def test_a_concern_waits_for_its_seat_to_read_it() -> None:
    course = at(Phase.HOT_WASH, 2).given(do.RevealConcern("CAL"))
    assert "voters would risk a city" in text(course, "concern", 0, "CAL")
    assert refused(course, "concern", 0, "TAV") == "StillPrivate"


# --- Reasons beside a gauge -----------------------------------------------------------------------


def reasons(course: Course, turn: int = 1) -> set[str]:
    display = picture(course.book, course.state, Item("tracks", turn), NOW)
    assert isinstance(display, DisplayState)
    assert isinstance(display.screen, Tracks)
    return {row.reason for page in display.screen.pages for row in page.rows} - {""}


def test_a_reason_of_an_open_move_is_read() -> None:
    course = at(Phase.REVEAL, 1, do.AddMove(PATROL)).given(do.RevealAll()).to(Phase.DISCUSS)
    before = course.state.now.opening
    assert before["dDRO"] == 5
    course = at(
        Phase.REVEAL,
        1,
        do.AddMove(ESCORT),
        do.AddMove(RADAR),
        do.AnswerSignature("P1", "TAV", signed=True),
    )
    assert reasons(course.given(do.RevealAll()).to(Phase.DISCUSS)) <= {"The patrol was noticed"}


def test_a_reason_of_a_seat_that_is_not_turned_over_is_not_read() -> None:
    words = PlayedMove("CAL", "P2", "solo", choices=(("whom", ("voters",)),))
    plays = (do.AddMove(PATROL), do.AddMove(words))
    hidden = at(Phase.REVEAL, 1, *plays).to(Phase.DISCUSS)
    assert reasons(hidden) == set()
    seen = at(Phase.REVEAL, 1, *plays).given(do.RevealAll()).to(Phase.DISCUSS)
    assert reasons(seen) == {"The patrol was noticed"}


def test_a_reason_of_a_quiet_move_is_not_read() -> None:
    course = at(Phase.REVEAL, 1, do.AddMove(RADAR)).given(do.RevealAll()).to(Phase.DISCUSS)
    assert (course.state.now.after or {})["PLAN"] == 4
    assert not {reason for reason in reasons(course) if "screen" in reason}


@pytest.mark.parametrize(("channel", "is_read"), [("solo", True), ("quiet", False)])
def test_a_combination_that_looks_back_at_a_quiet_move_is_not_read(
    channel: str, is_read: bool
) -> None:
    """Somebody who reads 'Common picture' knows that the other half was played before."""
    both = [{"move": name, "window": "ever", "within": 1} for name in ("J1", "K1")]
    law = combination("S5", {"played": both}, effects=[{"gauge": "ESC", "change": 1}])
    deck = book(moves=[card("J1", "JPN"), card("K1", "ROK")], combinations=[law])
    first = PlayedMove("JPN", "J1", channel, addressee="US")  # type: ignore[arg-type]
    on = Table(deck).plays(first)
    on._change(revealed=("JPN", "ROK"))
    on.turn(PlayedMove("ROK", "K1", "solo"), revealed=("JPN", "ROK"))
    (line,) = on.ledger().lines
    assert may_be_named(deck, on.state, on.state.now, line) is is_read


@settings(max_examples=25)
@given(SEEDS)
def test_sealed_answers_stay_sealed(seed: int) -> None:
    walker = Walker(canary_book(), seed)

    def look(_before: State, _action: object, answer: Accepted) -> None:
        state: State = answer.state
        shown = state.room.top
        if shown is not None and isinstance(shown.display.screen, (Gap, PollResults)):
            assert shown.seq <= state.seq
        for record in state.turns:
            if not are_open(walker.book, state, record.number):
                for kind, ref in (("gap", ""), ("poll results", "helped")):
                    item = Item(kind, record.number, ref)  # type: ignore[arg-type]
                    assert isinstance(picture(walker.book, state, item, NOW), Refusal)

    walker.watcher = look
    walker.play()
