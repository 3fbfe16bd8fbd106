"""The tutorial deck with every word that it does without, and what is said of each said wrongly."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.deck.faults import as_text
from app.deck.read import check_deck

Edit = Callable[[str, str, str], None]

PATROL = """    affects: host
    tags: show
    addressee: host
    in_touch: TAV
    asked_together: [TAV, host]
    consultations_later: {who: signers, plus: 1}
    remind: {phase: consult, turns: 1, say: Ask Tavia what the patrol was for.}
"""
WRITTEN = """          voters: Tavia's voters
      - id: towns
        label: Read out in
        of: [TAV, SKA]
        at_most: 2
        when: {whom: voters}
"""
PROCEDURES = """
procedures:
  - id: charter
    title: The charter
    text: Draft two lines and sign, or do not.
    turn: last
    lines:
      - id: harbour
        label: Harbour
        options: {open: Open, closed: Closed}
        default: closed
      - id: guns
        label: Guns
        options: {named: Named, silent: Silent}
        default: silent
    sign: all
    at_least: 2
    effects:
      - family: assurance
        of: each
        for_each: friends
        change: 1
        when: {signed: {seat: each, of: charter}, line: {of: charter, line: harbour, is: open}}
      - {family: pressure, of: lowest of assurance, change: 1}
    tensions: T07
"""
FREE = """
free_moves:
  seats: [CAL, TAV]
  cost: [1, 3]
  channels: [joint, solo]
  text: Write a card of your own.
  tensions: T07
"""
CARDS = """
rule_card:
  - {id: R8, title: Off the card, text: A cell may write a card of its own., tensions: T07}
"""
VARIANTS = """variants:
  - id: calm
    name: Without the guns
    text: Nobody orders guns.
    without: {moves: F4, polls: helped}
    owner: {P4: CAL}
    order: {P1: P2}
    replace:
      E2: {ask: What made asking easy?}
      turn 2: {task: Calder wants one plan.}
"""
SIGNING = """signing:
      of: TAV
      must: TAV
      needs:
        - when: {gauge: {family: pressure, of: each, at_most: 8}}
          say: Too loud at home."""
NOT_THE_ASK = """  - id: R9
    title: Not the ask
    text: An ask calms nobody.
    stage: moves
    cause: R1
    when: {played: {move: P3}}
    takes: [{from: R1, via: P1}]
    tensions: T07

  # At the close"""
WITHIN_ONE = "        text: In the last poll you guess Tavia's answer within 1.\n"
GUNS = "        - played: {move: F4, window: ever}\n"
ENDS = (
    GUNS
    + """        - mark: {mark: two-hands}
        - asked: {seat: TAV, about: P1, window: ever}
"""
)
COMING = '    public: "One ship comes, the rest go"\n    tensions: T01\n'
WHOLE = (
    ("moves.yaml", "    affects: host\n    tags: show\n", PATROL),
    ("moves.yaml", "          voters: Tavia's voters\n", WRITTEN),
    ("moves.yaml", "signing: {of: TAV, at_least: 1, must: TAV}", SIGNING),
    ("rules.yaml", "  # At the close", NOT_THE_ASK),
    ("rules.yaml", COMING, COMING + "    sets: two-hands\n"),
    ("injects.yaml", "    to: room\n", "    to: room\n    notes: Read it slowly.\n"),
    ("seats.yaml", WITHIN_ONE,
     WITHIN_ONE + "        when: {gap: {seat: TAV, at_least: -1, at_most: 1}}\n"),
    ("debrief.yaml", GUNS, ENDS),
)  # fmt: skip


@pytest.fixture
def whole(deck_copy: Path, edit: Edit) -> Path:
    """A copy of the tutorial that says every word, and no fault in it."""
    for file, old, new in WHOLE:
        edit(file, old, new)
    for file, text in (("turns.yaml", PROCEDURES), ("moves.yaml", FREE), ("rules.yaml", CARDS)):
        path = deck_copy / file
        path.write_text(path.read_text("utf-8") + text, "utf-8")
    header = "# yaml-language-server: $schema=../schema/variants.json\n"
    (deck_copy / "variants.yaml").write_text(header + VARIANTS, "utf-8")
    return deck_copy


def test_every_word_is_understood(whole: Path) -> None:
    assert as_text(check_deck(whole).faults) == ""


@dataclass(frozen=True)
class Wrong:
    """An edit of the whole deck, and the only fault that follows, in the edit's line."""

    file: str
    old: str
    new: str
    code: str
    says: str


