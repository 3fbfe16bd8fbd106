"""The room's tests run with the bundled fonts, and may look over the painter's shoulder."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from app.gui.theme import load_fonts
from tests.gui.display.record import Written, recording


@pytest.fixture(autouse=True)
def fonts(qapp: QApplication) -> None:
    """The bundled fonts, without which nothing fits where it was measured."""
    load_fonts()


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Written]]:
    """Everything the room writes while the test runs."""
    yield from recording(monkeypatch)
