"""The board: a lane a tension between its two poles, or three columns."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.gui.console.board_views import BoardView, CardView, LaneView
from app.gui.console.note_card import NoteCard
from app.gui.layouts import KeyedColumn, column, flat, holding, row
from app.gui.theme import Look, TextStyle
from app.gui.widgets.card import Rule
from app.gui.widgets.painted import Painted
from app.gui.widgets.text_label import TextLabel


class Board(QWidget):
    """Shows the lanes; one card at most is chosen.

    Signals:
        edited(object): a `Note` with another star, pole or mark.
        promote_requested(object): make an insight of this `Note`.
    """

    edited = Signal(object)
    promote_requested = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._chosen = ""
        self._lanes = KeyedColumn[LaneView, _Lane](
            self._make_lane, lambda lane, view: lane.set_view(view), spacing=10
        )
        words = "No notes yet. Write one at the right; #tension puts it between two poles."
        self._empty = TextLabel(look, words, TextStyle.NARRATIVE, "ink2", wrap=True)
        self.setLayout(column(self._lanes, self._empty, spacing=8))

    def set_view(self, view: BoardView) -> None:
        """Show the notes as they stand."""
        self._lanes.set_items((f"{lane.key}/{bool(lane.id)}", lane) for lane in view.lanes)
        self._empty.setVisible(not any(lane.count for lane in view.lanes))
        self._mark()

    def _make_lane(self, view: LaneView) -> _Lane:
        lane = _Lane(self._look, view)
        lane.chosen.connect(self._choose)
        lane.edited.connect(self.edited)
        lane.promote_requested.connect(self.promote_requested)
        return lane

    def _choose(self, place: str) -> None:
        self._chosen = "" if place == self._chosen else place
        self._mark()

    def _mark(self) -> None:
        for lane in self._lanes.rows.values():
            lane.mark(self._chosen)


class _Lane(QWidget):
    """One tension: its poles and name over an axis, and three columns of cards."""

    chosen = Signal(str)
    edited = Signal(object)
    promote_requested = Signal(object)

    def __init__(self, look: Look, view: LaneView) -> None:
        super().__init__()
        self._look = look
        self._has_poles = bool(view.id)
        self._columns = [
            KeyedColumn[CardView, NoteCard](
                self._make_card, lambda card, found: card.set_view(found), spacing=8
            )
            for _ in range(3)
        ]
        cards = row(spacing=12)
        for found in self._columns:
            held = column(found, None, spacing=0)
            cards.addLayout(held, 1)
        heads = self._pole_heads(look, view) if view.id else self._column_heads(look, view)
        parts: list[QWidget] = [Rule(), heads]
        if view.id:
            parts.append(_Axis(look, view))
        self.setLayout(column(*parts, cards, spacing=6))

    def set_view(self, view: LaneView) -> None:
        """Show the cards as they stand."""
        sides = (view.left, view.middle, view.right)
        for found, side in zip(self._columns, sides, strict=True):
            found.set_items((card.place, card) for card in side)

    def mark(self, place: str) -> None:
        """Show which card is chosen."""
        for found in self._columns:
            for key, card in found.rows.items():
                card.set_chosen(key == place)

    def _make_card(self, view: CardView) -> NoteCard:
        card = NoteCard(self._look, view, has_poles=self._has_poles)
        card.chosen.connect(self.chosen)
        card.edited.connect(self.edited)
        card.promote_requested.connect(self.promote_requested)
        return card

    @staticmethod
    def _pole_heads(look: Look, view: LaneView) -> QWidget:
        left = TextLabel(look, view.heads[0], TextStyle.SMALL, "ink2")
        right = TextLabel(look, view.heads[2], TextStyle.SMALL, "ink2")
        right.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        tag = flat(TextLabel(look, view.id, TextStyle.MICRO, "tag"))
        name = TextLabel(look, view.name, TextStyle.TITLE)
        return holding(row((left, 1), tag, name, (right, 1)))

    @staticmethod
    def _column_heads(look: Look, view: LaneView) -> QWidget:
        heads = row(
            *((TextLabel(look, head, TextStyle.STRONG), 1) for head in view.heads), spacing=12
        )
        if not view.name:
            return holding(heads)
        return holding(column(TextLabel(look, view.name, TextStyle.TITLE), heads, spacing=4))


class _Axis(Painted):
    """The line from pole to pole, a dot at each end."""

    def __init__(self, look: Look, view: LaneView) -> None:
        super().__init__(look, f"{view.heads[0]} to {view.heads[2]}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, 10)

    @override
    def draw(self, painter: QPainter) -> None:
        middle, right = self.height() / 2, self.width() - 8.0
        painter.setPen(QPen(self.look.color("line2"), 1))
        painter.drawLine(4, round(middle), round(right), round(middle))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.color("ink"))
        for left in (0.0, right):
            painter.drawEllipse(QRectF(left, middle - 4, 8, 8))
