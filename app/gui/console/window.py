"""The console: bars and panels round the phase, and all wiring between them in one block."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from app.core.actions import Action, AdjustTimer, Refusal, ResetTimer, Show
from app.core.display import DisplayState
from app.core.state import State
from app.core.steps import main_action
from app.core.values import Phase
from app.errors import ParasolError
from app.gui.console.bottom_bar import BottomBar
from app.gui.console.capture import Capture
from app.gui.console.commands import commands
from app.gui.console.finder import Finder
from app.gui.console.focus import FocusKeeper
from app.gui.console.key_sheet import KeySheet
from app.gui.console.keys import install
from app.gui.console.panel import PhasePanel
from app.gui.console.panes import go_round
from app.gui.console.papers import Papers
from app.gui.console.phase_area import PhaseArea
from app.gui.console.run_sheet import RunSheetPanel, words_of
from app.gui.console.seat_papers import seat_papers
from app.gui.console.seat_sheet import SeatSheet
from app.gui.console.sheets import Sheets
from app.gui.console.side_panel import SidePanel
from app.gui.console.top_bar import TopBar
from app.gui.controller import ExerciseController, Staged
from app.gui.layouts import column, row
from app.gui.theme import Look
from app.gui.widgets.banner import Notice

COMPACT_BELOW = 1440
SMALLEST = (1280, 720)


class ConsoleWindow(FocusKeeper):
    """The facilitator's side of an exercise. Holds no rules: it shows snapshots and passes wishes.

    Signals:
        report_requested: the session is over and the report is wanted.
        room_requested, room_close_requested: open the room display, or close it.
        home_requested: leave for the home screen; the session stays as it is.
    """

    report_requested = Signal()
    room_requested = Signal()
    room_close_requested = Signal()
    home_requested = Signal()

    def __init__(
        self,
        controller: ExerciseController,
        papers: Papers,
        look: Look,
        panels: Mapping[Phase, PhasePanel],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("console")
        self.setProperty("card", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._controller, self._papers, self._look = controller, papers, look
        self._compact: bool | None = None
        self._standing: Notice | None = None
        book = controller.book
        self.top, self.bottom = TopBar(book, look), BottomBar(look)
        self.sheet, self.area = RunSheetPanel(book, look), PhaseArea(look, panels)
        self.capture = Capture(book, look, papers)
        self.side = SidePanel(look, papers.painter, self.capture)
        self.seat_sheet = SeatSheet(book, look, self)
        self.sheets = Sheets(book, look, papers, self.area)
        self.finder, self.key_sheet = Finder(look, self), KeySheet(look, self)
        middle = row(self.sheet, (self.area, 1), self.side, spacing=0)
        whole = column(self.top, middle, self.bottom, spacing=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self.setMinimumSize(*SMALLEST)
        self.actions_by_name = install(self, self._slots())
        self._connect()
        self._set_compact(True)

    def set_screen_name(self, name: str) -> None:
        """Say which screen the room has; empty where there is none."""
        self.side.set_screen_name(name)
        self.sheet.set_has_screen(bool(name))
        if name:
            self.set_notice(None)

    def set_notice(self, notice: Notice | None) -> None:
        """Say one thing above the centre, such as that the room display was lost. It stands until
        it is settled or closed; a refusal is said over it, and goes with the next thing that works.
        """
        self._standing = notice
        self.area.set_notice(notice)

    def turn_page(self, by: int) -> None:
        """Turn the pages of what the room sees; at the ends nothing happens."""
        display = self._controller.room
        pages = self._papers.painter.pages(display)
        self._controller.turn_page(display.page + by, pages)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _connect(self) -> None:
        controller = self._controller
        self._look.changed.connect(self._fit)
        controller.state_changed.connect(self._on_state)
        controller.room_changed.connect(self._on_room)
        controller.staged_changed.connect(self._on_staged)
        controller.ticked.connect(self._on_tick)
        controller.refused.connect(self._on_refused)
        controller.failed.connect(self._on_failed)
        self._papers.failed.connect(self._on_failed)
        self.top.undo_requested.connect(controller.undo)
        self.top.blank_requested.connect(controller.toggle_blank)
        self.bottom.undo_requested.connect(controller.undo)
        self.bottom.main_requested.connect(self._take_main)
        self.sheet.stage_requested.connect(controller.stage)
        self.side.show_requested.connect(controller.show_staged)
        self.side.undo_show_requested.connect(controller.undo_show)
        self.side.hold_requested.connect(controller.hold)
        self.side.page_requested.connect(self.turn_page)
        self.side.room_requested.connect(self.room_requested)
        self.area.banner.action_requested.connect(self.room_requested)
        self.area.banner.dismissed.connect(lambda: self.set_notice(None))
        self.area.action_requested.connect(self._submit)
        self.area.note_requested.connect(controller.submit_note)
        self.area.stage_requested.connect(controller.stage)
        self.area.stage_requested.connect(self.sheet.go_to)
        self.area.main_changed.connect(self._refresh_main)
        self.area.notice_requested.connect(self._on_problem)
        self.area.seat_sheet_requested.connect(self._show_seat_sheet)
        self.capture.note_requested.connect(self._save_note)
        self.sheets.action_requested.connect(self._submit)
        self.sheets.stage_requested.connect(controller.stage)
        self.sheet.new_inject_requested.connect(self.sheets.open_write)
        self.area.new_inject_requested.connect(self.sheets.open_write)
        self.sheets.problem_told.connect(self._on_problem)

    def _slots(self) -> dict[str, Callable[[], None]]:
        """What each row of the key table does."""
        controller = self._controller
        named: dict[str, Callable[[], None]] = {
            "main": self._take_main,
            "show": controller.show_staged,
            "undo_show": controller.undo_show,
            "blank": controller.toggle_blank,
            "blank_plain": controller.toggle_blank,
            "hold": controller.hold,
            "page_on": partial(self.turn_page, 1),
            "page_back": partial(self.turn_page, -1),
            "undo": controller.undo,
            "redo": controller.redo,
            "capture": self.capture.focus_or_cycle,
            "timer": controller.toggle_timer,
            "timer_reset": lambda: self._submit(ResetTimer()),
            "timer_more": lambda: self._submit(AdjustTimer(60)),
            "timer_less": lambda: self._submit(AdjustTimer(-60)),
            "next_pane": partial(self._go_to_pane, 1),
            "previous_pane": partial(self._go_to_pane, -1),
            "find": self._open_finder,
            "key_sheet": self.key_sheet.show,
            "key_sheet_plain": self.key_sheet.show,
        }
        return named | {f"seat_{n}": partial(self._go_to_seat, n - 1) for n in range(1, 9)}

    def _on_state(self, state: State) -> None:
        now = self._papers.now()
        self.area.set_notice(self._standing)
        self.top.set_view(state, self._controller.undo_step)
        self.sheet.set_view(state, now)
        self.area.set_view(state)
        self.sheets.set_view(state)
        self.capture.set_view(state)
        self.side.set_can_undo_show(state.room.top is not None)
        self._refresh_main()
        self._on_tick(now)

    def _on_room(self, display: DisplayState) -> None:
        self.side.set_room(display, self._papers.painter.pages(display))

    def _on_staged(self, staged: Staged) -> None:
        title, words = words_of(self._controller.book, self._controller.state, staged.item)
        self.side.set_staged(staged, title, words)
        self.area.set_staged(staged.item)
        self._refresh_show(staged)

    def _on_tick(self, now: float) -> None:
        self.top.set_time(now)
        self.area.set_time(now)

    def _on_refused(self, refusal: Refusal) -> None:
        self.area.set_notice(Notice(f"{refusal.sentence} {refusal.way_on}".strip()))

    def _on_failed(self, problem: ParasolError) -> None:
        self.area.set_notice(Notice(problem.as_text().replace("\n", " ")))

    def _on_problem(self, sentence: str) -> None:
        self.area.set_notice(Notice(sentence, "plain") if sentence else self._standing)

    def _refresh_main(self) -> None:
        state = self._controller.state
        main = main_action(self._controller.book, state)
        self.bottom.set_view(main, self.area.waits_for(), self._controller.undo_step)
        self._refresh_show(self._controller.staged)

    def _refresh_show(self, staged: Staged) -> None:
        shows = main_action(self._controller.book, self._controller.state).shows
        panel = self.area.panel
        shown_there = panel is not None and panel.has_show()
        self.side.set_show_is_main(shown_there or (shows is not None and shows == staged.item))

    def _submit(self, action: Action) -> None:
        if isinstance(action, Show):
            self._controller.show(action.item)
        else:
            self._controller.submit(action)

    def _save_note(self, action: Action, text: str) -> None:
        if self._controller.submit_note(action, text):
            self.capture.on_saved()

    def _take_main(self) -> None:
        """Do the main action, once what is being typed has been kept."""
        field = QApplication.focusWidget()
        if field is not None and self.area.isAncestorOf(field):
            field.clearFocus()
        main = main_action(self._controller.book, self._controller.state)
        self.go_home_if_lost()
        if not self.bottom.main_is_enabled():
            return
        if main.shows is not None:
            self._controller.show(main.shows)
        elif main.action is not None:
            self._submit(main.action)
        elif self._controller.state.phase is Phase.ENDED:
            self.report_requested.emit()

    def _show_seat_sheet(self, seat: str) -> None:
        """Fill the window with a seat's sheet; an empty seat takes it away."""
        controller = self._controller
        if seat:
            self.seat_sheet.open_with(seat_papers(controller.book, controller.state, seat))
        else:
            self.seat_sheet.hide()

    def _go_to_seat(self, index: int) -> None:
        if self.area.panel is not None:
            self.area.panel.focus_seat(index)

    def _go_to_pane(self, by: int) -> None:
        go_round(
            (
                (self.sheet, self.sheet.sheet),
                (self.area, self.focus_home),
                (self.side, self.side.show_button),
                (self.bottom, self.bottom.main_button),
            ),
            by,
        )

    @override
    def focus_home(self) -> None:
        if self.area.panel is not None:
            self.area.panel.focus_again()
        else:
            self.sheet.sheet.setFocus()

    def _open_finder(self) -> None:
        own: dict[str, Callable[[], None]] = {
            "Open the room display": self.room_requested.emit,
            "Close the room display": self.room_close_requested.emit,
            "Make the report": self.report_requested.emit,
            "Leave for the home screen": self.home_requested.emit,
            "Keys": self.key_sheet.show,
        }
        self.finder.open_with(commands(self._controller, self.sheets.commands() | own))

    def _fit(self) -> None:
        """Larger text needs the compact layout in a larger window."""
        self._set_compact(self.width() < COMPACT_BELOW * self._look.factor)

    def _set_compact(self, compact: bool) -> None:
        if compact == self._compact:
            return
        self._compact = compact
        for part in (self.top, self.sheet, self.area, self.side, self.capture):
            part.set_compact(compact)
