"""A text that the seats drafted and signed: closed like the moves until the hand-in is.

Whether a seat signed is its secret until the text has come about. A text that has not is nobody's:
the room reads that there is none, and no more.
"""

from __future__ import annotations

# ruff: noqa: ARG001 -- the makers of pictures share one signature
from app.core.actions import Refusal
from app.core.book import Book
from app.core.display import DisplayState, SettledLine, TextPage
from app.core.history import came_about, text_words
from app.core.room.common import frame, mark, record_of
from app.core.state import State
from app.core.values import Draft, Item

STANDS, NO_TEXT = "The text stands", "There is no text"


def text(book: Book, state: State, item: Item, now: float) -> DisplayState | Refusal:
    """A turn's text: its lines and who signed it, or that there is none."""
    here = {one.id: one for one in book.procedures_of(item.turn)}
    if item.ref not in here:
        return Refusal("NoSuchText", "This turn has no such text.")
    record, title = record_of(state, item.turn), here[item.ref].title
    if record is None or not record.is_closed:
        return Refusal(
            "StillDrafted",
            f"{title} is still being drafted and signed.",
            "It can be shown from Reveal on.",
        )
    draft = record.draft(item.ref)
    shown = _settled(book, title, draft) if came_about(book, draft) else TextPage(title, NO_TEXT)
    return DisplayState(frame(book, state, "Reveal", item.turn), shown)


def _settled(book: Book, title: str, draft: Draft) -> TextPage:
    """The text as it stands; a line that nobody settled reads as by default."""
    settled = tuple(SettledLine(label, option) for label, option in text_words(book, draft))
    signers = tuple(mark(book, s.id) for s in book.deck.seats if s.id in draft.signers)
    return TextPage(title, STANDS, settled, signers)
