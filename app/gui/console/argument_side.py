"""One side of a matrix argument: up to three reasons, each strong or weak."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from app.gui.layouts import column, row
from app.gui.theme import Look, TextStyle
from app.gui.widgets.line_edit import LineEdit
from app.gui.widgets.text_label import TextLabel

MOST_REASONS = 3


class ArgumentSide(QWidget):
    """Shows three fields with a tick for *strong*.

    Signals:
        changed: a person changed something.
    """

    changed = Signal()

    def __init__(self, look: Look, title: str, prefix: str) -> None:
        super().__init__()
        self._rows: list[tuple[LineEdit, QCheckBox]] = []
        lines = [TextLabel(look, title, TextStyle.SMALL_STRONG)]
        layout = column(*lines, spacing=6)
        for number in range(1, MOST_REASONS + 1):
            field = LineEdit(look, f"{title}, reason {number}", f"Reason {number}")
            field.setObjectName(f"{prefix}_{number}")
            strong = QCheckBox("Strong")
            strong.setObjectName(f"{prefix}_{number}_strong")
            strong.setAccessibleName(f"{title}, reason {number} is strong")
            field.textEdited.connect(self._tell)
            strong.toggled.connect(self._tell)
            self._rows.append((field, strong))
            layout.addLayout(row((field, 1), strong, spacing=8))
        self.setLayout(layout)

    def reasons(self) -> tuple[tuple[str, bool], ...]:
        """The reasons given, each with whether it is strong."""
        found = ((field.text().strip(), strong.isChecked()) for field, strong in self._rows)
        return tuple((text, strong) for text, strong in found if text)

    def set_reasons(self, reasons: Iterable[tuple[str, bool]]) -> None:
        """Put reasons back that were typed before; says nothing."""
        self.clear()
        for (field, box), (text, strong) in zip(self._rows, reasons, strict=False):
            field.setText(text)
            box.setChecked(strong)

    def clear(self) -> None:
        """Empty it."""
        for field, strong in self._rows:
            field.clear()
            strong.setChecked(False)

    def _tell(self, *_: object) -> None:
        self.changed.emit()


def digits_of(text: str) -> tuple[int, ...]:
    """The numbers in a text: '43' and '4 3' are 4 and 3, '10' and 'x' are ten."""
    found: list[int] = []
    for word in text.replace(",", " ").replace("+", " ").lower().split():
        if word == "10":
            found.append(10)
        else:
            found += [10 if c == "x" else int(c) for c in word if c.isdigit() or c == "x"]
    return tuple(found)
