"""Play scripts: what is left out, and what is said of a script that cannot be played.

An error names the turn, the line of the file, the reason, and what would be legal.
"""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from app.config.paths import scenarios
from app.core.book import Book
from app.core.state import State, TurnRecord
from app.core.values import Phase
from app.deck.script import read_script, script_from_text
from app.errors import Fault, ScriptError
from app.session.exercise import Exercise
from app.session.ports import Clock
from app.session.recording import play, start_recording
from app.session.script_parts import setup_of
from tests.core import small
from tests.session.memory import MemoryRecord

RECORDED = scenarios() / "tutorial" / "scripts" / "recorded.yaml"
HEAD = """\
deck: tutorial
turns:
  - turn: 1
"""


def script(body: str = "", head: str = HEAD) -> str:
    """A script of one turn: `body` stands in turn 1."""
    return head + textwrap.indent(textwrap.dedent(body).strip("\n"), "    ") + "\n"


@pytest.fixture
def playing(book: Book, clock: Clock) -> Player:
    return Player(book, clock)


class Player:
    """Plays scripts from their text."""

    def __init__(self, book: Book, clock: Clock) -> None:
        self.book = book
        self.clock = clock

    def __call__(self, text: str) -> State:
        read = script_from_text(text, "a.yaml")
        exercise = start_recording(read, self.book, MemoryRecord(), self.clock)
        play(read, exercise)
        return exercise.state

    def turn(self, body: str) -> TurnRecord:
        return self(script(body)).turns[1]

    def fault(self, text: str) -> Fault:
        """The one thing that is wrong with a script."""
        with pytest.raises(ScriptError) as caught:
            self(text)
        (fault,) = caught.value.faults
        assert f"a.yaml:{fault.line}:" in str(caught.value)
        return fault


# --- What is left out -----------------------------------------------------------------------------


def test_a_script_of_nothing_plays_to_the_end_by_pressing_on(playing: Player) -> None:
    state = playing(script())
    assert (state.phase, state.end_state, state.ended_early) == (Phase.ENDED, "E3", False)
    assert [len(record.plays) for record in state.turns[1:]] == [0, 0]


@pytest.mark.parametrize("text", ["deck: tutorial\n", "deck: tutorial\nturns: []\n"])
def test_a_script_without_turns_is_pressed_through(playing: Player, text: str) -> None:
    assert playing(text).phase is Phase.ENDED


def test_the_set_up_is_the_usual_one_with_what_the_script_says(book: Book) -> None:
    head = "deck: tutorial\ntitle: Ours\nseed: 9\noptions: {mode: rigid, place: Here}\n"
    text = head + "people: {TAV: 4}\nturns: [{turn: 1}]\n"
    setup = setup_of(script_from_text(text, "a.yaml").script, book)
    assert (setup.title, setup.seed, setup.mode, setup.place) == ("Ours", 9, "rigid", "Here")
    assert [(cell.seat, cell.heads) for cell in setup.cells] == [("CAL", 2), ("TAV", 4)]
    assert setup.reveal_policy == "at the end"


def test_an_empty_seat_hands_in_nothing_and_the_exercise_goes_on(playing: Player) -> None:
    state = playing("deck: tutorial\npeople: {TAV: 0}\nturns: [{turn: 1}]\n")
    assert state.turns[1].handed_in == ("CAL",)


@pytest.mark.parametrize(
    ("injects", "released"), [("", ["C1"]), ("injects: [C1]", ["C1"]), ("injects: []", [])]
)
def test_the_first_due_inject_comes_unless_the_script_says_none(
    playing: Player, injects: str, released: list[str]
) -> None:
    quiet = "moves: [{seat: TAV, move: F3, channel: quiet, addressee: CAL}]"
    text = script(quiet) + f"  - turn: 2\n    {injects}\n"
    found = [release.inject for release in playing(text).turns[2].releases]
    assert found == ["I3", *released]


def test_a_move_without_a_channel_is_solo_or_in_its_only_channel(playing: Player) -> None:
    record = playing.turn(
        """
        moves:
          - {seat: CAL, move: P4}
          - {seat: CAL, move: P3, signers: TAV}
        """
    )
    assert [(x.move, x.channel, x.signers) for x in record.plays] == [
        ("P4", "solo", ()),
        ("P3", "joint", ("TAV",)),
    ]


