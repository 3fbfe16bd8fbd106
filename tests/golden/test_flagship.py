"""The flagship's recorded exercise: its transcript, and its ledgers beside those of STORY.md.

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
from app.core.legal import effort
from app.core.outcome import objectives
from app.core.polls import GapFigure, gaps, largest_gap, median
from app.core.state import State, TurnRecord
from app.core.values import Answers
from app.core.why import signed
from app.deck.read import read_deck
from app.deck.script import ReadScript, read_script
from app.session.exercise import Exercise
from tests.golden.ledgers import after_words, as_rows, by_hand, numbers
from tests.golden.story import Row, table, turns
from tests.golden.transcript import played, transcript

FLAGSHIP = scenarios() / "lengthening-shadow"
GOLDEN = Path(__file__).parent / "flagship.txt"
STORY = turns(FLAGSHIP / "scripts" / "STORY.md")
NUMBERS = (1, 2, 3, 4, 5, 6)
NAMES = {"Japan": "JPN", "Korea": "ROK", "Australia": "AUS"}


@cache
def book() -> Book:
    return compile_deck(read_deck(FLAGSHIP))


@cache
def script() -> ReadScript:
    return read_script(FLAGSHIP / "scripts" / "recorded.yaml")


@cache
def exercise() -> Exercise:
    return played(script(), book())


def state() -> State:
    return exercise().state


def record(number: int) -> TurnRecord:
    return state().turns[number]


def story(number: int) -> str:
    return next(text for head, text in STORY.items() if head.startswith(f"Turn {number}"))


def test_the_transcript_is_the_one_that_was_reviewed(update_golden: bool) -> None:
    text = transcript(script(), book())
    if update_golden:
        GOLDEN.write_text(text, "utf-8")
    assert text == GOLDEN.read_text("utf-8")


@pytest.mark.parametrize("number", NUMBERS)
def test_every_ledger_line_is_as_it_was_worked_out_by_hand(number: int) -> None:
    hand = by_hand(story(number))
    assert hand
    assert as_rows(record(number).lines) == hand


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
        (
            play.seat,
            f"{play.move} {exercise().book.titles[play.move]}",
            play.channel,
            ", ".join(play.signers) or "–",
            str(exercise().book.move(play.move).cost),
        )
        for play in record(number).plays
    ]
    heads = ("seat", "move", "channel", "signers", "cost")
    assert found == [tuple(row[head] for head in heads) for row in rows]


@pytest.mark.parametrize("number", NUMBERS)
def test_effort_is_spent_as_in_the_story(number: int) -> None:
    said = story(number).split("**Hand-in.**")[1].split("\n")[0]
    spent = [int(first) for first, _ in re.findall(r"(\d+) of (\d+)", said)]
    left = record(number).left
    start = {seat.id: seat.effort for seat in book().deck.seats}
    carried = {seat: min(left_of(number - 1, seat), 1) for seat in start}
    budget = {seat: start[seat] + carried[seat] for seat in start}
    told = dict(zip(start, [*spent, *spent[-1:] * 3], strict=False))  # "each ally" is said once
    assert left == {seat: budget[seat] - told[seat] for seat in start}
    if number == max(NUMBERS):
        accounts = [effort(exercise().book, state(), seat) for seat in start]
        assert [account.budget for account in accounts] == list(budget.values())


def left_of(number: int, seat: str) -> int:
    return record(number).left.get(seat, 0) if number else 0


@pytest.mark.parametrize("number", NUMBERS)
def test_rulings_have_the_reasons_of_the_story(number: int) -> None:
    turn = next(turn for turn in script().script.turns if turn.turn == number)
    assert story(number).count("Reason:") == len(turn.rulings)
    for ruling in turn.rulings:
        assert f'Reason: "{ruling.reason}"' in story(number)


@pytest.mark.parametrize("number", NUMBERS)
def test_polls_and_gaps_are_those_of_the_story(number: int) -> None:
    figures = {figure.seat: figure for figure in gaps(book(), state(), number)}
    rows = table(story(number), "item", "said", "guessed", "result")
    assert [row["of"] for row in rows if row["item"] == "felt"] == list(figures)
    answers = {(a.item, a.seat, a.about): a.values for a in all_answers(number) if a.values}
    assert len(answers) == 2 * len(rows)
    for row in rows:
        said = check_median(row["said"], answers[row["item"], row["of"], ""])
        guessed = check_median(row["guessed"], answers[row["item"], "US", row["of"]])
        felt = figures[row["of"]]
        difference = {
            "felt": f"gap {signed(guessed - said)}: {felt.word}",
            "heard": f"heard gap {signed(guessed - said)}",
            "public": f"leaders and publics {signed(felt.felt - said)}",
        }
        assert row["result"].startswith(difference[row["item"]])
        assert row["item"] != "felt" or check_felt(row, felt)


def all_answers(number: int) -> tuple[Answers, ...]:
    return tuple(record(number).answers)


def check_felt(row: Row, figure: GapFigure) -> bool:
    """The row's medians, its direction and whether the cell was divided."""
    is_over = "overestimate" in row["result"]
    word_stands = figure.word == "read well" or is_over == (figure.gap > 0)
    return word_stands and ("divided" in row["result"]) is figure.is_divided


