"""The console's window: home, set-up, console and report, one of them at a time.

It holds no rules and opens nothing: what a screen asks for it passes on, and shows what it is told
to. Every screen is made when it is first needed; until then the home screen's opening stands there,
so the first frame is up soon.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from app.gui.home_opening import HomeOpening
from app.gui.theme import Look

if TYPE_CHECKING:
    from app.core.values import Setup
    from app.deck.model import Deck
    from app.gui.home import HomeScreen
    from app.gui.report_screen import ReportScreen
    from app.gui.room_picture import Painter
    from app.gui.setup import SetupScreen

SMALLEST = QSize(1280, 720)
USUAL = QSize(1440, 900)


class MainWindow(QMainWindow):
    """Shows one screen at a time.

    Signals:
        resume_requested(str), report_requested(str): a session, by its id.
        use_requested(str): set up a session with a deck, by the deck's id.
        faults_requested(str): say what is wrong with a deck.
        look_requested(str): 'light' or 'dark' windows.
        way_on_requested: the button of the home screen's notice.
        start_requested(object): a `Setup`; begin the session.
        variant_chosen(str): set up this variant of the deck, or all of it.
        export_requested(object): an `ExportWish`.
        identify_requested, test_card_requested(bool), screen_chosen(str): the room's screen.
        painted: the window's first frame is up; from now on there is time for the rest.
        home_shown: the home screen is up; its lists may be out of date.
        close_requested: the window is to be closed; `allow_close` says whether it may.
    """

    resume_requested = Signal(str)
    report_requested = Signal(str)
    use_requested = Signal(str)
    faults_requested = Signal(str)
    look_requested = Signal(str)
    way_on_requested = Signal()
    start_requested = Signal(object)
    variant_chosen = Signal(str)
    export_requested = Signal(object)
    identify_requested = Signal()
    test_card_requested = Signal(bool)
    screen_chosen = Signal(str)
    painted = Signal()
    home_shown = Signal()
    close_requested = Signal()

    def __init__(self, look: Look, painter: Painter) -> None:
        super().__init__()
        self._look = look
        self._painter = painter
        self._home: HomeScreen | None = None
        self._setup: SetupScreen | None = None
        self._report: ReportScreen | None = None
        self._console: QWidget | None = None
        self._may_close = True
        self._is_painted = False
        self._stack = QStackedWidget()
        self._opening = HomeOpening(look)
        self._stack.addWidget(self._opening)
        self.setCentralWidget(self._stack)
        self.setWindowTitle("Parasol")
        self.setObjectName("main_window")
        self.resize(USUAL)
        self.setMinimumSize(SMALLEST)

    @property
    def home(self) -> HomeScreen:
        """The home screen; made now, in the place of its opening, if it was not needed before."""
        if self._home is None:
            self._home = self._make_home()
        return self._home

    @property
    def setup(self) -> SetupScreen:
        """The set-up page; made now if it was not needed before."""
        if self._setup is None:
            self._setup = self._make_setup()
        return self._setup

    @property
    def report(self) -> ReportScreen:
        """The report's screen; made now if it was not needed before."""
        if self._report is None:
            self._report = self._make_report()
        return self._report

    def show_home(self) -> None:
        """Show the home screen."""
        self._turn_to(self.home)
        self.let_go_of_console()
        self.home.focus_first()
        self.home_shown.emit()

    def show_setup(self, deck: Deck, proposed: Setup) -> None:
        """Show the set-up page for a deck, filled in as proposed."""
        self.setup.set_deck(deck, proposed)
        self._turn_to(self.setup)
        self.setup.focus_first()

    def show_console(self, console: QWidget) -> None:
        """Show a session's console; another session's before it is let go."""
        self.let_go_of_console()
        self._console = console
        self._stack.addWidget(console)
        self._turn_to(console)

    def let_go_of_console(self) -> None:
        """Forget the session's console, if there is one."""
        if self._console is not None:
            self._stack.removeWidget(self._console)
            self._console.deleteLater()
            self._console = None

    def show_report(self, title: str, state: str, folder: str) -> None:
        """Show the report's screen for a session."""
        self.report.set_session(title, state, folder)
        self._turn_to(self.report)
        self.let_go_of_console()
        self.report.focus_first()

    def allow_close(self, allowed: bool) -> None:
        """Let the window be closed, or ask by `close_requested` first."""
        self._may_close = allowed

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        if not self._may_close:
            self.close_requested.emit()
        event.setAccepted(self._may_close)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)  # when the widgets in it are painted too

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        if self._setup is not None:
            self._setup.set_compact(self._is_compact())

    def _is_compact(self) -> bool:
        return self.width() < USUAL.width() or self.height() < USUAL.height()

    def _turn_to(self, screen: QWidget) -> None:
        self._stack.setCurrentWidget(screen)

    def _make_home(self) -> HomeScreen:
        from app.gui.home import HomeScreen

        screen = HomeScreen(self._look, self._painter)
        screen.resume_requested.connect(self.resume_requested)
        screen.report_requested.connect(self.report_requested)
        screen.use_requested.connect(self.use_requested)
        screen.faults_requested.connect(self.faults_requested)
        screen.look_requested.connect(self.look_requested)
        screen.way_on_requested.connect(self.way_on_requested)
        self._stack.addWidget(screen)
        if self._stack.currentWidget() is self._opening:
            self._turn_to(screen)
        self._stack.removeWidget(self._opening)
        self._opening.deleteLater()
        return screen

    def _make_setup(self) -> SetupScreen:
        from app.gui.setup import SetupScreen

        screen = SetupScreen(self._look)
        screen.set_compact(self._is_compact())
        screen.home_requested.connect(self.show_home)
        screen.deck_change_requested.connect(self.show_home)
        screen.start_requested.connect(self.start_requested)
        screen.variant_chosen.connect(self.variant_chosen)
        screen.identify_requested.connect(self.identify_requested)
        screen.test_card_requested.connect(self.test_card_requested)
        screen.screen_chosen.connect(self.screen_chosen)
        self._stack.addWidget(screen)
        return screen

    def _make_report(self) -> ReportScreen:
        from app.gui.report_screen import ReportScreen

        screen = ReportScreen(self._look)
        screen.home_requested.connect(self.show_home)
        screen.export_requested.connect(self.export_requested)
        self._stack.addWidget(screen)
        return screen
