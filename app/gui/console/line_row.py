"""One line of the ledger: its cause, what the rule gives, why, and what was made of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.gui.console.ledger_views import LineView
from app.gui.console.line_editor import LineEditor
from app.gui.console.panel import Desk
from app.gui.console.why_popover import WhyPopover
from app.gui.layouts import column, flat, holding, row, slug, take_out
from app.gui.theme import Look, TextStyle
from app.gui.widgets.buttons import Button, Kind
from app.gui.widgets.elided_label import ElidedLabel
from app.gui.widgets.icon_text import IconText
from app.gui.widgets.text_label import TextLabel

_ICONS = {
    "rule": ("circle-check", "ok"),
    "taken": ("ban", "ink2"),
    "ruled": ("gavel", "warn"),
    "limit": ("fold-vertical", "ink2"),
    "bounds": ("fold-vertical", "ink2"),
    "close": ("sunset", "ink2"),
    "added": ("plus", "warn"),
}
_CAUSE_WIDTH, _WORDS_WIDTH, _LINK_WIDTH = 35, 120, 98


class LineRow(QWidget):
    """Shows a line and, where it is being changed or was changed, the fields of the ruling.

    Signals:
        ruled(object): a `Ruling`.
        withdrawn(str): the rule's own value is to hold again, by the line's key.
        changed: `waits_for` may answer otherwise.
    """

    ruled = Signal(object)
    withdrawn = Signal(str)
    changed = Signal()

    def __init__(self, look: Look, desk: Desk, view: LineView, turn: int) -> None:
        super().__init__()
        self._look, self._desk, self._view = look, desk, view
        self._place = f"ruling/{turn}/{view.key}"
        self._editor: LineEditor | None = None
        self._cause = TextLabel(look, view.cause, TextStyle.SMALL, "ink2")
        self._cause.setFixedWidth(_CAUSE_WIDTH)
        self._title = TextLabel(look, view.title, TextStyle.BUTTON)
        self._detail = ElidedLabel(look, view.detail, TextStyle.SMALL, "ink2")
        self._tension = flat(TextLabel(look, view.tension, TextStyle.MICRO, "tag"))
        self._words = IconText(look, *self._mark(view))
        self._words.setFixedWidth(round(_WORDS_WIDTH * look.factor))
        self._why = Button(look, "Why", Kind.GHOST)
        self._change = Button(look, "Change", Kind.GHOST)
        for button, what in ((self._why, "why"), (self._change, "change")):
            button.setObjectName(f"{what}_{slug(view.key)}")
        self._why.clicked.connect(self._explain)
        self._change.clicked.connect(self._on_change)
        self._end = holding(row(None, self._change))
        self._end.setFixedWidth(round(_LINK_WIDTH * look.factor))
        self._lay_out()
        if desk.draft(f"{self._place}/reason"):
            self._open_editor()
        self.set_view(view)

    def set_view(self, view: LineView) -> None:
        """Show the line as it stands."""
        before, self._view = self._view, view
        self._title.setText(view.title)
        self._detail.setText(view.detail)
        self._tension.setText(view.tension)
        self._tension.setVisible(bool(view.tension))
        self._words.set_all(*self._mark(view))
        if view.ruling is not None and self._editor is None:
            self._open_editor()
        elif view.ruling is None and before.ruling is not None:
            self._close_editor()
        if self._editor is not None:
            self._editor.set_view(view)
        self._dress_change()

    def waits_for(self) -> str:
        """Why the ledger must wait for this line; empty where it need not."""
        return self._editor.waits_for() if self._editor is not None else ""

    @staticmethod
    def _mark(view: LineView) -> tuple[str, str, str]:
        icon, role = _ICONS[view.kind]
        return icon, view.words, role

    def _lay_out(self) -> None:
        texts = row(self._title, (self._detail, 1), spacing=8)
        line = row(self._cause, spacing=0)
        line.addLayout(texts, 1)
        for part in (self._tension, 10, self._words, self._why, self._end):
            if isinstance(part, int):
                line.addSpacing(part)
            else:
                line.addWidget(part)
        self._column = column(line, spacing=0)
        self.setLayout(self._column)

    def _dress_change(self) -> None:
        ruled = self._view.ruling is not None
        may = bool(self._view.allowed)
        is_limit = self._view.kind == "limit"
        word = "Use the rule" if ruled else "Cancel" if is_limit else "Change"
        self._change.set_label(word, f"{word}: {self._view.title}")
        self._change.set_kind(Kind.LINK if ruled else Kind.GHOST)
        self._why.setAccessibleName(f"Why: {self._view.title}")
        self._change.setToolTip("" if may or ruled else self._view.may_words)
        is_editing = self._editor is not None and not ruled
        self._change.setEnabled((may or ruled) and not is_editing)
        self._change.setVisible(may or ruled)

    def _explain(self) -> None:
        popover = WhyPopover(self._look, self.window(), self._view.title, self._view.why)
        popover.open_under(self._why)

    def _on_change(self) -> None:
        if self._view.ruling is not None:
            self.withdrawn.emit(self._view.key)
        elif self._editor is None:
            self._open_editor().focus_first()
            self._dress_change()
            self.changed.emit()

    def _open_editor(self) -> LineEditor:
        editor = LineEditor(self._look, self._desk, self._view, self._place)
        editor.ruled.connect(self.ruled)
        editor.cancelled.connect(self._on_cancelled)
        editor.changed.connect(self.changed)
        editor.setContentsMargins(_CAUSE_WIDTH, 0, 0, 0)
        self._column.addWidget(editor)
        self._editor = editor
        return editor

    def _close_editor(self) -> None:
        if self._editor is not None:
            take_out(self._column, self._editor)
            self._editor = None

    def _on_cancelled(self) -> None:
        if self._view.ruling is None:
            self._close_editor()
        self._dress_change()
        self._change.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()
