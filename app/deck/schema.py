"""JSON Schema of a deck's files and of play scripts, so that an editor completes and checks them.

A deck's file names its schema in its first line:
`# yaml-language-server: $schema=../schema/moves.json`. The schemas are kept beside the decks, in
`scenarios/schema/`; `python -m app.deck.schema` writes them anew after a change of the model.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from app.deck.files import FILE_MODELS
from app.deck.script import Script

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schemas() -> dict[str, str]:
    """The text of every schema by file name: `moves.json` for `moves.yaml`."""
    decks = {
        file.replace(".yaml", ".json"): schema_text(model, f"Parasol deck: {file}")
        for file, model in FILE_MODELS.items()
    }
    return {**decks, "play-script.json": schema_text(Script, "Parasol play script")}


def schema_text(model: type[BaseModel], title: str) -> str:
    """The schema of any model that is read from YAML, as JSON text that ends with a line end."""
    schema = _plain(model.model_json_schema(by_alias=True))
    named = {"$schema": DIALECT, **schema, "title": title}
    return json.dumps(named, indent=1, ensure_ascii=False) + "\n"


def write_schemas(folder: Path) -> list[Path]:
    """Write every schema into a folder; the files. Raises FileNotWritten."""
    from app.config.safe_write import write_file

    return [write_file(folder / name, text, replace=True) for name, text in json_schemas().items()]


def _plain(schema: dict[str, Any]) -> dict[str, Any]:
    """Without the titles and nulls that pydantic adds and that say nothing to an author."""
    made: dict[str, Any] = {}
    for key, value in schema.items():
        if key == "title" and isinstance(value, str):
            continue
        if key == "default" and value in (None, [], {}):
            continue
        if key in {"properties", "$defs"}:
            made[key] = {name: _plain(inner) for name, inner in value.items()}
        elif isinstance(value, dict):
            made[key] = _plain(value)
        elif isinstance(value, list):
            made[key] = [_plain(one) if isinstance(one, dict) else one for one in value]
        else:
            made[key] = value
    return made


if __name__ == "__main__":
    from app.config.paths import scenarios

    write_schemas(scenarios() / "schema")
