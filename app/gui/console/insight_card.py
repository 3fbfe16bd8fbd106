"""Writing an insight: a claim from notes, how sure, and who disagrees."""

from __future__ import annotations

from typing import Literal, cast

from PySide6.QtCore import Signal

from app.core.state import State
from app.core.values import Note
from app.gui.console.panel import Desk
from app.gui.layouts import name_parts, row
from app.gui.theme import Look, TextStyle
from app.gui.widgets.buttons import Button, Kind
from app.gui.widgets.card import Card
from app.gui.widgets.icon_text import IconText
from app.gui.widgets.line_edit import LineEdit
from app.gui.widgets.note_edit import NoteEdit
from app.gui.widgets.segmented import Segment, SegmentedSwitch
from app.gui.widgets.text_label import TextLabel

_CONFIDENCE = (Segment("low", "Low"), Segment("medium", "Medium"), Segment("high", "High"))
_PLACE = "insight"


class InsightCard(Card):
    """Shows the fields of an insight. Its sources stay linked.

    Signals:
        written(object, str): the `Note` of the insight, and its claim.
        closed: the card is not needed any more.
    """

    written = Signal(object, str)
    closed = Signal()

    def __init__(self, look: Look, desk: Desk) -> None:
        super().__init__("selected", "New insight")
        self._desk = desk
        self._source: Note | None = None
        self._origin = TextLabel(look, "", TextStyle.SMALL, "ink2")
        self._claim = NoteEdit(look, "Claim", "A claim, in one sentence", lines=(2, 4))
        self._claim.setObjectName("insight_claim")
        self._confidence = SegmentedSwitch(look, "Confidence", _CONFIDENCE, answers=True)
        name_parts(self._confidence, "insight_confidence")
        self._confidence.set_chosen("medium")
        self._dissent = LineEdit(look, "Dissent", "Dissent, by cell (optional)")
        self._dissent.setObjectName("insight_dissent")
        self._save = Button(look, "Keep the insight", Kind.INK)
        self._save.setObjectName("insight_save")
        leave = Button(look, "Leave it", Kind.LINK)
        leave.setObjectName("insight_leave")
        self.column.setSpacing(8)
        title = IconText(look, "lightbulb", "New insight", "ink", style=TextStyle.STRONG)
        self.column.addLayout(row(title, None, self._origin))
        self.column.addWidget(self._claim)
        sure = TextLabel(look, "How sure", TextStyle.SMALL, "ink2")
        self.column.addLayout(row(sure, self._confidence, (self._dissent, 1), leave, self._save))
        self._claim.edited.connect(self._on_edited)
        self._claim.saved.connect(lambda _text: self._on_save())
        self._dissent.saved.connect(lambda _text: self._on_save())
        self._save.clicked.connect(self._on_save)
        leave.clicked.connect(self._leave)

    def open(self, source: Note, text: str) -> None:
        """Start an insight from a note."""
        self._source = source
        self._origin.setText(f"From a {source.kind}, turn {source.turn}")
        self._claim.set_text(self._desk.draft(_PLACE) or text)
        self._on_edited(self._claim.toPlainText())
        self.show()
        self._claim.setFocus()
        self._claim.selectAll()

    def _on_edited(self, text: str) -> None:
        self._desk.keep_draft(_PLACE, text)
        self._save.setEnabled(bool(text.strip()))

    def _on_save(self) -> None:
        claim, source = self._claim.text(), self._source
        if not claim or source is None:
            return
        key = cast("Literal['low', 'medium', 'high']", self._confidence.chosen_key() or "medium")
        state = State()
        note = Note(
            id="",
            kind="insight",
            turn=state.turn,
            phase=state.phase,
            at="",
            digest="",
            tensions=source.tensions,
            sources=(source.id,),
            confidence=key,
            dissent=self._dissent.text().strip(),
        )
        self._leave()
        self.written.emit(note, claim)

    def _leave(self) -> None:
        self._desk.keep_draft(_PLACE, "")
        self._claim.set_text("")
        self._dissent.clear()
        self._confidence.set_chosen("medium")
        self._source = None
        self.hide()
        self.closed.emit()
