"""A cell's effort as small squares: what is left, what is typed above, what is spent."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.gui.theme import Look
from app.gui.widgets.painted import Painted, rounded

_SIDE, _PITCH = 9, 12


@dataclass(frozen=True, slots=True)
class Effort:
    """Effort of a turn: `total`, of which `spent` is added and `typed` not added yet."""

    total: int
    spent: int = 0
    typed: int = 0

    @property
    def left(self) -> int:
        """What is left once the typed moves are added; negative when they cost too much."""
        return self.total - self.spent - self.typed

    @property
    def label(self) -> str:
        """In words, such as '3 of 7 effort left, 2 typed and not added'."""
        typed = f", {self.typed} typed and not added" if self.typed else ""
        left = str(self.left).replace("-", "−")
        return f"{left} of {self.total} effort left{typed}"


class EffortPips(Painted):
    """Shows effort: filled is left, blue outline is typed and not added, outline is spent."""

    def __init__(self, look: Look, effort: Effort, parent: QWidget | None = None) -> None:
        super().__init__(look, "Effort", parent)
        self.set_effort(effort)

    def set_effort(self, effort: Effort) -> None:
        """Show other effort."""
        self._effort = effort
        self.setAccessibleDescription(effort.label)
        self.setToolTip(effort.label)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(max(1, self._effort.total * _PITCH - (_PITCH - _SIDE)), _SIDE + 3)

    @override
    def draw(self, painter: QPainter) -> None:
        colors, effort = self.look.colors, self._effort
        left = max(0, effort.left)
        typed = min(effort.typed, effort.total - left)
        top = (self.height() - _SIDE) / 2
        for place in range(effort.total):
            box = QRectF(place * _PITCH, top, _SIDE, _SIDE)
            if place < left:
                rounded(painter, box, 2.5, fill=colors.ink)
            elif place < left + typed:
                rounded(painter, box, 2.5, line=colors.focus, width=2)
            else:
                rounded(painter, box, 2.5, line=colors.line2)
