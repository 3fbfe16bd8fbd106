"""Who may be named where: seats, groups and roles, and which cards' roles are at hand.

The same places in which `app.core.meaning` and `app.core.history` know what a name means; a test
holds them together.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.deck.known import EVERYONE, RESERVED, ROLES, Known, choice_of, roles_on
from app.deck.model import Move, Names
from app.deck.positions import Path
from app.deck.report import Report


@dataclass(frozen=True)
class Scope:
    """What may be spoken of in one place, beside seats, adversaries and groups.

    `cards`: those that it is about, so that `self` and `play` say something. `roles`: the other
    roles of those cards. `elsewhere`: `host of U01`. `each`: something around it says `for_each`.
    `everyone`: `all` and `others`. `unsure`: nobody knows which cards (they could not be read).
    `early`: before any card of the turn is played. `at_end`: once the exercise is over.
    `holder`: the seat that is `self` where no card is.
    """

    cards: tuple[Move, ...] = ()
    me: bool = False
    roles: bool = False
    elsewhere: bool = False
    each: bool = False
    everyone: bool = True
    unsure: bool = False
    early: bool = False
    at_end: bool = False
    holder: str = ""

    @property
    def has_play(self) -> bool:
        """Whether there is a card whose play this is about."""
        return bool(self.cards) or self.unsure

    def with_each(self, for_each: Names) -> Scope:
        """The same, where `for_each` names somebody."""
        return replace(self, each=True) if for_each and not self.each else self

    def without_roles(self) -> Scope:
        """The same for a condition of a rule, which is asked before anybody has a role."""
        has_any = self.roles or self.elsewhere
        return replace(self, roles=False, elsewhere=False) if has_any else self

    def words(self) -> tuple[str, ...]:
        """The words that may stand here."""
        held = frozenset[str]().union(*map(roles_on, self.cards))
        roles = tuple(role for role in ROLES[1:] if role in held)
        own = tuple(choice.id for card in self.cards for choice in card.choices if choice.of)
        return (
            *(("self",) if self.me else ()),
            *(dict.fromkeys((*roles, *own)) if self.roles else ()),
            *(("each",) if self.each else ()),
            *self.everyone_words,
        )

    @property
    def everyone_words(self) -> tuple[str, ...]:
        """`all`, and `others` where there is somebody that they are not."""
        return EVERYONE[: 1 + self.me] if self.everyone else ()


NAMES_ONLY = Scope(everyone=False)
"""Only seats, adversaries and groups."""
NOWHERE = Scope()
"""No card is being played: conditions of injects and combinations."""
OUTSIDE = Scope(elsewhere=True)
"""Effects of combinations: a role needs its card to be named."""
BRIEF = Scope(early=True)
"""Effects of injects: they come before anybody has played anything."""
SEAT = Scope(me=True, at_end=True)
"""A seat's objectives."""
END = Scope(at_end=True)
"""End states."""
LOWEST = "lowest of "
"""Before a family: whoever has its lowest gauge."""


