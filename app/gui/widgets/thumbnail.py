"""A small picture of the room: what it sees now, or what is ready to be shown."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.gui.theme import Look, TextStyle
from app.gui.widgets.painted import Painted, rounded

Paint = Callable[[QPainter], None]
ROOM = QSize(1920, 1080)
_LIVE, _STAGED = QSize(330, 188), QSize(184, 104)
_FRAME, _RADIUS = 3, 6


class _Shows(Enum):
    """What stands in the frame."""

    PICTURE = "picture"
    BLANK = "blank"
    ABSENT = "absent"


class Thumbnail(Painted):
    """Shows a picture of the room at 16:9; `live` has the vermilion frame, 324 × 182 inside.

    The picture is an image, or a function that paints the room in 1920 × 1080. What it shows
    stands in the accessible description, in words.
    """

    def __init__(self, look: Look, name: str, *, live: bool, parent: QWidget | None = None) -> None:
        super().__init__(look, name, parent)
        self._live = live
        self._picture: QImage | Paint | None = None
        self._shows = _Shows.BLANK
        self._words = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumSize(_LIVE if live else _STAGED)
        self.set_blank("Nothing is shown.")

    def set_picture(self, picture: QImage | Paint, words: str) -> None:
        """Show a picture; `words` says the same in plain text."""
        self._picture = picture
        self._set(_Shows.PICTURE, words)

    def set_blank(self, words: str = "The screen is blank.") -> None:
        """Show black."""
        self._picture = None
        self._set(_Shows.BLANK, words)

    def set_absent(self, words: str = "No room display") -> None:
        """Show a hatch and words: there is no room display, or nothing is staged."""
        self._picture = None
        self._set(_Shows.ABSENT, words)

    @override
    def sizeHint(self) -> QSize:
        return _LIVE if self._live else _STAGED

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        frame = 2 * _FRAME if self._live else 0
        return round((width - frame) * ROOM.height() / ROOM.width()) + frame

    @override
    def draw(self, painter: QPainter) -> None:
        whole = QRectF(self.rect())
        inset = _FRAME if self._live else 0
        inner = whole.adjusted(inset, inset, -inset, -inset)
        radius = _RADIUS - inset if self._live else 4
        painter.save()
        path = QPainterPath()
        path.addRoundedRect(inner, radius, radius)
        painter.setClipPath(path)
        self._draw_content(painter, inner)
        painter.restore()
        if self._live:
            rounded(painter, whole, _RADIUS, line=self.look.colors.live, width=_FRAME)
        else:
            rounded(painter, whole, 4, line=self.look.colors.line)

    def _draw_content(self, painter: QPainter, inner: QRectF) -> None:
        if self._shows is _Shows.ABSENT:
            self._draw_absence(painter, inner)
            return
        painter.fillRect(inner, Qt.GlobalColor.black)
        if isinstance(self._picture, QImage):
            self._draw_image(painter, inner, self._picture)
        elif self._picture is not None:
            factor = max(inner.width() / ROOM.width(), inner.height() / ROOM.height())
            painter.translate(inner.topLeft())
            painter.scale(factor, factor)
            self._picture(painter)

    def _draw_image(self, painter: QPainter, inner: QRectF, image: QImage) -> None:
        """Fill the frame: what is not 16:9 is cut, never put between black bars."""
        if image.isNull():
            return
        factor = max(inner.width() / image.width(), inner.height() / image.height())
        width, height = inner.width() / factor, inner.height() / factor
        left, top = (image.width() - width) / 2, (image.height() - height) / 2
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(inner, image, QRectF(left, top, width, height))

    def _draw_absence(self, painter: QPainter, inner: QRectF) -> None:
        painter.fillRect(inner, self.look.color("sunken"))
        painter.setPen(QPen(self.look.color("line"), 2))
        reach, step = inner.height(), 12.0
        x = inner.left() - reach
        while x < inner.right():
            painter.drawLine(round(x), round(inner.bottom()), round(x + reach), round(inner.top()))
            x += step
        painter.setFont(self.look.font(TextStyle.BUTTON))
        plate = painter.boundingRect(inner, Qt.AlignmentFlag.AlignCenter, self._words)
        rounded(painter, plate.adjusted(-10, -6, 10, 6), 5, fill=self.look.colors.sunken)
        painter.setPen(self.look.color("ink2"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, self._words)

    def _set(self, shows: _Shows, words: str) -> None:
        self._shows, self._words = shows, words
        self.setAccessibleDescription(words)
        self.update()
