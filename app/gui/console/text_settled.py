"""A text once the hand-in is closed: what it says, who signed it, and that it can be made ready."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.core.book import Book
from app.core.history import came_about
from app.core.state import State
from app.core.values import Item
from app.deck.model import Procedure
from app.gui.console.text_words import line_words, signers_words, standing_words
from app.gui.layouts import KeyedColumn, row
from app.gui.theme import Look, TextStyle
from app.gui.widgets.buttons import Button, Kind
from app.gui.widgets.card import Card
from app.gui.widgets.text_label import TextLabel


class SettledText(Card):
    """Shows a text as it was settled. The room sees it when it is shown.

    Signals:
        stage_requested(object): the `Item` to make ready.
    """

    stage_requested = Signal(object)

    def __init__(self, book: Book, look: Look, text: Procedure) -> None:
        super().__init__("surface", text.title)
        self._book, self._look, self._text = book, look, text
        self._item = Item("text", 0, text.id)
        self.setObjectName(f"settled_{text.id}")
        self._stands = TextLabel(look, "", TextStyle.SMALL_STRONG, wrap=True)
        self._signed = TextLabel(look, "", TextStyle.SMALL, "ink2", wrap=True)
        self._lines = KeyedColumn[tuple[str, str], Card](
            self._make_line, lambda _row, _line: None, spacing=0
        )
        self._ready = Button(look, "Make ready", Kind.OUTLINE)
        self._ready.setObjectName(f"stage_text_{text.id}")
        self._ready.setAccessibleName(f"Make ready: {text.title}")
        self._ready.setToolTip("Make ready to show. It stays private until shown.")
        self._ready.clicked.connect(lambda: self.stage_requested.emit(self._item))
        self.column.setContentsMargins(16, 12, 16, 12)
        self.column.setSpacing(6)
        self.column.addWidget(TextLabel(look, text.title, TextStyle.STRONG))
        for part in (self._stands, self._lines, self._signed):
            self.column.addWidget(part)
        self.column.addLayout(row(self._ready, None))

    def set_view(self, state: State) -> None:
        """Show what became of the text in this turn."""
        draft = state.now.draft(self._text.id)
        stands = came_about(self._book, draft)
        self._item = Item("text", state.turn, self._text.id)
        self._stands.setText(standing_words(self._book, draft, is_closed=True))
        lines = line_words(self._book, draft) if stands else ()
        self._lines.set_items((f"{label}/{option}", (label, option)) for label, option in lines)
        signed = signers_words(self._book, draft)
        self._signed.setText(signed if stands or not signed else f"{signed} The room sees neither.")
        self._signed.setVisible(bool(signed))

    def _make_line(self, line: tuple[str, str]) -> Card:
        label, option = line
        made = Card("row", f"{label}: {option}")
        made.column.setContentsMargins(0, 3, 0, 3)
        name = TextLabel(self._look, label, TextStyle.SMALL, "ink2")
        made.column.addLayout(
            row(name, None, TextLabel(self._look, option, TextStyle.SMALL_STRONG))
        )
        return made
