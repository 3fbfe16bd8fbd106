"""A new inject, written on the spot and released: to the room, or to cells.

What is typed is kept until it is released. What the rules refuse is said beside its field.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.actions import Refusal
from app.core.book import Book
from app.core.decide import decide
from app.core.state import State
from app.core.values import Item
from app.gui.console.change_fields import pick
from app.gui.console.drafts import kept
from app.gui.console.form_lines import FormLines, refusal_words
from app.gui.console.inject_draft import ROOM, InjectDraft
from app.gui.console.panel import Desk
from app.gui.console.sheet import Sheet
from app.gui.layouts import column, holding, name_parts, row
from app.gui.theme import Look, TextStyle
from app.gui.widgets.buttons import Button, Kind
from app.gui.widgets.chips import Chip
from app.gui.widgets.count_stepper import CountStepper
from app.gui.widgets.line_edit import LineEdit
from app.gui.widgets.many_chips import ManyChips
from app.gui.widgets.note_edit import NoteEdit
from app.gui.widgets.text_label import TextLabel

PLACE = "inject/new"
_MOST_EFFECTS, _MOST_STEPS, _MOST_TITLE, _LABEL = 4, 10, 80, 76
_PROMISE = "Its effects apply at once. It is made ready; the room sees it when you show it."
_AT = {
    "WordsMissing": "title",
    "NoLine": "title",
    "ToWhom": "to",
    "NoSuchSeat": "to",
    "NotARuling": "effects",
    "NoSuchGauge": "effects",
    "ReasonMissing": "reason",
}
"""The field that a refusal speaks of, by its code."""


class _EffectRow(QWidget):
    """A gauge and how many steps it moves."""

    changed = Signal()

    def __init__(self, book: Book, look: Look, number: int) -> None:
        super().__init__()
        name = f"inject_effect_{number}"
        gauges = tuple((gauge.id, gauge.name) for gauge in book.deck.gauges)
        none = (("", "No effect" if number == 1 else "No further effect"),)
        self._gauge = pick(f"Effect {number}: gauge", f"{name}_gauge", (*none, *gauges))
        self._gauge.setMinimumContentsLength(22)
        steps = _MOST_STEPS
        self._step = CountStepper(look, f"Effect {number}", low=-steps, high=steps, signed=True)
        name_parts(self._step, f"{name}_step")
        self._step.set_value(1)
        self.setLayout(row(self._gauge, self._step, None))
        self._gauge.currentIndexChanged.connect(self._tell)
        self._step.value_changed.connect(self._tell)

    def value(self) -> tuple[str, int]:
        """The gauge, '' for none, and the steps."""
        gauge = self._gauge.currentData() or ""
        return gauge, self._step.value if gauge else 0

    def set_value(self, gauge: str, step: int) -> None:
        """Show another effect; says nothing."""
        before = self._gauge.blockSignals(True)
        self._gauge.setCurrentIndex(max(0, self._gauge.findData(gauge)))
        self._gauge.blockSignals(before)
        self._step.set_value(step if gauge else 1)
        self._step.setVisible(bool(gauge))

    def _tell(self, *_: object) -> None:
        self._step.setVisible(bool(self._gauge.currentData()))
        self.changed.emit()


class WriteInjectSheet(Sheet):
    """Shows the fields of a new inject. *Release it* asks for `WriteInject`.

    Signals:
        stage_requested(object): the `Item` of the inject that was released to the room.
    """

    stage_requested = Signal(object)

    def __init__(self, book: Book, look: Look, desk: Desk, parent: QWidget) -> None:
        super().__init__(look, "New inject", "inject", parent)
        self._book, self._desk = book, desk
        self._has_tried = False
        self._to_before: tuple[str, ...] = (ROOM,)
        self._lines = FormLines(look, _AT, _LABEL)
        self._build()
        self.fill(self._body_part(), self._foot_part())
        self._connect()
        self._take(kept(desk.draft(PLACE), InjectDraft()))

    def set_view(self, state: State) -> None:
        """Judge what is typed by the state as it stands."""
        super().set_view(state)
        if self.isVisible():
            self._judge()

    def open_sheet(self) -> None:
        """Go on with what was typed, or begin."""
        self._has_tried = False
        self._judge()
        super().open_sheet()

    def focus_first(self) -> None:
        """Put the keyboard on the title."""
        self._title.setFocus()

    # --- what happens --------------------------------------------------------------------------

    def _draft(self) -> InjectDraft:
        return InjectDraft(
            self._title.text(),
            self._text.toPlainText(),
            self._to.selected(),
            self._source.text(),
            tuple(line.value() for line in self._effects if line.value()[0]),
            self._reason.text(),
            self._tensions.selected(),
        )

    def _take(self, draft: InjectDraft) -> None:
        self._title.setText(draft.title)
        self._text.set_text(draft.text)
        self._to.set_selected(*draft.to)
        self._to_before = draft.to
        self._source.setText(draft.source)
        rest = (*draft.effects, *((("", 0),) * _MOST_EFFECTS))
        for line, effect in zip(self._effects, rest, strict=False):
            line.set_value(*effect)
        self._reason.setText(draft.reason)
        self._tensions.set_selected(*draft.tensions)
        self._offer()

    def _on_to(self) -> None:
        """The room, or cells; not both."""
        new = [key for key in self._to.selected() if key not in self._to_before]
        if ROOM in new:
            self._to.set_selected(ROOM)
        elif new:
            self._to.set_selected(*(key for key in self._to.selected() if key != ROOM))
        self._to_before = self._to.selected()
        self._on_changed()

    def _on_changed(self, *_: object) -> None:
        self._desk.keep_draft(PLACE, self._draft().as_text())
        self._offer()
        self._judge()

    def _offer(self) -> None:
        """One more effect than there are, and a reason once there is one."""
        count = sum(1 for line in self._effects if line.value()[0])
        for place, line in enumerate(self._effects):
            line.setVisible(place <= count or bool(line.value()[0]))
        self._reason.setVisible(count > 0)
        self._reset.setEnabled(bool(self._draft().as_text()))

    def _judge(self) -> Refusal | None:
        """Say what the rules would refuse, once it was tried; that it is not the time, at once."""
        found = decide(self._book, self.state, self._draft().action(), 0.0)
        refusal = found if isinstance(found, Refusal) else None
        self._lines.tell(refusal if self._has_tried else None)
        is_time = refusal is None or bool(self._lines.field_of(refusal))
        self._foot.setText(_PROMISE if is_time or refusal is None else refusal_words(refusal))
        self._foot.set_role("ink2" if is_time else "warn")
        self._release.setEnabled(is_time)
        if self.isVisible():
            self.fit()
        return refusal

    def _on_release(self, *_: object) -> None:
        self._has_tried = True
        if self._judge() is not None:
            return
        before = self.state
        self.action_requested.emit(self._draft().action())
        if self.state is not before:  # else it could not be recorded, and stays as it is typed
            self._on_reset()
            self.put_away()
            self._make_ready()

    def _make_ready(self) -> None:
        """What was released to the room is the next to show."""
        name = self.state.now.releases[-1].inject
        if self._book.injects[name].inject.is_public:
            self.stage_requested.emit(Item("inject", self.state.turn, name))

    def _on_reset(self) -> None:
        self._desk.keep_draft(PLACE, "")
        self._has_tried = False
        self._take(InjectDraft())
        self._judge()

    # --- layout --------------------------------------------------------------------------------

    def _build(self) -> None:
        look, deck = self.look, self._book.deck
        self._title = LineEdit(look, "Title of the inject", "Headline")
        self._title.setObjectName("inject_title")
        self._title.setMaxLength(_MOST_TITLE)
        self._text = NoteEdit(look, "Text of the inject", "What is reported", lines=(3, 8))
        self._text.setObjectName("inject_text")
        seats = tuple(Chip(seat.id, seat.short, i) for i, seat in enumerate(deck.seats))
        self._to = ManyChips(look, "Whom it is for", (Chip(ROOM, "The room"), *seats), 5)
        name_parts(self._to, "inject_to")
        self._source = LineEdit(look, "Source", "Who reports it")
        self._source.setObjectName("inject_source")
        self._source.setMaxLength(_MOST_TITLE)
        numbers = range(1, _MOST_EFFECTS + 1)
        self._effects = [_EffectRow(self._book, look, number) for number in numbers]
        self._reason = LineEdit(look, "Reason", "Why? (required)", TextStyle.NARRATIVE)
        self._reason.setObjectName("inject_reason")
        tensions = tuple(Chip(tension.id, tension.id) for tension in deck.tensions)
        self._tensions = ManyChips(look, "Tensions", tensions, 9)
        name_parts(self._tensions, "inject_tension")
        self._foot = TextLabel(look, _PROMISE, TextStyle.SMALL, "ink2", wrap=True)
        self._reset = Button(look, "Start over", Kind.LINK)
        self._reset.setObjectName("inject_reset")
        self._release = Button(look, "Release it", Kind.INK, "megaphone")
        self._release.setObjectName("inject_release")

    def _body_part(self) -> QWidget:
        lines = self._lines
        effects = column(*self._effects, lines.saying("effects"), spacing=6)
        effects.addWidget(self._reason)
        effects.addWidget(lines.saying("reason"))
        words = column(self._title, lines.saying("title"), self._text, spacing=6)
        rows = (
            lines.line("Inject", words),
            lines.line("To", column(row(self._to, None), lines.saying("to"), spacing=4)),
            lines.line("Source", column(self._source)),
            lines.line("Effects", effects),
            lines.line("Tensions", column(row(self._tensions, None))),
        )
        return holding(column(*rows, None, spacing=10, margins=(0, 0, 8, 0)))

    def _foot_part(self) -> QWidget:
        return holding(row((self._foot, 1), self._reset, self._release))

    def _connect(self) -> None:
        for field in (self._title, self._source, self._reason):
            field.textEdited.connect(self._on_changed)
        self._text.edited.connect(self._on_changed)
        for typed in (self._title, self._source, self._reason, self._text):
            typed.installEventFilter(self)
            typed.saved.connect(self._on_release)
        self._title.entered.connect(lambda _text: self._text.setFocus())
        self._reason.entered.connect(self._on_release)
        for line in self._effects:
            line.changed.connect(self._on_changed)
        self._to.chosen.connect(self._on_to)
        self._tensions.chosen.connect(self._on_changed)
        self._reset.clicked.connect(self._on_reset)
        self._release.clicked.connect(self._on_release)
