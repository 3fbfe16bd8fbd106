"""Putting a panel at a table in a real window, and pressing its real buttons."""

from __future__ import annotations

from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.gui.console.panel import PhasePanel
from app.gui.theme import Look, load_theme
from tests.gui.table import Table

P = TypeVar("P", bound=PhasePanel)
W = TypeVar("W", bound=QWidget)


def new_look(name: str = "light", factor: float = 1.0) -> Look:
    """A look that the application is dressed in."""
    look = Look(load_theme("dark" if name == "dark" else "light"), factor)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    look.dress(app)
    return look


def seat(qtbot: Any, table: Table, kind: type[P], size: tuple[int, int] = (792, 640)) -> P:
    """The panel of a phase at the table, shown at the size of the console's centre."""
    panel = kind(table.book, new_look(), table.desk)
    qtbot.addWidget(panel)
    panel.resize(*size)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    table.seat(panel)
    return panel


def part(parent: QWidget, name: str, kind: type[W] = QWidget) -> W:  # type: ignore[assignment]
    """The widget of that object name; there is exactly one."""
    QApplication.processEvents()  # a new part of a layout is shown in the next turn of the loop
    found = parent.findChildren(kind, name)
    assert len(found) == 1, f"{len(found)} widgets are called {name}"
    return found[0]


def press(parent: QWidget, name: str) -> None:
    """Press the left mouse button on a widget."""
    widget = part(parent, name)
    assert widget.isVisibleTo(parent.window()), f"{name} is not seen"
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def write(parent: QWidget, name: str, text: str, *, enter: bool = False) -> None:
    """Type into a field, by keys; with `enter`, then press Enter."""
    widget = part(parent, name)
    widget.setFocus()
    QTest.keyClicks(widget, text)
    if enter:
        QTest.keyClick(widget, Qt.Key.Key_Return)


def says(parent: QWidget) -> str:
    """Everything that is written on the labels and buttons that are seen."""
    QApplication.processEvents()
    texts = []
    for widget in parent.findChildren(QWidget):
        text = getattr(widget, "text", None)
        if callable(text) and widget.isVisibleTo(parent):
            texts.append(str(text()))
    return "\n".join(texts)


def unnamed(parent: QWidget) -> list[str]:
    """Interactive widgets without an object name or without an accessible name."""
    from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QTextEdit

    kinds = (QAbstractButton, QComboBox, QLineEdit, QTextEdit)
    found = []
    for widget in parent.findChildren(QWidget):
        is_empty = not widget.isVisibleTo(parent) and not getattr(widget, "text", str)()
        is_named = is_empty or bool(widget.objectName() and widget.accessibleName())
        inner = widget.objectName().startswith("qt_")
        if isinstance(widget, kinds) and not inner and not is_named:
            found.append(f"{type(widget).__name__} {widget.objectName()!r}")
    return found


def squeezed(parent: QWidget) -> list[str]:
    """Widgets with text whose place is less wide than what they need at least."""
    from PySide6.QtWidgets import QAbstractButton, QLabel

    for _ in range(3):  # a change deep inside is laid out level by level
        QApplication.processEvents()
    found = []
    for widget in parent.findChildren(QWidget):
        is_text = isinstance(widget, (QAbstractButton, QLabel)) and widget.isVisibleTo(parent)
        if is_text and widget.width() + 1 < widget.minimumSizeHint().width():
            words = getattr(widget, "text", str)()
            found.append(f"{widget.objectName()} “{words}” {widget.width()} wide")
    return found
