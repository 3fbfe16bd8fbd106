"""Writes a report to a file, after checking it against the log.

A report is refused where a quote in it may not stand there, and where what it holds is not what
the log holds. A file that is already there is never replaced unless that is asked for;
`write_report` gives the new one a number.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import replace as changed
from itertools import chain, count
from pathlib import Path
from typing import get_args

from app.config.safe_write import write_file
from app.core.book import Book
from app.core.events import Entry
from app.errors import ParasolError, WrongUse
from app.report.build import build_report
from app.report.counting import in_page
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


def write_report(
    book: Book,
    entries: Sequence[Entry],
    notes: Mapping[str, str],
    folder: Path,
    *,
    audience: str = "participants",
    format: str = "html",  # noqa: A002 - the word of the command line
) -> Exported:
    """Build the report of a session from its log and the texts of its notes, and write it.

    A report of the same name that is there already gets a number. Raises WrongUse for readers or
    a format that there are not, and what `export` raises.
    """
    readers = next((known for known in get_args(Audience) if known == audience), None)
    if readers is None:
        known = ", ".join(get_args(Audience))
        raise WrongUse(f"There are no readers '{audience}'.", remedy=f"Readers: {known}.")
    report = build_report(book, entries, notes, readers)
    return export(changed(report, name=_free_name(report.name, folder, format)), folder, format)


def export(
    report: Report,
    folder: Path,
    format: str = "html",  # noqa: A002 - the word of the command line
    *,
    templates: Path | None = None,
    replace: bool = False,
) -> Exported:
    """Write the report into the folder as `<name>.<format>`.

    Raises ReportRefused, FileExists, FileNotWritten, TemplateWrong, or WrongUse for a format that
    there is not. Nothing is written then.
    """
    if format not in FORMATS:
        raise WrongUse(f"There is no format '{format}'.", remedy=f"Formats: {', '.join(FORMATS)}.")
    if report.refused:
        raise ReportRefused(
            "The report was not written, because of what is quoted in it.",
            "\n".join(report.refused),
            "Leave the quote out, mark it quotable, or attribute quotes to nobody.",
        )
    page = to_html(report, templates)
    counts = in_page(page)
    _check(counts, report.logged)
    return Exported(write_file(folder / f"{report.name}.{format}", page, replace=replace), counts)


def _free_name(name: str, folder: Path, suffix: str) -> str:
    """The name, with a number where there is such a file already: 'name (2)'."""
    numbered = (f"{name} ({number})" for number in count(2))
    names = chain((name,), numbered)
    return next(free for free in names if not (folder / f"{free}.{suffix}").exists())


def _check(found: Counts, logged: Counts) -> None:
    names = ("moves", "rulings", "quotes")
    pairs = ((name, getattr(found, name), getattr(logged, name)) for name in names)
    wrong = [f"{name}: {a} in the report, {b} in the log" for name, a, b in pairs if a != b]
    if wrong:
        raise ReportRefused(
            "The report was not written, because it does not agree with the log.",
            "\n".join(wrong),
            "The session is unharmed. Use the program's own templates, or report this fault.",
        )
