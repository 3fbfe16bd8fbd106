"""Up to three gauges of one scale, large: the band's word can be read from the door."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRectF

from app.core.display import BandTrack, TrackPage
from app.gui.display.canvas import Canvas
from app.gui.display.faces import (
    AXIS,
    BAND_LARGE_STEPS,
    OPTION_LABEL,
    OPTION_STRONG,
    SMALL,
    Face,
)
from app.gui.display.frame import Heading, Page, body_bottom, heading
from app.gui.display.layout import Lines, Slot, share
from app.gui.display.marks import caption
from app.gui.display.measure import LEFT, RIGHT, Measure
from app.gui.display.steps import draw_step

_TALLEST = 220
_LEFT, _PITCH, _WIDTH, _HEIGHT = 760, 210, 196, 64
_STEP_TOP = 23
_NAMES = (AXIS, *(Face(size, chrome=True, rigid=True) for size in (3.6, 3.1)))


@dataclass(frozen=True, slots=True)
class _Row:
    """A gauge's texts, broken into lines."""

    track: BandTrack
    name: Lines
    word: Face
    change: Lines
    reason: Lines

    @classmethod
    def of(cls, track: BandTrack, word: Face, measure: Measure) -> _Row:
        """Break the texts."""
        room = _LEFT - LEFT - 20
        indent = measure.at(60) if track.seat else 0
        name = caption(track.seat) if track.seat else track.name
        words = RIGHT - _LEFT
        return cls(
            track,
            measure.wrap(name, OPTION_LABEL, room - indent, even=True, most=2),
            word,
            measure.wrap(track.change, OPTION_STRONG, words, most=2) if track.change else (),
            measure.wrap(track.reason, SMALL, words, most=3) if track.reason else (),
        )

    def height(self, measure: Measure) -> float:
        """How high the row must be."""
        left = len(self.name) * measure.line(OPTION_LABEL) + measure.line(self.word)
        right = _STEP_TOP + _HEIGHT + 9 + len(self.change) * measure.line(OPTION_STRONG)
        return max(left + 21, right + len(self.reason) * measure.line(SMALL)) + 10


def large_pages(page: TrackPage, bands: list[BandTrack], measure: Measure) -> list[Page]:
    """Names of the bands above, a row for each gauge."""
    head = heading(measure, page.heading)
    words = tuple(track.bands[track.now] for track in bands)
    word = measure.fitting(words, BAND_LARGE_STEPS, _LEFT - LEFT - 12)
    rows = [_Row.of(track, word, measure) for track in bands]
    top = max(319.0, head.bottom + 40 + measure.line(AXIS))
    slots = share(
        [row.height(measure) for row in rows],
        top,
        body_bottom(measure, page.foot),
        measure.at(_TALLEST),
    )
    return [Page(partial(_draw, head, rows, part, top), page.foot) for part in slots]


def _draw(head: Heading, rows: list[_Row], slots: list[Slot], top: float, canvas: Canvas) -> None:
    head.draw(canvas)
    _draw_names(canvas, rows[0].track.bands, top)
    for slot in slots:
        canvas.rule(slot.top - 1)
        with canvas.within(QRectF(LEFT, slot.top, RIGHT - LEFT, slot.height)):
            _draw_row(canvas, rows[slot.index], slot.top)


def _draw_names(canvas: Canvas, names: tuple[str, ...], top: float) -> None:
    """The names of the five bands, all in one size that keeps them apart."""
    measure = canvas.measure
    face = measure.fitting(names, _NAMES, _PITCH - 12)
    for step, name in enumerate(names):
        words = measure.elide(name, face, _PITCH - 12)
        canvas.write(words, face, _LEFT + step * _PITCH, top - 22, "ink2")


def _draw_row(canvas: Canvas, row: _Row, top: float) -> None:
    measure, track = canvas.measure, row.track
    name_top, indent = top + 21, 0.0
    if track.seat:
        canvas.glyph(track.seat, LEFT, name_top + measure.line(OPTION_LABEL) / 2, measure.at(34))
        indent = measure.at(60)
    end = canvas.lines(row.name, OPTION_LABEL, LEFT + indent, name_top, "ink2")
    word = track.bands[track.now]
    flush = LEFT + 1 - measure.bearing(word[:1] or "n", row.word)
    canvas.lines([measure.elide(word, row.word, _LEFT - LEFT - 12)], row.word, flush, end)
    for step in range(5):
        draw_step(
            canvas, QRectF(_LEFT + step * _PITCH, top + _STEP_TOP, _WIDTH, _HEIGHT), track, step
        )
    end = canvas.lines(row.change, OPTION_STRONG, _LEFT, top + _STEP_TOP + _HEIGHT + 9)
    canvas.lines(row.reason, SMALL, _LEFT, end, "ink2")
