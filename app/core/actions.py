"""Actions: what a person wants to do, as imperatives. `app.core.decide` answers each."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.events import Amendable
from app.core.values import (
    AddedLine,
    Answer,
    Answers,
    Argument,
    Consultation,
    FollowUp,
    FreeMove,
    Item,
    Note,
    PlayedMove,
    Ruling,
    Setup,
    WrittenInject,
)


@dataclass(frozen=True, slots=True)
class StartSession:
    """Begin an exercise with this set-up."""

    setup: Setup


@dataclass(frozen=True, slots=True)
class EnterNextPhase:
    """The phase's main action: go on, with whatever that closes (hand-in, ledger, poll)."""


@dataclass(frozen=True, slots=True)
class SkipPhase:
    """Leave this phase out, with a reason."""

    reason: str


@dataclass(frozen=True, slots=True)
class SkipToHotWash:
    """Close the exercise's turns here and go to the hot wash, with a reason."""

    reason: str


@dataclass(frozen=True, slots=True)
class EndSession:
    """End the exercise. A reason is needed before the hot wash."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReleaseInject:
    """Release an inject that is due; `text` where its wording was edited."""

    inject: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class PassOverInjects:
    """Release none of the conditional injects that are due."""


@dataclass(frozen=True, slots=True)
class WriteInject:
    """Write an inject on the spot and release it. Its id is given by the rules."""

    inject: WrittenInject


@dataclass(frozen=True, slots=True)
class RewordInject:
    """Have a released inject read otherwise in this session. An empty text: as in the deck."""

    inject: str
    text: str


@dataclass(frozen=True, slots=True)
class WriteFreeMove:
    """Write a card of a seat's own and put it into the hand-in, or change both.

    With an empty `id` it is a new card; the rules give it one, and `play.move` follows it.
    """

    card: FreeMove
    play: PlayedMove


@dataclass(frozen=True, slots=True)
class ArgueFreeMove:
    """Settle a free move by matrix argument. `catch`: an unwanted gauge and step for 7–9."""

    move: str
    argument: Argument
    catch: tuple[str, int] | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SettleLine:
    """Settle a line of a procedure's text."""

    procedure: str
    line: str
    option: str


@dataclass(frozen=True, slots=True)
class SignText:
    """Sign a procedure's text, or take the signature back."""

    procedure: str
    seat: str
    signed: bool = True


@dataclass(frozen=True, slots=True)
class AddMove:
    """Put a move into the hand-in. Moves may be unlawful until closing; the reason is said."""

    play: PlayedMove


@dataclass(frozen=True, slots=True)
class ChangeMove:
    """Change a move in the hand-in."""

    play: PlayedMove


@dataclass(frozen=True, slots=True)
class TakeBackMove:
    """Take a move out of the hand-in."""

    move: str


@dataclass(frozen=True, slots=True)
class HandIn:
    """A cell is done."""

    seat: str
    on_paper: bool = False


@dataclass(frozen=True, slots=True)
class ReopenSeat:
    """Let a cell change its moves again."""

    seat: str


@dataclass(frozen=True, slots=True)
class OpenConsultation:
    """One cell asks another."""

    consultation: Consultation


@dataclass(frozen=True, slots=True)
class AnswerConsultation:
    """Answer a consultation that is open."""

    asking: str
    asked: str
    about: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class TakeBackConsultation:
    """Let a consultation of this turn count as never opened."""

    asking: str
    asked: str
    about: str


@dataclass(frozen=True, slots=True)
class AnswerSignature:
    """Sign a move, or decline."""

    move: str
    seat: str
    signed: bool


@dataclass(frozen=True, slots=True)
class RevealSeat:
    """Turn over one seat's moves."""

    seat: str


@dataclass(frozen=True, slots=True)
class RevealAll:
    """Turn over all moves."""


@dataclass(frozen=True, slots=True)
class ChangeWording:
    """Edit the public wording of a move."""

    move: str
    text: str


@dataclass(frozen=True, slots=True)
class RuleLine:
    """Change or cancel a line, with a reason."""

    ruling: Ruling


