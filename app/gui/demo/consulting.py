"""Consult in the demo: who asks whom and the answers, signatures, and texts that are drafted."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.deck.script import Consulted, ScriptMove, ScriptText, ScriptTurn
from app.gui.console.consult_rows import part_of_name
from app.gui.demo.part import Part
from app.gui.layouts import slug


class Consulting(Part):
    """Types and clicks what the cells said to one another."""

    def play(self, turn: ScriptTurn) -> None:
        """The consultations, signatures and texts of a turn."""
        for asked in turn.consultations:
            self._consultation(asked)
        for move in turn.moves:
            self._signatures(move)
        for text in turn.texts:
            self._text(turn.turn, text)

    def _consultation(self, asked: Consulted) -> None:
        """Asked by line; answered by line where it is about a move, else by a click."""
        before = len(self._state.now.consultations)
        self._type(f"{asked.asking} {asked.asked}".lower(), asked.about)
        self._expect(
            len(self._state.now.consultations) == before + 1, f"“{asked.about}” was not asked"
        )
        if not asked.answer:
            return
        if asked.about in self._book.titles:
            self._type(f"{asked.asked} {asked.asking}".lower(), asked.about, asked.answer)
        else:
            about = part_of_name(asked.about)
            self._hands.press(f"answer_{asked.asking}_{asked.asked}_{about}", asked.answer)
        given = self._state.now.consultations[-1].answer
        self._expect(given == asked.answer, f"the answer to “{asked.about}” was not recorded")

    def _type(self, *words: str) -> None:
        self._hands.type_into("consult_line", " ".join(words))
        self._hands.key(Qt.Key.Key_Return)

    def _signatures(self, move: ScriptMove) -> None:
        """The first one by line, the others by clicks; who was asked and does not sign declines."""
        for place, seat in enumerate(move.signers):
            if place:
                self._hands.click(f"sign_{move.move}_{seat}")
            else:
                self._type(f"{seat} signs {move.move}".lower())
            play = next(play for play in self._state.now.plays if play.move == move.move)
            self._expect(seat in play.signers, f"{seat} did not sign {move.move}")
        for seat in move.asked:
            if seat not in move.signers:
                self._hands.click(f"decline_{move.move}_{seat}")

    def _text(self, turn: int, text: ScriptText) -> None:
        name = f"text_{text.procedure}"
        labels = {line.id: line for line in self._book.procedure(text.procedure).lines}
        for line, option in text.lines.items():
            self._hands.press(f"{name}_{line}", option, labels[line].options[option])
        for seat in text.signers:
            self._hands.press(f"{name}_signs", self._book.seat(seat).short)
        draft = self._state.now.draft(text.procedure)
        self._expect(set(draft.signers) == set(text.signers), f"{name} was not signed by all")
        self._camera.console(f"t{turn}-{slug(text.procedure)}", compact=True)
