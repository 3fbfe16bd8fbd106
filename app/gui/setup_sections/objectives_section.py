"""Section 4: what this session is to test, and which tensions to watch for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget
from typing_extensions import override

from app.core.values import Setup
from app.deck.model import Deck
from app.gui.layouts import KeyedColumn, name_parts, row
from app.gui.setup_sections.section import Section
from app.gui.theme import Look, TextStyle
from app.gui.widgets.buttons import Button, Kind
from app.gui.widgets.chips import Chip, ChipGroup
from app.gui.widgets.text_label import TextLabel

_CHIPS_SHOWN = 3


class ObjectivesSection(Section):
    """The deck's objectives to tick, its tensions as chips."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, 4, "Objectives")
        self._column = KeyedColumn[tuple[str, str], _Objective](
            self._make_row, lambda _row, _item: None, spacing=4
        )
        self._watched = ChipGroup(look, "Tensions to watch for", several=True)
        self._others = ChipGroup(look, "Further tensions to watch for", several=True)
        self._more = Button(look, "", Kind.CHIP)
        self._more.setObjectName("setup_more_tensions")
        self._more.clicked.connect(self._show_others)
        self.column.addWidget(self._column)
        self.column.addLayout(
            row(self.label("Watch for"), self._watched, self._more, None, spacing=12)
        )
        self.column.addWidget(self._others)
        for group in (self._watched, self._others):
            group.chosen.connect(self.tell)

    def set_deck(self, deck: Deck, proposed: Setup) -> None:
        """Offer a deck's objectives and tensions, ticked as proposed."""
        chips = tuple(Chip(t.id, f"{t.id} {t.name}") for t in deck.tensions)
        self._column.set_items((key, (key, text)) for key, text in deck.about.objectives.items())
        for key, found in self._column.rows.items():
            found.box.setChecked(key in proposed.objectives)
        self._watched.set_chips(chips[:_CHIPS_SHOWN])
        self._others.set_chips(chips[_CHIPS_SHOWN:])
        name_parts(self._watched, "setup_watch")
        name_parts(self._others, "setup_watch_more")
        self._watched.set_selected(*proposed.watch_tensions)
        self._others.set_selected(*proposed.watch_tensions)
        self._others.hide()
        self._more.setVisible(len(chips) > _CHIPS_SHOWN)
        self._more.set_label(f"{len(chips) - _CHIPS_SHOWN} more")

    def objectives(self) -> tuple[str, ...]:
        """The ids of the objectives that are ticked."""
        return tuple(key for key, found in self._column.rows.items() if found.box.isChecked())

    def tensions(self) -> tuple[str, ...]:
        """The ids of the tensions to watch for."""
        return (*self._watched.selected(), *self._others.selected())

    def _show_others(self) -> None:
        self._others.show()
        self._more.hide()

    def _make_row(self, item: tuple[str, str]) -> _Objective:
        made = _Objective(self.look, *item)
        made.box.toggled.connect(self.tell)
        return made


class _Objective(QWidget):
    """One objective to tick; a long one goes on in a further line. Its words can be pressed too."""

    def __init__(self, look: Look, key: str, text: str) -> None:
        super().__init__()
        self.box = QCheckBox()
        self.box.setObjectName(f"setup_objective_{key}")
        self.box.setAccessibleName(text)
        self.box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        line = row(self.box, (TextLabel(look, text, TextStyle.BODY, wrap=True), 1), spacing=2)
        line.setAlignment(self.box, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.box.click()
