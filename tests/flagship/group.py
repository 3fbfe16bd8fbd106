"""A group that plays the flagship by its rules and otherwise by chance.

Every group has a character of its own: a few favourite cards, ways of telling, how much it asks and
objects, how readily it signs, how the white cell rules. Groups without a character would all end in
the same few ways; with one, everything in the deck comes about. Nothing here knows the deck.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

from app.core import actions as do
from app.core.actions import Action
from app.core.book import Book
from app.core.injects import due_conditionals
from app.core.legal import closing_reasons, consultations_left, playable, reasons_against
from app.core.pools import choice_pool, is_asked_for, signing_pool, text_pool, told_pool
from app.core.proposal import added_values, change_allowed, proposed_ledger
from app.core.setups import default_setup
from app.core.state import State
from app.core.values import (
    AddedLine,
    Argument,
    CellSetup,
    Consultation,
    FreeMove,
    Phase,
    PlayedMove,
    Ruling,
)
from app.deck.model import Move
from app.session.exercise import Accepted, Exercise
from tests.session.memory import MemoryRecord

REASON = "a reason that is long enough"
MODES = ("semi-rigid", "semi-rigid", "semi-rigid", "rigid", "free")

Watcher = Callable[[Exercise, Action | str], None]


@dataclass(frozen=True)
class Character:
    """What a group is like. Numbers are chances from 0 to 1."""

    favourites: frozenset[str]
    liking: float
    quiet: float
    joint: float
    asks: float
    objects: float
    signs: float
    rules: float
    text: float
    wanders: float

    @classmethod
    def of(cls, rng: random.Random, book: Book) -> Character:
        """The character that a throw gives."""
        cards = [move.id for move in book.deck.moves]
        return cls(
            favourites=frozenset(rng.sample(cards, rng.randint(3, 12))),
            liking=rng.choice((0.5, 0.8, 0.95)),
            quiet=rng.choice((0.0, 0.1, 0.6)),
            joint=rng.choice((0.2, 0.6, 0.95)),
            asks=rng.choice((0.0, 0.5, 1.0, 1.0)),
            objects=rng.choice((0.0, 0.0, 0.15, 0.5)),
            signs=rng.choice((0.3, 0.8, 1.0)),
            rules=rng.choice((0.0, 0.0, 0.3)),
            text=rng.choice((0.2, 0.7, 1.0)),
            wanders=rng.choice((0.0, 0.05)),
        )


class Group:
    """One exercise, played by chance of a seed to its end. `watch` is told of every action."""

    def __init__(self, book: Book, seed: int, watch: Watcher | None = None) -> None:
        self.rng = random.Random(seed)
        self.watch = watch
        self.character = Character.of(self.rng, book)
        self.now = 1_800_000_000.0
        self.record = MemoryRecord()
        heads = {seat.id: self.rng.choice((1, 2, 2, 3)) for seat in book.deck.seats}
        setup = replace(
            default_setup(book),
            cells=tuple(CellSetup(seat, heads=number) for seat, number in heads.items()),
            mode=self.rng.choice(MODES),
            seed=seed,
        )
        started = Exercise.start(self.record, book, setup, self.clock, f"group-{seed}")
        assert isinstance(started, Exercise), started
        self.exercise = started

    def clock(self) -> float:
        """A minute passes whenever anybody looks."""
        self.now += 60
        return self.now

    @property
    def state(self) -> State:
        """The exercise as it stands."""
        return self.exercise.state

    @property
    def book(self) -> Book:
        """The deck as it is played."""
        return self.exercise.book

    def play(self) -> Exercise:
        """Play all turns and end the session."""
        while self.state.phase is not Phase.ENDED:
            match self.state.phase:
                case Phase.BRIEF:
                    self.brief()
                case Phase.DELIBERATE:
                    self.deliberate()
                case Phase.CONSULT:
                    self.consult()
                    self.mend()
                case Phase.ADJUDICATE:
                    self.adjudicate()
            self.wander()
            self.submit(do.EnterNextPhase())
        return self.exercise

    def submit(self, action: Action) -> bool:
        """Take an action; whether it was taken."""
        answer = self.exercise.submit(action)
        if isinstance(answer, Accepted) and self.watch is not None:
            self.watch(self.exercise, action)
        return isinstance(answer, Accepted)

    def wander(self) -> None:
        """Take some actions back, and perhaps bring them back again."""
        rng = self.rng
        if rng.random() >= self.character.wanders:
            return
        for _ in range(rng.randint(1, 3)):
            self.exercise.undo()
            self.told("undo")
        for _ in range(rng.randint(0, 3)):
            self.exercise.redo()
            self.told("redo")

    def told(self, what: str) -> None:
        if self.watch is not None:
            self.watch(self.exercise, what)

    # --- phases ----------------------------------------------------------------------------------

    def brief(self) -> None:
        """Release one of the injects that are due, or none."""
        due = due_conditionals(self.book, self.state)
        if due and self.rng.random() < 0.8:
            self.submit(do.ReleaseInject(self.rng.choice(due)))
        elif due:
            self.submit(do.PassOverInjects())

    def deliberate(self) -> None:
        """Every seat plays what it likes best of what it may, and sometimes a card of its own."""
        for seat in self.book.deck.seats:
            for _ in range(seat.moves):
                if self.rng.random() < 0.85:
                    self.play_card(seat.id)
        if self.rng.random() < 0.05:
            self.free_move(self.rng.choice(self.book.deck.seats).id)

    def play_card(self, seat: str) -> None:
        open_to_it = [c for c, reasons in playable(self.book, self.state, seat) if not reasons]
        liked = [card for card in open_to_it if card.id in self.character.favourites]
        pool = liked if liked and self.rng.random() < self.character.liking else open_to_it
        if not pool:
            return
        made = self.made(self.rng.choice(pool))
        if not reasons_against(self.book, self.state, made):
            self.submit(do.AddMove(made))

    def made(self, card: Move) -> PlayedMove:
        """A card as the group would play it."""
        rng, channel = self.rng, self.channel(card)
        play = PlayedMove(card.seat, card.id, channel)
        for choice in card.choices:
            if not is_asked_for(card, choice, play):
                continue
            most = max(choice.count, choice.at_most or 0)
            chosen = tuple(
                rng.sample(choice_pool(self.book, card, choice), rng.randint(choice.count, most))
            )
            if choice.id in ("host", "target"):
                play = replace(play, **{choice.id: chosen[0]})
            else:
                play = replace(play, choices=(*play.choices, (choice.id, chosen)))
        if channel == "quiet":
            pool = told_pool(self.book, card)
            told = play.host if play.host in pool else rng.choice(pool)
            return replace(play, addressee=told)
        if channel == "joint":
            return replace(play, asked=self.co_signers(card))
        return play

    def co_signers(self, card: Move) -> tuple[str, ...]:
        pool, signing = list(signing_pool(self.book, card)), card.signing
        most = min(len(pool), signing.at_most or len(pool))
        number = self.rng.choice((most, self.rng.randint(min(signing.at_least, most), most)))
        must = [seat for seat in pool if seat in signing.must]
        others = [seat for seat in pool if seat not in must]
        more = self.rng.sample(others, max(0, min(number - len(must), len(others))))
        return (*must, *more)

    def channel(self, card: Move) -> str:
        rng, ways = self.rng, card.channels
        if "quiet" in ways and rng.random() < self.character.quiet:
            return "quiet"
        if "joint" in ways and ("solo" not in ways or rng.random() < self.character.joint):
            return "joint"
        return "solo" if "solo" in ways else ways[0]

    def free_move(self, seat: str) -> None:
        rng, book = self.rng, self.book
        gauge = rng.choice(book.deck.gauges).id
        allies = [s.id for s in book.deck.seats if s.id != seat]
        card = FreeMove(
            "",
            seat,
            "A card of our own",
            "We do what is on no card.",
            rng.randint(1, 2),
            ((gauge, rng.choice((-1, 1))),),
            affects=tuple(rng.sample(allies, rng.randint(0, len(allies)))),
        )
        if self.submit(do.WriteFreeMove(card, PlayedMove(seat, "", "solo"))):
            made = self.state.now.plays[-1]
            if reasons_against(self.book, self.state, made):
                self.submit(do.TakeBackMove(made.move))

    def consult(self) -> None:
        """Ask about the moves, answer, sign, and draft the turn's texts."""
        for play in self.state.now.plays:
            if self.rng.random() < self.character.asks:
                self.ask(play)
        for play in self.state.now.plays:
            for seat in play.asked:
                if self.rng.random() < self.character.signs:
                    self.submit(do.AnswerSignature(play.move, seat, signed=True))
        for text in self.book.procedures_of(self.state.turn):
            for line in text.lines:
                if self.rng.random() < self.character.text:
                    option = self.rng.choice(list(line.options))
                    self.submit(do.SettleLine(text.id, line.id, option))
            for seat in text_pool(self.book, text.id):
                if self.rng.random() < self.character.text:
                    self.submit(do.SignText(text.id, seat))

    def ask(self, play: PlayedMove) -> None:
        for seat in self.book.deck.seats:
            if seat.id == play.seat or consultations_left(self.book, self.state, play.seat) == 0:
                continue
            self.submit(do.OpenConsultation(Consultation(play.seat, seat.id, play.move)))
            if self.rng.random() < self.character.objects:
                objection = do.AnswerConsultation(play.seat, seat.id, play.move, "objects")
                self.submit(objection)

    def mend(self) -> None:
        """Take back whatever keeps the hand-in from closing."""
        while reasons := closing_reasons(self.book, self.state):
            bad = {who for who, _ in reasons}
            plays = self.state.now.plays
            asked = [c for c in self.state.now.consultations if c.asking in bad]
            if asked and not any(x.move in bad for x in plays):
                last = asked[-1]
                back = do.TakeBackConsultation(last.asking, last.asked, last.about)
                assert self.submit(back), reasons
                continue
            worst = next((x for x in plays if x.move in bad), plays[-1] if plays else None)
            assert worst is not None, reasons
            assert self.submit(do.TakeBackMove(worst.move)), reasons

    def adjudicate(self) -> None:
        """Argue the free moves, and rule where the white cell likes to."""
        rng = self.rng
        for play in self.state.now.plays:
            if any(card.id == play.move for card in self.state.free_moves):
                gauge = rng.choice(self.book.deck.gauges).id
                dice = (rng.randint(1, 6), rng.randint(1, 6))
                said = Argument(play.seat, "What is done", "What follows", dice=dice)
                self.submit(do.ArgueFreeMove(play.move, said, (gauge, rng.choice((-1, 1)))))
        if rng.random() < self.character.rules:
            self.rule()

    def rule(self) -> None:
        rng = self.rng
        lines = proposed_ledger(self.book, self.state).lines
        for line in rng.sample(lines, min(len(lines), 3)):
            values = change_allowed(self.state, line).values
            if values:
                self.submit(do.RuleLine(Ruling(line.key, rng.choice(values), REASON)))
        sizes = added_values(self.state)
        if sizes and rng.random() < 0.5:
            gauge = rng.choice(self.book.deck.gauges).id
            self.submit(do.AddLine(AddedLine(gauge, rng.choice((-1, 1)), REASON)))
