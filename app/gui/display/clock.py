"""Screens with a running clock: deliberation with its hand-in list, and the timer both share."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRectF

from app.core.display import CellTick, Deliberate, TimeLeft
from app.gui.display.canvas import Canvas
from app.gui.display.faces import BODY, LABEL, OPTION_STRONG, SMALL, SMALL_STRONG, TIMER, Face
from app.gui.display.frame import Page, body_bottom
from app.gui.display.layout import Lines, Slot, pieces, share
from app.gui.display.marks import caption
from app.gui.display.measure import BOTTOM, LEFT, RIGHT, Measure

SHORT = 120  # seconds from which the room is told that time is short
_LONG_ENOUGH = 180  # in a shorter phase that would be most of it: there it is the last quarter

_TOP = 250
_LABEL_TOP = 171
_GAP = 22
_CARD_HEIGHT, _FEW_CARD_HEIGHT = 158, 214
_FEW = 3
_NARROW, _WIDE = 1190, 1000
_BAR_TOP, _BAR_HEIGHT = 648, 18
_TASK_TOP = 705
_NAME = Face(4.4, 600, leading=1.2)


def time_words(time: TimeLeft) -> str:
    """What stands above a timer."""
    if time.word == "over":
        return "Time is up"
    if time.word == "closed":
        return "This phase"
    if time.word == "paused":
        return "Paused"
    if time.word == "idle":
        return "Time for this phase"
    if not is_short(time):
        return "Time remaining"
    return "Under 2 minutes" if time.total > _LONG_ENOUGH else "Almost time"


def is_short(time: TimeLeft) -> bool:
    """Whether a running timer is to be shown in ochre, with the words for it."""
    warned = SHORT if time.total > _LONG_ENOUGH else time.total / 4
    return time.word == "running" and time.seconds < warned


def deliberate_pages(screen: Deliberate, measure: Measure) -> list[Page]:
    """Timer, bar and task on the left, one card a cell on the right.

    A long task and many cells go on overleaf; the timer stands on every page.
    """
    cells = _Cells.of(screen.cells, measure)
    width = cells.task_width
    task = measure.wrap(screen.task, BODY, width)
    most = int((body_bottom(measure) - _TASK_TOP) // measure.line(BODY))
    parts, groups = pieces(task, most), cells.groups
    return [
        Page(
            partial(
                _draw_deliberate,
                screen,
                parts[min(number, len(parts) - 1)],
                cells,
                groups[min(number, len(groups) - 1)],
            )
        )
        for number in range(max(len(parts), len(groups)))
    ]


@dataclass(frozen=True, slots=True)
class _Cells:
    """The hand-in list: two lines a card, or one line where there are many cells."""

    cells: tuple[CellTick, ...]
    left: float
    tall: bool
    groups: tuple[tuple[Slot, ...], ...]

    @property
    def task_width(self) -> float:
        """The width that the list leaves for timer and task."""
        return self.left - (100 if self.tall else 60) - LEFT

    @classmethod
    def of(cls, cells: tuple[CellTick, ...], measure: Measure) -> _Cells:
        """Choose the form in which all cells have room, else deal them out to pages."""
        names = tuple(caption(cell.seat) for cell in cells)
        room = RIGHT - _WIDE - 24 - measure.at(62) - measure.at(84)
        word = measure.width("Deliberating", SMALL) + 24
        wide_enough = measure.widest(names, OPTION_STRONG) + word <= room
        low = measure.line(OPTION_STRONG) + 20
        high = measure.line(_NAME) + measure.line(SMALL) + 12
        gaps = (BOTTOM - _TOP) / max(1, len(cells))
        if gaps < high + 12 and low + 8 <= gaps and wide_enough:
            return cls(cells, _WIDE, False, _groups(len(cells), low + 8, measure))
        left = RIGHT - measure.at(74) - 37 - measure.at(100) - measure.widest(names, _NAME)
        return cls(
            cells, min(_NARROW, max(_WIDE, left)), True, _groups(len(cells), high + 12, measure)
        )


def _groups(count: int, least: float, measure: Measure) -> tuple[tuple[Slot, ...], ...]:
    tallest = (_FEW_CARD_HEIGHT if count <= _FEW else _CARD_HEIGHT) + _GAP
    pages = share([least] * count, _TOP, BOTTOM + 12, measure.at(tallest))
    return tuple(tuple(page) for page in pages)


def _draw_deliberate(
    screen: Deliberate, task: Lines, cells: _Cells, slots: tuple[Slot, ...], canvas: Canvas
) -> None:
    width = cells.task_width
    with canvas.within(QRectF(LEFT, 0, width, 1080)):
        _draw_timer(canvas, screen.time, width)
        canvas.lines(task, BODY, LEFT, _TASK_TOP)
    if not slots:
        return
    canvas.lines(["Hand-in"], LABEL, cells.left, _LABEL_TOP, "ink2")
    for slot in slots:
        gap = min(_GAP, max(8.0, slot.height * 0.12))
        box = QRectF(cells.left, slot.top, RIGHT - cells.left, slot.height - gap)
        with canvas.within(box):
            _draw_cell(canvas, box, cells.cells[slot.index], cells.tall)


def _draw_timer(canvas: Canvas, time: TimeLeft, width: float) -> None:
    measure = canvas.measure
    short = is_short(time)
    role = "ochre" if short else "ink"
    canvas.lines([time_words(time)], LABEL, LEFT, _LABEL_TOP, "ochre" if short else "ink2")
    face = _timer_face(measure, time.label, width)
    x = LEFT - measure.bearing("4" if time.label[0].isdigit() else time.label[0], face)
    canvas.write(time.label, face, x, 417 + measure.cap(face) / 2, role)
    bar = QRectF(LEFT, _BAR_TOP, width, _BAR_HEIGHT)
    canvas.fill(bar, "segment_off", _BAR_HEIGHT / 2)
    left = time.seconds / time.total if time.total > 0 else 0.0
    if left > 0 and time.word not in ("over", "closed"):
        part = max(_BAR_HEIGHT, width * min(1.0, left))
        canvas.fill(QRectF(LEFT, _BAR_TOP, part, _BAR_HEIGHT), role, _BAR_HEIGHT / 2)


def _timer_face(measure: Measure, label: str, width: float) -> Face:
    """The timer's face: 34 % of the height, less only for an hour or more."""
    size = measure.type.timer
    wide = measure.width(label, TIMER)
    return TIMER if wide <= width else TIMER.sized(size * width / wide * 0.99)


