"""An exercise that is being played: the one door through which everything happens to it.

An action is decided by the rules, recorded in one durable transaction, and only then true: the
state moves on and the listeners are told. What cannot be recorded has not happened.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.core import events as ev
from app.core.actions import (
    Action,
    Amend,
    EditObservation,
    Observe,
    Refusal,
    StartSession,
    UndoShow,
)
from app.core.book import Book
from app.core.decide import decide
from app.core.evolve import evolve, fold
from app.core.own import book_of
from app.core.record import SessionHead, StoredNote
from app.core.state import State
from app.core.values import Phase, Setup
from app.errors import LibraryError, LibraryReadOnly
from app.session.amend import prepared
from app.session.branch import branch, damaged, deck_to_keep, new_id, opened
from app.session.codec import NotRecordable
from app.session.describe import describe_action
from app.session.log import Log, iso_time
from app.session.notes import texts_now, with_text, without_text
from app.session.ports import Clock, Record
from app.session.refusals import (
    NOTHING_TO_REDO,
    NOTHING_TO_UNDO,
    UNDONE_SINCE,
    not_kept,
    too_long,
)
from app.session.resting import rest, rests_on
from app.session.telling import Listener, Telling
from app.session.text import MOST_CHARACTERS, TextTooLong, fit, fit_all
from app.session.undo import UndoStack


@dataclass(frozen=True, slots=True)
class Accepted:
    """An action was taken: what it put into the log, and the state after it."""

    entries: tuple[ev.Entry, ...]
    state: State


@dataclass(frozen=True, slots=True)
class Step:
    """An action that can be undone or redone: what a person calls it, and when it was taken."""

    name: str
    at: str


class Exercise:
    """One session, open for play. Made by `start` or `resume`.

    `backup_problem` is the error of the last backup, where it failed; the exercise goes on.
    """

    def __init__(self, record: Record, session: str, book: Book, log: Log, clock: Clock) -> None:
        self.session = session
        self.backup_problem: LibraryError | None = None
        self._record = record
        self._clock = clock
        self._log = log
        self._state = fold(log.entries)
        self._deck_book = book
        self._book = book_of(book, self._state)
        self._undo = UndoStack()
        self._undo.take_in(log.entries)
        self._telling = Telling()
        self._is_behind = False
        self._rest_the_room()
        self._back_up()

    @classmethod
    def start(
        cls, record: Record, book: Book, setup: Setup, clock: Clock, session: str = ""
    ) -> Exercise | Refusal:
        """A new exercise with this set-up, recorded; or why the rules refuse it.

        Raises a LibraryError where it cannot be recorded.
        """
        now, log = clock(), Log()
        try:
            answer = decide(book, State(), StartSession(fit_all(setup)), now)
            if isinstance(answer, Refusal):
                return answer
            entries = log.entries_for(answer, now)
            rows = log.rows_for(entries)
        except TextTooLong as problem:
            return too_long(problem)
        except NotRecordable as problem:
            return not_kept(problem)
        deck = deck_to_keep(book.deck)
        head = SessionHead(session or new_id(), fit(setup.title), deck.hash)
        record.begin(head, deck, rows)
        log.add(entries, rows)
        return cls(record, head.id, book, log, clock)

    @classmethod
    def resume(cls, record: Record, session: str, clock: Clock) -> Exercise:
        """A session as it was left, with the deck it was played with, and the room at rest.

        Raises LibraryDamaged where the log does not hold; `verify` says what can be saved.
        """
        book, log = opened(record, session)
        return cls(record, session, book, log, clock)

    @property
    def book(self) -> Book:
        """The deck as it is played, with the cards and injects that the session has of its own."""
        return self._book

    @property
    def state(self) -> State:
        """The exercise as it stands, all of it on the disk."""
        return self._state

    @property
    def entries(self) -> Sequence[ev.Entry]:
        """The whole log, with what was undone."""
        return tuple(self._log.entries)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Have a function told of every change, after it is recorded. Returns how to stop it."""
        return self._telling.listen(listener)

    # --- Changes -------------------------------------------------------------------------------

    def submit(self, action: Action, note_text: str | None = None) -> Accepted | Refusal:
        """Take an action, or say why not. `note_text` is the text of an observation.

        Raises a LibraryError where it cannot be recorded; the exercise is then where it was, and
        the next action tries again.
        """
        try:
            action, text = fit_all(action), None if note_text is None else fit(note_text)
        except TextTooLong as problem:
            return too_long(problem)
        self._catch_up()
        if isinstance(action, UndoShow) and self._would_show_what_was_undone():
            return UNDONE_SINCE
        if isinstance(action, Amend):
            entries, undone = self._log.entries, self._undo.taken_back
            amend = prepared(self.book, self._state, entries, undone, action)
            if isinstance(amend, Refusal):
                return amend
            action = amend
        action, notes = self._with_note(action, text)
        now = self._clock()
        answer = decide(self.book, self._state, action, now)
        return answer if isinstance(answer, Refusal) else self._keep(answer, now, notes)

    def undo(self) -> Accepted | Refusal:
        """Take back the last action. Where the room sees what it said, the room rests first."""
        self._catch_up()
        number = self._undo.to_undo
        if number is None:
            return NOTHING_TO_UNDO
        now, undone = self._clock(), self._log.action(number)
        event = ev.ActionUndone(number, describe_action(self.book, undone))
        after = self._after(self._log.entries_for((event,), now))
        resting = rest(self.book, after, now) if rests_on(after.room.top, undone) else ()
        return self._keep((*resting, event), now)

    def redo(self) -> Accepted | Refusal:
        """Bring back what was undone last. The room stays as it is."""
        self._catch_up()
        number = self._undo.to_redo
        if number is None:
            return NOTHING_TO_REDO
        name = describe_action(self.book, self._log.action(number))
        return self._keep((ev.ActionRedone(number, name),), self._clock())

    @property
    def undo_step(self) -> Step | None:
        """What *Undo* would take back; None where there is nothing."""
        return self._step(self._undo.to_undo)

    @property
    def redo_step(self) -> Step | None:
        """What *Redo* would bring back; None where there is nothing."""
        return self._step(self._undo.to_redo)

    # --- Beside the log ------------------------------------------------------------------------

    def fork(self, at_seq: int) -> Exercise:
        """A new session that begins as this one stood after the action that holds entry `at_seq`.

        Raises ValueError for a number that the log does not have.
        """
        session = branch(self._record, self.session, at_seq, self._clock())
        return Exercise.resume(self._record, session, self._clock)

    def note_texts(self) -> Mapping[str, str]:
        """The texts of the notes as they now stand, by the note's id."""
        return texts_now(self._state.notes, self._record.notes(self.session))

    def save_draft(self, field: str, text: str) -> None:
        """Keep what is being typed into a field. An empty text forgets it."""
        at = iso_time(self._clock())
        self._record.keep_draft(self.session, fit(field), fit(text[:MOST_CHARACTERS]), at)

    def drafts(self) -> Mapping[str, str]:
        """What was being typed when the program ended, by field."""
        return self._record.drafts(self.session)

    def save_copy(self, path: Path) -> Path:
        """Write this session to a file of its own, for another library or another disk."""
        return self._record.save_copy(self.session, path)

    # --- Inside --------------------------------------------------------------------------------

    def _keep(
        self, events: Sequence[ev.Event], now: float, notes: Sequence[StoredNote] = ()
    ) -> Accepted | Refusal:
        """Record events as one action, then let them be true."""
        entries = self._log.entries_for(events, now)
        try:
            rows = self._log.rows_for(entries)
        except NotRecordable as problem:
            return not_kept(problem)
        after = self._after(entries)
        try:
            self._record.append(self.session, rows, notes)
        except LibraryError:
            self._is_behind = True
            raise
        self._log.add(entries, rows)
        self._move_to(after, entries)
        return Accepted(tuple(entries), after)

    def _after(self, entries: Sequence[ev.Entry]) -> State:
        changes_the_past = (ev.ActionUndone, ev.ActionRedone, ev.EntryAmended)
        if any(isinstance(entry.event, changes_the_past) for entry in entries):
            return fold((*self._log.entries, *entries))
        state = self._state
        for entry in entries:
            state = evolve(state, entry)
        return state

    def _move_to(self, state: State, entries: Sequence[ev.Entry]) -> None:
        is_turns_end = state.turn != self._state.turn or state.phase is Phase.HOT_WASH
        self._state = state
        self._book = book_of(self._deck_book, state)
        self._undo.take_in(entries)
        self._telling.tell(state, entries)
        if is_turns_end and any(isinstance(entry.event, ev.PhaseEntered) for entry in entries):
            self._back_up()

    def _catch_up(self) -> None:
        """After a failed write: take in what the record holds all the same, whoever wrote it."""
        if not self._is_behind:
            return
        seen = len(self._log.entries)
        entries = self._log.read(self._record.events(self.session, after=seen))
        if self._log.fault is not None:
            raise damaged(self._log.fault)
        self._is_behind = False
        if entries:
            self._move_to(fold(self._log.entries), entries)

    def _with_note(self, action: Action, text: str | None) -> tuple[Action, list[StoredNote]]:
        if isinstance(action, EditObservation) and text is None:
            return without_text(action, self._state.notes), []
        if isinstance(action, (Observe, EditObservation)):
            filled, stored = with_text(action, text or "")
            return filled, [stored]
        return action, []

    def _would_show_what_was_undone(self) -> bool:
        below = self._state.room.stack[-2:-1]
        undone = [entry for entry in self._log.entries if entry.action in self._undo.taken_back]
        return bool(below) and rests_on(below[0], undone)

    def _rest_the_room(self) -> None:
        room, now = self._state.room, self._clock()
        if room.is_blank or room.top is None or room.top.item.kind == "hold":
            return
        try:
            self._keep(rest(self.book, self._state, now), now)
        except LibraryReadOnly:  # to be looked at only: black in this window, and not recorded
            self._state = replace(self._state, room=replace(room, is_blank=True))

    def _back_up(self) -> None:
        try:
            self._record.back_up()
            self.backup_problem = None
        except LibraryError as problem:
            self.backup_problem = problem

    def _step(self, action: int | None) -> Step | None:
        if action is None:
            return None
        entries = self._log.action(action)
        return Step(describe_action(self.book, entries), entries[0].at)
