"""Section 6: the perception gap, leaders and publics, the check of the model, divided cells."""

from __future__ import annotations

from app.core.why import signed
from app.report import facts as f
from app.report.desk import Desk
from app.report.model import Block, Bullet, Bullets, Cell, Paragraph, Section, Table
from app.report.words import number


def section(desk: Desk) -> Section:
    """Nothing where the deck measures no gap."""
    facts = desk.facts
    if not facts.estimator:
        return Section("gap", "6", "", ())
    blocks: list[Block] = [Paragraph(desk.say("gap.lead", gaps=facts.gaps), "lead")]
    blocks.append(desk.paragraph("gap.question"))
    if facts.gaps:
        last = max(turn.number for turn in facts.turns)
        blocks.append(desk.charts.gap(facts.gaps, last, facts.opened_after))
        blocks.append(_divided(desk))
    blocks += _pairs(desk, "leaders", facts.leaders)
    blocks += _pairs(desk, "heard", facts.heard)
    blocks += _checks(desk)
    blocks += _moved(desk)
    blocks += desk.caveats("gauges", "once")
    return Section("gap", "6", desk.say("gap.title"), tuple(blocks))


def _divided(desk: Desk) -> Paragraph:
    divided = [gap for gap in desk.facts.gaps if gap.is_divided]
    return Paragraph(desk.say("gap.divided", divided=divided), label=desk.say("gap.divided_label"))


def _pairs(desk: Desk, name: str, pairs: tuple[f.PairFact, ...]) -> list[Block]:
    if not pairs:
        return []
    rows = tuple(
        (
            desk.seat_cell(pair.seat),
            Cell(str(pair.turn)),
            Cell(number(pair.first)),
            Cell(number(pair.second)),
            Cell(signed(pair.difference), strong=abs(pair.difference) >= 2),
            Cell(str(pair.n)),
        )
        for pair in pairs
    )
    columns = ("seat:name", "turn:number", f"{name}_first:number", f"{name}_second:number")
    head = desk.columns("gap", *columns, "difference:number", "n:number")
    return [Table(desk.say(f"gap.{name}_caption"), head, rows)]


def _checks(desk: Desk) -> list[Block]:
    checks = desk.facts.checks
    if not checks:
        return []
    suspects = [
        seat
        for seat in dict.fromkeys(check.seat for check in checks)
        if sum(abs(c.difference) >= 3 for c in checks if c.seat == seat) >= 2
    ]
    return [
        *_pairs(desk, "check", checks),
        desk.paragraph("gap.check_reading", checks=checks, suspects=suspects),
    ]


def _moved(desk: Desk) -> list[Block]:
    """What people said moved them: words where these readers may read them, else tensions."""
    said = [(p, text, tension) for p in desk.facts.polls for text, tension in p.words]
    if not said:
        return []
    counts: dict[str, int] = {}
    for _, _, tension in said:
        counts[tension] = counts.get(tension, 0) + 1
    blocks: list[Block] = [
        desk.heading("gap.moved"),
        desk.paragraph("gap.moved_counts", counts=sorted(counts.items()), n=len(said)),
    ]
    items = tuple(
        Bullet(text, small=desk.say("gap.moved_small", poll=poll, tension=tension), is_quote=True)
        for poll, text, tension in said
        if text
    )
    return [*blocks, Bullets(items)] if items else blocks
