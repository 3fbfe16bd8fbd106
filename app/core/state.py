"""State: what the events add up to. Nothing here is decided; `evolve` only believes the log.

`fold(effective(entries))` is the state of an exercise: the log minus what was undone, with amended
entries read as amended.
"""

from __future__ import annotations

# ruff: noqa: ARG001 -- the handlers of `_apply` share one signature
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import singledispatch
from typing import TypeVar

from app.core import events as ev
from app.core.display import NOTHING_SHOWN, DisplayState
from app.core.values import (
    AddedLine,
    Answers,
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
    Setup,
    Timer,
    WrittenInject,
)

T = TypeVar("T", "TurnRecord", "Room", "State")


@dataclass(frozen=True, slots=True)
class PhaseVisit:
    """A phase that was entered: when, and what was left out before it and why."""

    phase: Phase
    at: str
    skipped: tuple[Phase, ...] = ()
    reason: str = ""


@dataclass(frozen=True)
class TurnRecord:
    """Everything that happened in one turn. Turn 0 is the opening.

    `opening` are the gauges before Brief, `after_brief` with its injects, `after` once the ledger
    is accepted (None before).
    """

    number: int
    opening: dict[str, int]
    after_brief: dict[str, int]
    after: dict[str, int] | None = None
    visits: tuple[PhaseVisit, ...] = ()
    releases: tuple[ev.InjectReleased, ...] = ()
    passed_over: tuple[str, ...] = ()
    conditional_settled: bool = False
    plays: tuple[PlayedMove, ...] = ()
    handed_in: tuple[str, ...] = ()
    on_paper: tuple[str, ...] = ()
    consultations: tuple[Consultation, ...] = ()
    drafts: tuple[Draft, ...] = ()
    arguments: tuple[ev.FreeMoveArgued, ...] = ()
    is_closed: bool = False
    left: dict[str, int] = field(default_factory=dict)
    revealed: tuple[str, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    added: tuple[AddedLine, ...] = ()
    challenge: ev.ChallengeSettled | None = None
    ledger: tuple[LedgerLine, ...] = ()
    poll_items: tuple[str, ...] = ()
    poll_is_open: bool = False
    poll_is_settled: bool = False
    answers: tuple[Answers, ...] = ()
    sentences: tuple[tuple[str, str], ...] = ()

    def draft(self, procedure: str) -> Draft:
        """A procedure's text as it stands in this turn."""
        return next((d for d in self.drafts if d.procedure == procedure), Draft(procedure))

    @property
    def lines(self) -> tuple[LedgerLine, ...]:
        """All lines of the turn: those of its injects, then the accepted ledger."""
        brief = tuple(line for release in self.releases for line in release.lines)
        return brief + self.ledger


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture in the room, and the number of the entry that put it there."""

    item: Item
    display: DisplayState
    seq: int


@dataclass(frozen=True)
class Room:
    """What the room sees: the last of `stack`, unless it is blank. `seen` lists all ever shown."""

    stack: tuple[Shown, ...] = ()
    is_blank: bool = True
    seen: tuple[tuple[Item, str], ...] = ()

    @property
    def top(self) -> Shown | None:
        """What is up, or under the black."""
        return self.stack[-1] if self.stack else None

    @property
    def display(self) -> DisplayState:
        """The picture that the room sees now."""
        return NOTHING_SHOWN if self.is_blank or not self.stack else self.stack[-1].display


NO_SETUP = Setup("", ())
NO_TIMER = Timer()
EMPTY_ROOM = Room()


@dataclass(frozen=True)
class State:
    """An exercise as it stands after `seq` entries."""

    setup: Setup = NO_SETUP
    deck: str = ""
    deck_hash: str = ""
    parent: tuple[str, int] | None = None
    turn: int = 0
    phase: Phase = Phase.OPENING
    turns: tuple[TurnRecord, ...] = ()
    gauges: dict[str, int] = field(default_factory=dict)
    carry: dict[str, int] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    polls_revealed: int = 0
    concerns: tuple[str, ...] = ()
    tensions_chosen: tuple[str, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    amendments: tuple[ev.EntryAmended, ...] = ()
    free_moves: tuple[FreeMove, ...] = ()
    written: tuple[WrittenInject, ...] = ()
    timer: Timer = NO_TIMER
    room: Room = EMPTY_ROOM
    end_state: str = ""
    ended_early: bool = False
    end_reason: str = ""
    started_at: str = ""
    seq: int = 0

    @property
    def now(self) -> TurnRecord:
        """The turn that is being played."""
        return self.turns[-1]

    @property
    def is_started(self) -> bool:
        """Whether there is an exercise at all."""
        return bool(self.turns)


_OF_THE_PAST = frozenset({ev.ActionUndone, ev.ActionRedone, ev.EntryAmended})
"""Kinds of events that change how earlier ones count."""


def effective(entries: Iterable[ev.Entry]) -> list[ev.Entry]:
    """The entries that count: without what was undone, amended ones as amended."""
    entries = list(entries)
    undone: set[int] = set()
    amendments: list[tuple[int, ev.EntryAmended]] = []
    for entry in [entry for entry in entries if type(entry.event) in _OF_THE_PAST]:
        event = entry.event
        if isinstance(event, ev.ActionUndone):
            undone.add(event.action)
        elif isinstance(event, ev.ActionRedone):
            undone.discard(event.action)
        elif isinstance(event, ev.EntryAmended):
            amendments.append((entry.action, event))
    if undone:
        entries = [entry for entry in entries if entry.action not in undone]
    amended = {each.entry: each.replacement for action, each in amendments if action not in undone}
    if not amended:
        return entries
    return [e._replace(event=amended[e.seq]) if e.seq in amended else e for e in entries]


def fold(entries: Sequence[ev.Entry], state: State | None = None) -> State:
    """The state that the effective entries add up to: `evolve` for each of them, done quicker.

    Of the timer only the last word counts, and edited notes are put in at the end, for each would
    copy all notes.
    """
    state = State() if state is None else state
    rules, timer, edited = _apply.registry, None, {}
    counted = effective(entries)
    for entry in counted:
        event = entry.event
        if isinstance(event, ev.TimerSet):
            timer = entry
        elif isinstance(event, ev.ObservationEdited):
            edited[event.note.id] = event.note
        else:
            state = rules.get(type(event), _apply)(event, state, entry)
    if timer is not None:
        state = evolve(state, timer)
    if edited:
        state = _with(state, notes=tuple(edited.get(note.id, note) for note in state.notes))
    return _with(state, seq=counted[-1].seq) if counted else state


def evolve(state: State, entry: ev.Entry) -> State:
    """The state after one more entry."""
    return _with(_rule(entry.event)(entry.event, state, entry), seq=entry.seq)


def _with(value: T, **changes: object) -> T:
    """A copy with other fields: `dataclasses.replace` without its checks, which cost a long log
    most of its time.
    """
    copy = _new(type(value))
    _set(copy, "__dict__", value.__dict__ | changes)
    return copy


_new, _set = object.__new__, object.__setattr__


def _rule(event: ev.Event) -> Callable[..., State]:
    """What `_apply` has for this kind, looked up without its search through base classes."""
    return _apply.registry.get(type(event), _apply)


@singledispatch
def _apply(event: object, state: State, entry: ev.Entry) -> State:
    raise TypeError(f"no rule to evolve by {type(event).__name__}")


def _turn(state: State, **changes: object) -> State:
    """The state with changes to the turn that is being played."""
    return _with(state, turns=(*state.turns[:-1], _with(state.now, **changes)))


@_apply.register
def _(event: ev.SessionStarted, state: State, entry: ev.Entry) -> State:
    gauges = dict(event.gauges)
    first = TurnRecord(
        0, gauges, gauges, after=gauges, visits=(PhaseVisit(Phase.OPENING, entry.at),)
    )
    return _with(
        state,
        setup=event.setup,
        deck=event.deck,
        deck_hash=event.deck_hash,
        turns=(first,),
        gauges=gauges,
        started_at=entry.at,
    )


@_apply.register
def _(event: ev.SessionForked, state: State, entry: ev.Entry) -> State:
    return _with(state, parent=(event.parent, event.seq))


@_apply.register
def _(event: ev.PhaseEntered, state: State, entry: ev.Entry) -> State:
    visit = PhaseVisit(event.phase, entry.at, event.skipped, event.reason)
    moved = _with(state, turn=event.turn, phase=event.phase)
    if event.turn != state.turn:
        gauges = dict(state.gauges)
        return _with(
            moved, turns=(*state.turns, TurnRecord(event.turn, gauges, gauges, visits=(visit,)))
        )
    settled = state.now.poll_is_settled or Phase.POLL in event.skipped
    early = event.phase is Phase.HOT_WASH and state.now.after is None
    return _turn(
        _with(moved, ended_early=state.ended_early or early),
        visits=(*state.now.visits, visit),
        poll_is_settled=settled or event.phase in (Phase.HOT_WASH, Phase.ENDED),
        poll_is_open=state.now.poll_is_open and event.phase is Phase.POLL,
    )


@_apply.register
def _(event: ev.InjectReleased, state: State, entry: ev.Entry) -> State:
    gauges = dict(state.gauges)
    for line in event.lines:
        gauges[line.gauge] = line.after
    record = state.now
    return _with(
        _turn(state, releases=(*record.releases, event), after_brief=gauges), gauges=gauges
    )


@_apply.register
def _(event: ev.InjectsPassedOver, state: State, entry: ev.Entry) -> State:
    passed = (*state.now.passed_over, *event.injects)
    return _turn(state, passed_over=passed, conditional_settled=True)


@_apply.register
def _(event: ev.InjectWritten, state: State, entry: ev.Entry) -> State:
    return _with(state, written=(*state.written, event.inject))


@_apply.register
def _(event: ev.InjectReworded, state: State, entry: ev.Entry) -> State:
    releases = (
        replace(release, text=event.text) if release.inject == event.inject else release
        for release in state.now.releases
    )
    return _turn(state, releases=tuple(releases))


@_apply.register
def _(event: ev.FreeMoveWritten, state: State, entry: ev.Entry) -> State:
    card = event.card
    if any(known.id == card.id for known in state.free_moves):
        cards = (card if known.id == card.id else known for known in state.free_moves)
        return _with(state, free_moves=tuple(cards))
    return _with(state, free_moves=(*state.free_moves, card))


@_apply.register
def _(event: ev.FreeMoveArgued, state: State, entry: ev.Entry) -> State:
    return _turn(state, arguments=(*state.now.arguments, event))


@_apply.register
def _(event: ev.LineSettled, state: State, entry: ev.Entry) -> State:
    draft = state.now.draft(event.procedure)
    others = tuple(pair for pair in draft.lines if pair[0] != event.line)
    return _drafted(state, replace(draft, lines=(*others, (event.line, event.option))))


@_apply.register
def _(event: ev.TextSigned, state: State, entry: ev.Entry) -> State:
    draft = state.now.draft(event.procedure)
    others = tuple(seat for seat in draft.signers if seat != event.seat)
    signers = (*others, event.seat) if event.signed else others
    return _drafted(state, replace(draft, signers=signers))


def _drafted(state: State, draft: Draft) -> State:
    others = tuple(d for d in state.now.drafts if d.procedure != draft.procedure)
    return _turn(state, drafts=(*others, draft))


@_apply.register
def _(event: ev.MoveAdded, state: State, entry: ev.Entry) -> State:
    return _turn(state, plays=(*state.now.plays, event.play))


@_apply.register
def _(event: ev.MoveChanged, state: State, entry: ev.Entry) -> State:
    plays = (event.play if play.move == event.play.move else play for play in state.now.plays)
    return _turn(state, plays=tuple(plays))


@_apply.register
def _(event: ev.MoveTakenBack, state: State, entry: ev.Entry) -> State:
    return _turn(state, plays=tuple(play for play in state.now.plays if play.move != event.move))


@_apply.register
def _(event: ev.SeatHandedIn, state: State, entry: ev.Entry) -> State:
    on_paper = (event.seat,) if event.on_paper else ()
    return _turn(
        state,
        handed_in=(*state.now.handed_in, event.seat),
        on_paper=(*state.now.on_paper, *on_paper),
    )


@_apply.register
def _(event: ev.SeatReopened, state: State, entry: ev.Entry) -> State:
    record = state.now
    return _turn(
        state,
        handed_in=tuple(seat for seat in record.handed_in if seat != event.seat),
        on_paper=tuple(seat for seat in record.on_paper if seat != event.seat),
    )


@_apply.register
def _(event: ev.ConsultationOpened, state: State, entry: ev.Entry) -> State:
    return _turn(state, consultations=(*state.now.consultations, event.consultation))


@_apply.register
def _(event: ev.ConsultationAnswered, state: State, entry: ev.Entry) -> State:
    key = (event.asking, event.asked, event.about)
    return _turn(
        state,
        consultations=tuple(
            replace(c, answer=event.answer) if (c.asking, c.asked, c.about) == key else c
            for c in state.now.consultations
        ),
    )


@_apply.register
def _(event: ev.ConsultationTakenBack, state: State, entry: ev.Entry) -> State:
    key = (event.asking, event.asked, event.about)
    kept = (c for c in state.now.consultations if (c.asking, c.asked, c.about) != key)
    return _turn(state, consultations=tuple(kept))


@_apply.register
def _(event: ev.SignatureAnswered, state: State, entry: ev.Entry) -> State:
    def signed(play: PlayedMove) -> PlayedMove:
        others = tuple(seat for seat in play.signers if seat != event.seat)
        asked = play.asked if event.seat in play.asked else (*play.asked, event.seat)
        return replace(play, asked=asked, signers=(*others, event.seat) if event.signed else others)

    plays = (signed(play) if play.move == event.move else play for play in state.now.plays)
    return _turn(state, plays=tuple(plays))


@_apply.register
def _(event: ev.HandInClosed, state: State, entry: ev.Entry) -> State:
    closed = _turn(state, plays=event.plays, left=dict(event.left), is_closed=True)
    return _with(closed, carry=dict(event.carry))


@_apply.register
def _(event: ev.SeatRevealed, state: State, entry: ev.Entry) -> State:
    return _turn(state, revealed=(*state.now.revealed, event.seat))


@_apply.register
def _(event: ev.WordingChanged, state: State, entry: ev.Entry) -> State:
    return _turn(
        state,
        plays=tuple(
            replace(play, wording=event.text) if play.move == event.move else play
            for play in state.now.plays
        ),
    )


@_apply.register
def _(event: ev.LineRuled, state: State, entry: ev.Entry) -> State:
    others = tuple(r for r in state.now.rulings if r.line != event.ruling.line)
    return _turn(state, rulings=(*others, event.ruling))


@_apply.register
def _(event: ev.RulingWithdrawn, state: State, entry: ev.Entry) -> State:
    return _turn(state, rulings=tuple(r for r in state.now.rulings if r.line != event.line))


@_apply.register
def _(event: ev.LineAdded, state: State, entry: ev.Entry) -> State:
    return _turn(state, added=(*state.now.added, event.line))


@_apply.register
def _(event: ev.ChallengeSettled, state: State, entry: ev.Entry) -> State:
    record = state.now
    rulings, added = record.rulings, record.added
    if event.ruling is not None:
        rulings = (*(r for r in rulings if r.line != event.ruling.line), event.ruling)
    if event.catch is not None:
        added = (*added, event.catch)
    return _turn(state, challenge=event, rulings=rulings, added=added)


@_apply.register
def _(event: ev.LedgerAccepted, state: State, entry: ev.Entry) -> State:
    gauges = dict(event.gauges)
    return _with(_turn(state, ledger=event.lines, after=gauges), gauges=gauges)


@_apply.register
def _(event: ev.PollOpened, state: State, entry: ev.Entry) -> State:
    return _turn(state, poll_items=event.items, poll_is_open=True)


@_apply.register
def _(event: ev.AnswersEntered, state: State, entry: ev.Entry) -> State:
    new = event.answers
    others = tuple(
        a for a in state.now.answers if (a.item, a.seat, a.about) != (new.item, new.seat, new.about)
    )
    return _turn(state, answers=(*others, new))


@_apply.register
def _(event: ev.PollClosed, state: State, entry: ev.Entry) -> State:
    return _turn(state, poll_is_open=False, poll_is_settled=True)


@_apply.register
def _(event: ev.PollRevealed, state: State, entry: ev.Entry) -> State:
    return _with(state, polls_revealed=state.turn)


@_apply.register
def _(event: ev.SentenceHeard, state: State, entry: ev.Entry) -> State:
    others = tuple(pair for pair in state.now.sentences if pair[0] != event.seat)
    return _turn(state, sentences=(*others, (event.seat, event.text)))


@_apply.register
def _(event: ev.ObservationRecorded, state: State, entry: ev.Entry) -> State:
    return _with(state, notes=(*state.notes, event.note))


@_apply.register
def _(event: ev.ObservationEdited, state: State, entry: ev.Entry) -> State:
    notes = (event.note if note.id == event.note.id else note for note in state.notes)
    return _with(state, notes=tuple(notes))


@_apply.register
def _(event: ev.ConcernRevealed, state: State, entry: ev.Entry) -> State:
    return _with(state, concerns=(*state.concerns, event.seat))


@_apply.register
def _(event: ev.TensionsChosen, state: State, entry: ev.Entry) -> State:
    return _with(state, tensions_chosen=event.tensions)


@_apply.register
def _(event: ev.FollowUpWritten, state: State, entry: ev.Entry) -> State:
    return _with(state, follow_ups=(*state.follow_ups, event.follow_up))


@_apply.register
def _(event: ev.SessionEnded, state: State, entry: ev.Entry) -> State:
    return _with(
        state,
        end_state=event.end_state,
        ended_early=event.early,
        end_reason=event.reason,
    )


@_apply.register
def _(event: ev.TimerSet, state: State, entry: ev.Entry) -> State:
    return _with(state, timer=Timer(event.total, event.left, event.deadline, event.is_paused))


@_apply.register
def _(event: ev.ItemShown, state: State, entry: ev.Entry) -> State:
    room = state.room
    shown = Shown(event.item, event.display, entry.seq)
    return _with(
        state,
        room=_with(
            room,
            stack=(*room.stack, shown),
            is_blank=False,
            seen=(*room.seen, (event.item, entry.at)),
        ),
    )


@_apply.register
def _(event: ev.PageTurned, state: State, entry: ev.Entry) -> State:
    top = state.room.top
    if top is None:
        return state
    display = DisplayState(top.display.frame, top.display.screen, event.page)
    turned = Shown(top.item, display, top.seq)
    return _with(state, room=_with(state.room, stack=(*state.room.stack[:-1], turned)))


@_apply.register
def _(event: ev.ShowUndone, state: State, entry: ev.Entry) -> State:
    stack = state.room.stack[:-1]
    return _with(
        state, room=_with(state.room, stack=stack, is_blank=state.room.is_blank or not stack)
    )


@_apply.register
def _(event: ev.RoomBlanked, state: State, entry: ev.Entry) -> State:
    return _with(state, room=_with(state.room, is_blank=True))


@_apply.register
def _(event: ev.RoomUnblanked, state: State, entry: ev.Entry) -> State:
    return _with(state, room=_with(state.room, is_blank=not state.room.stack))


@_apply.register
def _(event: ev.ActionUndone, state: State, entry: ev.Entry) -> State:
    return state


@_apply.register
def _(event: ev.ActionRedone, state: State, entry: ev.Entry) -> State:
    return state


@_apply.register
def _(event: ev.EntryAmended, state: State, entry: ev.Entry) -> State:
    return _with(state, amendments=(*state.amendments, event))
