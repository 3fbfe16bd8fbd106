"""The run sheet at the left edge: the rows of the core, drawn by the list of ours."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.book import Book
from app.core.runsheet import RunRow, run_sheet
from app.core.state import State
from app.core.values import Item, Phase
from app.gui.console.schedule import turn_minutes
from app.gui.layouts import column
from app.gui.theme import Look, TextStyle
from app.gui.widgets.buttons import Button, Kind, icon_button
from app.gui.widgets.card import Card
from app.gui.widgets.run_sheet import RunSheet
from app.gui.widgets.run_sheet_rows import Heading, Mark, Row
from app.gui.widgets.run_sheet_rows import Item as SheetItem
from app.gui.widgets.text_label import TextLabel

_NEW = "New inject …"
_MARKS = {"lock": Mark.PRIVATE, "seen": Mark.SHOWN, "on screen": Mark.ON_SCREEN, "": Mark.NONE}
_PLACES: dict[Phase, tuple[str, ...]] = {
    Phase.OPENING: ("opening", "hold"),
    Phase.BRIEF: ("inject",),
    Phase.DELIBERATE: ("deliberate",),
    Phase.CONSULT: ("consult",),
    Phase.REVEAL: ("moves",),
    Phase.ADJUDICATE: ("tracks",),
    Phase.POLL: ("poll",),
    Phase.DISCUSS: ("tracks",),
    Phase.HOT_WASH: ("timeline",),
    Phase.ENDED: ("end",),
}


class RunSheetPanel(Card):
    """Shows every item with its mark. Moving in it changes nothing; Enter stages.

    Signals:
        stage_requested(object): an `Item`.
        new_inject_requested: open the sheet for an inject written on the spot.
    """

    stage_requested = Signal(object)
    new_inject_requested = Signal()

    def __init__(self, book: Book, look: Look, parent: QWidget | None = None) -> None:
        super().__init__("left", "Run sheet", parent)
        self._book = book
        self._items: dict[str, Item] = {}
        self._phase: tuple[int, Phase] | None = None
        self._has_screen = False
        self._latest: tuple[State, float] | None = None
        self._icons = look.icons.names()
        self.sheet = RunSheet(look)
        self.sheet.setObjectName("run_sheet")
        self.sheet.setToolTip("")
        self.sheet.staged.connect(self._stage)
        self.column.setContentsMargins(0, 8, 0, 0)
        self.column.setSpacing(4)
        self.column.addWidget(self.sheet, 1)
        self._build_foot(look)

    def set_view(self, state: State, now: float) -> None:
        """Show the rows as they stand; a new phase moves the place to its own item."""
        self._latest = (state, now)
        rows = run_sheet(self._book, state)
        self._items = {key_of(row.item): row.item for row in rows if row.item is not None}
        self.sheet.set_rows(tuple(self._row(state, row, now) for row in rows))
        if (state.turn, state.phase) != self._phase:
            self._phase = (state.turn, state.phase)
            self.sheet.set_place(self._own_place(state, rows))

    def go_to(self, item: Item) -> None:
        """Move the place to an item that was made ready elsewhere, where it has a row."""
        if key_of(item) in self._items:
            self.sheet.set_place(key_of(item))

    def set_has_screen(self, has_screen: bool) -> None:
        """Whether a room display is open: without one nothing is on any screen."""
        self._has_screen = has_screen
        if self._latest is not None:
            self.set_view(*self._latest)

    def set_compact(self, compact: bool) -> None:
        """Show icons alone."""
        self.sheet.set_compact(compact)
        self._how.setVisible(not compact)
        self._new.setVisible(not compact)
        self._new_small.setVisible(compact)

    def _build_foot(self, look: Look) -> None:
        """How a row is made ready, and a new inject; compact, its icon alone."""
        words = "Enter or a double click makes a row ready to show."
        self._how = TextLabel(look, words, TextStyle.MICRO, "ink2", wrap=True)
        self._new = Button(look, _NEW, Kind.LINK)
        self._new.setObjectName("sheet_new_inject")
        self._new_small = icon_button(look, "plus", _NEW)
        self._new_small.setObjectName("sheet_new_inject_small")
        for button in (self._new, self._new_small):
            button.clicked.connect(self.new_inject_requested)
        foot = column(self._how, self._new, self._new_small, spacing=2, margins=(14, 2, 14, 8))
        self.column.addLayout(foot)

    def _row(self, state: State, row: RunRow, now: float) -> Row:
        if row.heading:
            return Heading(row.title, turn_minutes(self._book, state, row.turn, now))
        key = key_of(row.item) if row.item else f"row/{row.turn}/{row.title}"
        words = f"{row.words}, optional" if row.optional else row.words
        if row.mark == "on screen" and not self._has_screen:
            words = "Up, but no room display"
        icon = row.icon if row.icon in self._icons else "circle"
        return SheetItem(key, icon, row.title, words, _MARKS[row.mark])

    def _own_place(self, state: State, rows: tuple[RunRow, ...]) -> str | None:
        for kind in _PLACES[state.phase]:
            for row in rows:
                item = row.item
                if item is not None and item.kind == kind and item.turn in (0, state.turn):
                    return key_of(item)
        return None

    def _stage(self, key: str) -> None:
        if key in self._items:
            self.stage_requested.emit(self._items[key])


def words_of(book: Book, state: State, item: Item | None) -> tuple[str, str]:
    """The title of an item's row and its state in words; empty where it has no row."""
    rows = run_sheet(book, state)
    return next(((row.title, row.words) for row in rows if item and row.item == item), ("", ""))


def key_of(item: Item) -> str:
    """An item's key in the run sheet."""
    return f"{item.kind}/{item.turn}/{item.ref}"
