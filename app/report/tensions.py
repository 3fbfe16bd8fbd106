"""Section 7: findings by tension, and the tensions that were not exercised."""

from __future__ import annotations

from collections.abc import Iterable

from app.report import facts as f
from app.report.desk import Desk
from app.report.model import Block, Bullet, Bullets, Cell, Heading, Paragraph, Section, Table
from app.report.quotes import quote
from app.report.summary import insight

EVIDENCE = 12
"""Rows of evidence that a tension shows; the log has the rest."""


def section(desk: Desk) -> Section:
    """A part for each exercised tension, then those that were not."""
    facts = desk.facts
    names = exercised(facts)
    found = [t for t in facts.tensions if t.id in names]
    missing = [t for t in facts.tensions if t.id not in names]
    blocks: list[Block] = [desk.small("tensions.intro", exercised=found)]
    counts = dict(facts.tension_counts)
    tagged = sorted(((t, counts.get(t.id, 0)) for t in found), key=lambda pair: -pair[1])
    tagged = [(tension, count) for tension, count in tagged if count]
    if tagged:
        blocks.append(desk.charts.tensions(tagged))
    quoted: set[str] = set()
    for tension in found:
        blocks += _tension(desk, tension, quoted)
    blocks += _other_quotes(desk, quoted)
    blocks.append(Heading(desk.say("tensions.missing"), 3, anchor="not-exercised"))
    blocks += _missing(desk, missing)
    blocks += desk.caveats("once", "adversaries")
    return Section("tensions", "7", desk.say("tensions.title"), tuple(blocks))


def exercised(facts: f.Facts) -> frozenset[str]:
    """The tensions that a move, inject, line or note touched, as far as these readers know."""
    touched = {name for name, count in facts.tension_counts if count}
    for turn in facts.turns:
        touched.update(t for move in turn.moves for t in move.tensions)
        touched.update(t for inject in turn.injects for t in inject.tensions)
        touched.update(t for g in turn.gauges for cause in g.causes for t in cause.tensions)
    return frozenset(touched)


def _tension(desk: Desk, tension: f.TensionFact, quoted: set[str]) -> list[Block]:
    notes = [note for note in desk.facts.notes if tension.id in note.tensions]
    blocks: list[Block] = [
        Heading(desk.say("tensions.heading", tension=tension), 3, anchor=f"tension-{tension.id}"),
        desk.paragraph("tensions.text", tension=tension),
        *_poles(desk, tension, notes),
        *_evidence(desk, tension, notes),
    ]
    for note in desk.facts.quotes:
        if tension.id in note.tensions and note.id not in quoted:
            quoted.add(note.id)
            blocks.append(quote(desk, note))
    insights = [insight(desk, note) for note in notes if note.kind == "insight"]
    if insights or desk.audience != "participants":
        blocks.append(desk.heading("tensions.insight"))
        blocks += insights or [desk.small("tensions.to_write")]
    return [*blocks, _question(desk, tension)]


def _question(desk: Desk, tension: f.TensionFact) -> Paragraph:
    return Paragraph(tension.questions[0], label=desk.say("tensions.question"))


def _poles(desk: Desk, tension: f.TensionFact, notes: Iterable[f.NoteFact]) -> list[Block]:
    """Who stood nearer which pole, by turn, as the rapporteur tagged it."""
    placed = [note for note in notes if note.pole and note.seat]
    if not placed:
        return []
    rows = []
    for turn in sorted({note.turn for note in placed}):
        sides = [
            dict.fromkeys(
                n.seat.name for n in placed if n.seat and (n.turn, n.pole) == (turn, pole)
            )
            for pole in ("left", "right")
        ]
        rows.append(
            (Cell(desk.say("common.turn", turn=turn)), *(Cell(", ".join(side)) for side in sides))
        )
    head = desk.columns("tensions", "turn:short")
    head += tuple(
        type(head[0])(desk.say("tensions.pole", pole=pole), "text", wide=True)
        for pole in tension.poles
    )
    return [Table(desk.say("tensions.poles_caption"), head, tuple(rows))]


def _evidence(desk: Desk, tension: f.TensionFact, notes: Iterable[f.NoteFact]) -> list[Block]:
    found = sorted(_found(desk, tension.id, notes), key=lambda row: row[:2])
    if not found:
        return []
    rows = []
    for turn, seq, text in found[:EVIDENCE]:
        link = desk.event(turn, seq)
        rows.append((Cell(link.text, to=link.to), Cell(text)))
    head = desk.columns("tensions", "where:short", "evidence:prose!")
    foot = desk.say("tensions.more", n=len(found) - EVIDENCE) if len(found) > EVIDENCE else ""
    caption = desk.say("tensions.evidence_caption", tension=tension)
    return [Table(caption, head, tuple(rows), foot=foot)]


def _found(desk: Desk, tension: str, notes: Iterable[f.NoteFact]) -> Iterable[tuple[int, int, str]]:
    """(turn, log entry, sentence) for all that carries a tension."""
    for note in notes:
        if note.kind not in ("quote", "insight"):
            yield note.turn, note.seq, desk.say("tensions.note", note=note)
    for turn in desk.facts.turns:
        for inject in turn.injects:
            if tension in inject.tensions:
                yield turn.number, inject.seq, desk.say("tensions.inject", inject=inject)
        moves = [move for move in turn.moves if tension in move.tensions]
        if moves:
            yield turn.number, moves[0].seq, desk.say("tensions.moves", moves=moves)
        for ruling in turn.rulings:
            if tension in ruling.tensions:
                yield turn.number, ruling.seq, desk.say("tensions.ruling", ruling=ruling)
        for gauge in turn.gauges:
            name = next(g.name for g in desk.facts.gauges if g.id == gauge.gauge)
            for cause in gauge.causes:
                if tension in cause.tensions and cause.kind == "limit" and cause.id:
                    text = desk.say("tensions.limit", cause=cause, gauge=name)
                    yield turn.number, cause.seq, text


def _other_quotes(desk: Desk, quoted: set[str]) -> list[Block]:
    others = [note for note in desk.facts.quotes if note.id not in quoted]
    if not others:
        return []
    return [Heading(desk.say("tensions.quotes"), 3), *(quote(desk, note) for note in others)]


def _missing(desk: Desk, missing: list[f.TensionFact]) -> list[Block]:
    if not missing:
        return [desk.paragraph("tensions.none_missing")]
    items = tuple(
        Bullet(
            desk.say("tensions.missing_text", tension=t), desk.say("tensions.heading", tension=t)
        )
        for t in missing
    )
    return [Bullets(items), desk.small("tensions.missing_note")]
