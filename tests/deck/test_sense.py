"""Checks of roles, conditions and plans, on the tutorial deck with something changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.deck.read import check_deck

Edit = Callable[[str, str, str], None]


@dataclass(frozen=True)
class Change:
    """An edit and what must be said about it; `severity` of the only fault that follows."""

    name: str
    file: str
    old: str
    new: str
    severity: str
    code: str
    says: str


CARD = "    tags: words\n"
RULE = "    once_a_turn: true\n"
CHANGES = (
    Change("a test no card can pass", "rules.yaml", "host: TAV, signer: TAV", "host: DRO",
           "advice", "never", "No card can pass"),
    Change("a channel that its cards lack", "rules.yaml", "{move: F1, not_channel: quiet}",
           "{move: F2, channel: joint}", "advice", "never", "No card can pass"),
    Change("a mark nobody asks for", "moves.yaml", CARD, CARD + "    sets: said\n",
           "advice", "unused", "nothing asks for it"),
    Change("a role in a rule's own condition", "rules.yaml", RULE,
           RULE + "    when: {in_touch: {seat: signers}}\n", "fault", "role", "for_each"),
    Change("a role of another card in a condition", "rules.yaml",
           "{move: F1, not_channel: quiet}", "{move: F1, seat: host of P1}",
           "fault", "role", "cannot be asked for here"),
    Change("a choice that not all cards of a rule have", "rules.yaml",
           "family: assurance, of: signers", "family: assurance, of: whom", "fault",
           "role", "no 'whom'"),
    Change("a card of nobody", "rules.yaml", "of: host of P1", "of: host of P11",
           "fault", "unknown_name", "Did you mean 'P1'?"),
    Change("lowest among others", "rules.yaml", "family: assurance, of: signers",
           "family: assurance, of: [lowest, TAV]", "fault", "role", "says nothing here"),
    Change("a gauge that the named do not have", "moves.yaml",
           "{family: pressure, of: signers", "{family: pressure, of: CAL",
           "fault", "no_gauge", "belongs to 'CAL'"),
    Change("self in a card whose seat has no such gauge", "moves.yaml",
           "{family: pressure, of: signers", "{family: pressure, of: self",
           "fault", "no_gauge", "belongs to 'self'"),
    Change("a card too dear", "moves.yaml", "cost: 2", "cost: 20", "fault", "never",
           "Nobody can ever pay"),
    Change("more signatures than seats", "moves.yaml", "{of: TAV, at_least: 1, must: TAV}",
           "{of: TAV, at_least: 2}", "fault", "signing", "only 1 can be asked"),
    Change("who must sign but cannot", "moves.yaml", "{of: TAV, at_least: 1, must: TAV}",
           "{of: TAV, must: CAL}", "fault", "signing", "cannot be asked"),
    Change("signing on a solo card", "moves.yaml", "    channels: [solo]\n",
           "    channels: [solo]\n    signing: {at_least: 1}\n", "advice", "signing",
           "cannot be played jointly"),
    Change("a choice with of and options", "moves.yaml", "label: Sails from, of: [TAV, CAL]",
           "label: Sails from, of: [TAV, CAL], options: {a: b}", "fault", "choice", "one of the"),
    Change("more to name than there are", "moves.yaml", "label: Sails from, of: [TAV, CAL]",
           "label: Sails from, of: [TAV, CAL], count: 3", "fault", "choice", "not 3"),
    Change("more options than there are", "moves.yaml", "        label: Written for\n",
           "        label: Written for\n        count: 3\n", "fault", "choice", "out of 2"),
    Change("two hosts", "moves.yaml", "label: Sails from, of: [TAV, CAL]",
           "label: Sails from, of: [TAV, CAL], count: 2", "fault", "choice", "one host, not 2"),
    Change("a role of a card that nobody has played yet", "injects.yaml",
           "{family: assurance, of: friends,", "{family: assurance, of: host of P1,",
           "fault", "role", "No card has been played"),
    Change("a step of Close called as one of the ledger's", "rules.yaml", "step: building",
           "step: limit", "fault", "reserved", "'limit'"),
    Change("a rule called as the white cell", "rules.yaml", "id: R6", "id: W", "fault",
           "reserved", "'W'"),
    Change("a card called as a role", "moves.yaml", "id: F3", "id: host", "fault",
           "reserved", "'host'"),
    Change("a combination called as the end of the scale", "rules.yaml", "id: N1",
           "id: bounds", "fault", "reserved", "'bounds'"),
    Change("an affected that affects itself", "moves.yaml", "affects: host", "affects: affected",
           "fault", "role", "'affected'"),
    Change("a combination that does nothing", "rules.yaml", "    effects:\n      - {family: "
           'assurance, of: TAV, change: -1, public: "One ship comes, the rest go"}\n', "",
           "fault", "no_effect", "no effects and takes nothing"),
    Change("a gauge test that cannot hold", "moves.yaml", "{gauge: aTAV, at_most: 4}",
           "{gauge: aTAV, at_least: 6, at_most: 4}", "fault", "never", "No gauge is"),
    Change("a turn after the last", "debrief.yaml", "- played: {move: F4, window: ever}",
           "- turn: {from: 5}", "fault", "never", "only 2 turns"),
    Change("a need that needs itself", "moves.yaml",
           "when: {gauge: {gauge: pTAV, at_least: 5}}",
           "when: {played: {move: F4, window: earlier}}", "fault", "cycle", "can never come"),
    Change("a group called as a word", "seats.yaml", "groups: [patrons]", "groups: [others]",
           "fault", "reserved", "meaning of its own"),
    Change("a poll item that no turn asks", "turns.yaml", "polls: [felt, helped]",
           "polls: [felt]", "advice", "unused", "No turn asks"),
    Change("one option", "polls.yaml", "      words: A sentence said aloud\n      notice: A call "
           "before anything is done\n      own: Something of Tavia's own\n", "", "fault",
           "options", "2 to 5"),
    Change("an estimate of one's own", "polls.yaml", "estimated_by: CAL", "estimated_by: TAV",
           "fault", "estimate", "of their own"),
    Change("an end never reached", "debrief.yaml", "    name: Looking elsewhere\n    when:\n"
           "      any:\n        - played: {move: F4, window: ever}\n"
           "        - gauge: {gauge: pTAV, at_least: 8}\n", "    name: Looking elsewhere\n",
           "fault", "end_state", "never reached"),
    Change("room and a seat", "injects.yaml", "    to: room", "    to: [room, TAV]", "fault",
           "audience", "Write `to: room`"),
    Change("a ceiling over no gauges", "rules.yaml", "lowest_of: assurance", "lowest_of: asurance",
           "fault", "unknown_name", "Did you mean 'assurance'?"),
    Change("a scheduled inject in two turns", "injects.yaml", "turns: [1, 1]", "turns: [1, 2]",
           "fault", "turn_range", "comes in one turn"),
)  # fmt: skip


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.name)
def test_what_makes_no_sense_is_said(change: Change, deck_copy: Path, edit: Edit) -> None:
    edit(change.file, change.old, change.new)
    found = check_deck(deck_copy).faults
    assert (change.severity, change.code) in [(fault.severity, fault.code) for fault in found]
    assert change.says in " ".join(f"{fault.message} {fault.hint}" for fault in found)


def test_roles_of_a_card_are_known_in_its_effects(deck_copy: Path, edit: Edit) -> None:
    edit("moves.yaml", "of: host, change", "of: [self, others, addressee, affected], change")
    edit("rules.yaml", "of: target of P1", "of: [target of P1, affected of P1]")
    assert [fault for fault in check_deck(deck_copy).faults if fault.code != "no_gauge"] == []


def test_a_rule_without_moves_to_look_at_is_not_accused_twice(deck_copy: Path, edit: Edit) -> None:
    edit("rules.yaml", "for_each_play: {seat: CAL, channel: solo}", "for_each_play: {move: P77}")
    faults = [fault for fault in check_deck(deck_copy).faults if fault.severity == "fault"]
    assert [fault.code for fault in faults] == ["unknown_name"]


VOID = """families:
  - {id: void, name: Void, heading: "?", good: high, bands: [A, B, C, D, E], room: at reveal,
     own: band}
"""


def test_the_lowest_of_a_family_without_gauges_never_is(deck_copy: Path, edit: Edit) -> None:
    edit("gauges.yaml", "families:\n", VOID)
    edit("rules.yaml", "{family: assurance, of: signers", "{family: void, of: lowest")
    (fault,) = [one for one in check_deck(deck_copy).faults if one.severity == "fault"]
    assert (fault.code, fault.file) == ("no_gauge", "rules.yaml")
    assert "none is the lowest" in fault.message
