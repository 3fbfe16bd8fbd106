"""Rows of Brief: an inject that is due, and a private paper for one cell."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.core.book import Book
from app.core.injects import told_seats
from app.deck.model import Inject
from app.gui.console.seat_sheet import HOLD, HoldButton
from app.gui.layouts import column, row
from app.gui.theme import Look, TextStyle
from app.gui.widgets.buttons import Button, Kind
from app.gui.widgets.card import Card
from app.gui.widgets.seat_label import SeatLabel
from app.gui.widgets.text_label import TextLabel

_SEAT = 150


class DueRow(Card):
    """Shows an inject that may be released.

    Signals:
        release_requested: release it.
    """

    release_requested = Signal()

    def __init__(self, book: Book, look: Look, inject: Inject) -> None:
        super().__init__("row", inject.title)
        to = (
            "Public"
            if inject.is_public
            else "To " + ", ".join(map(book.name, told_seats(book, inject)))
        )
        kind = "conditional" if inject.kind == "conditional" else "optional"
        title = TextLabel(look, f"{inject.id} {inject.title}", TextStyle.BUTTON)
        words = TextLabel(
            look, f"{to}, {kind}. {inject.expected}", TextStyle.SMALL, "ink2", wrap=True
        )
        release = Button(look, "Release", Kind.OUTLINE)
        release.setObjectName(f"release_{inject.id}")
        release.setAccessibleName(f"Release {inject.title}")
        release.setToolTip("Its effects apply. The room sees it only when you show it.")
        release.clicked.connect(self.release_requested)
        text = column(title, words, spacing=1)
        line = row(spacing=12)
        line.addLayout(text, 1)
        line.addWidget(release)
        self.column.setContentsMargins(16, 8, 12, 8)
        self.column.addLayout(line)


class PaperRow(Card):
    """Shows a private inject that a cell was given, and a button that shows the cell's sheet while
    it is held.

    Signals:
        held(bool): the button is held now, or no longer.
    """

    held = Signal(bool)

    def __init__(self, book: Book, look: Look, inject: Inject, seat: str) -> None:
        super().__init__("row", inject.title)
        name = book.name(seat)
        label = SeatLabel(look, book.seat_index(seat), name, TextStyle.BUTTON)
        label.setFixedWidth(round(_SEAT * look.factor))
        given = TextLabel(look, "Given to this cell only", TextStyle.MICRO, "ink2")
        title = TextLabel(look, f"{inject.id} {inject.title}", TextStyle.BUTTON)
        source = f"{inject.source}, {inject.medium} · {inject.time}"
        head = TextLabel(look, source, TextStyle.MICRO, "warn", wrap=True)
        self._text = TextLabel(look, inject.text, TextStyle.SMALL, "ink2", wrap=True)
        hold = HoldButton(look, HOLD)
        hold.setObjectName(f"one_cell_{seat}")
        hold.setAccessibleName(f"Hold to show its seat sheet to {name}")
        hold.held.connect(self.held)
        text = column(title, head, self._text, spacing=1)
        if inject.question:
            text.addWidget(TextLabel(look, inject.question, TextStyle.SMALL_STRONG, wrap=True))
        line = row(column(label, given, None, spacing=1), spacing=12)
        line.addLayout(text, 1)
        line.addWidget(hold)
        self.column.setContentsMargins(16, 8, 12, 8)
        self.column.addLayout(line)

    def set_text(self, text: str) -> None:
        """Show the wording that the cell was given."""
        self._text.setText(text)
