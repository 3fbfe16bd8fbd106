"""Advice: effects that can never apply, and parts of a condition that never hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.deck.known import Known
from app.deck.model import Combination, Condition, Effect, Inject, Procedure, Rule
from app.deck.never import Never
from app.deck.positions import Path
from app.deck.report import Report
from app.deck.spans import Span, narrowed

HINT = "Change what it asks for, or leave it out."


def check_parts(known: Known, report: Report, never: Never) -> None:
    """All such advice on a deck without faults."""
    parts = _Parts(known, report, never)
    for at, move in enumerate(known.deck.moves):
        if move.id not in never.unplayable:
            parts.effects(("moves", at), move.effects, never.whole)
            for number, need in enumerate(move.needs):
                parts.inside(("moves", at, "needs", number, "when"), need.when, never.whole)
    for field in ("rules", "combinations"):
        for at, law in enumerate(getattr(known.deck, field)):
            parts.law((field, at), law)
    for at, inject in enumerate(known.deck.injects):
        parts.inject(("injects", at), inject)
    for at, text in enumerate(known.deck.procedures):
        parts.text(("procedures", at), text)
    for path, what, when in _ends(known):
        parts.whole(path, what, when)


def _ends(known: Known) -> Iterator[tuple[Path, str, Condition | None]]:
    """What is asked at the end."""
    for at, seat in enumerate(known.deck.seats):
        for number, one in enumerate(seat.objectives):
            path: Path = ("seats", at, "objectives", number, "when")
            yield path, f"The objective '{one.id}' of '{seat.id}' is never met", one.when
    for at, state in enumerate(known.deck.end_states):
        yield ("end_states", at, "when"), f"'{state.id}' is never reached", state.when


class _Parts:
    """Goes through what is asked, knowing in which turns it is."""

    def __init__(self, known: Known, report: Report, never: Never) -> None:
        self._known = known
        self._report = report
        self._never = never

    def law(self, path: Path, law: Rule | Combination) -> None:
        """A rule or combination. One that can never apply is spoken of elsewhere."""
        if self._never.why(law.when, self._never.whole):
            return
        self.inside((*path, "when"), law.when, self._never.whole)
        span = self._span(law.when, self._never.whole)
        self.effects(path, law.effects, span)
        for at, take in enumerate(law.takes):
            self._one((*path, "takes", at, "when"), "Nothing is ever taken", take.when, span)

    def inject(self, path: Path, inject: Inject) -> None:
        """An inject: those for a turn come before its cards, others when it is asked for."""
        span = inject.turns[0], min(inject.turns[1], self._known.turns)
        brief = inject.kind != "optional"
        if self._never.why(inject.when, span, in_brief=brief):
            return
        self.inside((*path, "when"), inject.when, span, in_brief=brief)
        self.effects(path, inject.effects, self._span(inject.when, span), in_brief=brief)

    def text(self, path: Path, text: Procedure) -> None:
        """A procedure, which has one turn."""
        turn = self._known.turns if text.turn == "last" else text.turn
        self.effects(path, text.effects, (turn, turn))

    def whole(self, path: Path, what: str, when: Condition | None) -> None:
        """A condition of the end."""
        self._one(path, what, when, self._never.whole)

    def effects(
        self, path: Path, effects: Sequence[Effect], span: Span, *, in_brief: bool = False
    ) -> None:
        """Effects of one cause."""
        for at, effect in enumerate(effects):
            here = (*path, "effects", at, "when")
            self._one(here, "This effect never comes", effect.when, span, in_brief=in_brief)

    def inside(
        self, path: Path, when: Condition | None, span: Span, *, in_brief: bool = False
    ) -> None:
        """What stands under `any`, `all` and `not`. Gauges are left aside: the facilitator may
        move any."""
        if when is None:
            return
        span = self._span(when, span)
        for where, one in when.inside():
            bare = one.model_copy(update={"gauge": ()})
            here = (*path, *where)
            self._one(here, "This part never holds", bare, span, in_brief=in_brief)

    def _one(
        self,
        path: Path,
        what: str,
        when: Condition | None,
        span: Span,
        *,
        in_brief: bool = False,
    ) -> None:
        why = self._never.why(when, span, in_brief=in_brief)
        if why:
            self._report.advice(path, "never", f"{what}: {why}.", HINT)
        else:
            self.inside(path, when, span, in_brief=in_brief)

    def _span(self, when: Condition | None, span: Span) -> Span:
        return narrowed(when.turn if when else None, span, self._known.turns)
