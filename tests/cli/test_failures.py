"""Wrong use, errors nobody expected, and people who have seen enough."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.errors import LibraryUnwritable
from app.session.exercise import Exercise
from app.store.sessions import Sessions
from tests.cli.conftest import RECORDED, Command, only_sentences

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = "decks check play demo sessions report verify branch copy restore"
PRIVATE = "Ms Okafor's private concern"


# --- Wrong use ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "given",
    [
        ["bogus"],
        ["--bogus"],
        ["check"],
        ["play", "tutorial"],
        ["play", "tutorial", "--script"],
        ["sessions", "extra"],
        ["decks", "--library"],
        ["report", "0"],
        ["demo", "a", "b"],
    ],
    ids=" ".join,
)
def test_wrong_use_is_told_with_a_way_on(parasol: Command, given: list[str]) -> None:
    answer = parasol(*given)
    assert answer.code == 2
    assert answer.out == ""
    assert only_sentences(answer)
    assert "--help" in answer.err


@pytest.mark.parametrize(
    "given", [["--json"], ["bogus", "--json"], ["check", "--json"], ["play", "tutorial", "--json"]]
)
def test_wrong_use_too_is_one_json_document(parasol: Command, given: list[str]) -> None:
    answer = parasol(*given)
    assert answer.code == 2
    assert list(answer.document) == ["error", "detail", "remedy"]


def test_help_lists_every_command_and_leaves_with_zero(parasol: Command) -> None:
    answer = parasol("--help")
    assert answer.code == 0
    for command in COMMANDS.split():
        assert f"  {command} " in answer.out


def test_the_version_is_one_line(parasol: Command) -> None:
    from app import __version__

    assert parasol("--version").out == f"parasol {__version__}\n"


# --- Unexpected errors -------------------------------------------------------------------------


@pytest.fixture
def breaks_in_play(monkeypatch: pytest.MonkeyPatch) -> None:
    """An exercise that breaks at its twentieth action, with private words in the exception."""
    submit, taken = Exercise.submit, 0

    def breaking(self: Exercise, *given: object) -> object:
        nonlocal taken
        taken += 1
        if taken == 20:
            raise ValueError(PRIVATE)
        return submit(self, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(Exercise, "submit", breaking)


def test_an_unexpected_error_leaves_a_discreet_report_and_the_session(
    parasol: Command, data: Path, breaks_in_play: None
) -> None:
    answer = parasol("play", "tutorial", "--script", RECORDED)
    assert answer.code == 2
    assert answer.out == ""
    assert only_sentences(answer)
    assert PRIVATE not in answer.err
    (report,) = (data / "crashes").iterdir()
    assert str(report) in answer.err
    text = report.read_text("utf-8")
    assert "ValueError" in text
    assert "app.session.recording" in text
    assert "Okafor" not in text
    assert str(Path.home()) not in text
    assert parasol("verify").code == 0
    (session,) = parasol("sessions", "--json").document["sessions"]
    assert session["events"] > 19


def test_an_unexpected_error_too_is_one_json_document(
    parasol: Command, breaks_in_play: None
) -> None:
    answer = parasol("play", "tutorial", "--script", RECORDED, "--json")
    assert answer.code == 2
    assert "did not expect" in answer.document["error"]
    assert PRIVATE not in answer.out


@pytest.mark.parametrize("given", [[], ["--library", "x.db"]], ids=["bare", "with a library"])
def test_a_window_that_breaks_leaves_a_report(
    parasol: Command, data: Path, monkeypatch: pytest.MonkeyPatch, given: list[str]
) -> None:
    def broken(library: object) -> int:
        raise RuntimeError(PRIVATE)

    monkeypatch.setattr("app.bootstrap.launch_window", broken)
    answer = parasol(*given)
    assert answer.code == 2
    assert only_sentences(answer)
    assert PRIVATE not in answer.err
    assert len(list((data / "crashes").iterdir())) == 1


# --- Whole processes ---------------------------------------------------------------------------


def start(*arguments: object, data: Path, **options: object) -> subprocess.Popen[str]:
    """The command as a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "app", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, "PARASOL_DATA": str(data), "PYTHONUTF8": "1", **options},
    )


