"""What exercises used of a deck, and what a deck has to be used: worked out, not listed by hand.

A part is a tuple of words, such as ("card", "U01") or ("choice", "U12", "towards", "home").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import get_args, get_type_hints

from app.core import events as ev
from app.core.book import CEILING, LIMIT, Book
from app.core.evolve import fold
from app.core.pools import choice_pool
from app.core.values import Channel, LedgerLine, PlayedMove, Ruling
from app.deck.model import Combination, Rule

Part = tuple[str, ...]

RULINGS = ("raised by 1", "lowered by 1", "cancelled", "limit cancelled", "line added")
"""The kinds of ruling that semi-rigid adjudication knows."""
HAPPENS = (
    ev.InjectWritten,
    ev.InjectReworded,
    ev.ChallengeSettled,
    ev.ActionUndone,
    ev.ActionRedone,
    ev.EntryAmended,
    ev.SessionForked,
)


# --- What there is -------------------------------------------------------------------------------


def parts_of(book: Book) -> set[Part]:
    """Everything that exercises with this deck can use."""
    deck = book.deck
    parts: set[Part] = {("channel", channel) for channel in get_args(Channel)}
    parts |= {("card", card.id) for card in deck.moves}
    parts |= {
        ("choice", card.id, choice.id, value)
        for card in deck.moves
        for choice in card.choices
        for value in choice_pool(book, card, choice)
    }
    parts |= {("combination", combination.id) for combination in deck.combinations}
    parts |= {("rule", rule.id) for rule in (*deck.rules, *deck.swing_limits, *deck.ceilings)}
    parts |= {("inject", inject.id) for inject in deck.injects}
    outcomes = get_args(get_type_hints(ev.FreeMoveArgued)["outcome"])
    parts |= {("free move", outcome) for outcome in outcomes}
    parts |= {("ruling", kind) for kind in RULINGS}
    parts |= {("event", kind.__name__) for kind in HAPPENS} | {("event", "phase skipped")}
    for text in deck.procedures:
        parts |= {("text", text.id, line.id) for line in text.lines}
        parts |= {("option", text.id, name) for line in text.lines for name in line.options}
        parts |= {("signed", text.id, how) for how in ("by all", "by some")}
    return parts


# --- What was used -------------------------------------------------------------------------------


def used(book: Book, entries: Sequence[ev.Entry]) -> set[Part]:
    """What an exercise used of its deck, by the entries of its log that count."""
    back = _taken_back(entries)
    parts: set[Part] = set()
    for entry in entries:
        if entry.action not in back:
            parts |= set(_of_event(book, entry.event))
    return parts | set(_rulings(entries)) | set(_signed(book, entries))


def _taken_back(entries: Sequence[ev.Entry]) -> set[int]:
    back: set[int] = set()
    for entry in entries:
        if isinstance(entry.event, ev.ActionUndone):
            back.add(entry.event.action)
        elif isinstance(entry.event, ev.ActionRedone):
            back.discard(entry.event.action)
    return back


def _of_event(book: Book, event: ev.Event) -> Iterator[Part]:
    if isinstance(event, HAPPENS):
        yield ("event", type(event).__name__)
    match event:
        case ev.PhaseEntered() if event.skipped:
            yield ("event", "phase skipped")
        case ev.InjectReleased():
            yield ("inject", event.inject)
        case ev.FreeMoveArgued():
            yield ("free move", event.outcome)
        case ev.HandInClosed(plays):
            for play in plays:
                yield from _of_play(play)
        case ev.LedgerAccepted(lines):
            yield from _of_ledger(book, lines)
        case ev.LineAdded():
            yield ("ruling", "line added")
        case ev.LineSettled():
            yield ("text", event.procedure, event.line)
            yield ("option", event.procedure, event.option)


def _of_play(play: PlayedMove) -> Iterator[Part]:
    yield ("card", play.move)
    yield ("channel", play.channel)
    chosen = [("host", (play.host,)), ("target", (play.target,)), *play.choices]
    for choice, values in chosen:
        for value in values:
            if value:
                yield ("choice", play.move, choice, value)


def _of_ledger(book: Book, lines: Sequence[LedgerLine]) -> Iterator[Part]:
    deck = book.deck
    for combination in deck.combinations:
        if any(_is_of(line, combination, "combination") for line in lines):
            yield ("combination", combination.id)
    for rule in deck.rules:
        if any(_is_of(line, rule, rule.step) for line in lines):
            yield ("rule", rule.id)
    for limit in (*deck.swing_limits, *deck.ceilings):
        if any(line.cause == limit.id for line in lines):
            yield ("rule", limit.id)


def _is_of(line: LedgerLine, item: Rule | Combination, step: str) -> bool:
    """Whether a line is the item's own, or was taken away by it where it only takes."""
    name = item.cause or item.id
    if item.effects:
        return line.step == step and line.cause == name
    return line.cut_by == name


def _rulings(entries: Sequence[ev.Entry]) -> Iterator[Part]:
    """The kinds of ruling on lines, as the accepted ledgers carry them; challenges aside."""
    for record in fold(entries).turns:
        challenged = record.challenge.ruling if record.challenge else None
        lines = {line.key: line for line in record.ledger}
        for ruling in record.rulings:
            if ruling != challenged:
                yield ("ruling", _kind(lines[ruling.line], ruling))


def _kind(line: LedgerLine, ruling: Ruling) -> str:
    if ruling.value == 0:
        return "limit cancelled" if line.step in (LIMIT, CEILING) else "cancelled"
    return "raised by 1" if ruling.value > line.made else "lowered by 1"


def _signed(book: Book, entries: Sequence[ev.Entry]) -> Iterator[Part]:
    """Whether texts came about with every signature, and with some only."""
    seats = len(book.deck.seats)
    for record in fold(entries).turns:
        for text in book.deck.procedures:
            names = len(record.draft(text.id).signers)
            if record.is_closed and names >= text.at_least:
                yield ("signed", text.id, "by all" if names == seats else "by some")
