"""One of a few options: a switch while their names are short, else a list to open."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget

from app.gui.layouts import name_parts, row
from app.gui.theme import Look
from app.gui.widgets.segmented import Segment, SegmentedSwitch

_MOST_LETTERS = 56
_LIST_LETTERS = 24


class OneOf(QWidget):
    """Shows the options and which of them is chosen. The parts of a switch, and the list, are named
    for `object_name`.

    Signals:
        chosen(str): the key of the option that a person chose.
    """

    chosen = Signal(str)

    def __init__(self, look: Look, name: str, object_name: str, options: dict[str, str]) -> None:
        super().__init__()
        self._options = options
        self._switch: SegmentedSwitch | None = None
        self._list: QComboBox | None = None
        if sum(map(len, options.values())) <= _MOST_LETTERS:
            self._switch = self._make_switch(look, name, object_name)
        else:
            self._list = self._make_list(name, object_name)
        self.setLayout(row(self._switch or self._list))
        self.setFocusProxy(self.first)

    @property
    def first(self) -> QWidget:
        """Where the keyboard comes in."""
        return self._switch.findChildren(QAbstractButton)[0] if self._switch else self._list or self

    def set_chosen(self, key: str, remark: str = "") -> None:
        """Mark an option as chosen; says nothing. `remark` is added for a screen reader."""
        if self._switch is not None:
            self._switch.set_chosen(key)
            told = ", ".join(part for part in (self._options[key], remark) if part)
            self._switch.setAccessibleDescription(told)
        if self._list is not None:
            self._list.setCurrentIndex(list(self._options).index(key))
            self._list.setAccessibleDescription(remark)

    def _make_switch(self, look: Look, name: str, object_name: str) -> SegmentedSwitch:
        segments = tuple(Segment(key, text) for key, text in self._options.items())
        made = SegmentedSwitch(look, name, segments)
        name_parts(made, object_name)
        made.chosen.connect(self.chosen)
        return made

    def _make_list(self, name: str, object_name: str) -> QComboBox:
        made = QComboBox()
        made.addItems(list(self._options.values()))
        made.setObjectName(object_name)
        made.setAccessibleName(name)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(_LIST_LETTERS)
        made.activated.connect(lambda at: self.chosen.emit(list(self._options)[at]))
        return made
