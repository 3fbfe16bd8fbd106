"""Kill the program while it plays: what it acknowledged is there.

Here 12 kills, for a test's time. The full run: `python tests/reliability/kill_rig.py --kills 200`.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.reliability.kill_rig import run

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL"),
]


def test_no_acknowledged_event_is_lost_to_a_kill(tmp_path: Path) -> None:
    tally = run(tmp_path, kills=12, seed=1)
    assert tally.acknowledged > 0
    assert tally.is_clean, tally


def test_the_rig_notices_a_record_that_acknowledges_too_early(tmp_path: Path) -> None:
    for seed in range(5):
        folder = tmp_path / str(seed)
        folder.mkdir()
        if not run(folder, kills=4, seed=seed, hasty=True).is_clean:
            return
    pytest.fail("twenty kills of a record that acknowledges before it commits lost nothing")
