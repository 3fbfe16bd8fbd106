"""Which lines of a ledger the room may not know the cause of, and why: the one test that the room
and the reports share.

A line is secret where its cause was private or quiet or not yet turned over, or where whatever
decided that it stands turns on something of that kind or on a gauge that the room does not see.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from app.core.book import ADDED, BOUNDS, CEILING, LIMIT, Book
from app.core.conditions import (
    AskedAbout,
    Condition,
    GaugeIs,
    InTouch,
    IsMember,
    LowestIs,
    MarkStands,
    ObjectedTo,
    PlayIs,
    WasReleased,
    tests_in,
)
from app.core.polls import are_open
from app.core.state import State, TurnRecord
from app.core.values import LedgerLine, PlayedMove

LineSecret = Literal[
    "",
    "quiet and private",
    "private inject",
    "quiet",
    "unrevealed",
    "hidden limit",
    "hidden gauge",
]
_BY_WEIGHT: tuple[LineSecret, ...] = (
    "private inject",
    "quiet",
    "unrevealed",
    "hidden limit",
    "hidden gauge",
)
BAND_STARTS, BAND_ENDS = (0, 3, 5, 7, 9), (2, 4, 6, 8, 10)


def line_secret(book: Book, state: State, turn: int, line: LedgerLine) -> LineSecret:
    """Why the room may not know the cause of this line of a turn; empty where it may."""
    return heaviest(_line_secrets(book, state, turn, line))


def condition_secret(book: Book, state: State, turn: int, when: Condition) -> LineSecret:
    """Why the room may not know whether this holds in a turn; empty where it may."""
    return heaviest(_Sight(book, state, turn).behind((when,)))


def play_secret(record: TurnRecord, play: PlayedMove) -> LineSecret:
    """Why the room may not know of a play: it was quiet, or its seat is not turned over."""
    if play.channel == "quiet":
        return "quiet"
    return "" if play.seat in record.revealed else "unrevealed"


def heaviest(secrets: Iterable[LineSecret]) -> LineSecret:
    """The one that keeps most readers away."""
    found = set(secrets)
    if {"private inject", "quiet"} <= found:
        return "quiet and private"
    return next((secret for secret in _BY_WEIGHT if secret in found), "")


def _line_secrets(book: Book, state: State, turn: int, line: LedgerLine) -> Iterator[LineSecret]:
    if line.step == ADDED:
        return
    for name in (line.cause, line.via):
        if name in book.injects and not book.injects[name].inject.is_public:
            yield "private inject"
    if line.step in (LIMIT, CEILING, BOUNDS):
        if any(book.room_sees(gauge) != "digit" for gauge in _limit_reads(book, line)):
            yield "hidden limit"
        return
    yield from _Sight(book, state, turn).behind(_conditions(book, line))


def _limit_reads(book: Book, line: LedgerLine) -> Iterator[str]:
    """The gauges that a limit works by. A cut says where they stood to the digit."""
    yield line.gauge
    for bound in book.ceilings:
        if line.step == CEILING and (bound.cause, bound.gauge) == (line.cause, line.gauge):
            yield from bound.among


def _conditions(book: Book, line: LedgerLine) -> Iterator[Condition]:
    """Everything that decided whether the line stands, and whether something took it away."""
    name = (line.step, line.cause, line.via, line.gauge)
    inject = book.injects.get(line.cause)
    laws = (*book.moves_lines, *book.text_lines, *book.close_lines.get(line.step, ()))
    for law in laws if inject is None else inject.lines:
        if (law.step, law.cause, law.via, law.gauge) == name:
            yield law.when
    for take in book.takes:
        if take.by == line.cut_by and line.cause in take.causes and line.gauge in take.gauges:
            yield take.when


class _Sight:
    """What the room does not see of the turns up to one, and which conditions turn on it."""

    def __init__(self, book: Book, state: State, turn: int) -> None:
        self._book = book
        self._state = state
        self._turn = turn
        self._unseen = tuple(
            (turn - past.number, play, secret)
            for past in state.turns
            if past.number <= turn
            for play in past.plays
            if (secret := play_secret(past, play))
        )

    def behind(self, conditions: Iterable[Condition]) -> Iterator[LineSecret]:
        """Every secret that one of the conditions turns on, at any depth."""
        for condition in conditions:
            for test in tests_in(condition):
                yield from self._behind(test)

    def _behind(self, test: Condition) -> Iterator[LineSecret]:
        if isinstance(test, GaugeIs):
            is_by_band = test.low in BAND_STARTS and test.high in BAND_ENDS
            if self._is_hidden(test.gauges, is_by_band=is_by_band):
                yield "hidden gauge"
        elif isinstance(test, LowestIs):
            if self._is_hidden(test.among, is_by_band=False):
                yield "hidden gauge"
        elif isinstance(test, WasReleased):
            if not all(self._book.injects[name].inject.is_public for name in test.injects):
                yield "private inject"
        else:
            for ago, play, secret in self._unseen:
                if self._turns_on(test, ago, play):
                    yield secret

    def _is_hidden(self, gauges: Iterable[str], *, is_by_band: bool) -> bool:
        """Whether a test tells more of one of the gauges than the room sees of it."""
        sight = {self._book.room_sees(gauge) for gauge in gauges}
        if "at reveal" in sight and not are_open(self._book, self._state, self._turn):
            return True
        return "band" in sight and not is_by_band

    def _turns_on(self, test: Condition, ago: int, play: PlayedMove) -> bool:
        """Whether a play of so many turns ago can decide a test."""
        card = self._book.move(play.move)
        if isinstance(test, PlayIs):
            return _fits(test, ago, play)
        if isinstance(test, MarkStands):
            return ago >= test.earlier and test.mark in (*card.sets, *card.clears)
        if isinstance(test, IsMember):
            return test.of in card.enrols
        if isinstance(test, AskedAbout):
            return (ago == 0 and play.move == test.move) or self._counts(test, ago, play)
        if isinstance(test, ObjectedTo):
            return ago == 0 and play.move == test.move
        if isinstance(test, InTouch):
            touches = play.signers or play.channel == "joint" or card.counts_as_asked
            return ago == test.ago and bool(touches)
        return False

    def _counts(self, test: AskedAbout, ago: int, play: PlayedMove) -> bool:
        """Whether the play counts as asking about the move."""
        leader = self._book.move(test.move).seat
        return any(
            ago < counting.turns
            and (test.move in counting.about or (not counting.about and play.seat == leader))
            for counting in self._book.move(play.move).counts_as_asked
        )


def _fits(test: PlayIs, ago: int, play: PlayedMove) -> bool:
    if play.move in test.none_since and ago < test.last_ago:
        return True
    return test.first_ago <= ago <= test.last_ago and play.move in test.moves and test.fits(play)
