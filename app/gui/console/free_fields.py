"""The fields of a card that a cell writes itself, each with its own word of what is missing."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.core.actions import Refusal
from app.core.book import Book
from app.core.own import bounds_of
from app.core.values import Channel
from app.gui.console.form_lines import FormLines
from app.gui.console.free_draft import FreeDraft
from app.gui.console.step_row import StepRow
from app.gui.layouts import column, name_parts, row
from app.gui.theme import Look, TextStyle
from app.gui.widgets.buttons import Button
from app.gui.widgets.chips import Chip, ChipGroup
from app.gui.widgets.keys import is_escape
from app.gui.widgets.line_edit import LineEdit
from app.gui.widgets.many_chips import ManyChips
from app.gui.widgets.note_edit import NoteEdit
from app.gui.widgets.segmented import Segment, SegmentedSwitch
from app.gui.widgets.text_label import TextLabel

_LABEL, _MOST_TITLE, _LARGE = 96, 80, 1.2
_WAYS: dict[Channel, str] = {"joint": "Joint", "solo": "Solo", "quiet": "Quiet"}
_AT = {
    "WordsMissing": "title",
    "NoLine": "title",
    "CostOutOfBounds": "cost",
    "WantsNothing": "wants",
    "TooMuch": "wants",
    "NoSuchGauge": "wants",
    "NoSuchChannel": "how",
}
"""The field that a refusal speaks of, by its code."""


class FreeFields(QWidget):
    """Shows what there is to fill in. `draft` reads it, `set_draft` fills it.

    Signals:
        changed: a person changed something.
        saved: Ctrl+Enter in a text field.
        escaped: Esc in a text field.
    """

    changed = Signal()
    saved = Signal()
    escaped = Signal()

    def __init__(self, book: Book, look: Look) -> None:
        super().__init__()
        self._book, self._look = book, look
        self._draft = FreeDraft("")
        self._lines = FormLines(look, _AT, _LABEL)
        self._build_words()
        self._build_choices()
        self._lay_out()
        self._connect()

    def draft(self) -> FreeDraft:
        """The card as it is filled in."""
        return replace(
            self._draft,
            title=self._title.text(),
            text=self._text.toPlainText(),
            cost=int(self._cost.chosen_key() or 1),
            wants=(self._wants.value(), self._also.value()),
            channel=next((way for way in _WAYS if way == self._how.chosen_key()), ""),
            asked=self._asked.selected(),
            addressee=next(iter(self._told.selected()), ""),
            affects=self._affects.selected(),
            tags=self._tags.selected(),
            tensions=self._tensions.selected(),
        )

    def set_draft(self, draft: FreeDraft) -> None:
        """Fill the fields for a card of this seat."""
        self._draft = draft
        self._offer_seats(draft.seat)
        self._title.setText(draft.title)
        self._text.set_text(draft.text)
        self._cost.set_chosen(str(draft.cost))
        wants = (*draft.wants, ("", 0), ("", 0))
        self._wants.set_value(*wants[0])
        self._also.set_value(*wants[1])
        self._how.set_chosen(draft.channel or None)
        self._asked.set_selected(*draft.asked)
        self._told.set_selected(draft.addressee)
        self._affects.set_selected(*draft.affects)
        self._tags.set_selected(*draft.tags)
        self._tensions.set_selected(*draft.tensions)
        self.tell(None)
        self._fit()

    def tell(self, refusal: Refusal | None) -> bool:
        """Say a refusal beside its field; False where it speaks of none of them."""
        self._lines.tell(refusal)
        return refusal is None or bool(self._lines.field_of(refusal))

    def go_to(self, refusal: Refusal) -> None:
        """Put the keyboard where a refusal can be mended."""
        first = self._text if self._title.text().strip() else self._title
        fields: dict[str, QWidget] = {"title": first, "cost": self._cost, "how": self._how}
        at = self._lines.field_of(refusal)
        if at == "wants":
            self._wants.focus_first()
        elif at in fields:
            found = fields[at]
            inner = [child for child in found.children() if isinstance(child, QWidget)]
            (found if at == "title" else inner[0]).setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """Put the keyboard on the title."""
        self._title.setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc in a text leaves it, and what is typed stays."""
        if is_escape(event):
            self.escaped.emit()
            return True
        return super().eventFilter(watched, event)

    # --- layout --------------------------------------------------------------------------------

    def _build_words(self) -> None:
        look, bounds = self._look, bounds_of(self._book.deck)
        self._title = LineEdit(look, "Title of the card", "What the card is called")
        self._title.setObjectName("free_title")
        self._title.setMaxLength(_MOST_TITLE)
        self._text = NoteEdit(look, "What is done", "What is done, by whom, where", lines=(2, 4))
        self._text.setObjectName("free_text")
        least, most = bounds.cost
        costs = tuple(Segment(str(cost), str(cost)) for cost in range(least, most + 1))
        self._cost = SegmentedSwitch(look, "Cost in effort", costs, answers=True)
        name_parts(self._cost, "free_cost")
        self._wants = StepRow(self._book, look, "It wants", "free_wants_1", "Which gauge?")
        self._also = StepRow(self._book, look, "It also wants", "free_wants_2", "No second gauge")
        ways = tuple(Segment(way, _WAYS[way]) for way in _WAYS if way in bounds.channels)
        self._how = SegmentedSwitch(look, "How it is played", ways, answers=True)
        name_parts(self._how, "free_how")

    def _build_choices(self) -> None:
        look, deck = self._look, self._book.deck
        is_large = look.factor >= _LARGE
        self._asked = ManyChips(look, "Asked to sign", (), 3 if is_large else 4)
        self._told = ChipGroup(look, "Told to")
        self._affects = ManyChips(look, "Whom it affects", (), 4 if is_large else 5)
        tags = dict.fromkeys(tag for move in deck.moves for tag in move.tags)
        words = tuple(Chip(tag, _spoken(tag)) for tag in tags)
        self._tags = ManyChips(look, "Tags", words, 5)
        name_parts(self._tags, "free_tag")
        said = {_spoken(tag): f"Tag: {_spoken(tag)}" for tag in tags}
        _explain(self._tags, {text: (name, f"{name}. Rules find the card by it.")
                              for text, name in said.items()})  # fmt: skip
        tensions = tuple(Chip(tension.id, tension.id) for tension in deck.tensions)
        self._tensions = ManyChips(look, "Tensions", tensions, 7 if is_large else 9)
        name_parts(self._tensions, "free_tension")
        names = {tension.id: f"{tension.id} {tension.name}" for tension in deck.tensions}
        _explain(self._tensions, {key: (name, name) for key, name in names.items()})
        self._names = TextLabel(look, "", TextStyle.SMALL, "ink2", wrap=True)

    def _offer_seats(self, seat: str) -> None:
        """Every other cell may sign, be told, or be affected."""
        others = tuple(
            Chip(other.id, other.short, place)
            for place, other in enumerate(self._book.deck.seats)
            if other.id != seat
        )
        for group, name in (
            (self._asked, "free_sign"),
            (self._told, "free_told"),
            (self._affects, "free_affects"),
        ):
            group.set_chips(others)
            name_parts(group, name)

    def _lay_out(self) -> None:
        lines = self._lines
        words = column(self._title, lines.saying("title"), self._text, spacing=6)
        how = row(self._how, self._asked, self._told, None, spacing=14)
        self._second_row = lines.line("and", column(self._also))
        self._tag_row = lines.line("Tags", row(self._tags, None))
        rows = (
            lines.line("Card", words),
            lines.line("Costs", row(self._cost, lines.saying("cost"), None)),
            lines.line("It wants", column(self._wants, lines.saying("wants"), spacing=4)),
            self._second_row,
            lines.line("How", column(how, lines.saying("how"), spacing=4)),
            lines.line("Affects", row(self._affects, None)),
            self._tag_row,
            lines.line("Tensions", column(row(self._tensions, None), self._names, spacing=4)),
        )
        self.setLayout(column(*rows, None, spacing=10, margins=(0, 0, 10, 4)))
        self._tag_row.setVisible(bool(self._tags.findChildren(ChipGroup)))

    def _connect(self) -> None:
        self._title.textEdited.connect(self._on_changed)
        self._text.edited.connect(self._on_changed)
        self._title.entered.connect(lambda _text: self._text.setFocus())
        for field in (self._title, self._text):
            field.installEventFilter(self)
            field.saved.connect(lambda _text: self.saved.emit())
        for part in (self._wants, self._also):
            part.changed.connect(self._on_changed)
        chips = (self._asked, self._told, self._affects, self._tags, self._tensions)
        for chosen in (self._cost, self._how, *chips):
            chosen.chosen.connect(self._on_changed)

    def _on_changed(self, *_: object) -> None:
        self._fit()
        self.changed.emit()

    def _fit(self) -> None:
        """Ask only what this cost and this channel leave open; say the tensions' names."""
        draft = self.draft()
        self._second_row.setVisible(draft.may_want_two)
        self._asked.setVisible(draft.channel == "joint")
        self._told.setVisible(draft.channel == "quiet")
        names = [f"{t} {self._book.tension(t).name}" for t in draft.tensions]
        self._names.setText(", ".join(names) or "None chosen: its lines carry no tension.")


def _spoken(tag: str) -> str:
    return tag.replace("_", " ").replace("-", " ")


def _explain(chips: ManyChips, words: dict[str, tuple[str, str]]) -> None:
    """Give the chips, by their text, a name in full and a tooltip."""
    for chip in chips.findChildren(Button):
        name, tip = words[chip.label]
        chip.setAccessibleName(name)
        chip.setToolTip(tip)
