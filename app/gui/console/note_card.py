"""One note, quote or insight on the board: whose, what, a star; and what can be done with it."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.gui.console.board_views import CardView
from app.gui.layouts import column, flat, holding, row, slug
from app.gui.theme import Look, TextStyle
from app.gui.widgets.buttons import Button, Kind, icon_button, outline_button
from app.gui.widgets.card import Card, Ground
from app.gui.widgets.elided_label import ElidedLabel
from app.gui.widgets.icon_text import IconText
from app.gui.widgets.seat_label import SeatGlyph
from app.gui.widgets.text_label import TextLabel

Side = Literal["", "left", "right"]
_SIDES: tuple[tuple[Side, str, str], ...] = (
    ("left", "move-left", "Nearer the left pole"),
    ("", "move-horizontal", "Between the poles"),
    ("right", "move-right", "Nearer the right pole"),
)


class NoteCard(Card):
    """Shows a card; a press, or Enter, chooses it and brings out its buttons.

    Signals:
        chosen(str): the place of the card on the board.
        edited(object): the `Note` with another star, pole or mark.
        promote_requested(object): make an insight of this `Note`.
    """

    chosen = Signal(str)
    edited = Signal(object)
    promote_requested = Signal(object)

    def __init__(self, look: Look, view: CardView, *, has_poles: bool) -> None:
        super().__init__("surface", view.text)
        self._look, self._view = look, view
        name = slug(view.place)
        self.setObjectName(f"note_{name}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._glyph = SeatGlyph(look, view.seat_index or 0, view.seat, 12)
        self._seat = TextLabel(look, view.seat, TextStyle.SMALL_STRONG)
        if view.seat_index is None:
            self._glyph.hide()
        self._head = ElidedLabel(look, view.head, TextStyle.SMALL, "ink2")
        self._confidence = TextLabel(look, "", TextStyle.SMALL, "ink2")
        self._star = icon_button(look, "star", "Star for the report")
        self._star.setObjectName(f"star_{name}")
        self._star.setCheckable(True)
        self._star.clicked.connect(self._on_star)
        self._text = TextLabel(look, "", TextStyle.NARRATIVE, wrap=True)
        self._foot = TextLabel(look, "", TextStyle.SMALL, "ink2", wrap=True)
        self._actions = self._make_actions(look, name, has_poles)
        self._lay_out()
        self.set_view(view)
        self.set_chosen(False)

    def set_view(self, view: CardView) -> None:
        """Show the note as it stands."""
        self._view = view
        quoted = view.note.kind == "quote"
        self._text.setText(f"“{view.text}”" if quoted else view.text)
        self._head.setText(view.head)
        self._foot.setText(view.foot)
        self._foot.setVisible(bool(view.foot))
        self._confidence.setText(view.note.confidence)
        self._confidence.setVisible(view.is_insight)
        self._star.setChecked(view.note.starred)
        self._dress_star()
        self._quotable.setChecked(view.note.quotable)
        self._quotable.set_label("Quotable" if view.note.quotable else "Mark quotable")
        self.setAccessibleName(view.text)
        self.setAccessibleDescription(f"{view.seat} {view.head}".strip())

    def set_chosen(self, is_chosen: bool) -> None:
        """Show its buttons and a blue frame, or not."""
        plain: Ground = "bounded" if self._view.is_insight else "surface"
        self.set_ground("selected" if is_chosen else plain)
        less = int(is_chosen)  # the chosen card's border is wider by as much
        self.column.setContentsMargins(13 - less, 5 - less, 7 - less, 11 - less)
        self._actions.setVisible(is_chosen)
        self._foot.setVisible(bool(self._view.foot) and (self._view.is_insight or not is_chosen))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(self._view.place)
        super().mouseReleaseEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.chosen.emit(self._view.place)
        else:
            super().keyPressEvent(event)

    def _make_actions(self, look: Look, name: str, has_poles: bool) -> QWidget:
        promote = outline_button(look, "Promote to insight", "lightbulb")
        promote.setObjectName(f"promote_{name}")
        promote.clicked.connect(lambda: self.promote_requested.emit(self._view.note))
        if self._view.is_insight:
            promote.hide()
        self._quotable = Button(look, "Mark quotable", Kind.CHIP)
        self._quotable.setObjectName(f"quotable_{name}")
        self._quotable.setCheckable(True)
        self._quotable.clicked.connect(self._on_quotable)
        if self._view.note.kind != "quote":
            self._quotable.hide()
        poles = row(spacing=2)
        for side, icon, words in _SIDES:
            button = icon_button(look, icon, words)
            button.setObjectName(f"pole_{side or 'between'}_{name}")
            button.clicked.connect(lambda _checked=False, side=side: self._move(side))
            if not has_poles:
                button.hide()
            poles.addWidget(button)
        poles.addStretch(1)
        first = row(promote, None)
        second = row(poles, self._quotable, spacing=4)
        return holding(column(first, second, spacing=4))

    def _lay_out(self) -> None:
        head = row(spacing=7)
        if self._view.is_insight:
            head.addWidget(flat(IconText(self._look, "lightbulb", "Insight", "ink")))
            head.addStretch(1)
            self._head.hide()
        else:
            head.addWidget(self._glyph)
            head.addWidget(self._seat)
            head.addWidget(self._head, 1)
        head.addWidget(self._confidence)
        head.addWidget(self._star)
        self.column.setSpacing(2)
        self.column.addLayout(head)
        for part in (self._text, self._foot, self._actions):
            self.column.addWidget(part)

    def _dress_star(self) -> None:
        starred = self._view.note.starred
        self._star.setToolTip("Starred for the report" if starred else "Star for the report")
        color = self._look.value("ink" if starred else "ink2")
        picture = self._look.icons.pixmap("star", color, 18, filled=starred)
        self._star.setIcon(picture)

    def _on_star(self, starred: bool) -> None:
        self.edited.emit(replace(self._view.note, starred=starred))

    def _on_quotable(self, quotable: bool) -> None:
        self.edited.emit(replace(self._view.note, quotable=quotable))

    def _move(self, side: Side) -> None:
        note = self._view.note
        tensions = note.tensions
        tension = self._view.place.split("/")[0]
        if tension in tensions:  # a note's pole belongs to its first tension
            tensions = (tension, *(t for t in tensions if t != tension))
        self.edited.emit(replace(note, pole=side, tensions=tensions))
