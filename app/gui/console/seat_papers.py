"""What one cell may see, for its seat sheet: own gauge, others by band, effort, what it was told.

Pure: a view function for one seat. It never gives a seat what belongs to another.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.core.book import Book
from app.core.legal import effort
from app.core.state import State
from app.core.values import PlayedMove


@dataclass(frozen=True, slots=True)
class PrivatePaper:
    """A private inject as its cell reads it."""

    head: str
    title: str
    text: str
    question: str


@dataclass(frozen=True, slots=True)
class SeatPapers:
    """One cell's sheet: pairs of a name and a value, papers, and lines of answers and requests."""

    seat: str
    name: str
    gauges: tuple[tuple[str, str], ...]
    effort: str
    papers: tuple[PrivatePaper, ...]
    answers: tuple[str, ...]
    requests: tuple[str, ...]


def seat_papers(book: Book, state: State, seat: str) -> SeatPapers:
    """What the seat may see now."""
    account = effort(book, state, seat)
    return SeatPapers(
        seat=seat,
        name=book.name(seat),
        gauges=tuple(_gauges(book, state, seat)),
        effort=f"{account.left} of {account.budget} effort left" if state.turn else "",
        papers=private_papers(book, state, seat),
        answers=tuple(_answers(book, state, seat)),
        requests=tuple(_requests(book, state, seat)),
    )


def private_papers(book: Book, state: State, seat: str) -> tuple[PrivatePaper, ...]:
    """The private injects that were released to a seat this turn."""
    found = []
    for release in state.now.releases:
        inject = book.injects[release.inject].inject
        if seat in inject.to:
            head = f"{inject.source}, {inject.medium} · {inject.time}"
            text = release.text or inject.text
            found.append(PrivatePaper(head, inject.title, text, inject.question))
    return tuple(found)


def _gauges(book: Book, state: State, seat: str) -> list[tuple[str, str]]:
    """Own gauges as the family says, and of the others what the room may see by band or digit.

    A gauge that the room sees at a reveal only is left out of every other cell's sheet.
    """
    rows = []
    for gauge in book.deck.gauges:
        value = state.gauges[gauge.id]
        band = book.band(gauge.id, value)
        sees = book.room_sees(gauge.id)
        if gauge.of == seat:
            own = book.family(gauge.family).own
            rows.append((gauge.name, f"{value}, {band}" if own == "digit" else band))
        elif sees == "digit":
            rows.append((gauge.name, f"{value}, {band}"))
        elif sees == "band":
            rows.append((gauge.name, band))
    return rows


def _answers(book: Book, state: State, seat: str) -> list[str]:
    return [
        f"{_cap(book.spoken(c.asked))} {c.answer}: {book.titles.get(c.about, c.about)}"
        for c in state.now.consultations
        if c.asking == seat and c.answer
    ]


def _requests(book: Book, state: State, seat: str) -> list[str]:
    asked = [
        f"{_cap(book.spoken(c.asking))} asks about {book.titles.get(c.about, c.about)}"
        for c in state.now.consultations
        if c.asked == seat and not c.answer
    ]
    told = [_told(book, play) for play in state.now.plays if play.addressee == seat]
    sign = [
        f"{_cap(book.spoken(play.seat))} asks for a signature: {book.titles[play.move]}"
        for play in state.now.plays
        if seat in play.asked and seat not in play.signers
    ]
    return [*asked, *sign, *told]


def _told(book: Book, play: PlayedMove) -> str:
    return f"{_cap(book.spoken(play.seat))} tells you alone: {book.titles[play.move]}"


def _cap(text: str) -> str:
    return text[:1].upper() + text[1:]
