"""The tutorial's recorded exercise: its transcript, and its ledgers beside those of STORY.md.

The numbers that were worked out by hand are the authority; the transcript is what a change of the
program is read in.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from app.config.paths import scenarios
from app.core.book import Book
from app.core.compile import compile_deck
from app.core.outcome import objectives
from app.core.polls import gaps, largest_gap, median
from app.core.state import State, TurnRecord
from app.core.why import signed
from app.deck.read import read_deck
from app.deck.script import ReadScript, read_script, script_from_text
from tests.golden.ledgers import after_words, as_rows, by_hand, numbers
from tests.golden.story import table, turns
from tests.golden.transcript import played, transcript

TUTORIAL = scenarios() / "tutorial"
GOLDEN = Path(__file__).parent / "tutorial.txt"
STORY = turns(TUTORIAL / "scripts" / "STORY.md")
NUMBERS = (1, 2)


@cache
def book() -> Book:
    return compile_deck(read_deck(TUTORIAL))


@cache
def script() -> ReadScript:
    return read_script(TUTORIAL / "scripts" / "recorded.yaml")


@cache
def state() -> State:
    return played(script(), book()).state


def record(number: int) -> TurnRecord:
    return state().turns[number]


def story(number: int) -> str:
    return next(text for head, text in STORY.items() if head.startswith(f"Turn {number}"))


def test_the_transcript_is_the_one_that_was_reviewed(update_golden: bool) -> None:
    text = transcript(script(), book())
    if update_golden:
        GOLDEN.write_text(text, "utf-8")
    assert text == GOLDEN.read_text("utf-8")


def test_the_transcript_is_the_same_every_time() -> None:
    assert transcript(script(), book()) == transcript(script(), book())


@pytest.mark.parametrize("number", NUMBERS)
def test_every_ledger_line_is_as_it_was_worked_out_by_hand(number: int) -> None:
    assert as_rows(record(number).lines) == by_hand(story(number))


@pytest.mark.parametrize("number", NUMBERS)
def test_the_gauges_after_a_turn_are_those_of_the_story(number: int) -> None:
    assert after_words(book(), record(number)) in story(number)


@pytest.mark.parametrize("number", NUMBERS)
def test_consultations_are_those_of_the_story(number: int) -> None:
    rows = table(story(number), "from", "to", "answer")
    found = [(c.asking, c.asked, c.about, c.answer) for c in record(number).consultations]
    assert found == [tuple(row.values()) for row in rows]


@pytest.mark.parametrize("number", NUMBERS)
def test_the_hand_in_is_that_of_the_story(number: int) -> None:
    rows = table(story(number), "seat", "move", "channel")
    found = [
        {
            "seat": play.seat,
            "move": f"{play.move} {book().titles[play.move]}",
            "channel": play.channel,
            "signers": ", ".join(play.signers) or "–",
            "cost": str(book().move(play.move).cost),
        }
        for play in record(number).plays
    ]
    assert found == [{key: row[key] for key in found[0]} for row in rows]


@pytest.mark.parametrize("number", NUMBERS)
def test_effort_is_spent_to_the_last_as_in_the_story(number: int) -> None:
    assert record(number).left == {"CAL": 0, "TAV": 0}
    assert "Calder 4 of 4 effort, Tavia 3 of 3" in story(number)


@pytest.mark.parametrize("number", NUMBERS)
def test_rulings_have_the_reasons_of_the_story(number: int) -> None:
    for ruling in record(number).rulings:
        assert f'Reason: "{ruling.reason}"' in story(number)


@pytest.mark.parametrize("number", NUMBERS)
def test_poll_and_gap_are_those_of_the_story(number: int) -> None:
    row = next(row for row in table(story(number), "item", "result") if row["item"] == "felt")
    (figure,) = gaps(book(), state(), number)
    assert f"gap {signed(figure.gap)}" in row["result"]
    assert figure.word in row["result"]
    felt, guess = [numbers(row[head]) for head in ("TAV (2)", "CAL (3)")]
    assert (median(felt[:-1]), median(guess[:-1])) == (felt[-1], guess[-1])
    assert (figure.felt, figure.estimate) == (felt[-1], guess[-1])
    assert ("divided" in row["result"]) is figure.is_divided
    check = figure.felt - (record(number).after or {})["aTAV"]
    assert re.search(rf"Model check: .* = {re.escape(signed(check))}\.", story(number))


@pytest.mark.parametrize("number", NUMBERS)
def test_notes_and_sentences_are_those_of_the_story(number: int) -> None:
    rows = table(story(number), "seat", "kind", "fact")
    texts = played(script(), book()).note_texts()
    notes = [note for note in state().notes if note.turn == number and note.kind != "insight"]
    assert [
        (note.seat, note.kind, texts[note.id].replace("\n\n", " | "), " ".join(note.tensions))
        for note in notes
    ] == [
        (
            row["seat"],
            row["kind"],
            " | ".join(filter(None, (row["fact"], row["interpretation"]))),
            row["tensions"],
        )
        for row in rows
    ]
    assert [note.quotable for note in notes] == [row["quotable"] == "yes" for row in rows]
    for _, sentence in record(number).sentences:
        assert sentence in story(number)


def test_the_end_is_that_of_the_story() -> None:
    text = STORY["How it ended"]
    assert f"{state().end_state} *Looking elsewhere*" in text
    said = {None: "yes", True: "yes", False: "no"}  # what people say stands as yes in the story
    rows = table(text, "seat", "objective", "came about")
    found = [(r.seat, f"{r.id}:", said[r.met]) for r in objectives(book(), state())]
    assert found == [
        (row["seat"], row["objective"][:2], row["came about"].split(",")[0]) for row in rows
    ]
    largest = largest_gap(book(), state())
    assert largest is not None
    assert f"Largest gap: {signed(largest.gap)} in turn {largest.turn}." in text


def test_what_might_have_been_is_as_the_story_says() -> None:
    """Without the ruling of turn 1 the exercise would have ended on one quay."""
    script_text = (TUTORIAL / "scripts" / "recorded.yaml").read_text("utf-8")
    without = re.sub(
        r"(?s)    rulings:\n      - line: \{cause: R3.*?\n    polls",
        "    polls",
        script_text,
        count=1,
    )
    end = played(script_from_text(without, "other.yaml"), book()).state
    assert end.end_state == "E2"
    assert end.gauges == {"aTAV": 5, "pTAV": 6, "dDRO": 6, "PLAN": 5}