def test_a_move_carries_its_audience_reason_and_wording(playing: Player) -> None:
    record = playing.turn(
        """
        moves:
          - {seat: CAL, move: P4, audience: The voters, reason: Crews are tired, wording: Home.}
        """
    )
    (found,) = record.plays
    assert (found.audience, found.reason, found.wording) == (
        "The voters",
        "Crews are tired",
        "Home.",
    )


def test_who_was_asked_and_did_not_sign_stays_asked(playing: Player) -> None:
    record = playing.turn(
        """
        moves:
          - {seat: TAV, move: F1, channel: joint, asked: CAL, signers: CAL}
        """
    )
    assert (record.plays[0].asked, record.plays[0].signers) == (("CAL",), ("CAL",))


def test_no_answer_is_left_open_and_counts_as_accepted(playing: Player) -> None:
    record = playing.turn(
        """
        consultations: [{from: CAL, to: TAV, about: P1}]
        moves: [{seat: CAL, move: P1, host: TAV, target: DRO}]
        """
    )
    assert record.consultations[0].answer == ""
    assert not [line for line in record.ledger if line.cause == "R3"]


def test_a_challenge_is_settled_by_the_dice_of_the_script(playing: Player) -> None:
    record = playing.turn(
        """
        moves: [{seat: CAL, move: P1, host: TAV, target: DRO}]
        challenge:
          seat: CAL
          line: {cause: R3, gauge: aTAV}
          set: 0
          action: We had told them in spring
          result: Tavia is not surprised
          pros: [{text: A letter, strong: true}]
          dice: [3, 4]
          catch: {gauge: pTAV, add: 1, reason: The letter becomes known.}
        """
    )
    assert record.challenge is not None
    assert (record.challenge.total, record.challenge.outcome) == (8, "catch")
    assert [
        (x.cause, x.gauge, x.change) for x in record.ledger if x.step in ("channel", "added")
    ] == [
        ("R3", "aTAV", 0),
        ("W", "pTAV", 1),
    ]


def test_an_added_line_is_a_ruling_with_a_gauge(playing: Player) -> None:
    record = playing.turn(
        "rulings: [{gauge: PLAN, add: 1, reason: The staffs met all the same., tensions: T07}]"
    )
    assert [(x.gauge, x.change, x.tensions) for x in record.ledger if x.cause == "W"] == [
        ("PLAN", 1, ("T07",))
    ]


def test_a_median_stands_for_the_whole_cell(playing: Player) -> None:
    record = playing.turn("polls: [{item: felt, seat: TAV, median: 4.5}]")
    assert (record.answers[0].values, record.answers[0].is_median) == ((4.5,), True)


def test_a_note_keeps_fact_and_interpretation_apart(book: Book, clock: Clock) -> None:
    text = script(
        "observations: [{kind: surprise, seat: TAV, text: A fact., interpretation: A guess.}]"
    )
    read = script_from_text(text, "a.yaml")
    exercise = start_recording(read, book, MemoryRecord(), clock)
    play(read, exercise)
    assert list(exercise.note_texts().values()) == ["A fact.\n\nA guess."]


def test_turns_may_stand_in_any_order(playing: Player) -> None:
    text = "deck: tutorial\nturns:\n  - turn: 2\n    sentences: {CAL: Late.}\n  - turn: 1\n"
    assert playing(text).turns[2].sentences == (("CAL", "Late."),)


def test_a_need_that_looks_at_answers_is_asked_after_them(clock: Clock) -> None:
    need = {"when": {"asked": {"seat": "JPN", "about": "U1"}}, "say": "Japan has to be asked."}
    deck = small.book(moves=[small.card("U1", needs=[need])])
    text = "deck: small\nturns:\n  - turn: 1\n    moves: [{seat: US, move: U1}]\n"
    asked = text + "    consultations: [{from: US, to: JPN, about: U1}]\n"
    assert Player(deck, clock)(asked).turns[1].plays
    assert "Japan has to be asked." in Player(deck, clock).fault(text).message


def test_the_recorded_exercise_plays(book: Book, clock: Clock) -> None:
    read = read_script(RECORDED)
    exercise = start_recording(read, book, MemoryRecord(), clock)
    assert isinstance(exercise, Exercise)
    play(read, exercise)
    assert exercise.state.end_state == "E1"


# --- What cannot be played ------------------------------------------------------------------------

