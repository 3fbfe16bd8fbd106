"""A sheet over the centre of the console, for what is done rarely. Not modal; Esc puts it away.

It leaves what the room sees, and what is ready to show, in view.
"""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.core.state import State
from app.gui.layouts import holding, row, scrolled
from app.gui.theme import Look, TextStyle
from app.gui.widgets.buttons import icon_button
from app.gui.widgets.card import Card
from app.gui.widgets.keys import is_escape
from app.gui.widgets.text_label import TextLabel

_WIDTH, _TOP, _BELOW, _BESIDE = 680, 10, 10, 24


class Sheet(Card):
    """Shows a title, a body that scrolls, and a foot. Subclasses `fill` it, and say where work
    starts; Qt's metaclass allows no ABC, so the type checker alone sees to that.

    Signals:
        action_requested(object): an `Action` that the rules take.
    """

    action_requested = Signal(object)

    def __init__(self, look: Look, title: str, name: str, parent: QWidget) -> None:
        super().__init__("bounded", title, parent)
        self.look = look
        self.state = State()
        self.setObjectName(f"{name}_sheet")
        self._close = icon_button(look, "x", "Close; what is typed is kept")
        self._close.setObjectName(f"{name}_close")
        self._close.clicked.connect(self.put_away)
        self.column.setSpacing(8)
        self.column.setContentsMargins(18, 12, 12, 14)
        self.column.addLayout(row(TextLabel(look, title, TextStyle.H2), None, self._close))
        parent.installEventFilter(self)
        self.hide()

    def fill(self, body: QWidget, foot: QWidget) -> None:
        """Put the parts into the sheet, once."""
        self._body = body
        self.column.addWidget(scrolled(holding(row(body)), f"{self.objectName()}_scroll"), 1)
        self.column.addWidget(foot)

    def open_sheet(self) -> None:
        """Come up over the centre."""
        self.show()
        self.raise_()
        self.fit()
        self.focus_first()

    def put_away(self) -> None:
        """Go away. What is typed is kept."""
        if self.isVisible():
            self.hide()

    def set_view(self, state: State) -> None:
        """Judge what is typed by the state as it stands."""
        self.state = state

    @abstractmethod
    def focus_first(self) -> None:
        """Put the keyboard where work starts."""
        raise NotImplementedError

    def fit(self) -> None:
        """Be as high as what is in it, within the window."""
        parent = self.parentWidget()
        if parent is None:
            return
        width = min(round(_WIDTH * self.look.factor), parent.width() - _BESIDE)
        most = parent.height() - _TOP - _BELOW
        inner = self._body.layout()
        if inner is not None:
            inner.activate()
        height = inner.heightForWidth(width - 44) if inner and inner.hasHeightForWidth() else 0
        wanted = max(height, self._body.sizeHint().height()) + 150
        self.setGeometry((parent.width() - width) // 2, _TOP, width, min(most, wanted))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_escape(event):
            self.put_away()
        else:
            super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc in a text of the sheet puts it away too; the sheet stays where the window goes."""
        if watched is self.parent():
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self.fit()
        elif is_escape(event):
            self.put_away()
            return True
        return super().eventFilter(watched, event)
