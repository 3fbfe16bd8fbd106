"""Lucide icons in the colours of the theme, drawn sharp at every pixel ratio.

An icon is named as Lucide names it ('megaphone'). `Icons` keeps what it has drawn and is
handed around; it knows no roles: a colour comes as text such as '#16202B'.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.config import paths

_RATIOS = (1.0, 1.5, 2.0, 3.0)
_Padding = tuple[int, int]


class Icons:
    """The icons of `assets/icons`, recoloured on demand and kept."""

    def __init__(self, folder: Path | None = None, stroke: float = 1.75) -> None:
        self._folder = folder or paths.assets() / "icons"
        self._stroke = stroke
        self._sources: dict[str, str] = {}
        self._renderers: dict[tuple[str, str, bool], QSvgRenderer] = {}
        self._pixmaps: dict[tuple[str, str, int, float, bool, _Padding], QPixmap] = {}
        self._icons: dict[tuple[str, str, str, str, int, _Padding], QIcon] = {}

    def names(self) -> frozenset[str]:
        """Every icon there is."""
        return frozenset(file.stem for file in self._folder.glob("*.svg"))

    def icon(
        self,
        name: str,
        color: str,
        size: int = 18,
        *,
        disabled: str = "",
        on: str = "",
        padding: _Padding = (0, 0),
    ) -> QIcon:
        """An icon of `size` logical pixels.

        `disabled` and `on` are its colours in a disabled and in a checked control;
        `padding` adds empty pixels left and right, for a style sheet knows no gap between
        icon and text (make the control's icon size as much wider).
        """
        key = (name, color, disabled, on, size, padding)
        if key not in self._icons:
            made = QIcon()
            for mode, state, shade in (
                (QIcon.Mode.Normal, QIcon.State.Off, color),
                (QIcon.Mode.Normal, QIcon.State.On, on or color),
                (QIcon.Mode.Disabled, QIcon.State.Off, disabled or color),
            ):
                for ratio in _RATIOS:
                    picture = self.pixmap(name, shade, size, ratio, padding=padding)
                    made.addPixmap(picture, mode, state)
            self._icons[key] = made
        return self._icons[key]

    def pixmap(
        self,
        name: str,
        color: str,
        size: int = 18,
        ratio: float = 2.0,
        *,
        filled: bool = False,
        padding: _Padding = (0, 0),
    ) -> QPixmap:
        """A picture of `size` logical pixels at a device pixel ratio."""
        key = (name, color, size, ratio, filled, padding)
        if key not in self._pixmaps:
            left, right = padding
            whole = QSize(size + left + right, size)
            picture = QPixmap(round(whole.width() * ratio), round(whole.height() * ratio))
            picture.setDevicePixelRatio(ratio)
            picture.fill(QColor(0, 0, 0, 0))
            painter = QPainter(picture)
            self.paint(painter, QRectF(left, 0, size, size), name, color, filled=filled)
            painter.end()
            self._pixmaps[key] = picture
        return self._pixmaps[key]

    def paint(
        self, painter: QPainter, rect: QRectF, name: str, color: str, *, filled: bool = False
    ) -> None:
        """Draw an icon into `rect` (square) at whatever size, as the room needs it."""
        key = (name, color, filled)
        if key not in self._renderers:
            self._renderers[key] = QSvgRenderer(QByteArray(self._svg(name, color, filled)))
        self._renderers[key].render(painter, rect)

    def _svg(self, name: str, color: str, filled: bool) -> bytes:
        if name not in self._sources:
            file = self._folder / f"{name}.svg"
            self._sources[name] = file.read_text(encoding="utf-8")
        text = self._sources[name].replace("currentColor", color)
        text = text.replace('stroke-width="2"', f'stroke-width="{self._stroke}"')
        if filled:
            text = text.replace('fill="none"', f'fill="{color}"', 1)
        return text.encode()
