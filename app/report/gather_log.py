"""Gathers the log as a reader may read it: rows, amendments, notes with their texts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import singledispatchmethod

from app.core import events as ev
from app.core.book import Book
from app.core.state import State
from app.core.values import Note, PlayedMove
from app.report import facts as f
from app.report.gather_own import OwnEvent, inject_row, own_row
from app.report.gather_seats import seat_fact
from app.report.trail import Trail

NOT_LISTED = (
    ev.TimerSet,
    ev.ItemShown,
    ev.PageTurned,
    ev.ShowUndone,
    ev.RoomBlanked,
    ev.RoomUnblanked,
)
"""What the report's log leaves out: the timer and the room's display."""

Row = tuple[dict[str, str], f.Secret]


def note_facts(
    book: Book, state: State, trail: Trail, texts: Mapping[str, str]
) -> tuple[f.NoteFact, ...]:
    """Every note as it now stands, in the order in which they were recorded."""
    numbers = {
        entry.event.note.id: entry.seq
        for entry in reversed(trail.entries)
        if isinstance(entry.event, ev.ObservationRecorded)
    }
    edited = {
        entry.event.note.id
        for entry in trail.effective
        if isinstance(entry.event, ev.ObservationEdited)
    }
    return tuple(
        f.NoteFact(
            id=note.id,
            seq=numbers.get(note.id, 0),
            turn=note.turn,
            phase=note.phase,
            at=note.at,
            kind=note.kind,
            text=texts.get(note.id, ""),
            seat=seat_fact(book, state, note.seat) if note.seat else None,
            tensions=note.tensions,
            pole=note.pole,
            is_quotable=note.quotable,
            is_starred=note.starred,
            is_edited=note.id in edited,
            sources=_sources(note, numbers),
            confidence=note.confidence,
            dissent=note.dissent,
        )
        for note in state.notes
    )


def _sources(note: Note, numbers: Mapping[str, int]) -> tuple[int, ...]:
    """The entries that an insight rests on: notes by id, other entries by number."""
    found = [numbers.get(s, int(s) if s.isascii() and s.isdigit() else 0) for s in note.sources]
    return tuple(number for number in found if number)


def amendment_facts(trail: Trail) -> tuple[f.AmendmentFact, ...]:
    """What was put right later, with old and new value."""
    return tuple(
        f.AmendmentFact(
            entry=event.entry,
            seq=entry.seq,
            turn=trail.turns.get(event.entry, 0),
            what=type(event.replacement).__name__,
            was=event.was,
            now=event.now,
            reason=event.reason,
            secrecy=_amended_secret(trail, event),
        )
        for entry in trail.effective
        if isinstance(event := entry.event, ev.EntryAmended)
    )


def _amended_secret(trail: Trail, event: ev.EntryAmended) -> f.Secret:
    if isinstance(event.replacement, ev.SentenceHeard):
        return ""
    if isinstance(event.replacement, ev.HandInClosed):
        old = next((e.event for e in trail.entries if e.seq == event.entry), None)
        hand_ins = [x for x in (old, event.replacement) if isinstance(x, ev.HandInClosed)]
        if any(play.channel == "quiet" for x in hand_ins for play in x.plays):
            return "quiet"
    return "white cell"


class LogGatherer:
    """Writes a row for each entry that is listed."""

    def __init__(self, book: Book, state: State, trail: Trail) -> None:
        self._book = book
        self._state = state
        self._trail = trail

    def rows(self) -> tuple[f.LogRow, ...]:
        """The rows, those of undone and amended entries included."""
        amended = {amendment.entry for amendment in amendment_facts(self._trail)}
        return tuple(
            self._row(entry, amended)
            for entry in self._trail.entries
            if not isinstance(entry.event, NOT_LISTED)
        )

    def _row(self, entry: ev.Entry, amended: set[int]) -> f.LogRow:
        details, secrecy = self._details(entry.event)
        status: f.Status = "amended" if entry.seq in amended else ""
        if entry.seq in self._trail.undone:
            status = "undone"
        turn, kind = self._trail.turns[entry.seq], type(entry.event).__name__
        return f.LogRow(entry.seq, entry.at, turn, kind, tuple(details.items()), status, secrecy)

    def _seat(self, seat: str) -> str:
        return self._book.name(seat)

    def _move(self, play: PlayedMove) -> Row:
        return self._of_move(play.move, seat=self._seat(play.seat), channel=play.channel)

    def _title(self, name: str) -> str:
        title = self._book.titles.get(name, "")
        return f"{name} {title}".strip()

    def _of_move(self, move: str, **details: str) -> Row:
        """A row about a move; quiet if it ever was, for its other rows would tell of it."""
        secrecy: f.Secret = "quiet" if move in self._trail.ever_quiet else "white cell"
        return {"move": self._title(move), **details}, secrecy

    def _asking(self, asking: str, asked: str, about: str, **details: str) -> Row:
        row = {"asking": self._seat(asking), "asked": self._seat(asked)}
        named, secrecy = self._of_move(about)
        is_quiet = about in self._book.needs and secrecy == "quiet"
        return row | {"about": named["move"]} | details, "quiet" if is_quiet else "white cell"

    def _line(self, key: str) -> dict[str, str]:
        """Cause and gauge of a line, from its key (stage/step/cause/via/gauge)."""
        _, _, cause, _, gauge = key.split("/")
        return {"cause": self._title(cause), "gauge": self._book.gauge(gauge).name}

    @singledispatchmethod
    def _details(self, event: ev.Event) -> Row:
        secrecy: f.Secret = "" if isinstance(event, _PUBLIC) else "white cell"
        return {}, secrecy

    @_details.register
    def _(self, event: ev.PhaseEntered) -> Row:
        skipped = ", ".join(event.skipped)
        return {"phase": event.phase, "skipped": skipped, "reason": event.reason}, ""

    @_details.register
    def _(self, event: ev.InjectReleased) -> Row:
        return inject_row(self._book, self._trail, event.inject)

    @_details.register(ev.FreeMoveWritten)
    @_details.register(ev.FreeMoveArgued)
    @_details.register(ev.InjectWritten)
    @_details.register(ev.InjectReworded)
    @_details.register(ev.LineSettled)
    @_details.register(ev.TextSigned)
    def _(self, event: OwnEvent) -> Row:
        return own_row(self._book, self._trail, event)

    @_details.register
    def _(self, event: ev.InjectsPassedOver) -> Row:
        """Which were held back; `open` names those that every reader of a log may know."""
        known = [x for x in event.injects if self._book.injects[x].inject.is_public]
        names = {"injects": event.injects, "open": known}
        details = {key: ", ".join(self._title(x) for x in found) for key, found in names.items()}
        is_private = len(known) < len(event.injects)
        return details, "private inject" if is_private else "white cell"

    @_details.register(ev.MoveAdded)
    @_details.register(ev.MoveChanged)
    def _(self, event: ev.MoveAdded | ev.MoveChanged) -> Row:
        return self._move(event.play)

    @_details.register
    def _(self, event: ev.MoveTakenBack) -> Row:
        return self._of_move(event.move)

    @_details.register(ev.SeatHandedIn)
    @_details.register(ev.SeatReopened)
    @_details.register(ev.SeatRevealed)
    @_details.register(ev.ConcernRevealed)
    def _(self, event: ev.SeatHandedIn) -> Row:
        return {"seat": self._seat(event.seat)}, ""

    @_details.register
    def _(self, event: ev.SentenceHeard) -> Row:
        return {"seat": self._seat(event.seat), "text": event.text}, ""

    @_details.register
    def _(self, event: ev.ConsultationOpened) -> Row:
        c = event.consultation
        return self._asking(c.asking, c.asked, c.about)

    @_details.register
    def _(self, event: ev.ConsultationAnswered) -> Row:
        return self._asking(event.asking, event.asked, event.about, answer=event.answer)

    @_details.register
    def _(self, event: ev.ConsultationTakenBack) -> Row:
        return self._asking(event.asking, event.asked, event.about)

    @_details.register
    def _(self, event: ev.SignatureAnswered) -> Row:
        signed = "yes" if event.signed else ""
        return self._of_move(event.move, seat=self._seat(event.seat), signed=signed)

    @_details.register
    def _(self, event: ev.WordingChanged) -> Row:
        return self._of_move(event.move)

    @_details.register
    def _(self, event: ev.LineRuled) -> Row:
        return self._line(event.ruling.line), self._line_secret(event.ruling.line)

    @_details.register
    def _(self, event: ev.RulingWithdrawn) -> Row:
        return self._line(event.line), self._line_secret(event.line)

    @_details.register
    def _(self, event: ev.ChallengeSettled) -> Row:
        return self._line(event.line), self._line_secret(event.line)

    def _line_secret(self, key: str) -> f.Secret:
        _, _, cause, via, _ = key.split("/")
        secrets = {self._of_move(move)[1] for move in (cause, via) if move}
        return "quiet" if "quiet" in secrets else "white cell"

    @_details.register
    def _(self, event: ev.LineAdded) -> Row:
        return {"gauge": self._book.gauge(event.line.gauge).name}, "white cell"

    @_details.register
    def _(self, event: ev.AnswersEntered) -> Row:
        item = self._book.poll(event.answers.item)
        return {"seat": self._seat(event.answers.seat), "item": item.short}, "white cell"

    @_details.register(ev.ObservationRecorded)
    @_details.register(ev.ObservationEdited)
    def _(self, event: ev.ObservationRecorded) -> Row:
        return {"note": event.note.kind}, "white cell"

    @_details.register
    def _(self, event: ev.SessionForked) -> Row:
        return {"parent": event.parent, "at": str(event.seq)}, "white cell"

    @_details.register
    def _(self, event: ev.FollowUpWritten) -> Row:
        return {"issue": event.follow_up.issue}, ""

    @_details.register(ev.ActionUndone)
    @_details.register(ev.ActionRedone)
    def _(self, event: ev.ActionUndone | ev.ActionRedone) -> Row:
        """The name of an action may say what it did; a row that is secret makes it so too."""
        events = (e.event for e in self._trail.entries if e.action == event.action)
        secrets = {self._details(inner)[1] for inner in events if not isinstance(inner, NOT_LISTED)}
        worst: f.Secret = next((s for s in _BY_WEIGHT if s in secrets), "white cell")
        return {"name": event.name, "action": str(event.action)}, worst

    @_details.register
    def _(self, event: ev.EntryAmended) -> Row:
        details = {"entry": str(event.entry), "was": event.was, "now": event.now}
        return details | {"reason": event.reason}, _amended_secret(self._trail, event)


_BY_WEIGHT: tuple[f.Secret, ...] = ("quiet", "private inject")

_PUBLIC = (
    ev.SessionStarted,
    ev.HandInClosed,
    ev.LedgerAccepted,
    ev.PollOpened,
    ev.PollClosed,
    ev.PollRevealed,
    ev.TensionsChosen,
    ev.SessionEnded,
)
