"""Section 5: gauges over time."""

from __future__ import annotations

from itertools import groupby

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
    for _, family in groupby(desk.facts.gauges, key=lambda gauge: gauge.family):
        blocks.append(desk.charts.gauges(list(family), turns))
    blocks += desk.caveats("gauges", "once")
    return Section("gauges", "5", desk.say("gauges.title"), tuple(blocks))
