"""Whatever lies where the library should be: a sentence and a way on, never a traceback."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from app.store.library import Library
from app.store.schema import VERSION
from tests.cli.conftest import RECORDED, Command, only_sentences

READING = ["sessions"], ["verify"]
PLAY = ["play", "tutorial", "--script", str(RECORDED)]


def foreign(library: Path) -> None:
    library.write_bytes(b"PK\x03\x04" * 500)


def of_another_program(library: Path) -> None:
    library.unlink()
    with closing(sqlite3.connect(library)) as conn:
        conn.execute("CREATE TABLE places (url TEXT)")
        conn.commit()


def with_a_trigger(library: Path) -> None:
    with closing(sqlite3.connect(library)) as conn:
        conn.execute("CREATE TRIGGER t AFTER INSERT ON events BEGIN DELETE FROM notes; END")
        conn.commit()


def truncated(library: Path) -> None:
    library.write_bytes(library.read_bytes()[: library.stat().st_size // 2])


def damaged(library: Path) -> None:
    content = bytearray(library.read_bytes())
    content[4096:] = bytes(byte ^ 0x55 for byte in content[4096:])
    library.write_bytes(content)


def a_folder(library: Path) -> None:
    library.unlink()
    library.mkdir()


BAD: dict[str, Callable[[Path], None]] = {
    "foreign": foreign,
    "of another program": of_another_program,
    "with a trigger": with_a_trigger,
    "truncated": truncated,
    "damaged": damaged,
    "a folder": a_folder,
}


@pytest.mark.parametrize("kind", BAD)
@pytest.mark.parametrize(
    "command", [["sessions"], ["report", "0", "--out", "x"], PLAY], ids=" ".join
)
def test_a_bad_library_is_a_sentence_and_a_way_on(
    parasol: Command, library: Path, kind: str, command: list[str]
) -> None:
    BAD[kind](library)
    answer = parasol(*command, "--library", library)
    assert answer.code == 2
    assert only_sentences(answer)
    assert len(answer.err.splitlines()) >= 2
    assert library.name in answer.err
    assert answer.out == ""
    as_json = parasol(*command, "--library", library, "--json")
    assert as_json.code == 2
    assert list(as_json.document) == ["error", "detail", "remedy"]
    assert as_json.document["remedy"]


@pytest.mark.parametrize("kind", BAD)
def test_verify_says_what_is_wrong_with_the_file(
    parasol: Command, library: Path, kind: str
) -> None:
    BAD[kind](library)
    answer = parasol("verify", "--library", library, "--json")
    assert answer.code == 1
    assert answer.document["whole"] is False
    assert answer.document["file"]
    text = parasol("verify", "--library", library)
    assert text.code == 1
    assert only_sentences(text)
    assert text.out.endswith("Not everything holds.\n")


def test_a_damaged_index_is_found_by_verify(parasol: Command, library: Path) -> None:
    with closing(sqlite3.connect(library)) as conn:
        page, size = (
            conn.execute(question).fetchone()[0]
            for question in (
                "SELECT rootpage FROM sqlite_master WHERE name = 'events_that_place'",
                "PRAGMA page_size",
            )
        )
    content = bytearray(library.read_bytes())
    at = content.index(b"PhaseEntered", (page - 1) * size, page * size)
    content[at : at + 5] = b"Qhase"
    library.write_bytes(content)
    answer = parasol("verify", "--library", library, "--json")
    assert answer.code == 1
    assert any("events_that_place" in line for line in answer.document["file"])


# --- Locked, newer, interrupted ----------------------------------------------------------------


@contextmanager
def held(library: Path, how: str) -> Iterator[None]:
    """The library while another program holds it."""
    with closing(sqlite3.connect(library)) as conn:
        conn.execute(f"BEGIN {how}")
        yield
        conn.execute("ROLLBACK")


@pytest.fixture
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for others for a moment only."""
    monkeypatch.setitem(Library.open.__func__.__kwdefaults__, "patience", 0.1)


def test_a_library_that_is_being_written_can_be_read(parasol: Command, library: Path) -> None:
    with held(library, "IMMEDIATE"):
        for command in READING:
            assert parasol(*command, "--library", library).code == 0


@pytest.mark.usefixtures("_impatient")
def test_a_library_that_is_locked_is_a_sentence_and_a_way_on(
    parasol: Command, library: Path
) -> None:
    with held(library, "EXCLUSIVE"):
        answer = parasol(*PLAY, "--library", library, "--json")
        verdict = parasol("verify", "--library", library, "--json")
    assert (answer.code, verdict.code) == (2, 1)
    assert answer.document["error"] == "Another program has the library open for writing."
    assert answer.document["remedy"]
    assert "Another program" in verdict.document["file"][0]


def test_a_newer_library_is_read_with_a_word_and_not_written(
    parasol: Command, library: Path
) -> None:
    with closing(sqlite3.connect(library)) as conn:
        conn.execute(f"PRAGMA user_version = {VERSION + 1}")
    listed = parasol("sessions", "--library", library, "--json")
    assert listed.code == 0
    assert len(listed.document["sessions"]) == 1
    assert "A newer Parasol" in listed.err
    verdict = parasol("verify", "--library", library, "--json")
    assert verdict.code == 1
    assert "A newer Parasol" in verdict.document["file"][0]
    answer = parasol(*PLAY, "--library", library)
    assert answer.code == 2
    assert only_sentences(answer)
    assert "A newer Parasol" in answer.err


DIES_WHILE_WRITING = """
import os, signal, sqlite3, sys
conn = sqlite3.connect(sys.argv[1], isolation_level=None)
conn.execute("PRAGMA cache_size = 1")
conn.execute("BEGIN")
conn.execute("UPDATE events SET payload = payload || payload || payload")
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="nothing is killed like that there")
@pytest.mark.parametrize("command", READING, ids=" ".join)
def test_a_library_that_was_left_in_the_middle_of_a_write_is_mended_by_looking(
    parasol: Command, library: Path, command: list[str]
) -> None:
    subprocess.run([sys.executable, "-c", DIES_WHILE_WRITING, str(library)], check=False)
    assert library.with_name(f"{library.name}-journal").stat().st_size
    assert parasol(*command, "--library", library).code == 0
    assert parasol("verify", "--library", library, "--json").document["whole"]


# --- Read-only ---------------------------------------------------------------------------------


@pytest.mark.skipif(sys.platform == "win32", reason="folders are protected otherwise there")
@pytest.mark.parametrize("command", READING, ids=" ".join)
def test_a_read_only_library_is_listed_and_verified(
    parasol: Command, protected: Path, command: list[str]
) -> None:
    answer = parasol(*command, "--library", protected)
    assert answer.code == 0
    assert answer.err == ""


@pytest.mark.skipif(sys.platform == "win32", reason="folders are protected otherwise there")
def test_nothing_is_played_into_a_read_only_library(parasol: Command, protected: Path) -> None:
    answer = parasol(*PLAY, "--library", protected)
    assert answer.code == 2
    assert only_sentences(answer)
    assert "can be read, but not written" in answer.err


@pytest.mark.skipif(sys.platform == "win32", reason="folders are protected otherwise there")
def test_a_library_that_cannot_be_made_is_a_sentence(parasol: Command, protected: Path) -> None:
    answer = parasol(*PLAY, "--library", protected.parent / "new.db")
    assert answer.code == 2
    assert only_sentences(answer)
