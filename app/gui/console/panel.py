"""What every phase's panel is: it shows a state, asks for actions, and keeps no truth of its own.

The frame puts the phase's name and the timer above a panel and the main action below it; a panel
fills what is between. A panel asks by signal; only the controller submits.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from app.core.book import Book
from app.core.display import DisplayState
from app.core.state import State
from app.core.values import Item
from app.gui.theme import Look


class RoomPainter(Protocol):
    """How the room's painter is reached from here; the console itself draws no room."""

    def image(self, display: DisplayState, width: int, height: int) -> QImage:
        """The picture of the room at a size in pixels, in the room's own theme."""
        ...

    def pages(self, display: DisplayState) -> int:
        """How many pages the picture has."""
        ...


class Desk(Protocol):
    """The private papers beside the state: texts of notes, what was typed and not saved; the time;
    and the painter of the room, for pictures inside a panel.

    `place` names a text field for good, such as 'capture' or 'reason/<line>'.
    """

    @property
    def painter(self) -> RoomPainter:
        """The painter of the room."""
        ...

    def now(self) -> float:
        """The time, in seconds of the epoch."""
        ...

    def text(self, note: str) -> str:
        """The text of a note by its id; empty where it was purged."""
        ...

    def draft(self, place: str) -> str:
        """What was typed into a field and not saved; empty where there is nothing."""
        ...

    def keep_draft(self, place: str, text: str) -> None:
        """Keep what is being typed; an empty text forgets it."""
        ...


class PhasePanel(QWidget):
    """The centre of the console in one phase. Subclasses build their widgets and redraw them in
    `set_view`; every interactive widget has an objectName and an accessibleName. Qt's metaclass
    allows no ABC: what is abstract here is kept by the type checker, not at run time.

    Signals:
        action_requested(object): an `Action` (`Show` too: it goes through the one door).
        note_requested(object, str): `Observe` or `EditObservation`, and the text beside it.
        stage_requested(object): an `Item` to put under *Ready to show*.
        new_inject_requested(): open the sheet for an inject written on the spot.
        main_changed(): `waits_for` may answer otherwise now.
        notice_requested(str): say a sentence above the centre: what was typed cannot be taken.
        seat_sheet_requested(str): fill the console with this seat's sheet; '' takes it away.
    """

    action_requested = Signal(object)
    note_requested = Signal(object, str)
    stage_requested = Signal(object)
    new_inject_requested = Signal()
    main_changed = Signal()
    notice_requested = Signal(str)
    seat_sheet_requested = Signal(str)

    def __init__(self, book: Book, look: Look, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.book = book
        self.look = look
        self.desk = desk

    @abstractmethod
    def set_view(self, state: State) -> None:
        """Show the phase as it stands in `state`. Called after every event, in this phase only."""
        raise NotImplementedError

    def set_staged(self, item: Item | None) -> None:
        """Mark what is ready to show now, where the panel shows it."""

    def set_compact(self, compact: bool) -> None:
        """Make do with 1280×720 (True), or use the room of 1440×900."""

    def focus_first(self) -> None:
        """Put the keyboard where work starts."""
        self.setFocus()

    def focus_again(self) -> None:
        """Put the keyboard back into the panel, when what had it went away."""
        self.focus_first()

    def focus_seat(self, index: int) -> None:
        """Go to the seat of this place in the deck (the keys 1 to 8)."""

    def has_show(self) -> bool:
        """Whether the panel has the one filled vermilion button now."""
        return False

    def waits_for(self) -> str:
        """Why the main action must wait, such as 'R1 needs a reason.'; empty where it need not."""
        return ""
