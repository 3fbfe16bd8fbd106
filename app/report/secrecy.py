"""Which facts are secrecy, and of what kind. What readers are then shown is `audience`'s business.

A ledger line is secret where its cause was private or quiet, or where naming it would tell how a
hidden gauge stood: a ceiling tied to one, a limit or bound of one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.core.book import BOUNDS, CEILING, LIMIT, Book
from app.core.state import State
from app.core.values import LedgerLine
from app.deck.model import Combination, Condition, Rule
from app.report.facts import Secret


def quiet_cards(state: State, turn: int, *, ever: bool = False) -> frozenset[str]:
    """The cards that were played quietly in a turn, or up to it."""
    return frozenset(
        play.move
        for record in state.turns
        if record.number == turn or (ever and record.number < turn)
        for play in record.plays
        if play.channel == "quiet"
    )


def line_secret(book: Book, state: State, turn: int, line: LedgerLine) -> Secret:
    """Why a line may not be named to everyone, empty where it may."""
    inject = book.injects.get(line.cause)
    if inject is not None and not inject.inject.is_public:
        return "private inject"
    if {line.cause, line.via} & quiet_cards(state, turn):
        return "quiet"
    if _rests_on(book, line.cause, quiet_cards(state, turn, ever=True)):
        return "quiet"
    if line.step in (LIMIT, BOUNDS) and is_hidden(book, line.gauge):
        return "hidden limit"
    if line.step == CEILING and _ceiling_is_hidden(book, line):
        return "hidden limit"
    return "hidden gauge" if _reads_hidden(book, line) else ""


def is_hidden(book: Book, gauge: str) -> bool:
    """Whether the room never sees the gauge's digit."""
    return book.room_sees(gauge) != "digit"


def hidden_gauges_read(book: Book, condition: Condition | None) -> frozenset[str]:
    """The gauges in a condition whose digits the room never sees."""
    return frozenset(gauge for gauge in gauges_read(book, condition) if is_hidden(book, gauge))


def gauges_read(book: Book, condition: Condition | None) -> frozenset[str]:
    """The gauges that a condition tests, those of tested families included."""
    return frozenset(
        gauge.id
        for part in _parts(condition)
        for test in part.gauge
        for gauge in book.deck.gauges
        if gauge.id == test.gauge or gauge.family == test.family
    )


def moves_read(condition: Condition | None) -> frozenset[str]:
    """The cards that a condition names."""
    return frozenset(m for part in _parts(condition) for play in part.played for m in play.move)


def _parts(condition: Condition | None) -> Iterator[Condition]:
    """The condition and all that is nested in it."""
    if condition is None:
        return
    yield condition
    for inner in (*condition.any, *condition.all, *condition.none):
        yield from _parts(inner)


def _laws(book: Book, cause: str) -> Iterable[Rule | Combination]:
    named = (rule for rule in book.deck.rules if cause in (rule.id, rule.cause))
    return (*named, *(law for law in book.deck.combinations if cause == law.id))


def _rests_on(book: Book, cause: str, quiet: frozenset[str]) -> bool:
    """Whether a rule or combination asks for a card that was played quietly."""
    for law in _laws(book, cause):
        for condition in (law.when, *(effect.when for effect in law.effects)):
            if moves_read(condition) & quiet:
                return True
            if any("quiet" in play.channel for p in _parts(condition) for play in p.played):
                return True
    return False


def _ceiling_is_hidden(book: Book, line: LedgerLine) -> bool:
    return is_hidden(book, line.gauge) or any(
        is_hidden(book, gauge)
        for bound in book.ceilings
        if bound.cause == line.cause and bound.gauge == line.gauge
        for gauge in bound.among
    )


def _reads_hidden(book: Book, line: LedgerLine) -> bool:
    """Whether the line's cause asks how a hidden gauge stands."""
    conditions = [c for law in _laws(book, line.cause) for c in (law.when, *_whens(law))]
    conditions += [
        effect.when for card in book.deck.moves if card.id == line.cause for effect in card.effects
    ]
    return any(hidden_gauges_read(book, condition) for condition in conditions)


def _whens(law: Rule | Combination) -> list[Condition | None]:
    return [effect.when for effect in law.effects]
