"""The console at work: the real window on a real exercise, with the record in memory."""

# ruff: noqa: ARG002 -- the painter does as the protocol says
from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget

from app.core import actions as do
from app.core.actions import Action, Refusal
from app.core.book import Book
from app.core.display import DisplayState
from app.core.values import CellSetup, Phase, Setup
from app.gui.console.panel import PhasePanel
from app.gui.console.papers import Papers
from app.gui.console.window import ConsoleWindow
from app.gui.controller import ExerciseController
from app.gui.theme import Look
from app.session.exercise import Exercise
from tests.session.memory import MemoryRecord

START = 1_795_528_800.0  # 24 November 2026, 14:00 UTC


class PlainPainter:
    """A room's painter that paints one colour, and says that a picture has two pages."""

    def __init__(self, pages: int = 2) -> None:
        self._pages = pages

    def image(self, display: DisplayState, width: int, height: int) -> QImage:
        image = QImage(max(1, width), max(1, height), QImage.Format.Format_RGB32)
        image.fill(QColor("#101820"))
        return image

    def pages(self, display: DisplayState) -> int:
        return self._pages


class Rig:
    """A console with everything behind it. The clock stands still until `wait`."""

    def __init__(
        self,
        look: Look,
        book: Book,
        make: Mapping[Phase, type[PhasePanel]],
        *,
        painter: object | None = None,
        size: tuple[int, int] = (1440, 900),
        setup: Setup | None = None,
    ) -> None:
        self.now = START
        self.record = MemoryRecord()
        started = Exercise.start(self.record, book, setup or plain_setup(book), self.clock)
        assert isinstance(started, Exercise), started
        self.exercise = started
        self.controller = ExerciseController(started, self.clock)
        self.papers = Papers(started, painter or PlainPainter(), self.clock)  # type: ignore[arg-type]
        self.panels = {phase: kind(book, look, self.papers) for phase, kind in make.items()}
        self.window = ConsoleWindow(self.controller, self.papers, look, self.panels)
        self.window.resize(*size)
        self.refusals: list[Refusal] = []
        self.rooms: list[DisplayState] = []
        self.controller.refused.connect(self.refusals.append)
        self.controller.room_changed.connect(self.rooms.append)

    def clock(self) -> float:
        return self.now

    def open(self) -> Rig:
        self.window.set_screen_name("Projector, 1920 × 1080")
        self.window.show()
        self.controller.start()
        QApplication.processEvents()
        self.rooms.clear()
        return self

    def close(self) -> None:
        self.controller.stop()
        self.papers.flush()
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # type: ignore[arg-type]

    def wait(self, seconds: float) -> None:
        """Let time pass, and the console notice."""
        self.now += seconds
        self.controller.tick()

    def do(self, *actions: Action) -> None:
        """Take actions that must be taken."""
        for action in actions:
            taken = self.controller.submit(action)
            assert taken, (action, self.refusals[-1:])
        QApplication.processEvents()

    def go_to(self, phase: Phase, turn: int = 1) -> None:
        """Press on to a phase of a turn."""
        for _ in range(40):
            state = self.exercise.state
            if (state.turn, state.phase) == (turn, phase):
                return
            self.do(do.EnterNextPhase())
        raise AssertionError(f"{phase} of turn {turn} was never reached")

    def find(self, name: str, kind: type[QObject] = QWidget) -> QWidget:
        """The one widget of this objectName."""
        found = self.window.findChild(kind, name)
        assert found is not None, f"no widget is called {name}"
        return found  # type: ignore[return-value]


def plain_setup(book: Book, **changes: object) -> Setup:
    """Five people in every cell."""
    plain: dict[str, object] = {
        "title": "Monday group",
        "cells": tuple(CellSetup(seat.id, heads=5) for seat in book.deck.seats),
        "handling": "For exercise use only",
        "reveal_policy": "at the end",
    }
    return Setup(**{**plain, **changes})  # type: ignore[arg-type]
