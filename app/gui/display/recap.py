"""Looking back: turn by turn, the vote on tensions, a sentence from each cell."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QRectF

from app.core.display import Mark, SeatsSay, TensionVote, Timeline, VoteRow
from app.gui.display.canvas import Canvas
from app.gui.display.faces import (
    HEADLINE,
    LABEL,
    NUMBER,
    OPTION,
    SENTENCE,
    TENSION,
    TURN_HEADING,
)
from app.gui.display.frame import Heading, Page, body_bottom, heading
from app.gui.display.layout import Lines, Slot, pieces, share
from app.gui.display.marks import caption
from app.gui.display.measure import LEFT, RIGHT, Measure

_WIDTH = RIGHT - LEFT


# --- What happened -----------------------------------------------------------------------------

_TURN_TALLEST, _FEW_TURN_TALLEST = 123, 210
_FEW = 3
_ROOMY = 1.2  # how much larger few rows may be
_TURN_TEXT_LEFT = 900
_APART = 26  # between the texts of two turns


@dataclass(frozen=True, slots=True)
class _Turn:
    """A turn's texts, broken into lines; a long text goes on in a further row."""

    number: int
    heading: Lines
    text: Lines
    height: float

    @property
    def is_ragged(self) -> bool:
        """Whether a single word ends its heading, or its text takes more than two lines."""
        lonely = len(self.heading) > 1 and " " not in self.heading[-1]
        return lonely or len(self.text) > 2


def timeline_pages(screen: Timeline, measure: Measure) -> list[Page]:
    """One row a turn; few turns are written larger."""
    head = heading(measure, screen.heading)
    top, bottom = head.bottom + 25, body_bottom(measure) + 6
    for use in measure.sizes(_ROOMY if len(screen.rows) <= _FEW else 1.0):
        turns = _turns(screen, bottom - top, use)
        heights = [turn.height for turn in turns]
        slots = share(heights, top, bottom, use.at(_TURN_TALLEST))
        if max(len(part) for part in slots) <= _FEW:
            slots = share(heights, top, bottom, use.at(_FEW_TURN_TALLEST))
        if len(slots) == 1 and not any(turn.is_ragged for turn in turns):
            break
    return [Page(partial(_draw_timeline, head, turns, part), measure=use) for part in slots]


