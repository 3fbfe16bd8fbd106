"""Small exercises: a page with few things on it is written large, and nothing is cut."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from app.core.display import DisplayState, TimeLeft, Tracks
from app.gui.display import page_count, render_image
from app.gui.display.clock import is_short, time_words
from app.gui.display.layout import Flow, flow, share
from tests.gui.display import few, samples
from tests.gui.display.record import Written
from tests.gui.display.test_painter import (
    CHROME,
    DARK,
    ESSENTIAL,
    ROOM,
    at_scale,
    pages,
    picture,
)


def texts(display: DisplayState, written: list[Written]) -> list[list[Written]]:
    """What is written on each page."""
    dealt: list[list[Written]] = []
    for page in pages(display):
        written.clear()
        picture(page)
        dealt.append(list(written))
    return dealt


def said(display: DisplayState, written: list[Written]) -> list[str]:
    return [text.text for page in texts(display, written) for text in page]


def pixels_of(word: str, display: DisplayState, written: list[Written]) -> int:
    return max(
        text.pixels for page in texts(display, written) for text in page if text.text == word
    )


@pytest.mark.parametrize("scale", samples.SCALES)
@pytest.mark.parametrize("name", few.FEW)
def test_no_text_of_a_small_exercise_is_cut_lost_small_or_overlapping(
    name: str, scale: float, written: list[Written]
) -> None:
    for page in texts(at_scale(few.FEW[name], scale), written):
        for place, text in enumerate(page):
            assert text.area.adjusted(-1, -1, 1, 1).contains(text.ink), text.text
            assert ROOM.adjusted(100, 20, -100, -20).contains(text.ink), text.text
            assert text.pixels >= (CHROME if text.chrome else ESSENTIAL), text.text
            assert not text.text.endswith("…"), text.text
            for other in page[place + 1 :]:
                assert not text.ink.adjusted(1, 1, -1, -1).intersects(other.ink), (
                    f"{text.text!r} runs into {other.text!r}"
                )


@pytest.mark.parametrize("name", few.FEW)
def test_a_small_exercise_takes_one_page_a_screen(name: str) -> None:
    assert page_count(few.FEW[name], DARK) == 1


# --- Polls -------------------------------------------------------------------------------------


@pytest.mark.parametrize("scale", samples.SCALES)
def test_a_poll_in_words_shows_lines_and_no_scale(scale: float, written: list[Written]) -> None:
    shown = said(at_scale(few.FEW["words"], scale), written)
    assert "At most 12 words, and a tension" in shown
    assert not {str(value) for value in range(11)} & set(shown)


def test_a_poll_on_a_scale_shows_no_lines(written: list[Written]) -> None:
    shown = said(samples.DRAWN["poll_open"], written)
    assert {str(value) for value in range(11)} <= set(shown)
    assert "At most 12 words, and a tension" not in shown


# --- Tracks ------------------------------------------------------------------------------------


@pytest.mark.parametrize("scale", samples.SCALES)
@pytest.mark.parametrize("name", ["one_band", "two_bands"])
def test_every_band_is_named_whole(name: str, scale: float, written: list[Written]) -> None:
    shown = " ".join(said(at_scale(few.FEW[name], scale), written))
    for band in few.WEAPONS:
        assert band in shown or all(word in shown for word in band.split())
    assert "…" not in shown


def test_one_gauge_alone_is_larger_than_one_of_three(written: list[Written]) -> None:
    three = pixels_of("Uneasy", samples.DRAWN["tracks_assurance"], written)
    page = replace(samples.ASSURANCE_PAGE, rows=samples.ASSURANCE_PAGE.rows[2:])
    assert pixels_of("Uneasy", samples.shown(Tracks((page,))), written) >= 1.2 * three


def test_a_digit_of_one_of_two_gauges_is_larger_than_of_six(written: list[Written]) -> None:
    six = pixels_of("4", samples.DRAWN["tracks_adversaries"], written)
    assert pixels_of("4", few.FEW["two_digits"], written) > six


def test_eight_seats_share_gauge_pages_evenly() -> None:
    dealt = share([150.0] * 7, 0, 500, 200)
    assert [len(page) for page in dealt] == [3, 2, 2]


# --- Concern -----------------------------------------------------------------------------------


@pytest.mark.parametrize("scale", samples.SCALES)
def test_a_concern_is_never_turned_inside_a_sentence(scale: float, written: list[Written]) -> None:
    for page in texts(at_scale(few.FEW["concern"], scale), written):
        together = " ".join(text.text for text in page)
        for sentence in few.CONCERN.sentences:
            words = sentence.split()
            assert sentence in together or not (words[0] in together and words[-2] in together)
            if " ".join(words[:3]) in together:
                assert sentence in together


def test_a_paragraph_kept_whole_moves_to_the_next_page() -> None:
    first, second = ("a", "b", "c"), ("d", "e", "f")
    assert flow([first, second], Flow(10, 0, whole=True), 40) == [[first], [second]]
    assert flow([("a",) * 5], Flow(10, 0, whole=True), 40) == [[("a",) * 3], [("a",) * 2]]


# --- Timer -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("seconds", "total", "words"),
    [
        (119, 360, "Under 2 minutes"),
        (120, 360, "Time remaining"),
        (119, 181, "Under 2 minutes"),
        (119, 180, "Time remaining"),
        (44, 180, "Almost time"),
        (60, 60, "Time remaining"),
        (15, 60, "Time remaining"),
        (14, 60, "Almost time"),
    ],
)
def test_a_short_phase_is_not_warned_of_from_its_start(
    seconds: int, total: int, words: str
) -> None:
    left = TimeLeft(seconds, total)
    assert time_words(left) == words
    assert is_short(left) == (words != "Time remaining")


@pytest.mark.parametrize("word", ["paused", "over", "closed", "idle"])
def test_only_a_running_timer_warns(word: str) -> None:
    assert not is_short(replace(TimeLeft(5, 600), word=word))  # type: ignore[arg-type]


# --- Moves, gap, recap -------------------------------------------------------------------------


def test_the_moves_of_two_cells_fill_their_page(written: list[Written]) -> None:
    title = "Hold a town meeting"
    few_seats = pixels_of(title, few.FEW["overview"], written)
    assert few_seats >= 1.3 * pixels_of("Ask for a seat", samples.ALL["eight_overview"], written)
    (page,) = texts(few.FEW["overview"], written)
    assert max(text.ink.bottom() for text in page if not text.chrome) > 900


@pytest.mark.parametrize("name", ["two_moves", "one_move"])
def test_short_moves_are_written_larger_than_in_the_drawing(
    name: str, written: list[Written]
) -> None:
    drawn = pixels_of("Bomber visit", samples.DRAWN["reveal_seat"], written)
    title = {"two_moves": "Patrol under flag", "one_move": "Hold a town meeting"}[name]
    assert pixels_of(title, few.FEW[name], written) > drawn


@pytest.mark.parametrize("scale", samples.SCALES)
@pytest.mark.parametrize("name", ["gap_far", "gap_near", "gap_two"])
def test_the_key_of_a_gap_is_well_apart(name: str, scale: float, written: list[Written]) -> None:
    for page in texts(at_scale(few.FEW[name], scale), written):
        felt, expected = (
            next(text.ink for text in page if text.text == words)
            for words in ("felt, with range", "Calder Union estimate")
        )
        beside = max(expected.left() - felt.right(), felt.left() - expected.right())
        below = abs(expected.center().y() - felt.center().y())
        assert beside >= 50 or below >= 30


def test_one_ally_alone_is_larger_than_one_of_three(written: list[Written]) -> None:
    drawn = pixels_of("Misread", samples.DRAWN["gap"], written)
    assert pixels_of("Misread", few.FEW["gap_far"], written) >= 1.35 * drawn


@pytest.mark.parametrize("scale", samples.SCALES)
def test_the_recap_breaks_no_move_in_two(scale: float, written: list[Written]) -> None:
    shown = said(at_scale(few.FEW["timeline"], scale), written)
    for row in few.TIMELINE.rows:
        for move in row.text.split("; "):
            assert any(move in line for line in shown), move


# --- Time --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", few.FEW)
def test_trying_sizes_does_not_slow_the_room_down(name: str) -> None:
    display = few.FEW[name]
    render_image(display, DARK, 192, 108)
    start = time.perf_counter()
    for _ in range(10):
        render_image(display, DARK, 192, 108)
    assert (time.perf_counter() - start) / 10 < 0.016
