"""What is said of a text: how many signatures it needs, what stands now, how it reads.

Pure. A text is a procedure of the deck: seats settle its lines and sign it, or stand aside.
"""

from __future__ import annotations

from app.core.book import Book
from app.core.history import came_about, text_lines
from app.core.line_sentence import named
from app.core.line_words import capital, joined
from app.core.pools import text_pool
from app.core.state import State
from app.core.values import Draft
from app.deck.model import Procedure

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight")


def needed_words(text: Procedure) -> str:
    """How many signatures make it: 'Two signatures make a text.'"""
    verb = "makes" if text.at_least == 1 else "make"
    return f"{_count(text.at_least)} {verb} a text."


def standing_words(book: Book, draft: Draft, *, is_closed: bool = False) -> str:
    """What stands now: 'One signature: there is no text yet.'"""
    pool, count = text_pool(book, draft.procedure), len(draft.signers)
    head = _count(count)
    if count and count == len(pool):
        head = f"All {_NUMBERS[count]} sign" if count > 1 else "It is signed"
    if came_about(book, draft):
        return f"{head}: the text stands."
    return f"{head}: there is no text{'' if is_closed else ' yet'}."


def line_words(book: Book, draft: Draft) -> tuple[tuple[str, str], ...]:
    """Each line's label with its option; a line that was left reads as by default."""
    lines = {line.id: line for line in book.procedure(draft.procedure).lines}
    return tuple(
        (lines[name].label, lines[name].options[option]) for name, option in text_lines(book, draft)
    )


def summary_words(book: Book, draft: Draft) -> str:
    """All lines in one: 'Threats firm, wording silent.'"""
    told = ", ".join(f"{_low(label)} {_low(option)}" for label, option in line_words(book, draft))
    return f"{capital(told)}."


def signers_words(book: Book, draft: Draft) -> str:
    """Who signs, in the deck's order: 'Signed by the US and Japan.'; empty while nobody does."""
    names = [named(book, s.id) for s in book.deck.seats if s.id in draft.signers]
    return f"Signed by {joined(names)}." if names else ""


def why_not(book: Book, state: State, seat: str) -> str:
    """Why a seat that a text names cannot sign it; empty where it can."""
    if state.setup.is_empty(seat):
        return f"Nobody plays {book.spoken(seat)}: it signs nothing."
    return ""


def _count(count: int) -> str:
    word = _NUMBERS[count] if count < len(_NUMBERS) else str(count)
    return f"{word.capitalize()} {'signature' if count in (0, 1) else 'signatures'}"


def _low(text: str) -> str:
    return text[:1].lower() + text[1:]
