"""Events: what has happened, in the past tense. The log is made of these, and state is their fold.

Each is a frozen value of plain fields, so that the log can be read without the program. Events of
one action are stored in one transaction. What an event says is never worked out again: a ledger
that was accepted is recorded line by line.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from app.core.display import DisplayState
from app.core.values import (
    AddedLine,
    Answer,
    Answers,
    Argument,
    Consultation,
    FollowUp,
    FreeMove,
    Item,
    LedgerLine,
    Note,
    Phase,
    PlayedMove,
    Ruling,
    Setup,
    WrittenInject,
)


@dataclass(frozen=True, slots=True)
class SessionStarted:
    """An exercise begins. `gauges` are the deck's start values, in its order."""

    setup: Setup
    deck: str
    version: str
    deck_hash: str
    gauges: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class SessionForked:
    """A what-if branch begins; it copied its parent's effective events up to `seq`."""

    parent: str
    seq: int


@dataclass(frozen=True, slots=True)
class PhaseEntered:
    """A phase begins. `reason` says why the one before was skipped or cut short, where it was."""

    turn: int
    phase: Phase
    skipped: tuple[Phase, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class InjectReleased:
    """An inject is out, with the lines that it made. `text` is its wording where it was edited."""

    inject: str
    lines: tuple[LedgerLine, ...]
    text: str = ""


@dataclass(frozen=True, slots=True)
class InjectsPassedOver:
    """These were due and not released."""

    injects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InjectWritten:
    """The white cell wrote an inject on the spot; its release follows."""

    inject: WrittenInject


@dataclass(frozen=True, slots=True)
class InjectReworded:
    """A released inject reads otherwise from here on, in this session."""

    inject: str
    text: str


@dataclass(frozen=True, slots=True)
class FreeMoveWritten:
    """A seat wrote a card of its own, or the card of that id anew."""

    card: FreeMove


@dataclass(frozen=True, slots=True)
class FreeMoveArgued:
    """A free move was settled by matrix argument. `effects`: gauges and steps that follow."""

    move: str
    argument: Argument
    total: int
    outcome: Literal["full", "catch", "nothing", "backfires"]
    effects: tuple[tuple[str, int], ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class LineSettled:
    """A line of a procedure's text was settled."""

    procedure: str
    line: str
    option: str


@dataclass(frozen=True, slots=True)
class TextSigned:
    """A seat signs a procedure's text, or takes its signature back."""

    procedure: str
    seat: str
    signed: bool


@dataclass(frozen=True, slots=True)
class MoveAdded:
    """A move stands in the hand-in."""

    play: PlayedMove


@dataclass(frozen=True, slots=True)
class MoveChanged:
    """A move in the hand-in was changed; it keeps its place.

    `signed_anew`: the signatures given before no longer count, for they were given to other terms.
    """

    play: PlayedMove
    signed_anew: bool = False


@dataclass(frozen=True, slots=True)
class MoveTakenBack:
    """A move is no longer in the hand-in."""

    move: str


@dataclass(frozen=True, slots=True)
class SeatHandedIn:
    """A cell is done. `on_paper`: its moves stay on paper for now."""

    seat: str
    on_paper: bool = False


@dataclass(frozen=True, slots=True)
class SeatReopened:
    """A cell may change its moves again."""

    seat: str


@dataclass(frozen=True, slots=True)
class ConsultationOpened:
    """One cell asks another."""

    consultation: Consultation


@dataclass(frozen=True, slots=True)
class ConsultationAnswered:
    """An answer was given, or changed."""

    asking: str
    asked: str
    about: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class ConsultationTakenBack:
    """It counts as never opened: what had lifted the limit is no longer played."""

    asking: str
    asked: str
    about: str


@dataclass(frozen=True, slots=True)
class SignatureAnswered:
    """A seat that was asked to co-sign a move signs it, or does not."""

    move: str
    seat: str
    signed: bool


@dataclass(frozen=True, slots=True)
class HandInClosed:
    """All moves are locked. `left`: effort each seat has left, `carry`: what it takes along."""

    plays: tuple[PlayedMove, ...]
    left: tuple[tuple[str, int], ...]
    carry: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class SeatRevealed:
    """A seat's moves are turned over."""

    seat: str


@dataclass(frozen=True, slots=True)
class WordingChanged:
    """The public wording of a revealed move was edited; the original stays in the log."""

    move: str
    text: str


@dataclass(frozen=True, slots=True)
class LineRuled:
    """The white cell ruled on a line."""

    ruling: Ruling


@dataclass(frozen=True, slots=True)
class RulingWithdrawn:
    """The rule's own value holds again."""

    line: str


@dataclass(frozen=True, slots=True)
class LineAdded:
    """The white cell added a line."""

    line: AddedLine


@dataclass(frozen=True, slots=True)
class ChallengeSettled:
    """A line was challenged by matrix argument. `total` is the throw with the strong reasons.

    `ruling` and `catch` are what followed from it, None where nothing did.
    """

    line: str
    argument: Argument
    total: int
    outcome: Literal["full", "catch", "nothing", "backfires"]
    ruling: Ruling | None = None
    catch: AddedLine | None = None


@dataclass(frozen=True, slots=True)
class LedgerAccepted:
    """The turn's ledger as accepted, Moves and Close, and the gauges after it."""

    lines: tuple[LedgerLine, ...]
    gauges: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class PollOpened:
    """Answers to these items are being collected."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnswersEntered:
    """One seat's sealed answers to one item. Replaces what it answered to that item before."""

    answers: Answers


@dataclass(frozen=True, slots=True)
class PollClosed:
    """The poll is closed, with what was collected."""


@dataclass(frozen=True, slots=True)
class PollRevealed:
    """The sealed results up to this turn may be staged from here on."""


@dataclass(frozen=True, slots=True)
class SentenceHeard:
    """One sentence from a cell, in Discuss."""

    seat: str
    text: str


@dataclass(frozen=True, slots=True)
class ObservationRecorded:
    """A note, quote or insight. Its text is kept apart, outside the chain."""

    note: Note


@dataclass(frozen=True, slots=True)
class ObservationEdited:
    """A note as it now stands: other text (digest), tags, star or quotability."""

    note: Note


@dataclass(frozen=True, slots=True)
class ConcernRevealed:
    """A seat has read its private concern to the room."""

    seat: str


@dataclass(frozen=True, slots=True)
class TensionsChosen:
    """The room chose these tensions to talk about."""

    tensions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FollowUpWritten:
    """A row of the follow-up table."""

    follow_up: FollowUp


@dataclass(frozen=True, slots=True)
class SessionEnded:
    """The exercise is over; `end_state` is the deck's id. `early`: before its last turn closed."""

    end_state: str
    early: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class TimerSet:
    """The timer was started, paused, adjusted or reset: how it stands from here on.

    `deadline` is in seconds of the epoch while it runs.
    """

    total: int
    left: float
    deadline: float | None = None
    is_paused: bool = False
    what: Literal["started", "paused", "adjusted", "reset"] = "started"


@dataclass(frozen=True, slots=True)
class ItemShown:
    """The room sees this, exactly. The picture is recorded whole: it is public by construction."""

    item: Item
    display: DisplayState


@dataclass(frozen=True, slots=True)
class PageTurned:
    """Another page of what the room sees, counted from 0."""

    page: int


@dataclass(frozen=True, slots=True)
class ShowUndone:
    """The room sees again what it saw before the last show."""


@dataclass(frozen=True, slots=True)
class RoomBlanked:
    """The room is black. What is under it stays."""


@dataclass(frozen=True, slots=True)
class RoomUnblanked:
    """The room sees again what was under the black."""


@dataclass(frozen=True, slots=True)
class ActionUndone:
    """An action was taken back: its events no longer count. `name` is what a person calls it."""

    action: int
    name: str


@dataclass(frozen=True, slots=True)
class ActionRedone:
    """An action that was taken back counts again."""

    action: int
    name: str


Amendable = (
    AnswersEntered
    | ConsultationAnswered
    | ConsultationOpened
    | HandInClosed
    | SentenceHeard
    | WordingChanged
)
"""What may be put right after its turn is over."""


@dataclass(frozen=True, slots=True)
class EntryAmended:
    """An entry of an earlier turn was put right. `entry` is its number in the log.

    The fold reads `replacement` in its place; ledgers that were accepted stay as they were.
    """

    entry: int
    replacement: Amendable
    was: str
    now: str
    reason: str


Event = (
    SessionStarted
    | SessionForked
    | PhaseEntered
    | InjectReleased
    | InjectsPassedOver
    | InjectWritten
    | InjectReworded
    | FreeMoveWritten
    | FreeMoveArgued
    | LineSettled
    | TextSigned
    | MoveAdded
    | MoveChanged
    | MoveTakenBack
    | SeatHandedIn
    | SeatReopened
    | ConsultationOpened
    | ConsultationAnswered
    | ConsultationTakenBack
    | SignatureAnswered
    | HandInClosed
    | SeatRevealed
    | WordingChanged
    | LineRuled
    | RulingWithdrawn
    | LineAdded
    | ChallengeSettled
    | LedgerAccepted
    | PollOpened
    | AnswersEntered
    | PollClosed
    | PollRevealed
    | SentenceHeard
    | ObservationRecorded
    | ObservationEdited
    | ConcernRevealed
    | TensionsChosen
    | FollowUpWritten
    | SessionEnded
    | TimerSet
    | ItemShown
    | PageTurned
    | ShowUndone
    | RoomBlanked
    | RoomUnblanked
    | ActionUndone
    | ActionRedone
    | EntryAmended
)

ROOM_EVENTS = (ItemShown, PageTurned, ShowUndone, RoomBlanked, RoomUnblanked)
"""What changes the room. Recorded, and never on the undo stack."""

NOTE_EVENTS = (ObservationRecorded, ObservationEdited)
"""What undo of anything else leaves alone."""


class Entry(NamedTuple):
    """An event in the log: its number from 1, the action it belongs to, and when (ISO 8601, UTC).

    `action` is the number of the first event of that action.
    """

    seq: int
    action: int
    at: str
    event: Event
