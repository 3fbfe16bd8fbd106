"""The seat sheet: one cell's private papers over the whole console, while a button or key is held.

It covers everything else in the window, for a participant is looking. It never reaches the room.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.core.book import Book
from app.gui.console.seat_papers import PrivatePaper, SeatPapers
from app.gui.layouts import column, holding, row, scrolled
from app.gui.theme import Look, TextStyle
from app.gui.widgets.buttons import Button, Kind
from app.gui.widgets.card import Card, Rule
from app.gui.widgets.icon_text import IconText
from app.gui.widgets.seat_label import SeatLabel
from app.gui.widgets.text_label import TextLabel

_PAGE = 880
_SPACE = Qt.Key.Key_Space


class HoldButton(Button):
    """A button that acts while it is held, by mouse or by the space bar.

    Signals:
        held(bool): it is held now, or no longer.
    """

    held = Signal(bool)

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        super().__init__(look, text, Kind.OUTLINE, "eye", parent)
        self.setToolTip("Fills this window while it is held. The room sees nothing of it.")
        self.pressed.connect(lambda: self.held.emit(True))
        self.released.connect(lambda: self.held.emit(False))

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == _SPACE and event.isAutoRepeat():
            event.accept()
            return
        super().keyReleaseEvent(event)


class SeatSheet(Card):
    """Shows one seat's papers over its parent."""

    def __init__(self, book: Book, look: Look, parent: QWidget) -> None:
        super().__init__("page", "Seat sheet", parent)
        self._book = book
        self._look = look
        self.setObjectName("seat_sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.column.setContentsMargins(44, 32, 44, 32)
        self._content: QWidget | None = None
        parent.installEventFilter(self)
        self.hide()

    def open_with(self, papers: SeatPapers) -> None:
        """Fill the window with a seat's papers."""
        if self._content is not None:
            self.column.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = scrolled(self._page(papers), "seat_sheet_scroll")
        self.column.addWidget(self._content)
        self._cover()
        self.show()
        self.raise_()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._cover()
        elif event.type() == QEvent.Type.WindowDeactivate:
            self.hide()
        return super().eventFilter(watched, event)

    def _cover(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())

    def _page(self, papers: SeatPapers) -> QWidget:
        look = self._look
        name = SeatLabel(look, self._book.seat_index(papers.seat), papers.name, TextStyle.H1)
        only = IconText(look, "lock", f"For {papers.name} only", "ink2")
        parts: list[QWidget] = [
            holding(row(name, None, only)),
            Rule(),
            *(self._paper(paper) for paper in papers.papers),
        ]
        if papers.effort:
            parts.append(TextLabel(look, papers.effort, TextStyle.TITLE))
        for head, lines in (("Asked of you", papers.requests), ("Answers", papers.answers)):
            if lines:
                parts.append(TextLabel(look, head, TextStyle.TITLE))
                parts += [TextLabel(look, line, TextStyle.SPEAKING, wrap=True) for line in lines]
        parts.append(TextLabel(look, "Where things stand", TextStyle.TITLE))
        parts += [self._gauge(*pair) for pair in papers.gauges]
        page = holding(column(*parts, None, spacing=12))
        page.setMaximumWidth(_PAGE)
        return holding(row(None, (page, 100), None))

    def _paper(self, paper: PrivatePaper) -> QWidget:
        look = self._look
        card = Card("bounded", paper.title)
        card.column.addWidget(TextLabel(look, paper.head, TextStyle.SMALL, "warn"))
        card.column.addWidget(TextLabel(look, paper.title, TextStyle.H2))
        card.column.addWidget(TextLabel(look, paper.text, TextStyle.SPEAKING, wrap=True))
        if paper.question:
            card.column.addWidget(TextLabel(look, paper.question, TextStyle.STRONG, wrap=True))
        return card

    def _gauge(self, name: str, value: str) -> QWidget:
        left = TextLabel(self._look, name, TextStyle.BODY, "ink2")
        return holding(row(left, None, TextLabel(self._look, value, TextStyle.STRONG)))
