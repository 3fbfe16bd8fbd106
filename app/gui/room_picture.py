"""A picture of the room inside a screen of the console, by the room's own painter."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.core.display import DisplayState, plain_text
from app.gui.theme import Look
from app.gui.widgets.painted import Painted


class Painter(Protocol):
    """How the room's painter is reached from here; no screen of the console draws the room."""

    def image(self, display: DisplayState, width: int, height: int) -> QImage:
        """The picture of the room at a size in pixels, in the room's own theme."""
        ...


class RoomPicture(Painted):
    """Shows a `DisplayState` at 16:9, painted when it is first needed.

    `flush` leaves out the frame and rounds the upper corners only, for the head of a card.
    """

    def __init__(
        self,
        look: Look,
        name: str,
        painter: Painter,
        *,
        flush: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, name, parent)
        self._painter = painter
        self._display: DisplayState | None = None
        self._image: QImage | None = None
        self._flush = flush
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumSize(160, 90)

    def set_display(self, display: DisplayState | None) -> None:
        """Show another picture of the room; None leaves the place empty."""
        if display == self._display:
            return
        self._display, self._image = display, None
        self.setAccessibleDescription(plain_text(display) if display else "")
        self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return round(width * 9 / 16)

    @override
    def sizeHint(self) -> QSize:
        return QSize(480, 270)

    @override
    def draw(self, painter: QPainter) -> None:
        area = self._area()
        shape = QPainterPath()
        radius = 9 if self._flush else 6
        reach = area.adjusted(0, 0, 0, 2 * radius) if self._flush else area
        shape.addRoundedRect(reach, radius, radius)
        painter.setClipPath(shape)
        painter.fillRect(area, self.look.color("sunken"))
        image = self._painted(area)
        if image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(area, image)
        if not self._flush:
            painter.setClipping(False)
            painter.setPen(QPen(self.look.color("line2"), 1))
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def _area(self) -> QRectF:
        """The largest 16:9 in the middle of the widget's width."""
        width = min(float(self.width()), self.height() * 16 / 9)
        height = width * 9 / 16
        return QRectF((self.width() - width) / 2, 0, width, height)

    def _painted(self, area: QRectF) -> QImage | None:
        if self._display is None:
            return None
        ratio = self.devicePixelRatioF()
        size = QSize(round(area.width() * ratio), round(area.height() * ratio))
        if self._image is None or self._image.size() != size:
            self._image = self._painter.image(self._display, size.width(), size.height())
        return self._image
