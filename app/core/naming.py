"""Whom the names of a deck mean, where they stand: seats, groups, roles of a card.

A name means whom it means where it stands (`Scope`). A role of a card, such as `host`, means
somebody only when that card is played: it comes with the test that it fell to them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from app.core import conditions as c
from app.deck import model as m

ROLES = ("host", "target", "addressee", "signers", "affected")


@dataclass(frozen=True, slots=True)
class Scope:
    """What names mean where they stand: a card's roles, and `each`.

    `bound` holds the roles that have been made concrete.
    """

    move: str = ""
    bound: dict[str, str] = field(default_factory=dict)

    def with_(self, role: str, who: str) -> Scope:
        """The scope in which a role means somebody."""
        return replace(self, bound={**self.bound, role: who})


class Naming:
    """The names in one deck. Raises KeyError for a name that nobody has."""

    def __init__(self, deck: m.Deck) -> None:
        self.deck = deck
        self.names = _names(deck)
        self.moves = {move.id: move for move in deck.moves}
        self.gauge_order = {gauge.id: i for i, gauge in enumerate(deck.gauges)}
        self.seat_order = {seat.id: i for i, seat in enumerate(deck.seats)}
        self.last = max(turn.turn for turn in deck.turns)

    # --- names and roles -----------------------------------------------------------------------

    def is_open(self, name: str, scope: Scope) -> bool:
        """Whether a name is a role of a card that nobody has been put into yet."""
        return name not in scope.bound and self.is_role(name, scope)

    def is_role(self, name: str, scope: Scope) -> bool:
        return self._role_of(name, scope) is not None

    def _role_of(self, name: str, scope: Scope) -> tuple[str, str] | None:
        """(role, move) where a name is a role: of this card, or 'host of U01' of another."""
        role, _, other = name.partition(" of ")
        move = other or scope.move
        if not move or move not in self.moves:
            return None
        choices = {choice.id for choice in self.moves[move].choices}
        return (role, move) if role in ROLES or role in choices else None

    def candidates(self, name: str, scope: Scope) -> frozenset[str]:
        """Who may come to hold a role of a card."""
        role, move_id = self._role_of(name, scope) or ("", "")
        move = self.moves[move_id]
        if role == "signers":
            return self.signing_pool(move)
        if role == "affected":
            return self._possible(move, move.affects)
        if role == "addressee":
            return self.told_pool(move)
        named = next((choice.of for choice in move.choices if choice.id == role), ())
        return self.who(named, Scope(move_id, {"self": move.seat}))

    def signing_pool(self, move: m.Move) -> frozenset[str]:
        """The seats that may co-sign a card."""
        if move.signing.of:
            return self._possible(move, move.signing.of)
        return frozenset(self.seat_order) - {move.seat}

    def told_pool(self, move: m.Move) -> frozenset[str]:
        """Who may be told of a quiet play: another seat, or an adversary that it lets be chosen.

        A host and a target have a part of their own and are not told for it, unless the card's
        `addressee` says so.
        """
        if move.addressee:
            return self._possible(move, move.addressee)
        own = [name for x in move.choices if x.id not in ("host", "target") for name in x.of]
        adversaries = frozenset(a.id for a in self.deck.adversaries)
        seats = frozenset(self.seat_order) - {move.seat}
        return seats | (adversaries & self._possible(move, own))

    def _possible(self, move: m.Move, names: Sequence[str]) -> frozenset[str]:
        """Whom names on a card may mean, whoever its roles fall to; never its own seat."""
        scope, mine = Scope(move.id), Scope(move.id, {"self": move.seat})
        pools = [
            self.candidates(name, scope) if self.is_role(name, scope) else self.who((name,), mine)
            for name in names
        ]
        return frozenset[str]().union(*pools) - {move.seat}

    def role_test(self, name: str, who: str, scope: Scope) -> c.Condition:
        """The test that a role of a card fell to somebody."""
        role, move_id = self._role_of(name, scope) or ("", "")
        one, only = frozenset({who}), frozenset({move_id})
        if role == "host":
            return c.PlayIs(only, hosts=one)
        if role == "target":
            return c.PlayIs(only, targets=one)
        if role == "addressee":
            return c.PlayIs(only, addressees=one)
        if role == "signers":
            return c.PlayIs(only, signers=one)
        if role == "affected":
            return self._affected_test(self.moves[move_id], who)
        return c.PlayIs(only, chosen=((role, one),))

    def _affected_test(self, move: m.Move, who: str) -> c.Condition:
        scope = Scope(move.id)
        tests: list[c.Condition] = []
        for name in move.affects:
            if self.is_role(name, scope):
                if who in self.candidates(name, scope):
                    tests.append(self.role_test(name, who, scope))
            elif who in self.who((name,), Scope(move.id, {"self": move.seat})):
                return self.played(move.id)
        return c.AnyOf(tuple(tests))

    def played(self, move: str) -> c.Condition:
        return c.PlayIs(frozenset({move}))

    def who(self, names: Sequence[str], scope: Scope) -> frozenset[str]:
        """The seats and adversaries that names mean in this scope. Raises KeyError for nobody."""
        found: set[str] = set()
        for name in names:
            if name in scope.bound:
                found.add(scope.bound[name])
            elif name == "all":
                found.update(self.seat_order)
            elif name == "others":
                found.update(set(self.seat_order) - {scope.bound.get("self", "")})
            else:
                found.update(self.names[name])
        return frozenset(found)

    def ordered(self, who: Iterable[str]) -> list[str]:
        order = [*self.seat_order, *(a.id for a in self.deck.adversaries)]
        return sorted(who, key=order.index)


def _names(deck: m.Deck) -> dict[str, frozenset[str]]:
    names: dict[str, set[str]] = {}
    people: tuple[m.Seat | m.Adversary, ...] = (*deck.seats, *deck.adversaries)
    for someone in people:
        for name in (someone.id, *someone.groups):
            names.setdefault(name, set()).add(someone.id)
    return {name: frozenset(who) for name, who in names.items()}
