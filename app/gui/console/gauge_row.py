"""One gauge in the adjudication list: before and after, its causes, and its lines when open."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from typing_extensions import override

from app.gui.console.ledger_views import GaugeView, LineView
from app.gui.console.line_row import LineRow
from app.gui.console.panel import Desk
from app.gui.layouts import KeyedColumn, column, holding, row
from app.gui.theme import Look, TextStyle
from app.gui.widgets.buttons import icon_button
from app.gui.widgets.card import Card
from app.gui.widgets.elided_label import ElidedLabel
from app.gui.widgets.mini_track import MiniTrack, Reading
from app.gui.widgets.text_label import TextLabel

_NAME_WIDTH, _BAND_WIDTH = 180, 106


class GaugeRow(Card):
    """Shows a gauge; a press on the row, or on its arrow, opens its lines.

    Signals:
        ruled(object), withdrawn(str), changed: see `LineRow`.
    """

    ruled = Signal(object)
    withdrawn = Signal(str)
    changed = Signal()

    def __init__(self, look: Look, desk: Desk, view: GaugeView, turn: int) -> None:
        super().__init__("row", view.name)
        self._look, self._desk, self._turn, self._view = look, desk, turn, view
        self._arrow = icon_button(look, "chevron-right", f"Lines of {view.name}")
        self._arrow.setObjectName(f"open_{view.id}")
        self._arrow.setCheckable(True)
        self._name = ElidedLabel(look, view.name, TextStyle.STRONG)
        self._name.setFixedWidth(round(_NAME_WIDTH * look.factor))
        self._track = MiniTrack(look, view.name, Reading(view.after, view.before))
        self._before = TextLabel(look, "", TextStyle.BODY, "ink2", even_digits=True)
        self._after = TextLabel(look, "", TextStyle.TITLE, even_digits=True)
        self._band = ElidedLabel(look, "", TextStyle.SMALL, "ink2")
        self._band.setFixedWidth(round(_BAND_WIDTH * look.factor))
        self._causes = ElidedLabel(look, "", TextStyle.SMALL)
        self._lines = KeyedColumn[LineView, LineRow](
            self._make_line, lambda found, line: found.set_view(line), spacing=2
        )
        self._lay_out()
        self._arrow.clicked.connect(self._on_arrow)
        self.set_view(view)
        self.set_open(any(self._has_draft(line) for line in view.lines) or bool(view.ruled))

    @property
    def is_open(self) -> bool:
        """Whether its lines are seen."""
        return self._arrow.isChecked()

    def set_view(self, view: GaugeView) -> None:
        """Show the gauge as the ledger now leaves it."""
        self._view = view
        self._track.set_reading(Reading(_on_scale(view.after), _on_scale(view.before)))
        self._before.setText(f"{view.before} →")
        self._after.setText(str(view.after))
        self._band.setText(view.band)
        self._causes.setText(view.causes)
        self._lines.set_items((line.place, line) for line in view.lines)
        self._body.setVisible(self.is_open)

    def set_open(self, is_open: bool) -> None:
        """Show or hide its lines."""
        self._arrow.setChecked(is_open)
        self._arrow.set_icon("chevron-down" if is_open else "chevron-right")
        self._body.setVisible(is_open)
        state = "open" if is_open else "closed"
        self.setAccessibleDescription(f"{self._view.before} to {self._view.after}, {state}")

    def waits_for(self) -> str:
        """Why the ledger must wait for one of its lines; empty where it need not."""
        found = (row.waits_for() for row in self._lines.rows.values())
        return next((sentence for sentence in found if sentence), "")

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        is_head = event.position().y() <= self._head.geometry().bottom()
        if event.button() == Qt.MouseButton.LeftButton and is_head:
            self.set_open(not self.is_open)
        super().mouseReleaseEvent(event)

    def _on_arrow(self, is_open: bool) -> None:
        self.set_open(is_open)

    def _has_draft(self, line: LineView) -> bool:
        return bool(self._desk.draft(f"ruling/{self._turn}/{line.key}/reason"))

    def _make_line(self, line: LineView) -> LineRow:
        made = LineRow(self._look, self._desk, line, self._turn)
        made.ruled.connect(self.ruled)
        made.withdrawn.connect(self.withdrawn)
        made.changed.connect(self.changed)
        return made

    def _lay_out(self) -> None:
        head = row(self._arrow, self._name, 6, self._track, 12, spacing=0)
        for part in (self._before, self._after):
            head.addWidget(part)
            head.addSpacing(6)
        head.addSpacing(8)
        head.addWidget(self._band)
        head.addSpacing(10)
        head.addWidget(self._causes, 1)
        self._after.setFixedWidth(20)
        self._head = holding(head)
        self._body = holding(column(self._lines, margins=(36, 2, 0, 8)))
        self.column.setContentsMargins(6, 0, 12, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self._head)
        self.column.addWidget(self._body)


def _on_scale(value: int) -> int:
    return max(0, min(10, value))
