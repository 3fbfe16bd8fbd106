"""All seats' moves, one line a move: two seats beside one another, few ones below one another."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRectF

from app.core.display import Mark, PublicMove, RevealOverview, SeatMoves
from app.gui.display.canvas import Canvas
from app.gui.display.faces import HEADLINE, HEADLINE_PLAIN, LABEL, OPTION, SMALL
from app.gui.display.frame import Heading, Page, heading
from app.gui.display.layout import Lines, Slot, share
from app.gui.display.marks import caption
from app.gui.display.measure import HEIGHT, LEFT, RIGHT, Measure
from app.gui.display.reveal import ICONS, NOT_REVEALED, QUIET, channel_words, draw_hidden
from app.gui.widgets.seat_glyph import SHAPES

_GAP = 30
_ROW_GAP = 26
_PAD = 44
_TOP_PAD = 30
_TALLEST = 372
_MOST_SIGNERS = 7
_FEW = 3
_ROOMY = 1.5  # how much larger the moves of few seats may be written


@dataclass(frozen=True, slots=True)
class _MoveRow:
    """A move in one line: its title broken for what the channel leaves."""

    move: PublicMove
    title: Lines
    word: str
    word_width: float


@dataclass(frozen=True, slots=True)
class _SeatBox:
    """What stands in a seat's box, and how high it must be."""

    seat: SeatMoves
    rows: tuple[_MoveRow, ...]
    height: float

    @classmethod
    def of(cls, seat: SeatMoves, columns: int, measure: Measure) -> _SeatBox:
        """Break a seat's moves into lines."""
        rows = tuple(_row(move, columns, measure) for move in seat.moves) if seat.revealed else ()
        height = _TOP_PAD + measure.line(LABEL)
        height += sum(_row_height(row, measure) for row in rows)
        if seat.quiet or not rows:
            height += measure.line(OPTION)
        return cls(seat, rows, height + 2 * (len(rows) + 1) + 10)

    def gap(self, room: float, measure: Measure) -> float:
        """The distance between lines in a box of height `room`."""
        return 2 + max(0.0, min(measure.at(12), (room - self.height) / (len(self.rows) + 1)))


def _row(move: PublicMove, columns: int, measure: Measure) -> _MoveRow:
    word = channel_words(move) if columns == 1 else move.channel.capitalize()
    signers = sum(_signer_width(mark, measure) for mark in move.signers[:_MOST_SIGNERS])
    width = measure.width(word, SMALL) + signers
    room = _width(columns) - 2 * _PAD - measure.at(64) - width - measure.at(24)
    return _MoveRow(move, measure.wrap(move.title, HEADLINE, room, most=2), word, width)


def _width(columns: int) -> float:
    return (RIGHT - LEFT - (columns - 1) * _GAP) / columns


def _row_height(row: _MoveRow, measure: Measure) -> float:
    return len(row.title) * measure.line(HEADLINE)


def _signer_width(mark: Mark, measure: Measure) -> float:
    if mark.index < len(SHAPES):
        return measure.at(44)
    return measure.at(58) + measure.width(str(mark.index + 1), SMALL)


@dataclass(frozen=True, slots=True)
class _Table:
    """All seats' boxes, `columns` of them beside one another."""

    boxes: tuple[_SeatBox, ...]
    columns: int
    measure: Measure

    @classmethod
    def of(cls, screen: RevealOverview, columns: int, measure: Measure) -> _Table:
        """Break all moves into lines."""
        boxes = tuple(_SeatBox.of(seat, columns, measure) for seat in screen.seats)
        return cls(boxes, columns, measure)

    def lines(self) -> list[int]:
        """How many lines each title takes."""
        return [len(row.title) for box in self.boxes for row in box.rows]

    def pages(self, top: float) -> list[list[Slot]]:
        """Deal the rows of boxes out to pages; few ones fill their page."""
        tallest = self.measure.at(_TALLEST) if self.columns > 1 else HEIGHT
        rows = range(0, len(self.boxes), self.columns)
        heights = [max(box.height for box in self.row(start)) + _ROW_GAP for start in rows]
        return share(heights, top, 996, tallest)

    def row(self, start: int) -> tuple[_SeatBox, ...]:
        """The boxes that stand beside one another."""
        return self.boxes[start : start + self.columns]


