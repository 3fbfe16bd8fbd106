"""Which reason of a gauge's change the room may read."""

from __future__ import annotations

from app.core.book import Book
from app.core.secrecy import line_secret
from app.core.state import State, TurnRecord
from app.core.values import LedgerLine


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
    return bool(line.public) and not line_secret(book, state, record.number, line)
