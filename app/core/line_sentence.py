"""Saying a move in words: the echo under the hand-in line, and what stands on a move's row."""

from __future__ import annotations

from app.core.book import Book
from app.core.line_words import capital, joined
from app.core.pools import chosen_on
from app.core.values import PlayedMove
from app.deck.model import Choice


def sentence(book: Book, play: PlayedMove, *, how: bool = True, leader: bool = True) -> str:
    """A move in one or two sentences; without `how` no channel, without `leader` no seat."""
    card = book.move(play.move)
    head = f"{capital(book.spoken(play.seat))} plays {card.title}" if leader else card.title
    if how:
        head += f", {channel_words(book, play)}"
    tail = ", ".join(choice_words(book, play, choice) for choice in _chosen(book, play))
    return f"{head}. {capital(tail)}." if tail else f"{head}."


def channel_words(book: Book, play: PlayedMove) -> str:
    """'joint with Japan', 'solo', 'quiet, Tavia is told'."""
    if play.channel == "joint" and play.asked:
        return f"joint with {joined([book.spoken(seat) for seat in play.asked])}"
    if play.channel == "quiet" and play.addressee:
        return f"quiet, {book.spoken(play.addressee)} is told"
    return play.channel


def choice_words(book: Book, play: PlayedMove, choice: Choice) -> str:
    """A choice with its label, such as 'sails from Tavia'."""
    names = [choice.options.get(x) or book.spoken(x) for x in chosen_on(play, choice.id)]
    return f"{choice.label[:1].lower()}{choice.label[1:]} {joined(names)}"


def row_words(book: Book, play: PlayedMove, *, is_closed: bool = False) -> str:
    """The second line of a move's row: 'Joint, Japan asked to sign, sails from Tavia'.

    Once the hand-in `is_closed` it says who signed, and who was asked and did not.
    """
    parts = [_how(book, play, is_closed=is_closed)]
    parts += [choice_words(book, play, choice) for choice in _chosen(book, play)]
    return capital(", ".join(parts))


def _how(book: Book, play: PlayedMove, *, is_closed: bool) -> str:
    others = joined([named(book, seat) for seat in play.asked if seat not in play.signers])
    signed = joined([named(book, seat) for seat in play.signers])
    if play.channel != "joint" or not (signed or others):
        return channel_words(book, play)
    said = f"joint, {signed} signed" if signed else "joint, nobody signed" if is_closed else "joint"
    if not others:
        return said
    told = f" (asked, did not sign: {others})" if is_closed else f", {others} asked to sign"
    return said + told


def named(book: Book, who: str) -> str:
    """Somebody's short name as it stands in a sentence: 'the US', 'Japan'."""
    found = next((seat for seat in book.deck.seats if seat.id == who), None)
    if found is None:  # an adversary
        return book.spoken(who)
    return f"the {found.short}" if found.definite and found.short.isupper() else found.short


def _chosen(book: Book, play: PlayedMove) -> list[Choice]:
    return [choice for choice in book.move(play.move).choices if chosen_on(play, choice.id)]
