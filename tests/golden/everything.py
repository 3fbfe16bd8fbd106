"""The exercises that together use everything: two scripts, and a fork that goes another way.

The fork begins where turn 3 of the cold half begins. There an answer of turn 2 is put right, a move
is taken back, brought back and taken back again, phases are left out, and Korea gets its seat on
the day on which its options paper comes out.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from app.config.paths import scenarios
from app.core import actions as do
from app.core import events as ev
from app.core.actions import Action
from app.core.book import Book
from app.core.compile import compile_deck
from app.core.values import AddedLine, Phase, PlayedMove
from app.deck.read import read_deck
from app.deck.script import ReadScript, read_script
from app.session.exercise import Accepted, Exercise
from tests.golden.transcript import Page, played

HERE = Path(__file__).parent
COLD, WARM, FORK = "everything-1", "everything-2", "everything-fork"
FORKED_TURN = 3
MADE_UP_FOR = AddedLine(
    "aJP", 1, "What the answer that was put right would have made in turn 2.", ("T12",)
)


@cache
def book() -> Book:
    return compile_deck(read_deck(scenarios() / "lengthening-shadow"))


@cache
def script(name: str) -> ReadScript:
    return read_script(HERE / f"{name}.yaml")


@cache
def half(name: str) -> Exercise:
    """One of the two scripts, played to its end."""
    return played(script(name), book())


@cache
def fork() -> tuple[Exercise, str]:
    """The cold half from turn 3 on, played differently; and its transcript."""
    whole = half(COLD)
    begun = whole.fork(_entry_of(whole.entries, ev.PhaseEntered(FORKED_TURN, Phase.BRIEF)))
    page = Page(begun)
    page.title("The cold half again, from turn 3 on", "=")
    page.hear(begun.state, [e for e in begun.entries if isinstance(e.event, ev.SessionForked)])
    begun.listen(page.hear)
    _Fork(begun).play()
    page.ending(begun.state)
    return begun, page.text()


def _entry_of(entries: Sequence[ev.Entry], event: ev.Event) -> int:
    return next(entry.seq for entry in entries if entry.event == event)


class _Fork:
    """What is done in the fork, action by action."""

    def __init__(self, exercise: Exercise) -> None:
        self.exercise = exercise

    def play(self) -> None:
        self._put_right()
        self._do(do.ReleaseInject("C1"), do.EnterNextPhase())
        self._moves()
        self._change_of_mind()
        self._do(do.EnterNextPhase(), do.SkipPhase("Nobody wants to ask anybody."))
        self._do(do.RevealAll(), do.EnterNextPhase(), do.AddLine(MADE_UP_FOR), do.EnterNextPhase())
        self._do(do.SkipPhase("The slips were left in the other room."))
        self._do(do.SkipToHotWash("It is late, and the point is made."), do.EndSession())

    def _do(self, *actions: Action) -> None:
        for action in actions:
            answer = self.exercise.submit(action)
            assert isinstance(answer, Accepted), f"{action}: {answer}"

    def _put_right(self) -> None:
        """Japan had said yes to the talks, and the facilitator had written down a no."""
        answered = ev.ConsultationAnswered("US", "JPN", "U11", "objects")
        entry = _entry_of(self.exercise.entries, answered)
        meant = ev.ConsultationAnswered("US", "JPN", "U11", "supports")
        self._do(do.Amend(entry, meant, "Japan had said yes; it was written down wrongly."))

    def _moves(self) -> None:
        body = PlayedMove("US", "U08", "joint", asked=("JPN", "ROK"))
        paper = PlayedMove("ROK", "K02", "solo", reason="A chair is good, a paper is better.")
        request = PlayedMove("ROK", "K04", "quiet", addressee="US")
        self._do(*(do.AddMove(play) for play in (body, paper, request)))
        self._do(*(do.AnswerSignature("U08", seat, signed=True) for seat in ("JPN", "ROK")))

    def _change_of_mind(self) -> None:
        """A fourth move goes in, out, in and out."""
        self._do(do.AddMove(PlayedMove("US", "U12", "solo", choices=(("towards", ("home",)),))))
        for step in (self.exercise.undo, self.exercise.redo, self.exercise.undo):
            assert isinstance(step(), Accepted)
