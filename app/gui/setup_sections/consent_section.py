"""Section 3: how quotes may be used, and how the papers are to be handled."""

from __future__ import annotations

from typing import Literal

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton

from app.core.values import Setup
from app.gui.setup_sections.section import Section
from app.gui.theme import Look
from app.gui.widgets.line_edit import LineEdit


class ConsentSection(Section):
    """Attribution (never by person), handling line, Chatham House Rule."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, 3, "Participants and consent")
        self._not_attributed = QRadioButton("Not attributed")
        self._by_seat = QRadioButton("By seat")
        self._group = QButtonGroup(self)
        for button, name in (
            (self._not_attributed, "setup_not_attributed"),
            (self._by_seat, "setup_by_seat"),
        ):
            button.setObjectName(name)
            button.setAccessibleName(f"Quotes: {button.text()}")
            self._group.addButton(button)
            button.toggled.connect(self.tell)
        self._not_attributed.setChecked(True)
        self.handling = LineEdit(look, "Handling line", "Stands on every page; may be empty")
        self.handling.setObjectName("setup_handling")
        self.chatham_house = QCheckBox("Chatham House Rule on the hold card and in the report")
        self.chatham_house.setObjectName("setup_chatham_house")
        self.chatham_house.setAccessibleName(self.chatham_house.text())
        self.chatham_house.setChecked(True)
        never = self.label("Never by person")
        self.field_row("Quotes", self._not_attributed, self._by_seat, never, None)
        self.field_row("Handling", (self.handling, 1))
        self.field_row("", self.chatham_house, None)
        self.handling.textChanged.connect(self.tell)

    def set_setup(self, proposed: Setup) -> None:
        """Fill in what is proposed."""
        by_seat = proposed.attribution == "by seat"
        (self._by_seat if by_seat else self._not_attributed).setChecked(True)
        self.handling.setText(proposed.handling)
        self.chatham_house.setChecked(proposed.chatham_house)

    @property
    def attribution(self) -> Literal["not attributed", "by seat"]:
        """How quotes may be told."""
        return "by seat" if self._by_seat.isChecked() else "not attributed"
