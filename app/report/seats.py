"""Section 8: the seats' own side: objectives with evidence, sentences, concerns that were read."""

from __future__ import annotations

from app.report import facts as f
from app.report.desk import Desk
from app.report.model import Block, Bullet, Bullets, Cell, Heading, Section, Table

_OWN = ("strength", "difficulty", "surprise")


def section(desk: Desk) -> Section:
    """A part for each seat."""
    blocks: list[Block] = [desk.small("seats.intro")]
    for view in desk.facts.seats:
        anchor = f"seat-{view.seat.id}"
        blocks.append(Heading(desk.say("seats.heading", view=view), 3, anchor=anchor))
        blocks.append(desk.paragraph("seats.brief", view=view))
        blocks += _objectives(desk, view)
        blocks += _concerns(desk, view)
        blocks += _notes(desk, view)
        blocks += _sentences(desk, view)
    return Section("seats", "8", desk.say("seats.title"), tuple(blocks))


def _objectives(desk: Desk, view: f.SeatView) -> list[Block]:
    if not view.objectives:
        return []
    rows = tuple(
        (
            Cell(objective.text),
            Cell(desk.say("seats.met", objective=objective), strong=objective.met is not None),
            Cell(desk.say("seats.evidence", objective=objective)),
        )
        for objective in view.objectives
    )
    head = desk.columns("seats", "objective:prose!", "met", "evidence")
    return [Table(desk.say("seats.objectives_caption", view=view), head, rows)]


def _concerns(desk: Desk, view: f.SeatView) -> list[Block]:
    if not view.concerns:
        return []
    items = tuple(Bullet(concern, is_quote=True) for concern in view.concerns)
    return [desk.heading("seats.concerns", view=view), Bullets(items)]


def _notes(desk: Desk, view: f.SeatView) -> list[Block]:
    """Strengths, difficulties and surprises of the seat, unless it would point at one person."""
    own = [n for n in desk.facts.notes if n.seat and n.seat.id == view.seat.id and n.kind in _OWN]
    if not own or view.seat.heads < 2:
        return []
    items = tuple(
        Bullet(n.text, desk.say("seats.note_lead", note=n), to=desk.anchor(n.seq)) for n in own
    )
    return [desk.heading("seats.notes"), Bullets(items)]


def _sentences(desk: Desk, view: f.SeatView) -> list[Block]:
    if not view.sentences:
        return []
    items = tuple(
        Bullet(text, desk.say("common.turn", turn=turn), is_quote=True)
        for turn, text in view.sentences
    )
    return [desk.heading("seats.sentences"), Bullets(items)]
