"""Section 4: what happened, turn by turn."""

from __future__ import annotations

from collections.abc import Iterable

from app.report import facts as f
from app.report.desk import Desk
from app.report.model import Block, Bullet, Bullets, Cell, Column, Heading, Section, Table
from app.report.signed_texts import text_blocks


def section(desk: Desk) -> Section:
    """The section with one part a turn."""
    blocks: list[Block] = [desk.small("turns.intro")]
    for turn in desk.facts.turns:
        blocks += [
            Heading(
                desk.say("turns.heading", turn=turn),
                3,
                desk.say("turns.kicker", turn=turn),
                f"turn-{turn.number}",
                new_page=turn.number > 1,
            ),
            *_injects(desk, turn),
            *_moves(desk, turn),
            *text_blocks(desk, turn),
            *_rulings(desk, turn),
            *_gauges(desk, turn),
            *_said(desk, turn),
            *(desk.small("turns.skipped", skip=skip) for skip in turn.skips),
        ]
    if not desk.facts.turns:
        blocks.append(desk.paragraph("turns.nothing"))
    blocks += desk.caveats("gauges", "adversaries")
    return Section("what-happened", "4", desk.say("turns.title"), tuple(blocks))


# --- injects -----------------------------------------------------------------------------------


def _injects(desk: Desk, turn: f.TurnFact) -> list[Block]:
    rows = [
        (_inject_head(desk, inject, "turns.inject_to"), Cell(inject.text, _why(desk, inject)))
        for inject in turn.injects
    ]
    rows += [
        (_inject_head(desk, inject, "turns.inject_due"), Cell(desk.say("turns.due_text")))
        for inject in turn.due
    ]
    if not rows:
        return [desk.heading("turns.injects"), desk.small("turns.no_injects")]
    head = desk.columns("turns", "inject:name", "told:prose!")
    table = Table(
        desk.say("turns.injects"), head, tuple(rows), caption_hidden=True, head_hidden=True
    )
    return [desk.heading("turns.injects"), table]


def _why(desk: Desk, inject: f.InjectFact) -> str:
    """Why an inject was written on the spot, where that may be told."""
    return desk.say("turns.inject_why", inject=inject) if inject.why else ""


def _inject_head(desk: Desk, inject: f.InjectFact, name: str) -> Cell:
    small = f"{inject.id}\n{desk.say(name, inject=inject)}"
    return Cell(inject.title, small, strong=True, to=desk.anchor(inject.seq))


# --- moves -------------------------------------------------------------------------------------


def _moves(desk: Desk, turn: f.TurnFact) -> list[Block]:
    blocks: list[Block] = [desk.heading("turns.moves")]
    if not turn.is_closed:
        return [*blocks, desk.small("turns.not_closed")]
    is_full = desk.audience != "participants"
    names = [
        "seat:short",
        "move:name",
        "channel:short",
        "with:text!",
        *(["consulted"] if is_full else []),
    ]
    head = desk.columns("turns", *names, "effort:number")
    rows, last = [], ""
    for move in turn.moves:
        rows.append(_move_row(desk, move, is_full=is_full, is_same=move.seat.id == last))
        last = move.seat.id
    if rows:
        caption = desk.say("turns.moves")
        blocks.append(
            Table(caption, head, tuple(rows), "move", first_is_head=False, caption_hidden=True)
        )
    else:
        blocks.append(desk.small("turns.no_moves"))
    free = tuple(free_bullet(desk, move) for move in turn.moves if move.is_free)
    if free:
        blocks += [desk.heading("turns.free"), Bullets(free)]
    shown = {move.seat for move in turn.moves if move.secrecy}
    quiet = [seat for seat in turn.quiet_seats if seat not in shown]
    if quiet:
        blocks.append(desk.small("turns.quiet", seats=quiet))
    return blocks + _asked(desk, turn)


def free_bullet(desk: Desk, move: f.MoveFact) -> Bullet:
    """A card that a cell wrote itself: what it says, how it was argued, and what came of it."""
    argued = move.argued
    return Bullet(
        text=desk.say("turns.free_text", move=move, argued=argued),
        lead=desk.say("turns.free_lead", move=move),
        to=desk.anchor(argued.seq) if argued else "",
    )


def _move_row(desk: Desk, move: f.MoveFact, *, is_full: bool, is_same: bool) -> tuple[Cell, ...]:
    said = [
        desk.say("turns.consulted", seat=seat, said=desk.say("common.answer", answer=answer))
        for seat, answer in move.consulted
    ]
    cells = [
        Cell("", seat=None) if is_same else desk.seat_cell(move.seat),
        Cell(move.title, move.id, strong=True),
        Cell(desk.say("common.channel", channel=move.channel)),
        Cell(desk.say("turns.with", move=move)),
    ]
    if is_full:
        cells.append(Cell(", ".join(said) or desk.say("turns.nobody")))
    return (*cells, Cell(str(move.cost)))


