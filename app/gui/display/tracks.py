"""Gauges by family: in words, with five steps of a band, or with ten segments and the digit.

Ten segments are only drawn of a gauge whose digit every seat may see: they can be counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRectF

from app.core.display import BandTrack, DigitTrack, TrackPage, Tracks
from app.gui.display.canvas import Canvas
from app.gui.display.faces import BAND, NUMBER, TRACK_CHANGE, TRACK_NAME, TRACK_WORDS
from app.gui.display.frame import Heading, Page, body_bottom, heading
from app.gui.display.layout import Lines, Slot, share
from app.gui.display.marks import caption
from app.gui.display.measure import LEFT, RIGHT, Measure
from app.gui.display.steps import draw_step
from app.gui.display.tracks_large import large_pages

_TALLEST = 124
_STEPS_LEFT = 668
_PAIR, _GROUP = 47, 104
_CELL = QRectF(0, 0, 42, 46)
_DIGIT_LEFT, _WORDS_LEFT = 1204, 1296

Track = BandTrack | DigitTrack


def tracks_pages(screen: Tracks, measure: Measure) -> list[Page]:
    """Each family on a page of its own, or on several where the room's size asks for it."""
    pages: list[Page] = []
    for page in screen.pages:
        pages += _family_pages(page, measure)
    return pages or [Page(lambda _canvas: None)]


def _family_pages(page: TrackPage, measure: Measure) -> list[Page]:
    bands = [row for row in page.rows if isinstance(row, BandTrack)]
    one_scale = len(bands) == len(page.rows) and len({row.bands for row in bands}) == 1
    if one_scale and len(bands) <= 3:
        return large_pages(page, bands, measure)
    return _small_pages(page, measure)


@dataclass(frozen=True, slots=True)
class _Row:
    """A gauge's texts, broken into lines."""

    track: Track
    name: Lines
    band: Lines
    change: Lines
    reason: Lines
    still: bool

    @classmethod
    def of(cls, track: Track, measure: Measure) -> _Row:
        """Break the texts of a gauge."""
        room: float = _STEPS_LEFT - LEFT - 24
        if isinstance(track, BandTrack) and track.seat:
            room -= measure.at(52)
        words = RIGHT - _WORDS_LEFT
        still = track.began is None or track.began == track.now
        face = TRACK_WORDS if still else TRACK_CHANGE
        word = track.band if isinstance(track, DigitTrack) else track.bands[track.now]
        return cls(
            track,
            measure.wrap(_name(track), TRACK_NAME, room, even=True, most=2),
            measure.wrap(word, BAND, _STEPS_LEFT - LEFT - 24, most=2),
            measure.wrap(track.change, face, words, even=True, most=2) if track.change else (),
            measure.wrap(track.reason, TRACK_WORDS, words, even=True, most=4)
            if track.reason
            else (),
            still,
        )

    def left_height(self, measure: Measure) -> float:
        """How high name and band are."""
        return len(self.name) * measure.line(TRACK_NAME) + len(self.band) * measure.line(BAND)

    def right_height(self, measure: Measure) -> float:
        """How high change and reason are."""
        return (len(self.change) + len(self.reason)) * measure.line(TRACK_WORDS)


def _name(track: Track) -> str:
    if isinstance(track, BandTrack) and track.seat:
        return caption(track.seat)
    return track.name


def _small_pages(page: TrackPage, measure: Measure) -> list[Page]:
    head = heading(measure, page.heading)
    rows = [_Row.of(track, measure) for track in page.rows]
    heights = [
        max(row.left_height(measure), row.right_height(measure), measure.at(62)) + 6 for row in rows
    ]
    bottom = body_bottom(measure, page.foot)
    slots = share(heights, head.bottom + 13, bottom, measure.at(_TALLEST))
    return [Page(partial(_draw_small, head, rows, part), page.foot) for part in slots]


def _draw_small(head: Heading, rows: list[_Row], slots: list[Slot], canvas: Canvas) -> None:
    head.draw(canvas)
    for slot in slots:
        canvas.rule(slot.top)
        with canvas.within(QRectF(LEFT, slot.top, RIGHT - LEFT, slot.height)):
            _draw_row(canvas, rows[slot.index], slot)


def _draw_row(canvas: Canvas, row: _Row, slot: Slot) -> None:
    measure, track = canvas.measure, row.track
    top = slot.middle - row.left_height(measure) / 2 - 3
    indent = 0.0
    if isinstance(track, BandTrack) and track.seat:
        canvas.glyph(track.seat, LEFT, top + measure.line(TRACK_NAME) / 2, measure.at(28))
        indent = measure.at(52)
    top = canvas.lines(row.name, TRACK_NAME, LEFT + indent, top, "ink2")
    flush = LEFT + 1 - measure.bearing(row.band[0][:1] or "n", BAND)
    canvas.lines(row.band, BAND, flush, top)
    if isinstance(track, DigitTrack):
        _draw_segments(canvas, track, slot.middle)
        base = slot.middle + measure.cap(NUMBER) / 2
        canvas.write(str(track.now), NUMBER, _DIGIT_LEFT, base)
    else:
        _draw_steps(canvas, track, slot.middle)
    top = slot.middle - row.right_height(measure) / 2 - 1
    face, role = (TRACK_WORDS, "ink2") if row.still else (TRACK_CHANGE, "ink")
    top = canvas.lines(row.change, face, _WORDS_LEFT, top, role)
    canvas.lines(row.reason, TRACK_WORDS, _WORDS_LEFT, top, "ink2")


def _draw_segments(canvas: Canvas, track: DigitTrack, middle: float) -> None:
    """Ten segments in twos: kept solid, gained ochre, lost in outline."""
    began = track.now if track.began is None else track.began
    for step in range(10):
        x = _STEPS_LEFT + step // 2 * _GROUP + step % 2 * _PAIR
        cell = _CELL.translated(x, middle - _CELL.height() / 2)
        if step < min(track.now, began):
            canvas.fill(cell, "segment_on", 6)
        elif step < track.now:
            canvas.fill(cell, "ochre", 6)
        elif step < began:
            canvas.outline(cell, "ink2", 4, 6)
        else:
            canvas.fill(cell, "segment_off", 6)


def _draw_steps(canvas: Canvas, track: BandTrack, middle: float) -> None:
    """Five steps; the one in which the turn began in outline."""
    width = _PAIR + _CELL.width()
    for step in range(5):
        box = QRectF(_STEPS_LEFT + step * _GROUP, middle - 23, width, 46)
        draw_step(canvas, box, track, step)
