"""Cut the power anywhere in a commit: what was acknowledged is there. In full: `power_rig.py`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reliability.power_rig import run
from tests.reliability.syscalls import STRACE

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(STRACE is None, reason="strace is not installed: nothing can be recorded"),
]


def test_no_acknowledged_event_is_lost_to_a_power_cut(tmp_path: Path) -> None:
    tally = run(tmp_path, actions=8)
    assert tally.acknowledged > 5
    assert tally.contents > 500
    assert not tally.losses, tally.losses[:5]


@pytest.mark.parametrize("synchronous", ["OFF", "NORMAL", "FULL"])
def test_the_rig_reports_losses_for_every_lesser_setting(tmp_path: Path, synchronous: str) -> None:
    assert run(tmp_path, actions=5, synchronous=synchronous).losses
