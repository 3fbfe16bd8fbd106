"""Adjudicate: the proposed ledger, a row a gauge, and every word that the white cell has on it.

All lines are accepted unless touched. Nothing here goes to the room: gauges are shown by their own
item, once the poll of the turn is closed.
"""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from app.core.actions import AddLine, RuleLine, WithdrawRuling
from app.core.actions import Challenge as ChallengeLine
from app.core.book import Book
from app.core.proposal import added_values
from app.core.state import State
from app.core.values import AddedLine, Ruling
from app.gui.console.add_line import AddLineCard
from app.gui.console.argument_words import OUTCOMES
from app.gui.console.challenge import ChallengeCard
from app.gui.console.free_arguments import FreeArguments
from app.gui.console.gauge_row import GaugeRow
from app.gui.console.ledger_views import GaugeView, ledger_view
from app.gui.console.line_row import LineRow
from app.gui.console.panel import Desk, PhasePanel
from app.gui.layouts import KeyedColumn, column, holding, row, scrolled
from app.gui.theme import Look, TextStyle
from app.gui.widgets.buttons import Button, Kind
from app.gui.widgets.card import Card
from app.gui.widgets.icon_text import IconText
from app.gui.widgets.text_label import TextLabel

W = TypeVar("W", bound=QWidget)


class AdjudicatePanel(PhasePanel):
    """Shows the ledger. The main action, *Accept and continue*, is the frame's."""

    def __init__(self, book: Book, look: Look, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(book, look, desk, parent)
        self._state = State()
        self._head = TextLabel(look, "", TextStyle.BODY, "ink2", wrap=True)
        self._read = ""
        """The gauge that was read last."""
        self._read_line = ""
        self._add = Button(look, "Add a line", Kind.OUTLINE, "plus")
        self._add.setObjectName("adjudicate_add_line")
        self._challenge = Button(look, "Challenge", Kind.OUTLINE, "scale")
        self._challenge.setObjectName("adjudicate_challenge")
        self._settled = IconText(look, "scale", "", "ink2", wrap=True)
        self._rows = KeyedColumn[GaugeView, GaugeRow](
            self._make_row, lambda found, view: found.set_view(view)
        )
        self._quiet = TextLabel(look, "", TextStyle.SMALL, "ink2", wrap=True)
        self._quiet.setContentsMargins(42, 9, 16, 11)
        self.free = FreeArguments(book, look, desk)
        self._add_card = AddLineCard(book, look)
        self._challenge_card = ChallengeCard(book, look)
        self._lay_out()
        self._connect()

    def set_view(self, state: State) -> None:
        """Show the ledger as the rulings leave it."""
        self._state = state
        view = ledger_view(self.book, state)
        self._head.setText(view.head)
        turn = state.turn
        self._rows.set_items((f"{turn}/{gauge.id}", gauge) for gauge in view.gauges)
        self._quiet.setText(view.quiet)
        self._quiet.setVisible(bool(view.quiet))
        self._add.setEnabled(bool(added_values(state)))
        used = state.now.challenge
        self._challenge.setEnabled(used is None and bool(view.gauges))
        self._challenge.set_label("Challenge" if used is None else "Challenged")
        self._settled.setVisible(used is not None)
        if used is not None:
            self._settled.set_text(f"“{used.argument.action}” {OUTCOMES[used.outcome]}.")
        self.free.set_view(state)
        self.main_changed.emit()

    def focus_first(self) -> None:
        """Put the keyboard on what is to be argued, else on the first gauge's arrow."""
        if self.free.focus_first():
            return
        first = next(iter(self._rows.rows.values()), None)
        arrow = first.findChild(Button) if first is not None else self._add
        if arrow is not None:
            arrow.setFocus()

    def waits_for(self) -> str:
        """A card to be argued, a ruling that lacks something, else the open cards; or nothing."""
        cards = (self._add_card.waits_for(), self._challenge_card.waits_for())
        found = (
            self.free.waits_for(),
            *(gauge.waits_for() for gauge in self._rows.rows.values()),
            *cards,
        )
        return next((sentence for sentence in found if sentence), "")

    def _make_row(self, view: GaugeView) -> GaugeRow:
        made = GaugeRow(self.look, self.desk, view, self._state.turn)
        made.setObjectName(f"gauge_{view.id}")
        made.ruled.connect(self._rule)
        made.withdrawn.connect(self._withdraw)
        made.changed.connect(self.main_changed)
        made.installEventFilter(self)
        return made

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press on a row reads it."""
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(watched, GaugeRow):
            self._read, self._read_line = watched.objectName().removeprefix("gauge_"), ""
        return super().eventFilter(watched, event)

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        """What the keyboard is in is read."""
        gauge = _around(now, GaugeRow)
        if gauge is not None and self.isAncestorOf(gauge):
            self._read = gauge.objectName().removeprefix("gauge_")
            self._read_line = _line_of(now)

    def _being_read(self) -> tuple[str, str]:
        """The gauge and the line that were read last; else the first gauge that is open."""
        rows = {key.partition("/")[2]: found for key, found in self._rows.rows.items()}
        if self._read in rows:
            return self._read, self._read_line
        return next((gauge for gauge, found in rows.items() if found.is_open), ""), ""

    def _lay_out(self) -> None:
        frame = Card("surface", "Ledger")
        frame.column.setContentsMargins(1, 0, 1, 1)
        frame.column.setSpacing(0)
        frame.column.addWidget(self._rows)
        frame.column.addWidget(self._quiet)
        cards = (self._add_card, self._challenge_card, self.free)
        content = holding(column(*cards, frame, None, spacing=8))
        self._area = scrolled(content, "adjudicate_scroll")
        head = row((self._head, 1), self._add, self._challenge)
        self._add_card.hide()
        self._challenge_card.hide()
        self.setLayout(column(head, self._settled, (self._area, 1), spacing=8))

    def _connect(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)
        self._add.clicked.connect(self._open_add)
        self._challenge.clicked.connect(self._open_challenge)
        self._add_card.added.connect(self._add_line)
        self._challenge_card.challenged.connect(self._settle)
        self.free.settled.connect(self.action_requested)
        for card in (self._add_card, self._challenge_card):
            card.closed.connect(self.main_changed)

    def _open_add(self) -> None:
        self._challenge_card.hide()
        self._area.verticalScrollBar().setValue(0)
        self._add_card.open(added_values(self._state))

    def _open_challenge(self) -> None:
        self._add_card.hide()
        self._area.verticalScrollBar().setValue(0)
        self._challenge_card.open(self._state, *self._being_read())

    def _rule(self, ruling: Ruling) -> None:
        self.action_requested.emit(RuleLine(ruling))

    def _withdraw(self, line: str) -> None:
        self.action_requested.emit(WithdrawRuling(line))

    def _add_line(self, line: AddedLine) -> None:
        self.action_requested.emit(AddLine(line))

    def _settle(self, wish: ChallengeLine) -> None:
        self.action_requested.emit(wish)


def _around(widget: QWidget | None, kind: type[W]) -> W | None:
    """What of this kind a widget stands in."""
    while widget is not None and not isinstance(widget, kind):
        widget = widget.parentWidget()
    return widget


def _line_of(widget: QWidget | None) -> str:
    """The line that a widget stands in, as its buttons are named; empty where it is none."""
    found = _around(widget, LineRow)
    buttons = found.findChildren(Button) if found is not None else []
    names = (button.objectName() for button in buttons)
    return next((name.removeprefix("why_") for name in names if name.startswith("why_")), "")
