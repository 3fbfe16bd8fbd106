"""The lines of a form: a word at the left, fields beside it, and below what is missing there."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

from app.core.actions import Refusal
from app.gui.layouts import holding, row
from app.gui.theme import Look, TextStyle
from app.gui.widgets.text_label import TextLabel


def refusal_words(refusal: Refusal) -> str:
    """Why something is refused, and what to do instead where that is said."""
    return f"{refusal.sentence} {refusal.way_on}".strip()


class FormLines:
    """Makes the lines, and knows where to say a refusal.

    `at`: the field that a refusal speaks of, by its code. `width`: of the words at the left.
    """

    def __init__(self, look: Look, at: Mapping[str, str], width: int) -> None:
        self._look, self._at, self._width = look, at, width
        self._said: dict[str, TextLabel] = {}

    def line(self, words: str, fields: QLayout) -> QWidget:
        """A word, and fields beside it."""
        label = TextLabel(self._look, words, TextStyle.SMALL, "ink2")
        label.setFixedWidth(round(self._width * self._look.factor))
        label.setContentsMargins(0, 7, 0, 0)
        line = row(spacing=12)
        line.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(fields, 1)
        return holding(line)

    def saying(self, field: str) -> TextLabel:
        """Where `tell` speaks of a field; to be put beside it."""
        made = TextLabel(self._look, "", TextStyle.SMALL, "warn", wrap=True)
        made.hide()
        self._said[field] = made
        return made

    def field_of(self, refusal: Refusal | None) -> str:
        """The field that a refusal speaks of; empty where it speaks of none."""
        return self._at.get(refusal.code, "") if refusal else ""

    def tell(self, refusal: Refusal | None) -> None:
        """Say a refusal beside its field, and nothing beside the others."""
        at = self.field_of(refusal)
        for field, label in self._said.items():
            label.setVisible(field == at)
            if refusal is not None:
                label.setText(refusal_words(refusal))
