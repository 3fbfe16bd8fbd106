"""The first frame comes first: what is loaded before it, and that the lists follow it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

WATCH_THE_START = """
import json, sys
from app import bootstrap
from app.gui.desktop import Desktop
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
seen, show = [], Desktop.show

def shown(self):
    self.window.painted.connect(lambda: seen.append(sorted(sys.modules)))
    self.listed.connect(lambda: QTimer.singleShot(0, QApplication.quit))
    show(self)

Desktop.show = shown
code = bootstrap.main([])
print(json.dumps({"code": code, "frames": seen}))
"""

WAIT = {
    "pydantic",
    "yaml",
    "sqlite3",
    "sqlite_utils",
    "numpy",
    "jinja2",
    "typer",
    "app.cli",
    "app.core.state",
    "app.deck.model",
    "app.report",
    "app.session",
    "app.store",
}


@pytest.mark.slow
def test_the_first_frame_loads_neither_store_nor_deck_and_the_lists_follow(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-P", "-c", WATCH_THE_START],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PARASOL_DATA": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    assert found["code"] == 0
    (loaded,) = found["frames"]
    assert sorted(WAIT & set(loaded)) == []
    assert "Traceback" not in done.stderr
