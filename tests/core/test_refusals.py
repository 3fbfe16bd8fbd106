"""Every refusal of the rules: its code, and a sentence that a person can act on."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from app.core import actions as do
from app.core import events as ev
from app.core.actions import Refusal
from app.core.book import Book
from app.core.compile import compile_deck
from app.core.decide import decide
from app.core.state import State
from app.core.values import (
    AddedLine,
    Answers,
    Argument,
    CellSetup,
    Consultation,
    FollowUp,
    FreeMove,
    Item,
    Note,
    Phase,
    PlayedMove,
    Ruling,
    WrittenInject,
)
from app.deck.model import FreeMoves
from tests.core.given import (
    ASKED,
    ESCORT,
    FELT,
    HARBOUR,
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
from tests.core.test_texts import TEXT, drafting

OPENING, BRIEF, DELIBERATE, CONSULT = Phase.OPENING, Phase.BRIEF, Phase.DELIBERATE, Phase.CONSULT
REVEAL, ADJUDICATE, POLL, DISCUSS = Phase.REVEAL, Phase.ADJUDICATE, Phase.POLL, Phase.DISCUSS
HOT_WASH, ENDED = Phase.HOT_WASH, Phase.ENDED
R3_LINE = "moves/channel/R3/P1/aTAV"
NOTE = Note("n1", "note", 0, OPENING, "", "")
UNSIGNED = replace(PLAN, asked=())
EMPTY = (CellSetup("CAL", heads=3), CellSetup("TAV", heads=0, played_by="nobody"))

Given = Callable[[], Course]


def nothing() -> Course:
    """Before a session."""
    course = start()
    course.state = State()
    return course


def patrol(phase: Phase = ADJUDICATE) -> Course:
    return at(phase, 1, do.AddMove(PATROL))


def polled(**answers: object) -> do.EnterAnswers:
    fields = {"item": "felt", "seat": "TAV", **answers}
    return do.EnterAnswers(Answers(**fields))  # type: ignore[arg-type]


def asked(asking: str, whom: str, about: str) -> do.OpenConsultation:
    return do.OpenConsultation(Consultation(asking, whom, about))


def challenge(line: str = R3_LINE, value: int = -2, seat: str = "TAV", dice: object = (6, 6),
              catch: AddedLine | None = None, does: str = "Say no",
              likelihoods: tuple[int, ...] = ()) -> do.Challenge:  # fmt: skip
    argument = Argument(seat, does, "They listen", dice=dice, likelihoods=likelihoods)  # type: ignore[arg-type]
    return do.Challenge(line, value, argument, catch)


def show(kind: str, turn: int = 1, ref: str = "") -> do.Show:
    return do.Show(Item(kind, turn, ref))  # type: ignore[arg-type]


def rule(line: str, value: int, reason: str = REASON) -> do.RuleLine:
    return do.RuleLine(Ruling(line, value, reason))


def write(channel: str = "solo", **changes: object) -> do.WriteFreeMove:
    card = FreeMove("", "CAL", "Hospital ship", "Calder opens its wards.", 1, (("aTAV", 1),))
    card = replace(card, **changes)  # type: ignore[arg-type]
    return do.WriteFreeMove(card, PlayedMove(card.seat, "", channel))  # type: ignore[arg-type]


def argue(dice: tuple[int, ...] = (6, 6), catch: tuple[str, int] | None = None) -> do.ArgueFreeMove:
    return do.ArgueFreeMove("X1", Argument("CAL", "Open wards", "They see", dice=dice), catch)


def a_turn_later(write: do.WriteFreeMove, argue: do.ArgueFreeMove) -> Course:
    """The next turn's Deliberate, after one in which a free move was written and argued."""
    course = at(ADJUDICATE, 1, write).given(argue)
    while (course.state.turn, course.state.phase) != (2, DELIBERATE):
        course.given(do.EnterNextPhase())
    return course


def news(**changes: object) -> do.WriteInject:
    inject = WrittenInject("", "Dock workers walk out", "The cranes stand still.", ("room",))
    return do.WriteInject(replace(inject, **changes))  # type: ignore[arg-type]


