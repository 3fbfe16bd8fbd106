"""The schemas that an editor checks decks with."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from app.config.paths import scenarios
from app.deck.files import FILES
from app.deck.schema import json_schemas, write_schemas
from app.deck.yaml_gate import load

SCHEMAS = scenarios() / "schema"
FILES_OF_DECKS = sorted(
    path for path in scenarios().glob("*/*.yaml") if path.name in FILES and path.parent != SCHEMAS
)


def errors(file: str, data: Any) -> list[str]:
    schema = json.loads(json_schemas()[file.replace(".yaml", ".json")])
    return [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(data)]


@pytest.mark.parametrize("name", sorted(json_schemas()))
def test_the_schema_beside_the_decks_is_current(name: str) -> None:
    """After a change of the model: `python -m app.deck.schema`."""
    assert (SCHEMAS / name).read_text("utf-8") == json_schemas()[name]


@pytest.mark.parametrize("name", sorted(json_schemas()))
def test_a_schema_is_one(name: str) -> None:
    schema = json.loads(json_schemas()[name])
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("path", FILES_OF_DECKS, ids=lambda path: "/".join(path.parts[-2:]))
def test_a_shipped_file_names_and_fits_its_schema(path: Path) -> None:
    text = path.read_text("utf-8")
    name = path.name.replace(".yaml", ".json")
    assert text.startswith(f"# yaml-language-server: $schema=../schema/{name}\n")
    assert errors(path.name, load(text, path.name).data) == []


def test_the_schema_finds_what_the_reader_finds() -> None:
    assert errors("places.yaml", {"places": [{"id": "a", "label": "A", "latitude": 100}]})
    assert errors("places.yaml", {"place": []})
    assert errors("gauges.yaml", {"families": [], "gauges": []})


def test_one_condition_may_stand_where_a_list_is_meant() -> None:
    state = {
        "id": "E1", "name": "End", "test": "t", "epilogue": "e", "ask": "a", "tensions": "T1",
        "when": {"played": {"move": "P1"}, "not": {"gauge": {"gauge": "g", "at_least": 3}}},
    }  # fmt: skip
    assert errors("debrief.yaml", {"end_states": [state]}) == []


def test_schemas_are_written_into_a_folder(tmp_path: Path) -> None:
    written = write_schemas(tmp_path / "schema")
    assert {path.name for path in written} == set(json_schemas())
