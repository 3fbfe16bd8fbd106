"""Canaries: a deck with a token in every private text, and hidden gauges on tell-tale digits.

A token is `zq-` and where it stands. Texts that some rule lets the room read have one too; `may_be`
says when.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

from app.core.actions import Refusal
from app.core.book import Book
from app.core.compile import compile_deck
from app.core.display import DisplayState, Frame, Mark, TimeLeft, plain_text
from app.core.polls import are_open
from app.core.room import picture
from app.core.state import State, TurnRecord
from app.core.values import Item
from app.deck.model import Deck, Effect, Procedure, TextLine
from app.deck.script import ReadScript, script_from_text
from tests.core.given import tutorial

TOKEN = re.compile(r"zq-[\w-]+")
HIDDEN = ("aTAV", "pTAV")
OPEN = ("dDRO", "PLAN")
HIDDEN_STARTS = {"aTAV": 9, "pTAV": 7, "dDRO": 2, "PLAN": 1}
"""Hidden gauges stand high and the others low, so that a digit above 5 is a leak."""
PUBLIC = 5


@cache
def canary_book() -> Book:
    """The tutorial with tokens and tell-tale digits."""
    return compile_deck(canary_deck(tutorial().deck))


def canary_deck(deck: Deck) -> Deck:
    """The deck with a token in each text that somebody may not read, and its start values moved."""
    return with_(
        deck,
        about=with_(deck.about, one_liner=_token("about", "one_liner")),
        seats=tuple(_seat(seat) for seat in deck.seats),
        gauges=tuple(with_(g, start=HIDDEN_STARTS[g.id]) for g in deck.gauges),
        moves=tuple(_move(move) for move in deck.moves),
        rules=tuple(_law(rule) for rule in deck.rules),
        combinations=tuple(_law(law) for law in deck.combinations),
        swing_limits=tuple(_marked(x, "limit", "title", "text") for x in deck.swing_limits),
        ceilings=tuple(_marked(x, "limit", "title", "text") for x in deck.ceilings),
        injects=tuple(_inject(inject) for inject in deck.injects),
        turns=tuple(_turn(turn) for turn in deck.turns),
        procedures=(_text(),),
        polls=deck.polls,
        tensions=tuple(
            with_(t, text=_token("tension", t.id), questions=(_token("ask", t.id),))
            for t in deck.tensions
        ),
        end_states=tuple(
            _marked(e, "end", "name", "test", "epilogue", "ask") for e in deck.end_states
        ),
        questions=tuple(with_(q, ask=_token("question", q.tension)) for q in deck.questions),
    )


def _text() -> Procedure:
    """A text that the last turn drafts and signs, with a token in each of its words."""
    lines = tuple(
        TextLine(
            id=name,
            label=_token("text", "PACT", name),
            options={x: _token("text", "PACT", name, x) for x in ("firm", "silent")},
            default="silent",
        )
        for name in ("threats", "talks")
    )
    return Procedure(
        id="PACT",
        title=_token("text", "PACT", "title"),
        text=_token("cell", "PACT", "text"),
        lines=lines,
        sign=("all",),
        effects=(Effect(gauge="PLAN", change=1, public=_token("text", "PACT", "r0")),),
        tensions=("T01",),
    )


def with_(part: Any, **changes: Any) -> Any:
    return part.model_copy(update=changes)


def _token(*parts: str) -> str:
    return "zq-" + "-".join(parts)


def _marked(part: Any, kind: str, *names: str) -> Any:
    return with_(part, **{name: _token(kind, part.id, name) for name in names})


def _seat(seat: Any) -> Any:
    private = {
        "brief": _token("seat", seat.id, "brief"),
        "opens_with": _token("seat", seat.id, "opens"),
        "concerns": (_token("concern", seat.id, "1"), _token("concern", seat.id, "2")),
        "objectives": tuple(
            with_(aim, text=_token("aim", seat.id, aim.id)) for aim in seat.objectives
        ),
    }
    return with_(seat, **private)


def _move(move: Any) -> Any:
    reasons = tuple(
        with_(x, public=_token("card", move.id, f"r{i}")) for i, x in enumerate(move.effects)
    )
    needs = tuple(with_(need, say=_token("need", move.id)) for need in move.needs)
    words = {
        "title": _token("card", move.id, "title"),
        "public": _token("card", move.id, "public"),
        "text": _token("cell", move.id, "text"),
        "note": _token("cell", move.id, "note"),
        "hint": _token("cell", move.id, "hint"),
    }
    return with_(move, effects=reasons, needs=needs, **words)


def _law(law: Any) -> Any:
    reasons = tuple(
        with_(x, public=_token("law", law.id, f"r{i}")) for i, x in enumerate(law.effects)
    )
    words = {"text": _token("rule", law.id, "text"), "note": _token("rule", law.id, "note")}
    title = _token("law", law.id, "title")
    return with_(law, effects=reasons, title=title, public="", **words)


def _inject(inject: Any) -> Any:
    names = ("title", "source", "medium", "time", "text", "question")
    words = {name: _token("inject", inject.id, name) for name in names}
    reasons = tuple(
        with_(x, public=_token("inject", inject.id, f"r{i}")) for i, x in enumerate(inject.effects)
    )
    expected = _token("expected", inject.id)
    notes = _token("notes", inject.id)
    return with_(inject, effects=reasons, expected=expected, notes=notes, **words)


def _turn(turn: Any) -> Any:
    notes, stems = _token("notes", str(turn.turn)), (_token("stem", str(turn.turn)),)
    return with_(turn, notes=notes, stems=stems)


def canary_script(read: ReadScript) -> ReadScript:
    """A script with a token in each text that is not for the room."""
    text = read.script.model_dump_json(by_alias=True, exclude_none=True)
    names = "reason|text|interpretation|dissent|issue|action|owner|due|result"
    count = iter(range(10_000))

    def marked(found: re.Match[str]) -> str:
        return f'"{found.group(1)}":"zq-said-because-{next(count)}"'

    return script_from_text(re.sub(rf'"({names})":"[^"]*"', marked, text), "canaries.yaml")


# --- Looking --------------------------------------------------------------------------------------


def check_everything(book: Book, state: State, items: list[Item], now: float) -> int:
    """Ask for every item; no picture holds what it may not. How many there were to see."""
    seen = 0
    for item in items:
        display = picture(book, state, item, now)
        if not isinstance(display, Refusal):
            check_picture(book, state, item, display)
            seen += 1
    return seen


def check_picture(book: Book, state: State, item: Item, display: DisplayState) -> None:
    """No token that the room may not read, no digit of a hidden gauge, no sealed answer."""
    strings, numbers = [], []
    for value in _values(display):
        (strings if isinstance(value, str) else numbers).append(value)
    strings.append(plain_text(display))
    text = "\n".join(strings)
    leaked = {token for token in TOKEN.findall(text) if not may_be(book, state, item, token)}
    assert not leaked, (item, leaked)
    if item.kind not in ("gap", "deliberate", "consult", "poll results"):
        digits = [int(digit) for digit in re.findall(r"\d+", TOKEN.sub("", text))]
        shown = {value for value in (*digits, *numbers) if value > PUBLIC}
        secret = digits_of(state, *HIDDEN) - digits_of(state, *OPEN)
        assert not shown & secret, (item, shown)


def digits_of(state: State, *gauges: str) -> set[float]:
    """Every value that these gauges have had so far."""
    return {
        float(values[gauge])
        for record in state.turns
        for values in (record.opening, record.after_brief, record.after or record.opening)
        for gauge in gauges
    }


def _values(value: object) -> Iterator[str | float]:
    """Every string and number in a picture, however deep, but for the clock, sizes and shapes."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mark):
        yield value.name
    elif isinstance(value, Frame):
        yield from (value.title, value.position, value.handling)
    elif isinstance(value, bool) or value is None or isinstance(value, TimeLeft):
        return
    elif isinstance(value, (int, float)):
        yield float(value)
    elif isinstance(value, tuple):
        for part in value:
            yield from _values(part)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name != "kind":
                yield from _values(getattr(value, field.name))
    else:
        raise TypeError(type(value))


