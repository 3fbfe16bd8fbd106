"""The navigation at the left of the home screen, and that screen before it has its lists."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.gui.layouts import column, row
from app.gui.theme import Look, TextStyle
from app.gui.widgets.buttons import Button, Kind
from app.gui.widgets.card import Card
from app.gui.widgets.text_label import TextLabel

WIDTH = 216
MARGINS = (44, 28, 44, 28)
"""Around what stands to the right of the navigation."""


class HomeNav(Card):
    """The name of the program, its parts, and the change between light and dark windows.

    Signals:
        look_requested(str): 'light' or 'dark' windows.
    """

    look_requested = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__("left", "Parts of Parasol")
        self._look = look
        self.setFixedWidth(WIDTH)
        home = Button(look, "Home", Kind.NAV, "library")
        home.setObjectName("home_nav_home")
        home.setCheckable(True)
        home.setChecked(True)
        home.clicked.connect(lambda: home.setChecked(True))
        self._other_look = Button(look, "", Kind.NAV, "sunset")
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


class HomeOpening(QWidget):
    """What the first frame shows: the home screen's ground, navigation and heading.

    `app.gui.home` takes its place once that is loaded; nothing that is here moves then.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.nav = HomeNav(look)
        head = TextLabel(look, "Sessions", TextStyle.H1)
        new = Button(look, "New session", Kind.OUTLINE, "plus")
        new.setEnabled(False)
        page = column(row(head, None, new), None, margins=MARGINS)
        whole = row((self.nav, 0), spacing=0)
        whole.addLayout(page, 1)
        self.setLayout(whole)
        self.setProperty("card", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
