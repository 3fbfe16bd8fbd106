"""The quiet screens: hold card, end card, test card."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF

from app.core.display import End, Hold, TestCard
from app.gui.display.canvas import Canvas
from app.gui.display.faces import CHROME, HOLD_TITLE, OPTION, SMALL, Face
from app.gui.display.frame import Heading, Page, body_bottom, heading
from app.gui.display.layout import Flow, Lines, flow, pieces
from app.gui.display.measure import LEFT, RIGHT, Measure

_WIDTH = RIGHT - LEFT
_END_BODY = Face("body", serif=True, leading=1.45)
_END_WIDTH = 1540
_BAR = (112, 7)
_TITLE_BELOW_BAR = 33
_HOLD_TITLE_TOP, _END_TITLE_TOP = 385, 255
_NOTE_BOTTOM, _FOOT_BOTTOM = 952, 937
_SERIF_FROM = 4.2
_QUESTION = "Can the back row read this?"


def hold_pages(screen: Hold, measure: Measure) -> list[Page]:
    """The title in the middle, a line under it, a note at the foot."""
    title = measure.wrap(screen.title, HOLD_TITLE, _WIDTH, even=True, most=3)
    note = measure.wrap(screen.note, SMALL, _WIDTH) if screen.note else ()
    step = measure.line(HOLD_TITLE)
    top = max(190.0, _HOLD_TITLE_TOP - (len(title) - 1) * step / 2)
    below = top + len(title) * step + 18
    end = _NOTE_BOTTOM - len(note) * measure.line(SMALL) - 20
    line = measure.wrap(screen.line, OPTION, _WIDTH) if screen.line else ()
    most = int((end - below) // measure.line(OPTION))
    return [
        Page(partial(_draw_hold, title, top, part, note), bare=True) for part in pieces(line, most)
    ]


def _draw_hold(title: Lines, top: float, line: Lines, note: Lines, canvas: Canvas) -> None:
    end = _draw_title(canvas, title, top)
    canvas.lines(line, OPTION, LEFT, end + 18, "ink2")
    step = canvas.measure.line(SMALL)
    canvas.lines(note, SMALL, LEFT, _NOTE_BOTTOM - len(note) * step, "ink2")


def end_pages(screen: End, measure: Measure) -> list[Page]:
    """The title at the top, paragraphs under it, a foot."""
    title = measure.wrap(screen.title, HOLD_TITLE, _WIDTH, even=True, most=2)
    foot = measure.wrap(screen.foot, SMALL, _WIDTH) if screen.foot else ()
    top = _END_TITLE_TOP + len(title) * measure.line(HOLD_TITLE) + 39
    bottom = _FOOT_BOTTOM - len(foot) * measure.line(SMALL) - 30 if foot else 960
    paragraphs = [
        measure.wrap(text, _END_BODY, min(_WIDTH, measure.at(_END_WIDTH)))
        for text in screen.paragraphs
    ]
    how = Flow(measure.line(_END_BODY), measure.at(28))
    return [
        Page(partial(_draw_end, title, top, part, foot), bare=True)
        for part in flow(paragraphs, how, bottom - top)
    ]


def _draw_end(title: Lines, top: float, part: list[Lines], foot: Lines, canvas: Canvas) -> None:
    _draw_title(canvas, title, _END_TITLE_TOP)
    for lines in part:
        top = canvas.lines(lines, _END_BODY, LEFT, top) + canvas.measure.at(28)
    step = canvas.measure.line(SMALL)
    canvas.lines(foot, SMALL, LEFT, _FOOT_BOTTOM - len(foot) * step, "ink2")


def _draw_title(canvas: Canvas, title: Lines, top: float) -> float:
    width, height = _BAR
    canvas.fill(QRectF(LEFT, top - _TITLE_BELOW_BAR, width, height), "vermilion")
    return canvas.lines(title, HOLD_TITLE, LEFT, top)


def test_card_pages(screen: TestCard, measure: Measure) -> list[Page]:
    """The same line at several sizes, the size before it: can the back row read this?"""
    return [Page(partial(_draw_test_card, screen, heading(measure, _QUESTION)))]


def _draw_test_card(screen: TestCard, head: Heading, canvas: Canvas) -> None:
    measure = canvas.measure
    head.draw(canvas)
    top, indent = head.bottom + 40, measure.width("10.0 %", CHROME) + 40
    for percent in screen.percents:
        face = Face(percent, serif=percent >= _SERIF_FROM, chrome=True, leading=1.4, rigid=True)
        lines = measure.wrap(screen.line, face, _WIDTH - indent, most=2)
        if top + len(lines) * measure.line(face) > body_bottom(measure):
            break
        base = top + measure.rise(face)
        canvas.write(f"{percent:.1f} %", CHROME, LEFT, base, "ink3")
        top = canvas.lines(lines, face, LEFT + indent, top) + 24
