"""The run sheet: everything that can be staged, in order, with where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from app.core.book import Book
from app.core.history import came_about
from app.core.injects import due_conditionals, due_optionals, scheduled_for, told_seats
from app.core.phases import turn_phases
from app.core.polls import answered, are_open, gaps
from app.core.room.common import poll_is_over
from app.core.state import State, TurnRecord
from app.core.values import Item, Phase

RowMark = Literal["lock", "seen", "on screen", ""]


@dataclass(frozen=True, slots=True)
class RunRow:
    """One row. Headings have no item. A row with a lock is private, now or for good."""

    turn: int
    heading: bool
    item: Item | None
    title: str
    words: str
    icon: str = ""
    mark: RowMark = ""
    optional: bool = False


def run_sheet(book: Book, state: State) -> tuple[RunRow, ...]:
    """The rows of the turns so far, and a look at what comes next."""
    rows: list[RunRow] = [RunRow(0, heading=True, item=None, title="Opening", words="")]
    rows += [
        _row(state, Item("hold"), "Hold card", "Not shown yet", "square"),
        _row(
            state,
            Item("opening"),
            book.deck.about.opening.heading,
            "To read, not shown yet",
            "layers",
        ),
    ]
    for record in state.turns[1:]:
        rows.append(_heading(book, record.number))
        rows += _turn_rows(book, state, record)
    if state.phase not in (Phase.HOT_WASH, Phase.ENDED) and state.turn < book.last_turn:
        rows.append(_heading(book, state.turn + 1))
        rows += [
            RunRow(state.turn + 1, False, None, _named(book, x), "Next turn", "megaphone", "lock")
            for x in scheduled_for(book, state.turn + 1)[:1]
        ]
    if state.phase in (Phase.HOT_WASH, Phase.ENDED):
        rows.append(RunRow(0, heading=True, item=None, title="Hot wash", words=""))
        rows += _hot_wash_rows(book, state)
    return tuple(rows)


def next_item(book: Book, state: State) -> Item | None:
    """What is staged when nobody has staged anything else: what this phase shows next.

    Only what the room has not seen: the old one never comes back by itself.
    """
    seen = {item for item, _ in state.room.seen}
    return next((item for item in _wanted(book, state) if item not in seen), None)


def _discussed(book: Book, state: State) -> Iterator[Item]:
    yield Item("tracks", state.turn)
    if are_open(book, state, state.turn) and gaps(book, state, state.turn):
        yield Item("gap", state.turn)
    if state.now.sentences:
        yield Item("sentences", state.turn)


_ONE_ITEM: dict[Phase, Literal["deliberate", "consult", "moves"]] = {
    Phase.DELIBERATE: "deliberate",
    Phase.CONSULT: "consult",
    Phase.REVEAL: "moves",
    Phase.ADJUDICATE: "moves",
}


def _texts(book: Book, state: State) -> Iterator[Item]:
    """What was drafted and signed this turn; shown after the moves."""
    if state.now.is_closed:
        yield from (Item("text", state.turn, text.id) for text in book.procedures_of(state.turn))


def _wanted(book: Book, state: State) -> Iterator[Item]:
    turn = state.turn
    if not state.is_started:
        return
    if state.phase in _ONE_ITEM:
        yield Item(_ONE_ITEM[state.phase], turn)
        yield from _texts(book, state)
    elif state.phase is Phase.OPENING:
        yield from (Item("hold"), Item("opening"))
    elif state.phase is Phase.BRIEF:
        for release in state.now.releases:
            if book.injects[release.inject].inject.is_public:
                yield Item("inject", turn, release.inject)
        yield Item("hold")
    elif state.phase is Phase.POLL:
        yield from (Item("poll", turn, item) for item in state.now.poll_items)
    elif state.phase is Phase.DISCUSS:
        yield from _discussed(book, state)
    elif state.phase is Phase.HOT_WASH:
        yield Item("timeline")
        yield from (Item("concern", 0, seat) for seat in state.concerns)
        yield from (Item("vote"), Item("end"))
    else:
        yield Item("end")


def _heading(book: Book, turn: int) -> RunRow:
    return RunRow(turn, True, None, f"Turn {turn}", book.turn(turn).theme)


def _row(
    state: State, item: Item, title: str, words: str, icon: str, *, locked: str = ""
) -> RunRow:
    """A row with its mark; `locked` says in words why it cannot be shown now."""
    top = state.room.top
    times = [at for seen, at in state.room.seen if seen == item]
    if top is not None and top.item == item and not state.room.is_blank:
        return RunRow(item.turn, False, item, title, "On screen now", icon, "on screen")
    if locked:
        return RunRow(item.turn, False, item, title, locked, icon, "lock")
    if times:
        return RunRow(item.turn, False, item, title, "Shown", icon, "seen")
    return RunRow(item.turn, False, item, title, words, icon, "lock")


def _moves_row(book: Book, state: State, record: TurnRecord) -> RunRow:
    """All moves of a turn; while one seat's are up alone, this row has the mark."""
    turn, title = record.number, f"Moves, turn {record.number}"
    locked = "" if record.is_closed else "Closed until Reveal"
    words = f"{len(record.revealed)} of {len(book.deck.seats)} turned over"
    row = _row(state, Item("moves", turn), title, words, "layers", locked=locked)
    seat = _seat_on_screen(state, turn)
    if not seat:
        return row
    return replace(row, words=f"On screen now: {book.seat(seat).short}", mark="on screen")