def _draw_cell(canvas: Canvas, box: QRectF, cell: CellTick, tall: bool) -> None:
    measure, middle = canvas.measure, box.center().y()
    if cell.handed_in:
        canvas.fill(box, "card", 14)
        canvas.outline(box, canvas.hue(cell.seat), 3, 14)
    else:
        canvas.outline(box, "line", 1, 14)
    word = "Handed in" if cell.handed_in else "Deliberating"
    inset = 37 if tall else 24
    side, tick = measure.at(38), measure.at(56 if tall else 44)
    canvas.glyph(cell.seat, box.left() + inset, middle, side)
    x = box.left() + inset + side + measure.at(36 if tall else 24)
    if tall:
        _draw_two_lines(canvas, cell, word, QRectF(x, box.top(), box.right() - x, box.height()))
    else:
        top = middle - measure.line(OPTION_STRONG) / 2
        canvas.lines([caption(cell.seat)], OPTION_STRONG, x, top)
        base = middle + measure.cap(SMALL) / 2
        canvas.write(word, SMALL, box.right() - measure.at(84), base, "ink2", "right")
    if cell.handed_in:
        canvas.icon("check", box.right() - inset - tick, middle, tick)


def _draw_two_lines(canvas: Canvas, cell: CellTick, word: str, area: QRectF) -> None:
    measure = canvas.measure
    room = area.width() - measure.at(100)
    face = measure.fitting((caption(cell.seat),), (_NAME, OPTION_STRONG, SMALL_STRONG), room)
    name = measure.elide(caption(cell.seat), face, room)
    height = measure.line(face) + measure.line(SMALL)
    top = area.center().y() - height / 2
    top = canvas.lines([name], face, area.left(), top)
    canvas.lines([word], SMALL, area.left(), top, "ink2")
