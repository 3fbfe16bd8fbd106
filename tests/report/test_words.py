"""Templates are strict, and say where they are wrong."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import get_args

import pytest

from app.core.book import Book
from app.core.events import Event
from app.report.build import build_report
from app.report.gather_log import NOT_LISTED
from app.report.html import to_html
from app.report.words import TemplateWrong, Words, report_assets
from tests.report.played import Log


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    """A copy of the report's templates, to be broken."""
    folder = tmp_path / "templates"
    shutil.copytree(report_assets(), folder)
    return folder


def broken(folder: Path, file: str, old: str, new: str) -> int:
    """Break a template; the line on which it is broken."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


BREAKS = [
    ("words/turns.j2", "{{ turn.theme }}", "{{ turn.thema }}", "turns.j2"),
    ("words/turns.j2", "{{ turn.theme }}", "{{ turn.theme }", "turns.j2"),
    ("words/turns.j2", "{{ turn.theme }}", "{{ turn.theme|nofilter }}", "turns.j2"),
    ("words/turns.j2", "{{ turn.theme }}", "{{ 1 // 0 }}", "turns.j2"),
    ("words/turns.j2", "{{ turn.theme }}", "{{ turn.__class__.__mro__[1] }}", "turns.j2"),
    ("charts/gauges.svg.j2", "{{ chart.name }}", "{{ chart.nome }}", "gauges.svg.j2"),
    ("html/page.html.j2", "{{ report.cover.subtitle }}", "{{ report.nothing }}", "page.html.j2"),
    ("html/blocks.j2", "{{ b.text }}", "{{ b.texte }}", "blocks.j2"),
]


@pytest.mark.parametrize(("file", "old", "new", "named"), BREAKS, ids=range(len(BREAKS)))
def test_a_broken_template_says_file_and_line(
    log: Log, templates: Path, file: str, old: str, new: str, named: str
) -> None:
    line = broken(templates, file, old, new)
    with pytest.raises(TemplateWrong) as caught:
        to_html(
            build_report(log.book, log.entries, log.notes, "internal", templates=templates),
            templates,
        )
    fault = caught.value.faults[0]
    assert (fault.file.split("/")[-1], fault.line) == (named, line)


def test_a_changed_template_changes_the_report(log: Log, templates: Path) -> None:
    broken(templates, "words/cover.j2", "After-action report of", "Report on")
    report = build_report(log.book, log.entries, log.notes, templates=templates)
    assert report.cover.subtitle.startswith("Report on a seminar exercise")


def test_a_missing_sentence_is_an_error() -> None:
    with pytest.raises(TemplateWrong, match="no block 'nothing'"):
        Words().say("common.nothing")


def test_a_sentence_that_misses_a_value_is_an_error() -> None:
    with pytest.raises(TemplateWrong, match=r"common\.j2:\d+: 'seq' is undefined"):
        Words().say("common.event", turn=1)


def test_no_two_sentences_of_a_file_have_one_name() -> None:
    for path in (report_assets() / "words").glob("*.j2"):
        names = re.findall(r"{% block (\w+) %}", path.read_text(encoding="utf-8"))
        assert len(names) == len(set(names)), path.name


def test_free_text_with_template_signs_is_a_value(book: Book) -> None:
    said = Words().say("common.listed", items=["{{ 7*7 }}", "{% raw %}"])
    assert said == "{{ 7*7 }} and {% raw %}"


def test_the_log_has_words_for_every_kind_of_event_that_it_tells() -> None:
    told = (report_assets() / "words" / "log.j2").read_text(encoding="utf-8")
    blocks = set(re.findall(r"{% block (\w+) %}", told))
    kinds = {kind.__name__ for kind in get_args(Event) if kind not in NOT_LISTED}
    assert kinds <= blocks
