"""Up to three gauges, large: the band's word can be read from the door. One alone is a poster."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRectF

from app.core.display import BandTrack, DigitTrack, TrackPage
from app.gui.display.band_names import BandNames
from app.gui.display.canvas import Canvas
from app.gui.display.faces import (
    BAND_LARGE_STEPS,
    NUMBER,
    OPTION_LABEL,
    OPTION_STRONG,
    SMALL,
    Face,
)
from app.gui.display.frame import Heading, Page, body_bottom, heading
from app.gui.display.layout import Lines, Slot, share
from app.gui.display.measure import LEFT, RIGHT, Measure
from app.gui.display.steps import Track, draw_gauge, one_scale, track_name, track_word

_LEFT, _WIDTH = 760, 1036
_ROOM = _LEFT - LEFT - 40
_STEP_TOP = 23
_BELOW_TWO = 16
_DIGIT = NUMBER.sized(8.0)
# By the number of gauges: how high a row may be, how high its steps, how much larger its type.
_TALLEST = {1: 420, 2: 330, 3: 220}
_HEIGHT = {1: (96,), 2: (96,), 3: (64, 50)}  # the lower one where it saves a page
_ROOMY = {1: 1.3, 2: 1.3, 3: 1.0}


@dataclass(frozen=True, slots=True)
class _Row:
    """A gauge's texts, broken into lines."""

    track: Track
    name: Lines
    word: Lines
    face: Face
    change: Lines
    reason: Lines
    step_height: float

    @classmethod
    def of(cls, track: Track, face: Face, step_height: float, measure: Measure) -> _Row:
        """Break the texts."""
        room = _LEFT - LEFT - 40 - name_indent(track, measure)
        words = RIGHT - _LEFT
        return cls(
            track,
            measure.wrap(track_name(track), OPTION_LABEL, room, even=True, most=2),
            measure.wrap(track_word(track), face, _ROOM),
            face,
            measure.wrap(track.change, OPTION_STRONG, words, most=2) if track.change else (),
            measure.wrap(track.reason, SMALL, words, most=3) if track.reason else (),
            step_height,
        )

    def height(self, measure: Measure) -> float:
        """How high the row must be."""
        left = len(self.name) * measure.line(OPTION_LABEL)
        left += len(self.word) * measure.line(self.face) + (len(self.word) - 1) * _BELOW_TWO
        right = _STEP_TOP + self.step_height + 9 + len(self.change) * measure.line(OPTION_STRONG)
        return max(left + 21, right + len(self.reason) * measure.line(SMALL)) + 10


@dataclass(frozen=True, slots=True)
class _Table:
    """The rows of a page and the names of the bands above them, in one size of type."""

    rows: tuple[_Row, ...]
    names: BandNames
    measure: Measure
    whole: bool

    @classmethod
    def of(cls, page: TrackPage, most: int, height: float, measure: Measure) -> _Table:
        """Break all texts; `whole` if every band has its word on `most` lines, unbroken."""
        words = tuple(track_word(track) for track in page.rows)
        face, whole = _word_face(words, most, measure)
        rows = tuple(_Row.of(track, face, height, measure) for track in page.rows)
        names = BandNames.of(one_scale(page.rows), _WIDTH, measure)
        return cls(rows, names, measure, whole)

    @property
    def names_in_line(self) -> bool:
        """Whether each gauge's name has its line."""
        return all(len(row.name) == 1 for row in self.rows)

    def pages(self, top: float, bottom: float) -> list[list[Slot]]:
        """Deal the rows out to pages."""
        heights = [row.height(self.measure) for row in self.rows]
        return share(heights, top, bottom, self.measure.at(_TALLEST[len(self.rows)]))


def _word_face(words: tuple[str, ...], most: int, measure: Measure) -> tuple[Face, bool]:
    """The face in which each band has at most so many lines, and whether there is one."""
    parts = tuple(part for word in words for part in word.split())
    for face in BAND_LARGE_STEPS:
        lines = max(len(measure.wrap(word, face, _ROOM)) for word in words)
        if lines <= most and measure.widest(parts, face) <= _ROOM:
            return face, True
    return BAND_LARGE_STEPS[-1], False


def name_indent(track: Track, measure: Measure) -> float:
    """The room that a seat's shape takes before its name."""
    return measure.at(60) if isinstance(track, BandTrack) and track.seat else 0.0


def large_pages(page: TrackPage, measure: Measure) -> list[Page]:
    """Names of the bands above, a row for each gauge; two gauges are larger than three."""
    head = heading(measure, page.heading)
    bottom = body_bottom(measure, page.foot)
    for use, most, height in _ways(len(page.rows), measure):
        table = _Table.of(page, most, height, use)
        top = max(319.0, head.bottom + 40 + table.names.height) if table.names else head.bottom + 30
        slots = table.pages(top, bottom)
        if table.whole and len(slots) == 1 and (table.names_in_line or use is measure):
            break
    return [Page(partial(_draw, head, table, part, top), page.foot, measure=use) for part in slots]


def _ways(count: int, measure: Measure) -> list[tuple[Measure, int, float]]:
    """Sizes to try, with how many lines a band may have (of three gauges one line each), and how
    high its steps are.
    """
    lines = (1,) if count == len(_ROOMY) else (2, 1)
    sizes = measure.sizes(_ROOMY[count])
    return [(use, most, height) for most in lines for use in sizes for height in _HEIGHT[count]]


def _draw(head: Heading, table: _Table, slots: list[Slot], top: float, canvas: Canvas) -> None:
    head.draw(canvas)
    table.names.draw_above(canvas, _LEFT, top - 12)
    for slot in slots:
        row = table.rows[slot.index]
        canvas.rule(slot.top - 1)
        slack = slot.height - row.height(canvas.measure) - 24
        with canvas.within(QRectF(LEFT, slot.top, RIGHT - LEFT, slot.height)):
            _draw_row(canvas, row, slot.top + max(0.0, slack / 2))


def _draw_row(canvas: Canvas, row: _Row, top: float) -> None:
    measure, track = canvas.measure, row.track
    end = draw_name(canvas, track, row.name, top + 21)
    for line in row.word:
        flush = LEFT + 1 - measure.bearing(line[:1] or "n", row.face)
        end = canvas.lines([line], row.face, flush, end)
    width = float(_WIDTH)
    if isinstance(track, DigitTrack):
        width -= measure.width("10", _DIGIT) + 40
        base = top + _STEP_TOP + row.step_height / 2 + measure.cap(_DIGIT) / 2
        canvas.write(str(track.now), _DIGIT, RIGHT, base, "ink", "right")
    draw_gauge(canvas, track, QRectF(_LEFT, top + _STEP_TOP, width, row.step_height))
    end = canvas.lines(row.change, OPTION_STRONG, _LEFT, top + _STEP_TOP + row.step_height + 9)
    canvas.lines(row.reason, SMALL, _LEFT, end, "ink2")


def draw_name(canvas: Canvas, track: Track, name: Lines, top: float) -> float:
    """A gauge's name, after the shape of its seat; returns where it ends."""
    measure, indent = canvas.measure, name_indent(track, canvas.measure)
    if isinstance(track, BandTrack) and track.seat:
        middle = top + measure.line(OPTION_LABEL) / 2
        canvas.glyph(track.seat, LEFT, middle, measure.at(34))
    return canvas.lines(name, OPTION_LABEL, LEFT + indent, top, "ink2")
