"""The page on play scripts and the model of scripts say the same words; its examples play."""

from __future__ import annotations

import inspect
import json
from pathlib import Path

import jsonschema
import pytest
from pydantic import BaseModel

from app.config.paths import scenarios
from app.deck import script
from app.deck.model.vocabulary import Part
from app.deck.script import script_from_text
from app.deck.yaml_gate import load
from tests.core.given import tutorial
from tests.deck.test_schema import SCHEMAS
from tests.deck.vocabulary_pages import blocks, example, rows, words
from tests.golden.transcript import played

PAGE = scenarios() / "play-scripts.md"
ROWS = rows(PAGE)
MODELS: dict[str, type[BaseModel]] = {
    name: part
    for name, part in vars(script).items()
    if inspect.isclass(part) and issubclass(part, Part) and part.__module__ == script.__name__
}
WORDS = [(name, word) for name, part in MODELS.items() for word in words(part)]
SCRIPTS = sorted(scenarios().glob("*/scripts/*.yaml"))


def test_every_key_of_a_script_is_explained_and_no_other() -> None:
    found = {name: set(keys) for name, keys in ROWS.items()}
    assert found == {name: set(words(part)) for name, part in MODELS.items()}


@pytest.mark.parametrize(("name", "word"), WORDS, ids=[f"{n}.{w}" for n, w in WORDS])
def test_every_example_fits_its_key(name: str, word: str) -> None:
    _, says, shown = ROWS[name][word]
    assert says
    if shown == "see below":
        return
    value = example(shown)
    assert isinstance(value, dict), shown
    words(MODELS[name])[word].validate_python(value[word])


@pytest.mark.parametrize("block", blocks(PAGE), ids=lambda block: block.splitlines()[-1].strip())
def test_every_longer_example_plays(block: str) -> None:
    exercise = played(script_from_text(block, "example.yaml"), tutorial())
    assert exercise.state.end_state


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: "/".join(path.parts[-3:]))
def test_a_shipped_script_names_and_fits_its_schema(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../schema/play-script.json\n")
    schema = json.loads((SCHEMAS / "play-script.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(load(text, "script").data)
