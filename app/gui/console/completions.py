"""The words that may stand next, beside the line where they are typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget
from typing_extensions import override

from app.core.hand_in_line import Completion
from app.gui.theme import Look, TextStyle
from app.gui.widgets.painted import Painted, rounded, write_line

_ROW, _PAD, _WORD, _ICON = 28, 4, 54, 15


class CompletionList(Painted):
    """Shows a few of the words that fit; the chosen one has the sign of Tab.

    Signals:
        taken(str): a person clicked a word, or pressed Tab in the line that is served.
    """

    taken = Signal(str)

    def __init__(self, look: Look, name: str, rows: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(look, name, parent)
        self._offers: tuple[Completion, ...] = ()
        self._chosen = 0
        self._rows = rows
        self._line: QLineEdit | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def serve(self, line: QLineEdit) -> None:
        """Let Tab in a line take the chosen word, as long as something is being typed there."""
        self._line = line
        line.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            self._line is not None
            and watched is self._line
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Tab
            and self._line.text().strip()
            and self.chosen
        ):
            self.taken.emit(self.chosen)
            return True
        return super().eventFilter(watched, event)

    @property
    def chosen(self) -> str:
        """The word that would be taken; empty where nothing fits."""
        return self._offers[self._chosen].word if self._offers else ""

    @property
    def words(self) -> tuple[str, ...]:
        """All words that fit, those out of sight included."""
        return tuple(offer.word for offer in self._offers)

    def set_offers(self, offers: tuple[Completion, ...]) -> None:
        """Offer other words, the first of them chosen."""
        self._offers, self._chosen = offers, 0
        self._say()

    def set_rows(self, rows: int) -> None:
        """Show so many at once."""
        self._rows = rows
        self._say()

    def step(self, by: int) -> bool:
        """Choose the next or the one before; whether there was one."""
        place = self._chosen + by
        if not 0 <= place < len(self._offers):
            return False
        self._chosen = place
        self._say()
        return True

    @override
    def sizeHint(self) -> QSize:
        return QSize(304, self._rows * _ROW + 2 * _PAD)

    @override
    def draw(self, painter: QPainter) -> None:
        colors = self.look.colors
        if not self._offers:
            return
        shown = self._shown()
        box = QRectF(self.rect())
        box.setHeight(len(shown) * _ROW + 2 * _PAD)
        rounded(painter, box, 7, fill=colors.surface, line=colors.line2)
        for place, offer in shown:
            row = QRectF(_PAD, _PAD + (place - self._top()) * _ROW, self.width() - 2 * _PAD, _ROW)
            self._draw_row(painter, row, offer, chosen=place == self._chosen)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._top() + int((event.position().y() - _PAD) // _ROW)
        if event.button() is Qt.MouseButton.LeftButton and 0 <= place < len(self._offers):
            self.taken.emit(self._offers[place].word)

    def place_of(self, word: str) -> QPointF:
        """Where to click for a word that is in sight."""
        place = self.words.index(word) - self._top()
        return QPointF(self.width() / 2, _PAD + (place + 0.5) * _ROW)

    def _draw_row(self, painter: QPainter, row: QRectF, offer: Completion, *, chosen: bool) -> None:
        if chosen:
            rounded(painter, row, 5, fill=self.look.colors.sel)
        write_line(
            painter, self.look, row.adjusted(9, 0, 0, 0), TextStyle.SMALL_STRONG, "ink", offer.word
        )
        width = QFontMetricsF(self.look.font(TextStyle.SMALL_STRONG)).horizontalAdvance(offer.word)
        words = row.adjusted(9 + max(_WORD, width + 10), 0, -(_ICON + 14), 0)
        write_line(
            painter, self.look, words, TextStyle.SMALL, "ink" if chosen else "ink2", offer.meaning
        )
        if chosen:
            area = QRectF(row.right() - _ICON - 8, row.center().y() - _ICON / 2, _ICON, _ICON)
            self.look.icons.paint(painter, area, "corner-down-left", self.look.colors.ink2)

    def _top(self) -> int:
        return max(0, self._chosen - self._rows + 1)

    def _shown(self) -> list[tuple[int, Completion]]:
        top = self._top()
        return list(enumerate(self._offers))[top : top + self._rows]

    def _say(self) -> None:
        rows = [f"{offer.word}: {offer.meaning}" for _, offer in self._shown()]
        self.setAccessibleDescription(f"Chosen {self.chosen}. {'; '.join(rows)}" if rows else "")
        self.updateGeometry()
        self.update()
