"""A player who does anything at random, lawful or not: for properties, rigs and benchmarks."""

from __future__ import annotations

# ruff: noqa: ARG005 -- the drawers share one signature
import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from app.core import actions as do
from app.core import events as ev
from app.core.book import Book
from app.core.compile import compile_deck
from app.core.proposal import proposed_ledger
from app.core.state import State
from app.core.values import (
    AddedLine,
    Answers,
    Argument,
    CellSetup,
    Consultation,
    FollowUp,
    Item,
    Note,
    Phase,
    PlayedMove,
    Ruling,
    Setup,
)
from app.deck.read import read_deck

ROOT = Path(__file__).resolve().parent.parent

REASON = "a reason that is long enough"
ITEMS = (
    *("hold", "opening", "inject", "deliberate", "consult", "reveal seat", "moves", "poll"),
    *("poll results", "gap", "tracks", "sentences", "timeline", "concern", "vote", "end"),
)
Play = tuple[do.Action, str | None]


def tutorial() -> Book:
    """The tutorial deck, compiled."""
    return compile_deck(read_deck(ROOT / "scenarios" / "tutorial"))


def setup(book: Book, title: str = "Monday group") -> Setup:
    """A set-up with three people in every seat."""
    return Setup(title, tuple(CellSetup(seat.id, heads=3) for seat in book.deck.seats))


class Player:
    """Draws actions that fit where the exercise stands; about half of them the rules take."""

    def __init__(self, book: Book, seed: int) -> None:
        self.book = book
        self.rng = random.Random(seed)

    def draw(self, state: State, entries: Sequence[ev.Entry] = ()) -> Play:
        """An action, and a text where it is a note. Some of the entries may be amended."""
        rng = self.rng
        if rng.random() < 0.1:
            return do.EnterNextPhase(), None
        said = [e for e in entries if isinstance(e.event, ev.SentenceHeard)]
        if said and rng.random() < 0.03:
            return self.amend(rng.choice(said))
        kinds = _ANYTIME if rng.random() < 0.4 else _IN_PHASE.get(state.phase, _ANYTIME)
        return rng.choice(kinds)(self, state)

    def seat(self) -> str:
        return self.rng.choice(self.book.deck.seats).id

    def gauge(self) -> str:
        return self.rng.choice(self.book.deck.gauges).id

    def tension(self) -> str:
        return self.rng.choice(self.book.deck.tensions).id

    def play(self) -> PlayedMove:
        rng, card = self.rng, self.rng.choice(self.book.deck.moves)
        picks = {c.id: rng.choice([*c.options, *c.of, ""]) for c in card.choices}
        others = {name: (pick,) for name, pick in picks.items() if name not in {"host", "target"}}
        return PlayedMove(
            card.seat if isinstance(card.seat, str) else self.seat(),
            card.id,
            rng.choice(card.channels),
            host=picks.get("host", ""),
            target=picks.get("target", ""),
            asked=tuple(s.id for s in self.book.deck.seats if rng.random() < 0.5),
            choices=tuple(others.items()),
            reason="so that they see it – 見る 🙂",
        )

    def show(self, state: State) -> Play:
        kind, turn = self.rng.choice(ITEMS), self.rng.choice([0, state.turn, state.turn])
        if kind == "inject":
            ref = self.rng.choice(list(self.book.injects))
        elif kind in {"poll", "poll results", "gap"}:
            ref = self.rng.choice(self.book.deck.polls).id
        else:
            ref = self.seat() if kind in {"reveal seat", "concern"} else ""
        return do.Show(Item(kind, turn, ref)), None

    def note(self, state: State) -> Play:
        note = Note("", "note", state.turn, state.phase, "", "", tensions=(self.tension(),))
        return do.Observe(note), f"Seen at {self.rng.random():.6f}: nobody spoke.\nThen all did."

    def edit(self, state: State) -> Play:
        if not state.notes:
            return self.note(state)
        text = self.rng.choice([None, "Seen again, and worded better."])
        return do.EditObservation(self.rng.choice(state.notes)), text

    def pending_move(self, state: State) -> str:
        plays = state.now.plays
        return self.rng.choice(plays).move if plays else "P1"

    def consultation(self) -> Consultation:
        asking, asked = self.rng.sample([seat.id for seat in self.book.deck.seats], 2)
        moves = [move.id for move in self.book.deck.moves]
        return Consultation(asking, asked, self.rng.choice([*moves, "the ship that left"]))

    def answer(self, state: State) -> Play:
        about = self.rng.choice(state.now.consultations or (self.consultation(),))
        word = self.rng.choice(("supports", "accepts", "objects"))
        return do.AnswerConsultation(about.asking, about.asked, about.about, word), None

    def line(self, state: State) -> str:
        lines = proposed_ledger(self.book, state).lines
        return self.rng.choice(lines).key if lines else "moves/printed/P1/printed/aTAV"

    def added(self) -> AddedLine:
        return AddedLine(self.gauge(), self.rng.choice((-1, 1)), REASON, (self.tension(),))

    def challenge(self, state: State) -> Play:
        rng = self.rng
        dice = (rng.randint(1, 6), rng.randint(1, 6))
        argument = Argument(self.seat(), "act", "result", (("pro", True),), (("con", False),), dice)
        return do.Challenge(self.line(state), rng.choice((-1, 0, 1)), argument, self.added()), None

    def answers(self) -> Play:
        item, rng = self.rng.choice(self.book.deck.polls), self.rng
        seat = self.seat()
        about = rng.choice(["", "", *(s.id for s in self.book.deck.seats)])
        if item.kind == "scale":
            given = Answers(item.id, seat, about, tuple(float(rng.randint(0, 10)) for _ in "abc"))
        elif item.kind == "choice":
            options = list(item.options)
            given = Answers(item.id, seat, options=tuple(rng.choice(options) for _ in "abc"))
        else:
            given = Answers(item.id, seat, words=(("The ship left us alone", self.tension()),))
        return do.EnterAnswers(given), None

    def ruling(self, state: State) -> Play:
        lines = proposed_ledger(self.book, state).lines
        if not lines:
            return do.AddLine(self.added()), None
        line = self.rng.choice(lines)
        value = self.rng.choice((0, line.made - 1, line.made + 1))
        return do.RuleLine(Ruling(line.key, value, REASON)), None

    def amend(self, entry: ev.Entry) -> Play:
        assert isinstance(entry.event, ev.SentenceHeard)
        replacement = replace(entry.event, text="What was really said.")
        return do.Amend(entry.seq, replacement, REASON), None


