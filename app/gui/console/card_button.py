"""A card to choose in the picker: one of the deck's, or one that the cell writes itself."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy
from typing_extensions import override

from app.deck.model import Move
from app.gui.theme import Look, TextStyle
from app.gui.widgets.painted import rounded, write_line

ROW = 46

_FREE, _WRITES = "Off the card", "Write a card of its own"


class CardButton(QAbstractButton):
    """Shows a card to choose: id, title, cost; below, how it may be played or why it may not.

    Without a card it stands for one that the cell writes itself.
    """

    def __init__(self, look: Look, card: Move | None) -> None:
        super().__init__()
        self._look, self._card = look, card
        self._reasons: tuple[str, ...] = ()
        name = f"{card.id} {card.title}, {card.cost} effort" if card else f"{_FREE}: {_WRITES}"
        self.setAccessibleName(name)
        self.setObjectName(f"card_{card.id}" if card else "pick_free")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_reasons(self, reasons: tuple[str, ...]) -> None:
        """Show why the card is not legal now; it can be chosen all the same."""
        self._reasons = reasons
        self.setAccessibleDescription(self._words())
        self.setToolTip("\n".join((self._card.text if self._card else _WRITES, *reasons)))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(220, round(ROW * self._look.factor))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors, box = self._look.colors, QRectF(self.rect())
        line = colors.focus if self.hasFocus() else colors.line
        fill = colors.sel if self.underMouse() or self.isDown() else colors.raised
        rounded(painter, box, 7, fill=fill, line=line, width=2 if self.hasFocus() else 1)
        upper = QRectF(12, 3, box.width() - 24, box.height() / 2 - 2)
        lower = QRectF(12, box.height() / 2 - 1, box.width() - 24, box.height() / 2 - 4)
        card = self._card
        title = card.title if card else f"{_FREE} …"
        write_line(
            painter, self._look, upper.adjusted(36, 0, -22, 0), TextStyle.BUTTON, "ink", title
        )
        if card is None:
            pen = self._look.icons.pixmap("pen-line", colors.ink2, 18)
            painter.drawPixmap(round(upper.left()), round((box.height() - 18) / 2), pen)
        else:
            write_line(painter, self._look, upper, TextStyle.SMALL, "ink2", card.id)
            write_line(
                painter, self._look, upper, TextStyle.BODY, "ink2", str(card.cost), right=True
            )
        role = "warn" if self._reasons else "ink2"
        write_line(
            painter, self._look, lower.adjusted(36, 0, 0, 0), TextStyle.MICRO, role, self._words()
        )
        painter.end()

    def _words(self) -> str:
        if self._reasons:
            return self._reasons[0]
        return ", ".join(self._card.channels).capitalize() if self._card else _WRITES
