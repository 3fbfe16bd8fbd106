"""What stands round every screen: header, handling line, page number, foot; and its heading.

A `Page` is one page of a screen, ready to be drawn: the screen's own part as a function of the
canvas, and what belongs into the frame.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from app.gui.display.canvas import Canvas
from app.gui.display.faces import CHROME, CHROME_STRONG, HEADING, Face
from app.gui.display.measure import BOTTOM, LEFT, RIGHT, WIDTH, Measure

Draw = Callable[[Canvas], None]

HEADER_RULE = 112
HEADING_TOP = 145
_BASE = 83
_STACKED = (47, 95)
_FOOT_BASE = 1041
_GAP = 30
_WIDE_HANDLING = 620


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a screen. `bare` leaves out title, position and rule.

    `measure` is set where the screen's own part is drawn larger than the frame.
    """

    draw: Draw
    foot: str = ""
    bare: bool = False
    measure: Measure | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a screen, broken into lines; cut after three. It keeps its own size."""

    lines: tuple[str, ...]
    height: float
    measure: Measure
    top: float = HEADING_TOP

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.top + self.height

    def draw(self, canvas: Canvas) -> None:
        """Write it."""
        with canvas.sized(self.measure):
            canvas.lines(self.lines, HEADING, LEFT, self.top)


def heading(
    measure: Measure, text: str, width: float = RIGHT - LEFT, top: float = HEADING_TOP
) -> Heading:
    """Break a heading to `width`."""
    lines = measure.wrap(text, HEADING, width, even=True, most=3)
    return Heading(lines, len(lines) * measure.line(HEADING), measure, top)


def body_bottom(measure: Measure, foot: str = "") -> float:
    """Where a screen's own part must end, given its foot."""
    places = _Places.of(measure)
    lines = len(places.foot_lines(measure, foot))
    top = places.foot_base - max(0, lines - 1) * measure.line(CHROME) - measure.cap(CHROME)
    return min(BOTTOM, top - 22)


def draw_frame(canvas: Canvas, page: Page, number: int, count: int) -> None:
    """Draw what stands round `page`, the `number`-th (from 0) of `count`."""
    measure, places = canvas.measure, _Places.of(canvas.measure)
    if measure.frame.handling:
        words = measure.elide(measure.frame.handling, places.plain, RIGHT - LEFT)
        for base in (places.handling_base, _FOOT_BASE):
            canvas.write(words, places.plain, WIDTH / 2, base, "ink3", "middle")
    if not page.bare:
        _draw_header(canvas, places)
    lines = places.foot_lines(measure, page.foot)
    top = places.foot_base - measure.rise(CHROME)
    canvas.lines(lines, CHROME, LEFT, top - (len(lines) - 1) * measure.line(CHROME), "ink3")
    if count > 1:
        words = f"Page {number + 1} of {count}"
        if lines:
            canvas.write(words, CHROME, RIGHT, places.foot_base, "ink3", "right")
        else:
            canvas.write(words, CHROME, LEFT, places.foot_base, "ink3")


def _draw_header(canvas: Canvas, places: _Places) -> None:
    measure, frame = canvas.measure, canvas.measure.frame
    position = measure.elide(frame.position, places.strong, places.side)
    room = places.side
    if places.open:
        room = RIGHT - LEFT - measure.width(position, places.strong) - _GAP
    title = measure.elide(frame.title, places.strong, room)
    canvas.write(title, places.strong, LEFT, places.base, "ink2")
    canvas.write(position, places.strong, RIGHT, places.base, "ink2", "right")
    canvas.rule(HEADER_RULE)


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the frame's texts stand. `side` is the width left and right of the middle.

    A long handling line is given a line of its own, so that it can always be read whole. The
    header grows with the room's size only where its texts have room then.
    """

    plain: Face
    strong: Face
    base: float
    handling_base: float
    foot_base: float
    side: float
    open: bool

    @classmethod
    def of(cls, measure: Measure) -> _Places:
        """Work out the places for a frame."""
        grown = cls._beside(measure, CHROME, CHROME_STRONG)
        frame = measure.frame
        if all(
            measure.width(text, CHROME_STRONG) <= grown.side
            for text in (frame.title, frame.position)
        ):
            return grown
        return cls._beside(measure, replace(CHROME, rigid=True), replace(CHROME_STRONG, rigid=True))

    @classmethod
    def _beside(cls, measure: Measure, plain: Face, strong: Face) -> _Places:
        middle = measure.width(measure.frame.handling, plain)
        whole = RIGHT - LEFT
        if middle > _WIDE_HANDLING:
            plain, strong = replace(plain, rigid=True), replace(strong, rigid=True)
            above = _FOOT_BASE - measure.line(CHROME)
            return cls(plain, strong, _STACKED[1], _STACKED[0], above, whole * 0.6, open=True)
        side = (whole - middle) / 2 - _GAP if middle else whole * 0.6
        return cls(plain, strong, _BASE, _BASE, _FOOT_BASE, side, open=not middle)

    def foot_lines(self, measure: Measure, foot: str) -> tuple[str, ...]:
        """The lines of a foot."""
        return measure.wrap(foot, CHROME, self.side) if foot else ()