def _seat_on_screen(state: State, turn: int) -> str:
    """The seat whose moves of a turn are up alone; they have no row of their own."""
    top = state.room.top
    if top is None or state.room.is_blank or top.item.kind != "reveal seat":
        return ""
    return top.item.ref if top.item.turn == turn else ""


def _turn_rows(book: Book, state: State, record: TurnRecord) -> Iterator[RunRow]:
    turn = record.number
    yield from _inject_rows(book, state, record)
    if turn == state.turn:
        handed = f"{len(record.handed_in)} of {len(book.deck.seats)} in"
        shut = "Hand-in is closed" if record.is_closed else ""
        yield _row(state, Item("deliberate", turn), "Hand-in and timer", handed, "timer")
        if Phase.CONSULT in turn_phases(book, turn):
            words = shut or "Who asks whom, timer"
            yield _row(state, Item("consult", turn), "Consultations", words, "messages-square")
    yield _moves_row(book, state, record)
    yield from _text_rows(book, state, record)
    yield from _poll_rows(book, state, record)
    over = poll_is_over(book, state, turn)
    words = "Ready" if over else "Not before the poll closes"
    yield _row(
        state,
        Item("tracks", turn),
        f"Gauges, turn {turn}",
        words,
        "chart-bar",
        locked="" if over else words,
    )
    if record.sentences:
        yield _row(
            state, Item("sentences", turn), "One sentence each", "Not shown yet", "messages-square"
        )


def _text_rows(book: Book, state: State, record: TurnRecord) -> Iterator[RunRow]:
    locked = "" if record.is_closed else "Closed until Reveal"
    for text in book.procedures_of(record.number):
        stands = came_about(book, record.draft(text.id))
        words = "Signed, the text stands" if stands else "No text came of it"
        item = Item("text", record.number, text.id)
        yield _row(state, item, text.title, words, "file-text", locked=locked)


def _inject_rows(book: Book, state: State, record: TurnRecord) -> Iterator[RunRow]:
    turn = record.number
    for release in record.releases:
        inject = book.injects[release.inject].inject
        item = Item("inject", turn, inject.id)
        title = _named(book, inject.id)
        if inject.is_public:
            yield _row(state, item, title, "Released, not shown yet", "megaphone")
        else:
            to = " and ".join(book.name(seat) for seat in told_seats(book, inject))
            yield RunRow(turn, False, item, title, f"To {to} only", "mail", "lock")
    if turn == state.turn:
        for name in (*due_conditionals(book, state), *due_optionals(book, state)):
            yield RunRow(
                turn, False, None, _named(book, name), "Due, not released", "split", "lock", True
            )


def _poll_rows(book: Book, state: State, record: TurnRecord) -> Iterator[RunRow]:
    turn = record.number
    for name in book.turn(turn).polls:
        item = Item("poll", turn, name)
        short = book.poll(name).short
        if turn == state.turn and record.poll_items:
            done, heads = answered(book, state, name)
            yield _row(state, item, f"Poll: {short}", f"{done} of {heads} answered", "vote")
        elif turn == state.turn:
            yield _row(state, item, f"Poll: {short}", "In Poll", "vote", locked="Opens in Poll")
    if not are_open(book, state, turn):
        return
    if gaps(book, state, turn):
        yield _row(state, Item("gap", turn), f"Gap, turn {turn}", "Opened", "scale")
    for name in book.turn(turn).polls:
        found = book.poll(name)
        if found.kind == "choice" and any(a.item == name for a in record.answers):
            item = Item("poll results", turn, name)
            yield _row(state, item, f"Results: {found.short}", "Opened", "chart-bar")


def _hot_wash_rows(book: Book, state: State) -> Iterator[RunRow]:
    yield _row(state, Item("timeline"), "What happened", "Not shown yet", "history")
    for seat in book.deck.seats:
        locked = "" if seat.id in state.concerns else "Private until it is read"
        item = Item("concern", 0, seat.id)
        yield _row(state, item, f"Concern: {seat.short}", "Read", "lock", locked=locked)
    yield _row(state, Item("vote"), "Tensions", "Show of hands", "hand")
    yield _row(state, Item("end"), "Thank you", "Not shown yet", "square")


def _named(book: Book, inject: str) -> str:
    return f"{inject} {book.titles[inject]}"
