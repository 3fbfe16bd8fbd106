"""State: an exercise as its events have made it. `app.core.evolve` says what each event does."""

from __future__ import annotations

from dataclasses import dataclass, field

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

    def play(self, move: str) -> PlayedMove | None:
        """The play of a card in this turn's hand-in; None where it is not there."""
        return next((play for play in self.plays if play.move == move), None)

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
