"""Small decks written for one test each: four cells, eleven gauges, whatever cards a test needs.

Every deck goes through the reader first, so that a word which these tests play is also a word that
the reader takes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import yaml

from app.core.book import Book
from app.core.compile import compile_deck
from app.core.events import InjectReleased
from app.core.history import facts_of
from app.core.ledger import Ledger, turn_ledger
from app.core.legal import reasons_against
from app.core.state import State, TurnRecord
from app.core.values import (
    AddedLine,
    CellSetup,
    Consultation,
    LedgerLine,
    Phase,
    PlayedMove,
    Ruling,
    Setup,
    Stage,
)
from app.deck.files import FILES
from app.deck.read import Checked, check_texts

Part = dict[str, Any]

SEATS = {"US": "patrons", "JPN": "allies", "ROK": "allies", "AUS": "allies"}
ALLIES = ("JPN", "ROK", "AUS")
START = {
    **{f"a{ally}": 5 for ally in ALLIES},
    **{f"p{ally}": 5 for ally in ALLIES},
    "dPRC": 5,
    "dDPRK": 5,
    "INT": 5,
    "ESC": 5,
    "CAP": 5,
}


def card(name: str, seat: str = "US", **more: Any) -> Part:
    """A card; it costs nothing, so that only what a test speaks of can be in the way."""
    fields = {"id": name, "seat": seat, "title": f"Card {name}", "cost": 0, "text": "A card."}
    return {**fields, "channels": ["joint", "solo", "quiet"], "tensions": ["T1"], **more}


def rule(name: str, stage: str = "moves", **more: Any) -> Part:
    """A rule of the channel step, or of a close step of its own."""
    step = {} if stage == "moves" else {"step": f"step-{name}"}
    fields = {"id": name, "title": f"Rule {name}", "text": "A rule.", "stage": stage, **step}
    return {**fields, "tensions": ["T2"], **more}


def combination(name: str, when: Part, **more: Any) -> Part:
    fields = {"id": name, "title": f"Combination {name}", "text": "A combination."}
    return {**fields, "when": when, "tensions": ["T3"], **more}


def swings(name: str, *limits: Part) -> Part:
    fields = {"id": name, "title": f"Limit {name}", "text": "A limit.", "tensions": ["T2"]}
    return {**fields, "swings": list(limits)}


def ceiling(name: str, gauge: str = "INT", lowest_of: str = "assurance", plus: int = 1) -> Part:
    fields = {"id": name, "title": f"Ceiling {name}", "text": "A ceiling.", "tensions": ["T2"]}
    return {**fields, "gauge": gauge, "lowest_of": lowest_of, "plus": plus}


def inject(name: str, kind: str = "scheduled", turns: Sequence[int] = (1, 1), **more: Any) -> Part:
    fields = {"id": name, "kind": kind, "turns": list(turns), "to": "room", "title": f"News {name}"}
    rest = {
        "from": "Radio",
        "medium": "news",
        "time": "Spring",
        "text": "News.",
        "expected": "Talk",
    }
    return {**fields, **rest, "tensions": ["T1"], **more}


def end(name: str, **more: Any) -> Part:
    fields = {"id": name, "name": f"End {name}", "test": "A test.", "epilogue": "An end."}
    return {**fields, "ask": "What now?", "tensions": ["T1"], **more}


def sections(**changes: Any) -> dict[str, Any]:
    """The parts of a deck that can be read, with a test's own in place of the usual ones."""
    return {
        "about": _ABOUT,
        "seats": [_seat(name, group) for name, group in SEATS.items()],
        "adversaries": [{"id": "PRC", "name": "Prc"}, {"id": "DPRK", "name": "Dprk"}],
        "families": [_family(name) for name in ("assurance", "pressure", "deterrence", "open")],
        "gauges": [_gauge(name, value) for name, value in START.items()],
        "moves": [card("U1")],
        "tensions": [_tension(name) for name in ("T1", "T2", "T3")],
        "turns": [_turn(number) for number in range(1, 5)],
        "injects": [],
        "end_states": [end("E9")],
        **changes,
    }


def texts_of(**changes: Any) -> dict[str, str]:
    """The files of a deck, as text."""
    parts = sections(**changes)
    texts = {}
    for file, names in FILES.items():
        held = {name: parts[name] for name in names if name in parts}
        data = held.get("about", held)
        if data:
            texts[file] = yaml.dump(data, Dumper=_Plain, sort_keys=False, allow_unicode=True)
    return texts


def checked(**changes: Any) -> Checked:
    """What the reader finds in a deck."""
    return check_texts("small", texts_of(**changes))


class _Plain(yaml.SafeDumper):
    """Without aliases, which decks may not have."""

    def ignore_aliases(self, _data: Any) -> bool:
        return True


def faults_of(**changes: Any) -> list[str]:
    """What the reader says against a deck, and what it hints at."""
    found = [fault for fault in checked(**changes).faults if fault.severity == "fault"]
    return [f"{fault.file}:{fault.line} {fault.message} {fault.hint}" for fault in found]


def book(**changes: Any) -> Book:
    """The compiled deck. A deck that the reader refuses is a mistake of the test."""
    deck = checked(**changes).deck
    assert deck is not None, "\n".join(faults_of(**changes))
    return compile_deck(deck)


