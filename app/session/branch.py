"""Opening a session from its record, and beginning another that starts out as its copy."""

from __future__ import annotations

import uuid

from app.core import events as ev
from app.core.book import Book
from app.core.compile import compile_deck
from app.core.record import SessionHead, StoredDeck, StoredEvent
from app.deck.content import content_hash, deck_content, deck_from_content
from app.deck.model import Deck
from app.errors import LibraryDamaged
from app.session.log import Fault, Log
from app.session.ports import Record

OPEN_A_BACKUP = "Look at a backup: 'parasol --library BACKUP'."


def new_id() -> str:
    """A name for a session that no other has, on any machine."""
    return str(uuid.uuid4())


def deck_to_keep(deck: Deck) -> StoredDeck:
    """The deck as a record keeps it."""
    content, about = deck_content(deck), deck.about
    return StoredDeck(content_hash(content), about.id, about.title, about.version, content)


def book_of(deck: StoredDeck) -> Book:
    """The book of a deck as it was played. Raises LibraryDamaged where its text was changed."""
    if content_hash(deck.content) != deck.hash:
        raise LibraryDamaged(
            "The deck stored with this session was changed.",
            f"The deck '{deck.title}' does not have the hash {deck.hash[:12]}… it was kept under.",
            OPEN_A_BACKUP,
        )
    return compile_deck(deck_from_content(deck.content))


def opened(record: Record, session: str) -> tuple[Book, Log]:
    """A session's book and log. Raises LibraryDamaged with the number of the first bad event."""
    log = Log()
    log.read(record.events(session))
    if log.fault is not None:
        raise damaged(log.fault, session)
    if not log.entries:
        raise LibraryDamaged("The session has no events.", remedy=OPEN_A_BACKUP)
    return book_of(record.deck(session)), log


def damaged(fault: Fault, session: str = "SESSION") -> LibraryDamaged:
    """The error that says where a log stops being whole, and how to go on with what does hold."""
    what, held = f"Event {fault.seq}: {fault.what}.", fault.seq - 1
    if not held:
        return LibraryDamaged("The session cannot be read.", what, OPEN_A_BACKUP)
    return LibraryDamaged(
        f"The session can be read up to event {held}, not further.",
        what,
        f"Continue with that part as a new session: 'parasol branch {session} --at {held}'.",
    )


def branch(record: Record, session: str, at_seq: int, now: float) -> str:
    """Begin a new session with the log up to the action of entry `at_seq`; its id.

    Numbers, times and hashes of the copied part stay. Of a damaged log an action is copied whole or
    not at all. Raises ValueError where nothing is left, or the whole part has no such entry.
    """
    rows = list(record.events(session))
    log = Log()
    log.read(rows)
    copied = _whole_actions(rows, len(log.entries), at_seq)
    if not copied:
        raise ValueError("no whole action is left to begin from")
    kept = Log()
    kept.read(copied)
    entries = kept.entries_for((ev.SessionForked(session, len(copied)),), now)
    head = record.head(session)
    new = SessionHead(
        new_id(),
        f"{head.title} (from event {len(copied)})",
        head.deck_hash,
        session,
        len(copied),
    )
    digests = _digests(kept)
    notes = [note for note in record.notes(session) if (note.note, note.digest) in digests]
    record.begin(new, record.deck(session), [*copied, *kept.rows_for(entries)], notes)
    return new.id


def _whole_actions(rows: list[StoredEvent], good: int, at_seq: int) -> list[StoredEvent]:
    if not 1 <= at_seq <= good:
        raise ValueError(f"there is no event {at_seq} to begin from")
    action = rows[at_seq - 1].action
    copied = [row for row in rows[:good] if row.action <= action]
    is_cut = len(copied) == good < len(rows) and rows[good].action == action
    return [row for row in copied if row.action < action] if is_cut else copied


def _digests(log: Log) -> set[tuple[str, str]]:
    return {
        (entry.event.note.id, entry.event.note.digest)
        for entry in log.entries
        if isinstance(entry.event, ev.NOTE_EVENTS)
    }
