"""A poll: open without any result, and its counts once the facilitator shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRectF

from app.core.display import Mark, PollOpen, PollResults
from app.gui.display.canvas import Canvas
from app.gui.display.faces import NUMBER, OPTION, OPTION_LABEL, OPTION_STRONG, SMALL, Face
from app.gui.display.frame import Draw, Heading, Page, heading
from app.gui.display.layout import Lines, Slot, share
from app.gui.display.measure import LEFT, RIGHT, Measure

PERCENT_FROM = 10  # fewer answers are given as counts: percent of six people are a pretence

_QUESTION_WIDTH = 1500
_PITCH, _BOX = 154.5, QRectF(0, 0, 143, 120)
_LINE_PITCH = 88
_WORDS_HINT = "At most 12 words, and a tension"
_GROUPS = ((0, 3), (3, 2), (5, 2), (7, 2), (9, 2))
_BAR_LEFT = 940
_SHARE = Face(5.0, 600, tabular=True, leading=1.2)
_TALLEST = 112

_Option = tuple[str, int | None]


# --- Open --------------------------------------------------------------------------------------


def poll_open_pages(screen: PollOpen, measure: Measure) -> list[Page]:
    """The question, what to answer on, who answers what, and how many have answered.

    One answers on a scale, on options, or, where there is neither, on empty lines.
    """
    head = _question(measure, screen.question.text)
    count = _Count.of(f"{screen.answered} of {screen.heads} answered", screen.policy, measure)
    if screen.options:
        options: list[_Option] = [(text, None) for text in screen.options]
        return _option_pages(head, options, 0, count, measure)
    top = max(head.bottom + 40, 424.0 - 40 * (measure.scale - 1))
    answers = [_Answer.of(*answer, measure=measure) for answer in screen.question.answers]
    for draw, tall in _answered_on(screen, top, measure):
        room = (head.bottom + 40, count.top(measure) - 30)
        parts = _with_answers(draw, top + tall + 28, answers, room)
        if len(parts) == 1:
            break
    return [Page(partial(_draw_all, [head.draw, count.draw, *part])) for part in parts]


def _answered_on(screen: PollOpen, top: float, measure: Measure) -> list[tuple[Draw, float]]:
    """What to answer on, and how high it is: the scale, or two empty lines, or one."""
    if screen.scale:
        return [(partial(_draw_scale, screen.scale, top), _scale_height(measure))]
    return [
        (partial(_draw_lines, count, top), count * _LINE_PITCH + 18 + measure.line(SMALL))
        for count in (2, 1)
    ]


def _with_answers(
    draw: Draw, below: float, answers: list[_Answer], room: tuple[float, float]
) -> list[list[Draw]]:
    """Who answers what, `below` what is drawn first, or overleaf."""
    top, bottom = room
    height = sum(answer.height for answer in answers)
    below += max(0.0, min(39.0, bottom - below - height))
    if below + height <= bottom:
        return [[draw, partial(_draw_answers, answers, below)]]
    pages = share([answer.height for answer in answers], top, bottom)
    parts: list[list[Draw]] = [[draw]]
    for page in pages:
        shown = [answers[slot.index] for slot in page]
        parts.append([partial(_draw_answers, shown, top)])
    return parts


def _question(measure: Measure, text: str) -> Heading:
    return heading(measure, text, min(RIGHT - LEFT, measure.at(_QUESTION_WIDTH)), 153)


def _draw_all(draws: Sequence[Draw], canvas: Canvas) -> None:
    for draw in draws:
        draw(canvas)


@dataclass(frozen=True, slots=True)
class _Count:
    """How many have answered, and when the results will be seen: under a rule at the bottom."""

    strong: str
    plain: Lines
    beside: bool

    @classmethod
    def of(cls, strong: str, policy: str, measure: Measure) -> _Count:
        """Put the policy beside the count where it has room, else below it."""
        left = measure.width(strong, OPTION_STRONG) + measure.at(22)
        beside = measure.width(policy, OPTION) <= RIGHT - LEFT - left
        plain = measure.wrap(policy, OPTION, RIGHT - LEFT) if policy else ()
        return cls(strong, plain, beside)

    def top(self, measure: Measure) -> float:
        """Where its rule is."""
        further = 0 if self.beside else len(self.plain)
        return 930 - (1 + further) * measure.line(OPTION)

    def draw(self, canvas: Canvas) -> None:
        """Draw rule and words."""
        measure = canvas.measure
        top = self.top(measure)
        canvas.rule(top)
        end = canvas.lines([self.strong], OPTION_STRONG, LEFT, top + 22)
        if self.beside:
            x = LEFT + measure.width(self.strong, OPTION_STRONG) + measure.at(22)
            canvas.lines(self.plain, OPTION, x, top + 22, "ink2")
        else:
            canvas.lines(self.plain, OPTION, LEFT, end, "ink2")


def _scale_height(measure: Measure) -> float:
    return _box_height(measure) + 25 + measure.line(SMALL)


def _box_height(measure: Measure) -> float:
    return max(_BOX.height(), measure.line(NUMBER) + 24)


def _draw_scale(bands: tuple[str, ...], top: float, canvas: Canvas) -> None:
    """Eleven boxes, and the names of the five bands under them."""
    measure, height = canvas.measure, _box_height(canvas.measure)
    for value in range(11):
        box = QRectF(LEFT + value * _PITCH, top, _BOX.width(), height)
        canvas.outline(box, "line2", 3, 10)
        base = box.center().y() + measure.cap(NUMBER) / 2
        canvas.write(str(value), NUMBER, box.center().x(), base, "ink", "middle")
    named = zip(_GROUPS, bands, strict=False)
    for (first, count), name in ((group, name) for group, name in named if name):
        left = LEFT + first * _PITCH
        width = (count - 1) * _PITCH + _BOX.width()
        canvas.fill(QRectF(left, top + height + 18, width, 5), "line2")
        words = measure.elide(name, SMALL, width)
        canvas.lines([words], SMALL, left, top + height + 31, "ink2")


def _draw_lines(count: int, top: float, canvas: Canvas) -> None:
    """Empty lines to write on, and how much is to be written."""
    for line in range(count):
        y = top + (line + 1) * _LINE_PITCH
        canvas.fill(QRectF(LEFT, y - 3, RIGHT - LEFT, 3), "line2")
    canvas.lines([_WORDS_HINT], SMALL, LEFT, top + count * _LINE_PITCH + 18, "ink2")


@dataclass(frozen=True, slots=True)
class _Answer:
    """Who answers, and what: shapes, then words on as many lines as they need."""

    marks: tuple[Mark, ...]
    who: str
    lines: Lines
    indent: float
    height: float

    @classmethod
    def of(cls, marks: tuple[Mark, ...], who: str, what: str, measure: Measure) -> _Answer:
        """Break the words; the first line begins after `who`."""
        indent = len(marks) * measure.at(58)
        lead = measure.width(f"{who}: ", OPTION_STRONG)
        width = RIGHT - LEFT - indent - lead
        lines = measure.wrap(what, OPTION, width)
        height = len(lines) * measure.line(OPTION) + measure.at(24)
        return cls(marks, f"{who}:", lines, indent, height)


def _draw_answers(answers: list[_Answer], top: float, canvas: Canvas) -> None:
    measure = canvas.measure
    indent = max((answer.indent for answer in answers), default=0.0)
    for answer in answers:
        middle = top + measure.line(OPTION) / 2
        for place, mark in enumerate(answer.marks):
            canvas.glyph(mark, LEFT + place * measure.at(58), middle, measure.at(33))
        x = LEFT + indent
        canvas.lines([answer.who], OPTION_STRONG, x, top)
        lead = measure.width(f"{answer.who} ", OPTION_STRONG)
        canvas.lines(answer.lines, OPTION, x + lead, top)
        top += answer.height


# --- Results -----------------------------------------------------------------------------------


def poll_results_pages(screen: PollResults, measure: Measure) -> list[Page]:
    """A bar an option, the longest in ink; percent only of ten answers or more."""
    head = _question(measure, screen.question)
    words = f"{screen.n} answer" if screen.n == 1 else f"{screen.n} answers"
    count = _Count.of(words, "", measure)
    return _option_pages(head, list(screen.options), screen.n, count, measure)


def _option_pages(
    head: Heading, options: list[_Option], n: int, count: _Count, measure: Measure
) -> list[Page]:
    width = _BAR_LEFT - LEFT - 40
    texts = [measure.wrap(text, OPTION_LABEL, width, even=True) for text, _ in options]
    heights = [
        max(len(text) * measure.line(OPTION_LABEL), measure.line(_SHARE)) + 20 for text in texts
    ]
    slots = share(heights, head.bottom + 36, count.top(measure) - 16, measure.at(_TALLEST))
    widest = measure.width(f"{n}" if n < PERCENT_FROM else "100 %", _SHARE)
    bars = _Bars(options, texts, n, RIGHT - max(widest + 30, 170.0) if n else RIGHT)
    return [
        Page(partial(_draw_all, [head.draw, count.draw, partial(_draw_bars, bars, part)]))
        for part in slots
    ]


@dataclass(frozen=True, slots=True)
class _Bars:
    """The options of a choice with their counts, None while the poll is open."""

    options: list[_Option]
    texts: list[Lines]
    n: int
    right: float


def _draw_bars(bars: _Bars, slots: list[Slot], canvas: Canvas) -> None:
    measure = canvas.measure
    most = max((count or 0 for _, count in bars.options), default=0)
    for slot in slots:
        count = bars.options[slot.index][1]
        text = bars.texts[slot.index]
        top = slot.middle - len(text) * measure.line(OPTION_LABEL) / 2
        leads = count is not None and count == most > 0
        canvas.lines(text, OPTION_LABEL, LEFT, top, "ink" if leads or count is None else "ink2")
        bar = QRectF(_BAR_LEFT, slot.middle - 26, bars.right - _BAR_LEFT, 52)
        if count is None:
            canvas.outline(bar, "line2", 3, 8)
            continue
        _draw_share(canvas, bar, count, bars.n, leads=leads)


def _draw_share(canvas: Canvas, bar: QRectF, count: int, n: int, *, leads: bool) -> None:
    part = count / n if n else 0.0
    canvas.fill(bar, "segment_off", 8)
    if count:
        filled = QRectF(bar.left(), bar.top(), max(16.0, bar.width() * part), bar.height())
        canvas.fill(filled, "segment_on" if leads else "line2", 8)
    words = f"{int(100 * part + 0.5)} %" if n >= PERCENT_FROM else str(count)
    base = bar.center().y() + canvas.measure.cap(_SHARE) / 2
    canvas.write(words, _SHARE, RIGHT, base, "ink" if leads else "ink2", "right")
