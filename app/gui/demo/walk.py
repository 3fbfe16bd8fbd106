"""The walk: what the hands do in each phase, and when the camera looks.

Follows the play script; what is typed is what a facilitator would type. Order and names are those
of the windows, so a change there that a facilitator would notice stops the demo too.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from typing_extensions import override

from app.core.injects import due_conditionals
from app.core.phases import turn_phases
from app.core.runsheet import next_item
from app.core.values import Phase
from app.deck.script import ScriptMove, ScriptTurn
from app.gui.demo.camera import Camera
from app.gui.demo.consulting import Consulting
from app.gui.demo.hand_in import HandIn
from app.gui.demo.hands import DemoStopped, Hands
from app.gui.demo.judging import Judging
from app.gui.demo.part import CTRL, Part
from app.gui.demo.talking import Talking
from app.gui.layouts import slug
from app.gui.sitting import Sitting

_FEW_TURNS = 3


class Walk(Part):
    """Plays the turns of a script in an open console."""

    @override
    def __init__(self, sitting: Sitting, hands: Hands, camera: Camera) -> None:
        super().__init__(sitting, hands, camera)
        self._hand_in = HandIn(sitting, hands, camera)
        self._consulting = Consulting(sitting, hands, camera)
        self._judging = Judging(sitting, hands, camera)
        self._talking = Talking(sitting, hands, camera)
        camera.spares = self._book.last_turn > _FEW_TURNS

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
        self._camera.passes_by = not self._is_pictured(turn.turn)
        self._brief(turn)
        self._deliberate(turn)
        if Phase.CONSULT in turn_phases(self._book, turn.turn):
            self._consult(turn)
        self._reveal(turn)
        self._adjudicate(turn)
        if Phase.POLL in turn_phases(self._book, turn.turn):
            self._talking.poll(turn)
            self._main(Phase.DISCUSS)
        self._discuss(turn)
        self._camera.passes_by = False

    def _is_pictured(self, turn: int) -> bool:
        """Of many turns: the first, the last, and the one after which the poll is opened."""
        last = self._book.last_turn
        is_opened = turn == 3 and "turn 3" in self._state.setup.reveal_policy
        return last <= _FEW_TURNS or turn in (1, last) or is_opened

    # --- phases --------------------------------------------------------------------------------

    def _brief(self, turn: ScriptTurn) -> None:
        if turn.written or turn.reworded:
            raise DemoStopped("The demo does not write injects yet.")
        self._show(f"t{turn.turn}-inject")
        if turn.injects is not None:
            for inject in turn.injects:
                self._hands.click(f"release_{inject}")
                if self._book.injects[inject].inject.is_public:
                    self._show(f"t{turn.turn}-{inject}")
            if not turn.injects and due_conditionals(self._book, self._state):
                self._hands.click("release_none")
        self._camera.console(f"t{turn.turn}-brief", compact=True)
        self._main(Phase.DELIBERATE)

    def _deliberate(self, turn: ScriptTurn) -> None:
        self._hands.click("timer_toggle")
        self._show(f"t{turn.turn}-deliberate")
        self._hand_in.play(turn)
        self._camera.room(f"t{turn.turn}-deliberate-all-in", self._room)
        self._camera.console(f"t{turn.turn}-deliberate-all-in")
        self._main(None, leaving=Phase.DELIBERATE)

    def _consult(self, turn: ScriptTurn) -> None:
        self._consulting.play(turn)
        self._show(f"t{turn.turn}-consult")
        self._camera.console(f"t{turn.turn}-consult", compact=True)
        self._main(Phase.REVEAL)

    def _reveal(self, turn: ScriptTurn) -> None:
        self._camera.console(f"t{turn.turn}-reveal", compact=True)
        for seat in self._book.deck.seats:
            for move in turn.moves:
                if move.seat == seat.id:
                    self._reword(move)
            self._hands.click("reveal_show_next")
            self._expect(seat.id in self._state.now.revealed, f"{seat.id} is not turned over")
            self._pages(f"t{turn.turn}-reveal-{slug(seat.id)}")
        self._show(f"t{turn.turn}-moves")
        for text in turn.texts:
            self._hands.click(f"stage_text_{text.procedure}")
            self._show(f"t{turn.turn}-{slug(text.procedure)}")
        self._camera.console(f"t{turn.turn}-revealed", compact=True)
        self._main(Phase.ADJUDICATE)

    def _reword(self, move: ScriptMove) -> None:
        """What the room reads of a move, in the cell's own words."""
        if move.wording and move.channel != "quiet":
            self._hands.type_into(f"reveal_wording_{move.move}", move.wording, replace=True)
            self._hands.key(Qt.Key.Key_Return, CTRL)

    def _adjudicate(self, turn: ScriptTurn) -> None:
        self._judging.play(turn)
        self._camera.console(f"t{turn.turn}-adjudicate", compact=True)
        self._main(None, leaving=Phase.ADJUDICATE)

    def _discuss(self, turn: ScriptTurn) -> None:
        self._talking.discuss(turn)
        while item := next_item(self._book, self._state):
            self._show(f"t{turn.turn}-{item.kind}")
        self._camera.console(f"t{turn.turn}-discuss", compact=True)
        self._main(None, leaving=Phase.DISCUSS)
