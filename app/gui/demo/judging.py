"""Adjudicate in the demo: arguments over own cards, the challenge, rulings and added lines."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.proposal import proposed_ledger
from app.core.values import LedgerLine
from app.deck.script import (
    LineName,
    Reasoned,
    ScriptArgument,
    ScriptChallenge,
    ScriptMove,
    ScriptRuling,
    ScriptTurn,
)
from app.gui.demo.hands import DemoStopped
from app.gui.demo.part import Part
from app.gui.layouts import slug
from app.session.script_parts import find_lines


class Judging(Part):
    """Does what the white cell did with the ledger."""

    def play(self, turn: ScriptTurn) -> None:
        """What comes before the ledger is accepted."""
        for move in turn.moves:
            if move.free is not None and move.free.argued is not None:
                self._argue(turn.turn, move, move.free.text, move.free.argued)
        if turn.challenge is not None:
            self._challenge(turn.turn, turn.challenge)
        for ruling in turn.rulings:
            if ruling.line is None:
                self._added(turn.turn, ruling)
            else:
                self._ruling(ruling, ruling.line)

    def _argue(self, turn: int, move: ScriptMove, result: str, argued: ScriptArgument) -> None:
        name = f"argue_{move.move}"
        self._hands.type_into(f"{name}_result", result)
        self._reasons(name, argued.pros, argued.cons)
        self._hands.type_into(f"{name}_dice", _throw(argued.dice or argued.likelihoods))
        for gauge, step in argued.catch.items():
            self._hands.choose(f"{name}_catch_gauge", gauge)
            self._hands.press(f"{name}_catch_step", str(step))
            self._hands.type_into(f"{name}_words", argued.reason or "")
        self._camera.console(f"t{turn}-argued", compact=True, always=True)
        self._hands.click(f"{name}_settle")
        self._expect(
            any(a.move == move.move for a in self._state.now.arguments),
            f"{move.move} was not argued",
        )

    def _challenge(self, turn: int, challenge: ScriptChallenge) -> None:
        line = self._line(challenge.line)
        self._hands.click("adjudicate_challenge")
        self._hands.choose("challenge_line", line.key)
        self._hands.choose("challenge_seat", challenge.seat)
        self._hands.press("challenge_value", str(challenge.set_to))
        self._hands.type_into("challenge_action", challenge.action)
        self._hands.type_into("challenge_result", challenge.result)
        self._reasons("challenge", challenge.pros, challenge.cons)
        self._hands.type_into("challenge_dice", _throw(challenge.dice or challenge.likelihoods))
        if challenge.catch is not None:
            self._change("challenge_catch", challenge.catch)
        self._camera.console(f"t{turn}-challenge", compact=True, always=True)
        self._hands.click("challenge_settle")
        self._expect(self._state.now.challenge is not None, "the challenge was not recorded")

    def _reasons(self, name: str, pros: Sequence[Reasoned], cons: Sequence[Reasoned]) -> None:
        for side, reasons in (("pro", pros), ("con", cons)):
            for place, reason in enumerate(reasons, start=1):
                self._hands.type_into(f"{name}_{side}_{place}", reason.text)
                if reason.strong:
                    self._hands.click(f"{name}_{side}_{place}_strong")

    def _added(self, turn: int, ruling: ScriptRuling) -> None:
        before = len(self._state.now.added)
        self._hands.click("adjudicate_add_line")
        self._change("add_line", ruling)
        self._camera.console(f"t{turn}-added-line", always=True)
        self._hands.click("add_line_add")
        self._expect(len(self._state.now.added) == before + 1, "the line was not added")

    def _change(self, name: str, ruling: ScriptRuling) -> None:
        """The fields of a line that no rule foresaw; they take one tension."""
        self._hands.choose(f"{name}_gauge", ruling.gauge or "")
        self._hands.press(f"{name}_change", str(ruling.add))
        for tension in ruling.tensions[:1]:
            self._hands.choose(f"{name}_tension", tension)
        self._hands.type_into(f"{name}_reason", ruling.reason.strip())
        if ruling.public:
            self._hands.type_into(f"{name}_public", ruling.public)

    def _ruling(self, ruling: ScriptRuling, named: LineName) -> None:
        line = self._line(named)
        name = slug(line.key)
        if not self._hands.has(f"change_{name}"):
            self._hands.click(f"open_{line.gauge}")
        self._hands.click(f"change_{name}")
        self._hands.press(f"value_{name}", str(ruling.set_to))
        self._hands.type_into(f"reason_{name}", ruling.reason)
        if ruling.public:
            self._hands.type_into(f"public_{name}", ruling.public)
        self._hands.click(f"set_{name}")
        self._expect(
            any(r.line == line.key for r in self._state.now.rulings), "the ruling was not recorded"
        )

    def _line(self, name: LineName) -> LedgerLine:
        lines = proposed_ledger(self._book, self._state).lines
        found = next(iter(find_lines(lines, name)), None)
        if found is None:
            raise DemoStopped(f"The ledger has no line of {name.cause}.")
        return found


def _throw(numbers: Sequence[int]) -> str:
    return " ".join(str(number) for number in numbers)