PATROL = "moves: [{seat: CAL, move: P1, host: TAV, target: DRO}]\n"
TWO_QUESTIONS = """\
consultations:
  - {from: TAV, to: CAL, about: one}
  - {from: TAV, to: CAL, about: two}
"""
BROKE = """\
moves:
  - {seat: TAV, move: F3}
  - {seat: TAV, move: F1}
  - {seat: CAL, move: P3, signers: TAV}
"""
HALF_A_THROW = """\
challenge:
  seat: TAV
  line: {cause: P1, gauge: aTAV}
  set: 0
  action: Say no
  result: They listen
  dice: [6]
"""

ILLEGAL = [
    (
        "an illegal move",
        "moves: [{seat: TAV, move: F4}]",
        "moves: [",
        "Turn 1: Guns of our own (F4): Pressure in Tavia has to stand at 5 or more.",
        "Legal for Tavia here: F1 Open the harbour (joint, solo, quiet); F2 Hold a town meeting",
    ),
    (
        "a second illegal move",
        "moves:\n  - {seat: CAL, move: P4}\n  - {seat: CAL, move: P3, channel: solo}",
        "P3",
        "Turn 1: Ask for one plan (P3): It cannot be solo: only joint.",
        "Legal for the Calder Union here: P1 Patrol under flag",
    ),
    (
        "an unknown move",
        "moves: [{seat: CAL, move: P11}]",
        "P11",
        "Turn 1: The deck has no move P11.",
        "Did you mean 'P1'? Legal for the Calder Union here: P1 Patrol under flag",
    ),
    (
        "a move of the other seat",
        "moves: [{seat: CAL, move: F1}]",
        "moves: [",
        "Turn 1: Open the harbour (F1) is a card of Tavia, not of the Calder Union.",
        "Legal for the Calder Union here: P1",
    ),
    (
        "an unknown seat",
        "moves: [{seat: TAVIA, move: F1}]",
        "moves: [",
        "Turn 1: The deck has no seat TAVIA.",
        "The deck's seats are CAL, TAV.",
    ),
    (
        "a missing choice",
        "moves: [{seat: CAL, move: P1, host: TAV}]",
        "moves: [",
        "Turn 1: Patrol under flag (P1): Not chosen yet: meant to be noticed by.",
        "Legal for",
    ),
    (
        "a choice that the card does not have",
        "moves: [{seat: CAL, move: P4, choices: {whom: voters}}]",
        "moves: [",
        "Turn 1: Call ships home (P4): The card has no choice “whom”.",
        "Legal for",
    ),
    (
        "a joint move that nobody signs",
        "moves: [{seat: CAL, move: P3, asked: TAV}]",
        "moves: [",
        "The hand-in cannot close yet. Ask for one plan: No signature yet. Tavia was asked.",
        "Mend it there.",
    ),
    (
        "a signature that cannot be paid",
        BROKE,
        "TAV}",
        "Turn 1: Tavia has 1 effort too few.",
        "Mend that first, or leave it unsigned.",
    ),
    (
        "a card played twice",
        "moves:\n  - {seat: CAL, move: P4}\n  - {seat: CAL, move: P4}",
        "  - {seat: CAL, move: P4}\n",
        "Turn 1: Call ships home is in the hand-in already.",
        "Legal for",
    ),
    (
        "a consultation too many",
        TWO_QUESTIONS,
        "two",
        "Turn 1: Tavia has had its one consultation this turn.",
        "A card may lift the limit.",
    ),
    (
        "an inject that is not due",
        "injects: [C1]",
        "C1",
        "Turn 1: The printed letter (C1) is not due now.",
        "Due now: none.",
    ),
    (
        "a line that the ledger does not have",
        "rulings: [{line: {cause: R9, gauge: aTAV}, set: 0, reason: Long enough.}]",
        "line:",
        "Turn 1: This turn's ledger has no line of R9 on aTAV.",
        "It has: R6 on dDRO; R7 on pTAV.",
    ),
    (
        "a ruling too large",
        PATROL + "rulings: [{line: {cause: P1, gauge: aTAV}, set: 3, reason: Long enough.}]",
        "rulings: [",
        "Turn 1: By one step, or cancelled.",
        "It may be set to 0 or +2.",
    ),
    (
        "a ruling without a reason worth it",
        "rulings: [{gauge: PLAN, add: 1, reason: Why not}]",
        "rulings: [",
        "Turn 1: This needs a reason of at least 10 characters.",
        "Say in a few words why",
    ),
    (
        "a ruling on a line without a value",
        "rulings: [{line: {cause: R6, gauge: dDRO}, reason: Long enough.}]",
        "rulings: [",
        "A ruling on a line needs 'set'",
        "",
    ),
    (
        "a ruling on nothing",
        "rulings: [{set: 0, reason: Long enough.}]",
        "rulings: [",
        "A ruling needs a line and 'set', or a gauge and 'add'.",
        "",
    ),
    (
        "an unknown gauge",
        "rulings: [{gauge: PLANN, add: 1, reason: Long enough.}]",
        "rulings: [",
        "Turn 1: The deck has no gauge PLANN.",
        "Its gauges: aTAV, pTAV, dDRO, PLAN.",
    ),
    (
        "an answer to a question that is not asked",
        "polls: [{item: moved, seat: CAL}]",
        "polls: [",
        "Turn 1: This item is not in a poll that was opened this turn.",
        "",
    ),
    (
        "an answer off the scale",
        "polls: [{item: felt, seat: TAV, values: [4.5]}]",
        "polls: [",
        "Turn 1: 4.5 is not on the scale.",
        "Whole, 0 to 10.",
    ),
    (
        "more answers than people",
        "polls: [{item: felt, seat: TAV, values: [4, 5, 6]}]",
        "polls: [",
        "Turn 1: 3 answers from 2 people.",
        "Take one out.",
    ),
    (
        "a sentence of nobody",
        "sentences: {XXX: We asked.}",
        "sentences: {",
        "Turn 1: The deck has no seat XXX.",
        "Its seats: CAL, TAV.",
    ),
    (
        "a note with an unknown tension",
        "observations: [{kind: note, text: A note., tensions: T99}]",
        "observations: [",
        "Turn 1: The deck has no tension T99.",
        "",
    ),
    (
        "half a throw",
        PATROL + HALF_A_THROW,
        "seat: TAV\n",
        "Turn 1: Type in the two dice.",
        "",
    ),
]


