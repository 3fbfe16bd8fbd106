"""Hot wash: seven steps in one list, the present one open with words to say and what it needs.

A step makes ready what it shows; nothing goes to the room but by *Show*. Which step is open is a
place in this list and no part of the record.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.core.actions import ChooseTensions, Observe, RevealConcern, Show, WriteFollowUp
from app.core.book import Book
from app.core.state import State
from app.core.values import FollowUp, Item, Note
from app.gui.console.panel import Desk, PhasePanel
from app.gui.console.tension_choice import TensionChoice
from app.gui.console.wash_parts import (
    ConcernsPart,
    FollowUpPart,
    GapPart,
    StrengthsPart,
    WashNote,
)
from app.gui.console.wash_steps import STEPS, Step, first_open_step, minutes, staged_item
from app.gui.layouts import column, holding, row, scrolled
from app.gui.theme import Look, TextStyle
from app.gui.widgets.buttons import Button, Kind
from app.gui.widgets.card import Card
from app.gui.widgets.text_label import TextLabel

_HEAD_WIDTH = 250


class HotWashPanel(PhasePanel):
    """Shows the steps.

    Signals:
        report_requested: make the report.
    """

    report_requested = Signal()

    def __init__(self, book: Book, look: Look, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(book, look, desk, parent)
        self._state = State()
        self._step = -1
        self._gap = GapPart(book, look)
        self._concerns = ConcernsPart(book, look)
        self._tensions = TensionChoice(book, look)
        self._strengths = StrengthsPart(book, look)
        self._follow_up = FollowUpPart(look)
        parts: dict[str, QWidget] = {
            "poll": self._gap,
            "concerns": self._concerns,
            "tensions": self._tensions,
            "strengths": self._strengths,
            "home": self._follow_up,
        }
        self._rows = [
            _StepRow(look, place, step, parts.get(step.key)) for place, step in enumerate(STEPS)
        ]
        self._lay_out()
        self._connect()

    def set_view(self, state: State) -> None:
        """Show the hot wash as it stands."""
        self._state = state
        if self._step < 0:
            self._step = first_open_step(self.book, state)
        planned = minutes(self.book, state)
        for place, found in enumerate(self._rows):
            found.set_state(self._step, planned[place] if planned else 0)
        for part in (
            self._gap,
            self._concerns,
            self._tensions,
            self._strengths,
            self._follow_up,
        ):
            part.set_view(state)

    def focus_first(self) -> None:
        """Open the step to go on with."""
        self._open(max(self._step, 0))

    @override
    def focus_again(self) -> None:
        self._rows[self._step].focus_first()

    def _open(self, place: int) -> None:
        """Open a step and make ready what it shows."""
        self._step = place
        self.set_view(self._state)
        self._rows[place].focus_first()
        item = staged_item(self.book, self._state, STEPS[place].key)
        if item is not None:
            self.stage_requested.emit(item)

    def _go_on(self, place: int) -> None:
        self._open(min(place + 1, len(STEPS) - 1))

    # --- wishes --------------------------------------------------------------------------------

    def _reveal(self, seat: str) -> None:
        if seat not in self._state.concerns:
            self.action_requested.emit(RevealConcern(seat))
        self.action_requested.emit(Show(Item("concern", 0, seat)))

    def _choose(self, tensions: tuple[str, ...]) -> None:
        self.action_requested.emit(ChooseTensions(tensions))

    def _note(self, seat: str, kind: WashNote, text: str) -> None:
        state = self._state
        note = Note("", kind, state.turn, state.phase, "", "", seat=seat)
        self.note_requested.emit(Observe(note), text)

    def _write(self, follow_up: FollowUp) -> None:
        self.action_requested.emit(WriteFollowUp(follow_up))

    # --- layout --------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        frame = Card("surface", "Steps of the hot wash")
        frame.column.setContentsMargins(1, 0, 1, 1)
        frame.column.setSpacing(0)
        for found in self._rows:
            frame.column.addWidget(found)
        content = holding(column(frame, None, spacing=0))
        self.setLayout(column(scrolled(content, "wash_scroll"), spacing=0))

    def _connect(self) -> None:
        for place, found in enumerate(self._rows):
            found.opened.connect(lambda place=place: self._open(place))
            found.went_on.connect(lambda place=place: self._go_on(place))
        self._gap.stage_requested.connect(self.stage_requested)
        self._concerns.revealed.connect(self._reveal)
        self._tensions.chosen.connect(self._choose)
        self._strengths.noted.connect(self._note)
        self._follow_up.written.connect(self._write)
        self._follow_up.report_requested.connect(self.report_requested)


class _StepRow(Card):
    """One step: a line in the list; open, its words and what it needs.

    Signals:
        opened, went_on: the step was pressed; it is done.
    """

    opened = Signal()
    went_on = Signal()

    def __init__(self, look: Look, place: int, step: Step, part: QWidget | None) -> None:
        super().__init__("row", step.name)
        self._look, self._place, self._is_last = look, place, place == len(STEPS) - 1
        self._open = Button(look, f"{place + 1}   {step.name}", Kind.NAV, "circle")
        self._open.setCheckable(True)
        self._open.setObjectName(f"wash_step_{step.key}")
        self._open.setAccessibleName(f"Step {place + 1}: {step.name}")
        self._open.clicked.connect(self.opened)
        self._line = TextLabel(look, step.line, TextStyle.BODY, "ink2")
        self._minutes = TextLabel(look, "", TextStyle.SMALL, "ink2")
        say = TextLabel(look, f"“{step.say}”", TextStyle.SPEAKING, wrap=True)
        mind = TextLabel(look, step.mind, TextStyle.BODY, "ink2", wrap=True)
        self._next = Button(look, "Next step", Kind.OUTLINE, "arrow-right", icon_after=True)
        self._next.setObjectName(f"wash_next_{step.key}")
        self._next.clicked.connect(self.went_on)
        body = column(say, mind, spacing=8, margins=(38, 6, 6, 12))
        if part is not None:
            body.addWidget(part)
        if not self._is_last:
            body.addLayout(row(None, self._next))
        self._body = holding(body)
        self._open.setFixedWidth(round(_HEAD_WIDTH * look.factor))
        self.column.setContentsMargins(8, 0, 14, 0)
        self.column.setSpacing(2)
        self.column.addLayout(row(self._open, (self._line, 1), self._minutes, spacing=8))
        self.column.addWidget(self._body)

    def set_state(self, current: int, planned: int) -> None:
        """Show whether the step is done, open or to come, and its planned minutes."""
        is_open = self._place == current
        done = self._place < current
        self._body.setVisible(is_open)
        self._open.setChecked(is_open)
        self._minutes.setText(f"{planned} min" if planned else "")
        self._open.set_icon("check" if done else "chevron-down" if is_open else "circle")
        self._open.setAccessibleDescription("done" if done else "open" if is_open else "to come")

    def focus_first(self) -> None:
        """Put the keyboard on *Next step*, or on the line itself."""
        (self._open if self._is_last else self._next).setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._body.isHidden():
            self.opened.emit()
        super().mouseReleaseEvent(event)
