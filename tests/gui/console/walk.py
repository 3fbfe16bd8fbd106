"""A walk over a window's widgets: what is cut off, what overlaps, what is too small to read."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QWidget

from app.gui.widgets.elided_label import ElidedLabel

SMALLEST_TEXT = 12


def faults_of(window: QWidget) -> list[str]:
    """Everything wrong with what is visible, in words."""
    seen = [w for w in window.findChildren(QWidget) if w.isVisible()]
    return [*_cut(seen), *_outside(window, seen), *_overlapping(seen), *_small(seen)]


def _named(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, (QLabel, QAbstractButton)) else ""
    return f"{type(widget).__name__} {widget.objectName()} {text!r}".strip()


def _cut(seen: list[QWidget]) -> list[str]:
    """Labels and buttons that are smaller than their words."""
    faults = []
    for widget in seen:
        if isinstance(widget, ElidedLabel) or not isinstance(widget, (QLabel, QAbstractButton)):
            continue
        if isinstance(widget, QLabel) and (widget.wordWrap() or not widget.text()):
            if widget.wordWrap() and widget.height() < widget.heightForWidth(widget.width()):
                faults.append(f"cut at the foot: {_named(widget)}")
            continue
        wanted = widget.minimumSizeHint()
        if not wanted.isValid():
            wanted = widget.sizeHint()
        if isinstance(widget, QAbstractButton):
            wanted = widget.sizeHint()
        if widget.width() < wanted.width() - 1 and not hasattr(widget, "set_reasons"):
            faults.append(f"cut at the side: {_named(widget)} {widget.width()}<{wanted.width()}")
        if widget.height() < wanted.height() - 1:
            faults.append(f"cut at the foot: {_named(widget)}")
    return faults


def _outside(window: QWidget, seen: list[QWidget]) -> list[str]:
    """Widgets that reach out of their parent, unless it scrolls."""
    faults = []
    for widget in seen:
        parent = widget.parentWidget()
        if parent is None or parent is window or widget.isWindow() or _scrolls(parent):
            if parent is not None and _is_too_wide(widget):
                faults.append(f"wider than what it scrolls in: {_named(widget)}")
            continue
        if not parent.rect().adjusted(-1, -1, 1, 1).contains(widget.geometry()):
            faults.append(f"out of its place: {_named(widget)} in {_named(parent)}")
    return faults


def _scrolls(parent: QWidget) -> bool:
    return isinstance(parent.parentWidget(), QScrollArea)


def _is_too_wide(widget: QWidget) -> bool:
    area = widget.parentWidget().parentWidget() if widget.parentWidget() else None
    off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    return (
        isinstance(area, QScrollArea)
        and area.widget() is widget
        and area.horizontalScrollBarPolicy() is off
        and widget.width() > area.viewport().width() + 1
    )


def _overlapping(seen: list[QWidget]) -> list[str]:
    """Neighbours in one layout that lie over one another."""
    faults = []
    by_parent: dict[int, list[QWidget]] = {}
    for widget in seen:
        parent = widget.parentWidget()
        layout = parent.layout() if parent is not None else None
        if layout is not None and layout.indexOf(widget) >= 0:
            by_parent.setdefault(id(parent), []).append(widget)
    for group in by_parent.values():
        for place, one in enumerate(group):
            for other in group[place + 1 :]:
                both = QRect(one.geometry()).intersected(other.geometry())
                if both.width() > 1 and both.height() > 1:
                    faults.append(f"over one another: {_named(one)} and {_named(other)}")
    return faults


def _small(seen: list[QWidget]) -> list[str]:
    return [
        f"too small to read: {_named(widget)}"
        for widget in seen
        if isinstance(widget, (QLabel, QAbstractButton))
        and widget.font().pixelSize() < SMALLEST_TEXT
    ]


def place_in(widget: QWidget, window: QWidget) -> QRect:
    """Where a widget stands in its window."""
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
