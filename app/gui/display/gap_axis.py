"""Where felt and expected stand on their axis, and the key that says which is which."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.display import Gap, GapRow, Mark
from app.gui.display.canvas import Canvas
from app.gui.display.faces import CHROME, SMALL
from app.gui.display.marks import caption
from app.gui.display.measure import LEFT, RIGHT, Measure

_ZERO, _TEN = 850, 1750
_MOST_ZERO = 980
_ACROSS = (LEFT + 70, RIGHT - 70)
_KEY = 80
_APART, _TOGETHER = 56, 64


@dataclass(frozen=True, slots=True)
class Axis:
    """Where 0 to 10 stand, and by how much marks are larger than in the drawing.

    The axis makes room for texts beside it; of one ally alone it runs across, below the texts.
    """

    zero: float
    ten: float
    factor: float
    across: bool

    @classmethod
    def of(cls, screen: Gap, measure: Measure, factor: float, *, across: bool) -> Axis:
        """Begin right of the widest sentence, as far as the axis may give way."""
        if across:
            return cls(*_ACROSS, factor, across=True)
        widest = measure.widest(tuple(row.sentence for row in screen.rows), SMALL)
        zero = min(_MOST_ZERO, max(_ZERO, LEFT + widest + 50))
        return cls(zero, _TEN, factor, across=False)

    @property
    def text_width(self) -> float:
        """The width of the column of texts."""
        return RIGHT - LEFT if self.across else self.zero - LEFT - 50

    def x(self, value: float) -> float:
        """Where a value stands."""
        return self.zero + (self.ten - self.zero) / 10 * value

    def key_base(self, measure: Measure) -> float:
        """How far below the marks the key's first line is."""
        return max(measure.at(_KEY), _KEY * self.factor)


@dataclass(frozen=True, slots=True)
class _Word:
    """One text of the key; with a sign before it where it does not stand below its mark."""

    text: str
    x: float
    line: int
    felt: bool


@dataclass(frozen=True, slots=True)
class Key:
    """What shape and ring mean: below the marks, beside one another, or on two lines."""

    words: tuple[_Word, _Word]
    signs: bool

    @classmethod
    def of(cls, axis: Axis, estimator: Mark, row: GapRow, measure: Measure) -> Key:
        """Choose the first way in which the two texts are well apart."""
        texts = [("felt, with range", row.felt, True)]
        texts.append((f"{caption(estimator)} estimate", row.estimate, False))
        texts.sort(key=lambda text: text[1])
        widths = [measure.width(text, CHROME) for text, _, _ in texts]
        (first, a, felt), (second, b, _) = texts
        most = RIGHT - widths[1]
        starts = (axis.x(a) - widths[0] / 2, min(axis.x(b) - widths[1] / 2, most))
        if starts[1] - starts[0] - widths[0] >= _APART:
            return cls(
                (_Word(first, starts[0], 0, felt), _Word(second, starts[1], 0, not felt)), False
            )
        sign = _sign_width(measure)
        wide = sum(widths) + 2 * sign + _TOGETHER
        one_line = wide <= RIGHT - axis.zero
        whole = wide if one_line else max(widths) + sign
        left = (axis.x(a) + axis.x(b) - whole) / 2
        left = min(max(axis.zero, left), RIGHT - whole) + sign
        right = left + widths[0] + _TOGETHER + sign if one_line else left
        line = 0 if one_line else 1
        return cls((_Word(first, left, 0, felt), _Word(second, right, line, not felt)), True)

    def depth(self, measure: Measure) -> float:
        """How far below its first line's base it reaches."""
        return 14 + max(word.line for word in self.words) * measure.line(CHROME)

    def draw(self, canvas: Canvas, base: float, seat: Mark, estimator: Mark) -> None:
        """Write the key from `base` downward."""
        measure = canvas.measure
        for word in self.words:
            y = base + word.line * measure.line(CHROME)
            canvas.write(word.text, CHROME, word.x, y, "ink2")
            middle = y - measure.cap(CHROME) / 2
            if self.signs and word.felt:
                canvas.glyph(seat, word.x - _sign_width(measure), middle, measure.at(26))
            elif self.signs:
                x = word.x - _sign_width(measure) + measure.at(13)
                canvas.ring(x, middle, measure.at(11), 4, canvas.hue(estimator))


def _sign_width(measure: Measure) -> float:
    return measure.at(40)
