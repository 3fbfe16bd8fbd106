"""Doing what a play script says, step by step, and noting what the rules refuse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import NoReturn

from app.core import actions as do
from app.core.actions import Action, Refusal
from app.core.book import Book
from app.core.legal import playable
from app.core.state import State
from app.deck.faults import nearest
from app.deck.script import ReadScript
from app.errors import Fault, ScriptError
from app.session.exercise import Exercise

Path = tuple[str | int, ...]


class Steps:
    """An exercise that a script is played in. `in_doubt`: what follows cannot be tried."""

    def __init__(self, read: ReadScript, exercise: Exercise) -> None:
        self._read = read
        self._exercise = exercise
        self._faults: list[Fault] = []
        self._in_doubt = False

    @contextmanager
    def _noting(self, *, doubt: bool = False) -> Iterator[None]:
        """What is refused in the block is noted and left out.

        `doubt`: what follows the turn's hand-in hangs on it, and cannot be tried.
        """
        try:
            yield
        except ScriptError as problem:
            self._faults.extend(problem.faults)
            self._in_doubt = self._in_doubt or doubt

    def _end_if(self, so: bool) -> None:
        if so:
            raise cannot(self._read, ())

    @property
    def _book(self) -> Book:
        """The book as the exercise has it now, with the cards that were written."""
        return self._exercise.book

    @property
    def _state(self) -> State:
        return self._exercise.state

    def _go_on(self, path: Path) -> None:
        self._do(do.EnterNextPhase(), path)

    def _do(self, action: Action, path: Path, note_text: str | None = None, hint: str = "") -> None:
        answer = self._exercise.submit(action, note_text)
        if isinstance(answer, Refusal):
            stop(self._read, path, self._in_turn(answer.sentence), hint or answer.way_on)

    def _in_turn(self, words: str) -> str:
        return f"Turn {self._state.turn}: {words}" if self._state.turn else words

    def _legal(self, seat: str) -> str:
        """What the seat may play now, in words; empty for a seat that does not exist."""
        if seat not in {s.id for s in self._book.deck.seats}:
            seats = ", ".join(s.id for s in self._book.deck.seats)
            return f"The deck's seats are {seats}."
        legal = [
            f"{card.id} {card.title} ({', '.join(card.channels)})"
            for card, reasons in playable(self._book, self._state, seat)
            if not reasons
        ]
        return f"Legal for {self._book.spoken(seat)} here: {'; '.join(legal) or 'nothing more'}."


def unknown(kind: str, name: str, known: Sequence[str]) -> tuple[str, str]:
    """What is said of a name that the deck does not have, and which one may be meant."""
    meant = nearest(name, known)
    hint = f"Did you mean '{meant}'?" if meant else f"Possible: {', '.join(known)}."
    return f"The deck has no {kind} {name}.", hint


def cannot(read: ReadScript, faults: Iterable[Fault], remedy: str = "") -> ScriptError:
    """The error of a script that the rules refuse."""
    return ScriptError(f"The script {read.loaded.file} cannot be played.", faults, remedy)


def stop(read: ReadScript, path: Path, message: str, hint: str = "") -> NoReturn:
    """Refuse a part of the script."""
    raise cannot(read, (read.fault_at(path, message, hint),))
