"""Revealed moves. Quiet ones are no more than "some quiet activity", however many."""

from __future__ import annotations

# ruff: noqa: ARG001 -- the makers of pictures share one signature
from app.core.actions import Refusal
from app.core.book import Book
from app.core.display import DisplayState, PublicMove, RevealOverview, RevealSeat, SeatMoves
from app.core.pools import QUIET_CHOICES, chosen_on
from app.core.room.common import frame, mark, record_of
from app.core.state import State, TurnRecord
from app.core.values import Item, PlayedMove
from app.deck.model import Move


def reveal_seat(book: Book, state: State, item: Item, now: float) -> DisplayState | Refusal:
    """One seat's moves, once they are turned over."""
    record = record_of(state, item.turn)
    if record is None or item.ref not in record.revealed:
        return Refusal(
            "NotRevealed",
            f"{book.name(item.ref)} is not turned over yet.",
            "Turn it over in Reveal.",
        )
    shown = RevealSeat(_seat_moves(book, record, item.ref))
    return DisplayState(frame(book, state, "Reveal", item.turn), shown)


def overview(book: Book, state: State, item: Item, now: float) -> DisplayState | Refusal:
    """All seats' moves; what is not turned over says so."""
    record = record_of(state, item.turn)
    if record is None or not record.is_closed:
        return Refusal("HandInOpen", "Moves can be shown once the hand-in is closed.")
    seats = tuple(_seat_moves(book, record, seat.id) for seat in book.deck.seats)
    return DisplayState(
        frame(book, state, "Reveal", item.turn), RevealOverview(f"Moves, turn {item.turn}", seats)
    )


def _seat_moves(book: Book, record: TurnRecord, seat: str) -> SeatMoves:
    if seat not in record.revealed:
        return SeatMoves(mark(book, seat), revealed=False)
    plays = [play for play in record.plays if play.seat == seat]
    return SeatMoves(
        mark(book, seat),
        revealed=True,
        moves=tuple(_public(book, play) for play in plays if play.channel != "quiet"),
        quiet=any(play.channel == "quiet" for play in plays),
    )


def _public(book: Book, play: PlayedMove) -> PublicMove:
    card = book.move(play.move)
    is_seat = any(s.id == play.host for s in book.deck.seats)
    return PublicMove(
        title=card.title,
        channel=play.channel,
        signers=tuple(mark(book, seat) for seat in play.signers),
        host=mark(book, play.host) if is_seat else None,
        target=book.name(play.target) if play.target else "",
        audience=_own_choices(book, card, play) or play.audience,
        text=play.wording or card.public or card.text,
    )


def _own_choices(book: Book, card: Move, play: PlayedMove) -> str:
    """What was chosen on a card beside host and target, all of it, in the card's order."""
    own = [choice for choice in card.choices if choice.id not in QUIET_CHOICES]
    told = (
        ", ".join(choice.options.get(x) or book.name(x) for x in chosen_on(play, choice.id))
        for choice in own
    )
    return "; ".join(part for part in told if part)
