"""The ledger of a turn: for each line whose condition holds, an entry; then what limits take back.

Order of the Moves stage: printed, channel and combination lines, with the white cell's rulings on
them; per-turn limits; procedures; ceilings; added lines; bounds. Close follows in the order of its
steps, each of which reads what the step before left. Every stage ends with the bounds 0–10, as
lines too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from app.core.book import (
    ADDED,
    BOUNDS,
    CEILING,
    FREE,
    LIMIT,
    Book,
    CompiledInject,
    CompiledLine,
)
from app.core.facts import Facts
from app.core.values import AddedLine, LedgerLine, Ruling, Stage

WHITE_CELL = "W"


@dataclass(frozen=True, slots=True)
class Ledger:
    """The lines of the Moves and Close stages, and the gauges after them."""

    lines: tuple[LedgerLine, ...]
    gauges: dict[str, int]


def turn_ledger(
    book: Book,
    facts: Facts,
    rulings: Sequence[Ruling] = (),
    added: Sequence[AddedLine] = (),
    *,
    is_free: bool = False,
) -> Ledger:
    """The ledger of a turn from its facts (gauges as after Brief) and the white cell's rulings.

    `is_free` is the adjudication mode in which printed effects count 0.
    """
    page = _Page(book, facts.gauges, {ruling.line: ruling for ruling in rulings})
    page.write(_proposed(book, facts, book.moves_lines, Stage.MOVES, is_free=is_free))
    page.write(_swings(book, page))
    page.write(_proposed(book, facts, book.text_lines, Stage.MOVES, is_free=is_free))
    page.write(_ceilings(book, page, facts.gauges))
    page.write(_added(line) for line in added)
    page.write(_bounds(book, page, Stage.MOVES))
    for step in book.close_steps:
        read = replace(facts, gauges=dict(page.gauges))
        page.write(_proposed(book, read, book.close_lines[step], Stage.CLOSE))
    page.write(_bounds(book, page, Stage.CLOSE))
    return Ledger(tuple(page.lines), page.gauges)


def inject_lines(
    book: Book, inject: CompiledInject, facts: Facts, gauges: Mapping[str, int]
) -> tuple[LedgerLine, ...]:
    """The lines of an inject, released on these gauges; its bounds are the last of them."""
    page = _Page(book, gauges, {})
    page.write(_proposed(book, replace(facts, gauges=gauges), inject.lines, Stage.BRIEF))
    page.write(_bounds(book, page, Stage.BRIEF, via=inject.inject.id))
    return tuple(page.lines)


class _Page:
    """The page that is being written: its lines, the gauges as they run, the rulings to apply."""

    def __init__(
        self, book: Book, gauges: Mapping[str, int], rulings: Mapping[str, Ruling]
    ) -> None:
        self.gauges = dict(gauges)
        self.opening = dict(gauges)
        self.lines: list[LedgerLine] = []
        self._rulings = rulings
        self._book = book

    def write(self, lines: Iterable[LedgerLine]) -> None:
        """Write lines down: each gets its ruling, and what stood before and after it."""
        for line in lines:
            ruling = self._rulings.get(line.key) if self._rulings else None
            before = self.gauges[line.gauge]
            after = before + (line.made if ruling is None else ruling.value)
            self.gauges[line.gauge] = after
            self.lines.append(_standing(line, before, after, ruling))

    def net(self, gauge: str) -> int:
        """How far the gauge has moved on this page."""
        return self.gauges[gauge] - self.opening[gauge]


def _standing(line: LedgerLine, before: int, after: int, ruling: Ruling | None) -> LedgerLine:
    """The line in its place. Made anew, as `replace` would cost more than the rest of a ledger."""
    return LedgerLine(
        line.stage,
        line.step,
        line.cause,
        line.via,
        line.gauge,
        line.asked,
        line.made,
        line.cut_by,
        before,
        after,
        line.tensions,
        None if ruling is None else ruling.value,
        line.reason if ruling is None else ruling.reason,
        line.public if ruling is None else ruling.public or line.public,
    )


def _proposed(
    book: Book,
    facts: Facts,
    lines: Iterable[CompiledLine],
    stage: Stage,
    *,
    is_free: bool = False,
) -> list[LedgerLine]:
    """The lines that hold, summed by cause, via and gauge, with what was taken away set to 0."""
    sums: dict[tuple[str, str, str, str], LedgerLine] = {}
    once: set[tuple[str, str, str, str]] = set()
    for line in lines:
        if not line.when.holds(facts) or (line.once_a_game and line.cause in facts.spent):
            continue
        key = (line.step, line.cause, line.via, line.gauge)
        total = line.change + (sums[key].asked if key in sums else 0)
        public = line.public or book.titles.get(line.cause, "")
        sums[key] = LedgerLine(stage, *key, total, total, tensions=line.tensions, public=public)
        if line.once_a_turn:
            once.add(key)
    entries = [_taken(book, facts, line) for line in sums.values() if line.asked != 0]
    kept = _first_of_each(entries, once)
    if is_free:
        return [replace(line, made=0, cut_by=line.cut_by or FREE) for line in kept]
    return kept


def _first_of_each(
    lines: list[LedgerLine], once: set[tuple[str, str, str, str]]
) -> list[LedgerLine]:
    """Without the repeats of causes that act once a turn. What was taken away uses nothing up;
    once one has acted, there is nothing more to be taken away.
    """
    acted: set[tuple[str, str]] = set()
    kept = []
    for line in lines:
        if (line.step, line.cause, line.via, line.gauge) in once:
            if (line.cause, line.gauge) in acted:
                continue
            if line.made:
                acted.add((line.cause, line.gauge))
        kept.append(line)
    return kept


def _taken(book: Book, facts: Facts, line: LedgerLine) -> LedgerLine:
    """The line, with 0 made where something takes it away. The first taker is named."""
    for take in book.takes:
        if (
            line.cause in take.causes
            and take.stage is line.stage
            and (not take.vias or line.via in take.vias)
            and line.gauge in take.gauges
            and take.sign * line.made >= 0
            and not (take.once_a_game and take.by in facts.spent)
            and take.when.holds(facts)
        ):
            return replace(line, made=0, cut_by=take.by)
    return line


def _swings(book: Book, page: _Page) -> Iterator[LedgerLine]:
    """One line for each gauge that moved too far: what the limit takes back.

    Each limit sees what the one before it left, because its line is written by then.
    """
    for bound in book.swings:
        net = page.net(bound.gauge)
        cut = min(max(net, -bound.fall), bound.rise) - net
        if cut:
            yield _limit(LIMIT, bound.cause, bound.gauge, cut, bound.tensions)


def _ceilings(book: Book, page: _Page, opening: Mapping[str, int]) -> Iterator[LedgerLine]:
    """One line for each gauge that rose above its ceiling. A ceiling never lowers."""
    for bound in book.ceilings:
        top = min(opening[gauge] for gauge in bound.among) + bound.plus
        net = page.net(bound.gauge)
        over = page.gauges[bound.gauge] - top
        if net > 0 and over > 0:
            cut = -min(net, over)
            yield _limit(CEILING, bound.cause, bound.gauge, cut, bound.tensions)


def _limit(step: str, cause: str, gauge: str, cut: int, tensions: tuple[str, ...]) -> LedgerLine:
    return LedgerLine(Stage.MOVES, step, cause, "", gauge, cut, cut, tensions=tensions)


def _added(line: AddedLine) -> LedgerLine:
    return LedgerLine(
        Stage.MOVES,
        ADDED,
        WHITE_CELL,
        "",
        line.gauge,
        line.change,
        line.change,
        tensions=line.tensions,
        reason=line.reason,
        public=line.public,
    )


def _bounds(book: Book, page: _Page, stage: Stage, via: str = "") -> list[LedgerLine]:
    """One line for each gauge that ran past 0 or 10."""
    lines = []
    for gauge in book.deck.gauges:
        value = page.gauges[gauge.id]
        back = min(max(value, 0), 10) - value
        if back:
            lines.append(LedgerLine(stage, BOUNDS, BOUNDS, via, gauge.id, back, back))
    return lines
