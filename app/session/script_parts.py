"""The parts of a play script as the rules know them: set-up, moves, answers, lines, notes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from app.core.actions import ArgueFreeMove
from app.core.book import Book
from app.core.own import bounds_of
from app.core.setups import default_setup
from app.core.values import (
    AddedLine,
    Answers,
    Argument,
    CellSetup,
    Channel,
    FreeMove,
    LedgerLine,
    Note,
    Phase,
    PlayedMove,
    Setup,
    WrittenInject,
)
from app.deck.script import (
    LineName,
    Script,
    ScriptAnswers,
    ScriptArgument,
    ScriptChallenge,
    ScriptFree,
    ScriptInject,
    ScriptMove,
    ScriptNote,
    ScriptRuling,
)


def setup_of(script: Script, book: Book) -> Setup:
    """The set-up that a script asks for; what it does not say is as a facilitator finds it."""
    setup = default_setup(book, script.title or "")
    chosen = script.options.model_dump(exclude_none=True)
    cells = tuple(
        replace(cell, heads=script.people.get(cell.seat, cell.heads)) for cell in setup.cells
    )
    cells = tuple(cell if cell.heads else _empty(cell) for cell in cells)
    return replace(setup, cells=cells, seed=script.seed, **chosen)


def _empty(cell: CellSetup) -> CellSetup:
    return replace(cell, played_by="nobody")


def added_move(move: ScriptMove, book: Book) -> PlayedMove:
    """The script's move as it is first handed in: its signers asked, none signed yet."""
    channel = move.channel or _usual_channel(move, book)
    return PlayedMove(
        seat=move.seat,
        move=move.move,
        channel=channel,
        host=move.host or "",
        target=move.target or "",
        addressee=move.addressee or "",
        asked=tuple(dict.fromkeys((*move.signers, *move.asked))),
        choices=tuple(move.choices.items()),
        audience=move.audience or "",
        reason=move.reason or "",
        wording=move.wording or "",
    )


def _usual_channel(move: ScriptMove, book: Book) -> Channel:
    """Solo where the card can be solo, else the only way there is."""
    channels = bounds_of(book.deck).channels if move.free else book.move(move.move).channels
    return "solo" if "solo" in channels else channels[0]


def free_card(move: ScriptMove, free: ScriptFree, known: Collection[str]) -> FreeMove:
    """The card that a seat wrote itself; without an id where it is a new one."""
    return FreeMove(
        id=move.move if move.move in known else "",
        seat=move.seat,
        title=free.title,
        text=free.text,
        cost=free.cost,
        wants=tuple(free.wants.items()),
        affects=free.affects,
        tags=free.tags,
        tensions=free.tensions,
    )


def written_inject(inject: ScriptInject) -> WrittenInject:
    """An inject written on the spot; the rules give it its id."""
    return WrittenInject(
        id="",
        title=inject.title,
        text=inject.text,
        to=inject.to,
        effects=tuple(inject.effects.items()),
        reason=inject.reason,
        tensions=inject.tensions,
        source=inject.source,
    )


def free_argument(move: ScriptMove, free: ScriptFree, argued: ScriptArgument) -> ArgueFreeMove:
    """The matrix argument that settled a free move."""
    argument = Argument(
        move.seat,
        free.title,
        free.text,
        tuple((reason.text, reason.strong) for reason in argued.pros),
        tuple((reason.text, reason.strong) for reason in argued.cons),
        argued.dice,
        argued.likelihoods,
    )
    catch = next(iter(argued.catch.items()), None)
    return ArgueFreeMove(move.move, argument, catch, argued.reason or "")


def find_lines(lines: Sequence[LedgerLine], name: LineName) -> tuple[LedgerLine, ...]:
    """The lines of a ledger that a script's name fits; without a `via` it may be several."""
    return tuple(
        line
        for line in lines
        if line.cause == name.cause
        and line.gauge == name.gauge
        and (name.via is None or line.via == name.via)
    )


def answers_of(answers: ScriptAnswers) -> Answers:
    """A cell's answers to an item of the poll."""
    return Answers(
        item=answers.item,
        seat=answers.seat,
        about=answers.about or "",
        values=answers.values if answers.median is None else (answers.median,),
        options=answers.options,
        words=tuple((said.text, said.tension or "") for said in answers.words),
        is_median=answers.median is not None,
    )


def added_line(ruling: ScriptRuling) -> AddedLine:
    """A line that a ruling adds to the ledger."""
    return AddedLine(
        ruling.gauge or "", ruling.add or 0, ruling.reason, ruling.tensions, ruling.public
    )


def note_of(note: ScriptNote, name: str) -> Note:
    """What was noted, without its text; the rules fill in when."""
    return Note(
        id=name,
        kind=note.kind,
        turn=0,
        phase=Phase.DISCUSS,
        at="",
        digest="",
        seat=note.seat or "",
        tensions=note.tensions,
        quotable=note.quotable,
        starred=note.starred,
        confidence=note.confidence or "",
        dissent=note.dissent or "",
    )


def text_of(note: ScriptNote) -> str:
    """A note's text, with what it was taken to mean."""
    return f"{note.text}\n\n{note.interpretation}" if note.interpretation else note.text


def line_words(cause: str, via: str, gauge: str) -> str:
    """A line of the ledger as it is spoken of."""
    return f"{cause} via {via} on {gauge}" if via else f"{cause} on {gauge}"


def argument_of(challenge: ScriptChallenge) -> Argument:
    """The matrix argument of a challenge."""
    return Argument(
        challenge.seat,
        challenge.action,
        challenge.result,
        tuple((reason.text, reason.strong) for reason in challenge.pros),
        tuple((reason.text, reason.strong) for reason in challenge.cons),
        challenge.dice,
        challenge.likelihoods,
    )
