"""The navigation at the left of the home screen."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.gui.home_opening import NAV_WIDTH
from app.gui.layouts import column
from app.gui.theme import Look, TextStyle
from app.gui.widgets.buttons import Button, Kind
from app.gui.widgets.card import Card
from app.gui.widgets.text_label import TextLabel


class HomeNav(Card):
    """The name of the program, its parts, and the change between light and dark windows.

    Signals:
        look_requested(str): 'light' or 'dark' windows.
    """

    look_requested = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__("left", "Parts of Parasol")
        self._look = look
        self.setFixedWidth(NAV_WIDTH)
        home = Button(look, "Home", Kind.NAV, "library")
        home.setObjectName("home_nav_home")
        home.setCheckable(True)
        home.setChecked(True)
        home.clicked.connect(lambda: home.setChecked(True))
        self._other_look = Button(look, "Other windows", Kind.NAV, "sunset")
        self._other_look.setObjectName("home_other_look")
        self._other_look.clicked.connect(
            lambda: self.look_requested.emit("light" if look.theme.dark else "dark")
        )
        title = TextLabel(look, "Parasol", TextStyle.H2)
        title.setContentsMargins(10, 0, 0, 0)
        self.column.setContentsMargins(12, 20, 12, 14)
        self.column.setSpacing(2)
        self.column.addLayout(column(title, 12, home, None, self._other_look, spacing=2))
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self._other_look.set_label("Light windows" if self._look.theme.dark else "Dark windows")
