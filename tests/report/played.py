"""A session on the tutorial deck, as events: the recorded exercise's two turns and its ending."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from app.config.paths import scenarios
from app.core import events as ev
from app.core.book import Book
from app.core.compile import compile_deck
from app.core.evolve import fold
from app.core.history import facts_of
from app.core.ledger import inject_lines, turn_ledger
from app.core.state import State
from app.core.values import (
    AddedLine,
    Answers,
    CellSetup,
    Consultation,
    FollowUp,
    Note,
    Phase,
    PlayedMove,
    Ruling,
    Setup,
)
from app.deck.read import read_deck

START = datetime(2026, 11, 12, 9, 30, tzinfo=UTC)

SETUP = Setup(
    title="Autumn seminar",
    cells=(CellSetup("CAL", heads=3), CellSetup("TAV", heads=2)),
    place="Room 2",
    purpose="To see how far a promise carries.",
    objectives=("O1", "O3"),
    watch_tensions=("T07",),
    handling="Unclassified · seminar use",
    white_cell="Facilitator, rapporteur",
    reveal_policy="at the end",
    seed=7,
)


def tutorial() -> Book:
    """The tutorial deck, compiled."""
    return compile_deck(read_deck(scenarios() / "tutorial"))


class Log:
    """A log that is being written: one event, one action, one minute."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.entries: list[ev.Entry] = []
        self.notes: dict[str, str] = {}

    @property
    def state(self) -> State:
        return fold(self.entries)

    def add(self, *events: ev.Event) -> int:
        """Record events as one action; the number of the first."""
        first = len(self.entries) + 1
        for event in events:
            seq = len(self.entries) + 1
            at = (START + timedelta(minutes=seq)).isoformat().replace("+00:00", "Z")
            self.entries.append(ev.Entry(seq, first, at, event))
        return first

    def start(self, setup: Setup = SETUP) -> None:
        gauges = tuple((gauge.id, gauge.start) for gauge in self.book.deck.gauges)
        about = self.book.deck.about
        self.add(ev.SessionStarted(setup, about.id, about.version, "0" * 64, gauges))

    def release(self, inject: str, text: str = "") -> int:
        facts = facts_of(self.book, self.state, self.state.turn)
        lines = inject_lines(self.book, self.book.injects[inject], facts, self.state.gauges)
        return self.add(ev.InjectReleased(inject, lines, text))

    def ask(self, asking: str, asked: str, about: str, answer: str) -> None:
        self.add(ev.ConsultationOpened(Consultation(asking, asked, about)))
        self.add(ev.ConsultationAnswered(asking, asked, about, answer))  # type: ignore[arg-type]

    def hand_in(self, *plays: PlayedMove) -> int:
        for play in plays:
            self.add(ev.MoveAdded(play))
        for seat in self.book.deck.seats:
            self.add(ev.SeatHandedIn(seat.id))
        closed = self.add(ev.HandInClosed(plays, left=(), carry=()))
        self.add(*(ev.SeatRevealed(seat.id) for seat in self.book.deck.seats))
        return closed

    def accept(self) -> int:
        state = self.state
        facts = facts_of(self.book, state, state.turn)
        ledger = turn_ledger(self.book, facts, state.now.rulings, state.now.added)
        return self.add(ev.LedgerAccepted(ledger.lines, tuple(ledger.gauges.items())))

    def enter(self, turn: int, phase: Phase) -> None:
        self.add(ev.PhaseEntered(turn, phase))

    def poll(self, *answers: Answers) -> None:
        self.add(ev.PollOpened(tuple(dict.fromkeys(a.item for a in answers))))
        for answer in answers:
            self.add(ev.AnswersEntered(answer))
        self.add(ev.PollClosed())

    def note(self, name: str, kind: str, text: str, seat: str = "", **more: object) -> int:
        state = self.state
        note = Note(
            name,
            kind,  # type: ignore[arg-type]
            state.turn,
            state.phase,
            "2026-11-12T10:00:00Z",
            digest="d",
            seat=seat,
            **more,  # type: ignore[arg-type]
        )
        self.notes[name] = text
        return self.add(ev.ObservationRecorded(note))


