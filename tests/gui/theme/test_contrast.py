"""The contrast table of the design, worked out anew from the theme files (WCAG 2.x)."""

from __future__ import annotations

import pytest

from app.gui.theme.tokens import Theme, load_theme

GROUNDS = ("surface", "raised", "bg", "sunken", "sel")
TEXT, SHAPE = 4.5, 3.0

# Rounded as the design prints them: a changed colour must change the table too.
PRINTED = [
    ("light", "ink", (16.46, 15.77, 14.71, 13.57, 12.71)),
    ("light", "ink2", (7.60, 7.28, 6.79, 6.26, 5.87)),
    ("light", "ink3", (6.10, 5.85, 5.45, 5.03, 4.71)),
    ("light", "line2", (4.19, 4.02, 3.74, 3.45, 3.24)),
    ("light", "live", (5.65, 5.41, 5.05, 4.66, 4.36)),
    ("light", "focus", (5.74, 5.50, 5.13, 4.73, 4.43)),
    ("light", "ok", (6.46, 6.19, 5.77, 5.33, 4.99)),
    ("light", "warn", (6.39, 6.12, 5.71, 5.27, 4.93)),
    ("dark", "ink", (14.48, None, 15.81, None, 11.52)),
    ("dark", "ink2", (9.24, None, 10.09, None, 7.35)),
    ("dark", "ink3", (6.30, None, 6.88, None, 5.01)),
    ("dark", "line2", (3.83, None, 4.18, None, 3.05)),
    ("dark", "live", (5.99, None, 6.54, None, 4.77)),
    ("dark", "focus", (7.64, None, 8.34, None, 6.08)),
    ("dark", "ok", (9.02, None, 9.85, None, 7.17)),
    ("dark", "warn", (9.38, None, 10.24, None, 7.46)),
]
PAIRS = [
    ("on_primary", "primary"),
    ("on_live", "live"),
    ("live", "live_ground"),
    ("ok", "ok_ground"),
    ("warn", "warn_ground"),
    ("ink", "warn_ground"),
    ("ink", "ok_ground"),
    ("ink", "live_ground"),
    ("surface", "ink"),
    ("surface", "focus"),
]


def luminance(color: str) -> float:
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture(params=["light", "dark"])
def theme(request) -> Theme:
    return load_theme(request.param)


@pytest.mark.parametrize(("name", "role", "printed"), PRINTED)
def test_contrast_is_as_the_design_prints_it(name, role, printed):
    colors = load_theme(name).colors
    for ground, wanted in zip(GROUNDS, printed, strict=True):
        if wanted is not None:
            found = contrast(getattr(colors, role), getattr(colors, ground))
            assert found == pytest.approx(wanted, abs=0.006), ground


@pytest.mark.parametrize("role", ["ink", "ink2", "ink3", "ok", "warn"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_is_readable_on_every_ground(theme, role, ground):
    assert contrast(getattr(theme.colors, role), getattr(theme.colors, ground)) >= TEXT


@pytest.mark.parametrize("role", ["line2", "focus", "live"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_borders_rings_and_marks_are_visible_on_every_ground(theme, role, ground):
    assert contrast(getattr(theme.colors, role), getattr(theme.colors, ground)) >= SHAPE


@pytest.mark.parametrize(("role", "ground"), PAIRS)
def test_text_on_filled_grounds_is_readable(theme, role, ground):
    assert contrast(getattr(theme.colors, role), getattr(theme.colors, ground)) >= TEXT


def test_live_is_text_on_the_grounds_where_it_is_text(theme):
    for ground in (theme.colors.surface, theme.colors.raised, theme.colors.bg):
        assert contrast(theme.colors.live, ground) >= TEXT


@pytest.mark.parametrize("seat", range(8))
def test_seat_shapes_are_visible_and_carry_their_text(theme, seat):
    hue = theme.seat(seat)
    grounds = (theme.colors.surface, theme.colors.raised, theme.colors.bg, theme.room.card)
    assert all(contrast(hue, ground) >= SHAPE for ground in grounds)
    assert contrast(theme.on_seat(seat), hue) >= TEXT


@pytest.mark.parametrize("role", ["ink", "ink2", "ink3", "ochre", "vermilion"])
def test_the_rooms_words_are_readable(theme, role):
    for ground in (theme.room.bg, theme.room.card):
        assert contrast(getattr(theme.room, role), ground) >= TEXT


def test_the_rooms_body_text_reaches_seven(theme):
    for ground in (theme.room.bg, theme.room.card, theme.room.sunken):
        assert contrast(theme.room.ink, ground) >= 7.0


def test_names_on_the_map_are_readable(theme):
    for ground in (theme.map.sea, theme.map.land, theme.map.plate):
        assert contrast(theme.map.name, ground) >= 7.0
    assert contrast(theme.map.sea_name, theme.map.sea) >= TEXT
    assert contrast(theme.map.plate_line, theme.map.plate) >= SHAPE


def test_kept_and_empty_segments_differ(theme):
    assert contrast(theme.room.segment_on, theme.room.segment_off) >= SHAPE
    assert contrast(theme.colors.ink, theme.colors.line) >= SHAPE
