"""Felt by the ally, expected by the one who promised: words first, the gap in ochre.

Felt is the ally's own shape with its range, expected a ring in the estimator's hue. Order is by
seat, never by size.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen

from app.core.display import Gap, GapRow, Mark
from app.gui.display.canvas import Canvas
from app.gui.display.faces import AXIS, CHROME, GAP_NUMBER, GAP_WORD_STEPS, LABEL, SMALL, Face
from app.gui.display.frame import Heading, Page, body_bottom, heading
from app.gui.display.layout import Lines, Slot, share
from app.gui.display.marks import caption
from app.gui.display.measure import LEFT, RIGHT, Measure

_ZERO, _TEN = 850, 1750
_MOST_ZERO = 980
_TALLEST = 200
_RING, _RING_WIDTH, _RIM = 40, 8, 3
_SHAPE = 46
_KEY = 80


@dataclass(frozen=True, slots=True)
class _Row:
    """An ally's texts, broken into lines."""

    row: GapRow
    word: Face
    sentence: Lines

    @classmethod
    def of(cls, row: GapRow, word: Face, width: float, measure: Measure) -> _Row:
        """Break the texts for a column of `width`."""
        return cls(row, word, measure.wrap(row.sentence, SMALL, width, even=True, most=3))

    def height(self, measure: Measure) -> float:
        """How high its texts are."""
        lines = len(self.sentence) * measure.line(SMALL)
        return measure.line(LABEL) + measure.line(self.word) + lines


def gap_pages(screen: Gap, measure: Measure) -> list[Page]:
    """As many allies a page as have room; what shape and ring mean in its last row."""
    head = heading(measure, screen.heading)
    axis = _Axis.of(screen, measure)
    words = tuple(row.word for row in screen.rows)
    word = measure.fitting(words, GAP_WORD_STEPS, axis.text_width)
    rows = [_Row.of(row, word, axis.text_width, measure) for row in screen.rows]
    heights = [max(row.height(measure) + 14, 2 * (_KEY + 12)) for row in rows]
    top = max(336.0, head.bottom + 45 + measure.line(AXIS) + 20)
    bottom = body_bottom(measure, screen.foot)
    slots = share(heights, top, min(bottom, max(936.0, bottom - 20)), measure.at(_TALLEST))
    draw = partial(_draw_gap, screen, head, axis, rows, top)
    return [Page(partial(draw, part), screen.foot) for part in slots]


@dataclass(frozen=True, slots=True)
class _Axis:
    """Where 0 to 10 stand; the axis makes room for texts of a larger size."""

    zero: float

    @classmethod
    def of(cls, screen: Gap, measure: Measure) -> _Axis:
        """Begin right of the widest sentence, as far as the axis may give way."""
        widest = measure.widest(tuple(row.sentence for row in screen.rows), SMALL)
        return cls(min(_MOST_ZERO, max(_ZERO, LEFT + widest + 50)))

    @property
    def text_width(self) -> float:
        """The width of the column of texts."""
        return self.zero - LEFT - 50

    @property
    def pitch(self) -> float:
        """The distance of one step."""
        return (_TEN - self.zero) / 10

    def x(self, value: float) -> float:
        """Where a value stands."""
        return self.zero + self.pitch * value


def _draw_gap(
    screen: Gap,
    head: Heading,
    axis: _Axis,
    rows: list[_Row],
    top: float,
    slots: list[Slot],
    canvas: Canvas,
) -> None:
    head.draw(canvas)
    end = slots[-1].bottom - 4 if slots else top
    for value in range(11):
        canvas.fill(QRectF(axis.x(value), top - 28, 1, end - top + 28), "line")
        canvas.write(str(value), AXIS, axis.x(value), top - 42, "ink2", "middle")
    for slot in slots:
        if slot is not slots[-1]:
            canvas.rule(slot.bottom)
        with canvas.within(QRectF(LEFT, slot.top, RIGHT - LEFT, slot.height)):
            _draw_texts(canvas, axis, rows[slot.index], slot)
            _draw_marks(canvas, axis, screen.estimator, rows[slot.index].row, slot.middle)
    if slots:
        _draw_key(canvas, axis, screen.estimator, rows[slots[-1].index].row, slots[-1].middle)


