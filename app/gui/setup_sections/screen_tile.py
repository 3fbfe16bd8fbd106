"""A screen as a small picture of itself: its name, its pixels, whose it is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy
from typing_extensions import override

from app.gui.layouts import slug
from app.gui.theme import Look, TextStyle
from app.gui.widgets.painted import rounded


@dataclass(frozen=True, slots=True)
class ScreenChoice:
    """A screen as a person tells it apart: its name and size in physical pixels."""

    id: str
    name: str
    pixels: str
    is_console: bool = False


class ScreenTile(QAbstractButton):
    """Shows a screen; the one chosen for the room has a thick frame, the console's is sunken."""

    def __init__(self, look: Look, number: int, screen: ScreenChoice) -> None:
        super().__init__()
        self._look = look
        self._lines = (f"{number} {screen.name}", screen.pixels)
        self._is_console = screen.is_console
        self.setObjectName(f"setup_screen_{slug(screen.id)}")
        self.setAccessibleName(f"{screen.name}, {screen.pixels}")
        self.setCheckable(True)
        self.setEnabled(not screen.is_console)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    @property
    def use(self) -> str:
        """Whose screen it is."""
        if self._is_console:
            return "Console"
        return "The room" if self.isChecked() else "Free"

    @override
    def sizeHint(self) -> QSize:
        return QSize(136, 84)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colors = self._look.colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        line = colors.focus if self.hasFocus() else colors.ink if self.isChecked() else colors.line2
        width = 3.0 if self.isChecked() or self.hasFocus() else 1.0
        fill = colors.sunken if self._is_console else colors.surface
        rounded(painter, box, 6, fill=fill, line=line, width=width)
        styles = (TextStyle.SMALL_STRONG, TextStyle.SMALL, TextStyle.SMALL)
        for place, (text, style) in enumerate(zip((*self._lines, self.use), styles, strict=True)):
            painter.setFont(self._look.font(style))
            painter.setPen(self._look.color("ink" if place == 0 else "ink2"))
            area = box.adjusted(12, 10 + 21 * place, -8, 0)
            painter.drawText(area, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, text)
        painter.end()
