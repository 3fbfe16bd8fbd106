"""A program that plays an exercise live and acknowledges each action once it is recorded.

Started by the rigs as a process of its own. To file descriptor 1 it writes the session's id, then
the number of the newest event after each accepted action, one a line.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.core.record import StoredEvent, StoredNote
from app.session.exercise import Accepted, Exercise
from app.store.library import Library
from app.store.record import LibraryRecord
from tests.players import Player, setup, tutorial


def acknowledge(what: object) -> None:
    """Say that something is recorded, at once and unbuffered."""
    os.write(1, f"{what}\n".encode())


class HastyRecord(LibraryRecord):
    """Acknowledges before it commits: what a rig must be able to notice."""

    def append(
        self, session: str, events: Sequence[StoredEvent], notes: Sequence[StoredNote] = ()
    ) -> None:
        acknowledge(events[-1].seq)
        super().append(session, events, notes)


def play(library: Library, session: str, seed: int, actions: int, *, hasty: bool) -> None:
    """Play so many actions, in a session that goes on or a new one."""
    record = (HastyRecord if hasty else LibraryRecord)(library, time.time)
    book = tutorial()
    exercise = Exercise.resume(record, session, time.time) if session else None
    if exercise is None:
        started = Exercise.start(record, book, setup(book), time.time)
        assert isinstance(started, Exercise), started
        exercise = started
    acknowledge(exercise.session)
    acknowledge(len(exercise.entries))
    player = Player(book, seed)
    for _ in range(actions):
        chance = player.rng.random()
        if chance < 0.2:
            answer = exercise.undo() if chance < 0.12 else exercise.redo()
        else:
            answer = exercise.submit(*player.draw(exercise.state, exercise.entries))
        if isinstance(answer, Accepted) and not hasty:
            acknowledge(answer.entries[-1].seq)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("library", type=Path)
    parser.add_argument("--session", default="")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--actions", type=int, default=100_000)
    parser.add_argument("--synchronous", default="", help="a worse setting, for the rig's own test")
    parser.add_argument("--hasty", action="store_true", help="acknowledge before committing")
    chosen = parser.parse_args()
    with Library.open(chosen.library) as library:
        if chosen.synchronous:
            with library.reading() as conn:
                conn.execute(f"PRAGMA synchronous = {chosen.synchronous}")
        play(library, chosen.session, chosen.seed, chosen.actions, hasty=chosen.hasty)


if __name__ == "__main__":
    main()
