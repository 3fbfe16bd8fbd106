"""Do the names of a deck fit together?

Goes through every part of a deck and checks what it names: that it exists, that it is of the
right kind, and that roles stand where there is somebody to play them. Whether the whole makes
sense is asked by `sense`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.deck import sense
from app.deck.advice_idle import check_idle
from app.deck.advice_texts import check_texts
from app.deck.card_checks import CardCheck
from app.deck.faults import Fault
from app.deck.files import FILE_OF
from app.deck.known import Known, Readable
from app.deck.model import Combination, PollItem, Rule
from app.deck.positions import Path
from app.deck.procedure_checks import check_free_moves, check_procedures
from app.deck.report import Report
from app.deck.scope import BRIEF, END, NAMES_ONLY, NOWHERE, OUTSIDE, SEAT, Scope
from app.deck.unique import check_unique
from app.deck.variant_checks import check_variants
from app.deck.vocabulary_checks import VocabularyCheck
from app.deck.yaml_gate import Loaded


def check(
    readable: Readable, loaded: Mapping[str, Loaded], kept: Mapping[str, Sequence[int]]
) -> list[Fault]:
    """Faults and advice about whatever a deck names. Works with half a deck.

    `kept`: by list, the index in the file of each item of `readable`.
    """
    report = Report(loaded, kept)
    known = Known(readable)
    check_deck_names(known, report)
    check_variants(known, report, check_deck_names)
    return report.faults


def check_deck_names(known: Known, report: Report) -> None:
    """All checks of one deck, its variants left aside."""
    words = VocabularyCheck(known, report)
    sections = _Sections(known, report, words)
    sections.seats()
    sections.gauges()
    cards = CardCheck(known, words)
    for at, move in enumerate(known.deck.moves):
        cards.check(at, move)
    sections.rules()
    sections.injects()
    sections.turns()
    for at, item in enumerate(known.deck.polls):
        sections.poll(at, item)
    sections.debrief()
    check_procedures(known, report, words)
    check_free_moves(known, report, words)
    check_unique(known, report)
    sense.check(known, report, words)
    if known.is_whole(*FILE_OF) and not report.has_faults() and not report.is_full():
        check_idle(known, report, words)
        check_texts(known, report)


class _Sections:
    """One method for each kind of thing."""

    def __init__(self, known: Known, report: Report, words: VocabularyCheck) -> None:
        self._known = known
        self._report = report
        self._words = words
        self._who = words.who
        self._deck = known.deck

    def seats(self) -> None:
        for at, seat in enumerate(self._deck.seats):
            scope = replace(SEAT, holder=seat.id)
            for number, objective in enumerate(seat.objectives):
                path: Path = ("seats", at, "objectives", number, "when")
                self._words.condition(path, objective.when, scope)
        for at, place in enumerate(self._deck.places):
            self._words.name(("places", at, "seat"), self._known.seats, place.seat)

    def gauges(self) -> None:
        for at, gauge in enumerate(self._deck.gauges):
            self._words.name(("gauges", at, "family"), self._known.families, gauge.family)
            if gauge.of is not None:
                self._owner(at, gauge.of)
        for at, limit in enumerate(self._deck.swing_limits):
            self._words.names(
                ("swing_limits", at, "tensions"), self._known.tensions, limit.tensions
            )
            for number, swing in enumerate(limit.swings):
                here: Path = ("swing_limits", at, "swings", number)
                self._words.names((*here, "gauge"), self._known.gauges, swing.gauge)
                self._words.names((*here, "family"), self._known.families, swing.family)
        for at, ceiling in enumerate(self._deck.ceilings):
            path: Path = ("ceilings", at)
            self._words.name((*path, "gauge"), self._known.gauges, ceiling.gauge)
            self._words.name((*path, "lowest_of"), self._known.families, ceiling.lowest_of)
            self._words.names((*path, "tensions"), self._known.tensions, ceiling.tensions)

    def _owner(self, at: int, owner: str) -> None:
        known = self._known
        names = {**known.seats.names, **known.adversaries.names}
        if owner not in names and known.who.sure:
            self._report.unknown(("gauges", at, "of"), "seat or adversary", owner, names)

    def rules(self) -> None:
        for at, rule in enumerate(self._deck.rules):
            path: Path = ("rules", at)
            self._words.name((*path, "cause"), self._known.rule_causes, rule.cause)
            self._chain(path, rule)
            self._lawful("rules", at, rule, self._scope(at, rule))
        for at, combination in enumerate(self._deck.combinations):
            path = ("combinations", at)
            self._words.name((*path, "cause"), self._known.moves, combination.cause)
            self._lawful("combinations", at, combination, OUTSIDE)
        for at, card_rule in enumerate(self._deck.rule_card):
            path = ("rule_card", at, "tensions")
            self._words.names(path, self._known.tensions, card_rule.tensions)

    def _chain(self, path: Path, rule: Rule) -> None:
        """A rule that is named as cause is one that names itself."""
        named = next((one for one in self._deck.rules if one.id == rule.cause), None)
        if named is not None and (named is rule or named.cause):
            message = f"'{named.id}' is no cause of its own: its lines name '{named.cause}'."
            hint = "Name what the lines of both should say."
            self._report.fault((*path, "cause"), "cause", message, hint)

    def _scope(self, at: int, rule: Rule) -> Scope:
        if rule.for_each_play is None:
            return OUTSIDE
        self._words.play(("rules", at, "for_each_play"), rule.for_each_play, NOWHERE)
        cards = tuple(self._words.about(rule.for_each_play))
        unsure = not cards or not self._known.is_whole("moves")
        return Scope(cards=cards, me=True, roles=True, elsewhere=True, unsure=unsure)

    def _lawful(self, field: str, at: int, law: Rule | Combination, scope: Scope) -> None:
        path: Path = (field, at)
        self._who.check((*path, "for_each"), law.for_each, scope)
        inside = scope.with_each(law.for_each)
        self._words.condition((*path, "when"), law.when, inside.without_roles())
        self._words.effects((*path, "effects"), law.effects, inside)
        self._words.takes((*path, "takes"), law.takes, inside)
        self._words.names((*path, "tensions"), self._known.tensions, law.tensions)
        if law.sets and law.cause:
            message = f"The mark would stand after any line of '{law.cause}', not of this alone."
            hint = "Leave `cause` out, or let a rule without one set the mark."
            self._report.fault((*path, "sets"), "cause", message, hint)

    def injects(self) -> None:
        for at, inject in enumerate(self._deck.injects):
            path: Path = ("injects", at)
            self._who.check((*path, "to"), inject.to, NAMES_ONLY, only_seats=True, extra=("room",))
            self._words.condition((*path, "when"), inject.when)
            self._who.check((*path, "for_each"), inject.for_each, NOWHERE)
            inside = BRIEF.with_each(inject.for_each)
            self._words.effects((*path, "effects"), inject.effects, inside)
            self._words.names((*path, "tensions"), self._known.tensions, inject.tensions)
            self._words.names((*path, "places"), self._known.places, inject.places)

    def turns(self) -> None:
        for at, turn in enumerate(self._deck.turns):
            path: Path = ("turns", at)
            self._words.names((*path, "polls"), self._known.polls, turn.polls)
            self._words.names((*path, "tensions"), self._known.tensions, turn.tensions)
            self._words.names((*path, "natural_moves"), self._known.moves, turn.natural_moves)

    def poll(self, at: int, item: PollItem) -> None:
        path: Path = ("polls", at)
        self._who.check((*path, "asked"), item.asked, NAMES_ONLY, only_seats=True, extra=("all",))
        self._words.name((*path, "estimated_by"), self._known.seats, item.estimated_by)
        self._words.name((*path, "bands_of"), self._known.families, item.bands_of)

    def debrief(self) -> None:
        gap = self._deck.gap
        if gap is not None:
            for word in ("felt", "leaders_and_publics", "heard"):
                self._words.name(("gap", word), self._known.polls, getattr(gap, word))
            self._words.name(("gap", "family"), self._known.families, gap.family)
        for at, state in enumerate(self._deck.end_states):
            self._words.condition(("end_states", at, "when"), state.when, END)
            self._words.names(("end_states", at, "tensions"), self._known.tensions, state.tensions)
        for at, question in enumerate(self._deck.questions):
            self._words.name(("questions", at, "tension"), self._known.tensions, question.tension)
