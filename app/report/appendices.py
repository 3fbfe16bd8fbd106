"""Section 9 and the appendices: follow-up, inject log, rulings, moves, polls, deck, log."""

from __future__ import annotations

from collections import Counter

from app.report import facts as f
from app.report.desk import Desk
from app.report.model import Block, Bullets, Cell, Column, Heading, Paragraph, Section, Table
from app.report.turns import challenge_bullet, ruling_bullet
from app.report.words import clock, number


def follow_up(desk: Desk) -> Section:
    """Issue, suggested action, owner, date."""
    rows = tuple(
        (
            Cell(row.issue),
            Cell(row.action),
            Cell(row.owner or desk.say("follow_up.open")),
            Cell(row.due or desk.say("common.none")),
        )
        for row in desk.facts.follow_ups
    )
    head = desk.columns("follow_up", "issue:prose", "action:prose!", "owner", "due")
    blocks: tuple[Block, ...] = (desk.paragraph("follow_up.none"),)
    if rows:
        blocks = (Table(desk.say("follow_up.caption"), head, rows, caption_hidden=True),)
    return Section("follow-up", "9", desk.say("follow_up.title"), blocks)


def sections(desk: Desk) -> tuple[Section, ...]:
    """Appendices A to E and the log, which is F."""
    made = (
        ("inject-log", "A", _injects(desk)),
        ("ruling-log", "B", _rulings(desk)),
        ("moves-used", "C", _moves(desk)),
        ("poll-table", "D", _polls(desk)),
        ("deck", "E", _deck(desk)),
        ("log", "F", _log(desk)),
    )
    return tuple(
        Section(name, letter, desk.say(f"appendices.title_{letter}"), tuple(blocks))
        for name, letter, blocks in made
    )


def _injects(desk: Desk) -> list[Block]:
    """Planned against played; participants read what was played."""
    names = ["to", "planned", "played"] if desk.audience != "participants" else ["played"]
    rows = tuple(
        (
            Cell(inject.title, inject.id, strong=True, to=desk.anchor(inject.seq)),
            *(Cell(desk.say(f"appendices.inject_{name}", inject=inject)) for name in names),
            Cell(" ".join(inject.tensions)),
        )
        for inject in desk.facts.injects
    )
    if not rows:
        return [desk.paragraph("appendices.no_injects")]
    head = desk.columns("appendices", "inject!", *names, "tensions:short")
    return [_table(desk, "A", head, rows)]


def _rulings(desk: Desk) -> list[Block]:
    rulings = [ruling for turn in desk.facts.turns for ruling in turn.rulings]
    challenges = [turn.challenge for turn in desk.facts.turns if turn.challenge]
    blocks: list[Block] = [desk.small("appendices.rulings_intro", rulings=rulings)]
    for turn in desk.facts.turns:
        if turn.rulings:
            blocks.append(Heading(desk.say("common.turn", turn=turn.number), 3))
            blocks.append(Bullets(tuple(ruling_bullet(desk, r) for r in turn.rulings)))
    if challenges:
        blocks.append(Heading(desk.say("appendices.challenges"), 3))
        blocks.append(Bullets(tuple(challenge_bullet(desk, c) for c in challenges)))
    return blocks


def _moves(desk: Desk) -> list[Block]:
    """Each card with the turns and channels in which it was played, and channels by seat."""
    played: dict[tuple[int, str], list[f.MoveFact]] = {}
    for turn in desk.facts.turns:
        for move in turn.moves:
            played.setdefault((move.seat.index, move.id), []).append(move)
    rows = tuple(
        (
            Cell(moves[0].title, moves[0].id, strong=True),
            desk.seat_cell(moves[0].seat),
            Cell(desk.say("appendices.move_turns", moves=moves)),
            Cell(moves[0].wording),
        )
        for _, moves in sorted(played.items())
    )
    if not rows:
        return [desk.paragraph("appendices.no_moves")]
    head = desk.columns("appendices", "move:name", "seat:short", "turns", "wording:prose!")
    return [_table(desk, "C", head, rows), _channels(desk)]


