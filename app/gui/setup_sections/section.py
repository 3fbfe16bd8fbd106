"""What every section is: a card with a number, a title, a remark, and rows of fields."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from app.gui.layouts import Part, row
from app.gui.theme import Look, TextStyle
from app.gui.widgets.card import Card
from app.gui.widgets.text_label import TextLabel


class Section(Card):
    """One section of the set-up.

    Signals:
        changed: a person changed something in it.
    """

    changed = Signal()

    def __init__(self, look: Look, number: int, title: str) -> None:
        super().__init__("surface", title)
        self.look = look
        self.remark = TextLabel(look, "", TextStyle.SMALL, "ink2")
        head = row(
            TextLabel(look, str(number), TextStyle.CARD_TITLE, "ink3"),
            TextLabel(look, title, TextStyle.CARD_TITLE),
            None,
            self.remark,
        )
        self.column.setContentsMargins(16, 13, 16, 14)
        self.column.setSpacing(8)
        self.column.addLayout(head)

    def field_row(self, label: str, *parts: Part, width: int = 76) -> QHBoxLayout:
        """Add a row: a label in a column of its own, then its fields."""
        named = self.label(label)
        named.setFixedWidth(round(width * self.look.factor))
        line = row(named, *parts, spacing=12)
        self.column.addLayout(line)
        return line

    def label(self, text: str) -> TextLabel:
        """A small label that stands before a field."""
        return TextLabel(self.look, text, TextStyle.SMALL, "ink2")

    def tell(self, *_: object) -> None:
        """Say that something was changed; a slot for any signal."""
        self.changed.emit()
