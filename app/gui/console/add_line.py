"""Adding a line that no rule foresaw. It needs a reason, as every ruling does."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.core.book import Book
from app.gui.console.change_fields import ChangeFields
from app.gui.layouts import row
from app.gui.theme import Look, TextStyle
from app.gui.widgets.buttons import Button, Kind
from app.gui.widgets.card import Card
from app.gui.widgets.text_label import TextLabel


class AddLineCard(Card):
    """Shows the fields of one added line.

    Signals:
        added(object): an `AddedLine`, complete.
        closed: the card is not needed any more.
    """

    added = Signal(object)
    closed = Signal()

    def __init__(self, book: Book, look: Look) -> None:
        super().__init__("surface", "Add a line")
        self._fields = ChangeFields(book, look, "add_line")
        self._said = TextLabel(look, "", TextStyle.SMALL, "ink2")
        self._add = Button(look, "Add the line", Kind.INK)
        self._add.setObjectName("add_line_add")
        close = Button(look, "Leave it", Kind.LINK)
        close.setObjectName("add_line_leave")
        self.column.setSpacing(8)
        self.column.addWidget(TextLabel(look, "Add a line", TextStyle.STRONG))
        self.column.addWidget(self._fields)
        self.column.addLayout(row(self._said, None, close, self._add))
        self._fields.changed.connect(self._refresh)
        self._fields.entered.connect(self._on_add)
        self._add.clicked.connect(self._on_add)
        close.clicked.connect(self._on_close)

    def open(self, values: tuple[int, ...]) -> None:
        """Show the card, offering these changes."""
        self._fields.set_values(values)
        self.show()
        self._refresh()
        self._fields.focus_first()

    def waits_for(self) -> str:
        """Why the ledger must wait for this card; empty where it need not."""
        return (
            "The added line is not set yet." if self.isVisible() and self._fields.is_begun else ""
        )

    def _refresh(self) -> None:
        self._said.setText(self._fields.missing())
        self._add.setEnabled(not self._fields.missing())

    def _on_add(self) -> None:
        line = self._fields.line()
        if line is not None:
            self._fields.clear()
            self.hide()
            self.added.emit(line)
            self.closed.emit()

    def _on_close(self) -> None:
        self._fields.clear()
        self.hide()
        self.closed.emit()
