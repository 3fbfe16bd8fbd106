"""What is talked about: sentences, the recap, concerns, tensions."""

from __future__ import annotations

# ruff: noqa: ARG001 -- the makers of pictures share one signature
from app.core.actions import Refusal
from app.core.book import Book
from app.core.display import (
    Concern,
    DisplayState,
    SeatsSay,
    TensionVote,
    Timeline,
    TimelineRow,
    VoteRow,
)
from app.core.history import came_about
from app.core.outcome import most_tagged
from app.core.room.common import frame, mark, record_of
from app.core.state import State, TurnRecord
from app.core.values import Item, Phase


def sentences(book: Book, state: State, item: Item, now: float) -> DisplayState | Refusal:
    """One sentence from each cell that has said one."""
    record = record_of(state, item.turn)
    if record is None or not record.sentences:
        return Refusal("NothingSaid", "No cell's sentence is written down yet.")
    said = dict(record.sentences)
    rows = tuple(
        (mark(book, seat.id), said[seat.id]) for seat in book.deck.seats if said.get(seat.id)
    )
    shown = SeatsSay("One sentence from each cell", rows)
    return DisplayState(frame(book, state, "Discuss", item.turn), shown)


def timeline(book: Book, state: State, item: Item, now: float) -> DisplayState | Refusal:
    """The turns so far: what the room was told, and the moves that were turned over."""
    records = [r for r in state.turns if r.number and r.is_closed]
    if not records:
        return Refusal("NothingYet", "No turn has been played yet.")
    rows = tuple(_timeline_row(book, record) for record in records)
    return DisplayState(frame(book, state, "What happened", 0), Timeline("What happened", rows))


def _timeline_row(book: Book, record: TurnRecord) -> TimelineRow:
    told = [
        book.injects[release.inject].inject.title
        for release in record.releases
        if book.injects[release.inject].inject.is_public
    ]
    moves = [
        book.titles[play.move]
        for play in record.plays
        if play.channel != "quiet" and play.seat in record.revealed
    ]
    moves += _texts(book, record)
    text = "; ".join(moves) if moves else "Nothing was done in the open"
    return TimelineRow(record.number, told[0] if told else book.turn(record.number).theme, text)


def _texts(book: Book, record: TurnRecord) -> list[str]:
    """What came of the turn's texts: signed, or none."""
    return [
        f"{text.title}: {'signed' if came_about(book, record.draft(text.id)) else 'no text'}"
        for text in book.procedures_of(record.number)
    ]


def concern(book: Book, state: State, item: Item, now: float) -> DisplayState | Refusal:
    """A seat's private concern, after the hot wash has revealed it."""
    if item.ref not in state.concerns:
        return Refusal("StillPrivate", f"{book.name(item.ref)} has not read its card yet.")
    order = tuple((mark(book, s.id), s.id in state.concerns) for s in book.deck.seats)
    shown = Concern(
        mark(book, item.ref),
        "Private concern, carried since the start",
        book.seat(item.ref).concerns,
        order,
    )
    return DisplayState(frame(book, state, "Hot wash", 0), shown)


def vote(book: Book, state: State, item: Item, now: float) -> DisplayState | Refusal:
    """The most-tagged tensions, for a show of hands."""
    if state.phase not in (Phase.HOT_WASH, Phase.ENDED):
        return Refusal("NotYet", "The room chooses its tensions in the hot wash.")
    rows = tuple(
        VoteRow(letter, book.tension(t).name, book.tension(t).poles)
        for letter, t in zip("ABCD", most_tagged(book, state, 4), strict=False)
    )
    shown = TensionVote("Which shall we talk about?", "Two hands each", rows)
    return DisplayState(frame(book, state, "Hot wash", 0), shown)


def quote(book: Book, state: State, item: Item, now: float) -> DisplayState | Refusal:
    """Quotes are read aloud: their words are kept apart from the record that makes pictures."""
    return Refusal("ReadAloud", "A quote is not shown from here.", "Read it aloud.")
