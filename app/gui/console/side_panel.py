"""The panel at the right edge: what the room sees, what is ready to show, and capture below."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from app.core.display import NOTHING_SHOWN, Blank, DisplayState, plain_text
from app.gui.console.panel import RoomPainter
from app.gui.controller import Staged
from app.gui.layouts import column, row
from app.gui.theme import Look, TextStyle
from app.gui.widgets.buttons import Button, Kind, show_button
from app.gui.widgets.card import Card, Rule
from app.gui.widgets.elided_label import ElidedLabel
from app.gui.widgets.icon_text import IconText
from app.gui.widgets.text_label import TextLabel
from app.gui.widgets.thumbnail import Thumbnail

_WIDTH = 364


class SidePanel(Card):
    """Shows the room and the next item beside it.

    Signals:
        show_requested: show what is ready.
        undo_show_requested: give the room back what it saw before.
        hold_requested: show the hold card.
        page_requested(int): by so many pages, −1 or +1.
        room_requested: open the room display.
    """

    show_requested = Signal()
    undo_show_requested = Signal()
    hold_requested = Signal()
    page_requested = Signal(int)
    room_requested = Signal()

    def __init__(
        self, look: Look, painter: RoomPainter, capture: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__("right", "Room", parent)
        self._look = look
        self._painter = painter
        self._display, self._count = NOTHING_SHOWN, 1
        self._name, self._has_screen = "", False
        self.live = Thumbnail(look, "On screen", live=True)
        self.live.setObjectName("live_thumbnail")
        self.setObjectName("side_panel")
        self._build_live_head()
        self._build_staged()
        self.column.setContentsMargins(16, 8, 15, 12)
        self.column.setSpacing(8)
        self.column.addLayout(self._live_head)
        self.column.addWidget(self.live)
        self.column.addSpacing(4)
        self.column.addLayout(self._staged_part)
        self.column.addSpacing(4)
        self.column.addWidget(Rule())
        self.column.addWidget(capture, 1)
        self.setFixedWidth(_WIDTH)
        self.set_screen_name("")

    def set_screen_name(self, name: str) -> None:
        """Show which screen the room has, such as 'Projector, 1920 × 1080'; empty: none."""
        self._has_screen = bool(name)
        self._name = name
        self._show_head()
        self._show_room()

    def set_compact(self, compact: bool) -> None:
        """Stand closer together."""
        self.column.setSpacing(5 if compact else 8)
        self.column.setContentsMargins(16, 6 if compact else 8, 15, 8 if compact else 12)

    def set_room(self, display: DisplayState, pages: int) -> None:
        """Show what the room sees, and which page of it."""
        self._display, self._count = display, pages
        self._pages.setText(f"{display.page + 1} of {pages}")
        self._back.setEnabled(display.page > 0)
        self._on.setEnabled(display.page < pages - 1)
        self._show_head()
        self._show_room()

    def set_can_undo_show(self, can: bool) -> None:
        """Whether something was shown that can be taken back."""
        self._undo_show.setEnabled(can)

    def set_staged(self, staged: Staged, title: str, words: str) -> None:
        """Show what is ready, or why it cannot be shown."""
        if staged.display is not None:
            picture = self._picture(staged.display, self.staged)
            self.staged.set_picture(picture, f"Ready to show: {title}")
        else:
            self.staged.set_absent("Nothing is ready" if staged.item is None else "Not to show")
        self._title.setText(title)
        self._words.setText(staged.refusal.sentence if staged.refusal else words)
        self.show_button.setEnabled(staged.display is not None)

    def set_show_is_main(self, is_main: bool) -> None:
        """Draw *Show* as an outline while the main action shows: one filled vermilion at a time."""
        self.show_button.set_kind(Kind.SHOW_OUTLINE if is_main else Kind.SHOW)

    def _show_head(self) -> None:
        """Beside *On screen*: the pages, where there are several; else the screen, or how to get
        one.
        """
        several = self._count > 1
        for part in (self._back, self._pages, self._on):
            part.setVisible(several)
        self._screen.setText(self._name)
        self._screen.setVisible(self._has_screen and not several)
        self._open.setVisible(not self._has_screen and not several)

    def _show_room(self) -> None:
        if not self._has_screen:
            self.live.set_absent("No room display")
        elif isinstance(self._display.screen, Blank):
            self.live.set_blank("The screen is blank.")
        else:
            image = self._picture(self._display, self.live)
            self.live.set_picture(image, plain_text(self._display))

    def _picture(self, display: DisplayState, place: QWidget) -> QImage:
        ratio = self.devicePixelRatioF()
        size = QSize(max(place.width(), 184), max(place.height(), 104)) * ratio
        return self._painter.image(display, size.width(), size.height())

    def _build_live_head(self) -> None:
        look = self._look
        head = IconText(look, "monitor-play", "On screen", "live", style=TextStyle.STRONG)
        head.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._screen = ElidedLabel(look, "", TextStyle.SMALL, "ink2")
        self._screen.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._open = Button(look, "Open room display", Kind.LINK)
        self._open.setObjectName("open_room")
        self._open.clicked.connect(self.room_requested)
        self._back = _room_button(look, "chevron-left", "Page back (PgUp)", "page_back")
        self._on = _room_button(look, "chevron-right", "Page on (PgDn)", "page_on")
        self._pages = TextLabel(look, "", TextStyle.SMALL, "ink2", even_digits=True)
        self._undo_show = _room_button(
            look, "arrow-left", "Undo show (Ctrl+Shift+Backspace)", "undo_show"
        )
        hold = _room_button(look, "hand", "Hold card (H)", "hold")
        self._back.clicked.connect(lambda: self.page_requested.emit(-1))
        self._on.clicked.connect(lambda: self.page_requested.emit(1))
        self._undo_show.clicked.connect(self.undo_show_requested)
        hold.clicked.connect(self.hold_requested)
        pages = (self._back, self._pages, self._on)
        rest = (self._undo_show, hold)
        self._live_head = row(head, (self._screen, 100), None, self._open, *pages, *rest, spacing=2)

    def _build_staged(self) -> None:
        look = self._look
        head = TextLabel(look, "Ready to show", TextStyle.STRONG)
        private = TextLabel(look, "Private until shown", TextStyle.SMALL, "ink2")
        self.staged = Thumbnail(look, "Ready to show", live=False)
        self.staged.setObjectName("staged_thumbnail")
        self.staged.setFixedSize(184, 104)
        self._title = ElidedLabel(look, "", TextStyle.BUTTON)
        self._title.setObjectName("staged_title")
        self._words = TextLabel(look, "", TextStyle.SMALL, "ink2", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.show_button = show_button(look)
        self.show_button.setObjectName("show_staged")
        self.show_button.setToolTip("Show what is ready (Ctrl+Shift+Enter)")
        self.show_button.setAccessibleName("Show what is ready")
        self.show_button.clicked.connect(self.show_requested)
        beside = column(self._title, (self._words, 1), self.show_button, spacing=2)
        self._staged_part = column(
            row(head, None, private, _Lock(look), spacing=6),
            row(self.staged, beside, spacing=12),
            spacing=8,
        )


class _Lock(QLabel):
    """A small lock."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setPixmap(self._look.icons.pixmap("lock", self._look.colors.ink3, 15))


class _RoomButton(Button):
    """An icon in vermilion: it changes the room."""

    @override
    def _dress(self) -> None:
        super()._dress()
        live, ink3 = self._look.colors.live, self._look.colors.ink3
        self.setIcon(self._look.icons.icon(self._icon_name, live, 18, disabled=ink3))


def _room_button(look: Look, icon: str, name: str, object_name: str) -> Button:
    button = _RoomButton(look, "", Kind.ICON, icon, name=name)
    button.setObjectName(object_name)
    button.changes_room()
    return button
