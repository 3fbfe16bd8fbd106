"""The key sheet: every key of the console on one page. Not modal; Esc closes it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from app.gui.console.keys import IN_FIELDS, KEYS, shown
from app.gui.layouts import column, holding, row, scrolled
from app.gui.theme import Look, TextStyle
from app.gui.widgets.buttons import Button
from app.gui.widgets.text_label import TextLabel

_NO_ROWS = {f"seat_{n}" for n in range(2, 9)} | {"blank_plain", "key_sheet_plain"}
_ALSO = {"seat_1": "1 to 8", "blank": "B, . or ", "key_sheet": "? or "}
_SCROLLER = 16
_WORDS = {"seat_1": "Go to a seat; in Reveal: make its moves ready"}


class KeySheet(QDialog):
    """Shows the table of keys, those that change the room marked."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("key_sheet_window")
        self.setWindowTitle("Keys")
        self.setModal(False)
        self.resize(round(820 * look.factor), 680)
        close = Button(look, "Close")
        close.setObjectName("key_sheet_close")
        close.clicked.connect(self.close)
        head = row(TextLabel(look, "Keys", TextStyle.H2), None, close)
        content = holding(self._table(look))
        body = scrolled(content, "key_sheet_scroll")
        body.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        body.setAccessibleName("Keys")
        body.setMinimumWidth(content.minimumSizeHint().width() + _SCROLLER)
        self.setLayout(column(head, (body, 1), spacing=14, margins=(24, 18, 24, 18)))

    def _table(self, look: Look) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(1, 1)
        rows = [
            (self._keys(key.name), _WORDS.get(key.name, key.words), key.changes_room)
            for key in KEYS
            if key.name not in _NO_ROWS
        ]
        rows += [(keys, words, False) for keys, words in IN_FIELDS]
        for place, (keys, words, changes) in enumerate(rows):
            grid.addWidget(TextLabel(look, keys, TextStyle.SMALL_STRONG), place, 0)
            grid.addWidget(TextLabel(look, words, TextStyle.BODY, wrap=True), place, 1)
            if changes:
                mark = TextLabel(look, "changes the room", TextStyle.MICRO, "live")
                grid.addWidget(mark, place, 2)
        grid.setRowStretch(len(rows), 1)
        return grid

    @staticmethod
    def _keys(name: str) -> str:
        own = shown(next(key for key in KEYS if key.name == name))
        also = _ALSO.get(name, "")
        return also + own if also.endswith(" ") else also or own
