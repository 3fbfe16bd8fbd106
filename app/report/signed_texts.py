"""Texts that seats drafted and signed: their facts, who may read them, and their part of a turn.

A text that did not come about was never anybody's: participants read that there is none, and no
more, as the room did.
"""

from __future__ import annotations

from dataclasses import replace

from app.core.book import Book
from app.core.history import came_about, text_words
from app.core.pools import text_pool
from app.core.secrecy import line_secret
from app.core.state import State, TurnRecord
from app.report import facts as f
from app.report.desk import Desk
from app.report.gather_seats import seat_fact
from app.report.model import Block, Cell, Table

_NAMES_A_SECRET: tuple[f.Secret, ...] = ("quiet", "private inject", "quiet and private")
"""A line that turns on one of these stands in the gauges' table only, which tells readers apart."""


def text_facts(book: Book, state: State, record: TurnRecord) -> tuple[f.TextFact, ...]:
    """The texts of a turn whose hand-in is closed."""
    here = book.procedures_of(record.number) if record.is_closed else ()
    return tuple(_fact(book, state, record, text.id) for text in here)


def _fact(book: Book, state: State, record: TurnRecord, name: str) -> f.TextFact:
    draft, text = record.draft(name), book.procedure(name)
    pool = text_pool(book, name)
    return f.TextFact(
        turn=record.number,
        title=text.title,
        stands=came_about(book, draft),
        at_least=text.at_least,
        lines=text_words(book, draft),
        signers=tuple(seat_fact(book, state, seat) for seat in pool if seat in draft.signers),
        aside=tuple(seat_fact(book, state, seat) for seat in pool if seat not in draft.signers),
        effects=tuple(
            (book.gauge(line.gauge).name, line.change)
            for line in record.ledger
            if line.cause == name
            and line.change
            and line_secret(book, state, record.number, line) not in _NAMES_A_SECRET
        ),
    )


def as_participants_read(text: f.TextFact) -> f.TextFact:
    """What every seat may know: the text that stands, or that there is none; no step of a gauge."""
    if not text.stands:
        return replace(text, lines=(), signers=(), aside=(), effects=())
    return replace(text, effects=())


def text_blocks(desk: Desk, turn: f.TurnFact) -> list[Block]:
    """What a turn's texts say, who signed them, and what came of it."""
    return [block for text in turn.texts for block in _blocks(desk, text)]


def _blocks(desk: Desk, text: f.TextFact) -> list[Block]:
    blocks: list[Block] = [desk.heading("texts.heading", text=text)]
    blocks.append(desk.small("texts.stands", text=text))
    if text.lines and (text.stands or text.signers):
        head = desk.columns("texts", "line:name", "option:prose!")
        rows = tuple((Cell(label), Cell(option)) for label, option in text.lines)
        caption = desk.say("texts.lines", text=text)
        blocks.append(Table(caption, head, rows, caption_hidden=True, head_hidden=True))
    if text.effects:
        blocks.append(desk.small("texts.effects", text=text))
    return blocks
