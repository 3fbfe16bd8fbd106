"""Why a line stands as it does: a small card over the list that Esc or a click elsewhere closes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from app.gui.theme import Look, TextStyle
from app.gui.widgets.card import Card
from app.gui.widgets.keys import is_escape
from app.gui.widgets.text_label import TextLabel

_WIDTH, _EDGE = 400, 8


class WhyPopover(Card):
    """Shows a title and sentences: first in serif what became of the line, then what is printed
    and what was played. It lies inside its window and is gone once it is closed.
    """

    def __init__(self, look: Look, window: QWidget, title: str, sentences: tuple[str, ...]) -> None:
        super().__init__("bounded", f"Why: {title}", window)
        self.setObjectName("why_popover")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedWidth(_WIDTH)
        self.column.setSpacing(6)
        self.column.addWidget(TextLabel(look, title, TextStyle.STRONG, wrap=True))
        for place, sentence in enumerate(sentences):
            style, role = (TextStyle.SMALL, "ink2") if place else (TextStyle.NARRATIVE, "ink")
            self.column.addWidget(TextLabel(look, sentence, style, role, wrap=True))
        self.setAccessibleDescription(" ".join(sentences))

    def open_under(self, anchor: QWidget) -> None:
        """Show it under a button, its right edge in line with the button's."""
        window = anchor.window()
        self.setFixedHeight(self.column.totalHeightForWidth(_WIDTH))
        size = QRect(QPoint(), self.size())
        size.moveTopRight(anchor.mapTo(window, QPoint(anchor.width(), anchor.height() + 2)))
        if size.bottom() > window.height() - _EDGE:
            size.moveBottom(anchor.mapTo(window, QPoint(0, -2)).y())
        size.moveTop(max(_EDGE, size.top()))
        size.moveLeft(max(_EDGE, size.left()))
        self.move(size.topLeft())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_press = event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent)
        if is_press and isinstance(watched, QWidget):
            is_mine = watched is self or self.isAncestorOf(watched)
            if not is_mine:
                self.close()
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_escape(event):
            self.close()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.close()
