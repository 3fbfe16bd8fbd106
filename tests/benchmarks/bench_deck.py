"""Loading and checking a deck, beside ruamel.yaml's round trip of the same text.

`python tests/benchmarks/bench_deck.py` prints the medians and their ratio, for the tutorial deck
and for a larger one made of it. Target: the whole load and check at least 12 times faster than
ruamel.yaml takes to read the YAML alone.
"""

from __future__ import annotations

import io
import re
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from ruamel.yaml import YAML

from app.config.paths import scenarios
from app.deck.files import FILES
from app.deck.read import check_texts
from tests.benchmarks.measure import verdict

TARGET = 12


def texts_of(folder: Path) -> dict[str, str]:
    """The deck's texts by file name."""
    return {file: (folder / file).read_text("utf-8") for file in FILES if (folder / file).is_file()}


def larger(texts: dict[str, str], times: int) -> dict[str, str]:
    """The same deck with its cards repeated under other ids."""
    head, _, cards = texts["moves.yaml"].partition("moves:\n")
    copies = (
        re.sub(r"^(  - id: )(\w+)", rf"\g<1>\g<2>x{number}", cards, flags=re.MULTILINE)
        for number in range(1, times)
    )
    return {**texts, "moves.yaml": f"{head}moves:\n{cards}" + "".join(copies)}


def median(work: Callable[[], object], repeats: int) -> float:
    """Milliseconds, the median of some runs."""
    spent = []
    for _ in range(repeats):
        before = time.perf_counter()
        work()
        spent.append((time.perf_counter() - before) * 1000)
    return statistics.median(spent)


def load(texts: dict[str, str]) -> None:
    """Load and check a deck; it must be sound, or less would be measured."""
    assert check_texts("bench", texts).faults == ()


def round_trip(texts: dict[str, str]) -> None:
    """Read every text as ruamel.yaml does to keep comments and positions."""
    for text in texts.values():
        YAML(typ="rt").load(io.StringIO(text))


def compare(name: str, texts: dict[str, str], repeats: int) -> bool:
    """Print medians and their ratio; whether the mark is met."""
    load(texts)  # what is built once (schemas, patterns) is not what is measured
    ours = median(lambda: load(texts), repeats * 5)
    theirs = median(lambda: round_trip(texts), repeats)
    size = sum(len(text) for text in texts.values()) / 1000
    print(
        f"{name:10} {size:7.0f} KB   load and check {ours:8.1f} ms   ruamel.yaml {theirs:9.1f} ms"
    )
    return verdict("load beside ruamel.yaml's round trip", theirs / ours, TARGET, at_least=True)


def main() -> int:
    """0 where every ratio reaches the target."""
    texts = texts_of(scenarios() / "tutorial")
    met = [
        compare("tutorial", texts, 5),
        compare("10 times", larger(texts, 10), 3),
        compare("25 times", larger(texts, 25), 1),
    ]
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
