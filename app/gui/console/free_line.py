"""Reading `us free` in a line: a card of the cell's own is to be written."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.book import Book
from app.core.hand_in_line import Completion
from app.core.line_sentence import named
from app.core.line_words import Lexicon, capital, people, split, unfinished
from app.core.own import writers
from app.core.state import State

FREE = "free"


@dataclass(frozen=True, slots=True)
class FreeLine:
    """A line that names a cell that may write now. `is_whole`: it says *free* as well."""

    seat: str
    is_whole: bool
    sentence: str
    offers: tuple[Completion, ...]


def read_free(book: Book, state: State, text: str, *, may_reopen: bool = False) -> FreeLine | None:
    """What a line says of a cell and nothing else, or of a cell and *free*; else None.

    `may_reopen`: also of a cell that has handed in.
    """
    words = split(text)
    names = " ".join(word for word in words if word != FREE)
    found = Lexicon(people(book, seats_only=True)).read(names)
    if len(found) != 1 or found[0].meaning is None:
        return None
    seat = found[0].meaning.value
    is_in = seat in state.now.handed_in and not may_reopen
    if seat not in writers(book) or is_in or state.setup.is_empty(seat):
        return None
    is_whole = FREE in words
    offers: tuple[Completion, ...] = ()
    begun = unfinished(text).casefold()
    if not is_whole and (not begun or text.rstrip() != text):
        offers = (Completion(FREE, "Off the card: write one of its own"),)
    said = f"{capital(named(book, seat))} writes a card of its own. Enter opens it."
    return FreeLine(seat, is_whole, said, offers)
