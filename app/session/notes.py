"""Texts of notes: kept outside the chain, tied to it by a salted digest.

So a note can be edited later, for a name that must go, and the chain stays whole while the edit
shows: the digest in the log no longer fits the text.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import replace

from app.core.actions import EditObservation, Observe
from app.core.events import NOTE_EVENTS, Entry
from app.core.record import StoredNote
from app.core.values import Note


def digest_of(salt: str, text: str) -> str:
    """SHA-256 of salt and text, as 64 small hexadecimal digits."""
    return hashlib.sha256(f"{salt}\n{text}".encode()).hexdigest()


def with_text(
    action: Observe | EditObservation, text: str
) -> tuple[Observe | EditObservation, StoredNote]:
    """The action with its note's id and digest filled in, and the text to keep under them."""
    note, salt = action.note, secrets.token_hex(16)
    identity = note.id or secrets.token_hex(8)
    stored = StoredNote(identity, digest_of(salt, text), salt, text)
    return replace(action, note=replace(note, id=identity, digest=stored.digest)), stored


def without_text(action: EditObservation, known: Iterable[Note]) -> EditObservation:
    """The action for a note whose text stays: with the digest that it has."""
    digest = next((note.digest for note in known if note.id == action.note.id), "")
    return replace(action, note=replace(action.note, digest=digest))


def texts_now(notes: Iterable[Note], stored: Iterable[StoredNote]) -> Mapping[str, str]:
    """The text of each note as it now stands, by the note's id."""
    by_digest = {(kept.note, kept.digest): kept.text for kept in stored}
    return {note.id: by_digest.get((note.id, note.digest), "") for note in notes}


def edited_later(stored: Iterable[StoredNote]) -> list[str]:
    """The ids of notes whose text is no longer the one that the log was given."""
    return [kept.note for kept in stored if kept.digest != digest_of(kept.salt, kept.text)]


def missing(entries: Iterable[Entry], stored: Iterable[StoredNote]) -> list[str]:
    """The ids of notes of which a text that the log was given is not there any more."""
    kept = {(one.note, one.digest) for one in stored}
    noted = (entry.event.note for entry in entries if isinstance(entry.event, NOTE_EVENTS))
    lost = (note.id for note in noted if note.digest and (note.id, note.digest) not in kept)
    return list(dict.fromkeys(lost))
