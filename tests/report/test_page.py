"""The page can be read by everyone, and nothing in it is alive."""

from __future__ import annotations

import dataclasses
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from app.core import events as ev
from app.core.book import Book
from app.core.values import FollowUp
from app.report.html import to_html
from tests.report.played import SETUP, Log, played
from tests.report.test_build import AUDIENCES, built

VOID = {"meta", "link", "img", "br", "hr", "input"}
HOSTILE = (
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    "{{ 7 * 7 }} {% include 'x' %} ${7*7}",
    "\u202egnp.exe\u202c",
    "\"><svg onload=alert(1)> & ' ]]> -->",
    "=cmd|' /C calc'!A0",
    "x" * 20_000,
)


class Page(HTMLParser):
    """The elements of a page in order, with their attributes and the text inside them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.open: list[str] = []
        self.inside: list[tuple[str, str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1] == tag, (self.open[-5:], tag, self.getpos())
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.text.append(data)
        if self.open:
            self.inside.append((self.open[-1], data))

    def all(self, *tags: str) -> list[dict[str, str | None]]:
        return [attrs for tag, attrs in self.elements if tag in tags]


@pytest.fixture(scope="module", params=AUDIENCES)
def page(request: pytest.FixtureRequest, log: Log) -> Page:
    return Page(to_html(built(log, request.param)))


def test_the_page_is_well_formed_and_says_its_language(page: Page) -> None:
    assert page.open == []
    assert page.all("html")[0]["lang"] == "en"
    assert len(page.all("title")) >= 1


def test_headings_are_one_tree(page: Page) -> None:
    levels = [int(tag[1]) for tag, _ in page.elements if tag in ("h1", "h2", "h3", "h4")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(b - a <= 1 or (a, b) == (2, 4) for a, b in pairwise(levels))


def test_every_table_has_a_caption_and_heads_with_a_scope(page: Page) -> None:
    assert len(page.all("table")) == len(page.all("caption"))
    assert all(head.get("scope") in ("row", "col") for head in page.all("th"))


def test_every_drawing_has_words_or_is_said_elsewhere(page: Page) -> None:
    for svg in page.all("svg"):
        named = svg.get("aria-label") or svg.get("aria-labelledby")
        assert svg.get("aria-hidden") == "true" or (svg.get("role") == "img" and named)
    assert all(image.get("alt") for image in page.all("img"))


def test_ids_are_unique_and_labels_exist(page: Page) -> None:
    ids = [attrs["id"] for _, attrs in page.elements if attrs.get("id")]
    assert len(ids) == len(set(ids))
    named = [a["aria-labelledby"] for _, a in page.elements if a.get("aria-labelledby")]
    assert {name for names in named for name in (names or "").split()} <= set(ids)


def test_there_is_a_way_past_the_contents(page: Page) -> None:
    assert page.all("a")[0] == {"class": "skip", "href": "#report"}
    assert page.all("main")[0]["id"] == "report"


def test_nothing_is_loaded_and_nothing_runs(page: Page) -> None:
    assert not page.all("script", "iframe", "object", "embed", "form", "link", "base")
    for _, attrs in page.elements:
        assert not [name for name in attrs if name.startswith("on") or name == "style"]
        assert "src" not in attrs
        assert (attrs.get("href") or "#").startswith("#")
    policy = next(a for a in page.all("meta") if a.get("http-equiv"))["content"] or ""
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_what_people_said_stays_text(book: Book, text: str) -> None:
    setup = dataclasses.replace(
        SETUP, title=text, handling=text, purpose=text, place=text, white_cell=text
    )

    def more(log: Log) -> None:
        log.add(ev.SentenceHeard("CAL", text))
        log.note("h1", "quote", text, "TAV", quotable=True, tensions=("T07",))
        log.note("h2", "insight", text, starred=True, dissent=text, tensions=("T07",))
        log.note("h3", "surprise", text, "TAV", tensions=("T07",))
        log.add(ev.FollowUpWritten(FollowUp(text, text, text, text)))

    log = played(book, setup, more)
    for audience in AUDIENCES:
        page = Page(to_html(built(log, audience)))
        assert page.open == []
        assert not page.all("script", "img")
        assert all(not name.startswith("on") for _, attrs in page.elements for name in attrs)
        flat = " ".join("".join(page.text).split())
        assert flat.count(" ".join(text.split())) >= 6
        styles = [data for tag, data in page.inside if tag == "style"]
        assert "</" not in "".join(styles)
        assert len(styles) == 1
