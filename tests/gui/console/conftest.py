"""A console to drive: made by `console(...)`, closed when the test is over."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import pytest
from PySide6.QtWidgets import QApplication

from app.core.book import Book
from app.core.values import Phase
from app.gui.console.brief import BriefPanel
from app.gui.console.consult import ConsultPanel
from app.gui.console.deliberate import DeliberatePanel
from app.gui.console.opening import OpeningPanel
from app.gui.console.panel import PhasePanel
from app.gui.theme import Look, load_theme
from tests.alliance import tutorial
from tests.gui.console.rig import Rig

MAKE = {
    Phase.OPENING: OpeningPanel,
    Phase.BRIEF: BriefPanel,
    Phase.DELIBERATE: DeliberatePanel,
    Phase.CONSULT: ConsultPanel,
}


@pytest.fixture
def console(qapp: QApplication) -> Iterator[Callable[..., Rig]]:
    made: list[Rig] = []

    def make(
        book: Book | None = None,
        *,
        phase: Phase = Phase.OPENING,
        turn: int = 1,
        factor: float = 1.0,
        also: Mapping[Phase, type[PhasePanel]] | None = None,
        **more: object,
    ) -> Rig:
        look = Look(load_theme("light"), factor)
        look.dress(qapp)
        rig = Rig(look, book or tutorial(), {**MAKE, **(also or {})}, **more)  # type: ignore[arg-type]
        rig.look = look
        rig.open()
        rig.window.activateWindow()
        if phase is not Phase.OPENING:
            rig.go_to(phase, turn)
        made.append(rig)
        return rig

    yield make
    for rig in made:
        rig.close()
