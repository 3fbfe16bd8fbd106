"""Facts of play: what one turn may tell. See `app.report.facts`, which has them all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from app.core.secrecy import LineSecret

Secret = LineSecret | Literal["white cell"]
Sight = Literal["digit", "band", "at reveal"]
LeftOut = Literal["private inject", "quiet", "concern"]
Status = Literal["", "undone", "amended"]
CauseKind = Literal["inject", "card", "rule", "limit", "added", "bounds"]


@dataclass(frozen=True, slots=True)
class SeatFact:
    """A seat. `index` gives its shape; `spoken` is its name inside a sentence."""

    id: str
    name: str
    spoken: str
    short: str
    index: int
    heads: int = 0
    played_by: str = "people"


@dataclass(frozen=True, slots=True)
class Level:
    """Where a gauge stands: its band, the band's place 0–4, and the digit or None."""

    band: str
    step: int
    digit: int | None


@dataclass(frozen=True, slots=True)
class CauseFact:
    """One ledger line. `change` is None where it may not be told."""

    id: str
    title: str
    via: str
    kind: CauseKind
    asked: int
    change: int | None
    cut_by: str = ""
    is_ruled: bool = False
    public: str = ""
    tensions: tuple[str, ...] = ()
    seq: int = 0
    secrecy: Secret = ""


@dataclass(frozen=True, slots=True)
class GaugeTurn:
    """A gauge in one turn: where it began and ended (None: not to be told, or not yet known).

    `sentence` tells the whole of it; empty for readers who may not know all of its causes.
    """

    gauge: str
    before: Level | None
    after: Level | None
    causes: tuple[CauseFact, ...]
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class ArgumentFact:
    """How a free move was argued. `effects`: names of gauges and steps."""

    turn: int
    seq: int
    result: str
    pros: tuple[tuple[str, bool], ...]
    cons: tuple[tuple[str, bool], ...]
    dice: tuple[int, ...]
    likelihoods: tuple[int, ...]
    total: int
    outcome: str
    effects: tuple[tuple[str, int], ...]
    reason: str = ""
    is_waived: bool = False


@dataclass(frozen=True, slots=True)
class MoveFact:
    """A move as handed in. Quiet ones are secrecy.

    `text` is what a free move says; `argued` how it was argued, where it was.
    """

    turn: int
    seq: int
    seat: SeatFact
    id: str
    title: str
    channel: str
    cost: int
    host: str = ""
    target: str = ""
    addressee: str = ""
    signers: tuple[SeatFact, ...] = ()
    asked: tuple[SeatFact, ...] = ()
    audience: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    consulted: tuple[tuple[SeatFact, str], ...] = ()
    reason: str = ""
    wording: str = ""
    is_revealed: bool = True
    tensions: tuple[str, ...] = ()
    secrecy: Secret = ""
    is_free: bool = False
    text: str = ""
    argued: ArgumentFact | None = None


@dataclass(frozen=True, slots=True)
class ConsultationFact:
    """One cell asked another. `about` is a card's title or free words; both may be stripped."""

    asking: SeatFact
    asked: SeatFact
    about: str
    answer: str
    is_move: bool
    secrecy: Secret = ""


@dataclass(frozen=True, slots=True)
class InjectFact:
    """An inject: planned for turns `first` to `last`, released in `turn` (None: never).

    `due` are the turns in which it was due and held back; `why` the reason of one that was written
    on the spot.
    """

    id: str
    title: str
    kind: str
    first: int
    last: int
    to: tuple[SeatFact, ...]
    source: str
    medium: str
    time: str
    text: str
    question: str
    expected: str
    tensions: tuple[str, ...]
    turn: int | None = None
    at: str = ""
    seq: int = 0
    is_edited: bool = False
    due: tuple[int, ...] = ()
    secrecy: Secret = ""
    is_written: bool = False
    is_reworded: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class TextFact:
    """A text that seats drafted and signed. `aside` are those who might have signed and did not.

    `effects`: names of gauges and the steps that its lines in the ledger made.
    """

    turn: int
    title: str
    stands: bool
    at_least: int
    lines: tuple[tuple[str, str], ...]
    signers: tuple[SeatFact, ...]
    aside: tuple[SeatFact, ...]
    effects: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class RulingFact:
    """The white cell's word on a line, or a line that it added. Values are None where hidden."""

    turn: int
    seq: int
    gauge: str
    gauge_name: str
    cause: str
    cause_title: str
    printed: int | None
    ruled: int | None
    is_added: bool
    reason: str
    public: str
    by_challenge: bool = False
    is_swallowed: bool = False
    tensions: tuple[str, ...] = ()
    secrecy: Secret = ""


@dataclass(frozen=True, slots=True)
class ChallengeFact:
    """A line challenged by matrix argument."""

    turn: int
    seq: int
    seat: SeatFact
    gauge_name: str
    cause: str
    action: str
    result: str
    pros: tuple[tuple[str, bool], ...]
    cons: tuple[tuple[str, bool], ...]
    dice: tuple[int, ...]
    likelihoods: tuple[int, ...]
    total: int
    outcome: str
    secrecy: Secret = ""


@dataclass(frozen=True, slots=True)
class SkipFact:
    """Phases that were left out of a turn, and why."""

    turn: int
    phases: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class TurnFact:
    """One turn, start to end. `minutes_used` is None until the turn is over.

    `is_shown`: its gauges may be staged. `is_open`: so may its poll and what is hidden until then.
    """

    number: int
    theme: str
    task: str
    started: str
    ended: str
    minutes_used: int | None
    minutes_planned: int
    is_closed: bool
    is_settled: bool
    is_shown: bool
    is_open: bool
    injects: tuple[InjectFact, ...]
    due: tuple[InjectFact, ...]
    moves: tuple[MoveFact, ...]
    quiet_seats: tuple[SeatFact, ...]
    consultations: tuple[ConsultationFact, ...]
    rulings: tuple[RulingFact, ...]
    challenge: ChallengeFact | None
    gauges: tuple[GaugeTurn, ...]
    sentences: tuple[tuple[SeatFact, str], ...]
    skips: tuple[SkipFact, ...]
    texts: tuple[TextFact, ...] = ()
