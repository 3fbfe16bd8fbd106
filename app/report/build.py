"""Builds the report of a session for an audience: gathers, takes away, writes the sections."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from string import ascii_uppercase

from app.core.book import Book
from app.core.events import Entry
from app.report import (
    appendices,
    gap,
    gauges,
    overview,
    quotes,
    seats,
    summary,
    tensions,
    turns,
)
from app.report.audience import NOTHING_PRIVATE, Include, seen_by
from app.report.charts import Charts
from app.report.counting import in_log
from app.report.desk import Desk
from app.report.facts import Facts
from app.report.gather import gather
from app.report.model import Audience, Chrome, Counts, Cover, Report, Section
from app.report.words import Words

_ASIDES = ("session", "group", "white_cell", "deck", "settings", "record")


def build_report(
    book: Book,
    entries: Sequence[Entry],
    notes: Mapping[str, str],
    audience: Audience = "participants",
    include: Include = NOTHING_PRIVATE,
    *,
    by_seat: bool | None = None,
    leave_out: Collection[str] = (),
    templates: Path | None = None,
) -> Report:
    """The report of a session.

    `notes` are the texts of notes by their id; `leave_out` names quotes that are not to stand in
    the report. `by_seat` attributes quotes to seats; None takes the session's own setting.
    `templates` is a folder with `words` and `charts` in place of the program's. Raises
    TemplateWrong where one of them is at fault.
    """
    facts = seen_by(gather(book, entries, notes), audience, include)
    kept = tuple(note for note in facts.quotes if note.id not in leave_out)
    facts = replace(facts, quotes=kept)
    words = Words(templates / "words" if templates else None)
    charts = Charts(words, templates / "charts" if templates else None)
    attributed = facts.session.attribution == "by seat" if by_seat is None else by_seat
    logged = in_log(entries, audience, quiet_moves=include.quiet_moves, leave_out=leave_out)
    return _report(Desk(facts, audience, words, charts, attributed), logged)


def _report(desk: Desk, logged: Counts) -> Report:
    return Report(
        title=desk.say("cover.title"),
        language=desk.facts.deck.language,
        name="-".join(re.findall(r"\w+", desk.say("cover.name").casefold())),
        audience=desk.audience,
        cover=_cover(desk),
        chrome=_chrome(desk),
        sections=_sections(desk),
        logged=logged,
        refused=quotes.refusals(desk),
    )


def _sections(desk: Desk) -> tuple[Section, ...]:
    made = (
        summary.section(desk),
        overview.overview(desk),
        overview.method(desk),
        turns.section(desk),
        gauges.section(desk),
        gap.section(desk),
        tensions.section(desk),
        seats.section(desk),
        appendices.follow_up(desk),
        *appendices.sections(desk),
    )
    return _numbered(section for section in made if section.blocks)


def _numbered(sections: Iterable[Section]) -> tuple[Section, ...]:
    """Sections as 1, 2, 3 and appendices as A, B, C, whatever a deck or reader has none of."""
    numbers, letters = iter(range(1, 100)), iter(ascii_uppercase)
    return tuple(
        replace(x, number=next(letters) if x.number.isalpha() else str(next(numbers)))
        for x in sections
    )


def _cover(desk: Desk) -> Cover:
    facts = desk.facts
    values = {
        "moves": sum(len(turn.moves) for turn in facts.turns),
        "injects": sum(len(turn.injects) for turn in facts.turns),
        "rulings": sum(len(turn.rulings) for turn in facts.turns),
        "observations": 0 if desk.audience == "participants" else len(facts.notes),
    }
    return Cover(
        title=desk.say("cover.title"),
        subtitle=desk.say("cover.subtitle"),
        facts=tuple(
            (desk.say(f"cover.label_{name}"), desk.say(f"cover.{name}", **values))
            for name in _ASIDES
        ),
        remarks=_remarks(desk),
        caveats=tuple(desk.say(f"caveats.{name}") for name in ("gauges", "once", "adversaries")),
    )


def _remarks(desk: Desk) -> tuple[str, ...]:
    facts = desk.facts
    remarks = [desk.say("cover.rule", by_seat=desk.by_seat)]
    if desk.audience == "participants":
        remarks.append(desk.say("cover.every_seat"))
    if facts.left_out:
        remarks.append(_left_out(desk, facts))
    if facts.session.parent is not None:
        remarks.append(desk.say("cover.fork"))
    if not facts.end.is_over:
        remarks.append(desk.say("cover.unfinished"))
    return tuple(remarks)


def _left_out(desk: Desk, facts: Facts) -> str:
    names = [desk.say("common.left_out_name", name=name) for name in facts.left_out]
    return desk.say("common.left_out", names=names)


def _chrome(desk: Desk) -> Chrome:
    return Chrome(
        handling=desk.facts.session.handling,
        version=desk.say("cover.version"),
        running_title=desk.say("cover.running"),
        date=desk.say("cover.day"),
        contents=desk.say("cover.contents"),
        skip=desk.say("cover.skip"),
        appendix=desk.say("cover.appendix"),
        ruling=desk.say("cover.ruling"),
    )
