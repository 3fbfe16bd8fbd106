"""The seven steps of a hot wash, with what to say: facts before reasons, allies first. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.book import Book
from app.core.phases import minutes_of
from app.core.polls import all_gaps, asked_seats
from app.core.state import State
from app.core.values import Item, Phase

_SHORTEST = 20
"""Minutes under which the steps are taken in passing and have no time of their own."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its name, a line in the list, what to say aloud, and what to mind."""

    key: str
    name: str
    line: str
    say: str
    mind: str
    share: int


STEPS = (
    Step(
        "decompress",
        "Decompress",
        "One word each, round the table.",
        "One word each: how do you come out of this?",
        "Nobody comments. You go last.",
        2,
    ),
    Step(
        "facts",
        "Facts",
        "Timeline on screen. What surprised you?",
        "This is what happened. What surprised you?",
        "Facts first; reasons come later.",
        5,
    ),
    Step(
        "poll",
        "Open the sealed poll",
        "What was felt, what was expected.",
        "Nobody has seen these until now. Filled marks are what you felt, rings what was expected.",
        "Then wait.",
        6,
    ),
    Step(
        "concerns",
        "Private concerns",
        "Each cell reads out its own card.",
        "Each cell has carried a card since the start. Please read yours aloud.",
        "The card goes up when its cell begins to read.",
        4,
    ),
    Step(
        "tensions",
        "Out of role",
        "As yourself: two tensions, by vote.",
        "Now as yourself, not as your cell. Two of these, by show of hands.",
        "Count, choose two, then ask their questions.",
        8,
    ),
    Step(
        "strengths",
        "Strengths and difficulties",
        "One of each per cell.",
        "One thing that went well in your cell, and one that was difficult.",
        "Of the exercise, not of persons.",
        3,
    ),
    Step(
        "home",
        "Bring home",
        "One question for your own organisation.",
        "Which question would you now ask your own organisation?",
        "Then the feedback form. What is to be followed up stands below.",
        2,
    ),
)


def minutes(book: Book, state: State) -> tuple[int, ...]:
    """The planned minutes of each step; none where the deck's hot wash is too short for that."""
    total = minutes_of(book, state.setup, 0, Phase.HOT_WASH)
    if total < _SHORTEST:
        return ()
    whole = sum(step.share for step in STEPS)
    return tuple(max(1, round(step.share * total / whole)) for step in STEPS)


def staged_item(book: Book, state: State, step: str) -> Item | None:
    """What a step puts under *Ready to show*; None where it leaves that alone."""
    if step == "decompress":
        return Item("hold")
    if step == "facts":
        return Item("timeline")
    if step == "poll":
        figures = all_gaps(book, state)
        return Item("gap", figures[-1].turn) if figures else None
    if step == "tensions":
        return Item("vote")
    return Item("end") if step == "home" else None


def first_open_step(book: Book, state: State) -> int:
    """The place of the step to go on with, by what the record says. The steps are taken in order:
    one that has begun means that those before it are done.
    """
    reached = 0
    for place, step in enumerate(STEPS):
        has_begun, is_done = _progress(book, state, step.key)
        if is_done:
            reached = place + 1
        elif has_begun:
            reached = place
    return min(reached, len(STEPS) - 1)


def _progress(book: Book, state: State, step: str) -> tuple[bool, bool]:
    """Whether a step has begun and whether it is done; a step without a trace has neither."""
    if step == "facts":
        was_shown = any(item == Item("timeline") for item, _ in state.room.seen)
        return was_shown, was_shown
    if step == "poll":
        was_opened = any(item.kind == "gap" for item in _since_facts(state))
        return was_opened, was_opened
    if step == "concerns":
        seats = {seat.id for seat in book.deck.seats if seat.concerns}
        return bool(state.concerns), bool(seats) and seats <= set(state.concerns)
    if step == "tensions":
        return bool(state.tensions_chosen), bool(state.tensions_chosen)
    if step == "strengths":
        kinds = {note.kind for note in state.notes if note.phase is Phase.HOT_WASH}
        return not kinds.isdisjoint({"strength", "difficulty"}), False
    return step == "home" and bool(state.follow_ups), False


def _since_facts(state: State) -> tuple[Item, ...]:
    """What the room saw after the timeline: a gap that it saw before belongs to a turn."""
    items = [item for item, _ in state.room.seen]
    facts = Item("timeline")
    return tuple(items[items.index(facts) + 1 :]) if facts in items else ()


def speaking_order(book: Book) -> tuple[str, ...]:
    """Who speaks when the poll is opened: the cells that were asked first, who guessed last."""
    gap = book.deck.gap
    seats = tuple(seat.id for seat in book.deck.seats)
    if gap is None:
        return seats
    item = book.poll(gap.felt)
    last = item.estimated_by or ""
    first = asked_seats(book, item)
    others = tuple(seat for seat in seats if seat not in first and seat != last)
    return tuple(seat for seat in (*first, *others, last) if seat)
