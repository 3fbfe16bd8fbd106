"""What the rules cost while people play: legality of cards, pictures, ledgers of many lines.

`python tests/benchmarks/bench_rules.py` prints microseconds (median, quartiles) at the end of the
tutorial's recorded exercise, then one turn's ledger at three sizes of deck, and that of the
flagship's busiest turn: the one with most ledger lines in its scripts and the nine policies. Marks:
1 ms for a deck of the flagship's size, some 450 compiled lines, and for the busiest turn.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.config.paths import scenarios
from app.core.actions import Refusal
from app.core.book import Book
from app.core.compile import compile_deck
from app.core.evolve import fold
from app.core.history import facts_of
from app.core.ledger import turn_ledger
from app.core.legal import closing_reasons, playable
from app.core.proposal import proposed_ledger
from app.core.room import picture
from app.core.state import State
from app.core.values import Item
from app.deck.read import read_deck
from app.deck.script import read_script
from app.session.exercise import Exercise
from tests.benchmarks.measure import verdict
from tests.core import small
from tests.golden.transcript import played

NOW = 1_800_000_000.0
MARK_US = 1000
FLAGSHIP = 450
POLICIES = Path(__file__).resolve().parents[1] / "flagship" / "policies"
ITEMS = (
    *(Item("hold"), Item("opening"), Item("inject", 2, "C1"), Item("reveal seat", 2, "CAL")),
    *(Item("moves", 2), Item("poll", 2, "felt"), Item("poll results", 1, "helped"), Item("gap", 2)),
    *(Item("tracks", 2), Item("sentences", 2), Item("timeline"), Item("concern", 0, "TAV")),
    *(Item("vote"), Item("end"), Item("deliberate", 2), Item("consult", 2)),
)


def microseconds(work: Callable[[], object], seconds: float = 0.15) -> list[float]:
    """Each run's time, for so long and at least 20 runs, without the first few."""
    spent: list[float] = []
    end = time.perf_counter() + seconds
    while len(spent) < 25 or time.perf_counter() < end:
        before = time.perf_counter()
        work()
        spent.append((time.perf_counter() - before) * 1e6)
    return spent[5:]


def row(what: str, work: Callable[[], object]) -> float:
    """Measure and print one line of the table; the median in microseconds."""
    low, middle, high = statistics.quantiles(microseconds(work), n=4)
    print(f"{what:44} {middle:9.1f} µs ({low:.1f} to {high:.1f})")
    return middle


def tutorial() -> Exercise:
    """The recorded exercise, played to its end."""
    folder = scenarios() / "tutorial"
    script = read_script(folder / "scripts" / "recorded.yaml")
    return played(script, compile_deck(read_deck(folder)))


def busiest() -> tuple[Book, State, int]:
    """The flagship's turn with most ledger lines, at the end of its exercise."""
    folder = scenarios() / "lengthening-shadow"
    book = compile_deck(read_deck(folder))
    scripts = [*(folder / "scripts").glob("*.yaml"), *POLICIES.glob("*.yaml")]
    states = [played(read_script(script), book).state for script in sorted(scripts)]
    turns = [
        (len(record.ledger), i, record.number) for i, x in enumerate(states) for record in x.turns
    ]
    _, index, number = max(turns)
    return book, states[index], number


def flagship() -> float:
    """The rows of the flagship's busiest turn; what its ledger takes, in microseconds."""
    book, state, number = busiest()
    record = next(record for record in state.turns if record.number == number)
    print(f"flagship's busiest turn: {len(record.plays)} moves, {len(record.ledger)} ledger lines")
    facts = facts_of(book, state, number)
    median = row("its ledger, facts ready", lambda: turn_ledger(book, facts))
    row("its facts", lambda: facts_of(book, state, number))
    row("legality of all its cards", lambda: [playable(book, state, s.id) for s in book.deck.seats])
    row("what keeps its hand-in open", lambda: closing_reasons(book, state))
    return median


def large(lines: int) -> tuple[Book, State]:
    """A deck that compiles to so many lines, and a turn in which ten of forty cards are played.

    A quarter of the rules look back at all turns.
    """
    lift = {"family": "assurance", "of": "allies", "change": 1}
    press = {"family": "pressure", "of": "each", "change": 1}
    cards = [small.card(f"P{i}", effects=[lift]) for i in range(40)]
    tests = [
        {"move": f"P{i % 40}", **({"window": "ever"} if i % 4 == 0 else {})}
        for i in range(lines // 3 - 40)
    ]
    rules = [
        small.rule(f"R{i}", for_each="allies", when={"played": test}, effects=[press])
        for i, test in enumerate(tests)
    ]
    deck = small.book(moves=cards, rules=rules)
    plays = [small.play(f"P{i}") for i in range(0, 40, 4)]
    return deck, small.Table(deck).plays(*plays[:5]).turn().turn(*plays).state


def main() -> int:
    """0 where the mark is met."""
    exercise = tutorial()
    book, state = exercise.book, exercise.state
    row("legality of all cards", lambda: [playable(book, state, s.id) for s in book.deck.seats])
    row("what keeps the hand-in open", lambda: closing_reasons(book, state))
    row("facts of a turn", lambda: facts_of(book, state, 2))
    row(f"fold of {len(exercise.entries)} entries", lambda: fold(exercise.entries))
    for item in ITEMS:
        shown = picture(book, state, item, NOW)
        kind = "refusal" if isinstance(shown, Refusal) else "picture"
        row(f"{kind} of {item.kind}", partial(picture, book, state, item, NOW))
    is_met = False
    for lines in (FLAGSHIP // 3, FLAGSHIP, FLAGSHIP * 3):
        deck, turn = large(lines)
        median = row(
            f"ledger of {len(deck.moves_lines)} lines", partial(proposed_ledger, deck, turn)
        )
        if lines == FLAGSHIP:
            is_met = verdict("the flagship's size beside 1 ms", median / MARK_US, 1)
    is_met &= verdict("the flagship's busiest turn beside 1 ms", flagship() / MARK_US, 1)
    return 0 if is_met else 1


if __name__ == "__main__":
    sys.exit(main())
