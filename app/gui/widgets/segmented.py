"""A switch of a few parts in one frame, of which one or none is chosen.

As an answer (supports, accepts, objects) the chosen part is filled with ink; as a choice on a
form it stands on the ground of a selection, underlined.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from app.gui.theme import Look, TextStyle
from app.gui.widgets.painted import rounded


@dataclass(frozen=True, slots=True)
class Segment:
    """One part: `key` for the program, `text` for people."""

    key: str
    text: str


class SegmentedSwitch(QWidget):
    """Shows the parts and which of them is chosen.

    Signals:
        chosen(str): the key of the part that a person chose; not sent for the one chosen.
    """

    chosen = Signal(str)

    def __init__(
        self,
        look: Look,
        name: str,
        segments: tuple[Segment, ...],
        *,
        answers: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._parts = [
            _Part(look, segment, place, len(segments), answers)
            for place, segment in enumerate(segments)
        ]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for part in self._parts:
            row.addWidget(part)
            part.clicked.connect(lambda _checked=False, key=part.key: self._choose(key))
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def offer(self, *keys: str) -> None:
        """Show these parts only."""
        offered = [part for part in self._parts if part.key in keys]
        for part in self._parts:
            part.setVisible(part in offered)
            part.set_place(is_first=part is offered[0], is_last=part is offered[-1])

    def chosen_key(self) -> str | None:
        """The key of the chosen part, None while there is none."""
        return next((part.key for part in self._parts if part.isChecked()), None)

    def set_chosen(self, key: str | None) -> None:
        """Mark a part, or none, as chosen; says nothing."""
        for part in self._parts:
            part.setChecked(part.key == key)
        chosen = next((part.text() for part in self._parts if part.key == key), "none chosen")
        self.setAccessibleDescription(chosen)

    def _choose(self, key: str) -> None:
        before = self.accessibleDescription()
        self.set_chosen(key)
        if self.accessibleDescription() != before:
            self.chosen.emit(key)


class _Part(QAbstractButton):
    """One part of the switch; the first and the last have the frame's round corners."""

    def __init__(self, look: Look, segment: Segment, place: int, count: int, answer: bool) -> None:
        super().__init__()
        self._look = look
        self.key = segment.key
        self._first, self._last = place == 0, place == count - 1
        self._answer = answer
        self.setText(segment.text)
        self.setCheckable(True)
        self.setAccessibleName(segment.text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def set_place(self, *, is_first: bool, is_last: bool) -> None:
        """Have the round corners of the first part, or of the last."""
        self._first, self._last = is_first, is_last
        self.update()

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self._look.font(TextStyle.SMALL_STRONG))
        shape = self._look.theme.scale.shape
        return QSize(round(metrics.horizontalAdvance(self.text())) + 25, shape.control)

    @override
    def nextCheckState(self) -> None:
        """Left to the switch: pressing the chosen part does not clear it."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.setClipRect(self.rect())
        self._paint_ground(painter)
        painter.restore()
        self._paint_text(painter)
        if self.hasFocus():
            box = QRectF(self.rect()).adjusted(3, 3, -3, -3)
            on_ink = self._answer and self.isChecked()
            ring = self._look.colors.on_primary if on_ink else self._look.colors.focus
            rounded(painter, box, 4, line=ring, width=2)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        colors = self._look.colors
        radius = self._look.theme.scale.shape.radius_control
        reach = QRectF(self.rect()).adjusted(
            0 if self._first else -2 * radius, 0, 0 if self._last else 2 * radius, 0
        )
        fill = colors.surface if self.isEnabled() else colors.sunken
        if self.isChecked():
            fill = colors.primary if self._answer else colors.sel
        rounded(painter, reach, radius, fill=fill)
        if self.isChecked() and not self._answer:
            path = QPainterPath()
            path.addRoundedRect(reach, radius, radius)
            painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
            foot = QRectF(self.rect())
            foot.setTop(foot.bottom() - 3)
            painter.fillRect(foot, self._look.color("ink"))
        if not self._last:
            painter.setPen(QPen(self._look.color("line"), 1))
            edge = self.width() - 0.5
            painter.drawLine(QPointF(edge, 1), QPointF(edge, self.height() - 1))
        rounded(painter, reach, radius, line=colors.line2)

    def _paint_text(self, painter: QPainter) -> None:
        checked = self.isChecked()
        style = TextStyle.SMALL_STRONG if checked else TextStyle.SMALL
        role = ("on_primary" if self._answer else "ink") if checked else "ink2"
        painter.setFont(self._look.font(style))
        painter.setPen(self._look.color(role if self.isEnabled() else "ink3"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
