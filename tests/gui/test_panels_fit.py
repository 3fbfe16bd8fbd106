"""Every panel fits the console's centre, in both sizes of window and of text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from app.core import actions as do
from app.core.values import Answers, Phase, Ruling
from app.gui.console.adjudicate import AdjudicatePanel
from app.gui.console.discuss import DiscussPanel
from app.gui.console.hot_wash import HotWashPanel
from app.gui.console.panel import PhasePanel
from app.gui.console.poll import PollPanel
from app.gui.console.reveal import RevealPanel
from app.gui.console.wash_steps import STEPS
from app.gui.layouts import slug
from tests.gui.seating import new_look, press, squeezed
from tests.gui.table import Table, line_key

CENTRES = [(780, 680), (804, 500)]


def adjudicating(table: Table, panel: PhasePanel) -> None:
    key = line_key(table, "S1", "aTAV")
    table.submit(do.RuleLine(Ruling(key, 0, "The welcome never mentioned the patrol.")))
    for gauge in ("aTAV", "pTAV", "PLAN"):
        press(panel, f"open_{gauge}")
    press(panel, f"change_{slug(line_key(table, 'P3', 'PLAN'))}")


def polling(table: Table, panel: PhasePanel) -> None:
    table.submit(do.EnterAnswers(Answers("felt", "TAV", "", (4.0, 5.0))))
    press(panel, "poll_look_now")


def choosing(table: Table, panel: PhasePanel) -> None:
    press(panel, "poll_tab_helped")


def discussing(table: Table, panel: PhasePanel) -> None:
    table.note("quote", "You asked us, and then you sailed.", seat="TAV", tensions=("T07",))
    press(panel, "note_t07_n1")
    press(panel, "promote_t07_n1")


def washing(table: Table, panel: PhasePanel) -> None:
    for step in STEPS:
        press(panel, f"wash_step_{step.key}")
        assert squeezed(panel) == []


def nothing(table: Table, panel: PhasePanel) -> None:
    """The panel as it comes up."""


Work = Callable[[Table, PhasePanel], None]
CASES: list[tuple[type[PhasePanel], Phase, int, Work]] = [
    (RevealPanel, Phase.REVEAL, 1, nothing),
    (AdjudicatePanel, Phase.ADJUDICATE, 2, adjudicating),
    (PollPanel, Phase.POLL, 1, polling),
    (PollPanel, Phase.POLL, 1, choosing),
    (DiscussPanel, Phase.DISCUSS, 1, discussing),
    (HotWashPanel, Phase.HOT_WASH, 2, washing),
]


@pytest.mark.parametrize("size", CENTRES)
@pytest.mark.parametrize("factor", [1.0, 1.25])
@pytest.mark.parametrize(("kind", "phase", "turn", "work"), CASES)
def test_no_text_is_squeezed_and_nothing_opens_as_a_window(
    qtbot, size, factor, kind, phase, turn, work
):
    table = Table()
    table.play_to(phase, turn)
    panel = kind(table.book, new_look(factor=factor), table.desk)
    qtbot.addWidget(panel)
    panel.set_compact(size[1] < 600)
    panel.resize(*size)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    table.seat(panel)
    work(table, panel)
    QApplication.processEvents()
    assert panel.minimumSizeHint().width() <= size[0]
    assert panel.minimumSizeHint().height() <= size[1]
    assert squeezed(panel) == []
    assert [w for w in QApplication.topLevelWidgets() if w.isVisible()] == [panel]
