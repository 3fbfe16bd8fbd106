"""Copies of the tutorial deck, each broken in another way: the right file and line for each."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.deck.faults import Fault
from app.deck.read import check_deck, read_deck
from app.errors import DeckError
from tests.deck.breaking import Break, break_deck

BREAKS = (
    # Names that do not fit together
    Break("misspelt role", "moves.yaml", "of: host, change", "of: hots, change",
          "unknown_name", "Did you mean 'host'?"),
    Break("misspelt seat", "moves.yaml", "seat: CAL", "seat: CALL",
          "unknown_name", "Did you mean 'CAL'?"),
    Break("misspelt gauge", "rules.yaml", "gauge: PLAN", "gauge: PLANN",
          "unknown_name", "Did you mean 'PLAN'?"),
    Break("misspelt family", "rules.yaml", "family: assurance, of: signers",
          "family: asurance, of: signers", "unknown_name", "Did you mean 'assurance'?"),
    Break("misspelt card", "rules.yaml", "not_move: P3", "not_move: P33",
          "unknown_name", "Did you mean 'P3'?"),
    Break("misspelt tension", "injects.yaml", "tensions: T01", "tensions: T011",
          "unknown_name", "Did you mean 'T01'?"),
    Break("misspelt place", "moves.yaml", "places: strait", "places: strayt",
          "unknown_name", "Did you mean 'strait'?"),
    Break("misspelt poll item", "turns.yaml", "polls: [felt, helped]", "polls: [felt, helpd]",
          "unknown_name", "Did you mean 'helped'?", at="helpd"),
    Break("misspelt channel in a test", "rules.yaml", "{channel: joint", "{channel: joynt",
          "unknown_name", "Did you mean 'joint'?"),
    Break("misspelt option", "moves.yaml", "{whom: leaders}", "{whom: leader}",
          "unknown_name", "Did you mean 'leaders'?"),
    Break("mark that no card sets", "debrief.yaml", "- played: {move: F4, window: ever}",
          "- mark: {mark: guns}", "unknown_name", "There is no mark 'guns'"),
    Break("list that no card makes", "debrief.yaml", "- played: {move: F4, window: ever}",
          "- member: {seat: TAV, of: body}", "unknown_name", "no membership list 'body'"),
    Break("duplicate id", "injects.yaml", "- id: I3", "- id: I2", "duplicate_id", "already the id"),
    Break("role outside a card", "rules.yaml", "of: host of P1", "of: host",
          "role", "Say whose: 'host of'"),
    Break("role that the card lacks", "rules.yaml", "of: host of P1", "of: host of F1",
          "role", "no 'host' on card F1"),
    Break("each without for_each", "moves.yaml", "affects: host", "affects: each",
          "role", "for_each"),
    Break("play outside a rule about plays", "rules.yaml", "{from: F1, family",
          "{from: play, family", "role", "for_each_play"),
    Break("adversary where only a seat can be", "polls.yaml", "asked: [CAL, TAV]",
          "asked: [CAL, DRO]",
          "no_seat", "no seat"),
    # What the model asks for
    Break("unknown key", "moves.yaml", "cost: 2", "cots: 2", "unknown_key", "Did you mean 'cost'?"),
    Break("wrong type", "moves.yaml", "cost: 2", "cost: two", "type", "a whole number, not 'two'"),
    Break("missing field", "moves.yaml", "    cost: 2\n", "", "missing", "'cost' is missing",
          at="id: P1"),
    Break("number out of range", "gauges.yaml", "start: 5", "start: 11", "range", "0 to 10"),
    Break("number where text is meant", "deck.yaml", 'version: "1.0"', "version: 1.0",
          "type", "Put it in quotes"),
    Break("text where a list is meant", "moves.yaml", "channels: [joint, solo, quiet]",
          "channels: joint", "type", "a list, not 'joint'"),
    Break("yes instead of true", "moves.yaml", "once: true", "once: yes", "type", "Write true"),
    Break("unknown word", "gauges.yaml", "good: high", "good: hihg", "unknown_word",
          "Did you mean 'high'?"),
    Break("too long text", "turns.yaml", "theme: The ship that left", "theme: " + "long " * 100,
          "too_long", "At most 400"),
    Break("several lines where one is meant", "moves.yaml", "title: Say it again",
          'title: "Say it\\nagain"', "form", "one line"),
    Break("empty value", "moves.yaml", "title: Say it again", "title:", "type", "not empty",
          at="title:\n"),
    Break("too few bands", "gauges.yaml", "bands: [Doubting, ", "bands: [", "missing",
          "needs more items"),
    Break("both gauge and family", "moves.yaml", "{gauge: dDRO, change: 1,",
          "{gauge: dDRO, family: open, change: 1,", "sense", "either a gauge or a family"),
    Break("text too long for any deck", "turns.yaml", "theme: The ship that left",
          "theme: " + "x" * 20_001, "too_long", "20,001 characters"),
    # What makes no sense
    Break("turns out of order", "turns.yaml", "- turn: 2", "- turn: 3", "turn_plan",
          "turn 2 of the plan"),
    Break("inject after the last turn", "injects.yaml", "turns: [2, 2]", "turns: [7, 7]",
          "turn_range", "only 2 turns"),
    Break("inject from later to earlier", "injects.yaml", "turns: [1, 1]", "turns: [2, 1]",
          "turn_range", "no later than the last"),
    Break("conditional inject without condition", "injects.yaml", "kind: scheduled",
          "kind: conditional", "condition", "needs a condition"),
    Break("end without an end state", "debrief.yaml", "test: Anything else.",
          "test: Anything else.\n    when: {turn: {last: true}}", "end_state",
          "without an end state", at="when: {turn"),
    Break("joint card that nobody can sign", "moves.yaml",
          "signing: {of: TAV, at_least: 1, must: TAV}", "signing: {of: CAL}", "signing",
          "nobody who could sign", at="channels: [joint]\n"),
    Break("gap of what cannot be subtracted", "polls.yaml", "leaders_and_publics: public",
          "leaders_and_publics: helped", "gap", "no scale"),
    Break("gap of all, of whom one has no gauge", "polls.yaml", "asked: TAV", "asked: all",
          "gap", "CAL has no gauge", at="family: assurance"),
    # What the gate refuses
    Break("duplicate key", "moves.yaml", "cost: 2\n", "cost: 2\n    cost: 3\n", "duplicate_key",
          "said twice", at="cost: 3"),
    Break("tab", "moves.yaml", "    cost: 2", "\tcost: 2", "syntax", "tab"),
    Break("quotation mark never closed", "seats.yaml", "adjective: Tavian", 'adjective: "Tavian',
          "syntax", "never closed"),
    Break("bracket never closed", "seats.yaml", "groups: [patrons]", "groups: [patrons",
          "syntax", "bracket"),
    Break("alias", "moves.yaml", "tags: words", "tags: *words", "alias", "Aliases"),
    Break("anchor", "moves.yaml", "tags: words", "tags: &w words", "anchor", "Anchors"),
    Break("tag", "moves.yaml", "cost: 2", "cost: !!int 2", "tag", "Tags"),
    Break("not a number", "gauges.yaml", "start: 5", "start: .nan", "number", "usable number"),
    Break("second document", "tensions.yaml", "tensions:\n", "tensions:\n---\n", "documents",
          "second document", at="---"),
    Break("control character", "seats.yaml", "name: Tavia", "name: Ta\x07via",
          "control_character", "U+0007"),
)  # fmt: skip


@pytest.mark.parametrize("case", BREAKS, ids=lambda case: case.name)
def test_a_broken_copy_names_file_and_line(case: Break, deck_copy: Path) -> None:
    line = break_deck(deck_copy, case)
    faults = [fault for fault in check_deck(deck_copy).faults if fault.severity == "fault"]

    assert [(fault.file, fault.line, fault.code) for fault in faults] == [
        (case.file, line, case.code)
    ]
    assert case.says in f"{faults[0].message} {faults[0].hint}"
    with pytest.raises(DeckError) as caught:
        read_deck(deck_copy)
    assert f"{case.file}:{line}:" in str(caught.value)


def faults_of(folder: Path) -> list[Fault]:
    return [fault for fault in check_deck(folder).faults if fault.severity == "fault"]


def test_a_missing_file_is_named(deck_copy: Path) -> None:
    (deck_copy / "tensions.yaml").unlink()
    assert [(fault.file, fault.code) for fault in faults_of(deck_copy)] == [
        ("tensions.yaml", "missing_file")
    ]


def test_an_empty_file_is_a_fault_in_its_first_line(deck_copy: Path) -> None:
    (deck_copy / "tensions.yaml").write_text("", "utf-8")
    assert [(fault.file, fault.line, fault.code) for fault in faults_of(deck_copy)] == [
        ("tensions.yaml", 1, "empty")
    ]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "latin-1"])
def test_a_file_in_another_encoding_is_a_fault(deck_copy: Path, encoding: str) -> None:
    path = deck_copy / "tensions.yaml"
    text = "# Café\n" + path.read_text("utf-8")
    path.write_bytes(text.encode(encoding, "replace"))
    found = faults_of(deck_copy)
    assert [(fault.file, fault.line) for fault in found] == [("tensions.yaml", 1)]
    assert "UTF-8" in f"{found[0].message} {found[0].hint}" or "U+0000" in found[0].message


def test_a_misspelt_file_name_is_found(deck_copy: Path) -> None:
    (deck_copy / "places.yaml").rename(deck_copy / "place.yaml")
    found = faults_of(deck_copy)
    assert ("place.yaml", "unknown_file") in [(fault.file, fault.code) for fault in found]
    assert any("Did you mean places.yaml?" in fault.hint for fault in found)


def test_a_folder_in_place_of_a_file_is_a_fault(deck_copy: Path) -> None:
    (deck_copy / "polls.yaml").unlink()
    (deck_copy / "polls.yaml").mkdir()
    assert ("polls.yaml", "not_a_file") in [
        (fault.file, fault.code) for fault in faults_of(deck_copy)
    ]
