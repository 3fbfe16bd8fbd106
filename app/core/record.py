"""The log at rest: the plain values that session and store hand to one another.

A stored event is text all through. What the text means is `app.session.codec`'s business, how it
is kept `app.store`'s; neither imports the other.
"""

from __future__ import annotations

from typing import NamedTuple


class StoredEvent(NamedTuple):
    """One event as it is kept. `payload` is canonical JSON; `hash` covers the row and `prev`."""

    seq: int
    action: int
    at: str
    kind: str
    payload: str
    prev: str
    hash: str


class StoredNote(NamedTuple):
    """A note's text under the digest that the log holds: SHA-256 of salt and text."""

    note: str
    digest: str
    salt: str
    text: str


class StoredDeck(NamedTuple):
    """A deck as played. `hash` is the SHA-256 of `content`."""

    hash: str
    id: str
    title: str
    version: str
    content: str


class SessionHead(NamedTuple):
    """What names a session before its first event. `parent` is empty unless it is a branch."""

    id: str
    title: str
    deck_hash: str
    parent: str = ""
    parent_seq: int = 0
