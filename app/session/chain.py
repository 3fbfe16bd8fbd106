"""The hash chain: an edited letter anywhere in the log shows.

Each hash is SHA-256 over the hash before it, a line break and the row as canonical JSON. A chain
shows changes and gaps; it cannot show that the newest events are missing.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from json.encoder import encode_basestring as quoted

from app.core.record import StoredEvent

GENESIS = "0" * 64
"""What stands before the first event."""


def link(prev: str, seq: int, action: int, at: str, kind: str, payload: str) -> str:
    """The hash of a row that follows `prev`, as 64 small hexadecimal digits."""
    text = f"{prev}\n[{seq},{action},{quoted(at)},{quoted(kind)},{payload}]"
    return sha256(text.encode()).hexdigest()


def chained(
    rows: Iterable[tuple[int, int, str, str, str]], prev: str = GENESIS
) -> list[StoredEvent]:
    """Rows (seq, action, at, kind, payload) with the hashes that tie each to the one before."""
    tied = []
    for seq, action, at, kind, payload in rows:
        here = link(prev, seq, action, at, kind, payload)
        tied.append(StoredEvent(seq, action, at, kind, payload, prev, here))
        prev = here
    return tied


def first_break(rows: Iterable[StoredEvent], prev: str = GENESIS, after: int = 0) -> int | None:
    """The number of the first row that is out of order or whose hash is not its own; else None."""
    for expected, row in enumerate(rows, start=after + 1):
        if row.seq != expected or row.prev != prev:
            return expected
        if link(prev, *row[:5]) != row.hash:
            return expected
        prev = row.hash
    return None
