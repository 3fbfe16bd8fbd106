"""State is the fold of the events that count: undo, redo, amendments, and what each event does."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, get_args

import pytest

from app.core import events as ev
from app.core.display import NOTHING_SHOWN, DisplayState, Frame, Hold
from app.core.evolve import effective, evolve, fold
from app.core.state import State
from app.core.values import (
    AddedLine,
    Answers,
    Argument,
    Consultation,
    Draft,
    FollowUp,
    FreeMove,
    Item,
    LedgerLine,
    Note,
    Phase,
    PlayedMove,
    Ruling,
    Stage,
    Timer,
    WrittenInject,
)
from tests.core.given import SETUP

PLAY = PlayedMove("CAL", "P3", "joint", asked=("TAV",))
NOTE = Note("n1", "note", 1, Phase.DISCUSS, "", "d1")
LINE = LedgerLine(Stage.MOVES, "printed", "P1", "", "aTAV", 1, 1, before=5, after=6)
PICTURE = DisplayState(Frame("Title"), Hold("Hold"))
RULING = Ruling(LINE.key, 0, "because of this")
ADDED = AddedLine("PLAN", 1, "because of that")
ASKED = Consultation("CAL", "TAV", "P3")
STARTED = ev.SessionStarted(SETUP, "tutorial", "1.0", "hash", (("aTAV", 5), ("PLAN", 3)))
BRIEF = ev.PhaseEntered(1, Phase.BRIEF)
NEWS = WrittenInject("W1", "A call", "The harbour master calls.", ("room",))
CARD = FreeMove("X1", "CAL", "Hospital ship", "Calder opens its wards.", 1, (("aTAV", 1),))
OTHER_CARD = replace(CARD, id="X2", seat="TAV")
ARGUED = ev.FreeMoveArgued("X1", Argument("CAL", "a", "b", dice=(6, 6)), 12, "full", CARD.wants)


def log(*events: ev.Event) -> list[ev.Entry]:
    """Entries of one action each, a minute apart."""
    return [ev.Entry(i, i, f"2027-01-15T08:{i:02d}:00Z", e) for i, e in enumerate(events, 1)]


def folded(*events: ev.Event) -> State:
    """The state after these events of turn 1."""
    return fold(log(STARTED, BRIEF, *events))


def settled(**more: Any) -> ev.ChallengeSettled:
    argument = Argument("TAV", "Say no", "They listen", dice=(6, 6))
    return ev.ChallengeSettled(LINE.key, argument, 12, "full", RULING, **more)


# --- What each event does -------------------------------------------------------------------------

SHOWN = ev.ItemShown(Item("hold"), PICTURE)
OTHER = ev.ItemShown(Item("opening"), replace(PICTURE, page=2))
RULED = ev.LineRuled(RULING)
ANSWERS = Answers("felt", "TAV", values=(4.0,))

EFFECTS: list[tuple[tuple[ev.Event, ...], str, object]] = [
    ((), "phase", Phase.BRIEF),
    ((), "now.number", 1),
    ((), "now.opening", {"aTAV": 5, "PLAN": 3}),
    ((ev.SessionForked("parent", 7),), "parent", ("parent", 7)),
    ((ev.PhaseEntered(2, Phase.BRIEF),), "turn", 2),
    ((ev.InjectReleased("I1", (LINE,)),), "gauges", {"aTAV": 6, "PLAN": 3}),
    ((ev.InjectReleased("I1", (LINE,)),), "now.after_brief", {"aTAV": 6, "PLAN": 3}),
    ((ev.InjectReleased("I1", ()),), "now.lines", ()),
    ((ev.InjectsPassedOver(("C1",)),), "now.passed_over", ("C1",)),
    ((ev.InjectsPassedOver(()),), "now.conditional_settled", True),
    ((ev.MoveAdded(PLAY),), "now.plays", (PLAY,)),
    ((ev.MoveAdded(PLAY), ev.MoveChanged(replace(PLAY, reason="x"))), "now.plays",
     (replace(PLAY, reason="x"),)),
    ((ev.MoveAdded(PLAY), ev.MoveTakenBack("P3")), "now.plays", ()),
    ((ev.SeatHandedIn("CAL"), ev.SeatHandedIn("TAV", on_paper=True)), "now.handed_in",
     ("CAL", "TAV")),
    ((ev.SeatHandedIn("CAL"), ev.SeatHandedIn("TAV", on_paper=True)), "now.on_paper", ("TAV",)),
    ((ev.SeatHandedIn("TAV", on_paper=True), ev.SeatReopened("TAV")), "now.handed_in", ()),
    ((ev.SeatHandedIn("TAV", on_paper=True), ev.SeatReopened("TAV")), "now.on_paper", ()),
    ((ev.ConsultationOpened(ASKED),), "now.consultations", (ASKED,)),
    ((ev.ConsultationOpened(ASKED), ev.ConsultationAnswered("CAL", "TAV", "P3", "objects")),
     "now.consultations", (replace(ASKED, answer="objects"),)),
    ((ev.ConsultationOpened(ASKED), ev.ConsultationAnswered("CAL", "TAV", "P1", "objects")),
     "now.consultations", (ASKED,)),
    ((ev.ConsultationOpened(ASKED), ev.ConsultationTakenBack("CAL", "TAV", "P3")),
     "now.consultations", ()),
    ((ev.ConsultationOpened(ASKED), ev.ConsultationTakenBack("CAL", "TAV", "P1")),
     "now.consultations", (ASKED,)),
    ((ev.InjectWritten(NEWS),), "written", (NEWS,)),
    ((ev.InjectReleased("I1", ()), ev.InjectReworded("I1", "New words")), "now.releases",
     (ev.InjectReleased("I1", (), "New words"),)),
    ((ev.FreeMoveWritten(CARD), ev.FreeMoveWritten(OTHER_CARD)), "free_moves", (CARD, OTHER_CARD)),
    ((ev.FreeMoveWritten(CARD), ev.FreeMoveWritten(replace(CARD, cost=2))), "free_moves",
     (replace(CARD, cost=2),)),
    ((ARGUED,), "now.arguments", (ARGUED,)),
    ((ev.LineSettled("one", "talks", "firm"), ev.LineSettled("one", "talks", "silent"),
      ev.LineSettled("two", "talks", "firm")), "now.drafts",
     (Draft("one", (("talks", "silent"),)), Draft("two", (("talks", "firm"),)))),
    ((ev.TextSigned("one", "TAV", True), ev.TextSigned("one", "CAL", True),
      ev.TextSigned("one", "TAV", False)), "now.drafts", (Draft("one", (), ("CAL",)),)),
    ((ev.MoveAdded(PLAY), ev.SignatureAnswered("P3", "TAV", True)), "now.plays",
     (replace(PLAY, signers=("TAV",)),)),
    ((ev.MoveAdded(PLAY), ev.SignatureAnswered("P3", "TAV", True),
      ev.SignatureAnswered("P3", "TAV", False)), "now.plays", (PLAY,)),
    ((ev.MoveAdded(replace(PLAY, asked=())), ev.SignatureAnswered("P3", "TAV", True)), "now.plays",
     (replace(PLAY, signers=("TAV",)),)),
    ((ev.HandInClosed((PLAY,), (("CAL", 2),), (("CAL", 1),)),), "now.left", {"CAL": 2}),
    ((ev.HandInClosed((PLAY,), (("CAL", 2),), (("CAL", 1),)),), "carry", {"CAL": 1}),
    ((ev.HandInClosed((PLAY,), (), ()),), "now.is_closed", True),
    ((ev.SeatRevealed("TAV"),), "now.revealed", ("TAV",)),
    ((ev.MoveAdded(PLAY), ev.WordingChanged("P3", "In short.")), "now.plays",
     (replace(PLAY, wording="In short."),)),
    ((RULED,), "now.rulings", (RULING,)),
    ((RULED, ev.LineRuled(replace(RULING, value=2))), "now.rulings", (replace(RULING, value=2),)),
    ((RULED, ev.RulingWithdrawn(LINE.key)), "now.rulings", ()),
    ((ev.LineAdded(ADDED), ev.LineAdded(ADDED)), "now.added", (ADDED, ADDED)),
    ((settled(),), "now.rulings", (RULING,)),
    ((settled(catch=ADDED),), "now.added", (ADDED,)),
    ((settled(),), "now.challenge", settled()),
    ((ev.LedgerAccepted((LINE,), (("aTAV", 6),)),), "now.ledger", (LINE,)),
    ((ev.LedgerAccepted((LINE,), (("aTAV", 6),)),), "gauges", {"aTAV": 6}),
    ((ev.PollOpened(("felt",)),), "now.poll_is_open", True),
    ((ev.AnswersEntered(ANSWERS), ev.AnswersEntered(replace(ANSWERS, values=(5.0,)))),
     "now.answers", (replace(ANSWERS, values=(5.0,)),)),
    ((ev.PollOpened(("felt",)), ev.PollClosed()), "now.poll_is_open", False),
    ((ev.PollClosed(),), "now.poll_is_settled", True),
    ((ev.PhaseEntered(1, Phase.DISCUSS, (Phase.POLL,)),), "now.poll_is_settled", True),
    ((ev.PollRevealed(),), "polls_revealed", 1),
    ((ev.SentenceHeard("CAL", "a"), ev.SentenceHeard("CAL", "b")), "now.sentences",
     (("CAL", "b"),)),
    ((ev.ObservationRecorded(NOTE),), "notes", (NOTE,)),
    ((ev.ObservationRecorded(NOTE), ev.ObservationEdited(replace(NOTE, digest="d2"))), "notes",
     (replace(NOTE, digest="d2"),)),
    ((ev.ConcernRevealed("TAV"),), "concerns", ("TAV",)),
    ((ev.TensionsChosen(("T1",)), ev.TensionsChosen(("T2",))), "tensions_chosen", ("T2",)),
    ((ev.FollowUpWritten(FollowUp("a", "b")),), "follow_ups", (FollowUp("a", "b"),)),
    ((ev.SessionEnded("E1", early=True, reason="late"),), "end_state", "E1"),
    ((ev.SessionEnded("E1", early=True, reason="late"),), "ended_early", True),
    ((ev.TimerSet(60, 30, is_paused=True),), "timer", Timer(60, 30, None, True)),
    ((), "room.display", NOTHING_SHOWN),
    ((SHOWN,), "room.display", PICTURE),
    ((SHOWN, ev.PageTurned(3)), "room.display", replace(PICTURE, page=3)),
    ((SHOWN, OTHER, ev.ShowUndone()), "room.display", PICTURE),
    ((SHOWN, ev.ShowUndone()), "room.display", NOTHING_SHOWN),
    ((SHOWN, ev.RoomBlanked()), "room.display", NOTHING_SHOWN),
    ((SHOWN, ev.RoomBlanked(), ev.RoomUnblanked()), "room.display", PICTURE),
    ((ev.RoomUnblanked(),), "room.is_blank", True),
    ((SHOWN, OTHER, ev.ShowUndone()), "room.seen",
     ((Item("hold"), "2027-01-15T08:03:00Z"), (Item("opening"), "2027-01-15T08:04:00Z"))),
    ((ev.SentenceHeard("CAL", "a"),
      ev.EntryAmended(3, ev.SentenceHeard("CAL", "b"), "a", "b", "misheard")),
     "now.sentences", (("CAL", "b"),)),
    ((ev.SentenceHeard("CAL", "a"), ev.ActionUndone(3, "")), "now.sentences", ()),
    ((ev.SentenceHeard("CAL", "a"), ev.ActionUndone(3, ""), ev.ActionRedone(3, "")),
     "now.sentences", (("CAL", "a"),)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("events", "what", "expected"),
    EFFECTS,
    ids=[f"{i}-{type(e[-1]).__name__ if e else 'begun'}-{w}" for i, (e, w, _) in
         enumerate(EFFECTS)],
)  # fmt: skip
def test_an_event_does_what_it_says(
    events: tuple[ev.Event, ...], what: str, expected: object
) -> None:
    value: Any = folded(*events)
    for name in what.split("."):
        value = getattr(value, name)
    assert value == expected


def test_every_event_is_tried_here() -> None:
    tried = {type(event) for events, _, _ in EFFECTS for event in events}
    assert tried | {ev.SessionStarted} == set(get_args(ev.Event))


def test_something_that_is_no_event_is_not_believed() -> None:
    with pytest.raises(TypeError, match="no rule to evolve"):
        evolve(State(), ev.Entry(1, 1, "", "nonsense"))  # type: ignore[arg-type]


def test_a_state_knows_the_number_of_its_last_entry() -> None:
    assert folded(ev.PollClosed()).seq == 3


def test_a_new_turn_begins_where_the_last_one_ended() -> None:
    state = folded(
        ev.LedgerAccepted((), (("aTAV", 7), ("PLAN", 3))), ev.PhaseEntered(2, Phase.BRIEF)
    )
    assert [record.opening["aTAV"] for record in state.turns] == [5, 5, 7]


def test_a_phase_is_remembered_with_what_was_skipped_and_why() -> None:
    state = folded(ev.PhaseEntered(1, Phase.CONSULT, (Phase.DELIBERATE,), "late"))
    visit = state.now.visits[-1]
    assert (visit.phase, visit.skipped, visit.reason) == (
        Phase.CONSULT,
        (Phase.DELIBERATE,),
        "late",
    )
    assert visit.at == "2027-01-15T08:03:00Z"


def test_closing_takes_the_moves_as_they_were_at_closing() -> None:
    state = folded(ev.MoveAdded(PLAY), ev.HandInClosed((), (), ()))
    assert state.now.plays == ()


# --- What counts ----------------------------------------------------------------------------------

A, B = ev.SentenceHeard("CAL", "a"), ev.SentenceHeard("CAL", "b")


def counted(*events: ev.Event) -> list[ev.Event]:
    return [entry.event for entry in effective(log(*events))]


def test_what_was_undone_does_not_count_and_what_was_redone_does() -> None:
    undone, redone = ev.ActionUndone(1, "a"), ev.ActionRedone(1, "a")
    assert counted(A, undone) == [undone]
    assert counted(A, undone, redone) == [A, undone, redone]
    assert counted(A, undone, redone, undone) == [undone, redone, undone]


def test_an_undo_takes_back_every_event_of_its_action() -> None:
    entries = [
        ev.Entry(1, 1, "", A),
        ev.Entry(2, 1, "", ev.PollClosed()),
        ev.Entry(3, 3, "", B),
        ev.Entry(4, 4, "", ev.ActionUndone(1, "a")),
    ]
    assert [entry.seq for entry in effective(entries)] == [3, 4]


def test_an_amended_entry_is_read_as_amended_in_its_place() -> None:
    amended = ev.EntryAmended(1, B, "a", "b", "misheard")
    assert counted(A, ev.PollClosed(), amended) == [B, ev.PollClosed(), amended]


def test_of_two_amendments_the_later_counts() -> None:
    first = ev.EntryAmended(1, B, "a", "b", "misheard")
    second = ev.EntryAmended(1, ev.SentenceHeard("CAL", "c"), "b", "c", "misheard again")
    assert counted(A, first, second)[0] == ev.SentenceHeard("CAL", "c")


def test_an_amendment_that_was_undone_does_not_count() -> None:
    amended = ev.EntryAmended(1, B, "a", "b", "misheard")
    assert counted(A, amended, ev.ActionUndone(2, "amended"))[0] == A


def test_later_ledgers_stay_as_they_were_accepted() -> None:
    closed = ev.HandInClosed((PLAY,), (), ())
    accepted = ev.LedgerAccepted((LINE,), (("aTAV", 6),))
    amended = ev.EntryAmended(3, ev.HandInClosed((), (), ()), "", "", "it was not played")
    state = folded(closed, accepted, amended)
    assert (state.now.plays, state.now.ledger, state.gauges) == ((), (LINE,), {"aTAV": 6})
    assert state.amendments == (amended,)


def test_a_fold_can_be_taken_in_two_steps() -> None:
    entries = log(STARTED, BRIEF, A, ev.PollClosed())
    assert fold(entries[2:], fold(entries[:2])) == fold(entries)


def test_a_fold_is_what_the_events_make_one_after_the_other() -> None:
    other = replace(NOTE, id="n2")
    edits = [ev.ObservationEdited(replace(note, digest=d)) for note in (NOTE, other) for d in "xy"]
    shown = [ev.ItemShown(Item("hold"), PICTURE), ev.PageTurned(1)]
    recorded = [ev.ObservationRecorded(NOTE), ev.ObservationRecorded(other)]
    entries = log(STARTED, BRIEF, *recorded, *edits[:2], *shown, *edits[2:])
    state = State()
    for entry in entries:
        state = evolve(state, entry)
    assert fold(entries) == state
    assert [note.digest for note in state.notes] == ["y", "y"]
