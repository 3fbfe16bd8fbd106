"""One step of a band, as both track screens draw it."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from app.core.display import BandTrack
from app.gui.display.canvas import Canvas


def draw_step(canvas: Canvas, box: QRectF, track: BandTrack, step: int) -> None:
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
