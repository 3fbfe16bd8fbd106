"""Another wording for an inject that is out: as the room, or its cell, is to read it from here."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.core.actions import RewordInject
from app.core.book import Book
from app.core.state import State
from app.gui.console.change_fields import pick
from app.gui.console.panel import Desk
from app.gui.console.sheet import Sheet
from app.gui.layouts import column, holding, row
from app.gui.theme import Look, TextStyle
from app.gui.widgets.buttons import Button, Kind
from app.gui.widgets.note_edit import NoteEdit
from app.gui.widgets.text_label import TextLabel

_PROMISE = "What is on screen stays as it is until you show it again."


class RewordInjectSheet(Sheet):
    """Shows this turn's injects to choose from, and the wording of one."""

    def __init__(self, book: Book, look: Look, desk: Desk, parent: QWidget) -> None:
        super().__init__(look, "Edit an inject’s wording", "reword", parent)
        self._book, self._desk = book, desk
        self._which = pick("Inject", "reword_inject", ())
        self._text = NoteEdit(look, "Wording", "What it is to say", lines=(4, 10))
        self._text.setObjectName("reword_text")
        self._was = TextLabel(look, "", TextStyle.SMALL, "ink2", wrap=True)
        self._printed = Button(look, "As written", Kind.LINK)
        self._printed.setObjectName("reword_printed")
        self._set = Button(look, "Set the wording", Kind.INK, "check")
        self._set.setObjectName("reword_set")
        body = holding(column(self._which, self._text, self._was, None, margins=(0, 0, 8, 0)))
        promise = TextLabel(look, _PROMISE, TextStyle.SMALL, "ink2", wrap=True)
        self.fill(body, holding(row((promise, 1), self._printed, self._set)))
        self._connect()

    @property
    def has_any(self) -> bool:
        """Whether an inject was released in this turn."""
        return self.state.is_started and bool(self.state.now.releases)

    def set_view(self, state: State) -> None:
        """Offer the injects that are out in this turn."""
        super().set_view(state)
        if self.isVisible() and self.has_any:
            self._offer()
        elif self.isVisible():
            self.put_away()

    def open_sheet(self) -> None:
        """Offer the latest inject first."""
        self._offer()
        self._which.setCurrentIndex(self._which.count() - 1)
        self._show_words()
        super().open_sheet()

    def focus_first(self) -> None:
        """Put the keyboard into the wording."""
        self._text.setFocus()

    # --- what happens --------------------------------------------------------------------------

    def _offer(self) -> None:
        injects = [release.inject for release in self.state.now.releases]
        if injects == [self._which.itemData(place) for place in range(self._which.count())]:
            self._refresh()
            return
        chosen = self._which.currentData()
        before = self._which.blockSignals(True)
        self._which.clear()
        for inject in injects:
            self._which.addItem(f"{inject} {self._book.titles[inject]}", inject)
        self._which.setCurrentIndex(max(0, self._which.findData(chosen)))
        self._which.blockSignals(before)
        self._show_words()

    def _place(self) -> str:
        return f"inject/{self.state.turn}/{self._which.currentData()}/wording"

    def _now(self) -> str:
        """How the chosen inject reads now."""
        chosen = self._which.currentData()
        release = next(r for r in self.state.now.releases if r.inject == chosen)
        return release.text or self._book.injects[chosen].inject.text

    def _show_words(self, *_: object) -> None:
        if self._which.currentData():
            self._text.set_text(self._desk.draft(self._place()) or self._now().strip())
            self._refresh()

    def _on_changed(self, text: str) -> None:
        is_same = text.strip() == self._now().strip()
        self._desk.keep_draft(self._place(), "" if is_same else text)
        self._refresh()

    def _refresh(self) -> None:
        chosen = self._which.currentData()
        printed = self._book.injects[chosen].inject.text.strip()
        is_reworded = self._now().strip() != printed
        self._was.setText(f"As written: {printed}" if is_reworded else "")
        self._was.setVisible(is_reworded)
        self._printed.setEnabled(is_reworded)
        self._set.setEnabled(bool(self._text.text()) and self._text.text() != self._now().strip())

    def _on_set(self, *_: object) -> None:
        if self._set.isEnabled():
            printed = self._book.injects[self._which.currentData()].inject.text.strip()
            self._ask("" if self._text.text() == printed else self._text.text())

    def _on_printed(self) -> None:
        self._ask("")

    def _ask(self, text: str) -> None:
        before, place = self.state, self._place()
        self.action_requested.emit(RewordInject(self._which.currentData(), text))
        if self.state is not before:  # else it could not be recorded, and stays as it is typed
            self._desk.keep_draft(place, "")
            self.put_away()

    def _connect(self) -> None:
        self._which.currentIndexChanged.connect(self._show_words)
        self._text.edited.connect(self._on_changed)
        self._text.saved.connect(self._on_set)
        self._text.installEventFilter(self)
        self._set.clicked.connect(self._on_set)
        self._printed.clicked.connect(self._on_printed)
