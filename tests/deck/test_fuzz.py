"""Whatever a file says, reading it ends soon, with a deck or with faults, and nothing else."""

from __future__ import annotations

import re
import time
from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from app.config.paths import scenarios
from app.core.compile import compile_deck
from app.deck.content import deck_content, deck_from_content
from app.deck.files import FILES
from app.deck.read import Checked, check_texts
from app.deck.variants import with_variant
from app.deck.yaml_gate import Loaded, load

SLOWEST = 1.0
"""Seconds that any one text may take (a whole deck of usual size takes hundredths)."""

TOKENS = (
    "[", "]", "{", "}", ":", ": ", "- ", "? ", "|", ">", "&a ", "*a", "!t ", "!!int ", "%", "@",
    "`", "'", '"', "#", " #", "---\n", "...\n", "\t", "\n", "\r", " ", "  ", "\x00", "\x07",
    "\ud800", "\ufeff", "\u2028", "é", "日", "𝔘", "\u202e", "null", "true", ".nan", ".inf", "-1",
    "99999999999", "1e400", "0x", "<<: ", "= ", "each", "self", "host", "play", "room",
    "host of P1", "of", "any:", "not: {}", "when: {}", "x" * 500, "[" * 40, "a: " * 40,
    "\\", '"\\x00"',
)  # fmt: skip


VARIANTS = """variants:
  - id: short
    name: Short
    text: Fewer cards and one call less.
    without: {moves: [P4, F3], injects: I3, polls: helped}
    owner: {P2: CAL}
    order: {P1: P2}
    replace:
      F2: {cost: 2}
      turn 2: {task: Say it again.}
      about: {minutes: 20}
      P1: {choices: [{id: host, label: From, of: TAV}, {id: target, label: At, of: [DRO, SKA]}]}
"""
"""The tutorial has no variants; here it has one, so that these are damaged, too."""


@cache
def tutorial() -> dict[str, str]:
    folder = scenarios() / "tutorial"
    here = {file: folder / file for file in FILES if (folder / file).exists()}
    return {"variants.yaml": VARIANTS, **{file: here[file].read_text("utf-8") for file in here}}


@cache
def words() -> list[str]:
    return sorted(set(re.findall(r"[\w.-]+", "\n".join(tutorial().values()))))


def loaded_in_time(text: str) -> Loaded:
    before = time.perf_counter()
    loaded = load(text, "x.yaml")
    assert time.perf_counter() - before < SLOWEST
    return loaded


def checked_in_time(texts: dict[str, str]) -> Checked:
    before = time.perf_counter()
    checked = check_texts("x", texts)
    assert time.perf_counter() - before < SLOWEST
    assert (checked.deck is None) == any(fault.severity == "fault" for fault in checked.faults)
    for fault in checked.faults:
        assert fault.file in FILES
        assert fault.line is None or 1 <= fault.line <= lines_of(texts.get(fault.file, "")) + 1
        assert fault.message
    return checked


def lines_of(text: str) -> int:
    return len(re.split(r"\r\n|\r|\n|\x85|\u2028|\u2029", text))


@given(st.text())
def test_any_text_gives_data_or_faults(text: str) -> None:
    loaded = loaded_in_time(text)
    assert loaded.readable or loaded.faults


@given(st.lists(st.sampled_from(TOKENS)).map("".join))
def test_any_yaml_like_text_gives_data_or_faults(text: str) -> None:
    loaded = loaded_in_time(text)
    assert loaded.readable or loaded.faults


@given(
    st.sampled_from(sorted(FILES)),
    st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 12), st.sampled_from(TOKENS)),
        min_size=1,
        max_size=4,
    ),
)
def test_a_damaged_deck_gives_a_deck_or_faults(
    file: str, edits: list[tuple[float, int, str]]
) -> None:
    text = tutorial()[file]
    for where, length, token in edits:
        at = int(where * len(text))
        text = text[:at] + token + text[at + length :]
    checked_in_time({**tutorial(), file: text})


@given(st.sampled_from(sorted(FILES)), st.floats(0, 1), st.integers(0, 20_000))
def test_a_deck_cut_short_gives_a_deck_or_faults(file: str, where: float, length: int) -> None:
    text = tutorial()[file]
    at = int(where * len(text))
    checked_in_time({**tutorial(), file: text[:at] + text[at + length :]})


@given(
    st.lists(
        st.tuples(st.sampled_from(sorted(FILES)), st.floats(0, 0.999), st.data()),
        min_size=1,
        max_size=3,
    )
)
def test_what_passes_the_checks_can_be_played(
    edits: list[tuple[str, float, st.DataObject]],
) -> None:
    """Words of a deck exchanged for others of its words: where no fault is found, it compiles."""
    texts = dict(tutorial())
    for file, where, data in edits:
        found = list(re.finditer(r"[\w.-]+", texts[file]))
        match = found[int(where * len(found))]
        word = data.draw(
            st.sampled_from(
                [
                    *words(),
                    "each",
                    "others",
                    "all",
                    "affected",
                    "lowest",
                    "lowest of assurance",
                    "signers of P1",
                    "turn 1",
                    "about",
                ]
            )
        )
        texts[file] = texts[file][: match.start()] + word + texts[file][match.end() :]
    checked = checked_in_time(texts)
    if checked.deck is not None:
        compile_deck(checked.deck)
        for variant in checked.deck.variants:
            compile_deck(with_variant(checked.deck, variant.id))
        assert deck_from_content(deck_content(checked.deck)) == checked.deck