M, R, T, V = "moves.yaml", "rules.yaml", "turns.yaml", "variants.yaml"
WRONG = (
    # Cards
    Wrong(M, "addressee: host", "addressee: hots", "unknown_name", "Did you mean 'host'?"),
    Wrong(M, "addressee: host", "addressee: signers", "role", "no 'signers'"),
    Wrong(M, "addressee: host", "addressee: CAL", "channel", "Nobody can be told"),
    Wrong(M, "in_touch: TAV", "in_touch: TVA", "unknown_name", "Did you mean 'TAV'?"),
    Wrong(M, "in_touch: TAV", "in_touch: DRO", "no_seat", "is no seat"),
    Wrong(M, "asked_together: [TAV, host]", "asked_together: [SKA, host]", "no_seat", "no seat"),
    Wrong(M, "{who: signers, plus: 1}", "{who: signer, plus: 1}", "unknown_name", "'signers'?"),
    Wrong(M, "{who: signers, plus", "{whom: signers, plus", "unknown_key", "Did you mean 'who'?"),
    Wrong(M, "turns: 1, say: Ask", "turns: 0, say: Ask", "never", "later turn"),
    Wrong(M, "turns: 1, say: Ask", "turns: 2, say: Ask", "never", "never read"),
    Wrong(M, "{phase: consult,", "{phase: consul,", "unknown_word", "Did you mean 'consult'?"),
    Wrong(M, "when: {whom: voters}", "when: {who: voters}", "unknown_name", "mean 'whom'?"),
    Wrong(M, "when: {whom: voters}", "when: {whom: voter}", "unknown_name", "mean 'voters'?"),
    Wrong(M, "when: {whom: voters}", "when: {towns: TAV}", "unknown_name", "other choice"),
    Wrong(M, "at_most: 2", "at_most: 0", "choice", "At most 0 is less than 1"),
    Wrong(M, "at_most: 2", "at_most: 3", "choice", "out of 2"),
    Wrong(M, "label: Sails from, of: [TAV, CAL]", "label: Sails from, of: [TAV, CAL], at_most: 2",
          "choice", "one host, not 2"),
    Wrong(M, "of: each, at_most: 8", "of: eech, at_most: 8", "unknown_name", "'each'?"),
    Wrong(M, "seats: [CAL, TAV]", "seats: [CAL, DRO]", "no_seat", "is no seat"),
    Wrong(M, "cost: [1, 3]", "cost: [3, 1]", "order", "Write [1, 3]"),
    Wrong(M, "channels: [joint, solo]\n  text: Write", "channels: [joint, slo]\n  text: Write",
          "unknown_word", "Did you mean 'solo'?"),
    Wrong(R, "- {id: R8,", "- {id: W2,", "reserved", "not X or W and a number"),
    Wrong(M, "      must: TAV\n", "      must: TAV\n      among: TVA\n", "unknown_name", "'TAV'?"),
    Wrong(M, "      must: TAV\n", "      must: TAV\n      among: CAL\n", "signing", "only 0 can"),
    # Rules
    Wrong(R, "cause: R1", "cause: R11", "unknown_name", "Did you mean 'R1'?"),
    Wrong(R, "cause: R1", "cause: R9", "cause", "no cause of its own"),
    Wrong(R, "- id: S1\n", "- id: S1\n    cause: R1\n", "unknown_name", "There is no move 'R1'"),
    Wrong(R, "    sets: two-hands\n", "    cause: P1\n    sets: two-hands\n", "cause",
          "after any line of 'P1'"),
    Wrong(R, "- {id: R8,", "- {id: R7,", "duplicate_id", "already the id"),
    Wrong(R, "card of its own., tensions: T07", "card of its own., tensions: T77",
          "unknown_name", "Did you mean 'T07'?"),
    # Conditions
    Wrong("debrief.yaml", "{mark: two-hands}", "{mark: two-hand}", "unknown_name", "'two-hands'?"),
    Wrong("debrief.yaml", "about: P1, window: ever", "about: P1, window: always", "unknown_word",
          "ever"),
    Wrong("seats.yaml", "{gap: {seat: TAV, at_least: -1", "{gap: {seat: TAV, at_least: 2", "never",
          "No gap is at least 2"),
    Wrong("debrief.yaml", "- mark: {mark: two-hands}",
          "- mark: {mark: two-hands}\n          line: {of: charter, line: harbor, is: open}",
          "unknown_name", "Did you mean 'harbour'?"),
    Wrong("debrief.yaml", "- mark: {mark: two-hands}",
          "- mark: {mark: two-hands}\n          signed: {seat: TAV, of: charta}",
          "unknown_name", "Did you mean 'charter'?"),
    Wrong("injects.yaml", "to: room\n", "to: room\n    kind2: x\n", "unknown_key", "kind"),
    # Texts
    Wrong(T, "default: closed", "default: close", "unknown_name", "Did you mean 'closed'?"),
    Wrong(T, "sign: all", "sign: DRO", "no_seat", "is no seat"),
    Wrong(T, "at_least: 2", "at_least: 3", "signing", "only 2 can"),
    Wrong(T, "at_least: 2", "at_least: 0", "signing", "no text"),
    Wrong(T, "turn: last", "turn: 7", "never", "only 2 turns"),
    Wrong(T, "- id: guns", "- id: harbour", "duplicate_id", "already the id"),
    Wrong(T, "is: open", "is: opened", "unknown_name", "Did you mean 'open'?"),
    Wrong(T, "of: lowest of assurance", "of: lowest of asurance", "unknown_name", "'assurance'?"),
    # Variants
    Wrong(V, "{moves: F4", "{moves: F44", "unknown_name", "Did you mean 'F4'?"),
    Wrong(V, "polls: helped", "polls: helpd", "unknown_name", "Did you mean 'helped'?"),
    Wrong(V, "{P4: CAL}", "{P4: CLA}", "unknown_name", "Did you mean 'CAL'?"),
    Wrong(V, "{P4: CAL}", "{F4: CAL}", "left_out", "left out of this variant"),
    Wrong(V, "{P1: P2}", "{P1: P22}", "unknown_name", "Did you mean 'P2'?"),
    Wrong(V, "{P1: P2}", "{P1: P1}", "order", "behind itself"),
    Wrong(V, "E2: {ask", "E22: {ask", "unknown_name", "Did you mean 'E2'?"),
    Wrong(V, "turn 2: {task", "turn 3: {task", "unknown_name", "Did you mean 'turn"),
    Wrong(V, "E2: {ask", "E2: {aks", "unknown_key", "Did you mean 'ask'?"),
    Wrong(V, "E2: {ask: What made asking easy?}", "F2: {cost: dear}", "type", "a whole number"),
    Wrong(V, "E2: {ask: What made asking easy?}", "E2: {id: E9}", "kept", "does not change"),
    Wrong(V, "E2: {ask: What made asking easy?}", "felt: {asked: nobody}", "unknown_name",
          "In the variant 'calm', poll item felt: There is no seat"),
    Wrong(V, "E2: {ask: What made asking easy?}", "F2: {cost: 20}", "never",
          "In the variant 'calm', move F2: Nobody can ever pay"),
    Wrong(V, "- id: calm", "- id: calm\n    nmae: x", "unknown_key", "Did you mean 'name'?"),
)  # fmt: skip


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: wrong.new.strip()[:50])
def test_a_word_said_wrongly_is_found_in_its_line(wrong: Wrong, whole: Path, edit: Edit) -> None:
    path = whole / wrong.file
    text = path.read_text("utf-8")
    assert wrong.old in text
    same = len(wrong.new) - len(wrong.new.lstrip())
    shared = next((i for i, pair in enumerate(zip(wrong.old, wrong.new, strict=False))
                   if pair[0] != pair[1]), min(len(wrong.old), len(wrong.new)))  # fmt: skip
    line = text.count("\n", 0, text.index(wrong.old) + max(same, shared)) + 1
    edit(wrong.file, wrong.old, wrong.new)
    faults = [fault for fault in check_deck(whole).faults if fault.severity == "fault"]
    assert [(one.file, one.code) for one in faults] == [(wrong.file, wrong.code)]
    assert abs((faults[0].line or 0) - line) <= 1
    assert wrong.says in f"{faults[0].message} {faults[0].hint}"


