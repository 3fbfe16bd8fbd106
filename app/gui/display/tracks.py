"""Gauges by family: in words, with five steps of a band, or with ten segments and the digit.

Up to three are drawn large, one alone as a poster; the rows of more are here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QRectF

from app.core.display import BandTrack, DigitTrack, TrackPage, Tracks
from app.gui.display.canvas import Canvas
from app.gui.display.faces import BAND, NUMBER, TRACK_CHANGE, TRACK_NAME, TRACK_WORDS
from app.gui.display.frame import Heading, Page, body_bottom, heading
from app.gui.display.layout import Lines, Slot, share
from app.gui.display.measure import LEFT, RIGHT, Measure
from app.gui.display.steps import Track, draw_gauge, track_name, track_word
from app.gui.display.tracks_large import large_pages
from app.gui.display.tracks_poster import poster_pages

_LARGE = 3  # so many gauges at most are drawn large
_TALLEST, _FEW_TALLEST = 124, 176
_FEW = 4
_STEPS_LEFT = 668
_STEPS = QRectF(_STEPS_LEFT, -23, 505, 46)
_DIGIT_LEFT, _WORDS_LEFT = 1204, 1296


def tracks_pages(screen: Tracks, measure: Measure) -> list[Page]:
    """Each family on a page of its own, or on several where the room's size asks for it."""
    pages: list[Page] = []
    for page in screen.pages:
        pages += _family_pages(page, measure)
    return pages or [Page(lambda _canvas: None)]


def _family_pages(page: TrackPage, measure: Measure) -> list[Page]:
    if len(page.rows) == 1:
        return poster_pages(page, measure)
    if not page.rows or len(page.rows) > _LARGE:
        return _small_pages(page, measure)
    pages = large_pages(page, measure)
    if len(pages) < len(page.rows):
        return pages
    return [one for row in page.rows for one in poster_pages(replace(page, rows=(row,)), measure)]


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
        return cls(
            track,
            measure.wrap(track_name(track), TRACK_NAME, room, even=True, most=2),
            measure.wrap(track_word(track), BAND, _STEPS_LEFT - LEFT - 24, most=2),
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


def _small_pages(page: TrackPage, measure: Measure) -> list[Page]:
    head = heading(measure, page.heading)
    rows = [_Row.of(track, measure) for track in page.rows]
    heights = [
        max(row.left_height(measure), row.right_height(measure), measure.at(62)) + 6 for row in rows
    ]
    top, bottom = head.bottom + 13, body_bottom(measure, page.foot)
    slots = share(heights, top, bottom, measure.at(_TALLEST))
    if max(len(part) for part in slots) <= _FEW:
        slots = share(heights, top, bottom, measure.at(_FEW_TALLEST))
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
        base = slot.middle + measure.cap(NUMBER) / 2
        canvas.write(str(track.now), NUMBER, _DIGIT_LEFT, base)
    draw_gauge(canvas, track, _STEPS.translated(0, slot.middle))
    top = slot.middle - row.right_height(measure) / 2 - 1
    face, role = (TRACK_WORDS, "ink2") if row.still else (TRACK_CHANGE, "ink")
    top = canvas.lines(row.change, face, _WORDS_LEFT, top, role)
    canvas.lines(row.reason, TRACK_WORDS, _WORDS_LEFT, top, "ink2")
