"""The walk: what the hands do in each phase, and when the camera looks.

Follows the play script; what is typed is what a facilitator would type. Order and names are those
of the windows, so a change there that a facilitator would notice stops the demo too.
"""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.core.display import DisplayState
from app.core.injects import due_conditionals
from app.core.legal import choice_pool
from app.core.phases import turn_phases
from app.core.proposal import proposed_ledger
from app.core.state import State
from app.core.values import Phase
from app.deck.script import (
    Consulted,
    ScriptAnswers,
    ScriptMove,
    ScriptNote,
    ScriptRuling,
    ScriptTurn,
)
from app.gui.demo.camera import Camera
from app.gui.demo.hands import DemoStopped, Hands
from app.gui.layouts import slug
from app.gui.sitting import Sitting
from app.session.script_parts import find_lines

CTRL = Qt.KeyboardModifier.ControlModifier


class Walk:
    """Plays the turns of a script in an open console."""

    def __init__(self, sitting: Sitting, hands: Hands, camera: Camera) -> None:
        self._sitting = sitting
        self._hands = hands
        self._camera = camera
        self._book = sitting.exercise.book

    def opening(self) -> None:
        """Turn zero: hold card, then the opening to read."""
        self._camera.room("before-first-show", self._room)
        self._show("hold")
        self._hands.click("top_blank")
        self._camera.room("blank", self._room)
        self._hands.click("top_blank")
        self._camera.console("opening", compact=True)
        self._show("opening")
        self._main(Phase.BRIEF)

    def turn(self, turn: ScriptTurn) -> None:
        """One turn, phase by phase."""
        self._brief(turn)
        self._deliberate(turn)
        if Phase.CONSULT in turn_phases(self._book, turn.turn):
            self._consult(turn)
        self._reveal(turn)
        self._adjudicate(turn)
        if Phase.POLL in turn_phases(self._book, turn.turn):
            self._poll(turn)
        self._discuss(turn)

    # --- phases --------------------------------------------------------------------------------

    def _brief(self, turn: ScriptTurn) -> None:
        self._show(f"t{turn.turn}-inject")
        if turn.injects is not None:
            for inject in turn.injects:
                self._hands.click(f"release_{inject}")
                self._show(f"t{turn.turn}-{inject}")
            if not turn.injects and due_conditionals(self._book, self._state):
                self._hands.click("release_none")
        self._camera.console(f"t{turn.turn}-brief", compact=True)
        self._main(Phase.DELIBERATE)

    def _deliberate(self, turn: ScriptTurn) -> None:
        self._hands.click("timer_toggle")
        self._show(f"t{turn.turn}-deliberate")
        last = turn.moves[-1] if turn.moves else None
        for index, seat in enumerate(self._book.deck.seats):
            self._seat_key(index)
            for move in (m for m in turn.moves if m.seat == seat.id):
                self._hands.type(move_line(self._sitting, move))
                if move is last:
                    self._camera.console(f"t{turn.turn}-deliberate", compact=True)
                self._hands.key(Qt.Key.Key_Return)
                self._expect(
                    any(play.move == move.move for play in self._state.now.plays),
                    f"{move.move} was typed and is not in the hand-in",
                )
            if self._state.setup.heads(seat.id):
                self._hands.key(Qt.Key.Key_Return, CTRL)
                self._expect(seat.id in self._state.now.handed_in, f"{seat.id} did not hand in")
        self._camera.room(f"t{turn.turn}-deliberate-all-in", self._room)
        self._camera.console(f"t{turn.turn}-deliberate-all-in")
        self._main(None, leaving=Phase.DELIBERATE)

    def _consult(self, turn: ScriptTurn) -> None:
        for asked in turn.consultations:
            self._consultation(asked)
        for move in turn.moves:
            for seat in move.signers:
                self._hands.click(f"sign_{move.move}_{seat}")
        self._show(f"t{turn.turn}-consult")
        self._camera.console(f"t{turn.turn}-consult", compact=True)
        self._main(Phase.REVEAL)

    def _consultation(self, asked: Consulted) -> None:
        line = f"{asked.asking} {asked.asked}".lower() + f" {asked.about}"
        before = len(self._state.now.consultations)
        self._hands.type_into("consult_line", line)
        self._hands.key(Qt.Key.Key_Return)
        self._expect(len(self._state.now.consultations) == before + 1, f"“{line}” was not recorded")
        if asked.answer:
            self._hands.type_into("consult_line", f"{line} {asked.answer}")
            self._hands.key(Qt.Key.Key_Return)
            given = self._state.now.consultations[-1].answer
            self._expect(given == asked.answer, f"the answer to “{line}” was not recorded")

    def _reveal(self, turn: ScriptTurn) -> None:
        self._camera.console(f"t{turn.turn}-reveal")
        for seat in self._book.deck.seats:
            self._hands.click("reveal_show_next")
            self._expect(seat.id in self._state.now.revealed, f"{seat.id} is not turned over")
            self._camera.room(f"t{turn.turn}-reveal-{slug(seat.id)}", self._room)
        self._show(f"t{turn.turn}-moves")
        self._camera.console(f"t{turn.turn}-revealed", compact=True)
        self._main(Phase.ADJUDICATE)

    def _adjudicate(self, turn: ScriptTurn) -> None:
        for ruling in turn.rulings:
            self._ruling(ruling)
        self._camera.console(f"t{turn.turn}-adjudicate", compact=True)
        self._main(None, leaving=Phase.ADJUDICATE)

    def _ruling(self, ruling: ScriptRuling) -> None:
        if ruling.line is None:
            raise DemoStopped("The demo does not type added lines yet.")
        line = next(
            iter(find_lines(proposed_ledger(self._book, self._state).lines, ruling.line)), None
        )
        if line is None:
            raise DemoStopped(f"The ledger has no line of {ruling.line.cause}.")
        name = slug(line.key)
        self._hands.click(f"open_{line.gauge}")
        self._hands.click(f"change_{name}")
        self._hands.click(f"value_{name}_{slug(str(ruling.set_to))}")
        self._hands.type_into(f"reason_{name}", ruling.reason)
        self._hands.click(f"set_{name}")
        self._expect(
            any(r.line == line.key for r in self._state.now.rulings), "the ruling was not recorded"
        )

    def _poll(self, turn: ScriptTurn) -> None:
        for i, item in enumerate(self._book.turn(turn.turn).polls):
            if i:
                self._hands.click(f"poll_tab_{item}")
            self._show(f"t{turn.turn}-poll-{item}")
            mine = [answers for answers in turn.polls if answers.item == item]
            for answers in mine:
                self._answers(answers)
            self._camera.console(f"t{turn.turn}-poll-{item}", compact=not i)
        self._main(Phase.DISCUSS)

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

    def _discuss(self, turn: ScriptTurn) -> None:
        for seat, sentence in turn.sentences.items():
            self._hands.click(f"sentence_{seat}")
            self._hands.type(sentence)
            self._hands.key(Qt.Key.Key_Return, CTRL)
        for note in turn.observations:
            self._note(note)
        self._show(f"t{turn.turn}-tracks")
        self._pages(f"t{turn.turn}-tracks")
        self._camera.console(f"t{turn.turn}-discuss", compact=True)
        self._main(None, leaving=Phase.DISCUSS)

    def _note(self, note: ScriptNote) -> None:
        kind = note.kind if note.kind in ("quote", "insight") else "note"
        self._hands.key(Qt.Key.Key_N, CTRL)
        self._hands.click(f"capture_kind_{kind}")
        tags = " ".join([f"@{note.seat}" if note.seat else "", *(f"#{t}" for t in note.tensions)])
        self._hands.type_into("capture_text", f"{note.text} {tags}".strip())
        before = len(self._state.notes)
        self._hands.key(Qt.Key.Key_Return, CTRL)
        self._expect(len(self._state.notes) == before + 1, "the note was not recorded")

    # --- what all phases need -------------------------------------------------------------------

    @property
    def _state(self) -> State:
        return self._sitting.exercise.state

    @property
    def _room(self) -> DisplayState:
        return self._sitting.controller.room

    def _show(self, name: str) -> None:
        """Show what is ready, and look at the room."""
        self._hands.click("show_staged")
        self._camera.room(name, self._room)

    def _pages(self, name: str) -> None:
        """Turn through the pages of what is shown."""
        page = 2
        while self._hands.has("page_on") and self._hands.find("page_on").isEnabled():
            self._hands.click("page_on")
            self._camera.room(f"{name}-{page}", self._room)
            page += 1

    def _main(self, expected: Phase | None, leaving: Phase | None = None) -> None:
        self._hands.click("main_action")
        phase = self._state.phase
        arrived = phase is expected if expected else phase is not leaving
        self._expect(arrived, f"the main action led to {phase.value}")

    def _seat_key(self, index: int) -> None:
        """Go to a cell by its number; plain keys work where nobody types."""
        self._hands.key(Qt.Key.Key_Escape)
        self._hands.key(Qt.Key(Qt.Key.Key_1 + index))

    def _expect(self, is_so: bool, otherwise: str) -> None:
        self._hands.wait_until(lambda: is_so, otherwise)


def move_line(sitting: Sitting, move: ScriptMove) -> str:
    """A move as it is typed into the hand-in line, by ids: 'p1 joint tav dro'."""
    card = sitting.exercise.book.move(move.move)
    words = [move.move, move.channel or "solo"]
    words += [name for name in (move.host, move.target) if name]
    for choice in card.choices:
        if choice.id in move.choices:
            pool = choice_pool(sitting.exercise.book, card, choice)
            words += [name for name in move.choices[choice.id] if name in pool]
    words += [seat for seat in move.signers if seat != move.host]
    words += [move.addressee] if move.addressee else []
    return " ".join(words).lower()
