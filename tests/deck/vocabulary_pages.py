"""Pages that explain a model's words in tables, read as data: one table under each model's name."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, TypeAdapter


def rows(page: Path) -> dict[str, dict[str, list[str]]]:
    """By model, by word: the cells of the row that explains it."""
    found: dict[str, dict[str, list[str]]] = {}
    model = ""
    for line in page.read_text("utf-8").splitlines():
        if line.startswith("#"):
            heading = re.match(r"#+ `(\w+)`$", line)
            model = heading.group(1) if heading else ""
        elif model and (word := re.match(r"\| `(\w+)` \|", line)):
            cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
            assert word.group(1) not in found.get(model, {}), (
                f"{model}.{word.group(1)} stands twice"
            )
            found.setdefault(model, {})[word.group(1)] = cells
    return found


def words(model: type[BaseModel]) -> dict[str, Any]:
    """A model's fields by the word that stands in YAML, each as something to validate with."""
    return {
        field.alias or name: TypeAdapter(Annotated[(field.annotation, *field.metadata, None)])
        for name, field in model.model_fields.items()
    }


def example(cell: str) -> Any:
    """The example of a cell as YAML says it; None where the cell has none."""
    found = re.search(r"`(.+)`", cell)
    return yaml.safe_load(found.group(1)) if found else None


def blocks(page: Path) -> list[str]:
    """The longer examples of a page."""
    return re.findall(r"```yaml\n(.*?)```", page.read_text("utf-8"), re.DOTALL)