def may_be(book: Book, state: State, item: Item, token: str) -> bool:
    """Whether the room may read this token in this picture now."""
    _, kind, name, *_ = token.split("-")
    if kind == "concern":
        return item.kind == "concern" and item.ref == name and name in state.concerns
    if kind == "inject":
        inject = book.injects[name].inject
        released = any(release.inject == name for r in state.turns for release in r.releases)
        return inject.is_public and released
    if kind == "text":
        return may_text(book, state, item, token)
    if kind not in ("card", "law"):
        return False
    records = [r for r in state.turns if item.kind == "timeline" or item.turn == r.number]
    may = may_card if kind == "card" else may_law
    return any(may(book, state, item, record, token) for record in records)


def may_text(book: Book, state: State, item: Item, token: str) -> bool:
    """A text's title from Reveal on; what it says once it has come about; its reason by a gauge."""
    _, _, name, field, *_ = token.split("-")
    record = next((r for r in state.turns if r.number == book.last_turn), None)
    if record is None or not record.is_closed:
        return False
    if field == "title":
        return item.kind in ("text", "timeline")
    stands = len(record.draft(name).signers) >= book.procedure(name).at_least
    if field == "r0":
        is_over = poll_is_over(book, state, record.number)
        return stands and is_over and (item.kind, item.turn) == ("tracks", record.number)
    return stands and item.kind == "text"


