"""Section 1: the executive summary, or the scaffold for it with its evidence laid out."""

from __future__ import annotations

from collections.abc import Iterable

from app.report import facts as f
from app.report.desk import Desk
from app.report.model import Block, Bullet, Bullets, Finding, Paragraph, Section

SWINGS = 3


def section(desk: Desk) -> Section:
    """Starred insights first, then what the log has to offer."""
    blocks: list[Block] = [Paragraph(desk.say("summary.lead"), "lead")]
    insights = [note for note in desk.facts.notes if note.kind == "insight" and note.is_starred]
    blocks += [insight(desk, note, str(i)) for i, note in enumerate(insights, start=1)]
    if not insights and desk.audience != "participants":
        blocks.append(desk.small("summary.to_write"))
    blocks += [desk.heading("summary.evidence"), Bullets(tuple(_evidence(desk)))]
    return Section("summary", "1", desk.say("summary.title"), tuple(blocks))


def insight(desk: Desk, note: f.NoteFact, number: str = "") -> Finding:
    """An insight: its first line is the claim, what follows the text; its sources are linked."""
    claim, _, text = note.text.partition("\n")
    turns = {row.seq: row.turn for row in desk.facts.log}
    links = tuple(desk.event(turns[seq], seq) for seq in note.sources if seq in turns)
    remark = desk.say("summary.insight_remark", note=note)
    return Finding(claim, text.strip(), links, " ".join(note.tensions), remark, number)


def _evidence(desk: Desk) -> Iterable[Bullet]:
    facts = desk.facts
    gap = max(facts.gaps, key=lambda gap: abs(gap.gap), default=None)
    if gap is None:
        yield Bullet(desk.say("summary.gap_none"), desk.say("summary.gap_lead"), to="gap")
    else:
        text = desk.say("summary.gap", gap=gap)
        yield Bullet(text, desk.say("summary.gap_lead"), to="gap")
    for gauge, first, last in swings(facts)[:SWINGS]:
        text = desk.say("summary.swing", gauge=gauge, first=first, last=last)
        yield Bullet(text, desk.say("summary.swing_lead", gauge=gauge), to="gauges")
    yield from _held(desk)
    counts = dict(facts.tension_counts)
    for name in facts.most_tagged:
        if counts.get(name):
            tension = next(t for t in facts.tensions if t.id == name)
            chosen = name in facts.chosen
            text = desk.say("summary.tension", count=counts[name], chosen=chosen)
            lead = desk.say("summary.tension_lead", tension=tension)
            yield Bullet(text, lead, to=f"tension-{name}")


def _held(desk: Desk) -> Iterable[Bullet]:
    """Limits that took something back, with their turns."""
    held: dict[str, list[str]] = {}
    for turn in desk.facts.turns:
        for gauge in turn.gauges:
            for cause in gauge.causes:
                if cause.kind == "limit" and cause.id:
                    turns = held.setdefault(f"{cause.id} {cause.title}", [])
                    turns += [] if str(turn.number) in turns else [str(turn.number)]
    for name, turns in held.items():
        lead = desk.say("summary.held_lead", cause=name)
        yield Bullet(desk.say("summary.held", turns=turns), lead, to="what-happened")


def swings(facts: f.Facts) -> list[tuple[f.GaugeFact, int, int]]:
    """Gauges that ended elsewhere than they began, the largest step first, with both turns."""
    found = []
    for gauge in facts.gauges:
        told = [turn for turn, level in enumerate(gauge.levels) if level is not None]
        if not told:
            continue
        size = _size(gauge.levels[told[0]], gauge.levels[told[-1]])
        if size:
            found.append((size, gauge, told[0], told[-1]))
    found.sort(key=lambda item: -item[0])
    return [(gauge, first, last) for _, gauge, first, last in found]


def _size(first: f.Level | None, last: f.Level | None) -> int:
    if first is None or last is None:
        return 0
    if first.digit is None or last.digit is None:
        return abs(last.step - first.step) * 2
    return abs(last.digit - first.digit)
