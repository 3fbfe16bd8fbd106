"""Section 5: gauges over time."""

from __future__ import annotations

from itertools import groupby

from app.report import facts as f
from app.report.charts import ACROSS
from app.report.desk import Desk
from app.report.model import Block, Paragraph, Section
from app.report.summary import swings


def section(desk: Desk) -> Section:
    """Small multiples by family; the first sentence is the finding."""
    moved = [
        (gauge, gauge.levels[first], gauge.levels[last])
        for gauge, first, last in swings(desk.facts)
    ]
    blocks: list[Block] = [
        Paragraph(desk.say("gauges.finding", moved=moved), "lead"),
        desk.small("gauges.intro"),
    ]
    turns = desk.facts.turns
    blocks += [desk.charts.gauges(row, turns) for row in _rows(desk.facts)]
    blocks += desk.caveats("gauges", "once")
    return Section("gauges", "5", desk.say("gauges.title"), tuple(blocks))


def _rows(facts: f.Facts) -> list[list[f.GaugeFact]]:
    """Gauges by family; small families that fit beside one another share a figure."""
    rows: list[list[f.GaugeFact]] = []
    for _, found in groupby(facts.gauges, key=lambda gauge: gauge.family):
        family = list(found)
        if rows and len(rows[-1]) + len(family) <= ACROSS:
            rows[-1] += family
        else:
            rows.append(family)
    return rows