def reveal_overview_pages(screen: RevealOverview, measure: Measure) -> list[Page]:
    """Few seats below one another on one page, large; else as many pairs a page as have room."""
    head = heading(measure, screen.heading)
    table = _large(screen, head.bottom + 23, measure) or _Table.of(screen, 2, measure)
    pages = table.pages(head.bottom + 23)
    return [
        Page(partial(_draw_overview, head, table, slots), measure=table.measure) for slots in pages
    ]


def _large(screen: RevealOverview, top: float, measure: Measure) -> _Table | None:
    """The table in one column at the largest size in which every title has its line."""
    if len(screen.seats) > _FEW:
        return None
    for use in measure.sizes(_ROOMY):
        table = _Table.of(screen, 1, use)
        if max(table.lines(), default=1) == 1 and len(table.pages(top)) == 1:
            return table
    return None


def _draw_overview(head: Heading, table: _Table, slots: list[Slot], canvas: Canvas) -> None:
    head.draw(canvas)
    width = _width(table.columns)
    for slot in slots:
        for column, box in enumerate(table.row(slot.index * table.columns)):
            left = LEFT + column * (width + _GAP)
            area = QRectF(left, slot.top, width, slot.height - _ROW_GAP)
            with canvas.within(area):
                _draw_seat(canvas, area, box)


def _draw_seat(canvas: Canvas, area: QRectF, box: _SeatBox) -> None:
    measure, x = canvas.measure, area.left() + _PAD
    mark = box.seat.seat
    if box.seat.revealed:
        canvas.card(area, canvas.hue(mark))
    else:
        draw_hidden(canvas, area)
    top = area.top() + _TOP_PAD
    side = measure.at(33)
    canvas.glyph(mark, x, top + measure.line(LABEL) / 2, side)
    indent = measure.at(58)
    name = measure.elide(caption(mark), LABEL, area.width() - 2 * _PAD - indent)
    top = canvas.lines([name], LABEL, x + indent, top, "ink2")
    gap = box.gap(area.height(), measure)
    for row in box.rows:
        top += gap
        _draw_move(canvas, area, row, top)
        top += _row_height(row, measure)
    _draw_rest(canvas, box, x, top + gap)


def _draw_rest(canvas: Canvas, box: _SeatBox, x: float, top: float) -> None:
    """What stands in place of moves, or below them."""
    measure = canvas.measure
    if not box.seat.revealed:
        canvas.lines([NOT_REVEALED], HEADLINE_PLAIN, x, top, "ink2")
    elif box.seat.quiet:
        middle = top + measure.line(OPTION) / 2
        canvas.icon(ICONS["quiet"], x - 2, middle, measure.at(46), "ink2")
        canvas.lines([QUIET], OPTION, x + measure.at(64), top, "ink2")
    elif not box.rows:
        canvas.lines(["No move this turn"], OPTION, x, top, "ink2")


def _draw_move(canvas: Canvas, area: QRectF, row: _MoveRow, top: float) -> None:
    measure, x = canvas.measure, area.left() + _PAD
    middle = top + measure.line(HEADLINE) / 2
    canvas.icon(ICONS[row.move.channel], x - 2, middle, measure.at(46))
    canvas.lines(row.title, HEADLINE, x + measure.at(64), top)
    x = area.right() - _PAD - row.word_width
    base = middle + measure.cap(SMALL) / 2
    canvas.write(row.word, SMALL, x, base, "ink2")
    x += measure.width(row.word, SMALL)
    for mark in row.move.signers[:_MOST_SIGNERS]:
        canvas.glyph(mark, x + measure.at(14), middle, measure.at(30))
        if mark.index >= len(SHAPES):
            canvas.write(str(mark.index + 1), SMALL, x + measure.at(48), base, "ink2")
        x += _signer_width(mark, measure)
