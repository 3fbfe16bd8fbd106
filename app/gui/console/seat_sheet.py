"""The seat sheet: one cell's private papers over the whole console, while a button or key is held.

It covers everything else in the window, for a participant is looking. It never reaches the room.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from app.core.book import Book
from app.core.line_words import capital
from app.gui.console.seat_papers import PrivatePaper, SeatPapers
from app.gui.layouts import column, holding, row, scrolled, take_out
from app.gui.theme import Look, TextStyle
from app.gui.widgets.buttons import Button, Kind
from app.gui.widgets.card import Card, Rule
from app.gui.widgets.icon_text import IconText
from app.gui.widgets.seat_label import SeatLabel
from app.gui.widgets.text_label import TextLabel

_PAGE = 880
_SPACE = Qt.Key.Key_Space
_SHORT_MS, _HINT_MS, _HINT_GAP = 900, 6000, 4
HOLD = "Hold to show"
HOLD_ON = "Hold the button (or the space bar) for as long as the cell reads."


class _HoldHint(Card):
    """Says beside a button that it wants to be held. In no layout, so that nothing moves away
    from under the pointer; it goes by itself.
    """

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__("warn", HOLD_ON, parent)
        self.setObjectName("hold_hint")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.column.setContentsMargins(12, 6, 12, 6)
        self.column.addWidget(TextLabel(look, HOLD_ON, TextStyle.SMALL_STRONG))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)

    def say_at(self, button: QWidget) -> None:
        """Come up below a button, or above it where there is no room below."""
        window = button.window()
        self.adjustSize()
        corner = button.mapTo(window, QPoint(button.width(), button.height() + _HINT_GAP))
        x = max(_HINT_GAP, min(corner.x(), window.width() - _HINT_GAP) - self.width())
        over = corner.y() - button.height() - self.height() - 2 * _HINT_GAP
        is_low = corner.y() + self.height() > window.height()
        self.move(x, over if is_low else corner.y())
        self.show()
        self.raise_()
        self._timer.start(_HINT_MS)


class HoldButton(Button):
    """A button that acts while it is held, by mouse or by the space bar. After a short click it
    says so.

    Signals:
        held(bool): it is held now, or no longer.
    """

    held = Signal(bool)

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        super().__init__(look, text, Kind.OUTLINE, "eye", parent)
        self.setToolTip("Fills this window while it is held. The room sees nothing of it.")
        self._hint: _HoldHint | None = None
        self._since = QElapsedTimer()
        self.pressed.connect(self._on_pressed)
        self.released.connect(self._on_released)

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == _SPACE and event.isAutoRepeat():
            event.accept()
            return
        super().keyReleaseEvent(event)

    def _on_pressed(self) -> None:
        if self._hint is not None:
            self._hint.hide()
        self.held.emit(True)
        self._since.start()  # once the sheet is up

    def _on_released(self) -> None:
        self.held.emit(False)
        if self._since.elapsed() < _SHORT_MS and self.isVisible():
            self._hint = self._hint or _HoldHint(self._look, self.window())
            self._hint.say_at(self)


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
            take_out(self.column, self._content)
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
        only = IconText(look, "lock", f"For {self._book.spoken(papers.seat)} only", "ink2")
        parts: list[QWidget] = [
            holding(row(name, None, only)),
            Rule(),
            *(self._paper(paper) for paper in papers.papers),
        ]
        if papers.left:
            parts.append(TextLabel(look, f"{capital(papers.left)}.", TextStyle.TITLE, wrap=True))
        for head, lines in (
            ("Asked of you", papers.requests),
            ("Answers", papers.answers),
            ("Your private card", papers.concern),
        ):
            parts += self._told(head, lines)
        parts.append(TextLabel(look, "Where things stand", TextStyle.TITLE))
        parts.append(self._gauges(papers.gauges))
        if papers.earlier:
            parts.append(TextLabel(look, "Papers of earlier turns", TextStyle.TITLE))
            parts += [self._paper(paper) for paper in papers.earlier]
        page = holding(column(*parts, None, spacing=12))
        page.setMaximumWidth(_PAGE)
        return holding(row(None, (page, 100), None))

    def _told(self, head: str, lines: Sequence[str]) -> list[QWidget]:
        """A heading with its lines close below it; nothing where there are none."""
        if not lines:
            return []
        texts = (TextLabel(self._look, line, TextStyle.SPEAKING, wrap=True) for line in lines)
        title = TextLabel(self._look, head, TextStyle.TITLE)
        return [holding(column(title, *texts, spacing=4))]

    def _paper(self, paper: PrivatePaper) -> QWidget:
        look = self._look
        card = Card("bounded", paper.title)
        card.column.setSpacing(8)
        head = f"{paper.since} · {paper.head}" if paper.since else paper.head
        card.column.addWidget(TextLabel(look, head, TextStyle.SMALL, "warn", wrap=True))
        card.column.addWidget(TextLabel(look, paper.title, TextStyle.H2, wrap=True))
        card.column.addWidget(TextLabel(look, paper.text, TextStyle.SPEAKING, wrap=True))
        if paper.question:
            card.column.addWidget(TextLabel(look, paper.question, TextStyle.STRONG, wrap=True))
        return card

    def _gauges(self, gauges: Sequence[tuple[str, str]]) -> QWidget:
        """Names and values in two columns, read down."""
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(40)
        grid.setVerticalSpacing(6)
        rows = -(-len(gauges) // 2)
        for place, (name, value) in enumerate(gauges):
            left = TextLabel(self._look, name, TextStyle.BODY, "ink2")
            right = TextLabel(self._look, value, TextStyle.STRONG)
            grid.addLayout(row(left, None, right), place % rows, place // rows)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return holding(grid)
