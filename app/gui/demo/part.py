"""What every part of the demo needs: the exercise as it stands, the hands, the camera."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.core.book import Book
from app.core.display import DisplayState
from app.core.state import State
from app.core.values import Phase
from app.gui.demo.camera import Camera
from app.gui.demo.hands import DemoStopped, Hands
from app.gui.sitting import Sitting

CTRL = Qt.KeyboardModifier.ControlModifier


class Part:
    """Plays a part of a script in an open console."""

    def __init__(self, sitting: Sitting, hands: Hands, camera: Camera) -> None:
        self._sitting = sitting
        self._hands = hands
        self._camera = camera

    @property
    def _book(self) -> Book:
        """The book as the exercise has it now, with the cards that cells wrote."""
        return self._sitting.exercise.book

    @property
    def _state(self) -> State:
        return self._sitting.exercise.state

    @property
    def _room(self) -> DisplayState:
        return self._sitting.controller.room

    def _show(self, name: str, *, always: bool = False) -> None:
        """Show what is ready, and look at the room and all pages of what it sees."""
        self._hands.click("show_staged")
        self._pages(name, always=always)

    def _pages(self, name: str, *, always: bool = False) -> None:
        """Look at the room, and turn through the pages of what it sees."""
        self._camera.room(name, self._room, always=always)
        page = 2
        while self._hands.has("page_on") and self._hands.find("page_on").isEnabled():
            self._hands.click("page_on")
            self._camera.room(f"{name}-{page}", self._room, always=always)
            page += 1

    def _main(self, expected: Phase | None, leaving: Phase | None = None) -> None:
        self._hands.click("main_action")
        phase = self._state.phase
        arrived = phase is expected if expected else phase is not leaving
        self._expect(arrived, f"the main action led to {phase.value}")

    def _seat_key(self, index: int) -> None:
        """Go to a cell by its number; plain keys work where nobody types."""
        self._hands.key(Qt.Key.Key_Escape)
        self._hands.key(Qt.Key(Qt.Key.Key_1 + index))

    def _expect(self, is_so: bool, otherwise: str) -> None:
        if not is_so:
            raise DemoStopped(f"The demo stopped: {otherwise}.")