Drawer = Callable[[Player, State], Play]

_ANYTIME: tuple[Drawer, ...] = (
    Player.show,
    Player.show,
    Player.note,
    Player.edit,
    lambda p, s: (do.TurnPage(p.rng.randint(0, 2)), None),
    lambda p, s: (do.UndoShow(), None),
    lambda p, s: (p.rng.choice((do.BlankRoom(), do.UnblankRoom())), None),
    lambda p, s: (p.rng.choice((do.StartTimer(), do.PauseTimer(), do.ResetTimer())), None),
    lambda p, s: (do.AdjustTimer(p.rng.choice((-60, 60))), None),
)

_IN_PHASE: dict[Phase, tuple[Drawer, ...]] = {
    Phase.BRIEF: (
        lambda p, s: (do.ReleaseInject(p.rng.choice(list(p.book.injects))), None),
        lambda p, s: (do.PassOverInjects(), None),
    ),
    Phase.DELIBERATE: (
        *(lambda p, s: (do.AddMove(p.play()), None),) * 4,
        lambda p, s: (do.ChangeMove(p.play()), None),
        lambda p, s: (do.TakeBackMove(p.pending_move(s)), None),
        lambda p, s: (do.HandIn(p.seat(), p.rng.random() < 0.3), None),
        lambda p, s: (do.ReopenSeat(p.seat()), None),
    ),
    Phase.CONSULT: (
        *(lambda p, s: (do.OpenConsultation(p.consultation()), None),) * 2,
        Player.answer,
        lambda p, s: (do.AnswerSignature(p.pending_move(s), p.seat(), p.rng.random() < 0.7), None),
        lambda p, s: (do.TakeBackMove(p.pending_move(s)), None),
    ),
    Phase.REVEAL: (
        lambda p, s: (do.RevealSeat(p.seat()), None),
        lambda p, s: (do.RevealAll(), None),
        lambda p, s: (do.ChangeWording(p.pending_move(s), "In other words."), None),
    ),
    Phase.ADJUDICATE: (
        Player.ruling,
        Player.ruling,
        lambda p, s: (do.WithdrawRuling(p.line(s)), None),
        lambda p, s: (do.AddLine(p.added()), None),
        Player.challenge,
    ),
    Phase.POLL: (*(lambda p, s: p.answers(),) * 4, lambda p, s: (do.RevealPoll(), None)),
    Phase.DISCUSS: (lambda p, s: (do.HearSentence(p.seat(), "We would rather be asked."), None),),
    Phase.HOT_WASH: (
        lambda p, s: (do.RevealConcern(p.seat()), None),
        lambda p, s: (do.ChooseTensions((p.tension(),)), None),
        lambda p, s: (do.WriteFollowUp(FollowUp("issue", "action")), None),
        lambda p, s: (do.RevealPoll(), None),
    ),
}
