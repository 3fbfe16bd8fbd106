"""Choosing two of the most-tagged tensions, and the questions that then are asked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from app.core.book import Book
from app.core.outcome import most_tagged, tension_counts
from app.core.state import State
from app.gui.layouts import KeyedColumn, column, row
from app.gui.theme import Look, TextStyle
from app.gui.widgets.card import Card
from app.gui.widgets.text_label import TextLabel

_MOST = 4
Offer = tuple[str, str, int]


class TensionChoice(QWidget):
    """Shows the tensions by letter, as the room sees them, with a tick for those it chose.

    Signals:
        chosen(object): the ids of the tensions that are ticked, a tuple.
    """

    chosen = Signal(object)

    def __init__(self, book: Book, look: Look) -> None:
        super().__init__()
        self._book, self._look = book, look
        self._rows = KeyedColumn[Offer, _Row](
            self._make, lambda found, offer: found.set_offer(offer)
        )
        self._questions = TextLabel(look, "", TextStyle.NARRATIVE, wrap=True)
        self.setLayout(column(self._rows, self._questions, spacing=8))

    def set_view(self, state: State) -> None:
        """Show what is offered, what was chosen, and the questions for that."""
        counts = tension_counts(state)
        offered = zip("ABCD", most_tagged(self._book, state, _MOST), strict=False)
        self._rows.set_items((t, (letter, t, counts[t])) for letter, t in offered)
        for tension, found in self._rows.rows.items():
            found.box.setChecked(tension in state.tensions_chosen)
        self._questions.setText("\n".join(self._asks(state)))
        self._questions.setVisible(bool(state.tensions_chosen))

    def _asks(self, state: State) -> list[str]:
        asked = []
        for tension in state.tensions_chosen:
            asked += [q.ask for q in self._book.deck.questions if q.tension == tension]
            asked += self._book.tension(tension).questions
        return [f"“{ask}”" for ask in asked]

    def _make(self, offer: Offer) -> _Row:
        made = _Row(self._book, self._look, offer)
        made.box.clicked.connect(self._tell)
        return made

    def _tell(self, *_: object) -> None:
        ticked = tuple(key for key, found in self._rows.rows.items() if found.box.isChecked())
        self.chosen.emit(ticked)


class _Row(Card):
    """One tension: letter, name, its poles, how often it was tagged."""

    def __init__(self, book: Book, look: Look, offer: Offer) -> None:
        letter, tension, _ = offer
        found = book.tension(tension)
        super().__init__("row", found.name)
        self.box = QCheckBox(f"{letter}  {found.name}")
        self.box.setObjectName(f"wash_tension_{tension}")
        self.box.setAccessibleName(f"The room chose {found.name}")
        poles = TextLabel(look, " · ".join(found.poles), TextStyle.SMALL, "ink2", wrap=True)
        self._count = TextLabel(look, "", TextStyle.SMALL, "ink2")
        self.column.setContentsMargins(0, 5, 0, 5)
        self.column.addLayout(row(self.box, (poles, 1), self._count, spacing=14))
        self.set_offer(offer)

    def set_offer(self, offer: Offer) -> None:
        """Show how often it was tagged."""
        count = offer[2]
        self._count.setText(f"tagged {count} time{'' if count == 1 else 's'}")
