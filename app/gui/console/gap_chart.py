"""Felt against expected, turn by turn, one small chart a cell. Drawn for the facilitator."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from app.core.polls import GapFigure
from app.core.why import signed
from app.gui.theme import Look, TextStyle
from app.gui.widgets.painted import Painted
from app.gui.widgets.seat_glyph import paint_seat_glyph

_HEIGHT, _TOP, _LEFT, _FOOT, _MARK = 176, 14, 26, 20, 14
_TOLD = 2
"""The size of a gap from which on it stands beside its marks."""


@dataclass(frozen=True, slots=True)
class ChartView:
    """One cell's figures, and how many turns the axis has."""

    seat: str
    seat_index: int
    figures: tuple[GapFigure, ...]
    turns: int


class GapChart(Painted):
    """Shows the felt median as the cell's shape with its range, and the estimate as a ring."""

    def __init__(self, look: Look, view: ChartView) -> None:
        super().__init__(look, f"Gap: {view.seat}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(150)
        self.set_view(view)

    def set_view(self, view: ChartView) -> None:
        """Show other figures."""
        self._view = view
        said = (
            f"Turn {f.turn}: felt {f.felt:g}, expected {f.estimate:g}, {signed(f.gap)}, {f.word}."
            for f in view.figures
        )
        self.setAccessibleDescription(" ".join(said))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, _HEIGHT)

    @override
    def draw(self, painter: QPainter) -> None:
        painter.setFont(self.look.font(TextStyle.MICRO))
        for value in (0, 5, 10):
            y = self._y(value)
            painter.setPen(QPen(self.look.color("line"), 1))
            painter.drawLine(QPointF(_LEFT, y), QPointF(self.width(), y))
            painter.setPen(self.look.color("ink2"))
            box = QRectF(0, y - 8, _LEFT - 6, 16)
            painter.drawText(
                box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(value)
            )
        for turn in range(1, self._view.turns + 1):
            box = QRectF(self._x(turn) - 20, _HEIGHT - _FOOT + 4, 40, 16)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(turn))
        for figure in self._view.figures:
            self._draw_figure(painter, figure)

    def _draw_figure(self, painter: QPainter, figure: GapFigure) -> None:
        x, hue = self._x(figure.turn), QColor(self.look.theme.seat(self._view.seat_index))
        pale = QColor(hue)
        pale.setAlphaF(0.5)
        painter.setPen(QPen(pale, 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(x, self._y(figure.low)), QPointF(x, self._y(figure.high)))
        half = _MARK / 2
        felt = QRectF(x - half, self._y(figure.felt) - half, _MARK, _MARK)
        paint_seat_glyph(painter, felt, self._view.seat_index, hue)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.look.color("ink"), 2))
        painter.drawEllipse(QPointF(x, self._y(figure.estimate)), 6.5, 6.5)
        if abs(figure.gap) >= _TOLD:
            top = min(self._y(figure.estimate), self._y(figure.high)) - 12
            painter.setFont(self.look.font(TextStyle.SMALL_STRONG))
            box = QRectF(x - 30, max(0.0, top - 14), 60, 16)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, signed(figure.gap))

    def _x(self, turn: int) -> float:
        room = self.width() - _LEFT
        return _LEFT + room * (turn - 0.5) / max(1, self._view.turns)

    def _y(self, value: float) -> float:
        return _TOP + (_HEIGHT - _TOP - _FOOT) * (1 - value / 10)
