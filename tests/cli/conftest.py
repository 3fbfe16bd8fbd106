"""What the tests of the command line stand on: the command, and a library that was played."""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.bootstrap import main
from app.config.paths import scenarios

TUTORIAL = scenarios() / "tutorial"
RECORDED = TUTORIAL / "scripts" / "recorded.yaml"
ESCAPE = "\x1b"
NOBODY = 65534


@dataclass(frozen=True)
class Answer:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The one JSON document on standard output; fails if there is anything else."""
        return json.loads(self.out)


Command = Callable[..., Answer]


def only_sentences(answer: Answer) -> bool:
    """Whether a person got words: something was said, without traceback or escape sequence."""
    said = answer.out + answer.err
    return bool(said.strip()) and "Traceback" not in said and ESCAPE not in said


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of this test's own; it is made when something is put there."""
    folder = tmp_path / "data"
    monkeypatch.setenv("PARASOL_DATA", str(folder))
    return folder


@pytest.fixture
def parasol(data: Path, capfd: pytest.CaptureFixture[str]) -> Command:
    """`parasol("check", deck)`: the command with these arguments, in this process."""

    def call(*arguments: object) -> Answer:
        capfd.readouterr()
        code = main([str(argument) for argument in arguments])
        sys.stdout.flush()
        return Answer(code, *capfd.readouterr())

    return call


@pytest.fixture(scope="session")
def once_played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with the recorded exercise, made once; to be copied, not touched."""
    library = tmp_path_factory.mktemp("played") / "library.db"
    given = ["play", "tutorial", "--script", str(RECORDED), "--library", str(library)]
    assert main(given) == 0
    return library


@pytest.fixture
def library(once_played: Path, tmp_path: Path) -> Path:
    """A library with the recorded exercise, in a folder with a space and an umlaut."""
    folder = tmp_path / "Übung eins"
    folder.mkdir()
    return Path(shutil.copy(once_played, folder))


@pytest.fixture
def deck_copy(tmp_path: Path) -> Path:
    """The tutorial's files in a folder with a space and an umlaut, to be changed at will."""
    folder = tmp_path / "Deck für zwei"
    shutil.copytree(TUTORIAL, folder, ignore=shutil.ignore_patterns("scripts"))
    return folder


@pytest.fixture
def script(tmp_path: Path) -> Callable[[str, str], Path]:
    """`script(old, new)`: the recorded script with the first `old` replaced; its path."""

    def change(old: str, new: str) -> Path:
        text = RECORDED.read_text("utf-8")
        assert old in text, f"the recorded script no longer says {old!r}"
        path = tmp_path / "Skript für alle.yaml"
        path.write_text(text.replace(old, new, 1), "utf-8")
        return path

    return change


@pytest.fixture
def protected(library: Path) -> Iterator[Path]:
    """A library in a folder that nobody can write to, while we are nobody."""
    with tempfile.TemporaryDirectory() as name:  # the tests' own folder is closed to others
        folder = Path(name)
        copy = Path(shutil.copy(library, folder))
        copy.chmod(0o444)
        folder.chmod(0o555)
        is_root = os.getuid() == 0
        if is_root:
            os.setresuid(NOBODY, NOBODY, 0)
        yield copy
        if is_root:
            os.setresuid(0, 0, 0)
        folder.chmod(0o700)


def replace(file: Path, old: str, new: str) -> None:
    """Replace the first `old` in a file."""
    text = file.read_text("utf-8")
    assert old in text, f"{file.name} no longer says {old!r}"
    file.write_text(text.replace(old, new, 1), "utf-8")
