"""From the record to facts: what was played, asked, objected to, marked, joined, by turn.

Marks and memberships are set when a move is played, whatever is left of its effects; they are
worked out from the closed hand-ins and never stored.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from app.core.book import Book
from app.core.facts import Facts, TurnFacts
from app.core.state import State, TurnRecord
from app.core.values import Draft, PlayedMove
from app.deck.model import Counting


@dataclass(frozen=True, slots=True)
class Standing:
    """Marks before and after a turn's moves, and who is on which list."""

    marks_before: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    members: Mapping[str, frozenset[str]] = field(default_factory=dict)


def facts_of(book: Book, state: State, turn: int, gauges: Mapping[str, int] | None = None) -> Facts:
    """The facts of a turn, with the gauges as after its Brief unless others are given.

    In a turn whose hand-in is still open, its draft moves count as played.
    """
    records = [record for record in state.turns if 1 <= record.number <= turn]
    record = records[-1] if records else state.turns[0]
    past = _past(_Closed(book, records[:-1]))
    standing = _stand(book, past.standing, records[-1:])
    now = (_turn_facts(book, records),) if records else ()
    texts = {draft.procedure: draft for draft in record.drafts if came_about(book, draft)}
    return Facts(
        turn=turn,
        gauges=record.after_brief if gauges is None else gauges,
        history=past.history + now,
        asked=now[-1].asked if now else frozenset(),
        objected=frozenset(objected_pairs(record)),
        marks_before=standing.marks_before | past.marked,
        marks=standing.marks | past.marked,
        members=standing.members,
        released=frozenset(
            release.inject for r in state.turns if r.number <= turn for release in r.releases
        ),
        spent=past.spent,
        consultations=record.consultations,
        signed={name: frozenset(draft.signers) for name, draft in texts.items()},
        lines=frozenset(
            (name, line, option)
            for name, draft in texts.items()
            for line, option in text_lines(book, draft)
        ),
    )


def _turn_facts(book: Book, records: Sequence[TurnRecord]) -> TurnFacts:
    """The last of these turns as others may ask about it later."""
    touched, asked = in_touch(book, records), asked_pairs(book, records)
    return TurnFacts(records[-1].plays, frozenset(touched), asked)


class _Closed:
    """The turns before this one, as a key: the same as long as they are the very same objects.

    The cards stand for the book, which may come to read as another one. They are held here, and
    the records too, so that no other object gets the number of one of them.
    """

    def __init__(self, book: Book, records: Sequence[TurnRecord]) -> None:
        self.book, self.cards, self.records = book, book.cards, tuple(records)
        self._ids = (id(self.cards), *map(id, self.records))

    def __hash__(self) -> int:
        return hash(self._ids)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Closed) and self._ids == other._ids


@dataclass(frozen=True, slots=True)
class _Past:
    """What earlier turns leave to be asked about; `marked` are the marks set by ledgers."""

    history: tuple[TurnFacts, ...]
    standing: Standing
    spent: frozenset[str]
    marked: frozenset[str]


@lru_cache(maxsize=16)
def _past(closed: _Closed) -> _Past:
    """The same at every check of a turn, so it is worked out once."""
    book, records = closed.book, closed.records
    spent = _causes(records)
    return _Past(
        tuple(_turn_facts(book, records[: i + 1]) for i in range(len(records))),
        _stand(book, Standing(), records),
        spent,
        frozenset(mark for cause in spent for mark in book.marked_by.get(cause, ())),
    )


def _causes(records: Sequence[TurnRecord]) -> frozenset[str]:
    """What had a line in these turns' accepted ledgers, or took one away."""
    return frozenset(
        name for r in records for line in r.ledger for name in (line.cause, line.cut_by)
    )


def came_about(book: Book, draft: Draft) -> bool:
    """Whether enough seats have signed a procedure's text; otherwise there is none."""
    return len(draft.signers) >= book.procedure(draft.procedure).at_least


def text_lines(book: Book, draft: Draft) -> tuple[tuple[str, str], ...]:
    """Each line of a procedure's text as it is settled; one that was left stands as by default."""
    settled = dict(draft.lines)
    lines = book.procedure(draft.procedure).lines
    return tuple((line.id, settled.get(line.id, line.default)) for line in lines)


def text_words(book: Book, draft: Draft) -> tuple[tuple[str, str], ...]:
    """The same as it is read: each line's label, and that of its option."""
    lines = {line.id: line for line in book.procedure(draft.procedure).lines}
    found = text_lines(book, draft)
    return tuple((lines[name].label, lines[name].options[option]) for name, option in found)