def may_card(book: Book, state: State, item: Item, record: TurnRecord, token: str) -> bool:
    """A card that was turned over; its reasons only beside a gauge that nothing hidden moved."""
    _, _, name, field = token.split("-")
    if not was_seen(record, name):
        return False
    if field in ("title", "public"):
        return True
    effect = book.move(name).effects[int(field[1:])]
    if effect.when is not None and reads_hidden(book, state, record, effect.when):
        return False
    return item.kind == "tracks" and poll_is_over(book, state, record.number)


def may_law(book: Book, state: State, item: Item, record: TurnRecord, token: str) -> bool:
    """A rule or combination whose cards all lie open, and which reads no hidden gauge."""
    _, _, name, field = token.split("-")
    laws: tuple[Any, ...] = (*book.deck.rules, *book.deck.combinations)
    law = next(x for x in laws if name in (x.id, getattr(x, "cause", None)))
    whens = [law.when, *(x.when for x in law.effects)]
    cards = [card for when in whens if when for test in when.played for card in test.move]
    if field == "title" or any(reads_hidden(book, state, record, when) for when in whens):
        return False
    is_open = all(was_seen(record, card) for card in cards)
    return is_open and item.kind == "tracks" and poll_is_over(book, state, record.number)


def reads_hidden(book: Book, state: State, record: TurnRecord, when: Any) -> bool:
    """Whether a condition of the deck asks for a gauge that waits for a reveal, and still does."""
    if when is None:
        return False
    asked = {test.gauge for test in when.gauge} | {
        gauge.id for test in when.gauge for gauge in book.deck.gauges if gauge.family == test.family
    }
    is_hidden = "at reveal" in {book.room_sees(gauge) for gauge in asked if gauge}
    if is_hidden and not are_open(book, state, record.number):
        return True
    inner = (*when.any, *when.all, *when.none)
    return any(reads_hidden(book, state, record, part) for part in inner)


def was_seen(record: TurnRecord, card: str) -> bool:
    """Whether the card was turned over in the open in this turn."""
    return any(
        play.move == card and play.channel != "quiet" and play.seat in record.revealed
        for play in record.plays
    )


def poll_is_over(book: Book, state: State, turn: int) -> bool:
    record = next(r for r in state.turns if r.number == turn)
    return record.after is not None and (record.poll_is_settled or not book.turn(turn).polls)


# --- What may not matter --------------------------------------------------------------------------


def with_other_digits(book: Book, state: State) -> State:
    """The same exercise with other digits in the same bands behind every gauge shown by band."""
    return replace(state, turns=tuple(_shifted(book, record) for record in state.turns))


def _shifted(book: Book, record: TurnRecord) -> TurnRecord:
    def other(values: dict[str, int] | None) -> Any:
        if values is None:
            return None
        return {g: _other(v) if book.room_sees(g) != "digit" else v for g, v in values.items()}

    return replace(
        record,
        opening=other(record.opening),
        after_brief=other(record.after_brief),
        after=other(record.after),
    )


def _other(value: int) -> int:
    """Another value of the same band: 0–2, 3–4, 5–6, 7–8, 9–10."""
    if value <= 2:
        return (value + 1) % 3
    return value + 1 if value % 2 else value - 1
