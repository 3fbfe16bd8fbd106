"""`parasol report`: the report of a session, written from the command line."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import pytest

from tests.cli.conftest import Command, only_sentences
from tests.cli.test_library import session_of


@pytest.mark.parametrize("audience", ["participants", "reviewers", "internal"])
def test_a_report_is_written_and_named(
    parasol: Command, library: Path, tmp_path: Path, audience: str
) -> None:
    session, out = session_of(parasol, library), tmp_path / "Bericht für alle"
    given = ["report", session[:8], "--format", "html", "--out", out, "--audience", audience]
    answer = parasol(*given, "--library", library)
    assert answer.code == 0
    (file,) = out.iterdir()
    assert answer.out == f"Written: {file}\n"
    assert file.suffix == ".html"
    assert audience in file.name
    assert "The Empty Berth" in file.read_text("utf-8")


def test_a_report_as_json_names_session_and_files(
    parasol: Command, library: Path, tmp_path: Path
) -> None:
    session = session_of(parasol, library)
    answer = parasol("report", session, "--out", tmp_path / "out", "--json", "--library", library)
    assert answer.code == 0
    assert answer.err == ""
    assert answer.document["session"] == session
    assert all(Path(file).is_file() for file in answer.document["files"])


def test_writing_a_report_leaves_the_library_as_it_was(
    parasol: Command, library: Path, tmp_path: Path
) -> None:
    before = library.read_bytes()
    session = session_of(parasol, library)
    assert parasol("report", session, "--out", tmp_path / "out", "--library", library).code == 0
    assert library.read_bytes() == before


def test_a_report_that_is_there_is_not_overwritten(
    parasol: Command, library: Path, tmp_path: Path
) -> None:
    given = ["report", session_of(parasol, library), "--out", tmp_path / "out"]
    assert parasol(*given, "--library", library).code == 0
    (file,) = (tmp_path / "out").iterdir()
    file.write_text("mine")
    again = parasol(*given, "--library", library, "--json")
    assert again.code == 0
    assert again.document["files"] == [str(file.with_name(f"{file.stem} (2).html"))]
    assert file.read_text() == "mine"


@pytest.mark.parametrize(
    ("extra", "says"),
    [
        (["--format", "odt"], "Formats: html"),
        (["--audience", "kings"], "Readers: participants, reviewers, internal"),
    ],
)
def test_formats_and_readers_that_there_are_not_are_said(
    parasol: Command, library: Path, tmp_path: Path, extra: list[str], says: str
) -> None:
    given = ["report", session_of(parasol, library), "--out", tmp_path / "out", *extra]
    answer = parasol(*given, "--library", library)
    assert answer.code == 2
    assert says in answer.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("session", ["zzz", "", "%"])
def test_a_session_that_is_not_there_is_said(
    parasol: Command, library: Path, tmp_path: Path, session: str
) -> None:
    answer = parasol("report", session, "--out", tmp_path / "out", "--library", library)
    assert answer.code == 2
    assert only_sentences(answer)
    assert "See: parasol sessions" in answer.err


def test_a_folder_that_cannot_be_made_is_said(
    parasol: Command, library: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    given = ["report", session_of(parasol, library), "--out", tmp_path / "file" / "below"]
    answer = parasol(*given, "--library", library)
    assert answer.code == 2
    assert only_sentences(answer)


@pytest.mark.skipif(sys.platform == "win32", reason="folders are protected otherwise there")
def test_a_read_only_library_can_be_reported_on(parasol: Command, protected: Path) -> None:
    session = session_of(parasol, protected)
    with tempfile.TemporaryDirectory() as out:
        answer = parasol("report", session, "--out", out, "--library", protected)
        assert answer.code == 0, answer.err
        assert len(list(Path(out).iterdir())) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="folders are protected otherwise there")
def test_a_report_into_a_closed_folder_is_a_sentence(parasol: Command, protected: Path) -> None:
    session = session_of(parasol, protected)
    answer = parasol("report", session, "--out", protected.parent, "--library", protected)
    assert answer.code == 2
    assert only_sentences(answer)
