"""Cards, rules, injects and the rest in a smaller deck: each without the names that are gone.

Each function returns the item as it is left, the very same one where nothing of it is gone, or
None where nothing is left that anybody could play, read or be moved by.
"""

from __future__ import annotations

from typing import Any, TypeVar

from app.deck.model import (
    Allowance,
    Choice,
    Combination,
    Condition,
    Counting,
    Effect,
    EndState,
    Inject,
    Move,
    Names,
    Need,
    Objective,
    Play,
    Procedure,
    Rule,
    Seat,
    Signing,
    Take,
)
from app.deck.pruned_conditions import ConditionPruner, changed, emptied

L = TypeVar("L", Rule, Combination)


class ItemPruner(ConditionPruner):
    """Reads whole items with what is gone in mind."""

    # --- what causes do ------------------------------------------------------------------------

    def effects(self, effects: tuple[Effect, ...], card: Move | None = None) -> tuple[Effect, ...]:
        """The effects that still change a gauge."""
        left = (self._effect(effect, card) for effect in effects)
        return tuple(effect for effect in left if effect is not None)

    def _effect(self, effect: Effect, card: Move | None) -> Effect | None:
        gone = self.gone
        if gone.is_gone("gauges", effect.gauge) or gone.is_gone("families", effect.family):
            return None
        for_each = gone.people(effect.for_each, card)
        of = gone.owning(effect.family or "", effect.of, card)
        when = self.condition(effect.when, card)
        if emptied(effect.for_each, for_each) or emptied(effect.of, of) or when is False:
            return None
        return changed(effect, for_each=for_each, of=of, when=_or_none(when))

    def takes(self, takes: tuple[Take, ...]) -> tuple[Take, ...]:
        """What is still there to be taken away."""
        left = (self._take(take) for take in takes)
        return tuple(take for take in left if take is not None)

    def _take(self, take: Take) -> Take | None:
        gone = self.gone
        fields: dict[str, Names] = {
            "causes": gone.left("causes", take.causes),
            "via": gone.left("moves", take.via),
            "family": gone.left("families", take.family),
            "of": gone.people(take.of),
        }
        when = self.condition(take.when)
        if when is False or gone.is_gone("gauges", take.gauge):
            return None
        if any(emptied(getattr(take, name), left) for name, left in fields.items()):
            return None
        return changed(take, **fields, when=_or_none(when))

    def law(self, law: L) -> L | None:
        """A rule or combination."""
        fields: dict[str, Any] = {
            "for_each": self.gone.people(law.for_each),
            "effects": self.effects(law.effects),
            "takes": self.takes(law.takes),
        }
        when = self.condition(law.when)
        idle = emptied((*law.effects, *law.takes), (*fields["effects"], *fields["takes"]))
        if when is False or idle or emptied(law.for_each, fields["for_each"]):
            return None
        about: Play | None = getattr(law, "for_each_play", None)
        if about is not None:
            fields["for_each_play"] = self.play(about)
            if fields["for_each_play"] is None:
                return None
        cause = None if self.gone.is_gone("causes", law.cause) else law.cause
        return changed(law, **fields, when=_or_none(when), cause=cause)

    # --- cards ---------------------------------------------------------------------------------

    def move(self, move: Move) -> Move | None:
        """A card; None where its seat is gone, or it can never be played."""
        if self.gone.is_gone("seats", move.seat):
            return None
        needs = self._needs(move.needs, move)
        if needs is None:
            return None
        choices = tuple(filter(None, (self._choice(choice, move) for choice in move.choices)))
        move = changed(move, needs=needs, choices=choices)
        addressee = self.gone.people(move.addressee, move)
        signing = self._signing(move.signing, move)
        lost = {"joint"} if signing is None else set()
        if emptied(move.addressee, addressee):
            lost.add("quiet")
        channels = tuple(channel for channel in move.channels if channel not in lost)
        if not channels:
            return None
        fields = {"channels": channels, "addressee": addressee}
        move = changed(move, **fields, signing=signing or Signing())
        move = changed(move, affects=self.gone.people(move.affects, move))
        return changed(move, effects=self.effects(move.effects, move), **self._consequences(move))

    def _needs(self, needs: tuple[Need, ...], card: Move) -> tuple[Need, ...] | None:
        """What must still hold; None where it never can."""
        left: list[Need] = []
        for need in needs:
            when = self.condition(need.when, card)
            if when is False:
                return None
            if isinstance(when, Condition):
                left.append(changed(need, when=when))
            elif need.when == Condition():
                left.append(need)
        return tuple(left)

    def _choice(self, choice: Choice, card: Move) -> Choice | None:
        of = self.gone.people(choice.of, card)
        if emptied(choice.of, of):
            return None
        when: dict[str, Names] = {}
        for other, answers in choice.when.items():
            when[other] = self.gone.people(answers, card)
            if emptied(answers, when[other]) or self.gone.is_gone("choices", other):
                return None
        if not self.gone.fewer(choice.of, card):
            return changed(choice, when=when)
        left = len(self.gone.meant(of, card)) if of else len(choice.options)
        most = choice.at_most if choice.at_most is None else min(choice.at_most, left)
        return changed(choice, of=of, when=when, count=min(choice.count, left), at_most=most)

    def _signing(self, signing: Signing, move: Move) -> Signing | None:
        """Who signs; None where nobody can, or not all who must."""
        named = {word: getattr(signing, word) for word in ("of", "among", "must")}
        left = {word: self.gone.people(names, move) for word, names in named.items()}
        needs = self._needs(signing.needs, move)
        if needs is None or any(emptied(names, left[word]) for word, names in named.items()):
            return None
        pool = self.gone.meant(left["of"] or ("others",), move) & self.gone.now.kinds["seats"]
        if not pool - {move.seat}:
            return None
        return changed(signing, **left, needs=needs)

    def _consequences(self, move: Move) -> dict[str, Any]:
        """What a card leaves behind, beside its effects."""
        gone = self.gone
        joining = {name: gone.people(who, move) for name, who in move.enrols.items()}
        counting = (self._counting(one, move) for one in move.counts_as_asked)
        return {
            "clears": gone.left("marks", move.clears),
            "enrols": {name: who for name, who in joining.items() if who},
            "counts_as_asked": tuple(one for one in counting if one is not None),
            "in_touch": gone.people(move.in_touch, move),
            "asked_together": gone.people(move.asked_together, move),
            "consultations_later": self._allowance(move.consultations_later, move),
        }

    def _counting(self, counting: Counting, move: Move) -> Counting | None:
        who = self.gone.people(counting.who, move)
        about = self.gone.left("moves", counting.about)
        if emptied(counting.who, who) or emptied(counting.about, about):
            return None
        return changed(counting, who=who, about=about)

    def _allowance(self, allowance: Allowance | None, move: Move) -> Allowance | None:
        if allowance is None:
            return None
        who = self.gone.people(allowance.who, move)
        return changed(allowance, who=who) if who else None

    # --- what the facilitator runs -------------------------------------------------------------

    def inject(self, inject: Inject) -> Inject | None:
        """An inject; None where nobody is left to read it, or it can never be due."""
        to, for_each = self.gone.people(inject.to), self.gone.people(inject.for_each)
        when = self.condition(inject.when)
        if when is False or emptied(inject.to, to):
            return None
        effects = self.effects(inject.effects)
        if emptied(inject.for_each, for_each):
            effects = ()
        return changed(
            inject, to=to, for_each=for_each, effects=effects, when=_or_always(when, inject.when)
        )

    def procedure(self, procedure: Procedure) -> Procedure | None:
        """A text to be signed; None where nobody is left to sign it."""
        sign = self.gone.people(procedure.sign)
        if emptied(procedure.sign, sign):
            return None
        return changed(procedure, sign=sign, effects=self.effects(procedure.effects))

    def seat(self, seat: Seat) -> Seat:
        """A seat with the objectives that can still be tested."""
        found = (self._objective(objective) for objective in seat.objectives)
        return changed(seat, objectives=tuple(one for one in found if one is not None))

    def _objective(self, objective: Objective) -> Objective | None:
        when = self.condition(objective.when)
        if when is False:
            return None
        return changed(objective, when=_or_always(when, objective.when))

    def end_state(self, state: EndState) -> EndState | None:
        """An end; None where it can never be reached."""
        when = self.condition(state.when)
        return None if when is False else changed(state, when=_or_none(when))


def _or_none(when: Condition | bool) -> Condition | None:
    return when if isinstance(when, Condition) else None


def _or_always(when: Condition | bool, before: Condition | None) -> Condition | None:
    """An empty condition, which always holds, where one was asked for and nothing is left of it."""
    if isinstance(when, Condition):
        return when
    return None if before is None else Condition()
