"""Layouts in one line, and a column that keeps its rows while it is redrawn."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.gui.widgets.wrapped_row import WrappedRow

Part = QWidget | QLayout | int | tuple[QWidget, int] | None
"""A widget, a layout, a gap in pixels, a widget with its stretch, or None for a stretch."""

NO_MARGINS = (0, 0, 0, 0)
T = TypeVar("T")
W = TypeVar("W", bound=QWidget)


def row(
    *parts: Part, spacing: int = 8, margins: tuple[int, int, int, int] = NO_MARGINS
) -> QHBoxLayout:
    """Parts from left to right."""
    return _filled(QHBoxLayout(), parts, spacing, margins)


def column(
    *parts: Part, spacing: int = 8, margins: tuple[int, int, int, int] = NO_MARGINS
) -> QVBoxLayout:
    """Parts from top to bottom."""
    return _filled(QVBoxLayout(), parts, spacing, margins)


L = TypeVar("L", bound=QBoxLayout)


def _filled(layout: L, parts: Iterable[Part], spacing: int, margins: tuple[int, ...]) -> L:
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, int):
            layout.addSpacing(part)
        elif isinstance(part, tuple):
            layout.addWidget(part[0], part[1])
        elif isinstance(part, QLayout):
            layout.addLayout(part)
        else:
            layout.addWidget(part)
    return layout


def holding(layout: QLayout) -> QWidget:
    """A plain widget that holds a layout."""
    widget = QWidget()
    widget.setLayout(layout)
    return widget


def take_out(layout: QLayout, widget: QWidget) -> None:
    """Take a widget out of a layout for good."""
    layout.removeWidget(widget)
    widget.hide()
    widget.setParent(None)  # so that nobody finds it while it waits to be deleted
    widget.deleteLater()


def height_for(widget: QWidget, width: int) -> int:
    """How high a widget would like to be at a width."""
    layout = widget.layout()
    if layout is not None and layout.hasHeightForWidth():
        return layout.totalHeightForWidth(width)
    return widget.sizeHint().height()


def scrolled(content: QWidget, name: str) -> QScrollArea:
    """The content in an area that scrolls up and down, without a frame or a ground of its own."""
    area = QScrollArea()
    area.setViewport(QWidget())  # its own would be opaque, and to ask for it takes PySide6 10 ms
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setObjectName(name)
    area.setWidget(content)
    content.setAutoFillBackground(False)
    return area


def flat(widget: W) -> W:
    """Let a widget be no larger than it must; it stands in the middle of its place."""
    widget.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
    return widget


def is_on_top(widget: QWidget) -> bool:
    """Whether every stack that a widget lies in shows the page with it.

    While a stack turns its page, focus leaves the old page although that is still to be seen.
    """
    page, parent = widget, widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QStackedWidget) and parent.currentWidget() is not page:
            return False
        page, parent = parent, parent.parentWidget()
    return True


def name_parts(group: QWidget, prefix: str) -> None:
    """Name the buttons inside a switch, stepper or row of chips: the prefix and their key."""
    group.setObjectName(prefix)
    for button in group.findChildren(QAbstractButton):
        key = getattr(button, "key", "") or button.text() or button.accessibleName()
        button.setObjectName(f"{prefix}_{slug(str(key))}")


def slug(text: str) -> str:
    """A text as part of an object name: small letters, digits and underscores; −1 is 'minus_1'."""
    text = re.sub(r"(?<!\w)[-−](?=\d)", "minus ", text)
    kept = "".join(c.lower() if c.isalnum() else " " for c in text)
    return "_".join(kept.split())


class KeyedColumn(QWidget, Generic[T, W]):
    """A column of rows, one an item. Redrawing keeps the row of every item that is still there.

    So a field in a row keeps focus, cursor and text while the world around it changes.
    `horizontal`: side by side in one line; `wraps`: in as many lines as it takes.
    """

    def __init__(
        self,
        make: Callable[[T], W],
        update: Callable[[W, T], None],
        *,
        spacing: int = 0,
        horizontal: bool = False,
        wraps: bool = False,
    ) -> None:
        super().__init__()
        self._make, self._update = make, update
        self._rows: dict[str, W] = {}
        direction = (
            QBoxLayout.Direction.LeftToRight if horizontal else QBoxLayout.Direction.TopToBottom
        )
        self._layout = WrappedRow(self) if wraps else QBoxLayout(direction, self)
        self._layout.setContentsMargins(*NO_MARGINS)
        self._layout.setSpacing(spacing)

    @property
    def rows(self) -> dict[str, W]:
        """The rows by the key of their item, in order."""
        return dict(self._rows)

    def set_items(self, items: Iterable[tuple[str, T]]) -> None:
        """Show these items in this order."""
        wanted = dict(items)
        for key in [key for key in self._rows if key not in wanted]:
            gone = self._rows.pop(key)
            take_out(self._layout, gone)
        for place, (key, item) in enumerate(wanted.items()):
            if key not in self._rows:
                self._rows[key] = self._make(item)
            widget = self._rows[key]
            if self._layout.indexOf(widget) != place:
                self._layout.removeWidget(widget)
                self._layout.insertWidget(place, widget)
            self._update(widget, item)
        self._rows = {key: self._rows[key] for key in wanted}
        self.setVisible(bool(wanted))