def tavia_writes() -> Book:
    free = FreeMoves(seats=("TAV",), text="Tavia alone")
    return compile_deck(tutorial().deck.model_copy(update={"free_moves": free}))


def starting(**changes: object) -> do.StartSession:
    return do.StartSession(replace(SETUP, **changes))  # type: ignore[arg-type]


def hand_in() -> Course:
    return at(DELIBERATE)


def consult() -> Course:
    return at(CONSULT)


TABLE: list[tuple[str, Given, do.Action]] = [
    # The course
    ("AlreadyStarted", start, do.StartSession(SETUP)),
    ("NoSuchSeat", nothing, starting(cells=(CellSetup("XXX"),))),
    ("TitleMissing", nothing, starting(title=" ")),
    ("TooFewPeople", nothing,
     starting(cells=(CellSetup("CAL", heads=3), CellSetup("TAV", heads=-3)))),
    ("NobodyThere", nothing, starting(cells=(CellSetup("CAL", heads=0),))),
    ("NotNow", nothing, do.EnterNextPhase()),
    ("NotNow", lambda: at(ENDED, 2), do.EnterNextPhase()),
    ("NotNow", start, do.SkipPhase(REASON)),
    ("NotNow", lambda: at(HOT_WASH, 2), do.SkipPhase(REASON)),
    ("NotNow", lambda: at(HOT_WASH, 2), do.SkipToHotWash(REASON)),
    ("NotNow", lambda: at(ENDED, 2), do.EndSession(REASON)),
    ("ReasonMissing", hand_in, do.SkipPhase("too short")),
    ("ReasonMissing", hand_in, do.SkipToHotWash("          ")),
    ("ReasonMissing", hand_in, do.EndSession()),
    ("HandInOpen", lambda: at(CONSULT, 1, do.AddMove(UNSIGNED)), do.EnterNextPhase()),
    ("HandInOpen", lambda: at(CONSULT, 1, do.AddMove(PLAN)), do.SkipPhase(REASON)),
    # Injects
    ("NotNow", start, do.ReleaseInject("I1")),
    ("NotNow", lambda: at(POLL), do.ReleaseInject("I1")),
    ("NoSuchInject", lambda: at(BRIEF), do.ReleaseInject("I99")),
    ("NotDue", lambda: at(BRIEF), do.ReleaseInject("I1")),
    ("NotDue", lambda: at(BRIEF), do.ReleaseInject("C1")),
    ("BriefIsOver", hand_in, do.ReleaseInject("C1")),
    ("NoneDue", lambda: at(BRIEF), do.PassOverInjects()),
    ("NotNow", hand_in, do.PassOverInjects()),
    # Moves
    ("NotNow", lambda: at(BRIEF), do.AddMove(PATROL)),
    ("NotNow", lambda: at(REVEAL), do.AddMove(PATROL)),
    ("NoSuchSeat", hand_in, do.AddMove(replace(PATROL, seat="XXX"))),
    ("NoSuchMove", hand_in, do.AddMove(replace(PATROL, move="P9"))),
    ("NotItsCard", hand_in, do.AddMove(replace(HARBOUR, seat="CAL"))),
    ("PlayedAlready", lambda: patrol(CONSULT), do.AddMove(ESCORT)),
    ("HandedInAlready", lambda: at(CONSULT, 1, do.HandIn("CAL")), do.AddMove(PATROL)),
    ("EmptySeat", lambda: at(DELIBERATE, cells=EMPTY), do.AddMove(HARBOUR)),
    ("NoSuchChannel", hand_in, do.AddMove(replace(PATROL, channel="shout"))),  # type: ignore[arg-type]
    ("EmptySeat", lambda: at(DELIBERATE, cells=EMPTY),
     do.AddMove(replace(PLAN, signers=("TAV",)))),
    ("EmptySeat", lambda: at(CONSULT, 1, do.AddMove(PLAN), cells=EMPTY),
     do.ChangeMove(replace(PLAN, signers=("TAV",)))),
    ("NotInHand", consult, do.ChangeMove(PATROL)),
    ("NotInHand", consult, do.TakeBackMove("P1")),
    ("NotNow", lambda: patrol(REVEAL), do.TakeBackMove("P1")),
    ("HandedInAlready", lambda: at(CONSULT, 1, do.AddMove(PATROL), do.HandIn("CAL")),
     do.TakeBackMove("P1")),
    ("HandedInAlready", lambda: at(CONSULT, 1, do.HandIn("CAL")), do.HandIn("CAL")),
    ("NotLegal", lambda: at(CONSULT, 1, do.AddMove(UNSIGNED)), do.HandIn("CAL")),
    ("NoSuchSeat", consult, do.HandIn("XXX")),
    ("EmptySeat", lambda: at(CONSULT, cells=EMPTY), do.HandIn("TAV")),
    ("NotHandedIn", consult, do.ReopenSeat("CAL")),
    ("NotNow", lambda: at(REVEAL), do.ReopenSeat("CAL")),
    # Consultations and signatures
    ("NotNow", lambda: at(BRIEF), do.OpenConsultation(ASKED)),
    ("NotNow", lambda: at(REVEAL), do.OpenConsultation(ASKED)),
    ("NoSuchSeat", consult, asked("CAL", "XXX", "P1")),
    ("NoSuchSeat", consult, asked("XXX", "CAL", "P1")),
    ("AsksItself", consult, asked("CAL", "CAL", "P1")),
    ("AboutWhat", consult, asked("CAL", "TAV", "  ")),
    ("AskedAlready", lambda: at(CONSULT, 1, do.OpenConsultation(ASKED)),
     asked("CAL", "TAV", " P1 ")),
    ("NoConsultationLeft", lambda: at(CONSULT, 1, asked("TAV", "CAL", "one")),
     asked("TAV", "CAL", "two")),
    ("EmptySeat", lambda: at(CONSULT, cells=EMPTY), asked("TAV", "CAL", "one")),
    ("EmptySeat", lambda: at(CONSULT, 1, do.OpenConsultation(ASKED), cells=EMPTY),
     do.AnswerConsultation("CAL", "TAV", "P1", "objects")),
    ("NoSuchAnswer", lambda: at(CONSULT, 1, do.OpenConsultation(ASKED)),
     do.AnswerConsultation("CAL", "TAV", "P1", "maybe")),  # type: ignore[arg-type]
    ("NoSuchAnswer", consult,
     do.OpenConsultation(replace(ASKED, answer="maybe"))),  # type: ignore[arg-type]
    ("EmptySeat", lambda: at(CONSULT, cells=EMPTY),
     do.OpenConsultation(replace(ASKED, answer="objects"))),
    ("NotAsked", consult, do.AnswerConsultation("CAL", "TAV", "P1", "accepts")),
    ("NotNow", lambda: at(REVEAL, 1, do.OpenConsultation(ASKED)),
     do.AnswerConsultation("CAL", "TAV", "P1", "accepts")),
    ("NotNow", lambda: at(REVEAL), do.AnswerSignature("P3", "TAV", True)),
    ("NotInHand", consult, do.AnswerSignature("P3", "TAV", True)),
    ("NotJoint", lambda: patrol(CONSULT), do.AnswerSignature("P1", "TAV", True)),
    ("NoSuchSeat", lambda: at(CONSULT, 1, do.AddMove(PLAN)), do.AnswerSignature("P3", "X", True)),
    ("CannotSign", lambda: at(CONSULT, 1, do.AddMove(PLAN)), do.AnswerSignature("P3", "CAL", True)),
    ("CannotSign", lambda: at(CONSULT, 1, do.AddMove(PLAN), do.AddMove(RADAR), do.AddMove(HARBOUR)),
     do.AnswerSignature("P3", "TAV", True)),
    ("EmptySeat", lambda: at(CONSULT, 1, do.AddMove(PLAN), cells=EMPTY),
     do.AnswerSignature("P3", "TAV", True)),
    # Reveal
    ("NotNow", consult, do.RevealSeat("CAL")),
    ("NotNow", consult, do.RevealAll()),
    ("NoSuchSeat", lambda: at(REVEAL), do.RevealSeat("XXX")),
    ("RevealedAlready", lambda: at(REVEAL).given(do.RevealSeat("CAL")), do.RevealSeat("CAL")),
    ("RevealedAlready", lambda: at(REVEAL).given(do.RevealAll()), do.RevealAll()),
    ("NotInHand", lambda: at(REVEAL), do.ChangeWording("P1", "In short.")),
    # Adjudication
    ("NotNow", lambda: patrol(REVEAL), rule(R3_LINE, 0)),
    ("NoSuchLine", patrol, rule("moves/printed/P9//aTAV", 0)),
    ("NotARuling", patrol, rule(R3_LINE, -1)),
    ("NotARuling", patrol, rule(R3_LINE, -3)),
    ("NotARuling", patrol, rule("close/building/R6//dDRO", 0)),
    ("ReasonMissing", patrol, rule(R3_LINE, 0, "because")),
    ("NotRuled", patrol, do.WithdrawRuling(R3_LINE)),
    ("NotNow", lambda: patrol(POLL), do.WithdrawRuling(R3_LINE)),
    ("NotNow", lambda: patrol(POLL), do.AddLine(AddedLine("PLAN", 1, REASON))),
    ("NoSuchGauge", patrol, do.AddLine(AddedLine("PLANN", 1, REASON))),
    ("NotARuling", patrol, do.AddLine(AddedLine("PLAN", 2, REASON))),
    ("ReasonMissing", patrol, do.AddLine(AddedLine("PLAN", 1, "because"))),
    ("NotNow", lambda: patrol(POLL), challenge()),
    ("NotAChallenge", patrol, challenge(line="moves/printed/P9//aTAV")),
    ("NotAChallenge", patrol, challenge(value=-1)),
    ("NotAChallenge", patrol, challenge(value=-3)),
    ("NotAChallenge", patrol, challenge(line="close/building/R6//dDRO", value=0)),
    ("NoSuchSeat", patrol, challenge(seat="XXX")),
    ("DiceMissing", patrol, challenge(dice=())),
    ("DiceMissing", patrol, challenge(dice=(6,))),
    ("DiceMissing", patrol, challenge(dice=(6, 7))),
    ("DiceMissing", patrol, challenge(dice=(0, 7), likelihoods=(6,))),
    ("OffTheScale", patrol, challenge(dice=(), likelihoods=(50, 60, 99))),
    ("OffTheScale", patrol, challenge(dice=(), likelihoods=(-5,))),
    ("ActionMissing", patrol, challenge(does=" ")),
    ("ReasonMissing", patrol, challenge(dice=(4, 4), catch=AddedLine("PLAN", 1, ""))),
    ("ChallengeStands", lambda: patrol().given(challenge()), do.WithdrawRuling(R3_LINE)),
    ("ChallengeStands", lambda: patrol().given(challenge()), rule(R3_LINE, 0)),
    ("CatchMissing", patrol, challenge(dice=(4, 4))),
    ("NoSuchGauge", patrol, challenge(dice=(4, 4), catch=AddedLine("PLANN", 1, REASON))),
    ("NotARuling", patrol, challenge(dice=(4, 4), catch=AddedLine("PLAN", 2, REASON))),
    ("ChallengedAlready", lambda: patrol().given(challenge()), challenge()),
    # Polls
    ("PollNotOpen", nothing, do.EnterAnswers(FELT)),
    ("PollNotOpen", patrol, do.EnterAnswers(FELT)),
    ("PollNotOpen", lambda: at(POLL), polled(item="moved")),
    ("PollNotOpen", lambda: at(POLL), polled(item="nonsense")),
    ("NotAsked", lambda: at(POLL), polled(seat="CAL", values=(5.0,))),
    ("NotAsked", lambda: at(POLL), polled(seat="XXX")),
    ("NotAsked", lambda: at(POLL), polled(item="helped", about="TAV")),
    ("TooManyAnswers", lambda: at(POLL), polled(values=(5.0, 5.0, 5.0))),
    ("OffTheScale", lambda: at(POLL), polled(values=(11.0,))),
    ("OffTheScale", lambda: at(POLL), polled(values=(-1.0,))),
    ("OffTheScale", lambda: at(POLL), polled(values=(4.5,))),
    ("OffTheScale", lambda: at(POLL), polled(values=(4.25,), is_median=True)),
    ("NotANumber", lambda: at(POLL), polled(options=("ship",))),
    ("NotAMedian", lambda: at(POLL), polled(values=(4.0, 5.0), is_median=True)),
    ("NotAMedian", lambda: at(POLL), polled(item="helped", options=("ship",), is_median=True)),
    ("NoSuchOption", lambda: at(POLL), polled(item="helped", options=("boat",))),
    ("NoSuchOption", lambda: at(POLL), polled(item="helped", values=(5.0,))),
    ("NotWords", lambda: at(POLL, 2), polled(item="moved", values=(5.0,))),
    ("NoSuchTension", lambda: at(POLL, 2), polled(item="moved", words=(("Well.", "T99"),))),
    ("TooManyWords", lambda: at(POLL, 2), polled(item="moved", words=(("word " * 13, "T01"),))),
    ("AnsweredAlready", lambda: at(POLL).given(do.EnterAnswers(FELT)).to(DISCUSS),
     do.EnterAnswers(FELT)),
    ("PollShown", lambda: at(DISCUSS, reveal_policy="every turn"), do.EnterAnswers(FELT)),
    ("PollShown", lambda: at(ENDED, 2), do.EnterAnswers(FELT)),
    ("OpenAlready", lambda: at(ENDED, 2), do.RevealPoll()),
    ("PollStillOpen", lambda: at(POLL), do.RevealPoll()),
    ("PollStillOpen", nothing, do.RevealPoll()),
    ("OpenAlready", lambda: at(DISCUSS).given(do.RevealPoll()), do.RevealPoll()),
    # What people say
    ("NotNow", start, do.HearSentence("CAL", "We asked.")),
    ("NoSuchSeat", lambda: at(DISCUSS), do.HearSentence("XXX", "We asked.")),
    ("NotStarted", nothing, do.Observe(NOTE)),
    ("NoSuchSeat", start, do.Observe(replace(NOTE, seat="XXX"))),
    ("NoSuchTension", start, do.Observe(replace(NOTE, tensions=("T99",)))),
    ("NoSuchNote", start, do.EditObservation(NOTE)),
    ("NoSuchTension", lambda: start().given(do.Observe(NOTE)),
     do.EditObservation(replace(NOTE, tensions=("T99",)))),
    ("NotNow", lambda: at(DISCUSS), do.RevealConcern("CAL")),
    ("NoSuchSeat", lambda: at(HOT_WASH, 2), do.RevealConcern("XXX")),
    ("RevealedAlready", lambda: at(HOT_WASH, 2).given(do.RevealConcern("CAL")),
     do.RevealConcern("CAL")),
    ("NotNow", lambda: at(DISCUSS), do.ChooseTensions(("T07",))),
    ("NoSuchTension", lambda: at(HOT_WASH, 2), do.ChooseTensions(("T99",))),
    ("NotStarted", nothing, do.WriteFollowUp(FollowUp("One", "Two"))),
    ("IssueMissing", start, do.WriteFollowUp(FollowUp(" ", "Two"))),
    ("NoSuchEntry", start, do.Amend(99, ev.SentenceHeard("CAL", "No."), REASON)),
    ("ReasonMissing", start, do.Amend(1, ev.SentenceHeard("CAL", "No."), "because")),
    *(
        (code, start, do.Amend(1, replacement, REASON))
        for code, replacement in (
            ("NoSuchSeat", ev.SentenceHeard("XXX", "No.")),
            ("NoSuchMove", ev.HandInClosed((replace(PATROL, move="P9"),), (), ())),
            ("NoSuchSeat", ev.HandInClosed((replace(PATROL, signers=("XXX",)),), (), ())),
            ("NoSuchMove", ev.WordingChanged("P9", "No.")),
            ("NoSuchSeat", ev.ConsultationOpened(Consultation("CAL", "XXX", "P1"))),
            ("NoSuchSeat", ev.ConsultationAnswered("XXX", "TAV", "P1", "accepts")),
            ("NoSuchSeat", ev.AnswersEntered(replace(FELT, seat="XXX"))),
            ("NotAsked", ev.AnswersEntered(replace(FELT, item="nonsense"))),
        )
    ),
    # The timer
    ("RunsAlready", lambda: start().given(do.StartTimer()), do.StartTimer()),
    ("NotRunning", start, do.PauseTimer()),
    ("NotNow", lambda: at(ENDED, 2), do.StartTimer()),
    ("TooLong", start, do.AdjustTimer(10**400)),
    # The room
    ("NothingShown", start, do.TurnPage(1)),
    ("NothingShown", start, do.UndoShow()),
    ("NoSuchPage", lambda: start().given(show("hold")), do.TurnPage(-1)),
    ("BlankAlready", start, do.BlankRoom()),
    ("NotBlank", start, do.UnblankRoom()),
    ("NotStarted", nothing, show("hold")),
    ("NoSuchItem", start, show("nope")),
    ("NoSuchInject", start, show("inject", ref="I99")),
    ("PrivateInject", lambda: at(BRIEF), show("inject", ref="I2")),
    ("NotReleased", lambda: at(BRIEF), show("inject", ref="I3")),
    ("AnotherTurn", start, show("deliberate", 0)),
    ("AnotherTurn", consult, show("consult", 2)),
    ("NotRevealed", lambda: patrol(REVEAL), show("reveal seat", ref="CAL")),
    ("NotRevealed", consult, show("reveal seat", ref="XXX")),
    ("HandInOpen", lambda: patrol(CONSULT), show("moves")),
    ("NotAskedNow", lambda: at(POLL), show("poll", ref="moved")),
    ("NotAskedNow", start, show("poll", 0, "felt")),
    ("PollSealed", lambda: at(DISCUSS), show("poll results", ref="helped")),
    ("PollSealed", lambda: at(DISCUSS), show("gap")),
    ("NotAChoice", lambda: at(HOT_WASH, 2), show("poll results", ref="felt")),
    ("NotAskedNow", lambda: at(HOT_WASH, 2), show("poll results", ref="nonsense")),
    ("NotAskedNow", lambda: start().given(do.SkipToHotWash(REASON)),
     show("poll results", 0, "helped")),
    ("NotMeasured", lambda: at(HOT_WASH, 2), show("gap")),
    ("NotAdjudicated", lambda: patrol(ADJUDICATE), show("tracks")),
    ("NotAdjudicated", start, show("tracks", 7)),
    ("PollFirst", lambda: at(POLL), show("tracks")),
    ("NothingSaid", lambda: at(DISCUSS), show("sentences")),
    ("NothingYet", start, show("timeline")),
    ("StillPrivate", lambda: at(HOT_WASH, 2), show("concern", ref="CAL")),
    ("StillPrivate", lambda: at(HOT_WASH, 2), show("concern", ref="XXX")),
    ("NotYet", lambda: at(DISCUSS), show("vote")),
    ("ReadAloud", lambda: at(DISCUSS), show("quote")),
    # Cards and injects of the session's own
    ("NotNow", lambda: at(BRIEF), write()),
    ("NoSuchMove", hand_in, write(id="X9")),
    ("NoSuchSeat", hand_in, write(seat="XXX")),
    ("NoFreeMoves", lambda: Course(book=tavia_writes()).to(DELIBERATE), write()),
    ("WordsMissing", hand_in, write(title=" ")),
    ("WordsMissing", hand_in, write(text="")),
    ("NoLine", hand_in, write(title="Two\nlines")),
    ("CostOutOfBounds", hand_in, write(cost=4)),
    ("NoSuchGauge", hand_in, write(wants=(("nope", 1),))),
    ("WantsNothing", hand_in, write(wants=())),
    ("TooMuch", hand_in, write(wants=(("aTAV", 2),))),
    ("TooMuch", hand_in, write(wants=(("aTAV", 1), ("pTAV", 1)))),
    ("TooMuch", hand_in, write(cost=2, wants=(("aTAV", 1), ("aTAV", -1)))),
    ("NoSuchSeat", hand_in, write(affects=("XXX",))),
    ("NoSuchTension", hand_in, write(tensions=("T99",))),
    ("NoSuchChannel", hand_in, write("loud")),
    ("NotNow", lambda: at(CONSULT, 1, write()), argue()),
    ("NotInHand", lambda: patrol(ADJUDICATE), argue()),
    ("Unargued", lambda: at(ADJUDICATE, 1, write()), do.EnterNextPhase()),
    ("PlayedBefore", lambda: a_turn_later(write(), argue()), write(id="X1")),
    ("NotItsCard", lambda: at(CONSULT, 1, write()), write(id="X1", seat="TAV")),
    ("NotAsked", lambda: at(CONSULT, 1, do.AddMove(replace(PLAN, asked=()))),
     do.AnswerSignature("P3", "TAV", signed=False)),
    ("ArguedAlready", lambda: at(ADJUDICATE, 1, write()).given(argue()), argue()),
    ("DiceMissing", lambda: at(ADJUDICATE, 1, write()), argue(())),
    ("CatchMissing", lambda: at(ADJUDICATE, 1, write()), argue((4, 4))),
    ("NoSuchGauge", lambda: at(ADJUDICATE, 1, write()), argue((4, 4), ("nope", 1))),
    ("NotARuling", lambda: at(ADJUDICATE, 1, write()), argue((4, 4), ("pTAV", 2))),
    ("NotNow", lambda: at(POLL), news()),
    ("WordsMissing", hand_in, news(title="")),
    ("WordsMissing", hand_in, news(source=" ")),
    ("NoLine", hand_in, news(title="n" * 401)),
    ("ToWhom", hand_in, news(to=())),
    ("NoSuchSeat", hand_in, news(to=("XXX",))),
    ("NoSuchGauge", hand_in, news(effects=(("nope", 1),), reason=REASON)),
    ("NotARuling", hand_in, news(effects=(("pTAV", 0),), reason=REASON)),
    ("ReasonMissing", hand_in, news(effects=(("pTAV", 1),))),
    ("NoSuchTension", hand_in, news(tensions=("T99",))),
    ("NotNow", start, do.RewordInject("I1", "Other words.")),
    ("NotReleased", hand_in, do.RewordInject("I3", "Other words.")),
    # Texts that seats draft together
    ("NotNow", lambda: drafting().to(REVEAL, 2), do.SignText(TEXT, "US")),
    ("NoSuchText", hand_in, do.SignText(TEXT, "CAL")),
    ("NoSuchText", drafting, show("text", 2, "nope")),
    ("StillDrafted", drafting, show("text", 2, TEXT)),
    ("NoSuchLine", drafting, do.SettleLine(TEXT, "nope", "firm")),
    ("NoSuchOption", drafting, do.SettleLine(TEXT, "threats", "nope")),
    ("NoSuchSeat", drafting, do.SignText(TEXT, "XXX")),
    ("NothingToChange", drafting, do.SignText(TEXT, "US", signed=False)),
    ("OtherVariant", nothing, starting(variant="three cells")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "given", "action"),
    TABLE,
    ids=[f"{code}-{type(action).__name__}-{i}" for i, (code, _, action) in enumerate(TABLE)],
)
def test_what_cannot_be_done_is_refused_with_a_sentence(
    code: str, given: Given, action: do.Action
) -> None:
    answer = given().when(action)
    assert isinstance(answer, Refusal)
    assert answer.code == code
    assert answer.sentence[0].isupper() or not answer.sentence[0].isalpha()
    assert answer.sentence.endswith((".", "”.", "!"))
    assert answer.way_on == "" or answer.way_on.endswith(".")


