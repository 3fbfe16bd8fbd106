"""A recorded exercise as text that a person reads: everything that happened, turn by turn.

For the white cell's eyes: private injects, quiet moves and sealed answers stand in it. What the
room could be shown at a point stands there too, between bars, as the text that a screen reader
would say.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from app.core import events as ev
from app.core.book import Book
from app.core.legal import effort
from app.core.outcome import most_tagged, objectives
from app.core.polls import largest_gap
from app.core.state import State
from app.core.values import Item, Phase, PlayedMove
from app.core.why import signed
from app.deck.script import ReadScript
from app.session.exercise import Exercise
from app.session.recording import play, start_recording
from tests.golden.own_words import OwnWords
from tests.golden.talk_words import TalkWords
from tests.session.memory import MemoryRecord

START = 1_800_000_000.0
MINUTE = 20.0
"""Seconds from one look at the clock to the next."""


class FixedClock:
    """A clock that goes on by the same step whenever somebody looks at it."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> float:
        self.now += MINUTE
        return self.now


def played(read: ReadScript, book: Book) -> Exercise:
    """The recorded exercise, played with a record in memory and a clock of its own."""
    exercise = start_recording(read, book, MemoryRecord(), FixedClock(), session="golden")
    play(read, exercise)
    return exercise


def transcript(read: ReadScript, book: Book) -> str:
    """The recorded exercise, played and written down as it goes."""
    exercise = start_recording(read, book, MemoryRecord(), FixedClock(), session="golden")
    page = Page(exercise)
    page.opening(exercise.state)
    exercise.listen(page.hear)
    play(read, exercise)
    page.ending(exercise.state)
    return page.text()


class Page(OwnWords, TalkWords):
    """The page that is being written: what happened goes on it as it happens."""

    def hear(self, state: State, entries: Sequence[ev.Entry]) -> None:
        """Write down what happened just now."""
        self.state = state
        for entry in entries:
            tell = _TELL.get(type(entry.event))
            if tell is not None:
                tell(self, entry.event)

    # --- Beginning and end -----------------------------------------------------------------------

    def opening(self, state: State) -> None:
        setup, about = state.setup, self.book.deck.about
        self.lines += [setup.title, "=" * len(setup.title)]
        self.say(f"Deck {about.id} {about.version}, “{about.title}”. Place: {setup.place}.")
        self.say(f"Purpose: {setup.purpose}. Begins at {setup.planned_start}. Seed {setup.seed}.")
        self.say(
            f"Adjudication {setup.mode}; polls opened {setup.reveal_policy}; quotes "
            f"{setup.attribution}; handling “{setup.handling}”."
        )
        for cell in setup.cells:
            self.say(f"{self.who(cell.seat)}: {cell.cell}, {cell.heads} people.")
        self.say(f"Gauges: {self.gauges(state.gauges)}.")
        self.room(Item("hold"), Item("opening"))

    def ending(self, state: State) -> None:
        self.title("How it ended", "-")
        end = next(e for e in self.book.deck.end_states if e.id == state.end_state)
        early = ", ended early" if state.ended_early else ""
        self.say(f"{end.id} {end.name}{early}. {end.test}")
        self.say(f"“{end.epilogue}” {end.ask}")
        for result in objectives(self.book, state):
            word = {True: "yes", False: "no", None: "for people to say"}[result.met]
            self.say(f"{self.who(result.seat)}, {result.id}: {result.text} {word}.")
        largest = largest_gap(self.book, state)
        if largest is not None:
            self.say(f"Largest gap: {signed(largest.gap)} in turn {largest.turn}.")
        self.say(f"Tensions tagged most: {', '.join(most_tagged(self.book, state))}.")
        self.say(f"The log has {len(self.exercise.entries)} entries.")

    # --- What happened ---------------------------------------------------------------------------

    def phase(self, event: ev.PhaseEntered) -> None:
        if event.skipped:
            names = ", ".join(phase.value for phase in event.skipped)
            self.say(f"Skipped: {names}. {event.reason}")
        if event.phase is Phase.BRIEF:
            plan = self.book.turn(event.turn)
            self.title(f"Turn {event.turn}: {plan.theme}", "-")
            self.say(f"Task: {plan.task}")
        elif event.phase is Phase.HOT_WASH:
            self.title("Hot wash", "-")
            turns = [record.number for record in self.state.turns if record.number]
            choices = [
                (t, p)
                for t in turns
                for p in self.book.turn(t).polls
                if self.book.poll(p).kind == "choice"
            ]
            self.room(
                *(Item("gap", turn) for turn in turns),
                *(Item("poll results", turn, item) for turn, item in choices),
                *(Item("tracks", turn) for turn in turns),
                Item("timeline"),
            )
        elif event.phase is Phase.ENDED:
            self.room(Item("vote"), Item("end"))
        if event.phase in _HEADED:
            self.lines += ["", f"{event.phase.value.capitalize()}."]
        if event.phase is Phase.POLL:
            items = self.book.turn(event.turn).polls
            self.room(*(Item("poll", event.turn, item) for item in items))
            self.room(Item("tracks", event.turn))
        elif event.phase is Phase.DISCUSS:
            self.room(Item("tracks", event.turn), Item("gap", event.turn))

    def inject(self, event: ev.InjectReleased) -> None:
        inject = self.book.injects[event.inject].inject
        to = "the room" if inject.is_public else " and ".join(map(self.who, inject.to)) + " alone"
        self.say(f"{inject.id} {inject.title}, {inject.kind}, to {to}.")
        self.say(
            f"{inject.source}, {inject.medium} · {inject.time}. {event.text or inject.text}", 4
        )
        if inject.question:
            self.say(inject.question, 4)
        for line in event.lines:
            self.line(line)
        if inject.is_public:
            self.room(Item("inject", self.state.turn, inject.id))

    def passed_over(self, event: ev.InjectsPassedOver) -> None:
        if event.injects:
            self.say(f"Due and passed over: {', '.join(event.injects)}.")

    def added(self, event: ev.MoveAdded) -> None:
        play = event.play
        self.say(f"{self.who(play.seat)}: {self.move(play)}.")
        for name, words in (
            ("Meant for", play.audience),
            ("Reason", play.reason),
            ("The room reads", play.wording),
        ):
            if words:
                self.say(f"{name}: {words}", 4)

    def move(self, play: PlayedMove) -> str:
        card = self.book.move(play.move)
        parts = [f"{card.id} {card.title}", play.channel, f"cost {card.cost}"]
        roles = (("host", play.host), ("target", play.target), ("told to", play.addressee))
        parts += [f"{role} {self.who(who)}" for role, who in roles if who]
        parts += [f"{key}: {', '.join(names)}" for key, names in play.choices]
        parts += ["asked to sign: " + ", ".join(map(self.who, play.asked))] if play.asked else []
        return ", ".join(parts)

    def consulted(self, event: ev.ConsultationOpened) -> None:
        one = event.consultation
        about = self.book.titles.get(one.about, "")
        what = f"{one.about} {about}" if about else f"“{one.about}”"
        self.say(f"{self.who(one.asking)} asks {self.who(one.asked)} about {what}.")

    def answered(self, event: ev.ConsultationAnswered) -> None:
        self.say(f"{self.who(event.asked)}: {event.answer}.", 4)

    def signed(self, event: ev.SignatureAnswered) -> None:
        verb = "signs" if event.signed else "does not sign"
        title = self.book.titles[event.move]
        self.say(f"{self.who(event.seat)} {verb} {event.move} {title}.")

    def closed(self, event: ev.HandInClosed) -> None:
        self.lines += ["", "Hand-in closed."]
        carry = dict(event.carry)
        for seat, left in event.left:
            account = effort(self.book, self.state, seat)
            self.say(
                f"{self.who(seat)}: {account.spent} of {account.budget} effort spent, "
                f"{left} left, {carry[seat]} carried over.",
                4,
            )

    def revealed(self, event: ev.SeatRevealed) -> None:
        if event.seat == self.book.deck.seats[-1].id:
            self.room(Item("moves", self.state.turn))


