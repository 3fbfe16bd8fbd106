"""Chips in as many rows as they need, any number of which are chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.gui.layouts import take_out
from app.gui.theme import Look
from app.gui.widgets.chips import Chip, ChipGroup


class ManyChips(QWidget):
    """Shows rows of `across` chips.

    Signals:
        chosen: a person turned a chip on or off: ask `selected`.
    """

    chosen = Signal()

    def __init__(self, look: Look, name: str, chips: tuple[Chip, ...], across: int) -> None:
        super().__init__()
        self._look, self._name, self._across = look, name, across
        self._chips: tuple[Chip, ...] = ()
        self._groups: list[ChipGroup] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.setAccessibleName(name)
        self.set_chips(chips)

    def set_chips(self, chips: tuple[Chip, ...]) -> None:
        """Offer other chips; nothing happens when they are the same."""
        if chips == self._chips:
            return
        self._chips = chips
        for group in self._groups:
            take_out(self._column, group)
        self._groups = []
        for first in range(0, len(chips), self._across):
            part = chips[first : first + self._across]
            group = ChipGroup(self._look, self._name, part, several=True)
            group.chosen.connect(lambda _key: self.chosen.emit())
            self._groups.append(group)
            self._column.addWidget(group)

    def selected(self) -> tuple[str, ...]:
        """The keys chosen, in the order of the chips."""
        return tuple(key for group in self._groups for key in group.selected())

    def set_selected(self, *keys: str) -> None:
        """Mark chips as chosen; says nothing."""
        for group in self._groups:
            group.set_selected(*keys)
