"""The echo: what was typed or clicked, said back as a sentence, and whether it is legal."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.gui.layouts import column
from app.gui.theme import Look, TextStyle
from app.gui.widgets.icon_text import IconText
from app.gui.widgets.text_label import TextLabel


class Echo(QWidget):
    """Shows a sentence, and under it one line of judgement."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.sentence = TextLabel(look, "", TextStyle.SPEAKING, wrap=True)
        self.verdict = IconText(look, "circle-check", "", "ok", wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setLayout(column(self.sentence, self.verdict, None, spacing=4, margins=(2, 0, 0, 0)))

    def lines_of(self, sentence: str) -> int:
        """How many lines a sentence would take at the width there is."""
        metrics = QFontMetrics(self.sentence.font())
        flags = int(Qt.TextFlag.TextWordWrap)
        box = metrics.boundingRect(QRect(0, 0, max(self.width(), 1), 9999), flags, sentence)
        return round(box.height() / metrics.lineSpacing())

    def set_words(self, sentence: str, verdict: str = "", tone: str = "ink2") -> None:
        """Show a sentence and a verdict: ok (legal), warn (not legal), ink2 (not whole yet)."""
        icon = {"ok": "circle-check", "warn": "ban"}.get(tone, "circle-dashed")
        self.sentence.setText(sentence)
        self.verdict.set_all(icon, verdict, tone)
        self.verdict.setVisible(bool(verdict))
        self.setAccessibleDescription(" ".join(part for part in (sentence, verdict) if part))
