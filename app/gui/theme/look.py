"""What the windows look like now: one theme, its fonts and icons, handed to every widget."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QIcon
from PySide6.QtWidgets import QApplication

from app.gui.theme.fonts import load_fonts, text_font
from app.gui.theme.icons import Icons
from app.gui.theme.palette import palette
from app.gui.theme.sheet import stylesheet
from app.gui.theme.tokens import Colors, TextStyle, Theme


class Look(QObject):
    """The theme in force and the size of text. Widgets hold it and redraw on `changed`.

    Signals:
        changed: another theme or text size is in force.
    """

    changed = Signal()

    def __init__(self, theme: Theme, factor: float = 1.0, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._factor = factor
        self.icons = Icons(stroke=theme.scale.shape.icon_stroke)

    @property
    def theme(self) -> Theme:
        """The theme in force."""
        return self._theme

    @property
    def colors(self) -> Colors:
        """The console's colours in the theme in force."""
        return self._theme.colors

    @property
    def factor(self) -> float:
        """The size of text, 1.0 to 1.5."""
        return self._factor

    def set_theme(self, theme: Theme) -> None:
        """Put another theme in force."""
        self._theme = theme
        self.changed.emit()

    def set_factor(self, factor: float) -> None:
        """Put another size of text in force."""
        self._factor = factor
        self.changed.emit()

    def color(self, role: str) -> QColor:
        """The colour of a role such as 'ink2', or of text such as '#16202B'."""
        return QColor(self.value(role))

    def value(self, role: str) -> str:
        """The same as text; a '#16202B' is returned as it is."""
        return role if role.startswith("#") else str(getattr(self._theme.colors, role))

    def font(self, style: TextStyle) -> QFont:
        """The font of a text style at the size in force."""
        return text_font(self._theme.scale, style, self._factor)

    def icon(self, name: str, role: str = "ink2", size: int = 18) -> QIcon:
        """A named icon in the colour of a role; greyed in a disabled control."""
        return self.icons.icon(name, self.value(role), size, disabled=self.colors.ink3)

    def dress(self, app: QApplication) -> None:
        """Apply what is in force to the whole application."""
        apply(app, self._theme, self._factor)


def apply(app: QApplication, theme: Theme, factor: float = 1.0) -> None:
    """Dress the application: Fusion, bundled fonts, palette and style sheet."""
    load_fonts()
    if not app.styleSheet():  # a dressed application has Fusion already
        app.setStyle("Fusion")
    app.setPalette(palette(theme))
    app.setFont(text_font(theme.scale, TextStyle.BODY, factor))
    # PySide6 takes the class name as str; its stubs say bytes.
    app.setFont(text_font(theme.scale, TextStyle.BUTTON, factor), cast("Any", "QPushButton"))
    app.setFont(text_font(theme.scale, TextStyle.SMALL, factor), cast("Any", "QToolTip"))
    app.setStyleSheet(stylesheet(theme))
