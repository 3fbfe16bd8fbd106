"""A table on which a ruling is tried: a deck, a turn, what lies on it, and what must come out.

What comes out is compared with lines that were worked out by hand:

    game = Table(turn=3, gauges={"aJP": 9})
    game.play("U10", "solo", host="JPN", target="PRC")
    game.expect(\"\"\"
        printed U10 dPRC +1         5>6
        channel R4/U10 aJP -1       9>8     # not asked
        close R8 dPRC -1            6>5
    \"\"\")

How a line is written says `tests.rulings.lines`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from app.config.paths import scenarios
from app.core import actions as do
from app.core.actions import Action, Refusal
from app.core.book import Book
from app.core.compile import compile_deck
from app.core.decide import decide
from app.core.events import Entry, Event, InjectReleased
from app.core.evolve import evolve
from app.core.history import facts_of
from app.core.injects import due_conditionals
from app.core.ledger import inject_lines
from app.core.legal import closing_reasons, consultations_left, effort, reasons_against
from app.core.outcome import end_state, objectives
from app.core.own import book_of as own_book
from app.core.proposal import proposed_ledger
from app.core.state import State, TurnRecord
from app.core.values import (
    AddedLine,
    CellSetup,
    FreeMove,
    LedgerLine,
    Mode,
    Phase,
    PlayedMove,
    Ruling,
    Setup,
    Stage,
)
from app.deck.read import read_deck
from app.deck.variants import with_variant
from tests.rulings.cards import Card, argument, consultation, names, play
from tests.rulings.lines import compare, line_key

FLAGSHIP = "lengthening-shadow"
NOW = 1_800_000_000.0
REASON = "a reason that is long enough"


@cache
def book_of(deck: str = FLAGSHIP, variant: str = "") -> Book:
    """A deck that comes with the program, read and compiled once."""
    whole = read_deck(scenarios() / deck)
    return compile_deck(with_variant(whole, variant) if variant else whole)


class Table:
    """A deck at one turn, its hand-in open. `gauges` are those that differ from the start.

    What is put down has to be lawful when the ledger is asked for, unless `strict` is off. `carry`
    is effort over from the turn before, of any size; nobody plays the seats in `empty`. Turn 0 is
    a session that has just started.
    """

    def __init__(
        self,
        turn: int = 1,
        gauges: Mapping[str, int] | None = None,
        *,
        deck: str = FLAGSHIP,
        mode: Mode = "semi-rigid",
        carry: Mapping[str, int] | None = None,
        empty: Sequence[str] = (),
        strict: bool = True,
        variant: str = "",
        phase: Phase = Phase.CONSULT,
    ) -> None:
        self._book = book_of(deck, variant)
        self.strict = strict
        self.state = State()
        self.do(do.StartSession(_setup(self._book, mode, empty, variant)))
        if not turn:
            return
        start = self.state.gauges
        past = [_finished(number, start) for number in range(1, turn)]
        now = {**start, **_known(start, gauges)}
        self.state = replace(
            self.state,
            turn=turn,
            phase=phase,
            turns=(*self.state.turns, *past, TurnRecord(turn, now, now)),
            gauges=now,
            carry=dict(carry or {}),
        )

    @property
    def book(self) -> Book:
        """The deck's book, with the session's own cards where there are some."""
        self._book = own_book(self._book, self.state)
        return self._book

    @property
    def mode(self) -> Mode:
        """How rulings are made."""
        return self.state.setup.mode

    @mode.setter
    def mode(self, mode: Mode) -> None:
        self.state = replace(self.state, setup=replace(self.state.setup, mode=mode))

    # --- What was ----------------------------------------------------------------------------

    def earlier(
        self,
        turn: int,
        *cards: Card,
        consulted: Iterable[tuple[str, ...]] = (),
        gauges: Mapping[str, int] | None = None,
    ) -> None:
        """An earlier turn: what was played and asked; its ledger was accepted as it came.

        `gauges` are those that its moves met, where they matter.
        """
        old = self.record(turn)
        self.change(
            turn,
            plays=(*old.plays, *(card.played(self.book) for card in cards)),
            consultations=(*old.consultations, *(consultation(*each) for each in consulted)),
            after_brief={**old.after_brief, **_known(old.after_brief, gauges)},
        )
        for number in range(turn, self.state.turn):
            ledger = proposed_ledger(self.book, self.state, self.record(number))
            self.change(number, ledger=ledger.lines, after=ledger.gauges)

    def released(self, inject: str, turn: int) -> None:
        """An inject that was released in this or an earlier turn; it moved nothing."""
        old = self.record(turn)
        self.change(turn, releases=(*old.releases, InjectReleased(inject, ())))

    def record(self, turn: int) -> TurnRecord:
        """What is known of a turn."""
        return next(record for record in self.state.turns if record.number == turn)

    def change(self, turn: int, **fields: Any) -> None:
        """Let a turn's record say something else."""
        turns = (
            replace(record, **fields) if record.number == turn else record
            for record in self.state.turns
        )
        self.state = replace(self.state, turns=tuple(turns))

    # --- What is done ------------------------------------------------------------------------

    def do(self, action: Action) -> tuple[Event, ...]:
        """Take an action. One that is refused is a mistake of the test."""
        answer = decide(self.book, self.state, action, NOW)
        assert not isinstance(answer, Refusal), f"{action}: {answer.sentence} {answer.way_on}"
        for event in answer:
            seq = self.state.seq + 1
            self.state = evolve(self.state, Entry(seq, seq, "2027-01-15T08:00:00Z", event))
        return answer

    def refused(self, action: Action) -> Refusal:
        """Why an action is refused. One that is taken is a mistake of the test."""
        answer = decide(self.book, self.state, action, NOW)
        assert isinstance(answer, Refusal), f"{action} was taken: {answer}"
        return answer

    def play(self, move: str, channel: str = "solo", **more: Any) -> PlayedMove:
        """Put a card into this turn's hand-in."""
        played = play(move, channel, **more).played(self.book)
        self.do(do.AddMove(played))
        return played

    def consult(self, asking: str, asked: str, about: str, answer: str = "") -> None:
        """One cell asks another about a move or a general matter."""
        self.do(do.OpenConsultation(consultation(asking, asked, about, answer)))

    def one_text(
        self,
        lines: Mapping[str, str] | None = None,
        signers: Iterable[str] = (),
        text: str = "one-text",
    ) -> None:
        """Settle lines of the text and sign it."""
        for line, option in (lines or {}).items():
            self.do(do.SettleLine(text, line, option))
        for seat in signers:
            self.do(do.SignText(text, seat))

    def free_move(
        self,
        seat: str,
        title: str,
        *,
        wants: Mapping[str, int],
        cost: int = 1,
        channel: str = "solo",
        affects: str | Iterable[str] = (),
        tags: str | Iterable[str] = (),
        tensions: str | Iterable[str] = (),
        **more: Any,
    ) -> str:
        """Put a card of a seat's own into the hand-in. Its id comes back: X1, X2 …"""
        given = (names(affects), names(tags), names(tensions))
        card = FreeMove("", seat, title, f"{title}.", cost, tuple(wants.items()), *given)
        played = play("X", channel, seat=seat, **more).played(self.book)
        self.do(do.WriteFreeMove(card, played))
        return self.state.free_moves[-1].id

    def argue(
        self,
        move: str,
        dice: tuple[int, ...] = (),
        *,
        strong_pros: int = 0,
        strong_cons: int = 0,
        likelihoods: tuple[int, ...] = (),
        catch: tuple[str, int] | None = None,
    ) -> None:
        """Settle a free move by matrix argument, after the hand-in was closed."""
        if self.state.phase is not Phase.ADJUDICATE:
            self.to(Phase.REVEAL)
        self.do(
            do.ArgueFreeMove(move, argument(dice, strong_pros, strong_cons, likelihoods), catch)
        )

    def to(self, phase: Phase, turn: int = 0) -> None:
        """Press on until a phase of this turn, or of another."""
        while (self.state.turn, self.state.phase) != (turn or self.state.turn, phase):
            self.do(do.EnterNextPhase())

    def rule(self, line: str, to: int, reason: str = REASON) -> None:
        """Rule on a line of Moves, named `step cause[/via] gauge`."""
        self.to(Phase.ADJUDICATE)
        self.do(do.RuleLine(Ruling(line_key(line), to, reason)))

    def add(self, gauge: str, change: int, reason: str = REASON, **more: Any) -> None:
        """Add a line that no rule foresaw."""
        self.to(Phase.ADJUDICATE)
        self.do(do.AddLine(AddedLine(gauge, change, reason, **more)))

    # --- What comes out ----------------------------------------------------------------------

    def ledger(self, stage: str | None = None) -> list[LedgerLine]:
        """The lines of this turn: Moves and Close, or one of them."""
        if self.strict and not self.state.now.is_closed:
            assert not self.closing(), f"This hand-in cannot close: {self.closing()}"
        lines = proposed_ledger(self.book, self.state).lines
        return [line for line in lines if stage is None or line.stage == Stage(stage)]

    def after(self) -> dict[str, int]:
        """The gauges after Close."""
        self.ledger()
        return proposed_ledger(self.book, self.state).gauges

    def inject(self, inject: str) -> list[LedgerLine]:
        """The lines of an inject, were it released now."""
        facts = facts_of(self.book, self.state, self.state.turn)
        compiled = self.book.injects[inject]
        return list(inject_lines(self.book, compiled, facts, self.state.gauges))

    def reasons(self, move: str, channel: str = "solo", **more: Any) -> list[str]:
        """Why a card cannot be played now; nothing where it can."""
        played = play(move, channel, **more).played(self.book)
        return list(reasons_against(self.book, self.state, played))

    def closing(self) -> list[str]:
        """What keeps the hand-in open: 'card or seat: why'."""
        return [f"{who}: {why}" for who, why in closing_reasons(self.book, self.state)]

    def effort(self, seat: str) -> tuple[int, int]:
        """What a seat may spend this turn, and what it has spent."""
        account = effort(self.book, self.state, seat)
        return account.budget, account.spent

    def consultations_left(self, seat: str) -> int | None:
        """How many consultations a seat may still open; None where there is no limit."""
        return consultations_left(self.book, self.state, seat)

    def due(self) -> list[str]:
        """The conditional injects that are due."""
        return list(due_conditionals(self.book, self.state))

    def end_state(self, **gauges: int) -> str:
        """The end state, if this is the last finished turn; on these gauges, or on its ledger's."""
        return end_state(self.book, self._ended(gauges)).id

    def objectives(self, **gauges: int) -> dict[str, bool | None]:
        """Each objective ('JPN b') with whether it is met, as `end_state` reads."""
        results = objectives(self.book, self._ended(gauges))
        return {f"{result.seat} {result.id}": result.met for result in results}

    def _ended(self, gauges: Mapping[str, int]) -> State:
        after = {**self.state.gauges, **_known(self.state.gauges, gauges)}
        if not gauges:
            after = self.after()
        now = replace(self.state.now, after=after, is_closed=True)
        return replace(self.state, turns=(*self.state.turns[:-1], now), gauges=after)

    # --- What must come out ------------------------------------------------------------------

    def expect(self, hand: str, stage: str | None = None) -> None:
        """The whole ledger, or one stage of it, line for line."""
        compare(hand, self.ledger(stage))

    def expect_gauge(self, gauge: str, hand: str) -> None:
        """The lines of one gauge in Moves and Close, line for line."""
        compare(hand, [line for line in self.ledger() if line.gauge == gauge])

    def expect_inject(self, inject: str, hand: str) -> None:
        """The lines of an inject, were it released now."""
        compare(hand, self.inject(inject))


def _known(start: Mapping[str, int], gauges: Mapping[str, int] | None) -> dict[str, int]:
    """The gauges that a test gives; one that the deck has not is a mistake of the test."""
    given = dict(gauges or {})
    assert given.keys() <= start.keys(), f"no such gauge: {given.keys() - start.keys()}"
    return given


def _finished(number: int, gauges: dict[str, int]) -> TurnRecord:
    """A turn in which nothing happened that matters."""
    return TurnRecord(number, gauges, gauges, after=gauges, is_closed=True, poll_is_settled=True)


def _setup(book: Book, mode: Mode, empty: Sequence[str], variant: str) -> Setup:
    cells = (
        CellSetup(seat.id, heads=0, played_by="nobody") if seat.id in empty else CellSetup(seat.id)
        for seat in book.deck.seats
    )
    setup = Setup("A table", tuple(cells), mode=mode, reveal_policy="at the end")
    return replace(setup, variant=variant) if variant else setup


def all_asked(game: Table, move: str = "U06") -> None:
    """The three allies accept a move about which they are asked."""
    for ally in ("JPN", "ROK", "AUS"):
        game.consult("US", ally, move, "accepts")
