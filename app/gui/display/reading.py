"""Screens to be read together: brief, inject, private concern, quote."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QRectF

from app.core.display import Brief, Concern, InjectCard, Mark, Quote
from app.gui.display.canvas import Canvas
from app.gui.display.faces import (
    BODY,
    CHROME,
    CONCERN,
    CONCERN_SIZES,
    CONCERN_SMALLER,
    HEADING,
    INJECT_HEADING,
    LABEL,
    OPTION_STRONG,
    QUOTE,
    SMALL,
    SMALL_STRONG,
    Face,
)
from app.gui.display.frame import HEADING_TOP, Heading, Page, body_bottom, heading
from app.gui.display.layout import Flow, Lines, flow
from app.gui.display.marks import caption
from app.gui.display.measure import LEFT, RIGHT, Measure

_WIDTH = RIGHT - LEFT
_BODY_WIDTH = 1440
_BRIEF_LINES = 8
_CARD = QRectF(LEFT, 164, _WIDTH, 810)
_PAD = 72


# --- Brief -------------------------------------------------------------------------------------


def brief_pages(screen: Brief, measure: Measure) -> list[Page]:
    """The heading on every page, the foot on the first, eight lines at most on each.

    Where it costs no page more, pages are turned between paragraphs.
    """
    head = heading(measure, screen.heading)
    foot = measure.wrap(screen.foot, CHROME, _WIDTH) if screen.foot else ()
    top, bottom = head.bottom + 24, body_bottom(measure)
    first = _foot_top(foot, measure) - 24 if foot else bottom
    width = min(_WIDTH, measure.at(_BODY_WIDTH))
    paragraphs = [measure.wrap(text, BODY, width) for text in screen.paragraphs]
    how = Flow(measure.line(BODY), measure.at(31), _BRIEF_LINES)
    parts = flow(paragraphs, how, bottom - top, first - top)
    if len(parts) > 1:
        unsplit = flow(paragraphs, replace(how, whole=True), bottom - top, first - top)
        parts = unsplit if len(unsplit) == len(parts) else parts
    return [
        Page(partial(_draw_brief, head, part, () if number else foot))
        for number, part in enumerate(parts)
    ]


def _foot_top(foot: Lines, measure: Measure) -> float:
    return 957 - len(foot) * measure.line(CHROME)


def _draw_brief(head: Heading, part: list[Lines], foot: Lines, canvas: Canvas) -> None:
    head.draw(canvas)
    top = head.bottom + 24
    for lines in part:
        top = canvas.lines(lines, BODY, LEFT, top) + canvas.measure.at(31)
    canvas.lines(foot, CHROME, LEFT, _foot_top(foot, canvas.measure), "ink3")


# --- Inject ------------------------------------------------------------------------------------


def inject_pages(screen: InjectCard, measure: Measure) -> list[Page]:
    """A card: source and in-world time, headline, text; the question on the last page."""
    width = _CARD.width() - 2 * _PAD
    label = measure.wrap(screen.label, LABEL, width, most=2)
    head = measure.wrap(screen.heading, INJECT_HEADING, width, even=True, most=2)
    question = measure.wrap(screen.question, OPTION_STRONG, width) if screen.question else ()
    top = _CARD.top() + 53 + len(label) * measure.line(LABEL) + 13
    top += len(head) * measure.line(INJECT_HEADING) + 48
    bottom = _question_rule(question, measure) - 30 if question else _CARD.bottom() - 40
    text_width = min(width, measure.at(_BODY_WIDTH))
    paragraphs = [measure.wrap(text, BODY, text_width) for text in screen.paragraphs]
    how = Flow(measure.line(BODY), measure.at(30), 5)
    parts = flow(paragraphs, how, bottom - top)
    if len(parts) > 1 and len(screen.paragraphs) == 1:
        most = max(len(lines) for part in parts for lines in part)
        pages = _between_sentences(screen.paragraphs[0], partial(_body, measure, text_width), most)
        fits = len(pages) == len(parts) and all(len(lines) <= most for lines in pages)
        parts = [[lines] for lines in pages] if fits else parts
    last = len(parts) - 1
    return [
        Page(partial(_draw_inject, label, head, part, question if number == last else ()))
        for number, part in enumerate(parts)
    ]


def _body(measure: Measure, width: float, text: str) -> Lines:
    return measure.wrap(text, BODY, width)


def _between_sentences(text: str, wrap: Callable[[str], Lines], most: int) -> list[Lines]:
    """The pages of a text of so many lines each, turned where a sentence ends."""
    pages: list[str] = []
    for sentence in re.split(r"(?<=[.!?”])\s+", text):
        longer = f"{pages[-1]} {sentence}" if pages else sentence
        if pages and len(wrap(longer)) <= most:
            pages[-1] = longer
        else:
            pages.append(sentence)
    return [wrap(page) for page in pages]


def _question_rule(question: Lines, measure: Measure) -> float:
    return _CARD.bottom() - 107 - len(question) * measure.line(OPTION_STRONG)


def _draw_inject(
    label: Lines, head: Lines, part: list[Lines], question: Lines, canvas: Canvas
) -> None:
    measure, x = canvas.measure, _CARD.left() + _PAD
    canvas.card(_CARD)
    with canvas.within(_CARD):
        start = _CARD.top() + 53
        top = canvas.lines(label, LABEL, x, start, "ochre") + 13
        top = canvas.lines(head, INJECT_HEADING, x, top)
        canvas.fill(QRectF(_CARD.left(), start + 5, 8, top + 31 - start - 5), "ochre")
        top += 48
        for lines in part:
            top = canvas.lines(lines, BODY, x, top) + measure.at(30)
        if question:
            rule = _question_rule(question, measure)
            canvas.rule(rule, x, _CARD.right() - _PAD, "line2")
            canvas.lines(question, OPTION_STRONG, x, rule + 38)


# --- Private concern ---------------------------------------------------------------------------


def concern_pages(screen: Concern, measure: Measure) -> list[Page]:
    """A seat's concern, large; under it who has read and who comes next.

    It stands on one page where a smaller size lets it; pages are turned between sentences.
    """
    label = measure.wrap(screen.label, SMALL, _WIDTH, most=2)
    order = _order_rows(screen, measure)
    top = 175 + len(label) * measure.line(SMALL) + 14 + measure.line(HEADING) + 37
    rule = 950 - len(order) * _order_line(measure) if order else body_bottom(measure)
    face, parts = _spoken(screen.sentences, rule - 44 - top, measure)
    return [
        Page(partial(_draw_concern, screen.seat, label, face, part, order, top)) for part in parts
    ]


def _spoken(
    sentences: tuple[str, ...], room: float, measure: Measure
) -> tuple[Face, list[list[Lines]]]:
    """The sentences on one page where they can be; else large, on pages that split none."""
    dealt: list[tuple[Face, list[list[Lines]]]] = []
    for size in (*CONCERN_SIZES, *CONCERN_SMALLER):
        face = CONCERN.sized(size)
        lines = [measure.wrap(text, face, _WIDTH - 60, even=True) for text in sentences]
        dealt.append((face, flow(lines, Flow(measure.line(face), 0, whole=True), room)))
    on_one = [found for found in dealt[: len(CONCERN_SIZES)] if len(found[1]) == 1]
    unsplit = [found for found in dealt if sum(map(len, found[1])) == len(sentences)]
    return next(iter(on_one or unsplit or dealt))


def _draw_concern(
    seat: Mark,
    label: Lines,
    face: Face,
    part: list[Lines],
    order: list[list[_Reader]],
    top: float,
    canvas: Canvas,
) -> None:
    measure = canvas.measure
    name_top = canvas.lines(label, SMALL, LEFT, 175, "ink2") + 14
    side = measure.at(54)
    canvas.glyph(seat, LEFT, name_top + measure.line(HEADING) / 2, side)
    canvas.lines([caption(seat)], HEADING, LEFT + side + measure.at(34), name_top)
    end = top
    for lines in part:
        end = canvas.lines(lines, face, LEFT + 60, end)
    canvas.fill(QRectF(LEFT, top + 10, 8, end - top - 24), canvas.hue(seat))
    if order:
        _draw_order(canvas, order)


class _Reader:
    """One seat in the order of reading: what it shows and how wide it is."""

    def __init__(self, mark: Mark, read: bool, current: bool, measure: Measure) -> None:
        self.mark, self.read = mark, read
        self.face = SMALL_STRONG if current else SMALL
        self.role = "ink" if current else "ink2" if read else "ink3"
        self.name = caption(mark)
        self.indent = measure.at(52)
        self.tick = measure.at(62) if read else 0.0
        self.width = self.indent + measure.width(self.name, self.face) + self.tick


def _order_line(measure: Measure) -> float:
    return measure.line(SMALL) + 14


def _order_rows(screen: Concern, measure: Measure) -> list[list[_Reader]]:
    rows: list[list[_Reader]] = []
    left = 0.0
    for mark, read in screen.order:
        reader = _Reader(mark, read, mark == screen.seat, measure)
        if not rows or left + reader.width > _WIDTH:
            rows.append([])
            left = 0.0
        rows[-1].append(reader)
        left += reader.width + measure.at(70)
    return rows


def _draw_order(canvas: Canvas, rows: list[list[_Reader]]) -> None:
    measure, step = canvas.measure, _order_line(canvas.measure)
    top = 950 - len(rows) * step
    canvas.rule(top - 24)
    for row in rows:
        x, middle = float(LEFT), top + measure.line(SMALL) / 2
        for reader in row:
            canvas.glyph(reader.mark, x, middle, measure.at(30))
            canvas.lines([reader.name], reader.face, x + reader.indent, top, reader.role)
            if reader.read:
                canvas.icon(
                    "check", x + reader.width - measure.at(46), middle, measure.at(40), "ink2"
                )
            x += reader.width + measure.at(70)
        top += step


# --- Quote -------------------------------------------------------------------------------------


def quote_pages(screen: Quote, measure: Measure) -> list[Page]:
    """One quote, in the middle of the height; who said it under its last line."""
    text = f"“{screen.text.strip('“”')}”"
    lines = measure.wrap(text, QUOTE, _WIDTH - 60, even=True)
    who = measure.wrap(screen.attribution, SMALL, _WIDTH - 60, most=2)
    room = body_bottom(measure) - HEADING_TOP - 40 - len(who) * measure.line(SMALL)
    parts = flow([lines], Flow(measure.line(QUOTE), 0), room)
    last = len(parts) - 1
    return [
        Page(partial(_draw_quote, part, who if number == last else ()))
        for number, part in enumerate(parts)
    ]


def _draw_quote(part: list[Lines], who: Lines, canvas: Canvas) -> None:
    measure = canvas.measure
    lines = [line for lines in part for line in lines]
    height = len(lines) * measure.line(QUOTE)
    after = 40 + len(who) * measure.line(SMALL) if who else 0
    top = (HEADING_TOP + body_bottom(measure) - height - after) / 2
    end = canvas.lines(lines, QUOTE, LEFT + 60, top)
    canvas.fill(QRectF(LEFT, top + 8, 8, height - 16), "line2")
    canvas.lines(who, SMALL, LEFT + 60, end + 40, "ink2")
