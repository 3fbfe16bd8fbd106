"""What a report holds."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from app.core import outcome
from app.core.book import Book
from app.core.compile import compile_deck
from app.report.audience import Include
from app.report.build import build_report
from app.report.gather import gather
from app.report.html import to_html
from app.report.model import Audience, Bullets, Caveat, Counts, Figure, Report, Table, as_plain
from app.report.tensions import exercised
from tests.report.played import SETUP, Log, played

AUDIENCES: tuple[Audience, ...] = ("participants", "reviewers", "internal")
EVERYTHING = Include(private_injects=True, concerns=True, quiet_moves=True)


def built(log: Log, audience: Audience = "internal", **more: Any) -> Report:
    return build_report(log.book, log.entries, log.notes, audience, **more)


def texts(value: object) -> Iterator[str]:
    """Every text of a report's plain form, drawings left out."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key != "svg":
                yield from texts(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from texts(inner)


def all_text(report: Report) -> str:
    return "\n".join(texts(as_plain(report)))


def table(report: Report, section: str, caption: str) -> Table:
    found = next(s for s in report.sections if s.id == section)
    return next(b for b in found.blocks if isinstance(b, Table) and b.caption == caption)


def rows(found: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in found.rows]


def test_the_sections_stand_in_the_order_of_the_method(log: Log) -> None:
    numbers = [section.number for section in built(log).sections]
    assert numbers == ["1", "2", "3", "4", "5", "6", "7", "8", "9", "A", "B", "C", "D", "E", "F"]


def test_sections_are_numbered_without_gaps(book: Book) -> None:
    log = played(compile_deck(book.deck.model_copy(update={"gap": None})))
    sections = built(log).sections
    assert "gap" not in {section.id for section in sections}
    assert "".join(section.number for section in sections) == "12345678ABCDEF"


@pytest.mark.parametrize(
    ("audience", "counts"),
    [
        ("participants", Counts(6, 2, 2)),
        ("reviewers", Counts(6, 2, 2)),
        ("internal", Counts(7, 2, 2)),
    ],
)
def test_the_counts_are_the_logs(log: Log, audience: Audience, counts: Counts) -> None:
    report = built(log, audience)
    assert report.counts == report.logged == counts


def test_every_cause_of_a_gauge_is_named_with_its_step(log: Log) -> None:
    first = rows(table(built(log), "what-happened", "Gauges, start and end of turn"))
    assert first[0] == [
        "Assurance of Tavia",
        "Guarded 5",
        "Uneasy 4",
        "",
        "I1 −1, P1 +1, F3 +1, R3 via P1 −2 ◆ ruled",
    ]
    assert first[1][-1] == "P2 −1, F2 +1, F3 0 of +1, taken by R2, R7 +1"


def test_a_ruling_shows_what_was_printed_what_was_ruled_and_why(log: Log) -> None:
    section = next(s for s in built(log).sections if s.id == "what-happened")
    lists = [b for b in section.blocks if isinstance(b, Bullets) and b.item == "ruling"]
    second = lists[1].items[0]
    assert second.lead == "Assurance of Tavia: S1 Full escort cancelled"
    assert second.small.startswith("printed +1, ruled 0; a limit took it up")
    assert second.text == "“The welcome on the quay never mentioned the patrol.”"


def test_the_gap_is_printed_with_halves_and_numbers_of_people(log: Log) -> None:
    text = all_text(built(log))
    assert "gap of +2.5, misread (turn 1, n = 2 and 3)" in text
    assert "Tavia in turn 2, answers from 2 to 6, n = 2." in text


def test_what_was_undone_and_amended_stays_readable(log: Log) -> None:
    report = built(log)
    put_right = table(report, "log", "Put right later")
    assert rows(put_right)[0][2:] == [
        "We did it all together, too late.",
        "We did everything together, one turn too late.",
        "Read back to the cell and mended.",
    ]
    undone = [row for row in rows(table(report, "log", "The log")) if row[4] == "undone"]
    assert [row[3] for row in undone] == ["Tavia drafted F4 Guns of our own, solo."]


def test_every_link_has_a_place_to_go(log: Log) -> None:
    for audience in AUDIENCES:
        page = to_html(built(log, audience))
        anchors = set(re.findall(r' id="([^"]+)"', page))
        assert set(re.findall(r'href="#([^"]+)"', page)) <= anchors


def test_all_three_caveats_stand_on_the_cover_and_in_the_text(log: Log) -> None:
    report = built(log)
    said = {b.text for s in report.sections for b in s.blocks if isinstance(b, Caveat)}
    assert said == set(report.cover.caveats)
    assert "One session shows what one group did once." in said


def test_no_percentages_and_no_league_tables(log: Log) -> None:
    for audience in AUDIENCES:
        text = all_text(built(log, audience))
        assert not re.search(r"\d ?%|per cent|percent|rank", text)


def test_figures_say_the_same_in_words(log: Log) -> None:
    figures = [b for s in built(log).sections for b in s.blocks if isinstance(b, Figure)]
    assert len(figures) == 4
    assert "turn 2 Mandate building 8" in figures[0].alt
    for figure in figures:
        assert figure.title
        assert "<title" in figure.svg
        assert "<desc" in figure.svg


def test_sentences_are_set_without_stray_spaces(log: Log) -> None:
    for audience in AUDIENCES:
        stray = [
            t for t in texts(as_plain(built(log, audience))) if re.search(r" [,.;)]|\( |  ", t)
        ]
        assert stray == []


def test_the_same_session_gives_the_same_bytes(log: Log) -> None:
    again = played()
    for audience in AUDIENCES:
        assert to_html(built(log, audience)) == to_html(built(again, audience))


def test_the_model_can_be_handed_over_as_json(log: Log) -> None:
    plain = json.loads(json.dumps(as_plain(built(log))))
    assert plain["sections"][0]["title"] == "Executive summary"


def test_exercised_tensions_are_those_of_the_rules(log: Log) -> None:
    facts = gather(log.book, log.entries, log.notes)
    assert exercised(facts) == set(outcome.exercised(log.book, log.state))


def test_a_report_can_be_made_after_every_entry(log: Log) -> None:
    for audience in AUDIENCES:
        for end in range(1, len(log.entries) + 1, 1 if audience == "participants" else 5):
            report = build_report(log.book, log.entries[:end], log.notes, audience)
            assert report.counts == report.logged, (audience, end)


def test_an_exercise_that_is_not_over_says_so(log: Log) -> None:
    report = build_report(log.book, log.entries[:30], log.notes, "participants")
    assert "not over" in " ".join(report.cover.remarks)


def test_tensions_that_nothing_carried_are_named(book: Book) -> None:
    log = Log(book)
    log.start(dataclasses.replace(SETUP, watch_tensions=()))
    text = all_text(built(log))
    assert "Nothing in this session’s log carried these." in text


def test_quotes_left_out_are_left_out(log: Log) -> None:
    report = built(log, leave_out={"q1"})
    assert report.counts.quotes == report.logged.quotes == 1
    assert "You asked us" not in all_text(report)


def test_quotes_stand_by_seat_only_where_that_was_chosen(log: Log) -> None:
    assert "A member of a cell, turn 1" in all_text(built(log))
    assert "Tavia, turn 1" in all_text(built(log, by_seat=True))
