"""The bar at the top: session, turn, phases, time, undo, and the blank screen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.book import Book
from app.core.state import State
from app.core.values import TURN_PHASES
from app.gui.console.schedule import course, steps
from app.gui.layouts import column, row
from app.gui.theme import Look, TextStyle
from app.gui.widgets.buttons import Button, Kind, icon_button
from app.gui.widgets.card import Card
from app.gui.widgets.elided_label import ElidedLabel
from app.gui.widgets.phase_stepper import PhaseStepper, Step
from app.gui.widgets.text_label import TextLabel
from app.session.exercise import Step as UndoStep

_HEIGHT = 58


class TopBar(Card):
    """Shows where the session stands.

    Signals:
        undo_requested: take back the last action.
        blank_requested: make the room black, or give it back.
    """

    undo_requested = Signal()
    blank_requested = Signal()

    def __init__(self, book: Book, look: Look, parent: QWidget | None = None) -> None:
        super().__init__("top", "Session", parent)
        self._book = book
        self._state: State | None = None
        self._shown: tuple[Step, ...] = ()
        self._title = ElidedLabel(look, "", TextStyle.CARD_TITLE)
        self._turn = TextLabel(look, "", TextStyle.BODY, "ink2")
        self._stepper = PhaseStepper(look)
        self._clock = TextLabel(look, "", TextStyle.SMALL_STRONG, even_digits=True)
        self._ends = TextLabel(look, "", TextStyle.MICRO, "ink2", even_digits=True)
        self._undo = icon_button(look, "undo-2", "Undo")
        self._undo.setObjectName("top_undo")
        self._blank = Button(look, "Blank screen", Kind.OUTLINE, "monitor-off")
        self._blank.setObjectName("top_blank")
        self._blank.changes_room()
        self._undo.clicked.connect(self.undo_requested)
        self._blank.clicked.connect(self.blank_requested)
        self._lay_out()

    def set_view(self, state: State, undo: UndoStep | None) -> None:
        """Show the session as it stands."""
        self._state = state
        self._title.setText(state.setup.title or self._book.deck.about.title)
        self._turn.setText(self._where(state))
        blank = state.room.is_blank
        self._blank.set_label("Screen is blank" if blank else "Blank screen")
        self._blank.set_kind(Kind.SHOW_OUTLINE if blank else Kind.OUTLINE)
        words = "Give the room back what was shown" if blank else "Make the room black"
        self._blank.setToolTip(f"{words} (B)")
        self._undo.setEnabled(undo is not None)
        self._undo.setToolTip(f"Undo: {undo.name} (Ctrl+Z)" if undo else "Nothing to undo")

    def set_time(self, now: float) -> None:
        """Show the time and what follows from it."""
        if self._state is None:
            return
        time = course(self._book, self._state, now)
        self._clock.setText(f"{time.now}, {time.delay}" if time.delay else time.now)
        self._ends.setText(time.ends)
        shown = steps(self._book, self._state, now)
        if shown != self._shown:
            self._shown = shown
            self._stepper.set_steps(shown)

    def set_compact(self, compact: bool) -> None:
        """Name the current phase alone."""
        self._stepper.set_compact(compact)

    def _where(self, state: State) -> str:
        if state.phase in TURN_PHASES:
            return f"Turn {state.turn} of {self._book.last_turn}"
        count = len(self._book.deck.turns)
        return "1 turn" if count == 1 else f"{count} turns"

    def _lay_out(self) -> None:
        for label in (self._clock, self._ends):
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._title.setMaximumWidth(260)
        times = column(None, self._clock, self._ends, None, spacing=1)
        bar = row(
            self._title, self._turn, 14, self._stepper, None, times, 4, self._undo, self._blank,
            spacing=12,
        )  # fmt: skip
        self.column.setContentsMargins(20, 0, 16, 0)
        self.column.addLayout(bar)
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
