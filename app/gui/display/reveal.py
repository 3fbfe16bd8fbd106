"""Moves turned over: one seat's cards, and all seats' moves in one line each.

A quiet move is one dashed row, however many there are.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QRectF

from app.core.display import PublicMove, RevealSeat, SeatMoves
from app.gui.display.canvas import Canvas
from app.gui.display.faces import (
    HEADING,
    HEADLINE_PLAIN,
    MOVE_TEXT,
    MOVE_TITLE,
    OPTION,
    SMALL,
)
from app.gui.display.frame import HEADING_TOP, Page
from app.gui.display.layout import Lines, pieces
from app.gui.display.marks import caption
from app.gui.display.measure import BOTTOM, LEFT, RIGHT, Measure

ICONS = {"joint": "users", "solo": "user", "quiet": "volume-x"}
QUIET = "Some quiet activity"
NOT_REVEALED = "Not yet revealed"

_GAP = 30
_PAD = 44
_QUIET_HEIGHT = 119
_QUIET_BOX = QRectF(LEFT, 850, RIGHT - LEFT, _QUIET_HEIGHT)
_ROOMY = {1: 1.6, 2: 1.4}  # by columns: how much larger short moves may be written
_CARD_GAP = 24


def channel_words(move: PublicMove) -> str:
    """How a move is told, in words: 'Joint with the Republic of Korea', 'Solo'."""
    if move.channel != "joint":
        return move.channel.capitalize()
    names = [_with_article(mark.name) for mark in move.signers]
    if not names:
        return "Joint"
    return f"Joint with {' and '.join([', '.join(names[:-1])] * (len(names) > 1) + names[-1:])}"


def _with_article(name: str) -> str:
    return f"the {name}" if name.startswith(("United ", "Republic of ")) else name


# A fact's name, the lines of what it says, and whether a seat's shape stands before them.
_Fact = tuple[str, Lines, bool]


@dataclass(frozen=True, slots=True)
class _Card:
    """A move, broken into lines for the width of its card."""

    move: PublicMove
    title: Lines
    channel: Lines
    facts: tuple[_Fact, ...]
    abreast: int
    text: Lines

    @classmethod
    def of(cls, move: PublicMove, width: float, measure: Measure, abreast: int = 1) -> _Card:
        """Break everything for a card `width` wide inside, `abreast` facts on a line."""
        fact_width = width / abreast - _fact_indent(measure) - (abreast - 1) * measure.at(40)
        facts: list[_Fact] = []
        if move.host:
            room = fact_width - measure.at(52)
            facts.append(("Host", measure.wrap(caption(move.host), SMALL, room, most=2), True))
        if move.target:
            facts.append(("Target", measure.wrap(move.target, SMALL, fact_width, most=2), False))
        if move.audience:
            facts.append(("For", measure.wrap(move.audience, SMALL, fact_width, most=4), False))
        return cls(
            move,
            measure.wrap(move.title, MOVE_TITLE, width, even=True, most=3),
            measure.wrap(channel_words(move), OPTION, width - measure.at(66), most=2),
            tuple(facts),
            abreast,
            measure.wrap(move.text, MOVE_TEXT, width, even=True) if move.text else (),
        )

    @property
    def lines(self) -> tuple[int, ...]:
        """How many lines title, channel and facts take."""
        facts = (len(lines) for _, lines, _ in self.facts)
        return (len(self.title), len(self.channel), *facts)

    def head_height(self, measure: Measure) -> float:
        """How high everything above its rule is."""
        height = 34 + len(self.title) * measure.line(MOVE_TITLE)
        height += len(self.channel) * measure.line(OPTION) + 27
        return height + sum(_fact_height(row, measure) for row in self.fact_rows())

    def fact_rows(self) -> list[tuple[_Fact, ...]]:
        """The facts line by line."""
        return [
            self.facts[start : start + self.abreast]
            for start in range(0, len(self.facts), self.abreast)
        ]


def _fact_indent(measure: Measure) -> float:
    return measure.width("Target", SMALL) + measure.at(48)


def _fact_height(row: tuple[_Fact, ...], measure: Measure) -> float:
    return max(len(lines) for _, lines, _ in row) * measure.line(SMALL) + measure.at(10)


def reveal_seat_pages(screen: RevealSeat, measure: Measure) -> list[Page]:
    """Two moves a page where both have room, else one; a long text goes on overleaf.

    Short moves are written larger, all of a seat in one size.
    """
    seat = screen.seat
    area = _card_area(seat, measure)
    if not seat.revealed or not seat.moves:
        return [Page(partial(_draw_seat, seat, area, [], None))]
    if len(seat.moves) > 1 and (found := _sized(seat, 2, area, measure)):
        return found
    return _sized(seat, 1, area, measure) or _long_pages(seat, area, measure)


def _sized(seat: SeatMoves, columns: int, area: QRectF, measure: Measure) -> list[Page]:
    """So many cards a page at the largest size in which all their texts have room; else none."""
    plain = [card.lines for card in _cards(seat, columns, measure)]
    for use in measure.sizes(_ROOMY[columns]):
        cards = _cards(seat, columns, use)
        groups = [cards[start : start + columns] for start in range(0, len(cards), columns)]
        if len(groups[-1]) < columns:
            groups[-1] = _cards(seat, 1, use)[-1:]
        alike = [card.lines for card in cards] == plain
        if alike and all(_fit(area, group, use) for group in groups):
            shown = [[(card, card.text) for card in group] for group in groups]
            return [Page(partial(_draw_seat, seat, area, part, use)) for part in shown]
    return []


def _cards(seat: SeatMoves, columns: int, measure: Measure) -> list[_Card]:
    width = (RIGHT - LEFT - (columns - 1) * _GAP) / columns
    return [_Card.of(move, width - 2 * _PAD, measure, 3 - columns) for move in seat.moves]


def _fit(area: QRectF, cards: list[_Card], measure: Measure) -> bool:
    """Whether all texts have room beside one another."""
    lines = max(len(card.text) for card in cards)
    return lines * measure.line(MOVE_TEXT) <= _text_room(area, cards, measure)


def _text_room(area: QRectF, cards: list[_Card], measure: Measure) -> float:
    return area.height() - _text_top(cards, measure) - 24


def _long_pages(seat: SeatMoves, area: QRectF, measure: Measure) -> list[Page]:
    """A page for each card, and more with its title alone where the text is long."""
    step = measure.line(MOVE_TEXT)
    parts: list[tuple[_Card, Lines]] = []
    for card in _cards(seat, 1, measure):
        first = max(0, int(_text_room(area, [card], measure) // step))
        rest = replace(card, channel=(), facts=())
        most = int(_text_room(area, [rest], measure) // step)
        parts.append((card, card.text[:first]))
        if card.text[first:]:
            parts += [(rest, lines) for lines in pieces(card.text[first:], most)]
    return [Page(partial(_draw_seat, seat, area, [part], measure)) for part in parts]


def _card_area(seat: SeatMoves, measure: Measure) -> QRectF:
    """Where the cards stand: down to the row of quiet activity, or to the bottom."""
    top = HEADING_TOP + measure.line(HEADING) + 33
    bottom = _QUIET_BOX.top() - _CARD_GAP if seat.quiet else BOTTOM
    return QRectF(LEFT, top, RIGHT - LEFT, bottom - top)


def _text_top(cards: list[_Card], measure: Measure) -> float:
    return max(card.head_height(measure) for card in cards) + 21 + 23


def _draw_seat(
    seat: SeatMoves,
    area: QRectF,
    cards: list[tuple[_Card, Lines]],
    size: Measure | None,
    canvas: Canvas,
) -> None:
    measure = canvas.measure
    side = measure.at(50)
    canvas.glyph(seat.seat, LEFT, HEADING_TOP + measure.line(HEADING) / 2, side)
    name = measure.elide(caption(seat.seat), HEADING, RIGHT - LEFT - measure.at(90))
    canvas.lines([name], HEADING, LEFT + side + measure.at(38), HEADING_TOP)
    if not cards:
        _draw_no_cards(canvas, seat, area.top())
        return
    with canvas.sized(size or measure):
        _draw_cards(canvas, seat, area, cards)
    if seat.quiet:
        _draw_quiet(canvas, _QUIET_BOX)


def _draw_cards(
    canvas: Canvas, seat: SeatMoves, area: QRectF, cards: list[tuple[_Card, Lines]]
) -> None:
    """The cards of one page, as wide as the columns they were broken for."""
    columns = 3 - cards[0][0].abreast
    width = (area.width() - (columns - 1) * _GAP) / columns
    text_top = area.top() + _text_top([card for card, _ in cards], canvas.measure)
    for column, (card, text) in enumerate(cards):
        box = QRectF(LEFT + column * (width + _GAP), area.top(), width, area.height())
        canvas.card(box, canvas.hue(seat.seat))
        with canvas.within(box):
            _draw_card(canvas, box, card, text, text_top)


def _draw_no_cards(canvas: Canvas, seat: SeatMoves, top: float) -> None:
    """One line in place of cards, as large as a single card's words."""
    measure = canvas.measure.grown(_ROOMY[2])
    box = QRectF(LEFT, top, RIGHT - LEFT, max(2 * _QUIET_HEIGHT, measure.at(150)))
    with canvas.sized(measure):
        middle = box.center().y() - measure.line(HEADLINE_PLAIN) / 2
        if not seat.revealed:
            draw_hidden(canvas, box)
            canvas.lines([NOT_REVEALED], HEADLINE_PLAIN, LEFT + _PAD, middle, "ink2")
        elif seat.quiet:
            _draw_quiet(canvas, box)
        else:
            canvas.lines(["No move this turn"], HEADLINE_PLAIN, LEFT, top, "ink2")


