"""The one painter of the room: full screen, thumbnail, covers, report and tests call it.

`paint` is a pure function of its arguments in a fixed space of 1920 × 1080; what it draws comes
from the `DisplayState` alone. Fonts must have been loaded (`app.gui.theme.load_fonts`).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from app.core import display as d
from app.gui.display.canvas import Canvas
from app.gui.display.clock import deliberate_pages
from app.gui.display.consult import consult_pages
from app.gui.display.frame import Page, draw_frame
from app.gui.display.gap import gap_pages
from app.gui.display.hold import end_pages, hold_pages, test_card_pages
from app.gui.display.measure import HEIGHT, WIDTH, Measure
from app.gui.display.overview import reveal_overview_pages
from app.gui.display.polls import poll_open_pages, poll_results_pages
from app.gui.display.reading import brief_pages, concern_pages, inject_pages, quote_pages
from app.gui.display.recap import seats_say_pages, tension_vote_pages, timeline_pages
from app.gui.display.reveal import reveal_seat_pages
from app.gui.display.texts import text_pages
from app.gui.display.tracks import tracks_pages
from app.gui.theme import Theme, load_theme
from app.gui.theme.tokens import ThemeName

RoomTheme = Theme

# What is nearly 16:9 is filled, so that no hairline of black stands beside the picture.
_NEARLY = 0.01

_PAGES: dict[type[Any], Callable[[Any, Measure], list[Page]]] = {
    d.Hold: hold_pages,
    d.Brief: brief_pages,
    d.InjectCard: inject_pages,
    d.Deliberate: deliberate_pages,
    d.Consult: consult_pages,
    d.RevealSeat: reveal_seat_pages,
    d.RevealOverview: reveal_overview_pages,
    d.TextPage: text_pages,
    d.Tracks: tracks_pages,
    d.PollOpen: poll_open_pages,
    d.PollResults: poll_results_pages,
    d.Gap: gap_pages,
    d.Timeline: timeline_pages,
    d.Concern: concern_pages,
    d.TensionVote: tension_vote_pages,
    d.SeatsSay: seats_say_pages,
    d.Quote: quote_pages,
    d.End: end_pages,
    d.TestCard: test_card_pages,
}


@lru_cache(maxsize=2)
def room_theme(name: ThemeName) -> RoomTheme:
    """The theme in which a frame asks to be drawn, read once."""
    return load_theme(name)


def paint(painter: QPainter, display: d.DisplayState, theme: RoomTheme) -> None:
    """Draw what the room sees into (0, 0, 1920, 1080); the painter's state is kept.

    A page beyond the last is drawn as the last one.
    """
    painter.save()
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing
        | QPainter.RenderHint.TextAntialiasing
        | QPainter.RenderHint.SmoothPixmapTransform
    )
    whole = QRectF(0, 0, WIDTH, HEIGHT)
    if isinstance(display.screen, d.Blank):
        painter.fillRect(whole, Qt.GlobalColor.black)
    else:
        measure = Measure(display.frame, theme.scale.room_type)
        canvas = Canvas(painter, theme, measure)
        canvas.fill(whole, "bg")
        pages = _PAGES[type(display.screen)](display.screen, measure)
        number = min(max(0, display.page), len(pages) - 1)
        draw_frame(canvas, pages[number], number, len(pages))
        with canvas.sized(pages[number].measure or measure):
            pages[number].draw(canvas)
    painter.restore()


def page_count(display: d.DisplayState, theme: RoomTheme) -> int:
    """How many pages the screen has at its frame's size; at least 1."""
    if isinstance(display.screen, d.Blank):
        return 1
    measure = Measure(display.frame, theme.scale.room_type)
    return len(_PAGES[type(display.screen)](display.screen, measure))


def placed(width: float, height: float) -> QRectF:
    """Where the room's picture stands in a window or image of this size: black bars beside it."""
    across, down = width / WIDTH, height / HEIGHT
    nearly = abs(across - down) <= _NEARLY * max(across, down)
    factor = max(across, down) if nearly else min(across, down)
    wide, high = WIDTH * factor, HEIGHT * factor
    return QRectF((width - wide) / 2, (height - high) / 2, wide, high)


def paint_into(
    painter: QPainter, display: d.DisplayState, theme: RoomTheme, width: float, height: float
) -> None:
    """Draw the room's picture as large as `width` × `height` allows, black bars beside it."""
    area = placed(width, height)
    painter.fillRect(QRectF(0, 0, width, height), Qt.GlobalColor.black)
    painter.save()
    painter.translate(area.topLeft())
    painter.scale(area.width() / WIDTH, area.height() / HEIGHT)
    paint(painter, display, theme)
    painter.restore()


def render_image(display: d.DisplayState, theme: RoomTheme, width: int, height: int) -> QImage:
    """The room's picture as an image of `width` × `height` pixels."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    paint_into(painter, display, theme, width, height)
    painter.end()
    return image
