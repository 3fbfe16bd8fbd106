"""The gate: plain values, exact positions, and nothing that was not allowed."""

from __future__ import annotations

import time
from typing import Any

import pytest

from app.deck import limits
from app.deck.positions import Position
from app.deck.yaml_gate import Loaded, decode, load


def codes(loaded: Loaded) -> list[str]:
    return [fault.code for fault in loaded.faults]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"),
        ("on", "on"),
        ("Yes", "Yes"),
        ("12:30", "12:30"),
        ("2022-04-01", "2022-04-01"),
        ("1_000", "1_000"),
        ("007", 7),
        ("0o17", 15),
        ("0x1F", 31),
        ("-3", -3),
        ("1.5", 1.5),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("1.0.2", "1.0.2"),
        ("true", True),
        ("False", False),
        ("~", None),
        ("null", None),
        ("", None),
        ("=", "="),
        ("'12'", "12"),
        ('"true"', "true"),
        ("<<", "<<"),
    ],
)
def test_scalars_are_read_as_yaml_1_2_does(text: str, value: Any) -> None:
    loaded = load(f"a: {text}\n", "x.yaml")
    assert loaded.faults == ()
    found = loaded.data["a"]
    assert found == value
    assert type(found) is type(value)


def test_keys_are_always_text() -> None:
    assert load("1: a\ntrue: b\nnull: c\n", "x").data == {"1": "a", "true": "b", "null": "c"}


def test_positions_of_keys_and_values_are_exact() -> None:
    text = (
        "# first\nmoves:\n  - id: P1\n    cost:   2\n  - {id: P2, tags: [a, 'b']}\ntext: |\n  one\n"
    )
    at = load(text, "x").positions
    assert at.key(("moves",)) == Position(2, 1)
    assert at.value(("moves",)) == Position(3, 3)
    assert at.value(("moves", 0)) == Position(3, 5)
    assert at.key(("moves", 0, "cost")) == Position(4, 5)
    assert at.value(("moves", 0, "cost")) == Position(4, 13)
    assert at.key(("moves", 1, "tags")) == Position(5, 14)
    assert at.value(("moves", 1, "tags", 1)) == Position(5, 24)
    assert at.value(("text",)) == Position(6, 7)
    assert at.value(("nothing",)) is None


def test_columns_count_characters_and_a_byte_order_mark_is_none() -> None:
    at = load("\ufeffé: {日本: x, 𝔘: y}\n", "x").positions
    assert at.value(("é", "日本")) == Position(1, 9)
    assert at.value(("é", "𝔘")) == Position(1, 15)


def test_lines_are_counted_with_windows_line_ends() -> None:
    at = load("a: 1\r\nb: 2\r\n", "x").positions
    assert at.value(("b",)) == Position(2, 4)