@pytest.mark.parametrize(
    ("body", "at", "says", "hint"), [row[1:] for row in ILLEGAL], ids=[row[0] for row in ILLEGAL]
)
def test_what_cannot_be_played_is_said_with_turn_line_reason_and_way_on(
    playing: Player, body: str, at: str, says: str, hint: str
) -> None:
    text = script(body)
    fault = playing.fault(text)
    assert says in fault.message
    assert hint in fault.hint
    assert fault.line == text[: text.rindex(at)].count("\n") + 1


def test_a_fault_of_a_later_turn_names_that_turn(playing: Player) -> None:
    words = "moves: [{seat: CAL, move: P2, choices: {whom: voters}}]"
    text = script(words) + f"  - turn: 2\n    {words}\n"
    fault = playing.fault(text)
    assert "Turn 2: Say it again (P2): It has to rest for one turn after it was played." in (
        fault.message
    )
    assert fault.line == 6


def test_a_line_that_could_be_two_has_to_say_through_which_card(clock: Clock) -> None:
    law = small.rule("R1", for_each_play={"seat": "US"}, effects=[{"gauge": "ESC", "change": 1}])
    deck = small.book(moves=[small.card("U1"), small.card("U2")], rules=[law])
    text = (
        "deck: small\nturns:\n  - turn: 1\n"
        "    moves: [{seat: US, move: U1}, {seat: US, move: U2}]\n"
        "    rulings: [{line: {cause: R1, gauge: ESC}, set: 0, reason: Long enough.}]\n"
    )
    fault = Player(deck, clock).fault(text)
    assert "has 2 lines of R1 on ESC" in fault.message
    assert fault.hint == "Say which: R1 via U1 on ESC; R1 via U2 on ESC."


NOBODY_PLAYS = """\
deck: tutorial
people: {TAV: 0}
turns:
- {turn: 1, moves: [{seat: TAV, move: F1}]}
"""


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        (
            "deck: other\nturns: [{turn: 1}]\n",
            1,
            "The script is for the deck other, not for tutorial",
        ),
        ("deck: tutorial\npeople: {TAVV: 2}\nturns: [{turn: 1}]\n", 2, "The deck has no seat TAVV"),
        (
            "deck: tutorial\nturns:\n- turn: 1\n- turn: 7\n",
            4,
            "The deck has 2 turns, and no turn 7",
        ),
        ("deck: tutorial\npeople: {CAL: 0, TAV: 0}\nturns: [{turn: 1}]\n", 1, "No cell has people"),
        (
            "deck: tutorial\nturns: [{turn: 1}]\nhot_wash:\n  concerns: [TAVV]\n",
            4,
            "The deck has no seat TAVV",
        ),
        (
            NOBODY_PLAYS,
            4,
            "Tavia is empty: it hands in nothing",
        ),
    ],
)
def test_a_script_that_does_not_fit_its_deck_says_where(
    playing: Player, text: str, line: int, says: str
) -> None:
    fault = playing.fault(text)
    assert says in fault.message
    assert fault.line == line


