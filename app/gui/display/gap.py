"""Felt by the ally, expected by the one who promised: words first, the gap in ochre.

Felt is the ally's own shape with its range, expected a ring in the estimator's hue. Order is by
seat, never by size.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen

from app.core.display import Gap, GapRow, Mark
from app.gui.display.canvas import Canvas
from app.gui.display.faces import AXIS, CHROME, GAP_NUMBER, GAP_WORD_STEPS, LABEL, SMALL, Face
from app.gui.display.frame import Heading, Page, body_bottom, heading
from app.gui.display.gap_axis import Axis, Key
from app.gui.display.layout import Lines, Slot, share
from app.gui.display.marks import caption
from app.gui.display.measure import LEFT, RIGHT, Measure

_TALLEST, _FEW_TALLEST = 200, 270
_FEW = 2
_ROOMY = {1: 1.6, 2: 1.3}  # by the number of allies: how much larger they are drawn
_RING, _RING_WIDTH, _RIM = 40, 8, 3
_SHAPE = 46
_GAP_HIGH = 60


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


@dataclass(frozen=True, slots=True)
class _Table:
    """The rows of a gap screen in one size of type, and their axis."""

    screen: Gap
    axis: Axis
    rows: tuple[_Row, ...]
    measure: Measure

    @classmethod
    def of(cls, screen: Gap, measure: Measure, factor: float, *, across: bool) -> _Table:
        """Break all texts."""
        axis = Axis.of(screen, measure, factor, across=across)
        words = tuple(row.word for row in screen.rows)
        word = measure.fitting(words, GAP_WORD_STEPS, axis.text_width)
        rows = tuple(_Row.of(row, word, axis.text_width, measure) for row in screen.rows)
        return cls(screen, axis, rows, measure)

    @property
    def whole(self) -> bool:
        """Whether each sentence has its line."""
        return all(len(row.sentence) == 1 for row in self.rows)

    def key(self, row: _Row) -> Key:
        """What shape and ring mean, by the marks of this row."""
        return Key.of(self.axis, self.screen.estimator, row.row, self.measure)

    def height(self, row: _Row, *, key: bool) -> float:
        """How high a row must be, with or without a key of several lines."""
        half = self.axis.key_base(self.measure) + (self.key(row).depth(self.measure) if key else 12)
        if self.axis.across:
            return row.height(self.measure) + self.over() + half
        return max(row.height(self.measure) + 14, 2 * half)

    def over(self) -> float:
        """Across: the room from the texts down to the marks, with the axis between."""
        return 2 * self.measure.line(AXIS) + (_RING + _GAP_HIGH) * self.axis.factor

    def pages(self, top: float, bottom: float) -> list[list[Slot]]:
        """Deal the rows out; the last row of a page has room for the key."""
        tallest = self.measure.at(_TALLEST if len(self.rows) > _FEW else _FEW_TALLEST)
        heights = [self.height(row, key=False) for row in self.rows]
        for _ in range(2):
            pages = share(heights, top, bottom, tallest)
            for last in (page[-1].index for page in pages if page):
                heights[last] = max(heights[last], self.height(self.rows[last], key=True))
        return share(heights, top, bottom, tallest)


def gap_pages(screen: Gap, measure: Measure) -> list[Page]:
    """As many allies a page as have room, few ones large; the key in the last row of each."""
    head = heading(measure, screen.heading)
    end = body_bottom(measure, screen.foot)
    bottom = min(end, max(936.0, end - 20))
    for use, across in _ways(len(screen.rows), measure):
        table = _Table.of(screen, use, use.scale / measure.scale, across=across)
        top = head.bottom + 40 if across else _below_axis(head, use)
        pages = table.pages(top, bottom)
        if table.whole and len(pages) == 1 and sum(s.height for s in pages[0]) <= bottom - top:
            break
    if len(pages) > 1 and len(pages) == len(screen.rows):
        alone = [replace(screen, rows=(row,)) for row in screen.rows]
        return [page for one in alone for page in gap_pages(one, measure)]
    draw = partial(_draw_gap, head, table, top)
    return [Page(partial(draw, part), screen.foot, measure=use) for part in pages]


def _ways(count: int, measure: Measure) -> list[tuple[Measure, bool]]:
    """Sizes to try, and whether the axis runs across, as it does for one ally if it has room."""
    sizes = measure.sizes(_ROOMY.get(count, 1.0))
    if count == 1:
        return [*((use, True) for use in sizes), (measure, False)]
    return [(use, False) for use in sizes]


def _below_axis(head: Heading, measure: Measure) -> float:
    return max(336.0, head.bottom + 45 + measure.line(AXIS) + 20)


def _draw_gap(head: Heading, table: _Table, top: float, slots: list[Slot], canvas: Canvas) -> None:
    head.draw(canvas)
    if slots and table.axis.across:
        _draw_across(canvas, table, slots[0])
        return
    _draw_axis(canvas, table.axis, top, slots[-1].bottom - 4 if slots else top)
    for slot in slots:
        row = table.rows[slot.index]
        if slot is not slots[-1]:
            canvas.rule(slot.bottom)
        with canvas.within(QRectF(LEFT, slot.top, RIGHT - LEFT, slot.height)):
            high = row.height(canvas.measure)
            _draw_texts(canvas, table.axis, row, slot.middle - high / 2 - 8)
            _draw_marks(canvas, table.axis, table.screen.estimator, row.row, slot.middle)
            if slot is slots[-1]:
                _draw_key(canvas, table, row, slot.middle)


def _draw_across(canvas: Canvas, table: _Table, slot: Slot) -> None:
    """One ally alone: texts on top, and the axis across below them."""
    row, measure = table.rows[slot.index], canvas.measure
    need = table.height(row, key=True)
    top = slot.top + max(0.0, slot.height - need) / 3
    middle = top + row.height(measure) + table.over()
    end = min(slot.bottom, middle + table.axis.key_base(measure) - measure.cap(CHROME) - 16)
    _draw_texts(canvas, table.axis, row, top)
    _draw_axis(canvas, table.axis, top + row.height(measure) + 2 * measure.line(AXIS), end)
    _draw_marks(canvas, table.axis, table.screen.estimator, row.row, middle)
    _draw_key(canvas, table, row, middle)


def _draw_axis(canvas: Canvas, axis: Axis, top: float, end: float) -> None:
    for value in range(11):
        canvas.fill(QRectF(axis.x(value), top - 28, 1, end - top + 28), "line")
        canvas.write(str(value), AXIS, axis.x(value), top - 42, "ink2", "middle")


def _draw_key(canvas: Canvas, table: _Table, row: _Row, middle: float) -> None:
    base = middle + table.axis.key_base(canvas.measure)
    table.key(row).draw(canvas, base, row.row.seat, table.screen.estimator)


def _draw_texts(canvas: Canvas, axis: Axis, row: _Row, top: float) -> None:
    measure = canvas.measure
    canvas.glyph(row.row.seat, LEFT, top + measure.line(LABEL) / 2, measure.at(33))
    top = canvas.lines([caption(row.row.seat)], LABEL, LEFT + measure.at(58), top, "ink2")
    flush = LEFT + 1 - measure.bearing(row.row.word[:1] or "n", row.word)
    words = measure.elide(row.row.word, row.word, axis.text_width)
    top = canvas.lines([words], row.word, flush, top)
    canvas.lines(row.sentence, SMALL, LEFT, top, "ink2")


def _draw_marks(canvas: Canvas, axis: Axis, estimator: Mark, row: GapRow, y: float) -> None:
    felt, expected = axis.x(row.felt), axis.x(row.estimate)
    painter = canvas.painter
    painter.save()
    canvas.clip_out(expected, y, _rim(axis) + _RIM)
    _draw_range(canvas, axis, row, y)
    _draw_distance(canvas, axis, felt, expected, y)
    painter.restore()
    if row.low <= row.estimate <= row.high:
        _draw_range_inside(canvas, axis, row, expected, y)
    width = _RING_WIDTH * axis.factor
    canvas.ring(expected, y, _RING * axis.factor, width, canvas.hue(estimator))
    canvas.glyph_on(row.seat, felt, y, _SHAPE * axis.factor)
    if row.gap and felt != expected:
        _write_gap(canvas, axis, row, y)


def _rim(axis: Axis) -> float:
    return (_RING + _RING_WIDTH / 2) * axis.factor


def _draw_range(canvas: Canvas, axis: Axis, row: GapRow, y: float) -> None:
    end = 10 * axis.factor
    left, right = axis.x(row.low) - end, axis.x(row.high) + end
    canvas.fill(QRectF(left, y - end, right - left, 2 * end), "line2", end)


def _draw_distance(canvas: Canvas, axis: Axis, felt: float, expected: float, y: float) -> None:
    pen = QPen(canvas.color("ochre"), 8 * axis.factor)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    canvas.painter.setPen(pen)
    canvas.painter.drawLine(QPointF(felt, y), QPointF(expected, y))


def _draw_range_inside(canvas: Canvas, axis: Axis, row: GapRow, expected: float, y: float) -> None:
    """The range goes on inside the ring."""
    painter, inner = canvas.painter, (_RING - _RING_WIDTH / 2) * axis.factor - _RIM
    painter.save()
    painter.setClipRect(
        QRectF(expected - inner, y - inner, 2 * inner, 2 * inner),
        Qt.ClipOperation.IntersectClip,
    )
    _draw_range(canvas, axis, row, y)
    painter.restore()


def _write_gap(canvas: Canvas, axis: Axis, row: GapRow, y: float) -> None:
    """The gap above the middle of its line, clear of the ring; above that where it is short."""
    felt, expected = axis.x(row.felt), axis.x(row.estimate)
    half = canvas.measure.width(row.gap, GAP_NUMBER) / 2
    middle, rim = (felt + expected) / 2, _rim(axis)
    free = abs(expected - felt) - rim - 2 * half
    if free >= half:
        clear = rim + 24 + half
        middle = min(middle, expected - clear) if felt < expected else max(middle, expected + clear)
        base = y - 27 * axis.factor
    else:
        base = y - rim - 10
    canvas.write(row.gap, GAP_NUMBER, middle, base, "ochre", "middle")