class WhoCheck:
    """Checks names of seats, adversaries, groups and roles."""

    def __init__(self, known: Known, report: Report) -> None:
        self._known = known
        self._report = report

    def check(
        self,
        path: Path,
        names: Names,
        scope: Scope,
        *,
        only_seats: bool = False,
        extra: tuple[str, ...] = (),
        lowest: bool = False,
    ) -> None:
        """Each of the names stands for somebody who can be meant here.

        `lowest`: also whoever has the lowest gauge of a family.
        """
        for at, name in enumerate(names):
            here = (*path, at)
            if name in extra or name in scope.everyone_words:
                continue
            if name in self._known.who.names:
                if only_seats:
                    self._a_seat(here, name)
            elif name.startswith(LOWEST):
                self._lowest(here, name.removeprefix(LOWEST), allowed=lowest)
            elif name in RESERVED or any(choice_of(card, name) for card in scope.cards):
                self._role(here, name, scope)
            elif " of " in name:
                self._role_elsewhere(here, name, scope)
            elif self._known.who.sure and not scope.unsure:
                known = (*self._known.who.names, *extra, *scope.words())
                self._report.unknown(here, "seat, adversary, group or role", name, known)

    def _a_seat(self, path: Path, name: str) -> None:
        if self._known.is_whole("seats") and not (
            self._known.members(name) & self._known.seats.names.keys()
        ):
            message = f"'{name}' is no seat, and only a seat can be meant here."
            self._report.fault(path, "no_seat", message, "Adversaries act by inject and by rule.")

    def _lowest(self, path: Path, family: str, *, allowed: bool) -> None:
        known = self._known
        if not allowed:
            message = f"'{LOWEST}{family}' says nothing here."
            hint = "It stands in the `of` of an effect or a gauge test. Name who is meant."
            self._report.fault(path, "role", message, hint)
        elif family not in known.families.names:
            self._report.one_of(path, known.families, family)
        elif known.is_whole("gauges", "families") and not known.owners(family):
            message = f"No gauge of the family '{family}' belongs to anybody, so none is lowest."
            self._report.fault(path, "no_gauge", message)

    def _role(self, path: Path, name: str, scope: Scope) -> None:
        if name in scope.words() or (scope.unsure and (scope.roles or name == "self")):
            self._held_by_all(path, name, scope)
        elif name == "each":
            message = "'each' is said, but nothing around it says for_each."
            hint = "Add `for_each:` with those who are meant, or name them here."
            self._report.fault(path, "role", message, hint)
        elif name in {*EVERYONE, "room", "lowest", "play"}:
            self._report.fault(path, "role", f"'{name}' says nothing here.", "Name who is meant.")
        elif not scope.cards:
            message = f"'{name}' is a role on a card, and no card is being played here."
            hint = f"Say whose: '{name} of' and the id of a card." if scope.elsewhere else ""
            self._report.fault(path, "role", message, hint)
        elif scope.roles:
            whose = f"card {scope.cards[0].id}" if len(scope.cards) == 1 else "any of these cards"
            self._report.fault(path, "role", *_lacking(name, whose))
        else:
            message = f"Nobody is '{name}' yet where this is asked."
            hint = "Roles stand in effects. In a rule write `for_each` and `each`."
            self._report.fault(path, "role", message, hint)

    def _held_by_all(self, path: Path, name: str, scope: Scope) -> None:
        """A choice of its own is a role only where every card that this is about has it."""
        if name in RESERVED:
            return
        without = [card.id for card in scope.cards if choice_of(card, name) is None]
        if without:
            self._report.fault(path, "role", *_lacking(name, f"card {without[0]}"))

    def _role_elsewhere(self, path: Path, name: str, scope: Scope) -> None:
        role, _, card = name.partition(" of ")
        if not self._known.is_whole("moves"):
            return
        move = self._known.card.get(card)
        if move is None:
            self._report.unknown(path, "move", card, self._known.moves.names)
        elif role not in ROLES and choice_of(move, role) is None:
            known = (*ROLES[1:], *(choice.id for choice in move.choices))
            self._report.unknown(path, "role", role, dict.fromkeys(known))
        elif role == "self":
            self._report.fault(path, "role", f"'{name}' is {move.seat}.", f"Write {move.seat}.")
        elif role not in roles_on(move):
            self._report.fault(path, "role", *_lacking(role, f"card {card}"))
        elif not scope.elsewhere:
            message = f"'{name}' cannot be asked for here."
            hint = "It stands in effects. In a rule write `for_each` and `each`."
            if scope.early:
                hint = "No card has been played when an inject comes. Name who is meant."
            self._report.fault(path, "role", message, hint)


_TO_HAVE = {
    "signers": "Only a card that can be played jointly has signers.",
    "addressee": "Only a card that can be played quietly has an addressee.",
    "affected": "The card would have to say whom it `affects`.",
}


def _lacking(role: str, whose: str) -> tuple[str, str]:
    """Message and hint for a role that a card does not have."""
    hint = _TO_HAVE.get(role, f"The card would need a choice '{role}' `of` somebody.")
    return f"There is no '{role}' on {whose}.", hint
