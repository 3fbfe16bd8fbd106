"""What people say in the demo: answers to the poll, sentences, notes."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.core.values import Note
from app.deck.script import ScriptAnswers, ScriptNote, ScriptTurn
from app.gui.console.capture import KINDS
from app.gui.demo.part import CTRL, Part
from app.gui.layouts import slug


class Talking(Part):
    """Types what was written on slips and said aloud."""

    def poll(self, turn: ScriptTurn) -> None:
        """Every item of the turn's poll, shown and typed in."""
        for place, item in enumerate(self._state.now.poll_items):
            if place:
                self._hands.click(f"poll_tab_{item}")
            self._show(f"t{turn.turn}-poll-{item}")
            for answers in turn.polls:
                if answers.item == item:
                    self._answers(answers)
            self._camera.console(f"t{turn.turn}-poll-{item}", compact=not place)

    def discuss(self, turn: ScriptTurn) -> None:
        """One sentence from each cell, and the notes of the turn."""
        for seat, sentence in turn.sentences.items():
            self._hands.click(f"sentence_{seat}")
            self._hands.type(sentence)
            self._hands.key(Qt.Key.Key_Return, CTRL)
        for note in turn.observations:
            self._note(note)

    def _answers(self, answers: ScriptAnswers) -> None:
        name = "_".join(part for part in (answers.item, answers.seat, answers.about or "") if part)
        if answers.words:
            for said in answers.words:
                self._hands.click(f"poll_{name}")
                self._hands.type(f"{said.text} #{said.tension}" if said.tension else said.text)
                self._hands.key(Qt.Key.Key_Return)
            return
        options = list(self._book.poll(answers.item).options)
        letters = "".join("abcde"[options.index(x)] for x in answers.options)
        numbers = "".join("x" if value == 10 else f"{value:g}" for value in answers.values)
        self._hands.click(f"poll_{name}")
        self._hands.type(letters or numbers)
        self._hands.key(Qt.Key.Key_Return)

    # --- notes ---------------------------------------------------------------------------------

    def _note(self, note: ScriptNote) -> None:
        before = len(self._state.notes)
        source = self._source(note) if note.confidence or note.dissent else None
        if source is not None:
            self._insight(note, source)
        else:
            self._capture(note)
        self._expect(len(self._state.notes) == before + 1, "the note was not recorded")
        made = self._state.notes[-1]
        if note.starred:
            self._hands.click(f"star_{_place(made)}")
        if note.quotable:
            self._hands.click(f"note_{_place(made)}")
            self._hands.click(f"quotable_{_place(made)}")

    def _capture(self, note: ScriptNote) -> None:
        """Into the field at the side, with its tags; what it may mean stands below it."""
        self._hands.key(Qt.Key.Key_N, CTRL)
        is_kind = note.kind in KINDS
        self._hands.press("capture_kind", note.kind if is_kind else "note")
        self._hands.type_into("capture_text", note.text)
        if note.interpretation:
            for _ in range(2):
                self._hands.key(Qt.Key.Key_Return)
            self._hands.type(note.interpretation)
        tags = [] if is_kind else [f"!{note.kind}"]
        tags += [f"@{note.seat}"] if note.seat else []
        self._hands.type("".join(f" {tag}" for tag in (*tags, *(f"#{t}" for t in note.tensions))))
        self._hands.key(Qt.Key.Key_Return, CTRL)

    def _source(self, note: ScriptNote) -> Note | None:
        """A note of this turn about one of an insight's tensions, from which it is made."""
        mine = [n for n in self._state.notes if n.turn == self._state.turn and n.kind != "insight"]
        return next((n for n in mine if set(n.tensions) & set(note.tensions)), None)

    def _insight(self, note: ScriptNote, source: Note) -> None:
        """Promoted from a note on the board, with how sure the room is, and who dissents."""
        self._hands.click(f"note_{_place(source)}")
        self._hands.click(f"promote_{_place(source)}")
        self._hands.type_into("insight_claim", note.text, replace=True)
        self._hands.press("insight_confidence", note.confidence or "medium")
        if note.dissent:
            self._hands.type_into("insight_dissent", note.dissent)
        self._camera.console(f"t{self._state.turn}-insight", always=True)
        self._hands.click("insight_save")


def _place(note: Note) -> str:
    """A note's card on the board, in the lane of its first tension."""
    return slug(f"{note.tensions[0]}/{note.id}" if note.tensions else note.id)
