"""The buttons of the program. Vermilion means that the room changes; ink, that it does not."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.gui.theme import Look, TextStyle
from app.gui.widgets.restyle import restyle

_GAP = 5


class Kind(StrEnum):
    """How a button looks, and thereby what it promises."""

    OUTLINE = "outline"
    TIGHT = "tight"
    INK = "ink"
    SHOW = "show"
    SHOW_OUTLINE = "show-outline"
    MAIN = "main"
    MAIN_SHOW = "main-show"
    GHOST = "ghost"
    LINK = "link"
    ICON = "icon"
    STEP = "step"
    NAV = "nav"
    TAB = "tab"
    CHIP = "chip"


_ICON_ROLE = {
    Kind.INK: "on_primary",
    Kind.MAIN: "on_primary",
    Kind.SHOW: "on_live",
    Kind.MAIN_SHOW: "on_live",
    Kind.SHOW_OUTLINE: "live",
    Kind.GHOST: "ink2",
    Kind.ICON: "ink2",
    Kind.NAV: "ink2",
    Kind.CHIP: "ink2",
}
_ROOM = {Kind.SHOW, Kind.SHOW_OUTLINE, Kind.MAIN_SHOW}
_ON_ROLE = {Kind.CHIP: "on_primary", Kind.NAV: "ink"}
_STYLE = {
    Kind.MAIN: TextStyle.ACTION,
    Kind.MAIN_SHOW: TextStyle.ACTION,
    Kind.CHIP: TextStyle.SMALL,
    Kind.LINK: TextStyle.SMALL_STRONG,
}


class Button(QPushButton):
    """A button of one kind, with a text, an icon or both.

    An icon alone needs `name`, which is also its tooltip. `icon_after` puts the icon behind
    the text, as the main action has it.
    """

    def __init__(
        self,
        look: Look,
        text: str = "",
        kind: Kind = Kind.OUTLINE,
        icon: str = "",
        parent: QWidget | None = None,
        *,
        name: str = "",
        icon_after: bool = False,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._kind = kind
        self._icon_name = icon
        self._icon_after = icon_after
        self._label = text
        if kind in _ROOM:
            self.changes_room()
        self.setAutoDefault(False)
        self.setProperty("kind", str(kind))
        self.set_label(text, name)
        look.changed.connect(self._dress)
        self._dress()

    @property
    def kind(self) -> Kind:
        """The kind it is shown as."""
        return self._kind

    @property
    def label(self) -> str:
        """The text as it reads."""
        return self._label

    def set_label(self, text: str, name: str = "") -> None:
        """Show another text; an ampersand is text, no mnemonic. `name` is for an icon alone."""
        self._label = text
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(name or text)
        if name and not text:
            self.setToolTip(name)

    def changes_room(self) -> None:
        """A click leaves the keyboard where it is, lest a stray space press the button again."""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_kind(self, kind: Kind) -> None:
        """Show the button as another kind."""
        self._kind = kind
        if kind in _ROOM:
            self.changes_room()
        restyle(self, "kind", kind)
        self._dress()

    def set_icon(self, icon: str) -> None:
        """Show another icon; an empty name takes it away."""
        self._icon_name = icon
        self._dress()

    def set_icon_side(self, *, after: bool) -> None:
        """Put the icon behind the text or before it."""
        self._icon_after = after
        self._dress()

    def _dress(self) -> None:
        self.setFont(self._look.font(_STYLE.get(self._kind, TextStyle.BUTTON)))
        after = self._icon_after and bool(self._label)
        self.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if after else Qt.LayoutDirection.LeftToRight
        )
        if self._icon_name:
            self._dress_icon(after)
        else:
            self.setIcon(QIcon())

    def _dress_icon(self, after: bool) -> None:
        gap = _GAP if self._label else 0
        grown = self._look.factor
        color = self._look.value(_ICON_ROLE.get(self._kind, "ink"))
        size = round((20 if self._kind in {Kind.MAIN, Kind.MAIN_SHOW} else 18) * grown)
        self.setIconSize(QSize(size + gap, size))
        self.setIcon(
            self._look.icons.icon(
                self._icon_name,
                color,
                size,
                disabled=self._look.colors.ink3,
                on=self._look.value(_ON_ROLE[self._kind]) if self._kind in _ON_ROLE else "",
                padding=(gap, 0) if after else (0, gap),
            )
        )


def main_action_button(look: Look, text: str, *, shows: bool = False) -> Button:
    """The one large next action of a phase, 240 × 52; vermilion when it changes the room."""
    button = Button(look, kind=Kind.MAIN)
    set_main_action(button, text, shows=shows)
    button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
    return button


def set_main_action(button: Button, text: str, *, shows: bool = False) -> None:
    """Let the main action name another outcome."""
    button.set_label(text)
    button.set_icon_side(after=not shows)
    button.set_kind(Kind.MAIN_SHOW if shows else Kind.MAIN)
    button.set_icon("monitor-play" if shows else "arrow-right")


def show_button(look: Look, text: str = "Show", *, filled: bool = True) -> Button:
    """The button that shows what is staged; an outline while the main action is a show."""
    kind = Kind.SHOW if filled else Kind.SHOW_OUTLINE
    return Button(look, text, kind, "monitor-play")


def outline_button(look: Look, text: str, icon: str = "") -> Button:
    """A common button."""
    return Button(look, text, Kind.OUTLINE, icon)


def ghost_button(look: Look, text: str, icon: str = "") -> Button:
    """A quiet button without a border, for what is done rarely."""
    return Button(look, text, Kind.GHOST, icon)


def icon_button(look: Look, icon: str, name: str) -> Button:
    """A square button of an icon alone, named by `name`."""
    return Button(look, "", Kind.ICON, icon, name=name)
