"""Who is asking whom: the fact, never the content."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRectF

from app.core.display import Consult
from app.gui.display.canvas import Canvas
from app.gui.display.clock import is_short, time_words
from app.gui.display.faces import HEADLINE, HEADLINE_PLAIN, SMALL, SMALL_TIMER
from app.gui.display.frame import Heading, Page, heading
from app.gui.display.layout import Lines, Slot, share
from app.gui.display.marks import MarkRun, caption, mark_run
from app.gui.display.measure import LEFT, RIGHT, Measure

_TALLEST, _FEW_TALLEST = 148, 174
_FEW = 3
_ROOMY = 1.3  # how much larger few rows may be
_TIMER_MIDDLE = 201.5
_ASKED_LEFT = 820


@dataclass(frozen=True, slots=True)
class _Table:
    """The rows: names of the asking cells, runs of the asked ones, and where both begin."""

    names: tuple[Lines, ...]
    runs: tuple[MarkRun, ...]
    asked_left: float
    measure: Measure

    @classmethod
    def of(cls, screen: Consult, measure: Measure) -> _Table:
        """Break names and runs; the asked begin right of the longest name."""
        indent = measure.at(74)
        captions = tuple(caption(row.asking) for row in screen.rows)
        widest = measure.widest(captions, HEADLINE)
        left = min(1040.0, max(_ASKED_LEFT, LEFT + indent + widest + measure.at(166)))
        room = left - measure.at(130) - indent - LEFT
        names = tuple(measure.wrap(name, HEADLINE, room, even=True) for name in captions)
        runs = tuple(
            mark_run(row.asked, HEADLINE_PLAIN, RIGHT - left, measure) for row in screen.rows
        )
        return cls(names, runs, left, measure)

    def heights(self) -> list[float]:
        """How high each row must be."""
        return [
            max(run.height, len(name) * self.measure.line(HEADLINE)) + 8
            for run, name in zip(self.runs, self.names, strict=True)
        ]


def consult_pages(screen: Consult, measure: Measure) -> list[Page]:
    """One row an asking cell, large where they are few; the timer beside the heading."""
    label_left = _label_left(screen, measure)
    head = heading(measure, screen.heading, label_left - 40 - LEFT)
    foot = measure.wrap(screen.foot, SMALL, RIGHT - LEFT) if screen.foot else ()
    bottom = 983 - len(foot) * measure.line(SMALL) - 20 if foot else 984
    few = len(screen.rows) <= _FEW
    for use in measure.sizes(_ROOMY if few else 1.0):
        table = _Table.of(screen, use)
        tallest = use.at(_FEW_TALLEST if few else _TALLEST)
        pages = share(table.heights(), max(319.0, head.bottom + 30), bottom, tallest)
        if len(pages) == 1 and all(len(name) == 1 for name in table.names):
            break
    return [Page(partial(_draw_consult, screen, head, foot, table, slots)) for slots in pages]


def _label_left(screen: Consult, measure: Measure) -> float:
    timer = measure.width(screen.time.label, SMALL_TIMER)
    return RIGHT - timer - 70 - measure.width(time_words(screen.time), SMALL)


def _draw_consult(
    screen: Consult,
    head: Heading,
    foot: Lines,
    table: _Table,
    slots: list[Slot],
    canvas: Canvas,
) -> None:
    measure = canvas.measure
    head.draw(canvas)
    _draw_timer(canvas, screen)
    for slot in slots:
        if slot is slots[0]:
            canvas.rule(slot.top - 1)
        canvas.rule(slot.bottom - 1)
        with canvas.sized(table.measure):
            _draw_row(canvas, screen, table, slot)
    step = measure.line(SMALL)
    canvas.lines(foot, SMALL, LEFT, 983 - len(foot) * step, "ink2")


def _draw_timer(canvas: Canvas, screen: Consult) -> None:
    measure, short = canvas.measure, is_short(screen.time)
    base = _TIMER_MIDDLE + measure.cap(SMALL_TIMER) / 2
    label = screen.time.label
    canvas.write(label, SMALL_TIMER, RIGHT, base, "ochre" if short else "ink", "right")
    words, x = time_words(screen.time), _label_left(screen, measure)
    canvas.write(words, SMALL, x, base - 12, "ochre" if short else "ink2")


def _draw_row(canvas: Canvas, screen: Consult, table: _Table, slot: Slot) -> None:
    measure, mark = canvas.measure, screen.rows[slot.index].asking
    name, run = table.names[slot.index], table.runs[slot.index]
    with canvas.within(QRectF(LEFT, slot.top, RIGHT - LEFT, slot.height)):
        canvas.glyph(mark, LEFT, slot.middle, measure.at(38))
        top = slot.middle - len(name) * measure.line(HEADLINE) / 2
        canvas.lines(name, HEADLINE, LEFT + measure.at(74), top)
        size = measure.at(60)
        canvas.icon("arrow-right", table.asked_left - measure.at(120), slot.middle, size, "ink3")
        run.draw(canvas, table.asked_left, slot.middle - run.height / 2)