@pytest.mark.slow
def test_a_process_says_the_same_as_a_call(parasol: Command, data: Path) -> None:
    with start("check", "tutorial", "--json", data=data) as process:
        out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, "")
    assert json.loads(out) == parasol("check", "tutorial", "--json").document


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="pipes break otherwise there")
def test_a_reader_that_has_seen_enough_gets_no_traceback(data: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-P", "-m", "app", "play", "tutorial", "--script", str(RECORDED)],
        stdout=write,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env={**os.environ, "PARASOL_DATA": str(data)},
        timeout=60,
        check=False,
    )
    os.close(write)
    assert done.stderr == b""
    with start("verify", data=data) as process:
        assert process.communicate(timeout=60)[0].endswith("Everything holds.\n")


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C is sent otherwise there")
@pytest.mark.parametrize("after", [0.05, 0.2, 0.5])
def test_ctrl_c_gives_no_traceback_and_harms_nothing(data: Path, after: float) -> None:
    with start("play", "tutorial", "--script", RECORDED, data=data) as process:
        time.sleep(after)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert "Traceback" not in out + err
    assert process.returncode in {0, 130, -signal.SIGINT}


@pytest.mark.slow
def test_an_old_terminal_shows_question_marks(data: Path) -> None:
    western = {"PYTHONIOENCODING": "latin-1"}
    for extra in ([], ["--json"]):
        given = ["play", "tutorial", "--script", RECORDED, *extra]
        with start(*given, data=data, **western) as process:
            out, err = process.communicate(timeout=60)
        assert (process.returncode, err) == (0, "")
        assert json.loads(out) if extra else " ? " in out


# --- Windows -----------------------------------------------------------------------------------


@pytest.mark.skipif(sys.platform != "linux", reason="there is always a display there")
@pytest.mark.parametrize("given", [[], ["--library", "x.db"]], ids=["bare", "with a library"])
def test_without_a_display_the_app_says_so_and_what_needs_none(
    parasol: Command, monkeypatch: pytest.MonkeyPatch, given: list[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    answer = parasol(*given)
    assert answer.code == 2
    assert only_sentences(answer)
    assert "parasol demo" in answer.err


@pytest.mark.parametrize("extra", [[], ["--library", "x.db"]])
def test_a_demo_of_a_deck_without_a_recording_is_wrong_use(
    parasol: Command, deck_copy: Path, tmp_path: Path, extra: list[str]
) -> None:
    answer = parasol("demo", deck_copy, "--out", tmp_path / "out", *extra)
    assert answer.code == 2
    assert "no recorded exercise" in answer.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("place", ["a file", "below a file"])
def test_a_demo_that_has_no_room_for_its_pictures_says_so(
    parasol: Command, data: Path, tmp_path: Path, place: str
) -> None:
    (tmp_path / "taken").write_text("something else")
    out = tmp_path / "taken" if place == "a file" else tmp_path / "taken" / "below"
    answer = parasol("demo", "--out", out)
    assert answer.code == 2
    assert only_sentences(answer)
    assert "The demo's folder cannot be made" in answer.err
    assert not (data / "crashes").exists()


def test_a_demo_in_a_folder_that_cannot_be_written_says_so(
    parasol: Command, protected: Path
) -> None:
    answer = parasol("demo", "--out", protected.parent)
    assert answer.code == 2
    assert "cannot be made or written to" in answer.err


def test_a_demo_says_what_is_wrong_with_its_library(parasol: Command, tmp_path: Path) -> None:
    (tmp_path / "foreign.db").write_text("no library at all")
    answer = parasol("demo", "--library", tmp_path / "foreign.db", "--out", tmp_path / "out")
    assert answer.code == 2
    assert "This file is not a Parasol library." in answer.err


# --- The log -----------------------------------------------------------------------------------


def log_of(data: Path) -> str:
    return (data / "logs" / "parasol.log").read_text("utf-8")


def test_the_log_says_what_was_started_and_which_session_was_made(
    parasol: Command, data: Path
) -> None:
    from app import __version__

    session = parasol("play", "tutorial", "--script", RECORDED, "--json").document["session"]
    text = log_of(data)
    assert f"Parasol {__version__} started" in text
    assert f"Session {session} was created" in text
    assert "The Empty Berth" not in text
    assert parasol("branch", session, "--at", 5).code == 0
    assert f"Session {session} was opened" in log_of(data)


def test_the_log_names_the_crash_report_and_nothing_of_its_cause(
    parasol: Command, data: Path, breaks_in_play: None
) -> None:
    parasol("play", "tutorial", "--script", RECORDED)
    (report,) = (data / "crashes").iterdir()
    assert f"The crash report {report.name} was written" in log_of(data)
    assert "Okafor" not in log_of(data)


def test_the_log_says_that_a_commit_failed_and_why(
    parasol: Command, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise LibraryUnwritable(PRIVATE)

    monkeypatch.setattr(Sessions, "append", full)
    assert parasol("play", "tutorial", "--script", RECORDED).code == 2
    assert "failed: LibraryUnwritable" in log_of(data)
    assert "Okafor" not in log_of(data)


def test_a_look_leaves_no_log(parasol: Command, data: Path) -> None:
    for given in (["decks"], ["check", "tutorial"], ["sessions"]):
        parasol(*given)
    assert not (data / "logs").exists()
