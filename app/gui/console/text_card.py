"""One text: its lines to settle, and who signs it. Folds to a line that says what stands now."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.actions import SettleLine, SignText
from app.core.book import Book
from app.core.pools import text_pool
from app.core.state import State
from app.core.values import Draft
from app.deck.model import Procedure
from app.gui.console.text_lines import TextLines
from app.gui.console.text_words import needed_words, standing_words, summary_words, why_not
from app.gui.layouts import KeyedColumn, column, holding, name_parts, row
from app.gui.theme import Look, TextStyle
from app.gui.widgets.buttons import Button, Kind
from app.gui.widgets.card import Card
from app.gui.widgets.chips import Chip, ChipGroup
from app.gui.widgets.elided_label import ElidedLabel
from app.gui.widgets.text_label import TextLabel


class TextCard(Card):
    """Shows a text that is being drafted.

    Signals:
        action_requested(object): a `SettleLine` or a `SignText`.
        folded: it was folded, or opened.
    """

    action_requested = Signal(object)
    folded = Signal()

    def __init__(self, book: Book, look: Look, text: Procedure) -> None:
        super().__init__("surface", text.title)
        self._book, self._look, self._text = book, look, text
        self._is_compact = False
        self._chosen: bool | None = None
        self.setObjectName(f"text_{text.id}")
        self._stands = TextLabel(look, "", TextStyle.SMALL_STRONG)
        self._stands.setObjectName(f"text_{text.id}_stands")
        self._summary = ElidedLabel(look, "", TextStyle.SMALL, "ink2")
        self._fold = Button(look, "", Kind.GHOST, "chevron-down")
        self._fold.setObjectName(f"text_{text.id}_fold")
        self._lines = TextLines(look, text)
        self._signers = self._make_signers()
        self._why = TextLabel(look, "", TextStyle.SMALL, "ink2")
        self._lay_out()
        self._lines.settled.connect(
            lambda line, option: self.action_requested.emit(SettleLine(text.id, line, option))
        )
        self._signers.chosen.connect(self._sign)
        self._fold.clicked.connect(self._toggle)

    @property
    def is_open(self) -> bool:
        """Whether its lines are to be seen; where nobody has chosen, in a large window only."""
        return not self._is_compact if self._chosen is None else self._chosen

    def set_view(self, state: State) -> None:
        """Show the text as it stands."""
        draft = state.now.draft(self._text.id)
        self._stands.setText(standing_words(self._book, draft))
        self._lines.set_draft(draft)
        self._signers.set_selected(*draft.signers)
        self._show_who_cannot(state)
        self._show_fold(draft)

    def set_compact(self, compact: bool) -> None:
        """Fold in a small window, until somebody opens it."""
        self._is_compact = compact
        self._show_open()

    def fold(self) -> None:
        """Make do with the line that says what stands now."""
        if self.is_open:
            self._toggle()

    def focus_first(self) -> None:
        """Put the keyboard where drafting starts."""
        (self._lines if self.is_open else self._fold).setFocus()

    def _show_who_cannot(self, state: State) -> None:
        reasons = []
        for seat in text_pool(self._book, self._text.id):
            reason = why_not(self._book, state, seat)
            self._signers.set_chip_enabled(seat, not reason, reason)
            reasons += [reason] if reason else []
        self._why.setText(" ".join(reasons))
        self._why.setVisible(bool(reasons))

    def _show_fold(self, draft: Draft) -> None:
        self._summary.setText(summary_words(self._book, draft))
        self._show_open()

    def _show_open(self) -> None:
        is_open = self.is_open
        self._body.setVisible(is_open)
        self._summary.setVisible(not is_open)
        self._fold.set_icon("chevron-up" if is_open else "chevron-down")
        word = "Fold" if is_open else "Draft and sign"
        self._fold.set_label(word, f"{word}: {self._text.title}")

    def _toggle(self) -> None:
        self._chosen = not self.is_open
        self._show_open()
        self.folded.emit()

    def _sign(self, seat: str) -> None:
        signed = seat in self._signers.selected()
        self.action_requested.emit(SignText(self._text.id, seat, signed))

    def _make_signers(self) -> ChipGroup:
        book, text = self._book, self._text
        chips = tuple(
            Chip(seat, book.seat(seat).short, book.seat_index(seat))
            for seat in text_pool(book, text.id)
        )
        made = ChipGroup(self._look, f"Who signs {text.title}", chips, several=True, wraps=True)
        for chip in chips:
            made.name_chip(chip.key, f"{book.name(chip.key)} signs {text.title}")
        name_parts(made, f"text_{text.id}_signs")
        return made

    def _lay_out(self) -> None:
        look = self._look
        title = TextLabel(look, self._text.title, TextStyle.STRONG)
        title.setToolTip(self._text.text)
        head = row(title, self._stands, (self._summary, 1), spacing=12)
        head.addStretch(0)
        head.addWidget(self._fold)
        label = TextLabel(look, "Signs", TextStyle.SMALL, "ink2")
        needed = TextLabel(look, needed_words(self._text), TextStyle.SMALL, "ink2")
        signing = row(label, (self._signers, 1), needed, spacing=12)
        body = column(self._lines, signing, self._why, spacing=6, margins=(0, 0, 8, 4))
        self._body = holding(body)
        self.column.setContentsMargins(16, 4, 8, 6)
        self.column.setSpacing(4)
        self.column.addLayout(head)
        self.column.addWidget(self._body)


class TextCards(QWidget):
    """The texts of a turn, a card each; there are none in most turns.

    Signals:
        action_requested(object), folded: as a card's.
    """

    action_requested = Signal(object)
    folded = Signal()

    def __init__(self, book: Book, look: Look) -> None:
        super().__init__()
        self._book, self._look = book, look
        self._state: State | None = None
        self._is_compact = False
        self._cards = KeyedColumn[Procedure, TextCard](self._make, self._show, spacing=8)
        self.setLayout(column(self._cards))
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether a card takes more than its line."""
        return any(card.is_open for card in self._cards.rows.values())

    def fold(self) -> None:
        """Fold every card."""
        for card in self._cards.rows.values():
            card.fold()

    def focus_first(self) -> None:
        """Go to the first card."""
        for card in tuple(self._cards.rows.values())[:1]:
            card.focus_first()

    def set_view(self, state: State) -> None:
        """Show the texts of the turn."""
        self._state = state
        texts = self._book.procedures_of(state.turn)
        self._cards.set_items((text.id, text) for text in texts)
        self.setVisible(bool(texts))

    def set_room(self, has_room: bool) -> None:
        """Stand aside while something else needs the room."""
        self.setVisible(has_room and bool(self._cards.rows))

    def set_compact(self, compact: bool) -> None:
        """Fold the cards in a small window."""
        self._is_compact = compact
        for card in self._cards.rows.values():
            card.set_compact(compact)

    def _make(self, text: Procedure) -> TextCard:
        made = TextCard(self._book, self._look, text)
        made.set_compact(self._is_compact)
        made.action_requested.connect(self.action_requested)
        made.folded.connect(self.folded)
        return made

    def _show(self, card: TextCard, _text: Procedure) -> None:
        if self._state is not None:
            card.set_view(self._state)
