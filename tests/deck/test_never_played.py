"""What can never come about in a copy of the flagship is named: its line, the reason, a way on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.deck.faults import as_text
from app.deck.read import check_deck
from tests.deck.breaking import Break, break_deck, faults_of

M, R, T = "moves.yaml", "rules.yaml", "turns.yaml"
J, S, D = "injects.yaml", "seats.yaml", "debrief.yaml"
ACCESS = "signing: {of: allies, at_least: 1, at_most: 1}"
ONCE = "    once: true\n    effects:\n"
AN_END = "    name: N\n    test: t\n    epilogue: e\n    ask: a\n    tensions: T01\n"
BRINK = "{gauge: {gauge: ESC, at_least: 8}}"

FAULTS = (
    Break("two who must, of whom one may", M, ACCESS,
          "signing: {of: allies, at_most: 1, must: [AUS, ROK]}", "signing",
          "AUS and ROK must sign; at most 1 may"),
    Break("one who must and one counted beside it", M, ACCESS,
          "signing: {at_most: 1, must: US, among: allies}", "signing", "US must sign, and 1 more"),
    Break("gap of the seat that estimates", S, "gap: {seat: allies,", "gap: {seat: US,",
          "gap", "No gap is measured for US"),
    Break("gap of one's own where none is measured", S, "gap: {seat: allies,", "gap: {seat: self,",
          "gap", "No gap is measured for US"),
    Break("gap in an end state", D, f"when: {BRINK}", "when: {gap: {seat: all, at_least: 2}}",
          "gap", "'felt' asks"),
    Break("gauges that the asked do not have", "polls.yaml", "family: assurance\n  leaders",
          "family: deterrence\n  leaders", "gap", "AUS, JPN and ROK have no gauge"),
)  # fmt: skip

ADVICE = (
    Break("leader as signer", R, "{move: J02, signer: US}", "{move: J02, signer: JPN}",
          "never", "JPN cannot sign J02"),
    Break("more signers than may", R, "{move: J07, signer: AUS}",
          "{move: J07, signer: [AUS, ROK]}", "never", "AUS and ROK cannot sign J07"),
    Break("seat that leads nothing", S, "    moves: 2\n", "    moves: 0\n", "idle",
          "'JPN' can never play a card: it may lead 0 moves"),
    Break("taken from a card that does not touch it", R, "{from: J02, gauge: INT}",
          "{from: J02, gauge: CAP}", "never", "J02 never moves CAP"),
    Break("only rises of what only falls", R, "{from: J02, gauge: INT}",
          "{from: J02, gauge: INT, only: rises}", "never", "J02 never raises INT"),
    Break("taken from a close rule in Moves", R, "{from: J02, gauge: INT}", "{from: R7}",
          "never", "R7 acts in the stage Close, and this in Moves"),
    Break("taken from itself", R, "{from: U05}", "{from: N9}", "never",
          "'N9' takes nothing away here: N9 does nothing to any gauge"),
    Break("taken by a card that it does not come by", R, "{from: R3, via: U08, of: ROK}",
          "{from: R3, via: U09, of: ROK}", "never", "nothing that R3 does comes by U09"),
    Break("in touch before the first turn", J, "in_touch: {seat: each, turns_ago: 1}",
          "in_touch: {seat: each, turns_ago: 7}", "never", "7 turns back, and turn 3 has none"),
    Break("in touch before anybody can be", J, "in_touch: {seat: each, turns_ago: 1}",
          "in_touch: {seat: each}", "never", "before anybody can be"),
    Break("end asked for before", D, "  - id: E2\n", f"  - id: E0\n    when: {BRINK}\n{AN_END}"
          "  - id: E2\n", "end_state", "'E0' is never reached: 'E1' before it",
          at=f"when: {BRINK}\n    name: N"),
)  # fmt: skip


FORBIDS_ITSELF = {
    "by name": "{not: {played: {move: [J07, K01]}}}",
    "by tag and seat": "{not: {any: [{played: {seat: JPN}}, {turn: {from: 3}}]}}",
    "by any channel that it has": "{all: [{not: {played: {move: J07, channel: joint}}}]}",
    "whatever else": "{any: [{not: {played: {move: J07, window: ever}}}]}",
}
MAY_BE_PLAYED = (
    "{not: {played: {move: J07, window: earlier}}}",
    "{not: {played: {move: J07, signer: AUS}}}",
    "{not: {played: {move: [J08, K01]}}}",
    "{not: {played: {move: J07, at_least: 2}}}",
    "{any: [{not: {played: {move: J07}}}, {turn: {from: 3}}]}",
    "{not: {played: {move: J07}, turn: {to: 2}}}",
)


@pytest.mark.parametrize("case", FAULTS, ids=lambda case: case.name)
def test_what_keeps_the_deck_from_being_played_is_a_fault(case: Break, flagship_copy: Path) -> None:
    line = break_deck(flagship_copy, case)
    (found,) = faults_of(flagship_copy)
    assert found[:3] == (case.file, line, case.code)
    assert case.says in found[3]


@pytest.mark.parametrize("case", ADVICE, ids=lambda case: case.name)
def test_what_only_never_happens_is_advised_of(case: Break, flagship_copy: Path) -> None:
    line = break_deck(flagship_copy, case)
    (found,) = [one for one in check_deck(flagship_copy).faults if one.file != "variants.yaml"]
    assert (found.severity, found.file, found.line) == ("advice", case.file, line)
    assert (found.code, case.says in found.message) == (case.code, True), found.message
    assert found.hint


def _needs(folder: Path, when: str) -> int:
    need = f"    needs:\n      - {{when: {when}, say: Not now.}}\n{ONCE}"
    return break_deck(folder, Break("", M, ONCE, need, "", "", at="- {when:", after="id: J07"))


@pytest.mark.parametrize("name", sorted(FORBIDS_ITSELF))
def test_a_card_that_forbids_itself_may_never_be_played(name: str, flagship_copy: Path) -> None:
    line = _needs(flagship_copy, FORBIDS_ITSELF[name])
    found = {(one.file, one.line): one for one in check_deck(flagship_copy).faults}
    assert {one.severity for one in found.values()} == {"advice"}
    assert "Nobody may ever play 'J07'" in found[M, line].message
    assert "J07 is itself among the plays" in found[M, line].message
    waits = [one for one in found.values() if "J07 can never be played" in one.message]
    assert "'S6' can never apply" in waits[0].message


@pytest.mark.parametrize("when", MAY_BE_PLAYED)
def test_a_card_that_may_be_played_after_all_is_not_accused(when: str, flagship_copy: Path) -> None:
    _needs(flagship_copy, when)
    assert "itself among" not in as_text(check_deck(flagship_copy).faults)


def test_what_asks_for_a_signature_of_who_may_not_sign_never_holds(flagship_copy: Path) -> None:
    break_deck(flagship_copy, Break("", T, "sign: all", "sign: allies", "", ""))
    found = [one for one in check_deck(flagship_copy).faults if one.file != "variants.yaml"]
    assert {(one.severity, one.code) for one in found} == {("advice", "never")}
    assert "The objective 'a' of 'AUS' is never met" in found[0].message
    assert all("US may not sign one-text" in one.message for one in found)
    lines = (flagship_copy / T).read_text("utf-8").splitlines()
    told = [one.line for one in found if one.file == T]
    assert told
    assert all("signed: {seat: US" in lines[at - 1] or "seat: all" in lines[at - 1] for at in told)


def test_a_seat_without_effort_plays_its_free_cards_only(flagship_copy: Path) -> None:
    text = (flagship_copy / S).read_text("utf-8")
    start = text.index("effort: 4", text.index("id: ROK"))
    (flagship_copy / S).write_text(text[:start] + "effort: 0" + text[start + 9 :], "utf-8")
    cards = flagship_copy / M
    dear = re.sub(r"(seat: ROK\n(?:    .*\n)??    title: .*\n    cost: )\d", r"\g<1>1",
                  cards.read_text("utf-8"))  # fmt: skip
    cards.write_text(dear, "utf-8")
    (found,) = [one for one in check_deck(flagship_copy).faults if one.code == "idle"]
    assert found.line == text.count("\n", 0, start) + 1
    assert "'ROK' can never play a card: it has no effort, and none" in found.message
    cards.write_text(dear.replace("cost: [1, 3]", "cost: [0, 3]"), "utf-8")
    assert check_deck(flagship_copy).faults == ()
