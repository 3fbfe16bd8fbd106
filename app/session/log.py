"""The log of one session in memory: its entries, and the hash that the next one builds on.

Reads what a record holds as far as it is whole, and says where it stops being so. Makes the rows of
new entries. Changes nothing that was there.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice, takewhile

from app.core.events import Entry, Event
from app.core.record import StoredEvent
from app.session.chain import GENESIS, chained, link
from app.session.codec import NotAnEvent, decode, encode


@dataclass(frozen=True, slots=True)
class Fault:
    """The first event of a log that does not hold, and why. `what` has no private text in it."""

    seq: int
    what: str


@dataclass(slots=True)
class Log:
    """Entries from 1 on. `head` is the newest one's hash, `fault` what ended the reading early."""

    entries: list[Entry] = field(default_factory=list)
    head: str = GENESIS
    fault: Fault | None = None

    def read(self, rows: Iterable[StoredEvent]) -> Sequence[Entry]:
        """Take in rows that follow; the new entries. Stops at the first that does not hold."""
        before, self.fault = len(self.entries), None
        with _uncollected():
            self._read(rows, before)
        return self.entries[before:]

    def _read(self, rows: Iterable[StoredEvent], before: int) -> None:
        """Row by row; what is looked up once is not looked up for each of many thousands."""
        head, add, expected = self.head, self.entries.append, before
        for row in rows:
            expected += 1
            seq, action, at, kind, payload, prev, own = row  # by name it would take twice as long
            if seq != expected:
                self.fault = Fault(expected, f"event {expected} is missing")
                break
            if prev != head or own != link(prev, seq, action, at, kind, payload):
                self.fault = Fault(seq, "it is not as it was recorded: its hash does not fit")
                break
            try:
                event = decode(kind, payload)
            except NotAnEvent as problem:
                self.fault = Fault(seq, str(problem))
                break
            add(Entry(seq, action, at, event))
            head = own
        self.head = head

    def entries_for(self, events: Sequence[Event], now: float) -> list[Entry]:
        """The entries that these events of one action would be."""
        first, at = len(self.entries) + 1, iso_time(now)
        return [Entry(seq, first, at, event) for seq, event in enumerate(events, start=first)]

    def rows_for(self, entries: Iterable[Entry]) -> list[StoredEvent]:
        """The rows of entries that would follow. Raises NotRecordable."""
        plain = (
            (entry.seq, entry.action, entry.at, type(entry.event).__name__, encode(entry.event))
            for entry in entries
        )
        return chained(plain, self.head)

    def add(self, entries: Sequence[Entry], rows: Sequence[StoredEvent]) -> None:
        """Take in entries that have been recorded as these rows."""
        self.entries.extend(entries)
        self.head = rows[-1].hash

    def action(self, number: int) -> list[Entry]:
        """The entries of one action, by the number of its first."""
        rest = islice(self.entries, number - 1, None)
        return list(takewhile(lambda entry: entry.action == number, rest))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without looking for garbage: a log that is being read makes none, and is large to search."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def iso_time(now: float) -> str:
    """Seconds of the epoch as ISO 8601 in UTC with its offset, to the millisecond."""
    return datetime.fromtimestamp(now, UTC).isoformat(timespec="milliseconds")
