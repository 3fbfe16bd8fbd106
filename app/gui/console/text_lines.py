"""The lines of a text, each with its options; two beside one another where there is room."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from app.core.values import Draft
from app.deck.model import Procedure, TextLine
from app.gui.layouts import row
from app.gui.theme import Look, TextStyle
from app.gui.widgets.one_of import OneOf
from app.gui.widgets.text_label import TextLabel

_GAP = 24
_BY_DEFAULT = "by default"


class LineChoice(QWidget):
    """Shows one line: its label, its options, and whether it stands by default only.

    Signals:
        settled(str): the option that was chosen.
    """

    settled = Signal(str)

    def __init__(self, look: Look, text: str, line: TextLine) -> None:
        super().__init__()
        self._line = line
        self._default = TextLabel(look, "", TextStyle.MICRO, "ink2")
        self.field = OneOf(look, line.label, f"text_{text}_{line.id}", line.options)
        self.field.chosen.connect(self.settled)
        label = TextLabel(look, line.label, TextStyle.BUTTON)
        self.setLayout(row(label, None, self._default, self.field, spacing=8))

    def set_option(self, option: str) -> None:
        """Show an option as chosen; with none the default stands, and is said to."""
        words = "" if option else _BY_DEFAULT
        self._default.setText(words)
        self.field.set_chosen(option or self._line.default, words)


class TextLines(QWidget):
    """Shows all lines of a text.

    Signals:
        settled(str, str): the line, and the option that was chosen for it.
    """

    settled = Signal(str, str)

    def __init__(self, look: Look, text: Procedure) -> None:
        super().__init__()
        self._look = look
        self._choices = {line.id: self._make(text.id, line) for line in text.lines}
        self._columns = 0
        self.setFocusProxy(next(iter(self._choices.values())).field)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(4)
        self._place(1)

    def set_draft(self, draft: Draft) -> None:
        """Show the lines as they are settled."""
        settled = dict(draft.lines)
        for line, choice in self._choices.items():
            choice.set_option(settled.get(line, ""))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        widest = max(choice.sizeHint().width() for choice in self._choices.values())
        self._place(2 if 2 * widest + _GAP <= self.width() else 1)

    def _make(self, text: str, line: TextLine) -> LineChoice:
        made = LineChoice(self._look, text, line)
        made.settled.connect(lambda option: self.settled.emit(line.id, option))
        return made

    def _place(self, columns: int) -> None:
        """Deal the lines out, down the first column and then down the second."""
        if columns == self._columns:
            return
        self._columns = columns
        rows = -(-len(self._choices) // columns)
        for place, choice in enumerate(self._choices.values()):
            self._grid.addWidget(choice, place % rows, place // rows)
        for index in range(2):
            self._grid.setColumnStretch(index, 1 if index < columns else 0)