def _turns(screen: Timeline, height: float, measure: Measure) -> list[_Turn]:
    most = int(height // measure.line(OPTION)) - 1
    room = _TURN_TEXT_LEFT - LEFT - measure.at(130) - 32
    turns: list[_Turn] = []
    for row in screen.rows:
        name = measure.wrap(row.heading, TURN_HEADING, room, even=True, most=3)
        text = _phrases(row.text, RIGHT - _TURN_TEXT_LEFT, measure)
        for part in pieces(text, most):
            lines = max(len(part) * measure.line(OPTION), len(name) * measure.line(TURN_HEADING))
            turns.append(
                _Turn(row.turn, name, part, max(lines + measure.at(_APART), measure.at(90)))
            )
    return turns


def _phrases(text: str, width: float, measure: Measure) -> Lines:
    """Lines that end after a semicolon: a phrase is only broken that is wider than a line."""
    lines: list[str] = []
    for paragraph in text.splitlines():
        line = ""
        for phrase in paragraph.replace("; ", ";\n").split("\n"):
            longer = f"{line} {phrase}".strip()
            if line and measure.width(longer, OPTION) > width:
                lines += measure.wrap(line, OPTION, width, even=True)
                longer = phrase
            line = longer
        lines += measure.wrap(line, OPTION, width, even=True)
    return tuple(lines)


def _draw_timeline(head: Heading, turns: list[_Turn], slots: list[Slot], canvas: Canvas) -> None:
    head.draw(canvas)
    radius = canvas.measure.at(42)
    x = LEFT + radius
    for slot, after in pairwise(slots):
        start, end = slot.middle + radius - 2, after.middle - radius + 2
        canvas.fill(QRectF(x - 2, start, 4, end - start), "line2")
    for slot in slots:
        canvas.ring(x, slot.middle, radius - 2, 4, "ink")
        with canvas.within(QRectF(LEFT, slot.top, _WIDTH, slot.height)):
            _draw_turn(canvas, turns[slot.index], slot, x)


def _draw_turn(canvas: Canvas, turn: _Turn, slot: Slot, x: float) -> None:
    measure = canvas.measure
    base = slot.middle + measure.cap(HEADLINE) / 2
    canvas.write(str(turn.number), HEADLINE, x, base, "ink", "middle")
    top = slot.middle - len(turn.heading) * measure.line(TURN_HEADING) / 2
    canvas.lines(turn.heading, TURN_HEADING, LEFT + measure.at(130), top)
    top = slot.middle - len(turn.text) * measure.line(OPTION) / 2
    canvas.lines(turn.text, OPTION, _TURN_TEXT_LEFT, top, "ink2")


# --- Vote on tensions --------------------------------------------------------------------------

_VOTE_TALLEST, _FEW_VOTE_TALLEST = 176, 226
_VOTE_BOX = (130, 96)
_VOTE_APART, _VOTE_CLOSE = 24, 8
_ARROW = 68


@dataclass(frozen=True, slots=True)
class _Vote:
    """A tension's texts: its poles on one line with an arrow between, or on two."""

    row: VoteRow
    name: Lines
    poles: tuple[Lines, Lines]
    one_line: bool

    @classmethod
    def of(cls, row: VoteRow, measure: Measure) -> _Vote:
        """Break name and poles."""
        room = _WIDTH - measure.at(100) - _VOTE_BOX[0] - 40
        name = measure.wrap(row.name, TENSION, room, even=True, most=2)
        wide = sum(measure.width(pole, OPTION) for pole in row.poles)
        if wide + measure.at(125) <= room:
            return cls(row, name, ((row.poles[0],), (row.poles[1],)), True)
        inside = room - measure.at(_ARROW)
        first, second = (measure.wrap(pole, OPTION, inside, most=2) for pole in row.poles)
        return cls(row, name, (first, second), False)

    def height(self, measure: Measure) -> float:
        """How high its texts are."""
        lines = 1 if self.one_line else len(self.poles[0]) + len(self.poles[1])
        return len(self.name) * measure.line(TENSION) + 6 + lines * measure.line(OPTION)


def tension_vote_pages(screen: TensionVote, measure: Measure) -> list[Page]:
    """A letter to call out, name and poles, and an empty box for the count."""
    hint = measure.width(screen.hint, OPTION) + measure.at(62)
    head = heading(measure, screen.heading, max(_WIDTH / 2, _WIDTH - hint - 40))
    votes = [_Vote.of(row, measure) for row in screen.rows]
    heights = _vote_heights(votes, _VOTE_APART, measure)
    if len(share(heights, head.bottom + 40, body_bottom(measure))) > 1:
        heights = _vote_heights(votes, _VOTE_CLOSE, measure)
    tallest = _FEW_VOTE_TALLEST if len(votes) <= _FEW else _VOTE_TALLEST
    slots = share(heights, head.bottom + 40, body_bottom(measure), measure.at(tallest))
    return [Page(partial(_draw_votes, screen, head, votes, part)) for part in slots]


def _vote_heights(votes: list[_Vote], apart: float, measure: Measure) -> list[float]:
    return [max(vote.height(measure), _VOTE_BOX[1]) + apart for vote in votes]


def _draw_votes(
    screen: TensionVote, head: Heading, votes: list[_Vote], slots: list[Slot], canvas: Canvas
) -> None:
    measure = canvas.measure
    head.draw(canvas)
    if screen.hint:
        hint = measure.elide(screen.hint, OPTION, _WIDTH / 2 - measure.at(62) - 40)
        x = RIGHT - measure.width(hint, OPTION)
        middle = 145 + measure.at(50)
        canvas.write(hint, OPTION, x, middle + measure.cap(OPTION) / 2, "ink2")
        canvas.icon("hand", x - measure.at(68), middle, measure.at(50), "ink2")
    for slot in slots:
        canvas.rule(slot.top - 1)
        with canvas.within(QRectF(LEFT, slot.top, _WIDTH, slot.height)):
            _draw_vote(canvas, votes[slot.index], slot)


def _draw_vote(canvas: Canvas, vote: _Vote, slot: Slot) -> None:
    measure = canvas.measure
    width, height = _VOTE_BOX
    box = QRectF(RIGHT - width, slot.middle - height / 2, width, height)
    canvas.outline(box, "line2", 3, 12)
    top = slot.middle - vote.height(measure) / 2 - 4
    base = top + measure.rise(TENSION)
    canvas.write(vote.row.letter, NUMBER, LEFT, base + measure.at(7), "ink2")
    x = LEFT + measure.at(100)
    top = canvas.lines(vote.name, TENSION, x, top) + 6
    first, second = vote.poles
    end = canvas.lines(first, OPTION, x, top)
    arrow = measure.at(_ARROW)
    if vote.one_line:
        x += measure.width(first[0], OPTION) + measure.at(28)
        canvas.between(x, top + measure.line(OPTION) / 2, arrow, "ink3")
        canvas.lines(second, OPTION, x + measure.at(96), top)
    else:
        canvas.between(x, end + measure.line(OPTION) / 2, arrow, "ink3")
        canvas.lines(second, OPTION, x + arrow + measure.at(20), end)


# --- One sentence from each cell ---------------------------------------------------------------

_SAY_TALLEST, _FEW_SAY_TALLEST = 174, 224


@dataclass(frozen=True, slots=True)
class _Sentence:
    """What a cell says; a long sentence goes on in a further row."""

    mark: Mark
    name: Lines
    text: Lines
    height: float


def seats_say_pages(screen: SeatsSay, measure: Measure) -> list[Page]:
    """One row a cell; the sentences of few cells are written larger."""
    head = heading(measure, screen.heading)
    top, bottom = head.bottom + 36, body_bottom(measure)
    few = len(screen.rows) <= _FEW
    for use in measure.sizes(_ROOMY if few else 1.0):
        left = _sentence_left(screen, use)
        rows = _sentences(screen, left, bottom - top, use)
        tallest = use.at(_FEW_SAY_TALLEST if few else _SAY_TALLEST)
        slots = share([row.height for row in rows], top, bottom, tallest)
        if len(slots) == 1:
            break
    return [Page(partial(_draw_sentences, head, rows, part, left), measure=use) for part in slots]


def _sentences(screen: SeatsSay, left: float, height: float, measure: Measure) -> list[_Sentence]:
    room = left - LEFT - measure.at(62) - 40
    most = int((height - 16) // measure.line(SENTENCE))
    rows: list[_Sentence] = []
    for mark, text in screen.rows:
        name = measure.wrap(caption(mark), LABEL, room, even=True, most=3)
        for part in pieces(measure.wrap(text, SENTENCE, RIGHT - left), most):
            lines = max(len(part) * measure.line(SENTENCE), len(name) * measure.line(LABEL))
            rows.append(_Sentence(mark, name, part, lines + 16))
    return rows


def _sentence_left(screen: SeatsSay, measure: Measure) -> float:
    widest = measure.widest(tuple(caption(mark) for mark, _ in screen.rows), LABEL)
    return min(860.0, max(620.0, LEFT + measure.at(62) + widest + 60))


def _draw_sentences(
    head: Heading, rows: list[_Sentence], slots: list[Slot], left: float, canvas: Canvas
) -> None:
    measure = canvas.measure
    head.draw(canvas)
    for slot in slots:
        row = rows[slot.index]
        canvas.rule(slot.top - 1)
        with canvas.within(QRectF(LEFT, slot.top, _WIDTH, slot.height)):
            canvas.glyph(row.mark, LEFT, slot.middle, measure.at(34))
            top = slot.middle - len(row.name) * measure.line(LABEL) / 2
            canvas.lines(row.name, LABEL, LEFT + measure.at(62), top, "ink2")
            top = slot.middle - len(row.text) * measure.line(SENTENCE) / 2
            canvas.lines(row.text, SENTENCE, left, top)
