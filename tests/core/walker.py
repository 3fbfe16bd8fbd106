"""A group that plays by the rules and otherwise at random, from set-up to end.

Unlike `tests.players`, whose every second action is refused, the walker mostly does what is
allowed, so that exercises get to their end and everything in a deck comes about.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace

from app.core import actions as do
from app.core.actions import Action, Refusal
from app.core.book import Book
from app.core.injects import due_conditionals, due_optionals
from app.core.legal import closing_reasons, consultations_left, playable, reasons_against
from app.core.own import to_argue
from app.core.phases import next_phase
from app.core.polls import Expected, expected_answers, items
from app.core.pools import choice_pool, signing_pool, told_pool
from app.core.proposal import added_values, change_allowed, proposed_ledger
from app.core.setups import default_setup
from app.core.state import State
from app.core.values import (
    AddedLine,
    Answers,
    Argument,
    CellSetup,
    Consultation,
    FollowUp,
    FreeMove,
    Item,
    Note,
    Phase,
    PlayedMove,
    Ruling,
    Setup,
    WrittenInject,
)
from app.deck.model import Move, PollItem, Procedure
from app.session.exercise import Accepted, Exercise
from tests.session.memory import MemoryRecord

REASON = "a reason that is long enough"
KINDS = (
    *("hold", "opening", "inject", "deliberate", "consult", "reveal seat", "moves", "poll"),
    *("poll results", "gap", "tracks", "sentences", "timeline", "concern", "vote", "quote", "end"),
    "text",
)
ROOM_ACTIONS = (do.Show, do.TurnPage, do.UndoShow, do.BlankRoom, do.UnblankRoom)
MOST_STEPS = 400

Watcher = Callable[[State, Action | str, Accepted], None]
"""Told the state before, the action (or 'undo', 'redo'), and what came of it."""


def every_item(book: Book) -> Iterator[Item]:
    """Every item that anybody could ask for, also those that make no sense."""
    turns = range(book.last_turn + 2)
    seats = [seat.id for seat in book.deck.seats]
    polls = [item.id for item in book.deck.polls]
    refs = {"inject": list(book.injects), "reveal seat": seats, "concern": seats}
    refs |= {"poll": polls, "poll results": polls}
    refs |= {"text": [text.id for text in book.deck.procedures]}
    for kind in KINDS:
        for turn in turns:
            for ref in refs.get(kind, [""]):
                yield Item(kind, turn, ref)  # type: ignore[arg-type]


class Walker:
    """One exercise, played by chance of a seed. `play` plays it to its end."""

    def __init__(self, book: Book, seed: int, watcher: Watcher | None = None) -> None:
        self._deck = book
        self.rng = random.Random(seed)
        self.own = random.Random(f"own/{seed}")
        self.watcher = watcher
        self.items = list(every_item(book))
        self.texts = 0
        self.now = 1_800_000_000.0
        started = Exercise.start(MemoryRecord(), book, self.setup(), self.clock, f"walk-{seed}")
        assert isinstance(started, Exercise), started
        self.exercise = started

    def clock(self) -> float:
        self.now += 7
        return self.now

    @property
    def book(self) -> Book:
        """The deck, with what the session wrote itself."""
        return self.exercise.book

    @property
    def state(self) -> State:
        return self.exercise.state

    def setup(self) -> Setup:
        rng = self.rng
        cells = [CellSetup(seat.id, heads=rng.randint(1, 2)) for seat in self._deck.deck.seats]
        if rng.random() < 0.1:
            cells[-1] = replace(cells[-1], heads=0, played_by="nobody")
        return replace(
            default_setup(self._deck),
            cells=tuple(cells),
            mode=rng.choice(["semi-rigid", "semi-rigid", "rigid", "free"]),
            reveal_policy=rng.choice(
                ["at the end", "every turn", "after turn 3 and at the end"],
            ),
            dice=rng.choice(["thrown", "program"]),
            attribution=rng.choice(["not attributed", "by seat"]),
            seed=rng.randint(0, 99),
        )

    def play(self) -> Exercise:
        """Play to the end, with undo and redo on the way."""
        for step in range(MOST_STEPS):
            if self.state.phase is Phase.ENDED:
                return self.exercise
            if self.rng.random() < 0.05:
                self.go_back()
            self.beside()
            self.in_phase(hurry=step > MOST_STEPS // 2)
        raise AssertionError("the exercise did not end")

    # --- Doing -----------------------------------------------------------------------------------

    def submit(self, action: Action, text: str | None = None) -> bool:
        before = self.state
        return self._told(before, action, self.exercise.submit(action, text))

    def _told(self, before: State, action: Action | str, answer: Accepted | Refusal) -> bool:
        if isinstance(answer, Refusal):
            return False
        if self.watcher is not None:
            self.watcher(before, action, answer)
        return True

    def go_back(self) -> None:
        """Undo a few actions, and redo some of them."""
        undone = self.rng.randint(1, 4)
        for _ in range(undone):
            self._told(self.state, "undo", self.exercise.undo())
        for _ in range(self.rng.randint(0, undone)):
            self._told(self.state, "redo", self.exercise.redo())

    def beside(self) -> None:
        """What may happen at any time: the room, notes, the timer."""
        rng = self.rng
        if rng.random() < 0.5:
            self.submit(do.Show(rng.choice(self.items)))
        for chance, action in (
            (0.05, do.TurnPage(rng.randint(0, 2))),
            (0.05, do.UndoShow()),
            (0.05, do.BlankRoom()),
            (0.1, do.UnblankRoom()),
            (0.1, do.StartTimer()),
            (0.05, do.PauseTimer()),
            (0.05, do.AdjustTimer(rng.choice([-60, 60]))),
            (0.03, do.ResetTimer()),
        ):
            if rng.random() < chance:
                self.submit(action)
        if rng.random() < 0.1:
            self.submit(do.Observe(self.note()), self.text("note"))
        own = self.own
        if own.random() < 0.03 and self.submit(do.WriteInject(self.inject())):
            self.items.append(Item("inject", self.state.turn, self.state.written[-1].id))
        if own.random() < 0.04 and self.state.now.releases:
            released = own.choice(self.state.now.releases).inject
            self.submit(do.RewordInject(released, f"In other words, {released}."))

    def inject(self) -> WrittenInject:
        """News for the room, or for one cell alone, whose words nobody else may read."""
        rng = self.own
        seat = rng.choice(self.book.deck.seats).id
        gauge = rng.choice(self.book.deck.gauges).id
        effects = ((gauge, rng.choice((-1, 1))),) if rng.random() < 0.5 else ()
        if rng.random() < 0.5:
            return WrittenInject("", "News", "It is said.", ("room",), effects, REASON)
        title, words = self.text("title"), self.text("words")
        return WrittenInject("", title, words, (seat,), effects, self.text("because of this"))

    def in_phase(self, *, hurry: bool) -> None:
        """Something that belongs to the phase, or on to the next."""
        doers = {
            Phase.BRIEF: self.brief,
            Phase.DELIBERATE: self.deliberate,
            Phase.CONSULT: self.consult,
            Phase.REVEAL: self.reveal,
            Phase.ADJUDICATE: self.adjudicate,
            Phase.POLL: self.poll,
            Phase.DISCUSS: self.discuss,
            Phase.HOT_WASH: self.hot_wash,
        }
        if self.state.phase in doers and not hurry and self.rng.random() < 0.75:
            doers[self.state.phase]()
        elif self.rng.random() < 0.02 and not hurry:
            skips = [do.SkipPhase(REASON), do.SkipToHotWash(REASON), do.EndSession(REASON)]
            self.submit(self.rng.choice(skips))
        else:
            self.mend()
            self.submit(do.EnterNextPhase())

    def mend(self) -> None:
        """Take back whatever keeps the hand-in from closing."""
        if next_phase(self.book, self.state)[1] is not Phase.REVEAL:
            return
        while reasons := closing_reasons(self.book, self.state):
            for seat in self.state.now.handed_in:
                self.submit(do.ReopenSeat(seat))
            bad = {who for who, _ in reasons}
            plays = self.state.now.plays
            worst = next((x for x in plays if x.move in bad), plays[-1] if plays else None)
            if worst is None:
                return
            self.submit(do.TakeBackMove(worst.move))

    def text(self, what: str) -> str:
        self.texts += 1
        return f"zq-{what}-{self.texts}"

    # --- Phases ----------------------------------------------------------------------------------

    def brief(self) -> None:
        due = [*due_conditionals(self.book, self.state), *due_optionals(self.book, self.state)]
        if due and self.rng.random() < 0.6:
            self.submit(do.ReleaseInject(self.rng.choice(due)))
        elif due and self.rng.random() < 0.3:
            self.submit(do.PassOverInjects())

    def deliberate(self) -> None:
        for text in self.book.procedures_of(self.state.turn):
            self.draft(text)
        seat = self.rng.choice(self.book.deck.seats).id
        cards = [c for c, reasons in playable(self.book, self.state, seat) if not reasons]
        if cards:
            made = self.made(self.rng.choice(cards))
            if self.submit(do.AddMove(made)) and reasons_against(self.book, self.state, made):
                self.submit(do.TakeBackMove(made.move))
        if self.own.random() < 0.04:
            self.submit(do.WriteFreeMove(*self.free_move(seat)))
        if self.rng.random() < 0.1:
            self.submit(do.HandIn(seat, on_paper=self.rng.random() < 0.3))

    def draft(self, text: Procedure) -> None:
        """Settle a line of a text, and sign it or take a signature back."""
        line = self.rng.choice(text.lines)
        self.submit(do.SettleLine(text.id, line.id, self.rng.choice(list(line.options))))
        seat = self.rng.choice(self.book.deck.seats).id
        self.submit(do.SignText(text.id, seat, signed=self.rng.random() < 0.8))

    def free_move(self, seat: str) -> tuple[FreeMove, PlayedMove]:
        """A card of the seat's own, and a solo play of it."""
        rng = self.own
        gauge = rng.choice(self.book.deck.gauges).id
        wants = ((gauge, rng.choice((-1, 1))),)
        card = FreeMove("", seat, "A card of our own", "It is done.", rng.randint(1, 3), wants)
        return card, PlayedMove(seat, "", "solo", reason=self.text("reason"))

    def made(self, card: Move) -> PlayedMove:
        """A lawful play of a card, as far as that can be known."""
        rng = self.rng
        channel = rng.choice(card.channels)
        pool = signing_pool(self.book, card)
        chosen = {
            choice.id: tuple(rng.sample(choice_pool(self.book, card, choice), choice.count))
            for choice in card.choices
        }
        return PlayedMove(
            card.seat,
            card.id,
            channel,
            host="".join(chosen.pop("host", ())),
            target="".join(chosen.pop("target", ())),
            addressee=rng.choice(told_pool(self.book, card)) if channel == "quiet" else "",
            asked=tuple(rng.sample(pool, rng.randint(1, len(pool)))) if channel == "joint" else (),
            choices=tuple(chosen.items()),
            reason=self.text("reason"),
        )

    def consult(self) -> None:
        rng, now = self.rng, self.state.now
        unsigned = [(x, s) for x in now.plays for s in x.asked if s not in x.signers]
        if unsigned and rng.random() < 0.6:
            made, seat = rng.choice(unsigned)
            self.submit(do.AnswerSignature(made.move, seat, signed=rng.random() < 0.9))
            return
        asking, asked = rng.sample([seat.id for seat in self.book.deck.seats], 2)
        own = [x.move for x in now.plays if x.seat == asking]
        if consultations_left(self.book, self.state, asking) != 0:
            about = rng.choice([*own, *own, self.text("matter")])
            self.submit(do.OpenConsultation(Consultation(asking, asked, about)))
        if self.state.now.consultations:
            one = rng.choice(self.state.now.consultations)
            word = rng.choice(["supports", "accepts", "objects"])
            self.submit(do.AnswerConsultation(one.asking, one.asked, one.about, word))
            if self.own.random() < 0.05:
                self.submit(do.TakeBackConsultation(one.asking, one.asked, one.about))

    def reveal(self) -> None:
        seat = self.rng.choice(self.book.deck.seats).id
        self.submit(do.RevealAll() if self.rng.random() < 0.5 else do.RevealSeat(seat))
        if self.state.now.plays and self.rng.random() < 0.2:
            made = self.rng.choice(self.state.now.plays)
            self.submit(do.ChangeWording(made.move, f"In other words, {made.move}."))

    def adjudicate(self) -> None:
        rng = self.rng
        for card in to_argue(self.state):
            dice = (self.own.randint(1, 6), self.own.randint(1, 6))
            said = Argument(card.seat, card.text, self.text("result"), dice=dice)
            self.submit(do.ArgueFreeMove(card.id, said, (card.wants[0][0], -1), self.text("catch")))
        lines = proposed_ledger(self.exercise.book, self.state).lines
        line = rng.choice(lines)
        values = change_allowed(self.state, line).values
        if values and rng.random() < 0.5:
            ruling = Ruling(line.key, rng.choice(values), self.text("because of this"))
            self.submit(do.RuleLine(ruling))
        elif rng.random() < 0.2 and self.state.now.rulings:
            self.submit(do.WithdrawRuling(rng.choice(self.state.now.rulings).line))
        elif rng.random() < 0.3 and added_values(self.state):
            self.submit(do.AddLine(self.added(rng.choice((-1, 1)))))
        elif rng.random() < 0.3:
            dice = (rng.randint(1, 6), rng.randint(1, 6))
            seat = rng.choice(self.book.deck.seats).id
            said = Argument(seat, self.text("action"), self.text("result"), dice=dice)
            value = line.made + rng.choice((-1, 1))
            self.submit(do.Challenge(line.key, value, said, self.added(1)))

    def added(self, change: int) -> AddedLine:
        gauge = self.rng.choice(self.book.deck.gauges).id
        return AddedLine(gauge, change, self.text("added because"))

    def poll(self) -> None:
        for item in items(self.book, self.state):
            for line in expected_answers(self.book, self.state, item):
                if self.rng.random() < 0.6:
                    self.submit(do.EnterAnswers(self.answers(item, line)))

    def answers(self, item: PollItem, line: Expected) -> Answers:
        rng, people = self.rng, range(line.heads)
        tensions = [tension.id for tension in self.book.deck.tensions]
        if item.kind == "scale":
            values = tuple(float(rng.randint(6, 10)) for _ in people)
            return Answers(line.item, line.seat, line.about, values=values)
        if item.kind == "choice":
            options = tuple(rng.choice(list(item.options)) for _ in people)
            return Answers(line.item, line.seat, options=options)
        words = tuple((self.text("said"), rng.choice(tensions)) for _ in people)
        return Answers(line.item, line.seat, words=words)

    def discuss(self) -> None:
        seat = self.rng.choice(self.book.deck.seats).id
        self.submit(do.HearSentence(seat, "We would rather be asked."))
        if self.rng.random() < 0.2:
            self.submit(do.RevealPoll())

    def hot_wash(self) -> None:
        seat = self.rng.choice(self.book.deck.seats).id
        tension = self.rng.choice(self.book.deck.tensions).id
        follow = FollowUp(self.text("issue"), self.text("to do"))
        actions = [do.RevealConcern(seat), do.ChooseTensions((tension,)), do.WriteFollowUp(follow)]
        self.submit(self.rng.choice([*actions, do.RevealPoll(), do.EndSession()]))

    def note(self) -> Note:
        tension = self.rng.choice(self.book.deck.tensions).id
        return Note("", "note", 0, Phase.OPENING, "", "", tensions=(tension,))
