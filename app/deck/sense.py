"""Does a deck make sense? What no single name shows: plans, sums, ends, things never reached.

Only what certainly keeps a deck from being played is a fault; all else is advice to its author.
"""

from __future__ import annotations

from app.deck.card_sense import check_card
from app.deck.cycles import check_cycles
from app.deck.faults import listed, verb
from app.deck.known import Known
from app.deck.model import Inject, PollItem
from app.deck.positions import Path
from app.deck.report import Report
from app.deck.unused import check_unused
from app.deck.vocabulary_checks import VocabularyCheck


def check(known: Known, report: Report, words: VocabularyCheck) -> None:
    """All checks of sense. `words` has seen every condition and effect before."""
    _turn_plan(known, report)
    for at, inject in enumerate(known.deck.injects):
        _inject(at, inject, known, report)
    _crowded_turns(known, report)
    for number, move in enumerate(known.deck.moves):
        check_card(number, move, known, report)
    _laws(known, report)
    _ceilings(known, report)
    for number, item in enumerate(known.deck.polls):
        _poll(number, item, report)
    _gap(known, report)
    _end_states(known, report)
    check_unused(known, report, words)
    check_cycles(known, report)


def _turn_plan(known: Known, report: Report) -> None:
    for at, turn in enumerate(known.deck.turns):
        if known.is_whole("turns") and turn.turn != at + 1:
            message = f"This is turn {at + 1} of the plan, but says {turn.turn}."
            hint = "Turns are numbered 1, 2, 3 … in their order."
            report.fault(("turns", at, "turn"), "turn_plan", message, hint)
        if turn.polls and turn.minutes.poll is None:
            message = "This turn has poll items but leaves Poll out (`poll: null`)."
            report.fault(("turns", at, "polls"), "turn_plan", message, "Give Poll its minutes.")


def _inject(at: int, inject: Inject, known: Known, report: Report) -> None:
    path: Path = ("injects", at, "turns")
    first, last = inject.turns
    if first < 1 or first > last:
        message = f"The first turn ({first}) should be 1 or more, and no later than the last."
        report.fault(path, "turn_range", message, "For one turn only write [2, 2].")
    elif known.turns and first > known.turns:
        message = f"This inject can never come: there are only {known.turns} turns."
        report.fault(path, "turn_range", message)
    elif known.turns and last > known.turns:
        report.advice(path, "turn_range", f"There are only {known.turns} turns.")
    elif inject.kind == "scheduled" and first != last:
        message = f"A scheduled inject comes in one turn, not in {first} to {last}."
        hint = "Write the same number twice, or make it conditional or optional."
        report.fault(path, "turn_range", message, hint)
    if inject.kind == "conditional" and inject.when is None:
        message = "A conditional inject needs a condition."
        report.fault(("injects", at, "kind"), "condition", message, "Add `when:`.")
    elif inject.kind == "scheduled" and inject.when is not None:
        message = "A scheduled inject comes whatever holds; its condition is not read."
        report.fault(("injects", at, "when"), "condition", message, "Make it conditional.")
    if "room" in inject.to and len(inject.to) > 1:
        message = "What the room reads, everyone reads: the other names say nothing."
        report.fault(("injects", at, "to"), "audience", message, "Write `to: room`.")


def _crowded_turns(known: Known, report: Report) -> None:
    """At most one scheduled inject a turn for the room, and one for each cell."""
    seen: dict[tuple[int, str], str] = {}
    for at, inject in enumerate(known.deck.injects):
        if inject.kind != "scheduled":
            continue
        for name in inject.to:
            for reader in sorted(known.members(name)) or [name]:
                other = seen.setdefault((inject.turns[0], reader), inject.id)
                if other != inject.id:
                    message = f"'{other}' comes in the same turn to the same readers."
                    report.advice(("injects", at, "turns"), "crowded", message)
                    break


