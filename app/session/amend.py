"""Putting an earlier entry right: whether it can be, and what it said before and says now."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import get_args

from app.core import events as ev
from app.core.actions import Amend, Refusal
from app.core.book import Book
from app.session.describe import contents, describe


def prepared(
    book: Book, entries: Sequence[ev.Entry], taken_back: Collection[int], action: Amend
) -> Amend | Refusal:
    """The amendment with its words filled in, or why the entry cannot be put right by it.

    `taken_back` are the actions that do not count. The old words are those that count now.
    """
    if not 1 <= action.entry <= len(entries):
        return Refusal("NoSuchEntry", f"The log has no entry {action.entry}.")
    entry = entries[action.entry - 1]
    if entry.action in taken_back:
        return Refusal("EntryUndone", f"Entry {action.entry} was undone and no longer counts.")
    event = entry.event
    if not isinstance(event, get_args(ev.Amendable)):
        return Refusal(
            "NotAmendable",
            f"Entry {action.entry} ({describe(book, event)}) cannot be put right afterwards.",
            "Undo it if it was the last; otherwise add a line with a reason.",
        )
    if type(event) is not type(action.replacement):
        return Refusal(
            "AnotherKind",
            f"Entry {action.entry} is another kind of entry: {describe(book, event)}.",
        )
    earlier = _as_it_counts(event, entries, taken_back, action.entry)
    return replace(
        action,
        was=action.was or contents(book, earlier),
        now=action.now or contents(book, action.replacement),
    )


def _as_it_counts(
    event: ev.Event, entries: Sequence[ev.Entry], taken_back: Collection[int], number: int
) -> ev.Event:
    for entry in entries:
        amended = entry.event
        if isinstance(amended, ev.EntryAmended) and amended.entry == number:
            event = event if entry.action in taken_back else amended.replacement
    return event
