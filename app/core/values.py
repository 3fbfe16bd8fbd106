"""The small values that events, state and views are made of. All frozen, all plain."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Channel = Literal["joint", "solo", "quiet"]
Answer = Literal["", "supports", "accepts", "objects"]
Mode = Literal["rigid", "semi-rigid", "free"]
Policy = Literal["after turn 3 and at the end", "every turn", "at the end"]
NoteKind = Literal["strength", "difficulty", "surprise", "decision", "quote"]


class Phase(StrEnum):
    """Where an exercise stands. Opening is turn zero; the hot wash follows the last turn."""

    OPENING = "opening"
    BRIEF = "brief"
    DELIBERATE = "deliberate"
    CONSULT = "consult"
    REVEAL = "reveal"
    ADJUDICATE = "adjudicate"
    POLL = "poll"
    DISCUSS = "discuss"
    HOT_WASH = "hot wash"
    ENDED = "ended"


TURN_PHASES = (
    Phase.BRIEF,
    Phase.DELIBERATE,
    Phase.CONSULT,
    Phase.REVEAL,
    Phase.ADJUDICATE,
    Phase.POLL,
    Phase.DISCUSS,
)


class Stage(StrEnum):
    """The three stages of a turn's ledger, in order."""

    BRIEF = "brief"
    MOVES = "moves"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class CellSetup:
    """How one seat is manned. `heads` counts the people; 0 means an empty seat."""

    seat: str
    cell: str = ""
    heads: int = 1
    played_by: Literal["people", "facilitator", "nobody"] = "people"


@dataclass(frozen=True, slots=True)
class Setup:
    """Everything that is settled before an exercise starts. Minutes by phase name; 0 leaves it."""

    title: str
    cells: tuple[CellSetup, ...]
    place: str = ""
    purpose: str = ""
    objectives: tuple[str, ...] = ()
    watch_tensions: tuple[str, ...] = ()
    handling: str = ""
    white_cell: str = "Facilitator"
    chatham_house: bool = True
    attribution: Literal["not attributed", "by seat"] = "not attributed"
    mode: Mode = "semi-rigid"
    reveal_policy: Policy = "after turn 3 and at the end"
    reveal_order: Literal["one seat at a time", "all at once"] = "one seat at a time"
    dice: Literal["thrown", "program", "none"] = "thrown"
    minutes: tuple[tuple[str, int], ...] = ()
    seed: int = 0
    rehearsal: bool = False
    room_theme: Literal["dark", "light"] = "dark"
    room_scale: float = 1.0
    planned_start: str = ""
    variant: str = ""

    def heads(self, seat: str) -> int:
        """How many people sit in the seat; 0 where it is empty or unknown."""
        return next((cell.heads for cell in self.cells if cell.seat == seat), 0)

    def is_empty(self, seat: str) -> bool:
        """Whether nobody plays the seat: it hands in nothing, accepts everything, signs nothing."""
        return any(cell.seat == seat and cell.played_by == "nobody" for cell in self.cells)


@dataclass(frozen=True, slots=True)
class PlayedMove:
    """A card in the hand-in. `asked` were asked to sign, `signers` have signed; the leader neither.

    A seat plays a card at most once a turn, so within a turn the card's id names the play.
    """

    seat: str
    move: str
    channel: Channel
    host: str = ""
    target: str = ""
    addressee: str = ""
    asked: tuple[str, ...] = ()
    signers: tuple[str, ...] = ()
    audience: str = ""
    choices: tuple[tuple[str, tuple[str, ...]], ...] = ()
    reason: str = ""
    wording: str = ""


@dataclass(frozen=True, slots=True)
class Consultation:
    """One cell asks another about a move (its id) or a general matter (free words)."""

    asking: str
    asked: str
    about: str
    answer: Answer = ""


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One entry of a turn's ledger.

    `asked` is what the cause wanted, `made` what the rules let it do, `cut_by` the rule that made
    the difference. `ruled` is the white cell's own value, where it ruled. `before` and `after` run
    from line to line within a stage and may pass 0 and 10 until the bounds line ends it.
    `key` names the line for rulings and is stable while the causes are.
    """

    stage: Stage
    step: str
    cause: str
    via: str
    gauge: str
    asked: int
    made: int
    cut_by: str = ""
    before: int = 0
    after: int = 0
    tensions: tuple[str, ...] = ()
    ruled: int | None = None
    reason: str = ""
    public: str = ""

    @property
    def key(self) -> str:
        """Stage, step, cause, via and gauge: the line's name."""
        return f"{self.stage}/{self.step}/{self.cause}/{self.via}/{self.gauge}"

    @property
    def change(self) -> int:
        """What the line does to its gauge: the ruled value where there is one, else `made`."""
        return self.made if self.ruled is None else self.ruled


