"""Records what the room writes, by a wrapper round the one place where it writes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from app.gui.display.canvas import Align, Canvas
from app.gui.display.faces import Face


@dataclass(frozen=True)
class Written:
    """One line of text: its ink, its size, and the area it must not leave."""

    text: str
    ink: QRectF
    pixels: int
    chrome: bool
    area: QRectF


def recording(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Written]]:
    """Record until the generator is closed."""
    texts: list[Written] = []
    write = Canvas.write

    def record(
        canvas: Canvas,
        text: str,
        face: Face,
        x: float,
        baseline: float,
        role: str = "ink",
        align: Align = "left",
    ) -> None:
        metrics = QFontMetricsF(canvas.measure.font(face))
        width = metrics.horizontalAdvance(text)
        left = x - {"left": 0, "middle": width / 2, "right": width}[align]
        ink = metrics.tightBoundingRect(text).translated(left, baseline)
        if text:
            area = QRectF(canvas.area)
            texts.append(Written(text, ink, canvas.measure.pixels(face), face.chrome, area))
        write(canvas, text, face, x, baseline, role, align)

    monkeypatch.setattr(Canvas, "write", record)
    yield texts
    monkeypatch.setattr(Canvas, "write", write)
