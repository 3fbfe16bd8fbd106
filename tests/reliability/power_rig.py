"""Power cuts: the file calls of real commits, recorded and cut off everywhere they could be.

Live play runs under strace. Then, for every point at which power could have gone, every content
that the folder could have had (see `disk`) is written out and opened: the library must open, and
each event that had been acknowledged by then must be there, in a whole chain.

`python tests/reliability/power_rig.py --actions 60` for the full run. `--synchronous OFF` and
`--synchronous FULL` must be reported as losses.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.errors import LibraryError
from app.session.chain import first_break
from app.store.library import Library
from app.store.sessions import Sessions
from tests.reliability.disk import Disk, Files
from tests.reliability.syscalls import STRACE, Call, Said, record

LIVE_PLAY = Path(__file__).with_name("live_play.py")
NAME = "library.db"
ENOUGH = 100
"""Losses after which there is no doubt any more."""


@dataclass
class Tally:
    """What the power cuts did. `cuts` counts moments, `contents` the different folders opened."""

    cuts: int = 0
    contents: int = 0
    acknowledged: int = 0
    losses: list[str] = field(default_factory=list)


def run(folder: Path, actions: int, seed: int = 0, synchronous: str = "") -> Tally:
    """Record live play of so many actions and cut the power everywhere in it."""
    live = folder / "live"
    live.mkdir()
    with Library.open(live / NAME):
        pass
    before = {path.name: path.read_bytes() for path in live.iterdir() if path.is_file()}
    command = [sys.executable, str(LIVE_PLAY), str(live / NAME), "--seed", str(seed)]
    command += ["--actions", str(actions), "--synchronous", synchronous]
    calls = record(command, live, folder / "trace")
    return replay(before, calls, folder / "cut", random.Random(seed))


def replay(before: Files, calls: Sequence[Call], folder: Path, rng: random.Random) -> Tally:
    """Cut the power before the first call and after each one."""
    tally, disk = Tally(), Disk(before)
    opened: dict[bytes, int] = {}
    for call in calls:
        if isinstance(call, Said):
            numbers = [int(line) for line in call.text.split() if line.isdecimal()]
            tally.acknowledged = max([tally.acknowledged, *numbers])
        disk.do(call)
        tally.cuts += 1
        for files in disk.after_power_cut(rng):
            key = fingerprint(files)
            if key not in opened:
                opened[key] = events_in(files, folder)
            if opened[key] < tally.acknowledged:
                what = "it does not open whole" if opened[key] < 0 else "events are lost"
                tally.losses.append(
                    f"power cut after call {tally.cuts} ({call_name(call)}): {what}"
                )
        if len(tally.losses) >= ENOUGH:
            break
    tally.contents = len(opened)
    return tally


def call_name(call: Call) -> str:
    return f"{type(call).__name__} {getattr(call, 'file', '')}".strip()


def fingerprint(files: Files) -> bytes:
    made = hashlib.sha256()
    for name, content in sorted(files.items()):
        made.update(f"{name}\0{len(content)}\0".encode() + content)
    return made.digest()


def events_in(files: Files, folder: Path) -> int:
    """How many events of the one session are in these files; −1 where they do not open whole."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    try:
        with Library.open(folder / NAME) as library:
            sessions = Sessions(library)
            rows = [row for listed in sessions.all() for row in sessions.events(listed.id)]
    except LibraryError:
        return -1
    return len(rows) if first_break(rows) is None else -1


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--actions", type=int, default=60)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--synchronous", default="", help="OFF, NORMAL or FULL: must lose")
    chosen = parser.parse_args()
    if STRACE is None:
        print("strace is not installed: nothing can be recorded", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        tally = run(Path(folder), chosen.actions, chosen.seed, chosen.synchronous)
    print(
        f"{tally.cuts} moments of a power cut, {tally.contents} different contents opened; "
        f"{tally.acknowledged} events acknowledged; {len(tally.losses)} losses"
    )
    for loss in tally.losses[:5]:
        print(loss)
    return 1 if tally.losses else 0


if __name__ == "__main__":
    sys.exit(main())
