"""Who may be named where: seats, groups and roles, and which cards' roles are at hand."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.deck.known import RESERVED, ROLES, Known, choice_of
from app.deck.model import Move, Names
from app.deck.positions import Path
from app.deck.report import Report


@dataclass(frozen=True)
class Scope:
    """What a condition or effect may speak of, beside the deck's own names.

    `cards`: those whose roles (`host`, `signers`, `play` …) are meant; none outside a card. `each`:
    whether something around it says `for_each`. `unsure`: nobody knows which cards (not readable).
    """

    cards: tuple[Move, ...] = ()
    each: bool = False
    unsure: bool = False

    @property
    def has_play(self) -> bool:
        """Whether there is one card whose play this is about."""
        return bool(self.cards) or self.unsure

    def with_each(self, for_each: Names) -> Scope:
        """The same, where `for_each` names somebody."""
        return replace(self, each=True) if for_each else self


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
    ) -> None:
        """Each of the names stands for somebody who can be meant here."""
        for at, name in enumerate(names):
            here = (*path, at)
            if name in extra:
                continue
            if name in self._known.who.names:
                if only_seats:
                    self._a_seat(here, name)
            elif name in RESERVED or any(choice_of(card, name) for card in scope.cards):
                self._role(here, name, scope)
            elif " of " in name:
                self._role_elsewhere(here, name)
            elif self._known.who.sure and not scope.unsure:
                at_hand = (*ROLES, "each") if scope.has_play else ("each",) if scope.each else ()
                known = (*self._known.who.names, *extra, *at_hand)
                self._report.unknown(here, "seat, adversary, group or role", name, known)

    def _a_seat(self, path: Path, name: str) -> None:
        if self._known.is_whole("seats") and not (
            self._known.members(name) & self._known.seats.names.keys()
        ):
            message = f"'{name}' is no seat, and only a seat can be meant here."
            self._report.fault(path, "no_seat", message, "Adversaries act by inject and by rule.")

    def _role(self, path: Path, name: str, scope: Scope) -> None:
        if name == "each":
            if not scope.each:
                message = "'each' is said, but nothing around it says for_each."
                hint = "Add `for_each:` with those who are meant, or name them here."
                self._report.fault(path, "role", message, hint)
        elif name not in ROLES and not any(choice_of(card, name) for card in scope.cards):
            self._report.fault(path, "role", f"'{name}' cannot stand here.", "")
        elif scope.unsure:
            return
        elif not scope.cards:
            message = f"'{name}' is a role on a card, and no card is being played here."
            hint = f"Say whose: '{name} of' and the id of a card."
            self._report.fault(path, "role", message, hint)
        elif not any(can_have(card, name) for card in scope.cards):
            whose = f"card {scope.cards[0].id}" if len(scope.cards) == 1 else "any of these cards"
            self._report.fault(path, "role", *_lacking(name, whose))

    def _role_elsewhere(self, path: Path, name: str) -> None:
        role, card = (part.strip() for part in name.split(" of ", 1))
        if not self._known.is_whole("moves"):
            return
        move = self._known.card.get(card)
        if move is None:
            self._report.unknown(path, "move", card, self._known.moves.names)
        elif role not in ROLES and choice_of(move, role) is None:
            known = (*ROLES, *(choice.id for choice in move.choices))
            self._report.unknown(path, "role", role, dict.fromkeys(known))
        elif not can_have(move, role):
            self._report.fault(path, "role", *_lacking(role, f"card {card}"))


def can_have(move: Move, role: str) -> bool:
    """Whether there can be somebody in this role when the card is played."""
    if role == "signers":
        return "joint" in move.channels
    if role == "addressee":
        return "quiet" in move.channels
    if role == "affected":
        return bool(move.affects)
    return role == "self" or choice_of(move, role) is not None


_TO_HAVE = {
    "signers": "Only a card that can be played jointly has signers.",
    "addressee": "Only a card that can be played quietly has an addressee.",
    "affected": "The card would have to say whom it `affects`.",
}


def _lacking(role: str, whose: str) -> tuple[str, str]:
    """Message and hint for a role that a card does not have."""
    hint = _TO_HAVE.get(role, f"The card would need a choice with the id '{role}'.")
    return f"There is no '{role}' on {whose}.", hint
