"""Every name that a deck gives, by kind, for checks of whatever is named elsewhere.

Where a file could not be read at all, its kind of name is not `sure`, and nobody complains of a
name that might stand there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from app.deck.files import FILE_OF
from app.deck.model import Choice, Deck, Move

ROLES = ("self", "host", "target", "signers", "addressee", "affected")
"""Who is meant, in the card that is played; a card's own choices of people are roles, too."""
EVERYONE = ("all", "others")
"""All seats, and all but the card's own."""
RESERVED = frozenset({*ROLES, *EVERYONE, "each", "room", "lowest", "play"})
"""Words of the vocabulary, which no seat, adversary or group may be called."""
RESERVED_CAUSES = RESERVED | {"W", "bounds", "free"}
"""Words of the vocabulary and of the ledger, which no card, rule or inject may be called."""
RESERVED_STEPS = frozenset(
    {"printed", "channel", "combination", "added", "limit", "procedure", "ceiling", "bounds"}
)
"""The ledger's own steps, which no step of Close may be called."""
CHANNELS = ("joint", "solo", "quiet")


@dataclass(frozen=True)
class Kind:
    """All names of one kind, in the deck's order, and the word for one."""

    word: str
    names: Mapping[str, None]
    sure: bool = True


@dataclass(frozen=True)
class Readable:
    """As much of a deck as could be read; missing parts are empty.

    `fields` that could be read at all; `lost`: by list, the id of each item left out for its
    faults (empty where it has none).
    """

    deck: Deck
    fields: frozenset[str]
    lost: Mapping[str, tuple[str, ...]]


class Known:
    """The names of one deck."""

    def __init__(self, readable: Readable) -> None:
        self.deck = readable.deck
        self._readable = readable
        deck = self.deck
        self.seats = self._kind("seat", "seats")
        self.adversaries = self._kind("adversary", "adversaries")
        self.gauges = self._kind("gauge", "gauges")
        self.families = self._kind("family of gauges", "families")
        self.moves = self._kind("move", "moves")
        self.injects = self._kind("inject", "injects")
        self.polls = self._kind("poll item", "polls")
        self.tensions = self._kind("tension", "tensions")
        self.places = self._kind("place", "places")
        self.procedures = self._kind("procedure", "procedures")
        self.causes = self._kind("card, rule or combination", "moves", "rules", "combinations")
        self.rule_causes = self._kind("card or rule", "moves", "rules")
        self.tags = self._of_moves("tag", (tag for move in deck.moves for tag in move.tags))
        self.marks = self._marks()
        self.lists = self._of_moves(
            "membership list", (name for move in deck.moves for name in move.enrols)
        )
        self.card = {move.id: move for move in deck.moves}
        self.seat = {seat.id: seat for seat in deck.seats}
        self.text = {procedure.id: procedure for procedure in deck.procedures}
        self.most_bonus = max((move.effort_next_turn for move in deck.moves), default=0)
        self.turns = len(deck.turns) if self.is_whole("turns") else 0

    @staticmethod
    def of(deck: Deck) -> Known:
        """The names of a deck of which nothing is missing."""
        return Known(Readable(deck, frozenset(FILE_OF), {}))

    def is_whole(self, *fields: str) -> bool:
        """Whether these lists were read without a fault."""
        readable = self._readable
        return all(name in readable.fields and not readable.lost.get(name) for name in fields)

    @cached_property
    def groups(self) -> dict[str, frozenset[str]]:
        """Groups and who is in them: seats and adversaries."""
        found: dict[str, set[str]] = {}
        belongs = [(seat.id, seat.groups) for seat in self.deck.seats]
        belongs += [(adversary.id, adversary.groups) for adversary in self.deck.adversaries]
        for name, groups in belongs:
            for group in groups:
                found.setdefault(group, set()).add(name)
        return {name: frozenset(members) for name, members in found.items()}

    @cached_property
    def who(self) -> Kind:
        """Everyone who can be named without a role: seats, adversaries, groups."""
        names = {**self.seats.names, **self.adversaries.names, **dict.fromkeys(self.groups)}
        sure = self.is_whole("seats", "adversaries")
        return Kind("seat, adversary or group", names, sure)

    def members(self, name: str) -> frozenset[str]:
        """The seats and adversaries that a name without a role stands for; empty for a role."""
        return self.groups.get(name) or frozenset({name} & self._single)

    def seats_of(self, names: Iterable[str]) -> frozenset[str]:
        """The seats that names without a role stand for, `all` among them."""
        seats = frozenset(self.seats.names)
        named = (seats if name == "all" else seats & self.members(name) for name in names)
        return frozenset[str]().union(*named)

    def people(self, names: Iterable[str], card: Move) -> frozenset[str]:
        """The seats and adversaries that names on a card may mean before it is played."""
        seats = frozenset(self.seats.names)
        words = {"self": seats & {card.seat}, "all": seats, "others": seats - {card.seat}}
        return frozenset[str]().union(*(words.get(name, self.members(name)) for name in names))

    def owners(self, family: str) -> frozenset[str]:
        """Who has a gauge of the family."""
        return self._owners.get(family, frozenset())

    @cached_property
    def measured(self) -> frozenset[str]:
        """The seats for which a perception gap is measured."""
        gap = self.deck.gap
        felt = next((item for item in self.deck.polls if gap and item.id == gap.felt), None)
        if felt is None or felt.estimated_by is None:
            return frozenset()
        return self.seats_of(felt.asked)

    @cached_property
    def choices(self) -> dict[str, list[Choice]]:
        """Choices on cards by id."""
        found: dict[str, list[Choice]] = {}
        for move in self.deck.moves:
            for choice in move.choices:
                found.setdefault(choice.id, []).append(choice)
        return found

    @cached_property
    def _single(self) -> frozenset[str]:
        return frozenset({*self.seats.names, *self.adversaries.names})

    @cached_property
    def _owners(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for gauge in self.deck.gauges:
            if gauge.of:
                found.setdefault(gauge.family, set()).add(gauge.of)
        return {family: frozenset(owners) for family, owners in found.items()}

    def _kind(self, word: str, *fields: str) -> Kind:
        names: dict[str, None] = {}
        for name in fields:
            names.update(dict.fromkeys(item.id for item in getattr(self.deck, name)))
            names.update(dict.fromkeys(filter(None, self._readable.lost.get(name, ()))))
        return Kind(word, names, all(name in self._readable.fields for name in fields))

    def _marks(self) -> Kind:
        lawful = (self.deck.moves, self.deck.rules, self.deck.combinations)
        names = dict.fromkeys(mark for some in lawful for one in some for mark in one.sets)
        return Kind("mark", names, self.is_whole("moves", "rules", "combinations"))

    def _of_moves(self, word: str, names: Iterable[str]) -> Kind:
        return Kind(word, dict.fromkeys(names), self.is_whole("moves"))


def choice_of(move: Move, name: str) -> Choice | None:
    """The choice of that name on a card."""
    return next((choice for choice in move.choices if choice.id == name), None)


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
