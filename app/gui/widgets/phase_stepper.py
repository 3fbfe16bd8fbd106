"""The phases of a turn in a row: what is done, where we are, what comes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from app.gui.theme import Look, TextStyle
from app.gui.widgets.painted import Painted

_GLYPH, _GAP, _DASH, _APART, _PITCH = 14, 6, 10, 8, 36
_HEIGHT, _FOOT = 58, 3


@dataclass(frozen=True, slots=True)
class Step:
    """One phase: its name, a second line such as '3 of 6 min', and how it stands."""

    name: str
    detail: str = ""
    state: Literal["done", "current", "future"] = "future"


class PhaseStepper(Painted):
    """Shows the steps, the current one filled, bold and underlined.

    Compact, only the current step stands by name; the others are marks with tooltips.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "Phases", parent)
        self._steps: tuple[Step, ...] = ()
        self._compact = False

    def set_steps(self, steps: tuple[Step, ...]) -> None:
        """Show other steps."""
        self._steps = steps
        self.setAccessibleDescription(self._in_words())
        self.updateGeometry()
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Name all steps, or the current one alone."""
        self._compact = compact
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        boxes = self._boxes()
        return QSize(round(boxes[-1].right()) + 1 if boxes else 1, _HEIGHT)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.words_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def words_at(self, point: QPointF) -> str:
        """What the step at a point is, in words; empty where there is none."""
        for step, box in zip(self._steps, self._boxes(), strict=True):
            if box.adjusted(-6, 0, 6, 0).contains(point):
                return _words(step)
        return ""

    @override
    def draw(self, painter: QPainter) -> None:
        boxes = self._boxes()
        for place, (step, box) in enumerate(zip(self._steps, boxes, strict=True)):
            if place:
                self._draw_dash(painter, boxes[place - 1].right(), box.left())
            self._draw_mark(painter, step, box)
            if self._is_named(step):
                self._draw_words(painter, step, box)
            if step.state == "current":
                foot = QRectF(box.left() - 1, _HEIGHT - _FOOT, box.width() + 2, _FOOT)
                painter.fillRect(foot, self.look.color("ink"))

    def _in_words(self) -> str:
        for place, step in enumerate(self._steps, start=1):
            if step.state == "current":
                return f"{step.name}, {place} of {len(self._steps)}, {step.detail}"
        return ""

    def _is_named(self, step: Step) -> bool:
        return not self._compact or step.state == "current"

    def _name_font(self, step: Step) -> QFont:
        current = step.state == "current"
        return self.look.font(TextStyle.STRONG if current else TextStyle.BUTTON)

    def _boxes(self) -> list[QRectF]:
        """Where each step stands, mark and words."""
        boxes, left = [], 0.0
        for step in self._steps:
            width = _GLYPH + (self._words_width(step) if self._is_named(step) else 0.0)
            boxes.append(QRectF(left, 0, width, _HEIGHT))
            apart = _PITCH - _GLYPH if self._compact else _APART + _DASH + _APART
            left += width + apart
        return boxes

    def _words_width(self, step: Step) -> float:
        name = QFontMetricsF(self._name_font(step)).horizontalAdvance(step.name)
        detail = QFontMetricsF(self.look.font(TextStyle.MICRO)).horizontalAdvance(step.detail)
        if self._compact:
            return _GAP + name + (10 + detail if step.detail else 0)
        return _GAP + max(name, detail)

    def _line_height(self, style: TextStyle) -> float:
        return QFontMetricsF(self.look.font(style)).lineSpacing()

    def _middle(self) -> float:
        """The middle of the line of names."""
        if self._compact:
            return _HEIGHT / 2
        name, detail = self._line_height(TextStyle.BUTTON), self._line_height(TextStyle.MICRO)
        return (_HEIGHT - _FOOT + 3 - name - detail) / 2 + name / 2

    def _draw_dash(self, painter: QPainter, start: float, end: float) -> None:
        middle, y = (start + end) / 2, round(self._middle()) + 0.5
        painter.setPen(QPen(self.look.color("line2"), 1))
        painter.drawLine(QPointF(middle - _DASH / 2, y), QPointF(middle + _DASH / 2, y))

    def _draw_mark(self, painter: QPainter, step: Step, box: QRectF) -> None:
        middle = QPointF(box.left() + _GLYPH / 2, self._middle())
        if step.state == "done":
            area = QRectF(box.left(), middle.y() - _GLYPH / 2, _GLYPH, _GLYPH)
            self.look.icons.paint(painter, area, "check", self.look.colors.ink2)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if step.state == "current":
            painter.setBrush(self.look.color("ink"))
            painter.drawEllipse(middle, 6, 6)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            return
        painter.setPen(QPen(self.look.color("line2"), 2))
        painter.drawEllipse(middle, 5, 5)

    def _draw_words(self, painter: QPainter, step: Step, box: QRectF) -> None:
        current = step.state == "current"
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        left, width = box.left() + _GLYPH + _GAP, box.width() - _GLYPH - _GAP + 2
        name_font = self._name_font(step)
        painter.setFont(name_font)
        painter.setPen(self.look.color("ink" if current else "ink2"))
        painter.drawText(QRectF(left, self._middle() - 15, width, 30), flags, step.name)
        painter.setFont(self.look.font(TextStyle.MICRO))
        painter.setPen(self.look.color("ink2"))
        if self._compact:
            left += QFontMetricsF(name_font).horizontalAdvance(step.name) + 10
            painter.drawText(QRectF(left, self._middle() - 15, width, 30), flags, step.detail)
        else:
            top = self._middle() + self._line_height(TextStyle.BUTTON) / 2
            height = self._line_height(TextStyle.MICRO)
            painter.drawText(QRectF(left, top, width, height), flags, step.detail)


def _words(step: Step) -> str:
    state = {"done": "done", "current": "now", "future": "to come"}[step.state]
    return ", ".join(part for part in (step.name, step.detail, state) if part)
