"""Gathers what a session wrote itself: free moves as argued, injects, texts, and their log rows."""

from __future__ import annotations

from app.core import events as ev
from app.core.book import Book
from app.core.own import is_own
from app.core.state import State, TurnRecord
from app.core.values import FreeMove, WrittenInject
from app.report import facts as f
from app.report.trail import Trail

OwnEvent = (
    ev.FreeMoveWritten
    | ev.FreeMoveArgued
    | ev.InjectWritten
    | ev.InjectReworded
    | ev.LineSettled
    | ev.TextSigned
)
Row = tuple[dict[str, str], f.Secret]


def argument_fact(book: Book, trail: Trail, record: TurnRecord, move: str) -> f.ArgumentFact | None:
    """How a free move was argued in its turn; None where it was not, or is a card of the deck."""
    argued = next((a for a in record.arguments if a.move == move), None)
    if argued is None:
        return None
    seq, _ = trail.find(ev.FreeMoveArgued, lambda event: event.move == move, record.number)
    said = argued.argument
    return f.ArgumentFact(
        turn=record.number,
        seq=seq,
        result=said.result,
        pros=said.pros,
        cons=said.cons,
        dice=said.dice,
        likelihoods=said.likelihoods,
        total=argued.total,
        outcome=argued.outcome,
        effects=tuple((book.gauge(gauge).name, step) for gauge, step in argued.effects),
        reason=argued.reason,
        is_waived=said.is_waived,
    )


def card_text(book: Book, move: str) -> str:
    """What a free move says; empty for a card of the deck, which the deck says."""
    return book.move(move).text if is_own(move) else ""


def written_as(state: State, inject: str) -> WrittenInject | None:
    """The inject as it was written on the spot; None where it is the deck's."""
    return next((found for found in state.written if found.id == inject), None)


def is_reworded(trail: Trail, inject: str) -> bool:
    """Whether an inject reads otherwise since it was released."""
    words = [
        entry.event.text
        for entry in trail.effective
        if isinstance(entry.event, ev.InjectReworded) and entry.event.inject == inject
    ]
    return bool(words and words[-1])


def inject_row(book: Book, trail: Trail, inject: str) -> Row:
    """A row about an inject, also about one whose writing was undone."""
    if inject in book.injects:
        title, is_public = book.titles[inject], book.injects[inject].inject.is_public
    else:
        found = next(x for x in _written(trail) if x.id == inject)
        title, is_public = found.title, found.to == ("room",)
    return {"inject": f"{inject} {title}"}, "" if is_public else "private inject"


def own_row(book: Book, trail: Trail, event: OwnEvent) -> Row:
    """A row of the log about what the session wrote itself. None of them is for participants."""
    if isinstance(event, ev.FreeMoveWritten):
        row = {"seat": book.name(event.card.seat), **_move_row(trail, event.card)}
        return row, _quiet(trail, event.card.id)
    if isinstance(event, ev.FreeMoveArgued):
        card = next(card for card in _cards(trail) if card.id == event.move)
        return _move_row(trail, card) | {"outcome": event.outcome}, _quiet(trail, event.move)
    if isinstance(event, (ev.InjectWritten, ev.InjectReworded)):
        name = event.inject.id if isinstance(event, ev.InjectWritten) else event.inject
        row, secrecy = inject_row(book, trail, name)
        return row, secrecy or "white cell"
    text = book.procedure(event.procedure)
    if isinstance(event, ev.TextSigned):
        signed = {"seat": book.name(event.seat), "signed": "yes" if event.signed else ""}
        return {"text": text.title, **signed}, "white cell"
    line = next(line for line in text.lines if line.id == event.line)
    option = line.options[event.option]
    return {"text": text.title, "line": line.label, "option": option}, "white cell"


def _move_row(trail: Trail, card: FreeMove) -> dict[str, str]:
    """The card by its last title, so that one that became quiet is not known by an older one."""
    titles = [known.title for known in _cards(trail) if known.id == card.id]
    return {"move": f"{card.id} {titles[-1] if titles else card.title}"}


def _quiet(trail: Trail, move: str) -> f.Secret:
    return "quiet" if move in trail.ever_quiet else "white cell"


def _cards(trail: Trail) -> list[FreeMove]:
    return [e.event.card for e in trail.entries if isinstance(e.event, ev.FreeMoveWritten)]


def _written(trail: Trail) -> list[WrittenInject]:
    return [e.event.inject for e in trail.entries if isinstance(e.event, ev.InjectWritten)]
