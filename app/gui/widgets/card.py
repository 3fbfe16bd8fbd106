"""Frames: a card with a ground of its own, and the thin rule between parts."""

from __future__ import annotations

from typing import Literal

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.gui.widgets.restyle import restyle

Ground = Literal[
    "surface",
    "raised",
    "sunken",
    "bounded",
    "selected",
    "warn",
    "ok",
    "live",
    "top",
    "bottom",
    "left",
    "right",
    "row",
    "typed",
    "page",
]


class Card(QFrame):
    """A frame on its ground, with a column (`column`) to fill.

    Grounds: surface, raised, sunken (cards); bounded, selected (with a control's border);
    warn, ok, live (tinted); top, bottom, left, right (bars along an edge of the window);
    row, typed (rows of a list with a line above); page (the window's ground).
    """

    def __init__(
        self, ground: Ground = "surface", name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", ground)
        self.setAccessibleName(name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 14, 16, 14)
        self.column.setSpacing(12)

    def set_ground(self, ground: Ground) -> None:
        """Put the card on another ground."""
        restyle(self, "card", ground)


class Rule(QFrame):
    """A thin line across its place; it says nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "rule")
        self.setFixedHeight(1)
