"""The disk fills up in the middle of a commit: nothing acknowledged is lost, and play goes on."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.session.verify import verify
from app.store.library import Library
from app.store.record import LibraryRecord
from app.store.sessions import Sessions

ROOT = Path(__file__).resolve().parents[2]

# The limit on the size of files makes the write of a page fail when the commit is under way.
FILL_UP = """
import resource, sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from app.core import actions as do
from app.errors import LibraryUnwritable
from app.session.exercise import Accepted, Exercise
from app.store.library import Library
from app.store.record import LibraryRecord
from tests.players import setup, tutorial

path, room = Path(sys.argv[2]), int(sys.argv[3])
with Library.open(path) as library:
    book = tutorial()
    exercise = Exercise.start(LibraryRecord(library, time.time), book, setup(book), time.time)
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + room, hard))
    taken, failed = 0, False
    while not failed:
        before = exercise.state
        try:
            assert isinstance(exercise.submit(do.AdjustTimer(60)), Accepted)
            taken += 1
        except LibraryUnwritable as problem:
            assert exercise.state is before
            assert problem.remedy.startswith("Save a copy elsewhere")
            failed = True
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    assert isinstance(exercise.submit(do.AdjustTimer(60)), Accepted)
    print(len(exercise.entries))
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there is no limit on the size of files")
@pytest.mark.parametrize("room", [0, 1, 4096, 4097, 6000, 12_288])
def test_a_disk_that_fills_up_in_a_commit_loses_nothing(tmp_path: Path, room: int) -> None:
    path = tmp_path / "library.db"
    done = subprocess.run(
        [sys.executable, "-c", FILL_UP, str(ROOT), str(path), str(room)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    with Library.open(path) as library:
        (listed,) = Sessions(library).all()
        assert listed.events == int(done.stdout)
        assert verify(LibraryRecord(library, time.time), listed.id).is_whole
