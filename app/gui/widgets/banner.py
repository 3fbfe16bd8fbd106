"""One sentence above the centre of a screen: what happened, and what can be done about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.gui.theme import Look, TextStyle
from app.gui.widgets.buttons import Button, Kind, icon_button
from app.gui.widgets.card import Card, Ground
from app.gui.widgets.text_label import TextLabel

Tone = Literal["warn", "ok", "live", "plain"]
_GROUND: dict[Tone, Ground] = {"warn": "warn", "ok": "ok", "live": "live", "plain": "sunken"}
_ICON = {"warn": "triangle-alert", "ok": "circle-check", "live": "monitor-x", "plain": "info"}


@dataclass(frozen=True, slots=True)
class Notice:
    """What a banner says. `action` names its one button; `icon` replaces the tone's own."""

    text: str
    tone: Tone = "warn"
    action: str = ""
    closable: bool = True
    icon: str = ""


class Banner(Card):
    """Shows one notice, or nothing. Never modal; a new notice is announced.

    Signals:
        action_requested: the button of the notice was pressed.
        dismissed: the notice was closed by the person.
    """

    action_requested = Signal()
    dismissed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__("sunken", "Notice", parent)
        self._look = look
        self._notice: Notice | None = None
        self._icon = QLabel()
        self._text = TextLabel(look, "", TextStyle.BODY, "ink", wrap=True)
        self._action = Button(look, "", Kind.OUTLINE)
        self._close = icon_button(look, "x", "Close this notice")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self.column.setContentsMargins(12, 6, 6, 6)
        self.column.addLayout(row)
        self._action.clicked.connect(self.action_requested)
        self._close.clicked.connect(self._dismiss)
        look.changed.connect(self._dress)
        self.set_notice(None)

    def set_notice(self, notice: Notice | None) -> None:
        """Show `notice`; nothing is shown and no place taken for None."""
        changed = notice != self._notice
        self._notice = notice
        self.setVisible(notice is not None)
        if notice is None:
            return
        self.set_ground(_GROUND[notice.tone])
        self._text.setText(notice.text)
        self._action.set_label(notice.action)
        self._action.setVisible(bool(notice.action))
        self._close.setVisible(notice.closable)
        self.setAccessibleDescription(notice.text)
        self._dress()
        if changed:
            event = QAccessibleAnnouncementEvent(self, notice.text)
            QAccessible.updateAccessibility(event)

    def _dismiss(self) -> None:
        self.set_notice(None)
        self.dismissed.emit()

    def _dress(self) -> None:
        if self._notice is None:
            return
        tone = self._notice.tone
        role = "ink2" if tone == "plain" else tone
        self._text.set_role("ink" if tone == "plain" else tone)
        name = self._notice.icon or _ICON[tone]
        self._icon.setPixmap(self._look.icons.pixmap(name, self._look.value(role), 18))
