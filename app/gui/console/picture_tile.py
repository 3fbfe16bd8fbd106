"""A picture of the room that can be made ready by a click; outlined when it is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy
from typing_extensions import override

from app.core.actions import Refusal
from app.core.book import Book
from app.core.display import DisplayState
from app.core.room import picture
from app.core.state import State
from app.core.values import Item
from app.gui.console.panel import Desk
from app.gui.theme import Look, TextStyle
from app.gui.widgets.painted import rounded, write_line

_WIDTH, _HEIGHT, _WORDS = 240, 135, 42


class PictureTile(QAbstractButton):
    """Shows the picture, a title, and whether it is ready or on screen."""

    def __init__(self, look: Look, title: str, words: str, object_name: str) -> None:
        super().__init__()
        self._look = look
        self._title, self._words = title, words
        self._display: DisplayState | None = None
        self._image: QImage | None = None
        self._is_staged = self._is_live = False
        self._pages = 1
        self.setObjectName(object_name)
        self.setAccessibleName(f"Make ready: {title}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip("Make ready to show. It stays private until shown.")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_item(self, book: Book, state: State, item: Item, desk: Desk) -> None:
        """Show the picture of an item as it is now."""
        found = picture(book, state, item, desk.now())
        display = None if isinstance(found, Refusal) else found
        top = state.room.top
        self._is_live = top is not None and top.item == item and not state.room.is_blank
        if display is not None and display != self._display:
            ratio = self.devicePixelRatioF()
            self._image = desk.painter.image(display, round(_WIDTH * ratio), round(_HEIGHT * ratio))
            self._pages = desk.painter.pages(display)
        self._display = display
        self._say()

    def set_staged(self, is_staged: bool) -> None:
        """Mark it as ready to show."""
        self._is_staged = is_staged
        self._say()

    @override
    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _HEIGHT + round(_WORDS * self._look.factor))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box, colors = QRectF(0, 0, _WIDTH, _HEIGHT), self._look.colors
        painter.save()
        path = QPainterPath()
        path.addRoundedRect(box, 6, 6)
        painter.setClipPath(path)
        painter.fillRect(box, self._look.color("sunken"))
        if self._image is not None:
            painter.drawImage(box, self._image)
        painter.restore()
        if self.hasFocus():
            rounded(painter, box, 6, line=colors.focus, width=3)
        elif self._is_live:
            rounded(painter, box, 6, line=colors.live, width=3)
        elif self._is_staged:
            rounded(painter, box, 6, line=colors.ink, width=3)
        below = QRectF(0, _HEIGHT + 5, _WIDTH, (self.height() - _HEIGHT) / 2 - 2)
        write_line(painter, self._look, below, TextStyle.BUTTON, "ink", self._title)
        role = "live" if self._is_live else "ink2"
        lower = below.translated(0, below.height() - 1)
        write_line(painter, self._look, lower, TextStyle.SMALL, role, self._state_words())
        painter.end()

    def _state_words(self) -> str:
        if self._is_live:
            return "On screen now"
        pages = f", {self._pages} pages" if self._pages > 1 else ""
        return f"Ready to show{pages}" if self._is_staged else f"{self._words}{pages}"

    def _say(self) -> None:
        self.setAccessibleDescription(self._state_words())
        self.update()
