"""Which reason of a gauge's change the room may read.

Never that of a limit (some read hidden gauges), of a private inject, or of a line that rests on a
move which the room has not seen: a quiet one, or one of a seat that is not turned over.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.core.book import ADDED, BOUNDS, CEILING, LIMIT, Book
from app.core.conditions import PlayIs, plays_tested
from app.core.state import State, TurnRecord
from app.core.values import LedgerLine, PlayedMove


def public_reason(book: Book, state: State, record: TurnRecord, gauge: str, room: int) -> str:
    """The public reason of the line that moved the gauge most in the direction that it went.

    Empty where no line may be named, or its reason is longer than `room` characters.
    """
    went = (record.after or record.opening)[gauge] - record.opening[gauge]
    lines = [
        line
        for line in record.lines
        if line.gauge == gauge
        and line.change * went > 0
        and may_be_named(book, state, record, line)
    ]
    best = max(lines, key=lambda line: abs(line.change), default=None)
    return best.public if best is not None and len(best.public) <= room else ""


def may_be_named(book: Book, state: State, record: TurnRecord, line: LedgerLine) -> bool:
    """Whether the room may read why this line stands in the turn's ledger."""
    if line.step in (LIMIT, CEILING, BOUNDS):
        return False
    if line.cause in book.injects:
        return book.injects[line.cause].inject.is_public
    if line.step == ADDED:
        return bool(line.public)
    tests = tuple(_tests_behind(book, line))
    return not any(
        test.first_ago <= ago <= test.last_ago and play.move in test.moves and test.fits(play)
        for ago, play in _unseen(state, record)
        for test in tests
    )


def _unseen(state: State, record: TurnRecord) -> Iterator[tuple[int, PlayedMove]]:
    """Moves up to this turn that the room has not seen, with how many turns ago they were made."""
    for past in state.turns:
        if past.number <= record.number:
            for play in past.plays:
                if play.channel == "quiet" or play.seat not in past.revealed:
                    yield record.number - past.number, play


def _tests_behind(book: Book, line: LedgerLine) -> Iterator[PlayIs]:
    """Every test on moves that decided whether this line stands."""
    name = (line.step, line.cause, line.via, line.gauge)
    for compiled in (*book.moves_lines, *book.close_lines.get(line.step, ())):
        if (compiled.step, compiled.cause, compiled.via, compiled.gauge) == name:
            yield from plays_tested(compiled.when)
