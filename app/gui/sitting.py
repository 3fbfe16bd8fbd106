"""One session that is open: exercise, controller, papers, console, wired to the room."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, SignalInstance

from app.core.book import Book
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
OPEN = "Open room display"


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
        panels = _panels(self.controller.book, look, self._papers)
        self.console = ConsoleWindow(self.controller, self._papers, look, panels)
        wash = panels[Phase.HOT_WASH]
        if isinstance(wash, HotWashPanel):
            wash.report_requested.connect(self.report_requested)
        self._connect()

    def start(self) -> None:
        """Show everything as it stands."""
        self.console.set_screen_name(self._room.screen_name)
        self.controller.start()

    def stop(self) -> None:
        """Leave the room black, keep drafts, and hear no more of clock, record and clicker."""
        self._room.rest()
        self._papers.flush()
        self.controller.stop()
        for signal, slot in self._from_room():
            signal.disconnect(slot)

    def _connect(self) -> None:
        room, console = self._room, self.console
        self.controller.room_changed.connect(room.set_display)
        for signal, slot in self._from_room():
            signal.connect(slot)
        console.report_requested.connect(self.report_requested)
        console.room_requested.connect(self.open_room)
        console.room_close_requested.connect(room.shut)

    def _from_room(self) -> tuple[tuple[SignalInstance, Callable[..., None]], ...]:
        room, console = self._room, self.console
        return (
            (room.screen_changed, console.set_screen_name),
            (room.lost, self._on_lost),
            (room.returned, self._on_returned),
            (room.came, self._on_came),
            (room.page_turn_requested, console.turn_page),
            (room.blank_requested, self.controller.toggle_blank),
        )

    def open_room(self) -> None:
        """Open the room display; where the screens are set up wrongly, say so."""
        self._room.open(self.console)
        if warning := self._room.warning():
            self.console.set_notice(Notice(warning))

    def _on_lost(self) -> None:
        self.console.set_notice(Notice(LOST, action=OPEN))

    def _on_returned(self, name: str) -> None:
        words = f"The room's screen is back: {name}. It shows nothing yet."
        self.console.set_notice(Notice(words, action="Put it back"))

    def _on_came(self, name: str) -> None:
        self.console.set_notice(Notice(f"A screen came: {name}.", action=OPEN))


def _panels(book: Book, look: Look, papers: Papers) -> dict[Phase, PhasePanel]:
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
    return {phase: kind(book, look, papers) for phase, kind in kinds.items()}
