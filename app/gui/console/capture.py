"""Capture: a note, quote or insight, in every phase, without a hand off the keyboard."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.core.actions import Observe
from app.core.book import Book
from app.core.state import State
from app.core.values import Note
from app.gui.console.last_notes import LastNotes
from app.gui.console.panel import Desk
from app.gui.console.tags import NoteMark, Tagged, read_tags
from app.gui.layouts import column, name_parts, row
from app.gui.theme import Look, TextStyle
from app.gui.widgets.buttons import Button, Kind
from app.gui.widgets.chips import Chip, ChipGroup
from app.gui.widgets.elided_label import ElidedLabel
from app.gui.widgets.note_edit import NoteEdit
from app.gui.widgets.seat_label import SeatLabel
from app.gui.widgets.text_label import TextLabel

_Kind = Literal["note", "quote", "insight"]
_PROMPTS: dict[_Kind, str] = {
    "note": "Who, what, in their words",
    "quote": "What they said, word for word",
    "insight": "A claim, in one sentence",
}
KINDS = tuple(_PROMPTS)
_HINT = "Private, Ctrl+N"
_PLACE = "capture"


class Capture(QWidget):
    """Shows the field to write in, what the tags mean, and the last notes.

    Signals:
        note_requested(object, str): `Observe`, and the text.
    """

    note_requested = Signal(object, str)

    def __init__(self, book: Book, look: Look, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._look = look
        self._desk = desk
        self._state: State | None = None
        self.kinds = ChipGroup(
            look, "Kind of note", tuple(Chip(kind, kind.capitalize()) for kind in KINDS)
        )
        self.field = NoteEdit(look, "Text of the note", lines=(2, 4))
        self.field.setObjectName("capture_text")
        self._hint = TextLabel(look, _HINT, TextStyle.SMALL, "ink2")
        self._build_tags()
        self._save = Button(look, "Save", Kind.OUTLINE)
        self._save.setObjectName("capture_save")
        self._save.setToolTip("Save the note (Ctrl+Enter)")
        self.notes = LastNotes(book, look, desk)
        self._lay_out()
        self.kinds.set_selected("note")
        name_parts(self.kinds, "capture_kind")
        self.field.set_text(desk.draft(_PLACE))
        self._connect()
        self._on_kind()
        self._on_edited(self.field.toPlainText())

    def set_view(self, state: State) -> None:
        """Show the last notes of the session as it stands."""
        self._state = state
        self.notes.set_view(state)

    def set_compact(self, compact: bool) -> None:
        """Leave out the last notes where there is no room for them."""
        self.notes.setVisible(not compact)

    def focus_or_cycle(self) -> None:
        """Go to the field, for a note where it is empty; when there already, the next kind."""
        if self.field.hasFocus():
            self._choose(KINDS[(KINDS.index(self._chosen) + 1) % len(KINDS)])
        elif not self.field.text().strip():
            self._choose("note")
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def save(self) -> None:
        """Ask for the note to be kept. The field is cleared by `on_saved`."""
        tagged = read_tags(self._book, self.field.text())
        if self._state is None or not tagged.text:
            return
        note = Note(
            id="",
            kind=self._kind(tagged),
            turn=self._state.turn,
            phase=self._state.phase,
            at="",
            digest="",
            seat=tagged.seat,
            tensions=tagged.tensions,
        )
        self.note_requested.emit(Observe(note), tagged.text)

    def on_saved(self) -> None:
        """It is kept: make room for the next one, a note unless somebody says otherwise."""
        self.field.set_text("")
        self._desk.keep_draft(_PLACE, "")
        self._choose("note")
        self._on_edited("")

    @property
    def _chosen(self) -> _Kind:
        selected = self.kinds.selected()
        return next(kind for kind in KINDS if kind in selected)

    def _choose(self, kind: _Kind) -> None:
        self.kinds.set_selected(kind)
        self._on_kind()

    def _kind(self, tagged: Tagged) -> _Kind | NoteMark:
        """What is written down: a note may be one of a strength, a difficulty and so on."""
        kind = self._chosen
        return tagged.mark or kind if kind == "note" else kind

    def _on_kind(self) -> None:
        self.field.setPlaceholderText(_PROMPTS[self._chosen])
        self._show_kind(read_tags(self._book, self.field.text()))

    def _show_kind(self, tagged: Tagged) -> None:
        """Say what a note is of, where a tag says so."""
        kind = self._kind(tagged)
        self._hint.setText(_HINT if kind in KINDS else f"Private, {kind}")

    def _on_edited(self, text: str) -> None:
        self._desk.keep_draft(_PLACE, text)
        tagged = read_tags(self._book, text)
        self._show_tags(tagged)
        self._show_kind(tagged)
        self._save.setEnabled(bool(tagged.text))

    def _show_tags(self, tagged: Tagged) -> None:
        if tagged.seat:
            seat = self._book.seat(tagged.seat)
            self._seat.set_seat(self._book.seat_index(seat.id), seat.short)
        self._seat.setVisible(bool(tagged.seat))
        self._add_seat.setVisible(not tagged.seat)
        names = [self._book.tension(tension).name for tension in tagged.tensions]
        self._tensions.setText(", ".join(names))
        self._tensions.setVisible(bool(names))
        self._add_tension.setVisible(not names)

    def _insert(self, tag: str) -> None:
        cursor = self.field.textCursor()
        before = self.field.toPlainText()[: cursor.position()]
        space = "" if not before or before[-1].isspace() else " "
        cursor.insertText(f"{space}{tag} ")
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build_tags(self) -> None:
        look, deck = self._look, self._book.deck
        self._seat = SeatLabel(look, 0, "", TextStyle.SMALL_STRONG)
        self._tensions = ElidedLabel(look, "", TextStyle.SMALL_STRONG)
        seats = [(f"@{seat.id}", seat.name) for seat in deck.seats]
        tensions = [(f"#{tension.id}", f"{tension.id} {tension.name}") for tension in deck.tensions]
        self._add_seat = self._menu_button("@ seat", "Tag a seat", "capture_seat", seats)
        self._add_tension = self._menu_button(
            "# tension", "Tag a tension", "capture_tension", tensions
        )

    def _menu_button(
        self, text: str, name: str, object_name: str, tags: list[tuple[str, str]]
    ) -> Button:
        button = Button(self._look, text, Kind.GHOST)
        button.setAccessibleName(name)
        button.setObjectName(object_name)
        menu = QMenu(button)
        menu.setObjectName(f"{object_name}_menu")
        for tag, words in tags:
            action = menu.addAction(words)
            action.triggered.connect(lambda _checked=False, tag=tag: self._insert(tag))
        button.clicked.connect(lambda: menu.popup(button.mapToGlobal(button.rect().topLeft())))
        return button

    def _lay_out(self) -> None:
        head = TextLabel(self._look, "Capture", TextStyle.STRONG)
        tags = row(
            self._seat, self._add_seat, (self._tensions, 1), self._add_tension, None, self._save,
            spacing=6,
        )  # fmt: skip
        self.setLayout(
            column(
                row(head, None, self._hint),
                self.kinds,
                self.field,
                tags,
                2,
                self.notes,
                None,
                spacing=8,
            )
        )

    def _connect(self) -> None:
        self.kinds.chosen.connect(lambda _kind: self._on_kind())
        self.field.edited.connect(self._on_edited)
        self.field.saved.connect(lambda _text: self.save())
        self._save.clicked.connect(self.save)
