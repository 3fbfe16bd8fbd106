"""What there is in a deck to be named, and what of it is gone in a smaller one.

Answers for telling the names that a variant leaves out from all others: a name that the whole deck
never had is not gone, it is a fault, and stays for the checks to find.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from app.deck.known import Known, roles_on
from app.deck.model import Deck, Move, Names

Kind = Literal[
    "seats",
    "gauges",
    "families",
    "moves",
    "causes",
    "injects",
    "polls",
    "procedures",
    "tags",
    "marks",
    "lists",
    "choices",
]
_LAWS = ("moves", "rules", "combinations", "swing_limits", "ceilings", "injects", "procedures")


@dataclass(frozen=True)
class Presence:
    """What a deck has, by kind; `roles`: by card, the roles that somebody can have on it."""

    known: Known
    kinds: Mapping[Kind, Set[str]]
    roles: Mapping[str, frozenset[str]]

    @staticmethod
    def of(deck: Deck) -> Presence:
        """What is in this deck."""
        known = Known.of(deck)
        kinds: dict[Kind, Set[str]] = {
            "seats": known.seats.names.keys(),
            "gauges": known.gauges.names.keys(),
            "families": frozenset(gauge.family for gauge in deck.gauges),
            "moves": known.moves.names.keys(),
            "causes": frozenset(one.id for name in _LAWS for one in getattr(deck, name)),
            "injects": known.injects.names.keys(),
            "polls": known.polls.names.keys(),
            "procedures": known.procedures.names.keys(),
            "tags": known.tags.names.keys(),
            "marks": known.marks.names.keys(),
            "lists": known.lists.names.keys(),
            "choices": known.choices.keys(),
        }
        return Presence(known, kinds, {move.id: roles_on(move) for move in deck.moves})

    @cached_property
    def all_roles(self) -> frozenset[str]:
        """The roles of all cards."""
        return frozenset[str]().union(*self.roles.values())


class Gone:
    """Which names of a whole deck are gone in a smaller one."""

    def __init__(self, before: Presence, now: Presence) -> None:
        self._before = before
        self.now = now

    def is_gone(self, kind: Kind, name: str | None) -> bool:
        """Whether the whole deck had this name of a kind and the smaller one has not."""
        return name in self._before.kinds[kind] and name not in self.now.kinds[kind]

    def left(self, kind: Kind, names: Names) -> Names:
        """Those of the names that are not gone."""
        return tuple(name for name in names if not self.is_gone(kind, name))

    def people(self, names: Names, card: Move | None = None) -> Names:
        """Those of the names that still stand for somebody. `card`: on which they stand."""
        return tuple(name for name in names if not self._is_nobody(name, card))

    def owning(self, family: str, names: Names, card: Move | None = None) -> Names:
        """The same, without those who had a gauge of a family and have none any more."""
        left = self.people(names, card)
        return tuple(name for name in left if not self._has_lost(family, name, card))

    def meant(self, names: Names, card: Move) -> frozenset[str]:
        """The seats and adversaries that names on a card mean before it is played."""
        return self.now.known.people(names, card)

    def fewer(self, names: Names, card: Move) -> bool:
        """Whether names on a card mean others than they meant in the whole deck."""
        return self.meant(names, card) != self._before.known.people(names, card)

    def _is_nobody(self, name: str, card: Move | None) -> bool:
        before, now = self._before, self.now
        if name in before.known.who.names:
            return name not in now.known.who.names
        role, _, whose = name.partition(" of ")
        if role == "lowest" and whose:
            return self.is_gone("families", whose)
        if whose:
            on_card = before.roles.get(whose, frozenset())
            return role in on_card and role not in now.roles.get(whose, frozenset())
        if card is None:
            return role in before.all_roles and role not in now.all_roles
        return role in before.roles.get(card.id, frozenset()) and role not in roles_on(card)

    def _has_lost(self, family: str, name: str, card: Move | None) -> bool:
        own = frozenset({card.seat} if card is not None and name == "self" else ())
        had, has = (
            (own or deck.known.members(name)) & deck.known.owners(family)
            for deck in (self._before, self.now)
        )
        return bool(had) and not has