def test_a_turn_may_not_stand_twice(playing: Player) -> None:
    fault = playing.fault("deck: tutorial\nturns:\n  - turn: 1\n  - turn: 1\n")
    assert (fault.line, fault.message) == (4, "Turn 1 stands twice in the script.")


def test_everything_that_is_refused_in_a_turn_is_said_at_once(playing: Player) -> None:
    body = """
    consultations:
      - {from: CAL, to: CAL, about: P1}
      - {from: CAL, to: TAV, about: P99}
    moves:
      - {seat: CAL, move: P99}
      - {seat: TAV, move: P2}
      - {seat: CAL, move: P1, channel: solo, host: TAV, target: DRO}
    rulings:
      - {line: {cause: P99, gauge: aTAV}, set: 0, reason: It follows from what was left out.}
    """
    with pytest.raises(ScriptError) as caught:
        playing(script(body))
    assert [fault.line for fault in caught.value.faults] == [5, 8, 9]
    assert "What follows in turn 1 and later was not tried" in caught.value.remedy


def test_what_is_said_and_noted_hinders_nothing_that_follows(playing: Player) -> None:
    text = script("sentences: {XX: Nobody said this.}\npolls: [{item: none, seat: TAV}]")
    text += "  - turn: 2\n    sentences: {YY: Nor this.}\nhot_wash: {concerns: [ZZ]}\n"
    with pytest.raises(ScriptError) as caught:
        playing(text)
    assert [fault.line for fault in caught.value.faults] == [4, 5, 7, 8]
    assert "not tried" not in caught.value.remedy


# --- What is no script ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        (script("moves: [{seat: CAL, moove: P1}]"), 4, "Did you mean 'move'?"),
        (script("consultation: []"), 4, "Did you mean 'consultations'?"),
        (script("polls: [{item: felt, seat: TAV, value: [4]}]"), 4, "Did you mean 'values'?"),
        ("dek: tutorial\nturns: [{turn: 1}]\n", 1, "Did you mean 'deck'?"),
        (script("moves: [{seat: CAL, move: P1, channel: sollo}]"), 4, "Did you mean 'solo'?"),
        (script("polls: [{item: felt, seat: TAV, values: ['4']}]"), 4, "a number"),
        (script("polls: [{item: felt, seat: TAV, values: [11]}]"), 4, "0 to 10"),
        (script("rulings: [{gauge: PLAN, add: 1}]"), 4, "'reason' is missing"),
        ("turns: [{turn: 1}]\n", 1, "'deck' is missing"),
        ("deck: tutorial\nturns:\n\t- turn: 1\n", 3, "tab"),
        ("deck: 'tutorial\n", 1, "never closed"),
        ("deck: tutorial\nturns: [{turn: 1}]\nturns: [{turn: 2}]\n", 3, "said twice"),
        ("", 1, "empty"),
        ("- deck\n", 1, "keys at its left margin"),
    ],
)
def test_what_is_no_script_is_said_at_its_line(text: str, line: int, says: str) -> None:
    with pytest.raises(ScriptError) as caught:
        script_from_text(text, "a.yaml")
    faults = [f for f in caught.value.faults if f.line == line]
    assert faults, caught.value
    assert says in " ".join(f"{fault.message} {fault.hint}" for fault in faults)


def test_all_faults_of_a_script_are_said_at_once() -> None:
    text = script("moves: [{seat: CAL, moove: P1}]\npoll: []\nsentences: 3")
    with pytest.raises(ScriptError) as caught:
        script_from_text(text, "a.yaml")
    assert {fault.line for fault in caught.value.faults} == {4, 5, 6}


@pytest.mark.parametrize("content", [None, b"deck: \xff\n"])
def test_a_file_that_cannot_be_read_says_so(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "a.yaml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ScriptError) as caught:
        read_script(path)
    assert "a.yaml cannot be read" in str(caught.value)
    assert "UTF-8" in str(caught.value)