def first_turn(log: Log) -> None:
    log.enter(1, Phase.BRIEF)
    log.release("I1")
    log.release("I2")
    log.enter(1, Phase.DELIBERATE)
    log.enter(1, Phase.CONSULT)
    log.ask("CAL", "TAV", "P1", "objects")
    log.ask("TAV", "CAL", "F3", "accepts")
    log.hand_in(
        PlayedMove("CAL", "P1", "solo", host="TAV", target="DRO"),
        PlayedMove("CAL", "P2", "solo", choices=(("whom", ("voters",)),)),
        PlayedMove("TAV", "F2", "solo"),
        PlayedMove("TAV", "F3", "quiet", addressee="CAL"),
    )
    log.enter(1, Phase.ADJUDICATE)
    reason = "Tavia had said no in so many words and then learned of the sailing from the radio."
    log.add(ev.LineRuled(Ruling("moves/channel/R3/P1/aTAV", -2, reason)))
    log.accept()
    log.enter(1, Phase.POLL)
    log.poll(
        Answers("felt", "CAL", "TAV", values=(7, 7, 6)),
        Answers("felt", "TAV", values=(4, 5)),
        Answers("helped", "CAL", options=("ship", "words", "words")),
        Answers("helped", "TAV", options=("notice", "notice")),
    )
    log.enter(1, Phase.DISCUSS)
    said = "We showed the flag and said the words; we think that they felt it."
    log.add(ev.SentenceHeard("CAL", said))
    said = "Somebody spoke to our voters today, and it was not about what we had asked."
    log.add(ev.SentenceHeard("TAV", said))
    log.note(
        "n1",
        "decision",
        "The cell sent the patrol after Tavia had objected.",
        "CAL",
        tensions=("T01", "T07"),
        pole="left",
    )
    log.note(
        "q1",
        "quote",
        "You asked us, we answered, and then you sailed.",
        "TAV",
        tensions=("T07",),
        pole="right",
        quotable=True,
    )


def second_turn(log: Log) -> None:
    log.enter(2, Phase.BRIEF)
    log.release("I3")
    log.release("C1")
    log.enter(2, Phase.DELIBERATE)
    log.enter(2, Phase.CONSULT)
    log.ask("CAL", "TAV", "P1", "supports")
    log.ask("CAL", "TAV", "P3", "accepts")
    log.ask("TAV", "CAL", "A week's notice before any sailing", "supports")
    mistake = log.add(ev.MoveAdded(PlayedMove("TAV", "F4", "solo")))
    log.add(ev.ActionUndone(mistake, "Add F4"))
    log.hand_in(
        PlayedMove("CAL", "P1", "joint", host="TAV", target="DRO", signers=("TAV",)),
        PlayedMove("CAL", "P3", "joint", signers=("TAV",)),
        PlayedMove("TAV", "F1", "solo"),
    )
    log.enter(2, Phase.ADJUDICATE)
    reason = "The welcome on the quay never mentioned the patrol."
    log.add(ev.LineRuled(Ruling("moves/combination/S1//aTAV", 0, reason)))
    log.accept()
    log.enter(2, Phase.POLL)
    log.poll(
        Answers("felt", "CAL", "TAV", values=(5, 5, 6)),
        Answers("felt", "TAV", values=(2, 6)),
        Answers("public", "TAV", values=(3, 3)),
        Answers("moved", "CAL", words=(("We asked first and gave second.", "T07"),) * 3),
        Answers("moved", "TAV", words=(("We signed and were not sure.", "T07"),) * 2),
    )
    log.enter(2, Phase.DISCUSS)
    heard = log.add(ev.SentenceHeard("CAL", "We did it all together, too late."))
    log.add(ev.SentenceHeard("TAV", "We signed, and our voters want to know what for."))
    log.add(
        ev.EntryAmended(
            heard,
            ev.SentenceHeard("CAL", "We did everything together, one turn too late."),
            was="We did it all together, too late.",
            now="We did everything together, one turn too late.",
            reason="Read back to the cell and mended.",
        )
    )
    log.note("q2", "quote", "The plan is finished. We are not.", "TAV", tensions=("T07",),
             quotable=True, starred=True)  # fmt: skip


def ending(log: Log) -> None:
    log.enter(2, Phase.HOT_WASH)
    log.add(ev.PollRevealed())
    log.add(ev.ConcernRevealed("TAV"))
    log.add(ev.TensionsChosen(("T07", "T13")))
    log.note(
        "i1",
        "insight",
        "A patrol that was refused cost more than it gave.\nOne call would have kept what the ship "
        "won. This suggests that being asked weighs more than being shown.",
        tensions=("T07",),
        starred=True,
        sources=("n1", "q1"),
        confidence="medium",
        dissent="One cell held that R3 made this true by construction.",
    )
    log.add(ev.FollowUpWritten(FollowUp("Notice comes late", "Try a standing call", "", "")))
    log.add(ev.SessionEnded("E1"))
    log.enter(2, Phase.ENDED)


def played(book: Book | None = None, setup: Setup = SETUP, *more: Callable[[Log], None]) -> Log:
    """The whole session, then whatever `more` adds before it ends."""
    log = Log(book or tutorial())
    log.start(setup)
    for part in (first_turn, second_turn, *more, ending):
        part(log)
    return log


__all__ = ["AddedLine", "Log", "played", "tutorial"]
