"""What the home screen lists: sessions and decks as plain values, and how dates and states read.

Loads no deck model: the first frame is painted before that is needed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from app.core.display import DisplayState


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One session: its state in words ('Turn 1 of 2, paused at Deliberate') and when it was last
    played. `verb` is what can be done with it.
    """

    id: str
    title: str
    state: str
    when: str
    verb: Literal["resume", "report"]


@dataclass(frozen=True, slots=True)
class FaultRow:
    """One fault of a deck: where it is, what is wrong, what would be right."""

    file: str
    line: int | None
    message: str
    hint: str = ""

    @property
    def place(self) -> str:
        """Such as 'moves.yaml, line 12'."""
        return self.file if self.line is None else f"{self.file}, line {self.line}"


@dataclass(frozen=True, slots=True)
class DeckRow:
    """One deck as the index knows it. With faults it cannot be played.

    `fault_count` is known from the index; `faults` once the deck was read for them.
    """

    id: str
    title: str
    premise: str = ""
    turns: int = 0
    seats: int = 0
    minutes: int = 0
    cover: DisplayState | None = None
    fault_count: int = 0
    faults: tuple[FaultRow, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether it can be played."""
        return not self.fault_count and not self.faults

    @property
    def size(self) -> str:
        """Such as '2 turns, 2 seats, 10 min'."""
        return f"{_count(self.turns, 'turn')}, {_count(self.seats, 'seat')}, {length(self.minutes)}"


def cover(
    title: str,
    premise: str,
    seats: tuple[str, ...] = (),
    theme: Literal["dark", "light"] = "light",
) -> DisplayState:
    """A deck as the room would see it: its premise as the task, and its cells by short name."""
    from app.core.display import CellTick, Deliberate, DisplayState, Frame, Hold, Mark, TimeLeft

    frame = Frame(title, theme=theme)
    if not seats:
        return DisplayState(frame, Hold(title, premise))
    cells = tuple(CellTick(Mark(name, index), False) for index, name in enumerate(seats))
    return DisplayState(frame, Deliberate(TimeLeft(360, 360, "idle"), premise, cells))


def length(minutes: int) -> str:
    """Minutes as people say them: '10 min', '3 h', '2 h 57'."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest:02d}" if rest else f"{hours} h"


def state_words(turn: int, turns: int, phase: str, *, is_over: bool, notes: int = 0) -> str:
    """Where a session stands, in words."""
    if is_over:
        tail = f", {_count(notes, 'note')}" if notes else ""
        return f"Finished, {_count(turns, 'turn')}{tail}"
    if turn < 1:
        return f"{_count(turns, 'turn')}, paused at the opening"
    if phase == "hot wash":
        return f"{_count(turns, 'turn')} played, paused at the hot wash"
    return f"Turn {turn} of {turns}, paused at {phase.capitalize()}"


def day_words(at: datetime, now: datetime) -> str:
    """A date as people say it: 'Today, 14:18', 'Yesterday', '12 November', '3 March 2025'."""
    days = (now.date() - at.date()).days
    if days == 0:
        return f"Today, {at:%H:%M}"
    if days == 1:
        return "Yesterday"
    year = "" if at.year == now.year else f" {at.year}"
    return f"{at.day} {at:%B}{year}"


def _count(number: int, word: str) -> str:
    return f"1 {word}" if number == 1 else f"{number} {word}s"
