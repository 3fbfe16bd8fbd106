"""A facilitator's table without a library: the rules, a state, and a panel that asks.

What a panel asks for is decided by the rules and shown again at once, as the controller does it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtGui import QColor, QImage

from app.core import actions as do
from app.core.actions import Action, Refusal
from app.core.book import Book
from app.core.decide import decide
from app.core.display import DisplayState
from app.core.events import Entry
from app.core.evolve import evolve
from app.core.own import book_of
from app.core.proposal import proposed_ledger
from app.core.state import State
from app.core.values import (
    CellSetup,
    Consultation,
    Item,
    Note,
    Phase,
    PlayedMove,
    Setup,
)
from app.gui.console.panel import PhasePanel
from app.gui.current_book import CurrentBook
from tests.players import tutorial

NOW = 1_800_000_000.0


class FlatPainter:
    """A room's painter that paints one colour; what it was given is kept."""

    def __init__(self) -> None:
        self.painted: list[DisplayState] = []

    def image(self, display: DisplayState, width: int, height: int) -> QImage:
        self.painted.append(display)
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(QColor("#101820"))
        return image

    def pages(self, _display: DisplayState) -> int:
        return 1


class FakeDesk:
    """Papers in memory."""

    def __init__(self, painter: object | None = None) -> None:
        self.painter = painter or FlatPainter()
        self.texts: dict[str, str] = {}
        self.drafts: dict[str, str] = {}

    def now(self) -> float:
        return NOW

    def text(self, note: str) -> str:
        return self.texts.get(note, "")

    def draft(self, place: str) -> str:
        return self.drafts.get(place, "")

    def keep_draft(self, place: str, text: str) -> None:
        self.drafts[place] = text


class Table:
    """An exercise in memory; keeps what was asked for, what was refused, what was staged."""

    def __init__(self, setup: Setup | None = None, book: Book | None = None) -> None:
        self.book = CurrentBook.of(book or tutorial())
        self.state = State()
        self.desk = FakeDesk()
        self.asked: list[Action] = []
        self.refused: list[Refusal] = []
        self.staged: list[Item] = []
        self.panel: PhasePanel | None = None
        self.submit(do.StartSession(setup or tutorial_setup()))
        self.asked.clear()

    def submit(self, action: Action) -> None:
        """Take an action, and show the panel what came of it."""
        self.asked.append(action)
        answer = decide(self.book, self.state, action, NOW)
        if isinstance(answer, Refusal):
            self.refused.append(answer)
            return
        first = self.state.seq + 1
        at = datetime.fromtimestamp(NOW, UTC).isoformat(timespec="seconds")
        for number, event in enumerate(answer, start=first):
            self.state = evolve(self.state, Entry(number, first, at, event))
        self.refresh()

    def submit_note(self, action: do.Observe | do.EditObservation, text: str) -> None:
        """Take a note with its text beside it."""
        note = action.note
        if isinstance(action, do.Observe) and not note.id:
            note = Note(**{**_fields(note), "id": f"n{len(self.state.notes) + 1}"})
        self.desk.texts[note.id] = text
        self.submit(type(action)(note))

    def refresh(self) -> None:
        """Show the panel the state as it stands, with the cards that the session has of its own."""
        self.book.follow(book_of(self.book, self.state))
        if self.panel is not None:
            self.panel.set_view(self.state)

    def seat(self, panel: PhasePanel) -> None:
        """Put a panel at the table."""
        self.panel = panel
        panel.action_requested.connect(self.submit)
        panel.note_requested.connect(self.submit_note)
        panel.stage_requested.connect(self.staged.append)
        self.refresh()

    def play_to(self, phase: Phase, turn: int = 1) -> None:
        """Play the recorded exercise up to a phase of a turn."""
        steps = dict(_STORY)
        while (self.state.turn, self.state.phase) != (turn, phase):
            here = (self.state.turn, self.state.phase)
            for action in steps.get(here, lambda _table: ())(self):
                self.submit(action)
            self.submit(do.EnterNextPhase())
            assert (self.state.turn, self.state.phase) != here, self.refused
        self.asked.clear()

    def note(self, kind: str, text: str, **more: object) -> None:
        """Take a note of the recorded exercise."""
        note = Note("", kind, 0, Phase.OPENING, "", "", **more)  # type: ignore[arg-type]
        self.submit_note(do.Observe(note), text)


def _fields(note: Note) -> dict[str, object]:
    return {name: getattr(note, name) for name in note.__dataclass_fields__}


def tutorial_setup(**changes: object) -> Setup:
    """Three people for Calder, two for Tavia, as in the recorded exercise."""
    cells = (CellSetup("CAL", "Table 1", 3), CellSetup("TAV", "Table 2", 2))
    plain: dict[str, object] = {
        "title": "The Empty Berth",
        "cells": cells,
        "handling": "For exercise use only",
        "reveal_policy": "at the end",
    }
    return Setup(**{**plain, **changes})  # type: ignore[arg-type]


TURN_1 = (
    PlayedMove("CAL", "P1", "solo", host="TAV", target="DRO"),
    PlayedMove("CAL", "P2", "solo", choices=(("whom", ("voters",)),)),
    PlayedMove("TAV", "F2", "solo"),
    PlayedMove("TAV", "F3", "quiet", addressee="CAL"),
)
TURN_2 = (
    PlayedMove("CAL", "P1", "joint", host="TAV", target="DRO", asked=("TAV",)),
    PlayedMove("CAL", "P3", "joint", asked=("TAV",)),
    PlayedMove("TAV", "F1", "solo"),
)
Acts = Callable[[Table], tuple[Action, ...]]

_STORY: tuple[tuple[tuple[int, Phase], Acts], ...] = (
    (
        (1, Phase.DELIBERATE),
        lambda _t: (*map(do.AddMove, TURN_1), do.HandIn("CAL"), do.HandIn("TAV")),
    ),
    (
        (1, Phase.CONSULT),
        lambda _t: (
            do.OpenConsultation(Consultation("CAL", "TAV", "P1")),
            do.AnswerConsultation("CAL", "TAV", "P1", "objects"),
        ),
    ),
    ((1, Phase.REVEAL), lambda _t: (do.RevealSeat("CAL"), do.RevealSeat("TAV"))),
    ((2, Phase.BRIEF), lambda _t: (do.ReleaseInject("C1"),)),
    (
        (2, Phase.DELIBERATE),
        lambda _t: (*map(do.AddMove, TURN_2), do.HandIn("CAL"), do.HandIn("TAV")),
    ),
    (
        (2, Phase.CONSULT),
        lambda _t: (
            do.AnswerSignature("P1", "TAV", signed=True),
            do.AnswerSignature("P3", "TAV", signed=True),
        ),
    ),
    ((2, Phase.REVEAL), lambda _t: (do.RevealAll(),)),
)


def line_key(table: Table, cause: str, gauge: str) -> str:
    """The key of the line that a cause makes on a gauge."""
    lines = proposed_ledger(table.book, table.state).lines
    return next(line.key for line in lines if (line.cause, line.gauge) == (cause, gauge))
