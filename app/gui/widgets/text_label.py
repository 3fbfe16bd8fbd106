"""Text in one of the named styles and roles: the plain label of every screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.gui.theme import Look, TextStyle
from app.gui.theme.fonts import tabular
from app.gui.widgets.restyle import restyle


class TextLabel(QLabel):
    """Shows plain text (never markup). Roles: ink, ink2, ink3, live, ok, warn, tag."""

    def __init__(
        self,
        look: Look,
        text: str = "",
        style: TextStyle = TextStyle.BODY,
        role: str = "ink",
        parent: QWidget | None = None,
        *,
        even_digits: bool = False,
        wrap: bool = False,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._style = style
        self._even_digits = even_digits
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setText(text)
        self.setProperty("role", role)
        look.changed.connect(self._dress)
        self._dress()

    def set_role(self, role: str) -> None:
        """Show the text in the colour of another role."""
        restyle(self, "role", role)

    def _dress(self) -> None:
        font = self._look.font(self._style)
        self.setFont(tabular(font) if self._even_digits else font)
