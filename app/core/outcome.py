"""How an exercise ended: end state, objectives, the tensions that people spoke of most."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from app.core.book import Book
from app.core.facts import Facts
from app.core.history import facts_of
from app.core.polls import gaps
from app.core.state import State
from app.deck.model import EndState


@dataclass(frozen=True, slots=True)
class ObjectiveResult:
    """A seat's objective at the end: met, not met, or None where only people can say."""

    seat: str
    id: str
    text: str
    met: bool | None


def end_state(book: Book, state: State) -> EndState:
    """The first end state, in the deck's order, that holds after the last finished turn."""
    facts = _last_facts(book, state)
    found = next((test.id for test in book.end_tests if test.when.holds(facts)), "")
    return next(e for e in book.deck.end_states if e.id == (found or book.end_tests[-1].id))


def objectives(book: Book, state: State) -> tuple[ObjectiveResult, ...]:
    """Every seat's objectives with their tests after the last finished turn, in seat order."""
    facts = _last_facts(book, state)
    return tuple(
        ObjectiveResult(
            test.seat,
            test.id,
            test.text,
            None if test.when is None else test.when.holds(facts),
        )
        for test in book.objectives
    )


def _last_facts(book: Book, state: State) -> Facts:
    finished = [record for record in state.turns if record.after is not None]
    last = finished[-1]
    return replace(facts_of(book, state, last.number, last.after), gaps=_last_gaps(book, state))


def _last_gaps(book: Book, state: State) -> dict[str, float]:
    """The perception gaps of the last poll that measured any, by seat."""
    for record in reversed(state.turns):
        found = gaps(book, state, record.number)
        if found:
            return {figure.seat: figure.gap for figure in found}
    return {}


def tension_counts(state: State) -> Counter[str]:
    """How often each tension was tagged: in notes, and in what people said moved them."""
    counts: Counter[str] = Counter(t for note in state.notes for t in note.tensions)
    for record in state.turns:
        for answers in record.answers:
            counts.update(tension for _, tension in answers.words if tension)
    return counts


def most_tagged(book: Book, state: State, n: int = 4) -> tuple[str, ...]:
    """The `n` most-tagged tensions; ties and what is missing in the deck's order."""
    counts = tension_counts(state)
    order = [tension.id for tension in book.deck.tensions]
    return tuple(sorted(order, key=lambda t: (-counts[t], order.index(t)))[:n])


def exercised(book: Book, state: State) -> tuple[str, ...]:
    """The tensions that a move, an inject, a ledger line or a note touched, in the deck's order."""
    touched = set(tension_counts(state))
    for record in state.turns:
        touched.update(t for play in record.plays for t in book.move(play.move).tensions)
        touched.update(t for line in record.lines for t in line.tensions)
        touched.update(
            t for release in record.releases for t in book.injects[release.inject].inject.tensions
        )
    return tuple(t.id for t in book.deck.tensions if t.id in touched)
