"""Putting an earlier entry right: whether it can be, and what it said before and says now."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import get_args

from app.core import events as ev
from app.core.actions import Amend, Refusal
from app.core.amending import amended
from app.core.book import Book
from app.core.state import State
from app.core.values import Phase
from app.session.describe import contents, describe


def prepared(
    book: Book,
    state: State,
    entries: Sequence[ev.Entry],
    taken_back: Collection[int],
    action: Amend,
) -> Amend | Refusal:
    """The amendment with its words filled in, or why the entry cannot be put right by it.

    `taken_back` are the actions that do not count. The old words are those that count now.
    """
    refusal = _no_such_entry(book, entries, taken_back, action)
    if refusal:
        return refusal
    before = entries[: action.entry]
    event, turn = before[-1].event, _turn_of(before, taken_back)
    if turn == state.turn and state.phase not in (Phase.HOT_WASH, Phase.ENDED):
        return Refusal(
            "TurnNotOver",
            f"Entry {action.entry} is of this turn, which is not over yet.",
            "Undo it; an entry is amended once its turn is over.",
        )
    if _key(event) != _key(action.replacement):
        return Refusal(
            "AnotherEntry",
            f"Entry {action.entry} is about something else: {describe(book, event)}.",
            "An amendment changes what was said, not who said it or of what.",
        )
    replacement = amended(book, state, turn, action.replacement)
    if isinstance(replacement, Refusal):
        return replacement
    earlier = _as_it_counts(event, entries, taken_back, action.entry)
    return replace(
        action,
        replacement=replacement,
        was=action.was or contents(book, earlier),
        now=action.now or contents(book, replacement),
    )


def _no_such_entry(
    book: Book, entries: Sequence[ev.Entry], taken_back: Collection[int], action: Amend
) -> Refusal | None:
    """A refusal where the entry does not count, or is of a kind that is not put right so."""
    number = action.entry
    if not 1 <= number <= len(entries):
        return Refusal("NoSuchEntry", f"The log has no entry {number}.")
    entry = entries[number - 1]
    event = entry.event
    if entry.action in taken_back:
        return Refusal("EntryUndone", f"Entry {number} was undone and no longer counts.")
    if not isinstance(event, get_args(ev.Amendable)):
        return Refusal(
            "NotAmendable",
            f"Entry {number} ({describe(book, event)}) cannot be put right afterwards.",
            "Undo it if it was the last; otherwise add a line with a reason.",
        )
    if type(event) is type(action.replacement):
        return None
    return Refusal(
        "AnotherKind", f"Entry {number} is another kind of entry: {describe(book, event)}."
    )


def _turn_of(entries: Sequence[ev.Entry], taken_back: Collection[int]) -> int:
    """The turn in which the last of these entries was made."""
    entered = (
        entry.event.turn
        for entry in reversed(entries)
        if isinstance(entry.event, ev.PhaseEntered) and entry.action not in taken_back
    )
    return next(entered, 0)


def _key(event: ev.Event) -> tuple[str, ...]:
    """What an amendment leaves alone: whose the entry is, and of what."""
    match event:
        case ev.AnswersEntered(given):
            return (given.item, given.seat, given.about)
        case ev.ConsultationOpened(asked):
            return (asked.asking, asked.asked, asked.about)
        case ev.ConsultationAnswered():
            return (event.asking, event.asked, event.about)
        case ev.SentenceHeard():
            return (event.seat,)
        case ev.WordingChanged():
            return (event.move,)
    return ()


def _as_it_counts(
    event: ev.Event, entries: Sequence[ev.Entry], taken_back: Collection[int], number: int
) -> ev.Event:
    for entry in entries:
        amendment = entry.event
        if isinstance(amendment, ev.EntryAmended) and amendment.entry == number:
            event = event if entry.action in taken_back else amendment.replacement
    return event
