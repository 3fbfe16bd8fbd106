"""What one cell may see, for its seat sheet: own gauge, others by band, effort, what it was told.

Pure: a view function for one seat. It never gives a seat what belongs to another.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.core.book import Book
from app.core.injects import told_seats
from app.core.legal import consultations_left, effort
from app.core.line_words import capital
from app.core.pools import text_pool
from app.core.room.common import poll_is_over
from app.core.state import State
from app.core.values import PlayedMove
from app.gui.console.text_words import summary_words


@dataclass(frozen=True, slots=True)
class PrivatePaper:
    """A private inject as its cell reads it. `since` says from which turn it is, if an earlier."""

    head: str
    title: str
    text: str
    question: str
    since: str = ""


@dataclass(frozen=True, slots=True)
class SeatPapers:
    """One cell's sheet: pairs of a name and a value, papers, and lines of answers and requests.

    `left` says what the cell has left this turn; `concern` is its private card; `earlier` are its
    papers of the turns before.
    """

    seat: str
    name: str
    gauges: tuple[tuple[str, str], ...]
    left: str
    papers: tuple[PrivatePaper, ...]
    earlier: tuple[PrivatePaper, ...]
    concern: tuple[str, ...]
    answers: tuple[str, ...]
    requests: tuple[str, ...]


def seat_papers(book: Book, state: State, seat: str) -> SeatPapers:
    """What the seat may see now."""
    return SeatPapers(
        seat=seat,
        name=book.name(seat),
        gauges=tuple(_gauges(book, state, seat)),
        left=_left(book, state, seat) if state.turn else "",
        papers=private_papers(book, state, seat, state.turn),
        earlier=tuple(
            paper
            for record in reversed(state.turns[:-1])
            for paper in private_papers(book, state, seat, record.number)
        ),
        concern=book.seat(seat).concerns,
        answers=tuple(_answers(book, state, seat)),
        requests=tuple(_requests(book, state, seat)),
    )


def private_papers(book: Book, state: State, seat: str, turn: int) -> tuple[PrivatePaper, ...]:
    """The private injects that were released to a seat in a turn."""
    found = []
    record = next((record for record in state.turns if record.number == turn), None)
    since = f"From turn {turn}" if turn != state.turn else ""
    for release in record.releases if record else ():
        inject = book.injects[release.inject].inject
        if seat in told_seats(book, inject):
            head = f"{inject.source}, {inject.medium} · {inject.time}"
            text = release.text or inject.text
            found.append(PrivatePaper(head, inject.title, text, inject.question, since))
    return tuple(found)


def consultations_words(book: Book, state: State, seat: str) -> str:
    """How many consultations a seat may still open: '2 consultations left'."""
    left = consultations_left(book, state, seat)
    if left is None:
        return "no limit of consultations"
    return f"{max(0, left)} {'consultation' if left == 1 else 'consultations'} left"


def _left(book: Book, state: State, seat: str) -> str:
    account = effort(book, state, seat)
    most = book.seat(seat).moves
    led = sum(1 for play in state.now.plays if play.seat == seat)
    moves = f"{led} of {most} {'move' if most == 1 else 'moves'}"
    asking = consultations_words(book, state, seat)
    return f"{account.left} of {account.budget} effort left, {moves} in, {asking}"


def _gauges(book: Book, state: State, seat: str) -> list[tuple[str, str]]:
    """Own gauges as the family says, and of the others what the room may see by band or digit.

    A gauge that the room sees at a reveal only is left out of every other cell's sheet. Until a
    turn's poll is over they stand as before its ledger: nobody reads an answer off a dial.
    """
    now = state.now
    is_sealed = now.after is not None and not poll_is_over(book, state, now.number)
    values = now.after_brief if is_sealed else state.gauges
    rows = []
    for gauge in book.deck.gauges:
        value = values[gauge.id]
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
        f"{capital(book.spoken(c.asked))} {c.answer}: {book.titles.get(c.about, c.about)}"
        for c in state.now.consultations
        if c.asking == seat and c.answer
    ]


def _requests(book: Book, state: State, seat: str) -> list[str]:
    asked = [
        f"{capital(book.spoken(c.asking))} asks about {book.titles.get(c.about, c.about)}"
        for c in state.now.consultations
        if c.asked == seat and not c.answer
    ]
    told = [_told(book, play) for play in state.now.plays if play.addressee == seat]
    sign = [
        f"{capital(book.spoken(play.seat))} asks for a signature: {book.titles[play.move]}"
        for play in state.now.plays
        if seat in play.asked and seat not in play.signers
    ]
    return [*asked, *sign, *_texts(book, state, seat), *told]


def _texts(book: Book, state: State, seat: str) -> list[str]:
    """The texts that the seats draft together, and whether this one has signed; no other's name."""
    if state.now.is_closed:
        return []
    return [
        f"{text.title}: {summary_words(book, state.now.draft(text.id))} "
        f"You {'sign' if seat in state.now.draft(text.id).signers else 'have not signed'}."
        for text in book.procedures_of(state.turn)
        if seat in text_pool(book, text.id)
    ]


def _told(book: Book, play: PlayedMove) -> str:
    return f"{capital(book.spoken(play.seat))} tells you alone: {book.titles[play.move]}"
