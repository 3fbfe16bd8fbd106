"""From the start of the process to the first frame, to the listed sessions and to the decks.

The first frame is the home screen's own window with its ground, name, chosen part and heading, in
the theme's colours and typefaces; it has no buttons yet. Listed are sessions once they are painted.
Compared with the smallest PySide6 window in the same run: whole processes, offscreen, one after the
other in turns, with a library of 50 sessions and the index of decks as the last start left it.
"""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.measure import Spread, verdict

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 15
SESSIONS = 50
FIRST_FRAME, LISTED = 1.3, 2.2

SMALLEST = """
import os, sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

class Smallest(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, done)

def done():
    print(time.monotonic(), flush=True)
    os._exit(0)

app = QApplication([])
window = Smallest()
window.resize(1440, 900)
window.show()
app.exec()
"""

PARASOL = """
import os, sys, time
from app import bootstrap

def hook():
    from app.gui.desktop import Desktop
    show = Desktop.show

    def shown(self):
        self.window.painted.connect(lambda: print(time.monotonic()))
        self.listed.connect(lambda: tell_when_painted(self.window.home))
        self.stocked.connect(lambda: tell_when_painted(self.window.home, done))
        show(self)

    Desktop.show = shown

def tell_when_painted(home, then=lambda: None):
    home.repaint()  # nothing can be on the screen sooner
    print(time.monotonic(), flush=True)
    then()

def done():
    os._exit(0)

hook()
sys.exit(bootstrap.main([]))
"""


def started(program: str, data: Path) -> list[float]:
    """Milliseconds from the start of a process to each moment that it reports."""
    before = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-P", "-c", program],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "PARASOL_DATA": str(data),
            "PYTHONDONTWRITEBYTECODE": "",  # an installed program has its bytecode
            "PYTHONPYCACHEPREFIX": str(data / "bytecode"),
        },
        timeout=60,
    )
    return [(float(moment) - before) * 1000 for moment in done.stdout.split()]


def fill(library: Path) -> None:
    """A library with the recorded exercise, and as many others of the same course."""
    from app.bootstrap import main
    from app.store.decks import Decks
    from app.store.library import Library
    from app.store.sessions import Sessions

    script = ROOT / "scenarios" / "tutorial" / "scripts" / "recorded.yaml"
    with contextlib.redirect_stdout(io.StringIO()):
        main(["play", "tutorial", "--script", str(script), "--library", str(library)])
    with Library.open(library) as opened:
        sessions = Sessions(opened)
        (first,) = sessions.ids()
        head, deck, events = sessions.head(first), Decks(opened).of(first), sessions.events(first)
        rows = list(events)
        for number in range(1, SESSIONS):
            sessions.begin(head._replace(id=f"{number:08d}{first[8:]}"), deck, rows)


def main() -> int:
    """0 where both marks are met."""
    with tempfile.TemporaryDirectory() as name:
        data = Path(name)
        fill(data / "library.db")
        started(SMALLEST, data)
        started(PARASOL, data)  # compiles, and leaves the index
        smallest, frames, lists, shelves = [], [], [], []
        for _ in range(ROUNDS):
            smallest += started(SMALLEST, data)
            frame, listed, stocked = started(PARASOL, data)
            frames.append(frame)
            lists.append(listed)
            shelves.append(stocked)
    base = Spread.of(smallest)
    frame, listed = Spread.of(frames), Spread.of(lists)
    print(f"smallest PySide6 window   {base}")
    print(f"first frame of the home   {frame}")
    print(f"{SESSIONS} sessions listed        {listed}")
    print(f"decks with their covers   {Spread.of(shelves)}")
    met = [
        verdict("first frame beside the smallest window", frame.median / base.median, FIRST_FRAME),
        verdict("sessions listed beside the smallest window", listed.median / base.median, LISTED),
    ]
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