def _draw_quiet(canvas: Canvas, box: QRectF) -> None:
    measure, middle = canvas.measure, box.center().y()
    canvas.outline(box, "line2", 3, 16, dashed=True)
    with canvas.within(box):
        size = measure.at(52)
        canvas.icon(ICONS["quiet"], box.left() + _PAD, middle, size, "ink2")
        base = middle + measure.cap(OPTION) / 2
        canvas.write(QUIET, OPTION, box.left() + _PAD + measure.at(75), base, "ink2")


def draw_hidden(canvas: Canvas, box: QRectF) -> None:
    """The dashed, sunken box of a seat that was not turned over yet."""
    canvas.fill(box, "sunken", 16)
    canvas.outline(box, "line2", 3, 16, dashed=True)


def _draw_card(canvas: Canvas, box: QRectF, card: _Card, text: Lines, text_top: float) -> None:
    measure, x = canvas.measure, box.left() + _PAD
    top = canvas.lines(card.title, MOVE_TITLE, x, box.top() + 34) + 13
    size = measure.at(48)
    middle = top + measure.line(OPTION) / 2
    if card.channel:
        canvas.icon(ICONS[card.move.channel], x - 2, middle, size)
    top = canvas.lines(card.channel, OPTION, x + measure.at(66), top) + 14
    for row in card.fact_rows():
        for column, fact in enumerate(row):
            _draw_fact(canvas, card, fact, x + column * (box.width() / 2 - _PAD), top)
        top += _fact_height(row, measure)
    if text:
        canvas.rule(text_top - 23, x, box.right() - _PAD)
        canvas.lines(text, MOVE_TEXT, x, text_top)


def _draw_fact(canvas: Canvas, card: _Card, fact: _Fact, x: float, top: float) -> None:
    word, lines, is_seat = fact
    measure = canvas.measure
    canvas.lines([word], SMALL, x, top + measure.at(5), "ink3")
    x += _fact_indent(measure)
    if is_seat and card.move.host:
        middle = top + measure.at(5) + measure.line(SMALL) / 2
        canvas.glyph(card.move.host, x, middle, measure.at(30))
        x += measure.at(52)
    canvas.lines(lines, SMALL, x, top + measure.at(5))
