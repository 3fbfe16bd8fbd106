"""The painter: what the room sees is whole, large enough, and the same every time."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import get_args

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from app.core.display import NOTHING_SHOWN, Blank, DisplayState, Screen, plain_text
from app.gui.display import page_count, paint_into, render_image, room_theme
from app.gui.display.measure import HEIGHT, WIDTH
from tests.gui.display import samples
from tests.gui.display.record import Written

DARK = room_theme("dark")
ROOM = QRectF(0, 0, WIDTH, HEIGHT)
CHROME, ESSENTIAL = 0.030 * HEIGHT, 0.037 * HEIGHT


def pages(display: DisplayState) -> list[DisplayState]:
    return [replace(display, page=page) for page in range(page_count(display, DARK))]


def at_scale(display: DisplayState, scale: float) -> DisplayState:
    return replace(display, frame=replace(display.frame, scale=scale))


def picture(display: DisplayState, width: int = 480, height: int = 270) -> QImage:
    return render_image(display, room_theme(display.frame.theme), width, height)


def pixels(image: QImage) -> bytes:
    return bytes(image.constBits())


def test_every_screen_has_a_sample() -> None:
    assert {type(display.screen) for display in samples.ALL.values()} == set(get_args(Screen))


@pytest.mark.parametrize("scale", samples.SCALES)
@pytest.mark.parametrize("name", samples.ALL)
def test_no_text_leaves_the_picture_or_its_box(
    name: str, scale: float, written: list[Written]
) -> None:
    for display in pages(at_scale(samples.ALL[name], scale)):
        picture(display)
    outside = [
        text.text
        for text in written
        if not text.area.adjusted(-1, -1, 1, 1).contains(text.ink)
        or not ROOM.adjusted(100, 20, -100, -20).contains(text.ink)
    ]
    assert outside == []


@pytest.mark.parametrize("scale", samples.SCALES)
@pytest.mark.parametrize("name", samples.ALL)
def test_no_text_overlaps_another(name: str, scale: float, written: list[Written]) -> None:
    for display in pages(at_scale(samples.ALL[name], scale)):
        written.clear()
        picture(display)
        for place, text in enumerate(written):
            for other in written[place + 1 :]:
                assert not text.ink.adjusted(1, 1, -1, -1).intersects(other.ink), (
                    f"{text.text!r} runs into {other.text!r}"
                )


@pytest.mark.parametrize("scale", samples.SCALES)
@pytest.mark.parametrize("name", samples.ALL)
def test_no_text_is_smaller_than_its_floor(name: str, scale: float, written: list[Written]) -> None:
    for display in pages(at_scale(samples.ALL[name], scale)):
        picture(display)
    small = [text.text for text in written if text.pixels < (CHROME if text.chrome else ESSENTIAL)]
    assert small == []


@pytest.mark.parametrize("name", samples.DRAWN)
def test_the_room_size_multiplies_type(name: str, written: list[Written]) -> None:
    picture(samples.DRAWN[name])
    plain = max(text.pixels for text in written if text.pixels < 120)
    written.clear()
    picture(at_scale(samples.DRAWN[name], 1.35))
    assert max(text.pixels for text in written) >= plain * 1.25


@pytest.mark.parametrize("name", samples.ALL)
def test_the_same_value_gives_the_same_picture(name: str) -> None:
    assert pixels(picture(samples.ALL[name])) == pixels(picture(samples.ALL[name]))


@pytest.mark.parametrize("display", [NOTHING_SHOWN, samples.shown(Blank(), theme="light")])
@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (324, 182), (1280, 1024)])
def test_blank_is_black_everywhere(display: DisplayState, width: int, height: int) -> None:
    black = QImage(width, height, QImage.Format.Format_RGB32)
    black.fill(0xFF000000)
    assert picture(display, width, height) == black


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("name", samples.ALL)
def test_thumbnail_is_the_picture_made_small(name: str, theme: str) -> None:
    display = samples.ALL[name]
    display = replace(display, frame=replace(display.frame, theme=theme))
    large = picture(display, 1920, 1080)
    small = picture(display, 324, 182)
    halved = large.smoothScaled(324, 182)
    a, b = pixels(small), pixels(halved.convertToFormat(QImage.Format.Format_RGB32))
    difference = sum(abs(one - other) for one, other in zip(a, b, strict=True)) / len(a)
    assert difference < 0.03 * 255


@pytest.mark.parametrize("name", samples.DRAWN)
def test_themes_differ_in_colour_only(name: str, written: list[Written]) -> None:
    display = samples.DRAWN[name]
    picture(display)
    dark = [(text.text, text.ink) for text in written]
    written.clear()
    picture(replace(display, frame=replace(display.frame, theme="light")))
    assert [(text.text, text.ink) for text in written] == dark


@pytest.mark.parametrize("name", ["brief", "tracks_assurance", "gap"])
def test_a_page_beyond_the_last_shows_the_last(name: str) -> None:
    display = samples.DRAWN[name]
    last = page_count(display, DARK) - 1
    beyond = pixels(picture(replace(display, page=last + 5)))
    assert beyond == pixels(picture(replace(display, page=last)))


@pytest.mark.parametrize("name", samples.DRAWN)
def test_every_word_of_the_value_is_written(name: str, written: list[Written]) -> None:
    display = samples.DRAWN[name]
    for page in pages(display):
        picture(page)
    shown = " ".join(text.text for text in written)
    told = plain_text(replace(display, frame=replace(display.frame, title=""))).split("\n")
    words = {word for line in told for word in line.split() if word.isalpha() and len(word) > 3}
    unsaid = words - set(shown.replace(".", " ").replace(",", " ").replace(":", " ").split())
    assert unsaid <= NOT_WRITTEN.get(name, set()), unsaid


# A joint move's signers stand in it as shapes; a gauge of a seat is named by the seat.
NOT_WRITTEN = {
    "tracks_assurance": {"Assurance"},
    "tracks_adversaries": {"Spent", "Thin", "Ample", "Abundant"},
    "poll_open": {"Australia", "Japan", "Korea", "Republic"},
    "reveal_seat": {"joint", "solo"},
    "reveal_overview": {
        "joint", "solo", "DPRK", "Allied", "leaders", "publics", "Bombers", "length",
        "peninsula", "with", "Korean", "fighters", "President", "says", "camera", "that",
        "extreme", "attack", "ally", "would",
    },
}  # fmt: skip


def test_a_picture_that_is_nearly_wide_enough_has_no_bars() -> None:
    image = picture(samples.DRAWN["hold"], 324, 182)
    corners = {image.pixel(x, y) for x in (0, 323) for y in (0, 181)}
    assert corners == {image.pixel(10, 10)}
    assert image.pixelColor(0, 0).name().upper() == DARK.room.bg


@pytest.mark.parametrize(("width", "height"), [(1024, 768), (1280, 800), (2560, 1080)])
def test_other_ratios_get_black_bars_and_no_new_layout(width: int, height: int) -> None:
    image = picture(samples.DRAWN["brief"], width, height)
    scale = min(width / 1920, height / 1080)
    inner = QRectF(0, 0, 1920 * scale, 1080 * scale)
    assert image.pixelColor(0, 0).name() == "#000000"
    assert image.pixelColor(width - 1, height - 1).name() == "#000000"
    part = image.copy(
        round((width - inner.width()) / 2),
        round((height - inner.height()) / 2),
        round(inner.width()),
        round(inner.height()),
    )
    assert part == picture(samples.DRAWN["brief"], part.width(), part.height())


@pytest.mark.parametrize("name", samples.DRAWN)
def test_painting_keeps_the_count_of_none(name: str) -> None:
    image = QImage(32, 18, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_into(painter, samples.DRAWN[name], DARK, 32, 18)
    before = sys.getrefcount(None)
    for _ in range(100):
        paint_into(painter, samples.DRAWN[name], DARK, 32, 18)
    painter.end()
    assert abs(sys.getrefcount(None) - before) <= 20


def test_painting_keeps_the_painters_state() -> None:
    image = QImage(192, 108, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    before = (painter.transform(), painter.pen(), painter.brush(), painter.hasClipping())
    paint_into(painter, samples.DRAWN["gap"], DARK, 192, 108)
    after = (painter.transform(), painter.pen(), painter.brush(), painter.hasClipping())
    painter.end()
    assert after == before
