"""The page on writing a deck and the model say the same words, and every example can be read."""

from __future__ import annotations

import inspect

import pytest
import yaml
from pydantic import BaseModel

from app.config.paths import scenarios
from app.deck import model
from app.deck.model.vocabulary import Part
from tests.deck.vocabulary_pages import blocks, example, rows, words

PAGE = scenarios() / "README.md"
ROWS = rows(PAGE)
MODELS: dict[str, type[BaseModel]] = {
    name: part
    for name, part in vars(model).items()
    if inspect.isclass(part) and issubclass(part, Part)
}
WORDS = [(name, word) for name, part in MODELS.items() for word in words(part) if name != "Deck"]


@pytest.mark.parametrize("name", MODELS)
def test_every_word_of_a_part_is_explained_and_no_other(name: str) -> None:
    assert set(ROWS[name]) == set(words(MODELS[name]))


def test_the_page_explains_no_part_that_is_not_there() -> None:
    assert set(ROWS) == set(MODELS)


@pytest.mark.parametrize(("name", "word"), WORDS, ids=[f"{n}.{w}" for n, w in WORDS])
def test_every_example_fits_its_word(name: str, word: str) -> None:
    _, says, shown, needed_for = ROWS[name][word]
    assert says
    assert needed_for
    value = example(shown)
    assert isinstance(value, dict), shown
    words(MODELS[name])[word].validate_python(value[word])


def test_the_longer_examples_are_yaml() -> None:
    for block in blocks(PAGE):
        yaml.safe_load(block)


@pytest.mark.parametrize(
    "name", ["self", "all", "others", "signers", "affected", "lowest", "lowest of FAMILY", "each"]
)
def test_every_way_to_name_somebody_is_explained(name: str) -> None:
    meant = PAGE.read_text("utf-8").split("## Who is meant")[1].split("## The list of words")[0]
    assert f"`{name}`" in meant
