"""The application is dressed whole, and again when the theme changes."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from app.gui.theme import Look, TextStyle, load_theme, palette, stylesheet


@pytest.mark.parametrize("name", ["light", "dark"])
def test_style_sheet_is_filled_in_and_in_colours_of_the_theme(name):
    sheet = stylesheet(load_theme(name))
    assert "$" not in sheet
    assert "font" not in sheet
    assert 45 <= len(sheet.strip().splitlines()) <= 150


@pytest.mark.parametrize("name", ["light", "dark"])
def test_palette_holds_accent_and_placeholder(name):
    theme = load_theme(name)
    made = palette(theme)
    assert made.color(QPalette.ColorRole.Accent) == QColor(theme.colors.focus)
    assert made.color(QPalette.ColorRole.PlaceholderText) == QColor(theme.colors.ink3)


def test_dressing_sets_fonts_and_palette(qapp):
    look = Look(load_theme("light"))
    look.dress(qapp)
    assert QFontInfo(qapp.font()).exactMatch()
    assert qapp.font() == look.font(TextStyle.BODY)
    look.set_theme(load_theme("dark"))
    look.dress(qapp)
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor("#0F151D")


def test_changed_theme_is_announced(qapp, qtbot):
    look = Look(load_theme("light"))
    with qtbot.waitSignal(look.changed):
        look.set_theme(load_theme("dark"))
    with qtbot.waitSignal(look.changed):
        look.set_factor(1.25)


def test_placeholder_has_the_colour_of_the_token(qapp, qtbot):
    Look(load_theme("light")).dress(qapp)
    field = QLineEdit()
    field.setPlaceholderText("MMMMMMMM")
    qtbot.addWidget(field)
    field.show()
    picture = field.grab().toImage()
    found = {picture.pixelColor(x, y).name() for x in range(120) for y in range(36)}
    assert "#5b636b" in found


@pytest.mark.parametrize(
    "kind", ["", "ink", "show", "ghost", "link", "icon", "step", "chip", "nav"]
)
def test_focus_moves_nothing(qapp, qtbot, kind):
    Look(load_theme("light")).dress(qapp)
    window = QWidget()
    qtbot.addWidget(window)
    button = QPushButton("M", window)
    button.setProperty("kind", kind)
    button.move(QPoint(10, 10))
    window.show()
    size, before = button.sizeHint(), inked(button)
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    assert button.sizeHint() == size
    assert inked(button) == before


def inked(button: QPushButton) -> set[tuple[int, int]]:
    """Where the text stands: the pixels inside the border that differ from the ground."""
    picture = button.grab().toImage()
    ground = picture.pixelColor(button.width() // 2, 5)
    inside = [(x, y) for x in range(6, button.width() - 6) for y in range(6, button.height() - 6)]
    return {spot for spot in inside if picture.pixelColor(*spot) != ground}


@pytest.mark.parametrize(("kind", "height"), [("", 36), ("main", 52), ("chip", 28)])
def test_controls_have_their_height(qapp, qtbot, kind, height):
    Look(load_theme("light")).dress(qapp)
    button = QPushButton("Save")
    button.setProperty("kind", kind)
    qtbot.addWidget(button)
    assert button.sizeHint().height() == height


def test_none_keeps_its_references(qapp, qtbot):
    """PySide6 6.12.0 on Python 3.11 lost one with every call that returns nothing."""
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for _ in range(2_000):
        widget.update()
    assert abs(sys.getrefcount(None) - before) <= 20
