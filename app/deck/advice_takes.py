"""Advice: what takes away something that is never there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from app.deck.faults import listed
from app.deck.known import Known
from app.deck.model import Combination, Effect, Gauge, Rule, Take
from app.deck.positions import Path
from app.deck.report import Report
from app.deck.scope import LOWEST
from app.deck.vocabulary_checks import VocabularyCheck

_HINT = "Name what does move it, or leave this out."


@dataclass(frozen=True)
class _Source:
    """Lines of one cause: in which stage they stand, what they may move, by which cards."""

    cause: str
    stage: str
    effects: tuple[Effect, ...]
    via: frozenset[str] = frozenset()


def check_takes(known: Known, report: Report, words: VocabularyCheck) -> None:
    """All such advice on a deck without faults."""
    reader = _Takes(known, words)
    for field in ("rules", "combinations"):
        for at, law in enumerate(getattr(known.deck, field)):
            for number, take in enumerate(law.takes):
                path: Path = (field, at, "takes", number)
                for where, why in reader.reasons(law, take):
                    message = f"'{law.id}' takes nothing away here: {why}."
                    report.advice((*path, *where), "never", message, _HINT)


class _Takes:
    """Looks for the lines that a take may reach."""

    def __init__(self, known: Known, words: VocabularyCheck) -> None:
        self._known = known
        self._words = words

    def reasons(self, law: Rule | Combination, take: Take) -> Iterator[tuple[Path, str]]:
        """For each cause that it names in vain, where that stands and why it is in vain."""
        stage = law.stage if isinstance(law, Rule) else "moves"
        for at, name in enumerate(take.causes):
            causes = self._plays(law) if name == "play" else (name,)
            why = self._in_vain(causes, stage, take) if causes else ""
            if why:
                yield ("from", at), why

    def _plays(self, law: Rule | Combination) -> tuple[str, ...]:
        """The cards that a rule about plays speaks of."""
        play = law.for_each_play if isinstance(law, Rule) else None
        return tuple(card.id for card in self._words.about(play)) if play else ()

    def _in_vain(self, causes: tuple[str, ...], stage: str, take: Take) -> str:
        named = listed(causes)
        found = [source for source in self._sources if source.cause in causes and source.effects]
        if not found:
            return f"{named} does nothing to any gauge"
        found = [source for source in found if source.stage == stage]
        if not found:
            here, there = ("Close", "Moves") if stage == "close" else ("Moves", "Close")
            return f"{named} acts in the stage {there}, and this in {here}"
        found = [one for one in found if not take.via or one.via & set(take.via)]
        if not found:
            return f"nothing that {named} does comes by {listed(take.via)}"
        gauges = [gauge for gauge in self._known.deck.gauges if self._meant(gauge, take)]
        effects = [effect for source in found for effect in source.effects]
        if any(self._moves(effect, gauge, take) for effect in effects for gauge in gauges):
            return ""
        move = {"rises": "raises", "falls": "lowers", None: "moves"}[take.only]
        return f"{named} never {move} {_what(take)}"

    @cached_property
    def _sources(self) -> list[_Source]:
        deck = self._known.deck
        found = [_Source(move.id, "moves", move.effects) for move in deck.moves]
        for rule in deck.rules:
            play = rule.for_each_play
            via = frozenset(card.id for card in self._words.about(play)) if play else frozenset()
            found.append(_Source(rule.cause or rule.id, rule.stage, rule.effects, via))
        others = deck.combinations
        return [*found, *(_Source(one.cause or one.id, "moves", one.effects) for one in others)]

    def _meant(self, gauge: Gauge, take: Take) -> bool:
        """Whether a take may reach a gauge."""
        if take.gauge:
            return gauge.id == take.gauge
        return (not take.family or gauge.family in take.family) and self._may_own(gauge, take.of)

    def _moves(self, effect: Effect, gauge: Gauge, take: Take) -> bool:
        """Whether an effect may move a gauge the way that is taken away."""
        if effect.change * {"rises": 1, "falls": -1, None: effect.change}[take.only] < 0:
            return False
        if effect.gauge:
            return effect.gauge == gauge.id
        return effect.family == gauge.family and self._may_own(gauge, effect.of)

    def _may_own(self, gauge: Gauge, names: tuple[str, ...]) -> bool:
        """Whether a gauge may belong to one of these; whom a role means is not known."""
        if not names:
            return True
        sure = {*self._known.who.names, "all"}
        if any(name not in sure or name.startswith(LOWEST) for name in names):
            return True
        seats = frozenset(self._known.seats.names)
        return any(
            gauge.of in (seats if name == "all" else self._known.members(name)) for name in names
        )


def _what(take: Take) -> str:
    if take.gauge:
        return take.gauge
    whose = f" of {listed(take.of)}" if take.of else ""
    return f"{listed(take.family)}{whose}" if take.family else f"a gauge{whose}"
