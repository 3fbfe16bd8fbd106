"""Do the names of a deck fit together?

Goes through every part of a deck and checks what it names: that it exists, that it is of the
right kind, and that roles stand where there is somebody to play them. Whether the whole makes
sense is asked by `sense`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.deck import sense
from app.deck.faults import Fault
from app.deck.files import FILE_OF
from app.deck.known import RESERVED, RESERVED_CAUSES, RESERVED_STEPS, Known, Readable
from app.deck.model import Combination, Move, PollItem, Rule
from app.deck.positions import Path
from app.deck.report import Report
from app.deck.scope import BRIEF, NAMES_ONLY, NOWHERE, OUTSIDE, SEAT, Scope
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
    words = VocabularyCheck(known, report)
    sections = _Sections(known, report, words)
    sections.seats()
    sections.gauges()
    for at, move in enumerate(known.deck.moves):
        sections.move(at, move)
    sections.rules()
    sections.injects()
    sections.turns()
    for at, item in enumerate(known.deck.polls):
        sections.poll(at, item)
    sections.debrief()
    _unique(known, report)
    sense.check(known, report, words)
    return report.faults


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
            for number, objective in enumerate(seat.objectives):
                path: Path = ("seats", at, "objectives", number, "when")
                self._words.condition(path, objective.when, SEAT)
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

    def move(self, at: int, move: Move) -> None:
        path: Path = ("moves", at)
        words, known = self._words, self._known
        scope = Scope(cards=(move,), me=True, roles=True, elsewhere=True)
        before = scope.without_roles()
        words.name((*path, "seat"), known.seats, move.seat)
        for number, choice in enumerate(move.choices):
            self._who.check((*path, "choices", number, "of"), choice.of, before)
        for word, names in (("of", move.signing.of), ("must", move.signing.must)):
            here = (*path, "signing", word)
            self._who.check(here, names, before, only_seats=True)
        for number, need in enumerate(move.needs):
            here = (*path, "needs", number, "when")
            words.condition(here, need.when, before)
        self._holders(path, move)
        words.effects((*path, "effects"), move.effects, scope)
        words.names((*path, "clears"), known.marks, move.clears)
        words.tested_marks.update(move.clears)
        words.names((*path, "tensions"), known.tensions, move.tensions)
        words.names((*path, "places"), known.places, move.places)

    def _holders(self, path: Path, move: Move) -> None:
        """Where a card says who is affected, joins, or counts as asked: roles of its own only."""
        scope = Scope(cards=(move,), me=True, roles=True)
        if move.affects:
            not_itself = replace(scope, cards=(move.model_copy(update={"affects": ()}),))
            self._who.check((*path, "affects"), move.affects, not_itself)
        for name, who in move.enrols.items():
            self._who.check((*path, "enrols", name), who, scope, only_seats=True)
        for number, counting in enumerate(move.counts_as_asked):
            here = (*path, "counts_as_asked", number)
            self._who.check((*here, "who"), counting.who, scope, only_seats=True)
            self._words.names((*here, "about"), self._known.moves, counting.about)

    def rules(self) -> None:
        for at, rule in enumerate(self._deck.rules):
            path: Path = ("rules", at)
            self._words.name((*path, "cause"), self._known.moves, rule.cause)
            self._lawful("rules", at, rule, self._scope(at, rule))
        for at, combination in enumerate(self._deck.combinations):
            self._lawful("combinations", at, combination, OUTSIDE)

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
            self._words.condition(("end_states", at, "when"), state.when)
            self._words.names(("end_states", at, "tensions"), self._known.tensions, state.tensions)
        for at, question in enumerate(self._deck.questions):
            self._words.name(("questions", at, "tension"), self._known.tensions, question.tension)


CAUSES = ("moves", "rules", "combinations", "swing_limits", "ceilings", "injects")
"""What may stand in the ledger as the cause of a line."""
_NAMESPACES = (
    ("seats", "adversaries"),
    ("families",),
    ("gauges",),
    CAUSES,
    ("polls",),
    ("tensions",),
    ("places",),
    ("end_states",),
)


def _unique(known: Known, report: Report) -> None:
    """No two things of a kind have one id, and none is called as a word of the vocabulary."""
    for fields in _NAMESPACES:
        first: dict[str, Path] = {}
        for field in fields:
            for at, item in enumerate(getattr(known.deck, field)):
                if item.id in first:
                    _twice(report, (field, at), item.id, first[item.id])
                else:
                    first[item.id] = (field, at)
    _within(known, report)
    _reserved(known, report)
    for at, one in enumerate(known.deck.seats):
        for group in one.groups:
            if group in known.seats.names or group in known.adversaries.names:
                message = f"The group '{group}' is called as a seat or adversary is."
                report.fault(("seats", at, "groups"), "duplicate_id", message)


def _reserved(known: Known, report: Report) -> None:
    """What a seat, group, card, rule, inject or step may not be called."""
    for field in ("seats", "adversaries"):
        for at, one in enumerate(getattr(known.deck, field)):
            _own_meaning(report, (field, at, "id"), one.id, RESERVED)
            for group in one.groups:
                _own_meaning(report, (field, at, "groups"), group, RESERVED)
    for field in CAUSES:
        for at, one in enumerate(getattr(known.deck, field)):
            _own_meaning(report, (field, at, "id"), one.id, RESERVED_CAUSES)
    for at, rule in enumerate(known.deck.rules):
        if rule.stage == "close" and "step" in rule.model_fields_set:
            _own_meaning(report, ("rules", at, "step"), rule.step, RESERVED_STEPS)


def _own_meaning(report: Report, path: Path, name: str, reserved: frozenset[str]) -> None:
    if name in reserved:
        message = f"'{name}' is a word with a meaning of its own."
        report.fault(path, "reserved", message, "Choose another name.")


def _within(known: Known, report: Report) -> None:
    """Ids that must be unique inside one thing: choices of a card, objectives of a seat."""
    for field, part in (("moves", "choices"), ("seats", "objectives")):
        for at, item in enumerate(getattr(known.deck, field)):
            first: dict[str, Path] = {}
            for number, inner in enumerate(getattr(item, part)):
                path: Path = (field, at, part, number)
                if inner.id in first:
                    _twice(report, path, inner.id, first[inner.id])
                else:
                    first[inner.id] = path


def _twice(
    report: Report,
    path: Path,
    name: str,
    first: Path,
) -> None:
    line = report.line(first)
    where = f"{FILE_OF[str(first[0])]}, line {line}" if line else FILE_OF[str(first[0])]
    message = f"'{name}' is already the id of something else ({where})."
    report.fault((*path, "id"), "duplicate_id", message, "Give each its own id.")
