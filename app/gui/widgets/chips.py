"""Chips to choose from: one of a few, or any number of them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from app.gui.layouts import take_out
from app.gui.theme import Look
from app.gui.widgets.buttons import Button, Kind
from app.gui.widgets.seat_glyph import seat_icon, shape_name
from app.gui.widgets.wrapped_row import WrappedRow

_SPACE_BETWEEN = 6


@dataclass(frozen=True, slots=True)
class Chip:
    """One choice: `key` for the program, `text` for people, a seat's shape if it has one."""

    key: str
    text: str
    seat: int | None = None


class ChipGroup(QWidget):
    """Shows chips in a row. `several` allows any number of them; else exactly one is chosen.

    With `wraps` the row goes on in the next line where it finds no room.

    Signals:
        chosen(str): the key of the chip that a person chose (or, with `several`, turned on or
            off: ask `selected`).
    """

    chosen = Signal(str)

    def __init__(
        self,
        look: Look,
        name: str,
        chips: tuple[Chip, ...] = (),
        *,
        several: bool = False,
        wraps: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._several = several
        self._chips: tuple[Chip, ...] = ()
        self._buttons: dict[str, _ChipButton] = {}
        self._row = WrappedRow(self, _SPACE_BETWEEN) if wraps else _one_row(self)
        self.setAccessibleName(name)
        self.set_chips(chips)

    def set_chips(self, chips: tuple[Chip, ...]) -> None:
        """Offer other chips; nothing happens, and focus stays, when they are the same."""
        if chips == self._chips:
            return
        self._chips = chips
        for old in self._buttons.values():
            take_out(self._row, old)
        self._buttons = {chip.key: _ChipButton(self._look, chip) for chip in chips}
        for place, (key, button) in enumerate(self._buttons.items()):
            self._row.insertWidget(place, button)
            button.clicked.connect(lambda _checked=False, key=key: self._choose(key))

    def selected(self) -> tuple[str, ...]:
        """The keys chosen, in the order of the chips."""
        return tuple(key for key, button in self._buttons.items() if button.isChecked())

    def set_selected(self, *keys: str) -> None:
        """Mark chips as chosen; says nothing."""
        for key, button in self._buttons.items():
            button.setChecked(key in keys)

    def name_chip(self, key: str, name: str) -> None:
        """Say more of a chip to a screen reader than stands on it."""
        self._buttons[key].setAccessibleName(name)

    def set_chip_enabled(self, key: str, enabled: bool, why_not: str = "") -> None:
        """Let a chip be chosen or not; `why_not` says why it cannot be."""
        self._buttons[key].setEnabled(enabled)
        self._buttons[key].setToolTip(why_not)

    def _choose(self, key: str) -> None:
        if not self._several:
            self.set_selected(key)
        self.chosen.emit(key)


def _one_row(parent: QWidget) -> QHBoxLayout:
    made = QHBoxLayout(parent)
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(_SPACE_BETWEEN)
    made.addStretch(1)
    return made


class _ChipButton(Button):
    """One chip; its seat's shape takes the colour of the text when chosen."""

    def __init__(self, look: Look, chip: Chip) -> None:
        self._chip = chip
        super().__init__(look, chip.text, Kind.CHIP)
        self.setCheckable(True)
        if chip.seat is not None:
            self.setAccessibleDescription(shape_name(chip.seat))

    @override
    def _dress(self) -> None:
        super()._dress()
        if self._chip.seat is not None:
            on = self._look.colors.on_primary
            self.setIcon(seat_icon(self._look, self._chip.seat, 12, on=on, gap=3))
            self.setIconSize(QSize(15, 12))
