"""What `app.session` asks of a record, on a library."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from app.config.logs import Public
from app.core.record import SessionHead, StoredDeck, StoredEvent, StoredNote
from app.errors import LibraryError
from app.store.backups import Backups
from app.store.decks import Decks
from app.store.drafts import Drafts
from app.store.library import Library
from app.store.notes import Notes
from app.store.sessions import Sessions
from app.store.transfer import export_session

_LOG = logging.getLogger(__name__)


class LibraryRecord:
    """A library as the record of sessions that are played. `clock` dates backups and copies."""

    def __init__(self, library: Library, clock: Callable[[], float]) -> None:
        self._library = library
        self._clock = clock
        self._sessions = Sessions(library)
        self._notes = Notes(library)
        self._drafts = Drafts(library)

    def begin(
        self,
        head: SessionHead,
        deck: StoredDeck,
        events: Sequence[StoredEvent],
        notes: Sequence[StoredNote] = (),
    ) -> None:
        with _failures_logged(head.id):
            self._sessions.begin(head, deck, events, notes)
        _LOG.info("Session %s was created with %d events", Public(head.id), len(events))

    def append(
        self, session: str, events: Sequence[StoredEvent], notes: Sequence[StoredNote] = ()
    ) -> None:
        with _failures_logged(session):
            self._sessions.append(session, events, notes)

    def head(self, session: str) -> SessionHead:
        return self._sessions.head(session)

    def deck(self, session: str) -> StoredDeck:
        return Decks(self._library).of(session)

    def events(self, session: str, after: int = 0) -> Iterable[StoredEvent]:
        if not after:
            _LOG.info("Session %s was opened", Public(session))
        return self._sessions.events(session, after)

    def notes(self, session: str) -> Sequence[StoredNote]:
        return self._notes.of(session)

    def keep_draft(self, session: str, field: str, text: str, at: str) -> None:
        self._drafts.keep(session, field, text, at)

    def drafts(self, session: str) -> Mapping[str, str]:
        return self._drafts.of(session)

    def back_up(self) -> None:
        if not self._library.is_read_only:
            Backups(self._library, self._clock).make()

    def save_copy(self, session: str, path: Path) -> Path:
        return export_session(self._library, session, path, clock=self._clock)


@contextmanager
def _failures_logged(session: str) -> Iterator[None]:
    try:
        yield
    except LibraryError as problem:
        _LOG.error("A commit to session %s failed: %s", Public(session), _kind(problem))
        raise


def _kind(problem: LibraryError) -> Public:
    """What kind of failure it was, without a path or a text."""
    code = getattr(problem.__cause__, "sqlite_errorname", "")
    return Public(f"{type(problem).__name__} {code}".strip())
