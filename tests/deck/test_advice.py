"""Advice: what can never apply, who has nothing to do, what does not fit, what gives away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.deck.faults import Fault
from app.deck.read import check_deck

Edit = Callable[[str, str, str], None]

WHEN_F4 = "when: {gauge: {gauge: pTAV, at_least: 5}}"
WHEN_S1 = "        - {move: F1, not_channel: quiet}\n"


def advice(folder: Path) -> list[Fault]:
    """What is advised; there are no faults."""
    found = check_deck(folder).faults
    assert [fault for fault in found if fault.severity == "fault"] == []
    return list(found)


def only(folder: Path, code: str) -> Fault:
    (found,) = [one for one in advice(folder) if one.code == code]
    return found


NEVER = {
    "plays of one card in one turn": ("{move: F1, at_least: 2}", "there can be 1 at most"),
    "more signatures than cells": ("{move: F1, signers_at_least: 2}", "2 signatures of 1"),
    "more seats than there are": ("{move: F1, seats_at_least: 3}", "3 seats, of 2"),
    "one card in two turns": ("{move: P4, window: earlier}", "P4 is played once"),
    "more turns back than there are": ("{move: F1, turns_ago: 2}", "turn 2 has none"),
    "no turn at all": ("{move: F1, window: earlier, within: 0}", "here"),
}


@pytest.mark.parametrize("name", sorted(NEVER))
def test_a_combination_that_can_never_apply_says_why(
    deck_copy: Path, edit: Edit, name: str
) -> None:
    play, why = NEVER[name]
    edit("rules.yaml", WHEN_S1, f"        - {play}\n        - {{move: P4}}\n")
    found = only(deck_copy, "never")
    assert (found.file, found.severity) == ("rules.yaml", "advice")
    assert "'S1' can never apply" in found.message
    assert why in found.message


@pytest.mark.parametrize(
    ("when", "why"),
    [
        ("{turn: {from: 2}}", "another turn than 1 to 1"),
        ("{turn: {last: true}}", "another turn"),
        ("{released: I3}", "I3 comes after turn 1"),
        ("{played: {move: F1}}", "before the cards of its turn"),
        ("{played: {move: F1, window: earlier}}", "turn 1 has none"),
        ("{any: [{turn: {from: 2}}, {played: {move: F1}}]}", "another turn"),
        ("{all: [{turn: {from: 2}}]}", "another turn"),
        ("{gauge: [{gauge: aTAV, at_least: 6}, {gauge: aTAV, at_most: 4}]}", "aTAV is never both"),
    ],
)
def test_an_inject_that_can_never_come_says_why(
    deck_copy: Path, edit: Edit, when: str, why: str
) -> None:
    text = (deck_copy / "injects.yaml").read_text("utf-8")
    start = text.index("kind: scheduled")
    changed = f"kind: conditional\n    when: {when}"
    edit("injects.yaml", text[start : start + 15], changed)
    released = [one for one in advice(deck_copy) if one.code == "never"]
    assert [one.file for one in released] == ["injects.yaml"]
    assert "'I1' can never come" in released[0].message
    assert why in released[0].message


def test_what_may_hold_is_not_spoken_of(deck_copy: Path, edit: Edit) -> None:
    edit("rules.yaml", WHEN_S1, WHEN_S1 + "        - {channel: joint, window: ever, at_least: 2}\n")
    assert advice(deck_copy) == []


CALM = """families:
  - {id: calm, name: Calm, heading: How calm is it?, good: high, bands: [A, B, C, D, E], room: band}
