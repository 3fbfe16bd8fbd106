"""A gauge as the track screens draw it: five steps of a band, or ten segments in twos.

Segments are only drawn of a gauge whose digit every seat may see: they can be counted.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF

from app.core.display import BandTrack, DigitTrack
from app.gui.display.canvas import Canvas
from app.gui.display.layout import Lines
from app.gui.display.marks import caption

Track = BandTrack | DigitTrack

_PAIR, _GROUP, _CELL, _WHOLE = 47, 104, 42, 505  # segments, in parts of their whole width


def track_name(track: Track) -> str:
    """A gauge of a seat is named by the seat."""
    if isinstance(track, BandTrack) and track.seat:
        return caption(track.seat)
    return track.name


def track_word(track: Track) -> str:
    """The band in which a gauge stands."""
    return track.band if isinstance(track, DigitTrack) else track.bands[track.now]


def one_scale(tracks: tuple[Track, ...]) -> Lines:
    """The names of the bands if all gauges are shown by the same ones, else none."""
    scales = {track.bands if isinstance(track, BandTrack) else () for track in tracks}
    return scales.pop() if len(scales) == 1 else ()


def draw_gauge(canvas: Canvas, track: Track, box: QRectF) -> None:
    """Steps or segments, all together as large as `box`."""
    if isinstance(track, DigitTrack):
        _draw_segments(canvas, track, box)
        return
    gap = 15 if box.width() < 800 else 14
    width = (box.width() - 4 * gap) / 5
    for step in range(5):
        left = box.left() + step * (width + gap)
        _draw_step(canvas, QRectF(left, box.top(), width, box.height()), track, step)


def _draw_step(canvas: Canvas, box: QRectF, track: BandTrack, step: int) -> None:
    """One step of a band: solid where the gauge stands, in outline where it began."""
    if step == track.now:
        canvas.fill(box, "segment_on", 8)
    elif step == track.began:
        canvas.outline(box, "ink2", 5, 8)
        arrow = "arrow-right" if track.now > step else "arrow-left"
        size = box.height() * 0.86
        canvas.icon(arrow, box.center().x() - size / 2, box.center().y(), size, "ink2")
    else:
        canvas.fill(box, "segment_off", 8)


def _draw_segments(canvas: Canvas, track: DigitTrack, box: QRectF) -> None:
    """Ten segments in twos: kept solid, gained ochre, lost in outline."""
    began = track.now if track.began is None else track.began
    unit = box.width() / _WHOLE
    for step in range(10):
        left = box.left() + (step // 2 * _GROUP + step % 2 * _PAIR) * unit
        cell = QRectF(left, box.top(), _CELL * unit, box.height())
        if step < min(track.now, began):
            canvas.fill(cell, "segment_on", 6)
        elif step < track.now:
            canvas.fill(cell, "ochre", 6)
        elif step < began:
            canvas.outline(cell, "ink2", 4, 6)
        else:
            canvas.fill(cell, "segment_off", 6)