def _draw_texts(canvas: Canvas, axis: _Axis, row: _Row, slot: Slot) -> None:
    measure = canvas.measure
    top = slot.middle - row.height(measure) / 2 - 8
    canvas.glyph(row.row.seat, LEFT, top + measure.line(LABEL) / 2, measure.at(33))
    top = canvas.lines([caption(row.row.seat)], LABEL, LEFT + measure.at(58), top, "ink2")
    flush = LEFT + 1 - measure.bearing(row.row.word[:1] or "n", row.word)
    words = measure.elide(row.row.word, row.word, axis.text_width)
    top = canvas.lines([words], row.word, flush, top)
    canvas.lines(row.sentence, SMALL, LEFT, top, "ink2")


def _draw_marks(canvas: Canvas, axis: _Axis, estimator: Mark, row: GapRow, y: float) -> None:
    felt, expected = axis.x(row.felt), axis.x(row.estimate)
    painter = canvas.painter
    painter.save()
    canvas.clip_out(expected, y, _RING + _RING_WIDTH / 2 + _RIM)
    _draw_range(canvas, axis, row, y)
    _draw_distance(canvas, felt, expected, y)
    painter.restore()
    if row.low <= row.estimate <= row.high:
        _draw_range_inside(canvas, axis, row, expected, y)
    canvas.ring(expected, y, _RING, _RING_WIDTH, canvas.hue(estimator))
    canvas.glyph_on(row.seat, felt, y, _SHAPE)
    if row.gap and felt != expected:
        _write_gap(canvas, row.gap, felt, expected, y)


def _draw_range(canvas: Canvas, axis: _Axis, row: GapRow, y: float) -> None:
    left, right = axis.x(row.low) - 10, axis.x(row.high) + 10
    canvas.fill(QRectF(left, y - 10, right - left, 20), "line2", 10)


def _draw_distance(canvas: Canvas, felt: float, expected: float, y: float) -> None:
    pen = QPen(canvas.color("ochre"), 8)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    canvas.painter.setPen(pen)
    canvas.painter.drawLine(QPointF(felt, y), QPointF(expected, y))


def _draw_range_inside(canvas: Canvas, axis: _Axis, row: GapRow, expected: float, y: float) -> None:
    """The range goes on inside the ring."""
    painter, inner = canvas.painter, _RING - _RING_WIDTH / 2 - _RIM
    painter.save()
    painter.setClipRect(
        QRectF(expected - inner, y - inner, 2 * inner, 2 * inner),
        Qt.ClipOperation.IntersectClip,
    )
    _draw_range(canvas, axis, row, y)
    painter.restore()


def _write_gap(canvas: Canvas, gap: str, felt: float, expected: float, y: float) -> None:
    """The gap above the middle of its line, clear of the ring; above that where it is short."""
    half = canvas.measure.width(gap, GAP_NUMBER) / 2
    middle, rim = (felt + expected) / 2, _RING + _RING_WIDTH / 2
    free = abs(expected - felt) - rim - 2 * half
    if free >= half:
        clear = rim + 24 + half
        middle = min(middle, expected - clear) if felt < expected else max(middle, expected + clear)
        base = y - 27
    else:
        base = y - rim - 10
    canvas.write(gap, GAP_NUMBER, middle, base, "ochre", "middle")


def _draw_key(canvas: Canvas, axis: _Axis, estimator: Mark, row: GapRow, y: float) -> None:
    """What shape and ring mean, under those of the last row, kept apart where they are near."""
    measure = canvas.measure
    left = ("felt, with range", axis.x(row.felt))
    right = (f"{caption(estimator)} estimate", axis.x(row.estimate))
    if row.felt > row.estimate:
        left, right = right, left
    widths = [measure.width(text, CHROME) for text, _ in (left, right)]
    starts = [left[1] - widths[0] / 2, right[1] - widths[1] / 2]
    overlap = starts[0] + widths[0] + 24 - starts[1]
    if overlap > 0:
        starts = [starts[0] - overlap / 2, starts[1] + overlap / 2]
    starts[1] = min(starts[1], RIGHT - widths[1])
    starts[0] = max(min(starts[0], starts[1] - 24 - widths[0]), axis.zero - 40)
    for (text, _), start in zip((left, right), starts, strict=True):
        canvas.write(text, CHROME, start, y + canvas.measure.at(_KEY), "ink2")
