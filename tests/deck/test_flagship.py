"""The flagship: it is whole, it has no fault and no advice, and a fault in it is found at once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.config.paths import scenarios
from app.core.compile import compile_deck
from app.deck.model import Deck
from app.deck.read import check_deck, read_deck
from app.deck.variants import with_variant
from tests.deck.breaking import Break, break_deck, faults_of

FLAGSHIP = scenarios() / "lengthening-shadow"
COUNTS = {
    "seats": 4, "gauges": 12, "moves": 36, "injects": 17, "tensions": 14, "turns": 6,
    "end_states": 6, "procedures": 1, "variants": 1,
}  # fmt: skip
M, R, T, V = "moves.yaml", "rules.yaml", "turns.yaml", "variants.yaml"
J, S, D = "injects.yaml", "seats.yaml", "debrief.yaml"


def test_the_flagship_is_whole_and_free_of_advice() -> None:
    checked = check_deck(FLAGSHIP)
    assert checked.faults == ()
    assert {name: checked.counts[name] for name in COUNTS} == COUNTS


def test_every_rule_of_the_players_card_stands_somewhere() -> None:
    deck = read_deck(FLAGSHIP)
    parts = (deck.rule_card, deck.rules, deck.swing_limits, deck.ceilings)
    ids = {one.id for part in parts for one in part}
    assert {f"R{number}" for number in range(1, 15)} <= ids
    named = {one.id for one in deck.combinations}
    assert {*(f"S{n}" for n in range(1, 12)), *(f"N{n}" for n in range(1, 10))} <= named


BREAKS = (
    # Cards
    Break("misspelt addressee", M, "addressee: host", "addressee: hots", "unknown_name", "'host'?"),
    Break("adversaries asked together", M, "asked_together: allies", "asked_together: adversaries",
          "no_seat", "Adversaries act by inject"),
    Break("misspelt group in touch", M, "in_touch: allies", "in_touch: alies", "unknown_name",
          "Did you mean 'allies'?"),
    Break("role misspelt in later consultations", M, "who: [self, signers], plus",
          "who: [self, signer], plus", "unknown_name", "Did you mean 'signers'?"),
    Break("phase that is none", M, "phase: consult", "phase: consultation", "unknown_word",
          "Did you mean 'consult'?"),
    Break("choice that waits for none of the card", M, "when: {towards: publics}",
          "when: {toward: publics}", "unknown_name", "Did you mean 'towards'?"),
    Break("choice that waits for no answer", M, "when: {towards: publics}",
          "when: {towards: public}", "unknown_name", "Did you mean 'publics'?"),
    Break("more adversaries than there are", M, "at_most: 3", "at_most: 4", "choice", "out of 3"),
    Break("role before anybody has it", M, "{family: pressure, of: each, at_most: 8}",
          "{family: pressure, of: signers, at_most: 8}", "role", "'signers'", after="id: U09"),
    Break("dearer than anybody can pay", M, "cost: 4", "cost: 10", "never", "more than 9 effort"),
    Break("effect on a gauge of nobody", M, "{gauge: ESC, change: 1",
          "{family: pressure, of: US, change: 1", "no_gauge", "belongs to 'US'"),
    Break("free moves from dear to cheap", M, "cost: [1, 3]", "cost: [3, 1]", "order", "[1, 3]"),
    # Rules
    Break("cause that is no rule", R, "cause: R3", "cause: R33", "unknown_name", "mean 'R3'?"),
    Break("cause of a combination that is a rule", R, "cause: J05", "cause: R8", "unknown_name",
          "There is no move 'R8'"),
    Break("mark beside a cause", R, "    sets: new-zealand\n",
          "    cause: A04\n    sets: new-zealand\n", "cause", "after any line of 'A04'",
          at="sets: new-zealand"),
    Break("taken from nobody's card", R, "{from: U05}", "{from: U55}", "unknown_name", "'U05'?"),
    Break("rule of the card called as another", R, "- id: R14", "- id: R10", "duplicate_id",
          "already the id"),
    Break("gap in the middle", R, "asked: {seat: allies, about: U06}",
          "gap: {seat: allies}", "gap", "objectives and end states"),
    # Events and the plan
    Break("lowest of no family", J, "of: lowest of assurance", "of: lowest of asurance",
          "unknown_name", "Did you mean 'assurance'?"),
    Break("mark that nothing sets", J, "{mark: new-zealand}", "{mark: newzealand}",
          "unknown_name", "Did you mean 'new-zealand'?"),
    Break("event called as one written by hand", J, "- id: C4", "- id: W4", "reserved",
          "not X or W and a number"),
    Break("notes under another word", J, "    notes: ", "    note: ", "unknown_key",
          "Did you mean 'notes'?"),
    Break("line that no text has", T, "line: talks", "line: talk", "unknown_name", "'talks'?"),
    Break("option that no line has", T, "is: [firm, balanced]", "is: [firm, balance]",
          "unknown_name", "Did you mean 'balanced'?"),
    Break("default that is no option", T, "default: silent", "default: silence", "unknown_name",
          "Did you mean 'silent'?"),
    Break("text after the last turn", T, "turn: last", "turn: 7", "never", "only 6 turns"),
    Break("more signatures than cells", T, "at_least: 2", "at_least: 5", "signing", "only 4 can"),
    Break("turn counted twice", T, "- turn: 4", "- turn: 5", "turn_plan", "turn 4 of the plan"),
    # Seats and ends
    Break("signed by nobody's text", S, "of: one-text", "of: onetext", "unknown_name",
          "Did you mean 'one-text'?"),
    Break("window that is none", S, "about: U06, window: ever", "about: U06, window: earlier",
          "unknown_word", "this turn or ever"),
    Break("end that hides the others", D, "  - id: E1\n", "  - id: E0\n    name: N\n    test: t\n"
          "    epilogue: e\n    ask: a\n    tensions: T01\n  - id: E1\n", "end_state",
          "never reached", at="  - id: E0"),
    # The deck for three
    Break("left out, but not there", V, "seats: AUS", "seats: AUT", "unknown_name", "'AUS'?"),
    Break("card for a seat that is out", V, "owner: {A03: JPN}", "owner: {A03: AUS}", "left_out",
          "left out of this variant"),
    Break("behind a card that is out", V, "order: {A03: J08}", "order: {A03: A02}", "left_out",
          "'A02' is left out"),
    Break("replaced, but not there", V, "      S10:\n", "      S100:\n", "unknown_name", "'S10'?"),
    Break("replaced by another word", V, "        title: Two ballots", "        tile: Two ballots",
          "unknown_key", "Did you mean 'title'?"),
    Break("too few left to sign", V, "      J07:\n", "      J07:\n        signing: {at_least: 3}\n",
          "signing", "In the variant 'three-cells', move J07: 3 have to sign, but only 2"),
)  # fmt: skip


@pytest.mark.parametrize("case", BREAKS, ids=lambda case: case.name)
def test_a_broken_copy_names_file_and_line(case: Break, flagship_copy: Path) -> None:
    line = break_deck(flagship_copy, case)
    found = faults_of(flagship_copy)
    assert [fault[:3] for fault in found] == [(case.file, line, case.code)]
    assert case.says in found[0][3]


# --- for three ---


@pytest.fixture(scope="module")
def whole() -> Deck:
    return read_deck(FLAGSHIP)


@pytest.fixture(scope="module")
def three(whole: Deck) -> Deck:
    return with_variant(whole, "three-cells")


def test_what_is_australias_is_out(whole: Deck, three: Deck) -> None:
    """Ruling 104."""
    out = {
        name: [one.id for one in getattr(whole, name) if one.id not in _ids(three, name)]
        for name in ("seats", "gauges", "moves", "rules", "combinations", "injects", "polls")
    }
    assert out == {
        "seats": ["AUS"],
        "gauges": ["aAU", "pAU"],
        "moves": ["A01", "A02", "A04", "A05", "A06", "A07", "A08"],
        "rules": [],
        "combinations": ["S6", "N7"],
        "injects": ["P5"],
        "polls": [],
    }
    assert [place.seat for place in three.places if place.id == "canberra"] == [None]


def test_events_lose_what_they_do_to_australia(three: Deck) -> None:
    """Ruling 104: I4, C3 and C4 lose that part; all allies are Japan and the ROK."""
    book = compile_deck(three)
    moved = {
        name: {line.gauge for line in book.injects[name].lines} for name in ("I4", "C3", "C4", "C5")
    }
    assert moved == {
        "I4": {"dPRC", "dRUS", "pJP", "ESC"},
        "C3": {"ESC", "aJP"},
        "C4": {"aJP", "aKR", "CAP"},
        "C5": {"aJP", "aKR", "pKR"},
    }


def test_convening_is_japans_and_stands_after_its_other_cards(three: Deck) -> None:
    """Ruling 105."""
    cards = [move.id for move in three.moves]
    assert cards[cards.index("A03") - 1 : cards.index("A03") + 2] == ["J08", "A03", "K01"]
    convene = next(move for move in three.moves if move.id == "A03")
    assert (convene.seat, convene.effects[0].of) == ("JPN", ("self",))
    convenor = next(one for one in three.combinations if one.id == "S10")
    assert [effect.of for effect in convenor.effects] == [("JPN",)]


def test_the_hearing_is_due_by_capital_only(three: Deck) -> None:
    """Ruling 105: N7 cannot arise, so its mark never stands."""
    hearing = next(one for one in three.injects if one.id == "C6")
    assert hearing.when is not None
    assert [one.model_dump(exclude_defaults=True) for one in hearing.when.any] == [
        {"gauge": ({"gauge": "CAP", "at_most": 2},)}
    ]


def test_numbers_of_seats_stay_and_countries_are_both(three: Deck) -> None:
    """Ruling 105: S3 needs both allies, U12 names both, S10 means all three."""
    s3, s10 = (next(one for one in three.combinations if one.id == name) for name in ("S3", "S10"))
    assert s3.when is not None
    assert s10.when is not None
    assert s3.when.played[0].signers_at_least == 2
    assert s10.when.played[1].seats_at_least == 3
    case = next(move for move in three.moves if move.id == "U12")
    assert [choice.count for choice in case.choices if choice.id == "countries"] == [2]


def test_nothing_of_three_names_what_is_out(three: Deck) -> None:
    kept = three.model_copy(update={"variants": ()})
    said = json.dumps(kept.model_dump(mode="json"))
    for name in ("AUS", "aAU", "pAU", "A01", "A02", "A04", "A05", "A06", "A07", "A08", "N7", "S6"):
        assert f'"{name}"' not in said


def _ids(deck: Deck, name: str) -> set[str]:
    return {one.id for one in getattr(deck, name)}
