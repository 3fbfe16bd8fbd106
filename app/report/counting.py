"""Counts of moves, rulings and quotes: in the log, and in a page, each by its own way.

The log is counted without the report's facts, so that a fault in them shows.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from html.parser import HTMLParser

from app.core.events import Entry
from app.core.evolve import fold
from app.core.state import TurnRecord
from app.report.model import Audience, Counts


def in_log(
    entries: Sequence[Entry],
    audience: Audience,
    *,
    quiet_moves: bool = False,
    leave_out: Collection[str] = (),
) -> Counts:
    """What the log holds for these readers."""
    state = fold(entries)
    in_full = audience == "internal" or (audience == "reviewers" and quiet_moves)
    turns = [record for record in state.turns if record.is_closed]
    quotes = [
        note
        for note in state.notes
        if note.kind == "quote" and (note.quotable or note.starred) and note.id not in leave_out
    ]
    return Counts(
        moves=sum(_moves(record, audience, in_full=in_full) for record in turns),
        rulings=sum(len(record.rulings) + len(record.added) for record in turns),
        quotes=len(quotes),
    )


def _moves(record: TurnRecord, audience: Audience, *, in_full: bool) -> int:
    plays = [play for play in record.plays if in_full or play.channel != "quiet"]
    if audience == "participants":
        plays = [play for play in plays if play.seat in record.revealed]
    return len(plays)


def in_page(page: str) -> Counts:
    """What an HTML page holds."""
    counter = _Counter()
    counter.feed(page)
    return Counts(counter.found["move"], counter.found["ruling"], counter.found["quote"])


class _Counter(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found = {"move": 0, "ruling": 0, "quote": 0}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - its shape
        item = dict(attrs).get("data-item")
        if item in self.found:
            self.found[item] += 1
