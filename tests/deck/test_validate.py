"""Validation of any model from YAML: what is wrong, what was expected, and where."""

from __future__ import annotations

from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field

from app.deck.validate import place, validate
from app.deck.yaml_gate import load


class Stop(BaseModel):
    model_config = ConfigDict(extra="forbid")

    town: Annotated[str, Field(min_length=1, max_length=10)]
    nights: Annotated[int, Field(strict=True, ge=1, le=14, description="How long.")] = 1
    by: Literal["train", "bus", "boat"] = "train"
    hours: Annotated[float, Field(strict=True, ge=0, le=10)] = 1.0
    late: Annotated[bool, Field(strict=True)] = False
    place: tuple[float, float] | None = None
    notes: dict[str, str] = Field(default_factory=dict)


class Journey(BaseModel):
    """Any model, not a deck's: play scripts are read in this way, too."""

    model_config = ConfigDict(extra="forbid")

    stops: tuple[Stop, ...] = Field(min_length=1)
    source: str = Field("", alias="from")


@pytest.mark.parametrize(
    ("text", "line", "column", "code", "message", "hint"),
    [
        ("stops: []\n", 1, 8, "too_few", "'stops' has too few items.", "At least 1 needed."),
        ("from: x\n", 1, 1, "missing", "'stops' is missing.", "Add a line `stops: …`."),
        ("stops:\n- {}\n", 2, 3, "missing", "'town' is missing.", "Add a line `town: …`."),
        ("stops:\n- twon: X\n", 2, 3, "unknown_key",
         "'twon' is not a word that is known here.", "Did you mean 'town'?"),
        ("stops:\n- town: X\n  zzz: 1\n", 3, 3, "unknown_key",
         "'zzz' is not a word that is known here.",
         "Known words here: town, nights, by, hours, late, place or notes."),
        ("stops:\n- town: X\n  nights: 15\n", 3, 11, "range",
         "'nights' should be at most 14, not 15.", "Possible: 1 to 14."),
        ("stops:\n- town: X\n  hours: 11\n", 3, 10, "range",
         "'hours' should be at most 10, not 11.", "Possible: 0 to 10."),
        ("stops:\n- town: X\n  nights: 1.5\n", 3, 11, "type",
         "'nights' should be a whole number, not 1.5.", ""),
        ("stops:\n- town: X\n  by: buss\n", 3, 7, "unknown_word", "'by' cannot be 'buss'.",
         "Did you mean 'bus'? Possible: train, bus or boat."),
        ("stops:\n- town: X\n  by: [bus]\n", 3, 7, "unknown_word", "'by' cannot be a list.",
         "Possible: train, bus or boat."),
        ("stops:\n- town: X\n  late: no\n", 3, 9, "type",
         "'late' should be true or false, not 'no'.", "Write false."),
        ("stops:\n- town: 12\n", 2, 9, "type", "'town' should be text, not 12.",
         "Put it in quotes."),
        ("stops:\n- town: ''\n", 2, 9, "empty_text", "'town' is empty.",
         "Write a text, or leave the key out."),
        ("stops:\n- town: Llanfairpwll\n", 2, 9, "too_long", "'town' has 12 characters.",
         "At most 10 are possible."),
        ("stops: X\n", 1, 8, "type", "'stops' should be a list, not 'X'.",
         "Begin each item on a line of its own with `- `, or write [one, two]."),
        ("stops:\n- X\n", 2, 3, "type",
         "Item 1 of 'stops' should be a mapping (`key: value` lines), not 'X'.", ""),
        ("stops:\n- town: X\n  place: [1]\n", 3, 10, "missing", "'place' needs more items.",
         "Number 2 is missing."),
        ("stops:\n- town: X\n  notes: {a: 1}\n", 3, 14, "type", "'a' should be text, not 1.",
         "Put it in quotes."),
        ("", 1, 1, "empty", "The file is empty.", "Possible keys: `stops:`, `from:`."),
        ("- a\n", 1, 1, "empty", "The file should have keys at its left margin.",
         "Possible keys: `stops:`, `from:`."),
    ],
)  # fmt: skip
def test_a_fault_says_what_is_wrong_and_what_was_expected(
    text: str, line: int, column: int, code: str, message: str, hint: str
) -> None:
    found = validate(Journey, load(text, "x.yaml"))
    assert found.model is None
    (fault,) = found.faults
    assert (fault.file, fault.line, fault.column) == ("x.yaml", line, column)
    assert (fault.code, fault.message) == (code, message)
    assert fault.hint == hint


def test_a_sound_text_gives_the_model() -> None:
    found = validate(Journey, load("from: here\nstops:\n- town: X\n", "x.yaml"))
    assert found.faults == ()
    assert found.model == Journey(**{"from": "here", "stops": (Stop(town="X"),)})


def test_all_faults_come_at_once_and_a_misspelt_key_counts_once() -> None:
    text = "stops:\n- {twon: X, nights: 0}\n- {town: 5, late: 1}\n"
    found = validate(Journey, load(text, "x.yaml"))
    assert sorted(fault.code for fault in found.faults) == ["range", "type", "type", "unknown_key"]


def test_what_the_gate_refused_is_not_complained_of_again() -> None:
    loaded = load("stops:\n- {town: *x, nights: .nan}\n", "x.yaml")
    found = validate(Journey, loaded)
    assert [fault.code for fault in loaded.faults] == ["alias", "number"]
    assert found.faults == ()
    assert found.model is None


def test_an_unreadable_text_has_only_the_gates_faults() -> None:
    assert validate(Journey, load("stops: [\n", "x.yaml")).faults == ()


def test_place_finds_the_nearest_thing_around() -> None:
    loaded = load("stops:\n- town: X\n", "x.yaml")
    assert place(loaded, ("stops", 0, "nights")) == (2, 3)
    assert place(loaded, ("stops", 0, "town"), key=True) == (2, 3)
    assert place(loaded, ("stops", 0, "town")) == (2, 9)
