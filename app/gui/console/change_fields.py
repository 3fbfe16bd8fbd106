"""The fields of a line that no rule foresaw: gauge, change, tension, reason, public wording."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from app.core.book import Book
from app.core.values import AddedLine
from app.core.why import signed
from app.gui.console.line_editor import MOST_PUBLIC, reason_missing
from app.gui.layouts import column, name_parts, row, take_out
from app.gui.theme import Look, TextStyle
from app.gui.widgets.count_stepper import CountStepper
from app.gui.widgets.line_edit import LineEdit
from app.gui.widgets.segmented import Segment, SegmentedSwitch

_FEW = 4


def pick(name: str, object_name: str, choices: tuple[tuple[str, str], ...]) -> QComboBox:
    """A list to choose one from; its data are the keys."""
    box = QComboBox()
    box.setAccessibleName(name)
    box.setObjectName(object_name)
    for key, text in choices:
        box.addItem(text, key)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(12)
    return box


class ChangeFields(QWidget):
    """Shows the fields. `prefix` names them: `<prefix>_gauge`, `_change`, `_reason` …

    Signals:
        changed: a person changed something.
        entered: Enter or Ctrl+Enter in a text field.
    """

    changed = Signal()
    entered = Signal()

    def __init__(self, book: Book, look: Look, prefix: str) -> None:
        super().__init__()
        self._prefix, self._look = prefix, look
        gauges = tuple((gauge.id, gauge.name) for gauge in book.deck.gauges)
        tensions = tuple((t.id, f"{t.id} {t.name}") for t in book.deck.tensions)
        self._gauge = pick("Gauge", f"{prefix}_gauge", gauges)
        self._tension = pick("Tension", f"{prefix}_tension", (("", "No tension"), *tensions))
        self._values: tuple[int, ...] = ()
        self._switch: SegmentedSwitch | None = None
        self._stepper: CountStepper | None = None
        self._reason = LineEdit(look, "Reason", "Why? (required)", TextStyle.NARRATIVE)
        self._reason.setObjectName(f"{prefix}_reason")
        self._public = LineEdit(look, "Public wording, optional", "Public wording, optional")
        self._public.setObjectName(f"{prefix}_public")
        self._public.setMaxLength(MOST_PUBLIC)
        self._first = row(self._gauge, self._tension, None)
        second = row((self._reason, 3), (self._public, 2))
        self.setLayout(column(self._first, second, spacing=8))
        for box in (self._gauge, self._tension):
            box.currentIndexChanged.connect(self._tell)
        for field in (self._reason, self._public):
            field.textEdited.connect(self._tell)
            field.entered.connect(self._on_entered)
            field.saved.connect(self._on_entered)

    def set_values(self, values: tuple[int, ...]) -> None:
        """Offer these changes: a switch for a few, a stepper for many."""
        if values == self._values:
            return
        self._values = values
        for old in (self._switch, self._stepper):
            if old is not None:
                take_out(self._first, old)
        self._switch = self._stepper = None
        if len(values) > _FEW:
            self._stepper = CountStepper(
                self._look, "Change", low=values[0], high=values[-1], signed=True
            )
            self._stepper.set_value(1)
            self._stepper.value_changed.connect(self._tell)
            self._place(self._stepper)
        else:
            parts = tuple(Segment(str(value), signed(value)) for value in values)
            self._switch = SegmentedSwitch(self._look, "Change", parts, answers=True)
            self._switch.chosen.connect(self._tell)
            self._place(self._switch)

    def line(self) -> AddedLine | None:
        """The line as it reads; None while something is missing."""
        change = self._change()
        if not change or self.missing():
            return None
        tension = self._tension.currentData()
        return AddedLine(
            self._gauge.currentData(),
            change,
            self._reason.text().strip(),
            (tension,) if tension else (),
            self._public.text().strip(),
        )

    def missing(self) -> str:
        """What is missing, as a sentence; empty where nothing is."""
        if not self._change():
            return "Choose by how much the gauge moves."
        return reason_missing(self._reason.text())

    @property
    def is_begun(self) -> bool:
        """Whether something was typed."""
        return bool(self._reason.text().strip() or self._public.text().strip())

    def clear(self) -> None:
        """Empty the text fields."""
        self._reason.clear()
        self._public.clear()
        if self._switch is not None:
            self._switch.set_chosen(None)

    def focus_first(self) -> None:
        """Put the keyboard on the gauge."""
        self._gauge.setFocus()

    def _change(self) -> int:
        if self._stepper is not None:
            return self._stepper.value
        key = self._switch.chosen_key() if self._switch is not None else None
        return int(key) if key else 0

    def _place(self, widget: QWidget) -> None:
        name_parts(widget, f"{self._prefix}_change")
        self._first.insertWidget(1, widget)

    def _on_entered(self, *_: object) -> None:
        self.entered.emit()

    def _tell(self, *_: object) -> None:
        self.changed.emit()
