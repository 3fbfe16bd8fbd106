"""Facts: what a report may tell, as frozen values without prose.

`app.report.gather` draws them from the log, complete; `app.report.audience` takes away what some
readers may not see. What is hidden is absent: `Level.digit` is None where only the band may be
known, and whatever carries a `secrecy` is gone or stripped before a word is written about it.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.report.facts_play import (
    ArgumentFact,
    CauseFact,
    CauseKind,
    ChallengeFact,
    ConsultationFact,
    GaugeTurn,
    InjectFact,
    LeftOut,
    Level,
    MoveFact,
    RulingFact,
    SeatFact,
    Secret,
    Sight,
    SkipFact,
    Status,
    TextFact,
    TurnFact,
)

__all__ = [
    "AmendmentFact",
    "ArgumentFact",
    "CauseFact",
    "CauseKind",
    "ChallengeFact",
    "ConsultationFact",
    "DeckFact",
    "EndFact",
    "Facts",
    "FollowUpFact",
    "GapFact",
    "GaugeFact",
    "GaugeTurn",
    "InjectFact",
    "LeftOut",
    "Level",
    "LogRow",
    "MoveFact",
    "NoteFact",
    "ObjectiveFact",
    "PairFact",
    "PollFact",
    "RulingFact",
    "SeatFact",
    "SeatView",
    "Secret",
    "SessionFact",
    "Sight",
    "SkipFact",
    "Status",
    "TensionFact",
    "TextFact",
    "TurnFact",
]


@dataclass(frozen=True, slots=True)
class GaugeFact:
    """A gauge over time: `levels[t]` is where it stood at the end of turn t, 0 the start."""

    id: str
    name: str
    family: str
    family_name: str
    of: str
    seat: SeatFact | None
    high_is_good: bool
    bands: tuple[str, ...]
    sight: Sight
    levels: tuple[Level | None, ...]


@dataclass(frozen=True, slots=True)
class PollFact:
    """One seat's answers to one item: numbers as median and range, options as counts, or words."""

    turn: int
    item: str
    kind: str
    short: str
    question: str
    seat: SeatFact
    about: SeatFact | None
    n: int
    median: float | None = None
    low: float | None = None
    high: float | None = None
    is_median: bool = False
    options: tuple[tuple[str, int], ...] = ()
    words: tuple[tuple[str, str], ...] = ()
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class GapFact:
    """The perception gap of one seat in one turn. The range is None where it would tell people."""

    turn: int
    seat: SeatFact
    estimator: SeatFact
    felt: float
    low: float | None
    high: float | None
    n: int
    estimate: float
    n_estimates: int
    gap: float
    word: str
    is_divided: bool
    is_open: bool


@dataclass(frozen=True, slots=True)
class PairFact:
    """Two medians of one seat in one turn and their difference, first minus second."""

    turn: int
    seat: SeatFact
    first: float
    second: float
    difference: float
    n: int
    is_open: bool


@dataclass(frozen=True, slots=True)
class NoteFact:
    """An observation, quote or insight, with its text. `seat` is None where it names none."""

    id: str
    seq: int
    turn: int
    phase: str
    at: str
    kind: str
    text: str
    seat: SeatFact | None
    tensions: tuple[str, ...]
    pole: str
    is_quotable: bool
    is_starred: bool
    is_edited: bool
    sources: tuple[int, ...]
    confidence: str
    dissent: str


@dataclass(frozen=True, slots=True)
class ObjectiveFact:
    """A seat's objective: met, not met, None where only people can say, and what it rests on.

    `withheld`: the answer would tell what these readers may not know.
    """

    id: str
    text: str
    met: bool | None
    levels: tuple[tuple[str, Level], ...]
    moves: tuple[tuple[str, int], ...]
    withheld: bool = False
    secrecy: Secret = ""


@dataclass(frozen=True, slots=True)
class SeatView:
    """A seat's own side of the exercise."""

    seat: SeatFact
    brief: str
    opens_with: str
    objectives: tuple[ObjectiveFact, ...]
    concerns: tuple[str, ...]
    concern_is_revealed: bool
    sentences: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class TensionFact:
    """A tension of the deck, with the questions that the deck asks about it."""

    id: str
    name: str
    poles: tuple[str, str]
    text: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LogRow:
    """One entry of the log. `what` is the event's kind, `details` its values for the sentence."""

    seq: int
    at: str
    turn: int
    what: str
    details: tuple[tuple[str, str], ...]
    status: Status = ""
    secrecy: Secret = ""


@dataclass(frozen=True, slots=True)
class AmendmentFact:
    """An entry that was put right: old and new value and the reason."""

    entry: int
    seq: int
    turn: int
    what: str
    was: str
    now: str
    reason: str
    secrecy: Secret = ""


@dataclass(frozen=True, slots=True)
class SessionFact:
    """What was settled before the exercise, and what it was played with."""

    title: str
    place: str
    purpose: str
    objectives: tuple[str, ...]
    watch: tuple[str, ...]
    handling: str
    white_cell: str
    chatham_house: bool
    attribution: str
    mode: str
    policy: str
    reveal_order: str
    dice: str
    seed: int
    is_rehearsal: bool
    started: str
    ended: str
    parent: tuple[str, int] | None
    app_version: str


@dataclass(frozen=True, slots=True)
class DeckFact:
    """What the deck says about itself and its world."""

    id: str
    title: str
    version: str
    hash: str
    language: str
    authors: tuple[str, ...]
    licence: str
    credit: str
    disclaimer: str
    premise: str
    opening: tuple[str, ...]
    opening_heading: str
    foot: str
    glossary: tuple[tuple[str, str], ...]
    turns: int
    rules: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class EndFact:
    """How it ended. `test` is the condition in words, empty where it may not be told."""

    id: str
    name: str
    test: str
    epilogue: str
    ask: str
    is_over: bool
    is_early: bool
    reason: str


@dataclass(frozen=True, slots=True)
class FollowUpFact:
    """A row of the follow-up table."""

    issue: str
    action: str
    owner: str
    due: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything. Order within each is the deck's, then the log's."""

    session: SessionFact
    deck: DeckFact
    seats: tuple[SeatView, ...]
    gauges: tuple[GaugeFact, ...]
    turns: tuple[TurnFact, ...]
    injects: tuple[InjectFact, ...]
    polls: tuple[PollFact, ...]
    gaps: tuple[GapFact, ...]
    leaders: tuple[PairFact, ...]
    heard: tuple[PairFact, ...]
    checks: tuple[PairFact, ...]
    notes: tuple[NoteFact, ...]
    quotes: tuple[NoteFact, ...]
    tensions: tuple[TensionFact, ...]
    tension_counts: tuple[tuple[str, int], ...]
    most_tagged: tuple[str, ...]
    chosen: tuple[str, ...]
    follow_ups: tuple[FollowUpFact, ...]
    end: EndFact
    log: tuple[LogRow, ...]
    amendments: tuple[AmendmentFact, ...]
    undone: int
    felt_question: str
    estimator: str
    opened_after: tuple[int, ...]
    left_out: tuple[LeftOut, ...] = ()
    """Which kinds of thing were taken away for these readers."""
