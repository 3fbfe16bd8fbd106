"""The room's window and its screen: opening it, losing it, putting it back. It decides nothing
about what is shown.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from app.core.display import NOTHING_SHOWN, DisplayState, Frame, TestCard
from app.gui.display import RoomWindow
from app.gui.display.numerals import Numerals
from app.gui.display.screens import (
    ScreenFacts,
    all_screens,
    facts_of,
    found_again,
    identity_of,
    show_the_same,
    suggested,
)
from app.gui.setup_sections.screen_tile import ScreenChoice

DEBOUNCE_MS = 1000
TEST_LINE = "Can the back row read this?"
IN_A_WINDOW = "Window on this screen"
MIRRORED = "Both screens show the same picture. Switch the computer to Extend."


class RoomControl(QObject):
    """The room display as a device that comes and goes.

    Signals:
        screen_changed(str): the name of the room's screen, empty where the room sees nothing.
        lost(): the room's screen was unplugged.
        returned(str): the screen that was lost is back, by its name; nothing opens by itself.
        came(str): another screen came, by its name; nothing opens by itself.
        page_turn_requested(int), blank_requested(): from a clicker.
    """

    screen_changed = Signal(str)
    lost = Signal()
    returned = Signal(str)
    came = Signal(str)
    page_turn_requested = Signal(int)
    blank_requested = Signal()

    def __init__(self, *, reduce_motion: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.window = RoomWindow(reduce_motion=reduce_motion)
        self.window.setObjectName("room_window")
        self.window.page_turn_requested.connect(self.page_turn_requested)
        self.window.blank_requested.connect(self.blank_requested)
        self.numerals = Numerals(self)
        self._name = ""
        self._chosen: tuple[str, QRect] | None = None
        self._missing = ""
        self._display = NOTHING_SHOWN
        self._known = [identity_of(screen) for screen in all_screens()]
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(DEBOUNCE_MS)
        self._settling.timeout.connect(self._on_settled)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._settling.start)
            app.screenRemoved.connect(self._on_removed)

    @property
    def is_open(self) -> bool:
        """Whether there is a room display."""
        return bool(self._name)

    @property
    def screen_name(self) -> str:
        """The name of the room's screen; empty where the room sees nothing."""
        return self._name

    def choices(self, console: QScreen | None) -> tuple[list[ScreenChoice], str]:
        """The screens to choose from, and the one to propose: the largest but the console's."""
        screens = all_screens()
        best = suggested(screens, console)
        found = [_choice(facts_of(screen), is_console=screen is console) for screen in screens]
        return found, _key(facts_of(best)) if best is not None else ""

    def warning(self) -> str:
        """What is wrong with how the screens are set up; empty where nothing is."""
        screens = all_screens()
        return MIRRORED if len(screens) > 1 and show_the_same(screens) else ""

    def choose(self, key: str) -> None:
        """Use this screen for the room, by the id of its choice, when the display is opened."""
        for screen in all_screens():
            if _key(facts_of(screen)) == key:
                self._chosen = (identity_of(screen), screen.geometry())

    def open(self, console: QWidget) -> None:
        """Open the display: full on the chosen or suggested screen, else as a window. The keyboard
        stays with the console's window.
        """
        screen = None if self.warning() else self._wanted(console.screen())
        self.window.open_on(screen)
        console.window().activateWindow()
        self._missing = ""
        self._tell(facts_of(screen).label if screen else IN_A_WINDOW)

    def set_display(self, display: DisplayState) -> None:
        """Show what the room sees."""
        self._display = display
        self.window.set_display(display)

    def set_test_card(self, on: bool) -> None:
        """Show the test card, before a session, or what was there before it."""
        card = DisplayState(Frame("Parasol", "Test card"), TestCard(TEST_LINE))
        self.window.set_display(card if on else self._display)

    def shut(self) -> None:
        """Close the display until it is opened again. What it would show is kept."""
        self.window.hide()
        self._tell("")

    def rest(self) -> None:
        """Make the room black at once and close the display. Nothing that was shown is kept."""
        self.set_display(NOTHING_SHOWN)
        self.shut()

    def close(self) -> None:
        """Close the display for good."""
        self.rest()
        self.numerals.hide()
        self.window.allow_close()
        self.window.close()

    def _wanted(self, here: QScreen | None) -> QScreen | None:
        screens = all_screens()
        chosen = found_again(screens, *self._chosen) if self._chosen else None
        return chosen if chosen not in (None, here) else suggested(screens, here)

    def _tell(self, name: str) -> None:
        if name != self._name:
            self._name = name
            self.screen_changed.emit(name)

    def _on_removed(self, screen: QScreen) -> None:
        gone = identity_of(screen)
        if gone in self._known:
            self._known.remove(gone)
        if self.is_open and self.window.screen() is screen:
            self._missing = gone
            self._chosen = (gone, screen.geometry())
            self.shut()
            self.lost.emit()
        self._settling.start()

    def _on_settled(self) -> None:
        before, self._known = self._known, [identity_of(screen) for screen in all_screens()]
        new = [screen for screen in all_screens() if identity_of(screen) not in before]
        back = found_again(new, self._missing)
        if back is not None:
            self._missing = ""
            self.returned.emit(facts_of(back).name)
        elif new:
            self.came.emit(facts_of(new[0]).name)


def _key(facts: ScreenFacts) -> str:
    """A name that two screens of one make do not share."""
    return f"{facts.identity} | {facts.left}, {facts.top}"


def _choice(facts: ScreenFacts, *, is_console: bool) -> ScreenChoice:
    return ScreenChoice(
        _key(facts), facts.name, f"{facts.width} × {facts.height}", is_console=is_console
    )
