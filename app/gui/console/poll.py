"""Poll: typing in sealed answers, and what the room sees of them, which is how many there are.

Medians and gaps are closed to the facilitator too, until the reveal policy opens them; looking
anyway is one press, and stays in this panel.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.core.actions import EnterAnswers
from app.core.book import Book
from app.core.polls import answered
from app.core.state import State
from app.core.values import Answers, Item
from app.gui.console.panel import Desk, PhasePanel
from app.gui.console.poll_blocks import PollBlock, RoomSees
from app.gui.console.poll_rows import PollRow
from app.gui.console.poll_views import BlockView, ItemView, PollView, poll_view
from app.gui.console.poll_words import WordsRow
from app.gui.layouts import KeyedColumn, column, holding, row, scrolled
from app.gui.theme import Look, TextStyle
from app.gui.widgets.buttons import Button, Kind
from app.gui.widgets.card import Card
from app.gui.widgets.elided_label import ElidedLabel
from app.gui.widgets.icon_text import IconText
from app.gui.widgets.text_label import TextLabel

_FEW_ITEMS = 2  # so many tabs have room for their names; of more, only the chosen one
_Options = tuple[tuple[str, str], ...]


class PollPanel(PhasePanel):
    """Shows one item at a time, a line a cell."""

    def __init__(self, book: Book, look: Look, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(book, look, desk, parent)
        self._state = State()
        self._chosen = ""
        self._looks = False
        self._view = PollView((), "", "", ())
        self._tabs = KeyedColumn[ItemView, Button](
            self._make_tab, self._dress_tab, spacing=20, wraps=True
        )
        self._later = ElidedLabel(look, "", TextStyle.SMALL, "ink2")
        self._question = TextLabel(look, "", TextStyle.CARD_TITLE, wrap=True)
        self._hint = TextLabel(look, "", TextStyle.BODY, "ink2", wrap=True)
        self._options = KeyedColumn[_Options, QWidget](
            self._make_options, lambda _row, _pair: None, spacing=0
        )
        self._blocks = KeyedColumn[tuple[ItemView, BlockView], PollBlock](
            self._make_block, lambda block, found: block.set_view(*found)
        )
        self._sees = RoomSees(look)
        self._sealed = IconText(look, "lock", "", "ink2", wrap=True)
        self._look_now = Button(look, "Look now, privately", Kind.LINK)
        self._look_now.setObjectName("poll_look_now")
        self._look_now.setCheckable(True)
        self._look_now.clicked.connect(self._on_look)
        self._gaps = TextLabel(look, "", TextStyle.NARRATIVE, wrap=True)
        self._lay_out()

    def set_view(self, state: State) -> None:
        """Show the poll of the turn as far as it was typed in."""
        if state.turn != self._state.turn:
            self._chosen, self._looks = "", False
        self._state = state
        self._redraw()

    def focus_first(self) -> None:
        """Put the keyboard into the first line that wants answers."""
        rows = self._rows()
        wanting = next((found for found in rows if found.needs_answers), None)
        if wanting is not None:
            wanting.focus_first()
        elif rows:
            rows[0].focus_first()

    def focus_seat(self, index: int) -> None:
        """Go to the first line of the cell of this place in the deck."""
        for found in self._rows():
            if found.seat_index == index:
                found.focus_first()
                return

    def _item(self) -> ItemView | None:
        chosen = (item for item in self._view.items if item.id == self._chosen)
        return next(chosen, next(iter(self._view.items), None))

    def _rows(self) -> list[PollRow | WordsRow]:
        return [found for block in self._blocks.rows.values() for found in block.rows()]

    def _redraw(self) -> None:
        self._view = poll_view(self.book, self._state, looks_anyway=self._looks)
        item = self._item()
        self._tabs.set_items((found.id, found) for found in self._view.items)
        self._later.setText(self._view.later)
        if item is not None:
            self._question.setText(item.question)
            self._hint.setText(item.hint)
            pairs = [item.options[at : at + 2] for at in range(0, len(item.options), 2)]
            self._options.set_items((f"{item.id}/{pair[0][0]}", pair) for pair in pairs)
            self._blocks.set_items(
                (f"{self._state.turn}/{item.id}/{place}", (item, block))
                for place, block in enumerate(item.blocks)
            )
        self._sees.set_count(*answered(self.book, self._state, item.id if item else ""))
        self._say_seal()

    def _say_seal(self) -> None:
        sealed = self._view.sealed
        closed = f"Medians and gaps are closed to you too, {sealed}; what you typed stays readable"
        word = "You look at what is sealed; the room stays closed" if self._looks else closed
        self._sealed.set_all("eye" if self._looks else "lock", f"{word}.", "ink2")
        self._sealed.setVisible(bool(sealed))
        self._look_now.setVisible(bool(sealed))
        self._look_now.setChecked(self._looks)
        self._look_now.set_label("Close them again" if self._looks else "Look now, privately")
        self._gaps.setText("\n".join(self._view.gaps))
        self._gaps.setVisible(bool(self._view.gaps))

    # --- wishes --------------------------------------------------------------------------------

    def _enter(self, answers: Answers) -> None:
        self.action_requested.emit(EnterAnswers(answers))

    def _go_on(self) -> None:
        """Give the keyboard to the next line that wants answers, of this item or the next."""
        if any(found.needs_answers for found in self._rows()):
            self.focus_first()
            return
        items = self._view.items
        item = self._item()
        place = items.index(item) if item in items else 0
        for other in (*items[place + 1 :], *items[:place]):
            if other.done[0] < other.done[1]:
                self._choose(other.id)
                self.focus_first()
                return
        if item is not None:  # all are in: away from the buttons that take answers out
            self._tabs.rows[item.id].setFocus()

    def _choose(self, item: str) -> None:
        self._chosen = item
        self._redraw()
        self.stage_requested.emit(Item("poll", self._state.turn, item))

    def _on_look(self, looks: bool) -> None:
        self._looks = looks
        self._redraw()

    def _add_letter(self, letter: str) -> None:
        """Type a letter into the line that has the keyboard, else the first that wants answers."""
        rows = [found for found in self._rows() if isinstance(found, PollRow)]
        active = next((found for found in rows if found.line.hasFocus()), None)
        active = active or next((found for found in rows if found.needs_answers), None)
        if active is not None:
            active.add_letter(letter)

    # --- parts ---------------------------------------------------------------------------------

    def _make_tab(self, item: ItemView) -> Button:
        tab = Button(self.look, "", Kind.TAB)
        tab.setObjectName(f"poll_tab_{item.id}")
        tab.setCheckable(True)
        tab.clicked.connect(lambda: self._choose(item.id))
        return tab

    def _dress_tab(self, tab: Button, item: ItemView) -> None:
        place = self._view.items.index(item) + 1
        done, whole = item.done
        chosen = self._item()
        is_chosen = chosen is not None and chosen.id == item.id
        is_named = is_chosen or len(self._view.items) <= _FEW_ITEMS
        said = f"{place} {item.short}, {done} of {whole}"
        tab.set_label(f"{place} {item.short if is_named else ''}   {done} of {whole}", said)
        tab.setToolTip("" if is_named else item.short)
        tab.setChecked(is_chosen)

    def _make_options(self, options: _Options) -> QWidget:
        line = row(spacing=0)
        for option in options:
            line.addWidget(self._make_option(*option), 1, Qt.AlignmentFlag.AlignLeft)
        return holding(line)

    def _make_option(self, letter: str, text: str) -> Button:
        button = Button(self.look, f"{letter}   {text}", Kind.GHOST)
        button.setObjectName(f"poll_option_{letter}")
        button.setAccessibleName(f"{letter}: {text}")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard in the line
        button.clicked.connect(lambda: self._add_letter(letter))
        return button

    def _make_block(self, _found: tuple[ItemView, BlockView]) -> PollBlock:
        block = PollBlock(self.book, self.look, self.desk)
        block.entered.connect(self._enter)
        block.finished.connect(self._go_on)
        return block

    def _lay_out(self) -> None:
        frame = Card("surface", "Poll")
        frame.column.setContentsMargins(1, 0, 1, 1)
        frame.column.setSpacing(0)
        tabs = row((self._tabs, 1), self._later)
        tabs.setContentsMargins(16, 4, 16, 0)
        asked = Card("row", "Question")
        asked.column.setContentsMargins(16, 12, 16, 12)
        asked.column.setSpacing(4)
        for part in (self._question, self._hint, self._options):
            asked.column.addWidget(part)
        frame.column.addLayout(tabs)
        frame.column.addWidget(asked)
        frame.column.addWidget(self._blocks)
        foot = row((self._sealed, 1), self._look_now)
        foot.setAlignment(self._sealed, Qt.AlignmentFlag.AlignVCenter)
        content = column(frame, self._sees, foot, self._gaps, None, spacing=12)
        self.setLayout(column(scrolled(holding(content), "poll_scroll"), spacing=0))
