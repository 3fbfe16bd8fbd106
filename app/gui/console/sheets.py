"""What is written on the spot: the sheets for it, and the commands that open them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.core.book import Book
from app.core.state import State
from app.gui.console.panel import Desk
from app.gui.console.reword_inject import RewordInjectSheet
from app.gui.console.write_inject import WriteInjectSheet
from app.gui.theme import Look

NONE_OUT = "No inject is out in this turn."


class Sheets(QObject):
    """Holds the sheets of one console.

    Signals:
        action_requested(object): an `Action`.
        stage_requested(object): the `Item` of a public inject that was just released.
        problem_told(str): why a sheet does not open; empty once one does.
    """

    action_requested = Signal(object)
    stage_requested = Signal(object)
    problem_told = Signal(str)

    def __init__(self, book: Book, look: Look, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.write = WriteInjectSheet(book, look, desk, parent)
        self.reword = RewordInjectSheet(book, look, desk, parent)
        self.write.stage_requested.connect(self.stage_requested)
        for sheet in (self.write, self.reword):
            sheet.action_requested.connect(self.action_requested)

    def set_view(self, state: State) -> None:
        """Judge what is typed by the state as it stands."""
        for sheet in (self.write, self.reword):
            sheet.set_view(state)

    def commands(self) -> dict[str, Callable[[], None]]:
        """What the finder offers, by name."""
        return {"New inject…": self.open_write, "Edit an inject’s wording…": self._open_reword}

    def open_write(self) -> None:
        """Open the sheet for a new inject."""
        self.reword.put_away()
        self.write.open_sheet()

    def _open_reword(self) -> None:
        self.write.put_away()
        self.problem_told.emit("" if self.reword.has_any else NONE_OUT)
        if self.reword.has_any:
            self.reword.open_sheet()
