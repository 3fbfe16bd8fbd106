"""The desk at which a report's sections are written: facts, words, charts, and small helps."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, get_args

from app.report import facts as f
from app.report.charts import Charts
from app.report.model import (
    Audience,
    Caveat,
    Cell,
    Column,
    ColumnKind,
    Heading,
    Link,
    Paragraph,
    Track,
)
from app.report.words import Words

_KINDS: dict[str, ColumnKind] = {kind: kind for kind in get_args(ColumnKind)}


@dataclass(frozen=True)
class Desk:
    """What a section is written from. `facts` hold only what the audience may read."""

    facts: f.Facts
    audience: Audience
    words: Words
    charts: Charts
    by_seat: bool = False

    def say(self, name: str, /, **values: Any) -> str:
        """A sentence; templates also see `facts` and `audience`."""
        return self.words.say(name, facts=self.facts, audience=self.audience, **values)

    @cached_property
    def _rows(self) -> frozenset[int]:
        return frozenset(row.seq for row in self.facts.log)

    def anchor(self, seq: int) -> str:
        """The anchor of a log entry, empty where the log of these readers does not hold it."""
        return f"event-{seq}" if seq in self._rows else ""

    def event(self, turn: int, seq: int) -> Link:
        """A pointer to a log entry, such as 'Turn 2, event 31'."""
        if self.anchor(seq):
            return Link(self.say("common.event", turn=turn, seq=seq), self.anchor(seq))
        return Link(self.say("common.turn", turn=turn), f"turn-{turn}")

    def heading(self, name: str, **values: Any) -> Heading:
        """A heading of level 4 without an anchor."""
        return Heading(self.say(name, **values), 4)

    def paragraph(self, name: str, **values: Any) -> Paragraph:
        """A paragraph of running text."""
        return Paragraph(self.say(name, **values))

    def small(self, name: str, **values: Any) -> Paragraph:
        """A remark."""
        return Paragraph(self.say(name, **values), "small")

    def caveats(self, *names: str) -> tuple[Caveat, ...]:
        """Standing caveats by name: gauges, once, adversaries."""
        return tuple(Caveat(self.say(f"caveats.{name}")) for name in names)

    def columns(self, file: str, *names: str) -> tuple[Column, ...]:
        """Column heads by name, with how they are set: 'effort:number'; '!' ends a wide one."""
        made = []
        for name in names:
            wide = name.endswith("!")
            label, _, kind = name.rstrip("!").partition(":")
            made.append(Column(self.say(f"{file}.col_{label}"), _KINDS[kind or "text"], wide))
        return tuple(made)

    def seat_cell(self, seat: f.SeatFact) -> Cell:
        """A seat by shape and name."""
        return Cell(seat.name, seat=seat.index)

    def level(self, found: f.Level | None) -> str:
        """A level in words: band first, digit second."""
        return self.say("common.level", level=found)

    def track(self, gauge: f.GaugeFact, turn: f.GaugeTurn) -> Track | None:
        """The small drawing of a gauge's turn, by band where the digit is not told."""
        before, after = turn.before, turn.after
        if before is None or after is None:
            return None
        if before.digit is None or after.digit is None:
            steps, a, b = 5, before.step + 1, after.step + 1
        else:
            steps, a, b = 10, before.digit, after.digit
        return Track(steps, a, b, worse=(b < a) == gauge.high_is_good and a != b)
