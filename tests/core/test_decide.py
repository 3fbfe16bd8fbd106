"""Given, when, then: for every action the events that it leads to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import get_args

import pytest

from app.core import actions as do
from app.core import events as ev
from app.core.actions import Refusal
from app.core.compile import compile_deck
from app.core.injects import due_conditionals
from app.core.legal import playable
from app.core.room import picture
from app.core.values import (
    AddedLine,
    Answers,
    Argument,
    CellSetup,
    FollowUp,
    Item,
    Note,
    Phase,
    PlayedMove,
    Ruling,
)
from app.deck.model import Choice
from tests.core.given import (
    ASKED,
    ESCORT,
    FELT,
    GUESS,
    HARBOUR,
    NOW,
    PATROL,
    PLAN,
    RADAR,
    REASON,
    SETUP,
    Course,
    at,
    start,
    tutorial,
)

OPENING, BRIEF, DELIBERATE, CONSULT = Phase.OPENING, Phase.BRIEF, Phase.DELIBERATE, Phase.CONSULT
REVEAL, ADJUDICATE, POLL, DISCUSS = Phase.REVEAL, Phase.ADJUDICATE, Phase.POLL, Phase.DISCUSS
R3_LINE = "moves/channel/R3/P1/aTAV"
P1_LINE = "moves/printed/P1//aTAV"
NOTE = Note("n1", "note", 0, OPENING, "", "")
HELPED = Answers("helped", "TAV", options=("ship", "own"))
MOVED = Answers("moved", "TAV", words=(("The crews on one quay.", "T01"),))


def events(course: Course, action: do.Action) -> list[ev.Event]:
    answer = course.when(action)
    assert not isinstance(answer, Refusal), answer
    return list(answer)


def kinds(course: Course, action: do.Action) -> list[str]:
    return [type(event).__name__ for event in events(course, action)]


def patrol(phase: Phase = ADJUDICATE) -> Course:
    """Turn 1 with a patrol that nobody was asked about."""
    return at(phase, 1, do.AddMove(PATROL))


def letter() -> Course:
    """Brief of turn 2, in which the printed letter is due."""
    return at(CONSULT, 1, do.AddMove(RADAR)).to(BRIEF, 2)


# --- One action, its events -----------------------------------------------------------------------

ONE = [
    (lambda: patrol(CONSULT), do.HandIn("CAL"), ev.SeatHandedIn("CAL")),
    (lambda: patrol(CONSULT), do.HandIn("TAV", True), ev.SeatHandedIn("TAV", on_paper=True)),
    (lambda: at(DELIBERATE, 1, do.HandIn("TAV")), do.ReopenSeat("TAV"), ev.SeatReopened("TAV")),
    (lambda: at(DELIBERATE), do.AddMove(PATROL), ev.MoveAdded(PATROL)),
    (lambda: patrol(DELIBERATE), do.ChangeMove(ESCORT), ev.MoveChanged(ESCORT)),
    (lambda: patrol(DELIBERATE), do.TakeBackMove("P1"), ev.MoveTakenBack("P1")),
    (lambda: at(CONSULT), do.OpenConsultation(ASKED), ev.ConsultationOpened(ASKED)),
    (
        lambda: at(CONSULT, 1, do.OpenConsultation(ASKED)),
        do.AnswerConsultation("CAL", "TAV", "P1", "objects"),
        ev.ConsultationAnswered("CAL", "TAV", "P1", "objects"),
    ),
    (
        lambda: at(CONSULT, 1, do.OpenConsultation(ASKED)),
        do.TakeBackConsultation("CAL", "TAV", "P1"),
        ev.ConsultationTakenBack("CAL", "TAV", "P1"),
    ),
    (
        lambda: at(CONSULT, 1, do.AddMove(PLAN)),
        do.AnswerSignature("P3", "TAV", signed=True),
        ev.SignatureAnswered("P3", "TAV", signed=True),
    ),
    (lambda: patrol(REVEAL), do.RevealSeat("CAL"), ev.SeatRevealed("CAL")),
    (
        lambda: patrol(REVEAL),
        do.ChangeWording("P1", " In short. "),
        ev.WordingChanged("P1", "In short."),
    ),
    (
        patrol,
        do.RuleLine(Ruling(R3_LINE, -2, REASON)),
        ev.LineRuled(Ruling(R3_LINE, -2, REASON)),
    ),
    (
        lambda: patrol().given(do.RuleLine(Ruling(R3_LINE, 0, REASON))),
        do.WithdrawRuling(R3_LINE),
        ev.RulingWithdrawn(R3_LINE),
    ),
    (
        patrol,
        do.AddLine(AddedLine("PLAN", 1, REASON)),
        ev.LineAdded(AddedLine("PLAN", 1, REASON)),
    ),
    (lambda: at(POLL), do.EnterAnswers(FELT), ev.AnswersEntered(FELT)),
    (lambda: at(POLL), do.EnterAnswers(GUESS), ev.AnswersEntered(GUESS)),
    (lambda: at(POLL), do.EnterAnswers(HELPED), ev.AnswersEntered(HELPED)),
    (lambda: at(POLL, 2), do.EnterAnswers(MOVED), ev.AnswersEntered(MOVED)),
    (lambda: at(DISCUSS), do.EnterAnswers(FELT), ev.AnswersEntered(FELT)),
    (lambda: at(DISCUSS), do.RevealPoll(), ev.PollRevealed()),
    (
        lambda: at(DISCUSS),
        do.HearSentence("CAL", " We asked. "),
        ev.SentenceHeard("CAL", "We asked."),
    ),
    (lambda: at(Phase.HOT_WASH, 2), do.RevealConcern("TAV"), ev.ConcernRevealed("TAV")),
    (
        lambda: at(Phase.HOT_WASH, 2),
        do.ChooseTensions(("T07",)),
        ev.TensionsChosen(("T07",)),
    ),
    (
        lambda: at(BRIEF),
        do.WriteFollowUp(FollowUp("Nobody calls", "Name one")),
        ev.FollowUpWritten(FollowUp("Nobody calls", "Name one")),
    ),
    (letter, do.PassOverInjects(), ev.InjectsPassedOver(("C1",))),
    (start, do.StartTimer(), ev.TimerSet(60, 60, NOW + 60, what="started")),
    (
        lambda: start().given(do.StartTimer(), now=NOW - 15),
        do.PauseTimer(),
        ev.TimerSet(60, 45, is_paused=True, what="paused"),
    ),
    (start, do.AdjustTimer(60), ev.TimerSet(120, 120, what="adjusted")),
    (start, do.AdjustTimer(-90), ev.TimerSet(0, 0, what="adjusted")),
    (
        lambda: start().given(do.StartTimer(), now=NOW - 70),
        do.AdjustTimer(60),
        ev.TimerSet(120, 50, NOW + 50, what="adjusted"),
    ),
    (
        lambda: start().given(do.StartTimer(), do.AdjustTimer(60)),
        do.ResetTimer(),
        ev.TimerSet(120, 120, what="reset"),
    ),
    (lambda: shown("hold"), do.TurnPage(1), ev.PageTurned(1)),
    (lambda: shown("hold"), do.UndoShow(), ev.ShowUndone()),
    (lambda: shown("hold"), do.BlankRoom(), ev.RoomBlanked()),
    (lambda: shown("hold").given(do.BlankRoom()), do.UnblankRoom(), ev.RoomUnblanked()),
    (
        lambda: at(DISCUSS, 1).given(do.HearSentence("CAL", "We asked.")),
        do.Amend(9, ev.SentenceHeard("CAL", "We called."), REASON, "asked", "called"),
        ev.EntryAmended(9, ev.SentenceHeard("CAL", "We called."), "asked", "called", REASON),
    ),
]


def shown(kind: str) -> Course:
    return start().given(do.Show(Item(kind)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "action", "event"),
    ONE,
    ids=[f"{i}-{type(row[1]).__name__}" for i, row in enumerate(ONE)],
)
def test_an_action_leads_to_its_event(
    given: Callable[[], Course], action: do.Action, event: ev.Event
) -> None:
    assert events(given(), action) == [event]


def test_a_start_says_what_is_played_and_where_it_begins() -> None:
    course = start()
    started, timer = course.events
    assert isinstance(started, ev.SessionStarted)
    assert started.setup == SETUP
    assert (started.deck, started.deck_hash) == ("tutorial", course.book.deck_hash)
    assert dict(started.gauges) == {"aTAV": 5, "pTAV": 3, "dDRO": 5, "PLAN": 3}
    assert timer == ev.TimerSet(60, 60, what="reset")


def test_a_note_is_dated_by_the_rules_not_by_the_writer() -> None:
    (event,) = events(at(DISCUSS), do.Observe(NOTE))
    assert isinstance(event, ev.ObservationRecorded)
    assert (event.note.turn, event.note.phase) == (1, DISCUSS)
    assert event.note.at == "2027-01-15T08:00:00+00:00"


def test_a_note_can_be_edited() -> None:
    course = at(DISCUSS).given(do.Observe(NOTE))
    edited = Note("n1", "quote", 1, DISCUSS, "", "d", seat="TAV", tensions=("T07",))
    assert events(course, do.EditObservation(edited)) == [ev.ObservationEdited(edited)]


def test_revealing_all_turns_over_whoever_is_left() -> None:
    course = patrol(REVEAL).given(do.RevealSeat("CAL"))
    assert events(course, do.RevealAll()) == [ev.SeatRevealed("TAV")]


def test_a_shown_item_is_recorded_with_its_picture() -> None:
    (event,) = events(start(), do.Show(Item("opening")))
    assert isinstance(event, ev.ItemShown)
    assert event.display.screen.kind == "brief"


def test_every_action_is_tried_here() -> None:
    """The lists of these tests and the glossary of actions are one."""
    tried = {type(action) for _, action, _ in ONE} | _TRIED_APART
    assert tried == set(get_args(do.Action))


_TRIED_APART = {
    do.StartSession,
    do.Observe,
    do.EditObservation,
    do.RevealAll,
    do.Show,
    do.EnterNextPhase,
    do.SkipPhase,
    do.SkipToHotWash,
    do.EndSession,
    do.ReleaseInject,
    do.Challenge,
    do.WriteFreeMove,
    do.ArgueFreeMove,
    do.WriteInject,
    do.RewordInject,
    do.SettleLine,
    do.SignText,
}
"""Tried in this file below, in `test_free_moves` and in `test_texts`."""


# --- Going on -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (start, ["PhaseEntered", "TimerSet", "InjectReleased", "InjectReleased"]),
        (lambda: at(BRIEF), ["PhaseEntered", "TimerSet"]),
        (letter, ["InjectReleased", "InjectsPassedOver", "PhaseEntered", "TimerSet"]),
        (lambda: at(DELIBERATE), ["PhaseEntered", "TimerSet"]),
        (lambda: at(CONSULT), ["HandInClosed", "PhaseEntered", "TimerSet"]),
        (lambda: at(REVEAL), ["PhaseEntered", "TimerSet"]),
        (lambda: at(ADJUDICATE), ["LedgerAccepted", "PhaseEntered", "TimerSet", "PollOpened"]),
        (lambda: at(POLL), ["PollClosed", "PhaseEntered", "TimerSet"]),
        (lambda: at(DISCUSS), ["PhaseEntered", "TimerSet", "InjectReleased"]),
        (lambda: at(DISCUSS, 2), ["PhaseEntered", "TimerSet"]),
        (lambda: at(Phase.HOT_WASH, 2), ["SessionEnded", "PhaseEntered", "TimerSet"]),
    ],
)
def test_going_on_closes_what_the_phase_closes(
    given: Callable[[], Course], expected: list[str]
) -> None:
    assert kinds(given(), do.EnterNextPhase()) == expected


def test_phases_follow_one_another_to_the_hot_wash() -> None:
    seen = [e for e in at(Phase.ENDED, 2).events if isinstance(e, ev.PhaseEntered)]
    turn = [BRIEF, DELIBERATE, CONSULT, REVEAL, ADJUDICATE, POLL, DISCUSS]
    assert [(e.turn, e.phase) for e in seen] == [
        *((1, phase) for phase in turn),
        *((2, phase) for phase in turn),
        (2, Phase.HOT_WASH),
        (2, Phase.ENDED),
    ]


def test_injects_of_a_turn_come_in_order_the_public_one_first() -> None:
    released = [e for e in events(start(), do.EnterNextPhase()) if isinstance(e, ev.InjectReleased)]
    assert [(e.inject, [line.key for line in e.lines]) for e in released] == [
        ("I1", ["brief/scheduled/I1//aTAV"]),
        ("I2", []),
    ]


def test_pressing_on_releases_the_first_inject_that_is_due() -> None:
    first, passed, *_ = events(letter(), do.EnterNextPhase())
    assert isinstance(first, ev.InjectReleased)
    assert first.inject == "C1"
    assert passed == ev.InjectsPassedOver(())


def test_a_due_inject_is_released_with_its_edited_wording() -> None:
    first, passed = events(letter(), do.ReleaseInject("C1", "Other words."))
    assert isinstance(first, ev.InjectReleased)
    assert (first.inject, first.text) == ("C1", "Other words.")
    assert [(line.gauge, line.change) for line in first.lines] == [("aTAV", -1), ("pTAV", 1)]
    assert passed == ev.InjectsPassedOver(())


def test_at_most_one_conditional_inject_comes_in_a_turn() -> None:
    course = letter().given(do.ReleaseInject("C1"))
    assert kinds(course, do.EnterNextPhase()) == ["PhaseEntered", "TimerSet"]
    course = letter().given(do.PassOverInjects())
    assert kinds(course, do.EnterNextPhase()) == ["PhaseEntered", "TimerSet"]


def test_closing_says_what_is_left_and_what_is_carried() -> None:
    closed = next(
        e for e in events(patrol(CONSULT), do.EnterNextPhase()) if isinstance(e, ev.HandInClosed)
    )
    assert closed.plays == (PATROL,)
    assert dict(closed.left) == {"CAL": 2, "TAV": 3}
    assert dict(closed.carry) == {"CAL": 1, "TAV": 1}


def test_the_accepted_ledger_is_recorded_line_by_line() -> None:
    accepted = events(patrol(), do.EnterNextPhase())[0]
    assert isinstance(accepted, ev.LedgerAccepted)
    found = [(line.cause, line.gauge, line.change) for line in accepted.lines]
    assert found == [
        ("P1", "aTAV", 1),
        ("P1", "dDRO", 1),
        ("R3", "aTAV", -1),
        ("R6", "dDRO", -1),
        ("R7", "pTAV", 1),
    ]
    assert dict(accepted.gauges) == {"aTAV": 4, "pTAV": 4, "dDRO": 5, "PLAN": 3}


@pytest.mark.parametrize("phase", [BRIEF, DELIBERATE, CONSULT, REVEAL, ADJUDICATE, POLL, DISCUSS])
def test_a_skipped_phase_says_so_with_its_reason(phase: Phase) -> None:
    entered = next(
        e for e in events(at(phase), do.SkipPhase(REASON)) if isinstance(e, ev.PhaseEntered)
    )
    assert (entered.skipped, entered.reason) == ((phase,), REASON)


def test_a_skipped_poll_is_not_closed_and_still_settled() -> None:
    course = at(POLL)
    assert "PollClosed" not in kinds(course, do.SkipPhase(REASON))
    course.given(do.SkipPhase(REASON))
    assert (course.state.now.poll_is_settled, course.state.now.poll_is_open) == (True, False)


def test_skipping_to_the_hot_wash_names_the_phases_left_out() -> None:
    entered = events(at(REVEAL), do.SkipToHotWash(REASON))[0]
    assert isinstance(entered, ev.PhaseEntered)
    assert entered.phase is Phase.HOT_WASH
    assert entered.skipped == (REVEAL, ADJUDICATE, POLL, DISCUSS)


# --- The end --------------------------------------------------------------------------------------


def ended(course: Course, action: do.Action) -> ev.SessionEnded:
    return next(e for e in events(course, action) if isinstance(e, ev.SessionEnded))


@pytest.mark.parametrize("action", [do.EnterNextPhase(), do.EndSession()])
def test_after_the_last_turn_the_end_is_not_early(action: do.Action) -> None:
    assert ended(at(Phase.HOT_WASH, 2), action) == ev.SessionEnded("E3")


@pytest.mark.parametrize("action", [do.EnterNextPhase(), do.EndSession()])
@pytest.mark.parametrize(
    ("phase", "turn"), [(OPENING, 0), (REVEAL, 1), (DISCUSS, 1), (CONSULT, 2)], ids=str
)
def test_an_end_before_the_last_turn_is_marked_early(
    phase: Phase, turn: int, action: do.Action
) -> None:
    course = at(phase, turn).given(do.SkipToHotWash(REASON))
    assert ended(course, action).early
    assert course.given(action).state.ended_early


def test_a_last_turn_whose_talk_is_skipped_is_not_an_early_end() -> None:
    course = at(DISCUSS, 2).given(do.SkipToHotWash(REASON))
    assert not ended(course, do.EndSession()).early


def test_an_exercise_ended_early_is_tested_after_its_last_finished_turn() -> None:  # ruling 95
    course = at(REVEAL, 2)
    assert ended(course, do.EndSession(REASON)) == ev.SessionEnded("E3", early=True, reason=REASON)


# --- Challenges (ruling 102) ----------------------------------------------------------------------

CATCH = AddedLine("pTAV", 1, REASON)


def challenge(dice: tuple[int, ...], value: int = -2, **more: object) -> do.Challenge:
    argument = Argument("TAV", "Say no", "They listen", dice=dice, **more)  # type: ignore[arg-type]
    return do.Challenge(R3_LINE, value, argument, CATCH)


def settled(course: Course, action: do.Challenge) -> ev.ChallengeSettled:
    (event,) = events(course, action)
    assert isinstance(event, ev.ChallengeSettled)
    return event


@pytest.mark.parametrize(
    ("dice", "outcome", "value", "has_catch"),
    [
        ((6, 6), "full", -2, False),
        ((4, 6), "full", -2, False),
        ((4, 5), "catch", -2, True),
        ((3, 4), "catch", -2, True),
        ((3, 3), "nothing", None, False),
        ((2, 3), "nothing", None, False),
        ((2, 2), "backfires", 0, False),
        ((1, 1), "backfires", 0, False),
    ],
)
def test_the_throw_decides_a_challenge(
    dice: tuple[int, int], outcome: str, value: int | None, has_catch: bool
) -> None:
    found = settled(patrol(), challenge(dice))
    assert (found.total, found.outcome) == (sum(dice), outcome)
    assert (found.ruling.value if found.ruling else None) == value
    assert (found.catch == CATCH) is has_catch


@pytest.mark.parametrize(
    ("pros", "cons", "total"), [("ss", "", 9), ("sw", "s", 7), ("", "sss", 4), ("sss", "s", 9)]
)
def test_strong_reasons_move_the_throw_and_weak_ones_do_not(
    pros: str, cons: str, total: int
) -> None:
    def reasons(text: str) -> tuple[tuple[str, bool], ...]:
        return tuple((f"reason {i}", letter == "s") for i, letter in enumerate(text))

    found = settled(patrol(), challenge((3, 4), pros=reasons(pros), cons=reasons(cons)))
    assert found.total == total


@pytest.mark.parametrize(
    ("likelihoods", "outcome"), [((5, 6, 9), "full"), ((5, 6), "nothing"), ((0, 5, 10), "nothing")]
)
def test_the_diceless_way_takes_the_median(likelihoods: tuple[int, ...], outcome: str) -> None:
    assert settled(patrol(), challenge((), likelihoods=likelihoods)).outcome == outcome


def test_the_program_throws_by_the_seed_where_it_is_asked_to() -> None:
    course = at(ADJUDICATE, 1, do.AddMove(PATROL), dice="program", seed=3)
    first, again = settled(course, challenge(())), settled(course, challenge(()))
    assert first == again
    assert len(first.argument.dice) == 2


def test_a_backfire_goes_one_step_against_the_challenger_either_way() -> None:
    down, up = challenge((1, 1), value=-2), challenge((1, 1), value=0)
    values = [settled(patrol(), action).ruling for action in (down, up)]
    assert [ruling.value for ruling in values if ruling] == [0, -2]


def test_a_challenge_is_allowed_in_rigid_adjudication_and_counts() -> None:
    course = at(ADJUDICATE, 1, do.AddMove(PATROL), mode="rigid").given(challenge((6, 6)))
    accepted = events(course, do.EnterNextPhase())[0]
    assert isinstance(accepted, ev.LedgerAccepted)
    assert next(line.ruled for line in accepted.lines if line.key == R3_LINE) == -2


def test_a_catch_becomes_an_added_line() -> None:
    course = patrol().given(challenge((4, 4)))
    accepted = events(course, do.EnterNextPhase())[0]
    assert isinstance(accepted, ev.LedgerAccepted)
    assert [line.change for line in accepted.lines if line.cause == "W"] == [1]


# --- Modes of adjudication (ruling 100) -----------------------------------------------------------


@pytest.mark.parametrize(
    ("mode", "line", "values"),
    [
        ("semi-rigid", P1_LINE, (0, 2)),
        ("semi-rigid", R3_LINE, (-2, 0)),
        ("semi-rigid", "close/building/R6//dDRO", ()),
        ("rigid", P1_LINE, ()),
        ("free", P1_LINE, ()),
    ],
)
def test_a_mode_says_what_a_line_may_be_set_to(
    mode: str, line: str, values: tuple[int, ...]
) -> None:
    course = at(ADJUDICATE, 1, do.AddMove(PATROL), mode=mode)
    taken = [
        value
        for value in range(-4, 5)
        if not isinstance(course.when(do.RuleLine(Ruling(line, value, REASON))), Refusal)
    ]
    assert tuple(taken) == values


@pytest.mark.parametrize(
    ("mode", "values"),
    [("semi-rigid", [-1, 1]), ("rigid", []), ("free", [-10, -2, -1, 1, 2, 10])],
)
def test_a_mode_says_how_large_an_added_line_may_be(mode: str, values: list[int]) -> None:
    course = at(ADJUDICATE, 1, mode=mode)
    sizes = (-11, -10, -2, -1, 0, 1, 2, 10, 11)
    taken = [
        size
        for size in sizes
        if not isinstance(course.when(do.AddLine(AddedLine("PLAN", size, REASON))), Refusal)
    ]
    assert taken == values


def test_a_line_that_was_taken_away_may_be_put_back_by_one_step() -> None:
    course = at(ADJUDICATE, 1, do.AddMove(RADAR))
    ruling = Ruling("moves/printed/F3//pTAV", 1, REASON)
    assert events(course, do.RuleLine(ruling)) == [ev.LineRuled(ruling)]
    assert isinstance(course.when(do.RuleLine(Ruling(ruling.line, 0, REASON))), Refusal)


def test_a_limit_can_only_be_cancelled() -> None:
    plays = [ESCORT, PLAN]
    course = at(CONSULT, 1, *map(do.AddMove, plays), do.AddMove(HARBOUR))
    course.given(do.AnswerSignature("P1", "TAV", True), do.AnswerSignature("P3", "TAV", True))
    course.to(ADJUDICATE)
    limit = "moves/limit/R4//PLAN"
    assert isinstance(course.when(do.RuleLine(Ruling(limit, 1, REASON))), Refusal)
    assert kinds(course, do.RuleLine(Ruling(limit, 0, REASON))) == ["LineRuled"]


# --- Signatures -----------------------------------------------------------------------------------

SIGNED = replace(ESCORT, signers=("TAV",))


@pytest.mark.parametrize(
    ("play", "signers"),
    [
        (replace(SIGNED, reason="so that they see it", wording="In short."), ("TAV",)),
        (replace(SIGNED, signers=()), ()),
        (replace(SIGNED, host="CAL"), ()),
        (replace(SIGNED, target=""), ()),
        (replace(SIGNED, choices=(("whom", ("leaders",)),)), ()),
        (replace(SIGNED, channel="solo"), ()),
    ],
)
def test_a_signature_is_given_to_a_move_as_it_stands(
    play: PlayedMove, signers: tuple[str, ...]
) -> None:
    course = at(CONSULT, 1, do.AddMove(ESCORT)).given(do.AnswerSignature("P1", "TAV", signed=True))
    (event,) = events(course, do.ChangeMove(play))
    assert isinstance(event, ev.MoveChanged)
    assert event.play.signers == signers
    assert event.signed_anew is (play.signers != signers)


# --- Small things ---------------------------------------------------------------------------------


def test_a_seat_without_people_is_an_empty_seat() -> None:
    course = at(DELIBERATE, cells=(CellSetup("CAL", heads=3), CellSetup("TAV", heads=0)))
    assert course.state.setup.is_empty("TAV")
    cards = playable(course.book, course.state, "TAV")
    assert {reasons for _, reasons in cards} == {("Nobody plays Tavia.",)}


def test_injects_are_due_in_the_order_of_their_ids() -> None:  # ruling 86
    deck = tutorial().deck
    letter = next(inject for inject in deck.injects if inject.kind == "conditional")
    always = {"when": None, "turns": (1, 2)}
    due = tuple(letter.model_copy(update={"id": x, **always}) for x in ("C10", "D1", "C9", "C2"))
    injects = (*(x for x in deck.injects if x.kind != "conditional"), *due)
    course = Course(book=compile_deck(deck.model_copy(update={"injects": injects}))).to(BRIEF)
    assert due_conditionals(course.book, course.state) == ("C2", "C9", "C10", "D1")


def test_all_that_was_chosen_on_a_card_is_shown() -> None:
    options = {"a": "First", "b": "Second"}
    one = Choice(id="one", label="One", options=options)
    two = Choice(id="two", label="Two", options=options)
    deck = tutorial().deck
    moves = [m.model_copy(update={"choices": (*m.choices, one, two)}) for m in deck.moves]
    book = compile_deck(deck.model_copy(update={"moves": tuple(moves)}))
    play = replace(PATROL, choices=(("one", ("a",)), ("two", ("b",))))
    course = Course(book=book).to(DELIBERATE).given(do.AddMove(play))
    course.to(REVEAL).given(do.RevealAll())
    shown = picture(book, course.state, Item("moves", 1), NOW)
    assert "First; Second" in str(shown)