_HEADED = (
    Phase.BRIEF,
    Phase.DELIBERATE,
    Phase.CONSULT,
    Phase.REVEAL,
    Phase.ADJUDICATE,
    Phase.POLL,
    Phase.DISCUSS,
)

_TELL: dict[type[Any], Callable[[Page, Any], None]] = {
    ev.PhaseEntered: Page.phase,
    ev.InjectReleased: Page.inject,
    ev.InjectsPassedOver: Page.passed_over,
    ev.InjectWritten: Page.inject_written,
    ev.InjectReworded: Page.reworded,
    ev.FreeMoveWritten: Page.free_written,
    ev.FreeMoveArgued: Page.free_argued,
    ev.LineSettled: Page.line_settled,
    ev.TextSigned: Page.text_signed,
    ev.ActionUndone: Page.undone,
    ev.ActionRedone: Page.redone,
    ev.EntryAmended: Page.amended,
    ev.SessionForked: Page.forked,
    ev.MoveAdded: Page.added,
    ev.ConsultationOpened: Page.consulted,
    ev.ConsultationAnswered: Page.answered,
    ev.SignatureAnswered: Page.signed,
    ev.HandInClosed: Page.closed,
    ev.SeatRevealed: Page.revealed,
    ev.LineRuled: Page.ruled,
    ev.LineAdded: Page.line_added,
    ev.ChallengeSettled: Page.challenged,
    ev.LedgerAccepted: Page.accepted,
    ev.AnswersEntered: Page.polled,
    ev.PollClosed: Page.poll_closed,
    ev.SentenceHeard: Page.sentence,
    ev.ObservationRecorded: Page.note,
    ev.ConcernRevealed: Page.concern,
    ev.TensionsChosen: Page.tensions,
    ev.FollowUpWritten: Page.follow_up,
}
