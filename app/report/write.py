"""Writes a report to a file, after checking it against the log.

A report is refused where a quote in it may not stand there, and where what it holds is not what
the log holds. A file that is already there is never replaced unless that is asked for.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import get_args

from typing_extensions import override

from app.config.safe_write import write_file
from app.core import events as ev
from app.core.book import Book
from app.core.state import TurnRecord, fold
from app.errors import ParasolError, WrongUse
from app.report.build import build_report
from app.report.html import to_html
from app.report.model import Audience, Counts, Report

FORMATS = ("html",)


class ReportRefused(ParasolError):
    """The report may not be handed out as it is; `detail` says why, a line for each reason."""


@dataclass(frozen=True, slots=True)
class Exported:
    """A report that was written, with what was counted in the file."""

    path: Path
    counts: Counts


def export(
    report: Report,
    folder: Path,
    entries: Sequence[ev.Entry],
    format: str = "html",  # noqa: A002 - the word of the command line
    *,
    quiet_moves: bool = False,
    leave_out: Collection[str] = (),
    replace: bool = False,
) -> Exported:
    """Write the report into the folder as `<name>.<format>`.

    `entries` is the log that it was built from; `quiet_moves` and `leave_out` are what it was built
    with. Raises ReportRefused, FileExists, FileNotWritten, or WrongUse for a format it has not.
    """
    if format not in FORMATS:
        raise WrongUse(f"There is no format '{format}'.", remedy=f"Formats: {', '.join(FORMATS)}.")
    if report.refused:
        raise ReportRefused(
            "The report was not written, because of what is quoted in it.",
            "\n".join(report.refused),
            "Leave the quote out, mark it quotable, or attribute to nobody.",
        )
    text = to_html(report)
    counts = counted(text)
    _compare(counts, expected(report, entries, quiet_moves=quiet_moves, leave_out=leave_out))
    return Exported(write_file(folder / f"{report.name}.{format}", text, replace=replace), counts)


def write_report(
    book: Book,
    entries: Sequence[ev.Entry],
    notes: Mapping[str, str],
    folder: Path,
    *,
    audience: str = "participants",
    format: str = "html",  # noqa: A002 - the word of the command line
    replace: bool = False,
) -> Exported:
    """Build the report of a session and write it, as `build_report` and `export` say.

    Raises WrongUse for readers that there are not.
    """
    readers = next((known for known in get_args(Audience) if known == audience), None)
    if readers is None:
        raise WrongUse(
            f"There are no readers called '{audience}'.",
            remedy=f"Readers: {', '.join(get_args(Audience))}.",
        )
    report = build_report(book, entries, notes, readers)
    return export(report, folder, entries, format, replace=replace)


def _compare(found: Counts, wanted: Counts) -> None:
    if found != wanted:
        pairs = (
            (name, getattr(found, name), getattr(wanted, name))
            for name in ("moves", "rulings", "quotes")
        )
        wrong = [f"{name}: {a} in the report, {b} in the log" for name, a, b in pairs if a != b]
        raise ReportRefused(
            "The report was not written, because it does not agree with the log.",
            "\n".join(wrong),
            "The session is unharmed. Use the program's own templates, or report this.",
        )


class _Counter(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found = {"move": 0, "ruling": 0, "quote": 0}

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        item = dict(attrs).get("data-item")
        if item in self.found:
            self.found[item] += 1


def counted(page: str) -> Counts:
    """What a page holds, counted in the page itself."""
    counter = _Counter()
    counter.feed(page)
    return Counts(counter.found["move"], counter.found["ruling"], counter.found["quote"])


def expected(
    report: Report,
    entries: Sequence[ev.Entry],
    *,
    quiet_moves: bool = False,
    leave_out: Collection[str] = (),
) -> Counts:
    """What the log holds for these readers, counted in the log without the report's own eyes."""
    state = fold(entries)
    in_full = report.audience == "internal" or (report.audience == "reviewers" and quiet_moves)
    turns = [record for record in state.turns if record.is_closed]
    quotes = [
        note
        for note in state.notes
        if note.kind == "quote" and (note.quotable or note.starred) and note.id not in leave_out
    ]
    return Counts(
        moves=sum(_moves(record, report, in_full=in_full) for record in turns),
        rulings=sum(len(record.rulings) + len(record.added) for record in turns),
        quotes=len(quotes),
    )


def _moves(record: TurnRecord, report: Report, *, in_full: bool) -> int:
    plays = [play for play in record.plays if in_full or play.channel != "quiet"]
    if report.audience == "participants":
        plays = [play for play in plays if play.seat in record.revealed]
    return len(plays)
