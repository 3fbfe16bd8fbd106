"""The centre of the console: a notice, the phase's name beside its timer, and the phase's panel."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.core.actions import Action, AdjustTimer, PauseTimer, ResetTimer, StartTimer
from app.core.state import State
from app.core.values import Item, Phase, Timer
from app.gui.console.panel import PhasePanel
from app.gui.console.reminder_lines import ReminderLines
from app.gui.console.schedule import PHASE_NAMES, clock
from app.gui.layouts import column, row
from app.gui.theme import Look, TextStyle
from app.gui.widgets.banner import Banner, Notice
from app.gui.widgets.buttons import Button
from app.gui.widgets.text_label import TextLabel
from app.gui.widgets.timer_row import TimerRow, TimerState, TimerView

_TIMER_BUTTONS = ("timer_toggle", "timer_less", "timer_more", "timer_reset")
_MARGIN = 24


class PhaseArea(QWidget):
    """Shows the panel of the phase that the exercise is in.

    Signals:
        action_requested(object), note_requested(object, str), stage_requested(object): as the
            panels', and the timer's.
        new_inject_requested: as the panels'.
        main_changed: the panel's `waits_for` may answer otherwise.
        notice_requested(str), seat_sheet_requested(str): as the panels'.
    """

    action_requested = Signal(object)
    note_requested = Signal(object, str)
    stage_requested = Signal(object)
    new_inject_requested = Signal()
    main_changed = Signal()
    notice_requested = Signal(str)
    seat_sheet_requested = Signal(str)

    def __init__(
        self, look: Look, panels: Mapping[Phase, PhasePanel], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._panels = dict(panels)
        self._timer_is = Timer()
        self.banner = Banner(look)
        self.banner.setObjectName("banner")
        self._title = TextLabel(look, "", TextStyle.H1)
        self._title.setObjectName("phase_title")
        self.timer = TimerRow(look)
        self.timer.setObjectName("timer")
        self._name_timer()
        self.reminders = ReminderLines(look)
        self._stack = QStackedWidget()
        self._nothing = QWidget()
        self._stack.addWidget(self._nothing)
        for panel in self._panels.values():
            self._add(panel)
        self._lay_out()
        self.timer.toggled.connect(lambda: self.action_requested.emit(self._toggle()))
        self.timer.adjusted.connect(lambda by: self.action_requested.emit(AdjustTimer(by)))
        self.timer.reset_requested.connect(lambda: self.action_requested.emit(ResetTimer()))

    @property
    def panel(self) -> PhasePanel | None:
        """The panel that is up."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, PhasePanel) else None

    def set_view(self, state: State) -> None:
        """Show the phase as it stands."""
        panel = self._panels.get(state.phase)
        is_new = panel is not None and self._stack.currentWidget() is not panel
        self._title.setText("The end" if state.phase is Phase.ENDED else PHASE_NAMES[state.phase])
        self.timer.setVisible(state.phase is not Phase.ENDED)
        self._timer_is = state.timer
        self.reminders.set_view(panel.book if panel else None, state)
        if panel is not None:
            panel.set_view(state)
        self._stack.setCurrentWidget(panel or self._nothing)
        if is_new and panel is not None:
            panel.focus_first()
        self.main_changed.emit()

    def set_time(self, now: float) -> None:
        """Show the timer at this moment."""
        timer = self._timer_is
        left = timer.remaining(now)
        running = timer.deadline is not None
        state: TimerState = "running" if running else "paused" if timer.is_paused else "idle"
        seconds = int(-(-left // 1)) if left > 0 else int(left)
        self.timer.set_view(TimerView(seconds, timer.total, clock(now + left), state))

    def set_staged(self, item: Item | None) -> None:
        """Mark what is ready to show."""
        for panel in self._panels.values():
            panel.set_staged(item)

    def set_compact(self, compact: bool) -> None:
        """Make do with 1280×720."""
        self._whole.setSpacing(8 if compact else 12)
        self._whole.setContentsMargins(_MARGIN, 10 if compact else 14, _MARGIN, 10)
        for panel in self._panels.values():
            panel.set_compact(compact)

    def set_notice(self, notice: Notice | None) -> None:
        """Say one thing above the centre, or nothing."""
        self.banner.set_notice(notice)

    def waits_for(self) -> str:
        """Why the main action must wait."""
        return self.panel.waits_for() if self.panel is not None else ""

    def _toggle(self) -> Action:
        return StartTimer() if self._timer_is.deadline is None else PauseTimer()

    def _add(self, panel: PhasePanel) -> None:
        panel.action_requested.connect(self.action_requested)
        panel.note_requested.connect(self.note_requested)
        panel.stage_requested.connect(self.stage_requested)
        panel.new_inject_requested.connect(self.new_inject_requested)
        panel.main_changed.connect(self.main_changed)
        panel.notice_requested.connect(self.notice_requested)
        panel.seat_sheet_requested.connect(self.seat_sheet_requested)
        self._stack.addWidget(panel)

    def _name_timer(self) -> None:
        buttons = self.timer.findChildren(Button)
        tips = ("(T)", "(-)", "(+)", "(Shift+T)")
        for button, name, tip in zip(buttons, _TIMER_BUTTONS, tips, strict=True):
            button.setObjectName(name)
            button.setToolTip(f"{button.accessibleName()} {tip}")

    def _lay_out(self) -> None:
        head = row((self._title, 1), self.timer, spacing=16)
        self._whole = column(self.banner, head, self.reminders, (self._stack, 1), spacing=12)
        self.setLayout(self._whole)