def _stand(book: Book, standing: Standing, records: Iterable[TurnRecord]) -> Standing:
    """How it stands after these turns, too."""
    for record in records:
        before, marks, members = standing.marks, set(standing.marks), dict(standing.members)
        for play in record.plays:
            card = book.move(play.move)
            marks -= before & set(card.clears)
            marks |= set(card.sets)
            for name, who in card.enrols.items():
                members[name] = members.get(name, frozenset()) | holders(book, play, who)
        standing = Standing(before, frozenset(marks), members)
    return standing


def role_holders(book: Book, play: PlayedMove, role: str) -> tuple[str, ...]:
    """Who holds a role in a play: `self`, `host`, `signers` …, else the members of a group."""
    if role == "self":
        return (play.seat,)
    if role == "signers":
        return play.signers
    if role in ("host", "target", "addressee"):
        who = str(getattr(play, role))
        return (who,) if who else ()
    if role == "affected":
        roles = book.move(play.move).affects
        return tuple(x for r in roles for x in role_holders(book, play, r) if x != play.seat)
    for choice, names in play.choices:
        if choice == role:
            return names
    if role == "all":
        return tuple(seat.id for seat in book.deck.seats)
    if role == "others":
        return tuple(seat.id for seat in book.deck.seats if seat.id != play.seat)
    return tuple(sorted(book.names.get(role, ())))


def holders(book: Book, play: PlayedMove, roles: Iterable[str]) -> frozenset[str]:
    """Everybody who holds one of these roles in a play."""
    return frozenset(x for role in roles for x in role_holders(book, play, role))


def asked_pairs(book: Book, records: Sequence[TurnRecord]) -> frozenset[tuple[str, str]]:
    """(seat, move): the leader asked the seat about the move, or something counts as asking.

    A seat that signs a move was asked about it.
    """
    return frozenset(asked_themselves(records[-1]) | counted_by(book, records).keys())


def asked_themselves(record: TurnRecord) -> set[tuple[str, str]]:
    """(seat, move): whom the leader asked, and who signed."""
    signed = {(signer, play.move) for play in record.plays for signer in play.signers}
    return _consulted(record) | signed


def counted_by(book: Book, records: Sequence[TurnRecord]) -> dict[tuple[str, str], str]:
    """(seat, move) that count as asked in the last of these turns, with the card that has it so.

    Where several cards do, the first of the latest turn is named.
    """
    now, found = records[-1], dict[tuple[str, str], str]()
    for play in now.plays:
        together = holders(book, play, book.move(play.move).asked_together)
        for move in {move for seat, move in _consulted(now) if seat in together}:
            found |= {(seat, move): play.move for seat in together if (seat, move) not in found}
    for ago, past in enumerate(reversed(records)):
        for play in past.plays:
            for counting in book.move(play.move).counts_as_asked:
                if ago < counting.turns:
                    pairs = _counted(book, play, counting, now)
                    found |= {pair: play.move for pair in pairs if pair not in found}
    return found


def _consulted(record: TurnRecord) -> set[tuple[str, str]]:
    leaders = {play.move: play.seat for play in record.plays}
    return {(c.asked, c.about) for c in record.consultations if leaders.get(c.about) == c.asking}


def _counted(
    book: Book, play: PlayedMove, counting: Counting, now: TurnRecord
) -> set[tuple[str, str]]:
    played = {other.move: other.seat for other in now.plays}
    own = tuple(move for move, seat in played.items() if seat == play.seat)
    about = [move for move in counting.about or own if move in played]
    return {(seat, move) for seat in holders(book, play, counting.who) for move in about}


def objected_pairs(record: TurnRecord) -> set[tuple[str, str]]:
    """(seat, move): the seat objected to the move. Signing a move withdraws the objection."""
    signed = {(signer, play.move) for play in record.plays for signer in play.signers}
    leaders = {play.move: play.seat for play in record.plays}
    return {
        (c.asked, c.about)
        for c in record.consultations
        if c.answer == "objects" and leaders.get(c.about) == c.asking
    } - signed


def in_touch(book: Book, records: Sequence[TurnRecord]) -> set[str]:
    """The seats in touch in the last of these turns.

    Another cell consulted it, it signed a move or a text, it led a joint move, or a card counts as
    asking it.
    """
    record = records[-1]
    touched = {c.asked for c in record.consultations}
    for draft in record.drafts:
        if came_about(book, draft):
            touched.update(draft.signers)
    for play in record.plays:
        card = book.move(play.move)
        touched.update(holders(book, play, card.in_touch))
        touched.update(play.signers)
        if play.channel == "joint":
            touched.add(play.seat)
        for counting in card.counts_as_asked:
            touched.update(holders(book, play, counting.who))
    return touched
