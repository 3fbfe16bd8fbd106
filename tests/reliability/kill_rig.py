"""SIGKILL at random moments of live play: is every acknowledged event there afterwards?

`python tests/reliability/kill_rig.py --kills 200` for the full run. `--hasty` runs it against a
record that acknowledges before it commits, which must be reported as losses.
"""

from __future__ import annotations

import argparse
import os
import random
import select
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.session.exercise import Exercise
from app.session.verify import verify
from app.store.library import Library
from app.store.record import LibraryRecord

LIVE_PLAY = Path(__file__).with_name("live_play.py")
KILLS_PER_SESSION = 10
STARTUP = 60.0


@dataclass
class Tally:
    """What the kills did."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    broken: int = 0
    in_a_commit: int = 0

    @property
    def is_clean(self) -> bool:
        return self.lost == 0 and self.broken == 0


def run(folder: Path, kills: int, seed: int = 0, *, hasty: bool = False) -> Tally:
    """Kill so many times; every tenth time another session begins in the same library."""
    rng, tally, library, session = random.Random(seed), Tally(), folder / "library.db", ""
    while tally.kills < kills:
        if tally.kills % KILLS_PER_SESSION == 0:
            session = ""
        session, newest = play_and_kill(library, session, rng, hasty=hasty)
        tally.kills += 1
        tally.acknowledged += newest
        tally.in_a_commit += Path(f"{library}-journal").exists()
        check(library, session, newest, tally)
        if not tally.is_clean:
            session = ""
    return tally


def play_and_kill(
    library: Path, session: str, rng: random.Random, *, hasty: bool
) -> tuple[str, int]:
    """Let it play for a random while and kill it; its session and newest acknowledged event."""
    command = [sys.executable, str(LIVE_PLAY), str(library), "--seed", str(rng.randrange(10**6))]
    command += ["--session", session] + (["--hasty"] if hasty else [])
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        pipe = process.stdout.fileno()
        said = b""
        end = time.monotonic() + STARTUP
        while said.count(b"\n") < 2 and process.poll() is None:
            said += read(pipe, end)
        end = time.monotonic() + rng.uniform(0.0, 0.25)
        while time.monotonic() < end and process.poll() is None:
            said += read(pipe, end)
        process.kill()
        process.wait()
        said += read_rest(pipe)
    lines = said.decode().split("\n")[:-1]  # what has no line end was not said
    assert len(lines) >= 2, "live play did not get as far as its first event"
    return lines[0], int(lines[-1])


def read(pipe: int, end: float) -> bytes:
    ready, _, _ = select.select([pipe], [], [], max(0.0, end - time.monotonic()))
    return os.read(pipe, 65536) if ready else b""


def read_rest(pipe: int) -> bytes:
    rest = b""
    while more := os.read(pipe, 65536):
        rest += more
    return rest


def check(path: Path, session: str, newest: int, tally: Tally) -> None:
    """Open what was left behind: all acknowledged events, a whole chain, a state."""
    with Library.open(path) as library:
        record = LibraryRecord(library, time.time)
        there = sum(1 for _ in record.events(session))
        tally.lost += max(0, newest - there)
        verdict = verify(record, session)
        if not verdict.is_whole:
            tally.broken += 1
            print(f"session {session}: event {verdict.fault}", file=sys.stderr)
            return
        Exercise.resume(record, session, time.time)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--hasty", action="store_true")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        tally = run(Path(folder), chosen.kills, chosen.seed, hasty=chosen.hasty)
    print(
        f"{tally.kills} kills, {tally.in_a_commit} of them in the middle of a commit; "
        f"{tally.acknowledged} events acknowledged, {tally.lost} lost; "
        f"{tally.broken} sessions broken"
    )
    return 0 if tally.is_clean else 1


if __name__ == "__main__":
    sys.exit(main())
