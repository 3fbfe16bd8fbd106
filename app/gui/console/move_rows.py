"""The rows of a cell's column: moves added, a move that is typed, signatures that are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from app.gui.layouts import column, row
from app.gui.theme import Look, TextStyle
from app.gui.widgets.buttons import Button, Kind
from app.gui.widgets.card import Card
from app.gui.widgets.elided_label import ElidedLabel
from app.gui.widgets.icon_text import IconText
from app.gui.widgets.text_label import TextLabel

_ID, _WIDE = 32, 216


@dataclass(frozen=True, slots=True)
class RowView:
    """What a row says. `kind`: a move, the one being typed, or a signature that is asked for."""

    kind: Literal["move", "typed", "sign", "typed sign"]
    move: str
    title: str
    words: str
    cost: str
    reason: str = ""
    is_new: bool = True


class MoveRow(Card):
    """Shows one row. A move's row can be pressed, by mouse or Enter, to change it.

    Signals:
        change_requested(str): the card to change.
        take_back_requested(str): the card to take out.
    """

    change_requested = Signal(str)
    take_back_requested = Signal(str)

    def __init__(self, look: Look, view: RowView) -> None:
        super().__init__("typed" if view.kind.startswith("typed") else "row", view.title)
        self._look = look
        self._view = view
        quiet = "ink2" if view.kind.endswith("sign") else "ink"
        self._mark = QLabel()
        self._mark.setFixedWidth(round(_ID * look.factor))
        self._id = TextLabel(look, "", TextStyle.SMALL, "ink2", even_digits=True)
        self._id.setFixedWidth(round(_ID * look.factor))
        self._title = ElidedLabel(look, "", TextStyle.BUTTON, quiet)
        self._cost = TextLabel(look, "", TextStyle.BODY, "ink2", even_digits=True)
        self._words = ElidedLabel(look, "", TextStyle.SMALL, "ink2")
        self._reason = IconText(look, "ban", "", "warn", wrap=True)
        self._change = _link(look, "Change", f"change_{view.move}")
        self._take_back = _link(look, "Take back", f"take_back_{view.move}")
        self._buttons = QWidget()
        self._buttons.setLayout(row(self._change, self._take_back, None, spacing=0))
        self._lay_out()
        self._change.clicked.connect(lambda: self.change_requested.emit(self._view.move))
        self._take_back.clicked.connect(lambda: self.take_back_requested.emit(self._view.move))
        look.changed.connect(self._dress)
        self.set_view(view)

    def set_view(self, view: RowView) -> None:
        """Show the row as it stands."""
        self._view = view
        signs = view.kind.endswith("sign")
        self._id.setText(view.move)
        self._id.setVisible(not signs)
        self._mark.setVisible(signs)
        self._title.setText(view.title)
        self._cost.setText(view.cost)
        self._words.setText(view.words)
        self._words.setVisible(bool(view.words))
        self._reason.set_text(_reason_words(view))
        self._reason.setVisible(bool(view.reason))
        self._buttons.setVisible(bool(view.reason) and view.kind == "move")
        self._become_pressable(view)
        self._dress()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= _WIDE * self._look.factor
        self._buttons.setContentsMargins(_ID - 8 if wide else 0, 0, 0, 0)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if self._is_pressable() and event.button() is Qt.MouseButton.LeftButton and inside:
            self.change_requested.emit(self._view.move)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_pressable() and event.key() in {
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
            Qt.Key.Key_Space,
        }:
            self.change_requested.emit(self._view.move)
        elif self._is_pressable() and event.key() == Qt.Key.Key_Delete:
            self.take_back_requested.emit(self._view.move)
        else:
            super().keyPressEvent(event)

    def _is_pressable(self) -> bool:
        return self._view.kind == "move"

    def _become_pressable(self, view: RowView) -> None:
        if not self._is_pressable():
            return
        self.setObjectName(f"move_{view.move}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip("Change this move (Enter), take it back (Del)")
        said = f"Not legal: {view.reason}" if view.reason else view.words
        self.setAccessibleName(f"{view.move} {view.title}, {view.cost} effort")
        self.setAccessibleDescription(said)

    def _lay_out(self) -> None:
        for label in (self._id, self._mark, self._cost):
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._reason.setContentsMargins(0, 2, 0, 0)
        text = column(row((self._title, 1), self._cost), self._words, spacing=1)
        top = row(self._mark, self._id, spacing=0)
        top.addLayout(text, 1)
        self.column.setContentsMargins(14, 7, 12, 7)
        self.column.setSpacing(0)
        self.column.addLayout(top)
        self.column.addWidget(self._reason)
        self.column.addWidget(self._buttons)

    def _dress(self) -> None:
        colors = self._look.colors
        self._mark.setPixmap(self._look.icons.pixmap("signature", colors.ink2, 18))


def _reason_words(view: RowView) -> str:
    """Why a move is not legal; why a signature cannot be given is a sentence of its own."""
    return f"Not legal: {view.reason}" if view.reason and view.kind == "move" else view.reason


def _link(look: Look, text: str, name: str) -> Button:
    button = Button(look, text, Kind.LINK)
    button.setObjectName(name)
    return button
