"""The room's painter, as the console may reach it. It is loaded with the first picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from app.core.display import DisplayState


class RoomPaint:
    """Pictures of the room, in the theme that their frame asks for."""

    def image(self, display: DisplayState, width: int, height: int) -> QImage:
        """The picture at a size in pixels."""
        from app.gui.display import render_image, room_theme

        return render_image(display, room_theme(display.frame.theme), width, height)

    def pages(self, display: DisplayState) -> int:
        """How many pages the picture has."""
        from app.gui.display import page_count, room_theme

        return page_count(display, room_theme(display.frame.theme))