"""


def test_a_gauge_that_nothing_raises_does_not_come_high(deck_copy: Path, edit: Edit) -> None:
    edit("moves.yaml", WHEN_F4, "when: {gauge: {gauge: quiet, at_least: 7}}")
    edit("gauges.yaml", "families:\n", CALM)
    edit("gauges.yaml", "gauges:\n", "gauges:\n  - {id: quiet, name: Q, family: calm, start: 3}\n")
    end, card = (one for one in advice(deck_copy) if one.code == "never")
    assert "Nobody may ever play 'F4': nothing raises quiet, which starts at 3" in card.message
    assert "This part never holds: F4 can never be played" in end.message
    moves = deck_copy / "moves.yaml"
    free = "\nfree_moves: {seats: CAL, text: Write one.}\n"
    moves.write_text(moves.read_text("utf-8") + free, "utf-8")
    assert [one for one in advice(deck_copy) if one.code == "never"] == []


def test_a_card_that_nobody_may_play_is_named_once_and_what_waits_for_it_too(
    deck_copy: Path, edit: Edit
) -> None:
    edit("moves.yaml", WHEN_F4, "when: {played: {move: P4, turns_ago: 2}}")
    edit("rules.yaml", WHEN_S1, WHEN_S1 + "        - {move: F4}\n")
    found = [one for one in advice(deck_copy) if one.code == "never"]
    assert [one.file for one in found] == ["debrief.yaml", "moves.yaml", "rules.yaml"]
    assert "This part never holds: F4 can never be played" in found[0].message
    assert "ever play 'F4'" in found[1].message
    assert "'S1' can never apply: F4 can never be played" in found[2].message


def test_a_cell_without_anything_to_do_in_a_turn_is_named(deck_copy: Path, edit: Edit) -> None:
    moves = deck_copy / "moves.yaml"
    text = moves.read_text("utf-8").replace("joint, ", "")
    only_later = "    needs:\n      - {when: {turn: {from: 2}}, say: Not yet.}\n"
    cards = ("Open the harbour", "Hold a town meeting", "Share the radar", "Ask for one plan")
    for card in cards:
        text = text.replace(f"title: {card}\n", f"title: {card}\n{only_later}")
    text = text.replace(WHEN_F4, "when: {turn: {from: 2}}")
    moves.write_text(text, "utf-8")
    edit("seats.yaml", "    moves: 2\n    consultations: 1\n", "    moves: 2\n")
    edit("rules.yaml", "{channel: joint, not_move: P3}", "{channel: joint}")
    found = only(deck_copy, "idle")
    assert (found.file, found.severity) == ("turns.yaml", "advice")
    assert "'TAV' has nothing to do in turn 1" in found.message


LONG = {
    "a card's title": ("moves.yaml", "title: Patrol under flag",
                       "title: Patrol the narrow sea under a flag", "28 fit the room"),
    "a card's summary": ("moves.yaml", "public: A Calderan ship patrols",
                         "public: " + "One more word and another. " * 4 + "A ship patrols",
                         "lines of 36"),
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(LONG))
def test_what_does_not_fit_the_room_is_measured(deck_copy: Path, edit: Edit, name: str) -> None:
    file, old, new, says = LONG[name]
    edit(file, old, new)
    found = only(deck_copy, "long")
    assert (found.file, found.severity) == (file, "advice")
    assert says in found.message


def test_the_opening_and_an_inject_are_measured_by_their_lines(deck_copy: Path, edit: Edit) -> None:
    deck, injects = (deck_copy / name for name in ("deck.yaml", "injects.yaml"))
    longer = "A sentence of some length that goes on and on for the reader. " * 6
    edit("injects.yaml", "    text: >-\n", f"    text: >-\n      {longer}\n")
    text = deck.read_text("utf-8")
    at = text.index("paragraphs:")
    at = text.index("- ", at)
    deck.write_text(text[:at] + f"- {longer}\n    " + text[at:], "utf-8")
    found = [one for one in advice(deck_copy) if one.code == "long"]
    assert [one.file for one in found] == ["deck.yaml", injects.name]
    assert "8 fit the room" in found[0].message
    assert "5 fit the room" in found[1].message


def test_an_abbreviation_is_spelled_out_once(deck_copy: Path, edit: Edit) -> None:
    edit(
        "moves.yaml", "Send a patrol ship.", "Ask the NSC and the Harbour Authority (HA), HA says."
    )
    found = only(deck_copy, "acronym")
    assert "'NSC' is not spelled out" in found.message
    edit("deck.yaml", "glossary:\n", "glossary:\n  - {term: NSC, meaning: The council.}\n")
    assert advice(deck_copy) == []


def test_ids_and_capitals_in_a_row_are_no_abbreviations(deck_copy: Path, edit: Edit) -> None:
    edit("moves.yaml", "Send a patrol ship.", "TAV asks. A board says GONE HOME.")
    assert advice(deck_copy) == []


@pytest.mark.parametrize(
    ("file", "old"),
    [
        ("seats.yaml", "      - You fear being left; you fear even more being the place"),
        ("turns.yaml", "      Read the headline aloud, then stop talking. Tavia"),
    ],
)
def test_private_words_that_the_room_reads_are_found(
    deck_copy: Path, edit: Edit, file: str, old: str
) -> None:
    same = "nobody in the whole cabinet believes a single word of it"
    indent = old[: len(old) - len(old.lstrip(" -"))]
    edit(file, old, f"{indent}Now {same}. {old.strip(' -')}")
    assert advice(deck_copy) == []
    edit(
        "moves.yaml", "public: Calder's president repeats", f"public: So {same.upper().lower()} all"
    )
    found = only(deck_copy, "private")
    assert found.file == file
    assert "moves.yaml, line" in found.hint


def test_advice_of_the_whole_deck_is_not_repeated_for_its_variants(
    deck_copy: Path, edit: Edit
) -> None:
    variant = "variants:\n  - {id: small, name: S, text: T., without: {injects: I3}}\n"
    (deck_copy / "variants.yaml").write_text(variant, "utf-8")
    edit("moves.yaml", "Send a patrol ship.", "Ask the NSC.")
    assert [one.code for one in advice(deck_copy)] == ["acronym"]
    short = "without: {moves: F1}"
    (deck_copy / "variants.yaml").write_text(variant.replace("without: {injects: I3}", short))
    messages = [one.message for one in advice(deck_copy)]
    assert len(messages) == len(set(messages))


def test_a_cell_without_effort_neither_plays_nor_signs(deck_copy: Path, edit: Edit) -> None:
    edit("seats.yaml", "    effort: 3\n", "    effort: 0\n")
    found = only(deck_copy, "idle")
    assert (found.file, found.severity) == ("seats.yaml", "advice")
    assert "'TAV' can never play a card: it has no effort" in found.message
    edit("seats.yaml", "    moves: 2\n    consultations: 1\n", "    moves: 2\n")
    nothing = [one for one in advice(deck_copy) if one.code == "idle" and one.file == "turns.yaml"]
    assert ["'TAV' has nothing to do" in one.message for one in nothing] == [True, True]
    edit("rules.yaml", "  signing_cost: 1\n", "  signing_cost: 0\n")
    assert only(deck_copy, "idle").file == "seats.yaml"