@dataclass(frozen=True, slots=True)
class Ruling:
    """The white cell's word on a line. `value` replaces what was made; 0 cancels."""

    line: str
    value: int
    reason: str
    public: str = ""


@dataclass(frozen=True, slots=True)
class AddedLine:
    """A line that no rule foresaw, by the white cell."""

    gauge: str
    change: int
    reason: str
    tensions: tuple[str, ...] = ()
    public: str = ""


@dataclass(frozen=True, slots=True)
class Argument:
    """A matrix argument: reasons for and against, each strong or weak, and the throw.

    `dice` are the two dice as thrown; `likelihoods` the 0–10 answers of the diceless variant.
    Source: matrix games (Engle; Mouat): 2d6 + strong pros − strong cons.
    """

    seat: str
    action: str
    result: str
    pros: tuple[tuple[str, bool], ...] = ()
    cons: tuple[tuple[str, bool], ...] = ()
    dice: tuple[int, ...] = ()
    likelihoods: tuple[int, ...] = ()

    @property
    def is_waived(self) -> bool:
        """Whether nobody argued: the white cell gave it no likelihood and heard no reasons."""
        return self.likelihoods == (0,) and not (self.pros or self.cons or self.dice)


@dataclass(frozen=True, slots=True)
class FreeMove:
    """A card that a seat wrote for this session. `wants`: the gauges it means to move, by a step.

    The white cell names whom it affects, its tags and its tensions. What it does is argued.
    """

    id: str
    seat: str
    title: str
    text: str
    cost: int
    wants: tuple[tuple[str, int], ...]
    affects: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    tensions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WrittenInject:
    """An inject that the white cell wrote on the spot. `to` is ('room',) or seats."""

    id: str
    title: str
    text: str
    to: tuple[str, ...]
    effects: tuple[tuple[str, int], ...] = ()
    reason: str = ""
    tensions: tuple[str, ...] = ()
    source: str = "White cell"


@dataclass(frozen=True, slots=True)
class Draft:
    """A procedure's text as it stands: the lines that were settled, and who has signed."""

    procedure: str
    lines: tuple[tuple[str, str], ...] = ()
    signers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answers:
    """What one seat answered to one poll item, by person, about a seat where it is an estimate.

    `values` are 0–10 (scale) or option ids (choice). `is_median`: the cell's median was typed.
    """

    item: str
    seat: str
    about: str = ""
    values: tuple[float, ...] = ()
    options: tuple[str, ...] = ()
    words: tuple[tuple[str, str], ...] = ()
    is_median: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """An observation or insight without its text, which is kept apart under `id`."""

    id: str
    kind: NoteKind | Literal["note", "insight"]
    turn: int
    phase: Phase
    at: str
    digest: str
    seat: str = ""
    tensions: tuple[str, ...] = ()
    pole: Literal["", "left", "right"] = ""
    quotable: bool = False
    starred: bool = False
    sources: tuple[str, ...] = ()
    confidence: Literal["", "low", "medium", "high"] = ""
    dissent: str = ""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One row of the follow-up table. The owner may be blank."""

    issue: str
    action: str
    owner: str = ""
    due: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """Something that can be staged and shown. `ref` is an inject, seat, poll item, note …"""

    kind: Literal[
        "hold",
        "opening",
        "inject",
        "deliberate",
        "consult",
        "reveal seat",
        "moves",
        "poll",
        "poll results",
        "gap",
        "tracks",
        "sentences",
        "timeline",
        "concern",
        "vote",
        "quote",
        "text",
        "end",
    ]
    turn: int = 0
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Timer:
    """A countdown. Running: `deadline` is set. Paused or idle: `left` seconds are on the clock."""

    total: int = 0
    left: float = 0.0
    deadline: float | None = None
    is_paused: bool = False

    def remaining(self, now: float) -> float:
        """Seconds left at `now` (seconds of the epoch); negative in overtime."""
        return self.left if self.deadline is None else self.deadline - now
