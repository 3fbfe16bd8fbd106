"""`parasol branch`, `copy` and `restore`: what the sentences about damage and full disks name."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path

import pytest

from tests.cli.conftest import Command, only_sentences
from tests.cli.test_library import change, session_of


def test_a_damaged_session_names_the_command_that_goes_on_with_what_holds(
    parasol: Command, library: Path, tmp_path: Path
) -> None:
    session = session_of(parasol, library)
    change(library, "UPDATE events SET payload = '{}' WHERE seq = 40")
    told = parasol("report", session, "--out", tmp_path / "out", "--library", library, "--json")
    assert told.code == 2
    assert f"'parasol branch {session} --at 39'" in told.document["remedy"]
    answer = parasol("branch", session[:8], "--at", 39, "--library", library)
    assert answer.code == 0
    new = answer.out.strip()
    rows = parasol("verify", "--library", library, "--json").document["sessions"]
    assert {row["session"]: row["whole"] for row in rows} == {session: False, new: True}


def test_branch_as_json_names_both_sessions(parasol: Command, library: Path) -> None:
    session = session_of(parasol, library)
    answer = parasol("branch", session, "--at", 20, "--library", library, "--json")
    assert answer.code == 0
    assert answer.document["parent"] == session
    listed = parasol("sessions", "--library", library, "--json").document["sessions"]
    assert {one["id"] for one in listed} == {session, answer.document["session"]}


@pytest.mark.parametrize("at", [0, -3, 10_000])
def test_a_branch_from_no_event_is_wrong_use(parasol: Command, library: Path, at: int) -> None:
    answer = parasol("branch", session_of(parasol, library), "--at", at, "--library", library)
    assert answer.code == 2
    assert only_sentences(answer)
    assert f"There is no event {at}" in answer.err


def test_nothing_is_left_of_a_session_whose_first_event_is_bad(
    parasol: Command, library: Path
) -> None:
    session = session_of(parasol, library)
    change(library, "UPDATE events SET payload = '{}' WHERE seq = 2")
    answer = parasol("branch", session, "--at", 1, "--library", library)
    assert answer.code in {0, 2}
    assert only_sentences(answer)


def test_a_copy_is_a_library_of_its_own(parasol: Command, library: Path, tmp_path: Path) -> None:
    session = session_of(parasol, library)
    out = tmp_path / "stick" / "copy.db"
    answer = parasol("copy", session[:8], "--out", out, "--library", library, "--json")
    assert answer.code == 0
    assert answer.document == {"session": session, "files": [str(out)]}
    assert session_of(parasol, out) == session
    again = parasol("copy", session, "--out", out, "--library", library)
    assert again.code == 2
    assert "already there" in again.err


def test_a_copy_needs_no_writable_library(
    parasol: Command, protected: Path, tmp_path: Path
) -> None:
    folder = Path(tempfile.gettempdir()) / f"parasol-copy-{tmp_path.name}"
    answer = parasol(
        "copy", session_of(parasol, protected), "--out", folder / "c.db", "--library", protected
    )
    shutil.rmtree(folder, ignore_errors=True)
    assert answer.code == 0


@pytest.mark.parametrize("command", [["branch", "0", "--at", "1"], ["copy", "0", "--out", "x.db"]])
def test_where_there_is_no_library_none_is_made(
    parasol: Command, tmp_path: Path, command: list[str]
) -> None:
    answer = parasol(*command, "--library", tmp_path / "none.db", "--json")
    assert answer.code == 2
    assert answer.document["error"] == "There is no library here yet."
    assert not (tmp_path / "none.db").exists()


def test_a_backup_is_put_in_the_librarys_place_and_the_old_one_is_kept(
    parasol: Command, library: Path, tmp_path: Path
) -> None:
    backup = Path(shutil.copy(library, tmp_path / "backup.db"))
    session = session_of(parasol, library)
    library.write_bytes(library.read_bytes()[:5000])
    damaged = parasol("sessions", "--library", library)
    assert "'parasol restore BACKUP'" in damaged.err
    answer = parasol("restore", backup, "--library", library, "--json")
    assert answer.code == 0
    assert session_of(parasol, library) == session
    assert Path(answer.document["replaced"]).stat().st_size == 5000


def test_what_is_no_backup_is_refused(parasol: Command, library: Path, tmp_path: Path) -> None:
    (tmp_path / "wrong.db").write_text("no library")
    before = library.read_bytes()
    answer = parasol("restore", tmp_path / "wrong.db", "--library", library, "--json")
    assert answer.code == 2
    assert json.loads(answer.out)["error"] == "This file is not a Parasol library."
    assert library.read_bytes() == before
