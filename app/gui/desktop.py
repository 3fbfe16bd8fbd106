"""The windows as a whole: home, set-up, one open session, its report. All wiring in one block."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from app.config import paths
from app.errors import ParasolError
from app.gui.home_trouble import AGAIN, HomeTrouble
from app.gui.main_window import MainWindow
from app.gui.reporting import Reports
from app.gui.room_paint import RoomPaint
from app.gui.theme import Look, load_theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

    from app.core.values import Setup
    from app.deck.catalog import Catalog
    from app.gui.deck_in_hand import DeckInHand
    from app.gui.room import RoomControl
    from app.gui.sitting import Sitting
    from app.session.exercise import Exercise
    from app.store.library import Library
    from app.store.record import LibraryRecord

OpenRecord = Callable[[], "tuple[Library, LibraryRecord]"]


class Desktop(QObject):
    """Everything on the facilitator's screen, and the room's window beside it.

    Loads as little as it can before the first frame is up; then come the sessions, then the decks.
    `report_folder` is where reports go unless a person says otherwise.

    Signals:
        listed: the home screen has its sessions.
        stocked: it has its decks too.
    """

    listed = Signal()
    stocked = Signal()

    def __init__(
        self,
        make_catalog: Callable[[], Catalog],
        open_record: OpenRecord,
        clock: Callable[[], float],
        look: Look,
        *,
        reduce_motion: bool = False,
        report_folder: Path | None = None,
    ) -> None:
        super().__init__()
        self._make_catalog = make_catalog
        self._open_record = open_record
        self._clock = clock
        self._look = look
        self._reduce_motion = reduce_motion
        self._opened: tuple[Library, LibraryRecord] | None = None
        self._deck: DeckInHand | None = None
        self._sitting: Sitting | None = None
        self._asked: QMessageBox | None = None
        self.window = MainWindow(look, RoomPaint())
        self._trouble = HomeTrouble(self.window, self)
        self._reports = Reports(self.window, report_folder or Path.home(), self)
        self._connect()

    def show(self) -> None:
        """Show the home screen; sessions and decks follow the first frame."""
        self.window.painted.connect(self.refresh_home)
        self.window.show()
        self.window.activateWindow()

    def refresh_home(self) -> None:
        """List the sessions as they are now, and then the decks."""
        from datetime import datetime

        from app.gui.shelf import session_rows

        try:
            library, _ = self._record()
            now = datetime.fromtimestamp(self._clock()).astimezone()
            self.window.home.set_sessions(session_rows(library, self._catalog, now))
        except ParasolError as problem:
            self._trouble.say(problem, AGAIN, self.refresh_home)
        self.listed.emit()
        QTimer.singleShot(0, self._stock_home)

    def _stock_home(self) -> None:
        """Offer the decks: those that are known at once, then new and changed ones too."""
        from app.gui.shelf import deck_rows, known_deck_rows

        home = self.window.home
        known = known_deck_rows(self._catalog)
        home.set_decks(known)
        found = deck_rows(self._catalog)
        if found != known:
            home.set_decks(found)
        if home.isVisible() and home.focusWidget() is None:
            home.focus_first()
        self.stocked.emit()

    @cached_property
    def room(self) -> RoomControl:
        """The room's window and screen; made when a session is set up or opened."""
        from app.gui.room import RoomControl

        room = RoomControl(reduce_motion=self._reduce_motion, parent=self)
        self.window.screen_chosen.connect(room.choose)
        return room

    @cached_property
    def _catalog(self) -> Catalog:
        return self._make_catalog()

    @property
    def sitting(self) -> Sitting | None:
        """The session that is open."""
        return self._sitting

    def close(self) -> None:
        """Let everything go, in order."""
        self._leave_sitting()
        if "room" in self.__dict__:  # it was needed
            self.room.close()
        self.window.allow_close(True)
        self.window.close()
        if self._opened is not None:
            self._opened[0].close()
            self._opened = None

    def _leave(self) -> None:
        """Close everything; while the room sees something, ask first."""
        from app.gui.quit_question import quit_question

        if not self._room_is_open():
            self.close()
            return
        if self._asked is None:
            self._asked = quit_question(self.window)
            self._asked.accepted.connect(self.close)
        self._asked.open()

    # --- wiring --------------------------------------------------------------------------------

    def _connect(self) -> None:
        window = self.window
        window.use_requested.connect(self._set_up)
        window.faults_requested.connect(self._say_faults)
        window.start_requested.connect(self._start)
        window.variant_chosen.connect(self._play_as)
        window.resume_requested.connect(self._resume)
        window.report_requested.connect(self._report)
        window.look_requested.connect(self._change_look)
        window.home_shown.connect(self._on_home)
        window.identify_requested.connect(self._identify)
        window.test_card_requested.connect(self._show_test_card)
        window.allow_close(False)
        window.close_requested.connect(self._leave)

    # --- sessions ------------------------------------------------------------------------------

    def _set_up(self, deck: str) -> None:
        from app.gui.deck_in_hand import DeckInHand

        try:
            self._deck = hand = DeckInHand.found(self._catalog, deck)
        except ParasolError as problem:
            self._trouble.say(problem)
            return
        self.window.show_setup(hand.whole, hand.proposed())
        choices, suggested = self.room.choices(self.window.screen())
        self.window.setup.set_screens(choices, suggested, self.room.warning())

    def _play_as(self, variant: str) -> None:
        if self._deck is not None:
            self._deck.play_as(variant, self.window.setup)

    def _start(self, setup: Setup) -> None:
        from app.core.actions import Refusal
        from app.session.exercise import Exercise

        if self._deck is None:
            return
        try:
            _, record = self._record()
            started = Exercise.start(record, self._deck.book, setup, self._clock)
        except ParasolError as problem:
            self._trouble.say(problem)
            self.window.show_home()
            return
        if isinstance(started, Refusal):
            self.window.setup.set_refused(f"{started.sentence} {started.way_on}")
            return
        self._sit(started).open_room()

    def _resume(self, session: str) -> None:
        from app.session.exercise import Exercise

        try:
            _, record = self._record()
            resumed = Exercise.resume(record, session, self._clock)
        except ParasolError as problem:
            self._say_of_session(problem, session)
            return
        self._sit(resumed)

    def _sit(self, exercise: Exercise) -> Sitting:
        from app.gui.sitting import Sitting

        self._leave_sitting()
        sitting = self._sitting = Sitting(exercise, self.room, self._look, self._clock, self)
        sitting.report_requested.connect(lambda: self._offer_report(exercise))
        sitting.console.home_requested.connect(self._go_home)
        self.window.show_console(sitting.console)
        sitting.start()
        return sitting

    def _go_home(self) -> None:
        self._leave_sitting()
        self.window.show_home()

    def _on_home(self) -> None:
        if self._room_is_open():
            self.room.rest()
        self.refresh_home()

    def _room_is_open(self) -> bool:
        return "room" in self.__dict__ and self.room.is_open

    def _leave_sitting(self) -> None:
        if self._sitting is not None:
            self._sitting.stop()
            self._sitting = None

    def _report(self, session: str) -> None:
        from app.session.exercise import Exercise

        try:
            _, record = self._record()
            self._offer_report(Exercise.resume(record, session, self._clock))
        except ParasolError as problem:
            self._say_of_session(problem, session)

    def _offer_report(self, exercise: Exercise) -> None:
        self._leave_sitting()
        self._reports.offer(exercise)

    # --- small things --------------------------------------------------------------------------

    def _record(self) -> tuple[Library, LibraryRecord]:
        if self._opened is None:
            self._opened = self._open_record()
        return self._opened

    def _say_faults(self, deck: str) -> None:
        from app.gui.shelf import rows_with_faults

        try:
            self.window.home.set_decks(rows_with_faults(self._catalog, deck))
        except ParasolError as problem:
            self._trouble.say(problem)

    def _say_of_session(self, problem: ParasolError, session: str) -> None:
        if self._opened is None:
            self._trouble.say(problem)
            return
        record = self._opened[1]
        self._trouble.say_of_session(problem, record, session, self._clock, self._resume)

    def _change_look(self, name: str) -> None:
        from app.config.settings import read_settings, write_settings

        self._look.set_theme(load_theme("dark" if name == "dark" else "light"))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self._look.dress(app)
        with suppress(ParasolError):
            settings = read_settings(paths.settings_file())
            theme: Literal["light", "dark"] = "dark" if name == "dark" else "light"
            write_settings(paths.settings_file(), settings._replace(theme=theme))

    def _identify(self) -> None:
        self.room.numerals.show()

    def _show_test_card(self, on: bool) -> None:
        self.room.set_test_card(on)
        if on:
            self.room.open(self.window)
        else:
            self.room.rest()
