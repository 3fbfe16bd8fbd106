"""The readings of a rule: one for each play, person and holder of a role that it means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from app.core import conditions as c
from app.core.meaning import Meaning, all_of, names_in
from app.core.naming import Scope
from app.deck import model as m


class Readings:
    """How often, and as what, the items of one deck are read."""

    def __init__(self, deck: m.Deck) -> None:
        self.deck = deck
        self._mean = Meaning(deck)

    def _scopes(
        self, lawful: m.Rule | m.Combination
    ) -> Iterator[tuple[Scope, c.Condition, tuple[int, int]]]:
        """Each reading of a rule: its scope, what must hold for it, and where it stands."""
        plays: list[tuple[Scope, c.Condition, tuple[int, int]]] = [(Scope(), c.Always(), (0, 0))]
        if isinstance(lawful, m.Rule) and lawful.for_each_play is not None:
            plays = [
                (
                    Scope(move.id, {"self": move.seat}),
                    test,
                    (self._mean.seat_order[move.seat], index),
                )
                for index, move in enumerate(self.deck.moves)
                for test in self._play_of(move, lawful.for_each_play)
            ]
        for scope, given, place in plays:
            for bound, named in self._each_bound(lawful.for_each, scope):
                when = all_of(given, named, self._mean.when(lawful.when, bound))
                yield bound, when, place

    def _play_of(self, move: m.Move, play: m.Play) -> Iterator[c.Condition]:
        """The test that this move was played and matches, unless it never can."""
        scope = Scope(move.id, {"self": move.seat})
        test = self._mean.play(play, scope)
        if move.id in test.moves and (not test.seats or move.seat in test.seats):
            yield replace(test, moves=frozenset({move.id}))

    def _each(self, names: Sequence[str], scope: Scope) -> Iterator[Scope]:
        if not names:
            yield scope
        for who in self._mean.ordered(self._mean.who(names, scope)):
            yield scope.with_("each", who)

    def _each_bound(
        self, names: Sequence[str], scope: Scope
    ) -> Iterator[tuple[Scope, c.Condition]]:
        """`each` over names, which may be roles of a card (then with the test that it holds)."""
        if not names:
            yield scope, c.Always()
        for name in names:
            if self._mean.is_role(name, scope):
                for who in self._mean.ordered(self._mean.candidates(name, scope)):
                    yield scope.with_("each", who), self._mean.role_test(name, who, scope)
            else:
                for who in self._mean.ordered(self._mean.who((name,), scope)):
                    yield scope.with_("each", who), c.Always()

    def _bind(self, scope: Scope, when: m.Condition | None) -> Iterator[tuple[Scope, c.Condition]]:
        """Make the roles concrete that a condition speaks of: one reading for each possibility."""
        roles = [name for name in dict.fromkeys(names_in(when)) if self._mean.is_open(name, scope)]
        pools = [self._mean.ordered(self._mean.candidates(role, scope)) for role in roles]
        for people in product(*pools):
            bound, tests = scope, []
            for role, who in zip(roles, people, strict=True):
                bound = bound.with_(role, who)
                tests.append(self._mean.role_test(role, who, scope))
            yield bound, all_of(*tests)