def test_every_refusal_of_the_rules_is_in_the_table() -> None:
    core = Path(decide.__code__.co_filename).parent.parent
    codes = {
        call.args[0].value
        for file in core.rglob("*.py")
        for call in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id == "Refusal"
        and isinstance(call.args[0], ast.Constant)
    }
    assert codes == {code for code, _, _ in TABLE}


def test_deciding_is_pure() -> None:
    course = patrol()
    before = course.state
    assert course.when(rule(R3_LINE, 0)) == course.when(rule(R3_LINE, 0))
    assert course.state is before


# --- Why a move is not legal, in words ------------------------------------------------------------


@pytest.mark.parametrize(
    ("play", "says"),
    [
        (replace(PATROL, channel="joint"), "Joint needs somebody who signs it."),
        (PlayedMove("CAL", "P3", "solo"), "It cannot be solo: only joint."),
        (replace(PATROL, host=""), "Not chosen yet: sails from."),
        (replace(PATROL, host="DRO"), "Drovna cannot stand for “sails from”"),
        (replace(PATROL, target="XXX"), "XXX cannot stand for “meant to be noticed by”"),
        (PlayedMove("CAL", "P2", "solo"), "Not chosen yet: written for."),
        (PlayedMove("CAL", "P2", "solo", choices=(("whom", ("nobody",)),)), "cannot stand for"),
        (PlayedMove("CAL", "P2", "solo", choices=(("whom", ("leaders", "voters")),)),
         "Chosen otherwise than “written for” asks: one."),
        (PlayedMove("CAL", "P4", "solo", choices=(("whom", ("leaders",)),)),
         "The card has no choice “whom”."),
        (replace(HARBOUR, host="CAL"), "The card has no choice “host”."),
        (replace(PATROL, asked=("TAV",)), "Solo has no co-signers."),
        (replace(PLAN, signers=("CAL",)), "The Calder Union cannot sign it: Tavia."),
        (replace(PLAN, signers=("XXX",)), "XXX cannot sign it: Tavia."),
        (PlayedMove("TAV", "F3", "quiet"), "Quiet needs somebody who is told."),
        (replace(RADAR, addressee="TAV"), "Tavia cannot be its own addressee."),
        (replace(RADAR, addressee="DRO"),
         "Drovna cannot be told of it quietly: the Calder Union."),
        (replace(RADAR, addressee="XXX"), "XXX cannot be told of it quietly"),
        (replace(RADAR, channel="solo"), "Solo is told to everyone: it has no addressee."),
        (replace(PATROL, channel="quiet", host="CAL"), "Quiet needs somebody who is told."),
        (PlayedMove("TAV", "F4", "solo"), "Pressure in Tavia has to stand at 5 or more."),
    ],
)  # fmt: skip
def test_a_move_that_is_not_legal_says_why(play: PlayedMove, says: str) -> None:
    course = at(CONSULT, 1, do.AddMove(play))
    answer = course.when(do.HandIn(play.seat))
    assert isinstance(answer, Refusal)
    assert says in answer.sentence