def check_median(text: str, values: tuple[float, ...]) -> float:
    """The median that a cell of the table states, after the answers that it is of."""
    *stated, middle = numbers(text)
    assert tuple(stated) == values
    assert median(values) == middle
    return middle


@pytest.mark.parametrize("number", NUMBERS)
def test_model_checks_are_those_of_the_story(number: int) -> None:
    (line,) = re.findall(r"Model check: (.*)\.\n", story(number))
    after = record(number).after or {}
    gauges = {"JPN": "aJP", "ROK": "aKR", "AUS": "aAU"}
    felt = {figure.seat: figure.felt for figure in gaps(book(), state(), number)}
    found = [
        f"{name} {felt[seat]:g} − {after[gauges[seat]]} = "
        f"{signed(felt[seat] - after[gauges[seat]])}"
        for name, seat in NAMES.items()
    ]
    assert line.split("; ") == found


@pytest.mark.parametrize("number", NUMBERS)
def test_words_notes_and_sentences_are_those_of_the_story(number: int) -> None:
    for answers in all_answers(number):
        for text, tension in answers.words:
            assert f"“{text}” {tension}" in story(number)
    rows = table(story(number), "seat", "kind", "fact")
    texts = exercise().note_texts()
    notes = [note for note in state().notes if note.turn == number]
    assert [
        (note.seat or "–", note.kind, texts[note.id], " ".join(note.tensions), note.quotable)
        for note in notes
    ] == [
        (
            row["seat"],
            row["kind"],
            "\n\n".join(filter(None, (row["fact"], row["interpretation"]))),
            row["tensions"],
            row["quotable"] == "yes",
        )
        for row in rows
    ]
    for _, sentence in record(number).sentences:
        assert sentence in story(number)


def test_the_notes_are_of_all_kinds() -> None:
    kinds = {note.kind for note in state().notes}
    assert len(state().notes) >= 15
    assert kinds == {"strength", "difficulty", "surprise", "decision", "quote", "insight"}


def test_the_end_is_that_of_the_story() -> None:
    text = STORY["How it ended"]
    end = next(e for e in book().deck.end_states if e.id == state().end_state)
    assert text.strip().startswith(f"{end.id} *{end.name}*")
    rows = table(text, "seat", "objective", "came about")
    said = {True: "yes", False: "no"}
    found = [
        (r.seat, f"{r.id}:", said.get(bool(r.met))) for r in objectives(exercise().book, state())
    ]
    assert found == [
        (row["seat"], row["objective"][:2], row["came about"].split(",")[0]) for row in rows
    ]
    largest = largest_gap(book(), state())
    assert largest is not None
    assert largest.seat == "ROK"
    assert f"Largest gap: {signed(largest.gap)} in turn {largest.turn}, about Korea." in text


def test_the_story_counts_its_lines_rightly() -> None:
    total = sum(len(record(number).lines) for number in NUMBERS)
    opening = (FLAGSHIP / "scripts" / "STORY.md").read_text("utf-8")
    assert f"its {total} lines were those of these tables" in opening