def test_nearest_passes_over_an_index_that_the_file_lacks() -> None:
    at = load("to: room\nwhen: {played: {move: P1}}\n", "x").positions
    assert at.nearest(("to", 0)) == ("to",)
    assert at.nearest(("when", "played", 0, "move", 0)) == ("when", "played", "move")
    assert at.nearest(("when", "nothing", 0)) == ("when",)


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("a: 1\nb: *x\n", "alias", (2, 4)),
        ("a: &x 1\n", "anchor", (1, 4)),
        ("a: &x [1]\n", "anchor", (1, 4)),
        ("a: !!int 3\n", "tag", (1, 4)),
        ("a: !foo {b: 1}\n", "tag", (1, 4)),
        ("a: 1\nb: 2\na: 3\n", "duplicate_key", (3, 1)),
        ("a: .nan\n", "number", (1, 4)),
        ("a: -.inf\n", "number", (1, 4)),
        ("a: 1e999\n", "number", (1, 4)),
        ("a: " + "9" * 5000 + "\n", "number", (1, 4)),
        ("a: 1\n---\nb: 2\n", "documents", (2, 1)),
        ("? [a]\n: b\n", "key", (1, 3)),
        ("*a : b\n", "key", (1, 1)),
        ('a: "\\x00"\n', "control_character", (1, 4)),
        ('a: "\\e[31m"\n', "control_character", (1, 4)),
        ("a: b\x00c\n", "control_character", (1, 5)),
        ("a: b\n\nb: \x1b[0m\n", "control_character", (3, 4)),
        ("a: x\ud800\n", "control_character", (1, 5)),
        ("a: x\u2028y\n", "control_character", (1, 5)),
        ("a: x\x85y\n", "control_character", (1, 5)),
        ("a:\n\tb: 1\n", "syntax", (2, 1)),
        ("a: 'x\nb: 1\n", "syntax", (1, 4)),
        ("a: [1, 2\nb: 3\n", "syntax", (1, 4)),
        ("a: b: c\n", "syntax", (1, 5)),
        ("a: @x\n", "syntax", (1, 4)),
        ("a: 1\n b: 2\n", "syntax", (2, 3)),
        ("%YAML 3.0\n---\na: 1\n", "syntax", (1, 1)),
    ],
)
def test_what_is_not_allowed_is_refused_where_it_stands(
    text: str, code: str, place: tuple[int, int]
) -> None:
    loaded = load(text, "x.yaml")
    assert code in codes(loaded)
    first = next(fault for fault in loaded.faults if fault.code == code)
    assert (first.file, first.line, first.column) == ("x.yaml", *place)


def test_all_refusals_of_one_text_are_reported() -> None:
    loaded = load("a: *x\nb: !t 1\nc: .nan\na: 2\n", "x")
    assert codes(loaded) == ["alias", "tag", "number", "duplicate_key"]


def test_a_refused_value_is_marked_so_that_nobody_complains_again() -> None:
    assert load("a: {b: *x}\n", "x").spoilt == {("a", "b")}


def test_a_text_of_20_000_characters_is_the_longest() -> None:
    assert load("a: " + "x" * limits.TEXT_CHARACTERS, "x").faults == ()
    assert codes(load("a: " + "x" * (limits.TEXT_CHARACTERS + 1), "x")) == ["too_long"]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 30_000,
        "{" * 30_000,
        "[" * 900 + "]" * 900,
        "\n".join(" " * depth + "a:" for depth in range(200)),
        "- " * 30_000,
        "? " * 30_000,
        "{a: " * 30_000,
        "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n" * 1,
        "- a\n" * (limits.YAML_VALUES + 10),
        "x" * (limits.DECK_BYTES + 1),
        "'" + "x\n" * 500_000,
        "a: " * 400_000,
        "!" * 500_000,
        "&" + "a" * 500_000 + " b",
        "#" * 1_999_999,
        "%" * 100_000,
    ],
    ids=lambda text: text[:8].replace("\n", " "),
)
def test_bombs_are_refused_in_bounded_time(text: str) -> None:
    before = time.perf_counter()
    loaded = load(text, "x.yaml")
    assert time.perf_counter() - before < 3
    assert loaded.faults or loaded.data is None


def test_a_flow_as_deep_as_allowed_is_read() -> None:
    depth = limits.YAML_DEPTH
    assert load("[" * depth + "]" * depth, "x").faults == ()
    assert codes(load("[" * (depth + 1) + "]" * (depth + 1), "x")) == ["too_deep"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_refused(encoding: str) -> None:
    raw = "a: é\n".encode(encoding)
    text, fault = decode(raw, "x.yaml")
    faults = [fault] if fault else list(load(text, "x.yaml").faults)
    assert faults


def test_latin_1_is_refused_at_its_first_foreign_byte() -> None:
    _, fault = decode("a: 1\nbé: ü\n".encode("latin-1"), "x.yaml")
    assert fault is not None
    assert (fault.code, fault.line, fault.column) == ("encoding", 2, 2)


def test_utf_8_with_a_byte_order_mark_is_read() -> None:
    text, fault = decode(b"\xef\xbb\xbfa: 1\n", "x.yaml")
    assert fault is None
    assert load(text, "x.yaml").data == {"a": 1}
