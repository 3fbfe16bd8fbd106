"""A session as a row of the home screen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from app.gui.home_rows import SessionRow
from app.gui.layouts import column, row
from app.gui.theme import Look, TextStyle
from app.gui.widgets.buttons import Button, Kind
from app.gui.widgets.card import Card
from app.gui.widgets.elided_label import ElidedLabel
from app.gui.widgets.text_label import TextLabel

_ROW_HEIGHT = 64


class SessionCard(Card):
    """Shows a session and the one thing that can be done with it.

    Signals:
        chosen(str, str): the session's id and the verb, 'resume' or 'report'.
    """

    chosen = Signal(str, str)

    def __init__(self, look: Look, session: SessionRow) -> None:
        super().__init__("surface", session.title)
        words, icon = ("Resume", "play") if session.verb == "resume" else ("Report", "file-text")
        title = ElidedLabel(look, session.title, TextStyle.TITLE)
        state = ElidedLabel(look, session.state, TextStyle.BODY, "ink2")
        when = TextLabel(look, session.when, TextStyle.SMALL, "ink2")
        self.button = Button(look, words, Kind.OUTLINE, icon)
        self.button.setFixedWidth(round(112 * look.factor))
        self.button.setAccessibleName(f"{words}: {session.title}")
        self.button.setObjectName(f"home_{session.verb}_{session.id}")
        self.button.clicked.connect(lambda: self.chosen.emit(session.id, session.verb))
        texts = column(title, state, spacing=0)
        line = row(spacing=16)
        line.addLayout(texts, 1)
        line.addWidget(when)
        line.addWidget(self.button)
        self.column.setContentsMargins(18, 8, 14, 8)
        self.column.addLayout(line)
        self.setMinimumHeight(_ROW_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
