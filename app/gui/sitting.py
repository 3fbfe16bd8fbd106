"""One session that is open: exercise, controller, papers, console, wired to the room."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.core.values import Phase
from app.gui.console.hot_wash import HotWashPanel
from app.gui.console.panel import PhasePanel
from app.gui.console.papers import Papers
from app.gui.console.window import ConsoleWindow
from app.gui.controller import ExerciseController
from app.gui.room import RoomControl
from app.gui.room_paint import RoomPaint
from app.gui.theme import Look
from app.gui.widgets.banner import Notice
from app.session.exercise import Exercise

LOST = "Room display disconnected. The room sees nothing from this app."


class Sitting(QObject):
    """Holds what belongs to one open session and lets it go together.

    Signals:
        report_requested: the report of this session is wanted.
    """

    report_requested = Signal()

    def __init__(
        self,
        exercise: Exercise,
        room: RoomControl,
        look: Look,
        clock: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.exercise = exercise
        self._room = room
        self.controller = ExerciseController(exercise, clock, self)
        self._papers = Papers(exercise, RoomPaint(), clock, self)
        panels = _panels(exercise, look, self._papers)
        self.console = ConsoleWindow(self.controller, self._papers, look, panels)
        wash = panels[Phase.HOT_WASH]
        if isinstance(wash, HotWashPanel):
            wash.report_requested.connect(self.report_requested)
        self._connect()

    def start(self) -> None:
        """Show everything as it stands."""
        self.controller.start()

    def stop(self) -> None:
        """Keep drafts, keep no more time, and leave the room black."""
        self._papers.flush()
        self.controller.stop()

    def _connect(self) -> None:
        room, console = self._room, self.console
        self.controller.room_changed.connect(room.set_display)
        room.screen_changed.connect(console.set_screen_name)
        room.lost.connect(self._on_lost)
        room.came.connect(self._on_came)
        room.page_turn_requested.connect(console.turn_page)
        room.blank_requested.connect(self.controller.toggle_blank)
        console.report_requested.connect(self.report_requested)
        console.room_requested.connect(self._open_room)

    def _open_room(self) -> None:
        self._room.open(self.console)

    def _on_lost(self) -> None:
        self.console.set_notice(Notice(LOST, action="Open room display"))

    def _on_came(self, name: str) -> None:
        self.console.set_notice(Notice(f"A screen came: {name}.", action="Open room display"))


def _panels(exercise: Exercise, look: Look, papers: Papers) -> dict[Phase, PhasePanel]:
    """The panel of each phase."""
    from app.gui.console.adjudicate import AdjudicatePanel
    from app.gui.console.brief import BriefPanel
    from app.gui.console.consult import ConsultPanel
    from app.gui.console.deliberate import DeliberatePanel
    from app.gui.console.discuss import DiscussPanel
    from app.gui.console.ended import EndedPanel
    from app.gui.console.opening import OpeningPanel
    from app.gui.console.poll import PollPanel
    from app.gui.console.reveal import RevealPanel

    kinds: dict[Phase, type[PhasePanel]] = {
        Phase.OPENING: OpeningPanel,
        Phase.BRIEF: BriefPanel,
        Phase.DELIBERATE: DeliberatePanel,
        Phase.CONSULT: ConsultPanel,
        Phase.REVEAL: RevealPanel,
        Phase.ADJUDICATE: AdjudicatePanel,
        Phase.POLL: PollPanel,
        Phase.DISCUSS: DiscussPanel,
        Phase.HOT_WASH: HotWashPanel,
        Phase.ENDED: EndedPanel,
    }
    return {phase: kind(exercise.book, look, papers) for phase, kind in kinds.items()}
