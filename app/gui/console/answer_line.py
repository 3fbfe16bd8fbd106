"""A cell's answers in one line: a box for each person, typed without pause."""

from __future__ import annotations

import re

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from app.gui.theme import Look, TextStyle
from app.gui.widgets.line_edit import LineEdit
from app.gui.widgets.painted import rounded
from app.gui.widgets.restyle import restyle

_BOX, _HIGH, _GAP = 34, 36, 6
_LINE_MOST = 12
TEN = "x"


def read_numbers(text: str) -> tuple[int, ...]:
    """Answers from 0 to 10: '76857' runs on, 'x' is ten, and so is '10' set off by a space."""
    has_space = " " in text
    found: list[int] = []
    for word in text.lower().split():
        if word == "10" and has_space:
            found.append(10)
        else:
            found += [10 if c == TEN else int(c) for c in word if c == TEN or c.isdigit()]
    return tuple(found)


def as_typed(values: tuple[float, ...]) -> str:
    """Answers as they would be typed."""
    return "".join(TEN if value == 10 else f"{value:g}" for value in values)


def line_width(heads: int) -> int:
    """How wide the boxes of so many people are, in pixels."""
    return min(heads, _LINE_MOST) * (_BOX + _GAP) - _GAP


class AnswerLine(LineEdit):
    """Shows a box a person and takes one answer after the other.

    Numbers from 0 to 10, or with `letters` one of those. The text is what was typed; `answers` is
    what it means. More answers than boxes are kept and counted, so that nothing typed is lost.
    """

    def __init__(self, look: Look, name: str, heads: int, letters: str = "") -> None:
        super().__init__(look, name, style=TextStyle.STRONG)
        self._heads, self._letters = heads, letters
        allowed = f"[{letters}{letters.upper()} ]*" if letters else "[0-9xX ,]*"
        self.setValidator(QRegularExpressionValidator(allowed, self))
        self.setMaxLength(3 * heads + 8)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFrame(False)
        restyle(self, "role", "bare")
        self.textChanged.connect(self._describe)

    def answers(self) -> tuple[str, ...]:
        """The answers typed so far, each as it stands in its box."""
        if self._letters:
            return tuple(c for c in self.text().lower() if c in self._letters)
        return tuple(str(value) for value in read_numbers(self.text().replace(",", " ")))

    @property
    def ran_together(self) -> str:
        """'10' or '11' typed without a space, which may have been meant as one number."""
        text = self.text()
        found = None if self._letters or " " in text else re.search(r"10|^11$", text)
        return found.group() if found else ""

    @property
    def is_full(self) -> bool:
        """Whether there are as many answers as people, and no ten is being typed."""
        half_a_ten = not self._letters and " " in self.text() and self.text().endswith(" 1")
        return len(self.answers()) == self._heads and not half_a_ten

    @override
    def sizeHint(self) -> QSize:
        lines = -(-self._heads // _LINE_MOST)
        return QSize(line_width(self._heads), lines * (_HIGH + _GAP) - _GAP)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        answers = self.answers()
        for place in range(self._heads):
            text = answers[place] if place < len(answers) else ""
            is_next = self.hasFocus() and place == min(len(answers), self._heads - 1)
            self._draw_box(painter, self._box(place), text, is_next=is_next)
        painter.end()

    def _draw_box(self, painter: QPainter, box: QRectF, text: str, *, is_next: bool) -> None:
        colors = self.look.colors
        done = bool(text) and not self.hasFocus()
        line = colors.focus if is_next else colors.line if done else colors.line2
        fill = colors.sunken if done else colors.surface
        rounded(painter, box, 7, fill=fill, line=line, width=2.0 if is_next else 1.0)
        painter.setPen(self.look.color("ink"))
        if text:
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        elif is_next:
            middle = box.center()
            painter.fillRect(QRectF(middle.x() - 1, middle.y() - 9, 2, 18), painter.pen().color())

    def _box(self, place: int) -> QRectF:
        line, at = divmod(place, _LINE_MOST)
        return QRectF(at * (_BOX + _GAP), line * (_HIGH + _GAP), _BOX, _HIGH)

    def _describe(self, *_: object) -> None:
        count = len(self.answers())
        self.setAccessibleDescription(f"{count} of {self._heads} answers typed")
        self.update()
