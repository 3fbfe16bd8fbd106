"""One cell's line in a poll: who answers, the boxes, the count against the heads, the seal."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.core.values import Answers
from app.gui.console.answer_line import AnswerLine, as_typed, line_width
from app.gui.console.poll_views import ItemView, LineView
from app.gui.layouts import holding, row
from app.gui.theme import Look
from app.gui.widgets.buttons import Button, Kind
from app.gui.widgets.card import Card
from app.gui.widgets.icon_text import IconText
from app.gui.widgets.line_edit import LineEdit
from app.gui.widgets.seat_label import SeatLabel
from app.gui.widgets.wrapped_row import WrappedRow

_NAME_WIDTH, _COUNT_WIDTH, _MEDIAN_WIDTH, _HIGH = 176, 150, 90, 36


class PollRow(Card):
    """Shows a line of numbers or letters. A full line is entered by itself; Enter enters a part.

    Signals:
        entered(object): `Answers`, new or other than before.
        finished: the line is full, or left for later; the next one may have the keyboard.
    """

    entered = Signal(object)
    finished = Signal()

    def __init__(self, look: Look, item: ItemView, view: LineView) -> None:
        super().__init__("row", view.label)
        self._look, self._item, self._view = look, item, view
        self._letters = dict(item.options)
        name = "_".join(part for part in (view.item, view.seat, view.about) if part)
        self.seat = SeatLabel(look, view.seat_index, view.label)
        self.seat.setFixedWidth(round(_NAME_WIDTH * look.factor))
        self.line = AnswerLine(
            look, f"{item.short}: {view.label}", view.heads, "".join(self._letters)
        )
        self.line.setObjectName(f"poll_{name}")
        self._median = self._make_median(look, name)
        self._count = IconText(look, "circle-dashed", "", "ink2")
        self._count.setMinimumWidth(_COUNT_WIDTH)
        self._told = IconText(look, "lock", "Sealed", "ink2")
        self._use_median = self._link(look, "Median", f"poll_median_{name}")
        self._later = self._link(look, "Later", f"poll_later_{name}")
        self._is_later = False
        self._lay_out(item.widest)
        self._connect()
        self.set_view(view)

    @property
    def needs_answers(self) -> bool:
        """Whether people of this cell have not answered yet, and it was not left for later."""
        return self._view.done < self._view.heads and not self._is_later

    def set_view(self, view: LineView) -> None:
        """Show what was entered; a line that is being typed is left alone."""
        before, self._view = self._view, view
        answers = view.answers
        if before.answers != answers or not self.line.text():
            self._is_later = self._is_later and answers is None
            self._show_answers(answers)
        is_median = answers is not None and answers.is_median
        self.line.setVisible(not is_median and self._median.isHidden())
        if is_median:
            self._median.show()
            self.line.hide()
        self._refresh()

    def focus_first(self) -> None:
        """Put the keyboard into the line."""
        (self.line if not self.line.isHidden() else self._median).setFocus()

    def add_letter(self, letter: str) -> None:
        """Type a letter for the person."""
        self.line.setFocus()
        self.line.setText(self.line.text() + letter)
        self._on_typed()

    @property
    def seat_index(self) -> int:
        """The cell's place in the deck."""
        return self._view.seat_index

    def _show_answers(self, answers: Answers | None) -> None:
        if answers is None:
            if not self.line.hasFocus():
                self.line.clear()
            self._median.clear()
            self._median.hide()
            self.line.show()
        elif answers.is_median:
            self._median.setText(f"{answers.values[0]:g}")
        elif self._letters:
            order = list(self._options)
            self.line.setText("".join("abcde"[order.index(x)] for x in answers.options))
        else:
            self.line.setText(as_typed(answers.values))

    @property
    def _options(self) -> tuple[str, ...]:
        return self._item.option_ids

    def _refresh(self, *_: object) -> None:
        view = self._view
        typed = len(self.line.answers()) if not self.line.isHidden() else view.done
        people = "1 person" if view.heads == 1 else f"{view.heads} people"
        if typed > view.heads:
            self._count.set_all("triangle-alert", f"{typed} answers, {people}", "warn")
        elif typed and (pair := self.line.ran_together):
            words = f"Read as {pair[0]} and {pair[1]}; ten is x"
            self._count.set_all("info", words, "warn")
        elif typed == view.heads:
            self._count.set_all("circle-check", f"{typed} of {people}", "ok")
        else:
            self._count.set_all("circle-dashed", f"{typed} of {people}", "ink2")
        full = view.done >= view.heads
        self._told.setVisible(view.done > 0 and (full or bool(view.told)))
        is_read = bool(view.told)
        self._told.set_all("eye" if is_read else "lock", view.told or "Sealed", "ink2")
        self._later.set_label("Left for later" if self._is_later else "Later")
        self._later.setVisible(not full and not self._is_later)
        self._use_median.setVisible(not full and not self._letters)
        in_numbers = self._median.isHidden()
        self._use_median.set_label("Median" if in_numbers else "By person")

    def _make_median(self, look: Look, name: str) -> LineEdit:
        field = LineEdit(look, f"Median of {self._view.label}", "Median")
        field.setObjectName(f"poll_median_field_{name}")
        field.setFixedWidth(_MEDIAN_WIDTH)
        field.hide()
        return field

    @staticmethod
    def _link(look: Look, text: str, object_name: str) -> Button:
        button = Button(look, text, Kind.GHOST)
        button.setObjectName(object_name)
        return button

    def _lay_out(self, widest: int) -> None:
        boxes = holding(row(self.line, self._median, None, spacing=6))
        boxes.setFixedWidth(max(_MEDIAN_WIDTH, line_width(widest)))
        self.column.setContentsMargins(16, 5, 10, 5)
        said = holding(row(self._count, self._told, self._use_median, self._later, spacing=6))
        for part in (self.seat, said):
            part.setMinimumHeight(_HIGH)
        parts = QWidget()
        wrapped = WrappedRow(parts, spacing=14)
        for place, part in enumerate((boxes, said)):
            wrapped.insertWidget(place, part)
        line = row(spacing=6)
        line.addWidget(self.seat, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(parts, 1)
        self.column.addLayout(line)
        self.setMinimumHeight(48)

    def _connect(self) -> None:
        self.line.textEdited.connect(self._on_typed)
        self.line.entered.connect(lambda _text: self._enter(moves_on=True))
        self.line.saved.connect(lambda _text: self._enter(moves_on=True))
        self.line.left.connect(lambda: self._enter(moves_on=False))
        self._median.entered.connect(self._enter_median)
        self._median.saved.connect(self._enter_median)
        self._use_median.clicked.connect(self._toggle_median)
        self._later.clicked.connect(self._leave_for_later)

    def _on_typed(self, *_: object) -> None:
        self._refresh()
        if self.line.is_full:
            self._enter(moves_on=True)

    def _enter(self, *, moves_on: bool) -> None:
        typed = self.line.answers()
        answers = self._read(typed)
        before = self._view.answers
        if 0 < len(typed) <= self._view.heads and answers != before:
            self.entered.emit(answers)
        if moves_on and len(typed) <= self._view.heads:
            self.finished.emit()

    def _read(self, typed: tuple[str, ...]) -> Answers:
        view = self._view
        if self._letters:
            options = tuple(self._options["abcde".index(letter)] for letter in typed)
            return Answers(view.item, view.seat, view.about, options=options)
        values = tuple(float(value) for value in typed)
        return Answers(view.item, view.seat, view.about, values)

    def _enter_median(self, text: str) -> None:
        try:
            value = float(text.replace(",", ".").lower().replace("x", "10"))
        except ValueError:
            self._count.set_all("triangle-alert", "0 to 10, halves too", "warn")
            return
        view = self._view
        if not (0 <= value <= 10 and value * 2 == int(value * 2)):
            self._count.set_all("triangle-alert", "0 to 10, halves too", "warn")
            return
        self.entered.emit(Answers(view.item, view.seat, view.about, (value,), is_median=True))
        self.finished.emit()

    def _toggle_median(self) -> None:
        to_median = self._median.isHidden()
        self._median.setVisible(to_median)
        self.line.setVisible(not to_median)
        self._refresh()
        self.focus_first()

    def _leave_for_later(self) -> None:
        self._is_later = True
        self._refresh()
        self._count.set_all("circle-dashed", "Later, on paper", "ink2")
        self.finished.emit()
