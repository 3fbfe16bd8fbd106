"""The turn's ledger as the adjudication list reads it: a view a gauge, a view a line. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from app.core.book import ADDED, BOUNDS, CEILING, LIMIT, PROCEDURE, Book
from app.core.line_sentence import row_words
from app.core.proposal import change_allowed, proposed_ledger, ruling_is_swallowed
from app.core.state import State
from app.core.values import LedgerLine, Ruling, Stage
from app.core.why import cause_title, explain_gauge, explain_line, signed
from app.deck.model import Condition
from app.gui.console.text_words import signers_words, summary_words

LineKind = Literal["rule", "ruled", "limit", "close", "added", "bounds", "taken"]


@dataclass(frozen=True, slots=True)
class LineView:
    """One line: what made it, what it says, what the white cell may do about it.

    `place` is unique in the list, `key` names the line for rulings. `allowed` are the values that
    it may be set to, `why` the sentences of the popover.
    """

    place: str
    key: str
    cause: str
    title: str
    detail: str
    tension: str
    kind: LineKind
    words: str
    made: int
    allowed: tuple[int, ...]
    may_words: str
    ruling: Ruling | None
    public: str
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GaugeView:
    """One gauge: as after Brief, as the ledger leaves it, and what moved it in a few words."""

    id: str
    name: str
    before: int
    after: int
    band: str
    causes: str
    lines: tuple[LineView, ...]

    @property
    def changed(self) -> bool:
        """Whether it ends elsewhere than it began."""
        return self.before != self.after

    @property
    def ruled(self) -> int:
        """How many of its lines the white cell changed."""
        return sum(1 for line in self.lines if line.ruling is not None)


@dataclass(frozen=True, slots=True)
class LedgerView:
    """The whole list: gauges with lines, changed ones first; those without; and a head count."""

    gauges: tuple[GaugeView, ...]
    quiet: str
    head: str


def ledger_view(book: Book, state: State) -> LedgerView:
    """The proposed ledger of the turn that is being adjudicated."""
    ledger = proposed_ledger(book, state)
    bare = replace(state.now, rulings=(), added=())
    unruled = {line.key: line.made for line in proposed_ledger(book, state, bare).lines}
    views = []
    for gauge in book.deck.gauges:
        lines = [line for line in ledger.lines if line.gauge == gauge.id]
        before = state.now.after_brief[gauge.id]
        after = ledger.gauges[gauge.id]
        views.append(_gauge_view(book, state, gauge.id, (before, after), lines, unruled))
    touched = [view for view in views if view.lines]
    still = [view for view in views if not view.lines]
    ordered = sorted(touched, key=lambda view: not view.changed)
    names = ", ".join(f"{view.name} {view.before}" for view in still)
    quiet = f"Untouched: {names}." if names else ""
    return LedgerView(tuple(ordered), quiet, _head(ledger.lines))


def _head(lines: tuple[LedgerLine, ...]) -> str:
    count = len(lines)
    ruled = sum(1 for line in lines if line.ruled is not None)
    added = sum(1 for line in lines if line.step == ADDED)
    parts = [f"{count - ruled - added} as the rules give"]
    parts += [f"{ruled} changed by you"] if ruled else []
    parts += [f"{added} added by you"] if added else []
    return f"{count} line{'' if count == 1 else 's'}: {', '.join(parts)}."


def _gauge_view(
    book: Book,
    state: State,
    gauge: str,
    values: tuple[int, int],
    lines: list[LedgerLine],
    unruled: dict[str, int],
) -> GaugeView:
    before, after = values
    limits = [line for line in lines if line.step in (LIMIT, CEILING, BOUNDS) and line.change]
    is_held = before == after and bool(limits)
    brief = [x for release in state.now.releases for x in release.lines if x.gauge == gauge]
    told = explain_gauge(book, state, gauge, [*brief, *lines])
    held = "Scale ends" if limits and limits[-1].step == BOUNDS else ""
    band = book.band(gauge, after)
    if is_held:
        band = held or f"Held by {_code(book, limits[-1])}"
    return GaugeView(
        id=gauge,
        name=book.gauge(gauge).name,
        before=before,
        after=after,
        band=band,
        causes=_causes(book, state, lines, after - before),
        lines=tuple(
            _line_view(book, state, line, place, unruled, told) for place, line in enumerate(lines)
        ),
    )


def _causes(book: Book, state: State, lines: list[LedgerLine], total: int) -> str:
    ruled = [line for line in lines if line.ruled is not None]
    if not ruled:
        return ", ".join(_cause(book, line) for line in lines if line.change or line.cut_by)
    words = f"{len(ruled)} changed"
    rulings = {ruling.line: ruling for ruling in state.now.rulings}
    if all(ruling_is_swallowed(book, state, rulings[line.key]) for line in ruled):
        return f"{words}, total stays {signed(total)}"
    return f"{words}, in all {signed(total)}"


def _cause(book: Book, line: LedgerLine) -> str:
    if line.cut_by in book.titles:
        return f"{_code(book, line)} cancelled by {line.cut_by}"
    return f"{_code(book, line)} {signed(line.change)}"


def _code(book: Book, line: LedgerLine) -> str:
    """A line's cause in the fewest letters; a text has no code on a card, and goes by its title."""
    if line.step == PROCEDURE:
        return book.titles[line.cause]
    return {"W": "added", BOUNDS: "end of scale"}.get(line.cause, line.cause)


