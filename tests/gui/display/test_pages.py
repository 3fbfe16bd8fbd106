"""Pages: text that is long is turned, never shrunk, and no line of it is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.config.paths import scenarios
from app.core.display import (
    Asking,
    Brief,
    CellTick,
    Concern,
    DisplayState,
    End,
    Frame,
    Gap,
    Hold,
    InjectCard,
    Mark,
    PublicMove,
    Quote,
    RevealSeat,
    Screen,
    SeatMoves,
    SeatsSay,
    SettledLine,
    TextPage,
    Timeline,
    TimelineRow,
    TrackPage,
    Tracks,
)
from app.deck.read import read_deck
from app.gui.display import page_count, render_image, room_theme
from app.gui.display.faces import BODY, MOVE_TEXT
from app.gui.display.layout import Flow, flow, pieces, share
from app.gui.display.measure import Measure
from tests.gui.display import samples
from tests.gui.display.record import Written
from tests.gui.display.test_painter import ROOM

DARK = room_theme("dark")
WORDS = [f"word{number}" for number in range(260)]
LONG = " ".join(WORDS)
SHORT_LONG = " ".join(WORDS[:110])

LONG_SCREENS: dict[str, Screen] = {
    "hold": Hold("Title", LONG, "Note"),
    "brief": Brief("Heading", (LONG,), "Foot"),
    "inject": InjectCard("Source", "Heading", (LONG,), "Question?"),
    "deliberate": replace(samples.DELIBERATE, task=SHORT_LONG),
    "reveal": RevealSeat(
        SeatMoves(samples.US, True, (PublicMove("Title", "solo", text=LONG),), True)
    ),
    "concern": Concern(samples.US, "Label", (LONG,), ((samples.US, False),)),
    "quote": Quote(LONG, "Somebody"),
    "timeline": Timeline("Heading", (TimelineRow(1, "Turn", LONG),)),
    "text": TextPage("Heading", "It stands", (SettledLine("Line", LONG),), (samples.US,)),
    "say": SeatsSay("Heading", ((samples.US, LONG),)),
    "end": End("Thanks", (LONG,), "Foot"),
}


def measure(scale: float = 1.0) -> Measure:
    return Measure(Frame("Title", scale=scale), DARK.scale.room_type)


@pytest.mark.parametrize("scale", samples.SCALES)
@pytest.mark.parametrize("name", LONG_SCREENS)
def test_long_text_becomes_pages_and_no_word_is_lost(
    name: str, scale: float, written: list[Written]
) -> None:
    display = samples.shown(LONG_SCREENS[name], scale=scale)
    count = page_count(display, DARK)
    for page in range(count):
        render_image(replace(display, page=page), DARK, 192, 108)
    said = [word.strip("“”") for text in written for word in text.text.split()]
    said = [word for word in said if word.startswith("word")]
    assert count > 1
    assert list(dict.fromkeys(said)) == (WORDS[:110] if name == "deliberate" else WORDS)


@pytest.mark.parametrize("scale", samples.SCALES)
@pytest.mark.parametrize("name", LONG_SCREENS)
def test_long_text_stays_inside_the_picture(
    name: str, scale: float, written: list[Written]
) -> None:
    display = samples.shown(LONG_SCREENS[name], scale=scale)
    for page in range(page_count(display, DARK)):
        render_image(replace(display, page=page), DARK, 192, 108)
    assert [text.text for text in written if not ROOM.contains(text.ink)] == []


def long_names() -> dict[str, DisplayState]:
    """Names and labels far beyond what a deck should have."""
    name = "The Federated Commonwealth of Southern Island Republics"
    marks = tuple(Mark(f"{name} {index}", index) for index in range(8))
    track = samples.ASSURANCE_PAGE.rows[0]
    rows = tuple(
        replace(row, seat=marks[2], word="Read very badly indeed", sentence=name * 2)
        for row in samples.GAP.rows
    )
    return {
        "deliberate": samples.shown(
            replace(samples.DELIBERATE, cells=tuple(CellTick(mark, True) for mark in marks))
        ),
        "consult": samples.shown(
            replace(samples.CONSULT, rows=tuple(Asking(mark, marks[:3]) for mark in marks))
        ),
        "tracks": samples.shown(
            Tracks((TrackPage(name, (replace(track, name=name, seat=marks[5]),) * 3, name * 2),))
        ),
        "many_tracks": samples.shown(
            Tracks((TrackPage(name, (replace(track, name=name, reason=name),) * 6),))
        ),
        "gap": samples.shown(Gap(name, marks[0], rows, name)),
        "text": samples.shown(TextPage(name, name, (SettledLine(name, name),) * 3, marks)),
        "say": samples.shown(SeatsSay(name, tuple((mark, name * 3) for mark in marks))),
        "header": DisplayState(Frame(name, name, name), samples.BRIEF),
        "handling": DisplayState(Frame("Title", "Position", f"{name}, exercise"), samples.SAY),
    }


@pytest.mark.parametrize("scale", samples.SCALES)
@pytest.mark.parametrize("name", ["deliberate", "consult", "tracks", "many_tracks", "gap", "say",
                                  "text", "header", "handling"])  # fmt: skip
def test_long_names_stay_inside_the_picture(
    name: str, scale: float, written: list[Written]
) -> None:
    display = long_names()[name]
    display = replace(display, frame=replace(display.frame, scale=scale))
    for page in range(page_count(display, DARK)):
        written.clear()
        render_image(replace(display, page=page), DARK, 192, 108)
        outside = [text for text in written if not ROOM.contains(text.ink)]
        assert outside == []


def test_a_long_handling_line_is_shown_whole(written: list[Written]) -> None:
    display = long_names()["handling"]
    render_image(display, DARK, 192, 108)
    assert [text.text for text in written].count(display.frame.handling) == 2


@pytest.mark.parametrize("scale", samples.SCALES)
def test_a_brief_page_has_eight_lines_at_most(scale: float, written: list[Written]) -> None:
    display = samples.shown(LONG_SCREENS["brief"], scale=scale)
    for page in range(page_count(display, DARK)):
        written.clear()
        render_image(replace(display, page=page), DARK, 192, 108)
        assert sum(text.text.startswith("word") for text in written) <= 8


def test_a_brief_line_has_about_62_characters_at_most() -> None:
    lines = measure().wrap(samples.BRIEF.paragraphs[1], BODY, 1440)
    assert max(len(line) for line in lines) <= 62


@pytest.mark.parametrize(
    "text",
    [
        "Bombers fly the length of the peninsula with Korean fighters alongside.",
        "The President says on camera that an extreme attack on an ally would be answered.",
        "Tracks of missiles are shared between the two commands and stay live.",
    ],
)
@pytest.mark.parametrize("width", [600, 660, 746, 800])
def test_no_word_stands_alone_on_the_last_line_of_a_card(text: str, width: int) -> None:
    lines = measure().wrap(text, MOVE_TEXT, width, even=True)
    assert " " in lines[-1]
    assert " ".join(lines) == text


def test_a_word_wider_than_its_line_is_broken() -> None:
    word = "Donaudampfschiffahrtsgesellschaft" * 3
    lines = measure().wrap(word, BODY, 500)
    assert len(lines) > 1
    assert "".join(lines) == word
    assert max(measure().width(line, BODY) for line in lines) <= 501


@pytest.mark.parametrize("text", ["😀 and 🏳️ and 한국 and 日本 " * 9, "Nguyễn Ōe 王 " * 20])
def test_characters_beyond_the_alphabet_are_not_torn(text: str) -> None:
    lines = measure().wrap(text, BODY, 700)
    assert " ".join(lines) == " ".join(text.split())


@pytest.mark.parametrize("scale", [1.0, 1.15])
def test_the_flagships_opening_is_turned_between_paragraphs(
    scale: float, written: list[Written]
) -> None:
    opening = read_deck(scenarios() / "lengthening-shadow").about.opening
    display = samples.shown(Brief(opening.heading, opening.paragraphs, opening.foot), scale=scale)
    ends = []
    for page in range(page_count(display, DARK)):
        written.clear()
        render_image(replace(display, page=page), DARK, 192, 108)
        said = " ".join(text.text for text in written if not text.chrome)
        ends += [paragraph for paragraph in opening.paragraphs if paragraph in said]
    assert ends == list(opening.paragraphs)


def test_a_long_inject_is_turned_where_a_sentence_ends(written: list[Written]) -> None:
    sentences = [
        f"Sentence {n} speaks of ships, of harbours and of what was said." for n in range(8)
    ]
    display = DisplayState(Frame("Title"), InjectCard("Source", "Heading", (" ".join(sentences),)))
    assert page_count(display, DARK) == 2
    render_image(display, DARK, 1920, 1080)
    shown = " ".join(line.text for line in written)
    whole = [sentence for sentence in sentences if sentence in shown]
    assert 0 < len(whole) < len(sentences)
    assert sum(shown.count(f"Sentence {n} ") for n in range(8)) == len(whole)


def test_a_paragraph_leaves_two_lines_on_either_page() -> None:
    lines = tuple(f"line {number}" for number in range(5))
    first, second = flow([lines], Flow(10, 0), 40)
    assert [len(part) for part in (*first, *second)] == [3, 2]


def test_a_paragraph_of_three_lines_is_not_torn_after_another() -> None:
    above, three = ("above",), ("one", "two", "three")
    assert flow([above, three], Flow(10, 0), 30) == [[above], [three]]
    assert flow([above, three], Flow(10, 0), 40) == [[above, three]]


def test_flow_keeps_the_order_of_paragraphs() -> None:
    paragraphs = [tuple(f"{number}.{line}" for line in range(7)) for number in range(4)]
    dealt = flow(paragraphs, Flow(10, 5, most=6), 80, 50)
    assert [line for page in dealt for part in page for line in part] == [
        line for paragraph in paragraphs for line in paragraph
    ]


def test_rows_are_spread_evenly_over_pages() -> None:
    dealt = share([100.0] * 8, 0, 650, 120)
    assert [len(page) for page in dealt] == [4, 4]
    assert {slot.height for page in dealt for slot in page} == {120}


def test_a_tall_row_is_not_cut_by_its_lower_neighbours() -> None:
    (page,) = share([50.0, 200.0, 50.0], 0, 400, 150)
    assert [slot.height for slot in page] == [100, 200, 100]
    assert page[-1].bottom == 400


def test_no_rows_are_one_empty_page() -> None:
    assert share([], 0, 400, 100) == [[]]
    assert pieces((), 4) == [()]
