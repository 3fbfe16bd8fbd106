"""Gauges as the room may see them: a band, or the digit where every seat may see it."""

from __future__ import annotations

# ruff: noqa: ARG001 -- the makers of pictures share one signature
from app.core.actions import Refusal
from app.core.book import Book, band_index
from app.core.display import BandTrack, DigitTrack, DisplayState, TrackPage, Tracks
from app.core.polls import are_open
from app.core.room.common import frame, mark, poll_is_over, record_of
from app.core.room.reasons import public_reason
from app.core.state import State, TurnRecord
from app.core.values import Item
from app.core.why import signed
from app.deck.model import Family, Gauge

ROWS = 6
LONG, SHORT = 34, 25
"""Characters of a reason on a page of up to three gauges, and of up to six."""


def tracks(book: Book, state: State, item: Item, now: float) -> DisplayState | Refusal:
    """A turn's gauges, a page for each family (at most six rows), once its poll is over."""
    record = record_of(state, item.turn)
    if record is None or record.after is None:
        return Refusal("NotAdjudicated", "Gauges can be shown once the ledger is accepted.")
    if not poll_is_over(book, state, item.turn):
        return Refusal(
            "PollFirst",
            "Gauges can be shown after the poll, so that nobody reads answers off a dial.",
            "Close or skip the poll.",
        )
    pages = tuple(
        page for family in book.deck.families for page in _pages(book, state, record, family)
    )
    return DisplayState(frame(book, state, "Discuss", item.turn), Tracks(pages))


def _pages(book: Book, state: State, record: TurnRecord, family: Family) -> list[TrackPage]:
    gauges = [gauge for gauge in book.deck.gauges if gauge.family == family.id]
    seen = [
        gauge
        for gauge in gauges
        if book.room_sees(gauge.id) != "at reveal" or are_open(book, state, record.number)
    ]
    foot = f"Outline: where turn {record.number} began"
    room = LONG if len(seen) <= 3 else SHORT
    rows = [_row(book, state, record, gauge, room) for gauge in seen]
    return [
        TrackPage(family.heading, tuple(rows[i : i + ROWS]), foot)
        for i in range(0, len(rows), ROWS)
    ]


def _row(
    book: Book, state: State, record: TurnRecord, gauge: Gauge, room: int
) -> BandTrack | DigitTrack:
    began, now = record.opening[gauge.id], (record.after or record.opening)[gauge.id]
    reason = public_reason(book, state, record, gauge.id, room)
    is_better = (now > began) == book.high_is_good(gauge.id)
    if book.room_sees(gauge.id) == "digit":
        change = f"{signed(now - began)}, {'better' if is_better else 'worse'}"
        return DigitTrack(
            name=gauge.name,
            band=book.band(gauge.id, now),
            now=now,
            began=began,
            change=change if now != began else "no change",
            worse=now != began and not is_better,
            reason=reason,
        )
    steps = band_index(now) - band_index(began)
    is_seat = _is_by_seat(book, gauge.family)
    return BandTrack(
        name=gauge.name,
        seat=mark(book, gauge.of) if gauge.of and is_seat else None,
        bands=book.bands(gauge.id),
        now=band_index(now),
        began=band_index(began),
        change=_band_words(steps, high_is_good=book.high_is_good(gauge.id)),
        reason=reason if steps else "",
    )


def _is_by_seat(book: Book, family: str) -> bool:
    """Whether a family has one gauge for each of some seats; only then a seat names its gauge."""
    seats = {seat.id for seat in book.deck.seats}
    return all(gauge.of in seats for gauge in book.deck.gauges if gauge.family == family)


def _band_words(steps: int, *, high_is_good: bool) -> str:
    if not steps:
        return "Same band"
    word = "Better" if (steps > 0) == high_is_good else "Worse"
    size = {1: "one band", 2: "two bands", 3: "three bands", 4: "four bands"}[abs(steps)]
    return f"{word} by {size}"
