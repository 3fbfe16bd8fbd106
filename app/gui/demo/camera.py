"""A camera: numbered pictures of the console and of the room, light and dark."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from app.core.display import Blank, DisplayState
from app.gui.display import render_image, room_theme
from app.gui.theme import Look, load_theme

ThemeName = Literal["light", "dark"]
THEMES: tuple[ThemeName, ThemeName] = ("light", "dark")
COMPACT = QSize(1280, 720)


class Camera:
    """Takes pictures into a folder, in the order in which they are asked for.

    While `passes_by` is set, only what is to be seen `always` is pictured. While it `spares`, only
    what is pictured compact is pictured dark as well: to dress all windows anew takes long.
    """

    passes_by = False
    spares = False

    def __init__(self, folder: Path, look: Look, window: QWidget) -> None:
        self._folder = folder
        self._look = look
        self._window = window
        self._number = 0
        folder.mkdir(parents=True, exist_ok=True)

    def console(self, name: str, *, compact: bool = False, always: bool = False) -> None:
        """The facilitator's window as it stands, light and dark; compact also at 1280 × 720."""
        if self.passes_by and not always:
            return
        self._number += 1
        self._grab(f"{self._number:03d}-{name}-light.png")
        if compact or not self.spares:
            self._dress("dark")
            self._grab(f"{self._number:03d}-{name}-dark.png")
            self._dress("light")
        if compact:
            usual = self._window.size()
            self._window.resize(COMPACT)
            QApplication.processEvents()
            self._grab(f"{self._number:03d}-{name}-1280.png")
            self._window.resize(usual)
            QApplication.processEvents()

    def room(self, name: str, display: DisplayState, *, always: bool = False) -> None:
        """What the room sees, in both of the room's themes."""
        if self.passes_by and not always:
            return
        self._number += 1
        if isinstance(display.screen, Blank):
            self._paint(f"{self._number:03d}-room-{name}.png", display)
            return
        for theme in THEMES:
            shown = replace(display, frame=replace(display.frame, theme=theme))
            self._paint(f"{self._number:03d}-room-{name}-{theme}.png", shown)

    def _paint(self, name: str, display: DisplayState) -> None:
        theme = room_theme(display.frame.theme)
        render_image(display, theme, 1920, 1080).save(str(self._folder / name))

    def _grab(self, name: str) -> None:
        QApplication.processEvents()
        self._window.grab().save(str(self._folder / name))

    def _dress(self, theme: ThemeName) -> None:
        self._look.set_theme(load_theme(theme))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self._look.dress(app)
        QApplication.processEvents()