def _laws(known: Known, report: Report) -> None:
    for at, combination in enumerate(known.deck.combinations):
        path: Path = ("combinations", at)
        if not combination.effects and not combination.takes:
            message = "This combination has no effects and takes nothing away."
            report.fault(path, "no_effect", message, "Add `effects:` or `takes:`.")
        conditions = [effect.when for effect in combination.effects]
        conditions += [take.when for take in combination.takes]
        if combination.when is None and None in conditions:
            message = "This combination has no condition, so it acts in every turn."
            hint = "Add `when:`, or make it a rule."
            report.advice(path, "condition", message, hint)
    for at, rule in enumerate(known.deck.rules):
        if rule.stage == "close" and "step" not in rule.model_fields_set:
            message = "A close rule without a `step` is read together with all others without one."
            hint = "Give it a step of its own if it should see what they leave."
            report.advice(("rules", at, "stage"), "step", message, hint)
        if not rule.effects and not rule.takes:
            message = "This rule has no effects and takes nothing away."
            hint = "A rule that is only to be read stands under `rule_card`."
            report.advice(("rules", at), "no_effect", message, hint)


def _ceilings(known: Known, report: Report) -> None:
    for at, ceiling in enumerate(known.deck.ceilings):
        if known.is_whole("gauges") and not any(
            gauge.family == ceiling.lowest_of for gauge in known.deck.gauges
        ):
            message = f"No gauge belongs to the family '{ceiling.lowest_of}'."
            report.fault(("ceilings", at, "lowest_of"), "no_gauge", message)


def _poll(at: int, item: PollItem, report: Report) -> None:
    path: Path = ("polls", at)
    if item.kind == "choice" and not 2 <= len(item.options) <= 5:
        message = f"A choice has 2 to 5 options, not {len(item.options)}."
        report.fault((*path, "options"), "options", message)
    elif item.kind != "choice" and item.options:
        message = f"An item of the kind '{item.kind}' has no options."
        report.fault((*path, "options"), "options", message, "Make it a choice.")
    if item.kind != "scale" and (item.estimated_by or item.bands_of):
        word = "estimated_by" if item.estimated_by else "bands_of"
        message = "Only a scale is estimated and has bands."
        report.fault((*path, word), "estimate", message, f"Delete `{word}`.")
    if item.estimated_by in item.asked:
        message = "Nobody estimates an answer of their own."
        report.fault((*path, "estimated_by"), "estimate", message)
    if item.estimated_by and not item.estimate:
        message = "What is the estimating cell asked? Its question is missing."
        report.advice((*path, "estimated_by"), "estimate", message, "Add `estimate:`.")


def _gap(known: Known, report: Report) -> None:
    gap = known.deck.gap
    if gap is None:
        return
    items = {item.id: item for item in known.deck.polls}
    for word in ("felt", "leaders_and_publics", "heard"):
        item = items.get(getattr(gap, word) or "")
        if item is not None and item.kind != "scale":
            message = f"'{item.id}' is no scale, so nothing can be subtracted."
            report.fault(("gap", word), "gap", message)
    felt = items.get(gap.felt)
    if felt is None:
        return
    if felt.estimated_by is None:
        message = f"Nobody estimates '{gap.felt}', so there is no gap."
        report.fault(("gap", "felt"), "gap", message, "Add `estimated_by:` to the item.")
    without = sorted(known.seats_of(felt.asked) - known.owners(gap.family))
    if without and known.is_whole("gauges", "seats") and gap.family in known.families.names:
        has = verb(without, "has", "have")
        message = f"{listed(without, 'and')} {has} no gauge of this family to compare with."
        report.fault(("gap", "family"), "gap", message)


def _end_states(known: Known, report: Report) -> None:
    if not known.is_whole("end_states"):
        return
    states = known.deck.end_states
    for at, state in enumerate(states):
        if state.when is None and at < len(states) - 1:
            message = "This end state always holds, so those after it are never reached."
            report.fault(("end_states", at), "end_state", message, "Put it last.")
        same = next((one for one in states[:at] if one.when == state.when), None)
        if same is not None and state.when is not None:
            message = f"'{state.id}' is never reached: '{same.id}' before it asks for the same."
            hint = "Ask for something else, or leave it out."
            report.advice(("end_states", at, "when"), "end_state", message, hint)
    if states and states[-1].when is not None:
        message = "An exercise may end without an end state: the last one has a condition."
        hint = "Add one without `when:` at the end."
        report.fault(("end_states", len(states) - 1, "when"), "end_state", message, hint)
