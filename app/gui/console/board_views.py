"""The board of Discuss: notes between the two poles of each tension, or in columns. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from app.core.book import Book
from app.core.outcome import tension_counts
from app.core.state import State
from app.core.values import Note
from app.gui.console.schedule import clock_of


@dataclass(frozen=True, slots=True)
class CardView:
    """A note, quote or insight as a card shows it. `place` is unique on the board."""

    place: str
    note: Note
    text: str
    seat: str
    head: str
    seat_index: int | None
    foot: str = ""

    @property
    def is_insight(self) -> bool:
        """Whether it is a claim rather than something seen or heard."""
        return self.note.kind == "insight"


@dataclass(frozen=True, slots=True)
class LaneView:
    """One tension with its cards: nearer the left pole, between, nearer the right pole; or three
    columns, where `id` is empty.
    """

    key: str
    id: str
    name: str
    heads: tuple[str, str, str]
    left: tuple[CardView, ...]
    middle: tuple[CardView, ...]
    right: tuple[CardView, ...]

    @property
    def count(self) -> int:
        """How many cards it has."""
        return len(self.left) + len(self.middle) + len(self.right)


@dataclass(frozen=True, slots=True)
class Choice:
    """What of the notes is wanted. Empty seats: all of them."""

    by_tension: bool = True
    seats: tuple[str, ...] = ()
    this_turn: bool = True


@dataclass(frozen=True, slots=True)
class BoardView:
    """All lanes, and how many notes there are."""

    lanes: tuple[LaneView, ...]
    words: str


def board_view(
    book: Book, state: State, text_of: Callable[[str], str], choice: Choice
) -> BoardView:
    """The notes that are wanted, sorted."""
    shown = [note for note in state.notes if _is_wanted(state, note, choice)]
    cards = {note.id: _card(book, state, note, text_of(note.id)) for note in shown}
    if choice.by_tension:
        lanes = tuple(_tension_lanes(book, state, shown, cards))
    else:
        lanes = (_columns(shown, cards),)
    return BoardView(lanes, _words(state, shown))


def _is_wanted(state: State, note: Note, choice: Choice) -> bool:
    seats = not choice.seats or note.seat in choice.seats or note.kind == "insight"
    return seats and (not choice.this_turn or note.turn == state.turn)


def _words(state: State, shown: list[Note]) -> str:
    insights = sum(1 for note in shown if note.kind == "insight")
    notes, whole = len(shown) - insights, sum(1 for n in state.notes if n.kind != "insight")
    plural = "" if whole == 1 else "s"
    tail = f", {insights} insight{'' if insights == 1 else 's'}" if insights else ""
    return f"{notes} of {whole} note{plural}{tail}"


def _card(book: Book, state: State, note: Note, text: str) -> CardView:
    seat = book.seat(note.seat) if note.seat else None
    time = clock_of(note.at)
    if note.kind == "insight":
        return CardView(note.id, note, text, "", "Insight", None, _sources(state, note))
    head = time if note.kind == "note" else f"{note.kind}, {time}"
    index = book.seat_index(note.seat) if note.seat else None
    foot = "Quotable" if note.quotable else ""
    return CardView(note.id, note, text, seat.short if seat else "", head, index, foot)


def _sources(state: State, note: Note) -> str:
    kinds = [n.kind for n in state.notes if n.id in note.sources]
    quotes = sum(1 for kind in kinds if kind == "quote")
    notes = len(kinds) - quotes
    parts = [f"{notes} note{'' if notes == 1 else 's'}"] if notes else []
    parts += [f"{quotes} quote{'' if quotes == 1 else 's'}"] if quotes else []
    origin = f"From {', '.join(parts)}." if parts else ""
    dissent = f" Dissent: {note.dissent}." if note.dissent else ""
    return f"{origin}{dissent}".strip()


def _tension_lanes(
    book: Book, state: State, shown: list[Note], cards: dict[str, CardView]
) -> Iterable[LaneView]:
    counts = tension_counts(state)
    order = sorted(book.deck.tensions, key=lambda t: -counts[t.id])
    for tension in order:
        tagged = [note for note in shown if tension.id in note.tensions]
        if not tagged and tension.id not in state.setup.watch_tensions:
            continue
        sides = {side: _side(tagged, cards, tension.id, side) for side in ("left", "", "right")}
        heads = (tension.poles[0], "", tension.poles[1])
        yield LaneView(
            tension.id, tension.id, tension.name, heads, sides["left"], sides[""], sides["right"]
        )
    loose = [note for note in shown if not note.tensions]
    if loose:
        yield replace(_columns(loose, cards), key="loose", name="Without a tension")


def _side(
    tagged: list[Note], cards: dict[str, CardView], tension: str, side: str
) -> tuple[CardView, ...]:
    """The cards at a pole. A note's pole belongs to its first tension; elsewhere it is between."""
    found = []
    for note in tagged:
        pole = note.pole if note.tensions[0] == tension else ""
        if pole == side:
            found.append(replace(cards[note.id], place=f"{tension}/{note.id}"))
    return tuple(found)


def _columns(shown: list[Note], cards: dict[str, CardView]) -> LaneView:
    kinds = {"quote": 1, "insight": 2}
    columns: list[list[CardView]] = [[], [], []]
    for note in shown:
        columns[kinds.get(note.kind, 0)].append(cards[note.id])
    parts = tuple(tuple(found) for found in columns)
    heads = ("Notes", "Quotes", "Insights")
    return LaneView("columns", "", "", heads, parts[0], parts[1], parts[2])
