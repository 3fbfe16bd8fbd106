"""One line of text that gives way: shortened with an ellipsis when there is no room."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.gui.theme import Look, TextStyle
from app.gui.widgets.text_label import TextLabel


class ElidedLabel(TextLabel):
    """Shows a text whole or shortened; then the tooltip has it whole."""

    def __init__(
        self,
        look: Look,
        text: str = "",
        style: TextStyle = TextStyle.BODY,
        role: str = "ink",
        parent: QWidget | None = None,
    ) -> None:
        self._short = ""
        super().__init__(look, text, style, role, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_texts(self, text: str, short: str) -> None:
        """Show `text`, or where it has no room `short`, which is shortened only then."""
        self._short = short
        self.setText(text)

    def is_shortened(self) -> bool:
        """Whether the text is shown shortened."""
        return self._shortened() != self.text()

    @override
    def minimumSizeHint(self) -> QSize:
        three = QFontMetricsF(self.font()).horizontalAdvance("Wm…")
        return QSize(round(three), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setToolTip(self.text() if self.is_shortened() else "")

    @override
    def setText(self, text: str, /) -> None:
        super().setText(text)
        self.setToolTip(text if self.is_shortened() else "")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self._look.color(str(self.property("role") or "ink")))
        painter.drawText(QRectF(self.contentsRect()), self.alignment(), self._shortened())
        painter.end()

    def _shortened(self) -> str:
        line = self.text().replace("\n", " ")
        room = self.contentsRect().width()
        metrics = QFontMetricsF(self.font())
        if metrics.horizontalAdvance(line) <= room + 1:
            return line
        line = self._short or line
        return metrics.elidedText(line, Qt.TextElideMode.ElideRight, room)
