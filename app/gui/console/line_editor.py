"""Changing a line: what to set it to, the reason that this needs, and a public wording."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.core.proposal import MIN_REASON
from app.core.values import Ruling
from app.core.why import signed
from app.gui.console.ledger_views import LineView
from app.gui.console.panel import Desk
from app.gui.layouts import column, holding, name_parts, row, slug
from app.gui.theme import Look, TextStyle
from app.gui.widgets.buttons import Button, Kind
from app.gui.widgets.elided_label import ElidedLabel
from app.gui.widgets.keys import is_escape
from app.gui.widgets.line_edit import LineEdit
from app.gui.widgets.segmented import Segment, SegmentedSwitch

MOST_PUBLIC = 34


def reason_missing(text: str) -> str:
    """The sentence that stands where a reason is too short; empty where it will do."""
    if len(text.strip()) >= MIN_REASON:
        return ""
    return f"A reason of at least {MIN_REASON} characters is needed."


class LineEditor(QWidget):
    """Shows the fields of one ruling. Nothing is ruled before *Set*, Enter or Ctrl+Enter.

    Signals:
        ruled(object): a `Ruling` whose reason is long enough.
        cancelled: leave the line as it was.
        changed: `waits_for` may answer otherwise.
    """

    ruled = Signal(object)
    cancelled = Signal()
    changed = Signal()

    def __init__(self, look: Look, desk: Desk, view: LineView, place: str) -> None:
        super().__init__()
        self._desk, self._view, self._place = desk, view, place
        name = slug(view.key)
        ruling = view.ruling
        self._switch = self._make_switch(look, view, name)
        reason = desk.draft(f"{place}/reason") or (ruling.reason if ruling else "")
        self._reason = LineEdit(
            look, f"Reason for changing {view.title}", "Why? (required)", TextStyle.NARRATIVE
        )
        self._reason.setObjectName(f"reason_{name}")
        self._reason.setText(reason)
        self._reason.setCursorPosition(0)
        self._public = LineEdit(look, "Public wording, optional", "Public wording, optional")
        self._public.setObjectName(f"public_{name}")
        self._public.setMaxLength(MOST_PUBLIC)
        self._public.setText(desk.draft(f"{place}/public") or (ruling.public if ruling else ""))
        self._said = ElidedLabel(look, "", TextStyle.SMALL, "warn")
        self._set = Button(look, "Set", Kind.OUTLINE)
        self._set.setObjectName(f"set_{name}")
        self._cancel = Button(look, "Leave it", Kind.LINK)
        self._cancel.setObjectName(f"leave_{name}")
        self._lay_out()
        self._connect()
        self._refresh()

    @property
    def value(self) -> int | None:
        """What is chosen; None while nothing is."""
        key = self._switch.chosen_key()
        return None if key is None else int(key)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc in an empty field leaves the line as it was; a text is first left where it is."""
        if is_escape(event) and isinstance(watched, LineEdit):
            if watched.text():
                self._cancel.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self._on_cancelled()
            return True
        return super().eventFilter(watched, event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the line as it was."""
        if is_escape(event):
            self._on_cancelled()
        else:
            super().keyPressEvent(event)

    def set_view(self, view: LineView) -> None:
        """Take the line as it stands; what is being typed is left alone."""
        before, self._view = self._view, view
        if view.ruling is not None and view.ruling != before.ruling:
            self._switch.set_chosen(str(view.ruling.value))
            if not self._reason.hasFocus():
                self._reason.setText(view.ruling.reason)
                self._reason.setCursorPosition(0)
        self._refresh()

    def waits_for(self) -> str:
        """Why what is typed here is not settled; empty where it is."""
        if not self._is_open():
            return ""
        if self.value is None:
            return f"Choose what {self._view.title} is set to, or leave it."
        if reason_missing(self._reason.text()):
            return f"The change to {self._view.title} needs a reason."
        return f"The change to {self._view.title} is not set yet."

    def focus_first(self) -> None:
        """Put the keyboard into the reason."""
        self._reason.setFocus()

    def _is_open(self) -> bool:
        """Whether the fields say something else than what is ruled."""
        ruling = self._view.ruling
        if ruling is None:
            return True
        said = (self.value, self._reason.text().strip(), self._public.text().strip())
        return said != (ruling.value, ruling.reason, ruling.public)

    def _make_switch(self, look: Look, view: LineView, name: str) -> SegmentedSwitch:
        parts = tuple(
            Segment(str(value), "Cancel the line" if value == 0 else signed(value))
            for value in view.allowed
        )
        switch = SegmentedSwitch(look, f"Set {view.title} to", parts, answers=True)
        name_parts(switch, f"value_{name}")
        if view.ruling is not None:
            switch.set_chosen(str(view.ruling.value))
        elif len(parts) == 1:
            switch.set_chosen(parts[0].key)
        return switch

    def _lay_out(self) -> None:
        fields = row((self._reason, 3), (self._public, 2), spacing=8)
        below = row(self._switch, self._set, self._cancel, (self._said, 1), spacing=8)
        self._below = holding(below)
        self.setLayout(column(fields, self._below, spacing=6, margins=(0, 2, 0, 6)))

    def _connect(self) -> None:
        self._switch.chosen.connect(self._on_changed)
        for field, place in ((self._reason, "reason"), (self._public, "public")):
            field.installEventFilter(self)
            field.textEdited.connect(self._on_changed)
            field.textEdited.connect(
                lambda text, place=place: self._desk.keep_draft(f"{self._place}/{place}", text)
            )
            field.entered.connect(self._on_set)
            field.saved.connect(self._on_set)
        self._set.clicked.connect(self._on_set)
        self._cancel.clicked.connect(self._on_cancelled)

    def _on_changed(self, *_: object) -> None:
        self._refresh()
        self.changed.emit()

    def _refresh(self) -> None:
        missing = reason_missing(self._reason.text())
        self._reason.setToolTip(self._reason.text())
        ready = self.value is not None and not missing and self._is_open()
        self._set.setEnabled(ready)
        is_settled = not self._is_open()
        self._said.setText("" if is_settled else missing or self._hint())
        self._said.set_role("warn" if missing else "ink2")
        self._below.setVisible(not is_settled)

    def _hint(self) -> str:
        return "" if self.value is not None else self._view.may_words

    def _on_set(self, *_: object) -> None:
        value, reason = self.value, self._reason.text().strip()
        if value is None or reason_missing(reason) or not self._is_open():
            self._refresh()
            return
        self._forget()
        self.ruled.emit(Ruling(self._view.key, value, reason, self._public.text().strip()))

    def _on_cancelled(self) -> None:
        self._forget()
        ruling = self._view.ruling
        if ruling is not None:
            self._switch.set_chosen(str(ruling.value))
            self._reason.setText(ruling.reason)
            self._public.setText(ruling.public)
            self._refresh()
        self.cancelled.emit()

    def _forget(self) -> None:
        self._desk.keep_draft(f"{self._place}/reason", "")
        self._desk.keep_draft(f"{self._place}/public", "")
