"""Section 6: which screen is the room's, and whether the back row can read it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, cast

from PySide6.QtCore import Signal

from app.core.values import Setup
from app.gui.layouts import column, name_parts, row, take_out
from app.gui.setup_sections.screen_tile import ScreenChoice, ScreenTile
from app.gui.setup_sections.section import Section
from app.gui.theme import Look, TextStyle
from app.gui.widgets.buttons import Button, Kind, outline_button
from app.gui.widgets.segmented import Segment, SegmentedSwitch
from app.gui.widgets.text_label import TextLabel

RoomTheme = Literal["dark", "light"]
_THEMES = (Segment("dark", "Dark"), Segment("light", "Light"))
_SIZES = (Segment("1.0", "Small"), Segment("1.15", "Medium"), Segment("1.35", "Large"))
_REACH = {"1.0": "4", "1.15": "6", "1.35": "8"}
_MOST_SCREENS = 4
ALONE = "One screen: the room opens as a window of its own."


class RoomSection(Section):
    """The screens there are, a test card, the room's theme and the size of its text.

    Signals:
        identify_requested: show each screen its number.
        test_card_requested(bool): show or hide the test card on the room's screen.
        screen_chosen(str): the id of the screen that the room is to have.
    """

    identify_requested = Signal()
    test_card_requested = Signal(bool)
    screen_chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, 6, "Room check")
        self._screens = row(spacing=10)
        self._buttons: dict[str, ScreenTile] = {}
        self._alone = TextLabel(look, "", TextStyle.SMALL, "ink2", wrap=True)
        self._identify = outline_button(look, "Identify")
        self._identify.setObjectName("setup_identify")
        self._identify.clicked.connect(self.identify_requested)
        self._card = Button(look, "Test card", Kind.OUTLINE)
        self._card.setObjectName("setup_test_card")
        self._card.setCheckable(True)
        self._card.clicked.connect(self.test_card_requested)
        self._theme = SegmentedSwitch(look, "The room's theme", _THEMES)
        self._size = SegmentedSwitch(look, "Size of the room", _SIZES)
        self._lay_out()
        self._theme.set_chosen("dark")
        self._size.set_chosen("1.0")
        name_parts(self._theme, "setup_room_theme")
        name_parts(self._size, "setup_room_size")
        for switch in (self._theme, self._size):
            switch.chosen.connect(self._on_chosen)
        self._say_reach()

    def set_screens(self, screens: Sequence[ScreenChoice], chosen: str, warning: str = "") -> None:
        """Offer these screens; the console's own is shown and cannot be chosen among several."""
        for old in self._buttons.values():
            take_out(self._screens, old)
        self._buttons = {}
        if len(screens) > 1:
            for number, screen in enumerate(screens[:_MOST_SCREENS], start=1):
                self._buttons[screen.id] = self._screen_button(number, screen)
                self._screens.addWidget(self._buttons[screen.id])
        self._mark(chosen)
        self._alone.setVisible(len(screens) < 2 or bool(warning))
        self._alone.setText(warning or ALONE)
        self._alone.set_role("warn" if warning else "ink2")
        self._identify.setVisible(len(screens) > 1)

    def set_setup(self, proposed: Setup) -> None:
        """Fill in what is proposed."""
        self._card.setChecked(False)
        self._theme.set_chosen(proposed.room_theme)
        known = next((size for size in _REACH if float(size) == proposed.room_scale), "1.0")
        self._size.set_chosen(known)
        self._say_reach()

    @property
    def room_theme(self) -> RoomTheme:
        """Dark or light."""
        return cast("RoomTheme", self._theme.chosen_key())

    @property
    def room_scale(self) -> float:
        """By how much the room's text is enlarged."""
        return float(self._size.chosen_key() or 1.0)

    def _screen_button(self, number: int, screen: ScreenChoice) -> ScreenTile:
        tile = ScreenTile(self.look, number, screen)
        tile.clicked.connect(lambda: self._choose(screen.id))
        return tile

    def _choose(self, screen: str) -> None:
        self._mark(screen)
        self.screen_chosen.emit(screen)
        self.tell()

    def _mark(self, screen: str) -> None:
        for key, button in self._buttons.items():
            button.setChecked(key == screen)

    def _lay_out(self) -> None:
        left = column(self._screens, self._alone, None, spacing=6)
        right = column(
            row(self._identify, self._card, None),
            row(self.label("Theme"), self._theme, None),
            row(self.label("Room"), self._size, None),
            None,
            spacing=8,
        )
        line = row(spacing=16)
        line.addLayout(left, 1)
        line.addLayout(right, 1)
        self.column.addLayout(line)

    def _on_chosen(self, _key: str) -> None:
        self._say_reach()
        self.tell()

    def _say_reach(self) -> None:
        heights = _REACH[self._size.chosen_key() or "1.0"]
        self.remark.setText(f"Readable from {heights} picture heights away")
