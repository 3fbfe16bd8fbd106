"""A small icon and a line of text in one colour: 'Legal', 'Handed in 14:16', 'Sealed'."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.gui.theme import Look, TextStyle
from app.gui.widgets.text_label import TextLabel


class IconText(QWidget):
    """Shows an icon and text, both in the colour of `role`."""

    def __init__(
        self,
        look: Look,
        icon: str,
        text: str,
        role: str = "ink2",
        *,
        style: TextStyle = TextStyle.SMALL,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._icon = icon
        self._role = role
        self._picture = QLabel()
        self._text = TextLabel(look, text, style, role, wrap=wrap)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        top = Qt.AlignmentFlag.AlignTop if wrap else Qt.AlignmentFlag.AlignVCenter
        row.addWidget(self._picture, 0, top)
        row.addWidget(self._text, 1)
        look.changed.connect(self._dress)
        self.set_text(text)
        self._dress()

    def set_text(self, text: str) -> None:
        """Show another text beside the same icon."""
        self._text.setText(text)
        self.setAccessibleName(text)

    def set_all(self, icon: str, text: str, role: str) -> None:
        """Show another icon, text and colour."""
        self._icon, self._role = icon, role
        self._text.set_role(role)
        self.set_text(text)
        self._dress()

    def _dress(self) -> None:
        color = self._look.value(self._role)
        size = round(16 * self._look.factor)
        self._picture.setPixmap(self._look.icons.pixmap(self._icon, color, size))
