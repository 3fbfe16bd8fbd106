"""What there is in a deck to be named, and what of it is gone in a smaller one.

Answers for telling the names that a variant leaves out from all others: a name that the whole deck
never had is not gone, it is a fault, and stays for the checks to find.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

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
    """Everything that a deck has, by kind.

    `members`: whom a seat, adversary or group stands for; `owners`: by family, who has a gauge of
    it; `roles`: by card, the roles that somebody can have on it.
    """

    kinds: dict[Kind, frozenset[str]]
    members: dict[str, frozenset[str]]
    owners: dict[str, frozenset[str]]
    roles: dict[str, frozenset[str]]

    @staticmethod
    def of(deck: Deck) -> Presence:
        """What is in this deck."""
        setting = (deck.moves, deck.rules, deck.combinations)
        kinds: dict[Kind, frozenset[str]] = {
            "seats": _ids(deck.seats),
            "gauges": _ids(deck.gauges),
            "families": frozenset(gauge.family for gauge in deck.gauges),
            "moves": _ids(deck.moves),
            "causes": frozenset(one.id for name in _LAWS for one in getattr(deck, name)),
            "injects": _ids(deck.injects),
            "polls": _ids(deck.polls),
            "procedures": _ids(deck.procedures),
            "tags": frozenset(tag for move in deck.moves for tag in move.tags),
            "marks": frozenset(mark for some in setting for one in some for mark in one.sets),
            "lists": frozenset(name for move in deck.moves for name in move.enrols),
            "choices": frozenset(one.id for move in deck.moves for one in move.choices),
        }
        owners: dict[str, frozenset[str]] = {}
        for gauge in deck.gauges:
            if gauge.of is not None:
                owners[gauge.family] = owners.get(gauge.family, frozenset()) | {gauge.of}
        roles = {move.id: roles_on(move) for move in deck.moves}
        return Presence(kinds, _members(deck), owners, roles)

    def meant(self, names: Names, card: Move) -> frozenset[str]:
        """The seats and adversaries that names on a card mean before it is played."""
        seats = self.kinds["seats"]
        words = {"self": frozenset({card.seat}), "all": seats, "others": seats - {card.seat}}
        found = (words.get(name) or self.members.get(name, frozenset()) for name in names)
        return frozenset[str]().union(*found)

    @property
    def all_roles(self) -> frozenset[str]:
        """The roles of all cards."""
        return frozenset[str]().union(*self.roles.values())


def roles_on(move: Move) -> frozenset[str]:
    """The roles that somebody can have on a card, `self` not among them."""
    found = {choice.id for choice in move.choices if choice.of}
    if "joint" in move.channels:
        found.add("signers")
    if "quiet" in move.channels:
        found.add("addressee")
    if move.affects:
        found.add("affected")
    return frozenset(found)


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
        return self.now.meant(names, card)

    def fewer(self, names: Names, card: Move) -> bool:
        """Whether names on a card mean others than they meant in the whole deck."""
        return self.now.meant(names, card) != self._before.meant(names, card)

    def _is_nobody(self, name: str, card: Move | None) -> bool:
        before, now = self._before, self.now
        if name in before.members:
            return name not in now.members
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
        had = (own or self._before.members.get(name, frozenset())) & self._before.owners.get(
            family, frozenset()
        )
        has = (own or self.now.members.get(name, frozenset())) & self.now.owners.get(
            family, frozenset()
        )
        return bool(had) and not has


def _ids(items: Iterable[object]) -> frozenset[str]:
    return frozenset(str(getattr(item, "id", "")) for item in items)


def _members(deck: Deck) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    belongs = [(seat.id, seat.groups) for seat in deck.seats]
    belongs += [(adversary.id, adversary.groups) for adversary in deck.adversaries]
    for someone, groups in belongs:
        for name in (someone, *groups):
            found.setdefault(name, set()).add(someone)
    return {name: frozenset(who) for name, who in found.items()}