def play(move: str, seat: str = "US", channel: str = "solo", **more: Any) -> PlayedMove:
    """A play, with strings in place of tuples of one."""
    for name in ("signers", "asked"):
        if isinstance(more.get(name), str):
            more[name] = (more[name],)
    choices = more.pop("choices", {})
    chosen = tuple((k, (v,) if isinstance(v, str) else tuple(v)) for k, v in choices.items())
    return PlayedMove(seat, move, channel, choices=chosen, **more)  # type: ignore[arg-type]


class Table:
    """A deck on the table: turns that were played, and the one that is being played."""

    def __init__(self, deck: Book, **gauges: int) -> None:
        self.book = deck
        values = {gauge.id: gauge.start for gauge in deck.deck.gauges} | gauges
        setup = Setup("Test", tuple(CellSetup(seat) for seat in SEATS))
        zero = TurnRecord(0, values, values, after=values)
        self.state = State(setup=setup, turns=(zero,), gauges=values)
        self.turn()

    def turn(self, *plays: PlayedMove, **more: Any) -> Table:
        """Go on to the next turn, in which these moves lie on the table."""
        if self.state.turn:
            done = self.ledger()
            self._change(ledger=done.lines, after=done.gauges, is_closed=True)
            self.state = replace(self.state, gauges=done.gauges)
        number, gauges = self.state.turn + 1, self.state.gauges
        record = TurnRecord(number, gauges, gauges, plays=plays)
        turns = (*self.state.turns, replace(record, **more))
        self.state = replace(self.state, turn=number, phase=Phase.CONSULT, turns=turns)
        return self

    def plays(self, *plays: PlayedMove) -> Table:
        self._change(plays=plays)
        return self

    def asked(self, asking: str, asked: str, about: str, answer: str = "") -> Table:
        new = Consultation(asking, asked, about, answer)  # type: ignore[arg-type]
        self._change(consultations=(*self.state.now.consultations, new))
        return self

    def released(self, *injects: str) -> Table:
        self._change(releases=tuple(InjectReleased(name, ()) for name in injects))
        return self

    def rules(self, *rulings: tuple[str, int]) -> Table:
        self._change(rulings=tuple(Ruling(key, value, "A reason.") for key, value in rulings))
        return self

    def adds(self, *added: tuple[str, int]) -> Table:
        lines = tuple(AddedLine(gauge, change, "A reason.") for gauge, change in added)
        self._change(added=lines)
        return self

    def ledger(self, *, is_free: bool = False) -> Ledger:
        facts = facts_of(self.book, self.state, self.state.turn)
        now = self.state.now
        return turn_ledger(self.book, facts, now.rulings, now.added, is_free=is_free)

    def lines(self, stage: Stage | None = Stage.MOVES) -> list[str]:
        """The ledger's lines in short: 'U1 aJPN +1', 'R1 via U1 aJPN +1 → 0 by R2'."""
        return [short(x) for x in self.ledger().lines if stage is None or x.stage is stage]

    def close(self) -> list[str]:
        return self.lines(Stage.CLOSE)

    def after(self) -> dict[str, int]:
        """The gauges that differ from where the turn began."""
        now = self.ledger().gauges
        return {g: v for g, v in now.items() if v != self.state.now.after_brief[g]}

    def reasons(self, one: PlayedMove) -> tuple[str, ...]:
        return reasons_against(self.book, self.state, one)

    def _change(self, **changes: Any) -> None:
        now = replace(self.state.now, **changes)
        self.state = replace(self.state, turns=(*self.state.turns[:-1], now))


def short(line: LedgerLine) -> str:
    via = f" via {line.via}" if line.via else ""
    text = f"{line.cause}{via} {line.gauge} {line.asked:+d}"
    if line.cut_by:
        text += f" → {line.made} by {line.cut_by}"
    return text if line.ruled is None else f"{text} ruled {line.ruled}"


def moves(deck: Book, *plays: PlayedMove, **gauges: int) -> list[str]:
    """The Moves lines of a first turn in which these moves were played."""
    return Table(deck, **gauges).plays(*plays).lines()


# --- What every small deck has ------------------------------------------------------------------

_ABOUT = {
    "id": "small",
    "title": "Small",
    "version": "1.0",
    "premise": "A deck for tests.",
    "minutes": 10,
    "authors": ["Nobody"],
    "licence": "None",
    "credit": "Nobody",
    "disclaimer": "None",
    "one_liner": "Go.",
    "opening": {"heading": "Here", "paragraphs": ["It begins."]},
    "objectives": {},
}


def _seat(name: str, group: str) -> Part:
    room = {"effort": 9, "moves": 9, "consultations": 3}
    words = {"name": name.capitalize(), "short": name.capitalize(), "brief": "A cell."}
    return {"id": name, "groups": [group], "concerns": ["One concern."], **room, **words}


def _family(name: str) -> Part:
    bands = ["One", "Two", "Three", "Four", "Five"]
    return {
        "id": name,
        "name": name,
        "heading": name,
        "good": "high",
        "bands": bands,
        "room": "band",
    }


def _gauge(name: str, value: int) -> Part:
    family = {"a": "assurance", "p": "pressure", "d": "deterrence"}.get(name[0], "open")
    of = {"of": name[1:]} if name[0].islower() else {}
    return {"id": name, "name": f"Gauge {name}", "family": family, "start": value, **of}


def _tension(name: str) -> Part:
    return {
        "id": name,
        "name": name,
        "poles": ["Left", "Right"],
        "text": "A.",
        "questions": ["Why?"],
    }


def _turn(number: int) -> Part:
    fields = {"turn": number, "theme": "A turn", "task": "Play.", "tensions": ["T1"]}
    return {**fields, "notes": "Notes.", "stems": ["Who?"]}
