"""What the library keeps of a deck: one text, whatever the YAML looks like."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.deck.content import content_hash, deck_content, deck_from_content, deck_hash
from app.deck.read import read_deck
from app.errors import DeckError

Edit = Callable[[str, str, str], None]


def test_a_deck_comes_back_from_its_content(deck_copy: Path) -> None:
    deck = read_deck(deck_copy)
    assert deck_from_content(deck_content(deck)) == deck
    assert deck_hash(deck_from_content(deck_content(deck))) == deck_hash(deck)


def test_the_hash_is_that_of_the_stored_text(deck_copy: Path) -> None:
    deck = read_deck(deck_copy)
    assert deck_hash(deck) == content_hash(deck_content(deck))


def test_layout_and_comments_do_not_change_the_hash(deck_copy: Path, edit: Edit) -> None:
    before = deck_hash(read_deck(deck_copy))
    edit("moves.yaml", "cost: 2", "cost:    2   # two")
    edit("moves.yaml", "tensions: T13", "tensions: [T13]")
    edit("rules.yaml", "played:\n", "played: # these two\n\n")
    edit("gauges.yaml", "good: high", '"good": "high"')
    assert deck_hash(read_deck(deck_copy)) == before


def test_a_word_changes_the_hash(deck_copy: Path, edit: Edit) -> None:
    before = deck_hash(read_deck(deck_copy))
    edit("moves.yaml", "title: Say it again", "title: Say it once more")
    assert deck_hash(read_deck(deck_copy)) != before


def test_the_order_of_options_is_kept(deck_copy: Path) -> None:
    deck = read_deck(deck_copy)
    again = deck_from_content(deck_content(deck))
    for old, new in zip(deck.polls, again.polls, strict=True):
        assert list(old.options) == list(new.options)


@pytest.mark.parametrize(
    "content", ["", "{}", "[]", "null", '{"about": 1}', "[" * 100_000, "\ud800", '{"a": NaN}']
)
def test_content_that_is_no_deck_is_a_deck_error(content: str) -> None:
    with pytest.raises(DeckError, match="cannot be read"):
        deck_from_content(content)


def test_content_with_a_word_of_a_newer_program_is_a_deck_error(deck_copy: Path) -> None:
    content = deck_content(read_deck(deck_copy))
    with pytest.raises(DeckError, match="newer"):
        deck_from_content(content[:-1] + ', "weather": []}')
