"""How wide a text is and where its lines break, in the room's 1920 × 1080.

Answers for fonts, widths, line breaks and the room's size (1.0 to 1.35); draws nothing. Text is
broken and paginated, never shrunk; a single word at the end of a paragraph takes another along.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from app.core.display import Frame
from app.gui.display.faces import Face
from app.gui.theme.fonts import tabular, typeface
from app.gui.theme.tokens import RoomType

WIDTH, HEIGHT = 1920, 1080
LEFT, RIGHT = 110, 1810
BOTTOM = 986
_GROWTH = (1.6, 1.5, 1.4, 1.3, 1.2, 1.1)
_NO_BREAK = "\N{NO-BREAK SPACE}"
_SLACK = 0.5
# No line of a card ends with one of these: they belong to the word after them.
_BOUND = re.compile(r"\b(a|an|the|of) ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Measure:
    """Measures text for one frame: its type sizes and the room's size."""

    frame: Frame
    type: RoomType

    @property
    def scale(self) -> float:
        """The room's size: type and the distances that go with it are multiplied by this."""
        return self.frame.scale

    def grown(self, factor: float) -> Measure:
        """The measure of a room in which everything is larger by `factor`."""
        return replace(self, frame=replace(self.frame, scale=self.frame.scale * factor))

    def sizes(self, most: float) -> list[Measure]:
        """Measures to try where a page has room to spare: the largest first, this one last."""
        return [*(self.grown(factor) for factor in _GROWTH if factor <= most), self]

    def at(self, length: float) -> float:
        """A distance that grows with the room's size."""
        return length * self.frame.scale

    def pixels(self, face: Face) -> int:
        """The size of a face, rounded up so that it never falls below its floor."""
        percent = getattr(self.type, face.size) if isinstance(face.size, str) else face.size
        scale = 1.0 if face.rigid else self.frame.scale
        return math.ceil(percent * HEIGHT / 100 * scale - 1e-6)

    def font(self, face: Face) -> QFont:
        """The font of a face."""
        return _font(self._spec(face))

    def line(self, face: Face) -> float:
        """The distance of two lines."""
        return round(self.pixels(face) * face.leading)

    def cap(self, face: Face) -> float:
        """The height of a capital letter."""
        return _metrics(self._spec(face)).capHeight()

    def rise(self, face: Face) -> float:
        """From the top of a line's box to its baseline: capitals stand in the middle."""
        return (self.line(face) + self.cap(face)) / 2

    def bearing(self, letter: str, face: Face) -> float:
        """The empty pixels left of a letter: to set large words flush with small ones."""
        return _metrics(self._spec(face)).tightBoundingRect(letter).left()

    def width(self, text: str, face: Face) -> float:
        """The width of one line of text."""
        return _metrics(self._spec(face)).horizontalAdvance(text)

    def widest(self, texts: tuple[str, ...], face: Face) -> float:
        """The width of the widest of several lines, 0 if there are none."""
        return max((self.width(text, face) for text in texts), default=0.0)

    def elide(self, text: str, face: Face, width: float) -> str:
        """The text, cut with an ellipsis where it is wider than `width`."""
        if self.width(text, face) <= width + _SLACK:
            return text
        return _metrics(self._spec(face)).elidedText(text, Qt.TextElideMode.ElideRight, width)

    def wrap(
        self, text: str, face: Face, width: float, *, even: bool = False, most: int = 0
    ) -> tuple[str, ...]:
        """The lines of a text: at most `most` (0: as many as it takes), the last one cut then.

        `even` makes the lines of each paragraph about as long as one another.
        """
        spec = self._spec(face)
        lines = tuple(
            line
            for paragraph in text.splitlines()
            for line in _wrapped(paragraph.strip(), spec, width, even)
        )
        if most and len(lines) > most:
            rest = " ".join(lines[most - 1 :])
            return (*lines[: most - 1], self.elide(rest, face, width))
        return lines

    def fitting(self, texts: tuple[str, ...], faces: tuple[Face, ...], width: float) -> Face:
        """The first of several faces in which each text stands on one line; the last if none."""
        return next((face for face in faces if self.widest(texts, face) <= width), faces[-1])

    def _spec(self, face: Face) -> _Spec:
        return _Spec(self.pixels(face), face.serif, face.weight, face.tabular, face.spacing)


@dataclass(frozen=True, slots=True)
class _Spec:
    """Everything a font is made of."""

    pixels: int
    serif: bool
    weight: int
    tabular: bool
    spacing: float


@lru_cache(maxsize=256)
def _font(spec: _Spec) -> QFont:
    font = typeface(spec.serif, spec.pixels, spec.weight)
    if spec.spacing:
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100 + spec.spacing)
    return tabular(font) if spec.tabular else font


@lru_cache(maxsize=256)
def _metrics(spec: _Spec) -> QFontMetricsF:
    return QFontMetricsF(_font(spec))


@lru_cache(maxsize=4096)
def _wrapped(text: str, spec: _Spec, width: float, even: bool) -> tuple[str, ...]:
    lines = _broken(text, spec, width)
    if len(lines) < 2:
        return lines
    lines = _accompanied(text, lines, spec, width)
    return _evened(lines, spec, width) if even else lines


def _accompanied(text: str, lines: tuple[str, ...], spec: _Spec, width: float) -> tuple[str, ...]:
    """Give a single last word its neighbour for company, if that costs no further line."""
    head, space, last = text.rpartition(" ")
    if " " in lines[-1] or not space or " " not in head:
        return lines
    pair = f"{head.rpartition(' ')[2]} {last}"
    joined = _broken(f"{head}{_NO_BREAK}{last}", spec, width)
    fits = _metrics(spec).horizontalAdvance(pair) <= width
    lonelier = len(lines) == 2 and " " not in joined[0]
    return joined if fits and len(joined) == len(lines) and not lonelier else lines


def _evened(lines: tuple[str, ...], spec: _Spec, width: float) -> tuple[str, ...]:
    """Break anew at the smallest width that takes no more lines."""
    text = _BOUND.sub(f"\\1{_NO_BREAK}", " ".join(lines))
    low = max(_metrics(spec).horizontalAdvance(part) for part in text.split(" "))
    high, best = width, lines
    while high - low > 4:
        middle = (low + high) / 2
        tried = _broken(text, spec, middle)
        if len(tried) == len(lines):
            high, best = middle, tried
        else:
            low = middle
    return best if " " in best[-1] or " " not in lines[-1] else lines


def _broken(text: str, spec: _Spec, width: float) -> tuple[str, ...]:
    """Break one paragraph; a word wider than the line is broken inside."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text, _font(spec))
    layout.setTextOption(option)
    layout.beginLayout()
    units = text.encode("utf-16-le", "surrogatepass")  # Qt counts in these
    lines: list[str] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        start, end = line.textStart(), line.textStart() + line.textLength()
        piece = units[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")
        lines.append(piece.strip().replace(_NO_BREAK, " "))
    layout.endLayout()
    return tuple(lines) or ("",)
