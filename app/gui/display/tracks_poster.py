"""One gauge alone on its page: its band's word as large as a poster's, its steps across."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import product

from PySide6.QtCore import QRectF

from app.core.display import DigitTrack, TrackPage
from app.gui.display.band_names import BandNames
from app.gui.display.canvas import Canvas
from app.gui.display.faces import OPTION_LABEL, OPTION_STRONG, POSTER_STEPS, SMALL, Face
from app.gui.display.frame import Heading, Page, body_bottom, heading
from app.gui.display.layout import Lines
from app.gui.display.measure import LEFT, RIGHT, Measure
from app.gui.display.steps import Track, draw_gauge, one_scale, track_name, track_word
from app.gui.display.tracks_large import draw_name, large_pages, name_indent

_WIDTH = RIGHT - LEFT
_STEPS = 104
_ROOMY = 1.3
_TOP_GAP, _GAP, _NAMES_GAP = 24, 26, 14


@dataclass(frozen=True, slots=True)
class _Poster:
    """A gauge's texts, broken into lines over the whole width."""

    track: Track
    name: Lines
    word: Face
    names: BandNames
    change: Lines
    reason: Lines

    @classmethod
    def of(cls, page: TrackPage, word: Face, measure: Measure) -> _Poster:
        """Break the texts; the band's word keeps to one line."""
        track = page.rows[0]
        room = _WIDTH - name_indent(track, measure)
        return cls(
            track,
            measure.wrap(track_name(track), OPTION_LABEL, room, most=2),
            word,
            BandNames.of(one_scale(page.rows), _WIDTH, measure, (SMALL,)),
            measure.wrap(track.change, OPTION_STRONG, _WIDTH) if track.change else (),
            measure.wrap(track.reason, SMALL, _WIDTH) if track.reason else (),
        )

    def height(self, measure: Measure) -> float:
        """How high it all is."""
        height = len(self.name) * measure.line(OPTION_LABEL) + measure.line(self.word)
        height += _GAP + _STEPS + 2 * _GAP
        if self.names:
            height += _NAMES_GAP + self.names.height
        height += len(self.change) * measure.line(OPTION_STRONG)
        return height + len(self.reason) * measure.line(SMALL)

    def has_room(self, room: float, measure: Measure) -> bool:
        """Whether it stands in this height, its word on one line."""
        wide = measure.width(_headline(self.track), self.word)
        return wide <= _WIDTH and self.height(measure) <= room


def _headline(track: Track) -> str:
    """The word, and a wide gap with the digit where all may see it."""
    return f"{track_word(track)}    10" if isinstance(track, DigitTrack) else track_word(track)


def poster_pages(page: TrackPage, measure: Measure) -> list[Page]:
    """The page of one gauge; where it has no room, as a row like any other."""
    head = heading(measure, page.heading)
    top, bottom = head.bottom + _TOP_GAP, body_bottom(measure, page.foot)
    for word, use in product(POSTER_STEPS, measure.sizes(_ROOMY)):
        poster = _Poster.of(page, word, use)
        if poster.has_room(bottom - top - _TOP_GAP, use):
            start = top + (bottom - top - poster.height(use)) / 2.5
            return [Page(partial(_draw, head, poster, start), page.foot, measure=use)]
    return large_pages(page, measure)


def _draw(head: Heading, poster: _Poster, top: float, canvas: Canvas) -> None:
    measure, track = canvas.measure, poster.track
    head.draw(canvas)
    top = draw_name(canvas, track, poster.name, top)
    word = track_word(track)
    flush = LEFT + 1 - measure.bearing(word[:1] or "n", poster.word)
    if isinstance(track, DigitTrack):
        base = top + measure.rise(poster.word)
        canvas.write(str(track.now), poster.word, RIGHT, base, "ink", "right")
    top = canvas.lines([word], poster.word, flush, top) + _GAP
    draw_gauge(canvas, track, QRectF(LEFT, top, _WIDTH, _STEPS))
    top += _STEPS
    if poster.names:
        poster.names.draw_below(canvas, LEFT, top + _NAMES_GAP)
        top += _NAMES_GAP + poster.names.height
    top = canvas.lines(poster.change, OPTION_STRONG, LEFT, top + 2 * _GAP)
    canvas.lines(poster.reason, SMALL, LEFT, top, "ink2")
