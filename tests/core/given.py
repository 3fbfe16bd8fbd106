"""Given what happened, when somebody acts: the rules' answer, without record, clock or session."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from app.config.paths import scenarios
from app.core import actions as do
from app.core import events as ev
from app.core.actions import Refusal
from app.core.book import Book
from app.core.compile import compile_deck
from app.core.decide import Decision, decide
from app.core.evolve import evolve
from app.core.own import book_of
from app.core.state import State
from app.core.values import Answers, CellSetup, Consultation, Phase, PlayedMove, Setup
from app.deck.read import read_deck

NOW = 1_800_000_000.0
REASON = "a reason that is long enough"
SETUP = Setup(
    "Monday group",
    (CellSetup("CAL", heads=3), CellSetup("TAV", heads=2)),
    reveal_policy="at the end",
)
PATROL = PlayedMove("CAL", "P1", "solo", host="TAV", target="DRO")
ESCORT = replace(PATROL, channel="joint", asked=("TAV",))
PLAN = PlayedMove("CAL", "P3", "joint", asked=("TAV",))
RADAR = PlayedMove("TAV", "F3", "quiet", addressee="CAL")
HARBOUR = PlayedMove("TAV", "F1", "solo")
ASKED = Consultation("CAL", "TAV", "P1")
FELT = Answers("felt", "TAV", values=(4.0, 5.0))
GUESS = Answers("felt", "CAL", "TAV", values=(7.0, 7.0, 6.0))


@cache
def tutorial() -> Book:
    """The tutorial deck, compiled once."""
    return compile_deck(read_deck(scenarios() / "tutorial"))


class Course:
    """An exercise that is being played action by action. `given` must all be taken."""

    def __init__(self, setup: Setup = SETUP, book: Book | None = None) -> None:
        self.book = book or tutorial()
        self.state = State()
        self.events: list[ev.Event] = []
        self.given(do.StartSession(setup))

    def when(self, action: do.Action, now: float = NOW) -> Decision:
        """What the rules answer; nothing happens."""
        return decide(self.book, self.state, action, now)

    def given(self, *actions: do.Action, now: float = NOW) -> Course:
        """Actions that were taken."""
        for action in actions:
            answer = self.when(action, now)
            assert not isinstance(answer, Refusal), f"{action}: {answer}"
            for event in answer:
                self.events.append(event)
                seq = len(self.events)
                self.state = evolve(self.state, ev.Entry(seq, seq, "2027-01-15T08:00:00Z", event))
            self.book = book_of(self.book, self.state)
        return self

    def to(self, phase: Phase, turn: int = 1) -> Course:
        """Press on until this phase of this turn."""
        while (self.state.turn, self.state.phase) != (turn, phase):
            self.given(do.EnterNextPhase())
        return self


def start() -> Course:
    return Course()


def at(phase: Phase, turn: int = 1, *before: do.Action, **setup: Any) -> Course:
    """Pressed on to a phase; `before` was done in the turn's Deliberate."""
    course = Course(replace(SETUP, **setup))
    if before:
        course.to(Phase.DELIBERATE, turn).given(*before)
    return course.to(phase, turn)
