"""Planned against actual time: what each phase and turn has used, and when it all will end.

Pure look-ups in a state; the time comes in as seconds of the epoch, and clock times go out as the
place's own time of day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from app.core.book import Book
from app.core.phases import minutes_of, planned_minutes, turn_phases
from app.core.state import State, TurnRecord
from app.core.values import TURN_PHASES, Phase
from app.gui.widgets.phase_stepper import Step

Mark = Literal["done", "current", "future"]
PHASE_NAMES = {phase: phase.value.capitalize() for phase in Phase}


@dataclass(frozen=True, slots=True)
class Course:
    """Where the session stands in time: the clock, the delay, and the end, in words."""

    now: str
    delay: str
    ends: str


def seconds_of(at: str) -> float:
    """A moment of the log (ISO 8601) in seconds of the epoch."""
    moment = datetime.fromisoformat(at)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


def clock(seconds: float) -> str:
    """The time of day, such as '14:17'."""
    return datetime.fromtimestamp(seconds, UTC).astimezone().strftime("%H:%M")


def clock_of(at: str) -> str:
    """The time of day of a moment of the log; empty where there is none."""
    return clock(seconds_of(at)) if at else ""


def course(book: Book, state: State, now: float) -> Course:
    """The clock, how far behind or ahead, and when it will end."""
    if not state.started_at:
        return Course(clock(now), "", "")
    start = seconds_of(state.started_at)
    planned_end = start + 60 * planned_minutes(book, state.setup)
    late = now - start - 60 * _planned_so_far(book, state, now)
    minutes = round(late / 60)
    word = "on time" if not minutes else f"{abs(minutes)} min {'behind' if late > 0 else 'ahead'}"
    return Course(
        clock(now), word, f"Ends {clock(planned_end + late)}, planned {clock(planned_end)}"
    )


def steps(book: Book, state: State, now: float) -> tuple[Step, ...]:
    """What the stepper shows: the phases of a turn; outside turns, the turns of the session."""
    if state.phase not in TURN_PHASES:
        return _turn_steps(book, state, now)
    shown = []
    is_before = True
    for phase in turn_phases(book, state.turn):
        planned = minutes_of(book, state.setup, state.turn, phase)
        is_now = phase is state.phase
        is_before = is_before and not is_now
        spent = used(state.now, phase, now)
        detail = f"{planned} min" if spent is None else f"{round(spent / 60)} of {planned} min"
        mark: Mark = "current" if is_now else "done" if is_before else "future"
        shown.append(Step(PHASE_NAMES[phase], detail, mark))
    return tuple(shown)


def used(record: TurnRecord, phase: Phase, now: float) -> float | None:
    """Seconds that a phase of a turn has taken so far; None while it has not begun."""
    spent = None
    for place, visit in enumerate(record.visits):
        if visit.phase is phase:
            following = record.visits[place + 1 : place + 2]
            end = seconds_of(following[0].at) if following else now
            spent = (spent or 0.0) + max(0.0, end - seconds_of(visit.at))
    return spent


def turn_minutes(book: Book, state: State, turn: int, now: float) -> str:
    """What a turn has used of its minutes: '26 of 22 min'; before it begins '22 min'."""
    if not 0 < turn <= book.last_turn:
        return ""
    planned = sum(minutes_of(book, state.setup, turn, phase) for phase in turn_phases(book, turn))
    record = next((record for record in state.turns if record.number == turn), None)
    if record is None or turn == state.turn:
        return f"{planned} min"
    spent = sum(used(record, phase, _left_at(state, record, now)) or 0.0 for phase in TURN_PHASES)
    return f"{round(spent / 60)} of {planned} min"


def _left_at(state: State, record: TurnRecord, now: float) -> float:
    """When a turn was left for the next one."""
    later = [r for r in state.turns if r.number > record.number and r.visits]
    return seconds_of(later[0].visits[0].at) if later else now


def _turn_steps(book: Book, state: State, now: float) -> tuple[Step, ...]:
    opening = state.phase is Phase.OPENING
    shown = [Step("Opening", "", "current" if opening else "done")]
    for turn in book.deck.turns:
        detail = turn_minutes(book, state, turn.turn, now)
        shown.append(Step(f"Turn {turn.turn}", detail, "future" if opening else "done"))
    planned = f"{minutes_of(book, state.setup, 0, Phase.HOT_WASH)} min"
    marks: dict[Phase, Mark] = {Phase.HOT_WASH: "current", Phase.ENDED: "done"}
    mark = marks.get(state.phase, "future")
    shown.append(Step("Hot wash", planned, mark))
    return tuple(shown)


def _planned_so_far(book: Book, state: State, now: float) -> float:
    """Planned minutes up to here: of every phase that is over, and of this one what is used."""
    total = 0.0
    for record in state.turns:
        over = {visit.phase for visit in record.visits} - {state.phase}
        over |= {phase for visit in record.visits for phase in visit.skipped}
        if record.number < state.turn:
            over = set(turn_phases(book, record.number)) if record.number else {Phase.OPENING}
        total += sum(minutes_of(book, state.setup, record.number, phase) for phase in over)
    spent = (used(state.now, state.phase, now) or 0.0) / 60
    return total + min(spent, minutes_of(book, state.setup, state.turn, state.phase))
