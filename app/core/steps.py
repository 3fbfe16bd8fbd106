"""The one large next action of each phase, by what it brings about, and the line beside it."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.actions import Action, EndSession, EnterNextPhase
from app.core.book import Book
from app.core.injects import due_conditionals, scheduled_for
from app.core.legal import closing_reasons
from app.core.phases import next_phase
from app.core.polls import answered
from app.core.proposal import proposed_ledger
from app.core.state import State
from app.core.values import Item, Phase


@dataclass(frozen=True, slots=True)
class MainAction:
    """What the big button says and does. `shows` is set where pressing it changes the room."""

    label: str
    sentence: str
    action: Action | None = None
    shows: Item | None = None
    enabled: bool = True


def main_action(book: Book, state: State) -> MainAction:
    """The main action of the phase that the exercise is in."""
    if not state.is_started:
        return MainAction("Start session", "The room stays black.", enabled=False)
    if state.phase is Phase.ENDED:
        return MainAction("Make the report", "The session is over.")
    if state.phase is Phase.HOT_WASH:
        return MainAction(
            "End the session", "Nothing changes on screen.\nThe report follows.", EndSession()
        )
    label, more, enabled = _words(book, state)
    return MainAction(
        label, f"Nothing changes on screen.\n{more}", EnterNextPhase(), enabled=enabled
    )


def _words(book: Book, state: State) -> tuple[str, str, bool]:
    if state.phase is Phase.OPENING:
        first = scheduled_for(book, 1)
        return "Start turn 1", f"It opens with {_named(book, first)}.", True
    if state.phase is Phase.BRIEF:
        due = due_conditionals(book, state)
        more = f"None chosen: {book.titles[due[0]]} goes out." if due else "The cells deliberate."
        return "Start deliberation", more, True
    if next_phase(book, state)[1] is Phase.REVEAL:
        return _close_hand_in(book, state)
    if state.phase is Phase.DELIBERATE:
        missing = len(book.deck.seats) - len(state.now.handed_in)
        more = f"{_cells_are(missing)} still to hand in." if missing else "All are in."
        return "Open consultations", more, True
    if state.phase is Phase.REVEAL:
        left = len(book.deck.seats) - len(state.now.revealed)
        more = f"{_cells_are(left)} not turned over." if left else "All are turned over."
        return "Adjudicate", more, True
    if state.phase is Phase.ADJUDICATE:
        lines = len(proposed_ledger(book, state).lines)
        return "Accept and continue", f"{lines} lines. Gauges stay hidden until the poll.", True
    if state.phase is Phase.POLL:
        done, heads = answered(book, state)
        return "Close poll", f"{done} of {heads} are done. Gauges can be staged then.", True
    return _close_turn(book, state)


def _cells_are(count: int) -> str:
    return "1 cell is" if count == 1 else f"{count} cells are"


def _close_hand_in(book: Book, state: State) -> tuple[str, str, bool]:
    reasons = closing_reasons(book, state)
    if reasons:
        who, reason = reasons[0]
        return "Close hand-in", f"{book.titles.get(who) or book.name(who)}: {reason}", False
    missing = sum(
        1
        for seat in book.deck.seats
        if seat.id not in state.now.handed_in and state.setup.heads(seat.id)
    )
    count = len(state.now.plays)
    locks = "1 move" if count == 1 else f"{count} moves"
    silent = sum(1 for c in state.now.consultations if not c.answer)
    more = f" {silent} without an answer: accepts." if silent else ""
    label = f"Close with {missing} missing" if missing else "Close hand-in"
    return label, f"Closing locks {locks}.{more}", True


def _close_turn(book: Book, state: State) -> tuple[str, str, bool]:
    if state.turn >= book.last_turn:
        return "Hot wash", "The last turn is over.", True
    following = scheduled_for(book, state.turn + 1)
    return f"Close turn {state.turn}", f"Turn {state.turn + 1}: {_named(book, following)}.", True


def _named(book: Book, injects: tuple[str, ...]) -> str:
    return book.titles[injects[0]] if injects else "no inject"