def test_a_quiet_move_may_be_told_to_its_host_alone() -> None:  # ruling 19
    quiet = replace(PATROL, channel="quiet")
    course = at(CONSULT, 1, do.AddMove(quiet))
    assert course.when(do.HandIn("CAL")) == (ev.SeatHandedIn("CAL"),)


def test_a_card_played_once_is_not_played_again() -> None:
    home = PlayedMove("CAL", "P4", "solo")
    course = at(CONSULT, 1, do.AddMove(home)).to(DELIBERATE, 2).given(do.AddMove(home))
    answer = course.when(do.HandIn("CAL"))
    assert isinstance(answer, Refusal)
    assert "played once in a game" in answer.sentence


def test_a_card_that_rests_says_how_long() -> None:
    words = PlayedMove("CAL", "P2", "solo", choices=(("whom", ("leaders",)),))
    course = at(CONSULT, 1, do.AddMove(words)).to(DELIBERATE, 2).given(do.AddMove(words))
    answer = course.when(do.HandIn("CAL"))
    assert isinstance(answer, Refusal)
    assert "It has to rest for one turn" in answer.sentence


def test_an_overdrawn_seat_keeps_the_hand_in_open() -> None:
    course = at(CONSULT, 1, do.AddMove(RADAR), do.AddMove(PlayedMove("TAV", "F2", "solo")))
    course.given(do.AddMove(PLAN))
    answer = course.when(do.AnswerSignature("P3", "TAV", True))
    assert isinstance(answer, Refusal)
    assert answer.sentence == "Tavia has 1 effort too few."


def test_too_many_moves_are_said_to_be() -> None:
    home = PlayedMove("CAL", "P4", "solo")
    words = PlayedMove("CAL", "P2", "solo", choices=(("whom", ("leaders",)),))
    course = at(CONSULT, 1, *(do.AddMove(play) for play in (PATROL, words, home)))
    answer = course.when(do.HandIn("CAL"))
    assert isinstance(answer, Refusal)
    assert "The Calder Union may lead 2 moves." in answer.sentence
