"""Setting up a session: one page, six sections, and everything on it can be left as it is.

It makes a `Setup` of what the sections say and asks for the session to be started.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from app.core.values import Setup
from app.deck.model import Deck
from app.gui.layouts import column, row, scrolled
from app.gui.setup_sections.consent_section import ConsentSection
from app.gui.setup_sections.objectives_section import ObjectivesSection
from app.gui.setup_sections.options_section import OptionsSection, is_time_of_day
from app.gui.setup_sections.room_section import RoomSection
from app.gui.setup_sections.screen_tile import ScreenChoice
from app.gui.setup_sections.seats_section import SeatsSection
from app.gui.setup_sections.session_section import SessionSection
from app.gui.theme import Look, TextStyle
from app.gui.widgets.buttons import ghost_button, main_action_button, outline_button
from app.gui.widgets.card import Card
from app.gui.widgets.text_label import TextLabel

_MARGIN, _MARGIN_COMPACT = 44, 24


class SetupScreen(QWidget):
    """Shows the six sections for one deck.

    Signals:
        start_requested(object): a `Setup`; begin the session.
        home_requested: go back, nothing is kept.
        deck_change_requested: choose another deck.
        variant_chosen(str): play this variant of the deck, or all of it where empty.
        identify_requested, test_card_requested(bool), screen_chosen(str): see `RoomSection`.
    """

    start_requested = Signal(object)
    home_requested = Signal()
    deck_change_requested = Signal()
    variant_chosen = Signal(str)
    identify_requested = Signal()
    test_card_requested = Signal(bool)
    screen_chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._variant = ""
        self.session = SessionSection(look)
        self.seats = SeatsSection(look)
        self.consent = ConsentSection(look)
        self.objectives = ObjectivesSection(look)
        self.options = OptionsSection(look)
        self.room = RoomSection(look)
        self._build_head()
        self._build_foot()
        self._lay_out()
        self._connect()
        self.setProperty("card", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def set_deck(self, deck: Deck, proposed: Setup) -> None:
        """Offer what a whole deck has, filled in as proposed; what was typed is forgotten."""
        self.seats.variant.set_deck(deck)
        self.set_variant(deck, proposed)

    def set_variant(self, deck: Deck, proposed: Setup) -> None:
        """Fill the page in for a deck as it is to be played: whole, or as a variant makes it."""
        self._variant = proposed.variant
        self._deck_name.setText(deck.about.title)
        self._deck_version.setText(f"version {deck.about.version}")
        self.session.set_setup(proposed)
        self.seats.set_deck(deck, proposed)
        self.consent.set_setup(proposed)
        self.objectives.set_deck(deck, proposed)
        self.options.set_deck(deck, proposed)
        self.room.set_setup(proposed)
        self._refresh()

    def set_screens(self, screens: Sequence[ScreenChoice], chosen: str, warning: str = "") -> None:
        """Offer these screens for the room; `warning` says what is wrong with them."""
        self.room.set_screens(screens, chosen, warning)

    def set_compact(self, compact: bool) -> None:
        """Use less margin, for 1280×720."""
        side = _MARGIN_COMPACT if compact else _MARGIN
        self._page.setContentsMargins(side, 14, side, 14)

    def focus_first(self) -> None:
        """Put the keyboard into the title, all of it selected."""
        self.session.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.session.title.selectAll()

    def setup(self) -> Setup:
        """What the page says, as a value."""
        return Setup(
            title=self.session.title.text().strip(),
            cells=self.seats.cells(),
            place=self.session.place.text().strip(),
            purpose=self.session.purpose.text().strip(),
            objectives=self.objectives.objectives(),
            watch_tensions=self.objectives.tensions(),
            handling=self.consent.handling.text().strip(),
            white_cell=self.seats.white_cell.currentText(),
            chatham_house=self.consent.chatham_house.isChecked(),
            attribution=self.consent.attribution,
            mode=self.options.mode,
            reveal_policy=self.options.policy,
            reveal_order=self.options.order,
            dice=self.options.dice,
            minutes=self.options.minutes(),
            seed=int(self.options.seed.text() or 0),
            rehearsal=self.session.is_rehearsal,
            room_theme=self.room.room_theme,
            room_scale=self.room.room_scale,
            planned_start=self.session.start.text().strip(),
            variant=self._variant,
        )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wanted = sum(side.minimumSize().width() for side in self._sides) + 2 * _MARGIN_COMPACT + 28
        narrow = self.width() < wanted
        self._both.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )

    def set_refused(self, sentence: str) -> None:
        """Say why the session did not start, until something is changed."""
        self._waits.setText(sentence)
        self._waits.set_role("warn")

    def waits_for(self) -> str:
        """Why the session cannot be started yet; empty where it can."""
        if not self.session.title.text().strip():
            return "The session needs a title."
        if not any(cell.heads for cell in self.seats.cells()):
            return "At least one seat needs people."
        start = self.session.start.text().strip()
        if start and not is_time_of_day(start):
            return f"“{start}” is no time of day. Write the start as HH:MM, or leave it empty."
        return ""

    def _build_head(self) -> None:
        look = self._look
        self._home = ghost_button(look, "Home", "arrow-left")
        self._home.setObjectName("setup_home")
        self._change = outline_button(look, "Change deck")
        self._change.setObjectName("setup_change_deck")
        self._deck_name = TextLabel(look, "", TextStyle.CARD_TITLE)
        self._deck_version = TextLabel(look, "", TextStyle.BODY, "ink2")

    def _build_foot(self) -> None:
        look = self._look
        self._start = main_action_button(look, "Start session")
        self._start.setObjectName("setup_start")
        self._waits = TextLabel(look, "", TextStyle.SMALL, "ink2")
        self._foot = Card("bottom", "Start")
        self._foot.column.setContentsMargins(_MARGIN, 12, _MARGIN, 12)
        quiet = TextLabel(look, "The room stays black.\nThe hold card is staged.", TextStyle.SMALL)
        quiet.set_role("ink2")
        quiet.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._foot.column.addLayout(row(self._waits, None, quiet, 8, self._start))

    def _lay_out(self) -> None:
        look = self._look
        head = row(
            self._home,
            TextLabel(look, "New session", TextStyle.H1),
            None,
            TextLabel(look, "Deck:", TextStyle.BODY, "ink2"),
            self._deck_name,
            self._deck_version,
            4,
            self._change,
        )
        left = column(self.session, self.seats, self.consent, None, spacing=12)
        right = column(self.objectives, self.options, self.room, None, spacing=12)
        self._sides = (left, right)
        self._both: QBoxLayout = row(spacing=16)
        self._both.addLayout(left, 1)
        self._both.addLayout(right, 1)
        self._page = column(head, self._both, spacing=14, margins=(_MARGIN, 18, _MARGIN, 14))
        content = QWidget()
        content.setLayout(self._page)
        area = scrolled(content, "setup_scroll")
        self.setLayout(column((area, 1), self._foot, spacing=0))

    def _connect(self) -> None:
        self._home.clicked.connect(self.home_requested)
        self._change.clicked.connect(self.deck_change_requested)
        self._start.clicked.connect(self._on_start)
        self.seats.variant.chosen.connect(self.variant_chosen)
        self.room.identify_requested.connect(self.identify_requested)
        self.room.test_card_requested.connect(self.test_card_requested)
        self.room.screen_chosen.connect(self.screen_chosen)
        for section in (self.session, self.seats, self.options):
            section.changed.connect(self._refresh)

    def _refresh(self) -> None:
        waits = self.waits_for()
        self._start.setEnabled(not waits)
        self._waits.setText(waits or "The console opens; nothing is shown to the room.")
        self._waits.set_role("warn" if waits else "ink2")
        self.options.set_start(self.session.start.text())

    def _on_start(self) -> None:
        if not self.waits_for():
            self.start_requested.emit(self.setup())
