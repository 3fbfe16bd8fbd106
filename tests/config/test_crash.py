"""A crash report leads to the place, and to nothing private."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app import __version__
from app.config.crash import KEPT, write_crash_report

SECRET = "Ms Okafor doubts the promise"
MOMENT = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)


def caught(act: object) -> BaseException:
    """The exception that calling `act` ends in."""
    try:
        act()  # type: ignore[operator]
    except BaseException as exception:  # noqa: BLE001 - any kind is the point
        return exception
    raise AssertionError("nothing was raised")


def report(exception: BaseException, folder: Path) -> str:
    path = write_crash_report(exception, folder, MOMENT)
    assert path is not None
    return path.read_text(encoding="utf-8")


def fail_with_secrets() -> None:
    note = SECRET
    try:
        int(note)
    except ValueError as problem:
        raise KeyError(SECRET) from problem


def test_it_names_types_modules_lines_and_functions(tmp_path: Path) -> None:
    text = report(caught(fail_with_secrets), tmp_path)
    line = fail_with_secrets.__code__.co_firstlineno + 5
    assert f"KeyError\n  {__name__}:" in text
    assert f"  {__name__}:{line} in fail_with_secrets" in text
    assert "caused by ValueError" in text


def test_it_names_the_versions(tmp_path: Path) -> None:
    text = report(ValueError(), tmp_path)
    assert f"Parasol: {__version__}" in text
    assert f"Python:  {sys.version.split()[0]}" in text


def test_neither_messages_nor_values_nor_paths_appear(tmp_path: Path) -> None:
    text = report(caught(fail_with_secrets), tmp_path)
    assert SECRET not in text
    assert str(Path(__file__).parent) not in text
    assert str(tmp_path) not in text


def test_notes_and_members_of_a_group_keep_their_secrets(tmp_path: Path) -> None:
    error = ExceptionGroup(SECRET, [ValueError(SECRET), TypeError(SECRET)])
    error.add_note(SECRET)
    text = report(error, tmp_path)
    assert "together with ValueError" in text
    assert "together with TypeError" in text
    assert SECRET not in text


def test_code_made_of_a_persons_text_is_not_named(tmp_path: Path) -> None:
    source = "def promise():\n    raise type('Okafor', (Exception,), {'__module__': 'okafor'})\n"
    scope: dict[str, object] = {"__name__": "okafor_template"}
    exec(compile(source, "okafor.html", "exec"), scope)
    text = report(caught(scope["promise"]), tmp_path)
    assert "okafor" not in text.lower()
    assert "promise" not in text


def test_the_systems_reason_is_kept_by_its_name(tmp_path: Path) -> None:
    text = report(caught(lambda: open(tmp_path / SECRET)), tmp_path)  # noqa: PTH123, SIM115
    assert "FileNotFoundError [ENOENT]" in text
    assert SECRET not in text


def test_endless_recursion_gives_a_short_report(tmp_path: Path) -> None:
    def again() -> None:
        again()

    assert len(report(caught(again), tmp_path).splitlines()) < 100


def test_exceptions_that_cause_one_another_end(tmp_path: Path) -> None:
    first, second = ValueError(), TypeError()
    first.__cause__, second.__cause__ = second, first
    assert report(first, tmp_path).count("caused by") == 1


def test_two_in_the_same_moment_do_not_raise(tmp_path: Path) -> None:
    assert write_crash_report(ValueError(), tmp_path, MOMENT) is not None
    assert write_crash_report(ValueError(), tmp_path, MOMENT) is None


def test_only_the_newest_are_kept(tmp_path: Path) -> None:
    for second in range(KEPT + 5):
        write_crash_report(ValueError(), tmp_path, MOMENT + timedelta(seconds=second))
    names = sorted(path.name for path in tmp_path.iterdir())
    assert len(names) == KEPT
    assert names[0].startswith("crash-20260301T093005")


def test_a_folder_that_cannot_be_written_to_does_not_make_it_worse(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert write_crash_report(ValueError(), tmp_path / "file" / "crashes") is None


@pytest.mark.parametrize("kind", [KeyboardInterrupt, SystemExit, MemoryError, RecursionError])
def test_any_kind_of_exception_can_be_reported(kind: type[BaseException], tmp_path: Path) -> None:
    assert kind.__name__ in report(kind(SECRET), tmp_path)


def test_a_module_whose_import_failed_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "half_written.py").write_text("def begin():\n    raise KeyError\nbegin()\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    text = report(caught(lambda: __import__("half_written")), tmp_path)
    assert "  half_written:2 in begin" in text
    assert "half_written" not in sys.modules
