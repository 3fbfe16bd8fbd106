"""The timer of a phase in one row: dial, digits, what they mean, and how to change them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFontMetricsF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.gui.theme import Look, TextStyle
from app.gui.widgets.buttons import Button, Kind, icon_button
from app.gui.widgets.card import Card
from app.gui.widgets.elided_label import ElidedLabel
from app.gui.widgets.text_label import TextLabel
from app.gui.widgets.timer_dial import TimerDial

_SHORT = 120
_LONG_ENOUGH = 180  # in a shorter time that would be most of it: there it is the last quarter
_ANNOUNCED = (300, 120, 60, 0)


def clock_text(seconds: int) -> str:
    """Time as the console reads it: '3:12', '−0:41' with a true minus sign, '1:02:03'."""
    sign, rest = ("−" if seconds < 0 else ""), abs(seconds)
    hours, minutes = divmod(rest // 60, 60)
    head = f"{hours}:{minutes:02d}" if hours else f"{minutes}"
    return f"{sign}{head}:{rest % 60:02d}"


TimerState = Literal["idle", "running", "paused"]


@dataclass(frozen=True, slots=True)
class TimerView:
    """A timer at one moment: seconds left (negative in overtime) of seconds planned, the time
    of day at which it ends, and how it stands.
    """

    left: int
    planned: int
    ends: str = ""
    state: TimerState = "idle"

    @property
    def is_short(self) -> bool:
        """Whether time is nearly up, by the rule of the room's own clock."""
        warned = _SHORT if self.planned > _LONG_ENOUGH else self.planned / 4
        return self.left <= 0 or self.left < warned

    @property
    def words(self) -> str:
        """What stands beside the digits."""
        whole = f"of {clock_text(self.planned)}"
        if self.state == "paused":
            return f"{whole}, paused"
        if self.state == "idle":
            return f"{whole}, not started"
        if self.left <= 0:
            return f"Time, {whole}"
        if self.is_short:
            short = "Under 2 minutes" if self.planned > _LONG_ENOUGH else "Almost time"
            return f"{short}, ends {self.ends}"
        return f"{whole}, ends {self.ends}"

    @property
    def short(self) -> str:
        """The same where there is little room."""
        return self.words.split(", ", maxsplit=1)[0]


class TimerRow(Card):
    """Shows a `TimerView` and the four ways to change it; it counts nothing itself.

    Signals:
        toggled: start, pause or go on.
        adjusted(int): by so many seconds, +60 or −60.
        reset_requested: back to the time planned.
    """

    toggled = Signal()
    adjusted = Signal(int)
    reset_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__("surface", "Timer", parent)
        self._look = look
        self._view = TimerView(0, 0)
        self._dial = TimerDial(look)
        self._digits = TextLabel(look, "", TextStyle.DIGITS)
        self._words = ElidedLabel(look, "", TextStyle.SMALL, "ink2")
        self._toggle = Button(look, "Start", Kind.OUTLINE, "play")
        self._less = Button(look, "1 min", Kind.TIGHT, "minus", name="One minute less")
        self._more = Button(look, "1 min", Kind.TIGHT, "plus", name="One minute more")
        self._reset = icon_button(look, "timer-reset", "Reset the timer")
        self._lay_out()
        self._toggle.clicked.connect(self.toggled)
        self._less.clicked.connect(lambda: self.adjusted.emit(-60))
        self._more.clicked.connect(lambda: self.adjusted.emit(60))
        self._reset.clicked.connect(self.reset_requested)
        look.changed.connect(self._dress)
        self.set_view(self._view)

    def set_view(self, view: TimerView) -> None:
        """Show the timer as it stands."""
        before, self._view = self._view, view
        role = "warn" if view.is_short and view.state == "running" else "ink"
        self._dial.set_part(view.left / view.planned if view.planned else 0.0, role)
        self._digits.setText(clock_text(view.left))
        self._digits.set_role(role)
        self._dress()
        self._words.set_texts(view.words, view.short)
        self._words.set_role("warn" if role == "warn" else "ink2")
        running = view.state == "running"
        self._toggle.set_label("Pause" if running else self._start_word(view))
        self._toggle.set_icon("pause" if running else "play")
        self._announce(before, view)

    @staticmethod
    def _start_word(view: TimerView) -> str:
        return "Go on" if view.state == "paused" else "Start"

    def _announce(self, before: TimerView, view: TimerView) -> None:
        """Speak at 5, 2, 1 and 0 minutes only; a description that changed each second would
        never be silent.
        """
        if view.state != "running" or before.state != "running":
            self.setAccessibleDescription(f"{clock_text(view.left)} {view.words}")
        for mark in _ANNOUNCED:
            if view.state == "running" and before.left > mark >= view.left:
                words = "Time" if mark == 0 else f"{clock_text(mark)} left"
                self.setAccessibleDescription(words)
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._dial)
        row.addSpacing(4)
        row.addWidget(self._digits)
        row.addSpacing(4)
        row.addWidget(self._words, 1)
        row.addSpacing(8)
        for button in (self._toggle, self._less, self._more, self._reset):
            row.addWidget(button)
        self.column.setContentsMargins(14, 7, 7, 7)
        self.column.addLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _dress(self) -> None:
        """Give the digits the room of as many zeros, so that nothing beside them moves."""
        widest = "".join("0" if sign.isdigit() else sign for sign in clock_text(self._view.left))
        metrics = QFontMetricsF(self._look.font(TextStyle.DIGITS))
        self._digits.setFixedWidth(round(metrics.horizontalAdvance(widest)) + 2)
