"""The home screen: sessions to resume or report on, decks to play.

It shows plain rows that it is handed and asks by signal. It opens no file and loads no deck: the
first frame is painted before store, deck model, pydantic or YAML are needed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.gui.home_cards import SessionCard
from app.gui.home_nav import HomeNav
from app.gui.home_opening import MARGINS
from app.gui.home_rows import DeckRow, SessionRow
from app.gui.layouts import column, row, scrolled, take_out
from app.gui.theme import Look, TextStyle
from app.gui.widgets.banner import Banner, Notice
from app.gui.widgets.buttons import Button, Kind
from app.gui.widgets.card import Card
from app.gui.widgets.text_label import TextLabel

if TYPE_CHECKING:
    from app.gui.home_decks import DeckTile
    from app.gui.room_picture import Painter

_GAP = 16
SESSIONS_SHOWN = 5
TUTORIAL = "tutorial"


class HomeScreen(QWidget):
    """Shows sessions and decks.

    Signals:
        resume_requested(str): go on with a session, by its id.
        report_requested(str): the report of a session, by its id.
        use_requested(str): set up a session with a deck, by the deck's id.
        faults_requested(str): say what is wrong with a deck (`set_decks` then brings it).
        look_requested(str): 'light' or 'dark' windows.
        way_on_requested: the button of the notice was pressed.
    """

    resume_requested = Signal(str)
    report_requested = Signal(str)
    use_requested = Signal(str)
    faults_requested = Signal(str)
    look_requested = Signal(str)
    way_on_requested = Signal()

    def __init__(self, look: Look, painter: Painter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._painter = painter
        self._sessions: tuple[SessionRow, ...] = ()
        self._decks: tuple[DeckRow, ...] = ()
        self._session_buttons: list[Button] = []
        self._shows_all = False
        self._build_heads()
        self._session_column = column(spacing=12)
        self._faulty_column = column(spacing=12)
        self._grid = _TileGrid()
        self._notice = Banner(look)
        self._notice.action_requested.connect(self.way_on_requested)
        names = ("home_notice_action", "home_notice_close")
        for button, name in zip(self._notice.findChildren(Button), names, strict=True):
            button.setObjectName(name)
        content = QWidget()
        content.setLayout(self._lay_out())
        area = scrolled(content, "home_scroll")
        nav = HomeNav(look)
        nav.look_requested.connect(self.look_requested)
        whole = row((nav, 0), (area, 1), spacing=0)
        self.setLayout(whole)
        self.setProperty("card", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        look.changed.connect(self._redraw)
        self._redraw()

    def set_sessions(self, sessions: Sequence[SessionRow]) -> None:
        """List these sessions, latest first."""
        self._sessions = tuple(sessions)
        self._redraw_sessions()

    def set_decks(self, decks: Sequence[DeckRow]) -> None:
        """Offer these decks; those with faults say what is wrong with them."""
        self._decks = tuple(decks)
        self._redraw()

    def set_notice(self, notice: Notice | None) -> None:
        """Say something above the lists, such as why the library cannot be read."""
        self._notice.set_notice(notice)

    def focus_first(self) -> None:
        """Put the keyboard on the first session, else the first deck."""
        first = next(iter(self._targets()), self._new)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down go through sessions and decks; Qt would go through all buttons."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        step, targets = steps.get(Qt.Key(event.key())), self._targets()
        place = next((i for i, button in enumerate(targets) if button is watched), None)
        if step is None or place is None:
            return False
        if 0 <= place + step < len(targets):
            targets[place + step].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _targets(self) -> list[Button]:
        """The buttons that the arrows go through, from top to bottom."""
        return [*self._session_buttons, *(tile.button for tile in self._grid.tiles)]

    def _build_heads(self) -> None:
        look = self._look
        self._sessions_head = TextLabel(look, "Sessions", TextStyle.H1)
        self._decks_head = TextLabel(look, "Decks", TextStyle.H2)
        self._new = Button(look, "New session", Kind.INK, "plus")
        self._new.setObjectName("home_new_session")
        self._new.clicked.connect(self._ask_for_session)
        self._all = Button(look, "", Kind.LINK)
        self._all.setObjectName("home_all_sessions")
        self._all.setCheckable(True)
        self._all.clicked.connect(self._show_all)
        self._empty = self._build_empty()

    def _build_empty(self) -> Card:
        look = self._look
        card = Card("surface", "No session yet")
        title = TextLabel(look, "No session yet.", TextStyle.TITLE)
        self._empty_words = TextLabel(look, "", TextStyle.BODY, "ink2", wrap=True)
        self._try = Button(look, "Try the tutorial", Kind.INK, "play")
        self._try.setObjectName("home_try_tutorial")
        self._try.clicked.connect(lambda: self.use_requested.emit(TUTORIAL))
        line = row(spacing=16)
        line.addLayout(column(title, self._empty_words, spacing=2), 1)
        line.addWidget(self._try)
        card.column.setContentsMargins(18, 14, 14, 14)
        card.column.addLayout(line)
        return card

    def _lay_out(self) -> QVBoxLayout:
        return column(
            row(self._sessions_head, None, self._new),
            2,
            self._notice,
            self._empty,
            self._session_column,
            row(self._all, None),
            18,
            self._decks_head,
            2,
            self._grid,
            self._faulty_column,
            None,
            spacing=10,
            margins=MARGINS,
        )

    def _redraw(self) -> None:
        self._redraw_sessions()
        _clear(self._faulty_column)
        tiles = self._make_tiles() if self._decks else []
        self._grid.set_tiles(tiles)
        self._decks_head.setVisible(bool(self._decks))
        has_tutorial = any(deck.id == TUTORIAL and deck.is_whole for deck in self._decks)
        self._try.setVisible(has_tutorial)
        tail = "The tutorial takes ten minutes and two people." if has_tutorial else ""
        self._empty_words.setText(f"Choose a deck and set up the first one. {tail}".strip())
        self._new.setEnabled(bool(tiles))

    def _make_tiles(self) -> list[DeckTile]:
        """The cards of the decks; those that cannot be played go into their own column."""
        from app.gui.home_decks import DeckTile, FaultyDeck

        for deck in self._decks:
            if not deck.is_whole:
                faulty = FaultyDeck(self._look, deck)
                faulty.faults_requested.connect(self.faults_requested)
                self._faulty_column.addWidget(faulty)
        tiles = [DeckTile(self._look, deck, self._painter) for deck in self._decks if deck.is_whole]
        for tile in tiles:
            tile.chosen.connect(self.use_requested)
            tile.button.installEventFilter(self)
        return tiles

    def _redraw_sessions(self) -> None:
        _clear(self._session_column)
        self._session_buttons = []
        shown = self._sessions if self._shows_all else self._sessions[:SESSIONS_SHOWN]
        for session in shown:
            card = SessionCard(self._look, session)
            card.chosen.connect(self._on_session_chosen)
            self._session_column.addWidget(card)
            self._session_buttons.append(card.button)
            card.button.installEventFilter(self)
        self._empty.setVisible(not self._sessions)
        # One filled button at a time: while the tutorial is offered in ink, this one is outlined.
        self._new.set_kind(Kind.INK if self._sessions else Kind.OUTLINE)
        more = len(self._sessions) > SESSIONS_SHOWN
        self._all.setVisible(more)
        self._all.set_label("Latest only" if self._shows_all else f"All {len(self._sessions)}")

    def _show_all(self, shown: bool) -> None:
        self._shows_all = shown
        self._redraw_sessions()

    def _on_session_chosen(self, session: str, verb: str) -> None:
        wish = self.resume_requested if verb == "resume" else self.report_requested
        wish.emit(session)

    def _ask_for_session(self) -> None:
        whole = [deck.id for deck in self._decks if deck.is_whole]
        if whole:
            self.use_requested.emit(whole[0])


class _TileGrid(QWidget):
    """Tiles in as many columns as there is room for."""

    def __init__(self) -> None:
        super().__init__()
        self.tiles: list[DeckTile] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)

    def set_tiles(self, tiles: list[DeckTile]) -> None:
        """Show other tiles."""
        for old in self.tiles:
            take_out(self._grid, old)
        self.tiles, self._columns = tiles, 0
        self._place()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        if not self.tiles:
            return
        pitch = self.tiles[0].minimumWidth() + _GAP  # which is the width of all
        columns = max(1, (self.width() + _GAP) // pitch)
        if columns == self._columns:
            return
        self._columns = columns
        for place, tile in enumerate(self.tiles):
            line, at = divmod(place, columns)
            self._grid.addWidget(tile, line, at, Qt.AlignmentFlag.AlignLeft)
        for at in range(columns + 1):
            self._grid.setColumnStretch(at, 0)
        self._grid.setColumnStretch(columns, 1)


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
