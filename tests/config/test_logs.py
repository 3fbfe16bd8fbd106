"""The log says what happened, and nothing that a person wrote."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

import pytest

from app.config.logs import DiscreetFormatter, Public, logging_to

SECRET = "Ms Okafor doubts the promise"
log = logging.getLogger("app.somewhere")


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    with logging_to(tmp_path / "logs") as path:
        assert path is not None
        yield path


def test_a_sentence_of_ours_is_logged_with_its_time_in_utc(file: Path) -> None:
    log.info("The library was opened")
    line = file.read_text().strip()
    assert line.endswith("Z INFO app.somewhere: The library was opened")


def test_text_is_masked(file: Path) -> None:
    log.info("A note of %s was saved: %s", SECRET, [SECRET])
    assert file.read_text().strip().endswith("A note of <28 characters> was saved: <list>")


def test_text_by_name_is_masked(file: Path) -> None:
    log.info("A note: %(note)s", {"note": SECRET})
    assert file.read_text().strip().endswith("A note: <28 characters>")


def test_numbers_members_of_enumerations_and_what_is_vouched_for_are_shown(file: Path) -> None:
    phase = Enum("phase", {"DELIBERATE": SECRET})
    log.info("%s: turn %d, %s", Public("tutorial"), 2, phase["DELIBERATE"])
    assert file.read_text().strip().endswith("tutorial: turn 2, DELIBERATE")


def test_an_exceptions_message_is_left_out(file: Path) -> None:
    try:
        int(SECRET)
    except ValueError:
        log.exception("A number could not be read")
    text = file.read_text()
    assert "ValueError" in text
    assert f"{__name__}:" in text
    assert SECRET not in text


def test_other_libraries_warnings_are_logged_without_their_words(file: Path) -> None:
    logging.getLogger("markdown").warning(SECRET)
    text = file.read_text()
    assert "WARNING markdown: at test_logs:" in text
    assert SECRET not in text


def test_a_malformed_call_costs_no_more_than_its_arguments() -> None:
    record = log.makeRecord("app.x", logging.INFO, "x.py", 1, "Two: %s %s", (SECRET,), None)
    assert DiscreetFormatter().format(record).endswith("app.x: Two: %s %s")


def test_nothing_is_logged_after_the_context(tmp_path: Path) -> None:
    with logging_to(tmp_path) as path:
        assert path is not None
    log.info("Too late")
    assert path.read_text() == ""


def test_a_folder_that_cannot_be_used_is_no_reason_not_to_start(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file in its place")
    with logging_to(tmp_path / "logs") as path:
        log.info("Going on")
    assert path is None
