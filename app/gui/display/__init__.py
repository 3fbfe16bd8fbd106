"""What the participants see: one pure painter, and the window on the second screen.

Imports nothing but Qt, `app.core.display` and what the theme gives; it cannot see an exercise.
"""

from app.gui.display.painter import (
    RoomTheme,
    page_count,
    paint,
    paint_into,
    render_image,
    room_theme,
)
from app.gui.display.window import RoomWindow

__all__ = [
    "RoomTheme",
    "RoomWindow",
    "page_count",
    "paint",
    "paint_into",
    "render_image",
    "room_theme",
]
