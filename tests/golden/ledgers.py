"""What was worked out by hand beside what the program made of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.core.book import Book
from app.core.state import TurnRecord
from app.core.values import LedgerLine
from app.core.why import signed
from tests.golden.story import Row, table


def as_row(number: int, line: LedgerLine) -> Row:
    """A ledger line in the words of a story's table."""
    return {
        "#": str(number),
        "stage · step": f"{line.stage} · {line.step}",
        "cause": line.cause,
        "via": line.via or "–",
        "gauge": line.gauge,
        "asked": signed(line.asked),
        "made": signed(line.made),
        "cut by": line.cut_by or "–",
        "ruled": "–" if line.ruled is None else signed(line.ruled),
        "before → after": f"{line.before} → {line.after}",
        "tensions": " ".join(line.tensions),
    }


def as_rows(lines: Sequence[LedgerLine]) -> list[Row]:
    """A ledger in the words of a story's table."""
    return [as_row(number, line) for number, line in enumerate(lines, 1)]


def by_hand(text: str) -> list[Row]:
    """The ledger that a turn of a story has in a table; none where it has no such table."""
    return table(text, "cause", "gauge", "asked") if "| cause |" in text else []


def after_words(book: Book, record: TurnRecord) -> str:
    """The gauges after a turn as a story writes them."""
    after = (record.after or {}).items()
    words = " · ".join(f"{g} {v} {book.band(g, v)}" for g, v in after)
    return f"**After turn {record.number}:** {words}."


def numbers(text: str) -> list[float]:
    """The numbers that stand in a text."""
    return [float(number) for number in re.findall(r"\d+(?:\.\d+)?", text)]
