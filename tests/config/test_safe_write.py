"""A file is there whole, or what was there before is."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.config.safe_write import write_file
from app.errors import FileExists, FileNotWritten


def test_text_is_written_as_utf8_with_its_line_ends(tmp_path: Path) -> None:
    path = write_file(tmp_path / "note.txt", "Grüße\r\nเกาะ\n")
    assert path.read_bytes() == "Grüße\r\nเกาะ\n".encode()


def test_missing_folders_are_made(tmp_path: Path) -> None:
    assert write_file(tmp_path / "a" / "b" / "c.txt", b"x").read_bytes() == b"x"


def test_a_file_that_is_there_is_not_replaced_unasked(tmp_path: Path) -> None:
    path = write_file(tmp_path / "report.html", "first")
    with pytest.raises(FileExists):
        write_file(path, "second")
    assert path.read_text() == "first"


def test_a_file_that_appears_in_the_meantime_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "report.html"
    path.write_text("somebody else's")
    monkeypatch.setattr(Path, "exists", lambda _self: False)
    with pytest.raises(FileExists):
        write_file(path, "ours")
    assert path.read_text() == "somebody else's"


def test_without_hard_links_a_new_file_is_still_placed_and_nothing_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(_self: Path, _target: Path) -> None:
        raise OSError(errno.EPERM, "not on this file system")

    monkeypatch.setattr(Path, "hardlink_to", no_links)
    assert write_file(tmp_path / "a.txt", "one").read_text() == "one"
    monkeypatch.setattr(Path, "exists", lambda _self: False)
    with pytest.raises(FileExists):
        write_file(tmp_path / "a.txt", "two")


def test_replacing_when_asked_keeps_the_permissions(tmp_path: Path) -> None:
    path = write_file(tmp_path / "a.txt", "one")
    path.chmod(0o640)
    write_file(path, "two", replace=True)
    assert (path.read_text(), path.stat().st_mode & 0o777) == ("two", 0o640)


def test_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    real = write_file(tmp_path / "real.txt", "one")
    link = tmp_path / "link.txt"
    link.symlink_to(real)
    write_file(link, "two", replace=True)
    assert link.is_symlink()
    assert real.read_text() == "two"


def test_a_name_at_the_limit_of_length_can_be_written(tmp_path: Path) -> None:
    assert write_file(tmp_path / ("n" * 255), "x").exists()


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_failure_leaves_the_old_file_and_no_litter(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_file(tmp_path / "a.txt", "old")

    def fail(*_args: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, call, fail)
    with pytest.raises(FileNotWritten) as caught:
        write_file(path, "new", replace=True)
    assert "No space left on device" in caught.value.as_text()
    assert [file.name for file in tmp_path.iterdir()] == ["a.txt"]
    assert path.read_text() == "old"


def test_a_folder_in_the_files_place_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileNotWritten, match="There is a folder"):
        write_file(tmp_path, "x", replace=True)


def test_a_file_in_the_folders_place_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(FileNotWritten, match="could not be written"):
        write_file(tmp_path / "file" / "a.txt", "x")


KILLED_WRITER = """
import itertools, sys
from pathlib import Path
from app.config.safe_write import write_file
print("ready", flush=True)
for letter in itertools.cycle("ab"):
    write_file(Path(sys.argv[1]), letter * 200_000, replace=True)
"""


@pytest.mark.slow
def test_a_killed_writer_leaves_one_whole_version(tmp_path: Path) -> None:
    path = write_file(tmp_path / "a.txt", "a" * 200_000)
    for _ in range(5):
        with subprocess.Popen(
            [sys.executable, "-c", KILLED_WRITER, str(path)], stdout=subprocess.PIPE
        ) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            writer.kill()
        assert path.read_text() in {"a" * 200_000, "b" * 200_000}