@dataclass(frozen=True, slots=True)
class WithdrawRuling:
    """Let the rule's own value hold again."""

    line: str


@dataclass(frozen=True, slots=True)
class AddLine:
    """Add a line that no rule foresaw, with a reason."""

    line: AddedLine


@dataclass(frozen=True, slots=True)
class Challenge:
    """Challenge a line by matrix argument. `value` is what a full result makes of it.

    `catch` is the unwanted step that the white cell names for 7–9.
    """

    line: str
    value: int
    argument: Argument
    catch: AddedLine | None = None


@dataclass(frozen=True, slots=True)
class EnterAnswers:
    """Enter one seat's answers to one poll item."""

    answers: Answers


@dataclass(frozen=True, slots=True)
class RevealPoll:
    """Open the sealed polls, where the reveal policy has not done so."""


@dataclass(frozen=True, slots=True)
class HearSentence:
    """Write down a cell's one sentence."""

    seat: str
    text: str


@dataclass(frozen=True, slots=True)
class Observe:
    """Record a note, quote or insight. The text travels beside it, see `app.session`."""

    note: Note


@dataclass(frozen=True, slots=True)
class EditObservation:
    """Change a note's text, tags, star or quotability."""

    note: Note


@dataclass(frozen=True, slots=True)
class RevealConcern:
    """Let the room see a seat's private concern, in the hot wash."""

    seat: str


@dataclass(frozen=True, slots=True)
class ChooseTensions:
    """Record which tensions the room chose."""

    tensions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WriteFollowUp:
    """Add a row to the follow-up table."""

    follow_up: FollowUp


@dataclass(frozen=True, slots=True)
class StartTimer:
    """Start the timer, or go on after a pause."""


@dataclass(frozen=True, slots=True)
class PauseTimer:
    """Pause the timer."""


@dataclass(frozen=True, slots=True)
class AdjustTimer:
    """Add seconds to the timer, or take them off."""

    seconds: int


@dataclass(frozen=True, slots=True)
class ResetTimer:
    """Put the phase's planned minutes back on the timer and stop it."""


@dataclass(frozen=True, slots=True)
class Show:
    """Show an item in the room."""

    item: Item


@dataclass(frozen=True, slots=True)
class TurnPage:
    """Turn to a page of what the room sees. The window knows how many there are."""

    page: int


@dataclass(frozen=True, slots=True)
class UndoShow:
    """Give the room back what it saw before the last show."""


@dataclass(frozen=True, slots=True)
class BlankRoom:
    """Make the room black."""


@dataclass(frozen=True, slots=True)
class UnblankRoom:
    """Give the room back what is under the black."""


@dataclass(frozen=True, slots=True)
class Amend:
    """Put right an entry of an earlier turn: `replacement` is of the entry's own kind."""

    entry: int
    replacement: Amendable
    reason: str
    was: str = ""
    now: str = ""


Action = (
    StartSession
    | EnterNextPhase
    | SkipPhase
    | SkipToHotWash
    | EndSession
    | ReleaseInject
    | PassOverInjects
    | WriteInject
    | RewordInject
    | WriteFreeMove
    | ArgueFreeMove
    | SettleLine
    | SignText
    | AddMove
    | ChangeMove
    | TakeBackMove
    | HandIn
    | ReopenSeat
    | OpenConsultation
    | AnswerConsultation
    | TakeBackConsultation
    | AnswerSignature
    | RevealSeat
    | RevealAll
    | ChangeWording
    | RuleLine
    | WithdrawRuling
    | AddLine
    | Challenge
    | EnterAnswers
    | RevealPoll
    | HearSentence
    | Observe
    | EditObservation
    | RevealConcern
    | ChooseTensions
    | WriteFollowUp
    | StartTimer
    | PauseTimer
    | AdjustTimer
    | ResetTimer
    | Show
    | TurnPage
    | UndoShow
    | BlankRoom
    | UnblankRoom
    | Amend
)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an action was not taken: a code, a sentence for the person, and a way on."""

    code: str
    sentence: str
    way_on: str = ""
