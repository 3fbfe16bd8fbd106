"""How long the room takes to paint: median milliseconds a screen, full size and thumbnail.

Run by name: `python -m tests.benchmarks.bench_room`. The aims are a frame (16 ms) at 1920 × 1080
and 5 ms for a thumbnail; the first picture, which measures and breaks its texts, stands apart.
"""

from __future__ import annotations

import os
import statistics
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.core.display import DisplayState
from app.gui.display import RoomTheme, paint_into, room_theme
from app.gui.theme import load_fonts
from tests.gui.display import samples

ROUNDS = 15
SIZES = {"1080p": (1920, 1080), "thumbnail": (324, 182)}


def once(image: QImage, display: DisplayState, theme: RoomTheme) -> float:
    """Milliseconds that one picture takes."""
    painter = QPainter(image)
    start = time.perf_counter()
    paint_into(painter, display, theme, image.width(), image.height())
    taken = time.perf_counter() - start
    painter.end()
    return taken * 1000


def main() -> None:
    """Print one line a screen."""
    app = QApplication([])
    load_fonts()
    theme = room_theme("dark")
    print(f"{'screen':22}{'first':>9}{'1080p':>9}{'thumbnail':>11}   median ms of {ROUNDS}")
    for name, display in samples.ALL.items():
        images = {
            size: QImage(*pixels, QImage.Format.Format_RGB32) for size, pixels in SIZES.items()
        }
        first = once(images["1080p"], display, theme)
        medians = {
            size: statistics.median(once(image, display, theme) for _ in range(ROUNDS))
            for size, image in images.items()
        }
        print(f"{name:22}{first:9.1f}{medians['1080p']:9.2f}{medians['thumbnail']:11.2f}")
    app.quit()


if __name__ == "__main__":
    main()
