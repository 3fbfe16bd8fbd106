"""Sections 2 and 3: the exercise, its scenario and method, and what they cannot show."""

from __future__ import annotations

from app.report.desk import Desk
from app.report.model import Block, Bullet, Bullets, Cell, Heading, Paragraph, Section, Table

_SETTINGS = ("mode", "policy", "reveal", "dice", "white_cell", "quotes", "kind")


def overview(desk: Desk) -> Section:
    """Purpose, objectives, seats, settings, time."""
    session = desk.facts.session
    blocks: list[Block] = []
    if session.purpose:
        label = desk.say("overview.purpose_label")
        blocks.append(Paragraph(desk.say("overview.purpose"), label=label))
    if session.objectives:
        blocks.append(desk.heading("overview.objectives"))
        blocks.append(Bullets(tuple(Bullet(text) for text in session.objectives)))
    if session.watch:
        names = [f"{t.id} {t.name}" for t in desk.facts.tensions if t.id in session.watch]
        label = desk.say("overview.watched_label")
        blocks.append(Paragraph(desk.say("overview.watched", names=names), label=label))
    blocks += [_seats(desk), _settings(desk)]
    if desk.facts.turns:
        blocks.append(_times(desk))
    return Section("overview", "2", desk.say("overview.title"), tuple(blocks))


def _seats(desk: Desk) -> Table:
    rows = tuple(
        (
            desk.seat_cell(view.seat),
            Cell(str(view.seat.heads)),
            Cell(desk.say("overview.played", by=view.seat.played_by)),
            Cell(view.opens_with),
        )
        for view in desk.facts.seats
    )
    head = desk.columns("overview", "seat:short", "people:number", "played:short", "opened:prose!")
    return Table(desk.say("overview.seats_caption"), head, rows)


def _settings(desk: Desk) -> Table:
    rows = tuple(
        (
            Cell(desk.say(f"overview.set_{name}")),
            Cell(desk.say(f"overview.val_{name}", by_seat=desk.by_seat)),
        )
        for name in _SETTINGS
    )
    head = desk.columns("overview", "setting", "value:text!")
    return Table(desk.say("overview.settings_caption"), head, rows)


def _times(desk: Desk) -> Table:
    rows = []
    for turn in desk.facts.turns:
        unknown = desk.say("overview.unknown")
        skipped = [desk.say("overview.skipped", skip=skip) for skip in turn.skips]
        rows.append(
            (
                Cell(str(turn.number), to=f"turn-{turn.number}"),
                Cell(turn.started[11:16]),
                Cell(str(turn.minutes_planned)),
                Cell(unknown if turn.minutes_used is None else str(turn.minutes_used)),
                Cell("; ".join(skipped)),
            )
        )
    head = desk.columns(
        "overview", "turn:number", "began:short", "planned:number", "used:number", "left_out:text!"
    )
    return Table(desk.say("overview.times_caption"), head, tuple(rows))


def method(desk: Desk) -> Section:
    """Half a page: the world, how gauges work, what this cannot show."""
    deck = desk.facts.deck
    blocks: list[Block] = [Heading(desk.say("method.scenario"), 4)]
    blocks += [Paragraph(text) for text in deck.opening]
    blocks += [Paragraph(deck.foot, "small")] if deck.foot else []
    blocks.append(desk.heading("method.method"))
    blocks += [desk.paragraph("method.gauges"), desk.paragraph("method.rulings")]
    if desk.facts.estimator:
        blocks.append(desk.paragraph("method.gap", estimator=desk.facts.estimator))
    blocks.append(desk.heading("method.limits"))
    limits = ("numbers", "people", "unexercised")
    blocks.append(Bullets(tuple(Bullet(desk.say(f"method.limit_{name}")) for name in limits)))
    blocks.append(desk.small("method.disclaimer"))
    blocks += desk.caveats("gauges", "once", "adversaries")
    return Section("method", "3", desk.say("method.title"), tuple(blocks))
