"""What a move that is not added yet would cost, and whether it would be legal. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from app.core.book import Book
from app.core.hand_in_line import Parsed
from app.core.legal import Effort, effort, reasons_against
from app.core.line_sentence import named
from app.core.line_words import capital
from app.core.pools import chosen_on
from app.core.state import State
from app.core.values import PlayedMove

Tone = Literal["ok", "warn", "ink2"]


@dataclass(frozen=True, slots=True)
class Typed:
    """A move in the making: what it takes from each seat, and why it is not legal."""

    play: PlayedMove
    takes: dict[str, int]
    reasons: tuple[str, ...]
    is_change: bool


def weigh(book: Book, state: State, play: PlayedMove) -> Typed:
    """Weigh a move as if all who are asked had signed."""
    signed = replace(play, signers=tuple(dict.fromkeys((*play.signers, *play.asked))))
    trial = with_play(state, signed)
    seats = (play.seat, *play.asked)
    takes = {s: effort(book, trial, s).spent - effort(book, state, s).spent for s in seats}
    is_change = any(other.move == play.move for other in state.now.plays)
    return Typed(play, takes, reasons_against(book, state, play), is_change)


def with_play(state: State, play: PlayedMove) -> State:
    """The state with a move in the hand-in, new or in its old place."""
    plays = state.now.plays
    if any(other.move == play.move for other in plays):
        plays = tuple(play if other.move == play.move else other for other in plays)
    else:
        plays = (*plays, play)
    return replace(state, turns=(*state.turns[:-1], replace(state.now, plays=plays)))


def legality(book: Book, state: State, typed: Typed) -> tuple[Tone, str]:
    """Whether it is legal, not, or not whole yet; and in words why, or what it leaves who pays."""
    if typed.reasons:
        card = book.move(typed.play.move)
        is_whole = all(len(chosen_on(typed.play, c.id)) == c.count for c in card.choices)
        reason = typed.reasons[0]
        return ("warn", f"Not legal: {reason}") if is_whole else ("ink2", reason)
    left = {seat: _left(book, state, seat, takes) for seat, takes in typed.takes.items()}
    short = [f"{named(book, seat)} {left[seat]}" for seat in typed.play.asked]
    lead = f"Legal. {capital(named(book, typed.play.seat))} has {left[typed.play.seat]} left"
    return "ok", f"{lead}, {', '.join(short)} after signing." if short else f"{lead}."


def verdict(
    book: Book, state: State, parsed: Parsed, typed: Typed | None, is_begun: bool
) -> tuple[str, Tone]:
    """What is said of a line that was read, and how; `is_begun`: its last word is still typed."""
    if parsed.problems and not is_begun:
        return parsed.problems[0], "warn"
    if typed is None:
        return parsed.missing, "ink2"
    tone, words = legality(book, state, typed)
    return f"{'Changes the move. ' if typed.is_change else ''}{words}", tone


def _left(book: Book, state: State, seat: str, takes: int) -> int:
    account: Effort = effort(book, state, seat)
    return account.left - takes


def not_to_hand_in(book: Book, state: State, play: PlayedMove) -> str:
    """Why a move that is typed cannot be added and handed in with its cell; empty where it can."""
    reasons = reasons_against(book, state, play)
    return f"{book.titles[play.move]} is not legal: {reasons[0]}" if reasons else ""
