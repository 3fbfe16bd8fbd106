"""Text is set in the bundled faces, at the sizes of the design, and never below 12 pixels."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontDatabase, QFontInfo, QFontMetricsF, QRawFont

from app.gui.theme import Look, TextStyle, load_fonts, load_theme, text_font
from app.gui.theme.fonts import SANS, SERIF, tabular, typeface

HARD = "Nguyễn Ōe Düsseldorf São − × → “ ” ’ … ✓ 0123456789"


@pytest.fixture(autouse=True)
def fonts(qapp):
    load_fonts()


@pytest.fixture
def scale():
    return load_theme("light").scale


@pytest.mark.parametrize("style", list(TextStyle))
def test_every_style_resolves_to_a_bundled_face(scale, style):
    font = text_font(scale, style)
    raw = QRawFont.fromFont(font)
    assert QFontInfo(font).exactMatch()
    assert raw.familyName() in {SANS, SERIF}
    assert raw.weight() == scale.type[style].weight


@pytest.mark.parametrize("style", list(TextStyle))
def test_no_style_is_below_twelve_pixels(scale, style):
    assert text_font(scale, style).pixelSize() >= 12


@pytest.mark.parametrize(
    ("serif", "weight", "italic", "style_name"),
    [
        (False, 400, False, "Regular"),
        (False, 500, False, "Medium"),
        (False, 600, False, "SemiBold"),
        (True, 400, False, "Regular"),
        (True, 400, True, "Italic"),
        (True, 600, False, "SemiBold"),
    ],
)
def test_a_weight_selects_its_own_file(serif, weight, italic, style_name):
    raw = QRawFont.fromFont(typeface(serif, 20, weight, italic))
    assert raw.styleName() == style_name


def test_tabular_digits_share_one_width():
    metrics = QFontMetricsF(tabular(typeface(serif=False, pixels=28, weight=600)))
    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1


def test_plain_digits_do_not():
    metrics = QFontMetricsF(typeface(serif=False, pixels=28, weight=600))
    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) > 1


def test_a_running_clock_does_not_change_its_width(scale):
    metrics = QFontMetricsF(text_font(scale, TextStyle.DIGITS))
    assert metrics.horizontalAdvance("1:11") == metrics.horizontalAdvance("8:08")


def test_text_grows_with_the_factor(scale):
    look = Look(load_theme("light"), 1.5)
    assert look.font(TextStyle.BODY).pixelSize() == 21


@pytest.mark.parametrize("face", [SANS, SERIF])
def test_faces_hold_the_letters_of_names(face):
    raw = QRawFont.fromFont(typeface(face == SERIF, 20))
    missing = [letter for letter in HARD if not raw.supportsCharacter(ord(letter))]
    # The tick is an icon everywhere; Source Serif has none.
    assert set(missing) <= {"✓", " "}


def test_loading_again_adds_nothing(qapp):
    before = QFontDatabase.families()
    load_fonts()
    assert QFontDatabase.families() == before
