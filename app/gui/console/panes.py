"""Going round the panes of a window by F6: one step leaves a pane, however many controls it has."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

Pane = tuple[QWidget, QWidget | Callable[[], None]]
"""A pane, and where the keyboard goes in it: a widget, or something that puts it there itself."""


def go_round(panes: Sequence[Pane], by: int) -> None:
    """Put the keyboard into the next pane (+1) or the one before (−1)."""
    focused = QApplication.focusWidget()
    here = next((i for i, (pane, _) in enumerate(panes) if _holds(pane, focused)), -by)
    pane, first = panes[(here + by) % len(panes)]
    if not isinstance(first, QWidget):
        first()
        return
    if not first.isEnabled():
        first = next((b for b in pane.findChildren(QPushButton) if _is_harmless(b)), first)
    first.setFocus(Qt.FocusReason.TabFocusReason)


def _is_harmless(button: QPushButton) -> bool:
    """Whether it can be used and takes the keyboard by a click too: none that changes the room."""
    takes = bool(button.focusPolicy() & Qt.FocusPolicy.ClickFocus)
    return takes and button.isEnabled() and button.isVisible()


def _holds(pane: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (focused is pane or pane.isAncestorOf(focused))