def _line_view(
    book: Book,
    state: State,
    line: LedgerLine,
    place: int,
    unruled: dict[str, int],
    told: str,
) -> LineView:
    ruling = next((r for r in state.now.rulings if r.line == line.key), None)
    allowed = change_allowed(state, line)
    return LineView(
        place=f"{line.key}/{place}" if line.step == ADDED else line.key,
        key=line.key,
        cause="" if line.cause in ("W", BOUNDS) or line.step == PROCEDURE else line.cause,
        title=cause_title(book, line),
        detail=_detail(book, line, ruling, unruled.get(line.key)),
        tension=" ".join(line.tensions),
        kind=_kind(line, ruling),
        words=_words(line, ruling),
        made=line.made,
        allowed=allowed.values,
        may_words=allowed.words,
        ruling=ruling,
        public=line.public,
        why=(*_why(book, state, line), f"Whole turn: {told}"),
    )


def _kind(line: LedgerLine, ruling: Ruling | None) -> LineKind:
    if ruling is not None:
        return "ruled"
    if line.step in (LIMIT, CEILING):
        return "limit"
    if line.step == BOUNDS:
        return "bounds"
    if line.step == ADDED:
        return "added"
    if line.stage is Stage.CLOSE:
        return "close"
    return "taken" if line.cut_by else "rule"


def _words(line: LedgerLine, ruling: Ruling | None) -> str:
    if ruling is not None:
        is_limit = line.step in (LIMIT, CEILING)
        return "Cancelled" if is_limit else f"You set {signed(ruling.value)}"
    if line.step == PROCEDURE:
        return f"Text gives {signed(line.change)}"
    head = {
        "limit": "Limit",
        "bounds": "Scale ends",
        "added": "Added",
        "close": "Close",
        "taken": "Rule gives",
    }.get(_kind(line, ruling), "Rule gives")
    return f"{head} {signed(line.change)}"


def _detail(book: Book, line: LedgerLine, ruling: Ruling | None, unruled: int | None) -> str:
    parts = [line.public] if line.step == PROCEDURE and line.public else []
    if line.via:
        parts.append(f"by {line.via} {book.titles.get(line.via, '')}".rstrip())
    if line.cut_by and line.cut_by in book.titles:
        taker = f"{line.cut_by} {book.titles[line.cut_by]}"
        parts.append(f"{signed(line.asked)} taken away by {taker}")
    if ruling is not None:
        parts.append(f"rule gives {signed(line.made)}")
    if line.step in (LIMIT, CEILING) and unruled is not None and unruled != line.made:
        parts.append(f"{signed(unruled)} before your change")
    if line.step in (LIMIT, CEILING) and unruled is None:
        parts.append("follows from your change")
    if line.step == ADDED:
        parts.append(line.reason)
    return ", ".join(parts)


def _why(book: Book, state: State, line: LedgerLine) -> Iterator[str]:
    yield explain_line(book, state, line)
    text = _printed(book, line.cause)
    if text:
        yield text
    if line.step == PROCEDURE:
        draft = state.now.draft(line.cause)
        yield f"{summary_words(book, draft)} {signers_words(book, draft)}"
    involved = {line.cause, line.via} | _named_moves(book, line.cause)
    for play in state.now.plays:
        if play.move in involved:
            yield f"{play.move} {book.titles[play.move]}: {row_words(book, play, is_closed=True)}"


def _printed(book: Book, cause: str) -> str:
    """What is printed on the card or rule of that id."""
    deck = book.deck
    texts = {card.id: card.text for card in deck.moves}
    texts |= {rule.id: rule.text for rule in deck.rules}
    texts |= {combination.id: combination.text for combination in deck.combinations}
    texts |= {limit.id: limit.text for limit in deck.swing_limits}
    texts |= {ceiling.id: ceiling.text for ceiling in deck.ceilings}
    texts |= {procedure.id: procedure.text for procedure in deck.procedures}
    return texts.get(cause, "")


def _named_moves(book: Book, cause: str) -> set[str]:
    """The cards that a combination's condition names."""
    found = next((c for c in book.deck.combinations if c.id == cause), None)
    return set(_moves_in(found.when)) if found is not None and found.when else set()


def _moves_in(condition: Condition) -> Iterator[str]:
    for play in condition.played:
        yield from play.move
    for inner in (*condition.any, *condition.all):
        yield from _moves_in(inner)
