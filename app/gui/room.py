"""The room's window and its screen: opening it, losing it, putting it back. It decides nothing
about what is shown.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from app.core.display import NOTHING_SHOWN, DisplayState, Frame, TestCard
from app.gui.display import RoomWindow
from app.gui.setup_sections.screen_tile import ScreenChoice

DEBOUNCE_MS = 1000
TEST_LINE = "Can the back row read this?"


def identity(screen: QScreen) -> str:
    """What tells a screen from others when it comes back: name, maker, model, serial."""
    parts = (screen.name(), screen.manufacturer(), screen.model(), screen.serialNumber())
    return " / ".join(part for part in parts if part)


def pixels(screen: QScreen) -> str:
    """A screen's size in physical pixels, such as '1920 × 1080'."""
    ratio = screen.devicePixelRatio()
    size = screen.geometry().size()
    return f"{round(size.width() * ratio)} × {round(size.height() * ratio)}"


class RoomControl(QObject):
    """The room display as a device that comes and goes.

    Signals:
        screen_changed(str): the name of the room's screen, empty where the room sees nothing.
        lost(): the room's screen was unplugged.
        came(str): a screen came, by its name; nothing opens by itself.
        page_turn_requested(int), blank_requested(): from a clicker.
    """

    screen_changed = Signal(str)
    lost = Signal()
    came = Signal(str)
    page_turn_requested = Signal(int)
    blank_requested = Signal()

    def __init__(self, *, reduce_motion: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.window = RoomWindow(reduce_motion=reduce_motion)
        self.window.setObjectName("room_window")
        self.window.page_turn_requested.connect(self.page_turn_requested)
        self.window.blank_requested.connect(self.blank_requested)
        self._chosen = ""
        self._display = NOTHING_SHOWN
        self._known = self._identities()
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
        return self.window.isVisible()

    def choices(self, console: QScreen | None) -> tuple[list[ScreenChoice], str]:
        """The screens to choose from, and the suggested one: the first besides the console's."""
        screens = QGuiApplication.screens()
        found = [
            ScreenChoice(
                identity(screen), screen.name() or "Screen", pixels(screen), screen is console
            )
            for screen in screens
        ]
        others = [choice.id for choice in found if not choice.is_console]
        return found, others[0] if others else ""

    def choose(self, screen: str) -> None:
        """Use this screen for the room, by its identity, when the display is opened."""
        self._chosen = screen

    def open(self, console: QWidget) -> None:
        """Open the display: full on the chosen or suggested screen, else as a window. The keyboard
        stays with the console's window.
        """
        here = console.screen()
        _, suggested = self.choices(here)
        wanted = self._chosen or suggested
        screens = QGuiApplication.screens()
        screen = next((s for s in screens if identity(s) == wanted and s is not here), None)
        self.window.open_on(screen)
        name = f"{screen.name()}, {pixels(screen)}" if screen else "Window on this screen"
        console.window().activateWindow()
        self.screen_changed.emit(name)

    def set_display(self, display: DisplayState) -> None:
        """Show what the room sees."""
        self._display = display
        self.window.set_display(display)

    def set_test_card(self, on: bool) -> None:
        """Show the test card, before a session, or what was there before it."""
        card = DisplayState(Frame("Parasol", "Test card"), TestCard(TEST_LINE))
        self.window.set_display(card if on else self._display)

    def close(self) -> None:
        """Close the display for good."""
        self.window.allow_close()
        self.window.close()
        self.screen_changed.emit("")

    def _on_removed(self, screen: QScreen) -> None:
        if self.is_open and self.window.screen() is screen:
            self.window.hide()
            self.screen_changed.emit("")
            self.lost.emit()
        self._settling.start()

    def _on_settled(self) -> None:
        now = self._identities()
        new = [name for name in now if name not in self._known]
        self._known = now
        if new:
            self.came.emit(new[0].split(" / ")[0])

    def _identities(self) -> list[str]:
        return [identity(screen) for screen in QGuiApplication.screens()]
