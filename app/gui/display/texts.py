"""A text that the seats drafted: a line each for what it says, and below who signed it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRectF

from app.core.display import TextPage
from app.gui.display.canvas import Canvas
from app.gui.display.faces import BAND_LARGE_STEPS, LABEL, SMALL, TENSION
from app.gui.display.frame import Heading, Page, body_bottom, heading
from app.gui.display.layout import Lines, Slot, pieces, share
from app.gui.display.marks import MarkRun, mark_run
from app.gui.display.measure import LEFT, RIGHT, Measure

_WIDTH = RIGHT - LEFT
_TALLEST, _ROOMY = 150, 1.3
_SIGNED = "Signed by"


@dataclass(frozen=True, slots=True)
class _Row:
    """A label, and beside it what a line says (a long one goes on in a further row) or marks."""

    label: Lines
    text: Lines
    marks: MarkRun | None
    height: float


def text_pages(screen: TextPage, measure: Measure) -> list[Page]:
    """The lines and the signers, large where there is room; or that there is no text."""
    head = heading(measure, screen.title)
    if not screen.lines:
        return [Page(partial(_draw_none, screen, head))]
    top = head.bottom + 16 + measure.line(LABEL) + 28
    bottom = body_bottom(measure)
    for use in measure.sizes(_ROOMY):
        left = _left(screen, use)
        rows = _rows(screen, left, bottom - top, use)
        slots = share([row.height for row in rows], top, bottom, use.at(_TALLEST))
        if len(slots) == 1:
            break
    return [
        Page(partial(_draw_text, screen, head, rows, part, left), measure=use) for part in slots
    ]


def _left(screen: TextPage, measure: Measure) -> float:
    """Where what the lines say begins: behind the widest label, about in the middle at most."""
    labels = (*(line.label for line in screen.lines), _SIGNED)
    return min(860.0, max(520.0, LEFT + measure.widest(labels, LABEL) + 70))


def _rows(screen: TextPage, left: float, height: float, measure: Measure) -> list[_Row]:
    most = int((height - 20) // measure.line(TENSION))
    room = left - LEFT - 40
    rows: list[_Row] = []
    for line in screen.lines:
        label = measure.wrap(line.label, LABEL, room, even=True, most=3)
        for part in pieces(measure.wrap(line.option, TENSION, RIGHT - left), most):
            tall = max(len(part) * measure.line(TENSION), len(label) * measure.line(LABEL))
            rows.append(_Row(label, part, None, tall + 16))
    run = mark_run(screen.signers, LABEL, RIGHT - left, measure)
    return [*rows, _Row((_SIGNED,), (), run, max(run.height, measure.line(LABEL)) + 28)]


def _draw_text(
    screen: TextPage,
    head: Heading,
    rows: list[_Row],
    slots: list[Slot],
    left: float,
    canvas: Canvas,
) -> None:
    head.draw(canvas)
    with canvas.sized(head.measure):
        canvas.lines([screen.words], LABEL, LEFT, head.bottom + 12, "ink2")
    for slot in slots:
        canvas.rule(slot.top - 1)
        with canvas.within(QRectF(LEFT, slot.top, _WIDTH, slot.height)):
            _draw_row(canvas, rows[slot.index], slot, left)


def _draw_row(canvas: Canvas, row: _Row, slot: Slot, left: float) -> None:
    measure = canvas.measure
    label_top = slot.middle - len(row.label) * measure.line(LABEL) / 2
    canvas.lines(row.label, LABEL, LEFT, label_top, "ink2")
    if row.marks is not None:
        row.marks.draw(canvas, left, slot.middle - row.marks.height / 2)
    else:
        top = slot.middle - len(row.text) * measure.line(TENSION) / 2
        canvas.lines(row.text, TENSION, left, top)


def _draw_none(screen: TextPage, head: Heading, canvas: Canvas) -> None:
    measure = canvas.measure
    head.draw(canvas)
    face = measure.fitting((screen.words,), BAND_LARGE_STEPS, _WIDTH)
    lines = measure.wrap(screen.words, face, _WIDTH)
    room = body_bottom(measure) - head.bottom
    top = head.bottom + (room - len(lines) * measure.line(face)) / 2 - measure.line(SMALL)
    canvas.lines(lines, face, LEFT, top)
