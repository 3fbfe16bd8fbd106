"""What a person calls an event: one short line in plain words, with the deck's names.

For the facilitator's eyes (undo, the log): it may name what is hidden from the room.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from app.core import events as ev
from app.core.book import Book
from app.core.values import Phase, PlayedMove

PHASES = {phase: phase.value.capitalize() for phase in Phase}

_NAMES_AN_ACTION = (ev.HandInClosed, ev.LedgerAccepted, ev.PollClosed, ev.SessionEnded)


def describe(book: Book, event: ev.Event) -> str:
    """The event in a line, without a full stop: "Japan's move added: Quiet word"."""
    kind = type(event)
    return _FIXED[kind] if kind in _FIXED else _WORDS[kind](book, event)


def describe_action(book: Book, entries: Sequence[ev.Entry]) -> str:
    """The action that made these entries, by the event that says most."""
    events = [entry.event for entry in entries if not isinstance(entry.event, ev.ROOM_EVENTS)]
    if sum(isinstance(event, ev.SeatRevealed) for event in events) > 1:
        return "All moves revealed"
    for kinds in (_NAMES_AN_ACTION, ev.PhaseEntered):
        for event in events:
            if isinstance(event, kinds):
                return describe(book, event)
    return describe(book, events[0] if events else entries[0].event)


def contents(book: Book, event: ev.Event) -> str:
    """What an entry that can be amended says: the part that an amendment may change."""
    match event:
        case ev.AnswersEntered(answers):
            given = [f"{value:g}" for value in answers.values]
            given += [*answers.options, *(words for words, _ in answers.words)]
            return ", ".join(given)
        case ev.ConsultationAnswered():
            return event.answer or "no answer"
        case ev.ConsultationOpened():
            return _consulted(book, event)
        case ev.HandInClosed(plays):
            return ", ".join(f"{_title(book, p.move)} ({p.channel})" for p in plays) or "no moves"
        case ev.SentenceHeard() | ev.WordingChanged():
            return event.text
    return describe(book, event)


def _whose(book: Book, seat: str) -> str:
    name = _first_big(book.spoken(seat))
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def _first_big(text: str) -> str:
    return text[:1].upper() + text[1:]


def _title(book: Book, what: str) -> str:
    return book.titles.get(what, what)


def _move(book: Book, play: PlayedMove, what: str) -> str:
    return f"{_whose(book, play.seat)} move {what}: {_title(book, play.move)}"


def _changed(book: Book, event: ev.MoveChanged) -> str:
    anew = "; signatures asked anew" if event.signed_anew else ""
    return _move(book, event.play, "changed") + anew


def _phase(_book: Book, event: ev.PhaseEntered) -> str:
    skipped = ", ".join(PHASES[phase] for phase in event.skipped)
    started = f"{PHASES[event.phase]} started"
    return f"{skipped} skipped, {started[0].lower()}{started[1:]}" if skipped else started


def _passed_over(book: Book, event: ev.InjectsPassedOver) -> str:
    return "Injects passed over: " + ", ".join(_title(book, inject) for inject in event.injects)


def _handed_in(book: Book, event: ev.SeatHandedIn) -> str:
    return f"{_whose(book, event.seat)} moves handed in" + (" on paper" if event.on_paper else "")


def _consulted(book: Book, event: ev.ConsultationOpened) -> str:
    asked = event.consultation
    asking = _first_big(book.spoken(asked.asking))
    return f"{asking} consults {book.spoken(asked.asked)}: {_title(book, asked.about)}"


def _answered(book: Book, event: ev.ConsultationAnswered) -> str:
    answer = event.answer or "answer taken back"
    asked = _first_big(book.spoken(event.asked))
    return f"{asked} to {book.spoken(event.asking)}: {answer} ({_title(book, event.about)})"


def _signature(book: Book, event: ev.SignatureAnswered) -> str:
    verb = "signs" if event.signed else "does not sign"
    return f"{_first_big(book.spoken(event.seat))} {verb}: {_title(book, event.move)}"


def _argued(book: Book, event: ev.FreeMoveArgued) -> str:
    return f"Free move argued, {_outcome(event.outcome)}: {_title(book, event.move)}"


def _outcome(outcome: str) -> str:
    return {"catch": "with a catch", "full": "in full"}.get(outcome, outcome)


def _settled(book: Book, event: ev.LineSettled) -> str:
    return f"{_title(book, event.procedure)}: {event.line} is {event.option}"


def _text_signed(book: Book, event: ev.TextSigned) -> str:
    verb = "signs" if event.signed else "no longer signs"
    return f"{_first_big(book.spoken(event.seat))} {verb}: {_title(book, event.procedure)}"


def _line(book: Book, line: str) -> str:
    """A line by its key: stage, step, cause, via, gauge."""
    parts = line.split("/")
    cause, gauge = (parts[2], parts[-1]) if len(parts) == 5 else (line, "")
    return f"{_title(book, cause)}, {_gauge(book, gauge)}" if gauge else _title(book, cause)


def _gauge(book: Book, gauge: str) -> str:
    return next((found.name for found in book.deck.gauges if found.id == gauge), gauge)


def _added(book: Book, event: ev.LineAdded) -> str:
    return f"Line added: {_gauge(book, event.line.gauge)} {event.line.change:+d}"


def _challenge(book: Book, event: ev.ChallengeSettled) -> str:
    return f"Challenge settled, {_outcome(event.outcome)}: {_line(book, event.line)}"


def _answers(book: Book, event: ev.AnswersEntered) -> str:
    return f"{_whose(book, event.answers.seat)} answers entered"


def _chosen(book: Book, event: ev.TensionsChosen) -> str:
    names = {tension.id: tension.name for tension in book.deck.tensions}
    return "Tensions chosen: " + ", ".join(names.get(t, t) for t in event.tensions)


def _timer(_book: Book, event: ev.TimerSet) -> str:
    return f"Timer {event.what}"


def _noted(_book: Book, event: ev.ObservationRecorded) -> str:
    return "Quote recorded" if event.note.kind == "quote" else "Note recorded"


def _shown(_book: Book, event: ev.ItemShown) -> str:
    return f"Shown in the room: {event.item.kind}"


def _ended(_book: Book, event: ev.SessionEnded) -> str:
    return "Exercise ended early" if event.early else "Exercise ended"


def _amended(book: Book, event: ev.EntryAmended) -> str:
    return f"Entry {event.entry} amended: {describe(book, event.replacement)}"


_FIXED: dict[type[ev.Event], str] = {
    ev.SessionStarted: "Exercise started",
    ev.SessionForked: "Branch begun",
    ev.HandInClosed: "Hand-in closed",
    ev.LedgerAccepted: "Ledger accepted",
    ev.PollOpened: "Poll opened",
    ev.PollClosed: "Poll closed",
    ev.PollRevealed: "Poll revealed",
    ev.ObservationEdited: "Note edited",
    ev.FollowUpWritten: "Follow-up written",
    ev.ShowUndone: "Last show undone",
    ev.RoomBlanked: "Screen blanked",
    ev.RoomUnblanked: "Screen no longer blank",
}

_WORDS: dict[type[ev.Event], Callable[[Book, Any], str]] = {
    ev.PhaseEntered: _phase,
    ev.InjectReleased: lambda book, event: f"Inject released: {_title(book, event.inject)}",
    ev.InjectsPassedOver: _passed_over,
    ev.InjectWritten: lambda _, event: f"Inject written: {event.inject.title}",
    ev.InjectReworded: lambda book, event: f"Inject reworded: {_title(book, event.inject)}",
    ev.FreeMoveWritten: lambda book, event: (
        f"{_whose(book, event.card.seat)} free move written: {event.card.title}"
    ),
    ev.FreeMoveArgued: _argued,
    ev.LineSettled: _settled,
    ev.TextSigned: _text_signed,
    ev.MoveAdded: lambda book, event: _move(book, event.play, "added"),
    ev.MoveChanged: _changed,
    ev.MoveTakenBack: lambda book, event: f"Move taken back: {_title(book, event.move)}",
    ev.SeatHandedIn: _handed_in,
    ev.SeatReopened: lambda book, event: f"{_whose(book, event.seat)} hand-in reopened",
    ev.ConsultationOpened: _consulted,
    ev.ConsultationAnswered: _answered,
    ev.ConsultationTakenBack: lambda book, event: (
        f"Consultation taken back: {_title(book, event.about)}"
    ),
    ev.SignatureAnswered: _signature,
    ev.SeatRevealed: lambda book, event: f"{_whose(book, event.seat)} moves revealed",
    ev.WordingChanged: lambda book, event: f"Wording changed: {_title(book, event.move)}",
    ev.LineRuled: lambda book, event: f"Ruling: {_line(book, event.ruling.line)}",
    ev.RulingWithdrawn: lambda book, event: f"Ruling withdrawn: {_line(book, event.line)}",
    ev.LineAdded: _added,
    ev.ChallengeSettled: _challenge,
    ev.AnswersEntered: _answers,
    ev.SentenceHeard: lambda book, event: f"{_whose(book, event.seat)} sentence heard",
    ev.ObservationRecorded: _noted,
    ev.ConcernRevealed: lambda book, event: f"{_whose(book, event.seat)} concern revealed",
    ev.TensionsChosen: _chosen,
    ev.SessionEnded: _ended,
    ev.TimerSet: _timer,
    ev.ItemShown: _shown,
    ev.PageTurned: lambda _, event: f"Page {event.page + 1} turned up",
    ev.ActionUndone: lambda _, event: f"Undone: {event.name}",
    ev.ActionRedone: lambda _, event: f"Redone: {event.name}",
    ev.EntryAmended: _amended,
}