def test_the_gap_is_asked_for_at_the_end_only(whole: Path, edit: Edit) -> None:
    edit("rules.yaml", "when: {played: {move: P3}}", "when: {gap: {seat: TAV}}")
    (fault,) = [one for one in check_deck(whole).faults if one.severity == "fault"]
    assert (fault.code, fault.file) == ("gap", "rules.yaml")
    assert "objectives and end states" in fault.hint


def test_a_gap_that_nothing_measures_is_a_fault(whole: Path, edit: Edit) -> None:
    polls = whole / "polls.yaml"
    polls.write_text(polls.read_text("utf-8").split("\ngap:")[0], "utf-8")
    (fault,) = [one for one in check_deck(whole).faults if one.severity == "fault"]
    assert (fault.code, fault.file) == ("gap", "seats.yaml")


def test_choices_that_wait_for_each_other_are_never_asked_for(whole: Path, edit: Edit) -> None:
    edit("moves.yaml", "label: Written for\n", "label: Written for\n        when: {towns: TAV}\n")
    faults = [one for one in check_deck(whole).faults if one.severity == "fault"]
    assert {(one.code, one.file) for one in faults} == {("cycle", "moves.yaml")}
    assert len(faults) == 2


def test_a_variant_that_leaves_nothing_to_play_is_a_fault(whole: Path, edit: Edit) -> None:
    edit("variants.yaml", "{moves: F4,", "{seats: [CAL, TAV],")
    edit("variants.yaml", "    owner: {P4: CAL}\n", "")
    (fault,) = [one for one in check_deck(whole).faults if one.severity == "fault"]
    assert fault.code == "empty"
    assert "In the variant 'calm': No seats are left." in fault.message


def test_a_rule_that_does_nothing_belongs_on_the_rule_card(whole: Path, edit: Edit) -> None:
    edit("rules.yaml", "    takes: [{from: R1, via: P1}]\n", "")
    (advice,) = check_deck(whole).faults
    assert (advice.severity, advice.code) == ("advice", "no_effect")
    assert "rule_card" in advice.hint
