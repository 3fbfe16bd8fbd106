"""The facilitator's speaking notes: in serif, as large as they like."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.deck.model import Inject, Procedure, Turn
from app.gui.layouts import column, row, take_out
from app.gui.theme import Look, TextStyle
from app.gui.theme.fonts import typeface
from app.gui.widgets.buttons import Button, Kind
from app.gui.widgets.card import Card
from app.gui.widgets.text_label import TextLabel

_SIZES = (15, 17, 19, 22, 26)


class SpeakingNotes(Card):
    """Shows a turn's and its injects' notes, what to ask, and what to expect to hear. Private."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__("surface", "Speaking notes", parent)
        self._look = look
        self._size = 1
        self._told: tuple[str, ...] | None = None
        self._texts: list[TextLabel] = []
        self._smaller = Button(look, "", Kind.STEP, "minus", name="Smaller notes")
        self._larger = Button(look, "", Kind.STEP, "plus", name="Larger notes")
        self._smaller.setObjectName("notes_smaller")
        self._larger.setObjectName("notes_larger")
        self._smaller.clicked.connect(lambda: self._resize(-1))
        self._larger.clicked.connect(lambda: self._resize(1))
        self._theme = TextLabel(look, "", TextStyle.STRONG)
        private = TextLabel(look, "Private", TextStyle.SMALL, "ink2")
        self._body: QVBoxLayout = column(spacing=8)
        self.column.addLayout(
            row(self._theme, private, None, self._smaller, self._larger, spacing=8)
        )
        self.column.addLayout(self._body)
        look.changed.connect(self._dress)

    def set_notes(
        self, turn: Turn, injects: tuple[Inject, ...], texts: tuple[Procedure, ...] = ()
    ) -> None:
        """Show the notes of a turn, of its injects and of the texts that it drafts."""
        told = (turn.theme, turn.notes, *_notes_of(injects), *_rules_of(texts), *_asks(turn))
        if told == self._told:
            return
        self._told = told
        self._theme.setText(f"Speaking notes: {turn.theme}")
        for old in self._texts:
            take_out(self._body, old)
        quiet = {turn.notes: "ink"}
        self._texts = [
            TextLabel(self._look, text, TextStyle.SPEAKING, quiet.get(text, "ink2"), wrap=True)
            for text in told[1:]
        ]
        for label in self._texts:
            self._body.addWidget(label)
        self._dress()

    def _resize(self, by: int) -> None:
        self._size = max(0, min(len(_SIZES) - 1, self._size + by))
        self._dress()

    def _dress(self) -> None:
        font = typeface(True, _SIZES[self._size] * self._look.factor)
        for label in self._texts:
            label.setFont(font)
        self._smaller.setEnabled(self._size > 0)
        self._larger.setEnabled(self._size < len(_SIZES) - 1)


def _notes_of(injects: tuple[Inject, ...]) -> list[str]:
    """What to say with each inject, and what to expect of it; a private one is named."""
    lines = []
    for inject in injects:
        with_it = f"With “{inject.title}”: {inject.notes}" if inject.notes else ""
        of_it = "" if inject.is_public else f" of “{inject.title}”"
        lines += [with_it, f"Expect to hear{of_it}: {inject.expected}"]
    return [line for line in lines if line]


def _rules_of(texts: tuple[Procedure, ...]) -> list[str]:
    return [f"{text.title}: {text.text}" for text in texts]


def _asks(turn: Turn) -> list[str]:
    return [f"“{stem}”" for stem in turn.stems]
