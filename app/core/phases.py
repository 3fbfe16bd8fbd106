"""The order of phases, and their planned minutes."""

from __future__ import annotations

from app.core import events as ev
from app.core.book import Book
from app.core.state import State
from app.core.values import TURN_PHASES, Phase, Setup


def turn_phases(book: Book, turn: int) -> tuple[Phase, ...]:
    """The phases of a turn: all seven, without a Consult or Poll that the deck leaves out."""
    minutes = book.turn(turn).minutes
    without = set()
    if minutes.consult is None:
        without.add(Phase.CONSULT)
    if minutes.poll is None or not book.turn(turn).polls:
        without.add(Phase.POLL)
    return tuple(phase for phase in TURN_PHASES if phase not in without)


def next_phase(book: Book, state: State) -> tuple[int, Phase]:
    """Where the main action leads from here: (turn, phase)."""
    if state.phase is Phase.OPENING:
        return 1, Phase.BRIEF
    if state.phase in (Phase.HOT_WASH, Phase.ENDED):
        return state.turn, Phase.ENDED
    phases = turn_phases(book, state.turn)
    later = [phase for phase in phases if TURN_PHASES.index(phase) > TURN_PHASES.index(state.phase)]
    if later:
        return state.turn, later[0]
    if state.turn >= book.last_turn:
        return state.turn, Phase.HOT_WASH
    return state.turn + 1, Phase.BRIEF


def minutes_of(book: Book, setup: Setup, turn: int, phase: Phase) -> int:
    """The planned minutes of a phase: as set up, else as in the deck."""
    own = dict(setup.minutes).get(phase.value)
    if own is not None:
        return own
    if phase is Phase.OPENING:
        return book.deck.about.turn_zero_minutes
    if phase is Phase.HOT_WASH:
        return book.deck.about.hot_wash_minutes
    if phase is Phase.ENDED:
        return 0
    return getattr(book.turn(turn).minutes, phase.value) or 0


def planned_minutes(book: Book, setup: Setup) -> int:
    """The planned minutes of the whole exercise."""
    turns = sum(
        minutes_of(book, setup, turn.turn, phase)
        for turn in book.deck.turns
        for phase in turn_phases(book, turn.turn)
    )
    opening = minutes_of(book, setup, 0, Phase.OPENING)
    return opening + turns + minutes_of(book, setup, 0, Phase.HOT_WASH)


def timer_for(minutes: int) -> ev.TimerSet:
    """The timer as a phase finds it: its minutes on the clock, not running."""
    return ev.TimerSet(minutes * 60, minutes * 60, what="reset")
