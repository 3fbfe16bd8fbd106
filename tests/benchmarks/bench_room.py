"""How long the room takes to paint: median milliseconds a screen, full size and thumbnail.

`python tests/benchmarks/bench_room.py` prints a line for every screen. Marks: a frame of 16 ms at
1920 × 1080, 5 ms for a thumbnail, after the first picture; the first one, which measures and
breaks its texts, stands apart.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.core.display import DisplayState
from app.gui.display import RoomTheme, paint_into, room_theme
from app.gui.theme import load_fonts
from tests.gui.display import samples

ROUNDS = 15
FULL, THUMBNAIL = (1920, 1080), (324, 182)
FULL_MARK, THUMBNAIL_MARK = 16.0, 5.0


def once(image: QImage, display: DisplayState, theme: RoomTheme) -> float:
    """Milliseconds that one picture takes."""
    painter = QPainter(image)
    start = time.perf_counter()
    paint_into(painter, display, theme, image.width(), image.height())
    taken = time.perf_counter() - start
    painter.end()
    return taken * 1000


def median(image: QImage, display: DisplayState, theme: RoomTheme) -> float:
    return statistics.median(once(image, display, theme) for _ in range(ROUNDS))


def main() -> int:
    """0 where all marks are met."""
    app = QApplication([])
    load_fonts()
    theme = room_theme("dark")
    full = QImage(*FULL, QImage.Format.Format_RGB32)
    small = QImage(*THUMBNAIL, QImage.Format.Format_RGB32)
    missed: list[str] = []
    print(f"{'median of ' + str(ROUNDS) + ', ms':22}{'first':>9}{'1080p':>9}{'thumbnail':>11}")
    for name, display in samples.ALL.items():
        first = once(full, display, theme)
        large, little = median(full, display, theme), median(small, display, theme)
        print(f"{name:22}{first:9.1f}{large:9.2f}{little:11.2f}")
        if large > FULL_MARK or little > THUMBNAIL_MARK:
            missed.append(name)
    print(f"marks {FULL_MARK:g} and {THUMBNAIL_MARK:g} ms: missed by {', '.join(missed) or 'none'}")
    app.quit()
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
