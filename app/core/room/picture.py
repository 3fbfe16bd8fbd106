"""One picture for each kind of item; a refusal where the room may not see it yet."""

from __future__ import annotations

# ruff: noqa: ARG001 -- the makers of pictures share one signature
from collections.abc import Callable
from dataclasses import replace

from app.core.actions import Refusal
from app.core.book import Book
from app.core.display import (
    Asking,
    Brief,
    CellTick,
    Consult,
    Deliberate,
    DisplayState,
    End,
    Hold,
    InjectCard,
    PollOpen,
    Screen,
    TimeLeft,
)
from app.core.polls import answered
from app.core.room import discussion, moves, polling, texts, tracks
from app.core.room.common import frame, mark, paragraphs, record_of, time_left
from app.core.state import State, TurnRecord
from app.core.values import Item, Phase

Maker = Callable[[Book, State, Item, float], DisplayState | Refusal]
CHATHAM_HOUSE = "Chatham House Rule: use what you hear; name no one, and no one's employer."


def picture(book: Book, state: State, item: Item, now: float) -> DisplayState | Refusal:
    """What the room would see of an item now, or why it may not.

    `now` is in seconds of the epoch; only the timer depends on it.
    """
    if not state.is_started:
        return Refusal("NotStarted", "There is no session to show anything of.")
    maker = _MAKERS.get(item.kind)
    if maker is None:
        return Refusal("NoSuchItem", f"There is nothing called {item.kind} to show.")
    return maker(book, state, item, now)


def live(display: DisplayState, book: Book, state: State, now: float) -> DisplayState:
    """A shown picture with its time, ticks and list as they stand now; others are as they were.

    Once its phase is left a clock reads "Closed" and no longer ticks. An open poll ticks the number
    of people who have answered, as the hand-in ticks its cells and Consult lists who asks whom.
    """
    top = state.room.top
    record = record_of(state, top.item.turn) if top is not None else None
    if top is None or record is None:
        return display
    screen: Screen = display.screen
    if isinstance(screen, Deliberate):
        time = _clock(screen.time, state, Phase.DELIBERATE, now)
        screen = replace(screen, time=time, cells=_ticks(book, state, record))
    elif isinstance(screen, Consult):
        time = _clock(screen.time, state, Phase.CONSULT, now)
        screen = replace(screen, time=time, rows=_askings(book, record))
    elif isinstance(screen, PollOpen):
        screen = replace(screen, answered=answered(book, state, top.item.ref, record)[0])
    else:
        return display
    return replace(display, screen=screen)


def _clock(shown: TimeLeft, state: State, phase: Phase, now: float) -> TimeLeft:
    """The phase's clock; closed once the phase is left, however much time remained."""
    top = state.room.top
    if state.phase is phase and top is not None and top.item.turn == state.turn:
        return time_left(state, now)
    return TimeLeft(0, shown.total, "closed")


def _hold(book: Book, state: State, item: Item, now: float) -> DisplayState | Refusal:
    start = state.setup.planned_start
    line = f"We begin at {start}. Please find your cell's table." if start else ""
    if state.turn:
        line = "We go on in a moment."
    note = CHATHAM_HOUSE if state.setup.chatham_house else ""
    return DisplayState(frame(book, state), Hold(book.deck.about.title, line, note))


def _opening(book: Book, state: State, item: Item, now: float) -> DisplayState | Refusal:
    opening = book.deck.about.opening
    shown = Brief(opening.heading, opening.paragraphs, opening.foot)
    return DisplayState(replace(frame(book, state), position="Opening situation"), shown)


def _inject(book: Book, state: State, item: Item, now: float) -> DisplayState | Refusal:
    compiled = book.injects.get(item.ref)
    if compiled is None:
        return Refusal("NoSuchInject", f"The deck has no inject {item.ref}.")
    inject = compiled.inject
    if not inject.is_public:
        return Refusal(
            "PrivateInject",
            f"{inject.title} is private: it never goes to the room.",
            "Give it to its cell by seat sheet, or hold “Hold to show”.",
        )
    releases = [r for record in state.turns for r in record.releases if r.inject == item.ref]
    if not releases:
        return Refusal("NotReleased", f"{inject.title} is not released yet.", "Release it first.")
    card = InjectCard(
        label=f"{inject.source}, {inject.medium} · {inject.time}",
        heading=inject.title,
        paragraphs=paragraphs(releases[-1].text or inject.text),
        question=inject.question,
    )
    return DisplayState(frame(book, state, _phase_of(state, item.turn), item.turn), card)


def _phase_of(state: State, turn: int) -> str:
    """The phase in which a turn stands; nothing for a turn that is over."""
    return state.phase.capitalize() if turn == state.turn else ""


def _deliberate(book: Book, state: State, item: Item, now: float) -> DisplayState | Refusal:
    if item.turn != state.turn or not state.turn:
        return Refusal("AnotherTurn", "Only this turn's hand-in can be shown.")
    task = book.turn(state.turn).task
    shown = Deliberate(time_left(state, now), task, _ticks(book, state, state.now))
    return DisplayState(frame(book, state, "Deliberate"), shown)


def _consult(book: Book, state: State, item: Item, now: float) -> DisplayState | Refusal:
    if item.turn != state.turn or not state.turn:
        return Refusal("AnotherTurn", "Only this turn's consultations can be shown.")
    foot = "What is asked stays between the two cells. No answer counts as accepts."
    shown = Consult("Who is asking whom", time_left(state, now), _askings(book, state.now), foot)
    return DisplayState(frame(book, state, "Consult"), shown)


def _end(book: Book, state: State, item: Item, now: float) -> DisplayState | Refusal:
    quotes = (
        "Quotes appear by cell, and only where you agreed."
        if state.setup.attribution == "by seat"
        else "Quotes appear only where you agreed, and with no name or cell."
    )
    text = ("Notes are kept by cell, without names. " + quotes,)
    foot = "One session shows what one group did once. Please leave your feedback form."
    return DisplayState(frame(book, state, turn=0), End("Thank you", text, foot))


def _ticks(book: Book, state: State, record: TurnRecord) -> tuple[CellTick, ...]:
    return tuple(
        CellTick(mark(book, seat.id), seat.id in record.handed_in)
        for seat in book.deck.seats
        if state.setup.heads(seat.id)
    )


def _askings(book: Book, record: TurnRecord) -> tuple[Asking, ...]:
    """Who asks whom, in seat order; each cell that is asked stands once, and never what about."""
    asked: dict[str, dict[str, None]] = {}
    for consultation in record.consultations:
        asked.setdefault(consultation.asking, {})[consultation.asked] = None
    return tuple(
        Asking(mark(book, seat.id), tuple(mark(book, other) for other in asked[seat.id]))
        for seat in book.deck.seats
        if seat.id in asked
    )


_MAKERS: dict[str, Maker] = {
    "hold": _hold,
    "opening": _opening,
    "inject": _inject,
    "deliberate": _deliberate,
    "consult": _consult,
    "reveal seat": moves.reveal_seat,
    "moves": moves.overview,
    "text": texts.text,
    "poll": polling.question,
    "poll results": polling.results,
    "gap": polling.gap,
    "tracks": tracks.tracks,
    "sentences": discussion.sentences,
    "timeline": discussion.timeline,
    "concern": discussion.concern,
    "vote": discussion.vote,
    "quote": discussion.quote,
    "end": _end,
}