def _asked(desk: Desk, turn: f.TurnFact) -> list[Block]:
    """Who asked whom: the fact for participants, other matters with their answers for the rest."""
    if desk.audience != "participants":
        on_moves = {move.title for move in turn.moves}
        return [
            desk.small("turns.asked_general", c=c, said=desk.say("common.answer", answer=c.answer))
            for c in turn.consultations
            if not (c.is_move and c.about in on_moves)
        ]
    asked: dict[f.SeatFact, dict[str, None]] = {}
    for c in turn.consultations:
        asked.setdefault(c.asking, {})[c.asked.spoken] = None
    return [
        desk.small("turns.asked_fact", asking=seat.name, asked=list(names))
        for seat, names in asked.items()
    ]


# --- rulings -----------------------------------------------------------------------------------


def ruling_bullet(desk: Desk, ruling: f.RulingFact) -> Bullet:
    """A ruling with what was printed, what was ruled, and the reason."""
    return Bullet(
        text=desk.say("turns.ruling_text", ruling=ruling),
        lead=desk.say("turns.ruling_lead", ruling=ruling),
        small=desk.say("turns.ruling_small", ruling=ruling),
        is_quote=True,
        is_ruling=True,
        to=desk.anchor(ruling.seq),
    )


def challenge_bullet(desk: Desk, challenge: f.ChallengeFact) -> Bullet:
    """A challenge with its throw and what came of it."""
    return Bullet(
        text=desk.say("turns.challenge_text", challenge=challenge),
        lead=desk.say("turns.challenge_lead", challenge=challenge),
        to=desk.anchor(challenge.seq),
    )


def _rulings(desk: Desk, turn: f.TurnFact) -> list[Block]:
    if not turn.rulings and turn.challenge is None:
        return []
    blocks: list[Block] = [desk.heading("turns.rulings")]
    if turn.challenge is not None:
        blocks.append(Bullets((challenge_bullet(desk, turn.challenge),)))
    if turn.rulings:
        rulings = tuple(ruling_bullet(desk, ruling) for ruling in turn.rulings)
        blocks.append(Bullets(rulings, "ruling"))
    return blocks


# --- gauges ------------------------------------------------------------------------------------


def _gauges(desk: Desk, turn: f.TurnFact) -> list[Block]:
    gauges = {gauge.id: gauge for gauge in desk.facts.gauges}
    told = [g for g in turn.gauges if g.before is not None or g.after is not None]
    hidden = [gauges[g.gauge].name for g in turn.gauges if g not in told]
    head = desk.columns(
        "turns", "gauge:name", "start:level", "end:level", "drawn:track", "because:log!"
    )
    rows = tuple(_gauge_row(desk, gauges[g.gauge], g) for g in told)
    blocks: list[Block] = [desk.heading("turns.gauges")]
    if rows:
        blocks.append(_gauge_table(desk, head, rows))
    told_in_words = tuple(Bullet(g.sentence) for g in told if g.sentence)
    if told_in_words:
        blocks += [desk.heading("turns.in_words"), Bullets(told_in_words)]
    if hidden and turn.is_settled:
        blocks.append(desk.small("turns.not_shown", names=hidden))
    return blocks


def _gauge_table(desk: Desk, head: tuple[Column, ...], rows: Iterable[tuple[Cell, ...]]) -> Table:
    foot = desk.say("turns.gauges_foot")
    return Table(desk.say("turns.gauges"), head, tuple(rows), foot=foot, caption_hidden=True)


def _gauge_row(desk: Desk, gauge: f.GaugeFact, turn: f.GaugeTurn) -> tuple[Cell, ...]:
    changed = turn.before != turn.after
    is_full = desk.audience != "participants"
    because = desk.say("turns.because", causes=turn.causes, is_full=is_full)
    if turn.after is None:
        because = desk.say("turns.pending")
    seat = gauge.seat.index if gauge.seat else None
    return (
        Cell(gauge.name, seat=seat),
        Cell(desk.level(turn.before)),
        Cell(desk.level(turn.after), strong=changed),
        Cell(track=desk.track(gauge, turn)),
        Cell(because),
    )


def _said(desk: Desk, turn: f.TurnFact) -> list[Block]:
    if not turn.sentences:
        return []
    rows = tuple((desk.seat_cell(seat), Cell(text)) for seat, text in turn.sentences)
    head = desk.columns("turns", "seat:name", "sentence:prose!")
    table = Table(desk.say("turns.said"), head, rows, caption_hidden=True, head_hidden=True)
    return [desk.heading("turns.said"), table]