def _channels(desk: Desk) -> Table:
    counts = Counter((m.seat.id, m.channel) for t in desk.facts.turns for m in t.moves)
    hidden = {seat.id for turn in desk.facts.turns for seat in turn.quiet_seats}
    rows = []
    for view in desk.facts.seats:
        seat = view.seat.id
        quiet = counts[seat, "quiet"]
        some = seat in hidden and not quiet
        said = desk.say("appendices.some") if some else str(quiet)
        rows.append(
            (
                desk.seat_cell(view.seat),
                Cell(str(counts[seat, "joint"])),
                Cell(str(counts[seat, "solo"])),
                Cell(said),
            )
        )
    head = desk.columns("appendices", "seat", "joint:number", "solo:number", "quiet:number")
    return Table(desk.say("appendices.channels_caption"), head, tuple(rows))


def _polls(desk: Desk) -> list[Block]:
    """Seat-level answers; words stand beside the perception gap."""
    rows = tuple(_poll_row(desk, poll) for poll in desk.facts.polls if poll.kind != "words")
    if not rows:
        return [desk.paragraph("appendices.no_polls")]
    head = desk.columns(
        "appendices",
        "turn:number",
        "item!",
        "answered:short",
        "n:number",
        "middle:number",
        "range!",
    )
    return [_table(desk, "D", head, rows)]


def _poll_row(desk: Desk, poll: f.PollFact) -> tuple[Cell, ...]:
    middle = "" if poll.median is None else number(poll.median)
    return (
        Cell(str(poll.turn)),
        Cell(poll.question),
        Cell(desk.say("appendices.poll_seat", poll=poll), seat=poll.seat.index),
        Cell(str(poll.n)),
        Cell(middle),
        Cell(desk.say("appendices.poll_range", poll=poll)),
    )


def _deck(desk: Desk) -> list[Block]:
    deck = desk.facts.deck
    facts = tuple(
        (Cell(desk.say(f"appendices.deck_{name}")), Cell(desk.say(f"appendices.deck_{name}_is")))
        for name in ("title", "hash", "authors", "licence", "seed", "app")
    )
    head = desk.columns("appendices", "what", "value:log!")
    blocks: list[Block] = [
        Table(desk.say("appendices.deck_caption"), head, facts, caption_hidden=True),
        Paragraph(f"{deck.credit} {deck.disclaimer}", label=desk.say("appendices.credit")),
    ]
    shown = deck.rules if desk.audience != "participants" else ()
    rules = tuple((Cell(title, name, strong=True), Cell(text)) for name, title, text in shown)
    if rules:
        head = desk.columns("appendices", "rule", "says:prose!")
        blocks.append(Table(desk.say("appendices.rules_caption"), head, rules))
    terms = tuple((Cell(term, strong=True), Cell(meaning)) for term, meaning in deck.glossary)
    if terms:
        head = desk.columns("appendices", "term", "meaning:prose!")
        blocks.append(Table(desk.say("appendices.glossary_caption"), head, terms))
    return blocks


def _log(desk: Desk) -> list[Block]:
    rows = tuple(
        (
            Cell(str(row.seq), anchor=f"event-{row.seq}"),
            Cell(clock(row.at)),
            Cell(str(row.turn)),
            Cell(desk.say(f"log.{row.what}", row=dict(row.details))),
            Cell(desk.say("log.status", row=row), strong=True),
        )
        for row in desk.facts.log
    )
    head = desk.columns(
        "log", "event:number", "time:short", "turn:number", "what:text!", "status:short"
    )
    return [desk.small("log.intro"), *_amended(desk), _table(desk, "F", head, rows)]


def _amended(desk: Desk) -> list[Block]:
    """Old and new value and the reason, for each entry that was put right."""
    rows = tuple(
        (
            Cell(str(row.entry), to=desk.anchor(row.entry)),
            Cell(str(row.turn)),
            Cell(row.was),
            Cell(row.now),
            Cell(row.reason),
        )
        for row in desk.facts.amendments
    )
    if not rows:
        return []
    head = desk.columns(
        "log", "event:number", "turn:number", "was:prose", "now:prose", "reason:prose"
    )
    return [Table(desk.say("log.amended_caption"), head, rows)]


def _table(
    desk: Desk, letter: str, head: tuple[Column, ...], rows: tuple[tuple[Cell, ...], ...]
) -> Table:
    return Table(desk.say(f"appendices.title_{letter}"), head, rows, caption_hidden=True)
