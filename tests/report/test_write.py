"""Exports: refused where they must be, never silent, never over another file."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from app.core.book import Book
from app.core.values import CellSetup
from app.errors import FileExists, WrongUse
from app.report.model import Counts
from app.report.write import ReportRefused, export, write_report
from tests.report.played import SETUP, Log, played
from tests.report.test_build import built


def test_an_export_writes_one_file_and_says_what_is_in_it(log: Log, tmp_path: Path) -> None:
    done = export(built(log, "reviewers"), tmp_path / "out")
    assert done.path.name == "tutorial-autumn-seminar-2026-11-12-0931-reviewers.html"
    assert done.counts == Counts(6, 2, 2)
    assert [path.name for path in (tmp_path / "out").iterdir()] == [done.path.name]


def test_a_file_that_is_there_is_left_alone(log: Log, tmp_path: Path) -> None:
    report = built(log)
    path = export(report, tmp_path).path
    path.write_text("mine")
    with pytest.raises(FileExists):
        export(report, tmp_path)
    assert path.read_text() == "mine"
    assert export(report, tmp_path, replace=True).path.read_text().startswith("<!DOCTYPE")


def test_a_second_report_gets_a_number_and_the_first_stays(log: Log, tmp_path: Path) -> None:
    paths = [write_report(log.book, log.entries, log.notes, tmp_path).path for _ in range(3)]
    first = "tutorial-autumn-seminar-2026-11-12-0931-participants"
    assert [path.name for path in paths] == [
        f"{first}.html",
        f"{first} (2).html",
        f"{first} (3).html",
    ]
    assert all(path.read_text("utf-8").startswith("<!DOCTYPE") for path in paths)


def test_a_title_of_any_kind_makes_a_file_name(book: Book, tmp_path: Path) -> None:
    log = played(book, dataclasses.replace(SETUP, title='../../a: "b" \\ ' + "long " * 40))
    path = write_report(log.book, log.entries, log.notes, tmp_path).path
    assert path.parent == tmp_path
    assert path.name.startswith("tutorial-a-b-long-long")
    assert len(path.name) < 100


def test_a_quote_that_is_not_quotable_keeps_the_report_back(book: Book, tmp_path: Path) -> None:
    def starred(log: Log) -> None:
        log.note("q9", "quote", "Ask me again when the boats arrive.", "TAV", starred=True)

    log = played(book, SETUP, starred)
    with pytest.raises(ReportRefused, match="Ask me again when the boats arrive"):
        export(built(log, "reviewers"), tmp_path)
    assert list(tmp_path.iterdir()) == []
    assert export(built(log, "reviewers", leave_out={"q9"}), tmp_path).counts.quotes == 2


def test_a_quote_by_seat_from_a_cell_of_one_keeps_the_report_back(
    book: Book, tmp_path: Path
) -> None:
    cells = (CellSetup("CAL", heads=3), CellSetup("TAV", heads=1))
    setup = dataclasses.replace(SETUP, cells=cells, attribution="by seat")
    log = played(book, setup)
    with pytest.raises(ReportRefused, match="the seat has one person: “You asked us") as caught:
        export(built(log), tmp_path)
    assert len(caught.value.detail.splitlines()) == 2
    assert export(built(log, by_seat=False), tmp_path).counts.quotes == 2


def test_a_report_that_disagrees_with_the_log_is_not_written(log: Log, tmp_path: Path) -> None:
    report = dataclasses.replace(built(log), logged=Counts(8, 2, 2))
    with pytest.raises(ReportRefused, match="moves: 7 in the report, 8 in the log"):
        export(report, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_format_that_there_is_not_is_wrong_use(log: Log, tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match="no format 'odt'"):
        export(built(log), tmp_path, "odt")
