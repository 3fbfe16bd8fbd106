"""The store, as ratios in one run: an action made durable, and a session opened.

- One action through `Exercise.submit` beside one bare sqlite3 commit in the same journal mode and
  with the same settings, in turns, on the same disk. Reach: ≤ 1.5, and one commit per action.
- A session of so many events opened (rows, chain, events, state) beside a plain loop that reads and
  JSON-decodes the rows. Reach: ≤ 2.

`python tests/benchmarks/bench_store.py [--actions N] [--events N …]`
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.core import actions as do
from app.core.evolve import fold
from app.core.values import TURN_PHASES
from app.session.chain import first_break
from app.session.codec import decode
from app.session.exercise import Accepted, Exercise
from app.session.log import Log
from app.store.library import SETTINGS, Library
from app.store.record import LibraryRecord
from tests.benchmarks.measure import verdict
from tests.players import Player, setup, tutorial

ACTION, OPENING = 1.5, 2

ROWS = (
    "SELECT seq, action, at, kind, payload, prev_hash, hash FROM events"
    " WHERE session = ? ORDER BY seq"
)


def timed(work: Callable[[], object]) -> float:
    """Milliseconds that it takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def quartiles(times: list[float]) -> str:
    low, middle, high = statistics.quantiles(times, n=4)
    return f"{middle:8.3f} ms ({low:.3f}–{high:.3f})"


def played(library: Library, events: int) -> Exercise:
    """A session of about so many events, played at random and spread over all its phases."""
    book = tutorial()
    exercise = Exercise.start(LibraryRecord(library, time.time), book, setup(book), time.time)
    assert isinstance(exercise, Exercise)
    player, phases, entered = Player(book, seed=7), 2 * len(TURN_PHASES) + 1, 0
    while exercise.state.seq < events:
        action, text = player.draw(exercise.state)
        if isinstance(action, do.EnterNextPhase) and exercise.state.seq < entered * events / phases:
            continue
        answer = exercise.submit(action, text)
        entered += isinstance(action, do.EnterNextPhase) and isinstance(answer, Accepted)
    return exercise


def bench_action(folder: Path, actions: int) -> bool:
    """One durable action beside one bare commit of as many bytes; whether the marks are met."""
    with (
        Library.open(folder / "library.db") as library,
        closing(sqlite3.connect(folder / "bare.db", isolation_level=None)) as bare,
    ):
        exercise = played(library, 200)
        for setting in SETTINGS:
            bare.execute(setting)
        bare.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, payload TEXT)")
        row = "x" * 400
        ours, theirs, commits = [], [], 0

        def count(statement: str) -> None:
            nonlocal commits
            commits += statement == "COMMIT"

        def act(seconds: int) -> None:
            assert isinstance(exercise.submit(do.AdjustTimer(seconds)), Accepted)

        def commit() -> None:
            bare.execute("BEGIN")
            bare.execute("INSERT INTO t (payload) VALUES (?)", (row,))
            bare.execute("COMMIT")

        with library.reading() as conn:
            conn.set_trace_callback(count)
            for _ in range(actions // 2):
                for seconds in (60, -60):
                    theirs.append(timed(commit))
                    ours.append(timed(partial(act, seconds)))
            conn.set_trace_callback(None)
    print(f"one bare commit          {quartiles(theirs)}")
    print(f"one action, durable      {quartiles(ours)}")
    ratio = statistics.median(ours) / statistics.median(theirs)
    return all(
        (
            verdict("one action, durable, beside a bare commit", ratio, ACTION),
            verdict("commits an action", commits / actions, 1),
        )
    )


def bench_opening(folder: Path, events: int, rounds: int = 15) -> bool:
    """A session opened beside a plain loop over its rows, and the parts of the opening; whether
    the mark is met.
    """
    path = folder / f"{events}.db"
    with Library.open(path) as library:
        with library.reading() as conn:
            conn.execute("PRAGMA synchronous = OFF")  # only while it is being played for this
        session = played(library, events).session
    with Library.open(path) as library, library.reading() as conn:
        record = LibraryRecord(library, time.time)
        rows = list(record.events(session))
        log = Log()
        log.read(rows)

        def plain() -> list[object]:
            return [json.loads(row[4]) for row in conn.execute(ROWS, (session,))]

        def opened() -> object:
            log = Log()
            log.read(record.events(session))
            return fold(log.entries)

        parts: dict[str, Callable[[], object]] = {
            "plain loop": plain,
            "opened": opened,
            "  of it: rows": lambda: list(record.events(session)),
            "  of it: chain": lambda: first_break(rows),
            "  of it: events": lambda: [decode(row.kind, row.payload) for row in rows],
            "  of it: fold": lambda: fold(log.entries),
        }
        times: dict[str, list[float]] = {name: [] for name in parts}
        for _ in range(rounds):
            for name, work in parts.items():
                times[name].append(timed(work))
    base = statistics.median(times["plain loop"])
    print(f"a session of {len(rows):,} events")
    for name, taken in times.items():
        print(f"  {name:23}{quartiles(taken)}  {statistics.median(taken) / base:6.2f}")
    ratio = statistics.median(times["opened"]) / base
    return verdict(f"{len(rows):,} events opened beside a plain loop", ratio, OPENING)


def main() -> int:
    """0 where every mark is met."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--actions", type=int, default=300)
    parser.add_argument("--events", type=int, nargs="*", default=[200, 10_000])
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        met = [bench_action(Path(folder), chosen.actions)]
        met += [bench_opening(Path(folder), events) for events in chosen.events]
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
