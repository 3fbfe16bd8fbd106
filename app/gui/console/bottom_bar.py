"""The bar at the bottom: what happened last and how to undo it; what comes next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from app.core.actions import Show
from app.core.steps import MainAction
from app.gui.console.schedule import clock_of
from app.gui.layouts import row
from app.gui.theme import Look, TextStyle
from app.gui.widgets.buttons import Button, Kind, main_action_button, set_main_action
from app.gui.widgets.card import Card
from app.gui.widgets.elided_label import ElidedLabel
from app.gui.widgets.text_label import TextLabel
from app.session.exercise import Step

_HEIGHT = 78


class BottomBar(Card):
    """Shows the last action by name, the sentence about the room, and the main action.

    Signals:
        undo_requested: take back the last action.
        main_requested: the main action of the phase.
    """

    undo_requested = Signal()
    main_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__("bottom", "Next step", parent)
        self._look = look
        self._icon = QLabel()
        self._last = ElidedLabel(look, "", TextStyle.BODY, "ink2")
        self._undo = Button(look, "Undo", Kind.LINK)
        self._undo.setObjectName("bottom_undo")
        self._sentence = TextLabel(look, "", TextStyle.SMALL, "ink2")
        self._sentence.setObjectName("main_sentence")
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.main_button = main_action_button(look, "Go on")
        self.main_button.setObjectName("main_action")
        self._undo.clicked.connect(self.undo_requested)
        self.main_button.clicked.connect(self.main_requested)
        look.changed.connect(self._dress)
        self.column.setContentsMargins(20, 0, 20, 0)
        self.column.addLayout(
            row(
                self._icon,
                self._last,
                self._undo,
                None,
                self._sentence,
                self.main_button,
                spacing=14,
            )
        )
        self.setFixedHeight(_HEIGHT)
        self._dress()

    def set_view(self, main: MainAction, waits_for: str, undo: Step | None) -> None:
        """Show the main action; `waits_for` says why it must wait, where it must."""
        shows = main.shows is not None or isinstance(main.action, Show)
        set_main_action(self.main_button, main.label, shows=shows)
        self.main_button.setEnabled(main.enabled and not waits_for)
        sentence = waits_for or main.sentence
        self._sentence.setText(sentence)
        self.main_button.setAccessibleDescription(sentence.replace("\n", " "))
        self.main_button.setToolTip(f"{main.label} (Alt+Right)")
        self._last.setText(f"{undo.name}, {clock_of(undo.at)}" if undo else "Nothing to undo")
        self._undo.setVisible(undo is not None)
        self._undo.setAccessibleName(f"Undo: {undo.name}" if undo else "Undo")
        self._undo.setToolTip("Undo (Ctrl+Z)")

    def main_is_enabled(self) -> bool:
        """Whether the main action can be taken now."""
        return self.main_button.isEnabled()

    def _dress(self) -> None:
        self._icon.setPixmap(self._look.icons.pixmap("history", self._look.colors.ink2, 18))
