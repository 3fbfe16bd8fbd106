"""A gauge and one step of it, up or down: what a free move wants, or the catch of an argument."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.book import Book
from app.core.why import signed
from app.gui.console.change_fields import pick
from app.gui.layouts import name_parts, row
from app.gui.theme import Look
from app.gui.widgets.segmented import Segment, SegmentedSwitch


class StepRow(QWidget):
    """Shows a list of the gauges and a switch of −1 and +1. `prefix` names them.

    Signals:
        changed: a person chose something.
    """

    changed = Signal()

    def __init__(self, book: Book, look: Look, name: str, prefix: str, none: str) -> None:
        super().__init__()
        gauges = tuple((gauge.id, gauge.name) for gauge in book.deck.gauges)
        self._gauge = pick(f"{name}: gauge", f"{prefix}_gauge", (("", none), *gauges))
        self._gauge.setMinimumContentsLength(22)
        steps = tuple(Segment(str(step), signed(step)) for step in (-1, 1))
        self._switch = SegmentedSwitch(look, f"{name}: step", steps, answers=True)
        name_parts(self._switch, f"{prefix}_step")
        self.setLayout(row(self._gauge, self._switch, None))
        self._gauge.currentIndexChanged.connect(self._tell)
        self._switch.chosen.connect(self._tell)

    def value(self) -> tuple[str, int]:
        """The gauge and the step; '' and 0 where they are open."""
        key = self._switch.chosen_key()
        return self._gauge.currentData() or "", int(key) if key else 0

    def set_value(self, gauge: str, step: int) -> None:
        """Show another gauge and step; says nothing."""
        before = self._gauge.blockSignals(True)
        self._gauge.setCurrentIndex(max(0, self._gauge.findData(gauge)))
        self._gauge.blockSignals(before)
        self._switch.set_chosen(str(step) if step else None)

    def focus_first(self) -> None:
        """Put the keyboard on the gauge."""
        self._gauge.setFocus()

    def _tell(self, *_: object) -> None:
        self.changed.emit()
