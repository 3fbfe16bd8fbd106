"""Why a gauge stands where it stands, as sentences: for the popover, the record, the report."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.book import ADDED, BOUNDS, CEILING, FREE, LIMIT, Book
from app.core.state import State
from app.core.values import LedgerLine, Stage

MINUS = "−"


def signed(value: int | float) -> str:
    """A change with its sign: '+1', '−2' with a true minus, '0'."""
    text = f"{abs(value):g}"
    return text if value == 0 else f"+{text}" if value > 0 else MINUS + text


def explain_line(book: Book, _state: State, line: LedgerLine) -> str:
    """One line as a sentence: its cause, what it asked, what became of it and through whom."""
    title = cause_title(book, line)
    via = f" by {book.titles.get(line.via, line.via)}" if line.via else ""
    if line.step == BOUNDS:
        return f"The scale ends at 0 and 10: {signed(line.change)}."
    if line.step in (LIMIT, CEILING):
        tail = "" if line.ruled is None else "; the white cell cancelled it"
        way = "rise" if line.made < 0 else "fall"
        return f"{title} cuts the {way} by {abs(line.made)}{tail}."
    if line.step == ADDED:
        return f"The white cell added {signed(line.change)}: {line.reason}"
    if line.cut_by:
        taker = _taker(book, line)
        text = f"{title}{via} would give {signed(line.asked)}; {taker} takes it away"
    else:
        text = f"{title}{via} gives {signed(line.made)}"
    if line.ruled is not None:
        text += f"; the white cell set it to {signed(line.ruled)}"
    return f"{text}."


def cause_title(book: Book, line: LedgerLine) -> str:
    """The title of a line's cause, as it stands on the card."""
    return {"W": "White cell", "bounds": "End of the scale"}.get(
        line.cause, book.titles.get(line.cause, line.cause)
    )


def explain_gauge(
    book: Book,
    state: State,
    gauge: str,
    lines: Sequence[LedgerLine] | None = None,
) -> str:
    """A gauge's turn in one sentence: from, to, and every cause with its step, by stage.

    "Japan's Assurance went from 6 to 7: Bomber visit +1, Full escort +1, cut to +1 by Slow up,
    fast down."
    """
    found = [x for x in (state.now.lines if lines is None else lines) if x.gauge == gauge]
    name = spoken_gauge(book, gauge)
    if not found:
        return f"{name} did not change."
    start, end = found[0].before, found[-1].after
    head = f"{name} went from {start} to {end}" if start != end else f"{name} stayed at {end}"
    stages = [(stage, [x for x in found if x.stage is stage]) for stage in Stage]
    told = [_stage_words(book, stage, its) for stage, its in stages if its]
    return f"{head}: {'; '.join(told)}."


def spoken_gauge(book: Book, gauge: str) -> str:
    """A gauge as it stands at the head of a sentence: "Japan's Assurance", "Escalation risk".

    Of a seat's gauge its name gives the head, which stands before a colon or is its family's.
    """
    found = book.gauge(gauge)
    head, colon, _ = found.name.partition(": ")
    if not colon:
        head = book.family(found.family).name
    is_seats = any(seat.id == found.of for seat in book.deck.seats)
    if found.of is None or not is_seats or not found.name.startswith(head):
        return found.name
    owner = book.spoken(found.of)
    whose = f"{owner}'" if owner.endswith("s") else f"{owner}'s"
    return f"{whose[:1].upper()}{whose[1:]} {head}"


_WHEN = {Stage.BRIEF: "in Brief ", Stage.MOVES: "", Stage.CLOSE: "at Close "}


def _stage_words(book: Book, stage: Stage, lines: Sequence[LedgerLine]) -> str:
    """The causes of one stage in order; a limit says to what it cuts the sum before it."""
    start, told = lines[0].before, []
    for line in lines:
        if line.step in (LIMIT, CEILING) and line.ruled is None:
            told.append(f"cut to {signed(line.after - start)} by {cause_title(book, line)}")
        elif line.step == BOUNDS:
            told.append(f"held at {line.after} by the end of the scale")
        else:
            told.append(f"{cause_title(book, line)} {signed(line.change)}{_how(book, line)}")
    return _WHEN[stage] + ", ".join(told)


def _how(book: Book, line: LedgerLine) -> str:
    """Who made a line other than printed, in brackets; empty where nobody did."""
    if line.ruled is not None:
        return " (set by the white cell)" if line.ruled else " (cancelled by the white cell)"
    return f" (taken away by {_taker(book, line)})" if line.cut_by else ""


def _taker(book: Book, line: LedgerLine) -> str:
    return "free adjudication" if line.cut_by == FREE else book.titles.get(line.cut_by, line.cut_by)
