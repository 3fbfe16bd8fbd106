"""Is a session what it was? Chain, deck, replay, and the outcome worked out anew.

Says which event is the first bad one; what stands before it can be gone on with (`branch`). Reads
only. Whether the file itself is sound is the store's to say.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.core import events as ev
from app.core import own
from app.core.book import Book
from app.core.evolve import evolve, fold
from app.core.outcome import end_state
from app.core.proposal import proposed_ledger
from app.core.state import State
from app.errors import ParasolError
from app.session.branch import book_of
from app.session.log import Fault, Log
from app.session.notes import edited_later, missing
from app.session.ports import Record

_UNFIT = (LookupError, TypeError, ValueError, AttributeError, StopIteration)
"""What the rules raise for events that are well formed and make no sense."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found. `fault` is the first bad event, its number 0 where the deck is to blame.

    `events` is the number of events that hold. `edited_notes` were changed since they were written,
    which is allowed: a name may have had to go. `missing_notes` lack a text, which is not.
    """

    session: str
    events: int
    fault: Fault | None
    edited_notes: tuple[str, ...] = ()
    missing_notes: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether everything holds."""
        return self.fault is None and not self.missing_notes


def verify(record: Record, session: str) -> Verdict:
    """The verdict on a session. Raises WrongUse where the record has none of this id."""
    record.head(session)
    log = Log()
    log.read(record.events(session))
    fault = log.fault
    try:
        deck = record.deck(session)
        book = book_of(deck)
    except ParasolError as problem:
        return Verdict(session, len(log.entries), fault or Fault(0, problem.message))
    earlier = _fault_in_replay(book, deck.hash, log.entries)
    if earlier is not None:
        fault = earlier
    elif fault is None and not log.entries:
        fault = Fault(1, "the session has no events")
    held = fault.seq - 1 if fault else len(log.entries)
    notes = record.notes(session)
    lost = missing(log.entries, notes)
    return Verdict(session, held, fault, tuple(edited_later(notes)), tuple(lost))


def _fault_in_replay(book: Book, deck_hash: str, entries: list[ev.Entry]) -> Fault | None:
    """Replays as it happened: undone actions count until they are undone."""
    state = State()
    for index, entry in enumerate(entries):
        try:
            what = _disagreement(own.book_of(book, state), deck_hash, state, entry)
            state = _next(state, entries[: index + 1], entry)
        except _UNFIT as problem:
            what = f"the rules cannot follow it ({type(problem).__name__})"
        if what:
            return Fault(entry.seq, what)
    return None


def _next(state: State, so_far: list[ev.Entry], entry: ev.Entry) -> State:
    if isinstance(entry.event, (ev.ActionUndone, ev.ActionRedone, ev.EntryAmended)):
        return fold(so_far)
    return evolve(state, entry)


def _disagreement(book: Book, deck_hash: str, state: State, entry: ev.Entry) -> str:
    """What an entry says that the rules do not, in words; empty where they agree."""
    event = entry.event
    if isinstance(event, ev.SessionStarted) and event.deck_hash != deck_hash:
        return "it was played with another deck than the one that is stored"
    if not state.is_started and not isinstance(event, ev.SessionStarted):
        return "the session does not begin with its start"
    if isinstance(event, ev.LedgerAccepted):
        ledger = proposed_ledger(book, state)
        if event.lines != ledger.lines or dict(event.gauges) != ledger.gauges:
            return "the rules make another ledger of this turn"
    if isinstance(event, ev.SessionEnded) and event.end_state != end_state(book, state).id:
        return "the rules come to another end state"
    return ""
