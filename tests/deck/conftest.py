"""Decks to break: copies of the tutorial deck and of the flagship."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from app.config.paths import scenarios

TUTORIAL = scenarios() / "tutorial"
FLAGSHIP = scenarios() / "lengthening-shadow"


@pytest.fixture
def deck_copy(tmp_path: Path) -> Path:
    """A folder with the tutorial deck's files, to be changed at will."""
    return _copy(TUTORIAL, tmp_path / "tutorial")


@pytest.fixture
def flagship_copy(tmp_path: Path) -> Path:
    """A folder with the flagship's files, to be changed at will."""
    return _copy(FLAGSHIP, tmp_path / "flagship")


@pytest.fixture
def edit(deck_copy: Path) -> Callable[[str, str, str], None]:
    """`edit(file, old, new)` replaces the first `old` in a file of the copy."""

    def replace(file: str, old: str, new: str) -> None:
        path = deck_copy / file
        text = path.read_text("utf-8")
        assert old in text, f"{file} of the tutorial deck no longer says {old!r}"
        path.write_text(text.replace(old, new, 1), "utf-8")

    return replace


def _copy(deck: Path, folder: Path) -> Path:
    folder.mkdir()
    for file in deck.glob("*.yaml"):
        shutil.copy(file, folder)
    return folder
