"""Icons take the colour asked for, are sharp, and are drawn once."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter

from app.config import paths
from app.gui.theme import Icons, Look, load_theme

NAMES = sorted(file.stem for file in (paths.assets() / "icons").glob("*.svg"))


@pytest.fixture
def icons(qapp):
    return Icons()


def colors_in(image: QImage) -> set[str]:
    """The colours of all wholly opaque pixels."""
    found = set()
    for y in range(image.height()):
        for x in range(image.width()):
            color = image.pixelColor(x, y)
            if color.alpha() == 255:
                found.add(color.name())
    return found


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_draws_in_its_colour(icons, name):
    image = icons.pixmap(name, "#C22F1C", 24, 3.0).toImage()
    found = colors_in(image)
    assert "#c22f1c" in found
    assert found <= {"#c22f1c", "#c12f1c"}  # where two strokes meet, a step of rounding


def test_picture_has_the_pixels_of_its_screen(icons):
    picture = icons.pixmap("lock", "#16202B", 18, 2.0)
    assert picture.size() == QSize(36, 36)
    assert picture.deviceIndependentSize().toSize() == QSize(18, 18)


def test_padding_widens_the_picture(icons):
    picture = icons.pixmap("lock", "#16202B", 18, 1.0, padding=(2, 5))
    assert picture.size() == QSize(25, 18)


def test_the_same_picture_is_drawn_once(icons):
    first = icons.pixmap("lock", "#16202B").cacheKey()
    assert icons.pixmap("lock", "#16202B").cacheKey() == first
    assert icons.pixmap("lock", "#FFFFFF").cacheKey() != first


def test_disabled_and_checked_states_have_their_colours(icons):
    icon = icons.icon("square", "#000000", 24, disabled="#888888", on="#00FF00")
    normal = icon.pixmap(QSize(24, 24), 2.0)
    grey = icon.pixmap(QSize(24, 24), 2.0, QIcon.Mode.Disabled)
    checked = icon.pixmap(QSize(24, 24), 2.0, QIcon.Mode.Normal, QIcon.State.On)
    assert colors_in(normal.toImage()) == {"#000000"}
    assert colors_in(grey.toImage()) == {"#888888"}
    assert colors_in(checked.toImage()) == {"#00ff00"}


def test_filled_star_is_filled(icons):
    image = icons.pixmap("star", "#16202B", 24, 1.0, filled=True).toImage()
    assert image.pixelColor(12, 12) == QColor("#16202B")


def test_icon_paints_at_the_rooms_size(icons):
    image = QImage(200, 200, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    icons.paint(painter, QRectF(0, 0, 200, 200), "square", "#000000")
    painter.end()
    assert image.pixelColor(100, 25) == QColor("#000000")


def test_look_names_colours_by_role(qapp):
    look = Look(load_theme("dark"))
    assert look.value("live") == "#FF6B57"
    assert not look.icon("lock", "live").isNull()


@pytest.mark.parametrize("name", ["light", "dark"])
def test_marks_of_the_style_sheet_have_the_themes_colours(name):
    theme = load_theme(name)
    wanted = {"check": theme.colors.on_primary, "chevron-down": theme.colors.ink2}
    for mark, color in wanted.items():
        file = paths.assets() / "themes" / name / f"{mark}.svg"
        text = file.read_text(encoding="utf-8")
        assert set(re.findall(r'"(#[0-9A-F]{6})"', text)) == {color}
