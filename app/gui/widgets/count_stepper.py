"""A small number between a minus and a plus button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.gui.theme import Look, TextStyle
from app.gui.widgets.buttons import Button, Kind
from app.gui.widgets.text_label import TextLabel


class CountStepper(QWidget):
    """Shows a whole number within bounds; `signed` shows +1 and a true minus sign.

    Signals:
        value_changed(int): a person chose another number.
    """

    value_changed = Signal(int)

    def __init__(self, look: Look, name: str, *, low: int, high: int, signed: bool = False) -> None:
        super().__init__()
        self._name, self._low, self._high, self._signed = name, low, high, signed
        self._value = low
        self._less = Button(look, "", Kind.STEP, "minus", name=f"{name}: one less")
        self._more = Button(look, "", Kind.STEP, "plus", name=f"{name}: one more")
        self._text = TextLabel(look, "", TextStyle.STRONG, even_digits=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text.setMinimumWidth(34)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for part in (self._less, self._text, self._more):
            row.addWidget(part)
        self._less.clicked.connect(lambda: self._step(-1))
        self._more.clicked.connect(lambda: self._step(1))
        self.set_value(low)

    @property
    def value(self) -> int:
        """The number shown."""
        return self._value

    def set_value(self, value: int) -> None:
        """Show another number, held within the bounds; says nothing."""
        self._value = max(self._low, min(self._high, value))
        sign = "+" if self._signed and self._value > 0 else ""
        self._text.setText(f"{sign}{self._value}".replace("-", "−"))
        self._less.setEnabled(self._value > self._low)
        self._more.setEnabled(self._value < self._high)
        self.setAccessibleName(self._name)
        self.setAccessibleDescription(self._text.text())

    def _step(self, by: int) -> None:
        self.set_value(self._value + by)
        self.value_changed.emit(self._value)
