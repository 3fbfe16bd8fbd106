"""STORY.md read as data: the tables that were worked out by hand."""

from __future__ import annotations

import re
from pathlib import Path

Row = dict[str, str]


def turns(story: Path) -> dict[str, str]:
    """The text under each heading of the second level, by heading."""
    parts = re.split(r"(?m)^## +(.+)$", story.read_text("utf-8"))
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def tables(text: str) -> list[list[Row]]:
    """Every table of a text, its rows by the heads of its columns."""
    found = []
    for block in re.findall(r"(?m)(?:^\|.*\|\n?)+", text):
        head, _, *rows = [_cells(line) for line in block.strip().splitlines()]
        found.append([dict(zip(head, row, strict=True)) for row in rows])
    return found


def table(text: str, *heads: str) -> list[Row]:
    """The table that has these heads."""
    return next(rows for rows in tables(text) if set(heads) <= set(rows[0]))


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]
