"""What a script has of its own: free moves, injects written on the spot, texts that were signed."""

from __future__ import annotations

from app.core import actions as do
from app.core.own import next_free_id
from app.deck.script import ScriptArgument, ScriptFree, ScriptMove, ScriptTurn
from app.session.script_parts import added_move, free_argument, free_card, written_inject
from app.session.script_steps import Path, Steps, stop

_NOT_ARGUED = "It was not argued."


class OwnSteps(Steps):
    """The steps for what no deck holds."""

    def _write_injects(self, turn: ScriptTurn, path: Path) -> None:
        """Injects written on the spot, and other words for those of the turn."""
        for i, inject in enumerate(turn.written):
            with self._noting(doubt=True):
                self._do(do.WriteInject(written_inject(inject)), (*path, "written", i))
        for name, text in turn.reworded.items():
            with self._noting():
                self._do(do.RewordInject(name, text), (*path, "reworded", name))

    def _draft_texts(self, turn: ScriptTurn, path: Path) -> None:
        """Settle and sign the texts of the turn."""
        for i, text in enumerate(turn.texts):
            here = (*path, "texts", i)
            for line, option in text.lines.items():
                with self._noting(doubt=True):
                    settled = do.SettleLine(text.procedure, line, option)
                    self._do(settled, (*here, "lines", line))
            for n, seat in enumerate(text.signers):
                with self._noting(doubt=True):
                    self._do(do.SignText(text.procedure, seat), (*here, "signers", n))

    def _add_free(self, move: ScriptMove, free: ScriptFree, path: Path) -> str:
        """Write a free move's card and put it into the hand-in."""
        known = [card.id for card in self._state.free_moves]
        meant = move.move if move.move in known else next_free_id(self._state)
        if move.move != meant:
            words = f"This free move is {meant}, not {move.move}."
            stop(self._read, (*path, "move"), self._in_turn(words), f"Write {meant}.")
        card, play = free_card(move, free, known), added_move(move, self._book)
        self._do(do.WriteFreeMove(card, play), path)
        return ""

    def _argue(self, turn: ScriptTurn, path: Path) -> None:
        for i, move in enumerate(turn.moves):
            if move.free is not None:
                argued = move.free.argued or ScriptArgument(likelihoods=(0,), reason=_NOT_ARGUED)
                with self._noting(doubt=True):
                    action = free_argument(move, move.free, argued)
                    self._do(action, (*path, "moves", i, "free", "argued"))
